"""The evidence for one fact: its words in the report, who says it, how it stands and why, what was done to it, and the verbs."""

from __future__ import annotations

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from humsit.app import axes, clock, decide, highlight, markup, meaning, panels, phrases, words
from humsit.app.desk import Desk
from humsit.app.drawer import OF_QUESTIONS, Drawer, Mode, open_drawer
from humsit.app.words import evidence as said
from humsit.app.words.buttons import CLOSE, REDO, UNDO
from humsit.app.words.drawers import APPROVE, ASK_CORRECT, ASK_REJECT, TAKE_UP
from humsit.app.words.reading import READ_IN
from humsit.documents.pages import page_of
from humsit.ledger import CorrectedFact, live
from humsit.records import Action, AnyFact, Condition, Correction, Figure, HumsitError, Review
from humsit.situation import NOW, Evidence, Known
from humsit.tables import in_words

DOCUMENTS, OPENED, READING = "documents", "documents_document", "documents_reading_"
"""The view that reads reports, and where the session keeps which one, and how far it is read."""
AROUND = 10_000
"""Characters of a report that are shown before and after a fact."""


def choose(view: str, fact_id: str) -> None:
    """Remembers which fact's evidence a view shows."""
    st.session_state[f"{view}_fact"] = fact_id


def open_report(document_id: str, fact_id: str = "") -> None:
    """Makes a report the one that Documents shows, with the evidence of a fact of it where one is named; "": none."""
    for key in [key for key in st.session_state if str(key).startswith(READING)]:
        del st.session_state[key]
    st.session_state[OPENED] = document_id
    choose(DOCUMENTS, fact_id)


def opened() -> str:
    """The report that Documents shows; "" for none."""
    return str(st.session_state.get(OPENED, ""))


def chosen(view: str) -> str:
    """The fact whose evidence a view shows; "" for none."""
    return str(st.session_state.get(f"{view}_fact", ""))


def beside(fact_id: str) -> tuple[DeltaGenerator, DeltaGenerator]:
    """A table's place and the evidence's at its right, closed where there is none to show.

    The table keeps its place either way: elsewhere it would be another table, and forget how it was sorted.
    """
    left, right = st.columns([7, 5] if fact_id else [1, 1e-6], gap="large" if fact_id else None)
    return left, right


def show_evidence(desk: Desk, fact_id: str, *, view: str, known: Known) -> None:
    """The whole panel, as it was known then. A fact that is gone, or was not there yet, is said to be so."""
    try:
        found = desk.evidence(fact_id, known)
    except HumsitError:
        markup.notice(said.GONE if known == NOW else words.NOT_KNOWN_THEN, "warning")
        st.button(CLOSE, key=f"{view}_evidence_close", on_click=choose, args=(view, ""))
        return
    fact = found.corrected.fact
    with st.container(key=f"{view}_evidence"):
        _title(found, view)
        _verbs(found, view, known)
        show_passage(found)
        _facts(fact, found)
        axes.show_axes(found, view=view, known=known)
        _standing(found, view, known)
        _reasons(fact)
        _history(found.history, view, known)
        _whole_report(desk, found, view, known)


def _title(found: Evidence, view: str) -> None:
    fact = found.corrected.fact
    with st.container(horizontal=True, vertical_alignment="top", key=f"{view}_evidence_title"):
        markup.show(
            markup.tag("div", phrases.subject(fact), kind="hs-note"),
            markup.tag("h2", value_of(fact), kind="hs-value"),
            markup.tag("div", _was(found.corrected), kind="hs-note"),
            markup.tag(
                "div", panels.standing_chip(found.question.standing if found.question else None), " ", _review_chip(found)
            ),
            kind="hs-card hs-bare",
        )
        st.button(CLOSE, key=f"{view}_evidence_close", on_click=choose, args=(view, ""), type="tertiary")


def value_of(fact: AnyFact) -> str:
    """A figure's value, or what a condition means for people, in words."""
    if isinstance(fact, Figure):
        return in_words(fact)
    return words.condition_words(fact.condition, fact.state) if isinstance(fact, Condition) else fact.phrase


