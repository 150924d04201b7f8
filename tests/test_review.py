"""The review queue: what comes first, that it stays in order and asks in parts, and one decision of several fields."""

from __future__ import annotations

import datetime as dt

import pytest
from builders import condition, document, figure

from humsit.records import Review, StaleCorrection, Standing, WrongValue
from humsit.situation import Selection, Situation, open_situation, review
from humsit.situation.review import Because, Progress, Queue, because, correct_and_approve, progress
from humsit.tables import row

ADA = {"who": "Ada", "why": "checked"}
PLAIN = document("The mayor said 12 people died at Osh. Then 7 more died, and 3 died too.", document_id="plain")
LARGE = document("The agency said 5000 people fled Bek. Then 90000 fled Bek. There is no water in Bek.", document_id="large")
ARMIES = document("Northland admitted 500 killed soldiers. Southland claimed 9000 killed soldiers.", document_id="armies")
DOUBT = document("At least 30 were said to be hurt, and dozens more.", document_id="doubt")
_SOLDIERS = {"of": ARMIES, "place": "", "side": "Northland", "population_group": "combatants", "published": dt.date(2024, 5, 2)}

SEEN_LAST = [
    figure("12", PLAIN, place="Osh", claimant="the mayor", measure="killed"),
    figure("7", PLAIN, place="Osh", claimant="the mayor", measure="injured"),
    figure("3", PLAIN, place="Osh", claimant="the mayor", measure="missing"),
]
BIG = [
    figure("5000", LARGE, place="Bek", claimant="the agency", measure="displaced"),
    figure("90000", LARGE, place="Bek", claimant="the agency", measure="evacuated"),
]
DRY = condition("no water", LARGE, place="Bek")
RIVALS = [
    figure("500", claimant="Northland", claimant_side="Northland", stance="admitted", **_SOLDIERS),
    figure("9000", claimant="Southland", claimant_side="Southland", stance="claimed", **_SOLDIERS),
]
VAGUE = figure("dozens", DOUBT, place="", claimant="", measure="injured", qualifier="vague", value=None, low=24, high=99)


@pytest.fixture
def situation() -> Situation:
    desk = open_situation("sqlite://")
    for report, facts in ((PLAIN, SEEN_LAST), (LARGE, [*BIG, DRY]), (ARMIES, RIVALS), (DOUBT, [VAGUE])):
        desk.store.add(report, facts)
    return desk


def order(queue: Queue) -> list[str]:
    found: list[str] = []
    while (item := queue.at(len(found))) is not None:
        found.append(item.fact_id)
    return found


def ids(facts) -> list[str]:
    return [fact.fact_id for fact in facts]


def test_contested_comes_first_then_large_then_uncertain_then_the_rest(situation: Situation) -> None:
    queue = Queue(situation, Selection())
    found = order(queue)
    assert set(found[:2]) == set(ids(RIVALS))
    assert found[2:4] == ids([BIG[1], BIG[0]]), "the largest first"
    assert found[4] == VAGUE.fact_id
    assert found[5:] == ids([*SEEN_LAST, DRY])
    assert queue.at(4).because == (Because.VAGUE, Because.NO_PLACE, Because.NO_CLAIMANT)
    assert queue.at(5).because == ()


def test_only_what_the_filters_show_is_reviewed(situation: Situation) -> None:
    assert order(Queue(situation, Selection(place=("Osh",)))) == ids(SEEN_LAST)
    assert order(Queue(situation, Selection(claimant=("Northland",), measure=("killed",), document_id="armies"))) == ids(
        RIVALS[:1]
    )
    assert progress(situation, Selection(place=("Osh",))) == Progress(3, 0, 0)
    displaced = Selection(measure=("displaced",))
    assert order(Queue(situation, displaced)) == ids(BIG[:1]), "whoever asks for a measure asks for no condition"
    assert progress(situation, displaced) == Progress(1, 0, 0)
    assert order(Queue(situation, Selection(condition=("no_water",)))) == ids([DRY])


