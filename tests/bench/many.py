"""A store with many figures, made up: `python -m tests.bench.many 1000000 big.db`. What the benchmark of the desk looks at.

Reports with rival claims about many places, each about one of them, revised day by day, some printed again by other papers, and
conditions beside them: with a thousand figures as large a part of the questions is contested as with a million.
Every figure stands in the text of its report, so that the evidence shows its words.
"""

from __future__ import annotations

import argparse
import datetime as dt
import itertools
import time
from collections.abc import Iterator

from humsit.facts.draft import whole
from humsit.records import AnyFact, Condition, Document, Figure
from humsit.situation import Situation, open_situation
from humsit.store import Store

FIGURES_A_REPORT = 5
ANSWERS = 25
"""Figures that answer one question, about: several claimants, each revised and printed again."""
CONDITION_EVERY = 2
"""Of so many reports one tells of a condition."""
AT_ONCE = 2_000
CLAIMANTS = ("the Health Ministry", "the mayor's office", "Civil Protection", "UNHCR", "the Red Cross", "the army", "residents")
MEASURES = ("killed", "injured", "missing", "displaced", "homes_destroyed")
SAID = {"killed": "killed", "injured": "hurt", "missing": "missing", "displaced": "displaced", "homes_destroyed": "destroyed"}
CONDITIONS = {"no_water": "no water", "no_power": "no power", "no_food": "no food", "aid_blocked": "no aid gets through"}


def reports(count: int) -> Iterator[tuple[Document, list[AnyFact]]]:
    """Reports with `count` figures in all."""
    questions = max(1, count // ANSWERS)
    for number in range(max(1, count // FIGURES_A_REPORT)):
        yield _report(number, questions)


def _report(number: int, questions: int) -> tuple[Document, list[AnyFact]]:
    document_id, facts, text = f"report-{number}", [], ""
    day = dt.date(2024, 1, 1)
    for k in range(FIGURES_A_REPORT):
        turn, question = divmod(number * FIGURES_A_REPORT + k, questions)
        figure = _figure(document_id, number * FIGURES_A_REPORT + k, question, turn, len(text))
        facts.append(figure)
        text += figure.quote + "\n"
        day = figure.as_of or day
    if number % CONDITION_EVERY == 0:
        condition = _condition(document_id, number, facts[0].place, day, len(text))
        facts.append(condition)
        text += condition.quote + "\n"
    document = Document(
        document_id=document_id, text=text, title=f"Report {number}", publisher=f"Paper {number % 97}", published=day
    )
    return document, facts


def _figure(document_id: str, number: int, question: int, turn: int, at: int) -> Figure:
    measure = MEASURES[question % len(MEASURES)]
    said = 10 + question % 900 + 3 * (turn // 4) + (400 if question % 11 == 0 and turn % 7 == 5 else 0)
    claimant = CLAIMANTS[(question + turn) % len(CLAIMANTS)]
    place = "" if number % 50 == 49 else f"Town {question // len(MEASURES)}"
    day = dt.date(2024, 1, 1) + dt.timedelta(days=question % 300 + turn // 3)
    unit = "buildings" if measure.startswith("homes") else "people"
    quote = f"{claimant[0].upper()}{claimant[1:]} counts {said} {unit} {SAID[measure]} in {place or 'the area'} by {day:%d %B}."
    start = quote.index(f"{said} {unit}")
    return Figure(
        document_id=document_id,
        fact_id=f"{number:016x}",
        start=at + start,
        end=at + start + len(str(said)),
        number=str(said),
        measure=measure,
        value=whole(float(said)),
        low=said,
        high=said,
        unit=unit,
        place=place,
        claimant=claimant,
        claimant_type="government",
        publisher=f"Paper {(number // FIGURES_A_REPORT) % 97}",
        published=day,
        as_of=day,
        as_of_precision="day",
        quote=quote,
        quote_start=at,
        quote_end=at + len(quote),
    )


def _condition(document_id: str, number: int, place: str, day: dt.date, at: int) -> Condition:
    kind, phrase = list(CONDITIONS.items())[number // 2 % len(CONDITIONS)]
    quote = f"Residents say: {phrase} in {place or 'the area'}."
    start = quote.index(phrase)
    return Condition(
        document_id=document_id,
        fact_id=f"c{number:015x}",
        start=at + start,
        end=at + start + len(phrase),
        phrase=phrase,
        condition=kind,
        state="present" if number % 9 else "absent",
        place=place,
        claimant="residents",
        claimant_type="witness",
        published=day,
        as_of=day,
        as_of_precision="day",
        quote=quote,
        quote_start=at,
        quote_end=at + len(quote),
    )


def fill(store: Store, count: int) -> None:
    """Keep so many made-up figures."""
    made = reports(count)
    while some := list(itertools.islice(made, AT_ONCE)):
        store.add_all(some)


def made(url: str, count: int) -> Situation:
    """A desk over a store with so many figures, all compared; filled where it is empty."""
    situation = open_situation(url)
    if situation.store.is_empty():
        fill(situation.store, count)
    situation.catch_up()
    return situation


def main() -> None:
    """Make one and say how long it took."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("count", type=int)
    parser.add_argument("file")
    arguments = parser.parse_args()
    situation = open_situation(f"sqlite:///{arguments.file}")
    began = time.perf_counter()
    fill(situation.store, arguments.count)
    filled = time.perf_counter()
    situation.catch_up()
    print(f"{arguments.count:,} figures kept in {filled - began:.1f} s, compared in {time.perf_counter() - filled:.1f} s")
    situation.close()


if __name__ == "__main__":
    main()
