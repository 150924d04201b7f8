"""The panel of what changed: counted in a sentence, each change in words that lead to its evidence, empty states that help."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from builders import document, figure
from drawn import Draw, seen, text_of

from humsit.app import changed
from humsit.situation import Clock, Known, Selection, Situation

TODAY = dt.datetime.now(dt.UTC).date()
HOSTILE = "<img src=x> ![x](http://x.invalid)"
Add = Callable[..., str]


def days_ago(days: int) -> dt.date:
    return TODAY - dt.timedelta(days=days)


@pytest.fixture
def add(empty: Situation, monkeypatch: pytest.MonkeyPatch) -> Add:
    """add(days ago, claimant, number, place): a report received then."""

    def added(ago: int, claimant: str, number: str, place: str = "Kosti") -> str:
        moment = dt.datetime.combine(days_ago(ago), dt.time(12), dt.UTC)
        monkeypatch.setattr("humsit.store.sql._now", lambda: moment)
        report = document(f"{claimant} said {number} died at {place}.", published=days_ago(ago))
        told = {"published": report.published, "as_of": report.published, "as_of_precision": "day", "series": "cumulative"}
        made = figure(number, report, claimant=claimant, place=place, **told)
        empty.store.add(report, [made])
        return made.fact_id

    return added


def test_a_sentence_counts_what_changed_and_each_line_leads_to_its_evidence(draw: Draw, empty: Situation, add: Add) -> None:
    add(20, "Medics", "12")
    add(20, HOSTILE, "30", "Osh")
    add(2, "Medics", "15")
    mine = add(2, "The army", "900")
    app = draw(changed.show_changes, empty)
    said = text_of(app)
    since = f"{days_ago(7).day} {days_ago(7):%B %Y}"
    assert f"1 newly contested question, 1 claim revised, 1 new figure since the end of {since}." in said
    assert 'Medics: <span class="hs-gone">12</span> → <strong>15</strong>' in said
    seen(next(button for button in app.button if button.label == "Evidence: 900").click().run())
    assert app.session_state["changed_fact"] == mine
    assert "How it stands" in text_of(app)
    assert "<img" not in text_of(app)


def test_since_yesterday_a_week_or_a_day_of_ones_own(draw: Draw, empty: Situation, add: Add) -> None:
    add(20, "Medics", "12")
    add(5, "The mayor", "12")
    app = draw(changed.show_changes, empty)
    assert "1 new figure since" in text_of(app)
    app.session_state["changed_since"] = "Yesterday"
    seen(app.run())
    assert "Nothing has changed since then" in text_of(app)
    app.session_state["changed_since"] = "A day you choose"
    seen(app.run())
    seen(app.date_input(key="changed_day").set_value(days_ago(10)).run())
    assert "1 new figure since" in text_of(app)
    seen(app.date_input(key="changed_day").set_value(days_ago(30)).run())
    assert "Nothing was known here then" in text_of(app)


def test_on_a_day_of_the_past_it_looks_back_from_that_day(draw: Draw, empty: Situation, add: Add) -> None:
    add(40, "Medics", "12")
    add(20, "The mayor", "12")
    add(1, "The army", "900")
    then = Selection(known=Known(days_ago(18), Clock.RECEIVED))
    said = text_of(draw(changed.show_changes, empty, then))
    assert "1 new figure since" in said
    assert "The army" not in said


def test_more_changes_than_fit_are_shown_when_they_are_asked_for(draw: Draw, empty: Situation, add: Add) -> None:
    add(20, "Medics", "12")
    for n in range(changed.LISTED + 3):
        add(1, "The mayor", str(40 + n), f"Place {n}")
    app = draw(changed.show_changes, empty)
    leading = [button for button in app.button if button.label.startswith("Evidence")]
    assert len(leading) == changed.LISTED
    seen(app.button(key="changed_more").click().run())
    assert len([button for button in app.button if button.label.startswith("Evidence")]) == changed.LISTED + 3
