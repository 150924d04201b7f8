"""Verbs that act on a place: "Tamale was surrounded", "besieged the town of Tamale", "cut Tamale off"."""

from __future__ import annotations

from humsit.grammar.classes import BE, DASHES, NAMES, POSSESSIVE_ENDINGS, VERBS
from humsit.mentions.conditions.holding import MAKING, TURNED, Chain, Found, chain_before
from humsit.mentions.conditions.subjects import (
    DETERMINERS,
    ENDS_PARTICIPLE,
    OF_SETTLEMENTS,
    is_counted,
    is_imagined,
    is_name,
    is_of_a_place,
    is_settlement,
    loses_a_service,
    phrase_at,
    subject_before,
)
from humsit.mentions.conditions.takings import are_fighters_in, taken
from humsit.mentions.places import Place
from humsit.mentions.sentence import Sentence
from humsit.vocabulary.compiled import ConditionPhrase, Lexicon

FARTHEST_OBJECT = 12
FARTHEST_SUBJECT = 4  # "Besieged since May, the old port town"
FARTHEST_POLICE = 4  # "police surrounded the stadium": no siege
FARTHEST_LEFT = 5
LONGEST_OPENING = 14
LONGEST_SPLIT = 8  # words of "cut the whole town of Tamale off"
LONGEST_SUBJECT = 8  # words looked at for the subject of "is in ruins"

_OBJECT_SLOTS = frozenset({"object", "of", "list", "in", "at", "on", "around", "over"})
_ENDS_OBJECT = frozenset({";", ".", "when", "while", "after", "but"})
_EXPLAINS = (DASHES - {"‑", "−"}) | {",", ":"}
_RETAKING = frozenset(
    "won win wins winning retook retake retaken retakes overran overrun recaptured reconquered occupied".split()
)
_BY_THEMSELVES = frozenset({"besieged", "destroyed", "bombarded"})
_NOT_IN_ITS_NAME = VERBS | {"NNS", "MD", "IN"}
_FINITE = frozenset({"VBD", "VBN", "VBP", "VBZ"})
_PARTICLES = frozenset({"off", "in", "out", "down", "back on"})
_NAMED_TAGS = NAMES | {"DT", "JJ", "NN", "NNS", "IN", "PRP", "PRP$"}


def find_verbs(sentence: Sentence, places: list[Place], lexicon: Lexicon) -> list[Found]:
    """Verbs whose subject (passive) or object is the place: "Mariupol has been surrounded", "captured the town of Kherson"."""
    found = []
    for i, word in enumerate(sentence.lower):
        if word not in lexicon.condition_verbs or not (sentence.tags[i] in VERBS or sentence.word(i - 1) in BE):
            continue
        phrase = phrase_at(sentence, i, lexicon.condition_verbs[word])
        if phrase is None or is_imagined(sentence, i, lexicon):
            continue
        j = i + len(phrase.words.split())
        if sentence.tag(j) in _FINITE:
            continue  # "when shells struck the town"
        chain = chain_before(sentence, i)
        if phrase.condition == "besieged" and "police" in sentence.lower[max(0, i - FARTHEST_POLICE) : i]:
            continue
        if chain.unreal or loses_a_service(sentence.lower, j, lexicon) or _is_figurative(sentence, phrase, j, lexicon):
            continue
        place, end = _acted_on(sentence, places, i, j, phrase, chain, lexicon)
        if place is not None and phrase.condition == "destroyed" and is_counted(sentence, i, lexicon):
            continue  # "40 huts across the valley were levelled"
        if place is not None:
            state = TURNED[phrase.state] if chain.negated else phrase.state
            found.append(Found(i, end if phrase.condition == "captured" else j, phrase.condition, state, place or None))
    return found


