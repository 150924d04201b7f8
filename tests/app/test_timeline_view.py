"""The timeline: steps, bands, open ends, contested times, reports and conditions as data; choosing a question and a figure."""

from __future__ import annotations

import datetime as dt
import json
from itertools import pairwise
from typing import Any

import plotly.graph_objects as go
import pytest
from builders import condition, denial, document, figure
from drawn import Draw, seen, text_of

from humsit.app.charts import Bar, Point
from humsit.app.charts.history import FIGURES, LINES, Report, Span, drawn_lines, history
from humsit.app.charts.stretches import Piece, Row, stretches
from humsit.app.views import timeline
from humsit.app.words import contested, timelines
from humsit.records import AnyFact, Qualifier
from humsit.situation import Selection, Situation
from humsit.situation.stretches import Contest


def day(number: int) -> dt.date:
    return dt.date(2024, 5, number)


SPAN = Span.around([day(1), day(20)])


def point(on: int, low: float | None, high: float | None, stated: float | None, qualifier: str = "exact", **more: Any) -> Point:
    who = more.pop("who", "Medics")
    return Point(day(on), Bar(who, "so many", low, high, stated, Qualifier(qualifier), fact_id=f"{who}-{on}", **more), who)


def of(chart: go.Figure, name: str) -> list[Any]:
    return [trace for trace in chart.data if trace.name == name]


def arrows(chart: go.Figure) -> list[tuple[float, float]]:
    return [(note.ay, note.y) for note in chart.layout.annotations if note.showarrow]


def test_a_revision_is_a_step_dotted_before_and_solid_to_the_end() -> None:
    chart = history([point(1, 10, 10, 10, superseded=True), point(5, 30, 30, 30)], SPAN)
    (before,), (now,) = of(chart, "replaced"), of(chart, "stands")
    assert (before.line.dash, before.line.shape) == ("dot", "hv")
    assert (list(before.x), list(before.y)) == ([day(1), day(5)], [10, 30])
    assert (now.line.dash, list(now.x), list(now.y)) == (None, [day(5), SPAN.last], [30, 30])


def test_every_figure_is_a_mark_that_leads_to_its_evidence() -> None:
    chart = history([point(1, 10, 10, 10, superseded=True), point(5, 30, 30, 30)], SPAN)
    (marks,) = of(chart, "Medics")
    assert marks.customdata == ("Medics-1", "Medics-5")
    assert "replaced since" in marks.hovertext[0]
    assert "replaced since" not in marks.hovertext[1]


def test_a_range_is_a_band_until_its_claimant_says_something_else() -> None:
    chart = history([point(1, 10, 40, None, "range", superseded=True), point(5, 30, 30, 30)], SPAN)
    (band,) = of(chart, "range")
    assert (min(band.x), max(band.x), min(band.y), max(band.y)) == (day(1), day(5), 10, 40)


def test_an_open_end_is_an_arrow_and_a_band_to_the_edge() -> None:
    chart = history([point(1, 500, None, 500, "at_least"), point(1, None, 200, 200, "at_most", who="Army")], SPAN)
    top = chart.layout.yaxis.range[1]
    assert sorted(arrows(chart)) == [(200, 0), (500, top)]
    assert sorted((min(band.y), max(band.y)) for band in of(chart, "open-end")) == [(0, 200), (500, top)]


def test_a_contested_time_is_hatched_and_labelled_and_one_without_an_end_reaches_the_edge() -> None:
    points = [point(1, 10, 10, 10), point(3, 90, 90, 90, who="Army")]
    chart = history(points, SPAN, contests=[Contest(day(3), day(9), 10, 90), Contest(day(12), None)])
    first, last = of(chart, timelines.CONTESTED)
    assert first.fillpattern.shape == "/"
    assert (min(first.x), max(first.x), max(last.x)) == (day(3), day(9), SPAN.last)
    said = [note.text for note in chart.layout.annotations]
    assert "<b>contested: 10 to 90</b>" in said
    assert "<b>contested: denied</b>" in said


def test_reports_stand_below_zero_one_tick_a_day_and_name_themselves() -> None:
    reports = [Report(day(2), "<b>A</b> — The Echo", "a"), Report(day(2), "B", "b"), Report(day(4), "C", "c")]
    chart = history([point(1, 10, 10, 10)], SPAN, reports=reports)
    (ticks,) = of(chart, timelines.REPORTS)
    assert list(ticks.x) == [day(2), day(4)]
    assert all(y < 0 for y in ticks.y)
    assert ticks.hovertext == ("&lt;b&gt;A&lt;/b&gt; — The Echo<br>B", "C")
    assert ticks.customdata == ("a", "c")


