"""Learns `learned.tsv` from example sentences: `python -m humsit.mentions.measures.train [EXAMPLES…] [--output PATH]`.

An example is a line with its numbers marked: `Floods left {12,000|displaced} people with {two|other} options.` An averaged
perceptron over whole numbers: the same examples give the same bytes on every machine.
"""

from __future__ import annotations

import argparse
import random
import re
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from humsit.documents.blocks import blocks
from humsit.documents.sentences import sentence_spans
from humsit.mentions.groups import counted_by
from humsit.mentions.measures.counts import Count
from humsit.mentions.measures.find import find_frames
from humsit.mentions.measures.learned import Sign, Weights, signs
from humsit.mentions.quantities import find_quantities
from humsit.mentions.sentence import Sentence
from humsit.vocabulary import Lexicon, load_vocabulary

ROUNDS = 12
MARGIN = 100  # by how much the right measure must lead, or the example is learned from
LEAST = 20  # smaller weights are left out of the file

_MARK = re.compile(r"\{([^{}|]+)\|([a-z_]+)\}")


class Example(NamedTuple):
    """What is seen near one number, and what it measures."""

    seen: list[Sign]
    measure: str


def unmarked(line: str) -> tuple[str, dict[int, str]]:
    """A line without its marks, and the measure of the number that begins at each place."""
    text, at, measures = "", 0, {}
    for mark in _MARK.finditer(line):
        text += line[at : mark.start()]
        measures[len(text)] = mark[2]
        text += mark[1]
        at = mark.end()
    return text + line[at:], measures


def examples(lines: Iterable[str], lexicon: Lexicon) -> list[Example]:
    """What the marked numbers of the lines teach; a number that is not read as one teaches nothing."""
    found = []
    for line in lines:
        text, measures = unmarked(line.strip())
        for block in blocks(text):
            for start, end in sentence_spans(text, block.start, block.end, lexicon.abbreviations):
                sentence = Sentence(text, start, end, block, 0, lexicon.tagger)
                found += _of_sentence(sentence, measures, lexicon)
    return found


def _of_sentence(sentence: Sentence, measures: dict[int, str], lexicon: Lexicon) -> list[Example]:
    quantities = find_quantities(sentence, lexicon)
    ends = [*(following.qualifier_at for following in quantities[1:]), len(sentence)]
    counts = [Count(q, counted_by(sentence, q, lexicon, end)) for q, end in zip(quantities, ends, strict=False)]
    clause = find_frames(sentence, counts, lexicon)
    found = []
    for k, count in enumerate(counts):
        measure = measures.get(sentence.starts[count.quantity.i])
        if measure is not None:
            found.append(Example(list(signs(clause, k)), measure))
    return found


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
    return list({(sign.family, sign.seen): sign for sign in seen}.values())


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
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("examples", type=Path, nargs="*", default=[Path(__file__).with_name("examples.txt")])
    parser.add_argument("--output", type=Path, default=Path(__file__).with_name("learned.tsv"))
    arguments = parser.parse_args()
    lexicon = load_vocabulary().lexicon
    lines = [line for path in arguments.examples for line in path.read_text(encoding="utf-8").splitlines()]
    data = examples(lines, lexicon)
    written = rows(learn(data))
    arguments.output.write_text("\n".join(written) + "\n", encoding="utf-8")
    print(f"{len(data):,} numbers in {len(lines):,} examples; {len(written):,} signs")


if __name__ == "__main__":
    main()
