"""With one report or a thousand: words that never overlap, headlines of every measure, names everywhere, all of it counted."""

from __future__ import annotations

import datetime as dt
import random
import re
from itertools import combinations
from typing import Any

import pandas as pd
import pytest
from builders import condition, document, figure
from drawn import Draw, seen, text_of

from humsit.app import glance, grid, over_time, panels, ranked, words
from humsit.app.charts import Bar, Point, interval_chart, timeline
from humsit.app.charts.labels import WIDTHS, text_width
from humsit.app.desk import Desk
from humsit.app.markup import label
from humsit.app.views import conditions, contested, figures, situation
from humsit.claims import compare
from humsit.records import AnyFact, Figure, Measure, Qualifier, Standing, Unit
from humsit.situation import Selection, Situation
from humsit.tables import figures_table

DAY = dt.date(2024, 5, 2)
Box = tuple[float, float, float, float]


# --- timelines


def points(many: int, *, seed: int = 1, lines: int | None = None) -> list[Point]:
    """Made-up figures: sizes over six powers of ten, days over a year, long names, open ends, some of them revised."""
    dice = random.Random(seed)
    made = []
    for number in range(many):
        value = round(10 ** dice.uniform(1, 6.6))
        kind = dice.choice([Qualifier.EXACT, Qualifier.MORE_THAN, Qualifier.AT_MOST, Qualifier.APPROXIMATELY])
        low = None if kind is Qualifier.AT_MOST else value
        high = None if kind is Qualifier.MORE_THAN else value
        name = f"Saint-Martin-des-Champs {number % (lines or many)} · The United Nations High Commissioner for Refugees"
        bar = Bar(name, f"more than {value:,}", low, high, value, kind, fact_id=str(number))
        made.append(Point(DAY + dt.timedelta(days=dice.randrange(365)), bar))
    return made


def boxes(chart: Any, width: float) -> list[Box]:
    """Where each label of a timeline stands, in pixels of a plot so wide: worked out from what plotly is told."""
    layout = chart.layout
    high = layout.height - layout.margin.t - layout.margin.b
    first, last = (pd.Timestamp(end) for end in layout.xaxis.range)
    found = []
    for note in (note for note in layout.annotations if note.text):
        lines = [re.sub("<[^>]*>", "", line) for line in note.text.split("<br>")]
        wide = max(text_width(line, 12 if row else 13, bold=not row) for row, line in enumerate(lines))
        x = (pd.Timestamp(note.x) - first) / (last - first) * width + note.xshift
        y = (1 - note.y / layout.yaxis.range[1]) * high - note.yshift
        left = x - {"left": 0, "center": wide / 2, "right": wide}[note.xanchor]
        tall = 15 * len(lines)
        found.append((left, y - tall, left + wide, y) if note.yanchor == "bottom" else (left, y, left + wide, y + tall))
    return found


@pytest.mark.parametrize("width", [*WIDTHS, 310, 640])
@pytest.mark.parametrize("many", [1, 2, 10, 100, 1000])
@pytest.mark.parametrize("seed", range(4))
def test_words_in_a_timeline_never_overlap_and_never_leave_the_panel(many: int, seed: int, width: float) -> None:
    chart = timeline(points(many, seed=seed))
    placed = boxes(chart, width)
    assert 1 <= len(placed) <= 6
    for one, other in combinations(placed, 2):
        assert one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
    for left, top, right, bottom in placed:
        assert left >= -6
        assert right <= width + 6
        assert -chart.layout.margin.t <= top
        assert bottom <= chart.layout.height - chart.layout.margin.t - chart.layout.margin.b


def test_every_figure_is_a_mark_with_its_words_when_pointed_at() -> None:
    drawn = [trace for trace in timeline(points(1000)).data if trace.customdata is not None]
    assert sum(len(trace.x) for trace in drawn) == 1000
    assert all("more than" in words for trace in drawn for words in trace.hovertext)


def test_the_largest_has_its_words_even_in_a_crowd() -> None:
    crowd = points(1000)
    largest = max(crowd, key=lambda point: point.height)
    assert any(note.y == largest.height for note in timeline(crowd).layout.annotations if note.text)


def test_a_line_joins_one_claimants_figures_for_one_question_only() -> None:
    bar = [Bar("OCHA itself", str(n), n, n, n) for n in (10, 20, 900)]
    days = [DAY, DAY + dt.timedelta(days=5), DAY + dt.timedelta(days=2)]
    told = [Point(day, one, line) for day, one, line in zip(days, bar, ["q1", "q1", "q2"], strict=True)]
    lines = [list(trace.y) for trace in timeline(told).data if trace.mode == "lines+markers"]
    assert lines == [[10, 20]]


