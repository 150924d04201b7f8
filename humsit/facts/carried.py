"""What a figure takes from the one before it.

A noun that is left out, the same amount in another unit, the total that it is a part of.
"""

from __future__ import annotations

from collections.abc import Sequence

from humsit.facts.admitted import treat_the_sick
from humsit.facts.draft import Draft
from humsit.facts.elliptical import has_scale, taken_up
from humsit.grammar.classes import POSSESSIVE_ENDINGS
from humsit.mentions.measures import PEOPLE_UNITS, Count
from humsit.vocabulary import Lexicon

FARTHEST_TOTAL = 4  # words of "Of the more than"
LONGEST_JOINT = 5  # words between two counts of one sentence that share their noun
FARTHEST_NUMBER_NOUN = 4

_CARRYING = frozenset("of at is was to as than verified confirmed counted recorded reported be".split())
_STATING = frozenset({"of", "at", "is", "was", "to"})
_GIVING = frozenset({"gave", "gives", "given"})
_ENDS_STATEMENT = frozenset({"", ".", ",", ";", "and", "but", "while"})
_NUMBERS = frozenset({"number", "count", "figure"})
_POINTING = frozenset({"the", "those", "number", "figure"})
_WAS_GIVEN = frozenset(
    "announced given reported counted recorded claimed cited published listed declared released stated put".split()
)
FARTHEST_THERE = 5  # words of "There are fewer than"
LONGEST_WAIT = 4  # words of "more are still being checked"
_AT_MOST = frozenset({"at_most", "less_than"})
_WAITING = frozenset({"being", "awaiting", "pending", "under", "yet"})
_BE_BEHIND = frozenset({"were", "was", "are", "is", "had", "have"})
_ARRIVING = frozenset({"arrive", "arrived", "arriving", "arrivals", "came", "come", "crossed", "entered"})
_PARTS_BEGIN = (["of", "whom"], ["of", "which"], ["of", "these"], ["of", "those"], ["of", "them"], ["among", "them"])


def carry_over(draft: Draft, before: Sequence[Draft], recent: Sequence[Draft], lexicon: Lexicon) -> None:
    """Fills what a figure leaves out.

    `before` are the figures before it in its sentence, `recent` those of the sentences before.
    """
    if found := taken_up(draft, before, recent, lexicon):
        measure, source = found
        draft.measure, draft.is_elliptical = measure, True
        if draft.count.is_bare:
            draft.unit = source.unit
            draft.counts_the_same_as(source)
        draft.because("measure", f"{measure}: said in the sentence before")
    elif draft.count.is_bare and not draft.count.counted.group and draft.unit in ("people", "other"):
        _carry_noun(draft, [*recent, *before], lexicon)
    treat_the_sick(draft, [*recent, *before])
    if before and not draft.group and _is_of_those(draft, before[0]):
        draft.counts_the_same_as(before[0])
    _point_back(draft, [*recent, *before])
    _arrive_too(draft, recent)
    if before:
        _carry_alternative(draft, before[-1])


def _is_of_those(draft: Draft, first: Draft) -> bool:
    """ "Of 8,900 children screened in Keta, 604 were malnourished": the sentence begins with those of whom it tells."""
    lower, begin = draft.sentence.lower, first.count.begin
    is_of = "of" in lower[:begin] and begin <= FARTHEST_TOTAL and draft.sentence.word(0) in ("of", "among", "out")
    return is_of and draft.count.is_bare and draft.unit in PEOPLE_UNITS and first.unit in PEOPLE_UNITS


def _carry_noun(draft: Draft, earlier: Sequence[Draft], lexicon: Lexicon) -> None:
    """A count without a noun repeats what the figure before it counted ("the front says it has killed nearly 700")."""
    before = next((one for one in reversed(earlier) if one.measure != "other"), None)
    if before is not None and before.part_of is not None and before.sentence is not draft.sentence:
        before = before.part_of  # "nine civilians including three children … A nurse put the dead at 13"
    if draft.measure == "other":
        before = _given_before(draft, earlier) or before
    if before is None or (before.measure == "funding" and not has_scale(draft)):
        return
    if draft.sentence.paragraph - before.sentence.paragraph > 1:
        return
    if (
        draft.measure == "other"
        and draft.count.frame is None
        and (
            _follows_cue(draft, lexicon)
            or _begins_part(draft)
            or _counters(draft, before)
            or _came(draft, before)
            or _waits(draft, before)
        )
    ):
        draft.measure, draft.unit = before.measure, before.unit
        draft.counts_the_same_as(before)
        draft.because("measure", f"{before.measure}: the same as the figure before")
    elif draft.measure != "other" and draft.count.like is None and (_is_joined(draft, before) or _says_the_rest(draft, before)):
        draft.counts_the_same_as(before)
        draft.because("group", "the noun is left out: the same as before in the sentence")
    elif draft.measure == before.measure and draft.sentence.paragraph == before.sentence.paragraph:
        draft.population_group, draft.side = before.population_group, before.side
        draft.because("population_group", "the same people as in the figure before")


