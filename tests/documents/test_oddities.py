"""What looks odd about a report before it is kept; and that relative dates of a report without a date stay open."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from humsit.documents.made import document_from_text
from humsit.documents.oddities import Odd, empty_pages, looks_cut, oddities
from humsit.facts.find import find_facts
from humsit.records import Document, Precision

TODAY = dt.date(2022, 3, 4)
TEXT = (
    "Nine people were killed in Tamale on Friday when shells hit the central market, the mayor said. Doctors at the regional "
    "hospital said that 14 people had been wounded, two of them children. The army said nothing."
)


def report(text: str = TEXT, **metadata: Any) -> Document:
    known = {"published": dt.date(2022, 3, 3), "publisher": "The Northern Courier"} | metadata
    return document_from_text(text, **known)


def odd(document: Document) -> dict[Odd, str]:
    return {oddity.kind: oddity.says for oddity in oddities(document, find_facts(document), TODAY)}


def test_nothing_looks_odd_about_a_report_that_is_whole() -> None:
    assert odd(report()) == {}


@pytest.mark.parametrize(
    ("document", "kind", "says"),
    [
        (
            report(published=None),
            Odd.NO_DATE,
            "It has no published date: what it says of “Friday” or “yesterday” stays without a day.",
        ),
        (report(publisher=None), Odd.NO_PUBLISHER, "It has no publisher: who printed its figures is not known."),
        (report(published=dt.date(2022, 3, 6)), Odd.FUTURE, "Its published date, 6 March 2022, lies in the future."),
        (report(TEXT + " More follows…"), Odd.CUT, "Its text breaks off: what follows is not read."),
        (report(TEXT.replace("said", "said donâ€™t")), Odd.BROKEN_LETTERS, "Some of its letters are broken"),
        (report("Nine people were killed."), Odd.SHORT, "It is very short: 4 words."),
        (
            report("The mayor opened a new market hall in the town. " * 5),
            Odd.NO_FACTS,
            "No figures or conditions were read in it.",
        ),
        (
            report(TEXT + " On 7 March 2022, 12 people were killed."),
            Odd.AHEAD,
            "It tells of 7 March 2022, but its published date is 3 March 2022: one of the two is wrong.",
        ),
        (
            report(f"{TEXT}\f \f\n\f{TEXT}\f", page_starts=(0, len(TEXT) + 1, len(TEXT) + 3, len(TEXT) + 5, 2 * len(TEXT) + 6)),
            Odd.NO_TEXT_ON_PAGES,
            "There is no text on pages 2–3 and 5: what is shown there, such as a scan, is not read.",
        ),
    ],
    ids=lambda value: value.value if isinstance(value, Odd) else "",
)
def test_what_looks_odd_is_said_in_one_sentence(document: Document, kind: Odd, says: str) -> None:
    assert says in odd(document)[kind]


def test_of_a_language_that_is_not_read_no_figures_are_missed() -> None:
    text = "Девять человек погибли в пятницу в результате обстрела центрального рынка, сообщил мэр города. " * 3
    kinds = odd(report(text))
    assert Odd.NOT_READ in kinds
    assert Odd.NO_FACTS not in kinds


def test_the_gravest_comes_first() -> None:
    found = [oddity.kind for oddity in oddities(report("Nine…", published=None, publisher=None), [], TODAY)]
    assert found == [kind for kind in Odd if kind in found]


@pytest.mark.parametrize(
    ("end", "cut"),
    [
        ("The army said…", True),
        ("The army said that [+2345 chars]", True),
        ("Read more", True),
        ("Continue reading →", True),
        ("The army said that it had left the town in the night and that nobody had been hurt in it, but that many of the", True),
        (
            "The army said that it had left the town in the night and that nobody had been hurt in it, but that many of them,",
            True,
        ),
        ("The army left.", False),
        ("Contact: Ama Owusu", False),
        ("Wa | 14 | 30", False),
        ("“We wait,” she said", False),
        ("", False),
    ],
)
def test_a_text_that_ends_in_the_middle_is_told(end: str, cut: bool) -> None:
    assert looks_cut(f"Nine people were killed.\n\n{end}\n" if end else "") == cut


def test_pages_without_text_are_named_as_runs() -> None:
    assert empty_pages(report("a\fb\f", page_starts=(0, 2))) == []
    assert empty_pages(report(" \f \f a \f \f ", page_starts=(0, 2, 4, 8, 10))) == ["1–2", "4–5"]
    assert empty_pages(report()) == []


RELATIVE = (
    "Nine people were killed in Tamale on Friday. Some 300 families have fled since yesterday. Twelve were hurt last week. "
    "In the past 24 hours, five people drowned. By 3 March, 90 had died. Today six were injured. Two days ago 11 people went "
    "missing. Overnight, eight people were killed. Tamale has been under siege since Tuesday."
)


def test_without_a_published_date_relative_dates_stay_open() -> None:
    facts = find_facts(report(RELATIVE, published=None))
    assert len(facts) >= 8
    assert {(fact.as_of, fact.as_of_precision, getattr(fact, "period_start", None)) for fact in facts} == {
        (None, Precision.UNKNOWN, None)
    }


def test_a_day_that_is_written_out_is_known_without_a_published_date() -> None:
    (fact,) = find_facts(report("On 3 March 2022, seven people were killed in Tamale.", published=None))
    assert (fact.as_of, fact.as_of_precision) == (dt.date(2022, 3, 3), Precision.DAY)
