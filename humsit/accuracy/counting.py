"""How right is the reader? Its facts against gold texts: what a careful person took from the same texts.

The rules, in short. A figure is *found* when half or more of the characters that its span and the gold's cover are
covered by both, and its measure is the same; its *record* is right when interval, place and claimant are right too.
Figures of measure `other` are neither asked for nor counted. A condition is found when it stands at the gold's phrase
or names its place. A *trap* is a number that is no figure.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from humsit.gold import GoldCondition, GoldFigure, GoldText, Span, spot
from humsit.records import AnyFact, Condition, Figure, Measure, Number, Qualifier

FIELDS = ("interval", "qualifier", "unit", "group", "place", "claimant", "stance")
CONDITION_FIELDS = ("state", "place", "claimant")

_CONNECTING = "the a an of in s its their his her and at from for"
_KINDS_OF_PLACE = "city town region province district state village oblast governorate"
NO_PART_OF_A_NAME = frozenset(f"{_CONNECTING} {_KINDS_OF_PLACE}".split())
POLES = frozenset({"north", "south", "east", "west"})
"""South Sudan is not Sudan, though one name holds the other."""
_PERSONS = "people person bodie body other individual victim us case idp famili familie family household evacuee returnee arrival"
_MEASURED = "dead death casualtie fatalitie wounded injured missing displaced newly suspected"
PLAIN_PEOPLE = frozenset(f"{_PERSONS} {_MEASURED}".split())
"""Words for people, or for the measure once more (without their last s): whether a group names them makes no difference."""


@dataclass(frozen=True, slots=True)
class Rate:
    """How much of what was read is right (precision), how much of what is there was read (recall), their harmonic mean (f1)."""

    right: int
    read: int
    there: int

    @property
    def precision(self) -> float:
        """Right of read, 0 to 1."""
        return self.right / self.read if self.read else 0.0

    @property
    def recall(self) -> float:
        """Right of what is there, 0 to 1."""
        return self.right / self.there if self.there else 0.0

    @property
    def f1(self) -> float:
        """2 P R / (P + R), 0 to 1."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def as_dict(self) -> dict[str, float]:
        """The three, rounded to four places."""
        return {"precision": round(self.precision, 4), "recall": round(self.recall, 4), "f1": round(self.f1, 4)}


@dataclass
class Accuracy:
    """The counts of one evaluation, and the rates that they give."""

    counts: Counter[str] = field(default_factory=Counter)
    by_measure_counts: dict[str, Counter[str]] = field(default_factory=dict)
    errors: list[str] = field(default_factory=list)
    """Every miss, surplus and wrong field in a sentence, in the order of the texts."""

    @property
    def found(self) -> Rate:
        """Figures with the right span and measure."""
        return Rate(self.counts["found"], self.counts["read"], self.counts["there"])

    @property
    def record(self) -> Rate:
        """Figures of which interval, place and claimant are right too."""
        return Rate(self.counts["record"], self.counts["read"], self.counts["there"])

    @property
    def fields(self) -> dict[str, float]:
        """For each field the share of the found figures that have it right."""
        return {name: self.counts[f"figure {name}"] / max(1, self.counts["found"]) for name in FIELDS}

    @property
    def conditions(self) -> Rate:
        """Conditions found."""
        return Rate(self.counts["conditions found"], self.counts["conditions read"], self.counts["conditions there"])

    @property
    def condition_fields(self) -> dict[str, float]:
        """For each field the share of the found conditions that have it right."""
        return {name: self.counts[f"condition {name}"] / max(1, self.counts["conditions found"]) for name in CONDITION_FIELDS}

    @property
    def by_measure(self) -> dict[str, Rate]:
        """`found` for each measure that is there or was read."""
        counted = sorted(self.by_measure_counts.items())
        return {measure: Rate(c["found"], c["read"], c["there"]) for measure, c in counted}

    def as_dict(self, texts: int) -> dict[str, Any]:
        """All rates, rounded to four places, with the number of `texts` that they rest on."""
        return {
            "documents": texts,
            "figures": self.counts["there"],
            "predicted": self.counts["read"],
            "found": self.found.as_dict(),
            "record": self.record.as_dict(),
            "of the found": {name: round(share, 4) for name, share in self.fields.items()},
            "traps sprung": f"{self.counts['traps sprung']} of {self.counts['traps']}",
            "conditions": self.conditions.as_dict() | {name: round(share, 4) for name, share in self.condition_fields.items()},
            "by measure": {measure: round(rate.f1, 4) for measure, rate in self.by_measure.items()},
        }

    def count(self, what: str, measure: Measure) -> None:
        """One more, in all and for its measure."""
        self.counts[what] += 1
        self.by_measure_counts.setdefault(measure.value, Counter())[what] += 1


