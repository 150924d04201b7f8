"""The headless desk: what an analyst asks and decides, without a screen."""

from __future__ import annotations

import datetime as dt
import json
import threading
from pathlib import Path

import pandas as pd
import pytest
from builders import condition, denial, document, figure

from humsit.records import (
    ClaimantType,
    Document,
    Figure,
    HumsitError,
    PopulationGroup,
    ProofFailed,
    Stance,
    UnknownFact,
    WrongValue,
)
from humsit.situation import ALL, Selection, Situation, open_situation
from humsit.store import open_store
from humsit.tables import TABLES, from_csv, to_csv

SIGNED = {"who": "Ada", "why": "the ministry's list"}
SEEDS = Path(__file__).parents[1] / "seeds"

ARMIES = document(
    "Russia said nearly 500 of its soldiers were killed. Ukraine said nearly 9,000 had died.",
    document_id="armies",
    publisher="Shafaq News",
)
FLOOD = document(
    "On 3 May the mayor said 12 people had died at Osh and 7 schools were damaged. There is no water.", document_id="flood"
)
_SOLDIERS = {"of": ARMIES, "qualifier": "nearly", "low": None, "side": "Russia", "place": "", "published": dt.date(2022, 3, 3)}
_SOLDIERS |= {"population_group": PopulationGroup.COMBATANTS, "group": "soldiers"}
ADMITTED = figure(
    "500", **_SOLDIERS, claimant="Russia", claimant_side="Russia", claimant_type=ClaimantType.GOVERNMENT, stance=Stance.ADMITTED
)
CLAIMED = figure(
    "9,000",
    **_SOLDIERS | {"value": 9000, "high": 9000},
    claimant="Ukraine",
    claimant_side="Ukraine",
    claimant_type=ClaimantType.GOVERNMENT,
    stance=Stance.UNVERIFIED,
)
DEAD = figure(
    "12", of=FLOOD, place="Osh", claimant="the mayor", as_of=dt.date(2024, 5, 3), latitude=40.5, longitude=72.8, country="KGZ"
)
SCHOOLS = figure(
    "7", of=FLOOD, place="Osh", claimant="the mayor", measure="facilities_damaged", unit="facilities", group="schools"
)
DRY = condition(of=FLOOD, place="Osh")


@pytest.fixture
def situation():
    desk = Situation(open_store("sqlite://"))
    desk.store.add(ARMIES, [ADMITTED, CLAIMED])
    desk.store.add(FLOOD, [DEAD, SCHOOLS, DRY])
    yield desk
    desk.close()


def ids(facts) -> list[str]:
    return [one.fact_id for one in facts]


def numbers(situation: Situation, selection: Selection = ALL) -> list[str]:
    return list(situation.figures(selection)["number"])


# --- asking


@pytest.mark.parametrize(
    ("selection", "expected"),
    [
        (ALL, [ADMITTED, CLAIMED, DEAD, SCHOOLS, DRY]),
        (Selection(measure=("killed",)), [ADMITTED, CLAIMED, DEAD, DRY]),
        (Selection(measure=("killed", "facilities_damaged"), document_id="flood"), [DEAD, SCHOOLS, DRY]),
        (Selection(condition=("no_power",)), [ADMITTED, CLAIMED, DEAD, SCHOOLS]),
        (Selection(place=("Osh",)), [DEAD, SCHOOLS, DRY]),
        (Selection(place=("",)), [ADMITTED, CLAIMED]),
        (Selection(claimant=("Russia", "Ukraine")), [ADMITTED, CLAIMED]),
        (Selection(standing=("contested",)), [ADMITTED, CLAIMED, DRY]),
        (Selection(stance=("admitted",)), [ADMITTED]),
        (Selection(document_id="armies"), [ADMITTED, CLAIMED]),
        (Selection(text="SCHOOLS", measure=("facilities_damaged",)), [SCHOOLS, DRY]),
        (Selection(text="russia said"), [ADMITTED, CLAIMED]),
        (Selection(text="9,000", stance=("unverified",)), [CLAIMED]),
        (Selection(since=dt.date(2024, 5, 3)), [DEAD, SCHOOLS, DRY]),
        (Selection(until=dt.date(2022, 3, 3)), [ADMITTED, CLAIMED, SCHOOLS, DRY]),
        (Selection(review=("approved",)), []),
        (Selection(document_id="none"), []),
    ],
    ids=str,
)
def test_a_selection_narrows(situation: Situation, selection: Selection, expected: list):
    assert ids(situation.facts(selection)) == ids(expected)


