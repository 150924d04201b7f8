"""What makes one question of figures that stand at two places or under two words, and what does not."""

from __future__ import annotations

from typing import Any

import pytest
from builders import claimed

from humsit.claims import compare


def questions_of(*said: Any) -> int:
    return len(compare(said).questions)


def test_a_number_said_again_of_a_place_that_the_sentence_names_is_one_claim() -> None:
    first = claimed("29", report="a", day=8, place="Keta", quote="29 bodies were found off Keta, the ministry said.")
    again = claimed("29", report="b", day=8, place="Volta", quote="29 died when a ferry sank in the Volta off Keta, it said.")
    newer = claimed("33", report="c", day=9, place="Volta", quote="33 bodies have been taken out of the Volta.")
    (question,) = compare([first, again, newer]).questions
    assert question.superseded == {first.fact_id, again.fact_id}


@pytest.mark.parametrize(
    ("what", "other"),
    [
        ("another number", {"said": "31"}),
        ("another claimant", {"claimant": "the Red Cross"}),
        ("weeks later", {"day": 30}),
        ("nothing that ties the places", {"quote": "29 died at Volta, it said."}),
    ],
)
def test_else_two_places_stay_two_questions(what: str, other: dict[str, Any]) -> None:
    first = claimed("29", report="a", day=8, place="Keta", quote="29 bodies were found at Keta, the ministry said.")
    fields = {"said": "29", "report": "b", "day": 8, "place": "Volta", "quote": "29 died in the Volta off Keta, it said."} | other
    assert questions_of(first, claimed(**fields)) == 2, what


def test_an_old_number_quoted_beside_the_new_one_is_that_of_the_first_report() -> None:
    first = claimed("34", report="a", day=3, place="Volta Region", quote="34 people died in a raid in the Volta Region.")
    newer = claimed("52", report="b", day=4, place="Keta", quote="It raised the toll at Keta to 52, from 34.")
    quoted = claimed("34", report="b", day=4, place="Keta", quote=newer.quote, replaced_by=newer.fact_id)
    (question,) = compare([first, newer, quoted]).questions
    assert question.standing == "single_source"
    assert question.superseded == {first.fact_id, quoted.fact_id}


def test_two_parties_that_each_count_the_others_dead_speak_of_two_things() -> None:
    fighters = {"population_group": "combatants", "group": "fighters", "stance": "claimed"}
    army = claimed("30", "Ghana's army", "a", claimant_type="military", claimant_side="Ghana", **fighters)
    front = claimed("9", "the Volta Front", "b", claimant_type="armed_group", **fighters)
    assert questions_of(army, front) == 2


def test_government_soldiers_are_those_of_the_country() -> None:
    soldiers = {"population_group": "combatants"}
    one = claimed("30", "the mayor", "a", group="government soldiers", **soldiers)
    other = claimed("31", "the Red Cross", "b", group="Ghanaian soldiers", side="Ghana", **soldiers)
    rebels = claimed("30", "residents", "c", group="NPA fighters", **soldiers)
    assert questions_of(one, other) == 1
    assert questions_of(one, rebels) == 2


def test_cases_of_a_disease_that_is_not_named_answer_the_question_of_the_one_that_is_but_suspected_ones_are_apart() -> None:
    cases = {"measure": "infected", "place": "Kosti"}
    named = claimed("900", "WHO", "a", group="suspected cholera cases", **cases)
    unnamed = claimed("905", "the ministry", "b", group="suspected cases", **cases)
    sure = claimed("905", "the ministry", "b", group="confirmed cholera cases", **cases)
    other = claimed("905", "the ministry", "b", group="suspected measles cases", **cases)
    assert questions_of(named, unnamed) == 1
    assert questions_of(named, sure) == 2
    assert questions_of(named, other) == 2


def test_a_figure_without_a_place_goes_to_the_only_place_that_has_one_of_its_size() -> None:
    attack = claimed("67", "the ministry", "a", day=11, place="Keta")
    ward = claimed("31", "a hospital", "b", day=11, place="Keta General Hospital")
    lawyers = claimed("at least 65", "lawyers", "c", day=11, place="")
    compared = compare([attack, ward, lawyers])
    assert compared.standings[lawyers.fact_id].question_id == compared.standings[attack.fact_id].question_id
