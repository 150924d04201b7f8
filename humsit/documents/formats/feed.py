"""RSS and Atom feeds: each entry that carries text is a report, published by the feed."""

from __future__ import annotations

import codecs
import datetime as dt
import heapq
import re
from collections.abc import Iterator, Mapping
from email.utils import parsedate_to_datetime
from io import BufferedReader, BytesIO
from typing import Any

from humsit.documents.encoding import UTF_16
from humsit.documents.formats import web
from humsit.documents.formats.limits import whole
from humsit.documents.formats.page.fragment import fragment_text
from humsit.documents.made import document_of
from humsit.documents.metadata import Metadata
from humsit.records import Document, UnreadableInput

MOST_ENTRIES = 1_000
"""So many entries of one feed are read, the newest; feeds of news agencies hold 10 to 300."""
BEGINS = re.compile(
    rb"\s*(?:<\?[^>]{0,400}>\s*|<!--.{0,2000}?-->\s*|<!DOCTYPE[^>]{0,400}>\s*)*<(?:\w+:)?(?:rss|feed|rdf)[\s>]", re.S | re.I
)
"""How a feed begins, whatever its file is called."""

_ENTITY = re.compile(rb"<!ENTITY", re.I)
_ENTRY = re.compile(rb"<(?:\w+:)?(?:item|entry)[\s>]")
_DATE = re.compile(rb"<(?:\w+:)?(?:pubDate|published|updated|date)(?:\s[^>]*)?>\s*(?:<!\[CDATA\[)?([^<\]]{6,60})")
_LAST = re.compile(rb"</(?:\w+:)?(?:item|entry)\s*>")
_OLDEST = dt.datetime.min.replace(tzinfo=dt.UTC)


def is_feed(start: bytes) -> bool:
    """Whether an input that begins so is an RSS or Atom feed."""
    return BEGINS.match(_in_utf_8(start)) is not None


def read(stream: BufferedReader, name: str, metadata: Metadata) -> Iterator[Document | UnreadableInput]:
    """The entries of a feed in their order; each without text, and what was left out of a very long feed, as a sentence."""
    data = _in_utf_8(whole(stream, name))
    if not data.strip():
        raise UnreadableInput(f"{name} is empty: there is nothing to read in it.")
    if _ENTITY.search(data, 0, 100_000):
        raise UnreadableInput(f"{name} defines XML entities, as no feed needs to and as attacks do: it is not read.")
    if not is_feed(data[:8_000]):
        raise UnreadableInput(f"{name} is XML, but no RSS or Atom feed: save the report as text or HTML and read that.")
    kept, left = _newest(data, MOST_ENTRIES)
    yield from _entries(kept, name, metadata)
    if left:
        yield UnreadableInput(
            f"{name} holds {left + MOST_ENTRIES:,} entries: the newest {MOST_ENTRIES:,} were read and {left:,} were left; "
            "cut it into smaller feeds to read those too."
        )


