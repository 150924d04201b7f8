"""Part-of-speech tags (Penn Treebank) for the words of one sentence: a first-order hidden Markov model, decoded by Viterbi.

Chosen over a perceptron because it costs a few dictionary look-ups a word; what it gives up in accuracy the frames do not need.
"""

from __future__ import annotations

import math
from functools import lru_cache
from importlib import resources

START = "<s>"
UNKNOWN_SUFFIX = 4  # letters of a word's end that tell the tag of an unseen word
RARE = 2  # words seen this often or less teach the suffix table
Scores = dict[str, float]
_OPEN_TAGS = ("NN", "NNS", "JJ", "VBD", "VBN", "VBG", "RB")


class Tagger:
    """Words in, tags out; `lexicon` and `suffixes` hold log scores a tag, `moves` the log probability of one tag after another."""

    def __init__(self, lexicon: dict[str, Scores], suffixes: dict[str, Scores], moves: dict[str, Scores]) -> None:
        self.lexicon, self.suffixes, self.moves = lexicon, suffixes, moves
        self.floor = -9.0

    def scores(self, word: str, hints: dict[str, Scores], *, first: bool) -> Scores:
        """The tags that a word can bear and how likely each makes the word, seen alone; `hints` know words that the model does not."""
        if len(word) > 1 and word.isupper() and word.isalpha():
            return {"NNP": 0.0}  # WHO, US, IT: names, not the small words they look like
        known = self.lexicon.get(word) or hints.get(word)
        if known is not None:
            return known
        lower = word.lower()
        if lower != word:
            if not first:
                return (
                    {"NNPS": -3.0, "NNP": -0.2}
                    if lower.endswith("s") and not lower.endswith("ss")
                    else {"NNP": -0.1, "NNPS": -4.0}
                )
            known = self.lexicon.get(lower) or hints.get(lower)
            if known is not None:
                return known
            return {
                **{
                    tag: score - 3.0
                    for tag, score in self._by_suffix(lower).items()
                    if tag in ("NN", "NNS", "JJ", "RB", "VBG", "CD")
                },
                "NNP": -0.3,
            }
        return self._by_suffix(lower)

    def _by_suffix(self, lower: str) -> Scores:
        if lower[:1].isdigit():
            return {"JJ": 0.0} if lower[-1:].isalpha() else {"CD": 0.0}
        if "-" in lower:
            tail = lower.rsplit("-", 1)[1]
            return {"JJ": -0.5, "NN": -1.0} if not tail.endswith("s") else {"NNS": -0.7, "JJ": -1.0}
        for n in range(UNKNOWN_SUFFIX, 0, -1):
            found = self.suffixes.get(lower[-n:])
            if found is not None:
                return found
        return {tag: -1.0 for tag in _OPEN_TAGS}

    def tag(self, words: list[str], hints: dict[str, Scores] | None = None) -> list[str]:
        """One Penn tag a word; the likeliest sequence."""
        hints = hints or {}
        moves, floor = self.moves, self.floor
        best: Scores = {START: 0.0}
        back: list[dict[str, str]] = []
        for position, word in enumerate(words):
            here: Scores = {}
            came: dict[str, str] = {}
            for tag, emission in self.scores(word, hints, first=position == 0).items():
                top, origin = -1e9, START
                for previous, score in best.items():
                    reached = score + moves[previous].get(tag, floor)
                    if reached > top:
                        top, origin = reached, previous
                here[tag], came[tag] = top + emission, origin
            best = here
            back.append(came)
        if not words:
            return []
        tag = max(best, key=lambda t: best[t])
        tags = [tag]
        for came in reversed(back[1:]):
            tag = came[tag]
            tags.append(tag)
        tags.reverse()
        return tags


def parse_model(lines: list[str]) -> Tagger:
    """A tagger from the rows of `tags.tsv`: section, key, then tag=score pairs (natural logarithms, two decimals)."""
    tables: dict[str, dict[str, Scores]] = {"word": {}, "suffix": {}, "after": {}}
    for line in lines:
        section, key, *pairs = line.rstrip("\n").split("\t")
        tables[section][key] = {tag: float(score) for tag, _, score in (pair.rpartition("=") for pair in pairs)}
    return Tagger(tables["word"], tables["suffix"], tables["after"])


@lru_cache(maxsize=1)
def default_tagger() -> Tagger:
    """The tagger that comes with the package, read once."""
    with resources.files(__package__).joinpath("tags.tsv").open(encoding="utf-8") as rows:
        return parse_model(rows.readlines())


def log_score(share: float) -> float:
    """A share as a natural logarithm, rounded so that the model file is the same on every machine."""
    return round(math.log(share), 2)
