"""Every row of every word list is proved by its own example, and whatever a team writes into a list is named or read."""

from __future__ import annotations

import csv
import io
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from humsit.facts.find import find_facts
from humsit.records import Document, Figure
from humsit.teaching import why_unproved
from humsit.teaching.examples import OF_CONTEXT, OF_LIST
from humsit.vocabulary import LISTS, Vocabulary, load_vocabulary, rows_of
from humsit.vocabulary.rows import read_lists

VOCABULARY = load_vocabulary()


def test_every_list_and_every_kind_of_context_has_a_proof() -> None:
    assert set(OF_LIST) | {"verb_forms", "context_words"} == set(LISTS)
    assert {row["kind"] for row in VOCABULARY.rows["context_words"]} <= set(OF_CONTEXT)


def test_no_built_in_row_has_a_problem() -> None:
    assert [str(problem) for problem in VOCABULARY.problems] == []


@pytest.mark.parametrize("name", VOCABULARY.rows)
def test_every_row_is_proved_by_its_example(name: str) -> None:
    unproved = {" / ".join(row.values()): why for row in VOCABULARY.rows[name] if (why := why_unproved(name, row, VOCABULARY))}
    assert unproved == {}


@pytest.mark.parametrize("name", [name for name in LISTS if name not in ("verb_forms", "context_words", "place_words")])
def test_an_example_of_something_else_proves_no_row(name: str) -> None:
    other = "The sun shone on 3 March. It was warm."
    row = next(row for row in VOCABULARY.rows[name] if "…" not in row[LISTS[name].columns[0]])
    assert ";" in why_unproved(name, row | {"example": other}, VOCABULARY), "it says what is wrong; and how to mend it"


@pytest.mark.parametrize("kind", sorted({row["kind"] for row in VOCABULARY.rows["context_words"]}))
@pytest.mark.parametrize("with_the_word", [False, True])
def test_an_example_of_something_else_proves_no_word_of_context(kind: str, with_the_word: bool) -> None:
    row = next(row for row in VOCABULARY.rows["context_words"] if row["kind"] == kind)
    other = f"{row['words'].title()}. Tamale is under siege. " if with_the_word else ""
    other += "Nine families are staying in a school, and 12 in a camp."
    assert ";" in why_unproved("context_words", row | {"example": other}, VOCABULARY)


@pytest.mark.parametrize("kind", sorted({row["kind"] for row in VOCABULARY.rows["place_words"]}))
def test_an_example_of_something_else_proves_no_word_of_places(kind: str) -> None:
    row = next(row for row in VOCABULARY.rows["place_words"] if row["kind"] == kind)
    for other in ("It rained in Accra.", f"It rained in Accra, in Bole. {row['words']}."):
        assert ";" in why_unproved("place_words", row | {"example": other}, VOCABULARY)


PHRASES_THAT_NEED_SOMETHING = [row for row in VOCABULARY.rows["speech"] if row["needs"]]


def test_words_of_saying_that_need_a_known_speaker_make_no_claim_of_others() -> None:
    assert PHRASES_THAT_NEED_SOMETHING
    for row in PHRASES_THAT_NEED_SOMETHING:
        text = row["example"].replace("The mayor", "The rain").replace("The mission", "The rain")
        for fact in find_facts(Document(document_id="d", text=text), VOCABULARY):
            assert "rain" not in fact.claimant, (
                f"speech.csv: {row['words']!r} needs {row['needs']!r}, yet the rain claims something"
            )


@pytest.mark.parametrize("row", [row for row in VOCABULARY.rows["context_words"] if row["kind"] == "no_shelter"], ids=str)
def test_whoever_stays_at_a_shelter_instead_is_sheltered(row: dict[str, str]) -> None:
    text = row["example"].replace(row["words"], "school")
    facts = find_facts(Document(document_id="d", text=text), VOCABULARY)
    assert [fact.measure for fact in facts if isinstance(fact, Figure)] == ["sheltered"], "the example must be one of staying"


# --- a team's own lists

HEADER = "words,measure,role,of,example\n"
PERISH = "perish,killed,subject,people,Nine people perished in Tamale.\n"


