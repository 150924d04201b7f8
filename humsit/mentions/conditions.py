"""What holds at a place with or without a number: "surrounded", "under heavy bombardment", "no water or power", "power was restored", "cannot evacuate".

Three ways to say it: a phrase by itself, a verb whose subject or object is the place, a service with a word for its state.
"""

from __future__ import annotations

from dataclasses import dataclass

from humsit.mentions.places import Place
from humsit.mentions.sentence import Sentence
from humsit.vocabulary.compiled import Lexicon

_BE = frozenset({"be", "is", "are", "was", "were", "been", "being", "remains", "remained", "remain"})
_VERB = frozenset({"VB", "VBD", "VBZ", "VBP", "VBN", "VBG"})
_ASKED = frozenset(
    {
        "demand",
        "demanded",
        "demands",
        "request",
        "requested",
        "requests",
        "ask",
        "asked",
        "asks",
        "call",
        "called",
        "calls",
        "urge",
        "urged",
        "urges",
        "appeal",
        "appealed",
        "appeals",
        "seek",
        "sought",
        "want",
        "wants",
        "need",
        "needs",
        "negotiate",
        "plea",
        "pleaded",
        "propose",
        "proposed",
        "asking",
        "calling",
        "demanding",
        "establish",
        "establishment",
        "agree",
    }
)
_NEGATED = frozenset({"not", "n't", "no", "never", "denied", "denies", "deny", "nobody", "without"})
_UNREAL = frozenset(
    {
        "would",
        "could",
        "might",
        "may",
        "if",
        "feared",
        "fears",
        "risk",
        "warned",
        "threatened",
        "threat",
        "planned",
        "plans",
        "before",
        "unless",
        "should",
        "avoid",
        "prevent",
        "compared",
        "likened",
        "reminiscent",
    }
)
FARTHEST_STATE = 7  # words between a service and its state ("power in most of the city is out")


@dataclass(slots=True)
class Found:
    """One condition in a sentence: its words [i, j), what it is, whether it holds, and the words for its place where the grammar ties one."""

    i: int
    j: int
    condition: str
    state: str
    place: str | None
    """"" where the condition needs none; None where it must be looked for."""


def find_conditions(sentence: Sentence, places: list[Place], lexicon: Lexicon) -> list[Found]:
    """The conditions of a sentence, from left to right."""
    found = _phrases(sentence, lexicon) + _verbs(sentence, places, lexicon) + _services(sentence, lexicon)
    found.sort(key=lambda one: (one.i, -one.j))
    kept: list[Found] = []
    for one in found:
        if not any(one.i < other.j and other.i < one.j and other.condition == one.condition for other in kept):
            kept.append(one)
    return kept


def _phrases(sentence: Sentence, lexicon: Lexicon) -> list[Found]:
    found = []
    i = 0
    lower = sentence.lower
    while i < len(lower):
        hit = lexicon.condition_phrases.at(lower, i) if lower[i] in lexicon.condition_phrases else None
        if hit is None:
            i += 1
            continue
        n, phrase = hit
        if phrase.role == "ask":
            if _is_asked_for(lower, i, i + n) and not (i and lower[i - 1] in ("open", "opened")):
                found.append(Found(i, i + n, phrase.condition, "present", None))
            else:
                i += 1
                continue
        else:
            state = phrase.state
            if state == "present" and _negated(lower, i):
                state = "absent"
            found.append(Found(i, i + n, phrase.condition, state, None))
        i += n
    return [one for one in found if not {"compared", "likened", "reminiscent"} & set(lower[: one.i])]


def _is_asked_for(lower: list[str], i: int, j: int) -> bool:
    return bool(_ASKED & set(lower[max(0, i - 25) : i])) or bool({"requested", "demanded", "sought"} & set(lower[j : j + 6]))


def _negated(lower: list[str], i: int) -> bool:
    return bool({"not", "n't", "no", "never", "longer"} & set(lower[max(0, i - 3) : i]))


