"""Which figures answer the same question? Same measure, people or things counted, side, place, event, unit, and overlapping time.

What a text leaves out is open, and open fits anything: "14 killed" may answer the question that "14 civilians killed" answers;
what two texts say differently keeps them apart. Within one report a claimant does not contradict itself: two different numbers
that it gives for the same time are two questions (a part and its total, money asked and money received).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from humsit.claims.elsewhere import one_elsewhere
from humsit.claims.evidence import SAID_AGAIN_DAYS, Told, names_place, nothing_told
from humsit.claims.intervals import Agreement, agreement, factor
from humsit.claims.names import Words, fold_text, names_country, same_cases, same_claimant
from humsit.claims.statements import Statement
from humsit.claims.times import times_fit
from humsit.records import Denial, Figure, Measure, Series, Stance, Unit

NEWEST = 30
"""How many of a question's statements are looked at for one that agrees; the newest."""
OPEN_QUESTIONS = 100
"""How many questions of one place and measure are looked at for a statement; the newest first. Keeps the work near-linear."""

OWN_VOICE_FACTOR = 2.0
"""A text's own voice and a claimant that it cites speak of one thing if their numbers are no further apart."""
UNPLACED_DAYS = 3
"""How close in time a figure whose report names no place must be to the only place that has figures of its kind …"""
UNPLACED_FACTOR = 3.0
"""… and how close in size, to be taken for a figure of that place."""
RIVAL_FACTOR = 20.0
"""Further apart than this, two numbers about a place that only a sentence names are hardly told of one thing."""
FEW_REPORTS = 5
"""So many of the reports that print a figure are asked which places they name."""
OPEN_PLACES = 50
"""With more places than this nobody asks which is the only one."""

GOVERNMENT = frozenset({"government"})

_TOTALS = {Series.STOCK, Series.CUMULATIVE}


@dataclass(slots=True, eq=False)
class Group:
    """Statements that answer one question so far, with what is known of the question."""

    statements: list[Statement] = field(default_factory=list)
    claimants: set[Words] = field(default_factory=set)
    denials: list[Denial] = field(default_factory=list)
    who: str = ""
    noun: str = ""
    side: Words = frozenset()
    not_side: Words = frozenset()
    force: str = ""
    events: Words = frozenset()
    series: set[Series] = field(default_factory=set)
    start: int | None = None
    event_day: int | None = None
    first: int | None = None
    last: int | None = None
    by_document: dict[str, list[Statement]] = field(default_factory=lambda: defaultdict(list))

    def add(self, stated: Statement) -> None:
        """Takes the statement in and learns from it what was open."""
        self.statements.append(stated)
        self.claimants.add(stated.claimant)
        for document_id in stated.documents:
            self.by_document[document_id].append(stated)
        self.who, self.noun = self.who or stated.who, self._noun_with(stated)
        self.side, self.events = max(self.side, stated.side, key=len), self.events | stated.events
        self.not_side |= stated.not_side
        self.force = self.force or stated.force
        self.series.add(stated.series)
        self.start = stated.start if self.start is None else self.start
        self.event_day = stated.event_day if self.event_day is None else self.event_day
        if stated.day is not None:
            self.first = stated.day if self.first is None else min(self.first, stated.day)
            self.last = stated.day if self.last is None else max(self.last, stated.day)

    def _noun_with(self, stated: Statement) -> str:
        """What is counted, by the first that says it; of cases the disease and how sure it is, which may stand apart."""
        if stated.measure is Measure.INFECTED:
            return " ".join(sorted({*self.noun.split(), *stated.noun.split()}))
        return self.noun or stated.noun

    def of_documents(self, documents: Iterable[str]) -> list[Statement]:
        """Its statements that share a report with these."""
        return [
            stated for document_id in documents if document_id in self.by_document for stated in self.by_document[document_id]
        ]

    def facts(self) -> list[Figure]:
        """Its figures, statement by statement."""
        ordered = (sorted(stated.facts, key=lambda f: (f.document_id, f.start, f.fact_id)) for stated in self.statements)
        return [fact for facts in ordered for fact in facts]

    def fact_ids(self) -> list[str]:
        """The ids of its figures, then of the denials."""
        return [fact.fact_id for fact in (*self.facts(), *self.denials)]


