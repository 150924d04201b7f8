"""What a brief consists of, as plain text that nobody has escaped yet: a page or a Markdown file does that when it prints it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Said:
    """One claim: the number in words, who says it and how, and where it was printed."""

    words: str
    who: str
    printed: str
    """Publisher, agency and day."""
    sources: tuple[int, ...]
    """Numbers of the reports in the list of sources."""
    more: int = 0
    """Reports that carry it besides."""


@dataclass(frozen=True, slots=True)
class Line:
    """One question: what is counted, from which number to which, who says so, and how the claims stand to each other."""

    what: str
    band: str
    said: tuple[Said, ...]
    standing: str
    """In words."""
    code: str
    """The standing's code, for the look of it."""
    why: str = ""
    """The reason, where the claims do not simply agree."""
    between: int = 0
    """Claims between those that are named."""


@dataclass(frozen=True, slots=True)
class Holds:
    """What holds at a place, as it matters to people: "water: none"; disputed: each side's words."""

    words: str
    said: tuple[Said, ...]
    standing: str
    code: str


@dataclass(frozen=True, slots=True)
class Place:
    """A place with what holds there now."""

    name: str
    holds: tuple[Holds, ...]
    more: int = 0
    """Conditions besides."""


@dataclass(frozen=True, slots=True)
class Source:
    """A report that the brief names."""

    number: int
    printed: str
    title: str
    url: str
    document_id: str


@dataclass(frozen=True, slots=True)
class Brief:
    """All of it."""

    title: str
    asked: str
    """As of when it was known, and what it is narrowed to."""
    counts: str
    lines: tuple[Line, ...]
    places: tuple[Place, ...]
    more_places: int
    sources: tuple[Source, ...]
    notes: tuple[str, ...]

    @property
    def contested(self) -> tuple[Line, ...]:
        """The lines whose claims rule each other out."""
        return tuple(line for line in self.lines if line.code == "contested")
