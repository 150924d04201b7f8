"""Who says things and under which names: the record of each source, and the names that an analyst leads back to one."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from builders import document, figure

from humsit.records import Denial, JudgementKind
from humsit.situation import NAMES_OF, Name, Selection, Situation, Source
from humsit.store import open_store

SIGNED = {"who": "Ada", "why": "their own web page says so"}


def keep(desk: Situation, text: str, *figures: tuple[str, dict[str, Any]], day: int = 2, publisher: str = "The Echo") -> None:
    printed = {"published": dt.date(2024, 5, day), "as_of": dt.date(2024, 5, day), "publisher": publisher}
    report = document(text, document_id=f"{publisher} {day} {text}", publisher=publisher, published=printed["published"])
    desk.store.add(report, [figure(number, report, **printed | {"place": "Milltown"} | more) for number, more in figures])


@pytest.fixture
def desk() -> Situation:
    """The army admits 500; the ministry says 30, then 40; the rebels deny; the MoH agrees with the ministry; the Echo itself."""
    desk = Situation(open_store("sqlite://"))
    keep(desk, "The ministry: 30", ("30", {"claimant": "Health Ministry", "claimant_type": "government"}), day=2)
    keep(desk, "The ministry: 40", ("40", {"claimant": "the Health Ministry", "claimant_type": "government"}), day=3)
    keep(desk, "MoH: 40", ("40", {"claimant": "MoH"}), day=3, publisher="The Courier")
    keep(desk, "9000", ("9000", {"claimant": "", "measure": "refugees", "place": "Port Reed"}), day=4)
    army = {"claimant": "Northland", "stance": "admitted", "side": "Northland", "place": "", "population_group": "combatants"}
    keep(desk, "500", ("500", army), day=4)
    return desk


def of(desk: Situation, shown: str) -> Source:
    (source,) = (source for source in desk.all_sources() if source.shown == shown)
    return source


def test_each_source_is_a_row_with_its_record(desk: Situation) -> None:
    assert [source.shown for source in desk.all_sources()] == ["Health Ministry", "MoH", "Northland", "The Echo itself"]
    ministry = of(desk, "Health Ministry")
    assert (ministry.figures, ministry.reports, ministry.questions, ministry.type) == (2, 2, 1, "government")
    assert (ministry.revised, ministry.admitted, ministry.denied) == (1, 0, 0)
    assert of(desk, "Northland").admitted == 1
    echo = of(desk, "The Echo itself")
    assert (echo.own_voice, echo.name, echo.type, echo.figures) == (True, "The Echo", "own_voice", 1)


def test_names_led_back_to_one_are_one_source(desk: Situation) -> None:
    desk.judge(JudgementKind.CLAIMANT, "MoH", "Health Ministry", **SIGNED)
    ministry = of(desk, "Health Ministry")
    assert (ministry.figures, ministry.reports, ministry.also) == (3, 3, ("MoH",))
    assert "MoH" not in [source.shown for source in desk.all_sources()]


def test_a_source_is_as_reliable_as_it_was_judged_under_whichever_of_its_names(desk: Situation) -> None:
    assert {source.reliability for source in desk.all_sources()} == {"F"}
    desk.judge(JudgementKind.RELIABILITY, "The Echo", "C", **SIGNED)
    desk.judge(JudgementKind.RELIABILITY, "the MoH", "B", **SIGNED)
    desk.judge(JudgementKind.CLAIMANT, "MoH", "Health Ministry", **SIGNED)
    assert (of(desk, "Health Ministry").reliability, of(desk, "The Echo itself").reliability) == ("B", "C")
    assert dict(zip(desk.figures()["claimant"], desk.figures()["reliability"], strict=True)) == {
        "Health Ministry": "B",
        "the Health Ministry": "B",
        "MoH": "B",
        "": "C",
        "Northland": "C",
    }


def test_a_judgement_that_is_taken_back_leaves_the_source_unjudged(desk: Situation) -> None:
    desk.judge(JudgementKind.RELIABILITY, "MoH", "B", **SIGNED)
    desk.judge(JudgementKind.RELIABILITY, "MoH", None, **SIGNED)
    assert of(desk, "MoH").reliability == "F"


def test_who_is_denied_and_who_denies_are_told_apart(desk: Situation) -> None:
    report = document("The rebels denied any deaths.", document_id="denial", published=dt.date(2024, 5, 3))
    words = {"start": 11, "end": 28, "phrase": report.text[11:28], "quote": report.text, "measure": "killed"}
    known = {"claimant": "The rebels", "place": "Milltown", "published": report.published, "as_of": report.published}
    desk.store.add(report, [Denial.model_validate({"document_id": "denial", "fact_id": "d", **words, **known})])
    assert (of(desk, "The rebels").denies, of(desk, "The rebels").denied) == (1, 0)
    assert (of(desk, "Health Ministry").denies, of(desk, "Health Ministry").denied) == (0, 1)
    assert of(desk, "Health Ministry").contested == 1


def test_filters_narrow_the_sources(desk: Situation) -> None:
    assert [source.shown for source in desk.all_sources(Selection(place=("Port Reed",)))] == ["The Echo itself"]
    assert desk.sources(Selection(place=("Port Reed",)))["source"].tolist() == ["The Echo itself"]


def named(desk: Situation, kind: JudgementKind) -> dict[str, Name]:
    return {name.name: name for name in desk.names() if name.kind is kind}


def test_names_in_use_are_counted_as_the_reports_write_them(desk: Situation) -> None:
    claimants = named(desk, JudgementKind.CLAIMANT)
    assert {name: one.figures for name, one in claimants.items()} == {"Health Ministry": 2, "MoH": 1, "Northland": 1}
    assert {name: one.figures for name, one in named(desk, JudgementKind.PLACE).items()} == {"Milltown": 3, "Port Reed": 1}
    assert named(desk, JudgementKind.SIDE).keys() == {"Northland"}


def test_a_name_led_back_says_to_what_by_whom_and_why_also_where_no_report_carries_it_yet(desk: Situation) -> None:
    desk.judge(JudgementKind.CLAIMANT, "MoH", "the ministry", **SIGNED)
    desk.judge(JudgementKind.CLAIMANT, "The ministry", "Health Ministry", **SIGNED)
    desk.judge(JudgementKind.EVENT, "Friday's strike", "Milltown market strike", **SIGNED)
    moh = named(desk, JudgementKind.CLAIMANT)["MoH"]
    assert (moh.figures, moh.stands_for) == (1, "Health Ministry")
    assert moh.judgement is not None
    assert (moh.judgement.now, moh.judgement.who, moh.judgement.why) == ("the ministry", "Ada", "their own web page says so")
    strike = named(desk, JudgementKind.EVENT)["Friday's strike"]
    assert (strike.figures, strike.stands_for) == (0, "Milltown market strike")
    desk.judge(JudgementKind.EVENT, "friday's strike", None, **SIGNED)
    assert not named(desk, JudgementKind.EVENT)


def test_every_kind_of_name_can_be_led_back() -> None:
    assert set(NAMES_OF) == set(JudgementKind) - {JudgementKind.RELIABILITY, JudgementKind.CONFIDENTIAL, JudgementKind.SAVED_VIEW}
