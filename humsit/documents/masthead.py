"""What a report's own text says of where it comes from: agency, publisher and day, for every format.

BEIRUT (Reuters) - Nine people …           → agency Reuters
OCHA | Situation report No. 4              → publisher OCHA
Published: 3 March 2022, 23:40 EST         → published 2022-03-03
Not said: "March 3" without a year, "03/04/2022", "on Friday", a source in the middle of the story.

Only the head and the foot of a text say it. The names and cue words stand in `mastheads.csv`.
"""

from __future__ import annotations

import csv
import datetime as dt
import re
from collections.abc import Iterator, Sequence
from functools import cache
from importlib import resources

from humsit.documents.metadata import Metadata
from humsit.documents.written_dates import date_pattern, day_of, day_written, month_names

HEAD_LINES, HEAD_SIZE = 12, 2_000
"""Lines, and characters, of a text's beginning that may say where it comes from."""
FOOT_LINES, FOOT_SIZE = 5, 1_000
LONGEST_LABEL = 140
"""A longer line is running text."""
LONGEST_SHOWN = 90
"""Characters of a line that are shown as the place where something was found."""

_MARKUP = re.compile(r"^[#>\s]+|[*_`]{1,3}")
_YEAR = re.compile(r"(?:19|20)\d{2}")
_SENTENCE = re.compile(r"[.!?]$")
_DASH = r"\s*[-–—]+\s*"
_JOINED = r"of and the in for on to de la du des &".split()


def told_by(text: str) -> Metadata:
    """What the head and the foot of a text say; None where they say nothing, or nothing sure."""
    head, foot = _head(text), _foot(text)
    agency, publisher, published = _agency(head, foot), _publisher(head, foot), _published(head)
    return Metadata.found_in(
        {name: f"the text: “{_shown(found[1])}”" for name, found in _named(agency, publisher, published) if found},
        agency=agency and agency[0],
        publisher=publisher and publisher[0],
        published=published and published[0],
    )


def agency_named(name: str) -> str | None:
    """The news agency that a name is, as it is usually called: "AFP" for "Agence France-Presse"; None for any other name."""
    found = re.fullmatch(rf"(?:{_names('agency')})", name.strip())
    return _meaning("agency", found[0]) if found else None


def body_named(name: str) -> str | None:
    """The body that publishes reports which a name is, as it is usually called: "OCHA" for "UN OCHA"; None for any other name."""
    found = re.fullmatch(rf"(?:{_names('body')})", name.strip())
    return _meaning("body", found[0]) if found else None


def _named(agency: _Found, publisher: _Found, published: _Day) -> Iterator[tuple[str, tuple[object, str] | None]]:
    yield from (("agency", agency), ("publisher", publisher), ("published", published))


_Found = tuple[str, str] | None
_Day = tuple[dt.date, str] | None


# -- the lines -------------------------------------------------------------------------------------------------------------------


def _head(text: str) -> list[str]:
    return _bare(text.lstrip()[:HEAD_SIZE].splitlines())[:HEAD_LINES]


def _foot(text: str) -> list[str]:
    lines = _bare(text.rstrip()[-FOOT_SIZE:].splitlines())
    return lines[-FOOT_LINES:]


def _bare(lines: Sequence[str]) -> list[str]:
    """The lines without Markdown's marks and with single spaces; empty ones left out."""
    return [bare for line in lines if (bare := " ".join(_MARKUP.sub("", line).split()))]


def _shown(line: str) -> str:
    return line if len(line) <= LONGEST_SHOWN else f"{line[:LONGEST_SHOWN].rstrip()}…"


# -- the agency ------------------------------------------------------------------------------------------------------------------


def _agency(head: list[str], foot: list[str]) -> _Found:
    for line in head:
        if found := _dateline().match(line) or _slashed().match(line):
            return _meaning("agency", found["agency"]) or found["agency"], found[0].rstrip()
        if len(line) <= LONGEST_LABEL and (found := _byline().fullmatch(line)):
            return _meaning("agency", found["agency"]), line
    for line in (*head, *foot):
        if len(line) <= LONGEST_LABEL and (found := _source().fullmatch(line)):
            name = found["name"]
            return _meaning("agency", name) or _meaning("body", name), line
    for line in reversed(foot):
        if (found := _signed().fullmatch(line)) or (found := _owned().match(line)):
            return _meaning("agency", found["agency"]), line
        if found := _sourced().search(line):
            return _meaning("agency", found["agency"]), found[0]
    return None


@cache
def _dateline() -> re.Pattern[str]:
    """ "BEIRUT (Reuters) -", "KYIV, Ukraine (AP) —", "(AP) —", "ACCRA (Volta News Agency) –" at a line's start."""
    other = r"[A-ZÀ-Þ][\w&.'’ -]{1,40} (?:News|Press|News Agency|Press Agency|News Service|Newswire|Wire)"
    return re.compile(rf"(?:[A-ZÀ-Þ][^().:;!?]{{1,60}})?\((?P<agency>{_names('agency')}|{other})\)(?:{_DASH}|\s*:\s)")


