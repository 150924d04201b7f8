"""Entering a figure by hand in the drawer, and how everything shows it afterwards."""

from __future__ import annotations

from drawn import Draw, seen, text_of

from humsit.app.views import corrections, documents, figures, review
from humsit.records import Measure
from humsit.situation import Situation, open_situation


def test_a_phone_call_becomes_a_figure_that_shows_where_it_comes_from(draw: Draw) -> None:
    situation: Situation = open_situation("sqlite://")
    app = draw(documents.show, situation)
    seen(app.button(key="documents_by_hand").click().run())
    assert "Your note is kept as a report of its own" in text_of(app)
    app.text_input(key="drawer_claimant").set_value("Regional health office")
    app.text_input(key="drawer_number").set_value("many")
    app.text_input(key="drawer_place").set_value("Chernihiv")
    app.text_area(key="drawer_why").set_value("Dr Aziz rang at noon.")
    app.text_input(key="drawer_who").set_value("Ada")
    seen(app.button(key="drawer_save").click().run())
    assert "Say what is counted." in text_of(app)
    app.selectbox(key="drawer_measure").set_value(Measure.KILLED)
    seen(app.button(key="drawer_save").click().run())
    assert "“many” is no number" in text_of(app)
    assert app.text_area(key="drawer_why").value == "Dr Aziz rang at noon.", "nothing typed is lost"
    app.text_input(key="drawer_number").set_value("22")
    seen(app.button(key="drawer_save").click().run())
    (kept,) = situation.facts()
    app = draw(figures.show, situation)
    app.session_state["figures_fact"] = kept.fact_id
    said = text_of(seen(app.run()))
    assert "Entered by hand by Ada" in said
    assert "Entered by hand, from no report" in said
    assert "Phone call, " in said
    assert "Entered by hand" in text_of(draw(review.show, situation))
    ledger = draw(corrections.show, situation)
    assert "Added" in text_of(ledger)
    assert "Dr Aziz rang at noon." in text_of(ledger)
