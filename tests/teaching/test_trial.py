"""Trying a row: which facts of kept reports it would gain, lose or change, with nothing kept and corrections not forgotten."""

from __future__ import annotations

from pathlib import Path

import pytest
from builders import document

from humsit.records import WrongValue
from humsit.situation import Situation, open_situation
from humsit.teaching import Change, Effect, lines_of, notes_on, try_rows, written_rows
from humsit.vocabulary import Placed

REPORT = "The mayor said nine people were frobnicated in Tamale. Nearly 500 rebels were killed in Bole. There was no water in Wa."
FROBNICATE = "frobnicate,injured,verb,people,Nine people were frobnicated in Tamale."
NEARLY = "nearly,more_than,before,Nearly 40 people were killed."
NO_FIGURE = "rebels,after,a side,There were 40 rebels."


@pytest.fixture
def desk() -> Situation:
    situation = open_situation("sqlite://")
    situation.add(document("It rained in Accra.", document_id="dry"))
    situation.add(document(REPORT, document_id="wet", publisher="The Echo"))
    return situation


def rows_of(name: str, *rows: str) -> list[Placed]:
    written, problems = written_rows(name, "\n".join(rows).encode(), Path("nowhere"))
    assert problems == []
    return written


def tried(desk: Situation, name: str, *rows: str) -> list[Change]:
    return list(try_rows(desk, name, rows_of(name, *rows)))


def fact(desk: Situation, number: str) -> str:
    return next(one.fact_id for one in desk.document_facts("wet") if getattr(one.fact, "number", "") == number)


def effects(changes: list[Change]) -> list[tuple[str, str]]:
    """Effect and words of each change."""
    facts = [(change.effect, change.after or change.before) for change in changes]
    return [(str(effect), getattr(of, "number", getattr(of, "phrase", ""))) for effect, of in facts]


def test_a_word_that_nobody_knew_gains_its_figure(desk: Situation) -> None:
    (gained,) = tried(desk, "measures", FROBNICATE)
    assert gained.effect is Effect.GAINED
    assert gained.document.document_id == "wet"
    first, sentence = lines_of(gained)
    assert first == "gains “nine”: injured, 9, people, at Tamale, says The mayor (measure other → injured)"
    assert sentence == "in “The mayor said nine people were frobnicated in Tamale.”"


def test_another_reading_of_known_words_is_a_change_from_to(desk: Situation) -> None:
    (changed,) = tried(desk, "qualifiers", NEARLY)
    assert changed.fields == {"value": ("nearly 500", "more than 500")}
    assert next(lines_of(changed)) == "changes “500”: value nearly 500 → more than 500"


def test_a_word_that_makes_numbers_no_figures_loses_them(desk: Situation) -> None:
    (lost,) = tried(desk, "not_figures", NO_FIGURE)
    assert (lost.effect, lost.after) == (Effect.LOST, None)
    assert next(lines_of(lost)) == "loses “500”: killed, nearly 500, rebels, at Bole, says the report itself"


def test_conditions_are_facts_too(desk: Situation) -> None:
    desk.add(document("Tamale is under a frobnication.", document_id="third"))
    row = "under a frobnication,besieged,present,at,Tamale is under a frobnication."
    (gained,) = tried(desk, "conditions", row)
    assert next(lines_of(gained)) == "gains “under a frobnication”: besieged present, at Tamale, says the report itself"


def test_several_rows_are_tried_at_once_and_reports_come_in_order(desk: Situation) -> None:
    desk.add(document("Forty people were frobnicated in Wa, and 12 were mimsied in Bole.", document_id="later"))
    both = tried(desk, "measures", FROBNICATE, "mimsy,killed,verb,people,Nine people were mimsied in Tamale.")
    # what the words around a number make likely may have had a guess before the list knows better
    assert {effect for effect, _ in effects(both)} <= {"gained", "changed"}
    assert sorted(words for _, words in effects(both)) == ["12", "Forty", "nine"]
    order = [change.document.document_id for change in both]
    assert order == sorted(order, key=[kept.document_id for kept in desk.store.documents()].index)


def test_nothing_is_kept_and_progress_is_told(desk: Situation) -> None:
    before, seen = desk.facts(), []
    assert list(try_rows(desk, "measures", rows_of("measures", FROBNICATE), seen.append))
    assert seen == [1, 2]
    assert desk.facts() == before
    assert desk.reread().gained == 0


def test_the_trial_foretells_what_adding_the_row_and_reading_again_does(tmp_path: Path) -> None:
    own = tmp_path / "vocabulary"
    own.mkdir()
    situation = open_situation("sqlite://", own_words=own)
    situation.add(document(REPORT, document_id="wet"))
    foretold = {change.after for name, row in TOGETHER for change in tried(situation, name, row)} - {None}
    for name, row in TOGETHER:
        header = {"measures": "words,measure,role,of,example", "qualifiers": "words,qualifier,position,example"}[name]
        (own / f"{name}.csv").write_text(f"{header}\n{row}\n")
    situation.reread()
    assert len(foretold) == 2
    assert foretold <= {one.fact for one in situation.facts()}