def test_a_denial_without_a_number_stands_at_zero() -> None:
    chart = history([point(1, 10, 10, 10)], SPAN, denials=[Report(day(2), "Army: denies any", "d")])
    (cross,) = of(chart, timelines.DENIED)
    assert (list(cross.y), cross.customdata) == ([0], ("d",))


def test_names_out_of_documents_are_no_markup() -> None:
    chart = history([point(1, 10, 10, 10, who="<a href='x'>M</a>")], SPAN)
    texts = [note.text for note in chart.layout.annotations] + [t for trace in chart.data for t in trace.hovertext or ()]
    assert any("&lt;a" in text for text in texts)
    assert not any("<a" in text for text in texts)


def test_a_chart_of_very_much_stays_below_two_thousand_points_and_says_what_is_left_out() -> None:
    many = [point(1 + n % 20, 10 + n, 40 + n, None, "range", who=f"Source {n % 40}", superseded=n < 3960) for n in range(4000)]
    reports = [Report(dt.date(2020, 1, 1) + dt.timedelta(days=n), "A", "a") for n in range(900)]
    chart = history(many, SPAN, reports=reports, contests=[Contest(day(2), None, 1, 2)])
    assert sum(len(trace.x) for trace in chart.data) <= 2_000
    lines, left_out = drawn_lines(many)
    assert len(lines) == LINES
    assert sum(map(len, lines)) + left_out == 4000
    assert sum(map(len, lines)) <= FIGURES


def test_words_at_the_right_never_overlap() -> None:
    points = [point(1, 100 + n, 100 + n, 100 + n, who=f"Source {n}") for n in range(LINES)]
    chart = history(points, SPAN)
    ends = sorted(note.y for note in chart.layout.annotations if note.xref == "paper" and not note.showarrow)
    inside = chart.layout.height - chart.layout.margin.t - chart.layout.margin.b
    assert len(ends) == LINES
    assert all((after - before) * inside > 33 for before, after in pairwise(ends))


def test_conditions_are_bars_with_words_and_what_is_disputed_is_hatched() -> None:
    pieces = (Piece(day(1), day(9), "no water", "bad", "a"), Piece(day(9), day(10), "water: disputed", "disputed", "b"))
    chart = stretches([Row("Water · <i>Homs</i>", pieces)], SPAN)
    bars = [trace for trace in chart.data if trace.fill == "toself"]
    assert [(min(bar.x), max(bar.x)) for bar in bars] == [(day(1), day(9)), (day(9), day(10))]
    assert [bar.fillpattern.shape for bar in bars] == ["", "/"]
    said = [note.text for note in chart.layout.annotations]
    assert "<b>Water · &lt;i&gt;Homs&lt;/i&gt;</b>" in said
    assert "no water" in said
    assert "water: disputed" not in said, "a bar too short for its words says them when pointed at"
    (marks,) = of(chart, "reports")
    assert marks.customdata == ("a", "b")
    assert "water: disputed" in marks.hovertext[1]


# --- the view


def put(situation: Situation, *facts: tuple[str, int, dict[str, Any]]) -> None:
    for number, (said, on, fields) in enumerate(facts, len(situation.documents())):
        title = f"Report {number}"
        report = document(f"{said}, in {title}.", document_id=f"r{number}", publisher="The Echo", published=day(on), title=title)
        printed = {"published": day(on), "publisher": "The Echo", "as_of": day(on), "as_of_precision": "day"} | fields
        make: Any = condition if "condition" in fields else denial if "phrase" in fields else figure
        printed.pop("phrase", None)
        made: AnyFact = make(said, report, **printed)
        situation.store.add(report, [made])


@pytest.fixture
def told(empty: Situation) -> Situation:
    here = {"place": "Milltown"}
    put(
        empty,
        ("100", 1, {"claimant": "Army", **here}),
        ("140", 6, {"claimant": "Army", **here}),
        ("900", 3, {"claimant": "Rebels", **here}),
        ("5", 4, {"claimant": "Police", "place": "Port Reed", "measure": "injured"}),
        ("no water", 2, {"condition": "no_water", **here}),
        ("water is back", 7, {"condition": "no_water", "state": "restored", **here}),
        ("no power", 2, {"condition": "no_power", "place": "Elsewhere"}),
    )
    return empty


