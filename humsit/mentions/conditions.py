"""What holds at a place with or without a number.

Four ways to say it: a phrase by itself ("under heavy bombardment", "cannot evacuate"), a verb whose subject or object is the
place ("Mariupol was surrounded"), what is said of a place as its subject ("the town is in ruins"), a service with a word for its
state ("no water or power", "power was restored").
"""

from __future__ import annotations

from collections.abc import Sequence

from humsit.grammar.classes import DASHES, NAMES, VERBS
from humsit.mentions.holding import COPULAS, TURNED, Chain, Found, chain_before
from humsit.mentions.places import Place
from humsit.mentions.sentence import Sentence
from humsit.mentions.services import find_services
from humsit.vocabulary.compiled import ConditionPhrase, Lexicon

__all__ = ["Found", "find_conditions"]

FARTHEST_ASKING = 25
FARTHEST_ASKED = 6
FARTHEST_NOT = 3
FARTHEST_OBJECT = 12
FARTHEST_NAMED = 3  # "took the garrison at Tamale"
FARTHEST_LOST = 3  # "from the main electricity grid"
FARTHEST_LEAVING = 5  # "leaving the whole town isolated"
LONGEST_GAP = 8  # between the halves of "prevented … from leaving"
LONGEST_INSERTED = 14
LONGEST_SUBJECT = 8  # words looked at for the subject of "is in ruins"

_NEGATIONS = frozenset({"not", "n't", "never", "no", "longer", "nobody", "neither"})
_ASKED_BEHIND = frozenset({"requested", "demanded", "sought"})
_IMAGINED = frozenset({"would", "could", "might", "may", "if", "unless", "should"})
_SUBJECT_SLOTS = frozenset({"subject", "topic", "of", "list", "label"})
_OBJECT_SLOTS = frozenset({"object", "of", "list", "in", "at", "on", "around"})
_ENDS_OBJECT = frozenset({";", ".", "when", "while", "after", "but"})
_EXPLAINS = (DASHES - {"‑", "−"}) | {",", ":"}
_CLAIMS = frozenset({"claims", "claim", "reports", "report", "rumours", "rumors", "allegations", "statements"})
_UNTRUE = frozenset({"untrue", "false", "baseless", "unfounded", "fabricated", "lies"})
_PAST = frozenset({"after", "following", "since", "ended", "ending"})
_LEAVING = frozenset(
    {"leave", "leaves", "left", "leaving", "rendered", "rendering", "render", "made", "making", "found", "keeping"}
)
_STANDS_FOR = frozenset({"it", "they", "which", "that", "who", "there", "where", "we", "this"})
_BY_THEMSELVES = frozenset({"besieged", "destroyed", "bombarded"})
_ENDS_PARTICIPLE = frozenset({"", ".", ",", ";", "by", "for", "since", "in", "on", "–", "—", "from", ")"})
_ENDS_FALL = frozenset(
    {"", ".", ",", ";", "on", "after", "without", "in", "last", "this", "earlier", "at", "overnight", "and", "when"}
)
_INSERTS = frozenset({"where", "which", "home", "who", "once", "a", "an", "the", "with"})
_SHARES = frozenset(
    {"parts", "part", "half", "most", "much", "whole", "all", "swathes", "swaths", "areas", "section", "sections"}
)
_PARTS = frozenset({"market", "hospital", "bridge", "border", "river", "rest", "crossing"})
_OF_SETTLEMENTS = frozenset({"destroyed", "captured"})


def find_conditions(sentence: Sentence, places: list[Place], lexicon: Lexicon, before: Sequence[Sentence] = ()) -> list[Found]:
    """The conditions of a sentence, from left to right; of two that overlap and say the same, the first and longest.

    `before` are the sentences of its paragraph so far.
    """
    services = find_services(sentence, lexicon, before)
    found = _phrases(sentence, lexicon) + _gaps(sentence, lexicon) + services
    found += [one for one in _verbs(sentence, places, lexicon) if not _is_of_a_service(one, services)]
    found += _named(sentence, places, lexicon) + _said_of_places(sentence, places, lexicon)
    if _is_called_untrue(sentence):
        found = [Found(one.i, one.j, one.condition, "absent", one.place) for one in found]
    found.sort(key=lambda one: (one.i, -one.j))
    kept: list[Found] = []
    for one in found:
        if not any(one.i < other.j and other.i < one.j and other.condition == one.condition for other in kept):
            kept.append(one)
    return kept