_Groups = dict[Group, None]
"""Questions of one place, in the order in which they last got a statement."""


def bucket_of(measure: Measure, unit: Unit, who: str, noun: str) -> str:
    """Where to look for the questions that such a figure may answer: figures of different buckets are never compared.

    Civilians and people in general share a bucket.
    """
    people = unit in (Unit.PEOPLE, Unit.HOUSEHOLDS)
    if measure is Measure.FUNDING:
        return f"{measure.value} {unit.value}"
    kind = "people" if people and who in ("", "civilians") else f"{who}/{'' if people else noun}"
    return f"{measure.value} {unit.value} {kind}"


def group_statements(
    statements: Iterable[Statement],
    denials: Iterable[tuple[Statement, Denial]] = (),
    moved: Sequence[tuple[Statement | Denial, str]] = (),
    told: Told = nothing_told,
) -> list[Group]:
    """The statements of one bucket in groups of one question each, whatever order they come in.

    A denial joins a group or is left out. `moved` are statements and denials that an analyst put to the question of the fact
    named with them; a statement put to itself begins a question of its own. `told` says what a report tells, as of `evidence`.
    """
    places: dict[str, _Groups] = defaultdict(dict)
    for stated in sorted(statements, key=lambda stated: (not stated.place, stated.order)):
        group = (
            _best(stated, _newest(places[stated.place]))
            or _of_the_place_it_names(stated, places, told)
            or _of_the_only_place(stated, places)
            or Group()
        )
        home = places[group.statements[0].place if group.statements else stated.place]
        home.pop(group, None)
        home[group] = None
        group.add(stated)
    for stated, denial in denials:
        denied = _best(stated, _newest(places[stated.place]))
        if denied is not None:
            denied.denials.append(denial)
    groups = [group for of_place in places.values() for group in of_place]
    return _with_moved(_said_elsewhere(groups, told) if len(places) <= OPEN_PLACES else groups, moved)


def _said_elsewhere(groups: list[Group], told: Told) -> list[Group]:
    """The groups, those of two places that are one question put together."""
    gone: set[int] = set()
    for into, out in one_elsewhere(groups, _may_merge, told):
        gone.add(id(out))
        for stated in out.statements:
            into.add(stated)
        into.denials += out.denials
    return [group for group in groups if id(group) not in gone]


def _may_merge(group: Group, other: Group) -> bool:
    """Whether nothing known of the second group keeps it apart from the first."""
    return all(
        _counted_fit(stated, group) is not None
        and times_fit(stated, group)
        and _sides_fit(stated, group)
        and _series_fit(stated, group)
        and not any(_contradicts_itself(stated, beside) for beside in group.of_documents(stated.documents))
        for stated in other.statements
    )


def _with_moved(groups: list[Group], moved: Sequence[tuple[Statement | Denial, str]]) -> list[Group]:
    """The groups with what an analyst put to them; what is put to a fact that is nowhere begins a question of its own."""
    if not moved:
        return groups
    home = {fact_id: group for group in groups for fact_id in group.fact_ids()}
    stated = [(one, beside) for one, beside in moved if isinstance(one, Statement)]
    for one, beside in sorted(stated, key=lambda pair: (pair[1] not in {f.fact_id for f in pair[0].facts}, pair[0].order)):
        group = home.get(beside)
        if group is None:
            group = home[beside] = Group()
            groups.append(group)
        group.add(one)
        home |= {fact.fact_id: group for fact in one.facts}
    for denial, beside in moved:
        if isinstance(denial, Denial) and beside in home:
            home[beside].denials.append(denial)
    return groups


