"""How long does comparing many figures at once take? `python -m tests.bench.standings [N…]`.

Each number of figures is worked out in a process of its own: seconds of processor time, and the most memory that the process had,
the figures themselves included. What grows faster than the number of figures is called NOT LINEAR, and the exit code is 1. What
one more report costs in a store that keeps its standings: `python -m tests.bench.desk`.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import math
import resource
import subprocess
import sys
import time
from collections.abc import Iterator

from humsit.claims import compare
from humsit.facts.draft import whole
from humsit.records import Figure

SIZES = (10_000, 100_000, 1_000_000)
STEEPEST = 1.25
"""Time may grow with the number of figures to this power at most: 1 is linear, 2 quadratic; the rest is noise."""

PLACES_A_CRISIS = 40
FIGURES_A_REPORT = 5
ANSWERS = 25
"""Figures that answer one question, about: several claimants, each revised and printed again."""

CLAIMANTS = ("Health Ministry", "the mayor's office", "Civil Protection", "UNHCR", "the Red Cross", "the army", "residents")
MEASURES = ("killed", "injured", "missing", "displaced", "homes_destroyed")


def figures(count: int) -> Iterator[tuple[str, list[Figure]]]:
    """Reports with figures: rival claims about places, revised day by day; some name no place, some print what others print."""
    questions = max(1, count // ANSWERS)
    for number in range(count // FIGURES_A_REPORT):
        report = f"report-{number}"
        yield report, [_figure(report, number * FIGURES_A_REPORT + k, questions) for k in range(FIGURES_A_REPORT)]


def _figure(report: str, number: int, questions: int) -> Figure:
    question = number * 7_919 % questions
    turn = number // questions
    said = 10 + question % 900 + 3 * (turn // 4) + (400 if question % 11 == 0 and turn % 7 == 5 else 0)
    claimant = CLAIMANTS[(question + turn) % len(CLAIMANTS)]
    place = "" if number % 50 == 49 else f"Town {question // len(MEASURES)}"
    day = dt.date(2024, 1, 1) + dt.timedelta(days=question % 300 + turn // 3)
    return Figure(
        document_id=report,
        fact_id=f"{number:016x}",
        start=0,
        end=3,
        number=str(said),
        measure=MEASURES[question % len(MEASURES)],
        value=whole(float(said)),
        low=said,
        high=said,
        unit="buildings" if MEASURES[question % len(MEASURES)].startswith("homes") else "people",
        place=place,
        claimant=claimant,
        claimant_type="government",
        publisher=f"Paper {number % 97}",
        published=day,
        as_of=day,
        as_of_precision="day",
        quote=f"{claimant} put the number at {said} in {place or 'the area'} by then.",
    )


def measured(count: int) -> dict[str, float]:
    """Seconds and megabytes for this many figures."""
    known = [figure for _, said in figures(count) for figure in said]
    began = time.process_time()
    comparison = compare(known)
    spent = time.process_time() - began
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"figures": count, "questions": len(comparison.questions), "seconds": spent, "megabytes": memory}


def main() -> None:
    """Measure each size and say whether the time grows in step."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", type=int, nargs="*", default=SIZES, metavar="N")
    parser.add_argument("--one", action="store_true", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.one:
        print(json.dumps(measured(arguments.sizes[0])))
        return
    rows = [_in_its_own_process(count) for count in arguments.sizes]
    for row in rows:
        print(
            f"{row['figures']:>9,.0f} figures, {row['questions']:>7,.0f} questions: "
            f"{row['seconds']:6.1f} s, {row['megabytes']:6,.0f} MB"
        )
    power = _power(rows)
    print(f"Time grows with the number to the power of {power:.2f}: {'linear' if power <= STEEPEST else 'NOT LINEAR'}")
    sys.exit(power > STEEPEST)


def _in_its_own_process(count: int) -> dict[str, float]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.standings", str(count), "--one"], capture_output=True, text=True, check=True
    )
    answer: dict[str, float] = json.loads(done.stdout)
    return answer


def _power(rows: list[dict[str, float]]) -> float:
    first, last = rows[0], rows[-1]
    if first["figures"] == last["figures"]:
        return 1.0
    return math.log(last["seconds"] / first["seconds"]) / math.log(last["figures"] / first["figures"])


if __name__ == "__main__":
    main()
