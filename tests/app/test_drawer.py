"""Deciding: what is saved, what is refused in one sentence, and what the second of two analysts is told."""

from __future__ import annotations

from drawn import Draw, fact_id, seen, text_of
from streamlit.testing.v1 import AppTest

from humsit.app.views import corrections, documents, figures
from humsit.records import Review
from humsit.situation import Selection, Situation


def opened(draw: Draw, situation: Situation, button: str = "figures_correct", words: str = "22") -> AppTest:
    app = draw(figures.show, situation)
    app.session_state["figures_fact"] = fact_id(situation, words)
    seen(app.run())
    return seen(app.button(key=button).click().run())


def decide(app: AppTest, why: str = "a recount", who: str = "Ada", **fields: str) -> AppTest:
    for key, value in {"why": why, **fields}.items():
        (app.text_area if key == "why" else app.text_input)(key=f"drawer_{key}").set_value(value)
    app.text_input(key="drawer_who").set_value(who)
    return seen(app.button(key="drawer_save").click().run())


def test_a_correction_is_saved_with_author_and_reason_and_shown_with_its_original(draw: Draw, contested: Situation) -> None:
    app = decide(opened(draw, contested), now_value="23")
    row = contested.history(fact_id(contested, "22"))[0]
    assert (row.was, row.now, row.who, row.why) == ("22", "23", "Ada", "a recount")
    assert "drawer" not in app.session_state, "the drawer stays open after saving"
    said = text_of(app)
    assert "Value: 22 → 23" in said
    assert "Before correction" in said


def test_a_correction_without_a_reason_or_a_name_is_refused_and_keeps_what_was_typed(draw: Draw, contested: Situation) -> None:
    app = decide(opened(draw, contested), why="  ", now_value="23")
    assert "needs a reason" in text_of(app)
    app = decide(app, who="", now_value="23")
    assert "needs an author" in text_of(app)
    assert app.text_input(key="drawer_now_value").value == "23"
    assert contested.corrections().empty


def test_a_value_that_is_no_number_is_one_sentence(draw: Draw, contested: Situation) -> None:
    app = decide(opened(draw, contested), now_value="<img src=x> many")
    assert "is no number" in text_of(app)
    assert "<img" not in text_of(app)


def test_the_second_analyst_is_told_keeps_everything_and_must_choose(draw: Draw, contested: Situation) -> None:
    app = opened(draw, contested)
    fact = fact_id(contested, "22")
    contested.correct(fact, "value", "23", who="Bo", why="the ministry's list")
    app = decide(app, now_value="24")
    said = text_of(app)
    assert "Bo changed value from 22 to 23" in said
    assert "the ministry&#x27;s list" in said
    assert app.text_input(key="drawer_now_value").value == "24"
    assert app.text_area(key="drawer_why").value == "a recount"
    assert contested.fact(fact).fact.value == 23, "nothing may be saved before the analyst has chosen"
    assert app.button(key="drawer_save").label == "Replace 23 with 24"
    seen(app.button(key="drawer_save").click().run())
    assert contested.fact(fact).fact.value == 24


def test_after_a_conflict_another_value_is_shown_on_the_button_before_it_is_saved(draw: Draw, contested: Situation) -> None:
    app = opened(draw, contested)
    fact = fact_id(contested, "22")
    contested.correct(fact, "value", "23", who="Bo", why="list")
    app = decide(decide(app, now_value="24"), now_value="25")
    assert contested.fact(fact).fact.value == 23
    assert app.button(key="drawer_save").label == "Replace 23 with 25"


def test_keep_theirs_saves_nothing(draw: Draw, contested: Situation) -> None:
    app = opened(draw, contested)
    fact = fact_id(contested, "22")
    contested.correct(fact, "value", "23", who="Bo", why="list")
    seen(decide(app, now_value="24").button(key="drawer_cancel").click().run())
    assert contested.fact(fact).fact.value == 23
    assert len(contested.history(fact)) == 1


def test_a_hostile_value_never_becomes_a_label(draw: Draw, contested: Situation) -> None:
    app = opened(draw, contested)
    contested.correct(fact_id(contested, "22"), "place", "![x](http://tracker.invalid/p.png)", who="Bo", why="list")
    app.selectbox(key="drawer_field").set_value("place").run()
    app = decide(app, now_place="$5 and $10")
    assert app.button(key="drawer_save").label == "Replace theirs with mine"


def test_reject_and_undo_are_rows_that_can_be_seen(draw: Draw, contested: Situation) -> None:
    fact = fact_id(contested, "22")
    decide(opened(draw, contested, "figures_reject"), why="another strike")
    assert contested.fact(fact).review is Review.REJECTED
    app = draw(corrections.show, contested)
    assert "another strike" in text_of(app)
    seen(app.button(key="corrections_undo_1").click().run())
    decide(app, why="it was this strike")
    assert contested.fact(fact).review is Review.EXTRACTED
    assert len(contested.history(fact)) == 2


def test_homeless_corrections_are_listed(draw: Draw, contested: Situation) -> None:
    fact = fact_id(contested, "22")
    contested.correct(fact, "value", "23", who="Ada", why="a recount")
    found = contested.facts(Selection())
    contested.store.replace_facts(found[0].fact.document_id, [c.original for c in found if c.fact_id != fact])
    said = text_of(draw(corrections.show, contested))
    assert "without a home" in said
    assert "“22”" in said


def test_selected_words_become_a_figure(draw: Draw, contested: Situation) -> None:
    app = draw(documents.show, contested)
    app.text_input(key="documents_words").set_value("250,000").run()
    assert "“250,000”" in text_of(app)
    assert app.button(key="documents_add_figure").label == "Add as a figure…"


def test_adding_asks_what_is_counted(draw: Draw, contested: Situation) -> None:
    app = draw(documents.show, contested)
    app.text_input(key="documents_words").set_value("22").run()
    seen(app.button(key="documents_add_figure").click().run())
    assert "Say what is counted" in text_of(decide(app))


def test_a_signed_in_analyst_writes_under_their_address(draw: Draw, contested: Situation) -> None:
    app = opened(draw, contested)
    app.user = {"email": "ada@example.org"}
    seen(app.run())
    app.text_input(key="drawer_now_value").set_value("23")
    app.text_area(key="drawer_why").set_value("a recount")
    seen(app.button(key="drawer_save").click().run())
    assert contested.history(fact_id(contested, "22"))[0].who == "ada@example.org"


def test_the_name_is_asked_for_once(draw: Draw, contested: Situation) -> None:
    app = decide(opened(draw, contested), now_value="23")
    seen(app.button(key="figures_correct").click().run())
    assert app.text_input(key="drawer_who").value == "Ada"
