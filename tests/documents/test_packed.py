"""Archives: each file by its own format, names only shown, what cannot be read named in its place, all within one allowance."""

from __future__ import annotations

import gzip
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from humsit.documents.formats import limits
from humsit.documents.read import read_inputs
from humsit.records import Document, UnreadableInput
from tests.documents.hostile_files import WORDS, climbing_names, named_to_deceive, one_page, packed


def read(path: Path) -> list[Document | UnreadableInput]:
    return list(read_inputs([str(path)]))


def written(folder: Path, *members: tuple[str, bytes], name: str = "all.zip") -> Path:
    path = folder / name
    path.write_bytes(packed(members))
    return path


def told(found: list[Document | UnreadableInput]) -> list[str]:
    """The texts, and the reasons without the folder."""
    return [one.text if isinstance(one, Document) else str(one).rpartition("/all.zip")[2] for one in found]


def test_each_file_is_read_by_its_own_format_and_a_broken_one_is_named_in_its_place(tmp_path: Path) -> None:
    found = read(
        written(
            tmp_path,
            ("a/one.txt", b"One died."),
            ("b.pdf", one_page(WORDS)),
            ("c.pdf", b"%PDF-1.7 cut"),
            ("d.jsonl", b'{"text": "Two died."}\n{"text": "Three died."}'),
            ("e.xyz", b"nobody reads this"),
            ("f.txt", b"Four died."),
        )
    )
    assert told(found) == [
        "One died.",
        "Nine people died at Chernihiv.",
        " › c.pdf is damaged and cannot be opened as a PDF: fetch it again.",
        "Two died.",
        "Three died.",
        " › e.xyz: this version cannot read .xyz files; save the report as .docx, .pdf, .txt or .html and read that.",
        "Four died.",
    ]


def test_archives_in_archives_and_gzip_in_them_are_read_to_the_stated_depth(tmp_path: Path) -> None:
    inner = packed([("deep.txt.gz", gzip.compress(b"Nine died."))])
    for _ in range(limits.MOST_NESTED - 1):
        inner = packed([("inner.zip", inner)])
    path = tmp_path / "all.zip"
    path.write_bytes(inner)
    assert told(read(path)) == ["Nine died."]
    path.write_bytes(packed([("a.txt", b"One died."), ("outer.zip", inner)]))
    first, second = told(read(path))
    assert first == "One died."
    assert "outer.zip › inner.zip › inner.zip lies in 3 archives or mails already: unpack them" in second


def test_what_a_system_put_there_for_itself_is_left_out(tmp_path: Path) -> None:
    names = ("__MACOSX/._a.txt", ".DS_Store", "a/.hidden.txt", "Thumbs.db", "desktop.ini")
    assert told(read(written(tmp_path, *((name, b"x") for name in names), ("a.txt", b"One died.")))) == ["One died."]


def test_the_metadata_beside_a_report_is_its_own(tmp_path: Path) -> None:
    found = read(
        written(
            tmp_path,
            ("r/a.txt", b"One died."),
            ("r/a.metadata.json", b'{"publisher": "OCHA", "published": "2024-03-05"}'),
            ("r/b.txt", b"Two died."),
            ("r/b.metadata.json", b"["),
        )
    )
    assert isinstance(found[0], Document)
    assert found[0].publisher == "OCHA"
    assert "b.metadata.json is not a JSON object" in str(found[1])


def test_names_that_climb_are_only_shown_and_nothing_is_written_anywhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "deep" / "down"
    folder.mkdir(parents=True)
    monkeypatch.chdir(folder)
    path = climbing_names(folder, False)
    found = read(path)
    assert [one.text for one in found if isinstance(one, Document)] == ["At least nine people died at Chernihiv."] * 5
    assert [one for one in tmp_path.rglob("*") if one.is_file()] == [path]
    assert not Path("/tmp/climbed.txt").exists()


def test_a_name_made_to_deceive_is_shown_on_one_line_without_invisible_letters(tmp_path: Path) -> None:
    for one in read(named_to_deceive(tmp_path, False)):
        if isinstance(one, UnreadableInput):
            assert str(one).isprintable()
            assert len(str(one)) < 500


@pytest.mark.parametrize("name", ["all.zip", "all.zip.gz", "all", "all.txt"])
def test_an_archive_is_one_whatever_it_is_called(tmp_path: Path, name: str) -> None:
    data = packed([("a.txt", b"One died.")])
    (tmp_path / name).write_bytes(gzip.compress(data) if name.endswith(".gz") else data)
    assert told(read(tmp_path / name)) == ["One died."]


def test_an_empty_a_broken_and_an_encrypted_archive_say_so(tmp_path: Path) -> None:
    assert "holds no report" in str(read(written(tmp_path))[0])
    whole = packed([("a.txt", b"One died." * 99)])
    (tmp_path / "cut.zip").write_bytes(whole[:-30])
    assert "it is not a whole ZIP file; fetch it again" in str(read(tmp_path / "cut.zip")[0])
    locked = bytearray(packed([("a.txt", b"One died.")]))
    at = locked.index(b"PK\x01\x02")
    locked[6] |= 1
    locked[at + 8] |= 1
    (tmp_path / "locked.zip").write_bytes(locked)
    assert "a.txt is encrypted: unpack the archive with its password" in str(read(tmp_path / "locked.zip")[0])


def test_a_damaged_file_in_an_archive_costs_only_itself(tmp_path: Path) -> None:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("a.txt", b"One died.")
        archive.writestr("b.txt", b"Two died.")
    (tmp_path / "all.zip").write_bytes(file.getvalue().replace(b"One died.", b"Ten died."))
    assert told(read(tmp_path / "all.zip")) == [" › a.txt is damaged in its archive: fetch the archive again.", "Two died."]


def test_all_that_is_in_one_archive_shares_one_allowance(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MOST_UNPACKED", 3_000)
    inner = packed([(f"{n}.txt", b"%d died. " % n * 100) for n in range(3)])
    found = read(written(tmp_path, ("a.txt", b"One died."), ("b.zip", inner), ("c.zip", inner), ("d.zip", inner)))
    assert isinstance(found[0], Document)
    assert sum(isinstance(one, UnreadableInput) for one in found) == 1
    assert "and what follows it was not read: all together it is more than" in str(found[-1])
    monkeypatch.setattr(limits, "MOST_UNPACKED", 3_000_000)
    monkeypatch.setattr(limits, "MOST_MEMBERS", 6)
    assert [isinstance(one, Document) for one in read(tmp_path / "all.zip")] == [True, True, True, True, False]
