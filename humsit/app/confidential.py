"""Reports that must not leave: a line that says so, and the button that marks one, with a name and a reason."""

from __future__ import annotations

import streamlit as st

from humsit.app import clock, markup, phrases
from humsit.app.desk import Desk
from humsit.app.drawer import Drawer, attempt, open_drawer, sign
from humsit.app.words import leaving as words
from humsit.records import Document, Judgement
from humsit.situation import NOW, Known, Selection, confidential_history, confidential_reports, mark_confidential, release


def show_confidential(desk: Desk, document: Document, known: Known = NOW) -> None:
    """Whether the report is confidential, by whom and why, and the button that marks it or lets it leave again."""
    mark = confidential_reports(desk).get(document.document_id.strip())
    with st.container(horizontal=True, vertical_alignment="center", width="content", key="confidential"):
        if mark is not None:
            told = f"{mark.who}, {phrases.moment(mark.when)}: “{mark.why}”"
            chip = markup.chip(words.CONFIDENTIAL, "contested")
            markup.show(chip, " ", markup.tag("span", told, kind="hs-note"))
        label, title = (words.RELEASE, words.RELEASE_SAVE) if mark else (words.MARK_CONFIDENTIAL, words.MARK_SAVE)
        drawer = Drawer(
            "decide", document_id=document.document_id, body=_body, title=title, notes={"releases": "yes" if mark else ""}
        )
        locked = clock.deciding(known)
        st.button(label, key="confidential_decide", on_click=open_drawer, args=(drawer,), type="tertiary", **locked)


def _body(desk: Desk, drawer: Drawer) -> None:
    rows = _rows(desk, drawer.document_id)
    drawer.notes.setdefault("seen", str(len(rows)))
    releases = bool(drawer.notes["releases"])
    markup.show(markup.strong(phrases.title(desk.document(drawer.document_id))))
    markup.show(words.RELEASE_MEANS if releases else words.CONFIDENTIAL_MEANS, kind="hs-note hs-text")
    with st.form("drawer_form", border=False):
        sign(drawer, words.RELEASE_SAVE if releases else words.MARK_SAVE, _save, desk, drawer)


def _rows(desk: Desk, document_id: str) -> list[Judgement]:
    """What was decided about a report, newest first."""
    return [row for row in confidential_history(desk, Selection().known) if row.subject == document_id.strip()][::-1]


def _save(desk: Desk, drawer: Drawer) -> None:
    rows = _rows(desk, drawer.document_id)
    if len(rows) != int(drawer.notes["seen"]):
        drawer.notes |= {"seen": str(len(rows)), "releases": "yes" if rows[0].now else ""}
        drawer.error = words.faster(rows[0].who)
        return
    decide = release if drawer.notes["releases"] else mark_confidential
    attempt(drawer, lambda who, why: decide(desk.situation, drawer.document_id, who=who, why=why))
