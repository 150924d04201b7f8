"""Every view in every state that shows nothing says what to do next: an empty store, filters that leave nothing, a day before
anything was known, a store that is gone.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st
from builders import document
from drawn import DAY, REPORT, facts_of, seen, text_of
from streamlit.testing.v1 import AppTest

from humsit.app import VIEWS
from humsit.app.desk import Desk
from humsit.situation import Situation, open_situation

OF_THE_STORE = [view for view in VIEWS if view != "accuracy"]
"""Accuracy speaks of the reader, whatever is kept."""
STEP = re.compile(r'<div class="hs-empty"><p><strong>[^<]+</strong></p><p>([^<]+)</p></div>')


@pytest.fixture(autouse=True)
def fresh_desk() -> Iterator[None]:
    st.cache_resource.clear()
    yield
    st.cache_resource.clear()


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Situation:
    """The store behind the dashboard, still empty, which starts from no seed."""
    situation = open_situation(f"sqlite:///{tmp_path}/desk.db")
    monkeypatch.setattr("humsit.app.open_desk", lambda url, seeds: Desk(situation))
    return situation


def fill(situation: Situation) -> None:
    report = document(REPORT, publisher="The Milltown Echo", published=DAY)
    situation.store.add(report, facts_of(report))
    fact = situation.facts()[0]
    situation.correct(fact.fact_id, "place", "Elsewhere", who="Ada", why="the list says so")


def _dashboard() -> None:  # only its lines reach the app, not this module's names
    import streamlit as st

    from humsit.app import run

    run()
    if "go_to" in st.session_state:
        st.switch_page(st.session_state["pages"][st.session_state.pop("go_to")])


def drawn(view: str, **chosen: object) -> AppTest:
    app = AppTest.from_function(_dashboard, default_timeout=60)
    app.user = {}
    if view != "situation":
        app.session_state["go_to"] = view
    seen(app.run())
    for key, value in chosen.items():
        app.session_state[key] = value
    return seen(app.run()) if chosen else app


def step_of(app: AppTest) -> str:
    """What the view says to do next; the test fails where it says nothing, or speaks of an error."""
    said = text_of(app)
    assert "hs-notice hs-notice-error" not in said
    steps = STEP.findall(said)
    assert steps, f"nothing says what to do next: {said[-600:]}"
    return " ".join(steps)


@pytest.mark.parametrize("view", OF_THE_STORE)
def test_an_empty_store_leads_to_the_first_report(kept: Situation, view: str) -> None:
    step = step_of(drawn(view))
    assert re.search("paste|upload|add a report|choose a figure", step, re.IGNORECASE), step


@pytest.mark.parametrize("view", OF_THE_STORE)
def test_filters_that_leave_nothing_can_be_taken_off_there(kept: Situation, view: str) -> None:
    fill(kept)
    app = drawn(view, text="no such words anywhere")
    step = step_of(app)
    assert re.search("take|clear|choose a figure", step, re.IGNORECASE), step
    assert any(button.label in ("Clear filters", "Clear") for button in app.button)


@pytest.mark.parametrize("view", OF_THE_STORE)
def test_a_day_before_anything_was_known_leads_to_a_later_one(kept: Situation, view: str) -> None:
    fill(kept)
    app = drawn(view, known_on=dt.date(2001, 1, 1))
    assert re.search("later day|go back to now", step_of(app), re.IGNORECASE)
    assert any(button.key == "back_to_now" for button in app.button)


@pytest.mark.parametrize("view", VIEWS)
def test_a_store_that_is_gone_is_said_in_a_sentence_with_what_to_do(
    kept: Situation, view: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(kept)

    def gone(*_: object, **__: object) -> None:
        raise OSError("the disk is gone")

    for verb in ("revision", "document_facts"):
        monkeypatch.setattr(Situation, verb, property(gone) if verb == "revision" else gone)
    said = text_of(drawn(view))
    if view == "accuracy":
        assert "hs-notice hs-notice-error" not in said
    else:
        assert "Reload the page" in said
        assert "Nothing was changed or lost" in said
    assert "the disk is gone" not in said
    assert "Traceback" not in said
