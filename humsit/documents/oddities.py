"""What looks odd about a report, said before it is kept, so that an analyst can mend it while the report is at hand."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from humsit.documents.language import is_read, unread
from humsit.documents.metadata import ENCODING
from humsit.records import AnyFact, Document, Figure, Measure, Precision


class Odd(StrEnum):
    """The kinds of oddity, gravest first."""

    NOT_READ = "language_not_read"
    PART_NOT_READ = "part_not_read"
    NO_TEXT_ON_PAGES = "no_text_on_pages"
    BROKEN_LETTERS = "broken_letters"
    ENCODING = "encoding_guessed"
    CUT = "cut"
    NO_DATE = "no_date"
    FUTURE = "date_in_the_future"
    AHEAD = "tells_of_later_days"
    NO_PUBLISHER = "no_publisher"
    SHORT = "very_short"
    NO_FACTS = "no_facts"


@dataclass(frozen=True, slots=True)
class Oddity:
    """One thing that looks odd about a report: its kind, and one sentence that says it and what follows."""

    kind: Odd
    says: str


FEWEST_WORDS = 30
"""A report of fewer words is a fragment: a headline, a caption, a notice that the page could not be shown."""
LONG_LINE = 100
"""A last line as long as this is running text, no label, address or signature."""
DAY = dt.timedelta(days=1)

_CUT = re.compile(
    r"(?:…|\.\.\.|\[\.\.\.\]|\[…\]|\[\+\d+ chars\]"
    r"|(?:read|continue|see|show) (?:more|reading|the full (?:story|article|report))\s*[.…>»→]*)$",
    re.IGNORECASE,
)
_MISREAD = re.compile("\ufffd|â€[™œ˜”“¦]|Ã[©¨¼¶¤ª«®´±¡³]|Ð[°-¿]Ñ|Â[ \xa0]")
"""U+FFFD, or UTF-8 that was read as Windows-1252."""
_ENDS_LOW = re.compile(r"\s(?:the|a|an|of|and|or|in|to|at|by|for|with|from|that|which|who|was|were|is|are|has|have|had)$")
_WORD = re.compile(r"\w+")


def oddities(
    document: Document, facts: Sequence[AnyFact], today: dt.date | None = None, languages: frozenset[str] | None = None
) -> list[Oddity]:
    """What looks odd about a report and what was read in it, gravest first; [] where nothing does.

    `today` (else the machine's) says which dates lie in the future, `languages` which a team reads (else those of the package).
    """
    found = [*_of_text(document, languages), *_of_metadata(document, today or dt.date.today())]
    if not any(oddity.kind is Odd.NOT_READ for oddity in found):
        found += _of_facts(facts, document)
    return sorted(found, key=lambda oddity: list(Odd).index(oddity.kind))


def _of_text(document: Document, languages: frozenset[str] | None) -> Iterator[Oddity]:
    if said := unread(document.text, document.language, languages):
        yield Oddity(Odd.PART_NOT_READ if is_read(document.language, languages) else Odd.NOT_READ, said)
    if pages := empty_pages(document):
        on = f"page {pages[0]}" if len(pages) == 1 and "–" not in pages[0] else f"pages {_listed(pages)}"
        yield Oddity(Odd.NO_TEXT_ON_PAGES, f"There is no text on {on}: what is shown there, such as a scan, is not read.")
    if _MISREAD.search(document.text):
        yield Oddity(Odd.BROKEN_LETTERS, "Some of its letters are broken: it was saved in one encoding and read in another.")
    if guessed := document.found.get(ENCODING):
        yield Oddity(Odd.ENCODING, f"Its encoding was guessed: {guessed}.")
    if looks_cut(document.text):
        yield Oddity(Odd.CUT, "Its text breaks off: what follows is not read.")
    words = len(_WORD.findall(document.text[:10_000]))
    if words < FEWEST_WORDS:
        yield Oddity(Odd.SHORT, f"It is very short: {words} {'word' if words == 1 else 'words'}.")


def _of_metadata(document: Document, today: dt.date) -> Iterator[Oddity]:
    if document.published is None:
        yield Oddity(Odd.NO_DATE, "It has no published date: what it says of “Friday” or “yesterday” stays without a day.")
    elif document.published > today + DAY:  # a day ahead is today east of here
        yield Oddity(Odd.FUTURE, f"Its published date, {_shown(document.published)}, lies in the future.")
    if document.publisher is None:
        yield Oddity(Odd.NO_PUBLISHER, "It has no publisher: who printed its figures is not known.")


def _of_facts(facts: Sequence[AnyFact], document: Document) -> Iterator[Oddity]:
    days = [fact.as_of for fact in facts if fact.as_of is not None and fact.as_of_precision is Precision.DAY]
    if document.published is not None and days and max(days) > document.published + DAY:
        later, day = _shown(max(days)), _shown(document.published)
        yield Oddity(Odd.AHEAD, f"It tells of {later}, but its published date is {day}: one of the two is wrong.")
    if all(isinstance(fact, Figure) and fact.measure is Measure.OTHER for fact in facts):
        yield Oddity(Odd.NO_FACTS, "No figures or conditions were read in it.")


def empty_pages(document: Document) -> list[str]:
    """The pages without a letter or digit, as numbers and ranges: ["2", "4–6"]; [] of a report without pages."""
    starts = document.page_starts
    ends = (*starts[1:], len(document.text))
    empty = [
        number
        for number, (start, end) in enumerate(zip(starts, ends, strict=False), 1)
        if not any(letter.isalnum() for letter in document.text[start:end])
    ]
    runs = [list(run) for _, run in groupby(enumerate(empty), key=lambda pair: pair[1] - pair[0])]
    return [f"{run[0][1]}–{run[-1][1]}" if len(run) > 1 else str(run[0][1]) for run in runs]


def looks_cut(text: str) -> bool:
    """Whether a text ends in the middle: with dots of omission, "Read more", or a long line whose last word goes on nowhere."""
    last = text.rstrip()[-300:].splitlines()[-1:]
    if not last:
        return False
    line = last[0].rstrip()
    if _CUT.search(line):
        return True
    return len(line) >= LONG_LINE and (line[-1] in ",;–-" or _ENDS_LOW.search(line) is not None)


def _shown(day: dt.date) -> str:
    return f"{day.day} {day:%B} {day.year}"


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
