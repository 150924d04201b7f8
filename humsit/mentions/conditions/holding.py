"""What holds in a sentence, and the chain of small words before the word that says so ("has not yet been …")."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from humsit.grammar.classes import BE, HAVE, NOT
from humsit.mentions.sentence import Sentence

LONGEST_CHAIN = 8
LONGEST_NOBODY = 5  # words of "none of the relief convoys"

COPULAS = BE | frozenset(
    "remain remains remained remaining stay stays stayed lie lies lay lying go goes went gone going fall falls fell fallen "
    "stand stands stood become becomes became get gets got keep kept seem seems seemed appear appears appeared".split()
)
MAKING = frozenset(
    "leave leaves left leaving render rendered renders rendering made makes making found keeping kept keeps turned "
    "turning".split()
)
"""What is left or made so: "the storm left the town isolated"."""
_NOBODY = frozenset({"nobody", "none", "neither", "nothing"})
_NEGATED_BE = frozenset("isn't aren't wasn't weren't isn’t aren’t wasn’t weren’t ain't".split())
_OF_A_SUBJECT = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "CD", "IN", "DT"})
_WAS = frozenset({"was", "were", "is", "are"})
_HELPERS = HAVE | {"do", "does", "did", "'s", "’s", "'re", "’re", "’ve"}
_NEGATIONS = NOT | frozenset(
    "no nor neither cannot can't can’t couldn't couldn’t hasn't hasn’t haven't haven’t hadn't hadn’t don't don’t doesn't doesn’t "
    "didn't didn’t won't won’t nowhere hardly barely".split()
)
_NEGATING = _NEGATIONS | _NEGATED_BE
_ADVERBS = frozenset(
    "still yet now also all both again longer largely mostly almost nearly partly fully totally completely entirely since "
    "partially gradually progressively severely badly heavily briefly repeatedly widely fully successfully intermittently "
    "already reportedly effectively virtually just only even either currently temporarily finally very quite once more".split()
)
_UNREAL = frozenset("would could might may should will shall must 'll ’ll".split())
_LEADING_ON = frozenset({"to", "can"})

TURNED = {"present": "absent", "absent": "present", "restored": "present", "disputed": "disputed"}
"""What a state becomes by "not"."""


@dataclass(slots=True)
class Found:
    """One condition in a sentence: its words [i, j), what it is, whether it holds, and its place where the grammar ties one."""

    i: int
    j: int
    condition: str
    state: str
    place: str | None
    """None where it must be looked for."""


class Chain(NamedTuple):
    """Small words before the word that says a state: "has not been", "are still", "is yet to"."""

    begin: int
    end: int
    linked: bool
    """Whether a form of be, remain, go … is among them."""
    negated: bool
    unreal: bool


def chain_before(sentence: Sentence, end: int) -> Chain:
    """The chain that ends before word `end`; empty where there is none."""
    begin = end
    while begin > max(0, end - LONGEST_CHAIN) and is_in_chain(sentence, begin - 1):
        begin -= 1
    chain = chain_of(sentence, begin, end)
    return chain._replace(negated=True) if not chain.negated and has_nobody_before(sentence, begin) else chain


def has_nobody_before(sentence: Sentence, end: int) -> bool:
    """Whether the subject that ends before word `end` is nobody: "no one", "none of the convoys", "no family"."""
    for at in range(end - 1, max(-1, end - 1 - LONGEST_NOBODY), -1):
        word = sentence.lower[at]
        if word in _NOBODY or word == "no" or (word in ("not", "never") and sentence.word(at + 1) in ("a", "one")):
            return True
        if sentence.tags[at] not in _OF_A_SUBJECT:
            return False
    return False


def is_in_chain(sentence: Sentence, at: int) -> bool:
    """Whether a word may stand in a chain."""
    word = sentence.lower[at]
    if word in COPULAS or word in _NEGATED_BE or word in _HELPERS or word in _NEGATIONS or word in _ADVERBS:
        return True
    if word == "but":
        return sentence.word(at - 1) == "all"  # "was all but wiped out"
    return word in _UNREAL or word in _LEADING_ON or sentence.tags[at] in ("RB", "MD")


def chain_of(sentence: Sentence, begin: int, end: int) -> Chain:
    """The words [begin, end) as a chain."""
    words = sentence.lower[begin:end]
    linked = any(word in COPULAS or word in _NEGATED_BE for word in words)
    is_yet_to = "yet" in words and "to" in words
    negated = is_yet_to or not _NEGATING.isdisjoint(words)
    had_to = "to" in words and "have" in words[words.index("to") :] and words[0] in _WAS
    to_do = (
        "to" in words and not is_yet_to and "have" not in words
    ) or had_to  # "was to have opened", "is to be restored", not "claims to have restored"
    bare = words[:1] == ["be"] or to_do  # "asked that it be opened"
    unreal = bare or (not negated and not _UNREAL.isdisjoint(words))
    return Chain(begin, end, linked, negated, unreal)
