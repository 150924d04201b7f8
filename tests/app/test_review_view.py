"""The Review view: decisions, corrections and their undo, two analysts at once, the past, and its end."""

from __future__ import annotations

import datetime as dt

import pytest
from drawn import Draw, draw_one, fact_id, seen, text_of
from streamlit.testing.v1 import AppTest

from humsit.app import reviewing
from humsit.app.desk import Desk
from humsit.app.presence import Presence
from humsit.app.views import review as review_view
from humsit.records import Review
from humsit.situation import Known, Selection, Situation, open_situation
from humsit.situation.review import APPROVED, MISREAD, NO_SUCH, REPORT_WRONG


def started(draw: Draw, situation: Situation, selection: Selection | None = None, who: str = "Ada") -> AppTest:
    app = draw(review_view.show, situation, selection)
    app.text_input(key="review_who").set_value(who)
    return seen(app.run())


def pressed(app: AppTest, key: str) -> AppTest:
    return seen(app.button(key=f"review_{key}").click().run())


def shown(app: AppTest, situation: Situation) -> str:
    """The fact that is looked at."""
    session = app.session_state["review_session"]
    return session.queue.at(session.place).fact_id


def test_nothing_is_decided_without_a_name(draw: Draw, contested: Situation) -> None:
    app = draw(review_view.show, contested)
    assert "Type your name first" in text_of(app)
    assert app.button(key="review_a").disabled
    assert app.button(key="review_x").disabled
    assert not app.button(key="review_n").disabled


def test_contested_comes_first_with_its_evidence_and_its_rivals(draw: Draw, contested: Situation) -> None:
    app = started(draw, contested)
    said = text_of(app)
    assert "0 of 8 done, 0 rejected · as Ada" in said
    assert '<mark class="hs-fact">' in said
    assert "The Milltown Echo" in said
    assert "What others say" in said
    assert {shown(app, contested)} < {fact_id(contested, "500"), fact_id(contested, "9,000")}


def test_one_key_approves_and_the_next_one_is_there(draw: Draw, contested: Situation) -> None:
    app = started(draw, contested)
    first = shown(app, contested)
    pressed(app, "a")
    assert contested.fact(first).review is Review.APPROVED
    assert [(row.who, row.why) for row in contested.history(first)] == [("Ada", APPROVED)]
    assert shown(app, contested) != first
    assert "1 of 8 done, 0 rejected" in text_of(app)
    assert "Approved: " in text_of(app)


def test_only_what_reads_otherwise_becomes_a_correction_and_one_undo_takes_all_of_it_back(
    draw: Draw, contested: Situation
) -> None:
    app = started(draw, contested, Selection(document_id=contested.documents()["document_id"].iloc[0], measure=("killed",)))
    while shown(app, contested) != fact_id(contested, "22"):
        pressed(app, "n")
    asked = shown(app, contested)
    pressed(app, "e")
    pressed(app, "mark_place")
    assert app.button(key="review_a").disabled, "what is marked is not approved by mistake"
    app.text_input(key=f"review_now_{asked}_0_value").set_value("23")
    pressed(app, "save")
    rows = contested.history(asked)
    assert [(row.field, row.was, row.now, row.why) for row in rows] == [
        ("value", "22", "23", MISREAD),
        ("review", "extracted", "approved", MISREAD),
    ]
    assert "Corrected: 22" in text_of(app)
    pressed(app, "u")
    assert contested.fact(asked).fact.value == 22
    assert contested.fact(asked).review is Review.EXTRACTED
    assert shown(app, contested) == asked, "and it is shown again"
    assert "0 of 4 done" in text_of(app)


def test_a_value_that_is_none_is_said_and_nothing_typed_is_lost(draw: Draw, contested: Situation) -> None:
    app = started(draw, contested)
    asked = shown(app, contested)
    pressed(app, "e")
    app.text_input(key=f"review_now_{asked}_0_value").set_value("many")
    pressed(app, "save")
    assert "is no number" in text_of(app)
    assert app.text_input(key=f"review_now_{asked}_0_value").value == "many"
    app.text_input(key=f"review_now_{asked}_0_value").set_value(str(contested.fact(asked).fact.value))
    pressed(app, "save")
    assert "Nothing reads otherwise yet" in text_of(app)
    pressed(app, "cancel")
    assert not app.button(key="review_a").disabled
    assert contested.history(asked) == []


def test_another_field_than_the_usual_ones_can_be_corrected_too(draw: Draw, contested: Situation) -> None:
    app = started(draw, contested)
    asked = shown(app, contested)
    pressed(app, "mark_place")
    app.selectbox(key=f"review_other_{asked}_1").set_value("perpetrator")
    seen(app.run())
    app.text_input(key=f"review_now_{asked}_0_perpetrator").set_value("nobody")
    app.selectbox(key=f"review_why_{asked}").set_value(REPORT_WRONG)
    pressed(app, "save")
    assert contested.fact(asked).fact.perpetrator == "nobody"
    assert contested.history(asked)[0].why == REPORT_WRONG


