"""Which language a report is in: made-up reports in forty-one languages, and English that nobody may take for another."""

from __future__ import annotations

import csv
import json
import random
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from humsit.documents import language
from humsit.documents.language import code_of, is_read, language_of, name_of, parts_of, unread
from humsit.documents.made import document_from_text
from humsit.documents.oddities import Odd, oddities
from humsit.facts.find import find_facts
from humsit.gazetteer.table import PLACES, unpacked
from humsit.gold import read_gold
from humsit.home import gazetteer_folder

HERE = Path(__file__).parent
REPORTS = {
    row["language"]: row["text"] for row in map(json.loads, (HERE / "languages.jsonl").read_text(encoding="utf-8").splitlines())
}
GOLD = sorted((HERE.parent / "gold").glob("*.jsonl"))
ENGLISH = (
    "At least 40 people were killed and 112 wounded on Monday when shells hit a market in Kalembe, the authorities said. "
    "More than 2,300 families have fled to Goma."
)


@pytest.mark.parametrize("code", REPORTS)
def test_a_report_is_told_to_be_in_its_language(code: str) -> None:
    assert language_of(REPORTS[code]) == code
    assert language_of(REPORTS[code].upper()) in (code, None)
    assert name_of(code)[0].isupper()


def test_no_english_gold_is_taken_for_another_language() -> None:
    texts = [text.document.text for path in GOLD if "standings" not in path.name for text in read_gold(path)]
    assert len(texts) > 100
    assert {language_of(text) for text in texts} == {"en"}
    assert [part for text in texts for part in parts_of(text, "en") if part.language != "en"] == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Djibo: 12 dead, 4 injured", id="a fragment"),
        pytest.param("Muertos 40", id="two words"),
        pytest.param("Port-au-Prince | 12 | 14\nLes Cayes | 4 | 5\nJérémie | 3 | 4\nSaint-Louis-du-Sud | 1 | 0", id="a table"),
        pytest.param("41 1,200 17 3.5 2024-05-02", id="numbers"),
        pytest.param("!!! … — ", id="signs"),
        pytest.param(
            "Gen. Valerii Zaluzhnyi, Volodymyr Zelenskyy and Oleksii Reznikov met in Dnipro, Kryvyi Rih and Kamianets-Podilskyi.",
            id="Ukrainian names",
        ),
        pytest.param(
            "Sheikh Abdul Rahman al-Faraj, Umm Qasr, Deir ez-Zor, Khan Shaykhun, Jisr al-Shughur: 14 killed near the souk.",
            id="Arabic names",
        ),
        pytest.param(
            "Gobernación del Norte de Santander, Cruz Roja Colombiana, Puerto Rico de los Llanos: 23 missing after floods.",
            id="Spanish names",
        ),
    ],
)
def test_what_is_short_or_full_of_names_is_no_other_language(text: str) -> None:
    assert language_of(text) in ("en", None)
    assert unread(text, language_of(text)) is None


def test_lists_of_names_of_places_are_no_language() -> None:
    chosen = random.Random(7)
    rows = csv.DictReader(unpacked(gazetteer_folder() / PLACES).decode().splitlines())
    names = [row["name"] for row in rows]
    for _ in range(60):
        listed = "\n".join(f"{name} | {chosen.randint(0, 900)} | {chosen.randint(0, 90)}" for name in chosen.sample(names, 30))
        assert language_of(listed) in ("en", None), listed


def test_what_a_report_states_counts_where_its_text_does_not_say_otherwise() -> None:
    assert language_of("Muertos 40", "es-CO") == "es"
    assert language_of("Goma | 40", "French") == "fr"
    assert language_of("12 killed near Goma", "fr") in ("en", None)
    assert language_of(ENGLISH, "fr-FR") == "en"
    assert language_of(REPORTS["uk"], "ru") == "uk"
    assert language_of("Goma | 40", "tlh") is None
    assert [code_of(one) for one in ("en-GB", "fra", "Spanish", "pt_BR", "", None, "x")] == [
        "en",
        "fr",
        "es",
        "pt",
        None,
        None,
        None,
    ]


def test_a_paragraph_in_another_language_is_not_read_as_english() -> None:
    french = REPORTS["fr"].replace("personnes", "people")  # even where English words stand in it
    text = f"{ENGLISH}\n\n{french}\n\nKilled: 12\n\n{ENGLISH}"
    document = document_from_text(text)
    assert document.language == "en"
    (part,) = [part for part in parts_of(text, "en") if part.language != "en"]
    assert (text[part.start : part.end], part.language) == (french, "fr")
    assert not [fact for fact in find_facts(document) if part.start <= fact.start < part.end]
    assert [fact for fact in find_facts(document) if text[fact.start : fact.end] == "12"], "what follows is read"
    said = unread(text, "en")
    assert said
    assert said.startswith("A part of this report is in French, which humsit does not read yet: no figures were taken from it; ")
    assert said.endswith("it begins “Au moins 40 people ont été …”.")
    assert next(odd.kind for odd in oddities(document, find_facts(document))) is Odd.PART_NOT_READ


def test_a_report_in_another_language_gives_no_facts_and_says_so() -> None:
    for code in ("fr", "es", "uk", "ar"):
        document = document_from_text(REPORTS[code])
        assert find_facts(document) == []
        sentence = f"This report is in {name_of(code)}, which humsit does not read yet: no figures were taken from it."
        assert unread(document.text, document.language) == sentence
        odd = oddities(document, [])
        assert (odd[0].kind, odd[0].says) == (Odd.NOT_READ, sentence)
        assert Odd.NO_FACTS not in [one.kind for one in odd], "that it is not read says so already"
    assert not is_read("fr")


def test_of_a_report_in_another_language_the_english_part_is_read() -> None:
    text = "\n\n".join([REPORTS["fr"], REPORTS["fr"].replace("Goma", "Bukavu"), REPORTS["fr"].replace("112", "9"), ENGLISH])
    facts = find_facts(document_from_text(text))
    assert facts
    assert all(fact.start > text.index("At least") for fact in facts)
    assert "figures were taken only from what is in English in it" in str(unread(text, "fr"))


def test_plain_english_is_told_without_the_model(monkeypatch: pytest.MonkeyPatch) -> None:
    def model() -> None:
        raise AssertionError("the model is loaded for plain English, which costs half a second")

    monkeypatch.setattr(language, "_model", model)
    assert language_of(ENGLISH) == "en"
    assert find_facts(document_from_text(f"{ENGLISH}\n\nKilled: 12\n\n{ENGLISH}"))


LINES = st.lists(st.sampled_from([ENGLISH, REPORTS["fr"], REPORTS["uk"], "", "Killed: 12", "Mwanza | 3", "40"]), max_size=8)


@settings(max_examples=40, deadline=None)
@given(LINES, st.sampled_from(["\n", "\r\n", "\n\n", "\r"]), st.sampled_from(["en", "fr", "uk", None]))
def test_the_parts_of_a_text_are_all_of_it_in_its_order(lines: list[str], end: str, main: str | None) -> None:
    text = end.join(lines)
    parts = parts_of(text, main)
    assert "".join(text[part.start : part.end] for part in parts) == text
    assert all(before.language != behind.language for before, behind in pairwise(parts))
    assert {part.language for part in parts} <= {"en", "fr", "uk"}
