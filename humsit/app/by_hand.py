"""Entering a figure that no report holds, in the drawer: who told it, how many, where, and a note that is kept as its report."""

from __future__ import annotations

import datetime as dt

import streamlit as st

from humsit.app import clock, markup
from humsit.app import words as house
from humsit.app.desk import Desk
from humsit.app.drawer import PREFIX, Drawer, attempt, messages, open_drawer, save_or_cancel
from humsit.app.words import by_hand as words
from humsit.records import Measure, Qualifier
from humsit.situation import Known
from humsit.situation.by_hand import CALL, HOW, Told, enter_by_hand

LIMITS = [one for one in Qualifier if one not in (Qualifier.RANGE, Qualifier.VAGUE)]


def enter_button(*, key: str, known: Known) -> None:
    """The button that opens the drawer."""
    drawer = Drawer("add", body=_form, title=words.TITLE)
    icon = ":material/edit_note:"
    st.button(words.ENTER, key=key, on_click=open_drawer, args=(drawer,), icon=icon, **clock.deciding(known))


def _form(desk: Desk, drawer: Drawer) -> None:
    markup.show(words.MEANS, kind="hs-note hs-text")
    today = dt.datetime.now(dt.UTC).date()
    with st.form("drawer_form", border=False):
        st.text_input(words.WHO_TOLD, key=f"{PREFIX}claimant")
        how, told = st.columns(2)
        how.selectbox(words.HOW, HOW, key=f"{PREFIX}how")
        told.date_input(words.TOLD_ON, value=today, max_value=today, key=f"{PREFIX}told_on", format="YYYY-MM-DD")
        limit, number = st.columns([2, 3], vertical_alignment="bottom")
        limit.selectbox(words.LIMIT, LIMITS, key=f"{PREFIX}limit", format_func=house.QUALIFIER.__getitem__)
        number.text_input(words.NUMBER, key=f"{PREFIX}number", placeholder=words.NUMBER_HINT)
        measure = f"{PREFIX}measure"
        st.selectbox(words.COUNTED, list(Measure), key=measure, format_func=house.MEASURE.__getitem__, index=None)
        st.text_input(words.GROUP, key=f"{PREFIX}group", placeholder=words.GROUP_HINT)
        st.text_input(words.PLACE, key=f"{PREFIX}place", placeholder=house.NO_PLACE)
        st.date_input(words.AS_OF, value=None, max_value=today, key=f"{PREFIX}as_of", format="YYYY-MM-DD")
        st.text_area(words.NOTE, key=f"{PREFIX}why", placeholder=words.NOTE_HINT, height=100)
        st.text_input(words.NAME, key=f"{PREFIX}who", disabled=bool(st.user and st.user.get("email")))
        messages(drawer)
        save_or_cancel(words.SAVE, _save, desk, drawer)


def _save(desk: Desk, drawer: Drawer) -> None:
    state = st.session_state

    def typed(name: str) -> str:
        return str(state.get(f"{PREFIX}{name}") or "").strip()

    told_on, as_of = state.get(f"{PREFIX}told_on"), state.get(f"{PREFIX}as_of")
    if not typed("measure"):
        drawer.error = words.SAY_MEASURE
        return
    if not isinstance(told_on, dt.date):
        drawer.error = words.SAY_DAY
        return
    told = Told(
        claimant=typed("claimant"),
        told_on=told_on,
        number=typed("number"),
        measure=Measure(typed("measure")),
        note=typed("why"),
        how=typed("how") or CALL,
        qualifier=Qualifier(typed("limit") or Qualifier.EXACT),
        group=typed("group"),
        place=typed("place"),
        as_of=as_of if isinstance(as_of, dt.date) else None,
    )
    attempt(drawer, lambda who, why: enter_by_hand(desk.situation, told, who=who, why=why))
