"""The largest single figures of a measure, side by side, each with its place and claimant; never added up."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from humsit.app import markup, panels, phrases, words
from humsit.app.desk import Desk
from humsit.app.words import charts, situation
from humsit.claims import Claim, Question, largest
from humsit.records import Measure, Unit
from humsit.situation import Selection, Tally

ROWS = 7
"""Figures in one panel at most."""
WHERE = 22
"""Letters for where and who is counted, so that who says so has room behind it."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """Questions of one measure that are counted alike, the largest first."""

    measure: Measure
    unit: Unit
    questions: tuple[Question, ...]
    alone: bool
    """Whether the measure is counted in one unit only."""
    known: int
    """How many questions there are, of which these are the largest."""

    @property
    def title(self) -> str:
        """What is counted, with the unit where there are several."""
        name = words.MEASURE[self.measure]
        return name if self.alone else f"{name} ({words.UNIT[self.unit]})"


def by_measure(desk: Desk, selection: Selection, tally: Tally, measures: Sequence[Measure]) -> list[Ranked]:
    """The largest questions with one answer: the usual unit of each measure in the order given, then the other units."""
    found: list[tuple[bool, Ranked]] = []
    for measure in measures:
        units = tally.units(measure, rivals=False)
        for turn, (unit, known) in enumerate(units.items()):
            of = desk.questions(selection, measure=(measure,), unit=(unit,), rivals=False, by_size=True, limit=ROWS)
            of = sorted(of, key=lambda question: (-largest(question), question.question_id))
            found.append((turn > 0, Ranked(measure, unit, tuple(of), len(units) == 1, known)))
    return [ranked for _, ranked in sorted(found, key=lambda pair: pair[0])]


def panel(ranked: Ranked, *, key: str) -> None:
    """Its largest figures as rows."""
    shown = ranked.questions[:ROWS]
    bars = [bar for question in shown for bar in panels.bars_of(question, named_by=named(question)) if not bar.superseded]
    markup.heading(ranked.title, level=3)
    said = "; ".join(f"{bar.who}: {bar.words}" for bar in bars)
    panels.draw_intervals(bars, key=f"{key}_{ranked.measure.value}_{ranked.unit.value}", alt=f"{ranked.title}. {said}")
    drawn = drawn_of(len(shown), ranked.known)
    markup.sources(drawn, charts.SOURCE, panels.sources_of(claim.figure for question in shown for claim in question.claims))


def named(question: Question) -> Callable[[Claim], str]:
    """What a row is called: "Keta, children · Volta Medical Aid itself"."""
    people = phrases.counted(question)
    people = "" if people.casefold() in (words.MEASURE[question.measure].casefold(), *situation.ALL_WHO_LIVE_THERE) else people
    where = ", ".join(part for part in (question.place, people) if part) or words.NO_PLACE
    where = textwrap.shorten(where, WHERE, placeholder=" …")
    return lambda claim: f"{phrases.first_big(where)} · {phrases.claimant(claim)}"


def drawn_of(shown: int, known: int) -> str:
    """How much of it is drawn, where that is not all."""
    return charts.largest_drawn(shown, known) if known > shown else ""
