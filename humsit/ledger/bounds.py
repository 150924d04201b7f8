"""How a figure stays whole while one of value, qualifier, low and high is corrected: the other three follow.

The intervals are those of the row contract: more than n and at least n are open upwards and let n itself in, up to n and
fewer than n are open downwards, nearly n is 0.95 n to n, about n is 0.95 n to 1.05 n.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from humsit.ledger.fields import Value, tidy
from humsit.records import Figure, Number, Qualifier

NEARLY_FROM = 0.95
"""Nearly n reaches down to this share of n."""

ABOUT_ROOM = 0.05
"""About n reaches this share of n to either side."""

_OPEN_ABOVE = (Qualifier.AT_LEAST, Qualifier.MORE_THAN)
_OPEN_BELOW = (Qualifier.AT_MOST, Qualifier.LESS_THAN)
_WITHOUT_VALUE = (Qualifier.RANGE, Qualifier.VAGUE)


@dataclass(frozen=True, slots=True)
class Bounds:
    """The four fields of a figure that belong together."""

    value: Number | None
    low: Number | None
    high: Number | None
    qualifier: Qualifier


def bounds_of(value: Number, qualifier: Qualifier) -> tuple[Number | None, Number | None]:
    """The closed interval (None: open) that a number and its qualifier allow; a range or vague word with one number is that
    number.
    """
    if qualifier in _OPEN_ABOVE:
        return value, None
    if qualifier in _OPEN_BELOW:
        return None, value
    if qualifier is Qualifier.NEARLY:
        return _share(value, NEARLY_FROM), value
    if qualifier is Qualifier.APPROXIMATELY:
        return _share(value, 1 - ABOUT_ROOM), _share(value, 1 + ABOUT_ROOM)
    return value, value


def of_figure(figure: Figure) -> Bounds:
    """The four as the figure has them."""
    return Bounds(figure.value, figure.low, figure.high, figure.qualifier)


def with_field(bounds: Bounds, field: str, now: Value) -> Bounds:
    """The four after one of them was corrected, the others following."""
    number = now if isinstance(now, int | float) else None
    if field == "value":
        return _with_value(bounds, number)
    if field == "qualifier":
        return _with_qualifier(bounds, Qualifier(str(now)))
    return _with_bound(bounds, field, number)


def _share(value: Number, share: float) -> Number:
    return tidy(round(value * share, 6))


def _with_value(bounds: Bounds, value: Number | None) -> Bounds:
    if value is None:
        wordless = bounds.qualifier if bounds.qualifier in _WITHOUT_VALUE else Qualifier.VAGUE
        return replace(bounds, value=None, qualifier=wordless)
    qualifier = Qualifier.EXACT if bounds.qualifier in _WITHOUT_VALUE else bounds.qualifier
    low, high = bounds_of(value, qualifier)
    return Bounds(value, low, high, qualifier)


def _with_qualifier(bounds: Bounds, qualifier: Qualifier) -> Bounds:
    if qualifier in _WITHOUT_VALUE:
        return replace(bounds, value=None, qualifier=qualifier)
    value = _number_for(bounds, qualifier)
    if value is None:
        return bounds
    low, high = bounds_of(value, qualifier)
    return Bounds(value, low, high, qualifier)


def _number_for(bounds: Bounds, qualifier: Qualifier) -> Number | None:
    """The number that a new qualifier limits: the one written, else the bound that it speaks of; None where neither is known."""
    if bounds.value is not None:
        return bounds.value
    if qualifier in _OPEN_ABOVE:
        return bounds.low
    if qualifier in _OPEN_BELOW or qualifier is Qualifier.NEARLY:
        return bounds.high
    return bounds.low if bounds.low == bounds.high else None


def _with_bound(bounds: Bounds, field: str, number: Number | None) -> Bounds:
    low, high = (number, bounds.high) if field == "low" else (bounds.low, number)
    if low is not None and high is not None and low > high:
        low = high = number
    return _named(low, high, bounds)


def _named(low: Number | None, high: Number | None, before: Bounds) -> Bounds:
    """The value and qualifier that an interval has, keeping the qualifier where it still fits."""
    if before.qualifier is Qualifier.VAGUE or (low is None and high is None):
        return Bounds(None, low, high, Qualifier.VAGUE)
    if low == high:
        return Bounds(low, low, high, Qualifier.EXACT)
    if high is None:
        return Bounds(low, low, high, before.qualifier if before.qualifier in _OPEN_ABOVE else Qualifier.AT_LEAST)
    if low is None:
        return Bounds(high, low, high, before.qualifier if before.qualifier in _OPEN_BELOW else Qualifier.AT_MOST)
    return Bounds(None, low, high, Qualifier.RANGE)