TOGETHER = [("measures", FROBNICATE), ("qualifiers", NEARLY)]


def test_a_correction_on_a_fact_that_would_be_lost_is_said(desk: Situation) -> None:
    desk.correct(fact(desk, "500"), "value", "510", who="Ada", why="the list")
    undone = desk.correct(fact(desk, "500"), "place", "Wa", who="Ada", why="the map")
    desk.undo(undone.correction_id, who="Ada", why="no")
    (lost,) = tried(desk, "not_figures", NO_FIGURE)
    assert [row.field for row in lost.losing] == ["value"]
    assert list(lines_of(lost))[2:] == ["correction 1, Ada: correct value 500 → 510: would lose its fact"]
    desk.store.replace_facts("wet", [])
    assert [row.fact_id for row in desk.homeless()][:1] == [lost.losing[0].fact_id]


def test_a_correction_on_a_fact_that_changes_or_is_found_again_is_said_to_stay(desk: Situation) -> None:
    desk.approve(fact(desk, "500"), who="Ada", why="read")
    (changed,) = tried(desk, "qualifiers", NEARLY)
    assert list(lines_of(changed))[2:] == ["correction 1, Ada: approve: stays"]
    assert changed.losing == []


def test_a_figure_that_was_added_by_hand_is_said_to_be(desk: Situation) -> None:
    start = REPORT.index("nine")
    desk.add_figure("wet", start, start + 4, who="Ada", why="missed", measure="injured", place="Tamale")
    (gained,) = tried(desk, "measures", FROBNICATE)
    assert list(lines_of(gained))[2:] == ["correction 1, Ada: added by hand, and stays as it was added"]


def test_words_that_grow_are_one_change_and_the_correction_on_them_loses_its_fact(desk: Situation) -> None:
    desk.add(document("Two grillion people were displaced in Wa.", document_id="grown"))
    two = next(one.fact_id for one in desk.document_facts("grown"))
    desk.approve(two, who="Ada", why="read")
    (changed,) = tried(desk, "numbers", "grillion,scale,1000,1000,Two grillion people were displaced.")
    assert changed.fields["words"] == ("Two", "Two grillion")
    assert len(changed.losing) == 1


@pytest.mark.parametrize(
    ("name", "row", "said"),
    [
        (
            "measures",
            "die,killed,subject,people,Nine people sang in Tamale.",
            "the example does not prove 'die': it reads other,",
        ),
        (
            "things",
            "man,vehicles,,,no,Nine people came to Tamale.",
            "the example does not prove 'man': its unit is read as 'people'",
        ),
    ],
)
def test_a_row_that_its_example_does_not_prove_is_refused_by_file_and_row(
    desk: Situation, name: str, row: str, said: str
) -> None:
    with pytest.raises(WrongValue, match=rf"^nowhere/{name}\.csv, row 2: {said}"):
        try_rows(desk, name, rows_of(name, row))


def test_a_row_is_numbered_as_if_it_were_added_and_a_files_rows_as_they_stand_in_it(tmp_path: Path) -> None:
    header = "words,measure,role,of,example"
    (tmp_path / "measures.csv").write_text(f"{header}\n{FROBNICATE}\n")
    bad = FROBNICATE.replace("injured", "hurt").encode()
    named = [written_rows("measures", bad, tmp_path)]
    named += [written_rows("measures", given, tmp_path, "rows.csv") for given in (bad, header.encode() + b"\n" + bad)]
    assert [str(problems[0]).partition(":")[0] for _, problems in named] == [
        f"{tmp_path}/measures.csv, row 3",
        "rows.csv, row 1",
        "rows.csv, row 2",
    ]


def test_a_first_row_may_name_the_columns_in_another_order() -> None:
    rows = rows_of("abbreviations", "example,words", "They met Rev. Owusu there.,rev")
    assert rows[0].row == {"words": "rev", "example": "They met Rev. Owusu there."}


def test_a_list_that_is_none_is_a_wrong_call() -> None:
    with pytest.raises(WrongValue, match="'measure' is the name of no word list: the lists are abbreviations, claimants,"):
        written_rows("measure", FROBNICATE.encode(), Path("nowhere"))


def test_rows_that_stand_in_the_lists_already_are_told(tmp_path: Path) -> None:
    (tmp_path / "qualifiers.csv").write_text(f"words,qualifier,position,example\n{NEARLY.replace('nearly', 'hardly')}\n")
    situation = open_situation("sqlite://", own_words=tmp_path)
    hardly = NEARLY.replace("nearly", "hardly")
    other, new = hardly.replace("more_than", "at_most"), NEARLY.replace("nearly", "barely")
    built_in, same, own = (
        note
        for row in (NEARLY, hardly, other, new)
        for note in notes_on(situation, "qualifiers", rows_of("qualifiers", row), tmp_path)
    )
    assert built_in.startswith("'nearly' takes the place of the built-in row 'nearly,nearly,before,")
    assert same == "'hardly' stands in qualifiers.csv already, word for word."
    assert own == "'hardly' stands in row 2 of your qualifiers.csv: change that row, two of them would be a problem."