def test_an_arrow_that_points_down_ends_at_the_axis() -> None:
    bar = Bar("OCHA", "up to 8", None, 8, 8, Qualifier.AT_MOST)
    chart = timeline([Point(DAY, bar), Point(DAY, Bar("IOM", "9 million", 9e6, 9e6, 9e6))])
    assert not [note for note in chart.layout.annotations if note.showarrow and note.ay < 0]


# --- situations with many reports


def told(number: str, measure: str, place: str, *, unit: str = "people", claimant: str = "medics", **more: Any) -> Figure:
    return figure(
        number, document(f"{number} at {place} {claimant}"), measure=measure, place=place, unit=unit, claimant=claimant,
        published=DAY, publisher="The Echo", **more,
    )  # fmt: skip


def many_facts() -> list[AnyFact]:
    """Thirty places, each with a quarrel, displaced people, the injured, and conditions."""
    facts: list[AnyFact] = []
    for n in range(30):
        place = f"Place{n:02}"
        facts += [
            told("4", "killed", place, claimant="the army"),
            told(str(60 + n), "killed", place, claimant="*the* [rebels](http://x.invalid)"),
            told(str(1000 + n), "displaced", place, claimant=""),
            told(str(200 + n), "displaced", place, unit="households", claimant=""),
            told(str(30 + n), "injured", place),
        ]
        for kind in ["no_water", "no_power", "no_food"][: 1 + n % 3]:
            facts.append(condition(kind, document(f"{kind} at {place}"), condition=kind, place=place, published=DAY))
    return facts


@pytest.fixture
def crowded(empty: Situation) -> Situation:
    for fact in many_facts():
        named = isinstance(fact, Figure)
        text = f"{fact.number} at {fact.place} {fact.claimant}" if named else f"{fact.phrase} at {fact.place}"  # type: ignore[union-attr]
        report = document(text, publisher="The Echo", published=DAY)
        empty.store.add(report, [fact.model_copy(update={"document_id": report.document_id})])
    return empty


def test_headlines_are_a_handful_of_quarrels_and_then_each_measure(crowded: Situation) -> None:
    quarrels, others = glance.headlines(Desk(crowded), Selection(), crowded.tally())
    assert [question.standing for question in quarrels] == [Standing.CONTESTED] * glance.CONTESTED
    first_of_each = {question.measure for question in others}
    assert {Measure.DISPLACED, Measure.INJURED} <= first_of_each
    assert len(others) <= glance.OTHERS
    displaced = [question for question in others if question.measure is Measure.DISPLACED]
    assert displaced[0].place == "Place29", "the largest of equals comes first"


def test_every_measure_can_be_a_headline() -> None:
    assert set(words.HEADLINES) == set(Measure) - {Measure.OTHER, Measure.DISTANCE, Measure.POPULATION}


@pytest.mark.parametrize("contested", range(glance.CONTESTED + 1))
@pytest.mark.parametrize("others", range(glance.OTHERS + 1))
def test_cards_fill_every_row_to_its_end(contested: int, others: int) -> None:
    widths = glance.spans(contested, others)
    assert len(widths) == contested + others
    row = 0
    for width in widths:
        row += width
        assert row <= glance.ROW
        row %= glance.ROW
    assert row == 0


def test_the_situation_says_how_much_more_there_is(draw: Draw, crowded: Situation) -> None:
    said = text_of(draw(situation.show, crowded))
    assert said.count("hs-rivals") == glance.CONTESTED
    assert "26 more contested questions" in said
    assert "The 12 largest of 30 are drawn" in said
    assert "30 counted in families: in Figures" in said
    assert "All 30 places in Conditions" in said
    assert said.index("hs-cards") < said.index("over time")


def test_words_are_sent_before_charts(draw: Draw, crowded: Situation, monkeypatch: pytest.MonkeyPatch) -> None:
    order: list[str] = []
    sent = situation.markup.show
    monkeypatch.setattr("humsit.app.markup.show", lambda *parts, kind="hs-text": (order.append("words"), sent(*parts, kind=kind)))
    original = situation.st.delta_generator.DeltaGenerator.plotly_chart
    monkeypatch.setattr(
        "streamlit.delta_generator.DeltaGenerator.plotly_chart",
        lambda *a, **k: (order.append("chart"), original(*a, **k))[1],
    )
    draw(situation.show, crowded)
    assert order.count("chart") > 3
    assert "words" not in order[order.index("chart") :]


def test_own_voice_has_one_name_in_cards_charts_and_tables(draw: Draw, crowded: Situation) -> None:
    app = draw(situation.show, crowded)
    assert "The Echo itself" in text_of(app)
    assert any("The Echo itself" in chart.proto.spec for chart in app.get("plotly_chart"))
    assert "The Echo itself" in set(draw(figures.show, crowded).dataframe[0].value["Claimant"])


