"""The rules of standings, each as a small case: who says what, and how the question stands."""

from __future__ import annotations

from typing import Any

import pytest
from builders import claimed, denial

from humsit.claims import CONTEST_FACTOR, OPEN_FACTOR, ROOM_ABOVE, ROOM_BELOW, SMALL_GAP, Comparison, Question, compare
from humsit.records import Figure, Standing
from humsit.tables import claims_table

SINGLE, CORROBORATED, DIVERGENT, CONTESTED = "single_source", "corroborated", "divergent", "contested"


def only_question(comparison: Comparison) -> Question:
    assert len(comparison.questions) == 1, [q.reason for q in comparison.questions]
    return comparison.questions[0]


RULES = [
    # two claimants, exact numbers
    ("22", "22", CORROBORATED),
    ("100", "110", CORROBORATED),  # a gap of 10 of 110
    ("100", "112", DIVERGENT),  # a gap of 12 of 112 is more than 10 %
    ("100", "199", DIVERGENT),
    ("100", "200", CONTESTED),  # a factor of 2
    ("5", "0", CONTESTED),  # none against some
    # room of the words
    ("nearly 500", "470", CORROBORATED),
    ("about 100", "105", CORROBORATED),
    ("about 18200", "17000 to 19000", CORROBORATED),
    ("nearly 500", "nearly 9000", CONTESTED),
    ("dozens", "38", CORROBORATED),
    ("dozens", "hundreds", CONTESTED),  # 99 against 200
    ("dozens", "120", DIVERGENT),  # 99 against 120: a factor of 1.2
    ("300 to 400", "600", DIVERGENT),  # its bound nearer to the other: a factor of 1.5
    # open ends
    ("at least 9", "22", DIVERGENT),
    ("at least 7", "18", DIVERGENT),
    ("at least 15", "22", CORROBORATED),  # a factor of 1.47
    ("up to 40", "30", CORROBORATED),
    ("up to 40", "20", DIVERGENT),
    ("at least 100", "9000", DIVERGENT),  # never contested
    ("at least 100", "95", CORROBORATED),  # no overlap, but a gap of 5 %
    ("at least 100", "60", DIVERGENT),  # no overlap, a factor of 1.7
    ("at least 100", "40", CONTESTED),  # no overlap, a factor of 2.5
    ("more than 1000", "up to 400", CONTESTED),
    ("at least 10", "up to 12", CORROBORATED),
    ("at least 10", "up to 100", DIVERGENT),
]


@pytest.mark.parametrize(("one", "other", "standing"), RULES)
def test_two_independent_claimants(one: str, other: str, standing: str) -> None:
    question = only_question(compare([claimed(one, "the mayor", "a"), claimed(other, "the Red Cross", "b")]))
    assert question.standing == standing, question.reason


def army(said: str, **fields: Any) -> Figure:
    return claimed(
        said, "the army of Norland", "a", **{"claimant_type": "military", "claimant_side": "Norland", "side": "Norland"} | fields
    )


def rebels(said: str, **fields: Any) -> Figure:
    return claimed(
        said, "the Sudlanders", "b", **{"claimant_type": "armed_group", "claimant_side": "Sudland", "side": "Norland"} | fields
    )


def test_opposing_parties_contest_below_a_factor_of_two() -> None:
    question = only_question(compare([army("100"), rebels("130")]))
    assert question.standing == CONTESTED
    assert "opposing sides" in question.reason


def test_opposing_parties_whose_figures_agree_corroborate() -> None:
    assert only_question(compare([army("11"), rebels("11")])).standing == CORROBORATED


def test_opposing_parties_do_not_contest_through_an_open_end() -> None:
    assert only_question(compare([army("at least 9"), rebels("22")])).standing == DIVERGENT


@pytest.mark.parametrize(
    "fields",
    [
        {"claimant_type": "un", "claimant_side": ""},
        {"claimant_type": "local_authority", "claimant_side": "Sudland"},  # a village chief
        {"claimant_type": "hospital", "claimant_side": "Sudland"},
        {"claimant_type": "armed_group", "claimant_side": "Norland"},  # the same side
    ],
)
def test_who_is_no_belligerent_of_the_other_side_does_not_oppose(fields: dict[str, str]) -> None:
    other = claimed("130", "somebody else", "b", side="Norland", **fields)
    assert only_question(compare([army("100"), other])).standing == DIVERGENT


def test_two_governments_at_peace_do_not_oppose_each_other() -> None:
    east = claimed("100", "the government of Eastland", "a", claimant_type="government", claimant_side="Eastland")
    west = claimed("130", "the government of Westland", "b", claimant_type="government", claimant_side="Westland")
    assert only_question(compare([east, west])).standing == DIVERGENT