def test_every_table_has_its_columns_also_when_there_is_nothing(situation: Situation):
    for desk in (situation, Situation(open_store("sqlite://"))):
        for name, columns in TABLES.items():
            frame = desk.table(name)
            assert {c: str(d) for c, d in frame.dtypes.items()} == {c.name: c.dtype for c in columns}, name


def test_a_table_that_does_not_exist_is_said_in_one_sentence(situation: Situation):
    with pytest.raises(WrongValue, match="choose one of figures, conditions"):
        situation.table("history")


def test_rivals_are_contested_and_the_evidence_shows_both(situation: Situation):
    evidence = situation.evidence(ADMITTED.fact_id)
    assert evidence.document == ARMIES
    assert evidence.question is not None
    assert evidence.question.standing == "contested"
    assert "opposing" in evidence.question.reason
    assert ids(evidence.rivals) == [CLAIMED.fact_id]
    assert situation.evidence(DRY.fact_id).question is None
    assert list(situation.figures(Selection(claimant=("Russia",)))["standing"]) == ["contested"]


def test_a_comparison_under_a_selection_keeps_all_claims_of_its_questions(situation: Situation):
    (question,) = situation.comparison(Selection(claimant=("Russia",))).questions
    assert {claim.claimant for claim in question.claims} == {"Russia", "Ukraine"}
    assert list(situation.claims(Selection(place=("Osh",)))["measure"].sort_values()) == ["facilities_damaged", "killed"]


def test_documents_are_counted(situation: Situation):
    frame = situation.documents()
    assert frame[["document_id", "figures", "conditions", "denials"]].values.tolist() == [["armies", 2, 0, 0], ["flood", 2, 1, 0]]
    assert list(situation.documents(Selection(place=("Osh",)))["document_id"]) == ["flood"]


def test_what_does_not_exist_is_said_in_one_sentence(situation: Situation):
    for ask in (situation.evidence, situation.fact, situation.document):
        with pytest.raises(UnknownFact, match=r"There is no (fact|document) 'none'"):
            ask("none")


# --- deciding


def test_a_correction_is_seen_in_table_csv_history_and_is_gone_when_undone(situation: Situation):
    row = situation.correct(DEAD.fact_id, "value", "13", **SIGNED, version=0)
    (shown,) = from_csv(to_csv(situation.figures(Selection(measure=("killed",), place=("Osh",))), "figures"), "figures").to_dict(
        "records"
    )
    assert (shown["value"], shown["low"], shown["high"], shown["in_words"]) == (13, 13, 13, "13")
    assert (shown["was_value"], shown["was_low"], shown["was_high"], shown["corrected"]) == (12, 12, 12, True)
    assert shown["number"] == "12"
    assert situation.history(DEAD.fact_id) == [row]
    assert list(situation.corrections()["why"]) == ["the ministry's list"]
    situation.undo(row.correction_id, who="Bo", why="the list was wrong")
    (shown,) = situation.figures(Selection(measure=("killed",), place=("Osh",))).to_dict("records")
    assert (shown["value"], shown["corrected"]) == (12, False)
    assert pd.isna(shown["was_value"])
    assert [r.who for r in situation.history(DEAD.fact_id)] == ["Ada", "Bo"]


def test_a_corrected_fact_is_found_where_it_now_belongs(situation: Situation):
    situation.correct(SCHOOLS.fact_id, "measure", "attacks", **SIGNED)
    assert numbers(situation, Selection(measure=("attacks",))) == ["7"]
    assert numbers(situation, Selection(measure=("facilities_damaged",))) == []
    assert [q.measure for q in situation.comparison().questions if SCHOOLS.fact_id in q.facts] == ["attacks"]