def problems(folder: Path, content: str | bytes, name: str = "measures.csv") -> list[str]:
    """What is wrong with a list of a team's own, without the folder's name."""
    (folder / name).write_bytes(content.encode() if isinstance(content, str) else content)
    return [str(problem).removeprefix(f"{folder}/") for problem in read_lists(folder)[1]]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        pytest.param(
            "", "row 1: there is nothing here; write the names of the columns: words,measure,role,of,example", id="empty"
        ),
        pytest.param(
            "words,measure,role,of\n", "row 1: the column example is missing from the first row; add it", id="no column"
        ),
        pytest.param(
            HEADER.replace(",", ";"), "row 1: the cells are kept apart by semicolons; save the file again", id="semicolons"
        ),
        pytest.param(HEADER.replace(",", "\t"), "row 1: the cells are kept apart by tabs; save the file again", id="tabs"),
        pytest.param(
            HEADER + PERISH.replace("killed", "slain"), "row 2: 'slain' is no measure; choose one of killed,", id="value"
        ),
        pytest.param(
            HEADER + PERISH.replace("killed", ""), "row 2: the cell 'measure' is empty; choose one of killed", id="no value"
        ),
        pytest.param(
            HEADER + PERISH.replace("people,", "persons,"), "row 2: 'persons' in 'of' is no unit; choose from", id="unit"
        ),
        pytest.param(
            HEADER + PERISH.replace("perish,", ","), "row 2: the cell 'words' is empty; write the words there", id="words"
        ),
        pytest.param(
            HEADER + "perish,killed,subject,people,\n", "row 2: the cell 'example' is empty; write a sent", id="example"
        ),
        pytest.param(HEADER + "perish\n", "row 2: the cell 'measure' is empty; choose one of", id="too few cells"),
        pytest.param(
            HEADER + PERISH.replace("Nine ", "Here, nine "), "row 2: there are 6 cells for 5 columns; put quot", id="comma"
        ),
        pytest.param(
            HEADER + PERISH + "\n" + PERISH, "row 4: 'perish / killed / subject / people' stands in row 2 already", id="twice"
        ),
        pytest.param(
            HEADER + '"' + PERISH + PERISH, "row 2: a cell runs on into the next line; close its quotation", id="open quote"
        ),
        pytest.param(
            (HEADER + PERISH + "né").encode("cp1252"), "row 3: this is no UTF-8; save the file again as CSV in", id="cp1252"
        ),
        pytest.param(
            (HEADER + PERISH).encode("utf-16"), "row 1: this is no UTF-8; save the file again as CSV in UTF-8", id="utf-16"
        ),
    ],
)
def test_a_problem_is_named_by_file_row_and_mend(tmp_path: Path, content: str | bytes, said: str) -> None:
    (problem,) = problems(tmp_path, content)
    assert problem.startswith(f"measures.csv, {said}")


@pytest.mark.parametrize(
    ("name", "row", "said"),
    [
        ("numbers", "umpteen,vague,many,99,Umpteen died.", "'many' in 'low' is no number; write it in digits"),
        ("numbers", "umpteen,vague,13,nan,Umpteen died.", "'nan' in 'high' is no number; write it in digits"),
        ("numbers", "umpteen,vague,99,13,Umpteen died.", "'low' 99 is above 'high' 13; write the lower one first"),
        ("periods", "shrovetide,day,1.5,Twelve died at shrovetide.", "'1.5' in 'value' is no whole number; write it in digits"),
        ("periods", "brumaire,month,13,Twelve died in Brumaire.", "'13' is the value of no month; write 1 to 12"),
        ("hedges", "neither…,unverified,Neither can be.", "'…' stands between two halves; write words before and after it"),
        ("plurals", "sheaf,,Nine sheaves.", "the cell 'plural' is empty; write what belongs there"),
    ],
)
def test_what_no_word_can_be_is_named(tmp_path: Path, name: str, row: str, said: str) -> None:
    content = f"{','.join(LISTS[name].columns)}\n{row}\n"
    assert problems(tmp_path, content, f"{name}.csv") == [f"{name}.csv, row 2: {said}"]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("measure.csv", "no list has this name; the lists are abbreviations, "),
        ("Measures.csv", "only measures.csv is read; rename it"),
        ("measures.CSV", "only measures.csv is read; rename it"),
        ("measures.xlsx", "only measures.csv is read; save it as that"),
    ],
)
def test_a_file_that_nobody_reads_is_named(tmp_path: Path, name: str, said: str) -> None:
    (problem,) = problems(tmp_path, HEADER, name)
    assert problem.startswith(f"{name}: {said}")


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_a_list_that_may_not_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "measures.csv").touch(mode=0o000)
    load_vocabulary.cache_clear()
    assert "cannot be read" in str(load_vocabulary(tmp_path).problems[0])


def test_notes_hidden_files_and_further_columns_are_no_problem(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("ours")
    (tmp_path / ".~lock.measures.csv").touch()
    assert problems(tmp_path, "\ufeffnote, words ,measure,role,of,example\r\nours," + PERISH) == []
    assert VOCABULARY.rows["measures"][-1]["words"] != "perish"
    load_vocabulary.cache_clear()
    assert load_vocabulary(tmp_path).rows["measures"][-1]["words"] == "perish"


def test_a_row_with_a_problem_is_left_out_and_the_others_count(tmp_path: Path) -> None:
    content = HEADER + PERISH.replace("killed", "slain") + PERISH.replace("perish,", "croak,")
    assert len(problems(tmp_path, content)) == 1
    load_vocabulary.cache_clear()
    own = [row["words"] for row in load_vocabulary(tmp_path).rows["measures"]][len(VOCABULARY.rows["measures"]) :]
    assert own == ["croak"]


CELLS = st.one_of(st.text(max_size=12), st.sampled_from(["", "x", "not x", "…", "a…b", ";", "people", "A; ;B", "12", "-1", "Y"]))


@given(st.data())
def test_whatever_stands_in_a_row_it_is_named_or_can_be_used(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(sorted(LISTS)))
    form = LISTS[name]
    cells = [data.draw(st.sampled_from(form.choices[c]) if c in form.choices else CELLS) for c in form.columns]
    written = io.StringIO()
    csv.writer(written).writerows([form.columns, cells])
    good, bad = rows_of(name, "own.csv", written.getvalue().encode("utf-8", "surrogatepass"))
    assert len(good) + len(bad) == any(cells)
    if good:
        few = {other: rows if other in ("verb_forms", "plurals") else rows[:20] for other, rows in VOCABULARY.rows.items()}
        assert Vocabulary(few).knowing(name, [good[0].row]).lexicon is not None
