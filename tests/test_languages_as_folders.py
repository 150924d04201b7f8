"""A language is a folder of word lists: with a small one of Spanish, Spanish reports are read; without it, they are named."""

from __future__ import annotations

import datetime as dt
import json
import shutil
from pathlib import Path

import pytest
from calls import SOME_INPUT_MISSING, caller, complaints, done
from typer.testing import CliRunner

from humsit.commands import words
from humsit.corpus.batches import Batch
from humsit.corpus.reading import own_lists, read_batch, reader_version
from humsit.documents.language import is_read, unread
from humsit.documents.made import document_from_text
from humsit.facts.find import find_facts
from humsit.facts.proof import prove
from humsit.records import Figure, WrongValue
from humsit.teaching import problems_with, still_missing
from humsit.vocabulary import Vocabulary, languages_read, load_vocabulary

SPANISH = {
    "small_words": """words,stands_for,example
el,the,El lunes murieron 12 personas en Tamale.
las,the,Murieron las 9 personas en Tamale.
y,and,Entre 40 y 50 personas murieron en Tamale.
entre,between,Entre 40 y 50 personas murieron en Tamale.
a,to,Murieron 40 a 50 personas en Tamale.
de,of,El 3 de marzo murieron 12 personas.
en,in,Murieron 9 personas en Tamale.
que,that,El alcalde dijo que murieron 9 personas.
fueron,were,9 personas fueron asesinadas en Tamale.
han,have,9 familias han huido.
""",
    "numbers": """words,kind,low,high,example
cuarenta,cardinal,40,40,Murieron cuarenta personas.
dos,cardinal,2,2,Murieron dos personas.
mil,scale,1000,1000,Murieron 2 mil personas.
""",
    "qualifiers": """words,qualifier,position,example
al menos,at_least,before,Al menos 40 personas murieron.
más de,more_than,before,Más de 40 personas murieron.
""",
    "periods": """words,kind,value,example
marzo,month,3,El 3 de marzo murieron 12 personas.
""",
    "things": """words,unit,population_group,measure,firm,example
persona,people,,,no,Murieron 9 personas.
familia,households,,,no,Huyeron 9 familias.
niño,people,children,,no,Murieron 9 niños.
desplazado,people,,displaced,yes,Hay 9 desplazados en Tamale.
herido,people,,injured,yes,Hubo 9 heridos en Tamale.
""",
    "plurals": """singular,plural,example
persona,personas,Murieron 9 personas.
familia,familias,Huyeron 9 familias.
niño,niños,Murieron 9 niños.
desplazado,desplazados,Hay 9 desplazados en Tamale.
herido,heridos,Hubo 9 heridos en Tamale.
""",
    "verb_forms": """base,third,past,participle,ing
asesinar,asesina,asesinó;asesinaron,asesinado;asesinada;asesinados;asesinadas,asesinando
""",
    "measures": """words,measure,role,of,example
murieron,killed,subject,people,Murieron 9 personas en Tamale.
huyeron,displaced,subject,people households,9 familias huyeron.
asesinar,killed,verb,people,9 personas fueron asesinadas en Tamale.
""",
    "place_words": """words,kind,example
en,preposition,Murieron 9 personas en Tamale.
""",
    "speech": """words,kind,stance,example,needs
dijo,verb,reported,El alcalde dijo que murieron 9 personas.,
según,phrase,reported,"Murieron 9 personas, según el alcalde.",
""",
    "claimants": """words,type,example
alcalde,local_authority,"Murieron 9 personas, según el alcalde."
""",
}
REPORT = (
    "Al menos 40 personas murieron en Goma tras el bombardeo de un mercado, según el alcalde.\n\n"
    "Entre 1.200 y 1.500 familias huyeron de la ciudad. Hubo cuarenta y dos heridos en Goma y 300 desplazados en Sake."
)


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A team's own folder of word lists, with one for Spanish in it."""
    folder = tmp_path_factory.mktemp("data") / "vocabulary"
    (folder / "es").mkdir(parents=True)
    for name, rows in SPANISH.items():
        (folder / "es" / f"{name}.csv").write_text(rows, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def vocabulary(own: Path) -> Vocabulary:
    return load_vocabulary(own)


def told(text: str, vocabulary: Vocabulary, language: str | None = None) -> list[tuple[object, ...]]:
    document = document_from_text(text, language=language, published=dt.date(2026, 3, 9))
    figures = [fact for fact in find_facts(document, vocabulary) if isinstance(fact, Figure)]
    for figure in figures:
        prove(figure, text, vocabulary)
    return [(f.number, f.low, f.high, f.measure.value, f.unit.value, f.place, f.claimant) for f in figures]


def test_a_report_is_read_with_the_lists_of_its_language(vocabulary: Vocabulary) -> None:
    assert told(REPORT, vocabulary) == [
        ("40", 40, None, "killed", "people", "Goma", "el alcalde"),
        ("1.200 y 1.500", 1200, 1500, "displaced", "households", "", ""),
        ("cuarenta y dos", 42, 42, "injured", "people", "Goma", ""),
        ("300", 300, 300, "displaced", "people", "Sake", ""),
    ]


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("40 personas fueron asesinadas en Goma.", ("40", 40, 40, "killed", "people", "Goma", "")),
        ("El 3 de marzo murieron 2 mil personas en Goma.", ("2 mil", 2000, 2000, "killed", "people", "Goma", "")),
        ("El alcalde dijo que murieron 12 niños en Goma.", ("12", 12, 12, "killed", "people", "Goma", "El alcalde")),
        ("Hay más de 2.300 desplazados en Goma.", ("2.300", 2300, None, "displaced", "people", "Goma", "")),
    ],
)
def test_small_words_carry_what_is_grammar(vocabulary: Vocabulary, text: str, figure: tuple[object, ...]) -> None:
    assert told(text, vocabulary, "es") == [figure]


