"""Correcting many facts at once: the sheet out, the changed one in, every change to look at, one reason, all or nothing."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import pandas as pd
import streamlit as st
from streamlit.logger import get_logger

from humsit.app import drawer, grid, markup, panels
from humsit.app import words as house
from humsit.app.desk import Desk
from humsit.app.words import bulk as words
from humsit.app.words import columns
from humsit.app.words.drawers import UNSAVED
from humsit.records import HumsitError
from humsit.situation import Selection
from humsit.situation.bulk import Preview, accept, preview
from humsit.situation.sheet import sheet

LARGEST = 60
"""Megabytes of a sheet at most."""
SEEN, MADE = "bulk_seen", "bulk_made"
_WIDTHS = {
    words.SENTENCE: 420,
    words.WRONG: 620,
    columns.ROW: 60,
    columns.FIELD: 150,
    columns.WAS: 130,
    columns.NOW: 130,
    words.FACT: 150,
}
"""Pixels of a column."""


def show_bulk(desk: Desk, selection: Selection) -> None:
    """The whole section, folded away at first."""
    part = panels.unfolded(words.BULK, key="bulk", expanded=bool(st.session_state.get(MADE)))
    if part is None:
        return
    with part:
        markup.show(words.BULK_MEANS)
        _made(desk)
        out, back = st.columns([1, 1], gap="large")
        with out:
            _take(desk, selection)
        with back:
            given = st.file_uploader(words.GIVE, type=["csv", "txt"], key=_upload_key(), max_upload_size=LARGEST)
        if given is not None:
            _preview(desk, _seen(desk, given))


def _upload_key() -> str:
    """Another one after each accepted file, so that the form is empty again."""
    return f"bulk_file_{st.session_state.get('bulk_turn', 0)}"


def _take(desk: Desk, selection: Selection) -> None:
    table = st.segmented_control(
        words.WHICH, list(words.TABLE), default="figures", required=True, key="bulk_table", format_func=words.TABLE.__getitem__
    )
    name = str(table or "figures")
    st.download_button(
        words.TAKE,
        data=partial(_sheet, desk, name, selection),
        file_name=f"{grid.file_name(f'{name}-to-correct', selection.known)}.csv",
        mime="text/csv",
        on_click="ignore",
        key="bulk_take",
        icon=":material/download:",
    )
    markup.show(words.TAKE_MEANS, kind="hs-note hs-text")


def _sheet(desk: Desk, table: str, selection: Selection) -> bytes:
    return sheet(desk.situation, table, selection).encode("utf-8-sig")


def _seen(desk: Desk, given: object) -> Preview:
    """What the file would do, worked out again when the file or the desk has changed."""
    key = (str(getattr(given, "file_id", "")), desk.revision)
    kept = st.session_state.get(SEEN)
    if kept is None or kept[0] != key:
        kept = (key, preview(desk.situation, given.getvalue()))  # type: ignore[attr-defined]  # an uploaded file
        st.session_state[SEEN] = kept
    found: Preview = kept[1]
    return found


def _preview(desk: Desk, seen: Preview) -> None:
    for note in seen.notes:
        markup.notice(note, "warning")
    if seen.problems:
        markup.notice(words.problems(len(seen.problems)), "error", words.NOTHING_TAKEN)
        rows = [(problem.line or None, problem.column, problem.sentence) for problem in seen.problems]
        _table(rows, words.PROBLEM_COLUMNS, key="bulk_problems")
    if seen.changes:
        markup.heading(words.changes(len(seen.changes), len(seen.facts)), words.read(seen.rows))
        rows_of = [
            (
                change.line,
                house.field_name(change.field) + (f" ({words.FOLLOWS})" if change.follows else ""),
                _said(change.field, change.was),
                _said(change.field, change.now),
                change.quote,
                change.fact_id,
            )
            for change in seen.changes
        ]
        _table(rows_of, words.COLUMNS, key="bulk_changes")
    if not seen.problems and not seen.changes:
        markup.empty(words.NO_CHANGE, words.NO_CHANGE_NEXT)
    if seen.changes and not seen.problems:
        _accept(desk, seen)


def _said(field: str, text: str | None) -> str:
    return text or house.NOTHING


def _table(rows: Sequence[tuple[object, ...]], heads: tuple[str, ...], *, key: str) -> None:
    frame = pd.DataFrame(rows, columns=list(heads))
    config = {name: st.column_config.Column(width=_WIDTHS[name]) for name in heads if name in _WIDTHS}
    st.dataframe(frame, hide_index=True, key=key, placeholder="–", column_config=config, height=min(420, 38 + 35 * len(frame)))


def _accept(desk: Desk, seen: Preview) -> None:
    st.session_state.setdefault("bulk_who", drawer.author())
    with st.form("bulk_form", border=False):
        st.text_input(words.REASON, key="bulk_why", placeholder=words.WHY)
        st.text_input(words.NAME, key="bulk_who", disabled=bool(st.user and st.user.get("email")))
        if error := st.session_state.pop("bulk_error", ""):
            markup.notice(error, "error")
        label = words.accept(len(seen.changes))
        st.form_submit_button(label, key="bulk_accept", type="primary", on_click=_save, args=(desk, seen))


def _who() -> str:
    signed_in = str(st.user.get("email") or "") if st.user else ""
    return signed_in or str(st.session_state.get("bulk_who") or drawer.author())


def _save(desk: Desk, seen: Preview) -> None:
    who = _who()
    try:
        rows = accept(desk.situation, seen, who=who, why=str(st.session_state.get("bulk_why") or ""))
    except HumsitError as reason:
        st.session_state["bulk_error"] = str(reason)
    except Exception:
        get_logger(__name__).exception("a sheet of corrections could not be saved")
        st.session_state["bulk_error"] = UNSAVED
    else:
        state = st.session_state
        state["author"] = who
        state[MADE] = (tuple(row.correction_id for row in rows), words.made(len(seen.changes), len(seen.facts)), "good")
        state["bulk_turn"] = state.get("bulk_turn", 0) + 1
        state["bulk_why"] = ""


def _made(desk: Desk) -> None:
    """What was kept last, with its undo."""
    made = st.session_state.get(MADE)
    if made is None:
        return
    numbers, said, tone = made
    with st.container(horizontal=True, vertical_alignment="center", key="bulk_done"):
        markup.notice(said, tone)
        if numbers:
            st.button(words.UNDO_ALL, key="bulk_undo", on_click=_undo, args=(desk, numbers))


def _undo(desk: Desk, numbers: tuple[int, ...]) -> None:
    try:
        desk.situation.undo_all(numbers, who=_who(), why=words.UNDONE)
    except HumsitError as reason:
        st.session_state[MADE] = ((), str(reason), "error")
    else:
        st.session_state[MADE] = ((), f"{words.UNDONE}.", "info")
