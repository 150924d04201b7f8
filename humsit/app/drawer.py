"""The drawer at the right in which an analyst decides: correct, approve, reject, undo, add. It writes through the Situation only.

It is opened from the session's state and not by a button's return value, so it stays open, with everything typed, until it is
saved or closed. It remembers the version of the fact that the analyst saw: if somebody else was faster, it says who changed
what, keeps every word, and asks again with the button relabelled.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Literal

import streamlit as st
from streamlit.logger import get_logger

from humsit.app import clock, markup, phrases, words
from humsit.app.desk import Desk
from humsit.ledger import CORRECTABLE, CorrectedFact, Field, show
from humsit.records import AnyFact, Correction, Figure, HumsitError, Measure, StaleCorrection, Stance
from humsit.tables import in_words

Mode = Literal["correct", "approve", "reject", "undo", "add", "decide", "take_up"]
_OPEN, PREFIX = "drawer", "drawer_"
_TITLES: dict[Mode, str] = {
    "correct": "Correct",
    "approve": "Approve",
    "reject": "Reject",
    "undo": "Undo",
    "add": "Add a missing figure",
    "decide": "Decide",
    "take_up": "Take up",
}
_SAVE: dict[Mode, str] = {
    "correct": "Save correction",
    "approve": "Approve",
    "reject": "Reject",
    "undo": "Undo",
    "add": "Add figure",
    "decide": "Save decision",
    "take_up": "Take up",
}
_SAVED: dict[Mode, str] = {
    "correct": "Correction saved.",
    "approve": "Approval saved.",
    "reject": "Rejected. It no longer counts.",
    "undo": "Undone.",
    "add": "Figure added.",
    "decide": "Decision saved.",
    "take_up": "In review. Approve, correct or reject it when you are done.",
}
_WHY: dict[Mode, str] = {"approve": "Checked against the report", "take_up": "I am checking it"}
OF_QUESTIONS = frozenset({"beside", "ruled_standing"})
"""Fields that say something of a question: decided in a drawer of their own."""
UNSAVED = "It could not be saved. Nothing you typed is lost: try again, or reload the page if it happens again."


@dataclass
class Drawer:
    """What is being decided, and what the analyst saw when they began."""

    mode: Mode
    fact_id: str = ""
    version: int = 0
    correction_id: int = 0
    document_id: str = ""
    start: int = 0
    end: int = 0
    conflict: Correction | None = None
    error: str = ""
    notes: dict[str, str] = field(default_factory=dict)
    correction_ids: tuple[int, ...] = ()
    """Rows to undo together."""
    body: Callable[[Desk, Drawer], None] | None = None
    """What draws it, where that is not this module."""
    title: str = ""
    """What stands above it, where that is not its mode."""


def author() -> str:
    """Who is deciding: the e-mail of a signed-in person, else the name typed once in this session."""
    signed_in = st.user.get("email") if st.user else None
    return str(signed_in or st.session_state.get("author", ""))


def open_drawer(drawer: Drawer) -> None:
    """Opens the drawer with empty fields; for a button's `on_click`. On a day of the past it says why it does not."""
    if clock.shows_past():
        st.session_state["saved"] = words.DECIDE_NOW
        return
    for key in [key for key in st.session_state if str(key).startswith(PREFIX)]:
        del st.session_state[key]
    st.session_state[_OPEN] = drawer
    st.session_state[f"{PREFIX}why"] = _WHY.get(drawer.mode, "")
    st.session_state[f"{PREFIX}who"] = author()
    if first := drawer.notes.get("field"):
        st.session_state[f"{PREFIX}field"] = first


def close() -> None:
    """Closes it; what was typed is gone."""
    st.session_state.pop(_OPEN, None)


def show_drawer(desk: Desk) -> None:
    """Shows the drawer if something is being decided, and says once what was saved."""
    if saved := st.session_state.pop("saved", None):
        st.toast(saved)
    drawer: Drawer | None = st.session_state.get(_OPEN)
    if drawer is None:
        return

    @st.dialog(drawer.title or _TITLES[drawer.mode], position="right", on_dismiss=close)
    def body() -> None:
        current: Drawer | None = st.session_state.get(_OPEN)
        if current is None:
            st.rerun()
        _body(desk, current)

    body()


def _body(desk: Desk, drawer: Drawer) -> None:
    if drawer.body is not None:
        drawer.body(desk, drawer)
    elif drawer.mode == "add":
        _adding(desk, drawer)
    elif drawer.mode == "undo":
        _undoing(desk, drawer)
    else:
        _deciding(desk, drawer)


