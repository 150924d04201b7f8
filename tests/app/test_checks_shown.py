"""Figures to check and disputed conditions on the screen: both rows, their words and sources, and the way to the evidence."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from builders import condition, document, figure
from drawn import Draw, fact_id, seen, text_of

from humsit.app.views import conditions, contested, situation
from humsit.records import Document
from humsit.situation import Situation

SHOW_CONTESTED = contested.show  # tests call their situation "contested" too
HOSTILE = "<img src=x onerror=alert(1)> ![p](http://tracker.invalid/p.png) $5 and $10"


def keep(desk: Situation, day: int, text: str, *words: tuple[str, dict[str, Any]], **fields: Any) -> Document:
    """A report of that day of May 2024, with figures for numbers and conditions for other words."""
    when = dt.date(2024, 5, day)
    report = document(text, document_id=f"report {day} {text[:9]}", publisher=f"Echo {day}", published=when)
    facts = []
    for found, known in words:
        make = figure if found[0].isdigit() else condition
        more = {"as_of": when, "as_of_precision": "day", "published": when, "publisher": f"Echo {day}", "claimant": "the mayor"}
        facts.append(make(found, report, **more | fields | known))
    desk.store.add(report, facts)
    return report


@pytest.fixture
def falling(empty: Situation) -> Situation:
    keep(empty, 2, "The mayor said 1500 were killed.", ("1500", {}))
    keep(empty, 3, "The mayor said 1310 were killed.", ("1310", {}))
    return empty


@pytest.fixture
def dark(empty: Situation) -> Situation:
    kind = {"condition": "no_power", "place": "Kharkiv"}
    keep(empty, 1, "Residents had no power.", ("no power", kind | {"claimant": "Residents"}))
    keep(
        empty, 4, "The governor said power is back.", ("power is back", kind | {"state": "restored", "claimant": "the governor"})
    )
    keep(empty, 5, "Residents still have no power.", ("no power", kind | {"claimant": "Residents"}))
    return empty


def test_a_falling_toll_is_listed_with_both_rows_and_their_sources(draw: Draw, falling: Situation) -> None:
    said = text_of(draw(SHOW_CONTESTED, falling))
    assert "Figures to check" in said
    assert "1,500 on 2 May 2024, then 1,310 on 3 May 2024; a total should not fall." in said
    for words in (
        "The mayor said 1500 were killed.",
        "Echo 2, 2 May 2024",
        "The mayor said 1310 were killed.",
        "Echo 3, 3 May 2024",
    ):
        assert words in said


def test_each_row_of_a_finding_opens_its_evidence(draw: Draw, falling: Situation) -> None:
    app = draw(SHOW_CONTESTED, falling)
    old = fact_id(falling, "1500")
    app = seen(app.button(key=f"contested_check_0_{old}").click().run())
    assert '<mark class="hs-fact">1500</mark>' in text_of(app)


def test_where_all_is_well_nothing_asks_to_be_checked(draw: Draw, contested: Situation) -> None:
    assert "Figures to check" not in text_of(draw(SHOW_CONTESTED, contested))


def test_a_rejected_figure_is_checked_no_more(draw: Draw, falling: Situation) -> None:
    falling.reject(fact_id(falling, "1310"), who="Ada", why="another town")
    assert "Figures to check" not in text_of(draw(SHOW_CONTESTED, falling))


def test_a_disputed_condition_says_how_it_is_now_and_how_it_went(draw: Draw, dark: Situation) -> None:
    app = draw(conditions.show, dark)
    said = text_of(app)
    assert "Disputed conditions" in said
    assert "Power: none since 1 May 2024, last said on 5 May 2024, but back according to the governor" in said
    assert app.dataframe[0].value.iloc[0]["Power"] == "power: disputed", "the matrix says so too"
    labels = [button.label for button in app.button]
    assert "Evidence: The governor, back" in labels
    assert "Evidence: Residents, none" in labels
    (history,) = [part for part in app.expander if part.label.startswith("History")]
    assert history.label == "History: 3 reports"
    (question,) = dark.condition_questions()
    app.session_state[f"conditions_history_{question.question_id}"] = True
    said = text_of(seen(app.run()))
    order = [said.rindex(day) for day in ("5 May 2024: <strong>no", "4 May 2024: <strong>power back", "1 May 2024: <strong>no")]
    assert order == sorted(order), "the newest first"


def test_the_situation_calls_it_disputed_as_well(draw: Draw, dark: Situation) -> None:
    assert "power: disputed" in text_of(draw(situation.show, dark))


def test_conditions_that_nobody_disputes_are_said_to_be_so(draw: Draw, contested: Situation) -> None:
    assert "No reports contradict each other on a condition." in text_of(draw(conditions.show, contested))


def test_hostile_words_are_shown_and_never_rendered(draw: Draw, empty: Situation) -> None:
    worst = {"claimant": HOSTILE, "place": HOSTILE, "publisher": HOSTILE, "group": HOSTILE}
    plain = {name: value for name, value in worst.items() if name != "group"}
    keep(empty, 2, f"{HOSTILE} 1500 no power", ("1500", worst), ("no power", plain))
    keep(empty, 3, f"{HOSTILE} 1310 power on", ("1310", worst), ("power on", plain | {"state": "absent", "claimant": "b"}))
    for view, title in ((SHOW_CONTESTED, "Figures to check"), (conditions.show, "Disputed conditions")):
        app = draw(view, empty)
        assert title in text_of(app)
        assert "<img" not in text_of(app)
        assert not any("](" in button.label or "$5" in button.label.replace(r"\$5", "") for button in app.button)
