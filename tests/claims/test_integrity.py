"""Figures to check: what an analyst wants to be told of, and what is only a toll that grows."""

from __future__ import annotations

import datetime as dt
import random
from typing import Any

import hypothesis.strategies as st
import pytest
from builders import claimed, condition, denial
from hypothesis import given

from humsit.claims import Check, Finding, compare, findings
from humsit.claims.slips import doubled, dropped, transposed
from humsit.records import AnyFact, Figure

TODAY = dt.date(2025, 1, 25)


def of(*facts: AnyFact, today: dt.date | None = TODAY) -> list[Finding]:
    return findings(compare(facts), facts, today)


def found(*facts: AnyFact) -> list[tuple[str, tuple[str, ...]]]:
    return [(finding.kind.value, finding.fact_ids) for finding in of(*facts)]


def over(*numbers: str, **fields: Any) -> list[Figure]:
    """What the Health Ministry says of the killed at Kosti on the first, second, third … of January, a report a day."""
    return [claimed(said, report=f"day {day}", day=day, **fields) for day, said in enumerate(numbers, 1)]


def kinds(*numbers: str, **fields: Any) -> list[str]:
    return [finding.kind.value for finding in of(*over(*numbers, **fields))]


# -- totals that fall ------------------------------------------------------------------------------------------------------------


def test_a_falling_toll_is_named_with_both_rows_values_and_dates() -> None:
    before, after = over("1500", "1310")
    (finding,) = of(before, after)
    assert (finding.kind, finding.fact_ids) == (Check.FALLING_TOTAL, (after.fact_id, before.fact_id))
    assert (finding.place, finding.measure, finding.claimant) == ("Kosti", "killed", "Health Ministry")
    assert finding.sentence == (
        "Killed, Kosti (Health Ministry): 1,500 on 1 January 2025, then 1,310 on 2 January 2025; a total should not fall."
    )
    assert not finding.told


def test_a_fall_that_the_report_explains_is_marked_and_not_left_out() -> None:
    before, after = over("1500", "1310", quote="The ministry revised the toll down to 1310.")
    (finding,) = of(before, after)
    assert finding.told
    assert finding.sentence.endswith("revised down, as the report says.")


def test_a_figure_that_its_own_sentence_lowers_is_marked_once() -> None:
    new = claimed("1310", day=2, start=10, end=14)
    old = claimed("1500", day=2, start=20, end=24, replaced_by=new.fact_id)
    (finding,) = of(new, old)
    assert (finding.told, finding.fact_ids) == (True, (new.fact_id, old.fact_id))
    earlier = claimed("1500", report="b", day=1)
    assert [found.fact_ids[0] for found in of(earlier, new, old)] == [new.fact_id], "the fall itself is enough"


@pytest.mark.parametrize(
    ("numbers", "fields"),
    [
        (("40", "40", "41"), {}),
        (("about 1000", "990"), {}),  # within what about means
        (("hundreds", "150"), {}),  # vague words are too wide
        (("more than 100", "100"), {}),
        (("1500", "1310"), {"measure": "sheltered"}),  # people leave shelters
        (("1500", "1310"), {"measure": "missing"}),
        (("60", "40"), {"series": "flow"}),
        (("60", "40"), {"period": "in the past 24 hours"}),
        (("90", "12"), {}),  # nobody calls either a toll: rather another attack
    ],
)
def test_these_falls_are_none(numbers: tuple[str, ...], fields: dict[str, Any]) -> None:
    assert kinds(*numbers, **fields) == []


def test_where_a_sentence_calls_it_a_toll_a_large_fall_is_one_too() -> None:
    assert kinds("90", "12", quote="The death toll now stands there.") == ["falling_total"]
    assert kinds("1500", "1310", measure="refugees", series="cumulative") == ["falling_total"]


def test_an_old_figure_quoted_later_is_no_fall() -> None:
    old = claimed("90", report="d", published=dt.date(2025, 1, 9))  # undated, and was replaced before
    assert found(*over("90", "120", "150"), old) == []


def test_two_weeks_compared_in_one_sentence_are_no_fall() -> None:
    sentence = {"quote": "It treated 96 injured patients, down from 174 the week before.", "measure": "injured"}
    new = claimed("96", day=9, start=11, end=13, **sentence)
    assert found(new, claimed("174", day=9, start=43, end=46, replaced_by=new.fact_id, **sentence)) == []


def test_two_claimants_two_places_or_two_groups_do_not_fall_together() -> None:
    high = claimed("150", "the mayor", "a", 1)
    assert found(high, claimed("90", "the Red Cross", "b", 2)) == []
    assert found(high, claimed("90", "the mayor", "b", 2, place="Rabak")) == []
    assert found(high, claimed("90", "the mayor", "b", 2, population_group="children")) == []


