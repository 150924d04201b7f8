"""Text in any usual encoding comes back as it was written; what had to be guessed is told; what is no text is refused."""

from __future__ import annotations

import codecs
import json
import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from humsit.documents.encoding import decode, decoded
from humsit.documents.oddities import Odd, oddities
from humsit.documents.read import read_inputs
from humsit.facts.find import find_facts
from humsit.records import Document, Figure, UnreadableInput

REPORTS = {
    row["language"]: row["text"]
    for row in map(json.loads, (Path(__file__).parent / "languages.jsonl").read_text(encoding="utf-8").splitlines())
}
USED_FOR = {
    "uk": "cp1251 koi8-u iso8859-5",
    "ru": "cp1251 koi8-u koi8-r iso8859-5 cp866 mac-cyrillic",
    "bg": "cp1251 iso8859-5",
    "pl": "cp1250 iso8859-2",
    "cs": "cp1250 iso8859-2",
    "hr": "cp1250 iso8859-2",
    "hu": "cp1250 iso8859-2",
    "el": "cp1253 iso8859-7",
    "tr": "cp1254 iso8859-9",
    "ar": "cp1256 iso8859-6",
    "he": "cp1255 iso8859-8",
    "fr": "cp1252 iso8859-1 iso8859-15 mac-roman cp850",
    "es": "cp1252 mac-roman cp850",
    "pt": "cp1252",
    "de": "cp1252",
    "sv": "cp1252",
    "zh": "gb18030",
    "ja": "shift_jis euc-jp",
    "ko": "euc-kr",
    "th": "cp874",
}
CASES = [(language, encoding) for language, encodings in USED_FOR.items() for encoding in encodings.split()]


def held(text: str, encoding: str) -> str:
    """The text with what the encoding cannot write left out."""
    return text.encode(encoding, errors="ignore").decode(encoding)


@pytest.mark.parametrize(("language", "encoding"), CASES)
def test_a_report_is_told_by_its_words_where_it_does_not_say_its_encoding(language: str, encoding: str) -> None:
    whole = held(REPORTS[language], encoding)
    for text in (whole, whole.split(". ")[0], " ".join(whole.split()[:9]), f"Goma\r\n\r\n{whole}\r\n" * 20):
        if len(text.encode(encoding)) < 30 or text.isascii():
            continue  # of so few letters nobody can say
        found = decoded(text.encode(encoding), "report.txt")
        assert found.text == text
        assert found.guessed.startswith("not said; taken for ")


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_a_declared_encoding_counts_for_any_text_that_it_can_hold(data: st.DataObject) -> None:
    language, encoding = data.draw(st.sampled_from(CASES))
    words = held(REPORTS[language], encoding).split()
    chosen = " ".join(data.draw(st.lists(st.sampled_from(words), min_size=4, max_size=30)))
    found = decoded(chosen.encode(encoding), "report.txt", encoding.upper())
    assert (found.text, found.guessed) == (chosen, "")


ANY_TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\r\n\t"), max_size=80)


@settings(max_examples=150, deadline=None)
@given(ANY_TEXT, st.sampled_from(["utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"]))
def test_whatever_has_a_byte_order_mark_comes_back_the_same(text: str, encoding: str) -> None:
    assert decoded(f"\ufeff{text}".encode(encoding), "report.txt") == (text, encoding, "")


@settings(max_examples=100, deadline=None)
@given(ANY_TEXT)
def test_utf_8_comes_back_the_same(text: str) -> None:
    assert decode(text.encode(), "report.txt") == text.removeprefix("\ufeff")


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("language", ["en", *REPORTS])
def test_utf_16_and_32_need_no_mark(language: str, encoding: str) -> None:
    text = REPORTS.get(language, "“At least 40 people were killed”,\r\nsaid the mayor – 12 of them children.")
    for one in (text, f"{text}\r\n\r\n{text}", " ".join(text.split()[:4])):
        if b"\0" in one.encode(encoding):
            found = decoded(one.encode(encoding), "report.txt")
            assert (found.text, found.encoding) == (one, encoding)


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(random.Random(1).randbytes(5_000), id="noise"),
        pytest.param(bytes(5_000), id="nothing but NULs"),
        pytest.param(b"\x7fELF" + random.Random(2).randbytes(300), id="a program"),
        pytest.param(b"".join(n.to_bytes(4, "little") for n in range(900)), id="numbers of four bytes"),
        pytest.param(b"".join(n.to_bytes(2, "big") for n in range(0, 60_000, 7)), id="numbers of two bytes"),
        pytest.param(b"At least 22 dead\0" * 4 + b"\1\2\3\4", id="text and more"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableInput, match=r"report\.txt is a binary file, not text"):
        decode(data, "report.txt")


