"""Files made to harm: each is read or refused within the limits, with a sentence, and nothing else is lost.

Here they are small; `python -m tests.documents.hostile_sweep` makes them as large as they would be sent, and measures.
"""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from humsit.documents import bounded
from humsit.documents.read import read_inputs
from humsit.records import Document, UnreadableInput
from tests.documents import hostile_files as hostile
from tests.documents.hostile_files import Maker

MEMORY_EATERS = {hostile.loop_of_objects}
"""What only the limit of memory stops: that takes seconds, and is left to the sweep."""


@pytest.mark.parametrize("make", [make for make in hostile.ALL if make not in MEMORY_EATERS], ids=lambda make: make.__name__)
def test_a_hostile_file_is_read_or_refused_and_the_report_beside_it_is_read(tmp_path: Path, make: Maker) -> None:
    path = make(tmp_path, False)
    good = hostile.written(tmp_path, "good report.txt", hostile.GOOD)
    began = time.monotonic()
    *found, last = read_inputs([str(path), str(good)])
    assert time.monotonic() - began < bounded.MOST_SECONDS / 2
    assert isinstance(last, Document)
    assert last.text == "At least nine people died at Chernihiv."
    sentences = [str(one) for one in found if isinstance(one, UnreadableInput)]
    assert found
    for said in sentences:
        assert path.name in said
        assert said.isprintable()
    if make in hostile.REFUSED:
        assert hostile.REFUSED[make] in "\n".join(sentences)
    for one in found:
        assert not isinstance(one, Document) or "secret" not in one.text


def test_bombs_in_an_archive_cost_nothing_but_themselves(tmp_path: Path) -> None:
    (first, bomb) = read_inputs([str(hostile.zip_bomb(tmp_path, False))])
    assert isinstance(first, Document)
    assert "b.txt is a bomb" in str(bomb)


@pytest.mark.parametrize(
    ("make", "format"), [(hostile.page_called_pdf, "web page"), (hostile.pdf_called_text, "PDF")], ids=["a page", "a PDF"]
)
def test_a_wrong_ending_is_no_hindrance_where_the_content_tells(tmp_path: Path, make: Maker, format: str) -> None:
    (found,) = read_inputs([str(make(tmp_path, False))])
    assert isinstance(found, Document)
    assert found.format == format