def _of_the_place_it_names(stated: Statement, places: Mapping[str, _Groups], told: Told) -> Group | None:
    """For a figure that the reader tied to no place: the group it fits at the one place that its sentence, or its report, names.

    "The rebels speak of 40 soldiers killed, on the road behind Keta" answers what is asked of Keta, unless the report has
    figures of this kind for Keta too: then it is told of more than Keta.
    """
    if stated.place or stated.day is None or len(places) > OPEN_PLACES:
        return None
    reports = sorted(stated.documents)[:FEW_REPORTS]
    named = _among(places, fold_text(stated.figure.quote)) or _among(places, " ".join(told(report).text for report in reports))
    if len(named) != 1:
        return None
    there = list(_newest(places[named[0]]))
    if any(beside.place for group in there for beside in group.of_documents(stated.documents)):
        return None
    return _best(stated, (group for group in there if _near(stated, group, SAID_AGAIN_DAYS) and _of_a_size(stated, group)))


def _among(places: Iterable[str], text: str) -> list[str]:
    """Which of the places a text names."""
    return [place for place in places if place and names_place(text, place)]


def _of_a_size(stated: Statement, group: Group) -> bool:
    """Whether rivals may speak of one thing in such numbers."""
    return any(factor(stated.interval, other.interval) <= RIVAL_FACTOR for other in group.statements[-NEWEST:])


def _of_the_only_place(stated: Statement, places: Mapping[str, _Groups]) -> Group | None:
    """For a figure whose report names no place: the group it fits at the only place that has such a figure at the time."""
    if stated.place or stated.day is None or len(places) > OPEN_PLACES:
        return None
    at_the_time = {
        place
        for place, groups in places.items()
        if place and any(_near(stated, group, UNPLACED_DAYS) and _like(stated, group) for group in _newest(groups))
    }
    if len(at_the_time) != 1:
        return None
    return _best(stated, (group for group in _newest(places[at_the_time.pop()]) if _like(stated, group)))


def _near(stated: Statement, group: Group, days: int) -> bool:
    if stated.day is None or group.first is None or group.last is None:
        return False
    return group.first - days <= stated.day <= group.last + days


def _like(stated: Statement, group: Group) -> bool:
    """Whether a figure of the group is of the same size, and not apart from it unless one claimant said both."""
    for other in group.statements[-NEWEST:]:
        kin = same_claimant(stated.claimant, other.claimant)
        if factor(stated.interval, other.interval) <= UNPLACED_FACTOR and (
            kin or agreement(stated.interval, other.interval) is not Agreement.APART
        ):
            return True
    return False


def _best(stated: Statement, groups: Iterable[Group]) -> Group | None:
    """The group that the statement fits best, if it fits any; of equals the first."""
    best, most = None, -1.0
    for group in groups:
        fit = _fit(stated, group)
        if fit is not None and fit > most:
            best, most = group, fit
    return best


def _newest(groups: _Groups) -> Iterator[Group]:
    """Those that got a statement last, first."""
    return islice(reversed(groups), OPEN_QUESTIONS)


def _fit(stated: Statement, group: Group) -> float | None:
    """How well the statement fits the group; None where something keeps them apart."""
    if not (times_fit(stated, group) and _sides_fit(stated, group) and _series_fit(stated, group)):
        return None
    counted = _counted_fit(stated, group)
    if counted is None:
        return None
    shared_event = bool(stated.events & group.events)
    if stated.events and group.events and not shared_event:
        return None
    beside = group.of_documents(stated.documents)
    if any(_contradicts_itself(stated, other) for other in beside):
        return None
    kin = any(same_claimant(stated.claimant, other) for other in group.claimants)
    if any(_cannot_follow(stated, other) for other in group.statements[-NEWEST:]):
        return None
    named = stated.side & group.side or shared_event or kin or (stated.noun and stated.noun == group.noun)
    if not (group.statements[0].place or beside or (named and stated.measure is not Measure.OTHER)):
        return None
    agrees = any(agreement(stated.interval, other.interval) is Agreement.AGREE for other in group.statements[-NEWEST:])
    shared_event = shared_event or (stated.event_day is not None and group.event_day is not None)
    return 4 * counted + 2 * shared_event + 3 * agrees + kin


