"""A figure's value as a person says it: "nearly 500", "more than 1 million", "hundreds (200 to 999)"."""

from __future__ import annotations

from humsit.records import Figure, Number, Qualifier, Unit

BEFORE: dict[Qualifier, str] = {
    Qualifier.EXACT: "",
    Qualifier.AT_LEAST: "at least ",
    Qualifier.MORE_THAN: "more than ",
    Qualifier.AT_MOST: "up to ",
    Qualifier.LESS_THAN: "fewer than ",
    Qualifier.NEARLY: "nearly ",
    Qualifier.APPROXIMATELY: "about ",
}
_SCALES = ((1_000_000_000, "billion"), (1_000_000, "million"))
_AROUND: dict[Unit, tuple[str, str]] = {
    Unit.USD: ("$", ""),
    Unit.PERCENT: ("", "%"),
    Unit.KM: ("", " km"),
    Unit.TONNES: ("", " tonnes"),
}


def number_in_words(number: Number) -> str:
    """The number with thousands marked; a round million or billion with its word: 9,000 · 1.5 million · 1,234,567."""
    for scale, word in _SCALES:
        scaled = round(number / scale, 2)
        if abs(number) >= scale and scaled * scale == number:
            return f"{scaled:g} {word}"
    return f"{int(number):,}" if number == int(number) else f"{number:,}"


def in_words(figure: Figure) -> str:
    """The figure's value as a person says it, from its fields and not its text, so that a corrected figure reads as corrected."""
    before, after = _AROUND.get(figure.unit, ("", ""))
    if figure.value is not None and figure.qualifier in BEFORE:
        return f"{BEFORE[figure.qualifier]}{before}{number_in_words(figure.value)}{after}"
    span = bounds_in_words(figure.low, figure.high, figure.unit)
    return f"{figure.number.lower()} ({span})" if figure.qualifier is Qualifier.VAGUE else span


def bounds_in_words(low: Number | None, high: Number | None, unit: Unit = Unit.PEOPLE) -> str:
    """An interval: "200 to 999", "at least 9", "up to 300", "22"; "an unknown number" where both ends are open."""
    before, after = _AROUND.get(unit, ("", ""))
    ends = [before + number_in_words(end) for end in (low, high) if end is not None]
    if not ends:
        return "an unknown number"
    if low is None or high is None:
        return f"{'up to' if low is None else 'at least'} {ends[0]}{after}"
    return ends[0] + after if low == high else f"{ends[0]} to {ends[1]}{after}"
