"""The filters of the screen as options: which facts a command is about. The same words narrow every table alike."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Any, get_type_hints

import typer

from humsit.commands.options import KnownBy, KnownOn, as_known
from humsit.documents.metadata import date_of
from humsit.records import Review, WrongValue
from humsit.tables.allowed import allowed

if TYPE_CHECKING:
    from humsit.situation import Selection

_AGAIN = "may be given again."
Places = Annotated[
    list[str] | None, typer.Option("--place", metavar="NAME", help=f'Only this place ("": no place named); {_AGAIN}')
]
Measures = Annotated[
    list[str] | None,
    typer.Option("--measure", metavar="MEASURE", help=f"Only figures of this measure, such as killed; {_AGAIN}"),
]
Claimants = Annotated[
    list[str] | None,
    typer.Option("--claimant", metavar="NAME", help=f'Only what this claimant says ("": the report itself); {_AGAIN}'),
]
Standings = Annotated[
    list[str] | None,
    typer.Option("--standing", metavar="STANDING", help=f"Only what stands so, such as contested; {_AGAIN}"),
]
Stances = Annotated[
    list[str] | None,
    typer.Option("--stance", metavar="STANCE", help=f"Only what its claimant stands to so, such as denied; {_AGAIN}"),
]
Reviews = Annotated[
    list[str] | None, typer.Option("--review", metavar="REVIEW", help=f"Only what was reviewed so, such as approved; {_AGAIN}")
]
Since = Annotated[str | None, typer.Option(metavar="DATE", help="Only what is about this day or later.")]
Until = Annotated[str | None, typer.Option(metavar="DATE", help="Only what is about this day or earlier.")]
Words = Annotated[
    str | None, typer.Option("--text", metavar="WORDS", help="Only what holds these words: in its sentence, place or claimant.")
]
Superseded = Annotated[bool, typer.Option("--superseded/--no-superseded", help="Also figures that their claimant replaced.")]
Other = Annotated[bool, typer.Option("--other/--no-other", help="Also numbers of no measure.")]
Rejected = Annotated[bool, typer.Option("--rejected/--no-rejected", help="Also what an analyst rejected.")]
Report = Annotated[
    str | None,
    typer.Option("--report", metavar="WORDS", help="Only of reports that hold each of these words: in title, publisher or text."),
]


def selection_of(
    *,
    place: Places = None,
    measure: Measures = None,
    claimant: Claimants = None,
    standing: Standings = None,
    stance: Stances = None,
    review: Reviews = None,
    since: Since = None,
    until: Until = None,
    text: Words = None,
    report: Report = None,
    known_on: KnownOn = None,
    by: KnownBy = None,
) -> Selection:
    """What a call asks for. WrongValue for a word that does not exist (naming those that do), and for days that are none."""
    first, last = date_of(since), date_of(until)
    if first and last and first > last:
        raise WrongValue(f"--since {first} is later than --until {last}: no day is both.")
    reviewed = _known_words("review", review)
    return replace(
        as_known(known_on, by),
        place=tuple(place or ()),
        measure=_known_words("measure", measure),
        claimant=tuple(claimant or ()),
        standing=_known_words("standing", standing),
        stance=_known_words("stance", stance),
        review=reviewed,
        since=first,
        until=last,
        text=text or "",
        report=report or "",
        include_rejected=Review.REJECTED in reviewed,
    )


def filtered(command: Callable[..., None]) -> Callable[..., None]:
    """The command with all filters among its options, where it takes `asked`; it gets there what they ask for.

    Said once for all commands: typer reads a command's options from its signature.
    """
    filters = inspect.signature(selection_of).parameters.values()
    types = get_type_hints(command, localns={"Selection": Any}, include_extras=True)
    types |= get_type_hints(selection_of, localns={"Selection": Any}, include_extras=True)

    @functools.wraps(command)
    def called(**given: Any) -> None:
        asked = selection_of(**{one.name: given.pop(one.name) for one in filters})
        command(asked=asked, **given)

    options: list[inspect.Parameter] = []
    for one in inspect.signature(command).parameters.values():
        options += filters if one.name == "asked" else [one]
    named = [one.replace(annotation=types[one.name], kind=inspect.Parameter.KEYWORD_ONLY) for one in options]
    called.__signature__ = inspect.Signature(named)  # type: ignore[attr-defined] # what inspect itself looks for
    called.__annotations__ = {one.name: one.annotation for one in named}
    return called


def _known_words(name: str, given: Sequence[str] | None) -> tuple[str, ...]:
    choices = allowed(name)
    for word in given or ():
        if word not in choices:
            raise WrongValue(f"There is no {name} {word!r}: choose from {', '.join(choices)}.")
    return tuple(given or ())
