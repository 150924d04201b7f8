"""The past in the dashboard: every view says which day it shows, lets nothing be decided there, and leads back to now."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
import streamlit as st
from builders import document, figure
from drawn import Draw, fact_id, seen, text_of
from streamlit.testing.v1 import AppTest

from humsit.app import grid, words
from humsit.app.desk import Desk
from humsit.app.drawer import Drawer, open_drawer
from humsit.app.views import conditions, contested, corrections, documents, figures, situation
from humsit.situation import NOW, Clock, Known, Selection, Situation, open_situation

SHOW_CONTESTED = contested.show  # tests call their situation "contested" too
VIEWS = [situation.show, figures.show, contested.show, conditions.show, documents.show, corrections.show]
PUBLISHED, LATER = dt.date(2024, 5, 2), dt.date(2024, 5, 9)
THEN = Known(PUBLISHED, Clock.PUBLISHED)
"""The day on which the report of the situation "contested" was published."""


def _dashboard() -> None:  # only its lines reach the app, not this module's names
    import streamlit as st

    from humsit.app import run

    run()
    if "go_to" in st.session_state:
        st.switch_page(st.session_state["pages"][st.session_state.pop("go_to")])


@pytest.fixture
def dashboard(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[[], AppTest]:
    """The dashboard over a store with two reports received now: one published on 2 May 2024, one without a date."""
    st.cache_resource.clear()
    url = f"sqlite:///{tmp_path}/desk.db"
    monkeypatch.setenv("HUMSIT_STORE", url)
    kept = open_situation(url)
    printed = document("Medics counted 22 bodies at Milltown.", document_id="printed", publisher="The Echo", published=PUBLISHED)
    loose = document("The mayor said 12 people died at Osh.", document_id="loose")
    kept.store.add(printed, [figure("22", printed, claimant="Medics", place="Milltown", published=PUBLISHED)])
    kept.store.add(loose, [figure("12", loose, claimant="the mayor", place="Osh")])
    kept.close()

    def opened(**asked: str) -> AppTest:
        app = AppTest.from_function(_dashboard, default_timeout=60)
        app.user = {}
        for name, value in asked.items():
            app.query_params[name] = value
        return seen(app.run())

    return opened


def button(app: AppTest, key: str):
    return next(one for one in app.button if one.key == key)


def test_the_line_says_which_day_and_by_what_and_leads_back(dashboard: Callable[[], AppTest]) -> None:
    app = dashboard()
    assert words.KNOWN_ON not in text_of(app)
    assert "2 reports" in text_of(app)
    app.date_input(key="known_on").set_value(PUBLISHED)
    said = text_of(seen(app.run()))
    assert "As known on 2 May 2024, by what had been received." in said
    assert words.NOTHING_THEN in said, "both reports came later"
    app.radio(key="known_by").set_value(Clock.PUBLISHED)
    said = text_of(seen(app.run()))
    assert "As known on 2 May 2024, by what had been published, with all corrections." in said
    assert "1 report without a day of publication left out." in said
    assert "1 report · 1 figure" in said
    said = text_of(seen(button(app, "back_to_now").click().run()))
    assert words.KNOWN_ON not in said
    assert "2 reports" in said


def shown_then(app: AppTest) -> AppTest:
    """The dashboard on the day of the past THEN."""
    app.date_input(key="known_on").set_value(PUBLISHED)
    seen(app.run())
    app.radio(key="known_by").set_value(Clock.PUBLISHED)
    return seen(app.run())


def test_a_day_of_the_past_is_a_link(dashboard: Callable[[], AppTest]) -> None:
    app = dashboard(known_on="2024-05-02", known_by="published")
    assert "As known on 2 May 2024, by what had been published" in text_of(app)
    assert words.KNOWN_ON not in text_of(dashboard(known_on="2999-01-01")), "a day that is still to come is no past"


@pytest.mark.parametrize("view", ["figures", "contested", "conditions", "documents", "corrections", "accuracy"])
def test_every_view_can_be_seen_as_of_a_day_but_accuracy_which_has_no_past(dashboard: Callable[[], AppTest], view: str) -> None:
    app = dashboard()
    app.session_state["go_to"] = view
    seen(app.run())
    if view == "accuracy":
        assert not app.date_input
    else:
        assert "As known on 2 May 2024, by what had been published" in text_of(shown_then(app))


def test_the_dates_of_figures_are_another_filter_with_other_words(dashboard: Callable[[], AppTest]) -> None:
    app = dashboard(since="2024-05-03")
    assert "1 figure " in text_of(app), "a figure without a day is never hidden by one"
    labels = [app.date_input(key=key).label for key in ("since", "until", "known_on")]
    assert labels == [words.FOR_DATES_FROM, words.FOR_DATES_TO, words.KNOWN_ON]
    app.date_input(key="until").set_value(PUBLISHED)
    app.date_input(key="since").set_value(PUBLISHED)
    assert "2 figures " in text_of(seen(app.run()))
    seen(button(app, "filters_clear").click().run())
    assert [app.date_input(key=key).value for key in ("since", "until")] == [None, None]


def test_nothing_can_be_decided_on_a_day_of_the_past(draw: Draw, contested: Situation) -> None:
    chosen = fact_id(contested, "22")
    contested.correct(chosen, "value", "23", who="Ada", why="a recount")
    app = draw(figures.show, contested, Selection(known=THEN))
    app.session_state["figures_fact"] = chosen
    seen(app.run())
    decisions = ["figures_correct", "figures_approve", "figures_reject", "figures_undo_1"]
    assert [button(app, key).disabled for key in decisions] == [True] * 4
    assert {button(app, key).help for key in decisions} == {words.DECIDE_NOW}
    now = draw(figures.show, contested)
    now.session_state["figures_fact"] = chosen
    seen(now.run())
    assert [button(now, key).disabled for key in decisions] == [False] * 4


def test_reports_are_added_now_and_not_in_the_past(draw: Draw, contested: Situation) -> None:
    assert [one.label for one in draw(documents.show, contested).expander][:1] == ["Add a report"]
    app = draw(documents.show, contested, Selection(known=THEN))
    assert "Add a report" not in [one.label for one in app.expander]
    assert not any(one.key == "documents_words" for one in app.text_input)


def _careless(desk: Desk, _selection: Selection) -> None:
    """A view that lets something be decided whatever is shown."""
    st.button(
        "Approve", key="approve", on_click=open_drawer, args=(Drawer("approve", fact_id=desk.situation.facts()[0].fact_id),)
    )


def test_a_decision_that_is_asked_for_all_the_same_is_refused_with_the_reason(draw: Draw, contested: Situation) -> None:
    app = draw(_careless, contested)
    app.session_state["known_on"] = PUBLISHED
    seen(button(app, "approve").click().run())
    assert [toast.value for toast in app.toast] == [words.DECIDE_NOW]
    assert "drawer" not in app.session_state
    app.session_state["known_on"] = None
    seen(button(app, "approve").click().run())
    app.session_state["known_on"] = PUBLISHED
    app.text_input(key="drawer_who").set_value("Ada")
    assert words.DECIDE_NOW in text_of(seen(app.button(key="drawer_save").click().run()))
    assert contested.corrections().empty


def test_evidence_in_the_past_shows_the_value_and_the_history_of_then(draw: Draw, contested: Situation) -> None:
    chosen = fact_id(contested, "22")
    contested.correct(chosen, "value", "23", who="Ada", why="a recount")
    today = dt.datetime.now(dt.UTC).date()
    for known, corrected in ((Known(today), True), (THEN, True), (Known(today - dt.timedelta(days=1)), None)):
        app = draw(figures.show, contested, Selection(known=known))
        app.session_state["figures_fact"] = chosen
        said = text_of(seen(app.run()))
        assert ("a recount" in said) is bool(corrected)
        assert (words.NOT_KNOWN_THEN in said) is (corrected is None)


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.__module__.rsplit(".", 1)[1])
def test_every_view_of_a_day_before_the_first_report_says_so(draw: Draw, contested: Situation, view: object) -> None:
    said = text_of(draw(view, contested, Selection(known=Known(LATER))))
    assert words.NOTHING_THEN in said or words.NO_CORRECTION_THEN in said
    assert "hs-empty" in said


def test_a_file_of_the_past_says_so_in_its_name() -> None:
    assert grid.file_name("figures", THEN) == "humsit-figures-as-known-on-2024-05-02-by-published"
    assert "as-known-on" not in grid.file_name("figures", NOW)
