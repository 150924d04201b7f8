"""Contested: rival claims side by side, the reason in words. Figures that only diverge stand below."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from humsit.app import evidence, grid, markup, panels, phrases, words
from humsit.app.desk import Desk
from humsit.app.views import nothing
from humsit.claims import Question
from humsit.records import Standing
from humsit.situation import Selection
from humsit.tables import in_words

VIEW = "contested"
MOST = 20
"""Questions drawn of each standing; the table below holds them all."""


def show(desk: Desk, selection: Selection) -> None:
    """Contested questions, then divergent ones, then all claims as a table."""
    questions = desk.comparison(selection).questions
    of = {standing: [q for q in questions if q.standing is standing] for standing in (Standing.CONTESTED, Standing.DIVERGENT)}
    note = f"{len(of[Standing.CONTESTED]) or 'none'} contested, {len(of[Standing.DIVERGENT]) or 'none'} divergent"
    markup.heading(words.CONTESTED, note, level=1)
    if not questions:
        nothing.matches(desk)
        return
    chosen = evidence.chosen(VIEW)
    left, right = st.columns([7, 5], gap="large") if chosen else (st.container(), None)
    with left:
        for standing, asked in of.items():
            _part(standing, asked)
        _all_claims(desk, selection)
    if right is not None:
        with right:
            evidence.show_evidence(desk, chosen, view=VIEW)


def _part(standing: Standing, questions: Sequence[Question]) -> None:
    if standing is Standing.DIVERGENT and questions:
        markup.heading("Divergent", words.STANDING_MEANS[standing])
    if not questions:
        if standing is Standing.CONTESTED:
            markup.empty("No figures contest each other.", "Where claims rule each other out, both appear here with the reason.")
        return
    for question in questions[:MOST]:
        with st.container(border=True):
            panels.question_panel(question, key=f"contested_{question.question_id}")
            _evidence_buttons(question)
    if len(questions) > MOST:
        markup.sources(f"{len(questions) - MOST} more: narrow them down with the filters.")


def _evidence_buttons(question: Question) -> None:
    """A button for each claim; its label names the value, and the claimant only where the name is safe in a label."""
    with st.container(horizontal=True, gap="small"):
        for number, claim in enumerate(question.claims, 1):
            who, value = phrases.who(claim.figure.claimant), in_words(claim.figure)
            label = f"Evidence: {value}" if markup.fits_label(value) else f"Evidence {number}"
            label += f", {who}" if markup.fits_label(who) else ""
            key = f"contested_evidence_{claim.figure.fact_id}"
            st.button(label, key=key, on_click=evidence.choose, args=(VIEW, claim.figure.fact_id))


def _all_claims(desk: Desk, selection: Selection) -> None:
    frame = desk.table("claims", selection)
    markup.heading("All claims", words.count(len(frame), "claim"))
    grid.plain_table(frame, "claims", key=f"contested_claims_{desk.revision}")
    grid.csv_buttons(desk, "claims", selection, key="contested_csv")
