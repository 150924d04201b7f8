"""The drawer at the right in which an analyst decides: correct, approve, reject, undo, add. It writes through the Situation only.

It is opened from the session's state and not by a button's return value, so it stays open, with everything typed, until it is
saved or closed. It remembers the version of the fact that the analyst saw: if somebody else was faster, it says who changed
what, keeps every word, and asks again with the button relabelled.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Literal

import streamlit as st
from streamlit.logger import get_logger

from humsit.app import clock, markup, phrases, words
from humsit.app.desk import Desk
from humsit.app.words import columns
from humsit.app.words import drawers as said
from humsit.app.words.buttons import CANCEL
from humsit.ledger import CORRECTABLE, CorrectedFact, Field, show
from humsit.records import AnyFact, Correction, Figure, HumsitError, Measure, StaleCorrection, Stance
from humsit.tables import in_words

Mode = Literal["correct", "approve", "reject", "undo", "add", "decide", "take_up"]
_OPEN, PREFIX = "drawer", "drawer_"
_TITLES: dict[Mode, str] = {
    "correct": said.CORRECT,
    "approve": said.APPROVE,
    "reject": said.REJECT,
    "undo": said.UNDO,
    "add": said.ADD,
    "decide": said.DECIDE,
    "take_up": said.TAKE_UP,
}
_SAVE = _TITLES | {"correct": said.SAVE_CORRECTION, "add": said.ADD_FIGURE, "decide": said.SAVE_DECISION}
_SAVED: dict[Mode, str] = {
    "correct": said.CORRECTED,
    "approve": said.APPROVED,
    "reject": said.REJECTED,
    "undo": said.UNDONE,
    "add": said.ADDED,
    "decide": said.DECIDED,
    "take_up": said.TAKEN_UP,
}
_WHY: dict[Mode, str] = {"approve": said.WHY_APPROVED, "take_up": said.WHY_TAKEN_UP}
OF_QUESTIONS = frozenset({"beside", "ruled_standing"})
"""Fields that say something of a question: decided in a drawer of their own."""


@dataclass
class Drawer:
    """What is being decided, and what the analyst saw when they began."""

    mode: Mode
    fact_id: str = ""
    version: int = 0
    correction_id: int = 0
    document_id: str = ""
    start: int = 0
    end: int = 0
    conflict: Correction | None = None
    error: str = ""
    notes: dict[str, str] = field(default_factory=dict)
    correction_ids: tuple[int, ...] = ()
    """Rows to undo together."""
    body: Callable[[Desk, Drawer], None] | None = None
    """What draws it, where that is not this module."""
    title: str = ""
    """What stands above it, where that is not its mode."""


def author() -> str:
    """Who is deciding: the e-mail of a signed-in person, else the name typed once in this session."""
    signed_in = st.user.get("email") if st.user else None
    return str(signed_in or st.session_state.get("author", ""))


def open_drawer(drawer: Drawer) -> None:
    """Opens the drawer with empty fields; for a button's `on_click`. On a day of the past it says why it does not."""
    if clock.shows_past():
        st.session_state["saved"] = words.DECIDE_NOW
        return
    for key in [key for key in st.session_state if str(key).startswith(PREFIX)]:
        del st.session_state[key]
    st.session_state[_OPEN] = drawer
    st.session_state[f"{PREFIX}why"] = _WHY.get(drawer.mode, "")
    st.session_state[f"{PREFIX}who"] = author()
    if first := drawer.notes.get("field"):
        st.session_state[f"{PREFIX}field"] = first


def close() -> None:
    """Closes it; what was typed is gone."""
    st.session_state.pop(_OPEN, None)


def show_drawer(desk: Desk) -> None:
    """Shows the drawer if something is being decided, and says once what was saved."""
    if saved := st.session_state.pop("saved", None):
        st.toast(saved)
    drawer: Drawer | None = st.session_state.get(_OPEN)
    if drawer is None:
        return

    @st.dialog(drawer.title or _TITLES[drawer.mode], position="right", on_dismiss=close)
    def body() -> None:
        current: Drawer | None = st.session_state.get(_OPEN)
        if current is None:
            st.rerun()
        _body(desk, current)

    body()


def _body(desk: Desk, drawer: Drawer) -> None:
    if drawer.body is not None:
        drawer.body(desk, drawer)
    elif drawer.mode == "add":
        _adding(desk, drawer)
    elif drawer.mode == "undo":
        _undoing(desk, drawer)
    else:
        _deciding(desk, drawer)


