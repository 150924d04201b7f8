"""One place's conditions over time: the newest word of each week, who told it a click away, nothing where nobody looked."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pandas as pd
from builders import condition, document
from drawn import Draw, seen, text_of

from humsit.app.views import conditions
from humsit.app.words import spans
from humsit.situation import Situation

MONDAY = dt.date(2024, 4, 29)


def told(situation: Situation, day: dt.date | None, words: str, at: str = "Milltown", **fields: Any) -> str:
    """One report of a condition; its fact_id."""
    report = document(f"{words} at {at}, {fields.get('claimant', '')}, {day}.", published=day)
    fact = condition(words, report, place=at, published=day, **{"claimant": "Medics"} | fields)
    situation.store.add(report, [fact])
    return fact.fact_id


def matrix(app: Any) -> pd.DataFrame:
    return app.dataframe[1].value.set_index("Condition")


def test_a_short_time_is_laid_out_by_days_and_a_day_without_a_report_says_so(draw: Draw, empty: Situation) -> None:
    told(empty, MONDAY, "no water")
    told(empty, MONDAY + dt.timedelta(days=2), "water is back", state="restored")
    told(empty, MONDAY, "power is back", "Port Reed", condition="no_power", state="restored")
    shown = matrix(draw(conditions.show, empty))
    assert list(shown.columns) == ["1 May", "30 Apr", "29 Apr"]
    assert shown.loc["Water"].tolist() == ["back", "no report", "none"]
    assert list(shown.index) == ["Water"], "another place's conditions are not this one's"


def test_a_long_time_is_laid_out_by_weeks_with_the_newest_word_of_each(draw: Draw, empty: Situation) -> None:
    told(empty, MONDAY - dt.timedelta(days=28), "no water")
    told(empty, MONDAY, "no water")
    told(empty, MONDAY + dt.timedelta(days=3), "water runs", state="absent")
    told(empty, None, "no water")
    app = draw(conditions.show, empty)
    shown = matrix(app)
    assert list(shown.columns) == ["29 Apr–5 May", "22–28 Apr", "15–21 Apr", "8–14 Apr", "1–7 Apr"]
    assert shown.loc["Water"].tolist() == ["running", "no report", "no report", "no report", "none"]
    assert "1 report without a day left out" in text_of(app)


def test_claimants_who_contradict_each_other_are_disputed_only_where_they_do(draw: Draw, empty: Situation) -> None:
    told(empty, MONDAY - dt.timedelta(days=28), "no water")
    told(empty, MONDAY, "no water")
    told(empty, MONDAY, "water runs", state="absent", claimant="the mayor")
    shown = matrix(draw(conditions.show, empty)).loc["Water"].tolist()
    assert shown == ["disputed", "no report", "no report", "no report", "none"]


def test_of_very_many_weeks_the_newest_are_shown_and_that_is_said(draw: Draw, empty: Situation) -> None:
    for week in range(0, 60, 3):
        told(empty, MONDAY + dt.timedelta(days=7 * week), "no water")
    told(empty, MONDAY, "no food", condition="no_food")
    app = draw(conditions.show, empty)
    assert len(matrix(app).columns) == 26
    assert "The newest 26 of 58 weeks" in text_of(app)
    assert set(matrix(app).loc["Food"]) == {"no report"}, "what was reported long ago only is not forgotten"
    assert matrix(app).columns[0].endswith("2025"), "two years without a year in the heads cannot be told apart"


def test_another_place_can_be_chosen_and_a_cell_leads_to_its_evidence(draw: Draw, empty: Situation) -> None:
    told(empty, MONDAY, "no water")
    told(empty, MONDAY, "no food", condition="no_food")
    wanted = told(empty, MONDAY, "no power", "Port Reed", condition="no_power", claimant="the grid's owner")
    app = draw(conditions.show, empty)
    box = next(one for one in app.selectbox if one.label == spans.PLACE)
    assert box.value == "Milltown", "the worst place comes first"
    seen(box.set_value("Port Reed").run())
    assert list(matrix(app).index) == ["Power"]
    app.session_state["conditions_fact"] = wanted
    assert "the grid&#x27;s owner" in text_of(seen(app.run())).replace("&#39;", "&#x27;").replace("The grid", "the grid")


def test_a_place_of_which_nothing_is_left_gives_way_to_the_worst(draw: Draw, empty: Situation) -> None:
    told(empty, MONDAY, "no water")
    gone = told(empty, MONDAY, "no power", "Port Reed", condition="no_power")
    app = draw(conditions.show, empty)
    seen(next(one for one in app.selectbox if one.label == spans.PLACE).set_value("Port Reed").run())
    empty.reject(gone, who="Ada", why="misread")
    assert list(matrix(seen(app.run())).index) == ["Water"]


def test_reports_without_any_day_say_so_instead_of_an_empty_table(draw: Draw, empty: Situation) -> None:
    told(empty, None, "no water")
    assert spans.NO_DAY in text_of(draw(conditions.show, empty))
