"""What of a page is not its article: menus, advertisements, related stories, cookie banners, comments.

The words stand in `clutter.csv`: in a class or id of an element, as its role, as a whole line, or at a line's start.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from functools import cache, lru_cache
from importlib import resources
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

TAGS = frozenset({"nav", "aside", "footer", "dialog", "amp-sidebar", "amp-consent", "amp-ad", "button", "menu"})
LONGEST_LINE = 400
"""A longer line says more than its first words."""
_OWNED = re.compile(r"(?:©|\(c\)|copyright\b).*\b(?:19|20)\d\d\b")
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")
_BESIDE = frozenset("with has no without not show hide".split())
_SWITCHES = frozenset("on off open closed free enabled disabled".split())
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)


@cache
def rows() -> list[dict[str, str]]:
    """The rows of `clutter.csv`: words, where they stand, an example."""
    return list(csv.DictReader(resources.files(__package__).joinpath("clutter.csv").read_text("utf-8").splitlines()))


@cache
def words() -> dict[str, frozenset[str]]:
    """Where words stand (class, sure class, role, line, start) → the words."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in rows():
        found[row["stands"]].add(row["words"])
    return {stands: frozenset(words) for stands, words in found.items()}


def is_clutter(element: HtmlElement) -> bool:
    """Whether an element, by its tag, role, class or id, holds no part of an article, or is hidden."""
    if element.tag in ("html", "body", "main"):
        return False
    if element.tag in TAGS or element.get("role", "").lower() in words()["role"]:
        return True
    if element.get("hidden") is not None or _HIDDEN.search(element.get("style", "")):
        return True
    return any(_names(name, "class") or _names(name, "sure class") for name in _called(element))


def is_surely_clutter(element: HtmlElement) -> bool:
    """Whether a class or id says what no article is ever called (a cookie banner, comments), and no headline is in it."""
    return any(_names(name, "sure class") for name in _called(element)) and element.find(".//h1") is None


def _called(element: HtmlElement) -> list[str]:
    return [name for name in (element.get("class"), element.get("id")) if name]


@lru_cache(maxsize=10_000)
def _names(names: str, stands: str) -> bool:
    told = words()[stands]
    for name in names.split()[:50]:
        parts = _said([part.lower() for part in _WORD.findall(name[:200])])
        if not told.isdisjoint(parts) or not told.isdisjoint(" ".join(pair) for pair in pairwise(parts)):
            return True
    return False


def _said(parts: list[str]) -> list[str]:
    """The words of a name that say what an element is: "content with sidebar" is content, "comments open" is nothing."""
    if parts and parts[-1] in _SWITCHES and parts[-2:] != ["more", "on"]:
        return []
    return list(takewhile(lambda part: part not in _BESIDE, parts))


def is_clutter_line(line: str, is_linked: bool = False) -> bool:
    """Whether a line of text is no part of an article: a label of a share button or an advertisement, a copyright notice.

    Where much of it is a link (`is_linked`), also one that sends readers to another story: "Also read: …".
    """
    bare = line.strip(" \n:.|…»→").lower()
    if len(bare) > LONGEST_LINE:
        return False
    if is_linked and bare.split(":")[0].strip() in words()["line"]:
        return True
    return bare in words()["line"] or bare.startswith(tuple(words()["start"])) or _OWNED.match(bare) is not None