def _is_of_a_service(one: Found, services: list[Found]) -> bool:
    """Whether "reconnected" is said of a supply, not of a place."""
    return one.condition.startswith("no_") and any(one.i < other.j and other.i < one.j for other in services)


def _is_called_untrue(sentence: Sentence) -> bool:
    """ "Claims that the brigade overran Tamale are untrue"."""
    return not _CLAIMS.isdisjoint(sentence.lower) and not _UNTRUE.isdisjoint(sentence.lower)


# -- phrases ---------------------------------------------------------------------------------------------------------------------


def _phrases(sentence: Sentence, lexicon: Lexicon) -> list[Found]:
    """ "under siege", "humanitarian corridor" where one is asked for."""
    found = []
    lower, known = sentence.lower, lexicon.condition_phrases
    behind = 0
    for i, word in enumerate(lower):
        hit = known.at(lower, i) if word in known and i >= behind else None
        if hit is None:
            continue
        j, phrase = i + hit[0], hit[1]
        if phrase.role == "ask" and not _is_asked_for(lower, i, j, lexicon):
            continue
        behind = j
        if _loses_a_service(lower, j, lexicon) or _is_over(phrase, lower, i):
            continue
        if lexicon.context["likening"].isdisjoint(lower[:i]):  # "a siege compared to that of Tamale" is elsewhere
            found.append(Found(i, j, phrase.condition, _state_of(phrase, lower, i), None))
    return found


def _is_over(phrase: ConditionPhrase, lower: list[str], i: int) -> bool:
    """ "after a 14-hour blackout": what came before something else."""
    return phrase.state == "present" and not _PAST.isdisjoint(lower[max(0, i - FARTHEST_NOT) : i])


def _gaps(sentence: Sentence, lexicon: Lexicon) -> list[Found]:
    """Phrases in two halves: "under … control", "prevented … from leaving"."""
    found = []
    lower = sentence.lower
    for i, word in enumerate(lower):
        for first, last, phrase in lexicon.condition_gaps.get(word, ()):
            begin = i + len(first)
            if tuple(lower[i:begin]) != first:
                continue
            for at in range(begin, min(begin + LONGEST_GAP + 1, len(lower) - len(last) + 1)):
                if lower[at] in (";", "."):
                    break
                if lower[at] == last[0] and tuple(lower[at : at + len(last)]) == last:
                    found.append(Found(i, at + len(last), phrase.condition, _state_of(phrase, lower, i), None))
                    break
    return [one for one in found if not _is_imagined(lower[: one.i], lexicon)]


def _loses_a_service(lower: list[str], j: int, lexicon: Lexicon) -> bool:
    """Whether a phrase goes on with what a place is kept from: "cut off from clean water" is no siege."""
    lost = range(j + 1, min(j + 1 + FARTHEST_LOST, len(lower))) if lower[j : j + 1] == ["from"] else range(0)
    return any((hit := lexicon.services.at(lower, at)) and hit[1].condition.startswith("no_") for at in lost)


def _state_of(phrase: ConditionPhrase, lower: list[str], i: int) -> str:
    if phrase.role == "ask":
        return "present"
    return "absent" if phrase.state == "present" and _is_negated(lower, i) else phrase.state


def _is_asked_for(lower: list[str], i: int, j: int, lexicon: Lexicon) -> bool:
    before, behind = lower[max(0, i - FARTHEST_ASKING) : i], lower[j : j + FARTHEST_ASKED]
    asked = not lexicon.context["asking"].isdisjoint(before) or not _ASKED_BEHIND.isdisjoint(behind)
    return asked and before[-1:] not in (["open"], ["opened"])


def _is_negated(lower: list[str], i: int) -> bool:
    return not _NEGATIONS.isdisjoint(lower[max(0, i - FARTHEST_NOT) : i])


