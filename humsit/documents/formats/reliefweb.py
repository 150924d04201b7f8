"""What ReliefWeb's API (v2) answers, kept as a file: `{"data": [{"id": …, "fields": {"title": …, "body": …}}]}`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from humsit.documents.formats.page.fragment import fragment_text
from humsit.documents.made import document_of
from humsit.documents.metadata import Metadata, date_of
from humsit.records import Document, HumsitError, UnreadableInput

ADDRESSES = ("url_alias", "url", "origin")
"""Where a report stands, the address for readers first."""


def is_answer(found: object) -> bool:
    """Whether JSON is shaped as an answer of that API: a list, or a single report."""
    data = found.get("data") if isinstance(found, dict) else None
    return isinstance(data, list) and all(isinstance(one, dict) and ("fields" in one or "href" in one) for one in data)


def read(found: Mapping[str, Any], name: str, metadata: Metadata) -> Iterator[Document | UnreadableInput]:
    """The reports of an answer; for one without text, why."""
    if not found["data"]:
        raise UnreadableInput(f"{name} is an answer of ReliefWeb without reports: ask it for others.")
    for number, one in enumerate(found["data"], 1):
        fields = _object(one.get("fields"))
        title = _text(fields.get("title"))
        where = f"{name}, entry {number}" + (f" (“{title[:60]}”)" if title else "")
        try:
            yield _report(one, fields, where, metadata)
        except HumsitError as reason:
            yield UnreadableInput(str(reason))


def _report(one: Mapping[str, Any], fields: Mapping[str, Any], where: str, metadata: Metadata) -> Document:
    text = _body(fields)
    if not text:
        raise UnreadableInput(f"{where} has no body: ask ReliefWeb for the field “body” too, or save its page or its PDF.")
    return document_of(text, where, _told(one, fields).or_else(metadata), format="ReliefWeb")


def _body(fields: Mapping[str, Any]) -> str:
    """The text: of the page, for its tables are whole there, else the Markdown."""
    html = _text(fields.get("body-html"))
    return (fragment_text(html) if html else "").strip() or _text(fields.get("body")) or ""


def _told(one: Mapping[str, Any], fields: Mapping[str, Any]) -> Metadata:
    dates = _object(fields.get("date"))
    when = next((name for name in ("original", "created") if _text(dates.get(name))), "original")
    address = next((name for name in ADDRESSES if re.match("https?://", _text(fields.get(name)) or "")), "url")
    languages = [code for one in _list(fields.get("language")) if (code := _code(_text(one.get("code"))))]
    where = {
        "title": "ReliefWeb's title",
        "publisher": "ReliefWeb's source",
        "published": f"ReliefWeb's date.{when}, {_text(dates.get(when))}",
        "url": f"ReliefWeb's {address}",
        "language": "ReliefWeb's language",
    }
    return Metadata.found_in(
        where,
        id=f"reliefweb-{one['id']}" if re.fullmatch(r"\d{1,18}", str(one.get("id"))) else None,
        title=_text(fields.get("title")),
        publisher=_publisher(fields),
        published=date_of(_text(dates.get(when))),
        url=_text(fields.get(address)),
        language=languages[0] if len(languages) == 1 else None,
    )


def _publisher(fields: Mapping[str, Any]) -> str | None:
    """Who stands as its source; several publish together."""
    named = (_text(one.get("shortname")) or _text(one.get("name")) for one in _list(fields.get("source")))
    return ", ".join(dict.fromkeys(filter(None, named))) or None


def _code(code: str | None) -> str | None:
    return code.lower() if code and re.fullmatch("[A-Za-z]{2}", code) else None


def _object(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _list(value: object) -> list[Mapping[str, Any]]:
    """Of a field that is a list of objects, or (asked for one report) a single one."""
    return [one for one in (value if isinstance(value, list) else [value]) if isinstance(one, dict)]


def _text(value: object) -> str | None:
    return str(value).strip() or None if isinstance(value, str | int) and not isinstance(value, bool) else None
