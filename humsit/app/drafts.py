"""Reports that were read and are not kept yet: what each says, where what is known of it was found, and what looks odd."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import streamlit as st

from humsit.app import evidence, highlight, markup, phrases, reading
from humsit.app.desk import Desk
from humsit.app.words import adding as said
from humsit.app.words import counts
from humsit.app.words import reading as reading_words
from humsit.documents.language import name_of
from humsit.documents.metadata import date_of
from humsit.documents.oddities import Odd, oddities
from humsit.records import AnyFact, Document, HumsitError

PREVIEWED = 20_000
"""Characters of a report that are shown before it is kept."""
PREVIEWS = 5
"""Reports that are shown before they are kept."""
ASKED_FOR = {Odd.NO_DATE, Odd.NO_PUBLISHER}
"""What is odd and can be mended in a field beside it."""


def look_at(found: Sequence[Document | str]) -> None:
    """Put reports up to be looked at, and sentences in the place of what could not be read; those of before are let go."""
    discard()
    st.session_state["documents_draft"] = list(found)


def discard() -> None:
    """Let go of what was put up."""
    for name in ("draft", "previewed"):
        st.session_state.pop(f"documents_{name}", None)


def show_drafts(desk: Desk) -> None:
    """What was put up, with the button that keeps it."""
    drafts: list[Document | str] = st.session_state.get("documents_draft", [])
    for draft in drafts:
        if isinstance(draft, str):
            markup.notice(draft, "error")
    documents = [draft for draft in drafts if isinstance(draft, Document)]
    if not documents:
        return
    for document in documents[:PREVIEWS]:
        _show(desk, document)
    if len(documents) > PREVIEWS:
        markup.sources(said.more(len(documents) - PREVIEWS))
    with st.container(horizontal=True):
        st.button(said.keep(len(documents)), key="documents_keep", type="primary", on_click=_keep, args=(desk, documents))
        st.button(said.DISCARD, key="documents_discard", on_click=discard)


def _read_once(desk: Desk, document: Document) -> list[AnyFact]:
    """What would be read from a draft; read once, however often the page is drawn."""
    read: dict[str, list[AnyFact]] = st.session_state.setdefault("documents_previewed", {})
    if document.document_id not in read:
        with st.spinner(reading_words.READING):
            read[document.document_id] = desk.situation.preview(document)
    return read[document.document_id]


def _show(desk: Desk, document: Document) -> None:
    facts = _read_once(desk, document)
    markup.heading(phrases.title(document), reading.described(document, facts), looks=3)
    left, right = st.columns([7, 5], gap="large")
    with left:
        end = min(PREVIEWED, len(document.text))
        shown = highlight.passage(document.text, highlight.marks_of(facts), 0, end)
        markup.scrolling(shown, called=reading_words.TEXT_OF_THE_REPORT, kind="hs-boxed")
        if end < len(document.text):
            markup.sources(reading_words.PART_TOO_LONG)
    with right:
        _show_metadata(document)
        _show_odd(desk, document, facts)
        if facts:
            markup.scrolling(reading.list_of(facts[: reading.LISTED]), called=reading_words.FOUND_HERE, kind="hs-boxed")
        else:
            markup.show(said.NOTHING_FOUND)


def _show_metadata(document: Document) -> None:
    """What is known of it and where that was found; what decides who says so, and when, is asked for where it is missing."""
    rows = []
    for name, label in said.ABOUT.items():
        value = name_of(document.language) if name == "language" and document.language else getattr(document, name)
        shown = phrases.day(value) if isinstance(value, dt.date) else value
        unsaid = said.RECOGNISED if name == "language" else said.GIVEN
        where = said.found_in(document.found.get(name, unsaid)) if value else ""
        note = markup.tag("span", where, kind="hs-note")
        rows.append(markup.joined((markup.tag("dt", label), markup.tag("dd", shown or said.NOT_STATED, " ", note))))
    st.html(markup.tag("dl", *rows, kind="hs-facts hs-text"))
    asked = {name: why for name, why in said.WHY_ASKED.items() if getattr(document, name) is None}
    if not asked:
        return
    markup.notice(said.NOT_SAID_THERE, "warning", *asked.values())
    with st.container(horizontal=True):
        for name in asked:
            hint = said.DAY_HINT if name == "published" else said.OPTIONAL
            st.text_input(said.METADATA[name], key=_asked(name, document), placeholder=hint, width=200)


def _show_odd(desk: Desk, document: Document, facts: Sequence[AnyFact]) -> None:
    found = oddities(document, facts, languages=desk.situation.languages)
    odd = [oddity.says for oddity in found if oddity.kind not in ASKED_FOR]
    if odd:
        markup.notice(said.ODD, "warning", *odd)


def _asked(name: str, document: Document) -> str:
    return f"documents_{name}_of_{document.document_id}"


def _completed(document: Document) -> Document:
    """The report with what was given beside its preview. WrongValue for a day that is none."""
    given = {name: str(st.session_state.get(_asked(name, document)) or "").strip() for name in said.WHY_ASKED}
    known = {"published": date_of(given["published"] or None), "publisher": given["publisher"] or None}
    return document.model_copy(update={name: value for name, value in known.items() if value})


def _keep(desk: Desk, documents: list[Document]) -> None:
    """Keeps the reports that were put up; what cannot be kept stays up, with the reason."""
    told: list[str] = []
    left: list[Document | str] = []
    for document in documents:
        try:
            added = desk.situation.add(_completed(document))
        except HumsitError as reason:
            left += [str(reason), document]
            continue
        evidence.open_report(added.document.document_id)
        told.append(said.kept(counts.figures(added.figures), counts.conditions(added.conditions), added))
    st.session_state["documents_kept"] = told
    discard()
    if left:
        st.session_state["documents_draft"] = left
        return
    for name in ("text", "url", *said.METADATA):
        st.session_state[f"documents_{name}"] = ""
