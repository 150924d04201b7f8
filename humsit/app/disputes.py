"""Disputed conditions: how each stands now in words that somebody there would use, who says what, and how it went."""

from __future__ import annotations

from functools import partial

import streamlit as st

from humsit.app import evidence, markup, panels, phrases, words
from humsit.app.desk import Desk
from humsit.app.grid import csv_buttons
from humsit.app.words import buttons, contested, counts
from humsit.claims import ConditionClaim, ConditionQuestion, teller
from humsit.records import Condition, Standing
from humsit.situation import Selection

MOST = 20
"""Disputed conditions listed; the file holds them all."""
HISTORY = 12
"""Earlier reports listed under each, the newest."""
BUTTONS = 6
_RIVAL = (Standing.CONTESTED, Standing.DIVERGENT)


def show_disputes(desk: Desk, selection: Selection, *, view: str) -> None:
    """The conditions on which claimants contradict each other, each with its history and the evidence of each claim."""
    questions = desk.condition_questions(selection, standing=_RIVAL, limit=MOST)
    counted = desk.count_condition_questions(selection)
    number = sum(counted.get(standing, 0) for standing in _RIVAL)
    markup.heading(words.DISPUTED_CONDITIONS, counts.conditions(number) if number else "")
    if not questions:
        markup.sources(words.NOTHING_DISPUTED)
    for question in questions:
        _question(question, view)
    if number > MOST:
        markup.sources(contested.more_conditions_in_file(number - MOST))
    csv_buttons(desk, "condition_claims", selection, key=f"{view}_claims_csv")


def _question(question: ConditionQuestion, view: str) -> None:
    with st.container(border=True):
        place = question.place or words.NO_PLACE
        title = markup.tag("div", markup.strong(place), panels.standing_chip(question.standing), kind="hs-title")
        markup.show(
            title, markup.tag("div", question.short, kind="hs-reading"), markup.tag("div", question.reason, kind="hs-note")
        )
        with st.container(horizontal=True, gap="small"):
            for claim in question.now[:BUTTONS]:
                _evidence_button(claim, view)
        label = contested.history(len(question.history))
        if opened := panels.unfolded(label, key=f"{view}_history_{question.question_id}"):
            with opened:
                _history(question)


def _evidence_button(claim: ConditionClaim, view: str) -> None:
    who = markup.label(phrases.first_big(claim.name))
    key = f"{view}_dispute_{claim.fact.fact_id}"
    st.button(buttons.evidence_of(who, claim.words), key=key, on_click=partial(evidence.choose, view, claim.fact.fact_id))


def _history(question: ConditionQuestion) -> None:
    lines = [_line(fact) for fact, _ in question.history[:HISTORY]]
    markup.show(markup.tag("ul", *lines, kind="hs-history"))
    if len(question.history) > HISTORY:
        markup.sources(contested.newest_of(HISTORY, len(question.history)))


def _line(fact: Condition) -> markup.Safe:
    said = markup.strong(words.condition_words(fact.condition, fact.state))
    when = phrases.day(fact.as_of or fact.published)
    return markup.tag("li", f"{when}: ", said, f", {phrases.first_big(teller(fact))}. “{fact.phrase}”, {phrases.source(fact)}")
