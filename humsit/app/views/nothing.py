"""What a view says when it has nothing to show: why, and what to do next."""

from __future__ import annotations

import streamlit as st

from humsit.app import filters, markup, words
from humsit.app.desk import Desk
from humsit.app.words import buttons, reading
from humsit.app.words import nothing as said
from humsit.situation import NOW, Selection


def matches(desk: Desk, selection: Selection) -> None:
    """Nothing is left: the filters hide it all, nothing was known yet, there is no report yet, or the reports hold nothing."""
    if filters.is_filtered():
        markup.empty(said.NO_MATCH, said.NO_MATCH_NEXT)
        st.button(buttons.CLEAR_FILTERS, key="nothing_clear", on_click=filters.clear)
    elif selection.known != NOW:
        markup.empty(words.NOTHING_THEN, words.ANOTHER_DAY)
    elif not desk.count("documents", selection.widest):
        markup.empty(reading.NO_REPORT, said.NO_REPORT_NEXT)
        _to_documents()
    else:
        markup.empty(said.NONE_OF_THIS, said.NONE_OF_THIS_NEXT)
        _to_documents()


def _to_documents() -> None:
    page = st.session_state.get("pages", {}).get("documents")
    if page is not None:
        st.page_link(page, label=buttons.ADD_REPORT, icon=":material/add:")
