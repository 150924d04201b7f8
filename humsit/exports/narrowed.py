"""What a selection narrows a file to, in words for whoever opens it, and as the command that writes the same again."""

from __future__ import annotations

import datetime as dt
import shlex
from collections.abc import Iterator, Sequence

from humsit.records import Measure, Stance, Standing
from humsit.situation import Selection
from humsit.tables.labels import MEASURE, STANCE, STANDING

NO_PLACE, OWN_VOICE = "no place named", "the report itself"


def filters_in_words(selection: Selection, *, private: bool) -> list[str]:
    """What is asked for and what is left out, a sentence each; empty where nothing narrows.

    `private`: claimants and words that were looked for are not named, for they may be the names of private persons.
    """
    parts = [part for part in _parts(selection, private) if part]
    told = [f"Only what is asked for: {'; '.join(parts)}."] if parts else []
    told += days_in_words(selection.since, selection.until)
    toggled = (
        (not selection.include_superseded, "Figures that their claimant has replaced are left out."),
        (not selection.include_other, "Numbers of no measure are left out."),
        (selection.include_rejected, "Figures that an analyst rejected are in it."),
    )
    return told + [sentence for holds, sentence in toggled if holds]


def days_in_words(since: dt.date | None, until: dt.date | None) -> list[str]:
    """Which days it is about, as one sentence; empty where all are asked for."""
    if since is None and until is None:
        return []
    parts = (f"from {day_in_words(since)}" if since else "", f"to {day_in_words(until)}" if until else "")
    return [f"About the days {' '.join(part for part in parts if part)}."]


def day_in_words(day: dt.date) -> str:
    """A day as a reader writes it: "3 March 2022"."""
    return f"{day.day} {day:%B %Y}"


def _parts(selection: Selection, private: bool) -> Iterator[str]:
    yield _named("place", [place or NO_PLACE for place in selection.place])
    yield _named("what is counted", [MEASURE[Measure(code)].lower() for code in selection.measure])
    claimants = len(selection.claimant)
    if private and claimants:
        yield "one claimant" if claimants == 1 else f"{claimants} claimants"
    else:
        yield _named("claimant", [claimant or OWN_VOICE for claimant in selection.claimant])
    yield _named("standing", [STANDING[Standing(code)].lower() for code in selection.standing])
    yield _named("the claimant", [STANCE[Stance(code)] for code in selection.stance])
    yield _named("review", [code.replace("_", " ") for code in selection.review])
    if selection.text:
        yield "certain words" if private else f"the words “{selection.text}”"
    if selection.report:
        yield "reports that hold certain words" if private else f"reports that hold “{selection.report}”"


def _named(name: str, values: Sequence[str]) -> str:
    return f"{name} {' or '.join(values)}" if values else ""


def as_options(selection: Selection) -> str:
    """The options of `humsit export` that ask for the same, each with a space before it; "" where nothing narrows."""
    words: list[str] = []
    for name in ("place", "measure", "claimant", "standing", "stance", "review"):
        for value in getattr(selection, name):
            words += [f"--{name}", value]
    for name in ("since", "until", "text", "report"):
        if value := getattr(selection, name):
            words += [f"--{name}", str(value)]
    toggled = (
        (not selection.include_superseded, "--no-superseded"),
        (not selection.include_other, "--no-other"),
        (selection.include_rejected, "--rejected"),
    )
    words += [option for holds, option in toggled if holds]
    if selection.known.on is not None:
        words += ["--known-on", str(selection.known.on), "--by", str(selection.known.by)]
    return "".join(f" {shlex.quote(word)}" for word in words)
