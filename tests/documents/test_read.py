"""Inputs to documents: what is read as what, which metadata it gets, and the sentence for what cannot be read."""

from __future__ import annotations

import datetime as dt
import gzip
import json
from pathlib import Path

import pytest

from humsit.documents.formats.web import visible_text
from humsit.documents.made import MOST_TEXT, document_from_text
from humsit.documents.metadata import Metadata, date_of
from humsit.documents.read import read_inputs
from humsit.records import Document, UnreadableInput, WrongValue

TEXT = "At least nine people died at Chernihiv.\n"


def read(*inputs: Path | str, **metadata: object) -> list[Document | UnreadableInput]:
    return list(read_inputs([str(name) for name in inputs], Metadata(**metadata)))  # type: ignore[arg-type]


def only(path: Path, **metadata: object) -> Document:
    (found,) = read(path, **metadata)
    assert isinstance(found, Document), found
    return found


def complaint(path: Path | str) -> str:
    (found,) = read(path)
    assert isinstance(found, UnreadableInput), found
    return str(found)


def write(path: Path, content: str | bytes | object) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    data = content if isinstance(content, bytes) else (content if isinstance(content, str) else json.dumps(content)).encode()
    path.write_bytes(gzip.compress(data) if path.suffix == ".gz" else data)
    return path


# --- text


@pytest.mark.parametrize(
    ("data", "text"),
    [
        pytest.param("Müller: 22 tués".encode(), "Müller: 22 tués", id="utf-8"),
        pytest.param(b"\xef\xbb\xbf22 dead", "22 dead", id="utf-8 with a byte order mark"),
        pytest.param("22 загинули 🕊".encode("utf-16"), "22 загинули 🕊", id="utf-16"),
        pytest.param(b"\xfe\xff" + "22 dead".encode("utf-16-be"), "22 dead", id="utf-16, big end first"),
        pytest.param("“22 tués”, dit-il – café".encode("cp1252"), "“22 tués”, dit-il – café", id="windows-1252"),
        pytest.param(b"22 dead\r\n\r\nnine hurt\r\n", "22 dead\r\n\r\nnine hurt\r\n", id="line ends stay"),
        pytest.param("قُتل ٢٢ شخصًا".encode(), "قُتل ٢٢ شخصًا", id="right to left, combining marks"),
    ],
)
def test_the_text_is_kept_as_it_was_written_in_any_encoding(tmp_path: Path, data: bytes, text: str) -> None:
    assert only(write(tmp_path / "report.txt", data)).text == text


@pytest.mark.parametrize("name", ["report.txt", "report.md", "report.TXT", "report.txt.gz", "report"])
def test_a_text_file_is_one_document_whatever_its_ending_for_text(tmp_path: Path, name: str) -> None:
    assert only(write(tmp_path / name, TEXT)).text == TEXT


def test_without_an_id_the_same_text_has_the_same_id_wherever_it_comes_from(tmp_path: Path) -> None:
    first, second = only(write(tmp_path / "a.txt", TEXT)), only(write(tmp_path / "b.jsonl", {"text": TEXT}))
    assert first.document_id == second.document_id == document_from_text(TEXT).document_id
    assert first.document_id != document_from_text(TEXT + "!").document_id


def test_what_json_can_spell_but_no_store_can_hold_is_replaced_one_for_one(tmp_path: Path) -> None:
    found = only(write(tmp_path / "a.jsonl", r'{"text": "a\u0000b\ud800c 22 dead", "title": "t\ud800"}'))
    assert (found.text, found.title) == ("a�b�c 22 dead", "t�")


def test_a_text_longer_than_any_report_is_refused_with_what_to_do_and_the_next_is_read(tmp_path: Path) -> None:
    long = write(tmp_path / "a.txt", TEXT * (MOST_TEXT // len(TEXT) + 1))
    refused, kept = read(long, write(tmp_path / "b.txt", TEXT))
    assert str(refused) == f"{long} holds more than 5 million letters: split it into single reports."
    assert isinstance(kept, Document)


# --- metadata


def test_metadata_stands_in_a_sidecar_and_the_call_fills_what_it_lacks(tmp_path: Path) -> None:
    write(tmp_path / "report.metadata.json", {"id": "r-1", "publisher": "Shafaq News", "published": "2022-03-03", "pages": 3})
    found = only(write(tmp_path / "report.txt", TEXT), publisher="Somebody else", agency="Reuters")
    assert found == Document(
        document_id="r-1",
        text=TEXT,
        format="text",
        language="en",
        publisher="Shafaq News",
        agency="Reuters",
        published=dt.date(2022, 3, 3),
    )


def test_a_compressed_report_has_the_same_sidecar(tmp_path: Path) -> None:
    write(tmp_path / "report.metadata.json", {"publisher": "OCHA"})
    assert only(write(tmp_path / "report.txt.gz", TEXT)).publisher == "OCHA"


def test_unknown_metadata_is_none_never_empty(tmp_path: Path) -> None:
    found = only(write(tmp_path / "a.jsonl", {"text": TEXT, "title": "", "publisher": None, "published": " "}))
    assert (found.title, found.publisher, found.agency, found.published, found.url) == (None,) * 5


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2022-03-03", dt.date(2022, 3, 3)),
        ("2022-03-03T23:30:00Z", dt.date(2022, 3, 3)),
        ("2022-03-03T23:30:00-08:00", dt.date(2022, 3, 3)),
        ("2022-03-03 07:15", dt.date(2022, 3, 3)),
        (None, None),
    ],
)
def test_the_day_is_kept_as_written_not_moved_to_another_time_zone(written: str | None, day: dt.date | None) -> None:
    assert date_of(written) == day