def _given_before(draft: Draft, earlier: Sequence[Draft], *, whatever: bool = False) -> Draft | None:
    """The figure nearby that gave the same number, or any number where it does not matter `whatever` it was.

    "26 were killed and nine abducted. The ministry rejected the figure of 26."
    """
    value, near = draft.count.quantity.reading.value, draft.sentence.paragraph - 1
    given = (
        one for one in reversed(earlier) if one.measure != "other" and one.unit != "percent" and one.sentence.paragraph >= near
    )
    return next((one for one in given if whatever or one.count.quantity.reading.value == value), None)


def _point_back(draft: Draft, earlier: Sequence[Draft]) -> None:
    """ "calls the 40 a fairy tale", "the 40 announced earlier": a number that points at one given before."""
    if draft.measure != "other" or draft.count.frame is not None or not draft.count.is_bare:
        return
    sentence, count = draft.sentence, draft.count
    before = sentence.word(count.begin - 1)
    if before not in _POINTING and before not in POSSESSIVE_ENDINGS:
        return
    one = _given_before(draft, earlier, whatever=sentence.word(count.quantity.after) in _WAS_GIVEN)
    if one is not None:
        draft.measure, draft.unit = one.measure, one.unit
        draft.counts_the_same_as(one)
        draft.because("measure", f"{one.measure}: the number given before")


def _counters(draft: Draft, before: Draft) -> bool:
    """ "The foreman denied that 25 were trapped. No more than seven were below, he said": his own number for what he denies."""
    sentence, count = draft.sentence, draft.count
    if before.stance != "denied" or sentence is before.sentence or sentence.paragraph != before.sentence.paragraph:
        return False
    same = draft.speaker is not None and before.speaker is not None and draft.speaker.name == before.speaker.name
    there_are = sentence.lower[max(0, count.begin - FARTHEST_THERE) : count.begin][:2]
    only = "only" in sentence.lower[max(0, count.begin - 2) : count.begin] or count.quantity.qualifier in _AT_MOST
    behind = sentence.word(count.end) in _BE_BEHIND
    return same and ((there_are[:1] == ["there"]) or (only and behind))


def _waits(draft: Draft, before: Draft) -> bool:
    """ "Forty deaths have been certified and 30 more are being looked into": of the same kind, and not yet decided."""
    sentence, after = draft.sentence, draft.count.quantity.after
    behind = sentence.lower[after : after + LONGEST_WAIT]
    return sentence is before.sentence and behind[:1] in (["more"], ["others"]) and not _WAITING.isdisjoint(behind)


def _came(draft: Draft, before: Draft) -> bool:
    """ "9,000 have crossed into Togo. On Sunday about 500 came"."""
    near = draft.sentence.paragraph == before.sentence.paragraph
    return near and before.measure == "refugees" and draft.sentence.word(draft.count.end) in _ARRIVING


def _arrive_too(draft: Draft, recent: Sequence[Draft]) -> None:
    """ "9,000 have crossed into Togo. On Monday alone 500 arrived": who arrives where refugees do is one."""
    frame, last = draft.count.frame, recent[-1] if recent else None
    if last is None or last.measure != "refugees" or draft.measure != "displaced" or frame is None:
        return
    if draft.sentence.paragraph == last.sentence.paragraph and not _ARRIVING.isdisjoint(draft.sentence.lower[frame.i : frame.j]):
        draft.measure = "refugees"
        draft.because("measure", "refugees: they arrive where those before did", frame.i, frame.j)


