"""How much of a place is destroyed: "80 per cent of the houses in Keta have been burned", "razed most of the town"."""

from __future__ import annotations

from humsit.grammar.classes import VERBS
from humsit.mentions.conditions.holding import Found, chain_before
from humsit.mentions.conditions.subjects import is_imagined
from humsit.mentions.sentence import Sentence
from humsit.vocabulary.compiled import Lexicon

A_LARGE_PART = 50  # per cent
LONGEST_SHARE = 14  # words of "more than three quarters of the homes in the old town of Keta"
FARTHEST_OBJECT = 10

_MOST = frozenset(
    "most all every almost nearly majority half two-thirds three-quarters whole entire thirds quarters each".split()
)
_HOMES = frozenset("home homes house houses building buildings dwelling dwellings hut huts structure structures shelters".split())
_RUINING = frozenset(
    "destroyed burned burnt flattened levelled leveled razed ruined collapsed obliterated demolished gutted wrecked "
    "uninhabitable torched rubble destroying flattening levelling razing burning wrecking demolishing".split()
)
_ENDS = frozenset({";", ":"})


def find_shares(sentence: Sentence, lexicon: Lexicon) -> list[Found]:
    """The ruin of half or more of a place's homes."""
    lower = sentence.lower
    if _RUINING.isdisjoint(lower) or _HOMES.isdisjoint(lower):
        return []
    found = []
    for i, word in enumerate(lower):
        if word not in _HOMES or (begin := _share_before(sentence, i)) is None or is_imagined(sentence, i, lexicon):
            continue
        span = _said_behind(sentence, i) or _done_before(sentence, begin, i)
        if span is not None:
            chain = chain_before(sentence, span[1] - 1)
            if not chain.unreal and not chain.negated:
                found.append(Found(min(begin, span[0]), max(i + 1, span[1]), "destroyed", "present", None))
    return found


def _share_before(sentence: Sentence, i: int) -> int | None:
    """Where the share of the homes at word `i` begins: "80 per cent of the", "almost every"; None for none or a small one."""
    lower = sentence.lower
    for at in range(i - 1, max(-1, i - 6), -1):
        if lower[at] in _MOST:
            return at
        if lower[at] in ("%", "per", "percent") or lower[at].endswith("%"):
            number = lower[at].rstrip("%") or sentence.word(at - 1)
            number = number if number[:1].isdigit() else sentence.word(at - 1)
            return at - 1 if number.replace(".", "", 1).isdigit() and float(number) >= A_LARGE_PART else None
    return None


def _said_behind(sentence: Sentence, i: int) -> tuple[int, int] | None:
    """ "… of the homes in Keta were destroyed"."""
    for at in range(i + 1, min(i + LONGEST_SHARE, len(sentence))):
        if sentence.lower[at] in _ENDS:
            return None
        if sentence.lower[at] in _RUINING and (chain_before(sentence, at).linked or sentence.lower[at - 1] in ("have", "had")):
            return i, at + 1
        if sentence.lower[at] == "collapsed":
            return i, at + 1
    return None


def _done_before(sentence: Sentence, begin: int, i: int) -> tuple[int, int] | None:
    """ "The quake destroyed most of the houses in Keta"."""
    verb = next((x for x in range(begin - 1, max(-1, begin - 4), -1) if sentence.lower[x] in _RUINING), None)
    return (verb, i + 1) if verb is not None and sentence.tags[verb] in VERBS else None