def test_one_scale_holds_one_unit(crowded: Situation) -> None:
    desk, tally = Desk(crowded), crowded.tally()
    _, unit, drawn = over_time.largest_of(desk, Selection(), tally, Measure.DISPLACED)
    assert {unit} == {question.unit for question in drawn} == {Unit.PEOPLE}
    parts = ranked.by_measure(desk, Selection(), tally, [Measure.DISPLACED])
    assert [part.title for part in parts] == ["Displaced inside the country (families)", "Displaced inside the country (people)"]
    assert all({question.unit for question in part.questions} == {part.unit} for part in parts)


def test_a_row_with_a_long_name_still_says_who_says_so() -> None:
    long = {"population_group": "combatants", "side": "Northland", "stance": "unverified"}
    (question,) = compare([told("640", "killed", "Saint-Martin-des-Champs", claimant="Southland's staff", **long)]).questions
    chart = interval_chart(panels.bars_of(question, named_by=ranked.named(question)))
    assert any("Southland" in (note.text or "") for note in chart.layout.annotations)


def test_a_ranked_panel_counts_what_it_leaves_out() -> None:
    assert ranked.drawn_of(7, 48) == "The 7 largest of 48 are drawn; all are in Figures. "
    assert ranked.drawn_of(7, 7) == ""


# --- the other views


def test_contested_begins_with_a_sentence_and_unfolds_the_first_questions_only(draw: Draw, crowded: Situation) -> None:
    app = draw(contested.show, crowded)
    said = text_of(app)
    assert "30 questions have claims that rule each other out" in said
    assert len(app.get("plotly_chart")) == contested.UNFOLDED
    folded = next(button for button in app.button if button.label == "Claims and evidence")
    seen(folded.click().run())
    assert len(app.get("plotly_chart")) == contested.UNFOLDED + 1
    seen(next(button for button in app.button if button.label == "Close").click().run())
    assert len(app.get("plotly_chart")) == contested.UNFOLDED
    seen(next(button for button in app.button if button.label == "Show 10 more of 30").click().run())
    assert len([button for button in app.button if button.label == "Claims and evidence"]) == 20 - contested.UNFOLDED


def test_every_evidence_button_names_its_claimant(draw: Draw, crowded: Situation) -> None:
    labels = [button.label for button in draw(contested.show, crowded).button if button.label.startswith("Evidence")]
    assert len(labels) == 2 * contested.UNFOLDED
    assert "Evidence: The army, 4" in labels
    assert "Evidence: the rebels (http //x.invalid), 89" in labels


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("![x](http://a.b) Echo", "x (http //a.b) Echo"),
        ("$870 million", r"\$870 million"),
        (":red[Army]", "red Army"),
        ("*The* _army_", "The army"),
        ("www.tracker.invalid", "www tracker.invalid"),
        ("`code` <b>", "code b"),
        ("संयुक्त राष्ट्र", "संयुक्त राष्ट्र"),
        ("**", "a name that cannot be shown here"),
    ],
)
def test_a_label_keeps_the_words_and_drops_what_markdown_knows(text: str, shown: str) -> None:
    assert label(text) == shown


def test_a_long_name_is_cut_in_a_label() -> None:
    assert label("A member of the local People's Defence Council of Damascus").endswith(" …")


def test_the_matrix_puts_places_with_most_conditions_first_and_says_what_it_leaves_out(
    draw: Draw, crowded: Situation, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(conditions, "MOST", 12)
    app = draw(conditions.show, crowded)
    matrix = app.dataframe[0].value
    said = (matrix != words.NO_REPORT).sum(axis=1).tolist()
    assert said == sorted(said, reverse=True)
    assert len(matrix) == 12
    assert "The 12 places with most conditions of 30" in text_of(app)
    assert len(app.dataframe[-1].value) == len(crowded.conditions()), "the table below holds every report"


def test_figures_sort_by_size_and_read_as_words() -> None:
    facts = [
        figure("9", document("9"), qualifier="at_least", high=None),
        figure("dozens", document("dozens"), qualifier="vague", value=None, low=24, high=99),
        figure("1000000", document("1000000"), value=1_000_000),
    ]
    frame = figures_table(facts)
    styled = grid.sortable(grid.for_screen(frame, "figures"), frame)
    assert styled.data["Figure"].astype(float).tolist() == [9, 24, 1_000_000]
    shown = [row[1]["display_value"] for row in styled._translate(False, False)["body"]]
    assert shown == ["at least 9", "dozens (24 to 99)", "1 million"]


def test_a_table_of_several_pages_counts_its_rows(draw: Draw, crowded: Situation, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grid, "PAGE", 100)
    app = draw(figures.show, crowded)
    assert "150 figures" in text_of(app)
    assert "Rows 1 to 100 of 150" in text_of(app)
    assert len(app.dataframe[0].value) == 100