def _deciding(desk: Desk, drawer: Drawer) -> None:
    corrected = desk.situation.fact(drawer.fact_id)
    _about(corrected)
    asked = _which_field(corrected) if drawer.mode == "correct" else None
    with st.form("drawer_form", border=False):
        if asked:
            _value_input(corrected, asked)
        who_and_why(drawer)
        messages(drawer)
        _save_buttons(desk, drawer, asked)


def _about(corrected: CorrectedFact) -> None:
    fact = corrected.fact
    value = in_words(fact) if isinstance(fact, Figure) else fact.phrase
    markup.show(markup.strong(value), " ", phrases.subject(fact), ". ", phrases.claimed(fact), ".")
    markup.show(fact.quote, kind="hs-report hs-quote hs-small")


def _which_field(corrected: CorrectedFact) -> Field:
    fields = {name: field for name, field in CORRECTABLE[corrected.fact.kind].items() if name not in OF_QUESTIONS}
    name = st.selectbox("Field", list(fields), key=f"{PREFIX}field", format_func=words.field_name)
    return fields[str(name)]


def shown(fact: AnyFact, name: str) -> str:
    """What a field reads, as the text of a form; "" for nothing."""
    return show(getattr(fact, name)) or ""


def _value_input(corrected: CorrectedFact, asked: Field) -> None:
    key = f"{PREFIX}now_{asked.name}"
    now = shown(corrected.fact, asked.name)
    if key not in st.session_state:
        st.session_state[key] = now
    if asked.asks == "choice":
        st.selectbox("Should read", asked.choices, key=key, format_func=partial(words.choice, asked.name))
    else:
        hint = "year-month-day" if asked.asks == "date" else "nothing"
        st.text_input("Should read", key=key, placeholder=hint)
    markup.show(
        f"{asked.meaning[0].upper()}{asked.meaning[1:]}. Reads now: ",
        markup.strong(words.choice(asked.name, now) if asked.asks == "choice" else now or "nothing"),
        kind="hs-note hs-text",
    )


def who_and_why(drawer: Drawer) -> None:
    """The reason and the name, which every decision needs."""
    st.text_area("Reason", key=f"{PREFIX}why", placeholder="Why? Colleagues will read this.", height=80)
    signed_in = bool(st.user and st.user.get("email"))
    st.text_input("Your name", key=f"{PREFIX}who", disabled=signed_in)


def messages(drawer: Drawer) -> None:
    """Why it could not be saved, and who was faster."""
    if drawer.error:
        markup.notice(drawer.error, "error")
    if drawer.conflict:
        markup.notice(faster(drawer.conflict), "warning", "Nothing you typed is lost, and nothing is saved yet. You choose.")


def faster(row: Correction) -> str:
    """Who was faster, and what they did."""
    at = phrases.moment(row.when)
    if row.action == "correct" and row.field == "review":
        change = "took it up for review"
    elif row.action == "correct" and row.field:
        change = f"changed {words.field_name(row.field).lower()} from {row.was or 'nothing'} to {row.now or 'nothing'}"
    else:
        change = {"approve": "approved it", "reject": "rejected it", "undo": "undid a correction", "add": "added it"}[
            row.action.value
        ]
    return f"While you were writing, {row.who} {change} ({at}): “{row.why}”"


def _save_buttons(desk: Desk, drawer: Drawer, asked: Field | None) -> None:
    with st.container(horizontal=True):
        st.form_submit_button(
            _save_label(drawer, asked), on_click=_save, args=(desk, drawer, asked), type="primary", key=f"{PREFIX}save"
        )
        st.form_submit_button("Keep theirs" if drawer.conflict else "Cancel", on_click=close, key=f"{PREFIX}cancel")


def _save_label(drawer: Drawer, asked: Field | None) -> str:
    row = drawer.conflict
    if row is None:
        return _SAVE[drawer.mode]
    if asked is None:
        return f"{_SAVE[drawer.mode]} all the same"
    if row.field != asked.name:
        return "Save mine too"
    mine = drawer.notes["offered"] = _typed(asked) or "nothing"
    if markup.fits_label(row.now) and markup.fits_label(mine):
        return f"Replace {row.now} with {mine}"
    return "Replace theirs with mine"