def test_two_governments_oppose_each_other_over_the_dead_of_one() -> None:
    east = claimed("100", "Eastland", "a", claimant_type="government", claimant_side="Eastland", side="Eastland")
    west = claimed("130", "Westland", "b", claimant_type="government", claimant_side="Westland", side="Eastland")
    assert only_question(compare([east, west])).standing == CONTESTED


def test_the_soldiers_of_the_seed_are_contested_for_this_reason() -> None:
    soldiers: dict[str, Any] = {"place": "", "side": "Russia", "population_group": "combatants", "claimant_type": "government"}
    own = claimed("nearly 500", "Russia", stance="admitted", claimant_side="Russia", group="its soldiers", **soldiers)
    enemy = claimed("nearly 9000", "Ukraine", stance="unverified", claimant_side="Ukraine", **soldiers)
    mixed = claimed("hundreds", "", place="", population_group="mixed", group="Russian soldiers and Ukrainian civilians")
    comparison = compare([own, enemy, mixed])
    assert comparison.standings[own.fact_id].question_id == comparison.standings[enemy.fact_id].question_id
    assert comparison.standings[own.fact_id].standing is Standing.CONTESTED
    assert comparison.standings[own.fact_id].standing_reason == (
        "Russia: nearly 500. Ukraine: nearly 9,000. 18 times apart, opposing sides; Ukraine's cannot be confirmed."
    )
    assert comparison.standings[mixed.fact_id].standing is Standing.SINGLE_SOURCE
    assert comparison.standings[mixed.fact_id].question_id != comparison.standings[own.fact_id].question_id


def test_one_that_contests_makes_the_question_contested_though_others_agree() -> None:
    question = only_question(
        compare([claimed("620", "the mayor"), claimed("600", "the brigade"), claimed("240", "the ministry", "b")])
    )
    assert question.standing == CONTESTED


def test_one_that_neither_contests_nor_agrees_makes_it_divergent() -> None:
    said = [claimed("100", "the mayor"), claimed("105", "the brigade"), claimed("150", "the ministry", "b")]
    assert only_question(compare(said)).standing == DIVERGENT


def test_a_denied_figure_contests_even_where_the_others_agree() -> None:
    said = [
        claimed("26", "the ministry"),
        claimed("25", "the hospital", "b"),
        claimed("26", "the coalition", "c", stance="denied"),
    ]
    question = only_question(compare(said))
    assert question.standing == CONTESTED
    assert "Denied by the coalition." in question.reason


def test_a_denied_figure_neither_replaces_nor_is_replaced_by_the_deniers_own() -> None:
    own = claimed("6200", "the government", "a", 11)
    theirs = claimed("15800", "the UN", "b", 13)
    denied = claimed("15800", "the government", "c", 16, stance="denied")
    comparison = compare([own, theirs, denied])
    assert only_question(comparison).standing == CONTESTED
    assert not any(standing.superseded for standing in comparison.standings.values())


def test_a_denial_without_a_number_is_a_claimant_at_zero() -> None:
    said = claimed("30", "residents", population_group="civilians")
    no = denial(claimant="Russia", place="Kosti", population_group="civilians")
    comparison = compare([said, no])
    question = only_question(comparison)
    assert (question.standing, len(question.claims), question.denials) == (CONTESTED, 1, (no,))
    assert question.reason == "Residents: 30. Denied altogether by Russia."
    told = claims_table([question])
    assert told["in_words"].tolist() == ["30", "denies that there were any"]
    assert told["value"].isna().tolist() == [False, True]
    assert comparison.standings[no.fact_id].question_id == comparison.standings[said.fact_id].question_id


def test_a_denial_about_another_place_contests_nothing() -> None:
    no = denial(claimant="Russia", place="Rabak", population_group="civilians")
    assert only_question(compare([claimed("30", "residents"), no])).standing == SINGLE


def test_a_later_figure_of_the_same_claimant_replaces_the_earlier() -> None:
    first, second = claimed("6", day=1), claimed("15", report="b", day=2)
    comparison = compare([first, second])
    assert only_question(comparison).standing == SINGLE
    assert comparison.standings[first.fact_id].superseded
    assert not comparison.standings[second.fact_id].superseded


def test_a_fall_is_marked_as_revised_down() -> None:
    question = only_question(compare([claimed("6", day=1), claimed("15", report="b", day=2), claimed("13", report="c", day=3)]))
    (claim,) = question.claims
    assert claim.revised_down
    assert [figure.value for figure in claim.superseded] == [6, 15]
    assert "revised the figure down" in question.reason


