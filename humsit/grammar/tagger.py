"""Part-of-speech tags (Penn Treebank) for the words of one sentence: a first-order hidden Markov model, decoded by Viterbi.

Chosen over a perceptron because it costs a few dictionary look-ups a word; what it gives up in accuracy the frames do not need.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import lru_cache
from importlib import resources
from operator import itemgetter
from sys import intern

from humsit.grammar.words import Remembered, in_small_letters

START = "<s>"
UNKNOWN_SUFFIX = 4  # letters of a word's end that tell the tag of an unseen word
RARE = 2  # words seen this often or less teach the suffix table
NEVER_SEEN = -9.0  # the log probability of a tag after one that it never followed
CAPITAL_LOWERS = 4.0  # what a verb or a common noun loses by a capital within a sentence
CAPITAL_NAMES = 0.5  # how far a name is then behind the word's likeliest tag
Scores = dict[str, float]
Options = tuple[tuple[str, float, Scores], ...]
"""The tags that a word can bear, how likely each makes the word, and how likely each is behind another tag."""

Path = tuple[str, float, "Path | None"]
"""The tag of a word, the score that is reached with it, and the path before it."""


_OPEN_TAGS = ("NN", "NNS", "JJ", "VBD", "VBN", "VBG", "RB")
_OPENS_ANEW = frozenset({'"', "“", "„", "«", ":", "•", "*", ";", "?", "!", "–", "—", "-", "|", "("})
_TAGS_NO_CAPITAL_BEARS = ("VB", "NN")
_TAGS_OF_A_FIRST_WORD = frozenset({"NN", "NNS", "JJ", "RB", "VBG", "CD"})


class Tagger:
    """Words in, tags out.

    `lexicon` and `suffixes` hold log scores a tag, `moves` the log probability of one tag after another; `hints` know words that
    the model does not; `small_words` are those of another language, each with the English one that it stands for.
    """

    def __init__(
        self,
        lexicon: dict[str, Scores],
        suffixes: dict[str, Scores],
        moves: dict[str, Scores],
        hints: dict[str, Scores] | None = None,
        small_words: Mapping[str, str] | None = None,
    ) -> None:
        self.lexicon, self.suffixes, self.moves, self.hints = lexicon, suffixes, moves, hints or {}
        self._english = small_words or {}
        self.in_small_letters = Remembered(lambda word: intern(self._standing_for(in_small_letters(word))))
        """Each word in small letters, and the English one for a small word of another language.

        The same string for the same word each time: it is found in the word lists without being compared letter by letter.
        """
        tags = {tag for row in moves.values() for tag in row} | set(moves)
        self._into = {tag: {before: row.get(tag, NEVER_SEEN) for before, row in moves.items()} for tag in tags}
        self._first = Remembered(lambda word: self._options(word, first=True))
        self._later = Remembered(lambda word: self._options(word, first=False))

    def knowing(self, hints: dict[str, Scores], small_words: Mapping[str, str] | None = None) -> Tagger:
        """The same model with other hints and small words."""
        return Tagger(self.lexicon, self.suffixes, self.moves, hints, small_words)

    def _standing_for(self, lower: str) -> str:
        return self._english.get(lower, lower)

    def tag(self, words: list[str]) -> list[str]:
        """One Penn tag a word; the likeliest sequence (Viterbi)."""
        tags: list[str] = []
        before, top = START, 0.0
        undecided: list[Path] = []
        for options in self._all_options(words):
            if undecided:
                undecided = _joined(undecided, options)
            elif len(options) == 1:
                tag, emission, after = options[0]
                top = top + after[before] + emission
                tags.append(tag)
                before = tag
                continue
            else:
                undecided = [(tag, top + after[before] + emission, None) for tag, emission, after in options]
            if len(undecided) == 1:  # a word that can bear one tag only settles what stands before it
                before, top, _ = undecided[0]
                tags += _walked_back(undecided[0])
                undecided = []
        return tags + _walked_back(max(undecided, key=itemgetter(1))) if undecided else tags

    def _all_options(self, words: list[str]) -> list[Options]:
        options = list(map(self._later.__getitem__, words))
        if words:
            options[0] = self._first[words[0]]
        if not _OPENS_ANEW.isdisjoint(words):
            for at in range(1, len(words)):
                if words[at - 1] in _OPENS_ANEW:
                    options[at] = self._first[words[at]]
        return options

    def _options(self, word: str, *, first: bool) -> Options:
        """What a word can be, seen alone."""
        return tuple((tag, score, self._into[tag]) for tag, score in self._scores(word, first=first).items())

    def _scores(self, word: str, *, first: bool) -> Scores:
        """The tags that a word can bear and how likely each makes the word, seen alone."""
        if english := self._english.get(word.lower()):
            word = english.capitalize() if word[0].isupper() else english
        if len(word) > 1 and word.isupper() and word.isalpha():
            return {"NNP": 0.0}  # WHO, US, IT: names, not the small words they look like
        lower = word.lower()
        known = self.lexicon.get(word) or self.hints.get(word)
        if known is not None:
            return known if first or lower == word else _as_name(known)
        if lower == word:
            return self._by_suffix(lower)
        if not first:
            is_plural = lower.endswith("s") and not lower.endswith("ss")
            return {"NNPS": -3.0, "NNP": -0.2} if is_plural else {"NNP": -0.1, "NNPS": -4.0}
        known = self.lexicon.get(lower) or self.hints.get(lower)
        if known is not None:
            return known
        common = {tag: score - 3.0 for tag, score in self._by_suffix(lower).items() if tag in _TAGS_OF_A_FIRST_WORD}
        return {**common, "NNP": -0.3}

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
        return dict.fromkeys(_OPEN_TAGS, -1.0)


def _as_name(known: Scores) -> Scores:
    """The scores of a word that is capitalised within a sentence: "Save the Children", "Risk and Disaster Management" name."""
    best = max(known.values())
    lowered = {
        tag: score - CAPITAL_LOWERS if tag.startswith(_TAGS_NO_CAPITAL_BEARS) and "P" not in tag[2:] else score
        for tag, score in known.items()
    }
    return {**lowered, "NNP": max(best - CAPITAL_NAMES, known.get("NNP", NEVER_SEEN))}


def _joined(best: list[Path], options: Options) -> list[Path]:
    """For each tag that the next word can bear, the likeliest of the paths that lead to it."""
    if len(best) == 2:
        return _joined_two(best[0], best[1], options)
    joined: list[Path] = []
    for tag, emission, after in options:
        likeliest, reached = best[0], -math.inf
        for path in best:
            score = path[1] + after[path[0]]
            if score > reached:
                likeliest, reached = path, score
        joined.append((tag, reached + emission, likeliest))
    return joined


def _joined_two(one: Path, other: Path, options: Options) -> list[Path]:
    """The same for the commonest case."""
    joined: list[Path] = []
    one_tag, one_score, _ = one
    other_tag, other_score, _ = other
    for tag, emission, after in options:
        score, rival = one_score + after[one_tag], other_score + after[other_tag]
        joined.append((tag, rival + emission, other) if rival > score else (tag, score + emission, one))
    return joined


def _walked_back(path: Path | None) -> list[str]:
    tags: list[str] = []
    while path is not None:
        tag, _, path = path
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