def test_rejecting_takes_a_reason_ready_made_or_typed(draw: Draw, contested: Situation) -> None:
    app = started(draw, contested)
    first = shown(app, contested)
    pressed(app, "x")
    assert [app.button(key=f"review_reason_{key}").label for key in "md"] == [NO_SUCH, "Said twice in the same report"]
    pressed(app, "reason_m")
    assert contested.history(first)[0].why == NO_SUCH
    second = shown(app, contested)
    pressed(app, "x")
    pressed(app, "reject")
    assert "needs a reason" in text_of(app)
    app.text_input(key=f"review_why_{second}").set_value("it is about another war")
    pressed(app, "reject")
    assert contested.history(second)[0].why == "it is about another war"
    assert "2 of 8 done, 2 rejected" in text_of(app)


def test_who_decided_first_counts_and_is_named(draw: Draw, contested: Situation) -> None:
    app = started(draw, contested)
    asked = shown(app, contested)
    contested.reject(asked, who="Bela", why="seen it twice")
    pressed(app, "a")
    assert contested.fact(asked).review is Review.REJECTED
    assert "While you were writing, Bela rejected it" in text_of(app)
    assert shown(app, contested) == asked, "it is shown as it stands now"
    pressed(app, "n")
    assert shown(app, contested) != asked


def test_what_others_have_decided_is_passed_over_and_can_be_gone_back_to(draw: Draw, contested: Situation) -> None:
    app = started(draw, contested)
    session = app.session_state["review_session"]
    second, third = (session.queue.at(place).fact_id for place in (1, 2))
    contested.approve(second, who="Bela", why="checked")
    pressed(app, "n")
    assert shown(app, contested) == third
    pressed(app, "b")
    assert shown(app, contested) == second
    assert "Bela" in text_of(app)


def test_what_colleagues_decide_is_counted_too(draw: Draw, contested: Situation, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reviewing, "COUNTED_AFTER", 2)
    app = started(draw, contested)
    contested.reject(fact_id(contested, "no water"), who="Bela", why="no")
    pressed(app, "a")
    assert "1 of 8 done, 0 rejected" in text_of(app)
    pressed(app, "a")
    assert "3 of 8 done, 1 rejected" in text_of(app)


def test_a_fault_in_the_middle_of_the_work_is_one_sentence(
    draw: Draw, contested: Situation, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = started(draw, contested)

    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("no such table")

    monkeypatch.setattr(contested, "evidence", broken)
    pressed(app, "n")
    assert "The review could not be drawn." in text_of(app)
    assert "no such table" not in text_of(app)


def test_two_analysts_are_not_handed_the_same_figure(draw: Draw, contested: Situation) -> None:
    one = started(draw, contested)
    first = shown(one, contested)
    other = AppTest.from_function(draw_one, args=(review_view.show, Desk(contested), Selection()), default_timeout=30)
    other.user = {}
    seen(other.run())
    assert shown(other, contested) != first


def test_who_went_away_holds_nothing_back() -> None:
    now = [0.0]
    there = Presence(lambda: now[0])
    assert there.look("ada", "f1")
    assert not there.look("bela", "f1")
    assert there.look("bela", "f2")
    now[0] = 121
    assert there.look("bela", "f1")
    there.leave("bela")
    assert there.look("ada", "f1")


def test_taking_up_leaves_it_in_review_and_undo_takes_that_back(draw: Draw, contested: Situation) -> None:
    app = started(draw, contested)
    asked = shown(app, contested)
    pressed(app, "t")
    assert contested.fact(asked).review is Review.IN_REVIEW
    assert "0 of 8 done" in text_of(app)
    pressed(app, "u")
    assert contested.fact(asked).review is Review.EXTRACTED


def test_at_the_end_what_was_skipped_is_offered_again(draw: Draw, contested: Situation) -> None:
    app = started(draw, contested)
    skipped = shown(app, contested)
    pressed(app, "n")
    for _ in range(7):
        pressed(app, "a")
    assert "Nothing is left to review here." in text_of(app)
    assert "7 of 8 done" in text_of(app)
    pressed(app, "again")
    assert shown(app, contested) == skipped
    pressed(app, "a")
    assert "8 of 8 done" in text_of(app)
    assert not [one for one in app.button if one.key == "review_again"]
    pressed(app, "u")
    assert shown(app, contested) == skipped


def test_the_past_is_not_reviewed_and_an_empty_desk_says_what_to_do(draw: Draw, contested: Situation) -> None:
    past = Selection(known=Known(dt.date(2024, 1, 1)))
    assert "works on today only" in text_of(draw(review_view.show, contested, past))
    assert "There is no report yet." in text_of(draw(review_view.show, open_situation("sqlite://")))


@pytest.mark.parametrize("words", ["22", "no water", "1 million"])
def test_every_kind_of_fact_can_be_looked_at(draw: Draw, contested: Situation, words: str) -> None:
    app = started(draw, contested)
    for _ in range(8):
        if shown(app, contested) == fact_id(contested, words):
            break
        pressed(app, "n")
    assert shown(app, contested) == fact_id(contested, words)
    pressed(app, "e")
    pressed(app, "cancel")
