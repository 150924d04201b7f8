"""Views saved for all analysts: what is kept of the filters, what is read back, and what somebody slips in."""

from __future__ import annotations

import datetime as dt

import pytest
from drawn import Draw, seen, text_of
from hypothesis import given, settings
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

from humsit.app import filters, saved_views
from humsit.app.views import documents
from humsit.records import JudgementKind, WrongValue
from humsit.situation import Situation
from humsit.situation.saved_views import kept_views, remove_view, save_view

ASKED = {"measure": ["killed"], "place": ["Mill & town", "Port=Reed"], "since": dt.date(2024, 5, 1), "superseded": False}


def drawn(desk, selection):  # type: ignore[no-untyped-def] # a view with the sidebar, as the dashboard draws it
    from humsit.app import filters, saved_views

    saved_views.show_saved_views(desk, "contested")
    filters.sidebar(desk)


def opened(draw: Draw, situation: Situation) -> AppTest:
    """The sidebar with its list of views unfolded."""
    app = draw(drawn, situation)
    app.session_state["saved_views"] = True
    return seen(app.run())


def test_filters_come_back_as_they_were_saved() -> None:
    query = saved_views.query_of(ASKED, "contested")
    back = saved_views.filters_of(query)
    assert {name: back[name] for name in ASKED} == ASKED
    assert saved_views.page_of(query) == "contested"
    assert {name for name, value in back.items() if value != saved_views.FILTERS[name][1]} == set(ASKED)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=300))
def test_whatever_the_store_holds_only_known_filters_are_set(query: str) -> None:
    found = saved_views.filters_of(query)
    assert found.keys() == saved_views.FILTERS.keys()
    assert saved_views.filters_of(saved_views.query_of(found)) == found


@pytest.mark.parametrize(
    "query",
    [
        "author=Mallory&drawer=1&figures_fact=x&pages=1",
        "measure=nonsense&standing=<script>&stance=%00&since=yesterday&until=9999-01-01&known_on=2999-01-01&known_by=magic",
        "javascript:alert(1)",
        "https://example.org/?measure=killed#x",
        "&".join(["superseded=true"] * 9_000),
    ],
)
def test_what_is_slipped_in_sets_nothing(query: str) -> None:
    found = saved_views.filters_of(query)
    assert found == {name: at_rest for name, (_, at_rest) in saved_views.FILTERS.items()}


def test_every_filter_of_the_sidebar_can_be_saved() -> None:
    """A filter that somebody adds to the sidebar must be added to FILTERS too."""
    known = {*filters._NARROWING, *filters._AT_REST}
    assert known <= saved_views.FILTERS.keys(), "a saved view would forget these filters"


def test_a_view_is_saved_for_everybody_opened_and_removed(draw: Draw, contested: Situation) -> None:
    app = opened(draw, contested)
    app.text_input(key="text").set_value("soldiers").run()
    app.multiselect(key="measure").set_value(["killed"]).run()
    app.text_input(key="saved_view_name").set_value("Soldiers")
    app.text_input(key="saved_view_who").set_value("Ada")
    seen(app.button(key="saved_view_save").click().run())
    assert "Saved: Soldiers." in text_of(app)
    assert [(view.name, view.query, view.who) for view in kept_views(contested)] == [
        ("Soldiers", "view=contested&text=soldiers&measure=killed", "Ada")
    ]
    other = opened(draw, contested)
    seen(other.multiselect(key="place").set_value(["Milltown"]).run())
    seen(other.button(key="saved_view_open_0").click().run())
    assert (other.text_input(key="text").value, other.multiselect(key="measure").value) == ("soldiers", ["killed"])
    assert other.multiselect(key="place").value == [], "what the view does not narrow is at rest"
    assert other.button(key="saved_view_remove_0").disabled, "whoever removes one says who they are"
    seen(app.button(key="saved_view_remove_0").click().run())
    assert kept_views(contested) == []
    assert [row.now for row in contested.store.judgements()][-1] is None, "removed by a row of its own"


def test_a_name_that_is_taken_or_missing_is_said(contested: Situation) -> None:
    save_view(contested, "Soldiers", "measure=killed", who="Ada")
    with pytest.raises(WrongValue, match="by Ada: choose another name"):
        save_view(contested, " soldiers ", "measure=injured", who="Bela")
    with pytest.raises(WrongValue, match="needs a name"):
        save_view(contested, "  ", "", who="Ada")
    with pytest.raises(WrongValue, match="author"):
        save_view(contested, "Mine", "", who="")
    remove_view(contested, "Soldiers", who="Bela")
    with pytest.raises(WrongValue, match="removed it"):
        remove_view(contested, "Soldiers", who="Bela")
    save_view(contested, "Soldiers", "measure=injured", who="Bela")


def test_a_saved_view_is_no_name_of_anything(contested: Situation, draw: Draw) -> None:
    before = contested.names()
    save_view(contested, "Northland", "measure=killed", who="Ada")
    assert contested.names() == before
    assert contested.comparison().questions
    assert contested.judgements()["kind"].tolist() == [JudgementKind.SAVED_VIEW]
    from humsit.app.views import sources

    assert "measure=killed" not in text_of(draw(sources.show, contested))


def test_a_hostile_name_is_shown_as_words(contested: Situation, draw: Draw) -> None:
    save_view(contested, "![x](https://tracker.invalid/a) <b>:red[x]", "", who="Ada")
    app = opened(draw, contested)
    label = app.button(key="saved_view_open_0").label
    assert "](" not in label
    assert "<" not in label
    assert ":red[" not in label
    seen(draw(documents.show, contested))
