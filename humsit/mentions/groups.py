"""Who or what a number counts: "22 bodies", "500 of its soldiers", "hundreds of Russian soldiers and Ukrainian civilians", "17 killed" (nobody named)."""

from __future__ import annotations

from dataclasses import dataclass

from humsit.mentions.quantities import Quantity
from humsit.mentions.sentence import Sentence
from humsit.vocabulary.compiled import Lexicon, Thing

_NOUN = frozenset({"NN", "NNS", "NNP", "NNPS"})
_BEFORE_NOUN = _NOUN | {"JJ", "JJR", "JJS", "POS", "PRP$", "DT", "VBN", "VBG", "VBD", "CD", "FW", "RB"}
_NO_GROUP = frozenset(
    {
        "people",
        "person",
        "persons",
        "bodies",
        "body",
        "individuals",
        "individual",
        "souls",
        "humans",
        "human beings",
        "dead",
        "deaths",
        "death",
        "corpses",
        "fatalities",
        "fatality",
    }
)
_FILLERS = frozenset(
    {
        "more",
        "other",
        "others",
        "additional",
        "further",
        "new",
        "newly",
        "extra",
        "such",
        "the",
        "these",
        "those",
        "all",
        "separate",
        "different",
        "of",
        "up",
        "a",
        "an",
        "s",
        "'s",
    }
)
_THEM = frozenset({"them", "whom", "these", "those", "which", "us"})
_POSSESSIVES = frozenset({"its", "their", "his", "her", "our", "my"})
_QUOTES = frozenset("\"“”„«»'‘’")
_MEASURED_IN = frozenset({"km", "tonnes", "usd", "percent"})
_CONTAINERS = frozenset({"litre", "liter", "bag", "sachet", "pallet", "head of cattle", "euro", "pound", "dose"})
LONGEST_NOUN_PHRASE = 7


@dataclass(slots=True)
class Counted:
    """The noun phrase of a number: its words [i, j) (empty where none), the thing that its head names, the words without fillers."""

    i: int
    j: int
    thing: Thing | None
    group: str
    of_them: bool = False
    """Whether the number is said to be a part of those named before ("12 of them")."""

    @property
    def unit(self) -> str:
        """The unit that the noun says, or nothing."""
        return self.thing.unit if self.thing else ""


def counted_by(sentence: Sentence, quantity: Quantity, lexicon: Lexicon, stop: int) -> Counted:
    """The noun phrase that the number counts; it ends before word `stop` (the next number)."""
    i = quantity.after
    lower, tags = sentence.lower, sentence.tags
    if i < stop and lower[i] == "of":
        i += 1
        if i < stop and lower[i] in _THEM:
            return _part_noun(sentence, i + 1, stop, lexicon)
        while i < stop and lower[i] in ("the", "these", "those", "all"):
            i += 1
    partitive = i > quantity.after
    while i < stop and (
        (partitive or lower[i] != "the")
        and lower[i] in _FILLERS and lower[i] not in ("of", "up") and not sentence.words[i][0].isupper() or lower[i] in _QUOTES
    ):
        i += 1
    if not partitive and i < stop and lower[i] == "the":
        return Counted(i, i, None, "")  # "against 51 the week before"
    j = _end(sentence, i, stop, lexicon)
    if j == i:
        return Counted(i, i, None, "")
    thing = _head(sentence, i, j, lexicon)
    if thing and thing.unit == "people":
        j = _joined(sentence, i, j, stop, lexicon)
    if thing and (thing.unit in _MEASURED_IN or thing.words in _CONTAINERS):
        return _content(sentence, i, j, stop, thing, lexicon)
    return Counted(i, j, thing, _group_words(sentence, i, j, tags))


def _part_noun(sentence: Sentence, i: int, stop: int, lexicon: Lexicon) -> Counted:
    """ "19 of them women", "three of them Sudanese nationals", "seven of whom had died" (nobody named)."""
    j = _end(sentence, i, stop, lexicon)
    thing = _head(sentence, i, j, lexicon)
    if thing is None:
        return Counted(i, i, None, "", of_them=True)
    return Counted(i, j, thing, _group_words(sentence, i, j, sentence.tags), of_them=True)


