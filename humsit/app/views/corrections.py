"""Corrections: the ledger, newest first. Who changed what, when and why; undo; and the rows that have lost their fact."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import groupby

import streamlit as st

from humsit.app import clock, evidence, filters, grid, markup, words
from humsit.app.desk import Desk
from humsit.app.drawer import OF_QUESTIONS, Drawer, author, open_drawer
from humsit.records import Action, Correction
from humsit.situation import NOW, Known, Selection
from humsit.tables import records_of

VIEW = "corrections"
RECENT, LOOKED_AT, NAMED = 12, 300, 4
"""Decisions listed, rows of the ledger among which they are looked for, figures of a decision that are named."""


def show(desk: Desk, selection: Selection) -> None:
    """The latest decisions with their undo, the whole ledger as a table, and what has lost its fact."""
    selection = selection if filters.is_filtered() else selection.widest  # the ledger hides nothing by itself
    frame = desk.table("corrections", selection)
    markup.heading(words.CORRECTIONS, f"{words.count(len(frame), 'row')} · nothing is ever overwritten", level=1)
    who = author()
    markup.show(
        f"You write as {who}." if who else "You are asked for your name at your first correction.", kind="hs-note hs-text"
    )
    if selection.known == NOW:
        _homeless(desk.situation.homeless())
    if frame.empty and selection.known != NOW:
        markup.empty(words.NO_CORRECTION_THEN, words.ANOTHER_DAY)
        return
    if frame.empty:
        markup.empty(
            "Nobody has corrected anything yet.", "Choose a figure in Figures, compare it with its words, and press Correct…"
        )
        return
    chosen = evidence.chosen(VIEW)
    left, right = st.columns([7, 5], gap="large") if chosen else (st.container(), None)
    newest_first = frame.iloc[::-1].reset_index(drop=True)
    with left:
        key = grid.key_of("corrections", selection, desk.revision)
        grid.choosing_table(newest_first, "corrections", key=key, chosen=partial(evidence.choose, VIEW), narrow=bool(chosen))
        grid.csv_buttons(desk, "corrections", selection, key="corrections_csv")
        markup.heading("Latest", "a choice of row above shows its evidence")
        rows = [Correction(**row) for row in records_of("corrections", newest_first.head(LOOKED_AT))]
        undone = {row["undoes"] for row in records_of("corrections", frame) if row["undoes"] is not None}
        for decision in _decisions(rows)[:RECENT]:
            _line(decision, [row for row in decision if row.correction_id not in undone], selection.known)
    if right is not None:
        with right:
            evidence.show_evidence(desk, chosen, view=VIEW, known=selection.known)


def _decisions(rows: Sequence[Correction]) -> list[list[Correction]]:
    """The rows by decision: what was joined or taken out in one go stands in one line."""
    return [list(of) for _, of in groupby(rows, key=_decision)]


def _decision(row: Correction) -> tuple[object, ...]:
    together = row.when if row.field in OF_QUESTIONS else row.correction_id
    return together, row.who, row.why, row.action


def _first(decision: Sequence[Correction]) -> Correction:
    """The row that says what was decided: where figures went before what that took back."""
    return next((row for row in decision if row.field == "beside"), decision[0])


def _line(decision: Sequence[Correction], counting: Sequence[Correction], known: Known) -> None:
    """One decision; `counting` are its rows that nobody has undone."""
    row = _first(decision)
    figures = list({one.fact_id: one.words for one in decision}.values())
    said = ", ".join(f"“{one}”" for one in figures[:NAMED])
    more = f" and {words.count(len(figures) - NAMED, 'more figure')}" if len(figures) > NAMED else ""
    with st.container(horizontal=True, vertical_alignment="center", key=f"corrections_row_{row.correction_id}"):
        markup.show(markup.tag("div", said, more, kind="hs-note"), evidence.history_line(row, undone=not counting))
        st.button("Evidence", key=f"corrections_evidence_{row.correction_id}", on_click=evidence.choose, args=(VIEW, row.fact_id))
        if counting:
            _undo_button(counting, known)


def _undo_button(rows: Sequence[Correction], known: Known) -> None:
    row, figures = _first(rows), len({one.fact_id for one in rows})
    together = tuple(one.correction_id for one in rows) if len(rows) > 1 else ()
    what = evidence.undo_words(row) + (f" So it is for {figures} figures, which were decided on together." if figures > 1 else "")
    drawer = Drawer("undo", fact_id=row.fact_id, correction_id=row.correction_id, correction_ids=together, notes={"what": what})
    label = "Redo…" if row.action is Action.UNDO else "Undo…"
    key = f"corrections_undo_{row.correction_id}"
    st.button(label, key=key, on_click=open_drawer, args=(drawer,), **clock.deciding(known))


def _homeless(rows: list[Correction]) -> None:
    if not rows:
        return
    markup.notice(
        f"{words.count(len(rows), 'correction')} without a home",
        "warning",
        "The newest reading no longer finds the fact that they were made on.",
        "They are kept: make them again where they still apply, or undo them.",
    )
    for row in rows[:RECENT]:
        with st.container(horizontal=True, vertical_alignment="center"):
            place = f"“{row.words}”, report {row.document_id}, characters {row.start} to {row.end}"
            markup.show(markup.tag("div", place, kind="hs-note"), evidence.history_line(row))
            drawer = Drawer(
                "undo", fact_id=row.fact_id, correction_id=row.correction_id, notes={"what": evidence.undo_words(row)}
            )
            st.button("Undo…", key=f"corrections_homeless_{row.correction_id}", on_click=open_drawer, args=(drawer,))
    if len(rows) > RECENT:
        markup.sources(f"and {len(rows) - RECENT} more, in the CSV")
