"""A brief as Markdown. What Markdown could read in a document's words is escaped: no picture, no link, no heading, no HTML."""

from __future__ import annotations

import re
from collections.abc import Iterable

from humsit.briefs.nouns import Brief, Holds, Line, Place, Said, Source

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>|~$&@^]|:(?=\S))")
"""What means something within a line; a colon where a link or a picture word could follow it."""
_ADDRESS = re.compile(r"(?i)\b(www|ftp)\.")

_BEGINS_LINE = re.compile(r"^(\d*)([-+#=.)])")
"""What makes a list, a heading or a rule where a line begins with it."""


def as_markdown(brief: Brief) -> str:
    """The whole brief, readable as it is and as GitHub, Pandoc and the like print it."""
    parts = [
        [f"# {escaped(brief.title)}", f"{escaped(brief.asked)} {escaped(brief.counts)}."],
        _headlines(brief.lines),
        _contested(brief.contested),
        _conditions(brief.places, brief.more_places),
        _sources(brief.sources),
        [" ".join(map(escaped, brief.notes))],
    ]
    return "\n\n".join(block for part in parts for block in part) + "\n"


def escaped(text: str) -> str:
    """The text on one line, so that Markdown prints exactly these characters."""
    plain = _SPECIAL.sub(r"\\\1", " ".join(text.split()))
    plain = _ADDRESS.sub(r"\1\\.", plain)
    return _BEGINS_LINE.sub(r"\1\\\2", plain)


def _headlines(lines: Iterable[Line]) -> list[str]:
    rows = [_line(line) for line in lines]
    if not rows:
        return ["No report here claims a figure that a brief would show."]
    head = ["| What | Figure | Who says so, printed by | Standing |", "| --- | --- | --- | --- |"]
    return ["## Headline figures", "\n".join([*head, *rows])]


def _line(line: Line) -> str:
    said = [_said(one, alone=len(line.said) == 1) for one in line.said]
    between = [f"{line.between} more claims between them"] if line.between else []
    return f"| {escaped(line.what)} | **{escaped(line.band)}** | {'; '.join(said + between)} | {escaped(line.standing)} |"


def _said(said: Said, *, alone: bool = False) -> str:
    words = "" if alone or not said.words else f"**{escaped(said.words)}**: "
    return f"{words}{escaped(said.who)}. {escaped(said.printed)} {_cited(said)}"


def _cited(said: Said) -> str:
    more = f" and {said.more} more" if said.more else ""
    return escaped(f"[{', '.join(map(str, said.sources))}{more}]")


def _contested(lines: Iterable[Line]) -> list[str]:
    told = [f"- **{escaped(line.what)}**: {escaped(line.why)}" for line in lines]
    return ["## What is contested, and why", "\n".join(told)] if told else []


def _conditions(places: Iterable[Place], more: int) -> list[str]:
    told = [line for place in places for line in _place(place)]
    rest = [f"{more} more places stand in the tables."] if more else []
    return ["## Conditions now", "\n".join(told), *rest] if told else []


def _place(place: Place) -> list[str]:
    more = [f"  - and {place.more} more"] if place.more else []
    return [f"- **{escaped(place.name)}**", *(f"  - {_held(one)}" for one in place.holds), *more]


def _held(one: Holds) -> str:
    said = "; ".join(_said(claim) for claim in one.said)
    return f"**{escaped(one.words)}** {said} {escaped(one.standing)}."


def _sources(sources: Iterable[Source]) -> list[str]:
    told = [f"{one.number}. {_source(one)}" for one in sources]
    return ["## Sources", "\n".join(told)] if told else []


def _source(one: Source) -> str:
    parts = (one.printed, one.title, one.url, one.document_id)
    return ". ".join(escaped(part) for part in parts if part)
