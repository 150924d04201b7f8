"""Each view on a situation with nothing in it, and on one where claims contest each other: what an analyst reads there."""

from __future__ import annotations

import pytest
from drawn import Draw, fact_id, seen, text_of

from humsit.app.views import conditions, contested, corrections, documents, figures, situation, sources
from humsit.situation import Selection, Situation

SHOW_CONTESTED = contested.show  # tests call their situation "contested" too
ALL = [situation.show, figures.show, contested.show, conditions.show, sources.show, documents.show, corrections.show]


@pytest.mark.parametrize("view", ALL, ids=lambda view: view.__module__.rsplit(".", 1)[1])
def test_an_empty_store_says_what_to_do_next(draw: Draw, empty: Situation, view: object) -> None:
    said = text_of(draw(view, empty))
    assert "hs-empty" in said
    assert "Paste" in said or "Figures" in said


@pytest.mark.parametrize("view", ALL[:5], ids=lambda view: view.__module__.rsplit(".", 1)[1])
def test_filters_that_hide_everything_can_be_taken_off(draw: Draw, contested: Situation, view: object) -> None:
    app = draw(view, contested, Selection(text="no such words"))
    assert "hs-empty" in text_of(app)


def test_headlines_name_value_claimant_and_stance_and_never_a_mean(draw: Draw, contested: Situation) -> None:
    said = text_of(draw(situation.show, contested))
    for words in (
        "nearly 500",
        "nearly 9,000",
        "Northland, admits its own losses",
        "Southland, cannot be confirmed",
        "Contested",
    ):
        assert words in said
    assert "more than 1 million" in said
    assert "The refugee agency" in said
    assert "9,500" not in said, "rivals were added"
    assert "4,750" not in said, "rivals were averaged"


def test_the_situation_charts_each_kind_of_fact(draw: Draw, contested: Situation) -> None:
    app = draw(situation.show, contested)
    said = text_of(app)
    for title in (
        "Displacement and refugees over time",
        "Casualties by claimant and place",
        "Inhabitants",
        "Siege conditions by place",
    ):
        assert title in said
    assert len(app.get("plotly_chart")) == 5


def test_contested_shows_the_reason_and_divergent_below(draw: Draw, contested: Situation) -> None:
    said = text_of(draw(SHOW_CONTESTED, contested))
    assert "18 times apart" in said
    assert said.index("Killed: soldiers and fighters, Northland") < said.index("<h2>Divergent") < said.index("<strong>at least 9")


def test_conditions_say_what_they_mean_and_tell_no_report_apart(draw: Draw, contested: Situation) -> None:
    matrix = draw(conditions.show, contested).dataframe[0].value
    rows = {row["Place"]: row for row in matrix.to_dict("records")}
    assert rows["Milltown"]["Water"] == "no water"
    assert rows["Port Reed"]["Power"] == "power back"
    assert rows["Port Reed"]["Water"] == "no report"


def test_a_chosen_figure_shows_its_words_claimant_and_standing(draw: Draw, contested: Situation) -> None:
    app = draw(figures.show, contested)
    app.session_state["figures_fact"] = fact_id(contested, "9,000")
    said = text_of(seen(app.run()))
    assert '<mark class="hs-fact">9,000</mark>' in said
    assert '<mark class="hs-claimant">Southland</mark>' in said
    assert "18 times apart" in said
    assert "The Milltown Echo" in said


def test_a_fact_that_is_gone_is_said_to_be_gone(draw: Draw, contested: Situation) -> None:
    app = draw(figures.show, contested)
    app.session_state["figures_fact"] = "nowhere"
    assert "no longer there" in text_of(seen(app.run()))


def test_a_pasted_report_is_previewed_and_kept(draw: Draw, empty: Situation) -> None:
    app = draw(documents.show, empty)
    app.text_area(key="documents_text").set_value("Four people were killed at Kosti, the ministry said.")
    app.text_input(key="documents_publisher").set_value("The Echo")
    app.text_input(key="documents_published").set_value("2024-05-02")
    seen(app.button(key="documents_preview").click().run())
    assert empty.documents().empty, "a preview keeps nothing"
    seen(app.button(key="documents_keep").click().run())
    kept = empty.documents()
    assert kept["publisher"].tolist() == ["The Echo"]
    assert str(kept["published"].iloc[0].date()) == "2024-05-02"


@pytest.mark.parametrize(
    ("text", "date", "answer"),
    [("", "", "There is nothing to read yet"), ("Four were killed.", "yesterday", "is not a date")],
    ids=["nothing pasted", "a date that is none"],
)
def test_what_cannot_be_read_is_one_sentence(draw: Draw, empty: Situation, text: str, date: str, answer: str) -> None:
    app = draw(documents.show, empty)
    app.text_area(key="documents_text").set_value(text)
    app.text_input(key="documents_published").set_value(date)
    seen(app.button(key="documents_preview").click().run())
    assert answer in text_of(app)
    assert empty.documents().empty
