"""How right the reader is: measured on `tests/gold`, written for the dashboard and into the README. `python -m tests.accuracy`"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path

import humsit.accuracy
from humsit.accuracy import Measurement, Source, measure
from humsit.accuracy.measured import FILE
from humsit.app import shares, words
from humsit.facts.find import find_facts
from humsit.vocabulary import load_vocabulary

CLONE = Path(__file__).parents[1]
GOLD = CLONE / "tests" / "gold"
README = CLONE / "README.md"
WRITTEN = Path(humsit.accuracy.__file__).with_name(FILE)
BEGIN, END = "<!-- accuracy:", "<!-- end of accuracy -->"


def measured_now() -> Measurement:
    """What the reader with the built-in words gets right today."""
    vocabulary = load_vocabulary()
    return measure(GOLD, lambda document: find_facts(document, vocabulary))


def as_markdown(measurement: Measurement) -> str:
    """The README's block."""
    sources = measurement.sources
    lines = [f"{sentence}\n" for sentence in shares.sentences(measurement)]
    lines += [f"- **{one.title}**, {_read(one)}: {_counted(one)}. {one.note}" for one in sources]
    lines += [
        "",
        words.SHARES_MEAN,
        "",
        *_table("by field", sources, shares.of_fields(sources)),
    ]
    lines += ["", *_table("by measure", sources, shares.of_measures(sources)), "", "What it is known to get wrong:", ""]
    lines += [f"- {one.sentence}" + (f" “{one.example}” Here {one.read}." if one.example else "") for one in measurement.errors]
    return "\n".join(lines)


def _read(one: Source) -> str:
    return words.WAS_READ if one.read_during_development else words.NOT_READ


def _counted(one: Source) -> str:
    conditions = words.count(one.conditions.there, "condition")
    return f"{words.count(one.texts, 'text')}, {words.count(one.found.there, 'figure')}, {conditions}"


def _table(corner: str, sources: Sequence[Source], parts: Sequence[shares.Part]) -> Iterator[str]:
    yield f"| {corner} | {' | '.join(one.title for one in sources)} |"
    yield f"| --- |{' --- |' * len(sources)}"
    for part in parts:
        yield f"| **{part.label}** |{' |' * len(sources)}"
        for line in part.lines:
            cells = (f"{share.said} ({share.cases:,})" if share.cases else share.said for share in line.shares)
            yield f"| {line.label} | {' | '.join(cells)} |"


def mended(now: Measurement) -> list[str]:
    """The known errors that are made no longer."""
    with (GOLD / "known_errors.csv").open(encoding="utf-8", newline="") as lines:
        written = [row["sentence"] for row in csv.DictReader(lines)]
    return [sentence for sentence in written if sentence not in {error.sentence for error in now.errors}]


def readme_with_accuracy(text: str, measurement: Measurement) -> str:
    """The README with its block written anew."""
    before, _, rest = text.partition(BEGIN)
    comment, _, rest = rest.partition("\n")
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}{comment}\n\n{as_markdown(measurement)}\n\n{END}{after}"


def main() -> None:
    now = measured_now()
    WRITTEN.write_text(now.as_text(), encoding="utf-8")
    README.write_text(readme_with_accuracy(README.read_text(encoding="utf-8"), now), encoding="utf-8")
    print("\n".join(shares.sentences(now)))
    for row in mended(now):
        print(f"No longer made, take it out of known_errors.csv: {row}")


if __name__ == "__main__":
    main()
