"""Marking a report as confidential on the screen: with a name and a reason, seen by everybody, taken back by a row."""

from __future__ import annotations

import datetime as dt

from drawn import Draw, seen, text_of
from streamlit.testing.v1 import AppTest

from humsit.app.desk import Desk
from humsit.exports import Outgoing
from humsit.situation import NOW, Clock, Known, Selection, Situation, confidential_reports, mark_confidential


def view(desk: Desk, selection: Selection) -> None:
    from humsit.app.confidential import show_confidential

    frame = desk.table("documents", Selection())
    show_confidential(desk, desk.document(str(frame["document_id"].iloc[0])), selection.known)


def decide(app: AppTest, button: str, save: str, why: str = "the ward is watched", who: str = "Ada") -> AppTest:
    press(app, button)
    app.text_area(key="drawer_why").set_value(why)
    app.text_input(key="drawer_who").set_value(who)
    return press(app, save)


def press(app: AppTest, label: str) -> AppTest:
    next(one for one in app.button if one.label == label).click()
    return seen(app.run())


def test_a_report_is_marked_with_a_name_and_a_reason_and_released_again(contested: Situation, draw: Draw) -> None:
    app = draw(view, contested)
    assert "Confidential" not in text_of(app)
    decide(app, "Mark as confidential…", "Mark as confidential")
    (mark,) = confidential_reports(contested).values()
    assert (mark.who, mark.why) == ("Ada", "the ward is watched")
    assert "Confidential" in text_of(app)
    assert "“the ward is watched”" in text_of(app)
    assert Outgoing(contested).table("figures").empty
    decide(app, "No longer confidential…", "Let it leave again", why="published since")
    assert confidential_reports(contested) == {}
    assert "the ward is watched" not in text_of(app)
    assert not Outgoing(contested).table("figures").empty


def test_a_reason_is_asked_for_and_nothing_typed_is_lost(contested: Situation, draw: Draw) -> None:
    app = decide(draw(view, contested), "Mark as confidential…", "Mark as confidential", why=" ", who="Ada")
    assert confidential_reports(contested) == {}
    assert app.text_input(key="drawer_who").value == "Ada"
    assert "hs-notice-error" in text_of(app)


def test_who_was_slower_sees_what_the_other_decided(contested: Situation, draw: Draw) -> None:
    app = press(draw(view, contested), "Mark as confidential…")
    (document_id,) = contested.table("documents")["document_id"]
    mark_confidential(contested, document_id, who="Bo", why="first")
    app.text_area(key="drawer_why").set_value("second")
    app.text_input(key="drawer_who").set_value("Ada")
    press(app, "Mark as confidential")
    assert "Bo was faster" in text_of(app)
    assert [mark.why for mark in confidential_reports(contested).values()] == ["first"]


def test_on_a_past_day_nothing_is_marked(contested: Situation, draw: Draw) -> None:
    app = draw(view, contested, Selection(known=Known(dt.date(2024, 5, 2), Clock.PUBLISHED)))
    assert [button.disabled for button in app.button if "confidential" in button.label] == [True]
    assert NOW.on is None
