"""What was measured: counts for every kind of gold texts, and the errors that the reader is known to make.

`make accuracy` writes it anew into `measured.json` beside this file, where the dashboard finds it, and into the README.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Self

from pydantic import BaseModel, ConfigDict

from humsit.accuracy.counting import CONDITION_FIELDS, FIELDS, Accuracy, Rate, evaluate
from humsit.gold import GoldText, read_gold
from humsit.records import AnyFact, Document, Figure, Measure, UnreadableInput

Read = Callable[[Document], Sequence[AnyFact]]
FILE = "measured.json"
SOURCES, ERRORS = "sources.csv", "known_errors.csv"
_COLUMNS = {
    SOURCES: ("file", "title", "read_during_development", "note"),
    ERRORS: ("sentence", "example", "words", "field", "right"),
}
_DAY_OF_EXAMPLES = "2026-03-04"


class _Kept(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Source(_Kept):
    """Gold texts of one kind and what was counted on them; a count of cases stands beside everything that is a share of them."""

    title: str
    read_during_development: bool
    note: str
    texts: int
    found: Rate
    """Figures with the right words and measure."""
    record: Rate
    """Figures of which interval, place and claimant are right too."""
    fields: dict[str, int]
    """Field → how many of the found figures have it right."""
    conditions: Rate
    condition_fields: dict[str, int]
    """Field → how many of the found conditions have it right."""
    traps: int
    """Numbers that are no figures."""
    sprung: int
    """How many of them were read as figures."""
    by_measure: dict[str, Rate]
    """Measure → found, for each measure that is there or was read, in the order of the measures."""

    @classmethod
    def of(cls, title: str, read: bool, note: str, texts: int, result: Accuracy) -> Self:
        """What an evaluation of so many texts counted."""
        counts, by_measure = result.counts, result.by_measure
        return cls(
            title=title,
            read_during_development=read,
            note=note,
            texts=texts,
            found=result.found,
            record=result.record,
            fields={name: counts[f"figure {name}"] for name in FIELDS},
            conditions=result.conditions,
            condition_fields={name: counts[f"condition {name}"] for name in CONDITION_FIELDS},
            traps=counts["traps"],
            sprung=counts["traps sprung"],
            by_measure={m.value: by_measure[m.value] for m in Measure if m.value in by_measure},
        )


class KnownError(_Kept):
    """An error that the reader makes: in a plain sentence, with an example and what is read in it ("" and "": none given)."""

    sentence: str
    example: str = ""
    read: str = ""


class Measurement(_Kept):
    """Everything that was measured, in the order of its table."""

    sources: tuple[Source, ...]
    errors: tuple[KnownError, ...] = ()

    def together(self, *, read_during_development: bool) -> Source | None:
        """All texts that were read while the reader was made, or all others, counted as one; None where there are none."""
        chosen = [one for one in self.sources if one.read_during_development is read_during_development]
        return _sum_of(chosen) if chosen else None

    def as_text(self) -> str:
        """The content of `measured.json`."""
        return self.model_dump_json(indent=1) + "\n"


@cache
def measured() -> Measurement:
    """What was measured on this version of the reader."""
    return Measurement.model_validate_json(resources.files(__package__).joinpath(FILE).read_text(encoding="utf-8"))


def measure(folder: Path, read: Read) -> Measurement:
    """Reads all gold texts that `sources.csv` in `folder` names, and the examples of `known_errors.csv`; an error that is made no
    longer is left out.

    Raises UnreadableInput, naming the file and what is wrong with it.
    """
    sources = [_source(folder, row, read) for row in _rows(folder / SOURCES)]
    errors = [_error(row, read) for row in _rows(folder / ERRORS)]
    return Measurement(sources=tuple(sources), errors=tuple(error for error in errors if error is not None))


def _rows(path: Path) -> list[dict[str, str]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            reader = csv.DictReader(lines)
            rows, names = list(reader), reader.fieldnames or []
    except (OSError, UnicodeDecodeError) as reason:
        raise UnreadableInput(f"{path} cannot be read ({getattr(reason, 'strerror', None) or reason}).") from reason
    if missing := [column for column in _COLUMNS[path.name] if column not in names]:
        raise UnreadableInput(f"{path} has no column {', '.join(missing)}: add it to the first row.")
    return [{column: (row[column] or "").strip() for column in _COLUMNS[path.name]} for row in rows]


def _source(folder: Path, row: dict[str, str], read: Read) -> Source:
    was_read = {"yes": True, "no": False}.get(row["read_during_development"])
    if was_read is None or not row["title"]:
        raise UnreadableInput(f"{folder / SOURCES}, {row['file']}: give a title, and write yes or no in read_during_development.")
    texts = read_gold(folder / row["file"])
    return Source.of(row["title"], was_read, row["note"], len(texts), _evaluated(texts, read))


def _evaluated(texts: Sequence[GoldText], read: Read) -> Accuracy:
    return evaluate(texts, {text.id: read(text.document) for text in texts})


def _error(row: dict[str, str], read: Read) -> KnownError | None:
    """The error as it is made today; None where its example is read right."""
    if not row["example"]:
        return KnownError(sentence=row["sentence"])
    document = Document.model_validate({"document_id": "example", "text": row["example"], "published": _DAY_OF_EXAMPLES})
    facts = [fact for fact in read(document) if _words(fact) == row["words"]]
    got = [str(getattr(fact, row["field"], "")) for fact in facts]
    if row["right"] in got:
        return None
    return KnownError(sentence=row["sentence"], example=row["example"], read=_misread(row, got))


def _misread(row: dict[str, str], got: list[str]) -> str:
    if not got:
        return f"“{row['words']}” is not read"
    wanted = f"not as {row['right']}" if row["right"] else "though none is said"
    return f"the {row['field'].replace('_', ' ')} of “{row['words']}” is read as {got[0] or 'nothing'}, {wanted}"


def _words(fact: AnyFact) -> str:
    return fact.number if isinstance(fact, Figure) else fact.phrase


def _sum_of(sources: Sequence[Source]) -> Source:
    return Source(
        title=", ".join(one.title for one in sources),
        read_during_development=sources[0].read_during_development,
        note="",
        texts=sum(one.texts for one in sources),
        found=_rate(one.found for one in sources),
        record=_rate(one.record for one in sources),
        fields={name: sum(one.fields[name] for one in sources) for name in FIELDS},
        conditions=_rate(one.conditions for one in sources),
        condition_fields={name: sum(one.condition_fields[name] for one in sources) for name in CONDITION_FIELDS},
        traps=sum(one.traps for one in sources),
        sprung=sum(one.sprung for one in sources),
        by_measure={
            m.value: _rate(one.by_measure[m.value] for one in sources if m.value in one.by_measure)
            for m in Measure
            if any(m.value in one.by_measure for one in sources)
        },
    )


def _rate(rates: Iterable[Rate]) -> Rate:
    known = list(rates)
    return Rate(sum(one.right for one in known), sum(one.read for one in known), sum(one.there for one in known))
