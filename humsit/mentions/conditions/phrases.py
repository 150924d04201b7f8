"""Phrases that say by themselves what holds: "under siege", "prevented … from leaving"."""

from __future__ import annotations

from humsit.grammar.classes import NAMES
from humsit.mentions.conditions.holding import Found
from humsit.mentions.conditions.subjects import (
    is_counted,
    is_counted_behind,
    is_imagined,
    loses_a_service,
)
from humsit.mentions.sentence import Sentence
from humsit.vocabulary.compiled import ConditionPhrase, Lexicon

FARTHEST_ASKING = 25
FARTHEST_ASKED = 6
FARTHEST_TRUCE = 10  # "urged the parties to allow a humanitarian pause"
FARTHEST_NOT = 3
FARTHEST_REPROACH = 8  # "under fire from critics over the budget"
FARTHEST_CONTACT = 4  # "no contact has been made with the miners"
LONGEST_GAP = 8  # between the halves of "prevented … from leaving"
SHORTEST_GAP = 3  # "in … hands"

_NEGATIONS = frozenset({"not", "n't", "never", "no", "longer", "nobody", "neither"})
_ASKED_BEHIND = frozenset({"requested", "demanded", "sought"})
_PAST = frozenset({"after", "following", "since", "ended", "ending"})
_ENDS_GAP = frozenset({";", ".", ",", ":"})
_ASKED_FOR = frozenset(
    "call called calls calling urge urged urges urging appeal appealed demand demanded demands demanding ask asked".split()
)
_SUBJECTS = frozenset({"flag", "control", "soldiers"})
_FLEEING = frozenset(
    "civilians evacuate evacuated evacuation wounded injured sick patients aid relief food medicine residents families women "
    "children people trapped leave leaving flee escape out humanitarian safe safely besieged refugees villagers".split()
)
_REPROACHES = frozenset(
    {
        "reporters",
        "journalists",
        "creditors",
        "voters",
        "paparazzi",
        "over",
        "critics",
        "criticism",
        "opposition",
        "lawmakers",
        "fans",
        "media",
        "press",
        "handling",
    }
)
_OWN_HANDS = frozenset({"his", "her", "their", "my", "your", "its", "our"})
_SEARCHING = frozenset(
    "rescuer rescuers rescue crew crews search searched searching searchers firefighters divers dug dig digging rubble "
    "volunteers survivors survivor trapped".split()
)
_COMING_UNDER = frozenset({"came", "come", "comes", "coming"})
_SUBJECTS_UNDER_FIRE = frozenset(
    "patrol patrols convoy convoys escort escorts team teams unit units troops soldiers vehicle vehicles police policemen "
    "officers peacekeepers base bus ambulance ambulances helicopter plane ship boat crew crews workers journalists reporters "
    "car truck trucks lorry lorries checkpoint post outpost".split()
)
_EN_ROUTE = frozenset({"way", "track", "trek", "journey", "march", "route", "desert", "sahara", "sea", "adrift", "trail"})


def find_phrases(sentence: Sentence, lexicon: Lexicon) -> list[Found]:
    """ "under siege", "humanitarian corridor" where one is asked for."""
    found = []
    lower, known = sentence.lower, lexicon.condition_phrases
    behind = 0
    for i, word in enumerate(lower):
        hit = known.at(lower, i) if word in known and i >= behind else None
        if hit is None:
            continue
        j, phrase = i + hit[0], hit[1]
        if phrase.condition == "ceasefire" and not _ASKED_FOR.isdisjoint(lower[max(0, i - FARTHEST_TRUCE) : i]):
            continue
        if phrase.role == "ask" and not _is_asked_for(lower, i, j, lexicon):
            continue
        behind = j
        if j == i + 1 and sentence.tags[i] in NAMES and i > 0:
            continue  # a title: "the film Blackout"
        if phrase.condition == "destroyed" and is_counted(sentence, i, lexicon):
            continue
        if _is_of_somebody(sentence, phrase, i, j, lexicon):
            continue
        if loses_a_service(lower, j, lexicon) or _is_over(phrase, lower, i) or _is_criticism(phrase.condition, lower, j):
            continue
        if lexicon.context["likening"].isdisjoint(lower[:i]):  # "a siege compared to that of Tamale" is elsewhere
            found.append(Found(i, j, phrase.condition, _state_of(phrase, lower, i), None))
    return found


def _is_criticism(condition: str, lower: list[str], j: int) -> bool:
    """ "The minister is under fire over the budget", "under siege from reporters"."""
    return lower[j - 1] in ("fire", "siege") and not _REPROACHES.isdisjoint(lower[j : j + FARTHEST_REPROACH])


