"""Learns `learned.tsv` from texts whose numbers are marked with what they measure.

`python -m humsit.mentions.measures.train FILE… [--output PATH]`; a FILE is one of
- `.txt`: a sentence a line, or reports that begin with a line `### …`; numbers marked `{12,000|displaced}`,
- `.jsonl`: gold as `humsit evaluate` reads it; its traps measure nothing,
- `.csv`: document_id, start, end, measure of numbers in a corpus that is not ours to print; `--texts` names its file of texts.

An averaged perceptron over whole numbers: the same texts and lists give the same bytes on every machine.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from humsit.documents.blocks import blocks
from humsit.documents.sentences import sentence_spans
from humsit.mentions.groups import counted_by
from humsit.mentions.measures.counts import Before, Count
from humsit.mentions.measures.find import find_frames
from humsit.mentions.measures.learned import Sign, Weights, signs
from humsit.mentions.quantities import find_quantities
from humsit.mentions.sentence import Sentence
from humsit.vocabulary import Lexicon, load_vocabulary

ROUNDS = 12
MARGIN = 100  # by how much the right measure must lead, or the example is learned from
LEAST = 20  # smaller weights are left out of the file

_MARK = re.compile(r"\{([^{}|]+)\|([a-z_]+)\}")
_REPORT = re.compile(r"^###.*\n", re.MULTILINE)


class Marked(NamedTuple):
    """A text, and the measure of the number that begins at each place."""

    text: str
    measures: dict[int, str]


class Example(NamedTuple):
    """What is seen near one number, and what it measures."""

    seen: list[Sign]
    measure: str


# -- texts -----------------------------------------------------------------------------------------------------------------------


def unmarked(marked: str) -> Marked:
    """A text without its marks, and the measures that they say."""
    text, at, measures = "", 0, {}
    for mark in _MARK.finditer(marked):
        text += marked[at : mark.start()]
        measures[len(text)] = mark[2]
        text += mark[1]
        at = mark.end()
    return Marked(text + marked[at:], measures)


def texts_of(path: Path, texts: Path | None = None) -> Iterator[Marked]:
    """The marked texts of one file; `texts` holds those that a `.csv` points into."""
    if path.suffix == ".csv":
        yield from _pointed_at(path, texts)
        return
    content = path.read_text(encoding="utf-8")
    if path.suffix == ".jsonl":
        yield from (_of_gold(json.loads(line)) for line in content.splitlines())
    else:
        parts = _REPORT.split(content) if _REPORT.search(content) else content.splitlines()
        yield from (unmarked(part) for part in parts if "{" in part)


def _of_gold(document: dict[str, object]) -> Marked:
    text = str(document["text"])
    measures: dict[int, str] = {}
    for key in ("traps", "figures"):
        for one in document.get(key) or []:  # type: ignore[attr-defined]  # JSON
            measures[_nth(text, one["number"], one.get("nth", 1))] = one.get("measure", "other")
    return Marked(text, measures)


def _nth(text: str, words: str, nth: int) -> int:
    at = -1
    for _ in range(nth):
        at = text.index(words, at + 1)
    return at


def _pointed_at(path: Path, texts: Path | None) -> Iterator[Marked]:
    if texts is None:
        raise SystemExit(f"{path} points into texts that are not in it: name their file with --texts.")
    measures: dict[str, dict[int, str]] = {}
    with path.open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            measures.setdefault(row["document_id"], {})[int(row["start"])] = row["measure"]
    for line in texts.read_text(encoding="utf-8").splitlines():
        document = json.loads(line)
        if document["id"] in measures:
            yield Marked(document["text"], measures[document["id"]])


# -- examples --------------------------------------------------------------------------------------------------------------------


def examples(texts: Iterable[Marked], lexicon: Lexicon) -> Iterator[Example]:
    """What the marked numbers of the texts teach; a number that is not read as one teaches nothing."""
    for text, measures in texts:
        told = sorted((at, measure) for at, measure in measures.items() if measure != "other")
        for number, block in enumerate(blocks(text)):
            for start, end in sentence_spans(text, block.start, block.end, lexicon.abbreviations):
                sentence = Sentence(text, start, end, block, number, lexicon.tagger)
                before = [(at, measure) for at, measure in told if at < start]
                in_paragraph = [measure for at, measure in before if at >= block.start]
                last = Before(*(measures[-1] if measures else "" for measures in (in_paragraph, [one for _, one in before])))
                yield from _of_sentence(sentence, measures, lexicon, last)


def _of_sentence(sentence: Sentence, measures: dict[int, str], lexicon: Lexicon, before: Before) -> Iterator[Example]:
    quantities = find_quantities(sentence, lexicon)
    ends = [*(following.qualifier_at for following in quantities[1:]), len(sentence)]
    counts = [Count(q, counted_by(sentence, q, lexicon, end)) for q, end in zip(quantities, ends, strict=False)]
    clause = find_frames(sentence, counts, lexicon, before)
    for k, count in enumerate(counts):
        measure = measures.get(sentence.starts[count.quantity.i])
        if measure is not None:
            yield Example(signs(clause, k), measure)


# -- learning --------------------------------------------------------------------------------------------------------------------


def learn(data: list[Example]) -> Weights:
    """Weights that tell the measures of the examples apart; averaged over all steps."""
    data = [Example(_each_once(example.seen), example.measure) for example in data]
    weights: Weights = {}
    totals: Weights = {}
    step, order = 0, random.Random(0)
    for _ in range(ROUNDS):
        order.shuffle(data)
        for example in data:
            step += 1
            _step(weights, totals, example, step)
    return _averaged(weights, totals, step)


def _each_once(seen: list[Sign]) -> list[Sign]:
    return list({sign[:2]: sign for sign in seen}.values())


def _scores(weights: Weights, seen: list[Sign]) -> dict[str, int]:
    total = {"other": 0}
    for family, what, _ in seen:
        for measure, weight in weights.get(family, {}).get(what, {}).items():
            total[measure] = total.get(measure, 0) + weight
    return total


def _step(weights: Weights, totals: Weights, example: Example, step: int) -> None:
    scores = _scores(weights, example.seen)
    right = scores.pop(example.measure, 0)
    rival = max(sorted(scores), key=lambda measure: scores[measure], default=None)
    if rival is None or right - scores[rival] >= MARGIN:
        return
    for family, what, _ in example.seen:
        for measure, change in ((example.measure, 1), (rival, -1)):
            _add(weights, family, what, measure, change)
            _add(totals, family, what, measure, change * (step - 1))


def _add(weights: Weights, family: str, what: str, measure: str, change: int) -> None:
    row = weights.setdefault(family, {}).setdefault(what, {})
    row[measure] = row.get(measure, 0) + change


def _averaged(weights: Weights, totals: Weights, steps: int) -> Weights:
    """The mean of each weight over all steps, in tenths; those below LEAST are left out."""
    averaged: Weights = {}
    for family, known in weights.items():
        for what, row in known.items():
            means = {m: (w * steps - totals[family][what][m]) * 10 // steps for m, w in row.items()}
            kept = {m: mean for m, mean in means.items() if abs(mean) >= LEAST}
            if kept:
                averaged.setdefault(family, {})[what] = kept
    return averaged


def rows(weights: Weights) -> list[str]:
    """The rows of the model file, sorted: family, what is seen, then measure=weight."""
    return [
        "\t".join([family, what, *(f"{m}={w}" for m, w in sorted(row.items()))])
        for family, known in sorted(weights.items())
        for what, row in sorted(known.items())
    ]


def main() -> None:
    """Learn and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", type=Path, nargs="+", metavar="FILE")
    parser.add_argument("--texts", type=Path, help="the texts that a .csv points into")
    parser.add_argument("--output", type=Path, default=Path(__file__).with_name("learned.tsv"))
    arguments = parser.parse_args()
    lexicon = load_vocabulary().lexicon
    texts = [text for path in arguments.files for text in texts_of(path, arguments.texts)]
    data = list(examples(texts, lexicon))
    written = rows(learn(data))
    arguments.output.write_text("\n".join(written) + "\n", encoding="utf-8")
    print(f"{len(data):,} numbers in {len(texts):,} texts; {len(written):,} signs")


if __name__ == "__main__":
    main()