def _in_utf_8(data: bytes) -> bytes:
    """A feed in UTF-16 as UTF-8; the parser finds out about all other encodings."""
    if not data.startswith(UTF_16):
        return data.removeprefix(codecs.BOM_UTF8)
    text = data[: len(data) // 2 * 2].decode("utf-16", errors="replace")
    return re.sub(r'(<\?xml[^>]*?)encoding=["\'][^"\']*["\']', r"\1", text, count=1).encode()


def _entries(data: bytes, name: str, metadata: Metadata) -> Iterator[Document | UnreadableInput]:
    import feedparser  # only feeds need it

    # A stream, for a text that names a file or an address would be opened.
    found = feedparser.parse(BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    if not found.entries:
        raise UnreadableInput(f"{name} is a feed without entries, or it is cut off: there is nothing to read in it.")
    for number, entry in enumerate(found.entries, 1):
        title = _line(entry.get("title"))
        where = f"{name}, entry {number}" + (f" (“{title[:60]}”)" if title else "")
        text = _text(entry)
        if text:
            yield document_of(text, where, _told(entry, found.feed, title).or_else(metadata), format="feed")
        else:
            yield UnreadableInput(f"{where} carries no text, only a link: open it in a browser and save the page.")


def _text(entry: Mapping[str, Any]) -> str:
    """The longest text of an entry: its whole content where the feed gives it, else its summary."""
    given = [*entry.get("content", ()), entry.get("summary_detail") or {}]
    return max((_seen(part) for part in given), key=len, default="")


def _seen(part: Mapping[str, Any]) -> str:
    value = str(part.get("value") or "")
    is_plain = part.get("type") == "text/plain" and not re.search(r"</?[a-z][^>]*>", value)
    return (value if is_plain else fragment_text(value)).strip()


def _told(entry: Mapping[str, Any], feed: Mapping[str, Any], title: str | None) -> Metadata:
    """What an entry says of itself, and of its feed."""
    source = _line((entry.get("source") or {}).get("title"))
    written = next((str(entry[name]) for name in ("published", "updated", "created") if entry.get(name)), None)
    where = {
        "title": "the entry's title",
        "publisher": "the entry's source" if source else "the feed's title",
        "published": f"the entry's date, {_line(written)}",
        "url": "the entry's link",
        "language": "the entry's language" if _language(entry) else "the feed's language",
    }
    return Metadata.found_in(
        where,
        title=title,
        publisher=source or _line(feed.get("title")),
        published=day_of(written),
        url=_address(entry.get("link")),
        language=_language(entry) or _language(feed),
    )


def _language(told: Mapping[str, Any]) -> str | None:
    """ "en" of "en-GB"."""
    code = str(told.get("language") or (told.get("title_detail") or {}).get("language") or "").strip().lower()
    return code[:2] if re.fullmatch(r"[a-z]{2}([-_].*)?", code) else None


def _line(html: object) -> str | None:
    """A title as plain words on one line."""
    text = str(html or "")
    return " ".join((web.visible_text(text)[0] if "<" in text or "&" in text else text).split()) or None


def _address(link: object) -> str | None:
    return str(link) if re.match(r"https?://", str(link or ""), re.I) else None


def moment_of(written: str) -> dt.datetime | None:
    """A moment in its own zone, as "Thu, 03 Mar 2022 23:30:00 +0200" or "2022-03-03T23:30:00+02:00"; None for what is none."""
    for reader in (parsedate_to_datetime, dt.datetime.fromisoformat):
        try:
            found = reader(written.strip())
        except (ValueError, TypeError, IndexError):
            continue
        return found if found.tzinfo else found.replace(tzinfo=dt.UTC)
    return None


def day_of(written: str | None) -> dt.date | None:
    """The day of such a date as its publisher counts days, not moved to another time zone."""
    found = moment_of(written) if written else None
    return found.date() if found else None


# --- very long feeds


def _newest(data: bytes, most: int) -> tuple[bytes, int]:
    """(a feed with the `most` newest entries alone, how many were left out). Entries without a date count as old."""
    starts = (found.start() for found in _ENTRY.finditer(data))
    first = next(starts, None)
    if first is None or sum(1 for _ in zip(_ENTRY.finditer(data), range(most + 1), strict=False)) <= most:
        return data, 0
    end = max((found.end() for found in _LAST.finditer(data, max(0, len(data) - 100_000))), default=len(data))
    total = 0

    def dated() -> Iterator[tuple[dt.datetime, int, int, int]]:
        nonlocal total
        begin = first
        for total, following in enumerate(_and_then(starts, end), 1):
            told = _DATE.search(data, begin, following)
            yield (told and moment_of(told[1].decode(errors="replace"))) or _OLDEST, -total, begin, following
            begin = following

    chosen = sorted(heapq.nlargest(most, dated()), key=lambda entry: entry[2])
    cut = b"".join(data[begin:following] for _, _, begin, following in chosen)
    return data[:first] + cut + data[end:], total - len(chosen)


def _and_then(numbers: Iterator[int], last: int) -> Iterator[int]:
    yield from numbers
    yield last
