"""What went wrong in other systems that record such figures, each by name."""

from __future__ import annotations

import pytest
from builders import claimed, document, figure

from humsit.claims import Refusal, compare, headline, total
from humsit.facts.proof import prove
from humsit.records import ProofFailed
from humsit.tables import claims_table, figures_table


def test_red_cross_one_and_government_two_deaths_are_never_three() -> None:
    said = [claimed("1", "the Red Cross"), claimed("2", "the government", "b")]
    assert isinstance(total(said), Refusal)
    assert len(compare(said).questions) == 1


def test_not_stated_is_never_zero() -> None:
    vague = claimed("dozens")
    frame = figures_table([vague, claimed("0", "the mayor")])
    assert frame["value"].isna().tolist() == [True, False]
    assert frame["value"].tolist()[1] == 0


def test_an_open_end_is_not_zero_either() -> None:
    frame = claims_table(compare([claimed("up to 40")]).questions)
    assert frame["low"].isna().tolist() == [True]


def test_366_articles_on_one_event_are_one_claim() -> None:
    printed = [claimed("18", "the mayor's office", f"article {n}") for n in range(366)]
    (question,) = compare(printed).questions
    (claim,) = question.claims
    assert question.standing == "single_source"
    assert (len(claim.publishers), len(claim.reports)) == (366, 366)


def test_excess_deaths_and_battle_deaths_never_share_a_series() -> None:
    battle, excess = (
        claimed("177", measure="killed"),
        claimed("264762", "a university", "b", measure="other", group="excess deaths"),
    )
    assert len(compare([battle, excess]).questions) == 2
    assert isinstance(total([battle, excess]), Refusal)


def test_refugees_hosted_in_a_country_are_not_refugees_of_it() -> None:
    hosted = claimed("4900", "UNHCR", measure="refugees", place="Niger")
    displaced = claimed("5100", "the government", "b", measure="displaced", place="Niger")
    assert len(compare([hosted, displaced]).questions) == 2


def test_rivals_are_never_averaged() -> None:
    said = compare([claimed("100", "the mayor"), claimed("300", "the army", "b")]).questions
    for policy in ("band", "lowest", "highest", "latest"):
        (line,) = headline(said, policy)
        assert {line.low, line.high} <= {100, 300}


def test_a_revision_is_no_contest() -> None:
    (question,) = compare([claimed("6", day=1), claimed("60", report="b", day=2)]).questions
    assert question.standing == "single_source"


def test_five_publishers_of_one_claimant_do_not_corroborate_it() -> None:
    (question,) = compare([claimed("30", "the coast guard", paper) for paper in "abcde"]).questions
    assert question.standing == "single_source"
    assert "5 publishers, 1 claimant" in question.reason


def test_a_lower_bound_does_not_corroborate_everything_above_it() -> None:
    (question,) = compare([claimed("at least 100", "the mayor"), claimed("9000", "the army", "b")]).questions
    assert question.standing == "divergent"


def test_a_toll_cited_to_a_report_without_that_figure_cannot_exist() -> None:
    report = document("The mayor said 22 people had died.", document_id="a")
    cited = figure("22", of=report).model_copy(update={"number": "230", "value": 230, "low": 230, "high": 230})
    with pytest.raises(ProofFailed):
        prove(cited, report.text)
    with pytest.raises(ProofFailed):
        prove(figure("22", of=report), "The mayor said that people had died.")
