"""What a page says of itself: its title, publisher, agency, day, language and address, each with where it says so.

Only what is said counts: a year in a copyright line, today's date in a footer, the name before the dot in an address are guesses.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from humsit.documents.encoding import without_unstorable
from humsit.documents.language import code_of
from humsit.documents.masthead import agency_named
from humsit.documents.metadata import Metadata
from humsit.documents.written_dates import day_written

if TYPE_CHECKING:
    from lxml.html import HtmlElement

TITLES = ("og:title", "twitter:title", "dc.title", "dcterms.title", "citation_title")
PUBLISHERS = ("og:site_name", "publisher", "dc.publisher", "dcterms.publisher", "citation_publisher")
AUTHORS = ("author", "article:author", "dc.creator", "dcterms.creator", "parsely-author", "byl", "citation_author")
DATES = (
    "article:published_time",
    "og:published_time",
    "datepublished",
    "article:published",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dcterms.date",
    "dc.date.created",
    "dcterms.created",
    "citation_publication_date",
    "parsely-pub-date",
    "sailthru.date",
    "pubdate",
    "publishdate",
    "publish_date",
    "publish-date",
    "publication_date",
    "date",
)
"""Names of `<meta>` elements, the surest first."""
ARTICLES = ("Article", "Posting", "Report", "WebPage", "PressRelease")
"""How the types of things end that are articles (schema.org)."""
LONGEST = 300
"""Characters of a title or a name; what is longer is none."""
LONGEST_ADDRESS = 2_000
MOST_SCRIPT = 1_000_000
"""Characters of one script of data (JSON-LD)."""
MOST_THINGS = 1_000
PUBLISHED_CLASSES = frozenset("published entry-date pubdate post-date publish-date dt-published date-published".split())

Thing = Mapping[str, Any]


class About:
    """What one page says of itself."""

    def __init__(self, root: HtmlElement) -> None:
        self._root = root
        self._metas = _metas(root)
        self._things = list(_things(root))
        self._thing = self._article()

    def metadata(self) -> Metadata:
        """All that it says, each with where; None where it says nothing."""
        told: dict[str, tuple[Any, str] | None] = {
            "title": self._title(),
            "publisher": self._publisher(),
            "agency": self._agency(),
            "published": self._published(),
            "url": self._url(),
            "language": self._language(),
        }
        known = {name: one for name, one in told.items() if one is not None}
        return Metadata.found_in(
            {name: where for name, (_, where) in known.items()}, **{name: value for name, (value, _) in known.items()}
        )

    def titles(self) -> list[str]:
        """All that it calls its headline."""
        told = [self._metas.get(name) for name in TITLES] + [_text(self._thing.get("headline")), self._title_element()]
        return [title for title in told if title]

    # -- one field each

    def _title(self) -> tuple[str, str] | None:
        if title := self._metas.get("og:title"):
            return title, "the page's og:title"
        if title := _text(self._thing.get("headline")):
            return title, "the page's data (JSON-LD headline)"
        headings = [text for heading in self._root.iter("h1") if (text := _words(heading))]
        title = self._title_element()
        if len(headings) == 1 and title and title.startswith(headings[0]):
            return headings[0], "the page's heading"
        return (title, "the page's title") if title else None

    def _title_element(self) -> str | None:
        element = next(self._root.iter("title"), None)
        return _words(element) if element is not None else None

    def _publisher(self) -> tuple[str, str] | None:
        if name := self._metas.get("og:site_name"):
            return name, "the page's og:site_name"
        if name := self._name(self._thing.get("publisher")):
            return name, "the page's data (JSON-LD publisher)"
        return self._of_metas(PUBLISHERS)

    def _agency(self) -> tuple[str, str] | None:
        """A news agency that is named as the author or source; other authors are people."""
        for key in ("sourceOrganization", "provider", "creditText", "author", "creator"):
            values = self._thing.get(key)
            for value in values if isinstance(values, list) else [values]:
                if agency := agency_named(self._name(value) or ""):
                    return agency, f"the page's data (JSON-LD {key})"
        for name in AUTHORS:
            if agency := agency_named(self._metas.get(name, "")):
                return agency, f"the page's {name}"
        return None

    def _published(self) -> tuple[dt.date, str] | None:
        written = self._thing.get("datePublished")
        if isinstance(written, str) and (day := day_written(written)):
            return day, f"the page's data (JSON-LD datePublished), {written.strip()}"
        for name in DATES:
            written = self._metas.get(name)
            if written and (day := day_written(written)):
                return day, f"the page's {name}, {written}"
        return self._time()

    def _time(self) -> tuple[dt.date, str] | None:
        """The day of a `<time>` that is marked as the published one; else of the only one in the only article's header."""
        for element in self._root.iter("time", "span", "abbr", "p", "div"):
            is_told = element.get("itemprop", "").lower() == "datepublished" or element.get("pubdate") is not None
            classes = set(element.get("class", "").lower().split())
            if is_told or (element.tag in ("time", "abbr") and not classes.isdisjoint(PUBLISHED_CLASSES)):
                return _day_of_time(element)
        return None

    def _url(self) -> tuple[str, str] | None:
        for link in self._root.iter("link"):
            if "canonical" in link.get("rel", "").lower().split() and (address := _address(link.get("href"))):
                return address, "the page's canonical link"
        if address := _address(self._metas.get("og:url")):
            return address, "the page's og:url"
        address = _address(self._thing.get("url")) or _address(self._thing.get("mainEntityOfPage"))
        return (address, "the page's data (JSON-LD url)") if address else None

    def _language(self) -> tuple[str, str] | None:
        html = self._root if self._root.tag == "html" else next(self._root.iter("html"), None)
        for name in ("lang", "{http://www.w3.org/XML/1998/namespace}lang", "xml:lang"):
            if html is not None and (code := code_of(html.get(name))):
                return code, "the page's lang"
        for name in ("content-language", "dc.language", "dcterms.language", "og:locale"):
            if code := code_of(self._metas.get(name)):
                return code, f"the page's {name}"
        return None

    # -- where things stand

    def _of_metas(self, names: tuple[str, ...]) -> tuple[str, str] | None:
        return next(((self._metas[name], f"the page's {name}") for name in names if name in self._metas), None)

    def _article(self) -> Thing:
        """The thing in the page's data that is its article: the one with its headline or address, else the first."""
        articles = [thing for thing in self._things if _is_article(thing)]
        titles = [self._metas.get("og:title"), self._title_element()]
        for thing in articles:
            headline = _text(thing.get("headline"))
            if headline and any(title and title.startswith(headline) for title in titles):
                return thing
        return articles[0] if articles else {}

    def _name(self, value: object) -> str | None:
        """The name of an organisation or a person, told as text, as a thing, or by the id of another thing."""
        if isinstance(value, list):
            value = value[0] if len(value) == 1 else None
        if isinstance(value, dict):
            known = value if "name" in value else next((t for t in self._things if t.get("@id") == value.get("@id", "")), {})
            value = known.get("name")
        return _text(value)