def test_what_is_printed_later_but_is_older_replaces_nothing() -> None:
    new, old = claimed("19", day=8), claimed("14", report="b", day=7, published="2025-03-01")
    comparison = compare([new, old])
    assert comparison.standings[old.fact_id].superseded
    assert not comparison.standings[new.fact_id].superseded


def test_an_undated_repetition_of_an_old_figure_is_the_old_figure() -> None:
    old, new = claimed("14", published="2025-01-07"), claimed("19", report="b", published="2025-01-08")
    quoted = claimed("14", report="c", published="2025-01-25")
    comparison = compare([old, new, quoted])
    assert {f.fact_id for f in (old, quoted)} == {i for i, s in comparison.standings.items() if s.superseded}


def test_the_same_figure_repeated_later_is_not_superseded() -> None:
    comparison = compare([claimed("24", day=1), claimed("24", report="b", day=2)])
    assert not any(standing.superseded for standing in comparison.standings.values())


def test_exact_and_rounded_on_one_day_replace_neither() -> None:
    comparison = compare([claimed("2970", day=5), claimed("about 3000", report="b", day=5)])
    assert only_question(comparison).standing == SINGLE
    assert not any(standing.superseded for standing in comparison.standings.values())
    (claim,) = comparison.questions[0].claims
    assert claim.words == "2,970"


def test_an_old_value_beside_the_new_one_in_a_sentence_is_superseded() -> None:
    new = claimed("41", day=5)
    old = claimed("17", day=5, replaced_by=new.fact_id)
    comparison = compare([new, old])
    assert comparison.standings[old.fact_id].superseded
    assert only_question(comparison).standing == SINGLE


def test_superseded_figures_do_not_count_for_the_standing() -> None:
    said = [claimed("38", day=1), claimed("390", report="b", day=2), claimed("400", "PAHO", "c", 3)]
    assert only_question(compare(said)).standing == CORROBORATED


def test_two_papers_with_one_agencys_story_are_one_claimant() -> None:
    one = claimed("18", "", "a", agency="Sahara Press")
    other = claimed("18", "", "b", agency="Sahara Press")
    question = only_question(compare([one, other]))
    assert (question.standing, len(question.claims)) == (SINGLE, 1)
    assert "2 publishers, 1 claimant" in question.reason


def test_a_headline_repeats_the_named_claimant_of_its_own_report() -> None:
    assert only_question(compare([claimed("18", ""), claimed("18", "the mayor's office")])).standing == SINGLE


def test_an_organisations_own_report_is_the_claimant_that_a_paper_cites() -> None:
    own = claimed("30", "", "a", publisher="UNHCR")
    assert only_question(compare([own, claimed("30", "the UN refugee agency", "b")])).standing == SINGLE


def test_different_bodies_of_one_state_are_independent() -> None:
    said = [claimed("30", "the Interior Ministry"), claimed("31", "the prison service", "b")]
    assert only_question(compare(said)).standing == CORROBORATED


def test_a_fact_given_twice_counts_once() -> None:
    figure = claimed("22")
    assert compare([figure, figure]) == compare([figure])


def test_questions_come_with_the_gravest_and_widest_first() -> None:
    said = [
        claimed("5", "the mayor", place="Rabak"),
        claimed("10", "the mayor"),
        claimed("30", "the army", "b"),
        claimed("1000", "the mayor", place="Wad Madani"),
        claimed("9000", "the army", "b", place="Wad Madani"),
    ]
    assert [question.place for question in compare(said).questions] == ["Wad Madani", "Kosti", "Rabak"]


def test_the_thresholds_are_those_of_the_rules() -> None:
    assert (ROOM_BELOW, ROOM_ABOVE, SMALL_GAP, OPEN_FACTOR, CONTEST_FACTOR) == (0.95, 1.05, 0.10, 1.5, 2.0)


def test_a_reason_names_the_lowest_and_the_highest_of_many_claims() -> None:
    said = [claimed(str(10 * n), f"claimant{n}", f"r{n}") for n in range(1, 10)]
    question = only_question(compare(said))
    assert "Claimant1: 10." in question.reason
    assert "Claimant9: 90." in question.reason
    assert "3 claims between them." in question.reason
    assert "Claimant5" not in question.reason
    assert "1 claim between them." in only_question(compare(said[:7])).reason


def test_a_figure_leads_to_its_question() -> None:
    one, other = claimed("22"), claimed("5", place="Rabak")
    comparison = compare([one, other])
    found = comparison.question_of(other.fact_id)
    assert found is not None
    assert found.place == "Rabak"
    assert comparison.question_of("no such fact") is None
