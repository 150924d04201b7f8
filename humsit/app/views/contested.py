"""Contested: rival claims side by side, the reason in words. Figures that only diverge stand below, then figures to check."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from humsit.app import evidence, grid, markup, panels, phrases, to_check, words
from humsit.app.desk import Desk
from humsit.app.views import nothing
from humsit.claims import Question, teller
from humsit.records import Standing
from humsit.situation import Selection
from humsit.tables import in_words

VIEW = "contested"
MOST = 20
"""Questions listed of each standing; the table below holds them all."""
UNFOLDED = 3
"""Questions of each standing that are open from the start: those on which most depends."""


def show(desk: Desk, selection: Selection) -> None:
    """Contested questions, then divergent ones, each a row that unfolds, then all claims as a table."""
    questions = desk.comparison(selection).questions
    of = {standing: [q for q in questions if q.standing is standing] for standing in (Standing.CONTESTED, Standing.DIVERGENT)}
    note = f"{len(of[Standing.CONTESTED]) or 'none'} contested, {len(of[Standing.DIVERGENT]) or 'none'} divergent"
    markup.heading(words.CONTESTED, note, level=1)
    if not questions:
        nothing.matches(desk, selection)
        return
    chosen = evidence.chosen(VIEW)
    left, right = st.columns([7, 5], gap="large") if chosen else (st.container(), None)
    with left:
        for standing, asked in of.items():
            _part(standing, asked)
        to_check.show_findings(desk, selection, view=VIEW)
        _all_claims(desk, selection, questions)
    if right is not None:
        with right:
            evidence.show_evidence(desk, chosen, view=VIEW, known=selection.known)


def _part(standing: Standing, questions: Sequence[Question]) -> None:
    if standing is Standing.DIVERGENT and questions:
        markup.heading("Divergent", words.STANDING_MEANS[standing])
    if not questions:
        if standing is Standing.CONTESTED:
            markup.empty("No figures contest each other.", "Where claims rule each other out, both appear here with the reason.")
        return
    if standing is Standing.CONTESTED:
        markup.reading(_sentence(questions))
    for rank, question in enumerate(questions[:MOST]):
        _question(question, unfolded=rank < UNFOLDED)
    if len(questions) > MOST:
        more = words.count(len(questions) - MOST, "more question")
        markup.sources(f"{more}: narrow them down with the filters, or see the table of all claims.")


def _sentence(questions: Sequence[Question]) -> str:
    """What is here, and where the claims lie furthest apart."""
    widest = questions[0]
    many = words.count(len(questions), "question")
    verb = "has claims" if len(questions) == 1 else "have claims"
    most = f"Most depends on the first: {phrases.what(widest)}." if len(questions) > 1 else ""
    order = "They are ranked by how many people lie between the lowest and the highest claim. " if len(questions) > 1 else ""
    return f"{many.capitalize()} {verb} that rule each other out. {order}{most}"


def _question(question: Question, *, unfolded: bool) -> None:
    """A question in two lines, or unfolded with its chart and the evidence of each claim."""
    state = f"contested_open_{question.question_id}"
    opened = bool(st.session_state.get(state, unfolded))
    with st.container(border=True):
        if opened:
            panels.question_panel(question, key=f"contested_{question.question_id}")
            with st.container(horizontal=True, gap="small", vertical_alignment="center"):
                _evidence_buttons(question)
                _fold_button("Close", state, opened=False)
        else:
            line, button = st.columns([7, 2], vertical_alignment="center")
            with line:
                panels.question_line(question)
            with button:
                _fold_button("Chart and evidence", state, opened=True)


def _fold_button(label: str, state: str, *, opened: bool) -> None:
    icon = ":material/expand_more:" if opened else ":material/expand_less:"
    st.button(label, key=f"{state}_button", icon=icon, on_click=_fold, args=(state, opened), type="tertiary")


def _fold(state: str, opened: bool) -> None:
    st.session_state[state] = opened


def _evidence_buttons(question: Question) -> None:
    """A button for each claim, named by its value and its claimant."""
    for claim in question.claims:
        who, value = markup.label(phrases.claimant(claim)), markup.label(in_words(claim.figure))
        key = f"contested_evidence_{claim.figure.fact_id}"
        st.button(f"Evidence: {who}, {value}", key=key, on_click=evidence.choose, args=(VIEW, claim.figure.fact_id))


def _all_claims(desk: Desk, selection: Selection, questions: Sequence[Question]) -> None:
    frame = desk.table("claims", selection)
    names = {claim.figure.fact_id: claim.name for question in questions for claim in question.claims}
    names |= {denial.fact_id: teller(denial) for question in questions for denial in question.denials}
    shown = frame.assign(claimant=frame["fact_id"].map(names).fillna(frame["claimant"]).astype("string"))
    markup.heading("All claims", words.count(len(frame), "claim"))
    grid.plain_table(shown, "claims", key=f"contested_claims_{desk.revision}")
    grid.csv_buttons(desk, "claims", selection, key="contested_csv")