def test_what_was_found_wrong_is_not_held_against_the_next() -> None:
    assert kinds("1500", "1310", "1510") == ["falling_total"]
    assert kinds("1240", "124", "1250") == ["digit_dropped"]


# -- digits ----------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("numbers", "kind"),
    [
        (("1240", "124"), "digit_dropped"),
        (("1240", "124", "1255"), "digit_dropped"),
        (("1240", "140", "1255"), "digit_dropped"),
        (("124", "1240"), "digit_dropped"),  # exactly tenfold: one of the two
        (("124", "1224"), "digit_doubled"),
        (("124", "1224", "131"), "digit_doubled"),
        (("1240", "1420", "1260"), "digits_transposed"),  # up, and then below it again
        (("1420", "1240"), "digits_transposed"),  # a toll that cannot fall
        (("129", "921"), ""),
        (("1240", "1420"), ""),  # plain growth
        (("1240", "1420", "1500"), ""),
        (("124", "1224", "1300"), ""),  # it went on from there
        (("12", "122"), ""),  # too short to mean anything
        (("100", "1000"), ""),
        (("about 1240", "about 124"), "falling_total"),  # rounded: no digit is wrong
        (("dozens", "hundreds"), ""),
        (("124", "380"), ""),
    ],
)
def test_slips_of_the_hand(numbers: tuple[str, ...], kind: str) -> None:
    quote = "The death toll now stands there." if kind == "falling_total" else ""
    assert kinds(*numbers, quote=quote) == ([kind] if kind else [])


def test_one_day_in_two_papers_with_a_digit_less() -> None:
    assert found(claimed("1240", report="a", day=1), claimed("124", report="b", day=1))[0][0] == "digit_dropped"


def test_numbers_that_may_fall_are_still_looked_at_for_their_digits() -> None:
    assert kinds("1240", "124", measure="sheltered") == ["digit_dropped"]
    assert kinds("1240", "124", "120", measure="sheltered") == [], "it did empty"
    assert kinds("1240", "124", measure="funding", unit="usd") == []


def test_likenesses_of_digits() -> None:
    assert dropped(1240, 124)
    assert dropped(1240, 140)
    assert not dropped(1240, 125)
    assert not dropped(1000, 100)
    assert doubled(124, 1224)
    assert not doubled(124, 1234)
    assert transposed(1240, 1420)
    assert not transposed(1240, 2041)
    assert not transposed(12, 21)


# -- daily figures ---------------------------------------------------------------------------------------------------------------


def totals(*numbers: str, **fields: Any) -> list[Figure]:
    return over(*numbers, series="cumulative", quote="The death toll now stands there.", **fields)


def day_of_it(number: str, day: int = 2, **fields: Any) -> Figure:
    return claimed(number, report=f"day {day}", day=day, series="flow", **fields)


def test_a_daily_figure_that_the_totals_do_not_allow_is_named_with_them() -> None:
    before, after = totals("1240", "1270")
    flow = day_of_it("60")
    (finding,) = of(before, after, flow)
    assert (finding.kind, finding.fact_ids) == (Check.DAILY_MISMATCH, (flow.fact_id, after.fact_id, before.fact_id))
    assert finding.sentence == (
        "Killed, Kosti (Health Ministry): 60 on 2 January 2025, but the total went from 1,240 on 1 January 2025 "
        "to 1,270 on 2 January 2025: 30 more."
    )


@pytest.mark.parametrize(
    "flow",
    [
        day_of_it("30"),
        day_of_it("about 30"),
        day_of_it("at least 20"),
        day_of_it("60", day=3),  # no total of that day
        day_of_it("60", claimant="the Red Cross"),
        day_of_it("60", place="Rabak"),
        day_of_it("60", population_group="children"),
        day_of_it("60", measure="injured"),
        day_of_it("60", unit="households"),
        day_of_it("60", stance="denied"),
        day_of_it("60", period="in the past week"),
    ],
)
def test_these_daily_figures_contradict_no_total(flow: Figure) -> None:
    assert found(*totals("1240", "1270"), flow) == []


def test_about_gives_totals_room_too() -> None:
    assert found(*totals("about 1240", "about 1270"), day_of_it("60")) == []


def test_a_day_is_also_told_by_its_words_and_the_larger_figure_beside_it_is_the_total() -> None:
    sentence = {"quote": "60 were killed in the last 24 hours, raising the toll to 1270.", "period": "in the last 24 hours"}
    daily = claimed("60", report="day 2", day=2, start=0, end=2, **sentence)
    total = claimed("1270", report="day 2", day=2, start=57, end=61, **sentence)
    before = totals("1240")[0]
    assert found(before, daily, total) == [("daily_mismatch", (daily.fact_id, total.fact_id, before.fact_id))]


