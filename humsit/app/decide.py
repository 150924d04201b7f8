"""Deciding about a question in the drawer: another standing, one question with another, some figures a question of their own."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from humsit.app import clock, markup, panels, phrases, words
from humsit.app.desk import Desk
from humsit.app.drawer import PREFIX, Drawer, attempt, close, messages, open_drawer, who_and_why
from humsit.app.filters import EVERYTHING
from humsit.app.words import buttons, charts, contested, counts, deciding
from humsit.app.words.evidence import because
from humsit.claims import Question
from humsit.records import Denial, Figure, Standing
from humsit.situation import Known, Selection, Situation
from humsit.tables import in_words

WHAT, STANDING, OTHER, FIGURES = (f"{PREFIX}{name}" for name in ("what", "standing", "other", "figures"))
CLAIMS, OFFERED = 3, 1_000
"""Claims by which a question is told from others in a choice, and questions offered: those of the same place and people first."""
Write = Callable[[str, str], object]


def button(question: Question, *, key: str, known: Known) -> None:
    """The button that opens the drawer."""
    drawer = Drawer("decide", body=body, notes={"question": question.question_id, "seen": _seen(question)})
    st.button(buttons.DECIDE, key=key, on_click=open_drawer, args=(drawer,), **clock.deciding(known))


def _seen(question: Question) -> str:
    """What the analyst sees of a question when they begin; another text: somebody was faster, or it has changed."""
    number = question.ruling.number if question.ruling else 0
    return f"{question.standing} {number} {sorted(question.facts)}"


def body(desk: Desk, drawer: Drawer) -> None:
    """What is asked, how it stands, and the three things that can be decided."""
    question = desk.question(drawer.notes["question"])
    if question is None:
        markup.notice(contested.GONE, "warning")
        st.button(buttons.CLOSE, key=f"{PREFIX}cancel", on_click=close)
        return
    _about(question)
    asked = st.segmented_control(
        deciding.WHAT,
        list(words.DECISION),
        default=words.RULE,
        required=True,
        key=WHAT,
        format_func=words.DECISION.__getitem__,
    )
    what = str(asked or words.RULE)
    markup.show(words.DECISION_MEANS[what], kind="hs-note hs-text")
    with st.form("drawer_form", border=False):
        possible = _INPUTS[what](desk, question)
        if possible:
            who_and_why(drawer)
        messages(drawer)
        with st.container(horizontal=True):
            if possible:
                save = (desk, drawer, question, what)
                st.form_submit_button(words.DECISION_SAVE[what], key=f"{PREFIX}save", on_click=_save, args=save, type="primary")
            st.form_submit_button(buttons.CANCEL, on_click=close, key=f"{PREFIX}cancel")


def _about(question: Question) -> None:
    title = markup.tag(
        "div", markup.strong(phrases.what(question)), panels.standing_chip(question.standing, explained=False), kind="hs-title"
    )
    claims = [markup.tag("li", phrases.claim(claim)) for claim in question.claims]
    markup.show(title, markup.tag("ul", *claims, kind="hs-history"))
    computed = deciding.worked_out(words.STANDING[question.computed])
    why = f" {because(question.ruling.why)}" if question.ruling else ""
    markup.show(phrases.decided(question) or computed, why, kind="hs-note hs-text")


def _standing(desk: Desk, question: Question) -> bool:
    worked_out = deciding.as_worked_out(words.STANDING[question.computed])
    standings = ["", *(standing.value for standing in Standing)]
    now = question.ruling.standing if question.ruling else None
    st.selectbox(
        deciding.HOW_IT_STANDS,
        standings,
        index=standings.index(now.value if now else ""),
        key=STANDING,
        format_func=lambda code: words.STANDING[Standing(code)] if code else worked_out,
    )
    return True


def _join(desk: Desk, question: Question) -> bool:
    others = {
        other.question_id: other
        for other in _candidates(desk, question)
        if (other.measure, other.unit) == (question.measure, question.unit) and other.question_id != question.question_id
    }
    if not others:
        markup.show(deciding.NONE_TO_JOIN)
        return False
    nearest = sorted(
        others, key=lambda i: (others[i].place != question.place, others[i].group != question.group, _named(others[i]))
    )
    st.selectbox(
        deciding.JOIN_WITH,
        nearest[:OFFERED],
        key=OTHER,
        index=None,
        placeholder=deciding.JOIN_HINT,
        format_func=lambda question_id: _named(others[question_id]),
    )
    if len(nearest) >= OFFERED:
        markup.show(deciding.offered(OFFERED), kind="hs-note hs-text")
    return True


def _candidates(desk: Desk, question: Question) -> list[Question]:
    """The questions that count the same: those of its place, then those on which most depends."""
    here = Selection(place=(question.place,))
    return [
        *desk.questions(here, measure=(question.measure,), limit=OFFERED),
        *desk.questions(EVERYTHING, measure=(question.measure,), limit=OFFERED),
    ]


def _named(question: Question) -> str:
    """A question in one line of a choice."""
    said = [f"{claim.words}, {phrases.claimant(claim)}" for claim in question.claims]
    return f"{phrases.what(question)}: {counts.first_of(said, CLAIMS, '; ')}"


def _split(desk: Desk, question: Question) -> bool:
    if len(question.facts) < 2:
        markup.show(deciding.NONE_TO_TAKE_OUT)
        return False
    facts = {fact_id: fact.fact for fact_id, fact in desk.facts_named(question.facts).items()}
    st.multiselect(
        deciding.TAKE_OUT,
        list(question.facts),
        key=FIGURES,
        format_func=lambda fact_id: _figure(facts[fact_id]) if fact_id in facts else fact_id,
        placeholder=deciding.TAKE_OUT_HINT,
        select_all=False,
    )
    return True


def _figure(fact: object) -> str:
    if not isinstance(fact, Figure | Denial):
        return ""
    said = in_words(fact) if isinstance(fact, Figure) else charts.DENIES_ANY
    return f"{said}, {phrases.who(fact)}, {phrases.source(fact)}"


_INPUTS: dict[str, Callable[[Desk, Question], bool]] = {words.RULE: _standing, words.JOIN: _join, words.SPLIT: _split}


def _save(desk: Desk, drawer: Drawer, question: Question, what: str) -> None:
    current = desk.situation.question(question.question_id)
    if current is None or _seen(current) != drawer.notes["seen"]:
        drawer.notes["seen"] = _seen(current) if current else ""
        drawer.error = deciding.CHANGED_MEANWHILE
        return
    write = _written(desk.situation, question, what)
    if isinstance(write, str):
        drawer.error = write
    else:
        attempt(drawer, write)


def _written(situation: Situation, question: Question, what: str) -> Write | str:
    """What saving does, or what is still to be chosen."""
    state, asked = st.session_state, question.question_id
    if what == words.RULE:
        standing = Standing(state[STANDING]) if state.get(STANDING) else None
        return lambda who, why: situation.rule(asked, standing, who=who, why=why)
    if what == words.JOIN:
        other = state.get(OTHER)
        if not other:
            return deciding.CHOOSE_QUESTION
        return lambda who, why: situation.join(asked, str(other), who=who, why=why)
    chosen: Sequence[str] = list(state.get(FIGURES) or [])
    return (lambda who, why: situation.split(chosen, who=who, why=why)) if chosen else deciding.CHOOSE_FIGURE
