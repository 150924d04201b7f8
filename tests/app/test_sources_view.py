"""Sources and names: what an analyst reads there, judges, and takes back; and the four axes in the evidence."""

from __future__ import annotations

from typing import Any

from builders import document, figure
from drawn import DAY, Draw, fact_id, seen, text_of
from streamlit.testing.v1 import AppTest

from humsit.app.views import figures, sources
from humsit.records import JudgementKind, Review
from humsit.situation import Clock, Known, Selection, Situation

SIGNED = {"who": "Ada", "why": "their own web page says so"}
HOSTILE = "<img src=x onerror=alert(1)> [a](http://x) $5$ :red[b]"


def save(app: AppTest, why: str = "own staff there", who: str = "Ada") -> AppTest:
    app.text_area(key="drawer_why").set_value(why)
    app.text_input(key="drawer_who").set_value(who)
    return seen(app.button(key="drawer_save").click().run())


def shown(app: AppTest) -> dict[str, dict[str, Any]]:
    """The table of sources by name."""
    return {row["Source"]: row for row in app.dataframe[0].value.to_dict("records")}


def test_each_source_is_a_row_with_its_record_and_its_letter_in_words(draw: Draw, contested: Situation) -> None:
    rows = shown(draw(sources.show, contested))
    assert set(rows) == {"Northland", "Southland", "Medics", "The mayor", "The refugee agency", "The Milltown Echo itself"}
    assert (rows["Northland"]["Admitted"], rows["Northland"]["Contested"]) == (1, 1)
    assert {row["Reliability"] for row in rows.values()} == {"F, cannot be judged"}


def test_a_source_is_judged_with_author_and_reason(draw: Draw, contested: Situation) -> None:
    app = draw(sources.show, contested)
    app.session_state["sources_fact"] = "Medics"
    app = seen(app.run())
    assert "Nobody has judged it yet." in text_of(app)
    app = seen(app.button(key="sources_judge").click().run())
    app.selectbox(key="drawer_letter").set_value("B")
    app = save(app)
    assert shown(app)["Medics"]["Reliability"] == "B, usually reliable"
    said = text_of(app)
    assert "Medics → B, usually reliable" in said
    assert "“own staff there”" in said
    row = contested.judgements().iloc[0]
    assert (row["subject"], row["now"], row["who"], row["why"]) == ("Medics", "B", "Ada", "own staff there")


def test_a_judgement_without_a_reason_is_refused_in_a_sentence(draw: Draw, contested: Situation) -> None:
    app = draw(sources.show, contested)
    app.session_state["sources_fact"] = "Medics"
    app = seen(seen(app.run()).button(key="sources_judge").click().run())
    assert "needs a reason" in text_of(save(app, why=" "))
    assert contested.judgements().empty


def test_the_second_analyst_to_judge_a_source_is_told(draw: Draw, contested: Situation) -> None:
    app = draw(sources.show, contested)
    app.session_state["sources_fact"] = "Medics"
    app = seen(seen(app.run()).button(key="sources_judge").click().run())
    contested.judge(JudgementKind.RELIABILITY, "Medics", "D", who="Bo", why="a wrong list")
    app = save(app)
    assert "Bo was faster" in text_of(app)
    assert len(contested.judgements()) == 1
    save(app)
    assert len(contested.judgements()) == 2


def test_a_judgement_is_taken_back(draw: Draw, contested: Situation) -> None:
    contested.judge(JudgementKind.RELIABILITY, "Medics", "B", **SIGNED)
    app = draw(sources.show, contested)
    assert shown(app)["Medics"]["Reliability"] == "B, usually reliable"
    app = save(seen(app.button(key="sources_all_back_1").click().run()), why="too soon")
    assert shown(app)["Medics"]["Reliability"] == "F, cannot be judged"
    assert "Medics → taken back" in text_of(app)
    assert not [button for button in app.button if button.label == "Take back…"]


def test_two_names_are_made_one_and_parted_again(draw: Draw, contested: Situation) -> None:
    app = seen(draw(sources.show, contested).button(key="names_lead_back").click().run())
    assert "Medics" in app.selectbox(key="drawer_name").options
    app.selectbox(key="drawer_name").set_value("Medics")
    app.selectbox(key="drawer_target").set_value("the mayor")
    app = save(app, why="they are the town's")
    assert contested.judgements()["now"].tolist() == ["the mayor"]
    assert "Medics → <strong>the mayor</strong>" in text_of(app)
    assert "Medics" not in shown(app)
    assert app.dataframe[1].value.set_index("Name")["Stands for"].to_dict()["Medics"] == "the mayor"
    app = save(seen(app.button(key="names_claimant_0_back").click().run()), why="they are not")
    assert "Medics" in shown(app)


def test_both_names_are_asked_for(draw: Draw, contested: Situation) -> None:
    app = seen(draw(sources.show, contested).button(key="names_lead_back").click().run())
    assert "Choose both names" in text_of(save(app))
    assert contested.judgements().empty