# -- verbs -----------------------------------------------------------------------------------------------------------------------


def _verbs(sentence: Sentence, places: list[Place], lexicon: Lexicon) -> list[Found]:
    """Verbs whose subject (passive) or object is the place: "Mariupol has been surrounded", "captured the town of Kherson"."""
    found = []
    for i, word in enumerate(sentence.lower):
        if word not in lexicon.condition_verbs or sentence.tags[i] not in VERBS:
            continue
        phrase = _phrase_at(sentence, i, lexicon.condition_verbs[word])
        if phrase is None or _is_imagined(sentence.lower[:i], lexicon):
            continue
        j = i + len(phrase.words.split())
        chain = chain_before(sentence, i)
        if chain.unreal or _loses_a_service(sentence.lower, j, lexicon) or _is_figurative(sentence, phrase, j, lexicon):
            continue
        place, end = _acted_on(sentence, places, i, j, phrase, chain, lexicon)
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


def _acted_on(
    sentence: Sentence, places: list[Place], i: int, j: int, phrase: ConditionPhrase, chain: Chain, lexicon: Lexicon
) -> tuple[str | None, int]:
    """The place that the verb at [i, j) acts on; "" for one that is to be looked for, None for none; and where the words end."""
    if chain.linked and sentence.tags[i] != "VBG":
        named = _subject(places, i)
        if named is None and _is_of_a_place(sentence, places, chain.begin, phrase.condition, lexicon):
            named = ""
        return named, j
    place, end = _object(sentence, places, j, lexicon)
    if place is not None:
        return place, end
    if phrase.form in ("participle", "both") and _is_reduced(sentence, places, i, j, phrase, lexicon):
        return next((p.name for p in places if p.j == i or (p.j == i - 1 and sentence.lower[i - 1] == ",")), ""), j
    if "which" in sentence.lower[max(0, i - LONGEST_SUBJECT) : i]:
        which = max(at for at in range(i) if sentence.lower[at] == "which")
        return next((p.name for p in reversed(places) if p.j <= which), None), j
    return None, j


def _is_reduced(sentence: Sentence, places: list[Place], i: int, j: int, phrase: ConditionPhrase, lexicon: Lexicon) -> bool:
    """A participle alone: "In Taiz, hemmed in by the rebels", "found the old town flattened", "Recaptured by the army"."""
    if sentence.word(j) not in _ENDS_PARTICIPLE:
        return False
    if phrase.condition == "captured":
        return sentence.word(j) == "by" and (i == 0 or sentence.lower[i - 1] in (",", ":") or any(p.j == i for p in places))
    if sentence.word(i - 1) == "," and any(p.j == i - 1 for p in places):
        return True
    return phrase.condition in _BY_THEMSELVES and _is_of_a_place(sentence, places, i, phrase.condition, lexicon)


def _phrase_at(sentence: Sentence, i: int, phrases: list[ConditionPhrase]) -> ConditionPhrase | None:
    for phrase in phrases:
        words = phrase.words.split()
        if sentence.lower[i : i + len(words)] == words:
            return phrase
    return None


def _is_imagined(before: list[str], lexicon: Lexicon) -> bool:
    """Whether what follows is feared, planned or supposed, not said to hold."""
    imagining = (_IMAGINED, lexicon.context["unreal"], lexicon.context["likening"])
    return any(not words.isdisjoint(before) for words in imagining)


def _subject(places: list[Place], i: int) -> str | None:
    """The place that is the subject of the verb at i: the nearest before it."""
    return next((place.name for place in reversed(places) if place.j <= i and place.slot in _SUBJECT_SLOTS), None)


def _is_settlement(word: str, lexicon: Lexicon) -> bool:
    return word in lexicon.context["settlement"] or (word in lexicon.place_words["noun"] and word not in _PARTS)