def test_another_place_does_not_keep_the_old_places_coordinates(situation: Situation):
    situation.correct(DEAD.fact_id, "place", "the old school", **SIGNED)
    fact = situation.fact(DEAD.fact_id).fact
    assert (fact.place, fact.latitude, fact.longitude, fact.country) == ("the old school", None, None, None)
    situation.change(DEAD.fact_id, {"country": "KGZ", "latitude": "40.93", "place": "Jalalabad"}, **SIGNED)
    fact = situation.fact(DEAD.fact_id).fact
    assert (fact.place, fact.latitude, fact.longitude, fact.country) == ("Jalalabad", 40.93, None, "KGZ")


def test_another_place_has_the_coordinates_that_the_gazetteer_knows_until_it_is_undone(situation: Situation):
    row = situation.correct(DEAD.fact_id, "place", "Jalal-Abad", **SIGNED)
    fact = situation.fact(DEAD.fact_id).fact
    assert (fact.country, fact.admin1, fact.latitude, fact.longitude) == ("KGZ", "Jalal-Abad", 40.945, 72.993)
    situation.undo(row.correction_id, **SIGNED)
    fact = situation.fact(DEAD.fact_id).fact
    assert (fact.place, fact.latitude, fact.longitude, fact.country) == ("Osh", 40.5, 72.8, "KGZ")


def test_a_country_that_is_given_decides_which_place_is_meant(situation: Situation):
    situation.change(DEAD.fact_id, {"place": "Jalalabad", "country": "AFG"}, **SIGNED)
    fact = situation.fact(DEAD.fact_id).fact
    assert (fact.country, fact.admin1, round(fact.latitude or 0)) == ("AFG", "Nangarhar", 34)


def test_a_rejected_figure_no_longer_counts_and_can_come_back(situation: Situation):
    row = situation.reject(CLAIMED.fact_id, **SIGNED)
    assert numbers(situation, Selection(document_id="armies")) == ["500"]
    assert situation.evidence(ADMITTED.fact_id).question.standing == "single_source"
    rejected = situation.figures(Selection(document_id="armies", include_rejected=True))
    assert list(rejected["review"]) == ["extracted", "rejected"]
    assert list(situation.corrections(Selection(document_id="armies"))["action"]) == ["reject"]
    assert situation.evidence(CLAIMED.fact_id).question is None
    situation.undo(row.correction_id, **SIGNED)
    assert situation.evidence(ADMITTED.fact_id).question.standing == "contested"


def test_approving_twice_is_said_in_one_sentence(situation: Situation):
    situation.approve(DEAD.fact_id, **SIGNED)
    with pytest.raises(WrongValue, match="This figure is already approved"):
        situation.approve(DEAD.fact_id, **SIGNED)
    assert list(situation.figures(Selection(review=("approved",)))["number"]) == ["12"]


def test_conditions_and_denials_are_corrected_too(situation: Situation):
    russia = document()
    situation.store.add(russia, [denial()])
    situation.change(DRY.fact_id, {"state": "restored", "place": "Jalal-Abad"}, **SIGNED)
    situation.correct(denial().fact_id, "claimant", "the Kremlin", **SIGNED)
    (shown,) = situation.conditions().to_dict("records")
    assert (shown["state"], shown["place"], shown["original"]) == (
        "restored",
        "Jalal-Abad",
        "place: Osh; country: nothing; admin1: nothing; latitude: nothing; longitude: nothing; state: present",
    )
    assert list(situation.denials()["claimant"]) == ["the Kremlin"]
    with pytest.raises(WrongValue, match="'value' of a condition cannot be corrected"):
        situation.correct(DRY.fact_id, "value", "3", **SIGNED)


