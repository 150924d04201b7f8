"""The two clocks of every view: the days that figures are about, and what was known on a day.

A day of the past is only looked at: what an analyst decides holds now, so there nothing can be decided.
"""

from __future__ import annotations

import datetime as dt
from typing import TypedDict

import streamlit as st

from humsit.app import markup, phrases, words
from humsit.app.desk import Desk
from humsit.app.words.days import undated_left_out
from humsit.situation import NOW, Clock, Known

EARLIEST, LATEST = dt.date(1900, 1, 1), dt.date(2199, 12, 31)
SINCE, UNTIL, ON, BY = "since", "until", "known_on", "known_by"
"""The names of the choices in the session and in the address."""


class Locked(TypedDict):
    """What a button that decides something takes."""

    disabled: bool
    help: str | None


def about() -> tuple[dt.date | None, dt.date | None]:
    """The choice of the first and the last day that figures are about."""
    return _day(words.FOR_DATES_FROM, SINCE, words.FOR_DATES_MEANS), _day(words.FOR_DATES_TO, UNTIL, words.FOR_DATES_MEANS)


def known() -> Known:
    """The choice of a day as known on which everything is shown, and by what; none is now."""
    on = _day(words.KNOWN_ON, ON, words.KNOWN_ON_MEANS, dt.datetime.now(dt.UTC).date())
    if on is None:
        return NOW
    by = st.radio(words.BY, list(Clock), key=BY, format_func=words.CLOCK.__getitem__, bind="query-params", help=words.BY_MEANS)
    return Known(on, Clock(by or Clock.RECEIVED))


def _day(label: str, key: str, meaning: str, latest: dt.date = LATEST) -> dt.date | None:
    chosen = st.date_input(
        label,
        value=None,
        min_value=EARLIEST,
        max_value=latest,
        key=key,
        help=meaning,
        format="YYYY-MM-DD",
        bind="query-params",
    )
    return chosen if isinstance(chosen, dt.date) else None


def show_line(desk: Desk, then: Known) -> None:
    """Above every view of the past: which day it is, by what, what is left out, and the way back."""
    if then.on is None:
        return
    undated = desk.undated(then)
    left_out = undated_left_out(undated) if undated else ""
    line, button = st.columns([6, 1], vertical_alignment="center")
    with line:
        markup.show(markup.strong(f"{as_known(then)}."), " ", left_out, kind="hs-notice hs-notice-info")
    with button:
        st.button(words.BACK_TO_NOW, key="back_to_now", on_click=back, type="tertiary", width="stretch")


def as_known(then: Known) -> str:
    """Which day of the past is shown, and by what."""
    return f"{words.KNOWN_ON} {phrases.day(then.on)}, {words.BY_WHAT[then.by]}"


def back() -> None:
    """Takes every view back to what is known now."""
    st.session_state[ON] = None


def shows_past() -> bool:
    """Whether a day of the past is chosen, so that nothing may be decided."""
    return st.session_state.get(ON) is not None


def deciding(then: Known, *, disabled: bool = False) -> Locked:
    """Whether a button decides, and why not: what is decided holds now, and would not be seen on a day of the past."""
    past = then != NOW
    return {"disabled": disabled or past, "help": words.DECIDE_NOW if past else None}
