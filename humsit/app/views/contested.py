"""Contested: rival claims side by side, the reason in words, and a place to decide. Below what only diverges, what an analyst
decided, what agrees or has one source, then figures to check.
"""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from humsit.app import evidence, grid, markup, panels, phrases, question, thresholds, to_check, words
from humsit.app.desk import Desk
from humsit.app.views import nothing
from humsit.app.words import buttons, counts
from humsit.app.words import contested as said
from humsit.claims import Question, teller
from humsit.records import Standing
from humsit.situation import Known, Selection
from humsit.tables import frame_of

VIEW = "contested"
MOST = 10
"""Questions listed of each standing at first; the table below holds them all."""
DECIDED, IN_TABLE = 100, 3
"""Questions on which an analyst decided that are listed, and questions whose claims stand in the table."""
UNFOLDED = 2
"""Questions that are open from the start: those on which most depends."""
GRAVE, QUIET = (Standing.CONTESTED, Standing.DIVERGENT), (Standing.CORROBORATED, Standing.SINGLE_SOURCE)
"""Standings whose questions are listed, and those whose questions are folded away at first."""


def show(desk: Desk, selection: Selection) -> None:
    """Questions by their standing, the graver first, each a row that unfolds, then claims as a table."""
    tally = desk.tally(selection)
    calm = desk.questions(selection, standing=QUIET, ruled=True, limit=DECIDED)
    number = {one: tally.standing(one) - sum(question.standing is one for question in calm) for one in GRAVE + QUIET}
    note = " · ".join(said.standing_of(number[one], words.STANDING[one]) for one in number)
    markup.heading(words.CONTESTED, note, level=1)
    if not tally.all_questions:
        nothing.matches(desk, selection)
        return
    thresholds.show_help()
    chosen = evidence.chosen(VIEW)
    left, right = st.columns([7, 5], gap="large") if chosen else (st.container(), None)
    with left:
        unfolded = UNFOLDED
        for standing in GRAVE:
            _part(desk, selection, standing, number[standing], unfolded=unfolded)
            unfolded = max(0, unfolded - number[standing])
        if calm:
            markup.heading(words.DECIDED, counts.questions(len(calm)))
            _listed(calm, len(calm), words.DECIDED, selection.known, unfolded=0)
        for standing in QUIET:
            _folded_part(desk, selection, standing, number[standing])
        to_check.show_findings(desk, selection, view=VIEW)
        _claims(desk, selection, tally.all_questions)
    if right is not None:
        with right:
            evidence.show_evidence(desk, chosen, view=VIEW, known=selection.known)


def _part(desk: Desk, selection: Selection, standing: Standing, number: int, *, unfolded: int) -> None:
    if standing is Standing.DIVERGENT and number:
        markup.heading(words.STANDING[standing], words.STANDING_MEANS[standing])
    if not number:
        if standing is Standing.CONTESTED:
            markup.empty(said.NO_CONTEST, said.NO_CONTEST_NEXT)
        return
    questions = desk.questions(selection, standing=(standing,), limit=_most(standing.value))
    if standing is Standing.CONTESTED and questions:
        markup.reading(said.ruled_out(number, phrases.what(questions[0])))
    _listed(questions, number, standing.value, selection.known, unfolded=unfolded)


def _folded_part(desk: Desk, selection: Selection, standing: Standing, number: int) -> None:
    """Questions that nobody quarrels about, drawn when they are asked for."""
    if not number:
        return
    label = said.questions_that_are(words.STANDING[standing], number)
    if part := panels.unfolded(label, key=f"contested_{standing.value}", expanded=bool(selection.standing)):
        with part:
            markup.show(words.STANDING_MEANS[standing], kind="hs-note hs-text")
            questions = desk.questions(selection, standing=(standing,), ruled=False, limit=_most(standing.value))
            _listed(questions, number, standing.value, selection.known, unfolded=0)


def _most(name: str) -> int:
    return int(st.session_state.get(f"contested_most_{name}", MOST))


def _listed(questions: Sequence[Question], number: int, name: str, known: Known, *, unfolded: int) -> None:
    """The first of them, and a button that shows more."""
    for rank, one in enumerate(questions):
        _question(one, known, unfolded=rank < unfolded)
    if number > len(questions) >= _most(name):
        label = counts.show_more(min(MOST, number - len(questions)), number)
        state = f"contested_most_{name}"
        st.button(label, key=f"{state}_button", on_click=_show_more, args=(state, len(questions) + MOST), type="tertiary")


def _show_more(state: str, most: int) -> None:
    st.session_state[state] = most


def _question(asked: Question, known: Known, *, unfolded: bool) -> None:
    """A question in two lines, or unfolded with its claims, its revisions and the place to decide."""
    state = f"contested_open_{asked.question_id}"
    opened = bool(st.session_state.get(state, unfolded))
    with st.container(border=True):
        if opened:
            question.show_question(asked, view=VIEW)
            with st.container(horizontal=True, gap="small", vertical_alignment="center"):
                question.buttons(asked, view=VIEW, known=known)
                _fold_button(buttons.CLOSE, state, opened=False)
        else:
            line, button = st.columns([7, 2], vertical_alignment="center")
            with line:
                panels.question_line(asked)
            with button:
                _fold_button(said.UNFOLD, state, opened=True)


def _fold_button(label: str, state: str, *, opened: bool) -> None:
    icon = ":material/expand_more:" if opened else ":material/expand_less:"
    st.button(label, key=f"{state}_button", icon=icon, on_click=_fold, args=(state, opened), type="tertiary")


def _fold(state: str, opened: bool) -> None:
    st.session_state[state] = opened


def _claims(desk: Desk, selection: Selection, number: int) -> None:
    """Who answers what to the questions on which most depends, as a table; the file has those of all questions."""
    questions = desk.questions(selection, limit=IN_TABLE)
    frame = frame_of("claims", (row for question in questions for row in question.claim_rows()))
    names = {claim.figure.fact_id: claim.name for question in questions for claim in question.claims}
    names |= {denial.fact_id: teller(denial) for question in questions for denial in question.denials}
    shown = frame.assign(claimant=frame["fact_id"].map(names).fillna(frame["claimant"]).astype("string"))
    markup.heading(said.ALL_CLAIMS, counts.claims(len(frame)) if number <= IN_TABLE else "")
    if number > IN_TABLE:
        markup.sources(said.claims_of_first(IN_TABLE, number))
    grid.plain_table(shown, "claims", key=f"contested_claims_{desk.revision}")
    grid.csv_buttons(desk, "claims", selection, key="contested_csv")