def _follows_cue(draft: Draft, lexicon: Lexicon) -> bool:
    """ "put it at 9,000", "its own figure: 9,000"."""
    lower, at = draft.sentence.lower, draft.count.begin
    word = draft.sentence.word(at - 1)
    around = lower[max(0, at - FARTHEST_NUMBER_NOUN) : at]
    names_number = not lexicon.context["number_noun"].isdisjoint(around)
    if names_number and word in _STATING and _ends_statement(draft):
        return True  # "gave a figure of 72", "the ministry's figure is 25"
    named = word in (",", ":") and names_number
    if word in _GIVING and _ends_statement(draft):
        return True  # "the prosecutor gave 41"
    return draft.speaker is not None and (word in _CARRYING or word in lexicon.cues or named)


def _ends_statement(draft: Draft) -> bool:
    return draft.sentence.word(draft.count.end) in _ENDS_STATEMENT


def _begins_part(draft: Draft) -> bool:
    """A line such as "Of whom from Togo: 12,300" below its total."""
    return draft.sentence.lower[:2] in _PARTS_BEGIN


def _is_joined(draft: Draft, before: Draft) -> bool:
    """ "killed 30 rebels and captured nine": nothing but a joining word and a verb stands between."""
    if draft.sentence is not before.sentence or before.unit not in PEOPLE_UNITS:
        return False
    gap = draft.sentence.lower[before.count.end : draft.count.begin]
    return len(gap) <= LONGEST_JOINT and "and" in gap and "," not in gap


def _says_the_rest(draft: Draft, before: Draft) -> bool:
    """What of those counted before in the sentence a bare number says.

    1. 640 residents left; 590 have come back    2. 13 men have burns, another eight poisoning    3. 17 fell, put the count at 30
    """
    sentence, count = draft.sentence, draft.count
    if sentence is not before.sentence or before.unit not in PEOPLE_UNITS or not before.group:
        return False
    first = sentence.word(count.begin - 1)
    if first in ("another", "further") or sentence.word(count.quantity.after) == "more":
        return sentence.word(count.end) not in ("people", "persons")
    if first == ";":
        return sentence.tag(count.end) in ("VBD", "VBP", "MD", "VBN")
    around = sentence.lower[max(0, count.begin - FARTHEST_NUMBER_NOUN - 1) : count.begin]
    return draft.measure == before.measure and not _NUMBERS.isdisjoint(around)


def _carry_alternative(draft: Draft, last: Draft) -> None:
    """ "about 9,000, or around 1,800 households": the same quantity in another unit."""
    if draft.measure != "other" or last.measure == "other":
        return
    if draft.unit == last.unit == "tonnes" and not draft.group:  # "carried 620 tonnes of rice, of which 240 tonnes were looted"
        draft.measure, draft.group = last.measure, last.group
        draft.because("measure", f"{last.measure}: of what is weighed before")
        return
    if draft.count.frame is not None:
        return
    gap = draft.sentence.lower[last.count.end : draft.count.begin]
    if 0 < len(gap) <= 2 and gap[-1] in ("or", "(") and {draft.unit, last.unit} <= PEOPLE_UNITS:
        draft.measure = last.measure
        draft.because("measure", f"{last.measure}: the same said in another unit")


def link(counts: Sequence[Count], drafts: Sequence[Draft]) -> None:
    """Ties the figures of one sentence.

    Parts to their total, older values to newer ones, nouns left out to the noun they repeat.
    """
    for count, draft in zip(counts, drafts, strict=True):
        if count.part_of is not None:
            draft.part_of = drafts[count.part_of]
            are_people = draft.part_of.unit in PEOPLE_UNITS or draft.unit not in PEOPLE_UNITS  # "three schools house 640 of them"
            if (
                count.counted.of_them and count.is_bare and not draft.group and are_people
            ):  # "nine cooks fell ill, one of whom has died"
                draft.counts_the_same_as(draft.part_of)
                draft.unit = draft.part_of.unit if draft.part_of.unit in PEOPLE_UNITS else draft.unit
        if count.revises is not None:
            _take_back(drafts[count.revises], draft)
        if count.like is not None and not draft.group:
            like = drafts[count.like]
            draft.counts_the_same_as(like)
            if not count.quantity.unit:
                draft.unit = like.unit


def _take_back(old: Draft, new: Draft) -> None:
    """ "Keta — 612, down from 1,040" below a heading that says what the first of them counts: so does the second."""
    old.replaced_by = new
    if old.measure == "other" and old.count.is_bare and new.measure != "other" and new.count.frame is None:
        old.measure, old.unit = new.measure, new.unit
        old.counts_the_same_as(new)
        old.because("measure", f"{new.measure}: the number that it was before")