@pytest.mark.parametrize("written", ["3 March", "2022-02-30", "03/04/2022", "yesterday", "2022"])
def test_a_date_that_is_none_is_refused_with_the_form_that_is_asked_for(written: str) -> None:
    with pytest.raises(WrongValue, match=rf'"{written}" is not a date: .*2022-03-03'):
        date_of(written)


# --- JSON


def test_each_line_is_a_document_with_its_own_metadata_further_keys_ignored(tmp_path: Path) -> None:
    line = {"id": 7, "title": "T", "publisher": "P", "agency": "A", "published": "2024-05-02", "url": "u", "text": TEXT, "x": [1]}
    found = read(write(tmp_path / "a.jsonl", f"{json.dumps(line)}\n\n{json.dumps({'text': 'Two died.'})}\n"))
    assert found[0] == Document(
        document_id="7",
        text=TEXT,
        language="en",
        format="JSON",
        title="T",
        publisher="P",
        agency="A",
        published=dt.date(2024, 5, 2),
        url="u",
    )
    assert [d.text for d in found if isinstance(d, Document)] == [TEXT, "Two died."]


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["plain", "byte order mark"])
@pytest.mark.parametrize("name", ["a.jsonl", "a.jsonl.gz", "a.ndjson"])
def test_lines_may_be_compressed_and_begin_with_a_byte_order_mark(tmp_path: Path, name: str, mark: bytes) -> None:
    assert only(write(tmp_path / name, mark + json.dumps({"text": TEXT}).encode())).text == TEXT


def test_lines_may_be_in_utf_16(tmp_path: Path) -> None:
    assert (
        only(write(tmp_path / "a.jsonl", json.dumps({"text": "22 загинули"}, ensure_ascii=False).encode("utf-16"))).text
        == "22 загинули"
    )


def test_a_json_file_holds_one_report_or_a_list(tmp_path: Path) -> None:
    assert only(write(tmp_path / "one.json", {"text": TEXT})).text == TEXT
    many = read(write(tmp_path / "many.json", [{"text": "One died."}, {"title": "no text"}, {"text": "Two died."}]))
    assert [getattr(found, "text", None) for found in many] == ["One died.", None, "Two died."]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        pytest.param('{"text": "cut of', "line 2 is not valid JSON", id="cut off"),
        pytest.param('{"title": "T"}', "line 2 holds no report", id="no text"),
        pytest.param('{"text": null}', "line 2 holds no report", id="null text"),
        pytest.param('{"text": "  "}', "line 2 is empty", id="empty text"),
        pytest.param('["text"]', "line 2 holds no report", id="a list"),
        pytest.param('{"text": "22 dead", "published": "May 3"}', 'line 2: "May 3" is not a date', id="a date that is none"),
        pytest.param(
            '{"text": "22 dead", "publisher": {"name": "P"}}', 'line 2: "publisher" is not a text', id="no text for a name"
        ),
        pytest.param("[" * 100_000, "line 2 is not", id="nested too deeply"),
        pytest.param('{"text": "a\0b"}', "line 2 is a binary file", id="a NUL"),
    ],
)
def test_a_broken_line_is_named_with_its_number_and_the_others_go_on(tmp_path: Path, line: str, reason: str) -> None:
    first, broken, last = read(write(tmp_path / "a.jsonl", f'{{"text": "One died."}}\n{line}\n{{"text": "Two died."}}'))
    assert isinstance(first, Document)
    assert isinstance(last, Document)
    assert (first.text, last.text) == ("One died.", "Two died.")
    assert reason in str(broken)


# --- web pages


