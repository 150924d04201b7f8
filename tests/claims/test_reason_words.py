"""Reasons as sentences: everyone in them has a name, and the names read as English."""

from __future__ import annotations

import pytest
from builders import claimed

from humsit.claims import compare, teller


def reason(*facts: object) -> str:
    (question,) = compare(facts).questions  # type: ignore[arg-type]
    return question.reason


def test_a_report_that_speaks_in_its_own_voice_is_named_by_its_agency_else_its_publisher() -> None:
    own = claimed("33", "", "a", publisher="Horizon Medical Aid")
    assert "Horizon Medical Aid itself: 33." in reason(own, claimed("90", "the ministry", "b"))
    assert teller(claimed("33", "", publisher="The Echo", agency="Reuters")) == "Reuters itself"
    assert teller(claimed("33", "", publisher=None)) == "the report itself"


def test_what_a_report_says_itself_is_never_laid_into_the_mouth_of_who_denies_it() -> None:
    own = claimed("at least 33", "", "a", publisher="Horizon Medical Aid")
    denial = claimed("33", "a spokesman", "a", stance="denied", publisher="Horizon Medical Aid")
    said = reason(own, denial)
    assert "A spokesman: denies 33." in said
    assert "Horizon Medical Aid itself: at least 33." in said


@pytest.mark.parametrize("publisher", [None, "The Echo"])
@pytest.mark.parametrize("claimant", ["", "the ministry", "its ministry"])
@pytest.mark.parametrize("stance", ["reported", "unverified", "denied"])
def test_nothing_stands_empty_before_a_colon_or_a_verb(publisher: str | None, claimant: str, stance: str) -> None:
    one = claimed("33", claimant, "a", publisher=publisher, stance=stance)
    said = reason(one, claimed("at least 33", "", "a", publisher=publisher), claimed("900", "medics", "b"))
    for sentence in said.split(". "):
        assert not sentence.startswith((":", " ", "'", "denies")), said
    assert "; ;" not in said
    assert "''" not in said


@pytest.mark.parametrize(
    ("claimant", "inside"),
    [
        ("The rebels", "the rebels' cannot be confirmed"),
        ("The army", "the army's cannot be confirmed"),
        ("Its human rights ministry", "its human rights ministry's cannot be confirmed"),
        ("Ukraine", "Ukraine's cannot be confirmed"),
        ("Maj. Gen. Kofi Mensah", "Maj. Gen. Kofi Mensah's cannot be confirmed"),
    ],
)
def test_a_name_inside_a_sentence_is_written_as_one(claimant: str, inside: str) -> None:
    assert f"; {inside}." in reason(claimed("64", claimant, "a", stance="unverified"), claimed("4", "medics", "b"))


def test_none_against_some_is_a_sentence() -> None:
    assert "One says none, the other some." in reason(claimed("0", "the army"), claimed("40", "medics", "b"))