def test_each_part_of_a_report_in_two_languages_is_read_in_its_own(vocabulary: Vocabulary) -> None:
    english = "At least 17 people were killed in Bukavu when shells hit the market there, the governor said on Monday."
    found = told(f"{english}\n\n{REPORT}\n\n{english}", vocabulary)
    assert [figure[0] for figure in found] == ["17", "40", "1.200 y 1.500", "cuarenta y dos", "300", "17"]
    assert found[0] == ("17", 17, None, "killed", "people", "Bukavu", "the governor")
    assert told(f"{english}\n\n{REPORT}\n\n{english}", load_vocabulary()) == [found[0], found[-1]]


def test_without_its_lists_a_report_is_named_and_not_read(own: Path) -> None:
    document = document_from_text(REPORT)
    assert document.language == "es"
    assert find_facts(document, load_vocabulary()) == []
    assert unread(document.text, "es") == (
        "This report is in Spanish, which humsit does not read yet: no figures were taken from it."
    )
    assert unread(document.text, "es", languages_read(own)) is None
    assert (is_read("es"), is_read("es", languages_read(own)), is_read(None)) == (False, True, True)


def test_english_is_what_it_was_beside_another_language(vocabulary: Vocabulary) -> None:
    assert vocabulary.rows == load_vocabulary().rows
    assert languages_read() == {"en"}


def test_every_row_of_the_language_is_proved_by_its_example_and_what_is_not_written_yet_is_named(own: Path) -> None:
    assert [str(problem) for problem in problems_with(own, "es")] == []
    missing = still_missing(own, "es")
    assert {"hedges", "conditions", "context_words", "numbers: fraction", "speech: noun"} <= set(missing)
    assert "measures" not in missing
    assert "wound" not in " ".join(missing), "a list that is not there at all is named once"


def test_a_bad_row_of_a_language_and_a_folder_that_is_none_are_named(tmp_path: Path) -> None:
    for name in ("es", "Spanish"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "measures.csv").write_text("words,measure,role,of,example\nmurieron,muerto,subject,people,x\n")
    (problem,) = load_vocabulary(tmp_path, "es").problems
    assert str(problem).startswith(f"{tmp_path}/es/measures.csv, row 2: 'muerto' is no measure; choose one of killed")
    (problem,) = load_vocabulary(tmp_path).problems
    assert str(problem) == (
        f"{tmp_path}/Spanish: no language has this code; name the folder by the language's two letters, such as es for Spanish"
    )


def test_lists_of_a_language_travel_with_a_corpus(own: Path) -> None:
    document = document_from_text(REPORT)
    lists = own_lists(own)
    assert "es/measures.csv" in dict(lists)
    read = read_batch(Batch("one", (document,), ()), reader_version(lists), lists)
    assert (read.part.figures, read.part.strange) == (4, 0)
    unknown = read_batch(Batch("one", (document,), ()), reader_version(()), ())
    assert (unknown.part.figures, unknown.part.documents, unknown.part.strange) == (0, 1, 1)


def test_the_commands_read_a_language_by_its_folder_or_name_it(own: Path, tmp_path: Path) -> None:
    humsit = caller(tmp_path)
    report = tmp_path / "report.txt"
    report.write_text(REPORT, encoding="utf-8")
    said = humsit("read", report, "--format", "jsonl")
    assert (said.returncode, said.stdout) == (SOME_INPUT_MISSING, "")
    (sentence,) = complaints(said)
    assert "is in Spanish, which humsit does not read yet: no figures were taken from it." in sentence
    shutil.copytree(own, tmp_path / "data" / "vocabulary")
    read = done(humsit("read", report, "--format", "jsonl"))
    assert [json.loads(row)["number"] for row in read.splitlines()] == ["40", "1.200 y 1.500", "cuarenta y dos", "300"]


def test_words_check_looks_at_every_language_and_names_what_nobody_wrote_yet(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HUMSIT_DATA", str(own.parent))
    said = CliRunner().invoke(words.app, ["check", "--language", "es"])
    assert said.exit_code == 0
    missing, last = said.stdout.splitlines()
    assert missing.startswith("es: no words yet of ")
    assert last == f"0 problems. Your own lists: {own}."
    assert isinstance(CliRunner().invoke(words.app, ["check", "--language", "fr"]).exception, WrongValue)
