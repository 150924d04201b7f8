"""Correcting many at once in the Corrections view, and how what was decided in one go stands there."""

from __future__ import annotations

import csv
import io

from drawn import Draw, fact_id, seen, text_of
from streamlit.testing.v1 import AppTest

from humsit.app.views import corrections
from humsit.situation import Situation
from humsit.situation.review import correct_and_approve
from humsit.situation.sheet import sheet


def given(draw: Draw, situation: Situation, *changes: tuple[str, str, str]) -> AppTest:
    """The section with a sheet in which (number's words, column, cell) are changed."""
    rows = list(csv.reader(io.StringIO(sheet(situation), newline="")))
    for words, column, cell in changes:
        row = next(row for row in rows if row[0] == fact_id(situation, words))
        row[rows[0].index(column)] = cell
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=";").writerows(rows)
    app = draw(corrections.show, situation)
    app.session_state["bulk"] = True
    seen(app.run())
    app.file_uploader(key="bulk_file_0").upload("changed.csv", out.getvalue().encode("utf-8-sig"), "text/csv")
    return seen(app.run())


def test_every_change_is_shown_kept_for_one_reason_and_taken_back(draw: Draw, contested: Situation) -> None:
    app = given(draw, contested, ("22", "value", "23"), ("nine", "place", "Newtown"))
    table = app.dataframe[0].value
    assert table[["Field", "Was", "Now"]].to_numpy().tolist()[:3] == [
        ["Value", "22", "23"],
        ["Lowest value (follows)", "22", "23"],
        ["Highest value (follows)", "22", "23"],
    ]
    assert "Medics counted 22 bodies" in table["Sentence"].iloc[0]
    seen(app.button(key="bulk_accept").click().run())
    assert "needs an author" in text_of(app)
    assert contested.store.corrections() == []
    app.text_input(key="bulk_why").set_value("their own list")
    app.text_input(key="bulk_who").set_value("Ada")
    seen(app.button(key="bulk_accept").click().run())
    assert "Changed: 4 fields of 2 facts." in text_of(app)
    assert {(row.who, row.why) for row in contested.store.corrections()} == {("Ada", "their own list")}
    seen(app.button(key="bulk_undo").click().run())
    assert "Taken back together." in text_of(app)
    assert contested.fact(fact_id(contested, "22")).fact.value == 22


def test_a_sheet_with_a_mistake_cannot_be_accepted(draw: Draw, contested: Situation) -> None:
    app = given(draw, contested, ("22", "value", "many"), ("nine", "place", "Newtown"))
    assert "1 thing to put right first" in text_of(app)
    assert app.dataframe[0].value.to_numpy().tolist() == [[4, "value", "“many” is no number: write it in digits."]]
    assert not [one for one in app.button if one.key == "bulk_accept"]


def test_a_sheet_that_changes_nothing_says_so(draw: Draw, contested: Situation) -> None:
    assert "The file changes nothing." in text_of(given(draw, contested))


def test_what_was_decided_in_one_go_is_one_line_with_one_undo(draw: Draw, contested: Situation) -> None:
    asked = fact_id(contested, "22")
    rows = correct_and_approve(contested, asked, {"value": "23", "place": "Newtown"}, who="Ada", why="a recount")
    contested.approve(fact_id(contested, "nine"), who="Ada", why="a recount")
    app = draw(corrections.show, contested)
    undo = [one for one in app.button if one.label == "Undo…"]
    assert len(undo) == 2, "two decisions, four rows"
    said = text_of(app)
    assert "Value: 22 → 23" in said
    assert "Place: Milltown → Newtown" in said
    seen(app.button(key=f"corrections_undo_{rows[1].correction_id}").click().run())
    app.text_area(key="drawer_why").set_value("miscounted")
    app.text_input(key="drawer_who").set_value("Ada")
    seen(app.button(key="drawer_save").click().run())
    assert contested.fact(asked).fact.value == 22
    assert contested.fact(asked).fact.place == "Milltown"
    assert contested.fact(asked).review == "extracted"
