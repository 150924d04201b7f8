"""Who or what a number of a table or list counts, by the words of its head: "Houses destroyed | Rice (MT) | Cooking sets"."""

from __future__ import annotations

from humsit.documents.blocks import Block, BlockKind
from humsit.facts.draft import Draft
from humsit.facts.headed import row_place
from humsit.facts.what import labels_of
from humsit.grammar.classes import NOUNS
from humsit.mentions.groups import noun_phrase
from humsit.mentions.labels import says_degree
from humsit.mentions.measures import PEOPLE_UNITS
from humsit.mentions.sentence import Sentence
from humsit.vocabulary import Lexicon

LONGEST_OUTLINE = 5  # characters of "VIII."
_NUMBERING = frozenset("number no no. nr nr. of total totals cumulative # the how many all".split())
_CLASSES = frozenset({"suspected", "confirmed", "probable"})
_OF_AMOUNTS = frozenset(
    "quantity quantities amount number figure value unit units qty count volume weight tonnage tonnes tons mt kg total status "
    "distribution".split()
)
_SUMS = frozenset({"casualties", "victims", "human losses", "losses"})
"""What stands above "Dead | Injured" and names nobody."""
_OF_THINGS = frozenset({"homes_damaged", "homes_destroyed", "facilities_damaged", "attacks", "aid"})


def group_of_label(draft: Draft, lexicon: Lexicon) -> str:
    """What the heads of a bare number's column and row, or the heading of its list, say that it counts; "" for nobody named.

    "Houses destroyed" counts houses, "Rice (MT)" rice, "Totally: 310" under "DAMAGED HOUSES" houses, "Injured" nobody named.
    """
    if not draft.count.is_bare:
        return ""
    block = draft.sentence.block
    named = _named(block.heading if says_degree(block.column) else block.column, draft, lexicon)
    if not named and block.row:
        place = row_place(draft.sentence, lexicon)
        named = _named(block.row.removesuffix(f", {place}"), draft, lexicon) if place != block.row else ""
    if not named and not block.row and draft.measure in _OF_THINGS and any(rule == "heading" for rule, _ in labels_of(draft)):
        named = _named(block.heading, draft, lexicon)
    return named


def _named(words: str, draft: Draft, lexicon: Lexicon) -> str:
    """The noun phrase of a head that names what can be counted so, without the words that say what was done to it."""
    label = words.partition("(")[0].strip(" *:#")
    first, _, rest = label.partition(" ")
    label = rest if first[-1:] in (".", ")") and len(first) <= LONGEST_OUTLINE else label  # "III. DAMAGED HOUSES"
    if not label or label[0].isdigit():
        return ""
    sentence = Sentence(label, 0, len(label), Block(BlockKind.HEADING, 0, len(label)), 0, lexicon.tagger)
    at = 0
    while at < len(sentence) and (sentence.lower[at] in _NUMBERING or _is_done_to_it(sentence, at, lexicon)):
        at += 1
    if at == len(sentence):
        return ""
    found = noun_phrase(sentence, at, len(sentence), lexicon)
    if found.thing is None:
        is_noun = (
            found.j > found.i and sentence.tags[found.j - 1] in NOUNS and not _is_of_amounts(sentence.lower[found.j - 1], lexicon)
        )
        return found.group if draft.measure == "aid" and is_noun else ""
    if found.group.lower() in _SUMS or found.group.lower().rpartition(" ")[2] in lexicon.context["no_group"]:
        return ""
    is_of_people = found.thing.unit in PEOPLE_UNITS
    return found.group if is_of_people != (draft.measure in _OF_THINGS) else ""


def _is_done_to_it(sentence: Sentence, at: int, lexicon: Lexicon) -> bool:
    """ "Partially damaged houses", "Affected farmers": what the measure says of them already."""
    word = sentence.lower[at]
    if word in _CLASSES:
        return False  # "Confirmed cases"
    if word in lexicon.context["partly"] or word in lexicon.context["wholly"]:
        return True
    return any(one.form in ("participle", "both") for one in lexicon.verbs.get(word, ())) and at + 1 < len(sentence)


def _is_of_amounts(word: str, lexicon: Lexicon) -> bool:
    """ "Quantity", "March": the head of a column in which the things themselves stand before the number."""
    return word in _OF_AMOUNTS or word in lexicon.months