def _is_figurative(sentence: Sentence, phrase: ConditionPhrase, j: int, lexicon: Lexicon) -> bool:
    """ "bombarded with calls", "surrounded by hills"."""
    if phrase.condition != "bombarded" or sentence.word(j) != "with":
        return False
    hits = (lexicon.services.at(sentence.lower, at) for at in range(j + 1, min(j + 4, len(sentence))))
    return not any(hit is not None and hit[1].condition == "bombarded" for hit in hits)


def _between_its_words(sentence: Sentence, i: int, phrases: list[ConditionPhrase]) -> tuple[ConditionPhrase, int] | None:
    """A verb with its place before its particle, and where the words end: "cut Tamale off", "hemmed the town in"."""
    for phrase in phrases:
        _, _, particle = phrase.words.partition(" ")
        if particle in _PARTICLES:
            end = next((x for x in range(i + 2, min(i + LONGEST_SPLIT, len(sentence))) if sentence.lower[x] == particle), None)
            if end is not None and all(sentence.tags[x] in _NAMED_TAGS for x in range(i + 1, end)):
                return phrase, end + 1
    return None


def find_split_verbs(sentence: Sentence, lexicon: Lexicon) -> list[Found]:
    """ "The flood cut Tamale off", "rebels hemmed the town in"."""
    found = []
    for i, word in enumerate(sentence.lower):
        hit = _between_its_words(sentence, i, lexicon.condition_verbs[word]) if word in lexicon.condition_verbs else None
        if hit is None or is_imagined(sentence, i, lexicon) or chain_before(sentence, i).unreal:
            continue
        phrase, end = hit
        is_place = any(is_settlement(sentence.lower[x], lexicon) or is_name(sentence, x, lexicon) for x in range(i + 1, end - 1))
        if is_place and not loses_a_service(sentence.lower, end, lexicon):
            found.append(Found(i, end, phrase.condition, phrase.state, None))
    return found


def _acted_on(
    sentence: Sentence, places: list[Place], i: int, j: int, phrase: ConditionPhrase, chain: Chain, lexicon: Lexicon
) -> tuple[str | None, int]:
    """The place that the verb at [i, j) acts on; "" for one that is to be looked for, None for none; and where the words end."""
    if chain.linked and sentence.tags[i] != "VBG":
        named = subject_before(places, i)
        if named is None and is_of_a_place(sentence, places, chain.begin, phrase.condition, lexicon):
            named = ""
        return named, j
    place, end = _object(sentence, places, j, lexicon)
    if place is None and phrase.condition in OF_SETTLEMENTS | _BY_THEMSELVES:
        place, end = _spoken_of(sentence, j, lexicon)
    if place is None and phrase.words.split()[0] in _RETAKING and are_fighters_in(sentence, lexicon):
        place, end = taken(sentence, places, j, lexicon)
    if place is None and phrase.condition in _BY_THEMSELVES and phrase.condition != "bombarded":
        place, end = _named_at(sentence, j, lexicon)
    if place is not None:
        return place, end
    if phrase.form in ("participle", "both") and _is_reduced(sentence, places, i, j, phrase, lexicon):
        return next((p.name for p in places if p.j == i or (p.j == i - 1 and sentence.lower[i - 1] == ",")), ""), j
    if sentence.word(j) in ENDS_PARTICIPLE and "which" in sentence.lower[max(0, i - LONGEST_SUBJECT) : i]:
        which = max(at for at in range(i) if sentence.lower[at] == "which")
        return next((p.name for p in reversed(places) if p.j <= which), None), j
    return None, j


