"""What was measured of the reader, as sentences and as lines of a table: the Accuracy view and the README say the same."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from humsit.accuracy import Measurement, Rate, Source
from humsit.app import words
from humsit.app.words import counts
from humsit.app.words import shares as wording
from humsit.records import Measure

FEW = 10
"""Shares of fewer cases say little, and are shown so."""


_TOLD = ("claimant", "place", "interval")
"""The fields that the sentences name."""


class Share(NamedTuple):
    """A share, 0 to 1, and the number of cases that it is a share of; of none it is unknown."""

    of_one: float
    cases: int

    @property
    def said(self) -> str:
        """With two decimals; a share that is not all is never said to be 1.00."""
        if not self.cases:
            return "–"
        return f"{self.of_one if self.of_one == 1 else min(self.of_one, 0.99):.2f}"

    @property
    def is_of_few(self) -> bool:
        """Whether it says little."""
        return self.cases < FEW


class Line(NamedTuple):
    """What is shared, and the share on each kind of texts."""

    label: str
    shares: tuple[Share, ...]


class Part(NamedTuple):
    """Lines of the table that belong together."""

    label: str
    lines: tuple[Line, ...]


def sentences(measurement: Measurement) -> Iterator[str]:
    """How right the reader is, in plain words: first on texts that nobody read while it was made."""
    unread = measurement.together(read_during_development=False)
    yield _sentence(unread, words.NOT_READ) if unread else words.NOT_MEASURED
    if read := measurement.together(read_during_development=True):
        yield _sentence(read, words.WAS_READ)


def _sentence(source: Source, which: str) -> str:
    figures, found = source.found, source.found.right
    texts = wording.texts_with(counts.texts(source.texts), counts.figures(figures.there))
    right = ", ".join(wording.right_in(name, _of_100(source.fields[name], found)) for name in _TOLD)
    said = [
        wording.found(which, texts, _of_100(found, figures.there), _of_100(found, figures.read)),
        wording.fields(right),
    ]
    if source.conditions.there:
        said.append(wording.conditions(_of_100(source.conditions.right, source.conditions.there)))
    if source.traps:
        said.append(wording.traps(source.traps, source.sprung))
    return " ".join(said)


def _of_100(right: int, cases: int) -> str:
    """ "97 of 100", never rounded up to all; of fewer than 100 cases the very count."""
    if cases < 100:
        return wording.of_cases(right, cases)
    return wording.of_cases(min(round(100 * right / cases), 100 if right == cases else 99), 100)


def of_fields(sources: Sequence[Source]) -> list[Part]:
    """The table by field."""
    figures = [_line("recall", sources, _recall), _line("precision", sources, _precision), _line("f1", sources, _f1)]
    conditions = [_line("conditions", sources, lambda one: _f1_of(one.conditions))]
    conditions += [_line(f"condition_{name}", sources, _of_conditions(name)) for name in ("state", "place", "claimant")]
    return [
        Part(words.OF_FIGURES, (*figures, _line("record", sources, lambda one: _f1_of(one.record)))),
        Part(words.OF_THE_FOUND, tuple(_line(name, sources, _of_found(name)) for name in _fields_of(sources))),
        Part(words.OF_CONDITIONS, tuple(conditions)),
        Part(words.OF_TRAPS, (_line("traps", sources, lambda one: _share(one.sprung, one.traps)),)),
    ]


def of_measures(sources: Sequence[Source]) -> list[Part]:
    """The table by measure: found (F1), in the order of the measures."""
    known = [measure for measure in Measure if any(measure.value in one.by_measure for one in sources)]
    none = Rate(0, 0, 0)
    lines = (Line(words.MEASURE[m], tuple(_f1_of(one.by_measure.get(m.value, none)) for one in sources)) for m in known)
    return [Part(words.BY_MEASURE, tuple(lines))]


def as_csv(sources: Sequence[Source]) -> str:
    """Both tables, a line a share."""
    written = io.StringIO()
    rows = csv.writer(written, lineterminator="\n")
    rows.writerow(("texts", "read_during_development", "part", "what", "share", "cases"))
    for part in [*of_fields(sources), *of_measures(sources)]:
        for line in part.lines:
            for one, share in zip(sources, line.shares, strict=True):
                read = "yes" if one.read_during_development else "no"
                known = f"{share.of_one:.4f}" if share.cases else ""
                rows.writerow((one.title, read, part.label, line.label, known, share.cases))
    return written.getvalue()


def _fields_of(sources: Sequence[Source]) -> Sequence[str]:
    return list(sources[0].fields) if sources else []


def _line(key: str, sources: Sequence[Source], share: Callable[[Source], Share]) -> Line:
    return Line(words.SHARE[key], tuple(share(one) for one in sources))


def _share(right: int, cases: int) -> Share:
    return Share(right / cases if cases else 0.0, cases)


def _recall(one: Source) -> Share:
    return _share(one.found.right, one.found.there)


def _precision(one: Source) -> Share:
    return _share(one.found.right, one.found.read)


def _f1(one: Source) -> Share:
    return _f1_of(one.found)


def _f1_of(rate: Rate) -> Share:
    """F1, and the cases that are there; what is read though nothing is there has 0 of those read."""
    return Share(rate.f1, rate.there or rate.read)


def _of_found(name: str) -> Callable[[Source], Share]:
    return lambda one: _share(one.fields[name], one.found.right)


def _of_conditions(name: str) -> Callable[[Source], Share]:
    return lambda one: _share(one.condition_fields[name], one.conditions.right)
