"""Contested: rival claims side by side, the reason in words, and a place to decide. Below what only diverges, what an analyst
decided, what agrees or has one source, then figures to check.
"""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from humsit.app import evidence, grid, markup, panels, phrases, question, thresholds, to_check, words
from humsit.app.desk import Desk
from humsit.app.views import nothing
from humsit.claims import Question, teller
from humsit.records import Standing
from humsit.situation import Known, Selection

VIEW = "contested"
MOST = 20
"""Questions listed of each standing at first; the table below holds them all."""
UNFOLDED = 3
"""Questions of each standing that are open from the start: those on which most depends."""
GRAVE, QUIET = (Standing.CONTESTED, Standing.DIVERGENT), (Standing.CORROBORATED, Standing.SINGLE_SOURCE)
"""Standings whose questions are listed, and those whose questions are folded away at first."""


def show(desk: Desk, selection: Selection) -> None:
    """Questions by their standing, the graver first, each a row that unfolds, then all claims as a table."""
    questions = desk.comparison(selection).questions
    calm = [q for q in questions if q.standing in QUIET and q.ruling]
    of = {s: [q for q in questions if q.standing is s and not (s in QUIET and q.ruling)] for s in GRAVE + QUIET}
    note = " · ".join(f"{len(of[standing]) or 'none'} {words.STANDING[standing].lower()}" for standing in of)
    markup.heading(words.CONTESTED, note, level=1)
    if not questions:
        nothing.matches(desk, selection)
        return
    thresholds.show_help()
    chosen = evidence.chosen(VIEW)
    left, right = st.columns([7, 5], gap="large") if chosen else (st.container(), None)
    with left:
        for standing in GRAVE:
            _part(standing, of[standing], selection.known)
        if calm:
            markup.heading(words.DECIDED, words.count(len(calm), "question"))
            _listed(calm, words.DECIDED, selection.known, unfolded=0)
        for standing in QUIET:
            _folded_part(standing, of[standing], selection.known, opened=bool(selection.standing))
        to_check.show_findings(desk, selection, view=VIEW)
        _all_claims(desk, selection, questions)
    if right is not None:
        with right:
            evidence.show_evidence(desk, chosen, view=VIEW, known=selection.known)


def _part(standing: Standing, questions: Sequence[Question], known: Known) -> None:
    if standing is Standing.DIVERGENT and questions:
        markup.heading("Divergent", words.STANDING_MEANS[standing])
    if not questions:
        if standing is Standing.CONTESTED:
            markup.empty("No figures contest each other.", "Where claims rule each other out, both appear here with the reason.")
        return
    if standing is Standing.CONTESTED:
        markup.reading(_sentence(questions))
    _listed(questions, standing.value, known, unfolded=UNFOLDED)


def _folded_part(standing: Standing, questions: Sequence[Question], known: Known, *, opened: bool) -> None:
    """Questions that nobody quarrels about, drawn when they are asked for."""
    if not questions:
        return
    label = f"{words.STANDING[standing]}: {words.count(len(questions), 'question')}"
    if part := panels.unfolded(label, key=f"contested_{standing.value}", expanded=opened):
        with part:
            markup.show(words.STANDING_MEANS[standing], kind="hs-note hs-text")
            _listed(questions, standing.value, known, unfolded=0)


def _listed(questions: Sequence[Question], name: str, known: Known, *, unfolded: int) -> None:
    """The first of them, and a button that shows more."""
    state = f"contested_most_{name}"
    most = int(st.session_state.get(state, MOST))
    for rank, one in enumerate(questions[:most]):
        _question(one, known, unfolded=rank < unfolded)
    if len(questions) > most:
        label = f"Show {min(MOST, len(questions) - most)} more of {len(questions)}"
        st.button(label, key=f"{state}_button", on_click=_show_more, args=(state, most + MOST), type="tertiary")


def _show_more(state: str, most: int) -> None:
    st.session_state[state] = most


def _sentence(questions: Sequence[Question]) -> str:
    """What is here, and where the claims lie furthest apart."""
    widest = questions[0]
    many = words.count(len(questions), "question")
    verb = "has claims" if len(questions) == 1 else "have claims"
    most = f"Most depends on the first: {phrases.what(widest)}." if len(questions) > 1 else ""
    order = "They are ranked by how many people lie between the lowest and the highest claim. " if len(questions) > 1 else ""
    return f"{many.capitalize()} {verb} that rule each other out. {order}{most}"


def _question(asked: Question, known: Known, *, unfolded: bool) -> None:
    """A question in two lines, or unfolded with its claims, its revisions and the place to decide."""
    state = f"contested_open_{asked.question_id}"
    opened = bool(st.session_state.get(state, unfolded))
    with st.container(border=True):
        if opened:
            question.show_question(asked, view=VIEW)
            with st.container(horizontal=True, gap="small", vertical_alignment="center"):
                question.buttons(asked, view=VIEW, known=known)
                _fold_button("Close", state, opened=False)
        else:
            line, button = st.columns([7, 2], vertical_alignment="center")
            with line:
                panels.question_line(asked)
            with button:
                _fold_button("Claims and evidence", state, opened=True)


def _fold_button(label: str, state: str, *, opened: bool) -> None:
    icon = ":material/expand_more:" if opened else ":material/expand_less:"
    st.button(label, key=f"{state}_button", icon=icon, on_click=_fold, args=(state, opened), type="tertiary")


def _fold(state: str, opened: bool) -> None:
    st.session_state[state] = opened


def _all_claims(desk: Desk, selection: Selection, questions: Sequence[Question]) -> None:
    frame = desk.table("claims", selection)
    names = {claim.figure.fact_id: claim.name for question in questions for claim in question.claims}
    names |= {denial.fact_id: teller(denial) for question in questions for denial in question.denials}
    shown = frame.assign(claimant=frame["fact_id"].map(names).fillna(frame["claimant"]).astype("string"))
    markup.heading("All claims", words.count(len(frame), "claim"))
    grid.plain_table(shown, "claims", key=f"contested_claims_{desk.revision}")
    grid.csv_buttons(desk, "claims", selection, key="contested_csv")
