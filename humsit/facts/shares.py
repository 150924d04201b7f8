"""Percentages that are no part of a counted total: answers in a survey, shares of a population, rates; and parts of a sum."""

from __future__ import annotations

from collections.abc import Sequence

from humsit.facts.draft import Draft
from humsit.mentions.measures import PEOPLE_UNITS
from humsit.vocabulary import Lexicon

FARTHEST_RATE = 4  # words between "prevalence" and its percentage

_OF_THINGS = frozenset({"funding", "homes_damaged", "homes_destroyed", "facilities_damaged", "aid", "other"})
_COUNTED = frozenset({"incidents"})
_OF_MONEY = frozenset({"funding", "aid", "other"})
_MONEY = frozenset({"usd", "other"})
_MONEY_MARKS = frozenset({"$", "usd", "€", "£", "eur", "chf", "dollars", "euros"})
_RATHER = frozenset("about around approximately or equivalent some roughly nearly up was from of per compared".split())
_ENDS_CLAUSE = frozenset({";", ".", ")", "("})


def leave_out_uncounted(draft: Draft, before: Sequence[Draft], earlier: Sequence[Draft], lexicon: Lexicon) -> None:
    """A percentage of people is a figure only where the text counts the people that it is a share of."""
    if draft.count.quantity.unit in _MONEY and draft.measure not in _OF_MONEY:
        draft.measure = "other"
        draft.because("measure", "other: money, not who gets it")  # "cash to 90 households, MGA 40,000 each"
    if draft.measure == "other" and draft.unit in _MONEY and (whole := _whole_sum(draft, before)):
        draft.measure, draft.part_of = "funding", whole
        draft.because("measure", "funding: a part of the sum before it", 0, draft.count.begin)
    if draft.unit == "percent" and draft.measure == "funding" and not _money_is_told(draft, before, earlier):
        draft.measure = "other"
        draft.because("measure", "other: a share of no sum that is told")
    if draft.unit != "percent" or draft.measure in _OF_THINGS:
        return
    if _is_answer(draft, lexicon) or _is_rate(draft, lexicon) or not _has_total(draft, before, earlier):
        draft.measure = "other"
        draft.because("measure", "other: a share of nothing counted")


def _whole_sum(draft: Draft, before: Sequence[Draft]) -> Draft | None:
    """ "USD 4 million (shelter USD 3 million, health USD 1 million)": the sum whose bracket shares it out."""
    lower, begin = draft.sentence.lower, draft.count.begin
    opening = next((at for at in range(begin - 1, -1, -1) if lower[at] in ("(", ")")), -1)
    whole = next((one for one in before if one.measure == "funding" and one.unit == draft.unit), None)
    if opening < 0 or lower[opening] == ")" or whole is None or whole.count.begin > opening or draft.count.quantity.unit == "":
        return None
    part, most = draft.count.quantity.reading.value, whole.count.quantity.reading.value
    is_shared_out = part is not None and most is not None and part < most and opening < begin - 1
    return whole if is_shared_out and lower[opening + 1] not in _RATHER else None


def _money_is_told(draft: Draft, before: Sequence[Draft], earlier: Sequence[Draft]) -> bool:
    """Whether the text names the sum that a share of funding is of, before it or in its sentence."""
    if any(one.measure == "funding" and one.unit in _MONEY for part in (before, earlier) for one in part):
        return True
    return any(word in _MONEY_MARKS for word in draft.sentence.lower[draft.count.end :])


def _is_answer(draft: Draft, lexicon: Lexicon) -> bool:
    """ "9 per cent of respondents", "of 300 households interviewed, 9 per cent"."""
    return not lexicon.context["survey"].isdisjoint(draft.sentence.lower)


def _is_rate(draft: Draft, lexicon: Lexicon) -> bool:
    """ "a prevalence of 9 per cent", "(GAM 9%)", "9% coverage"."""
    rates, at = lexicon.context["rate"], draft.count.begin - 1
    if not rates.isdisjoint(draft.sentence.lower[draft.count.quantity.after : draft.count.end + 1]):
        return True
    for word in range(at, max(-1, at - FARTHEST_RATE), -1):
        if draft.sentence.lower[word] in rates:
            return True
        if draft.sentence.lower[word] in _ENDS_CLAUSE:
            return False
    return False


def _has_total(draft: Draft, before: Sequence[Draft], earlier: Sequence[Draft]) -> bool:
    """Whether a figure of the same measure counts people or attacks, in the sentence or before it."""
    if draft.measure == "population":
        return False
    units = _COUNTED | PEOPLE_UNITS
    return any(one.measure == draft.measure and one.unit in units for part in (before, earlier) for one in reversed(part))
