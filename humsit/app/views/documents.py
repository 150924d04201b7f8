"""Documents: the reports as received. Paste or upload one, see what is read in it, keep it; read it, and mark what was missed."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import pandas as pd
import streamlit as st

from humsit.app import evidence, grid, highlight, markup, phrases, words
from humsit.app.desk import Desk
from humsit.app.drawer import Drawer, open_drawer
from humsit.app.passage import reading_pane
from humsit.documents.read import FORMATS, Metadata, date_of, document_from_text, read_inputs
from humsit.records import AnyFact, Condition, Document, Figure, HumsitError, UnreadableInput
from humsit.situation import NOW, Known, Selection

VIEW = "documents"


def show(desk: Desk, selection: Selection) -> None:
    """The list of reports, the way to add one, and the one that is being read."""
    everything = selection.widest
    frame = desk.table("documents", everything)
    markup.heading(words.DOCUMENTS, words.count(len(frame), "report"), level=1)
    _kept()
    if everything.known == NOW:
        with st.expander("Add a report", expanded=frame.empty, icon=":material/add:", key="documents_add"):
            _add(desk)
    else:
        markup.sources(words.ADD_NOW)
    if frame.empty and everything.known != NOW:
        markup.empty(words.NOTHING_THEN, words.ANOTHER_DAY)
        return
    if frame.empty:
        markup.empty("There is no report yet.", "Paste one above, or upload it. Nothing leaves this machine.")
        return
    _list(desk, frame, everything)
    chosen = st.session_state.get("documents_document") or str(frame["document_id"].iloc[-1])
    if chosen in set(frame["document_id"]):
        _read(desk, chosen, everything.known)


def _list(desk: Desk, frame: pd.DataFrame, everything: Selection) -> None:
    shown = frame.copy()
    untitled = shown["title"].isna() | (shown["title"] == "")
    named = [
        phrases.title(desk.document(i)) if no else t
        for i, no, t in zip(shown["document_id"], untitled, shown["title"], strict=True)
    ]
    shown["title"] = pd.Series(named, index=shown.index, dtype="string")
    key = grid.key_of("documents_list", everything, desk.revision)
    grid.choosing_table(shown, "documents", key=key, chosen=_choose_document, ids="document_id")
    grid.csv_buttons(desk, "documents", everything, key="documents_csv")


def _choose_document(document_id: str) -> None:
    st.session_state["documents_document"] = document_id
    evidence.choose(VIEW, "")


# --- reading


def _read(desk: Desk, document_id: str, known: Known) -> None:
    document, facts = desk.document(document_id), desk.document_facts(document_id, known)
    standing = [corrected.original for corrected in facts if not corrected.rejected]
    markup.heading(phrases.title(document), level=2)
    markup.show(_described(document, standing), kind="hs-note hs-text")
    chosen = evidence.chosen(VIEW)
    left, right = st.columns([7, 5], gap="large")
    with left:
        _pane(document, standing, chosen, known)
    with right:
        if chosen:
            evidence.show_evidence(desk, chosen, view=VIEW, known=known)
        else:
            _facts_of(standing)


def _described(document: Document, facts: list[AnyFact]) -> str:
    figures, conditions = _number(facts, Figure), _number(facts, Condition)
    printed = phrases.printed(document.publisher, document.agency, document.published)
    return f"{printed}. {words.count(figures, 'figure')}, {words.count(conditions, 'condition')}."


def _number(facts: list[AnyFact], kind: type[Figure] | type[Condition]) -> int:
    return sum(isinstance(fact, kind) for fact in facts)


def _pane(document: Document, facts: list[AnyFact], chosen: str, known: Known) -> None:
    add = " Select the words of a figure that is not marked to add it." if known == NOW else ""
    markup.show(f"Choose a marked passage for its evidence.{add}", kind="hs-note hs-text")
    kinds: dict[str, str] = {fact.fact_id: fact.kind for fact in facts}
    pieces = highlight.segments(document.text, highlight.marks_of(facts))
    found = reading_pane(pieces, key=f"documents_pane_{document.document_id}", chosen=chosen, kinds=kinds)
    if found.picked and found.picked in kinds and found.picked != chosen:
        evidence.choose(VIEW, found.picked)
        st.rerun()
    if known == NOW:
        _selected(document, found.selected)


def _selected(document: Document, selected: Any) -> None:
    """The words selected in the text, and the way to make them a figure; or typing them, where selecting is hard."""
    span = _span(selected, document.text) or _typed_words(document)
    if span is None:
        return
    start, end = span
    with st.container(horizontal=True, vertical_alignment="center"):
        markup.show("Selected: ", markup.strong(f"“{_short(document.text[start:end])}”"))
        drawer = Drawer("add", document_id=document.document_id, start=start, end=end)
        st.button("Add as a figure…", key="documents_add_figure", on_click=open_drawer, args=(drawer,), type="primary")


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
    with st.expander("Add a missing figure by typing its words", key="documents_missing"):
        wanted = st.text_input("The number's words, exactly as printed", key="documents_words")
        number = st.number_input("Which occurrence", min_value=1, value=1, key="documents_occurrence")
        if not wanted:
            return None
        span = highlight.words_at(document.text, wanted, int(number))
        if span is None:
            markup.notice("These words do not stand in the report so often.", "warning", "Check the spelling, or the occurrence.")
        return span


def _short(text: str) -> str:
    return text if len(text) <= 80 else f"{text[:78]}…"


def _facts_of(facts: list[AnyFact]) -> None:
    markup.heading("Read in this report", level=3)
    if not facts:
        markup.show("No figure and no condition was found. Select the words of one to add it.", kind="hs-note hs-text")
        return
    with st.container(height=560, border=False):
        markup.show(_list_of(facts))


def _list_of(facts: list[AnyFact]) -> markup.Safe:
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


# --- adding


def _add(desk: Desk) -> None:
    way = st.segmented_control(
        "How", ["Paste", "Upload"], default="Paste", key="documents_way", label_visibility="collapsed", required=True
    )
    if way == "Upload":
        given: Any = st.file_uploader(
            "Reports", type=_endings(), accept_multiple_files=True, key="documents_files", max_upload_size=20
        )
    else:
        given = st.text_area("Text of the report", key="documents_text", height=220, placeholder="Paste the whole text here.")
    with st.container(horizontal=True):
        for name, label in (("title", "Title"), ("publisher", "Publisher"), ("agency", "Agency"), ("published", "Published")):
            hint = "2022-03-03" if name == "published" else "optional"
            st.text_input(label, key=f"documents_{name}", placeholder=hint, width=220)
    if st.button("Read it", key="documents_preview", type="primary"):
        st.session_state["documents_draft"] = _drafts(given)
    _preview(desk)


def _endings() -> list[str]:
    return [ending.removeprefix(".") for ending in FORMATS]


def _metadata() -> Metadata:
    state = st.session_state
    texts = {name: str(state.get(f"documents_{name}") or "").strip() or None for name in ("title", "publisher", "agency")}
    return Metadata(**texts, published=date_of(str(state.get("documents_published") or "").strip() or None))


def _drafts(given: Any) -> list[Document | str]:
    """The reports given, not yet kept; in the place of what cannot be read, why."""
    try:
        known = _metadata()
        if isinstance(given, str):
            facts = {"title": known.title, "publisher": known.publisher, "agency": known.agency}
            return [document_from_text(given, published=known.published, **facts)]
        if not given:
            return ["There is nothing to read yet: paste a text or choose a file."]
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
    for document in documents[:5]:
        _preview_one(desk, document)
    if len(documents) > 5:
        markup.sources(f"and {len(documents) - 5} more reports")
    keep = "Keep this report" if len(documents) == 1 else f"Keep these {len(documents)} reports"
    with st.container(horizontal=True):
        st.button(keep, key="documents_keep", type="primary", on_click=_keep, args=(desk, documents))
        st.button("Discard", key="documents_discard", on_click=_discard)


def _preview_one(desk: Desk, document: Document) -> None:
    facts = desk.situation.preview(document)
    markup.heading(phrases.title(document), _described(document, facts), looks=3)
    left, right = st.columns([7, 5], gap="large")
    with left, st.container(height=min(420, 120 + len(document.text) // 3), border=True):
        markup.show(highlight.passage(document.text, highlight.marks_of(facts)))
    with right:
        markup.show(_list_of(facts) if facts else "No figure and no condition was found in it. It can be kept all the same.")


def _discard() -> None:
    st.session_state.pop("documents_draft", None)


def _keep(desk: Desk, documents: list[Document]) -> None:
    """Keeps the reports that were previewed; the form is emptied."""
    told: list[str] = []
    for document in documents:
        try:
            added = desk.situation.add(document)
        except HumsitError as reason:
            told.append(str(reason))
            continue
        st.session_state["documents_document"] = added.document.document_id
        known = "Kept" if added.new else "This report was kept already; nothing has changed"
        told.append(f"{known}: {words.count(added.figures, 'figure')}, {words.count(added.conditions, 'condition')}.")
    st.session_state["documents_kept"] = told
    _discard()
    evidence.choose(VIEW, "")
    for name in ("text", "title", "publisher", "agency", "published"):
        st.session_state[f"documents_{name}"] = ""


def _kept() -> None:
    for line in st.session_state.pop("documents_kept", []):
        markup.notice(line, "good")
