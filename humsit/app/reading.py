"""Reading one report: its text with its facts marked, the evidence of the chosen one, and a place to add what was missed.

A long report is read a part at a time, so that a book costs no more than a page.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import streamlit as st

from humsit.app import evidence, highlight, markup, phrases
from humsit.app.about import show_about
from humsit.app.desk import Desk
from humsit.app.drawer import Drawer, open_drawer
from humsit.app.passage import reading_pane
from humsit.app.report_decisions import show_withdrawn
from humsit.app.story import show_story
from humsit.app.words import reading as said
from humsit.app.words.reports import NOT_COUNTED, printed_again
from humsit.records import AnyFact, Condition, Document, Figure
from humsit.situation import NOW, Known

VIEW = evidence.DOCUMENTS
LISTED = 100
"""Facts listed beside the text."""
_PART, _TURN, _ARRIVE, _AT = (f"{evidence.READING}{name}" for name in ("part", "turn", "arrive", "at"))


def show_report(desk: Desk, document_id: str, known: Known) -> None:
    """A report with its facts marked, as they were known then. UnknownFact where there is none, or was none then."""
    document, told = desk.document(document_id), desk.document_facts(document_id, known)
    facts = [corrected.original for corrected in told if not corrected.rejected]
    markup.heading(phrases.title(document), level=2)
    printers = {one.publisher for one in desk.printings_of(document_id, known) if one.publisher}
    again = f" {printed_again(len(printers))}" if len(printers) > 1 else ""
    markup.show(described(document, facts) + again, kind="hs-note hs-text")
    withdrawn = desk.is_withdrawn(document_id, known)
    if withdrawn:
        show_withdrawn(desk, document, known)
    else:
        show_story(desk, document, known)
    show_about(desk, document, facts, known)
    chosen = "" if withdrawn else evidence.chosen(VIEW)
    left, right = st.columns([7, 5], gap="large")
    with left:
        start, end = _part(document, facts, chosen)
        here = [fact for fact in facts if start <= fact.start < end]
        _pane(document, here, chosen, known, start, end, fixed=withdrawn)
    with right:
        if chosen:
            evidence.show_evidence(desk, chosen, view=VIEW, known=known)
        else:
            _found_in(here, withdrawn=withdrawn, whole=end - start == len(document.text))


def described(document: Document, facts: Sequence[AnyFact]) -> str:
    """Where and when it was printed, and how much was read in it."""
    figures, conditions = _number(facts, Figure), _number(facts, Condition)
    printed = phrases.printed(document.publisher, document.agency, document.published)
    return said.described(printed, figures, conditions)


def _number(facts: Sequence[AnyFact], kind: type[Figure] | type[Condition]) -> int:
    return sum(isinstance(fact, kind) for fact in facts)


def _part(document: Document, facts: Sequence[AnyFact], chosen: str) -> tuple[int, int]:
    """The stretch that is shown: the whole report, or the part that was turned to, or that holds what was chosen."""
    parts = highlight.parts(document.text, facts)
    if len(parts) == 1:
        return parts[0]
    state = st.session_state
    if chosen != state.get(_AT) and (at := next((fact.start for fact in facts if fact.fact_id == chosen), None)) is not None:
        state[_PART] = next(number for number, (start, end) in enumerate(parts, 1) if start <= at < end)
    state[_AT] = chosen
    if turn := state.pop(_TURN, 0):
        state[_PART] = int(state.get(_PART, 1)) + turn
    state[_PART] = min(max(1, int(state.get(_PART, 1))), len(parts))
    number = st.pagination(len(parts), key=_PART)
    start, end = parts[number - 1]
    markup.show(said.part(number, len(parts), start, end, len(document.text)), kind="hs-note hs-text")
    return start, end


def _pane(document: Document, facts: Sequence[AnyFact], chosen: str, known: Known, start: int, end: int, *, fixed: bool) -> None:
    """The text with its facts marked; `fixed`: nothing in it can be chosen or added."""
    if not fixed:
        markup.show(f"{said.CHOOSE} {said.WHERE_TO_ADD if known == NOW else ''}", kind="hs-note hs-text")
    told = {fact.fact_id: " · ".join((evidence.value_of(fact), phrases.subject(fact), phrases.claimed(fact))) for fact in facts}
    found = reading_pane(
        highlight.passages(document.text, facts, start, end),
        key=f"documents_pane_{document.document_id}",
        evidence=f"st-key-{VIEW}_evidence",
        chosen=chosen,
        told=told,
        before=start > 0,
        after=end < len(document.text),
        arrive=int(st.session_state.get(_ARRIVE, 0)),
    )
    if found.turned:
        _turn(1 if found.turned > 0 else -1)
    if fixed:
        return
    if found.picked and found.picked in told and found.picked != chosen:
        evidence.choose(VIEW, found.picked)
        st.rerun()
    if known == NOW:
        _selected(document, found.selected)


def _turn(by: int) -> None:
    """Goes to the next part or back, and there to its first or its last passage."""
    st.session_state[_TURN] = by
    st.session_state[_ARRIVE] = by * (abs(int(st.session_state.get(_ARRIVE, 0))) + 1)
    st.rerun()


def _selected(document: Document, selected: Any) -> None:
    """The words selected in the text, and the way to make them a figure; or typing them, where selecting is hard."""
    span = _span(selected, document.text) or _typed_words(document)
    if span is None:
        return
    start, end = span
    with st.container(horizontal=True, vertical_alignment="center"):
        markup.show(said.SELECTED, " ", markup.strong(f"“{_short(document.text[start:end])}”"))
        drawer = Drawer("add", document_id=document.document_id, start=start, end=end)
        st.button(said.ADD_AS_FIGURE, key="documents_add_figure", on_click=open_drawer, args=(drawer,), type="primary")


def _span(selected: Any, text: str) -> tuple[int, int] | None:
    """The selection in characters of the text, without the blanks around it."""
    if not selected:
        return None
    start, end = int(selected["start"]), int(selected["end"])
    if not 0 <= start < end <= len(text) or not text[start:end].strip():
        return None
    chosen = text[start:end]
    return start + len(chosen) - len(chosen.lstrip()), end - len(chosen) + len(chosen.rstrip())


def _typed_words(document: Document) -> tuple[int, int] | None:
    with st.expander(said.ADD_BY_TYPING, key="documents_missing"):
        wanted = st.text_input(said.TYPED_WORDS, key="documents_words")
        number = st.number_input(said.OCCURRENCE, min_value=1, value=1, key="documents_occurrence")
        if not wanted:
            return None
        span = highlight.words_at(document.text, wanted, int(number))
        if span is None:
            markup.notice(said.NOT_SO_OFTEN, "warning", said.NOT_SO_OFTEN_NEXT)
        return span


def _short(text: str) -> str:
    return text if len(text) <= 80 else f"{text[:78]}…"


def _found_in(facts: Sequence[AnyFact], *, withdrawn: bool, whole: bool) -> None:
    heading = NOT_COUNTED if withdrawn else said.FOUND_HERE if whole else said.FOUND_IN_PART
    markup.heading(heading, level=3)
    if not facts:
        markup.show(said.NOTHING_HERE if whole else said.NOTHING_IN_PART, kind="hs-note hs-text")
        return
    markup.scrolling(list_of(facts[:LISTED]), called=said.FOUND_HERE)
    if len(facts) > LISTED:
        markup.sources(said.more_marked(len(facts) - LISTED))


def list_of(facts: Sequence[AnyFact]) -> markup.Safe:
    """What was read, one line a fact: its value, what it is about, who says so."""
    lines = [
        markup.tag(
            "li",
            markup.strong(evidence.value_of(fact)),
            " ",
            phrases.subject(fact),
            markup.tag("div", phrases.claimed(fact), kind="hs-note"),
        )
        for fact in facts
    ]
    return markup.tag("ul", *lines, kind="hs-history")
