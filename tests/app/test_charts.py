"""Charts as data: what is drawn for which kind of claim."""

from __future__ import annotations

import datetime as dt

from builders import document, figure

from humsit.app import words
from humsit.app.charts import Bar, Cell, bar_of, interval_chart, matrix, point_of, timeline
from humsit.records import ConditionKind, ConditionState, Qualifier


def bar(qualifier: str, low: float | None, high: float | None, stated: float | None, **more: object) -> Bar:
    return Bar("Medics", "words", low, high, stated, Qualifier(qualifier), **more)  # type: ignore[arg-type]


def arrows(chart: object) -> list[tuple[float, float]]:
    return [(note.ax, note.x) for note in chart.layout.annotations if note.showarrow]  # type: ignore[attr-defined]


def dots(chart: object) -> list[tuple[str, float]]:
    marks = [t for t in chart.data if t.mode == "markers" and t.marker.symbol != "line-ns"]  # type: ignore[attr-defined]
    return [(t.marker.symbol, x) for t in marks for x in t.x]


def test_an_open_end_is_an_arrow_to_the_edge_and_no_dot() -> None:
    chart = interval_chart([bar("at_least", 9, None, 9), bar("exact", 22, 22, 22)])
    edge = chart.layout.xaxis.range[1]
    assert arrows(chart) == [(9, edge)]
    assert dots(chart) == [("circle", 22)]


def test_at_most_points_to_zero() -> None:
    assert arrows(interval_chart([bar("at_most", None, 300, 300)])) == [(300, 0)]


def test_about_and_unverified_are_open_dots_and_a_range_has_ends_but_no_dot() -> None:
    chart = interval_chart([bar("approximately", 95, 105, 100), bar("exact", 9, 9, 9, doubtful=True), bar("range", 30, 40, None)])
    assert dots(chart) == [("circle-open", 100), ("circle-open", 9)]


def test_the_axis_begins_at_zero_and_holds_every_claim() -> None:
    low, high = interval_chart([bar("nearly", 475, 500, 500), bar("nearly", 8550, 9000, 9000)], contested=True).layout.xaxis.range
    assert low == 0
    assert high > 9000


def test_the_gap_between_contested_claims_is_shaded_and_superseded_ones_do_not_count() -> None:
    bars = [bar("exact", 10, 10, 10), bar("exact", 90, 90, 90), bar("exact", 50, 50, 50, superseded=True)]
    shapes = interval_chart(bars, contested=True).layout.shapes
    assert [(shape.x0, shape.x1) for shape in shapes] == [(10, 90)]


def test_values_stand_in_words_and_superseded_ones_are_struck_through() -> None:
    texts = [note.text for note in interval_chart([bar("exact", 3, 3, 3, superseded=True)]).layout.annotations]
    assert "<s>words</s>" in texts


def test_text_of_a_document_is_no_markup_in_a_chart() -> None:
    chart = interval_chart([Bar("<a href='x'>M</a>", "22", 22, 22, 22)])
    assert not any("<a" in (note.text or "") for note in chart.layout.annotations)


def test_a_point_stands_on_its_as_of_day_else_on_the_day_of_the_report_else_nowhere() -> None:
    report = document()
    published = dt.date(2024, 5, 2)
    told = [figure("22", report, published=published, as_of=dt.date(2024, 5, 1)), figure("22", report, published=published)]
    assert [point_of(f, "22", who="").day for f in told] == [dt.date(2024, 5, 1), published]  # type: ignore[union-attr]
    assert point_of(figure("22", report), "22", who="") is None


def test_a_timeline_steps_and_starts_at_zero() -> None:
    report = document()
    days = [figure("22", report, published=dt.date(2024, 5, day)) for day in (1, 9)]
    chart = timeline([p for f in days if (p := point_of(f, "22", who="Medics"))])
    assert chart.data[0].line.shape == "hv"
    assert chart.layout.yaxis.range[0] == 0


def test_a_claim_keeps_its_kind_when_it_becomes_a_bar() -> None:
    made = bar_of(figure("22", document(), qualifier="at_least", high=None, stance="denied"), "at least 22", who="Medics")
    assert (made.low, made.high, made.doubtful) == (22, None, True)


def test_every_cell_of_the_matrix_has_a_word() -> None:
    chart = matrix([Cell("Milltown", "Water", "no water", "bad")], ["Milltown", "Port Reed"], ["Water"])
    assert [note.text for note in chart.layout.annotations] == ["<b>no water</b>", "no report"]


def test_every_condition_and_state_has_words_and_a_tone() -> None:
    said = {(kind, state): words.condition_words(kind, state) for kind in ConditionKind for state in ConditionState}
    assert said[ConditionKind.NO_WATER, ConditionState.RESTORED] == "water back"
    assert all("not no" not in phrase and "no no" not in phrase for phrase in said.values()), "no double negatives"
    assert words.condition_tone(ConditionKind.CORRIDOR_OPEN, ConditionState.PRESENT) == words.GOOD
    assert words.condition_tone(ConditionKind.NO_POWER, ConditionState.PRESENT) == words.BAD