def test_what_others_write_is_seen_at_the_next_question(tmp_path: Path):
    url = f"sqlite:///{tmp_path / 'humsit.db'}"
    mine, theirs = Situation(open_store(url)), Situation(open_store(url))
    mine.store.add(FLOOD, [DEAD])
    before = mine.revision
    assert numbers(theirs) == ["12"]
    theirs.correct(DEAD.fact_id, "value", "13", **SIGNED)
    assert mine.revision > before
    assert list(mine.figures()["value"]) == [13]


def test_one_desk_serves_many_threads(tmp_path: Path):
    situation = Situation(open_store(f"sqlite:///{tmp_path / 'humsit.db'}"))
    situation.store.add(FLOOD, [DEAD, DRY])
    failed: list[BaseException] = []

    def visit(name: int) -> None:
        try:
            for n in range(5):
                situation.correct(DEAD.fact_id, "hedge", f"{name}-{n}", **SIGNED)
                assert len(situation.figures()) == 1
                assert len(situation.evidence(DEAD.fact_id).history) > n
        except BaseException as reason:
            failed.append(reason)

    visitors = [threading.Thread(target=visit, args=(name,)) for name in range(4)]
    for visitor in visitors:
        visitor.start()
    for visitor in visitors:
        visitor.join()
    assert not failed
    assert len(situation.history(DEAD.fact_id)) == 20
    situation.close()


# --- with the reader


@pytest.fixture(scope="module")
def seeded(tmp_path_factory: pytest.TempPathFactory):
    desk = open_situation(f"sqlite:///{tmp_path_factory.mktemp('seeded') / 'humsit.db'}", seeds=SEEDS)
    yield desk
    desk.close()


def test_an_empty_store_starts_from_the_seeds_and_only_an_empty_one(tmp_path: Path):
    url = f"sqlite:///{tmp_path / 'humsit.db'}"
    first = open_situation(url, seeds=SEEDS)
    frame = first.documents()
    assert frame[["publisher", "agency"]].values.tolist() == [["Shafaq News", "Reuters"]]
    assert len(first.figures()) > 5
    revision = first.revision
    first.close()
    other = tmp_path / "other"
    other.mkdir()
    (other / "report.txt").write_text("Nine people were killed at Osh.")
    again = open_situation(url, seeds=other)
    assert again.revision == revision
    assert len(again.documents()) == 1


def test_a_seed_that_cannot_be_read_is_said(tmp_path: Path):
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "empty.txt").write_text("")
    with pytest.raises(HumsitError, match=r"empty\.txt"):
        open_situation("sqlite://", seeds=tmp_path / "seeds")


def test_the_seeds_soldiers_are_contested(seeded: Situation):
    soldiers = seeded.figures(Selection(standing=("contested",)))
    assert set(soldiers["claimant"]) == {"Russia", "Ukraine"}
    assert set(soldiers["in_words"]) == {"nearly 500", "nearly 9,000"}


def test_a_pasted_text_shows_its_figures_and_a_second_time_changes_nothing():
    situation = open_situation("sqlite://")
    report = document("Officials said 41 people were killed in Goma on Monday. Goma has no water.", document_id="goma")
    assert [fact.kind for fact in situation.preview(report)].count("figure") == 1
    assert situation.figures().empty
    added = situation.add(report)
    assert (added.new, added.figures, added.conditions, added.document) == (True, 1, 1, report)
    assert numbers(situation) == ["41"]
    revision = situation.revision
    again = situation.add(report)
    assert (again.new, again.figures, again.conditions) == (False, 1, 1)
    assert situation.revision == revision


def test_text_that_no_store_can_hold_is_kept_with_true_offsets():
    situation = open_situation("sqlite://")
    situation.add(Document(document_id="odd", text="A\x00B \ud83d 🧍 said 41 people were killed in Goma.", title="\x00"))
    kept = situation.document("odd")
    assert kept.text == "A\ufffdB \ufffd 🧍 said 41 people were killed in Goma."
    (corrected,) = [c for c in situation.document_facts("odd") if isinstance(c.fact, Figure)]
    assert kept.text[corrected.fact.start : corrected.fact.end] == "41"
    with pytest.raises(WrongValue, match="needs an id and a text"):
        situation.add(Document(document_id=" ", text="41 people were killed."))


