"""The address of Figures and the figure beside the table are one: a colleague's link opens it, a click changes the link."""

from __future__ import annotations

from drawn import Draw, fact_id, seen, text_of

from humsit.app.views import figures
from humsit.situation import Situation


def test_a_link_shows_its_figure_whatever_was_chosen_before(draw: Draw, contested: Situation) -> None:
    first, second = fact_id(contested, "9,000"), fact_id(contested, "22")
    app = draw(figures.show, contested)
    assert "fact" not in app.query_params
    app.query_params["fact"] = first
    assert "nearly 9,000</h2>" in text_of(seen(app.run()))
    app.query_params["fact"] = second
    said = text_of(seen(app.run()))
    assert ">22</h2>" in said
    assert "nearly 9,000</h2>" not in said
    assert app.query_params["fact"] in (second, [second])


def test_what_is_chosen_in_the_table_stands_in_the_address_and_closing_it_takes_it_out(draw: Draw, contested: Situation) -> None:
    app = draw(figures.show, contested)
    app.query_params["fact"] = fact_id(contested, "9,000")
    seen(app.run())
    app.session_state["figures_fact"] = fact_id(contested, "22")
    assert ">22</h2>" in text_of(seen(app.run()))
    assert app.query_params["fact"] in (fact_id(contested, "22"), [fact_id(contested, "22")])
    seen(app.button(key="figures_evidence_close").click().run())
    assert "</h2>" not in text_of(app).replace("hs-empty", "")
    assert "fact" not in app.query_params
    seen(app.run())
    assert "fact" not in app.query_params


def test_coming_back_to_the_view_keeps_what_was_chosen(draw: Draw, contested: Situation) -> None:
    app = draw(figures.show, contested)
    app.query_params["fact"] = fact_id(contested, "22")
    seen(app.run())
    del app.query_params["fact"]  # as the menu leaves it
    assert ">22</h2>" in text_of(seen(app.run()))
    assert app.query_params["fact"] in (fact_id(contested, "22"), [fact_id(contested, "22")])
