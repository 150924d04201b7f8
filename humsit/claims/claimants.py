"""From statements to claims: whose they are under all their names, and which of them their claimant has since replaced."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from humsit.claims.evidence import TELLING_NUMBER, Told, nothing_told
from humsit.claims.intervals import Agreement, Interval, agreement
from humsit.claims.names import Words, cues, fold, same_claimant, words_told
from humsit.claims.printed import NEVER_AGAIN, PrintedBy, publishers_of
from humsit.claims.records import NOBODY, Claim
from humsit.claims.statements import Statement
from humsit.records import ClaimantType, Figure, Precision, Stance

FEW_REPORTS = 5
"""So many reports are asked for whom a functionary speaks."""
_NEVER = 0


@dataclass(slots=True, eq=False)
class _Claimant:
    words: Words
    own_voice: bool = False
    statements: list[Statement] = field(default_factory=list)


def claims_of(statements: Sequence[Statement], printed_by: PrintedBy = NEVER_AGAIN, told: Told = nothing_told) -> list[Claim]:
    """One claim a claimant, in the order of their names; a denied figure is a claim of its own, since it replaces nothing.

    `told` says what a report tells: whom a functionary speaks for.
    """
    claims = []
    for claimant in _claimants(statements, told):
        said = [stated for stated in claimant.statements if stated.stance is not Stance.DENIED]
        denied = [stated for stated in claimant.statements if stated.stance is Stance.DENIED]
        claims += [_claim(claimant, part, printed_by) for part in (said, denied) if part]
    return sorted(claims, key=lambda claim: (claim.claimant.casefold(), claim.figure.fact_id))


def _claimants(statements: Sequence[Statement], told: Told) -> list[_Claimant]:
    """The statements under their claimants. Own voice is the publisher's, unless the same report says whose figure it is."""
    named = _with_functionaries(_named([stated for stated in statements if stated.claimant]), told)
    for stated in statements:
        if stated.claimant:
            continue
        home = (
            _repeats(stated, named)
            or _still_says(stated, named)
            or next((c for c in named if same_claimant(stated.author, c.words)), None)
        )
        if home is None:
            home = _Claimant(stated.author, own_voice=True)
            named.append(home)
        home.statements.append(stated)
    return _put_right(_speaking_for(named))


def _with_functionaries(named: list[_Claimant], told: Told) -> list[_Claimant]:
    """The claimants, functionaries among the bodies that their reports name: "deputy secretary Ama Bo told a news conference",
    in a report on what the Home Ministry counted.
    """
    for claimant in [one for one in named if _is_functionary(one)] if len(named) > 1 else ():
        reports = {document for stated in claimant.statements for document in stated.documents}
        words = frozenset[str]().union(*(words_told(told(report).text) for report in sorted(reports)[:FEW_REPORTS]))
        homes = [other for other in named if not _is_functionary(other) and _may_speak_for(claimant, other, words, reports)]
        if len(homes) == 1:
            homes[0].statements += claimant.statements
            named.remove(claimant)
    return named


def _is_functionary(claimant: _Claimant) -> bool:
    return not cues("functionary").isdisjoint(fold(claimant.statements[0].figure.claimant).split())


def _may_speak_for(claimant: _Claimant, other: _Claimant, words: Words, reports: set[str]) -> bool:
    """Whether a functionary's reports name the other, and none of them tells the two apart."""
    if not other.words - claimant.words <= words or not all(one.documents.isdisjoint(reports) for one in other.statements):
        return False
    kinds = {one.statements[0].figure.claimant_type for one in (claimant, other)}
    return len(other.words & words) > 1 or (len(kinds) == 1 and ClaimantType.UNKNOWN not in kinds)


def _speaking_for(claimants: list[_Claimant]) -> list[_Claimant]:
    """Who puts a number in the place of one that somebody else gave in an earlier report speaks for that claimant.

    "The Home Ministry: 157", then "the toll is 149, instead of 157, joint secretary Ama Bo said".
    """
    for claimant in list(claimants):
        here = {fact.fact_id for stated in claimant.statements for fact in stated.facts}
        for stated in claimant.statements:
            if stated.interval.said_low < TELLING_NUMBER or not any(fact.replaced_by in here for fact in stated.facts):
                continue
            homes = [other for other in claimants if other is not claimant and _gave_before(other, stated, claimant)]
            if len(homes) == 1:
                homes[0].statements += claimant.statements
                homes[0].own_voice &= claimant.own_voice
                claimants.remove(claimant)
                break
    return claimants