def test_reading_again_keeps_corrections_and_counts_the_homeless():
    situation = open_situation("sqlite://")
    report = document("Officials said 41 people were killed in Goma on Monday.", document_id="goma")
    situation.add(report)
    (corrected,) = situation.facts()
    situation.correct(corrected.fact_id, "value", "43", **SIGNED)
    reread = situation.reread()
    assert (reread.documents, reread.found, reread.gained, reread.lost, reread.homeless) == (1, 1, 0, 0, 0)
    assert list(situation.figures()["value"]) == [43]
    lost = figure("41", of=report, fact_id="read-by-an-older-reader")
    situation.store.replace_facts("goma", [lost])
    row = situation.correct(lost.fact_id, "value", "45", **SIGNED)
    reread = situation.reread()
    assert (reread.found, reread.gained, reread.lost, reread.homeless) == (1, 1, 1, 1)
    assert situation.homeless() == [row]
    assert "45" in list(situation.corrections()["now"])


def test_a_missed_figure_is_added_from_its_words():
    situation = open_situation("sqlite://")
    report = document("Volunteers counted a further 17 graves near the school.", document_id="graves")
    situation.add(report)
    start = report.text.index("17")
    assert "killed" not in [getattr(fact.fact, "measure", "") for fact in situation.document_facts("graves")]
    added = situation.add_figure("graves", start, start + 2, measure="killed", place="the school", **SIGNED)
    (shown,) = situation.figures(Selection(include_other=False)).to_dict("records")
    assert (shown["fact_id"], shown["value"], shown["measure"], shown["origin"]) == (added.fact_id, 17, "killed", "analyst")
    assert [row.action for row in situation.history(added.fact_id)] == ["add"]
    with pytest.raises(WrongValue, match="already"):
        situation.add_figure("graves", start, start + 2, measure="killed", **SIGNED)
    situation.reread()
    assert numbers(situation) == ["17"]
    assert situation.check() == []
    situation.undo(situation.history(added.fact_id)[0].correction_id, **SIGNED)
    assert numbers(situation, Selection(measure=("killed",))) == []
    with pytest.raises(ProofFailed):
        situation.add_figure("graves", start, start + 2, measure="killed", value=71, low=71, high=71, **SIGNED)
    with pytest.raises(WrongValue, match="'Volunteers' is not one number"):
        situation.add_figure("graves", 0, 10, measure="killed", **SIGNED)


def test_a_sound_store_has_no_problems_and_a_fact_that_its_words_do_not_prove_is_found(seeded: Situation):
    assert seeded.check() == []
    situation = open_situation("sqlite://")
    situation.store.add(FLOOD, [figure("12", of=FLOOD, value=21, low=21, high=21)])
    (problem,) = situation.check()
    assert situation.facts()[0].fact_id in problem


def test_a_hostile_text_is_data_and_nothing_else():
    situation = open_situation("sqlite://")
    text = "=cmd|' /C calc'!A0 said 41 people were killed in Goma. <img src=http://evil/x> '; DROP TABLE facts; -- **bold**"
    situation.add(document(text, document_id="=1+1", title="@SUM(A1)", publisher="+x"))
    (corrected,) = situation.facts()
    situation.correct(corrected.fact_id, "claimant", "=HYPERLINK(1)", who="=Ada", why="-why")
    for name in ("figures", "documents", "corrections"):
        frame = situation.table(name)
        written = to_csv(frame, name)
        assert not any(
            cell.lstrip('"').startswith(("=", "+", "@")) for line in written.splitlines() for cell in line.split(",")[:1]
        )
        pd.testing.assert_frame_equal(from_csv(written, name), frame)
    assert situation.document("=1+1").text == text
    assert json.loads(json.dumps(situation.figures()["claimant"].tolist())) == ["=HYPERLINK(1)"]
