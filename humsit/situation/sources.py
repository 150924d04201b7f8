"""Who says things, and under which names: each source with its record so far, each name in use with what it stands for."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from humsit.claims import own_voice
from humsit.records import ClaimantType, Judgement, JudgementKind, Reliability
from humsit.situation.names import Names, known_as, reliability

Key = tuple[bool, str]
"""Whether it is a report's own voice, and the name as judgements know it."""

NAMES_OF = (JudgementKind.CLAIMANT, JudgementKind.PLACE, JudgementKind.SIDE, JudgementKind.GROUP, JudgementKind.EVENT)
"""The kinds of names, in the order in which they are listed; each is a field of a fact."""
_NOT_TOLD = frozenset({ClaimantType.UNKNOWN, ClaimantType.UNNAMED})


@dataclass(frozen=True, slots=True)
class Source:
    """One source: a claimant under the name that others are led back to, or a publisher that speaks in its own voice."""

    name: str
    """What a judgement of it is about; "" for a report of which nobody knows who printed it."""
    own_voice: bool
    type: ClaimantType
    figures: int
    conditions: int
    reports: int
    questions: int
    """Questions that it answers, and those of them that are contested."""
    contested: int
    revised: int
    """Figures that it replaced by others later."""
    admitted: int
    """Figures with which it admits its own side's losses."""
    denied: int
    """Questions in which somebody else denies what it says."""
    denies: int
    """Questions in which it denies what is said."""
    rating: Judgement | None = None
    """What an analyst judged of its reliability, under whichever of its names."""
    also: tuple[str, ...] = ()
    """Other names that are led back to this one."""

    @property
    def shown(self) -> str:
        """The name for eyes."""
        return own_voice(self.name) if self.own_voice else self.name

    @property
    def reliability(self) -> Reliability:
        """How far it can be relied on; F until an analyst has judged."""
        return reliability(self.rating)

    def row(self) -> dict[str, Any]:
        """Its row of the sources table."""
        return {
            "source": self.shown,
            "claimant_type": self.type.value,
            "figures": self.figures,
            "conditions": self.conditions,
            "reports": self.reports,
            "questions": self.questions,
            "contested": self.contested,
            "revisions": self.revised,
            "admitted": self.admitted,
            "denied": self.denied,
            "denies": self.denies,
            "reliability": self.reliability.value,
            "also": "; ".join(self.also),
        }


@dataclass(frozen=True, slots=True)
class Name:
    """One name in use, as the reports spell it most often."""

    kind: JudgementKind
    name: str
    figures: int
    conditions: int
    stands_for: str = ""
    """The name that it is led back to in the end; "" where it stands for itself."""
    judgement: Judgement | None = None
    """What an analyst decided about it."""


Row = Mapping[str, Any]
"""Facts counted by who tells them, as `AskedTables.tellers` gives them."""
Together = Callable[[Sequence[str]], Row]
"""The facts of several claimants counted together."""


def sources(tellers: Iterable[Row], denied: Iterable[Row], names: Names, together: Together) -> list[Source]:
    """Every source, names that are one led back to one, those with most figures first.

    `denied`: who answers the questions in which anybody denies anything, as `AskedTables.denied_questions` gives it.
    """
    of: dict[Key, list[Row]] = defaultdict(list)
    for row in tellers:
        of[_key(row, names)].append(row)
    says, denies = _denials(denied, names)
    also = _other_names(names)
    found = [_source(key, rows, names, also, says.get(key, 0), denies.get(key, 0), together) for key, rows in of.items()]
    return sorted(found, key=lambda one: (-one.figures, -one.conditions, one.shown.casefold()))


def _key(row: Row, names: Names) -> Key:
    author = row["author"] if row["own_voice"] else names.meaning(JudgementKind.CLAIMANT, row["author"])
    return bool(row["own_voice"]), known_as(author)


def _denials(denied: Iterable[Row], names: Names) -> tuple[Counter[Key], Counter[Key]]:
    """In how many questions somebody else denies what a source says, and in how many it denies what is said."""
    asserting: dict[str, set[Key]] = defaultdict(set)
    denying: dict[str, set[Key]] = defaultdict(set)
    for row in denied:
        (denying if row["denies"] else asserting)[row["question_id"]].add(_key(row, names))
    said = Counter(key for i, keys in asserting.items() for key in keys if denying[i] - {key})
    return said, Counter(key for keys in denying.values() for key in keys)


def _other_names(names: Names) -> dict[str, list[str]]:
    """Name of a claimant, as judgements know it → the names that are led back to it."""
    found: dict[str, list[str]] = defaultdict(list)
    for (kind, _), row in names.newest.items():
        if kind == JudgementKind.CLAIMANT.value:
            found[known_as(names.meaning(row.kind, row.subject))].append(row.subject)
    return found


def _source(
    key: Key, rows: Sequence[Row], names: Names, also: Mapping[str, list[str]], denied: int, denies: int, together: Together
) -> Source:
    own, known = key
    spelt = Counter({row["author"]: row["figures"] + row["conditions"] for row in rows})
    name = names.meaning(JudgementKind.CLAIMANT, _most(spelt)) if not own else _most(spelt)
    types = Counter({row["claimant_type"]: row["figures"] for row in rows if row["claimant_type"] not in _NOT_TOLD})
    counted = rows[0] if len(rows) == 1 or own else together([row["author"] for row in rows])
    return Source(
        name,
        own,
        ClaimantType.OWN_VOICE if own else ClaimantType(_most(types)) if types else ClaimantType.UNKNOWN,
        **{n: counted[n] for n in ("figures", "conditions", "reports", "questions", "contested", "revised", "admitted")},
        denied=denied,
        denies=denies,
        rating=names.rating(name) if name else None,
        also=() if own else tuple(sorted(also.get(known, ()), key=str.casefold)),
    )


def _most(counted: Counter[Any]) -> Any:
    """What was counted most often; of equals the first by its letters, so that the order of reports changes nothing."""
    return min(counted, key=lambda one: (-counted[one], one))


def names_in_use(in_use: Mapping[JudgementKind, Iterable[Row]], names: Names) -> list[Name]:
    """Every name that facts carry as the reports write it, and every one that an analyst led back to another.

    By kind, those that most figures carry first. `in_use`: name, figures and conditions, as `AskedTables.in_use` gives them.
    """
    spelt: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    carried: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for kind, rows in in_use.items():
        for row in (row for row in rows if row["name"]):
            key = kind.value, known_as(row["name"])
            spelt[key][row["name"]] += row["figures"] + row["conditions"]
            carried[key] += Counter(figure=row["figures"], condition=row["conditions"])
    led = {key: row for key, row in names.newest.items() if row.kind in NAMES_OF and row.kind in in_use}
    found = [_name(key, spelt.get(key), carried.get(key, Counter()), led.get(key), names) for key in spelt.keys() | led.keys()]
    return sorted(found, key=lambda one: (NAMES_OF.index(one.kind), -one.figures, -one.conditions, one.name.casefold()))


def _name(key: tuple[str, str], spelt: Counter[str] | None, carried: Counter[str], row: Judgement | None, names: Names) -> Name:
    kind = JudgementKind(key[0])
    name = _most(spelt) if spelt else row.subject if row else ""
    stands_for = names.meaning(kind, name) if row else ""
    return Name(kind, name, carried["figure"], carried["condition"], stands_for, row)
