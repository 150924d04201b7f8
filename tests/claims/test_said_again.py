"""What makes one question of figures that stand at two places or under two words, and what does not."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from builders import claimed

from humsit.claims import compare


def questions_of(*said: Any) -> int:
    return len(compare(said).questions)


def test_a_number_said_again_of_a_place_that_the_sentence_names_is_one_claim() -> None:
    first = claimed("29", report="a", day=8, place="Keta", quote="29 bodies were found off Keta, the ministry said.")
    again = claimed(
        "29", report="b", day=8, place="Volta", quote="29 died in a collision of barges in the Volta off Keta, it said."
    )
    newer = claimed("33", report="c", day=9, place="Volta", quote="33 bodies now lie on the bank of the Volta.")
    (question,) = compare([first, again, newer]).questions
    assert question.superseded == {first.fact_id, again.fact_id}


@pytest.mark.parametrize(
    ("what", "other"),
    [
        ("another claimant with another number", {"claimant": "the Red Cross", "said": "41"}),
        ("ten times as many", {"said": "290"}),
        ("weeks later", {"day": 30}),
        ("nothing that ties the places", {"quote": "29 died at Volta, it said."}),
    ],
)
def test_else_two_places_stay_two_questions(what: str, other: dict[str, Any]) -> None:
    first = claimed("29", report="a", day=8, place="Keta", quote="29 bodies were found at Keta, the ministry said.")
    fields = {"said": "29", "report": "b", "day": 8, "place": "Volta", "quote": "29 died in the Volta off Keta, it said."} | other
    assert questions_of(first, claimed(**fields)) == 2, what


def test_a_report_that_counts_at_both_places_means_two_places() -> None:
    city = claimed("85", report="a", day=6, place="Keta", quote="310 fell ill in Volta, 85 of them in Keta.")
    region = claimed("310", report="a", day=6, place="Volta", quote=city.quote)
    later = claimed("344", report="b", day=9, place="Volta", quote="344 have fallen ill in Volta.")
    compared = compare([city, region, later])
    assert compared.standings[later.fact_id].question_id == compared.standings[region.fact_id].question_id
    assert compared.standings[later.fact_id].question_id != compared.standings[city.fact_id].question_id


def test_what_rose_did_not_rise_from_more() -> None:
    mill = claimed("16", "the mayor", "a", day=14)
    both = claimed("25", "the mayor", "a", day=14)
    raised = claimed("18", "the mayor", "b", day=15, quote="At the mill the number of dead has climbed to 18, the mayor said.")
    compared = compare([mill, both, raised])
    assert compared.standings[mill.fact_id].superseded
    assert not compared.standings[both.fact_id].superseded


def test_a_part_that_is_not_named_is_no_rival_of_a_total() -> None:
    whole = claimed("210", "the ministry", "a", day=3)
    quote = "Of the dead, 57 were brought to a school near the bridge, a nun said."
    part = claimed("57", "a nun", "b", day=3, quote=quote, start=13, end=15, quote_start=0)
    assert questions_of(whole, part) == 2


def test_a_toll_raised_in_the_evening_replaces_that_of_the_morning() -> None:
    morning = claimed("33", "the mayor", "a", day=14)
    evening = claimed("41", "the mayor", "b", day=14, quote="By nightfall the mayor had raised his count to 41.")
    (question,) = compare([morning, evening]).questions
    assert question.superseded == {morning.fact_id}


def test_the_day_of_denying_is_not_the_day_of_what_is_denied() -> None:
    fell = claimed(
        "47", "the mayor", "a", published=dt.date(2025, 6, 13), quote="A shaft fell in on Wednesday, killing 47 people."
    )
    quote = "On Saturday a lawyer of the mine disputed that 47 men were killed."
    denied = claimed("47", "a lawyer", "b", published=dt.date(2025, 6, 14), quote=quote, stance="denied")
    assert questions_of(fell, denied) == 1


def test_a_days_new_cases_are_no_running_total() -> None:
    text = "Five new patients fell ill. That takes the total number of patients to 61."
    new = claimed("5", "the ministry", "a", day=3, measure="infected", quote=text, start=0, end=4, quote_start=0)
    at = text.index("61")
    total = claimed("61", "the ministry", "a", day=4, measure="infected", quote=text, start=at, end=at + 2, quote_start=0)
    assert questions_of(new, total) == 2


def test_an_acronym_is_the_name_that_its_letters_begin() -> None:
    full = claimed("7", "the Tamale Region Health Inspection Board", "a", day=3)
    short = claimed("9", "TARHIB", "b", day=4)
    (question,) = compare([full, short]).questions
    assert question.superseded == {full.fact_id}


def test_an_acronym_that_a_report_explains_is_known_in_the_others() -> None:
    name = "the Federal Board of River Safety"
    explained = claimed("17", name, "a", day=3, quote=f"Rapids killed 17 people, {name} (KRFS) said.")
    short = claimed("18", "KRFS", "b", day=3)
    assert len(compare([explained, short]).questions[0].claims) == 1


def test_an_acronym_that_fits_two_names_is_neither() -> None:
    said = [
        claimed("7", "the Volta Relief Agency", "a", day=3),
        claimed("9", "the Volta Road Authority", "b", day=3),
        claimed("8", "VRA", "c", day=3),
    ]
    assert len(compare(said).questions[0].claims) == 3


def test_an_old_number_quoted_beside_the_new_one_is_that_of_the_first_report() -> None:
    first = claimed("34", report="a", day=3, place="Volta Region", quote="34 people died in a blaze in the Volta Region.")
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
    rebels = claimed("30", "residents", "c", group="NLF fighters", **soldiers)
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