def test_events_are_one_of_the_kinds_of_names_also_where_no_report_names_one(draw: Draw, contested: Situation) -> None:
    app = draw(sources.show, contested)
    app.session_state["names_kind"] = JudgementKind.EVENT
    assert "No events are named." in text_of(seen(app.run()))
    contested.judge(JudgementKind.EVENT, "Friday's strike", "Milltown market strike", **SIGNED)
    assert "<strong>Milltown market strike</strong>" in text_of(seen(app.run()))


def test_on_a_day_of_the_past_nothing_is_judged(draw: Draw, contested: Situation) -> None:
    app = draw(sources.show, contested, Selection(known=Known(DAY, Clock.PUBLISHED)))
    assert app.button(key="names_lead_back").disabled


def test_hostile_names_are_shown_and_never_rendered(draw: Draw, empty: Situation) -> None:
    report = document(f"{HOSTILE} said 22", publisher=HOSTILE, published=DAY)
    worst = {"claimant": HOSTILE, "place": HOSTILE, "event": HOSTILE, "verified_by": HOSTILE, "hedge": HOSTILE}
    empty.store.add(report, [figure("22", report, **worst)])
    empty.judge(JudgementKind.CLAIMANT, HOSTILE, f"{HOSTILE} 2", who=HOSTILE, why=HOSTILE)
    empty.judge(JudgementKind.RELIABILITY, HOSTILE, "E", who=HOSTILE, why=HOSTILE)
    app = draw(sources.show, empty)
    app.session_state["sources_fact"] = f"{HOSTILE} 2"
    app = seen(app.run())
    assert "&lt;img" in text_of(app)
    assert "<img" not in text_of(app)
    assert "<img" not in text_of(seen(app.button(key="sources_judge").click().run()))


# --- the four axes


def axes(draw: Draw, situation: Situation, words: str) -> AppTest:
    app = draw(figures.show, situation)
    app.session_state["figures_fact"] = fact_id(situation, words)
    return seen(app.run())


def test_the_evidence_keeps_verification_review_reliability_and_credibility_apart(draw: Draw, empty: Situation) -> None:
    report = document("Medics said 22, the mayor 9.", publisher="The Echo", published=DAY)
    doubted = {"claimant": "the mayor", "stance": "unverified", "hedge": "could not be confirmed"}
    checked = {"claimant": "Medics", "verified_by": "OHCHR"}
    empty.store.add(report, [figure("22", report, **checked), figure("9", report, **doubted)])
    empty.judge(JudgementKind.RELIABILITY, "Medics", "B", **SIGNED)
    empty.correct(fact_id(empty, "22"), "credibility", "2", **SIGNED)
    said = text_of(axes(draw, empty, "22"))
    for label, words in (
        ("Verification", "verified by OHCHR"),
        ("Review", "Not reviewed"),
        ("Reliability of the source", "B, usually reliable"),
        ("Credibility of the figure", "2, probably true"),
    ):
        assert f">{label}</button></dt><dd>{words}</dd>" in said
    assert "unverified: “could not be confirmed”" in text_of(axes(draw, empty, "9"))


def test_what_the_report_does_not_say_is_said_to_be_so(draw: Draw, contested: Situation) -> None:
    assert ">Verification</button></dt><dd>not said</dd>" in text_of(axes(draw, contested, "22"))
    assert ">Verification</button></dt><dd>admitted</dd>" in text_of(axes(draw, contested, "500"))


def test_a_figure_is_taken_up_and_the_evidence_says_by_whom(draw: Draw, contested: Situation) -> None:
    app = axes(draw, contested, "22")
    app = save(seen(app.button(key="figures_take_up").click().run()), why="I check it")
    assert contested.fact(fact_id(contested, "22")).review is Review.IN_REVIEW
    said = text_of(app)
    assert "In review by Ada since" in said
    assert "Taken up for review" in said
    assert "figures_take_up" not in [button.key for button in app.button]


def test_how_credible_a_figure_is_is_set_where_it_is_corrected(draw: Draw, contested: Situation) -> None:
    app = seen(axes(draw, contested, "22").button(key="figures_credibility").click().run())
    assert app.selectbox(key="drawer_field").value == "credibility"
    assert "6, cannot be judged" in app.selectbox(key="drawer_now_credibility").options
    app.selectbox(key="drawer_now_credibility").set_value("2")
    app = save(app)
    assert contested.fact(fact_id(contested, "22")).fact.credibility == "2"
    assert "2, probably true" in text_of(app)


def test_the_source_of_a_figure_is_judged_from_its_evidence(draw: Draw, contested: Situation) -> None:
    app = seen(axes(draw, contested, "22").button(key="figures_rate").click().run())
    app.selectbox(key="drawer_letter").set_value("C")
    assert "C, fairly reliable" in text_of(save(app))
    assert contested.judgements()["now"].tolist() == ["C"]
