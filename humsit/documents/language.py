"""Which language a report is written in, and which of its parts are in another.

Unsure is unknown (None): a short text, a table of names and numbers. What is unknown is read as English is, so that no figure of
English is lost; what is surely in a language that nobody taught the reader is not read at all.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib import resources
from typing import TYPE_CHECKING, NamedTuple

from humsit.vocabulary import languages_read

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

ENGLISH = "en"
SAMPLE = 3_000
"""So many characters of a text, from its beginning, its middle and its end, tell its language."""
SMALL_WORDS = frozenset(
    "the and were been with from that which their this these they who said than between during about against while where "
    "people least more killed after its has".split()
)
"""Small English words that other languages do not write."""
SURELY_ENGLISH = 0.07
"""Of running English, more of the words are these."""
OFTEN_ENGLISH = SMALL_WORDS | frozenset(
    "of in to on by for as at is are has had be it its not he she his her will would can could one or an but have says "
    "up two three four over under families each".split()
)
"""With words that others write, too, but seldom together."""
MOSTLY_ENGLISH = 0.18
"""Made-up reports in 41 other languages have 0.06 of these words at most."""
FEWEST_WORDS = 5
"""What has fewer words beside names and numbers is not told by them."""
SURE = 0.85
"""How probable a language must be to be said rather than unknown; py3langid's probabilities, measured on made-up reports in
forty languages and on lists of place names from all countries."""
WORDS_SHOWN = 6
"""So many words show which part of a report is meant."""
LONG_LINE = 60
"""A line of fewer characters belongs to the part of the text it stands in."""
MOST_ASKED = 5_000
"""So many lines of a text are looked at for other languages, which takes a second; of what follows, English is told."""
FEWEST_LETTERS = 15
"""Nor has it fewer letters, in scripts that know no capitals and may write without spaces."""
KIN = tuple(
    map(str.split, ("hr bs sr sl mk", "id ms jv", "uk ru be bg", "no da sv", "es gl ca an", "cs sk", "zu xh", "hi ne mr"))
)
"""Languages that a short text may not be told apart by: that it is one of them is sure before it is sure which."""
DIALECTS = {"pcm": "en", "ary": "ar", "arz": "ar", "nn": "no", "gcf": "ht", "gcr": "ht", "wuu": "zh", "yue": "zh", "sdh": "ku"}
"""What the model tells apart and reports do not."""


class Part(NamedTuple):
    """A stretch `text[start:end]` in one language."""

    start: int
    end: int
    language: str


def language_of(text: str, stated: str | None = None) -> str | None:
    """Which language is a text written in? An ISO 639-1 code ("en"), None where neither the text nor `stated` says.

    `stated` is what a report says of itself ("fr-FR", "French"); it counts where the text does not surely say otherwise.
    """
    told = _told(text)
    if told is not None:
        return told
    said = code_of(stated)
    return None if said != ENGLISH and _has_english(text) else said


def is_read(language: str | None, languages: frozenset[str] | None = None) -> bool:
    """Whether the reader knows a language; an unknown one (None) it reads as English. `languages`: those a team reads."""
    return language is None or language in (languages_read() if languages is None else languages)


def name_of(language: str) -> str:
    """What a language is called in English: "French" for "fr"; a code without a name stays as it is."""
    return _names().get(language, language)


def code_of(stated: str | None) -> str | None:
    """The code of a language as reports state it ("en-GB", "fra", "French"); None for what is no language known here."""
    word = re.split(r"[-_,; ]", (stated or "").strip().lower(), maxsplit=1)[0]
    return _codes().get(word)


def unread(text: str, language: str | None, languages: frozenset[str] | None = None, *, name: str = "this report") -> str | None:
    """What of a report is not read for its language, as one sentence; None where all of it is.

    `language` is that of the report as a whole, `languages` those that a team reads, `name` what the report is called.
    """
    parts = parts_of(text, language)
    strange = [part for part in parts if not is_read(part.language, languages)]
    if not strange:
        return None
    told = f"in {_named(strange)}, which humsit does not read yet"
    if not is_read(language, languages):
        known = [part for part in parts if part not in strange]
        taken = f"figures were taken only from what is in {_named(known)} in it" if known else "no figures were taken from it"
        begin = name.replace("th", "Th", 1) if name.startswith(("this ", "the ")) else name
        return f"{begin} is {told}: {taken}."
    begins = " ".join(text[strange[0].start : strange[0].end].split()[:WORDS_SHOWN])
    if len(strange) == 1:
        return f"A part of {name} is {told}: no figures were taken from it; it begins “{begins} …”."
    return f"{len(strange)} parts of {name} are {told}: no figures were taken from them; the first begins “{begins} …”."


def _named(parts: list[Part]) -> str:
    return " and ".join(sorted({name_of(part.language) for part in parts}))


def by_language(text: str, language: str | None) -> list[tuple[str, list[Part]]]:
    """The parts of a text, those of each language together; see `parts_of`."""
    gathered: dict[str, list[Part]] = {}
    for part in parts_of(text, language):
        gathered.setdefault(part.language, []).append(part)
    return list(gathered.items())


@lru_cache(maxsize=2)
def _parts(text: str, language: str) -> tuple[Part, ...]:
    """The parts of a text; asked for when it is read, and again when it is said what was not."""
    other = [(start, end, told) for start, end, told in _told_lines(text, language) if told is not None]
    if all(told == language for _, _, told in other):
        return (Part(0, len(text), language),)
    parts: list[Part] = []
    for start, end, told in other:
        if parts and parts[-1].language == told:
            parts[-1] = parts[-1]._replace(end=end)
        else:
            parts.append(Part(start, end, told))
    return tuple(_without_gaps(parts, language, len(text)))


def parts_of(text: str, language: str | None) -> list[Part]:
    """The stretches of a text by their language, together all of it: one, `language`, unless others are surely there.

    Long lines decide; what stands between two lines in the same other language belongs to them. Unknown (None) is English.
    """
    return list(_parts(text, language or ENGLISH))


def _without_gaps(parts: list[Part], language: str, length: int) -> list[Part]:
    """Parts that hold the whole text: what is between two of them is in the language of the text."""
    whole: list[Part] = []
    at = 0
    for part in [*(part for part in parts if part.language != language), Part(length, length, language)]:
        if at < part.start:
            whole.append(Part(at, part.start, language))
        if part.start < part.end:
            whole.append(part)
        at = part.end
    return whole


def _told_lines(text: str, language: str) -> Iterator[tuple[int, int, str | None]]:
    """The long lines of a text, each with the language it is surely in."""
    asked = 0
    for line in _LINE.finditer(text):
        words = line.group()
        if language == ENGLISH and (" the " in words or " of " in words or " and " in words):
            yield *line.span(), language  # the rule, and quick: other languages have none of these
        elif asked < MOST_ASKED:
            asked += 1
            yield *line.span(), _told(words)
        else:
            yield *line.span(), ENGLISH if surely_english(words) else language


_LINE = re.compile(rf"[^\r\n]{{{LONG_LINE},}}")


def surely_english(text: str) -> bool:
    """Whether the small words of a text are English."""
    words = text.lower().split()
    english = sum(map(SMALL_WORDS.__contains__, words))
    if english and english >= SURELY_ENGLISH * len(words):
        return True
    return 1 < MOSTLY_ENGLISH * len(words) <= sum(map(OFTEN_ENGLISH.__contains__, words))


def likelihoods(text: str) -> Counter[str]:
    """How probable each language is that a text may be in; it is looked at up to a sample of it."""
    likely: Counter[str] = Counter()
    for code, probability in _model().rank(text[:SAMPLE].lower()):
        likely[DIALECTS.get(code, code)] += probability
    return likely


def _told(text: str) -> str | None:
    """The language that a text is surely in."""
    sample = _sample(text)
    if surely_english(sample):
        return ENGLISH
    telling = _telling_words(sample)
    return _told_by_model(" ".join(telling)) if len(telling) >= FEWEST_WORDS or _is_long_without_capitals(telling) else None


def _has_english(text: str) -> bool:
    """Whether there is a small English word in a text that is too short or too odd to be told."""
    return not SMALL_WORDS.isdisjoint(_sample(text).lower().split())


def _sample(text: str) -> str:
    if len(text) <= SAMPLE:
        return text
    third, middle = SAMPLE // 3, len(text) // 2
    return f"{text[:third]} {text[middle : middle + third]} {text[-third:]}"


def _telling_words(sample: str) -> list[str]:
    """The words that begin with a small letter, or have no small letters: names are the same in every language."""
    if sample.isupper():
        sample = sample.lower()
    return [word for word in _WORD.findall(sample) if not word[0].isupper()]


_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


def _is_long_without_capitals(words: list[str]) -> bool:
    return sum(len(word) for word in words if word.upper() == word) >= FEWEST_LETTERS


def _told_by_model(words: str) -> str | None:
    likely = likelihoods(words)
    ((best, _),) = likely.most_common(1)
    kin = next((kin for kin in KIN if best in kin), [best])
    return best if sum(likely[code] for code in kin) >= SURE and best in _names() else None


@cache
def _model() -> LanguageIdentifier:
    """The model, loaded only for a text that is not plainly English: it takes half a second."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


@cache
def _names() -> dict[str, str]:
    return {row["code"]: row["name"] for row in _rows()}


@cache
def _codes() -> dict[str, str]:
    """The code of a language by its codes and its name."""
    return {word.lower(): row["code"] for row in _rows() for word in (row["code"], row["name"], *row["also"].split())}


def _rows() -> list[dict[str, str]]:
    with resources.files(__package__).joinpath("languages.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))