def test_the_order_stays_while_decisions_are_made_and_nothing_comes_twice_or_is_lost(
    situation: Situation, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(review, "SLICE", 2)
    monkeypatch.setattr(review, "QUESTIONS", 1)
    whole = order(Queue(situation, Selection()))
    queue, seen = Queue(situation, Selection()), []
    while (item := queue.at(len(seen))) is not None:
        seen.append(item.fact_id)
        if len(seen) % 3:  # every third one is skipped
            situation.approve(item.fact_id, **ADA)
    assert len(seen) == len(set(seen)) == len(whole)
    assert set(seen) == set(whole)
    assert [queue.at(place).fact_id for place in range(len(seen))] == seen, "going back finds the same"
    assert set(order(Queue(situation, Selection()))) == set(seen[2::3]), "what was skipped is offered again"


def test_a_slice_is_asked_for_and_never_everything(situation: Situation, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str, int | None]] = []
    page, questions = situation.page, situation.questions

    def one_page(name, selection, *, limit, offset=0):  # type: ignore[no-untyped-def]
        asked.append((name, limit))
        return page(name, selection, limit=limit, offset=offset)

    def some_questions(selection, **of):  # type: ignore[no-untyped-def]
        asked.append(("questions", of.get("limit")))
        return questions(selection, **of)

    monkeypatch.setattr(review, "SLICE", 3)
    monkeypatch.setattr(situation, "page", one_page)
    monkeypatch.setattr(situation, "questions", some_questions)
    queue = Queue(situation, Selection())
    queue.at(0)
    assert asked == [("questions", review.QUESTIONS)], "the first fact costs one question to the desk"
    queue.at(2)
    assert asked[1:] == [("questions", review.QUESTIONS), ("figures", 3)]


def test_what_somebody_has_taken_up_comes_last(situation: Situation) -> None:
    situation.take_up(BIG[1].fact_id, **ADA)
    found = order(Queue(situation, Selection()))
    assert found.index(BIG[1].fact_id) > found.index(SEEN_LAST[-1].fact_id)


def test_progress_counts_what_is_decided_and_what_of_it_is_rejected(situation: Situation) -> None:
    situation.approve(VAGUE.fact_id, **ADA)
    situation.reject(SEEN_LAST[0].fact_id, **ADA)
    situation.take_up(SEEN_LAST[1].fact_id, **ADA)
    assert progress(situation, Selection()) == Progress(9, 2, 1)


def test_corrected_fields_and_the_approval_are_one_decision(situation: Situation) -> None:
    first = SEEN_LAST[0].fact_id
    rows = correct_and_approve(situation, first, {"value": "13", "place": "Jalal"}, version=0, **ADA)
    assert [(made.action, made.field) for made in rows] == [("correct", "value"), ("correct", "place"), ("approve", "review")]
    assert len({made.when for made in rows}) == 1
    now = situation.fact(first)
    assert (now.fact.low, now.fact.place, now.review) == (13, "Jalal", Review.APPROVED)
    with pytest.raises(StaleCorrection, match="Ada approved it"):
        correct_and_approve(situation, first, {"value": "14"}, version=0, who="Bela", why="no")
    situation.undo_all([made.correction_id for made in rows], **ADA)
    assert situation.fact(first).fact == SEEN_LAST[0]
    assert situation.fact(first).review is Review.EXTRACTED
    with pytest.raises(WrongValue):
        correct_and_approve(situation, first, {"value": "many"}, **ADA)
    assert situation.fact(first).review is Review.EXTRACTED, "both or neither"


def test_an_approved_fact_that_is_corrected_in_review_is_approved_as_it_reads_now(situation: Situation) -> None:
    first = SEEN_LAST[0].fact_id
    situation.approve(first, **ADA)
    correct_and_approve(situation, first, {"value": "13"}, **ADA)
    assert situation.fact(first).review is Review.APPROVED
    situation.correct(first, "value", "14", **ADA)
    assert situation.fact(first).review is Review.APPROVED_BUT_CHANGED


@pytest.mark.parametrize(
    ("fact", "standing", "expected"),
    [
        (SEEN_LAST[0], None, ()),
        (figure(place="", claimant="officials", claimant_type="unnamed"), None, (Because.NO_PLACE, Because.NO_CLAIMANT)),
        (figure(stance="unverified", hedge="reportedly"), None, (Because.UNCONFIRMED, Because.HEDGED)),
        (figure("22", value=22_000_000, low=None, high=None, unit="usd"), None, (Because.LARGE,)),
        (figure("22", value=900_000, low=None, high=None, unit="usd"), None, ()),
        (figure("22", value=None, low=2_000, high=9_999, qualifier="vague"), None, (Because.LARGE, Because.VAGUE)),
        (condition(place=""), None, (Because.NO_PLACE,)),
        (figure(), Standing.DIVERGENT, (Because.DIVERGENT,)),
    ],
)
def test_why_a_fact_should_be_looked_at(fact, standing, expected) -> None:
    assert because(row(fact) | {"standing": standing}) == expected
