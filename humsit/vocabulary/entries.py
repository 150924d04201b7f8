"""What a row of a word list becomes, and how phrases are looked up: by their first word."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")
FEW_PHRASES = 4  # with more that begin with one word, only those with the same second word are compared

_COMMON = frozenset(
    "a able after all an and are as at be been being but by can could for from had has have in into is it its last left more "
    "most no not of off on one only or out over some still than that the their there to under up was way were which will with "
    "without".split()
)


def telling_word(phrase: Iterable[str]) -> str:
    """The longest word of a phrase that is not common: a sentence without it does not hold the phrase."""
    return max(phrase, key=lambda word: (word not in _COMMON, len(word)))


class Thing(NamedTuple):
    """What is counted: its unit, the part of the population, and the measure that the noun alone says."""

    words: str
    unit: str
    population_group: str
    measure: str
    firm: str


class Trigger(NamedTuple):
    """A word that makes a count a measure. `rest` are the words that must follow, at once or behind the object.

    `form` is the verb's form.
    """

    words: str
    measure: str
    role: str
    of: frozenset[str]
    rest: tuple[str, ...]
    form: str


class NumberWord(NamedTuple):
    """A word that is a number: kind cardinal, scale, vague, few or fraction."""

    kind: str
    low: float
    high: float


class Cue(NamedTuple):
    """A word of saying: its stance, the words that must follow, the verb's form, and what it needs to be a claim.

    needs: "" nothing; known: a speaker of a known type, or a name; named: so, but no bare plural; number: also a noun for a
    number ("put the toll at"); figure: a number right behind it ("makes it 30"); told: also a noun for what others told
    ("called the report a lie").
    """

    words: str
    stance: str
    rest: tuple[str, ...]
    form: str
    needs: str = ""


class ConditionPhrase(NamedTuple):
    """Words that say a condition; role: place (subject or object is the place), object, named, at, be, do, ask."""

    words: str
    condition: str
    state: str
    role: str
    form: str


class Service(NamedTuple):
    """What a condition is said of, and its kind: "" a stuff (water), source (a tap), store (a bakery).

    `condition` is "same" where it is the one last spoken of ("supply has resumed").
    """

    condition: str
    kind: str


class ServiceState(NamedTuple):
    """The state that words say of a service, the conditions and kinds of services that they say it of, the verb's form.

    With `negated` they say it only where they are negated ("has not arrived").
    """

    state: str
    of: frozenset[str]
    form: str
    negated: bool


class Nation(NamedTuple):
    """A country, as its own name or by an adjective, its people or its seat of government."""

    name: str
    form: str


class Phrases(dict[str, list[tuple[list[str], tuple[int, T]]]], Generic[T]):
    """Phrases by their first word, the longest first, each with its length and what it means.

    A dictionary itself, so that a scan over the words of a sentence costs no more than asking `word in phrases`.
    """

    def __init__(self) -> None:
        super().__init__()
        self._by_second: dict[str, dict[str, list[tuple[list[str], tuple[int, T]]]]] = {}

    def add(self, words: tuple[str, ...], what: T) -> None:
        """Know one phrase more."""
        entries = self.setdefault(words[0], [])
        entries.append((list(words), (len(words), what)))
        entries.sort(key=lambda entry: -len(entry[0]))
        self._by_second.pop(words[0], None)

    def at(self, words: list[str], i: int) -> tuple[int, T] | None:
        """The longest phrase that begins at word `i`: how many words it has and what it means."""
        first = words[i]
        entries = self.get(first)
        if entries is None:
            return None
        if len(entries) > FEW_PHRASES:
            known = self._by_second.get(first) or self._grouped(first, entries)
            entries = (known.get(words[i + 1]) if i + 1 < len(words) else None) or known[""]
        for phrase, hit in entries:
            n = hit[0]
            if n == 1 or words[i : i + n] == phrase:
                return hit
        return None

    def _grouped(
        self, first: str, entries: list[tuple[list[str], tuple[int, T]]]
    ) -> dict[str, list[tuple[list[str], tuple[int, T]]]]:
        """The phrases that begin with a word, by their second word; under "" the word alone."""
        alone = [entry for entry in entries if len(entry[0]) == 1]
        seconds = {entry[0][1] for entry in entries if len(entry[0]) > 1}
        known = {word: [entry for entry in entries if entry[0][1:2] == [word]] + alone for word in seconds}
        self._by_second[first] = {**known, "": alone}
        return self._by_second[first]

    def single_words(self) -> list[str]:
        """The phrases of one word."""
        return [first for first, entries in self.items() if any(len(words) == 1 for words, _ in entries)]