def _deciding(desk: Desk, drawer: Drawer) -> None:
    corrected = desk.situation.fact(drawer.fact_id)
    _about(corrected)
    asked = _which_field(corrected) if drawer.mode == "correct" else None
    with st.form("drawer_form", border=False):
        if asked:
            _value_input(corrected, asked)
        who_and_why(drawer)
        messages(drawer)
        _save_buttons(desk, drawer, asked)


def _about(corrected: CorrectedFact) -> None:
    fact = corrected.fact
    value = in_words(fact) if isinstance(fact, Figure) else fact.phrase
    markup.show(markup.strong(value), " ", phrases.subject(fact), ". ", phrases.claimed(fact), ".")
    markup.show(fact.quote, kind="hs-report hs-quote hs-small")


def _which_field(corrected: CorrectedFact) -> Field:
    fields = {name: field for name, field in CORRECTABLE[corrected.fact.kind].items() if name not in OF_QUESTIONS}
    name = st.selectbox(said.FIELD, list(fields), key=f"{PREFIX}field", format_func=words.field_name)
    return fields[str(name)]


def shown(fact: AnyFact, name: str) -> str:
    """What a field reads, as the text of a form; "" for nothing."""
    return show(getattr(fact, name)) or ""


def _value_input(corrected: CorrectedFact, asked: Field) -> None:
    key = f"{PREFIX}now_{asked.name}"
    now = shown(corrected.fact, asked.name)
    if key not in st.session_state:
        st.session_state[key] = now
    if asked.asks == "choice":
        st.selectbox(said.SHOULD_READ, asked.choices, key=key, format_func=partial(words.choice, asked.name))
    else:
        hint = said.DATE_HINT if asked.asks == "date" else words.NOTHING
        st.text_input(said.SHOULD_READ, key=key, placeholder=hint)
    markup.show(
        said.reads_now(phrases.first_big(asked.meaning)),
        markup.strong(words.choice(asked.name, now) if asked.asks == "choice" else now or words.NOTHING),
        kind="hs-note hs-text",
    )


def who_and_why(drawer: Drawer) -> None:
    """The reason and the name, which every decision needs."""
    st.text_area(said.REASON, key=f"{PREFIX}why", placeholder=said.REASON_HINT, height=80)
    signed_in = bool(st.user and st.user.get("email"))
    st.text_input(said.NAME, key=f"{PREFIX}who", disabled=signed_in)


def sign(drawer: Drawer, label: str, save: Callable[..., None], *args: object) -> None:
    """The end of every form: who and why, what stood in the way of the last try, save and cancel."""
    who_and_why(drawer)
    messages(drawer)
    save_or_cancel(label, save, *args)


def save_or_cancel(label: str, save: Callable[..., None], *args: object) -> None:
    """The two ways out of a form: `save` is called with `args`."""
    with st.container(horizontal=True):
        st.form_submit_button(label, key=f"{PREFIX}save", on_click=save, args=args, type="primary")
        st.form_submit_button(CANCEL, key=f"{PREFIX}cancel", on_click=close)


def messages(drawer: Drawer) -> None:
    """Why it could not be saved, and who was faster."""
    if drawer.error:
        markup.notice(drawer.error, "error")
    if drawer.conflict:
        markup.notice(faster(drawer.conflict), "warning", said.NOTHING_LOST)


def faster(row: Correction) -> str:
    """Who was faster, and what they did."""
    at = phrases.moment(row.when)
    if row.action == "correct" and row.field == "review":
        change = said.TOOK_UP
    elif row.action == "correct" and row.field:
        change = said.changed(words.field_name(row.field).lower(), row.was or words.NOTHING, row.now or words.NOTHING)
    else:
        change = said.DID[row.action]
    return said.faster(row.who, change, at, row.why)


def _save_buttons(desk: Desk, drawer: Drawer, asked: Field | None) -> None:
    with st.container(horizontal=True):
        st.form_submit_button(
            _save_label(drawer, asked), on_click=_save, args=(desk, drawer, asked), type="primary", key=f"{PREFIX}save"
        )
        st.form_submit_button(said.KEEP_THEIRS if drawer.conflict else CANCEL, on_click=close, key=f"{PREFIX}cancel")


def _save_label(drawer: Drawer, asked: Field | None) -> str:
    row = drawer.conflict
    if row is None:
        return _SAVE[drawer.mode]
    if asked is None:
        return said.all_the_same(_SAVE[drawer.mode])
    if row.field != asked.name:
        return said.SAVE_MINE_TOO
    mine = drawer.notes["offered"] = _typed(asked) or words.NOTHING
    if markup.fits_label(row.now) and markup.fits_label(mine):
        return said.replace(str(row.now), mine)
    return said.REPLACE_THEIRS