def _content(sentence: Sentence, i: int, j: int, stop: int, thing: Thing, lexicon: Lexicon) -> Counted:
    """What a measured amount is of: "640 tonnes of wheat" counts wheat, "30 km" nothing."""
    if j + 1 < stop and sentence.lower[j] == "of":
        k = j + 1
        while k < stop and sentence.lower[k] in ("the", "these", "those", "all", "its", "their"):
            k += 1
        end = _end(sentence, k, stop, lexicon)
        if end > k:
            return Counted(i, end, thing, sentence.say(k, end))
    return Counted(i, j, thing, "")


def _end(sentence: Sentence, i: int, stop: int, lexicon: Lexicon) -> int:
    """Where the noun phrase from word i ends: behind its first run of nouns."""
    tags, lower = sentence.tags, sentence.lower
    last = i
    j = i
    while j < min(stop, i + LONGEST_NOUN_PHRASE):
        hit = lexicon.things.at(lower, j)
        if hit is not None and j + hit[0] <= stop and not _is_trigger_here(sentence, j, i, stop, lexicon):
            j += hit[0]
            last = j
            continue
        tag = tags[j]
        if (
            last > i
            and lower[j] in lexicon.verbs
            and tag in ("NN", "NNS")
            and lexicon.verbs[lower[j]][0].form in ("base", "third")
        ):
            break  # "900 people face hunger": a verb that looks like a noun
        if tag not in _BEFORE_NOUN or not lower[j][0].isalpha() and tag != "POS":
            break
        if last > i and tag not in _NOUN and tag != "POS":
            break
        if last > i and tag in ("NNP", "NNPS") and lower[j] in lexicon.months | lexicon.weekdays:
            break
        if tag in ("DT", "RB", "CD") and j > i and tag != "RB":
            break
        if tag in ("VBN", "VBD", "VBG") and not _noun_follows(sentence, j + 1, stop, lexicon):
            break
        if lower[j] in lexicon.weekdays or lower[j] in lexicon.days:
            break
        j += 1
        if tag in _NOUN:
            last = j
    return last


def _is_trigger_here(sentence: Sentence, j: int, i: int, stop: int, lexicon: Lexicon) -> bool:
    """Whether a word that can be a noun stands as a predicate here ("12 people displaced", "nine dead" is a noun)."""
    return (
        j > i
        and sentence.lower[j] in ("displaced", "dead", "elderly", "local")
        and not _noun_follows(sentence, j + 1, stop, lexicon)
    )


def _noun_follows(sentence: Sentence, j: int, stop: int, lexicon: Lexicon) -> bool:
    while j < stop and sentence.tags[j] in ("JJ", "VBN", "CD"):
        if lexicon.things.at(sentence.lower, j) is not None:
            return True
        j += 1
    return j < stop and (
        sentence.tags[j] in _NOUN
        and (sentence.tags[j] not in ("NNP", "NNPS") or lexicon.things.at(sentence.lower, j) is not None)
    )


def _head(sentence: Sentence, i: int, j: int, lexicon: Lexicon) -> Thing | None:
    """The thing that the last words of the phrase name, else the last one named in it."""
    found: Thing | None = None
    at = i
    while at < j:
        hit = lexicon.things.at(sentence.lower, at)
        if hit is not None and at + hit[0] <= j:
            found = hit[1]
            at += hit[0]
        else:
            at += 1
    return found


def _joined(sentence: Sentence, i: int, j: int, stop: int, lexicon: Lexicon) -> int:
    """A second noun that shares the number: "soldiers and civilians", "Russian soldiers and Ukrainian civilians"."""
    if j + 1 >= stop or sentence.lower[j] not in ("and", "or", "&"):
        return j
    end = _end(sentence, j + 1, stop, lexicon)
    second = _head(sentence, j + 1, end, lexicon)
    if end == j + 1 or second is None or second.unit != "people" or sentence.tags[end - 1] not in ("NNS", "NN", "NNPS"):
        return j
    return end


def _group_words(sentence: Sentence, i: int, j: int, tags: list[str]) -> str:
    while i < j and sentence.lower[i] in _FILLERS and not sentence.words[i][0].isupper():
        i += 1
    words = sentence.say(i, j)
    return "" if words.lower() in _NO_GROUP else words
