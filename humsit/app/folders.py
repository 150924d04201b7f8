"""A folder of this machine: looked at once, or watched while humsit runs. Only where humsit serves this machine alone."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

import streamlit as st

from humsit.app import arriving, markup
from humsit.app.desk import Desk
from humsit.app.jobs import jobs
from humsit.app.known import ask_what_is_known, what_is_known
from humsit.app.words import arriving as said
from humsit.app.words.adding import METADATA_MEANS
from humsit.intake.drop import files_in
from humsit.intake.keep import Incoming
from humsit.intake.watch import Watch, folder_to_watch
from humsit.records import HumsitError, WrongValue

EVERY = 2.0
"""Seconds between two looks at how a watched folder goes."""
HERE = frozenset({"127.0.0.1", "localhost", "::1"})


def show_folder(desk: Desk) -> None:
    """The folders that are watched, and the way to name one."""
    if not serves_this_machine_alone():
        markup.notice(said.FOLDER_ELSEWHERE, "info", said.FOLDER_ELSEWHERE_NEXT)
        return
    for watch in jobs().watched(desk.situation):
        st.fragment(_show_watch, run_every=EVERY)(watch)
    st.text_input(said.PATH, key="documents_folder", placeholder=said.PATH_HINT)
    ask_what_is_known()
    markup.show(METADATA_MEANS, kind="hs-note hs-text")
    with st.container(horizontal=True):
        st.button(said.READ_ONCE, key="documents_folder_once", type="primary", on_click=_tried, args=(_look, desk))
        st.button(said.WATCH, key="documents_folder_watch", on_click=_tried, args=(_watch, desk))
    if error := st.session_state.pop("documents_folder_error", ""):
        markup.notice(error, "error")
    markup.show(said.FOLDER_MEANS, kind="hs-note hs-text")


def _show_watch(watch: Watch) -> None:
    if watch.is_over:
        st.rerun()
    with st.container(horizontal=True, vertical_alignment="center"):
        told = watch.said or said.watching(watch.kept, watch.there_already, len(watch.refused))
        markup.show(markup.strong(watch.folder), " ", markup.tag("span", told, kind="hs-note"))
        st.button(said.STOP_WATCHING, key=f"documents_unwatch_{abs(hash(watch.folder))}", on_click=watch.stop, type="tertiary")


def serves_this_machine_alone() -> bool:
    """Whether only this machine can reach the dashboard: it listens on loopback, and was asked for under a name of loopback."""
    asked_for = urlsplit(f"//{st.context.headers.get('Host', '127.0.0.1')}").hostname
    return str(st.get_option("server.address")) in HERE and asked_for in HERE


def _tried(what: Callable[[Desk], None], desk: Desk) -> None:
    try:
        what(desk)
    except HumsitError as reason:
        st.session_state["documents_folder_error"] = str(reason)


def _look(desk: Desk) -> None:
    folder = folder_to_watch(str(st.session_state.get("documents_folder") or ""))
    incoming = [one for one in files_in([str(folder)]) if isinstance(one, Incoming)]
    if not incoming:
        raise WrongValue(said.EMPTY_FOLDER)
    arriving.start(desk, incoming, what_is_known())


def _watch(desk: Desk) -> None:
    folder = folder_to_watch(str(st.session_state.get("documents_folder") or ""))
    jobs().watch(Watch(desk.situation, folder, what_is_known()))
    st.session_state["documents_folder"] = ""