def _object(sentence: Sentence, places: list[Place], j: int, lexicon: Lexicon) -> tuple[str | None, int]:
    """The place that the verb acts on, in the same clause, and where the words end.

    At once ("besieged Tamale"), behind "the town of", or as a dash's explanation ("captured its first town – Tamale").
    """
    place = next((p for p in places if 0 <= p.i - j <= FARTHEST_OBJECT and p.slot in _OBJECT_SLOTS), None)
    if place is None:
        return None, j
    between = sentence.lower[j : place.i]
    of_several_things = place.slot not in ("object", "list") and "NNS" in sentence.tags[j : place.i]
    several_places = "cities" in between or "towns" in between or "villages" in between
    if not _ENDS_OBJECT.isdisjoint(between) or (of_several_things and not several_places):
        return None, j
    nouns = [x for x in range(j, place.i) if sentence.tags[x] == "NN"]
    if place.slot in ("at", "on", "around") and place.i > j and not nouns:
        return None, j
    if not all(_is_settlement(sentence.lower[x], lexicon) for x in nouns) and "–" not in between:
        return None, j
    return place.name, next((x for x in range(j, place.i) if sentence.lower[x] in _EXPLAINS), place.j)


# -- fighters who take a place ---------------------------------------------------------------------------------------------------


def _named(sentence: Sentence, places: list[Place], lexicon: Lexicon) -> list[Found]:
    """ "The rebels took Tamale", "the army says it has lost the base at Tamale", "the hill was taken by the rebels"."""
    found = []
    for i, word in enumerate(sentence.lower):
        if word not in lexicon.condition_named or sentence.tags[i] not in VERBS:
            continue
        phrase = _phrase_at(sentence, i, lexicon.condition_named[word])
        if phrase is None or _is_imagined(sentence.lower[:i], lexicon) or not _are_fighters_in(sentence, lexicon):
            continue
        j, chain = i + len(phrase.words.split()), chain_before(sentence, i)
        if chain.unreal:
            continue
        if chain.linked and sentence.tags[i] != "VBG":
            is_taken = _is_of_a_place(sentence, places, chain.begin, phrase.condition, lexicon)
            place, end = (_subject(places, i) or "" if is_taken else None), j
        else:
            place, end = _taken(sentence, places, j, lexicon)
        if place is not None:
            state = TURNED[phrase.state] if chain.negated else phrase.state
            found.append(Found(i, end, phrase.condition, state, place or None))
    return found


def _are_fighters_in(sentence: Sentence, lexicon: Lexicon) -> bool:
    for at, word in enumerate(sentence.lower):
        if word in lexicon.claimants or sentence.words[at][0].isupper():
            hit = lexicon.claimants.at(sentence.lower, at) or lexicon.claimant_names.at(sentence.words, at)
            if hit is not None and hit[1] in ("armed_group", "military"):
                return True
        thing = lexicon.things.at(sentence.lower, at)
        if thing is not None and thing[1].population_group == "combatants":
            return True
    return False


def _taken(sentence: Sentence, places: list[Place], j: int, lexicon: Lexicon) -> tuple[str | None, int]:
    """The place at word `j`, or behind "the town of", and where its words end; "" for one that is named elsewhere."""
    if sentence.is_capital(j) and sentence.tag(j) in NAMES and lexicon.claimants.at(sentence.lower, j) is None:
        end = j + 1
        while sentence.is_capital(end) and sentence.tag(end) in NAMES:
            end += 1
        return sentence.say(j, end), end
    noun = next((x for x in range(j + 1, min(j + 4, len(sentence))) if sentence.lower[x] in lexicon.context["settlement"]), None)
    if noun is None or sentence.word(j) not in ("the", "its", "our", "their", "a", "this", "that", "another"):
        return None, j
    near = next((p for p in places if 0 < p.i - noun <= FARTHEST_NAMED), None)
    return (near.name, near.j) if near is not None else ("", noun + 1)


# -- what is said of a place -----------------------------------------------------------------------------------------------------