def _verbs(sentence: Sentence, places: list[Place], lexicon: Lexicon) -> list[Found]:
    """Verbs whose subject (passive) or object is the place: "Mariupol has been surrounded", "captured the town of Kherson"."""
    found = []
    for i, word in enumerate(sentence.lower):
        phrases = lexicon.condition_verbs.get(word)
        if not phrases or sentence.tags[i] not in _VERB:
            continue
        for phrase in phrases:
            n = len(phrase.words.split())
            if sentence.lower[i : i + n] != phrase.words.split():
                continue
            if _UNREAL & set(sentence.lower[:i]):
                break
            place, end = (
                _object(sentence, places, i, i + n) if not _is_passive(sentence, i) else (_subject(sentence, places, i), i + n)
            )
            if place is None and _is_passive(sentence, i) and (places or _theme_subject(sentence, i)):
                place = _subject(sentence, places, i)
            if place is None:
                break
            state = "absent" if _negated(sentence.lower, i) else phrase.state
            found.append(Found(i, end if phrase.condition == "captured" else i + n, phrase.condition, state, place))
            break
    return found


def _theme_subject(sentence: Sentence, i: int) -> bool:
    return i < 4 and sentence.lower[0] in ("it", "the")


def _is_passive(sentence: Sentence, i: int) -> bool:
    at = i - 1
    while at >= 0 and sentence.tags[at] == "RB":
        at -= 1
    return at >= 0 and sentence.lower[at] in _BE


def _subject(sentence: Sentence, places: list[Place], i: int) -> str | None:
    """The place that is the subject of the verb at i: its clause's first name, with nothing but an insertion between."""
    before = [p for p in places if p.j <= i and p.slot in ("subject", "topic", "of", "list", "label")]
    return before[-1].name if before else None


def _object(sentence: Sentence, places: list[Place], i: int, j: int) -> tuple[str | None, int]:
    """The place that the verb acts on, in the same clause: at once, or behind "the town of", or as a dash's explanation; and where the words end."""
    direct = next((p for p in places if 0 <= p.i - j <= 12 and p.slot in ("object", "of", "list", "in")), None)
    if direct is None:
        return None, j
    between = sentence.lower[j : direct.i]
    if any(word in (";", ".", "when", "while") for word in between):
        return None, j
    if (
        direct.slot in ("of", "in")
        and any(tag in ("NNS",) for tag in sentence.tags[j : direct.i])
        and "cities" not in between
        and "towns" not in between
    ):
        return None, j
    mark = next((x for x in range(j, direct.i) if sentence.lower[x] in ("-", "–", "—", ",", ":")), direct.j)
    return direct.name, mark


def _services(sentence: Sentence, lexicon: Lexicon) -> list[Found]:
    """ "no water or power", "without running water", "antibiotics have run out", "power was restored in most districts"."""
    found: list[Found] = []
    lower = sentence.lower
    carried: tuple[str, int] | None = None
    i = 0
    while i < len(lower):
        hit = lexicon.services.at(lower, i)
        if hit is None:
            i += 1
            continue
        n, condition = hit
        end = i + n
        state = _state_before(lower, i, lexicon) or _state_after(lower, end, lexicon)
        if (
            state is None
            and carried is not None
            and i - carried[1] <= 4
            and all(w in ("or", "and", ",", "running", "clean", "the", "any", "nor", "no") for w in lower[carried[1] : i])
        ):
            state = (carried[0], i, end)
        if state is not None and not _UNREAL & set(lower[max(0, i - 6) : i]):
            what, begin, close = state
            if what == "present" and lower[max(0, begin - 1) : begin] in (["not"], ["no"]):
                what = "absent"
            found.append(Found(begin, close, condition, what, None))
            carried = (state[0], end)
        i = end
    return found


def _state_before(lower: list[str], i: int, lexicon: Lexicon) -> tuple[str, int, int] | None:
    """ "no [running] water", "run out of medicine", "restored power"."""
    for back in range(1, 6):
        at = i - back
        if at < 0 or lower[at] in (",", ";", "."):
            return None
        hit = lexicon.service_before.at(lower, at)
        if hit is not None and at + hit[0] <= i:
            between = lower[at + hit[0] : i]
            if len(between) <= (2 if hit[0] == 1 else 3) and not any(
                w in lexicon.verbs or w in ("of", "in", "for", "to", "has", "have") for w in between
            ):
                return hit[1], at, i + 1 if not between else i + 1
    return None


def _state_after(lower: list[str], end: int, lexicon: Lexicon) -> tuple[str, int, int] | None:
    """ "water has run out", "power was restored", "phone lines to the town are down"."""
    for at in range(end, min(end + FARTHEST_STATE, len(lower))):
        if lower[at] in (",", ";", ".", "and", "but", "or") or (at > end and lexicon.services.at(lower, at) is not None):
            return None
        hit = lexicon.service_after.at(lower, at)
        if hit is not None:
            if "not" in lower[end:at]:
                return None
            return hit[1], end - 1, at + hit[0]
    return None
