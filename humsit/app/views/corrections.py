"""Corrections: the ledger, newest first. Who changed what, when and why; undo; correcting many at once; and the rows that have
lost their fact.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import groupby

import pandas as pd
import streamlit as st

from humsit.app import bulk, clock, evidence, filters, grid, markup, words
from humsit.app.desk import Desk
from humsit.app.drawer import OF_QUESTIONS, Drawer, author, open_drawer
from humsit.app.words import buttons, counts
from humsit.app.words import corrections as said
from humsit.records import Action, Correction
from humsit.situation import NOW, Known, Selection
from humsit.situation.bulk import decided_with
from humsit.tables import records_of

VIEW = "corrections"
RECENT, LOOKED_AT, NAMED, NEWEST = 12, 300, 4, 5_000
"""Decisions listed, rows of the ledger among which they are looked for, figures (or fields) of a decision that are named, and
rows of the ledger that the table holds; the file has all of them."""


def show(desk: Desk, selection: Selection) -> None:
    """The latest decisions with their undo, the whole ledger as a table, and what has lost its fact."""
    selection = selection if filters.is_filtered() else selection.widest  # the ledger hides nothing by itself
    rows_kept = desk.count("corrections", selection)
    frame = desk.page("corrections", selection, limit=NEWEST, offset=max(0, rows_kept - NEWEST))
    markup.heading(words.CORRECTIONS, said.top(rows_kept), level=1)
    who = author()
    markup.show(said.you_write_as(who) if who else said.ASKED_LATER, kind="hs-note hs-text")
    if selection.known == NOW:
        _homeless(desk.situation.homeless())
        bulk.show_bulk(desk, selection)
    if frame.empty and selection.known != NOW:
        markup.empty(words.NO_CORRECTION_THEN, words.ANOTHER_DAY)
        return
    if frame.empty:
        markup.empty(said.NONE_YET, said.NONE_YET_NEXT)
        return
    chosen = evidence.chosen(VIEW)
    left, right = st.columns([7, 5], gap="large") if chosen else (st.container(), None)
    newest_first = frame.iloc[::-1].reset_index(drop=True)
    with left:
        key = grid.key_of("corrections", selection, desk.revision)
        grid.choosing_table(newest_first, "corrections", key=key, chosen=partial(evidence.choose, VIEW), narrow=bool(chosen))
        grid.csv_buttons(desk, "corrections", selection, key="corrections_csv")
        markup.heading(said.LATEST, said.LATEST_MEANS)
        if rows_kept > len(frame):
            markup.sources(said.newest_rows(len(frame), rows_kept))
        rows = [Correction(**row) for row in records_of("corrections", newest_first.head(LOOKED_AT))]
        undone = {row["undoes"] for row in records_of("corrections", frame) if row["undoes"] is not None}
        for decision in _decisions(rows)[:RECENT]:
            whole = _whole(desk, decision, frame) if decision[-1] is rows[-1] else decision
            _line(whole, [row for row in whole if row.correction_id not in undone], selection.known)
    if right is not None:
        with right:
            evidence.show_evidence(desk, chosen, view=VIEW, known=selection.known)


def _decisions(rows: Sequence[Correction]) -> list[list[Correction]]:
    """The rows by decision: what was written in one go stands together."""
    return [list(of) for _, of in groupby(rows, key=lambda row: (row.when, row.who, row.why))]


def _whole(desk: Desk, decision: list[Correction], frame: pd.DataFrame) -> list[Correction]:
    """The decision with those of its rows that were not looked at; `frame` holds the newest rows of the ledger, oldest first."""
    last = decision[-1]
    alike = frame[(frame["when"] == pd.Timestamp(last.when)) & (frame["who"] == last.who) & (frame["why"] == last.why)]
    if len(frame) < NEWEST or int(alike["correction_id"].iloc[0]) > int(frame["correction_id"].iloc[0]):
        return [Correction(**row) for row in records_of("corrections", alike.iloc[::-1])]
    together = decided_with(desk.situation, last.correction_id)
    return [desk.situation.store.correction(number) for number in reversed(together)]


def _first(decision: Sequence[Correction]) -> Correction:
    """The row that says what was decided: where figures went before what that took back, what was changed before its approval."""
    order = ("beside", "ruled_standing")
    moved = next((row for row in decision if row.field in order), None)
    return moved or next((row for row in decision if row.action is Action.CORRECT), decision[0])


def _line(decision: Sequence[Correction], counting: Sequence[Correction], known: Known) -> None:
    """One decision; `counting` are its rows that nobody has undone."""
    row = _first(decision)
    figures = list({one.fact_id: one.words for one in decision}.values())
    told = ", ".join(f"“{one}”" for one in figures[:NAMED])
    more = f" {counts.and_more_figures(len(figures) - NAMED)}" if len(figures) > NAMED else ""
    alike = [row] if row.field in OF_QUESTIONS else list(reversed(decision))
    live = {one.correction_id for one in counting}
    lines = [evidence.history_line(one, undone=one.correction_id not in live) for one in alike[:NAMED]]
    rest = markup.tag("div", counts.and_more_rows(len(alike) - NAMED), kind="hs-note") if len(alike) > NAMED else ""
    with st.container(horizontal=True, vertical_alignment="center", key=f"corrections_row_{row.correction_id}"):
        markup.show(markup.tag("div", told, more, kind="hs-note"), *lines, rest)
        st.button(
            buttons.EVIDENCE, key=f"corrections_evidence_{row.correction_id}", on_click=evidence.choose, args=(VIEW, row.fact_id)
        )
        if counting:
            _undo_button(counting, known)


def _undo_button(rows: Sequence[Correction], known: Known) -> None:
    row, figures = _first(rows), len({one.fact_id for one in rows})
    together = tuple(one.correction_id for one in rows) if len(rows) > 1 else ()
    what = evidence.undo_words(row) if len({one.field for one in rows}) == 1 else said.no_longer_count(len(rows))
    what += f" {said.for_all(figures)}" if figures > 1 else ""
    drawer = Drawer("undo", fact_id=row.fact_id, correction_id=row.correction_id, correction_ids=together, notes={"what": what})
    label = buttons.REDO if row.action is Action.UNDO else buttons.UNDO
    key = f"corrections_undo_{row.correction_id}"
    st.button(label, key=key, on_click=open_drawer, args=(drawer,), **clock.deciding(known))


def _homeless(rows: list[Correction]) -> None:
    if not rows:
        return
    markup.notice(said.homeless(len(rows)), "warning", *said.HOMELESS_MEANS)
    for row in rows[:RECENT]:
        with st.container(horizontal=True, vertical_alignment="center"):
            place = said.where(row.words, row.document_id, row.start, row.end)
            markup.show(markup.tag("div", place, kind="hs-note"), evidence.history_line(row))
            drawer = Drawer(
                "undo", fact_id=row.fact_id, correction_id=row.correction_id, notes={"what": evidence.undo_words(row)}
            )
            st.button(buttons.UNDO, key=f"corrections_homeless_{row.correction_id}", on_click=open_drawer, args=(drawer,))
    if len(rows) > RECENT:
        markup.sources(counts.and_more_in_csv(len(rows) - RECENT))
