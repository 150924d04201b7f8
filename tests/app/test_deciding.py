"""Deciding about questions in the Contested view, and what headlines show under each policy."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from drawn import Draw, fact_id, seen, text_of
from streamlit.testing.v1 import AppTest

from humsit.app import markup
from humsit.app.charts import Point, point_of, revisions
from humsit.app.views import contested as contested_view
from humsit.app.views import corrections, figures
from humsit.app.views import situation as situation_view
from humsit.app.words.standings import NUMBERS
from humsit.claims import CONTEST_FACTOR, SMALL_GAP, Question
from humsit.records import Standing
from humsit.situation import Selection, Situation
from humsit.tables import in_words
from tests.browser.standings import REASON, fill_situation
from tests.builders import claimed


@pytest.fixture
def standings(empty: Situation) -> Situation:
    """A question of each standing."""
    fill_situation(empty)
    return empty


def question(situation: Situation, words: str) -> Question:
    found = situation.comparison().question_of(fact_id(situation, words))
    assert found is not None
    return found


def opened(draw: Draw, situation: Situation, words: str) -> AppTest:
    """The Contested view with the drawer open on the question of a figure."""
    asked = question(situation, words)
    app = draw(contested_view.show, situation)
    app.session_state[f"contested_open_{asked.question_id}"] = True
    for standing in ("corroborated", "single_source"):
        app.session_state[f"contested_{standing}"] = True
    return seen(seen(app.run()).button(key=f"contested_{asked.question_id}_decide").click().run())


def signed(app: AppTest, why: str = "a recount", who: str = "Ada") -> AppTest:
    app.text_area(key="drawer_why").set_value(why)
    app.text_input(key="drawer_who").set_value(who)
    return seen(app.button(key="drawer_save").click().run())


def deciding(app: AppTest, what: str) -> AppTest:
    choice = next(one for one in app.get("button_group") if one.key == "drawer_what")
    return seen(choice.set_value(what).run())


# --- how a question is shown


def test_every_standing_can_be_reached_and_shows_how_independent_it_is(draw: Draw, standings: Situation) -> None:
    app = draw(contested_view.show, standings)
    said = text_of(app)
    assert "2 contested · 1 divergent · 2 corroborated · 1 single source" in said
    assert [one.label for one in app.expander][-2:] == ["Corroborated: 2 questions", "Single source: 1 question"]
    assert "Refugees" not in said, "a folded part is drawn when it is opened"
    narrow = text_of(draw(contested_view.show, standings, Selection(standing=("single_source",))))
    assert "5 publishers, 1 claimant" in narrow


def test_an_unfolded_question_shows_stance_hedge_denial_and_revisions(draw: Draw, standings: Situation) -> None:
    said = text_of(opened(draw, standings, "18,000"))
    assert "“could not be independently verified”" in said
    assert "denied killing civilians" in said
    for words in ("Revised down", "12,000 to 20,000 (1 May 2024), 30,000 (3 May 2024), now 18,000 (6 May 2024), revised down."):
        assert words in said


def test_the_thresholds_shown_are_those_in_use(draw: Draw, standings: Situation) -> None:
    said = text_of(draw(contested_view.show, standings))
    for number, meaning in NUMBERS:
        assert markup.safe(number) in said
        assert markup.safe(meaning) in said
    assert {f"{SMALL_GAP:.0%}", f"{CONTEST_FACTOR:g} times"} <= {number for number, _ in NUMBERS}


# --- deciding


def test_a_standing_is_decided_and_the_computed_one_stays_in_sight(draw: Draw, standings: Situation) -> None:
    app = opened(draw, standings, "500")
    app.selectbox(key="drawer_standing").set_value("divergent")
    app = signed(app)
    asked = question(standings, "500")
    assert (asked.standing, asked.computed) == (Standing.DIVERGENT, Standing.CONTESTED)
    assert "drawer" not in app.session_state
    said = text_of(app)
    assert "Worked out: contested. Decided by Ada: divergent." in said
    assert "Because: a recount" in said


def test_a_decision_is_taken_back_in_the_drawer_or_in_corrections(draw: Draw, standings: Situation) -> None:
    said = text_of(draw(contested_view.show, standings))
    assert "Decided by analysts" in said
    app = opened(draw, standings, "600")
    assert REASON in text_of(app)
    assert app.selectbox(key="drawer_standing").value == "corroborated"
    app.selectbox(key="drawer_standing").set_value("")
    app = signed(app, why="no, they contradict each other")
    assert question(standings, "600").standing is Standing.CONTESTED
    app = draw(corrections.show, standings)
    assert "Standing decided: As worked out → Corroborated" in text_of(app)
    seen(app.button(key="corrections_undo_2").click().run())
    signed(app, why="they count different areas")
    assert question(standings, "600").standing is Standing.CORROBORATED


def test_questions_are_joined_and_the_join_is_undone_as_one(draw: Draw, standings: Situation) -> None:
    app = deciding(opened(draw, standings, "22"), "join")
    assert "Killed: civilians · Osh: 26, The health ministry" in app.selectbox(key="drawer_other").options
    app.selectbox(key="drawer_other").set_value(question(standings, "26").question_id)
    signed(app)
    assert question(standings, "22") == question(standings, "26")
    app = draw(corrections.show, standings)
    assert "“23”, “22”" in text_of(app)
    seen(app.button(key="corrections_undo_3").click().run())
    assert "2 figures, which were decided on together" in text_of(app)
    signed(app, why="two places")
    assert question(standings, "22") != question(standings, "26")


def test_figures_are_taken_out_into_a_question_of_their_own(draw: Draw, standings: Situation) -> None:
    app = deciding(opened(draw, standings, "9,000"), "split")
    assert "nearly 9,000, Southland, Southland Times, 2 May 2024" in app.multiselect(key="drawer_figures").options
    app.multiselect(key="drawer_figures").set_value([fact_id(standings, "9,000")])
    signed(app)
    assert question(standings, "9,000").standing is Standing.SINGLE_SOURCE


@pytest.mark.parametrize(
    ("what", "why", "who", "answer"),
    [
        ("rule", "a recount", "Ada", "as worked out"),
        ("join", "a recount", "Ada", "Choose the question"),
        ("split", "a recount", "Ada", "Choose at least one figure"),
        ("rule", " ", "Ada", "needs a reason"),
        ("rule", "a recount", " ", "needs an author"),
    ],
)
def test_what_is_missing_is_one_sentence(draw: Draw, standings: Situation, what: str, why: str, who: str, answer: str) -> None:
    app = opened(draw, standings, "500")
    app = app if what == "rule" else deciding(app, what)
    if answer.startswith("needs"):
        app.selectbox(key="drawer_standing").set_value("divergent")
    assert answer in text_of(signed(app, why=why, who=who))
    assert len(standings.corrections()) == 1


def test_the_second_of_two_analysts_looks_again_before_anything_is_saved(draw: Draw, standings: Situation) -> None:
    app = opened(draw, standings, "500")
    standings.rule(question(standings, "500").question_id, Standing.DIVERGENT, who="Bo", why="other days")
    app.selectbox(key="drawer_standing").set_value("corroborated")
    app = signed(app)
    assert "has changed since you opened it" in text_of(app)
    assert "Decided by Bo: divergent" in text_of(app)
    assert question(standings, "500").standing is Standing.DIVERGENT
    signed(app)
    assert question(standings, "500").standing is Standing.CORROBORATED


def test_the_evidence_of_a_figure_leads_to_the_decision(draw: Draw, standings: Situation) -> None:
    app = draw(figures.show, standings)
    app.session_state["figures_fact"] = fact_id(standings, "600")
    seen(app.run())
    assert "Worked out: contested. Decided by Ada: corroborated." in text_of(app)
    assert "Before correction" not in text_of(app), "a decision about a question changes no figure"
    assert "What to decide" in {one.label for one in seen(app.button(key="figures_decide").click().run()).get("button_group")}


def test_hostile_text_stays_text_in_the_drawer_and_the_headlines(draw: Draw, standings: Situation) -> None:
    hostile = "<img src=x onerror=alert(1)> ![x](http://tracker.invalid/p.png)"
    standings.correct(fact_id(standings, "500"), "claimant", hostile, who="Bo", why=hostile)
    standings.rule(question(standings, "500").question_id, Standing.DIVERGENT, who=hostile, why=hostile)
    for said in (text_of(opened(draw, standings, "500")), text_of(draw(situation_view.show, standings))):
        assert "<img src=x" not in said
        assert "&lt;img src=x" in said


# --- headlines


@pytest.mark.parametrize(
    ("policy", "shown", "explained"),
    [
        ("band", ("nearly 500", "nearly 9,000"), "Shown (band)"),
        ("lowest", ("nearly 500",), "It is not the lowest claim."),
        ("highest", ("nearly 9,000",), "It is not the highest claim."),
        ("admissions", ("nearly 500",), "does not speak of its own side"),
        ("latest", ("18,000",), "It is about an earlier day."),
    ],
)
def test_a_policy_shows_claims_as_they_were_made_and_says_what_it_leaves_out(
    draw: Draw, standings: Situation, policy: str, shown: tuple[str, ...], explained: str
) -> None:
    app = draw(situation_view.show, standings)
    app.session_state["policy"] = policy
    said = text_of(seen(app.run()))
    assert set(re.findall(r'class="hs-value"><a [^>]*>([^<]*)', said)) >= set(shown)
    assert explained in said
    assert "Explain this figure" in said
    assert "4,750" not in said, "rivals were averaged"
    assert "9,500" not in said, "rivals were added"


def test_a_chosen_order_of_claimants_says_so_where_none_of_them_speaks(draw: Draw, standings: Situation) -> None:
    app = draw(situation_view.show, standings)
    app.session_state["policy"] = "claimant"
    assert "No claimant is chosen yet" in text_of(seen(app.run()))
    app.multiselect(key="policy_order").set_value(["United Nations", "Medics"])
    said = text_of(seen(app.run()))
    assert "Another claimant comes first in the chosen order." in said
    assert "none of them makes a claim" in said
    assert re.search(r'class="hs-value"><a [^>]*>about 21,000<', said)


# --- the chart of revisions


def points(*figures: object) -> list[Point]:
    found = [point_of(one, in_words(one), who=one.claimant, series=one.claimant) for one in figures]  # type: ignore[attr-defined, arg-type]
    return [point for point in found if point]


def test_a_range_is_a_band_and_a_fall_points_down() -> None:
    chart = revisions(
        points(claimed("12 to 20", day=1), claimed("30", day=3), claimed("9", day=6), claimed("at least 8", "the UN", day=4))
    )
    assert [trace.fill for trace in chart.data].count("toself") == 1
    steps = next(trace for trace in chart.data if trace.name == "Health Ministry")
    assert list(steps.marker.symbol) == ["circle", "circle", "triangle-down"]
    assert steps.line.shape == "hv"
    assert "▼" in next(note.text for note in chart.layout.annotations if "<b>9</b>" in (note.text or ""))
    assert chart.layout.yaxis.range[0] == 0


@pytest.mark.parametrize("count", [0, 1, 12])
def test_words_at_the_ends_of_lines_never_overlap(count: int) -> None:
    chart = revisions(points(*(claimed("50", f"claimant {number}", day=2) for number in range(count))))
    heights = sorted(note.y for note in chart.layout.annotations if note.yref == "paper")
    rows = (chart.layout.height - 54) * 1.0
    assert all((after - before) * rows >= 33 for before, after in pairwise(heights))