def _was(corrected: CorrectedFact) -> markup.Safe:
    changes = corrected.changes.keys() - OF_QUESTIONS - {"credibility"}
    if not changes:
        return markup.Safe("")
    before = value_of(corrected.original)
    changed = ", ".join(words.field_name(name).lower() for name in changes)
    return markup.joined([said.BEFORE_CORRECTION, markup.tag("span", before, kind="hs-gone"), said.changed(changed)], " ")


def _review_chip(found: Evidence) -> markup.Safe:
    review = found.corrected.review
    tone = {
        Review.REJECTED: "bad",
        Review.APPROVED: "good",
        Review.APPROVED_BUT_CHANGED: "neutral",
        Review.IN_REVIEW: "neutral",
    }.get(review, "quiet")
    changed = review is Review.EXTRACTED and found.corrected.changes.keys() - OF_QUESTIONS
    return meaning.chip(f"review-{review.value}", tone, words.CHANGED_NOT_APPROVED if changed else "")


def _verbs(found: Evidence, view: str, known: Known) -> None:
    fact_id, version = found.corrected.fact_id, found.corrected.version
    labels: list[tuple[Mode, str]] = [("correct", ASK_CORRECT), ("approve", APPROVE), ("reject", ASK_REJECT)]
    if found.corrected.review is Review.EXTRACTED:
        labels.append(("take_up", TAKE_UP))
    with st.container(horizontal=True, gap="small"):
        for mode, label in labels:
            drawer = Drawer(mode, fact_id=fact_id, version=version)
            st.button(
                label,
                key=f"{view}_{mode}",
                on_click=open_drawer,
                args=(drawer,),
                type="primary" if mode == "correct" else "secondary",
                **clock.deciding(known, disabled=mode == "reject" and found.corrected.rejected),
            )


def show_passage(found: Evidence) -> None:
    """The sentence with what stands around it, its words marked, and where it was printed."""
    fact, document = found.corrected.original, found.document
    start, end = highlight.neighbourhood(fact, document.text)
    markup.show(highlight.passage(document.text, highlight.marks_for(fact, document), start, end))
    legend = [markup.tag("mark", said.ITS_WORDS, kind="hs-fact")]
    if isinstance(fact, Figure) and fact.unit_start is not None:
        legend.append(markup.tag("mark", said.COUNTED, kind="hs-unit"))
    legend += [markup.tag("mark", said.CLAIMANT, kind="hs-claimant")] if fact.claimant else []
    legend += [markup.tag("mark", said.PLACE, kind="hs-place")] if fact.place else []
    markup.show(markup.joined(legend, " "), kind="hs-key hs-report hs-legend")
    page = page_of(document, fact.start)
    printed = phrases.printed(document.publisher, document.agency, document.published)
    markup.sources(phrases.title(document), f", {said.on_page(page)}" if page else "", " — ", printed)


def _facts(fact: AnyFact, found: Evidence) -> None:
    rows: list[tuple[str, str]] = [
        ("claimant", phrases.claimed(fact)),
        ("place", fact.place or words.NO_PLACE),
    ]
    if isinstance(fact, Figure):
        rows += [("whose", phrases.whose(fact)), ("period", fact.period)]
        rows += [("limit", meaning.term(f"limit-{fact.qualifier.value}"))]
    rows += [("as-of", phrases.day(fact.as_of)), ("event", fact.event), ("origin", phrases.origin(fact))]
    terms = [markup.joined([markup.tag("dt", meaning.term(name)), markup.tag("dd", told)]) for name, told in rows if told]
    markup.show(markup.tag("dl", *terms, kind="hs-facts"))


def _standing(found: Evidence, view: str, known: Known) -> None:
    question = found.question
    if question is None:
        return
    markup.heading(said.HOW_IT_STANDS, level=3)
    markup.show(
        markup.strong(words.STANDING[question.standing]), ". ", question.worked_out or words.STANDING_MEANS[question.standing]
    )
    if decided := phrases.decided(question):
        markup.show(decided, f" {said.because(question.ruling.why)}" if question.ruling else "", kind="hs-note hs-text")
    decide.button(question, key=f"{view}_decide", known=known)
    if found.rivals:
        told = [
            markup.tag("li", phrases.claimed(rival.fact), ": ", markup.strong(value_of(rival.fact)))
            for rival in found.rivals[:12]
        ]
        markup.show(markup.tag("div", said.BESIDE_IT, kind="hs-note"), markup.tag("ul", *told, kind="hs-history"))


