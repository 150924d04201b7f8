"""What was known on a day: by what had been received, with the corrections made by then, or by what had been published."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator

import pytest
from builders import condition, document, figure

from humsit.records import ClaimantType, JudgementKind, Reliability, Review, UnknownFact
from humsit.situation import NOW, Clock, Known, Selection, Situation
from humsit.situation.views import PAST_KEPT
from humsit.store import open_store

SIGNED = {"who": "Ada", "why": "the ministry's list"}
FIRST, SECOND, THIRD, LATER = (dt.date(2024, 5, day) for day in (1, 2, 3, 20))

NORTH = document(
    "Northland admitted 500 of its soldiers were killed. Milltown has no water.", document_id="north", published=FIRST
)
SOUTH = document(
    "Southland says it killed 9,000 soldiers of Northland. 40 of them at Milltown.", document_id="south", published=SECOND
)
UNDATED = document("The mayor said 12 people died at Osh.", document_id="undated")
_ARMY = {"side": "Northland", "place": "", "population_group": "combatants", "claimant_type": ClaimantType.GOVERNMENT}
ADMITTED = figure("500", NORTH, claimant="Northland", claimant_side="Northland", stance="admitted", **_ARMY)
DRY = condition("no water", NORTH, place="Milltown")
RIVAL = {"claimant": "Southland", "claimant_side": "Southland", "value": 9000, "low": 9000, "high": 9000}
CLAIMED = figure("9,000", SOUTH, **_ARMY | RIVAL)
MISSED = figure("40", SOUTH, claimant="Southland", place="Milltown", origin="analyst")
DEAD = figure("12", UNDATED, claimant="the mayor", place="Osh")

SetClock = Callable[[dt.date, str], None]


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> SetClock:
    """at(day, "hh:mm"): what is written from now on is written at that moment, in UTC."""

    def set_to(day: dt.date, time: str = "12:00") -> None:
        moment = dt.datetime.combine(day, dt.time.fromisoformat(time), dt.UTC)
        monkeypatch.setattr("humsit.store.sql._now", lambda: moment)

    return set_to


@pytest.fixture
def desk(store_url: str, at: SetClock) -> Iterator[Situation]:
    """North was received on the first day, South on the second; both by their publication."""
    opened = Situation(open_store(store_url))
    at(FIRST, "12:00")
    opened.store.add(NORTH, [ADMITTED, DRY])
    at(SECOND, "23:59")
    opened.store.add(SOUTH, [CLAIMED])
    at(THIRD, "00:00")
    yield opened
    opened.close()


def on(day: dt.date | None, by: Clock = Clock.RECEIVED) -> Selection:
    return Selection(known=Known(day, by))


def values(desk: Situation, selection: Selection) -> list[float]:
    return list(desk.figures(selection)["value"])


def test_a_report_that_came_later_is_not_there_and_what_it_contests_stood_alone(desk: Situation) -> None:
    then, now = desk.figures(on(FIRST)).set_index("fact_id"), desk.figures().set_index("fact_id")
    assert list(then.index) == [ADMITTED.fact_id]
    assert then.loc[ADMITTED.fact_id, "standing"] == "single_source"
    assert now.loc[ADMITTED.fact_id, "standing"] == "contested"
    assert list(desk.documents(on(FIRST))["document_id"]) == ["north"]
    assert list(desk.claims(on(FIRST))["claimant"]) == ["Northland"]
    assert len(desk.conditions(on(FIRST))) == 1
    assert [len(desk.comparison(on(day)).questions[0].claims) for day in (FIRST, SECOND, None)] == [1, 2, 2]


def test_a_day_ends_at_midnight_in_utc(desk: Situation) -> None:
    desk.correct(ADMITTED.fact_id, "value", "501", **SIGNED)  # at 0:00 of the third day
    assert values(desk, on(SECOND)) == [500, 9000]
    assert values(desk, on(THIRD)) == [501, 9000]


def test_before_the_first_report_nothing_was_known(desk: Situation) -> None:
    before = on(FIRST - dt.timedelta(days=1))
    for table in ("figures", "conditions", "denials", "claims", "documents", "corrections", "judgements"):
        assert desk.table(table, before).empty, table
    with pytest.raises(UnknownFact, match="was not known on 2024-04-30"):
        desk.evidence(ADMITTED.fact_id, before.known)


def test_a_correction_made_later_does_not_show_in_the_past_nor_does_its_undoing(desk: Situation, at: SetClock) -> None:
    row = desk.correct(ADMITTED.fact_id, "value", "700", **SIGNED)
    at(LATER, "08:00")
    undone = desk.undo(row.correction_id, **SIGNED)
    assert [values(desk, on(day))[0] for day in (SECOND, THIRD, LATER, None)] == [500, 700, 500, 500]
    assert [len(desk.corrections(on(day))) for day in (SECOND, THIRD, None)] == [0, 1, 2]
    then = desk.evidence(ADMITTED.fact_id, Known(THIRD))
    assert (then.corrected.fact.value, then.history) == (700, [row])
    assert desk.evidence(ADMITTED.fact_id).history == [row, undone]
    assert [c.fact.value for c in desk.document_facts("north", Known(THIRD)) if c.fact.kind == "figure"] == [700]


def test_a_rejection_and_an_approval_count_from_their_day(desk: Situation, at: SetClock) -> None:
    desk.approve(CLAIMED.fact_id, **SIGNED)
    at(LATER, "12:00")
    desk.reject(ADMITTED.fact_id, **SIGNED)
    assert values(desk, on(THIRD)) == [500, 9000]
    assert values(desk, on(None)) == [9000]
    reviews = [desk.fact(CLAIMED.fact_id, Known(day)).review for day in (SECOND, THIRD)]
    assert reviews == [Review.EXTRACTED, Review.APPROVED]


def test_a_figure_that_an_analyst_added_is_there_from_its_day(desk: Situation) -> None:
    desk.store.add_figure(MISSED, **SIGNED)
    assert values(desk, on(SECOND)) == [500, 9000]
    assert values(desk, on(THIRD)) == [500, 9000, 40]
    with pytest.raises(UnknownFact):
        desk.fact(MISSED.fact_id, Known(SECOND))


def test_an_archive_loaded_today_is_seen_by_what_had_been_published_with_every_correction(store_url: str, at: SetClock) -> None:
    desk = Situation(open_store(store_url))
    at(LATER, "12:00")
    for report, facts in ((NORTH, [ADMITTED]), (SOUTH, [CLAIMED]), (UNDATED, [DEAD])):
        desk.store.add(report, facts)
    desk.correct(ADMITTED.fact_id, "value", "501", **SIGNED)
    published = on(FIRST, Clock.PUBLISHED)
    assert values(desk, on(FIRST)) == []
    assert values(desk, published) == [501]
    assert list(desk.figures(published)["standing"]) == ["single_source"]
    assert values(desk, on(SECOND, Clock.PUBLISHED)) == [501, 9000]
    assert len(desk.corrections(published)) == 1
    assert desk.undated(published.known) == 1
    assert [desk.undated(known) for known in (NOW, Known(FIRST))] == [0, 0]
    assert values(desk, on(None)) == [501, 9000, 12]
    desk.close()


def test_a_judgement_on_a_name_counts_from_its_day(desk: Situation) -> None:
    desk.judge(JudgementKind.RELIABILITY, "Northland", Reliability.B, **SIGNED)
    assert [desk.figures(on(day))["reliability"].iloc[0] for day in (SECOND, THIRD, None)] == ["F", "B", "B"]
    assert [len(desk.judgements(on(day))) for day in (SECOND, None)] == [0, 1]


def test_filters_narrow_what_was_known(desk: Situation) -> None:
    assert values(desk, Selection(claimant=("Southland",), known=Known(FIRST))) == []
    asked = Selection(claimant=("Northland",), known=Known(SECOND))
    assert values(desk, asked) == [500]
    assert asked.narrows
    assert not asked.widest.narrows
    assert asked.widest.known == asked.known
    (question,) = desk.comparison(asked).questions
    assert len(question.claims) == 2, "a question keeps the rivals that were known"


def test_the_two_clocks_are_two_questions(desk: Situation, at: SetClock) -> None:
    at(LATER, "12:00")
    report = document("On 1 May the mayor said 12 people died at Osh.", document_id="late", published=FIRST)
    desk.store.add(report, [figure("12", report, place="Osh", as_of=FIRST)])
    about = {"since": FIRST, "until": FIRST}
    assert values(desk, Selection(**about, place=("Osh",))) == [12]
    assert values(desk, Selection(**about, place=("Osh",), known=Known(THIRD))) == []


def test_a_day_of_the_past_follows_what_is_written_while_it_is_looked_at(desk: Situation) -> None:
    assert values(desk, on(THIRD)) == [500, 9000]
    desk.correct(ADMITTED.fact_id, "value", "501", **SIGNED)
    assert values(desk, on(THIRD)) == [501, 9000]
    assert values(desk, on(SECOND)) == [500, 9000]


def test_many_days_are_looked_at_and_few_are_kept(desk: Situation) -> None:
    days = [FIRST + dt.timedelta(days=n) for n in range(PAST_KEPT + 3)]
    assert [len(desk.facts(on(day))) for day in (*days, *days)] == [2, *[3] * (PAST_KEPT + 2)] * 2


def test_now_is_one_value_by_either_clock() -> None:
    assert Known(None, Clock.PUBLISHED) == NOW
    assert Known(dt.date.max).decided_until is not None