def _cannot_follow(stated: Statement, other: Statement) -> bool:
    """What rose did not rise from more; and a part that nobody names is no total, and no other part, unless it is said again."""
    agrees = agreement(stated.interval, other.interval) is Agreement.AGREE
    if (stated.is_part or other.is_part) and not agrees:
        return True
    kin = same_claimant(stated.claimant or stated.author, other.claimant or other.author)
    if kin and not agrees and (stated.series is Series.FLOW) is not (other.series is Series.FLOW):
        return True  # what came in a day is not what there is, of one claimant
    return kin and stated.rises and not agrees and other.interval.said_low > stated.interval.said_high and not other.rises


def _counted_fit(stated: Statement, group: Group) -> int | None:
    if stated.measure is Measure.OTHER and not stated.noun:
        return None  # "other" is no measure in itself: only the noun says what is asked
    if stated.measure is Measure.INFECTED:
        return (2 if stated.noun == group.noun else 1) if same_cases(stated.noun, group.noun) else None
    if (stated.who, stated.noun) == (group.who, group.noun):
        return 2
    if stated.who and group.who:
        return None if stated.who != group.who or (stated.noun and group.noun) else 1
    if stated.noun and group.noun:
        return None
    return None if (stated.noun and group.who) or (group.noun and stated.who) else 1


def _sides_fit(stated: Statement, group: Group) -> bool:
    if stated.side & group.not_side or stated.not_side & group.side:
        return False
    if stated.not_side and group.not_side and not stated.not_side & group.not_side:
        return False  # each of two parties speaks of the other's losses
    if not (stated.side and group.side) and stated.force and group.force and stated.force != group.force:
        return False  # soldiers and militants, of whom one report does not say whose they are
    if not stated.side or not group.side or stated.side <= group.side or group.side <= stated.side:
        return True
    return _is_the_state(stated.side, group.side) or _is_the_state(group.side, stated.side)


def _is_the_state(side: Words, other: Words) -> bool:
    """ "government troops" and "Malian troops": the other is a country."""
    return side == GOVERNMENT and names_country(other)


def _series_fit(stated: Statement, group: Group) -> bool:
    """A flow is neither a stock nor a running total."""
    if stated.series is Series.FLOW:
        return not group.series & _TOTALS
    return stated.series not in _TOTALS or Series.FLOW not in group.series


def _contradicts_itself(one: Statement, other: Statement) -> bool:
    """Whether both cannot answer one question because one report gives both.

    A claimant that gives two numbers means two things, unless the report says that the number moved. A text does not
    contradict its sources in its own voice, or not by much. Of two claimants of which one names what it counts and the other
    does not, one counts a part.
    """
    if _linked(one, other, "part_of"):
        return True
    if Stance.DENIED in (one.stance, other.stance) or _linked(one, other, "replaced_by"):
        return False
    if agreement(one.interval, other.interval) is Agreement.AGREE:
        return False
    if one.claimant == other.claimant or same_claimant(one.claimant or one.author, other.claimant or other.author):
        return one.as_of == other.as_of or None in (one.as_of, other.as_of) or not (one.moves or other.moves)
    if not one.claimant or not other.claimant:
        return factor(one.interval, other.interval) > OWN_VOICE_FACTOR
    return one.noun != other.noun


def _linked(one: Statement, other: Statement, link: str) -> bool:
    """Whether a fact of one names a fact of the other as its total, or as what replaced it."""
    for a, b in ((one, other), (other, one)):
        named = {target for fact in a.facts if (target := getattr(fact, link))}
        if named and any(fact.fact_id in named for fact in b.facts):
            return True
    return False