def _reasons(fact: AnyFact) -> None:
    if fact.why:
        with st.expander(said.WHY_READ_SO):
            lines = [
                markup.tag(
                    "li", markup.strong(words.field_name(why.field)), ": ", why.rule, f" “{why.words}”" if why.words else ""
                )
                for why in fact.why
            ]
            markup.show(markup.tag("ul", *lines, kind="hs-history"))


def _history(rows: list[Correction], view: str, known: Known) -> None:
    markup.heading(said.HISTORY, level=3)
    if not rows:
        markup.show(said.NOT_CHANGED, kind="hs-note hs-text")
        return
    counting = {row.correction_id for row in live(rows)}
    for row in reversed(rows):
        with st.container(horizontal=True, vertical_alignment="center"):
            markup.show(history_line(row, undone=row.correction_id not in counting))
            if row.correction_id in counting:
                undo = Drawer("undo", fact_id=row.fact_id, correction_id=row.correction_id, notes={"what": undo_words(row)})
                label = REDO if row.action is Action.UNDO else UNDO
                key = f"{view}_undo_{row.correction_id}"
                st.button(label, key=key, on_click=open_drawer, args=(undo,), type="tertiary", **clock.deciding(known))


def history_line(row: Correction, *, undone: bool = False) -> markup.Safe:
    """One row of the ledger: what was done, by whom, when and why."""
    did = words.ACTION[row.action]
    if row.action is Action.CORRECT and row.field:
        did = _asked(row) or said.reads(words.field_name(row.field), row.was or words.NOTHING, row.now or words.NOTHING)
    elif row.action is Action.UNDO:
        did = said.took_back(row.undoes)
    line = markup.tag("span", did, kind="hs-gone" if undone else "hs-did")
    note = markup.tag("div", f"{row.who}, {phrases.moment(row.when)}: “{row.why}”", kind="hs-note")
    return markup.tag("div", line, markup.chip(said.UNDONE, "quiet") if undone else "", note, kind="hs-line")


def _asked(row: Correction) -> str:
    """What was decided about a figure's question, or that it was taken up; "" for everything else."""
    if row.field == "ruled_standing":
        was, now = (words.plain(code) if code else words.AS_WORKED_OUT for code in (row.was, row.now))
        return said.standing_decided(was, now)
    if row.field == "review":
        return words.TAKEN_UP
    if row.field != "beside":
        return ""
    if row.now is None:
        return said.PUT_BACK
    return said.QUESTION_OF_ITS_OWN if row.now == row.fact_id else said.put_to(row.now)


def undo_words(row: Correction) -> str:
    """What undoing this row means."""
    if row.action is Action.CORRECT and (asked := _asked(row)):
        return said.no_longer_counts(asked)
    if row.action is Action.CORRECT and row.field:
        return said.reads_again(words.field_name(row.field), row.was or words.NOTHING, row.now or words.NOTHING)
    return said.row_no_longer_counts(row.correction_id, words.ACTION[row.action].lower())


def _whole_report(desk: Desk, found: Evidence, view: str, known: Known) -> None:
    """The report around the fact, all of it where it is short, and the way to where it is read; made when it is opened."""
    part = panels.unfolded(said.WHOLE_REPORT, key=f"{view}_whole")
    if part is None:
        return
    fact, document = found.corrected.original, found.document
    with part:
        facts = [corrected.original for corrected in desk.document_facts(document.document_id, known)]
        start, end = max(0, fact.start - AROUND), min(len(document.text), fact.end + AROUND)
        markup.show(highlight.passage(document.text, highlight.marks_for(fact, document, facts), start, end))
        page = st.session_state.get("pages", {}).get(DOCUMENTS)
        if page is not None and view != DOCUMENTS:
            there = {"document": document.document_id, "fact": fact.fact_id}
            st.page_link(page, label=READ_IN, icon=":material/menu_book:", query_params=there)
