"""Numbers as the specifications of a number recogniser write them: what the reader makes of each, and what is left out and why.

The specifications are made for spoken assistants and calculators. Left out is what no report writes as a count; each class has
its reason here, and is counted.
"""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from humsit.facts.find import document_sentences, find_facts
from humsit.mentions.numbers import bounds, numbers_in
from humsit.mentions.quantities import qualifier_of
from humsit.records import Document, Figure
from humsit.vocabulary import load_vocabulary

_PART = r"\w*(?:thirds?|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?|teenths?|tieths?|dredths?|lionths?|firsts?)"
_HALF = r"(?:half|quarters?)"


class Class(NamedTuple):
    """Expected numbers that are left out: their name, the reason, and by which words of the number or of the sentence."""

    name: str
    why: str
    words: re.Pattern[str] | None = None
    around: re.Pattern[str] | None = None


LEFT_OUT = (
    Class("below zero", "nobody counts less than nothing", re.compile(r"(?:^|[<=>])\s*-\s*\d|minus|negative", re.I)),
    Class("ranks", "between the tenth and the fifteenth: no amount", re.compile(r"\bthe \w+th\b")),
    Class("powers", "the notation of calculators", re.compile(r"\d[eE][+-]?\d|\^")),
    Class(
        "parts of one",
        "two thirds, one over three, 1 in 20, 2 1/4, ½: shares and arithmetic",
        re.compile(rf"\d\s*/\s*\d|[¼-¾⅐-⅞]|\w over \w|\bout of\b|^\w+ in \w|\b{_PART}\b", re.I),
    ),
    Class(
        "a half of nothing",
        "a half or three quarters without a scale: shares",
        re.compile(rf"^(?:.*\bthan |.*\babove |an? |half$|(?!.*illion).*\bthree )(?:one )?{_HALF}?(?: and below a half)?$", re.I),
    ),
    Class(
        "numbers that name",
        "network addresses, telephone numbers, dates, exercises, codes, scores: read as no count",
        around=re.compile(r"\d\.\d+\.\d+\.\d|\+1-|\d/\d+/\d{4}|nrs?\.|[A-Z]-\d|[a-z]-nought-"),
    ),
    Class(
        "units of computing and banking", "10G, 1MM, or a letter that stands apart", re.compile(r"\dmm|\d\s?g$|\d\s+[km]$", re.I)
    ),
    Class("a unit without a space", "40km is 40 here, and 1m a million", around=re.compile(r"\d(?:ml|km|m) ")),
    Class("no digit before the point", "reports write 0.08", re.compile(r"^\.\d")),
    Class("nought", "reports write zero", re.compile(r"\bn[ao]ught\b", re.I)),
    Class("shorthand for dozens", "3 dzs", re.compile(r"\bd(?:oz|z)s\b", re.I)),
    Class("from … to …", "read as the two ends of a change", re.compile(r"^from ")),
    Class("comparisons of programmers", "less or equal than", re.compile(r"or equal than|at least or equal")),
)


@dataclass
class Tally:
    """How many expected values are read as they should be, of how many; the misses; what was left out."""

    right: int = 0
    asked: int = 0
    as_figures: int = 0
    misses: list[str] = field(default_factory=list)
    out: Counter[str] = field(default_factory=Counter)


class Read(NamedTuple):
    """A number that the reader found: characters [start, end), its value, and the bounds it allows."""

    start: int
    end: int
    value: float | None
    low: float | None
    high: float | None


def numbers(path: Path) -> Tally:
    """The specification of single numbers: each value, and nothing where there is none."""
    tally = Tally()
    for text, expected in _cases(path):
        read, figures = list(_read(text)), list(_figures(text))
        if not expected and not any(_kept(text, [(text, 0, 0, "")], tally)):
            continue
        if not expected:
            _count(tally, not figures, f"{text!r} holds no count, read {figures}", as_figure=True)
        for words, start, end, value in _kept(text, expected, tally):
            wanted = float(value)
            fits = any(_meets(one, start, end) and _same(one.value, wanted) for one in read)
            is_figure = any(_meets(one, start, end) and _same(one.value, wanted) for one in figures)
            _count(tally, fits, f"{words!r} in {text!r} is {value}, read {read}", as_figure=is_figure)
    return tally


def ranges(path: Path) -> Tally:
    """The specification of ranges: the bounds that the numbers in the words of a range give together."""
    tally = Tally()
    for text, expected in _cases(path):
        read, figures = list(_read(text)), list(_figures(text))
        for words, start, end, value in _kept(text, expected, tally):
            wanted = _interval(value)
            fits = _within([one for one in read if _meets(one, start, end)]) == wanted
            is_figure = _within([one for one in figures if _meets(one, start, end)]) == wanted
            _count(tally, fits, f"{words!r} in {text!r} is {value}, read {read}", as_figure=is_figure)
    return tally


def _count(tally: Tally, right: bool, miss: str, *, as_figure: bool) -> None:
    tally.asked += 1
    tally.right += right
    tally.as_figures += right and as_figure
    if not right:
        tally.misses.append(miss)


def _cases(path: Path) -> Iterator[tuple[str, list[tuple[str, int, int, str]]]]:
    for case in json.loads(path.read_text(encoding="utf-8")):
        yield case["Input"], [_expected(case["Input"], one) for one in case["Results"]]


def _expected(text: str, result: dict[str, Any]) -> tuple[str, int, int, str]:
    start = result.get("Start", max(0, text.lower().find(result["Text"].lower())))
    return result["Text"], start, start + len(result["Text"]), result["Resolution"]["value"]


def _kept(text: str, expected: Iterable[tuple[str, int, int, str]], tally: Tally) -> Iterator[tuple[str, int, int, str]]:
    for one in expected:
        reason = next((each for each in LEFT_OUT if _belongs(each, one[0], text)), None)
        if reason is None:
            yield one
        else:
            tally.out[f"{reason.name} ({reason.why})"] += 1


def _belongs(kind: Class, words: str, text: str) -> bool:
    by_words = kind.words is not None and kind.words.search(words) is not None
    return by_words or (kind.around is not None and kind.around.search(text) is not None)


def _read(text: str) -> Iterator[Read]:
    """Every number of a text with the bounds that the words around it allow, be it a figure or not."""
    lexicon = load_vocabulary().lexicon
    for sentence in document_sentences(text, lexicon):
        for found in numbers_in(sentence, lexicon):
            yield Read(
                *sentence.span(found.i, found.j),
                found.reading.value,
                *bounds(found.reading, qualifier_of(sentence, found, lexicon)),
            )


def _figures(text: str) -> Iterator[Read]:
    if text.strip():
        for fact in find_facts(Document(document_id="d", text=text)):
            if isinstance(fact, Figure):
                yield Read(fact.start, fact.end, fact.value, fact.low, fact.high)


def _meets(one: Read, start: int, end: int) -> bool:
    return one.start < end and start < one.end


def _same(a: float | None, b: float) -> bool:
    return a is not None and math.isclose(a, b, rel_tol=1e-9, abs_tol=1e-12)


def _interval(written: str) -> tuple[float, float]:
    """ "[20,30)" as bounds; whether they are in or out makes no difference to a count."""
    low, high = written.strip("[]()").split(",")
    return float(low or -math.inf), float(high or math.inf)


def _within(read: list[Read]) -> tuple[float, float] | None:
    """What several bounds allow together: "more than 10" and "less than 20"."""
    if not read:
        return None
    low = max(-math.inf if one.low is None else one.low for one in read)
    high = min(math.inf if one.high is None else one.high for one in read)
    return low, high