def charts(app: Any) -> list[dict[str, Any]]:
    return [json.loads(chart.proto.spec) for chart in app.get("plotly_chart")]


def names(chart: dict[str, Any]) -> set[str]:
    return {trace["name"] for trace in chart["data"]}


def test_the_questions_with_several_figures_come_first_with_their_conditions_below(draw: Draw, told: Situation) -> None:
    app = draw(timeline.show, told)
    question, conditions = charts(app)
    assert {"Army", "Rebels", timelines.CONTESTED, timelines.REPORTS} <= names(question)
    assert names(conditions) == {"Water · Milltown: no water", "Water · Milltown: water back", "reports"}
    ticks = next(trace for trace in question["data"] if trace["name"] == timelines.REPORTS)
    assert any("Report 0 — The Echo" in text for text in ticks["hovertext"])
    said = text_of(app)
    assert "Killed · Milltown" in said
    assert "Elsewhere" not in said
    assert "1 more question can be chosen above" in said


def test_bars_and_lines_stand_on_one_axis_of_days(draw: Draw, told: Situation) -> None:
    question, conditions = (chart["layout"] for chart in charts(draw(timeline.show, told)))
    assert question["xaxis"]["range"] == conditions["xaxis"]["range"]
    assert question["margin"]["l"] == conditions["margin"]["l"]
    assert question["margin"]["r"] == conditions["margin"]["r"]


def test_one_question_can_be_chosen_and_left_again(draw: Draw, told: Situation) -> None:
    app = draw(timeline.show, told)
    box = next(one for one in app.selectbox if one.label == timelines.QUESTION)
    assert any("Injured · Port Reed" in option for option in box.options)
    injured = next(c.fact_id for c in told.facts() if getattr(c.fact, "number", "") == "5")
    seen(box.set_value(injured).run())
    assert "Police" in names(charts(app)[0])
    assert app.query_params["about"] in (injured, [injured])
    assert timelines.NO_CONDITIONS in text_of(app)
    seen(app.button(key="timeline_back").click().run())
    assert "Killed · Milltown" in text_of(app)
    assert "about" not in app.query_params


def test_a_figure_that_is_gone_leads_back_with_a_word(draw: Draw, told: Situation) -> None:
    app = draw(timeline.show, told)
    app.session_state["timeline_about"] = "nowhere"
    assert contested.GONE in text_of(seen(app.run()))
    assert "Killed · Milltown" in text_of(seen(app.run()))


def test_a_chosen_mark_shows_its_evidence_beside(draw: Draw, told: Situation) -> None:
    app = draw(timeline.show, told)
    app.session_state["timeline_fact"] = next(c.fact_id for c in told.facts() if getattr(c.fact, "number", "") == "900")
    said = text_of(seen(app.run()))
    assert '<mark class="hs-fact">900</mark>' in said


def test_a_measure_narrows_the_questions(draw: Draw, told: Situation) -> None:
    app = draw(timeline.show, told)
    seen(app.selectbox(key="timeline_measure").set_value("injured").run())
    said = text_of(app)
    assert "Injured · Port Reed" in said
    assert "Killed · Milltown" not in said


def test_the_table_holds_every_figure_of_the_charts_replaced_ones_too(draw: Draw, told: Situation) -> None:
    app = draw(timeline.show, told)
    app.session_state["timeline_twin"] = True
    frame = seen(app.run()).dataframe[-1].value
    assert len(frame) == 3
    assert "Superseded" in frame["Standing"].tolist()


def test_figures_without_a_day_are_named_and_not_drawn(draw: Draw, empty: Situation) -> None:
    report = document("22 and 30 died.", document_id="r", publisher=None, published=None)
    empty.store.add(report, [figure("22", report, claimant="A"), figure("30", report, claimant="B")])
    app = draw(timeline.show, empty)
    assert timelines.NO_DAYS in text_of(app)
    assert not app.get("plotly_chart")


def test_an_empty_store_and_filters_that_hide_everything_say_what_to_do(draw: Draw, empty: Situation, told: Situation) -> None:
    assert "hs-empty" in text_of(draw(timeline.show, told, Selection(text="no such words")))


def test_nothing_at_all_says_what_to_do_next(draw: Draw, empty: Situation) -> None:
    assert "hs-empty" in text_of(draw(timeline.show, empty))