def test_a_web_page_gives_its_visible_text_and_title(tmp_path: Path) -> None:
    page = """<!DOCTYPE html><html><head><title>22 dead\n at Chernihiv</title><style>p {}</style><script>var x = "99";</script>
    </head><body><nav>Home | 5 new</nav><h1>Chernihiv</h1><p>At least <b>22</b> people &amp; nine&nbsp;dogs<br>died.</p>
    <table><tr><th>Place</th><th>Killed</th></tr><tr><td>Kyiv</td><td>4</td></tr></table><img src="http://x/y.png" alt="7">"""
    found = only(write(tmp_path / "page.html", page))
    assert found.title == "22 dead at Chernihiv"
    assert found.text == "Chernihiv\n\nAt least 22 people & nine dogs\ndied.\n\nPlace | Killed\nKyiv | 4"


@pytest.mark.parametrize(
    "page", ["<p>unclosed <b>22 dead", "<<<>>><p a='\"><b>22 dead", "<!-- 22 dead", "<div>" * 50_000 + "22 dead", "<script>"]
)
def test_no_page_makes_the_reading_fail(page: str) -> None:
    visible_text(page)


# --- folders


def test_a_folder_is_read_whole_in_the_order_of_paths_without_sidecars_and_hidden_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.md", "a/y.jsonl.gz", ".hidden.txt", ".git/x.txt"):
        write(tmp_path / name, {"text": name} if "jsonl" in name else name)
    write(tmp_path / "b.metadata.json", {"publisher": "OCHA"})
    found = [d for d in read(tmp_path) if isinstance(d, Document)]
    assert [(d.text, d.publisher) for d in found] == [("b.txt", "OCHA"), ("a/y.jsonl.gz", None), ("a/z.md", None)]


def test_in_a_folder_what_cannot_be_read_is_named_and_the_rest_is_read(tmp_path: Path) -> None:
    write(tmp_path / "a.pdf", b"%PDF-1.7")
    write(tmp_path / "b.txt", TEXT)
    unreadable, found = read(tmp_path)
    assert isinstance(found, Document)
    assert "a.pdf is damaged and cannot be opened as a PDF" in str(unreadable)


# --- what cannot be read


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        pytest.param("empty.txt", b"", "is empty", id="an empty file"),
        pytest.param("blank.txt", b" \r\n\t", "is empty", id="a blank file"),
        pytest.param("empty.jsonl", b"", "is empty", id="no lines"),
        pytest.param("empty.json", b"", "is empty", id="empty JSON"),
        pytest.param("list.json", b"[]", "is empty", id="an empty list"),
        pytest.param("empty.html", b"<html><script>x</script></html>", "is empty", id="nothing to see"),
        pytest.param("binary.txt", bytes(range(256)) * 9, "is a binary file", id="binary"),
        pytest.param("picture.txt", b"\x89PNG\r\n\x1a\n", "is a picture", id="a picture"),
        pytest.param("report.txt", b"%PDF-1.7 22 dead", "cannot be opened as a PDF", id="a wrong ending"),
        pytest.param("binary.jsonl", bytes(range(256)) * 9, "is a binary file", id="binary lines"),
        pytest.param("broken.json", b'{"text": ', "is not valid JSON", id="broken JSON"),
        pytest.param("report.docx", b"PK\x03\x04", "is damaged", id="a broken Word file"),
        pytest.param("odd.txt", b"\xff\xfe\x00\xd8", "broken at byte", id="broken UTF-16"),
    ],
)
def test_what_cannot_be_read_is_one_sentence_that_names_the_file(tmp_path: Path, name: str, content: bytes, reason: str) -> None:
    said = complaint(write(tmp_path / name, content))
    assert name in said
    assert reason in said
    assert "\n" not in said


def test_a_missing_path_and_an_empty_folder_say_so(tmp_path: Path) -> None:
    assert complaint(tmp_path / "none.txt").endswith("does not exist: check the name.")
    assert "holds no report" in complaint(tmp_path)


@pytest.mark.parametrize("cut", [0, 5, -6])
def test_a_broken_gzip_file_says_so(tmp_path: Path, cut: int) -> None:
    path = tmp_path / "a.txt.gz"
    path.write_bytes(gzip.compress(TEXT.encode() * 99)[:cut] or b"no gzip")
    assert "is not a whole gzip file" in complaint(path)


@pytest.mark.parametrize(
    ("sidecar", "reason"),
    [("{", "is not valid JSON"), ("[]", "is not a JSON object"), ('{"published": "soon"}', '"soon" is not a date')],
)
def test_a_broken_sidecar_is_named_rather_than_the_report_read_without_it(tmp_path: Path, sidecar: str, reason: str) -> None:
    write(tmp_path / "report.metadata.json", sidecar)
    said = complaint(write(tmp_path / "report.txt", TEXT))
    assert "report.metadata.json" in said
    assert reason in said


def test_a_text_that_is_too_large_is_refused_before_it_fills_the_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("humsit.documents.formats.limits.MOST_BYTES", 1_000_000)
    assert "is larger than 1 MB" in complaint(write(tmp_path / "bomb.txt.gz", b"22 dead. " * 200_000))