def _gave_before(other: _Claimant, old: Statement, claimant: _Claimant) -> bool:
    """Whether the other gave the number that the claimant calls old, and no report tells the two apart."""
    reports = {document for stated in claimant.statements for document in stated.documents}
    if any(not stated.documents.isdisjoint(reports) for stated in other.statements):
        return False
    return any(stated.interval == old.interval and stated.stance is not Stance.DENIED for stated in other.statements)


def _still_says(stated: Statement, named: list[_Claimant]) -> _Claimant | None:
    """The claimant whose number stays what it was, in a text's own voice: "the number of those rescued remains 64"."""
    if cues("remaining").isdisjoint(fold(stated.figure.quote).split()):
        return None
    homes = [claimant for claimant in named if any(other.interval == stated.interval for other in claimant.statements)]
    return homes[0] if len(homes) == 1 else None


def _put_right(claimants: list[_Claimant]) -> list[_Claimant]:
    """What a later version of its report ascribes to somebody else, with another number, is that one's former figure."""
    of_fact = {
        fact.fact_id: (fact, claimant) for claimant in claimants for stated in claimant.statements for fact in stated.facts
    }
    for claimant in claimants:
        for stated in list(claimant.statements):
            later = [of_fact.get(fact.replaced_by or "") for fact in stated.facts]
            homes = [found[1] for fact, found in zip(stated.facts, later, strict=True) if found and _another(found[0], fact)]
            if len(homes) == len(stated.facts) and homes[0] is not claimant:
                claimant.statements.remove(stated)
                homes[0].statements.append(stated)
    return [claimant for claimant in claimants if claimant.statements]


def _another(fact: Figure, other: Figure) -> bool:
    return fact.document_id != other.document_id


def _repeats(stated: Statement, named: list[_Claimant]) -> _Claimant | None:
    """The claimant to whom the same report ascribes an agreeing figure: a headline repeats it in the text's own voice.

    Never the one who denies it there.
    """
    for claimant in named:
        for other in claimant.statements:
            told_here = other.documents & stated.documents and other.stance is not Stance.DENIED
            if told_here and agreement(other.interval, stated.interval) is Agreement.AGREE:
                return claimant
    return None


def _named(statements: list[Statement]) -> list[_Claimant]:
    """Claimants under all their names: a shorter name ("the ministry") is the longer one's, if only one longer one fits."""
    by_words: dict[Words, list[Statement]] = defaultdict(list)
    for stated in statements:
        by_words[stated.claimant].append(stated)
    whole: list[_Claimant] = []
    for words in sorted(by_words, key=lambda words: (-len(words), sorted(words))):
        longer = [claimant for claimant in whole if words < claimant.words]
        if len(longer) > 1:
            documents = set().union(*(stated.documents for stated in by_words[words]))
            longer = [c for c in longer if any(documents & stated.documents for stated in c.statements)]
        home = longer[0] if len(longer) == 1 else _Claimant(words)
        home.statements += by_words[words]
        if len(longer) != 1:
            whole.append(home)
    return whole


def _claim(claimant: _Claimant, statements: list[Statement], printed_by: PrintedBy) -> Claim:
    statements = sorted(statements, key=lambda stated: stated.order)
    days = _days(statements)
    old = _replaced(statements, days)
    order = sorted(range(len(statements)), key=lambda i: (days[i], _narrowness(statements[i]), i))
    live = [statements[i] for i in order if i not in old] or [statements[order[-1]]]
    newest = live[-1]
    before = [statements[i] for i in order if i in old]
    facts = [fact for stated in statements for fact in stated.facts]
    figure = newest.figure
    return Claim(
        claimant=_name(claimant, figure, facts),
        figure=figure,
        interval=newest.interval,
        current=tuple(fact for stated in live for fact in _in_order(stated)),
        superseded=tuple(fact for stated in before if stated not in live for fact in _in_order(stated)),
        publishers=publishers_of(facts, printed_by),
        reports=tuple(sorted({fact.document_id for fact in facts})),
        own_voice=claimant.own_voice,
        revised_down=bool(before) and newest.interval.said_high < before[-1].interval.said_low,
    )