def _is_reduced(sentence: Sentence, places: list[Place], i: int, j: int, phrase: ConditionPhrase, lexicon: Lexicon) -> bool:
    """A participle alone: "In Taiz, hemmed in by the rebels", "found the old town flattened", "Recaptured by the army"."""
    is_left_so = not MAKING.isdisjoint(sentence.lower[max(0, i - FARTHEST_LEFT) : i])  # "leaving the upper blocks cut off"
    if is_left_so and phrase.condition == "besieged" and sentence.word(j) in ENDS_PARTICIPLE:
        return True
    if sentence.word(j) not in ENDS_PARTICIPLE or (i == 0 and not _is_told_of_a_place(sentence, j, lexicon)):
        return False
    if phrase.condition == "captured":
        return sentence.word(j) == "by" and (i == 0 or sentence.lower[i - 1] in (",", ":") or any(p.j == i for p in places))
    if sentence.word(i - 1) == "," and any(p.j == i - 1 for p in places):
        return True
    return phrase.condition in _BY_THEMSELVES and is_of_a_place(sentence, places, i, phrase.condition, lexicon)


def _is_told_of_a_place(sentence: Sentence, j: int, lexicon: Lexicon) -> bool:
    """Whether a participle that opens a sentence belongs to a place: "Besieged since May, the town …"."""
    comma = next((x for x in range(j, min(j + LONGEST_OPENING, len(sentence))) if sentence.lower[x] == ","), None)
    if comma is None:
        return False
    subject = range(comma + 1, min(comma + 1 + FARTHEST_SUBJECT, len(sentence)))
    return any(is_settlement(sentence.lower[x], lexicon) or is_name(sentence, x, lexicon) for x in subject)


def _named_at(sentence: Sentence, j: int, lexicon: Lexicon) -> tuple[str | None, int]:
    """A name right behind the verb, which no noun follows: "cutting off Keta from the rest of the country"."""
    end = j
    while sentence.is_capital(end) and sentence.tag(end) in NAMES:
        end += 1
    is_other = end == j or sentence.tag(end) in _NOT_IN_ITS_NAME - {"IN"} | {"NN"} or sentence.word(end) in POSSESSIVE_ENDINGS
    if is_other or any(table.at(sentence.lower, j) is not None for table in (lexicon.claimants, lexicon.nations, lexicon.things)):
        return None, j
    return sentence.say(j, end), end


def _spoken_of(sentence: Sentence, j: int, lexicon: Lexicon) -> tuple[str | None, int]:
    """ "surrounded it", "captured the small town": a place that was named before."""
    if sentence.word(j) == "it":
        return "", j + 1
    noun = next((x for x in range(j + 1, min(j + 4, len(sentence))) if sentence.lower[x] in lexicon.context["settlement"]), None)
    if noun is None or sentence.word(j) not in DETERMINERS or any(tag in _NOT_IN_ITS_NAME for tag in sentence.tags[j:noun]):
        return None, j
    return ("", noun + 1) if sentence.word(noun + 1) in ENDS_PARTICIPLE | {"after", "with", "overnight"} else (None, j)


def _object(sentence: Sentence, places: list[Place], j: int, lexicon: Lexicon) -> tuple[str | None, int]:
    """The place that the verb acts on, in the same clause, and where the words end.

    At once ("besieged Tamale"), behind "the town of", or as a dash's explanation ("captured its first town – Tamale").
    """
    place = next((p for p in places if 0 <= p.i - j <= FARTHEST_OBJECT and p.slot in _OBJECT_SLOTS), None)
    if place is None:
        return None, j
    between = sentence.lower[j : place.i]
    many = [x for x in range(j, place.i) if sentence.tags[x] == "NNS" and not is_settlement(sentence.lower[x], lexicon)]
    of_several_things = bool(many) and place.slot not in ("object", "list")
    several_places = "cities" in between or "towns" in between or "villages" in between
    if not _ENDS_OBJECT.isdisjoint(between) or (of_several_things and not several_places):
        return None, j
    nouns = [x for x in range(j, place.i) if sentence.tags[x] == "NN"]
    if place.slot in ("at", "on", "around", "over") and place.i > j and not nouns:
        return None, j
    if not all(is_settlement(sentence.lower[x], lexicon) for x in nouns) and "–" not in between:
        return None, j
    return place.name, next((x for x in range(j, place.i) if sentence.lower[x] in _EXPLAINS), place.j)
