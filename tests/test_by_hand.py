"""A figure that no report holds: what is kept, that it can be traced and taken back, and what is refused."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest

from humsit.records import Measure, Qualifier, Review, WrongValue
from humsit.situation import Situation, open_situation
from humsit.situation.by_hand import MEETING, Told, enter_by_hand, entered_by_hand

ADA = {"who": "Ada", "why": "the health office rang"}
TOLD = Told(
    claimant="Regional health office",
    told_on=dt.date(2026, 3, 3),
    number="22",
    measure=Measure.KILLED,
    note="Dr Aziz rang at noon: 400 wounded wait outside, the hospital has 60 beds and no water.",
    qualifier=Qualifier.AT_LEAST,
    place="Chernihiv",
)


@pytest.fixture
def situation() -> Situation:
    return open_situation("sqlite://")


def told(**changes: object) -> Told:
    return dataclasses.replace(TOLD, **changes)  # type: ignore[arg-type]


def test_the_note_is_a_report_and_the_figure_stands_on_its_words(situation: Situation) -> None:
    figure = enter_by_hand(situation, TOLD, **ADA)
    document = situation.document(figure.document_id)
    assert document.text[figure.start : figure.end] == "22"
    assert figure.quote == "Regional health office said: at least 22 killed, Chernihiv."
    assert "60 beds" in document.text
    assert document.title == "Phone call, 3 March 2026"
    assert (figure.low, figure.high, figure.place, figure.country) == (22, None, "Chernihiv", "UKR")
    assert (figure.claimant, figure.as_of, figure.published) == ("Regional health office", TOLD.told_on, TOLD.told_on)
    assert situation.check() == [], "it is proved like any other figure"


def test_everything_shows_that_it_was_entered_by_hand(situation: Situation) -> None:
    figure = enter_by_hand(situation, TOLD, **ADA)
    assert entered_by_hand(figure.document_id)
    (row,) = situation.figures().to_dict("records")
    assert (row["origin"], row["publisher"]) == ("analyst", "Entered by hand by Ada")
    assert situation.documents()["publisher"].tolist() == ["Entered by hand by Ada"]


def test_nothing_else_is_read_from_the_note_not_even_when_all_is_read_again(situation: Situation) -> None:
    enter_by_hand(situation, TOLD, **ADA)
    assert len(situation.facts()) == 1, "400, 60 and no water are the analyst's words, no report's"
    situation.reread()
    assert len(situation.facts()) == 1


def test_it_is_taken_back_and_entered_again(situation: Situation) -> None:
    figure = enter_by_hand(situation, TOLD, **ADA)
    (added,) = situation.history(figure.fact_id)
    situation.undo(added.correction_id, who="Bela", why="he meant another town")
    assert situation.facts() == []
    assert situation.fact(figure.fact_id).review is Review.REJECTED
    enter_by_hand(situation, TOLD, **ADA)
    assert len(situation.facts()) == 1
    assert [row.who for row in situation.history(figure.fact_id)] == ["Ada", "Bela", "Ada"]


@pytest.mark.parametrize(
    ("number", "qualifier", "expected"),
    [
        ("300 to 400", Qualifier.EXACT, (None, 300, 400, "range")),
        ("dozens", None, (None, 24, 99, "vague")),
        ("1,200", Qualifier.AT_MOST, (1200, None, 1200, "at_most")),
        ("nine", Qualifier.EXACT, (9, 9, 9, "exact")),
        ("1.5 million", Qualifier.MORE_THAN, (1_500_000, 1_500_000, None, "more_than")),
        ("500", Qualifier.NEARLY, (500, 475, 500, "nearly")),
    ],
)
def test_numbers_are_read_as_people_say_them(situation: Situation, number: str, qualifier: Qualifier, expected: tuple) -> None:
    figure = enter_by_hand(situation, told(number=number, qualifier=qualifier), **ADA)
    assert (figure.value, figure.low, figure.high, figure.qualifier) == expected


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"number": "many"}, "“many” is no number: write only it"),
        ({"number": "22 people"}, "is no number"),
        ({"number": " "}, "Say the number"),
        ({"claimant": ""}, "Say who told it"),
        ({"note": "\n"}, "Say a note"),
        ({"as_of": dt.date(2026, 3, 4)}, "cannot be about 2026-03-04"),
    ],
)
def test_what_is_missing_or_no_number_is_said_and_nothing_kept(situation: Situation, changes: dict, says: str) -> None:
    with pytest.raises(WrongValue, match=says):
        enter_by_hand(situation, told(**changes), **ADA)
    with pytest.raises(WrongValue):
        enter_by_hand(situation, TOLD, who=" ", why="x")
    assert situation.documents().empty


def test_the_very_same_note_is_not_kept_twice_but_another_one_is(situation: Situation) -> None:
    enter_by_hand(situation, TOLD, **ADA)
    with pytest.raises(WrongValue, match="kept already"):
        enter_by_hand(situation, TOLD, **ADA)
    enter_by_hand(situation, told(how=MEETING), **ADA)
    assert len(situation.documents()) == 2


def test_a_second_source_by_phone_stands_beside_a_report(situation: Situation) -> None:
    """What was told by two bodies is two claims, also where both notes are in nearly the same words."""
    one = enter_by_hand(situation, TOLD, **ADA)
    enter_by_hand(situation, told(claimant="The mayor", number="220", qualifier=Qualifier.EXACT), **ADA)
    question = situation.evidence(one.fact_id).question
    assert question is not None
    assert {claim.claimant for claim in question.claims} == {"Regional health office", "The mayor"}
