"""What an analyst decides about a whole report: to withdraw it, to restore it, to say what is known of it beside its text."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from humsit.app import clock, evidence, markup, phrases
from humsit.app.confidential import show_confidential
from humsit.app.desk import Desk
from humsit.app.drawer import PREFIX, Drawer, attempt, open_drawer, sign
from humsit.app.words import NOTHING
from humsit.app.words import reports as words
from humsit.app.words.adding import DAY_HINT
from humsit.records import Correction, Document, ReportAction, ReportDecision
from humsit.situation import Known

LISTED = 50
"""Withdrawn reports that are listed, the newest."""
_TURNS = (ReportAction.WITHDRAW, ReportAction.RESTORE)


def show_withdrawn(desk: Desk, document: Document, known: Known) -> None:
    """That a report is withdrawn, by whom and why, with the corrections that do not count while it is."""
    made = [row for row in desk.decisions_on(document.document_id, known) if row.action in _TURNS]
    told = words.signed(made[-1].who, phrases.moment(made[-1].when), made[-1].why) if made else ""
    chip = markup.chip(words.WITHDRAWN, "bad")
    markup.show(chip, " ", markup.tag("span", told, kind="hs-note"), " ", words.NOTHING_COUNTS)
    if rows := desk.corrections_of(document.document_id, known):
        with st.expander(words.ITS_CORRECTIONS, key="report_corrections"):
            _corrections(rows)


def _corrections(rows: Sequence[Correction]) -> None:
    for row in reversed(rows):
        markup.show(markup.tag("div", f"“{row.words}”", kind="hs-note"), evidence.history_line(row))


def list_withdrawn(desk: Desk, known: Known) -> None:
    """The reports that count nowhere, each with the way to open it; nothing where there is none."""
    found = desk.withdrawn(known)
    if not found:
        return
    with st.expander(words.withdrawn(len(found)), key="documents_withdrawn"):
        markup.show(words.WITHDRAWN_MEANS, kind="hs-note hs-text")
        for document in found[::-1][:LISTED]:
            with st.container(horizontal=True, vertical_alignment="center"):
                printed = phrases.printed(document.publisher, document.agency, document.published)
                markup.show(phrases.title(document), markup.tag("div", printed, kind="hs-note"))
                key = f"documents_withdrawn_{document.document_id}"
                st.button(words.OPEN_IT, key=key, on_click=evidence.open_report, args=(document.document_id,), type="tertiary")
        if len(found) > LISTED:
            markup.sources(words.more_withdrawn(len(found) - LISTED))


def buttons(desk: Desk, document: Document, known: Known, *, withdrawn: bool) -> None:
    """The ways to say more of a report, to withdraw or restore it, and to keep it from leaving."""
    locked = clock.deciding(known)
    turn, title = (words.RESTORE, words.RESTORE_SAVE) if withdrawn else (words.WITHDRAW, words.WITHDRAW_SAVE)
    turning = Drawer(
        "decide",
        document_id=document.document_id,
        body=_turning,
        title=title,
        notes={"restores": "yes" if withdrawn else ""},
    )
    describing = Drawer("decide", document_id=document.document_id, body=_describing, title=words.DESCRIBE_TITLE)
    with st.container(horizontal=True, vertical_alignment="center", key="report_decide"):
        st.button(
            words.DESCRIBE,
            key="report_describe",
            on_click=_open_describing,
            args=(document, describing),
            type="tertiary",
            **locked,
        )
        st.button(turn, key="report_turn", on_click=open_drawer, args=(turning,), type="tertiary", **locked)
        show_confidential(desk, document, known)


def history(rows: Sequence[ReportDecision]) -> list[markup.Safe]:
    """What was decided about a report, newest first."""
    return [
        markup.tag(
            "li",
            words.decided(row.action, row.field or "", row.was or NOTHING, row.now or NOTHING),
            markup.tag("div", words.signed(row.who, phrases.moment(row.when), row.why), kind="hs-note"),
        )
        for row in reversed(rows)
    ]


# --- drawers


def _turning(desk: Desk, drawer: Drawer) -> None:
    restores = bool(drawer.notes["restores"])
    _remember(desk, drawer)
    markup.show(markup.strong(phrases.title(desk.document(drawer.document_id))))
    markup.show(words.RESTORE_MEANS if restores else words.WITHDRAW_MEANS, kind="hs-note hs-text")
    with st.form("drawer_form", border=False):
        sign(drawer, words.RESTORE_SAVE if restores else words.WITHDRAW_SAVE, _save_turn, desk, drawer)


def _save_turn(desk: Desk, drawer: Drawer) -> None:
    if _was_faster(desk, drawer):
        return
    decide = desk.situation.restore if drawer.notes["restores"] else desk.situation.withdraw
    attempt(drawer, lambda who, why: decide(drawer.document_id, who=who, why=why))


def _open_describing(document: Document, drawer: Drawer) -> None:
    open_drawer(drawer)
    for name in words.FIELDS:
        st.session_state[f"{PREFIX}{name}"] = _shown(document, name)


def _shown(document: Document, name: str) -> str:
    value = getattr(document, name)
    return "" if value is None else str(value)


def _describing(desk: Desk, drawer: Drawer) -> None:
    _remember(desk, drawer)
    markup.show(words.DESCRIBE_MEANS, kind="hs-note hs-text")
    with st.form("drawer_form", border=False):
        for name, label in words.FIELDS.items():
            st.text_input(label, key=f"{PREFIX}{name}", placeholder=DAY_HINT if name == "published" else words.NOT_STATED)
        sign(drawer, words.DESCRIBE_SAVE, _save_described, desk, drawer)


def _save_described(desk: Desk, drawer: Drawer) -> None:
    if _was_faster(desk, drawer):
        return
    told = {name: str(st.session_state.get(f"{PREFIX}{name}") or "").strip() for name in words.FIELDS}
    attempt(drawer, lambda who, why: desk.situation.describe(drawer.document_id, told, who=who, why=why))


def _remember(desk: Desk, drawer: Drawer) -> None:
    """How much was decided about the report when the drawer was opened."""
    drawer.notes.setdefault("seen", str(len(desk.situation.decisions_on(drawer.document_id))))


def _was_faster(desk: Desk, drawer: Drawer) -> bool:
    """Whether somebody else decided meanwhile; then that is said, and the next press saves."""
    now = str(len(desk.situation.decisions_on(drawer.document_id)))
    if now == drawer.notes.get("seen"):
        return False
    drawer.notes |= {"seen": now, "restores": "yes" if desk.situation.is_withdrawn(drawer.document_id) else ""}
    drawer.error = words.FASTER
    return True
