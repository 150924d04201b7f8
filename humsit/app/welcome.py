"""What whoever opens a new store is told: what they see, and the three things to do with it."""

from __future__ import annotations

from functools import cache

import streamlit as st

from humsit import home
from humsit.app import markup
from humsit.app.desk import Desk
from humsit.app.words import welcome as said
from humsit.documents.read import read_inputs
from humsit.records import Document
from humsit.situation import Selection

HIDDEN = "welcome_hidden"


def greet(desk: Desk) -> None:
    """Says it while the store holds the report that it started from and no other, until it is hidden."""
    if st.session_state.get(HIDDEN) or not _holds_the_example_only(desk):
        return
    with st.container(key="welcome"):
        markup.notice(said.TITLE, "info", said.SAID)
        with st.container(horizontal=True, gap="small", vertical_alignment="center"):
            pages = st.session_state.get("pages", {})
            for view, label, icon in (("documents", said.ADD, "add"), ("figures", said.SEE, "table")):
                if view in pages:
                    st.page_link(pages[view], label=label, icon=f":material/{icon}:")
            st.button(said.HIDE, key="welcome_hide", on_click=_hide, type="tertiary")


def _holds_the_example_only(desk: Desk) -> bool:
    if desk.count("documents", Selection()) != 1:
        return False
    return desk.page("documents", Selection(), limit=1)["document_id"].iloc[0] in _examples(str(home.seeds_folder()))


@cache
def _examples(folder: str) -> frozenset[str]:
    """The reports that a fresh store starts from, by their ids."""
    return frozenset(found.document_id for found in read_inputs([folder]) if isinstance(found, Document))


def _hide() -> None:
    st.session_state[HIDDEN] = True
