"""Real situations in memory, and a view drawn over one of them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import streamlit as st
from builders import document
from drawn import DAY, REPORT, Draw, draw_one, facts_of, seen
from streamlit.testing.v1 import AppTest

from humsit.app.desk import Desk
from humsit.situation import Selection, Situation, open_situation


@pytest.fixture
def empty() -> Situation:
    return open_situation("sqlite://")


@pytest.fixture
def contested(empty: Situation) -> Situation:
    """Two armies that contest each other, a pair that diverges, refugees, inhabitants and conditions."""
    report = document(REPORT, publisher="The Milltown Echo", published=DAY)
    empty.store.add(report, facts_of(report))
    return empty


@pytest.fixture
def draw() -> Draw:
    """draw(view, situation, selection): the view on the screen, with the drawer that it may open; fails on any exception."""
    st.cache_resource.clear()

    def drawn(view: Callable[..., None], situation: Situation, selection: Selection | None = None) -> AppTest:
        app = AppTest.from_function(draw_one, args=(view, Desk(situation), selection or Selection()), default_timeout=30)
        app.user = {}  # nobody has signed in, as on an analyst's own machine
        return seen(app.run())

    return drawn