def _metas(root: HtmlElement) -> dict[str, str]:
    """What the `<meta>` elements say, by their name in small letters; the first one counts."""
    found: dict[str, str] = {}
    for meta in root.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or meta.get("http-equiv") or ""
        text = _text(meta.get("content"))
        if text:
            found.setdefault(name.strip().lower(), text)
    return found


def _things(root: HtmlElement) -> Iterator[Thing]:
    """The things in the page's data (JSON-LD): at its top, in lists and graphs; not those that others hold."""
    for script in root.iter("script"):
        if "ld+json" not in script.get("type", "").lower() or not script.text or len(script.text) > MOST_SCRIPT:
            continue
        try:
            told = json.loads(re.sub(r"^\s*(?:<!--|//\s*<!\[CDATA\[)|(?:-->|//\s*\]\]>)\s*$", "", script.text), strict=False)
        except (ValueError, RecursionError):
            continue
        waiting = [told]
        for _ in range(MOST_THINGS):
            if not waiting:
                break
            one = waiting.pop(0)
            if isinstance(one, list):
                waiting = one[:MOST_THINGS] + waiting
            elif isinstance(one, dict):
                yield one
                if isinstance(one.get("@graph"), list):
                    waiting = one["@graph"][:MOST_THINGS] + waiting


def _is_article(thing: Thing) -> bool:
    kinds = thing.get("@type")
    return any(isinstance(kind, str) and kind.endswith(ARTICLES) for kind in (kinds if isinstance(kinds, list) else [kinds]))


def _day_of_time(element: HtmlElement) -> tuple[dt.date, str] | None:
    for written in (element.get("datetime"), element.get("content"), element.get("title"), _words(element)):
        if written and (day := day_written(written)):
            return day, f"the page's published time, {written.strip()}"
    return None


def _text(value: object) -> str | None:
    """A short text without line breaks; None for anything else."""
    if not isinstance(value, str):
        return None
    text = " ".join(without_unstorable(value).split())
    return text if 0 < len(text) <= LONGEST else None


def _words(element: HtmlElement) -> str | None:
    return _text("".join(part for part in element.itertext()))


def _address(value: object) -> str | None:
    """An absolute web address without user name or password; None for anything else. It is kept as text, and never fetched."""
    if isinstance(value, dict):
        value = value.get("@id")
    if not isinstance(value, str) or len(value) > LONGEST_ADDRESS or re.search(r"[\s\x00-\x1f<>\"]", value.strip()):
        return None
    try:
        parts = urlsplit(value.strip())
        is_web = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.username is None
    except ValueError:
        return None
    return without_unstorable(value.strip()) if is_web else None
