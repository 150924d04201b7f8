"""Views that are kept under a name for all analysts: saved from the filters as they stand, opened again in one click.

A saved view is text from the store, so it is never taken for an address: filters that we know are read from it one by one, and
what does not fit them is left out.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any
from urllib.parse import parse_qs, urlencode

import streamlit as st

from humsit.app import clock, drawer, markup, panels, phrases
from humsit.app.desk import Desk
from humsit.app.words import saved_views as words
from humsit.records import HumsitError, Judgement, Measure, Stance, Standing
from humsit.situation import Clock, Selection
from humsit.situation.saved_views import SavedView, remove_view, save_view, saved_views
from humsit.tables import records_of

PAGE = "view"
"""The name, in a saved view, of the page that it shows."""
MOST = 200
"""Values of one filter, and characters of one of them, that are read from a saved view."""
Read = Callable[[Sequence[str]], Any]


def _text(values: Sequence[str]) -> str:
    return values[0][:MOST]


def _several(known: type[Measure] | type[Standing] | type[Stance] | None = None) -> Read:
    def read(values: Sequence[str]) -> list[str]:
        codes = None if known is None else {code.value for code in known}
        return [value[:MOST] for value in values[:MOST] if codes is None or value in codes]

    return read


def _day(values: Sequence[str]) -> dt.date | None:
    try:
        day = dt.date.fromisoformat(values[0])
    except ValueError:
        return None
    return day if clock.EARLIEST <= day <= clock.LATEST else None


def _past_day(values: Sequence[str]) -> dt.date | None:
    day = _day(values)
    return day if day is not None and day <= dt.datetime.now(dt.UTC).date() else None


def _switch(values: Sequence[str]) -> bool:
    return values[0] == "true"


def _clock(values: Sequence[str]) -> Clock:
    return Clock(values[0]) if values[0] in set(Clock) else Clock.RECEIVED


FILTERS: dict[str, tuple[Read, Any]] = {
    "text": (_text, ""),
    "place": (_several(), []),
    "measure": (_several(Measure), []),
    "claimant": (_several(), []),
    "standing": (_several(Standing), []),
    "stance": (_several(Stance), []),
    clock.SINCE: (_day, None),
    clock.UNTIL: (_day, None),
    clock.ON: (_past_day, None),
    clock.BY: (_clock, Clock.RECEIVED),
    "superseded": (_switch, True),
    "other": (_switch, False),
    "rejected": (_switch, False),
}
"""name of a filter in the session → how it is read from text, and what it is at rest."""


def filters_of(query: str) -> dict[str, Any]:
    """Every filter as a saved view sets it; at rest where the view says nothing that the filter knows."""
    given = parse_qs(query.removeprefix("?"), max_num_fields=MOST * len(FILTERS)) if len(query) < MOST * MOST else {}
    return {name: read(given[name]) if given.get(name) else at_rest for name, (read, at_rest) in FILTERS.items()}


def page_of(query: str) -> str:
    """The page that a saved view shows; "" where it says none."""
    return next(iter(parse_qs(query.removeprefix("?")).get(PAGE, [])), "")


def query_of(state: Any, page: str = "") -> str:
    """The filters of a session as text, those at rest left out."""
    pairs: list[tuple[str, str]] = [(PAGE, page)] if page else []
    for name, (_, at_rest) in FILTERS.items():
        value = state.get(name, at_rest)
        if value is None or value == at_rest or (name == clock.BY and state.get(clock.ON) is None):
            continue
        values = value if isinstance(value, list | tuple) else [value]
        pairs += [(name, ("true" if one else "false") if isinstance(one, bool) else str(one)) for one in values]
    return urlencode(pairs)


# --- drawn


def show_saved_views(desk: Desk, page: str = "") -> None:
    """The list in the sidebar, to open or remove, and the place to save the filters as they stand; `page`: where one is now."""
    if (wanted := st.session_state.pop("saved_view_page", "")) and wanted != page:
        pages = st.session_state.get("pages", {})
        if wanted in pages:
            st.switch_page(pages[wanted])
    with st.sidebar:
        part = panels.unfolded(words.SAVED_VIEWS, key="saved_views")
    if part is None:
        return
    kept = saved_views(Judgement(**row) for row in records_of("judgements", desk.table("judgements", Selection())))
    with part:
        if told := st.session_state.pop("saved_view_told", None):
            markup.notice(*told)
        if not kept:
            markup.show(words.NONE_YET, kind="hs-note hs-text")
        for number, view in enumerate(kept):
            _line(desk, view, number)
        _form(desk, page)


def _line(desk: Desk, view: SavedView, number: int) -> None:
    with st.container(
        horizontal=True, horizontal_alignment="distribute", vertical_alignment="center", key=f"saved_view_{number}"
    ):
        st.button(
            markup.label(view.name),
            key=f"saved_view_open_{number}",
            on_click=open_view,
            args=(view.query,),
            type="tertiary",
            help=markup.label(words.about(view.who, phrases.day(view.when.date())), 120),
        )
        st.button(
            words.REMOVE,
            key=f"saved_view_remove_{number}",
            on_click=partial(_remove, desk, view.name),
            type="tertiary",
            disabled=not drawer.author(),
        )


def _form(desk: Desk, page: str) -> None:
    with st.form("saved_view_form", border=False, clear_on_submit=False):
        st.text_input(words.NAME, key="saved_view_name", placeholder=words.EXAMPLE)
        if not drawer.author():
            st.text_input(words.WHO, key="saved_view_who")
        st.form_submit_button(words.SAVE, key="saved_view_save", on_click=_save, args=(desk, page))


def open_view(query: str) -> None:
    """Sets every filter as the view says; for a button's `on_click`."""
    state = st.session_state
    wanted = filters_of(query)
    state.update({name: value for name, value in wanted.items() if state.get(name, FILTERS[name][1]) != value})
    st.session_state["saved_view_page"] = page_of(query)


def _save(desk: Desk, page: str) -> None:
    state = st.session_state
    who = drawer.author() or str(state.get("saved_view_who") or "").strip()
    try:
        view = save_view(desk.situation, str(state.get("saved_view_name") or ""), query_of(state, page), who=who)
    except HumsitError as reason:
        state["saved_view_told"] = (str(reason), "error")
        return
    state["author"] = who
    state["saved_view_name"] = ""
    state["saved_view_told"] = (words.saved(view.name), "good")


def _remove(desk: Desk, name: str) -> None:
    try:
        remove_view(desk.situation, name, who=drawer.author())
    except HumsitError as reason:
        st.session_state["saved_view_told"] = (str(reason), "error")
    else:
        st.session_state["saved_view_told"] = (words.removed(name), "info")
