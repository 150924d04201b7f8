"""Reviewed reports as gold: what a correction makes of the reader's error, and what is left out for which reason."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from builders import condition, document, figure
from calls import Run, caller

from humsit.accuracy import evaluate
from humsit.gold import read_gold
from humsit.output import json_line
from humsit.records import Measure
from humsit.situation import Situation, mark_confidential, open_situation
from humsit.situation.as_gold import BY_HAND, NOT_THE_WORDS, OTHER_REJECTION, SECRET, UNDECIDED, GoldCases
from humsit.situation.by_hand import Told, enter_by_hand
from humsit.situation.review import APPROVED, ELSEWHERE, NO_SUCH, REPORT_WRONG

REPORT = document(
    "Medics said 22 people died at Osh, 22 of them on Sunday. Nearly 500 fled Osh; about 30 are 77 years old. There is no water.",
    publisher="The Echo",
    published=dt.date(2024, 5, 3),
)
FIRST = figure("22", REPORT, place="Osh", claimant="Medics")
FLED = figure("500", REPORT, place="Osh", measure="displaced", qualifier="nearly", value=500, low=475, high=500, claimant="")
ABOUT = figure("30", REPORT, place="", qualifier="approximately", value=30, low=28.5, high=31.5, claimant="")
AGE = figure("77", REPORT, place="")
DRY = condition(of=REPORT, place="Osh", claimant="")
ADA = {"who": "Ada", "why": APPROVED}


@pytest.fixture
def situation() -> Situation:
    desk = open_situation("sqlite://")
    desk.store.add(REPORT, [FIRST, FLED, ABOUT, AGE, DRY])
    return desk


def reviewed(situation: Situation) -> Situation:
    """All of it decided: one correct, one corrected, one rejected as misread, one figure added."""
    for fact in (FIRST, ABOUT, DRY):
        situation.approve(fact.fact_id, **ADA)
    situation.correct(FLED.fact_id, "measure", "evacuated", **ADA)
    situation.approve(FLED.fact_id, **ADA)
    situation.reject(AGE.fact_id, who="Ada", why=NO_SUCH)
    second = REPORT.text.index("22", FIRST.end)
    situation.add_figure(REPORT.document_id, second, second + 2, measure=Measure.KILLED, claimant="Medics", **ADA)
    return situation


def cases(situation: Situation) -> tuple[list[dict], dict[str, int]]:
    found = GoldCases(situation)
    return list(found), dict(found.left_out)


def test_a_reviewed_report_is_gold_as_the_files_have_it(situation: Situation, tmp_path: Path) -> None:
    (case,), left_out = cases(reviewed(situation))
    assert left_out == {}
    path = tmp_path / "gold.jsonl"
    path.write_text(json_line(case), encoding="utf-8")
    (gold,) = read_gold(path)
    assert gold.document.text == REPORT.text
    assert [(one.number, one.nth, one.measure, one.claimant) for one in gold.figures] == [
        ("22", 1, "killed", ("Medics",)),
        ("22", 2, "killed", ("Medics",)),
        ("500", 1, "evacuated", ("",)),
        ("30", 1, "killed", ("",)),
    ]
    assert [(one.low, one.high) for one in gold.figures[2:]] == [(None, 500), (30, 30)], "as the gold writes nearly and about"
    assert [(trap.number, trap.why) for trap in gold.traps] == [("77", NO_SUCH)]
    assert [(one.phrase, one.state) for one in gold.conditions] == [("no water", "present")]
    assert gold.published == dt.date(2024, 5, 3)


def test_a_corrected_misreading_counts_against_the_reader_until_it_reads_so(situation: Situation, tmp_path: Path) -> None:
    (case,), _ = cases(reviewed(situation))
    path = tmp_path / "gold.jsonl"
    path.write_text(json_line(case), encoding="utf-8")
    (gold,) = read_gold(path)
    as_first_read = [FIRST, FLED, ABOUT, AGE, DRY]
    as_corrected = [one.fact for one in situation.facts()]
    before, after = evaluate([gold], {gold.id: as_first_read}), evaluate([gold], {gold.id: as_corrected})
    assert before.found.f1 < after.found.f1 == 1.0
    assert (before.found.right, before.found.read) == (2, 4)
    assert after.record.f1 == after.conditions.f1 == 1.0


@pytest.mark.parametrize(
    ("decide", "reason"),
    [
        (lambda s: s.undo(1, **ADA), UNDECIDED),
        (lambda s: s.correct(FIRST.fact_id, "value", "23", **ADA), NOT_THE_WORDS),
        (lambda s: s.correct(FIRST.fact_id, "place", "Bek", who="Ada", why=REPORT_WRONG), NOT_THE_WORDS),
        (lambda s: s.reject(FIRST.fact_id, who="Ada", why=ELSEWHERE), OTHER_REJECTION),
        (lambda s: s.reject(FIRST.fact_id, who="Ada", why="I do not like it"), OTHER_REJECTION),
        (lambda s: mark_confidential(s, REPORT.document_id, **ADA), SECRET),
    ],
    ids=["undecided", "another number", "the report is wrong", "elsewhere", "a reason of their own", "confidential"],
)
def test_what_says_nothing_of_the_reader_leaves_the_report_out(situation: Situation, decide, reason: str) -> None:
    decide(reviewed(situation))
    assert cases(situation) == ([], {reason: 1})


def test_a_note_by_hand_is_no_case(situation: Situation) -> None:
    told = Told("Dr Aziz", dt.date(2024, 5, 3), "22", Measure.KILLED, "He rang at noon.")
    enter_by_hand(situation, told, **ADA)
    assert cases(situation)[1] == {UNDECIDED: 1, BY_HAND: 1}


def test_the_command_writes_lines_and_says_what_it_left_out(tmp_path: Path) -> None:
    run: Run = caller(tmp_path)
    path = tmp_path / "gold.jsonl"
    said = run("export", "gold", "--output", path)
    assert said.returncode == 0
    assert "0 reports written" in said.stderr
    assert UNDECIDED in said.stderr
    assert path.read_text(encoding="utf-8") == ""
    assert "Left out are" in " ".join(run("export", "--help").stdout.split())