@cache
def _slashed() -> re.Pattern[str]:
    """ "MOSCOW, March 3. /TASS/." """
    return re.compile(rf"[A-ZÀ-Þ][^()/:;!?]{{1,60}}/(?P<agency>{_names('agency')})/")


@cache
def _byline() -> re.Pattern[str]:
    """ "Reuters", "By Agence France-Presse", "By Ama Owusu, Associated Press", "Ama Owusu | AFP", "AFP in Accra"."""
    agency = rf"(?P<agency>{_names('agency')})"
    person = r"[A-ZÀ-Þ][^\W\d_]*(?:[ .'’-]+[^\W\d_]+){0,7}"
    by = rf"(?:[Bb][Yy]:? (?:{person}(?:\s*[,|/–—-]\s*| for | of | ))?|{person}\s*[,|–—/]\s*)?"
    return re.compile(rf"{by}{agency}(?: (?:staff|correspondents?|writers?|reporters?)| in [A-Z][\w .'’-]{{1,30}})?\.?")


@cache
def _source() -> re.Pattern[str]:
    """ "Source: Reuters", "Source: OCHA": a whole line."""
    label = _names("source_label", any_case=True)
    return re.compile(rf"[(\[]?(?:{label})\s*:\s*(?:the )?(?P<name>{_names('agency')}|{_names('body')})[)\]]?\.?")


@cache
def _signed() -> re.Pattern[str]:
    """ "AFP", "(AP)", "— Reuters": a whole line at the end."""
    return re.compile(rf"[-–—(\[\s]*(?P<agency>{_names('agency')})[)\]\s.]*")


@cache
def _owned() -> re.Pattern[str]:
    """ "© 2022 AFP", "Copyright 2022 The Associated Press. All rights reserved." """
    return re.compile(rf"(?:©|\(c\)|copyright)[ ©]*(?:19|20)\d{{2}},? (?P<agency>{_names('agency')})(?!\w)", re.IGNORECASE)


@cache
def _sourced() -> re.Pattern[str]:
    """ "… were killed. (Source: Reuters)" at a line's end."""
    label = _names("source_label", any_case=True)
    return re.compile(rf"[(\[](?:{label})\s*:\s*(?P<agency>{_names('agency')})[)\]]\.?$")


# -- the publisher ---------------------------------------------------------------------------------------------------------------


def _publisher(head: list[str], foot: list[str]) -> _Found:
    for line in (*head, *foot):
        if len(line) <= LONGEST_LABEL and (found := _labelled_publisher().fullmatch(line)):
            return _meaning("body", found["name"]) or _meaning("agency", found["name"]) or found["name"], line
    for line in head:
        if len(line) <= LONGEST_LABEL and not _SENTENCE.search(line) and (name := _of_report(line)):
            return name, line
        if found := _produced().match(line):
            return _meaning("body", found["name"]), found[0]
    return None


@cache
def _labelled_publisher() -> re.Pattern[str]:
    label = _names("publisher_label", any_case=True)
    return re.compile(rf"(?:{label})\s*:?\s+(?:the )?(?P<name>[A-ZÀ-Þ][\w&'’.-]*(?: [\w&'’.()-]+){{0,7}}?)\.?")


def _of_report(line: str) -> str | None:
    """The body whose report a line names: "OCHA | Situation report No. 4", "Ghana: Flash Update 2 – IFRC"."""
    if found := _report_of().match(line):
        between = found["between"].replace("|", " ").split()
        is_name = all(word in _JOINED or not word[0].islower() for word in between)
        return _meaning("body", found["name"]) if is_name else None
    found = _report_by().search(line)
    return _meaning("body", found["name"]) if found else None


@cache
def _report_of() -> re.Pattern[str]:
    kind = _names("report", any_case=True)
    return re.compile(rf"(?:the )?(?P<name>{_names('body')})(?![\w’'])(?P<between>[^.!?]{{0,60}}?)\b(?:{kind})\b")


@cache
def _report_by() -> re.Pattern[str]:
    kind = _names("report", any_case=True)
    return re.compile(rf"\b(?:{kind})\b.{{0,60}}?(?:\s[|–—-]\s*| by (?:the )?)(?P<name>{_names('body')})$")


@cache
def _produced() -> re.Pattern[str]:
    """ "This report is produced by OCHA Ghana in collaboration with …" """
    return re.compile(
        r"This (?:report|update|bulletin|snapshot|document|brief) (?:is|was|has been) "
        rf"(?:produced|prepared|issued|compiled|published) by (?:the )?(?P<name>{_names('body')})(?!\w)"
    )


# -- the day ---------------------------------------------------------------------------------------------------------------------


def _published(head: list[str]) -> _Day:
    """The day: what is labelled before a dateline's, before a line that is a day, before a report's number, before "as of"."""
    lines = [line for line in head if _YEAR.search(line)]
    for days in (_labelled, _datelined, _alone, _numbered, _as_of):
        found = [(day, line) for line in lines if (day := days(line)) is not None]
        if found:
            return found[0] if len({day for day, _ in found}) == 1 or days is _labelled else None
    return None