def evaluate(golds: Iterable[GoldText], facts: Mapping[str, Sequence[AnyFact]]) -> Accuracy:
    """Counts what was read right, wrong and not at all. `facts`: id of the text → what was read from it."""
    result = Accuracy()
    for gold in golds:
        read = facts.get(gold.id, ())
        _evaluate_figures(gold, [f for f in read if isinstance(f, Figure) and f.measure is not Measure.OTHER], result)
        _evaluate_conditions(gold, [f for f in read if isinstance(f, Condition)], result)
    return result


def _evaluate_figures(gold: GoldText, read: list[Figure], result: Accuracy) -> None:
    used: set[int] = set()
    for wanted in gold.figures:
        if wanted.measure is Measure.OTHER:
            continue
        result.count("there", wanted.measure)
        span = spot(gold.text, wanted.number, wanted.nth, gold.id)
        at = [i for i, f in enumerate(read) if i not in used and _same_span((f.start, f.end), span)]
        hit = next((i for i in at if read[i].measure is wanted.measure), None)
        if hit is None:
            got = ", ".join(read[i].measure.value for i in at) or "nothing"
            result.errors.append(
                f"missed  {gold.id}: {wanted.measure} “{wanted.number}”, read as {got}: {_around(gold.text, span)}"
            )
            continue
        used.add(hit)
        result.count("found", wanted.measure)
        _compare_fields(gold.id, wanted, read[hit], result)
    _count_surplus(gold, read, used, result)


def _compare_fields(text_id: str, wanted: GoldFigure, got: Figure, result: Accuracy) -> None:
    right = {
        "interval": _same_interval(got, wanted),
        "qualifier": got.qualifier is wanted.qualifier,
        "unit": got.unit is wanted.unit,
        "group": same_group(got.group, wanted.group),
        "place": same_name(got.place, wanted.place),
        "claimant": any(same_name(got.claimant, name) for name in wanted.claimant),
        "stance": got.stance is wanted.stance,
    }
    for name, good in right.items():
        result.counts[f"figure {name}"] += good
        if not good:
            result.errors.append(f"{name:9} {text_id}: “{wanted.number}” wanted {_shown(wanted, name)}, got {_shown(got, name)}")
    result.counts["record"] += right["interval"] and right["place"] and right["claimant"]


def _count_surplus(gold: GoldText, read: list[Figure], used: set[int], result: Accuracy) -> None:
    for i, figure in enumerate(read):
        result.count("read", figure.measure)
        if i not in used:
            result.errors.append(f"surplus {gold.id}: {figure.measure}: {_around(gold.text, (figure.start, figure.end))}")
    left = [(f.start, f.end) for i, f in enumerate(read) if i not in used]
    for trap in gold.traps:
        result.counts["traps"] += 1
        result.counts["traps sprung"] += any(_overlap(span, spot(gold.text, trap.number, trap.nth, gold.id)) for span in left)


def _evaluate_conditions(gold: GoldText, conditions: list[Condition], result: Accuracy) -> None:
    wanted = [(spot(gold.text, g.phrase, g.nth, gold.id), g) for g in gold.conditions]
    left = _without_repeats(conditions, wanted)
    hits = _matched(wanted, left)
    result.counts["conditions read"] += len(left) + len(hits)
    for i, (_, condition) in enumerate(wanted):
        hit = hits.get(i)
        if condition.optional:
            result.counts["conditions read"] -= hit is not None
            continue
        result.counts["conditions there"] += 1
        if hit is None:
            missed = f"condition {condition.condition} at “{condition.place}”: “{condition.phrase}”"
            result.errors.append(f"missed  {gold.id}: {missed}")
            continue
        result.counts["conditions found"] += 1
        result.counts["condition state"] += hit.state is condition.state
        result.counts["condition place"] += same_name(hit.place, condition.place)
        result.counts["condition claimant"] += any(same_name(hit.claimant, name) for name in condition.claimant)
    result.errors += [
        f"surplus {gold.id}: condition {c.condition} at “{c.place}”: {_around(gold.text, (c.start, c.end))}" for c in left
    ]