def _said_of_places(sentence: Sentence, places: list[Place], lexicon: Lexicon) -> list[Found]:
    """ "Tamale is in ruins", "the town fell to the rebels", "the storm left it isolated"."""
    found = []
    lower, known = sentence.lower, lexicon.condition_links
    for i, word in enumerate(lower):
        hit = known.at(lower, i) if word in known else None
        if hit is None or _is_imagined(lower[:i], lexicon) or _loses_a_service(lower, i + hit[0], lexicon):
            continue
        phrase, chain = hit[1], chain_before(sentence, i)
        left = phrase.role == "be" and not _LEAVING.isdisjoint(lower[max(0, i - FARTHEST_LEAVING) : i])
        if chain.unreal or not (left or _is_predicate(sentence, phrase, chain, i)):
            continue
        if left or _is_of_a_place(sentence, places, chain.begin, phrase.condition, lexicon):
            state = TURNED[phrase.state] if chain.negated else phrase.state
            found.append(Found(i, i + hit[0], phrase.condition, state, None))
    return found


def _is_predicate(sentence: Sentence, phrase: ConditionPhrase, chain: Chain, i: int) -> bool:
    """Whether words are said of a subject: behind a form of be, behind a comma ("Keta, isolated since Tuesday"), or a verb."""
    if phrase.role == "do":
        if phrase.condition == "captured" and " " not in phrase.words and sentence.word(i + 1) not in _ENDS_FALL:
            return False  # "fell silent", "fell by half"
        if phrase.form in ("participle", "ing") or sentence.word(i - 1) == "to":
            return chain.begin < chain.end
        return sentence.tags[i] in VERBS or sentence.lower[i] in COPULAS
    return chain.linked or (chain.begin == i and sentence.word(i - 1) in (",", ":", "–", "—", "-")) or i == 0


def _is_of_a_place(sentence: Sentence, places: list[Place], end: int, condition: str, lexicon: Lexicon) -> bool:
    """Whether the subject that ends before word `end` is a place, or people or homes that stand for one."""
    settlements, dwellers = lexicon.context["settlement"], lexicon.context["dweller"]
    last = _subject_end(sentence, end)
    if last < 0 or sentence.lower[last] in (":", "–", "—", "•"):
        return True
    for at in range(last, max(-1, last - LONGEST_SUBJECT), -1):
        word = sentence.lower[at]
        if word in settlements or word in _STANDS_FOR:
            return True
        place = next((p for p in places if p.i <= at < p.j and (p.i > 0 or sentence.tags[0] in NAMES)), None)
        if place is not None or _is_name(sentence, at, lexicon):
            return condition not in _OF_SETTLEMENTS or not _is_in_phrase(sentence, place.i if place else at, lexicon)
        if word in dwellers:
            return condition not in _OF_SETTLEMENTS
        if sentence.tags[at] in ("NN", "NNS") and at == last and condition in _OF_SETTLEMENTS:
            return False
        if word in (";", ".") or sentence.tags[at] in ("VBD", "VBZ", "VBP"):
            return False
    return False


def _is_name(sentence: Sentence, at: int, lexicon: Lexicon) -> bool:
    """Whether a capitalised word is a name, and not only the first word of its sentence ("Prices fell")."""
    if not sentence.is_capital(at) or sentence.tags[at] not in NAMES:
        return False
    common = (lexicon.things, lexicon.services, lexicon.claimants)
    return at > 0 or (sentence.tags[0] == "NNP" and not any(sentence.lower[0] in table for table in common))


def _subject_end(sentence: Sentence, end: int) -> int:
    """The last word of the subject before word `end`: over "and", and over what stands between commas."""
    lower = sentence.lower
    if end > 0 and lower[end - 1] == ",":
        opening = next((at for at in range(end - 2, max(-1, end - LONGEST_INSERTED), -1) if lower[at] == ","), None)
        return opening - 1 if opening is not None and lower[opening + 1] in _INSERTS else end - 2
    return end - 2 if end > 0 and lower[end - 1] in (")", "and", "but") else end - 1


def _is_in_phrase(sentence: Sentence, i: int, lexicon: Lexicon) -> bool:
    """Whether the name at word `i` only says where something else is: "three buildings in Tyre were destroyed"."""
    if sentence.word(i - 1) not in ("in", "at", "near", "of", "from", "around"):
        return False
    noun = next((at for at in range(i - 2, max(-1, i - 5), -1) if sentence.tags[at] in ("NN", "NNS")), None)
    whole = noun is not None and (_is_settlement(sentence.lower[noun], lexicon) or sentence.lower[noun] in _SHARES)
    return noun is not None and not whole
