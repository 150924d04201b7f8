"""The dashboard: views as thin functions over the desk. The only part of humsit that knows Streamlit and plotly.

A view asks the desk, draws, and writes through the drawer at most. It never sees the store, reads no text and counts nothing
itself.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import streamlit as st
from streamlit.logger import get_logger
from streamlit.navigation.page import StreamlitPage

from humsit import home
from humsit.app import chart_files, clock, drawer, filters, markup, meaning, private_log, saved_views, welcome, words
from humsit.app.desk import Desk, open_desk
from humsit.app.views import accuracy, conditions, contested, corrections, documents, figures, review, situation, sources
from humsit.app.views import map as places_map
from humsit.app.views import timeline as timeline_view
from humsit.app.words import failures, maps, timelines
from humsit.app.words import review as review_words
from humsit.records import HumsitError
from humsit.situation import Selection

View = Callable[[Desk, Selection], None]

VIEWS: dict[str, tuple[str, View]] = {
    "situation": (words.SITUATION, situation.show),
    "timeline": (timelines.TIMELINE, timeline_view.show),
    "map": (maps.MAP, places_map.show),
    "figures": (words.FIGURES, figures.show),
    "contested": (words.CONTESTED, contested.show),
    "conditions": (words.CONDITIONS, conditions.show),
    "sources": (words.SOURCES, sources.show),
    "documents": (words.DOCUMENTS, documents.show),
    "review": (review_words.REVIEW, review.show),
    "corrections": (words.CORRECTIONS, corrections.show),
    "accuracy": (words.ACCURACY, accuracy.show),
}
"""address → title and view, in the order of the menu."""


def run() -> None:
    """Draws the dashboard once, for one visitor."""
    private_log.keep_private()
    st.set_page_config(page_title="humsit", page_icon=Path(__file__).with_name("icon.png"), layout="wide")
    markup.dress()
    meaning.lay_out()
    desk = _opened(home.store_url())
    if desk is None:
        return
    chosen: list[Selection] = []
    pages = {
        address: st.Page(partial(_shown, view, desk, chosen), title=title, url_path=address, default=address == "situation")
        for address, (title, view) in VIEWS.items()
    }
    st.session_state["pages"] = pages
    page = st.navigation(list(pages.values()))
    try:
        chosen.append(filters.EVERYTHING if page is pages["accuracy"] else _asked(desk, page))
        if page is pages["situation"]:
            welcome.greet(desk)
    except Exception:
        _said(desk, failures.STORE_NOT_READ)
        return
    page.run()
    chart_files.offer()
    drawer.show_drawer(desk)


def _asked(desk: Desk, page: StreamlitPage) -> Selection:
    """What the sidebar asks for: a saved view, or the filters by hand."""
    saved_views.show_saved_views(desk, page.url_path or "situation")
    return filters.sidebar(desk)


def _opened(url: str) -> Desk | None:
    """The desk, or one sentence on why there is none."""
    try:
        return open_desk(url, str(home.seeds_folder()))
    except HumsitError as reason:
        why = str(reason)
    except Exception as reason:
        get_logger(__name__).exception("the store could not be opened")
        why = failures.answered(type(reason).__name__)
    markup.heading(failures.HUMSIT, level=1)
    markup.notice(
        failures.STORE_NOT_OPENED,
        "error",
        home.without_password(why),
        failures.asked_for(home.without_password(url)),
        failures.STORE_NOT_OPENED_NEXT,
    )
    st.button(failures.TRY_AGAIN, key="open_again")
    return None


def _shown(view: View, desk: Desk, chosen: list[Selection]) -> None:
    """A view of what was chosen last; what goes wrong in it is one sentence on the screen and a traceback in the log."""
    try:
        clock.show_line(desk, chosen[-1].known)
        view(desk, chosen[-1])
    except HumsitError as reason:
        markup.notice(str(reason), "error")
    except Exception:
        _said(desk, failures.VIEW_NOT_DRAWN)


def _said(desk: Desk, what: str) -> None:
    get_logger(__name__).exception(what)
    markup.notice(what, "error", failures.NOTHING_LOST)
