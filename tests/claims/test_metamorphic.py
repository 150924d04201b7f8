"""What must never change a standing, whatever the figures are; and what must change it."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterable

import hypothesis.strategies as st
from builders import claimed
from hypothesis import given

from humsit.claims import Comparison, compare
from humsit.records import Figure

CLAIMANTS = ["the mayor", "the Red Cross", "Paraguay's Health Ministry", "the ministry", "UNHCR", ""]
SAID = st.one_of(
    st.integers(1, 400).map(str),
    st.sampled_from(["dozens", "hundreds", "at least 9", "nearly 500", "up to 40", "about 100", "30 to 40"]),
)


@st.composite
def figures(draw: st.DrawFn) -> Figure:
    return claimed(
        draw(SAID),
        draw(st.sampled_from(CLAIMANTS)),
        draw(st.sampled_from("abcd")),
        draw(st.one_of(st.none(), st.integers(1, 28))),
        place=draw(st.sampled_from(["Kosti", "Kosti", "Rabak", ""])),
        population_group=draw(st.sampled_from(["unspecified", "unspecified", "civilians", "combatants", "children"])),
        measure=draw(st.sampled_from(["killed", "killed", "injured"])),
        stance=draw(st.sampled_from(["reported", "reported", "reported", "denied", "unverified"])),
        series=draw(st.sampled_from(["unspecified", "unspecified", "flow", "cumulative"])),
    )


many = st.lists(figures(), max_size=14, unique_by=lambda figure: figure.fact_id)


def told(comparison: Comparison) -> set[tuple[str, str, bool, str]]:
    return {(i, s.standing, s.superseded, s.question_id) for i, s in comparison.standings.items()}


def stands(comparison: Comparison, figure: Figure) -> tuple[str, bool]:
    standing = comparison.standings[figure.fact_id]
    return standing.standing, standing.superseded


@given(many, st.randoms())
def test_the_order_of_the_facts_changes_nothing(said: list[Figure], chance: random.Random) -> None:
    shuffled = list(said)
    chance.shuffle(shuffled)
    assert compare(shuffled) == compare(said)


@given(many)
def test_every_figure_gets_a_standing_and_stands_in_one_question(said: list[Figure]) -> None:
    comparison = compare(said)
    assert sorted(comparison.standings) == sorted(figure.fact_id for figure in said)
    assert sorted(i for question in comparison.questions for i in question.facts) == sorted(comparison.standings)
    assert len({question.question_id for question in comparison.questions}) == len(comparison.questions)


@given(many)
def test_a_question_of_one_claimant_is_never_more_than_single_source(said: list[Figure]) -> None:
    for question in compare(said).questions:
        claimants = {claim.claimant for claim in question.claims}
        assert (question.standing == "single_source") == (len(claimants) == 1)


@given(many, st.integers(-60, 60))
def test_a_translation_of_all_dates_changes_nothing(said: list[Figure], days: int) -> None:
    def later(day: dt.date | None) -> dt.date | None:
        return None if day is None else day + dt.timedelta(days)

    moved = [figure.model_copy(update={"as_of": later(figure.as_of), "published": later(figure.published)}) for figure in said]
    assert told(compare(moved)) == told(compare(said))


def copies(said: Iterable[Figure], report: str, **fields: object) -> list[Figure]:
    return [f.model_copy(update={"document_id": report + f.document_id, "fact_id": report + f.fact_id} | fields) for f in said]


@given(many)
def test_the_same_reports_under_other_ids_change_no_standing(said: list[Figure]) -> None:
    before, after = compare(said), compare([*said, *copies(said, "copy of ")])
    assert [stands(after, figure) for figure in said] == [stands(before, figure) for figure in said]


@given(st.lists(figures().filter(lambda f: f.claimant), min_size=1, max_size=8, unique_by=lambda f: f.fact_id))
def test_a_third_paper_that_prints_the_same_claims_changes_no_standing(said: list[Figure]) -> None:
    before, after = compare(said), compare([*said, *copies(said, "third ", publisher="a third paper")])
    assert [stands(after, figure) for figure in said] == [stands(before, figure) for figure in said]


@given(st.integers(1, 10**6))
def test_a_second_independent_claimant_that_agrees_corroborates(number: int) -> None:
    one = claimed(str(number), "the mayor")
    assert stands(compare([one]), one)[0] == "single_source"
    assert stands(compare([one, claimed(str(number), "the Red Cross", "b")]), one)[0] == "corroborated"


@given(st.integers(1, 10**6), st.floats(0.91, 1.0))
def test_three_times_one_of_two_figures_that_agree_contests(number: int, near: float) -> None:
    one, other = claimed(str(number), "the mayor"), claimed(str(max(1, round(number * near))), "the Red Cross", "b")
    if stands(compare([one, other]), one)[0] == "corroborated":
        tripled = claimed(str(3 * number), "the mayor")
        assert stands(compare([tripled, other]), tripled)[0] == "contested"


anything = st.text(max_size=20)


@given(
    st.lists(st.fixed_dictionaries({"claimant": anything, "group": anything, "place": anything, "quote": anything}), max_size=6)
)
def test_whatever_a_text_says_is_compared(texts: list[dict[str, str]]) -> None:
    said = [claimed("22", report=f"r{n}", event=text["quote"], side=text["claimant"], **text) for n, text in enumerate(texts)]
    assert len(compare(said).standings) == len(said)
