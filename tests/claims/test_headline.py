"""Headline policies: what is shown first, and what is said to be left out."""

from __future__ import annotations

import pytest
from builders import claimed

from humsit.claims import Question, compare, headline
from humsit.records import WrongValue


@pytest.fixture
def soldiers() -> Question:
    about = {"place": "", "side": "Russia", "population_group": "combatants", "claimant_type": "government"}
    own = claimed("nearly 500", "Russia", "a", 2, stance="admitted", claimant_side="Russia", **about)
    enemy = claimed("nearly 9000", "Ukraine", "a", 3, stance="unverified", claimant_side="Ukraine", **about)
    return compare([own, enemy]).questions[0]


@pytest.mark.parametrize(
    ("policy", "words"),
    [
        ("band", "nearly 500 (Russia, of its own side) to nearly 9,000 (Ukraine, cannot be confirmed)"),
        ("lowest", "nearly 500 (Russia, of its own side)"),
        ("highest", "nearly 9,000 (Ukraine, cannot be confirmed)"),
        ("latest", "nearly 9,000 (Ukraine, cannot be confirmed)"),
        ("admissions", "nearly 500 (Russia, of its own side)"),
    ],
)
def test_policy(soldiers: Question, policy: str, words: str) -> None:
    (line,) = headline([soldiers], policy)
    assert line.words == words
    assert len(line.used) + len(line.left_out) == len(soldiers.claims)
    assert all(why for _, why in line.left_out)


def test_a_chosen_order_of_claimants(soldiers: Question) -> None:
    (line,) = headline([soldiers], "claimant", ["the UN", "the Ukrainian government", "Russia"])
    assert line.words == "nearly 9,000 (Ukraine, cannot be confirmed)"


def test_the_band_has_the_numbers_said_and_no_average(soldiers: Question) -> None:
    (line,) = headline([soldiers])
    assert (line.low, line.high) == (500, 9000)


def test_nobody_admits_anything() -> None:
    (line,) = headline(compare([claimed("22")]).questions, "admissions")
    assert (line.words, line.used, line.low) == ("nobody admits a figure", (), None)


def test_a_denied_figure_is_never_the_headline() -> None:
    said = compare([claimed("26", "the ministry"), claimed("90", "the coalition", "b", stance="denied")]).questions
    (line,) = headline(said, "highest")
    assert line.words == "26 (the ministry)"
    assert [claim.claimant for claim, _ in line.left_out] == ["the coalition"]


@pytest.mark.parametrize(("policy", "claimants"), [("average", []), ("claimant", [])])
def test_a_policy_that_does_not_exist_is_told_in_a_sentence(soldiers: Question, policy: str, claimants: list[str]) -> None:
    with pytest.raises(WrongValue, match=r"policy .*\.$"):
        headline([soldiers], policy, claimants)
