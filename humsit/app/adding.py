"""Adding reports: the ways in side by side; what was given is looked at before it is kept."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from humsit import home
from humsit.app import arriving, drafts, feeds, folders, markup, uploads
from humsit.app.desk import Desk
from humsit.app.known import ask_what_is_known, what_is_known
from humsit.app.words import adding as said
from humsit.app.words import arriving as arriving_words
from humsit.app.words import reading as reading_words
from humsit.documents.made import document_of
from humsit.intake.pages import documents_at
from humsit.records import Document, HumsitError, UnreadableInput

WAYS = (said.PASTE, said.FILES, said.ADDRESS, said.FEEDS, said.FOLDER)


def form(desk: Desk) -> None:
    """The ways in, and what would be read from what was given; nothing is kept before it is asked for."""
    way = st.segmented_control(
        said.HOW, WAYS, default=said.PASTE, key="documents_way", label_visibility="collapsed", required=True
    )
    if way == said.FILES:
        _files(desk)
    elif way == said.ADDRESS:
        _address()
    elif way == said.FEEDS:
        feeds.show_feeds(desk)
    elif way == said.FOLDER:
        folders.show_folder(desk)
    else:
        _paste()
    drafts.show_drafts(desk)


def _paste() -> None:
    """A form: what was typed last and the click are sent as one, so that neither overtakes the other."""
    with st.form("documents_paste", border=False):
        st.text_area(said.TEXT, key="documents_text", height=220, placeholder=said.TEXT_HINT)
        ask_what_is_known()
        st.form_submit_button(said.READ, key="documents_preview", type="primary", on_click=_read_pasted)


def _read_pasted() -> None:
    drafts.look_at(_pasted(str(st.session_state.get("documents_text") or "")))


def _pasted(text: str) -> list[Document | str]:
    try:
        return [document_of(text, said.TEXT, what_is_known(), format="pasted text")] if text.strip() else [said.NOTHING_GIVEN]
    except HumsitError as reason:
        return [str(reason)]


def _files(desk: Desk) -> None:
    given = uploads.ask_for_files()
    ask_what_is_known()
    markup.show(said.METADATA_MEANS, kind="hs-note hs-text")
    if given is None:
        return
    try:
        known = what_is_known()
    except HumsitError as reason:
        drafts.look_at([str(reason)])
        return
    if not given.files:
        drafts.look_at([said.NOTHING_GIVEN])
    elif given.are_few:
        with st.spinner(reading_words.READING):
            drafts.look_at(given.read(known))
    else:
        drafts.discard()
        arriving.begin(desk, given, known)


def _address() -> None:
    if not home.may_fetch():
        feeds.say_off()
        return
    url = st.text_input(arriving_words.URL, key="documents_url", placeholder=arriving_words.URL_HINT)
    markup.show(arriving_words.FETCHED_MEANS, kind="hs-note hs-text")
    ask_what_is_known()
    if st.button(arriving_words.FETCH, key="documents_fetch", type="primary"):
        with st.spinner(arriving_words.FETCHING):
            drafts.look_at(_fetched((url or "").strip()))


def _fetched(url: str) -> list[Document | str]:
    try:
        return said_or_read(documents_at(url, what_is_known())) if url else [said.NOTHING_GIVEN]
    except HumsitError as reason:
        return [str(reason)]


def said_or_read(found: Iterable[Document | UnreadableInput]) -> list[Document | str]:
    """What was read; in the place of what cannot be, why."""
    return [str(one) if isinstance(one, UnreadableInput) else one for one in found]


def kept(desk: Desk) -> None:
    """Says once what was kept, and how far the drops are."""
    for line in st.session_state.pop("documents_kept", []):
        markup.notice(line, "good")
    arriving.show_jobs(desk)