def _in_order(stated: Statement) -> list[Figure]:
    """Its figures in an order of their own, whatever order they came in."""
    if len(stated.facts) == 1:
        return stated.facts
    return sorted(stated.facts, key=lambda fact: (fact.document_id, fact.start, fact.fact_id))


def _name(claimant: _Claimant, figure: Figure, facts: Sequence[Figure]) -> str:
    """The current figure's own name for its claimant, else the longest given."""
    if claimant.own_voice:
        return figure.agency or figure.publisher or NOBODY
    names = [fact.claimant for fact in facts] + [fact.claimant for stated in claimant.statements for fact in stated.facts]
    return figure.claimant or max(names, key=lambda name: (len(name), name)) or NOBODY


def _narrowness(stated: Statement) -> float:
    return stated.interval.low - stated.interval.high


def _days(statements: Sequence[Statement]) -> list[int]:
    """The day that each holds for. An undated one that repeats a figure already replaced is the old one, quoted."""
    days: list[int] = []
    said: dict[Interval, int] = {}
    for index, stated in enumerate(statements):
        day = stated.day if stated.day is not None else _NEVER
        before = said.get(stated.interval)
        if before is not None and before < index - 1 and days[-1] > days[before] and not _dated(stated):
            day = days[before]
        days.append(day)
        said[stated.interval] = index
    return days


def _dated(stated: Statement) -> bool:
    return stated.as_of is not None and any(fact.as_of_precision is not Precision.UNKNOWN for fact in stated.facts)


def _replaced(statements: Sequence[Statement], days: list[int]) -> set[int]:
    """Which are replaced: by a later one that differs, be it for the same day, or by another in the same sentence.

    What a headline rounds ("dozens") replaces no agreeing figure of its own report.
    """
    here = {fact.fact_id for stated in statements for fact in stated.facts}
    old = {i for i, stated in enumerate(statements) if any(fact.replaced_by in here for fact in stated.facts)}
    old |= set(_printed_again(statements, days, old))
    fresh = [i for i in range(len(statements)) if i not in old]
    last = max((days[i] for i in fresh), default=_NEVER)
    newest = [statements[i] for i in fresh if days[i] == last]
    put_off = {i for i in fresh if days[i] == last and _is_put_off(statements[i], newest)}
    risen = {i for i in fresh if days[i] == last and any(_rose_from(new, statements[i]) for new in newest)}
    earlier = {i for i in fresh if days[i] < last and not any(_says_again(new, statements[i]) for new in newest)}
    return old | put_off | risen | earlier


def _printed_again(statements: Sequence[Statement], days: list[int], old: set[int]) -> Iterator[int]:
    """What says again, undated or for no later day, what another report has put right since."""
    put_right = {fact.replaced_by for i in old for fact in statements[i].facts}
    now = [days[i] for i, stated in enumerate(statements) if any(fact.fact_id in put_right for fact in stated.facts)]
    replaced = {statements[i].interval for i in old}
    for i, stated in enumerate(statements):
        if i not in old and stated.interval in replaced and (days[i] <= max(now) or not _dated(stated)):
            yield i


def _is_put_off(old: Statement, newest: Sequence[Statement]) -> bool:
    """Whether a later report gives other numbers for the same day, and none that agrees: "at least five", then "fourteen"."""
    others = [new for new in newest if new is not old]
    is_older = _printed(old) < max(map(_printed, others), default=_NEVER)
    return is_older and not any(agreement(old.interval, new.interval) is Agreement.AGREE for new in others)


def _printed(stated: Statement) -> int:
    """The day on which it was first printed."""
    return min((fact.published.toordinal() for fact in stated.facts if fact.published), default=_NEVER)


def _rose_from(new: Statement, old: Statement) -> bool:
    """Whether the one says that the other rose, in another report of the same day: "by nightfall the count had risen to 41"."""
    return (
        new.rises and not old.rises and new.documents.isdisjoint(old.documents) and old.interval.said_high < new.interval.said_low
    )


def _says_again(new: Statement, old: Statement) -> bool:
    if new.interval == old.interval:
        return True
    return not new.documents.isdisjoint(old.documents) and agreement(new.interval, old.interval) is Agreement.AGREE