def attempt(drawer: Drawer, write: Callable[[str, str], object]) -> None:
    """Writes by name and reason, and either closes the drawer or says in it why not."""
    who = author() if st.user and st.user.get("email") else str(st.session_state.get(f"{PREFIX}who", "")).strip()
    why = str(st.session_state.get(f"{PREFIX}why", ""))
    drawer.error = words.DECIDE_NOW if clock.shows_past() else ""
    if drawer.error:
        return
    try:
        write(who, why)
    except StaleCorrection as stale:
        drawer.conflict = stale.newest
        drawer.error = "" if stale.newest else str(stale)
        drawer.version = stale.newest.version if stale.newest else drawer.version
    except HumsitError as reason:
        drawer.error = str(reason)
    except Exception:
        get_logger(__name__).exception("a correction could not be saved")
        drawer.error = said.UNSAVED
    else:
        st.session_state["author"] = who
        st.session_state["saved"] = _SAVED[drawer.mode]
        close()


def _typed(asked: Field) -> str:
    return str(st.session_state.get(f"{PREFIX}now_{asked.name}") or "")


def _save(desk: Desk, drawer: Drawer, asked: Field | None) -> None:
    situation, fact_id, version = desk.situation, drawer.fact_id, drawer.version

    def write(who: str, why: str) -> object:
        if drawer.mode == "approve":
            return situation.approve(fact_id, who=who, why=why, version=version)
        if drawer.mode == "take_up":
            return situation.take_up(fact_id, who=who, why=why, version=version)
        if drawer.mode == "reject" or asked is None:
            return situation.reject(fact_id, who=who, why=why, version=version)
        return situation.correct(fact_id, asked.name, _typed(asked), who=who, why=why, version=version)

    if (
        asked
        and drawer.conflict
        and drawer.conflict.field == asked.name
        and drawer.notes.get("offered") != (_typed(asked) or words.NOTHING)
    ):
        return  # another value was typed after the button was labelled: it is shown with that value first

    attempt(drawer, write)


def _undoing(desk: Desk, drawer: Drawer) -> None:
    markup.show(drawer.notes.get("what", said.UNDO_MEANS))
    with st.form("drawer_form", border=False):
        sign(drawer, said.UNDO, _save_undo, desk, drawer)


def _save_undo(desk: Desk, drawer: Drawer) -> None:
    situation, rows = desk.situation, drawer.correction_ids
    if rows:
        attempt(drawer, lambda who, why: situation.undo_all(rows, who=who, why=why))
    else:
        attempt(drawer, lambda who, why: situation.undo(drawer.correction_id, who=who, why=why))


def _adding(desk: Desk, drawer: Drawer) -> None:
    document = desk.document(drawer.document_id)
    before, after = said.BECOMES_A_FIGURE
    markup.show(before, markup.strong(f"“{document.text[drawer.start : drawer.end]}”"), after)
    with st.form("drawer_form", border=False):
        st.selectbox(
            said.COUNTED, list(Measure), key=f"{PREFIX}measure", format_func=lambda code: words.MEASURE[code], index=None
        )
        st.text_input(said.GROUP, key=f"{PREFIX}group", placeholder=said.GROUP_HINT)
        st.text_input(columns.PLACE, key=f"{PREFIX}place", placeholder=words.NO_PLACE)
        st.text_input(columns.CLAIMANT, key=f"{PREFIX}claimant", placeholder=words.OWN_VOICE)
        st.selectbox(columns.STANCE, list(Stance), key=f"{PREFIX}stance", format_func=lambda code: words.STANCE_SHORT[code])
        sign(drawer, said.ADD_FIGURE, _save_added, desk, drawer)


def _save_added(desk: Desk, drawer: Drawer) -> None:
    state = st.session_state
    if state.get(f"{PREFIX}measure") is None:
        drawer.error = said.SAY_MEASURE
        return
    given = {name: str(state.get(f"{PREFIX}{name}") or "").strip() for name in ("group", "place", "claimant")}
    chosen = {"measure": Measure(state[f"{PREFIX}measure"]), "stance": Stance(state[f"{PREFIX}stance"])}
    fields: dict[str, Any] = {**given, **chosen}

    def write(who: str, why: str) -> object:
        return desk.situation.add_figure(drawer.document_id, drawer.start, drawer.end, who=who, why=why, **fields)

    attempt(drawer, write)