def only(path: Path) -> Document:
    (document,) = read_inputs([str(path)])
    assert isinstance(document, Document), document
    return document


def test_nuls_that_fill_a_file_up_go_and_a_stray_one_is_replaced_one_for_one(tmp_path: Path) -> None:
    text = "At least 22 people were killed in Goma, the mayor said on Monday. " * 3
    path = tmp_path / "report.txt"
    path.write_bytes(text.encode() + bytes(300))
    assert only(path).text == text
    path.write_bytes(text.replace("Goma,", "Goma\0", 1).encode())
    assert only(path).text == text.replace("Goma,", "Goma�", 1)


def test_utf_8_with_a_broken_letter_stays_utf_8_and_says_so() -> None:
    data = (REPORTS["uk"] * 3).encode()
    found = decoded(data[:-2], "report.txt")
    assert found.text == f"{(REPORTS['uk'] * 3)[:-2]}�"
    assert found.guessed == "taken for UTF-8, in which a letter is broken"
    assert decoded(codecs.BOM_UTF8 + data[:-2], "report.txt").text == found.text


@pytest.mark.parametrize(
    "declared", ["koi8-u", "KOI8-R", "utf-7", "base64", "x-mac-nonsense", "undefined", "", None, "idna", "rot13"]
)
def test_a_declared_encoding_that_is_none_or_does_not_fit_harms_nothing(declared: str | None) -> None:
    assert decode(REPORTS["fr"].encode(), "report.txt", declared) == REPORTS["fr"]
    assert decode(b"", "report.txt", declared) == ""


def test_a_page_is_read_in_the_encoding_that_it_declares(tmp_path: Path) -> None:
    page = f'<html><head><meta charset="windows-1251"></head><body><p>{REPORTS["uk"]}</p></body></html>'
    (tmp_path / "page.html").write_bytes(page.encode("cp1251"))
    assert only(tmp_path / "page.html").text == REPORTS["uk"]
    (tmp_path / "page.html").write_bytes(page.replace("windows-1251", "koi8-u").encode())
    assert only(tmp_path / "page.html").text == REPORTS["uk"], "UTF-8 is sure, whatever is declared"


def test_a_guessed_encoding_is_kept_with_the_report_and_looks_odd(tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_bytes(REPORTS["cs"].encode("iso8859-2"))
    document = only(tmp_path / "report.txt")
    assert document.found == {"encoding": "not said; taken for ISO-8859-2"}
    assert [odd.says for odd in oddities(document, []) if odd.kind is Odd.ENCODING] == [
        "Its encoding was guessed: not said; taken for ISO-8859-2."
    ]


@pytest.mark.parametrize(
    "text",
    [
        "At least \u200e40\u200e people were killed in Goma.",
        "\u202bAt least 40 people were killed in Goma.\u202c",
        "At least 40 people were kil\u00adled in Goma.",
        "At least 40\u2060 people were killed in \u2068Goma\u2069.",
        "\ufeffAt least 40 people were killed in Goma.",
        "It rained.\r\n\ufeffAt least 40 people were killed in Goma.\rIt snowed.\n\r\n",
    ],
    ids=["marks", "embedding", "soft hyphen", "isolates", "byte order mark", "in the midst, with mixed line ends"],
)
def test_signs_that_are_not_seen_stay_and_part_nothing(tmp_path: Path, text: str) -> None:
    (tmp_path / "report.txt").write_bytes(codecs.BOM_UTF8 + text.encode())
    document = only(tmp_path / "report.txt")
    assert document.text == text
    (figure,) = [fact for fact in find_facts(document) if isinstance(fact, Figure)]
    assert (figure.low, figure.high, figure.measure, figure.place, figure.unit_text) == (40, None, "killed", "Goma", "people")
    assert text[figure.start : figure.end] == "40"
