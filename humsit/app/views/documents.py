"""Documents: the reports as received. Paste or upload one, find one in the list, read it, and mark what was missed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd
import streamlit as st

from humsit.app import adding, by_hand, evidence, filters, grid, markup, phrases, reading, words
from humsit.app.desk import Desk
from humsit.app.report_decisions import list_withdrawn
from humsit.app.words import buttons, counts
from humsit.app.words import reading as said
from humsit.records import HumsitError
from humsit.situation import NOW, Known, Selection

PAGE, TALLEST = 50, 8
"""Reports on one page of the list, and rows of it that are seen without scrolling."""
FIND, NAMED = "documents_find", "documents_named"


def show(desk: Desk, selection: Selection) -> None:
    """The way to add a report, the list of them, and the one that is being read."""
    everything = selection.widest
    kept = desk.count("documents", everything)
    markup.heading(words.DOCUMENTS, counts.reports(kept), level=1)
    adding.kept(desk)
    if everything.known == NOW:
        with st.expander(buttons.ADD_REPORT, expanded=not kept, icon=":material/add:", key="documents_add"):
            adding.form(desk)
        by_hand.enter_button(key="documents_by_hand", known=everything.known)
    else:
        markup.sources(words.ADD_NOW)
    if not kept:
        list_withdrawn(desk, everything.known)
        if chosen := _opened():
            _read(desk, chosen, everything.known, [])
            return
        none_then = everything.known != NOW
        markup.empty(*(words.NOTHING_THEN, words.ANOTHER_DAY) if none_then else (said.NO_REPORT, said.NO_REPORT_NEXT))
        return
    listed = _list(desk, selection if filters.is_filtered() else everything)
    list_withdrawn(desk, everything.known)
    if chosen := _opened() or next(iter(listed), ""):
        _read(desk, chosen, selection.known, listed)


def _opened() -> str:
    """The report that was chosen, or that the address names; it names it from then on, so it can be sent to a colleague."""
    address, state = st.query_params, st.session_state
    named = address.get("document", "")
    if named and named != state.get(NAMED):
        evidence.open_report(named, address.get("fact", ""))
    state[NAMED] = opened = evidence.opened()
    for name, now in (("document", opened), ("fact", evidence.chosen(evidence.DOCUMENTS))):
        if now != address.get(name, ""):
            address.update({name: now}) if now else address.pop(name)
    return opened


def _list(desk: Desk, selection: Selection) -> list[str]:
    """One page of the reports, newest first, and their ids."""
    wanted = st.text_input(
        said.FIND, key=FIND, placeholder=said.FIND_HINT, type="search", on_change=evidence.open_report, args=("",)
    )
    if wanted:
        selection = replace(selection, report=wanted)
    total = desk.count("documents", selection)
    if not total:
        markup.empty(said.NONE_FOUND, said.NONE_FOUND_NEXT)
        st.button(buttons.CLEAR, key="documents_find_clear", on_click=_find_all)
        return []
    page = _page(desk, selection, total)
    key = grid.key_of("documents_list", selection, desk.revision)
    grid.choosing_table(page, "documents", key=key, chosen=evidence.open_report, ids="document_id", tallest=TALLEST)
    grid.csv_buttons(desk, "documents", selection, key="documents_csv")
    ids: list[str] = page["document_id"].tolist()
    return ids


def _find_all() -> None:
    st.session_state[FIND] = ""
    filters.clear()


def _page(desk: Desk, selection: Selection, total: int) -> pd.DataFrame:
    """The rows of the page that is chosen; the table gives the oldest first."""
    pages = -(-total // PAGE)
    number = 1
    if pages > 1:
        key = grid.key_of("documents_page", selection, desk.revision)
        with st.container(horizontal=True, vertical_alignment="center"):
            number = st.pagination(pages, key=key)
            last = min(number * PAGE, total)
            markup.show(said.listed((number - 1) * PAGE + 1, last, total), kind="hs-note hs-text")
    end = total - (number - 1) * PAGE
    start = max(0, end - PAGE)
    page = desk.page("documents", selection, limit=end - start, offset=start)
    return _titled(desk, page.iloc[::-1].reset_index(drop=True))


def _titled(desk: Desk, page: pd.DataFrame) -> pd.DataFrame:
    """Each report under its title, else under its first words."""
    titles = page["title"].fillna("")
    named = [title or phrases.title(desk.document(i)) for i, title in zip(page["document_id"], titles, strict=True)]
    return page.assign(title=pd.Series(named, index=page.index, dtype="string"))


def _read(desk: Desk, document_id: str, known: Known, listed: Sequence[str]) -> None:
    """The report, unless it is gone, or was not there yet on the day of the past that is shown."""
    try:
        if known == NOW or document_id in listed or desk.document_facts(document_id, known):
            reading.show_report(desk, document_id, known)
            return
    except HumsitError:
        pass
    markup.empty(said.GONE, said.GONE_NEXT)
