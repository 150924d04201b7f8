"""Adding reports: paste or upload, see what is read in them, keep them."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import streamlit as st

from humsit.app import evidence, highlight, markup, phrases, reading
from humsit.app.desk import Desk
from humsit.app.words import adding as said
from humsit.app.words import counts
from humsit.app.words import reading as reading_words
from humsit.documents.formats import FORMATS
from humsit.documents.made import document_of
from humsit.documents.metadata import Metadata, date_of
from humsit.documents.read import read_inputs
from humsit.records import AnyFact, Document, HumsitError, UnreadableInput

PREVIEWED = 20_000
"""Characters of a report that are shown before it is kept."""
PREVIEWS = 5
"""Reports that are shown before they are kept."""


def form(desk: Desk) -> None:
    """The form, and what would be read from what was given; nothing is kept before it is asked for."""
    ways = [said.PASTE, said.UPLOAD]
    way = st.segmented_control(
        said.HOW, ways, default=said.PASTE, key="documents_way", label_visibility="collapsed", required=True
    )
    if way == said.UPLOAD:
        given: Any = st.file_uploader(
            said.REPORTS, type=_endings(), accept_multiple_files=True, key="documents_files", max_upload_size=20
        )
    else:
        given = st.text_area(said.TEXT, key="documents_text", height=220, placeholder=said.TEXT_HINT)
    with st.container(horizontal=True):
        for name, label in said.METADATA.items():
            hint = said.DAY_HINT if name == "published" else said.OPTIONAL
            st.text_input(label, key=f"documents_{name}", placeholder=hint, width=220)
    if st.button(said.READ, key="documents_preview", type="primary"):
        _discard()
        with st.spinner(reading_words.READING):
            st.session_state["documents_draft"] = _drafts(given)
    _preview(desk)


def _endings() -> list[str]:
    return [ending.removeprefix(".") for ending in FORMATS]


def _metadata() -> Metadata:
    state = st.session_state
    names = ("title", "publisher", "agency")
    texts: dict[str, Any] = {name: str(state.get(f"documents_{name}") or "").strip() or None for name in names}
    return Metadata(**texts, published=date_of(str(state.get("documents_published") or "").strip() or None))


def _drafts(given: Any) -> list[Document | str]:
    """The reports given, not yet kept; in the place of what cannot be read, why."""
    try:
        known = _metadata()
        if isinstance(given, str) and given.strip():
            return [document_of(given, said.TEXT, known, format="pasted text")]
        if not given:
            return [said.NOTHING_GIVEN]
        return [found for upload in given for found in _read_upload(upload, known)]
    except HumsitError as reason:
        return [str(reason)]


def _read_upload(upload: Any, known: Metadata) -> list[Document | str]:
    """An uploaded file, read like any other input; its name is only shown, never used as a path."""
    ending = Path(upload.name).suffix.lower()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"upload{ending if ending in FORMATS else '.txt'}")
        path.write_bytes(upload.getvalue())
        found = list(read_inputs([str(path)], known))
    return [str(one).replace(str(path), upload.name) if isinstance(one, UnreadableInput) else one for one in found]


def _preview(desk: Desk) -> None:
    drafts: list[Document | str] = st.session_state.get("documents_draft", [])
    for draft in drafts:
        if isinstance(draft, str):
            markup.notice(draft, "error")
    documents = [draft for draft in drafts if isinstance(draft, Document)]
    if not documents:
        return
    for document in documents[:PREVIEWS]:
        _preview_one(desk, document)
    if len(documents) > PREVIEWS:
        markup.sources(said.more(len(documents) - PREVIEWS))
    with st.container(horizontal=True):
        st.button(said.keep(len(documents)), key="documents_keep", type="primary", on_click=_keep, args=(desk, documents))
        st.button(said.DISCARD, key="documents_discard", on_click=_discard)


def _read_once(desk: Desk, document: Document) -> list[AnyFact]:
    """What would be read from a draft; read once, however often the page is drawn."""
    read: dict[str, list[AnyFact]] = st.session_state.setdefault("documents_previewed", {})
    if document.document_id not in read:
        with st.spinner(reading_words.READING):
            read[document.document_id] = desk.situation.preview(document)
    return read[document.document_id]


def _preview_one(desk: Desk, document: Document) -> None:
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
        if facts:
            markup.scrolling(reading.list_of(facts[: reading.LISTED]), called=reading_words.FOUND_HERE, kind="hs-boxed")
        else:
            markup.show(said.NOTHING_FOUND)


def _discard() -> None:
    for name in ("draft", "previewed"):
        st.session_state.pop(f"documents_{name}", None)


def _keep(desk: Desk, documents: list[Document]) -> None:
    """Keeps the reports that were previewed; the form is emptied."""
    told: list[str] = []
    for document in documents:
        try:
            added = desk.situation.add(document)
        except HumsitError as reason:
            told.append(str(reason))
            continue
        evidence.open_report(added.document.document_id)
        told.append(said.kept(counts.figures(added.figures), counts.conditions(added.conditions), new=added.new))
    st.session_state["documents_kept"] = told
    _discard()
    for name in ("text", "title", "publisher", "agency", "published"):
        st.session_state[f"documents_{name}"] = ""


def kept() -> None:
    """Says once what was kept."""
    for line in st.session_state.pop("documents_kept", []):
        markup.notice(line, "good")