def _without_repeats(conditions: list[Condition], wanted: list[tuple[Span, GoldCondition]]) -> list[Condition]:
    """One condition and state counts once a place in a text, unless it stands at a gold phrase."""
    seen: set[tuple[object, ...]] = set()
    kept = []
    for c in sorted(conditions, key=lambda c: (c.start, c.end)):
        key = (c.condition, c.state, *_words(c.place))
        if key not in seen or any(_stands_at(c, span, gold) for span, gold in wanted):
            kept.append(c)
        seen.add(key)
    return kept


def _matched(wanted: list[tuple[Span, GoldCondition]], left: list[Condition]) -> dict[int, Condition]:
    """Index of a gold condition → what was read for it, taken out of `left`; its phrase first, then its place."""
    hits: dict[int, Condition] = {}
    rules: tuple[Callable[[Condition, Span, GoldCondition], bool], ...] = (_stands_at, _names_place)
    for fits in rules:
        for i, (span, gold) in enumerate(wanted):
            hit = None if i in hits else next((c for c in left if fits(c, span, gold)), None)
            if hit is not None:
                left.remove(hit)
                hits[i] = hit
    return hits


def _stands_at(read: Condition, span: Span, gold: GoldCondition) -> bool:
    return read.condition is gold.condition and _overlap((read.start, read.end), span)


def _names_place(read: Condition, span: Span, gold: GoldCondition) -> bool:
    return read.condition is gold.condition and same_name(read.place, gold.place)


def same_name(a: str | None, b: str | None) -> bool:
    """Whether two names mean the same: equal, or one holds all the words of the other and at most as many again."""
    x, y = set(_words(a)), set(_words(b))
    if not x or not y:
        return (a or "").strip().lower() == (b or "").strip().lower()
    return (x <= y or y <= x) and len(x & y) / len(x | y) >= 0.5 and not (x ^ y) & POLES


def same_group(a: str | None, b: str | None) -> bool:
    """Whether two phrases name the same people or things: half of their words in common, words for people in general left out."""
    x, y = ({word.rstrip("s") for word in _words(group)} - PLAIN_PEOPLE for group in (a, b))
    return x == y if not x or not y else len(x & y) / len(x | y) >= 0.5


def _words(name: str | None) -> list[str]:
    return [word for word in re.findall(r"\w+", (name or "").lower()) if word not in NO_PART_OF_A_NAME]


def _same_interval(got: Figure, wanted: GoldFigure) -> bool:
    """Vague: within a factor of 2; approximately: 15 % around the number; nearly: down to 0.8 of it; else the very bounds."""
    low, high = got.low, got.high
    if wanted.qualifier is Qualifier.VAGUE and wanted.low is not None and wanted.high is not None:
        return low is not None and _within(low, 0.5, wanted.low, 2) and (high is None or _within(high, 0.5, wanted.high, 2))
    if wanted.qualifier is Qualifier.APPROXIMATELY and wanted.low is not None and wanted.high is not None:
        return (
            low is not None
            and high is not None
            and 0.85 * wanted.low <= low <= wanted.high
            and wanted.low <= high <= 1.15 * wanted.high
        )
    if wanted.qualifier is Qualifier.NEARLY and wanted.high is not None:
        return _same_bound(high, wanted.high) and (low is None or 0.8 * wanted.high <= low <= wanted.high)
    return _same_bound(low, wanted.low) and _same_bound(high, wanted.high)


def _within(value: Number, least: float, wanted: Number, most: float) -> bool:
    return least <= value / wanted <= most


def _same_bound(a: Number | None, b: Number | None) -> bool:
    if a is None or b is None:
        return a is b
    return abs(a - b) <= 1e-6 * max(abs(a), abs(b))


def _overlap(a: Span, b: Span) -> bool:
    return a[0] < b[1] and b[0] < a[1]


def _same_span(a: Span, b: Span) -> bool:
    shared = min(a[1], b[1]) - max(a[0], b[0])
    return shared > 0 and shared / (max(a[1], b[1]) - min(a[0], b[0])) >= 0.5


def _around(text: str, span: Span) -> str:
    return "…" + " ".join(text[max(0, span[0] - 50) : span[1] + 50].split()) + "…"


def _shown(of: GoldFigure | Figure, name: str) -> str:
    if name == "interval":
        return f"{of.low} to {of.high}"
    value = getattr(of, name)
    return " or ".join(f"“{accepted}”" for accepted in (value if isinstance(value, tuple) else (value,)))