def _labelled(line: str) -> dt.date | None:
    found = _date_label().match(line) if len(line) <= LONGEST_LABEL else None
    return (
        day_written(re.split(r"\s*[|•·]\s*|\s+(?:by|By)\s|\s[-–—]\s*(?:[Uu]pdated|[Ll]ast)", line[found.end() :])[0])
        if found
        else None
    )


@cache
def _date_label() -> re.Pattern[str]:
    return re.compile(rf"(?:{_names('date_label', any_case=True)})(?:\s*:\s*|\s+)(?=\S)")


def _datelined(line: str) -> dt.date | None:
    """ "ACCRA, 3 March 2022 — Nine people were killed." """
    found = date_pattern().search(line[:LONGEST_LABEL])
    if found is None or not re.fullmatch(r"[A-ZÀ-Þ][^\d:;.!?]{1,60}[,(]\s*", line[: found.start()]):
        return None
    return day_of(found) if re.match(r"\)?\s*(?:\([^()]{2,40}\)\s*)?[-–—:]+\s*[^\s\d]", line[found.end() :]) else None


def _alone(line: str) -> dt.date | None:
    """ "3 March 2022", "Accra, Thursday 3 March 2022", "By Ama Owusu in Accra 3 March 2022": a whole line."""
    if len(line) > LONGEST_LABEL:
        return None
    if (day := day_written(line)) is not None:
        return day
    found = re.fullmatch(rf"(?P<before>.*?)(?:{date_pattern().pattern})\)?\.?", line, re.IGNORECASE)
    if found is None or _ends_in_range().search(found["before"]):
        return None
    before = found["before"].strip()
    is_place = re.fullmatch(r"[A-ZÀ-Þ][^\W\d_]*(?:[ '’-][^\W\d_]+){0,3}\s*[,|–—(-]", before)
    is_byline = re.fullmatch(r"[Bb][Yy] [A-ZÀ-Þ][^\d:;!?]{1,80}", before)
    return day_of(found) if is_place or is_byline else None


def _numbered(line: str) -> dt.date | None:
    """ "Situation Report No. 4 | 5 May 2024", "Flash Update #3 (5 May 2024)"; no period that a report covers."""
    if len(line) > LONGEST_LABEL or not re.search(rf"\b(?:{_names('report', any_case=True)})\b", line):
        return None
    found = list(date_pattern().finditer(line))
    if len(found) != 1 or _ends_in_range().search(line[: found[0].start()]):
        return None
    before, after = line[: found[0].start()], line[found[0].end() :]
    is_last = re.fullmatch(r"[)\]]?\.?(?:\s*[|–—-].*)?", after) is not None
    return day_of(found[0]) if is_last and re.search(r"[|(\[,:–—-]\s*$|\b(?:of|on|dated)\s$|\d\s$", before) else None


@cache
def _ends_in_range() -> re.Pattern[str]:
    """What stands before the last day of a period: "28 April –", "1-", "from 1 to"; but "Report No. 4 –" is none."""
    day = r"(?<!No\. )(?<!No\.)(?<!No )(?<!#)(?<!# )\b\d{1,2}(?:st|nd|rd|th)?"
    words = "to|until|till|and|from|between|since|through"
    return re.compile(rf"(?:\b(?:{month_names()})\.?|(?:19|20)\d{{2}}|{day})\s*[-–—]\s*$|\b(?:{words})\s*$", re.IGNORECASE)


def _as_of(line: str) -> dt.date | None:
    """ "As of 5 May 2024" as a whole line, in brackets, or at the end of a heading."""
    if len(line) > LONGEST_LABEL or _SENTENCE.search(line):
        return None
    found = re.search(
        rf"\b(?:{_names('as_of', any_case=True)})\s*:?\s+(?:{date_pattern().pattern})(?=[)\]]|\s*[|–—]|$)", line, re.IGNORECASE
    )
    return day_of(found) if found else None


# -- the words -------------------------------------------------------------------------------------------------------------------


@cache
def rows() -> list[dict[str, str]]:
    """The rows of `mastheads.csv`: words, their kind, what they mean, an example."""
    return list(csv.DictReader(resources.files(__package__).joinpath("mastheads.csv").read_text("utf-8").splitlines()))


@cache
def _names(kind: str, *, any_case: bool = False) -> str:
    """A pattern of the words of a kind, the longest first. Initials count in capitals only: "who" is no agency."""
    words = sorted((row["words"] for row in rows() if row["kind"] == kind), key=len, reverse=True)
    return "|".join(
        re.escape(word) if not any_case and (word.isupper() or word.islower()) else f"(?i:{re.escape(word)})" for word in words
    )


@cache
def _meanings(kind: str) -> dict[str, str]:
    return {row["words"].lower(): row["means"] for row in rows() if row["kind"] == kind}


def _meaning(kind: str, name: str) -> str:
    """What a name stands for; "" where the list does not have it."""
    return _meanings(kind).get(name.lower(), "")
