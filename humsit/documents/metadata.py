"""What is known of a report beside its text, and where that was found."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any, Self

from humsit.documents.encoding import without_unstorable
from humsit.records import UnreadableInput, WrongValue

SIDECAR = ".metadata.json"
"""How the name of a file ends that holds the metadata of the report beside it."""
GIVEN = "given with the report"
"""Where metadata was found that came on the command line, in a form or in a file beside the report."""

ENCODING = "encoding"
"""Under this, `found` says how the encoding of a report was told, where it had to be guessed."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known of a report beside its text; None where nothing is known."""

    id: str | None = None
    title: str | None = None
    publisher: str | None = None
    agency: str | None = None
    published: dt.date | None = None
    url: str | None = None
    language: str | None = None
    """ISO 639-1 code, such as "en"."""
    found: Mapping[str, str] = field(default_factory=dict)
    """For what was not given but found in the report itself: name of the field → where, such as "the page's title"."""

    @classmethod
    def of(cls, found: Mapping[str, Any]) -> Self:
        """From a JSON object: further keys are ignored, empty values are unknown. Raises WrongValue for a date that is none."""
        texts: dict[str, Any] = {
            key: _text_or_none(found, key) for key in ("id", "title", "publisher", "agency", "url", "language")
        }
        return cls(**texts, published=date_of(_text_or_none(found, "published")))

    @classmethod
    def found_in(cls, where: Mapping[str, str], **known: Any) -> Self:
        """What a report says of itself: `where` names, for each field, where it stands; fields that are None were not found."""
        return cls(**known, found={name: where[name] for name, value in known.items() if value is not None and name in where})

    def in_encoding(self, guessed: str) -> Self:
        """This, with how the encoding of the report was guessed; the same where it was not ("")."""
        return replace(self, found={**self.found, ENCODING: guessed}) if guessed else self

    def or_else(self, other: Metadata) -> Metadata:
        """This, with what it lacks taken from `other`."""
        taken = {name: getattr(other, name) for name in KNOWN if getattr(self, name) is None}
        kept = {name: getattr(self, name) for name in KNOWN if name not in taken}
        found = {name: where for name, where in other.found.items() if name in taken or name not in KNOWN}
        found |= {name: where for name, where in self.found.items() if name not in taken}
        return Metadata(**kept, **taken, found=found)


KNOWN = tuple(one.name for one in fields(Metadata) if one.name != "found")
"""The names of what can be known."""
NOTHING_KNOWN = Metadata()


def date_of(written: str | None) -> dt.date | None:
    """The day of an ISO date ("2022-03-03") or date and time, as written, not moved to another time zone; None stays None.

    Raises WrongValue for what is no such date.
    """
    if written is None:
        return None
    try:
        return dt.datetime.fromisoformat(written.strip()).date()
    except ValueError:
        raise WrongValue(f'"{written}" is not a date: write it as year-month-day, such as 2022-03-03.') from None


def metadata_from(found: Mapping[str, Any], where: str) -> Metadata:
    """The metadata in a JSON object; UnreadableInput, naming `where` it stands, for a value that is none."""
    try:
        return Metadata.of(found)
    except WrongValue as reason:
        raise UnreadableInput(f"{where}: {reason}") from reason


def _text_or_none(found: Mapping[str, Any], key: str) -> str | None:
    value = found.get(key)
    if value is None or isinstance(value, str | int):
        return None if value is None else without_unstorable(str(value)).strip() or None
    raise WrongValue(f'"{key}" is not a text: write it in quotation marks, or leave it out.')