def test_a_claimants_short_name_and_a_report_without_a_place_still_join() -> None:
    before, after = totals("1240", "1270", claimant="Sudan's Health Ministry")
    assert found(before, after, day_of_it("60", claimant="the Health Ministry"))[0][0] == "daily_mismatch"
    assert found(before, after, day_of_it("60", claimant="Sudan's Health Ministry", place=""))[0][0] == "daily_mismatch"


# -- dates -----------------------------------------------------------------------------------------------------------------------


def test_a_date_after_publication_is_named_with_both() -> None:
    late = claimed("9", day=21)  # published on the 20th
    (finding,) = of(late)
    assert (finding.kind, finding.fact_ids) == (Check.DATE_IN_THE_FUTURE, (late.fact_id,))
    assert finding.sentence == (
        "Killed, Kosti (Health Ministry): 9 as of 21 January 2025, but the report was published on 20 January 2025."
    )


@pytest.mark.parametrize(
    ("fact", "late"),
    [
        (claimed("9", day=20), False),
        (claimed("9"), False),
        (claimed("9", day=31, as_of_precision="month"), False),  # some day of this month
        (claimed("9", day=24, origin="analyst"), False),
        (claimed("9", day=26, origin="analyst"), True),
        (claimed("9", day=24, published=None), False),
        (claimed("9", day=26, published=None), True),
        (condition(as_of=TODAY, published=dt.date(2025, 1, 20)), True),
        (denial(as_of=TODAY, published=dt.date(2025, 1, 20)), True),
    ],
)
def test_dates(fact: AnyFact, late: bool) -> None:
    assert [finding.kind.value for finding in of(fact)] == ["date_in_the_future"] * late


def test_without_a_today_nobody_asks() -> None:
    assert of(claimed("9", day=26, published=None), today=None) == []


# -- what must never change a finding --------------------------------------------------------------------------------------------

SAID = st.one_of(st.integers(1, 20_000).map(str), st.sampled_from(["dozens", "about 100", "at least 90", "30 to 40"]))


@st.composite
def many(draw: st.DrawFn) -> list[Figure]:
    count = draw(st.integers(0, 14))
    made = [
        claimed(
            draw(SAID),
            draw(st.sampled_from(["the mayor", "the Red Cross", ""])),
            draw(st.sampled_from("abcdef")),
            draw(st.one_of(st.none(), st.integers(1, 28))),
            series=draw(st.sampled_from(["unspecified", "unspecified", "flow", "cumulative"])),
            measure=draw(st.sampled_from(["killed", "killed", "sheltered"])),
            place=draw(st.sampled_from(["Kosti", "Kosti", ""])),
        )
        for _ in range(count)
    ]
    return list({figure.fact_id: figure for figure in made}.values())


@given(many(), st.randoms())
def test_the_order_of_the_facts_changes_nothing(said: list[Figure], chance: random.Random) -> None:
    shuffled = list(said)
    chance.shuffle(shuffled)
    assert of(*shuffled) == of(*said)


@given(many())
def test_every_finding_names_figures_that_are_there_with_values_and_dates(said: list[Figure]) -> None:
    ids = {figure.fact_id for figure in said}
    for finding in of(*said):
        assert set(finding.fact_ids) <= ids
        assert (
            len(set(finding.fact_ids))
            == len(finding.fact_ids)
            == {"date_in_the_future": 1, "daily_mismatch": 3}.get(finding.kind, 2)
        )
        assert "2025" in finding.sentence


@given(
    st.integers(1, 5_000),
    st.lists(st.floats(1, 2.9), min_size=1, max_size=12),
    st.sampled_from(["killed", "injured", "displaced", "homes_destroyed"]),
)
def test_an_ordinary_growing_toll_gives_none(first: int, growth: list[float], measure: str) -> None:
    numbers = [first]
    for factor in growth:
        numbers.append(int(numbers[-1] * factor))
    assert kinds(*map(str, numbers), measure=measure) == []


@given(st.integers(200, 5_000), st.lists(st.integers(0, 90), min_size=1, max_size=12))
def test_daily_figures_that_add_up_give_none(first: int, grown: list[int]) -> None:
    numbers = [first]
    for more in grown:
        numbers.append(numbers[-1] + more)
    said = totals(*map(str, numbers))
    flows = [day_of_it(str(more), day=day) for day, more in enumerate(grown, 2)]
    assert found(*said, *flows) == []


@given(many())
def test_what_other_papers_print_adds_no_finding(said: list[Figure]) -> None:
    said = [figure for figure in said if figure.claimant and figure.place]
    copies = [f.model_copy(update={"document_id": f"z{f.document_id}", "fact_id": f"z{f.fact_id}"}) for f in said]
    sentences = sorted(finding.sentence for finding in of(*said) if finding.kind is not Check.DATE_IN_THE_FUTURE)
    again = sorted(finding.sentence for finding in of(*said, *copies) if finding.kind is not Check.DATE_IN_THE_FUTURE)
    assert again == sentences
