"""What changed between two reports of one story: the words, and the figures with them."""

from __future__ import annotations

import datetime as dt

import pytest
from builders import document
from hypothesis import example, given
from hypothesis import strategies as st

from humsit.documents.versions import Edit, Version, revisions, succession, version, word_diff
from humsit.facts.find import find_facts
from humsit.records import Document

MONDAY = dt.date(2024, 4, 22)
STORY = (
    "At least 17 people were killed and 30 injured when a landslide buried the market of Kichi-Alay on Monday, the ministry said."
    " Fourteen people are missing. Two excavators were digging at the foot of the slope by lamp light.\n\n"
    "Relatives stood behind a rope in the rain while soldiers passed buckets from hand to hand."
)


def printed(name: str, text: str = STORY, *, day: int | None = 1, **fields: str) -> Document:
    published = MONDAY + dt.timedelta(days=day) if day is not None else None
    return document(text, document_id=name, published=published, **{"publisher": name} | fields)


def beside(was: Document, now: Document) -> Version:
    return version(was, find_facts(was), now, find_facts(now))


def changes(was: str, now: str) -> list[tuple[str | None, str | None]]:
    """The words of the figures that changed."""
    found = beside(document(was, document_id="was"), document(now, document_id="now")).figures
    return [(c.was and c.was.number, c.now and c.now.number) for c in found]


@pytest.mark.parametrize(
    ("edited", "changed"),
    [
        (STORY.replace("17", "41"), [("17", "41")]),
        (STORY.replace("17", "41").replace("30", "52"), [("17", "41"), ("30", "52")]),
        (STORY.replace("At least 17", "Nearly 17"), [("17", "17")]),
        (STORY.replace("At least 17 people", "At least 17 villagers, among them two brothers,"), [(None, "two")]),
        ("Landslide kills many\n\n" + STORY.replace("lamp light", "lamplight"), []),
        (STORY.replace("Fourteen people are missing. ", ""), [("Fourteen", None)]),
        (STORY.replace(" and 30 injured", "").replace("hand to hand.", "hand to hand. They saw 30 injured people."), []),
    ],
    ids=["one figure", "two figures", "its limit", "one more", "none", "one less", "moved"],
)
def test_the_figures_that_changed_are_told_with_both_numbers(edited: str, changed: list[tuple[str | None, str | None]]) -> None:
    assert changes(STORY, edited) == changed


def test_a_figure_of_another_place_stands_in_no_others_place() -> None:
    here, there = (
        f"Floods hit {place}. In {place} {number} people were killed on Monday, the governor said."
        for place, number in (("Osh", 17), ("Naryn", 41))
    )
    assert not beside(document(here, document_id="here"), document(there, document_id="there")).revised


def test_words_are_marked_as_taken_out_and_put_in_where_they_stand() -> None:
    pieces = word_diff(STORY, STORY.replace("17 people", "41 people").replace("in the rain ", ""))
    assert [(piece.edit, piece.text.strip()) for piece in pieces if piece.edit is not Edit.SAME] == [
        (Edit.REMOVED, "17"),
        (Edit.INSERTED, "41"),
        (Edit.REMOVED, "in the rain"),
    ]


WORDS = st.lists(
    st.sampled_from(["17", "41", "killed", "Osh,", ".", "\n", "\n\n", "🌊", "e\u0301", " ", "قتل", "a"]), max_size=25
)


@given(WORDS, WORDS)
@example(["a"], ["a", "\n"])
def test_the_pieces_of_a_difference_are_both_texts(one: list[str], other: list[str]) -> None:
    was, now = " ".join(one), " ".join(other)
    pieces = word_diff(was, now)
    assert "".join(piece.text for piece in pieces if piece.edit is not Edit.REMOVED) == now
    for piece in pieces:
        of = was if piece.edit is Edit.REMOVED else now
        assert of[piece.start :].startswith(piece.text)
    kept = "".join(piece.text for piece in pieces if piece.edit is not Edit.INSERTED)
    assert "".join(kept.split()).casefold() == "".join(was.split()).casefold()


# --- which report follows which


def follows(new: Document, *kept: Document) -> tuple[str | None, dict[str, tuple[str, ...]]]:
    before, revised = succession(new, [beside(one, new) for one in kept])
    return None if before is None else before.document_id, revised


def killed(report: Document) -> str:
    return next(fact.fact_id for fact in find_facts(report) if fact.kind == "figure" and fact.measure == "killed")


FIRST = printed("wire")
CORRECTED = printed("wire-2", STORY.replace("17", "41"), day=2, publisher="wire")


def test_a_report_with_another_number_is_a_later_version_and_puts_the_first_right() -> None:
    assert follows(CORRECTED, FIRST) == ("wire", {killed(FIRST): (killed(CORRECTED),)})


def test_a_first_version_that_is_added_late_is_put_right_by_the_one_that_is_kept() -> None:
    assert follows(FIRST, CORRECTED) == (None, {killed(FIRST): (killed(CORRECTED),)})


def test_a_copy_of_the_first_version_stays_one_however_late_it_is_printed() -> None:
    late = printed("star", day=9)
    assert follows(late, FIRST, CORRECTED) == (None, {killed(late): (killed(CORRECTED),)})


def test_a_paper_that_goes_back_to_its_first_number_says_so_last() -> None:
    back = printed("wire-3", STORY.replace("Fourteen", "Some"), day=9, publisher="wire")
    before, revised = follows(back, FIRST, CORRECTED)
    assert before == "wire-2"
    assert revised == {killed(CORRECTED): (killed(back),)}


def test_of_reports_without_a_day_what_came_later_is_later() -> None:
    first, second = printed("a", day=None), printed("b", STORY.replace("17", "41"), day=None)
    assert follows(second, first)[0] == "a"


def test_reports_of_one_call_are_put_right_copies_of_the_old_version_too() -> None:
    copies = [printed(name, f"{STORY} ({name})") for name in ("courier", "gazette")]
    reports = [*copies, CORRECTED, FIRST]
    found = revisions(reports, [fact for report in reports for fact in find_facts(report)])
    assert found == {killed(one): (killed(CORRECTED),) for one in (FIRST, *copies)}