def attempt(drawer: Drawer, write: Callable[[str, str], object]) -> None:
    """Writes by name and reason, and either closes the drawer or says in it why not."""
    who = author() if st.user and st.user.get("email") else str(st.session_state.get(f"{PREFIX}who", "")).strip()
    why = str(st.session_state.get(f"{PREFIX}why", ""))
    drawer.error = words.DECIDE_NOW if clock.shows_past() else ""
    if drawer.error:
        return
    try:
        write(who, why)
    except StaleCorrection as stale:
        drawer.conflict = stale.newest
        drawer.error = "" if stale.newest else str(stale)
        drawer.version = stale.newest.version if stale.newest else drawer.version
    except HumsitError as reason:
        drawer.error = str(reason)
    except Exception:
        get_logger(__name__).exception("a correction could not be saved")
        drawer.error = UNSAVED
    else:
        st.session_state["author"] = who
        st.session_state["saved"] = _SAVED[drawer.mode]
        close()


def _typed(asked: Field) -> str:
    return str(st.session_state.get(f"{PREFIX}now_{asked.name}") or "")


def _save(desk: Desk, drawer: Drawer, asked: Field | None) -> None:
    situation, fact_id, version = desk.situation, drawer.fact_id, drawer.version

    def write(who: str, why: str) -> object:
        if drawer.mode == "approve":
            return situation.approve(fact_id, who=who, why=why, version=version)
        if drawer.mode == "take_up":
            return situation.take_up(fact_id, who=who, why=why, version=version)
        if drawer.mode == "reject" or asked is None:
            return situation.reject(fact_id, who=who, why=why, version=version)
        return situation.correct(fact_id, asked.name, _typed(asked), who=who, why=why, version=version)

    if (
        asked
        and drawer.conflict
        and drawer.conflict.field == asked.name
        and drawer.notes.get("offered") != (_typed(asked) or "nothing")
    ):
        return  # another value was typed after the button was labelled: it is shown with that value first

    attempt(drawer, write)


def _undoing(desk: Desk, drawer: Drawer) -> None:
    markup.show(
        drawer.notes.get("what", "This row of the ledger will no longer count. The row itself stays, and so does the undo.")
    )
    with st.form("drawer_form", border=False):
        who_and_why(drawer)
        messages(drawer)
        with st.container(horizontal=True):
            st.form_submit_button("Undo", on_click=_save_undo, args=(desk, drawer), type="primary", key=f"{PREFIX}save")
            st.form_submit_button("Cancel", on_click=close, key=f"{PREFIX}cancel")


def _save_undo(desk: Desk, drawer: Drawer) -> None:
    situation, rows = desk.situation, drawer.correction_ids
    if rows:
        attempt(drawer, lambda who, why: situation.undo_all(rows, who=who, why=why))
    else:
        attempt(drawer, lambda who, why: situation.undo(drawer.correction_id, who=who, why=why))


def _adding(desk: Desk, drawer: Drawer) -> None:
    document = desk.document(drawer.document_id)
    markup.show("The words ", markup.strong(f"“{document.text[drawer.start : drawer.end]}”"), " become a figure.")
    with st.form("drawer_form", border=False):
        st.selectbox(
            "What is counted", list(Measure), key=f"{PREFIX}measure", format_func=lambda code: words.MEASURE[code], index=None
        )
        st.text_input("Who or what, in the report's words", key=f"{PREFIX}group", placeholder="people")
        st.text_input("Place", key=f"{PREFIX}place", placeholder=words.NO_PLACE)
        st.text_input("Claimant", key=f"{PREFIX}claimant", placeholder=words.OWN_VOICE)
        st.selectbox("Stance", list(Stance), key=f"{PREFIX}stance", format_func=lambda code: words.STANCE_SHORT[code])
        who_and_why(drawer)
        messages(drawer)
        with st.container(horizontal=True):
            st.form_submit_button("Add figure", on_click=_save_added, args=(desk, drawer), type="primary", key=f"{PREFIX}save")
            st.form_submit_button("Cancel", on_click=close, key=f"{PREFIX}cancel")


def _save_added(desk: Desk, drawer: Drawer) -> None:
    state = st.session_state
    if state.get(f"{PREFIX}measure") is None:
        drawer.error = "Say what is counted."
        return
    given = {name: str(state.get(f"{PREFIX}{name}") or "").strip() for name in ("group", "place", "claimant")}
    chosen = {"measure": Measure(state[f"{PREFIX}measure"]), "stance": Stance(state[f"{PREFIX}stance"])}
    fields: dict[str, Any] = {**given, **chosen}

    def write(who: str, why: str) -> object:
        return desk.situation.add_figure(drawer.document_id, drawer.start, drawer.end, who=who, why=why, **fields)

    attempt(drawer, write)
