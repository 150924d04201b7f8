"""What a view says when it has nothing to show: why, and what to do next."""

from __future__ import annotations

import streamlit as st

from humsit.app import filters, markup, words
from humsit.app.desk import Desk
from humsit.situation import NOW, Selection


def matches(desk: Desk, selection: Selection) -> None:
    """Nothing is left: the filters hide it all, nothing was known yet, there is no report yet, or the reports hold nothing."""
    if filters.is_filtered():
        markup.empty("Nothing matches these filters.", "Take one of them off at the left, or clear them all.")
        st.button("Clear filters", key="nothing_clear", on_click=filters.clear)
    elif selection.known != NOW:
        markup.empty(words.NOTHING_THEN, words.ANOTHER_DAY)
    elif not desk.count("documents", selection.widest):
        markup.empty("There is no report yet.", "Paste or upload one: its figures appear here at once, each with its source.")
        _to_documents()
    else:
        markup.empty("The reports hold none of this.", "Add another report, or mark a missing figure in the text of one.")
        _to_documents()


def _to_documents() -> None:
    page = st.session_state.get("pages", {}).get("documents")
    if page is not None:
        st.page_link(page, label="Add a report", icon=":material/add:")
