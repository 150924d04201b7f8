"""Learns `tags.tsv` from a folder of Universal Dependencies files: `python -m humsit.grammar.train FOLDER [--output PATH]`.

Reads `train.conllu.gz`, writes the model (the same bytes every time) and prints the accuracy on `dev.conllu.gz`, which
it does not learn from.
"""

from __future__ import annotations

import argparse
import gzip
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from humsit.grammar.tagger import RARE, START, UNKNOWN_SUFFIX, log_score, parse_model

Tagged = list[tuple[str, str]]
_SAME = {"NFP": ":", "ADD": "NNP", "GW": "NN", "AFX": "JJ", "HYPH": ":", "LS": "CD", "SYM": ":"}
# How much a word's tag shares are divided by the tag's own share: 1 is the textbook model, and the best of .3, .5, .7, 1.
_PRIOR_WEIGHT = 1.0


def sentences(path: Path) -> Iterator[Tagged]:
    """The sentences of one file as (word, tag), hyphenated compounds put together again as reports print them."""
    rows: Tagged = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            cells = line.rstrip("\n").split("\t")
            if len(cells) == 10 and cells[0].isdigit():
                rows.append((cells[1], cells[4]))
            elif not line.strip() and rows:
                yield _joined(rows)
                rows = []


def _joined(rows: Tagged) -> Tagged:
    out: Tagged = []
    i = 0
    while i < len(rows):
        word, tag = rows[i]
        while i + 2 < len(rows) and rows[i + 1][1] == "HYPH" and rows[i + 1][0] == "-":
            word, tag = f"{word}-{rows[i + 2][0]}", rows[i + 2][1]
            i += 2
        out.append((word, _SAME.get(tag, tag)))
        i += 1
    return out


def learn(data: list[Tagged]) -> list[str]:
    """The rows of the model file, sorted."""
    words: dict[str, Counter[str]] = defaultdict(Counter)
    moves: dict[str, Counter[str]] = defaultdict(Counter)
    tags: Counter[str] = Counter()
    for sentence in data:
        before = START
        for position, (word, tag) in enumerate(sentence):
            # a capital at the beginning of a sentence says nothing, unless the word is a name
            words[word if position or tag.startswith("NNP") else word.lower()][tag] += 1
            moves[before][tag] += 1
            tags[tag] += 1
            before = tag
    total = tags.total()
    suffixes: dict[str, Counter[str]] = defaultdict(Counter)
    for word, counts in words.items():
        if counts.total() <= RARE and word.islower() and word.isalpha():
            for n in range(1, min(UNKNOWN_SUFFIX, len(word)) + 1):
                suffixes[word[-n:]].update(counts)
    rows = [_row("word", word, counts, tags, total) for word, counts in words.items()]
    rows += [_row("suffix", end, _common(counts), tags, total) for end, counts in suffixes.items() if counts.total() >= 5]
    rows += [
        "\t".join(["after", tag, *(f"{t}={log_score((n + 0.05) / (counts.total() + 3))}" for t, n in sorted(counts.items()))])
        for tag, counts in moves.items()
    ]
    rows += [f"after\t{tag}" for tag in tags if tag not in moves]
    return sorted(rows)


def _common(counts: Counter[str]) -> Counter[str]:
    least = counts.total() * 0.03
    return Counter({tag: n for tag, n in counts.items() if n >= least})


def _row(section: str, key: str, counts: Counter[str], tags: Counter[str], total: int) -> str:
    least = counts.total() * 0.01
    pairs = [
        f"{tag}={log_score(n / counts.total() / (tags[tag] / total) ** _PRIOR_WEIGHT)}"
        for tag, n in sorted(counts.items())
        if n >= least
    ]
    return "\t".join([section, key, *pairs])


def accuracy(rows: list[str], data: list[Tagged]) -> float:
    """The share of words whose tag is right."""
    tagger = parse_model(rows)
    right = seen = 0
    for sentence in data:
        got = tagger.tag([word for word, _ in sentence])
        right += sum(a == b for a, (_, b) in zip(got, sentence, strict=True))
        seen += len(sentence)
    return right / seen


def main() -> None:
    """Learn, write, report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--output", type=Path, default=Path(__file__).with_name("tags.tsv"))
    arguments = parser.parse_args()
    rows = learn(list(sentences(arguments.folder / "train.conllu.gz")))
    arguments.output.write_text("\n".join(rows) + "\n", encoding="utf-8")
    kept_apart = list(sentences(arguments.folder / "dev.conllu.gz"))
    print(f"{len(rows):,} rows; right on the sentences kept apart: {accuracy(rows, kept_apart):.4f}")


if __name__ == "__main__":
    main()