def _is_of_somebody(sentence: Sentence, phrase: ConditionPhrase, i: int, j: int, lexicon: Lexicon) -> bool:
    """Whether what is said is said of people on their way or at work, not of a place.

    "Rescuers worked by torchlight", "no contact with nine miners", "nine died of thirst on the way".
    """
    lower = sentence.lower
    if phrase.words in ("by torchlight", "by flashlight", "torchlight"):
        return not _SEARCHING.isdisjoint(lower)
    if phrase.condition == "no_communications" and "contact" in lower[i:j]:
        behind = range(j, min(j + FARTHEST_CONTACT, len(sentence)))
        at = next((x for x in behind if lower[x] == "with"), None) if lower[j - 1] != "with" else j - 1
        return at is not None and _is_a_person_in(sentence, at + 1, min(at + 1 + FARTHEST_CONTACT, len(sentence)), lexicon)
    if phrase.condition == "bombarded" and lower[i] == "under" and sentence.word(i - 1) in _COMING_UNDER:
        return not _SUBJECTS_UNDER_FIRE.isdisjoint(lower[max(0, i - 3) : i - 1])  # "a patrol came under fire"
    return "thirst" in lower[i:j] and not _EN_ROUTE.isdisjoint(lower)


def _is_a_person_in(sentence: Sentence, begin: int, end: int, lexicon: Lexicon) -> bool:
    hits = (lexicon.things.at(sentence.lower, at) for at in range(begin, end) if sentence.tags[at] in ("NN", "NNS"))
    return any(hit is not None and hit[1].unit == "people" for hit in hits)


def _is_of_people(sentence: Sentence, i: int, at: int, lexicon: Lexicon) -> bool:
    """ "has nine leaders in its hands", "drove 86 people out of Keta": people are held or driven, no place is taken."""
    lower = sentence.lower
    if lower[at] == "hands":
        return lower[i + 1] in _OWN_HANDS and sentence.word(at + 1) != "of"
    return lower[i] in ("drove", "driven") and _is_a_person_in(sentence, i + 1, at, lexicon) and "CD" in sentence.tags[i:at]


def _is_over(phrase: ConditionPhrase, lower: list[str], i: int) -> bool:
    """ "after a 14-hour blackout": what came before something else."""
    return phrase.state == "present" and not _PAST.isdisjoint(lower[max(0, i - FARTHEST_NOT) : i])


def find_gaps(sentence: Sentence, lexicon: Lexicon) -> list[Found]:
    """Phrases in two halves: "under … control", "prevented … from leaving"."""
    found: list[Found] = []
    lower = sentence.lower
    if lexicon.condition_gap_ends.isdisjoint(lower):
        return found
    for i, word in enumerate(lower):
        for first, last, phrase in lexicon.condition_gaps.get(word, ()):
            begin = i + len(first)
            if tuple(lower[i:begin]) != first:
                continue
            is_short = phrase.condition in ("captured", "bombarded") and word not in _SUBJECTS
            longest = SHORTEST_GAP if is_short else LONGEST_GAP
            for at in range(begin, min(begin + longest + 1, len(lower) - len(last) + 1)):
                if lower[at] in _ENDS_GAP or (longest == SHORTEST_GAP and lower[at] in _OWN_HANDS):
                    break
                if phrase.condition == "destroyed" and (
                    is_counted(sentence, i, lexicon) or is_counted_behind(sentence, i, at, lexicon)
                ):
                    break
                if phrase.condition == "captured" and _is_of_people(sentence, i, at, lexicon):
                    break
                if lower[at] == last[0] and tuple(lower[at : at + len(last)]) == last:
                    if _is_of_somebody(sentence, phrase, i, at + len(last), lexicon):
                        break
                    found.append(Found(i, at + len(last), phrase.condition, _state_of(phrase, lower, i), None))
                    break
    return [
        one for one in found if not is_imagined(sentence, one.i + 1, lexicon) and not _is_criticism(one.condition, lower, one.j)
    ]


def _state_of(phrase: ConditionPhrase, lower: list[str], i: int) -> str:
    if phrase.role == "ask":
        return "present"
    return "absent" if phrase.state == "present" and _is_negated(lower, i) else phrase.state


def _is_asked_for(lower: list[str], i: int, j: int, lexicon: Lexicon) -> bool:
    before, behind = lower[max(0, i - FARTHEST_ASKING) : i], lower[j : j + FARTHEST_ASKED]
    if lower[i:j] == ["corridor"] and _FLEEING.isdisjoint(lower):
        return False  # one of trade
    asked = not lexicon.context["asking"].isdisjoint(before) or not _ASKED_BEHIND.isdisjoint(behind)
    return asked and before[-1:] not in (["open"], ["opened"])


def _is_negated(lower: list[str], i: int) -> bool:
    return not _NEGATIONS.isdisjoint(lower[max(0, i - FARTHEST_NOT) : i])
