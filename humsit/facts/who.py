"""Who says a figure, and who is counted by it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from humsit.facts.deeds import keep_distance
from humsit.facts.draft import Draft
from humsit.facts.quoted import ends_open
from humsit.facts.scene import Scene
from humsit.facts.sides import own_side
from humsit.facts.sources import bracketed_source, labelling_source
from humsit.facts.telling import tells_too
from humsit.grammar.classes import FINITE, POSSESSIVE_PRONOUNS
from humsit.mentions.sentence import Sentence
from humsit.mentions.speakers import Attribution, covering
from humsit.vocabulary import Lexicon
from humsit.vocabulary.compiled import Phrases

T = TypeVar("T")

_OWN = (POSSESSIVE_PRONOUNS - {"her"}) | {"their", "own"}
FARTHEST_PART = 2  # words before "four of them", where its sentence begins with it
_OF_THEM = (["of", "them"], ["of", "those"], ["of", "these"])
_WHO = frozenset({"which", "who", "whose", "whom"})
_DELIVERED = frozenset({"aid", "assisted", "funding"})
_SOURCES = frozenset({"source", "sources", "data"})
_GIVEN = frozenset({"aid", "funding"})


def speak(draft: Draft, scene: Scene) -> None:
    """Gives a figure its claimant and stance: whoever its words are said by, or whose quotation goes on."""
    one = covering([one for one in scene.attributions if not _gives(draft, one, scene)], draft.count.quantity.i)
    if one is not None and not (draft.measure == "distance" and _only_says_where(draft, one)):
        draft.speaker, draft.stance = one.speaker, one.stance
        draft.because("claimant", "says it", one.cue_i, one.cue_j)
    elif scene.quoted and ends_open(scene.sentence, draft.span[0], is_open=scene.is_open):
        draft.speaker = scene.last_speaker
        draft.because("claimant", "the quotation goes on")
        scene.paragraph.waiting.append(draft)
    elif scene.teller is not None and tells_too(draft, scene):
        draft.speaker = scene.teller
        draft.note("claimant", "goes on telling", draft.speaker.name, draft.speaker.start, draft.speaker.end)
    else:
        _by_layout(draft, scene)
    keep_distance(draft, scene.lexicon)


def speak_of_part(draft: Draft, earlier: Sequence[Draft]) -> None:
    """ "The office said 18 people had died. Seven of them drowned in Keta.": who counted all of them counted these."""
    lower, total = draft.sentence.lower, earlier[-1] if earlier else None
    if draft.speaker is not None or total is None or total.speaker is None or draft.count.begin > FARTHEST_PART:
        return
    is_part = lower[draft.count.end - 2 : draft.count.end] in _OF_THEM or lower[draft.count.end : draft.count.end + 2] in _OF_THEM
    is_next = total.sentence.paragraph == draft.sentence.paragraph and draft.sentence.start - total.sentence.end <= 1
    if is_part and is_next and total.measure != "other":
        draft.speaker = total.speaker
        draft.note("claimant", "who counted all of them", total.speaker.name, total.speaker.start, total.speaker.end)


def _only_says_where(draft: Draft, one: Attribution) -> bool:
    """ "In Keta, 80 km north of Ho, stones injured seven, the ministry said": how far it is, the text says itself."""
    return not one.opens and FINITE.isdisjoint(draft.sentence.tags[: draft.count.begin])


def _gives(draft: Draft, one: Attribution, scene: Scene) -> bool:
    """Whether somebody gives what the figure counts, and so claims nothing: "Germany pledged $60 million"."""
    sentence = scene.sentence
    verb = one.cue_i
    if sentence.word(verb + 1) != "," and any(word in _WHO for word in sentence.lower[one.cue_i : one.cue_j]):
        verb = max(at for at in range(one.cue_i, one.cue_j) if sentence.lower[at] in _WHO or sentence.lower[at] == ",")
    words = [sentence.lower[at] for at in range(verb, one.cue_j) if not sentence.is_capital(at)]  # "the Red Cross said"
    joined = sentence.lower[one.cue_j : draft.count.begin]
    if "and" in joined and "that" not in joined:  # "closed the schools and set aside $7 million"
        words = words + joined[joined.index("and") :][:2]
    if draft.measure not in _GIVEN or not one.opens or one.cue_j > draft.count.begin or "that" in words:
        return False
    if not scene.lexicon.context["asking"].isdisjoint(words):  # "the agency asked for $20 million"
        return False
    verbs = (trigger for word in words for trigger in scene.lexicon.verbs.get(word, ()))
    return any(trigger.measure in _GIVEN for trigger in verbs)


def _by_layout(draft: Draft, scene: Scene) -> None:
    """A bracket behind the figure, or the heading above it, may name who counted."""
    speaker, rule = labelling_source(scene.sentence, draft.count.begin, scene.lexicon), "the label before it"
    if speaker is None:
        speaker, rule = bracketed_source(scene.sentence, draft.count.end, scene.lexicon), "the bracket behind it"
    if speaker is not None and draft.measure in _DELIVERED and not _SOURCES.intersection(scene.sentence.lower):
        speaker = None  # "Red Cross: 520 families got tarpaulins", "730 tool kits (CARE)": who gave, not who says so
    if speaker is None:
        speaker, rule = scene.heading_source, "the heading above"
    if speaker is not None:
        draft.speaker = speaker
        draft.note("claimant", rule, speaker.name, speaker.start, speaker.end)


def who_is_counted(draft: Draft, lexicon: Lexicon) -> None:
    """Gives a figure the part of the population and the side that its noun phrase names: "500 of its soldiers"."""
    counted = draft.count.counted
    if counted.j > counted.i:
        count_those(draft, counted.i, counted.j, lexicon)


def count_those(draft: Draft, i: int, j: int, lexicon: Lexicon) -> None:
    """Gives a figure the part of the population and the side that the words [i, j) name, and no other."""
    sentence = draft.sentence
    groups = {thing.population_group for thing in _named(lexicon.things, sentence, i, j) if thing.population_group}
    draft.population_group = "unspecified" if not groups else groups.pop() if len(groups) == 1 else "mixed"
    sides = {nation.name for nation in _named(lexicon.nations, sentence, i, j)}
    draft.side = sides.pop() if len(sides) == 1 else ""
    if not sides and not draft.side and draft.speaker is not None and not _OWN.isdisjoint(sentence.lower[i:j]):
        draft.side = own_side(draft.speaker)


def _named(known: Phrases[T], sentence: Sentence, i: int, j: int) -> list[T]:
    """What the words [i, j) name, each word in the longest phrase that begins at it ("South Sudanese" is not Sudanese)."""
    found, at = [], i
    while at < j:
        hit = known.at(sentence.lower, at)
        if hit is not None:
            found.append(hit[1])
        at += hit[0] if hit is not None else 1
    return found
