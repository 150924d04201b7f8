"""Text made safe for the screen: the only place where the dashboard writes HTML.

Document text (also every place and claimant, which come from documents) is hostile. It is printed escaped, never inside an
attribute, and never where Streamlit reads Markdown: Streamlit would fetch an image named in it and turn "$5 … $10" into a
formula. Words of our own may stand anywhere.
"""

from __future__ import annotations

import html
import re
import textwrap
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Literal
from urllib.parse import quote, urlencode

import streamlit as st

from humsit.app.words import UNSHOWABLE

_LABEL = re.compile(r"[^\W_]+(?:[ ,.’'-]{1,2}[^\W_]+)*%?")
_NAME = re.compile(r"[a-z_-]+")
_JOINTS = " ,.’'%()/–—$-"
"""What may stand between the words of a label."""


class Safe(str):
    """HTML that this module made; everything else is escaped before it is printed."""

    __slots__ = ()


_PLAIN = "/:=,.- "
"""Characters that an image within an address keeps as they are."""


def safe(text: object) -> Safe:
    """The text as HTML that shows exactly these characters."""
    return text if isinstance(text, Safe) else Safe(html.escape(str(text), quote=True))


def joined(parts: Iterable[object], between: str = "") -> Safe:
    """Several pieces in a row, each made safe."""
    return Safe(html.escape(between).join(safe(part) for part in parts))


def tag(name: str, *parts: object, kind: str = "") -> Safe:
    """An element around safe parts; `kind` is a class of our own stylesheet, never text of a document."""
    opening = f'<{name} class="{kind}">' if kind else f"<{name}>"
    return Safe(f"{opening}{joined(parts)}</{name}>")


def strong(*parts: object) -> Safe:
    """The words to look at."""
    return tag("strong", *parts)


def chip(word: object, tone: str = "") -> Safe:
    """A small label: always a word, the colour only helps."""
    return tag("span", word, kind=f"hs-chip hs-{tone}" if tone else "hs-chip")


def note(name: str, *parts: object) -> Safe:
    """What stays unseen until a word is pressed that `opens` it; `name`: our own, and once a page."""
    return Safe(f'<div class="hs-note-box" id="{_id(name)}" popover>{joined(parts)}</div>')


def opens(word: object, name: str, kind: str) -> Safe:
    """A word that shows the note of this name when it is pressed; `name` and `kind`: our own, never text of a document."""
    return Safe(f'<button type="button" class="{kind}" popovertarget="{_id(name)}">{safe(word)}</button>')


def _id(name: str) -> str:
    if not _NAME.fullmatch(name):
        raise ValueError(f"{name!r} is no name of our own.")
    return f"hs-means-{name}"


def show(*parts: object, kind: str = "hs-text") -> None:
    """Prints the parts as one block."""
    st.html(tag("div", *parts, kind=kind))


def leads_to(view: str, words: object, named: Mapping[str, Sequence[str]]) -> Safe:
    """Words that lead to a view of ours; `named`: what its address names, which may be text of a document."""
    address = html.escape(f"{view}?{urlencode(named, doseq=True)}", quote=True)
    return Safe(f'<a class="hs-leads" href="{address}">{safe(words)}</a>')


def picture(svg: str, said: object) -> Safe:
    """An image of our own that holds no text of a document, and beside it, unseen, the same in words for those who hear the page.

    Streamlit takes drawings out of a page, not images; this one is part of the page, so nothing is asked for.
    """
    return tag(
        "span",
        Safe(f'<img alt="" src="data:image/svg+xml,{quote(svg, safe=_PLAIN)}">'),
        tag("span", said, kind="hs-unseen"),
        kind="hs-spark",
    )


def scrolling(*parts: object, called: str, kind: str = "") -> None:
    """Prints more than a screen holds in a place of its own, which the keyboard can scroll too; `called`: words of our own."""
    box = f'<div class="hs-scroll {kind}" tabindex="0" role="group" aria-label="{safe(called)}">'
    st.html(Safe(f"{box}{joined(parts)}</div>"))


def heading(words: object, note: object = "", level: int = 2, *, looks: int = 0) -> None:
    """A heading of a view or of a part of it, with a quiet note beside it.

    `level`: its place below the others, for those who hear the page; `looks`: the level whose size it has, where that differs.
    """
    show(tag(f"h{level}", words), tag("span", note, kind="hs-note") if note else "", kind=f"hs-heading hs-h{looks or level}")


def reading(*parts: object) -> None:
    """The one sentence that says what a chart shows."""
    show(*parts, kind="hs-reading")


def sources(*parts: object) -> None:
    """The line under a chart or a number that says where it comes from."""
    show(*parts, kind="hs-sources")


def notice(words: object, tone: Literal["info", "warning", "error", "good"] = "info", *more: object) -> None:
    """Something the analyst should know or do; errors are one sentence, never a traceback."""
    show(strong(words), *(tag("p", part) for part in more), kind=f"hs-notice hs-notice-{tone}")


def empty(what: str, next_step: str) -> None:
    """A place with nothing in it says what to do next."""
    show(tag("p", strong(what)), tag("p", next_step), kind="hs-empty")


def fits_label(text: str | None) -> bool:
    """Whether text may stand in a button, where Streamlit reads Markdown: words and numbers only, nothing that Markdown knows."""
    return (
        bool(text) and len(text or "") <= 30 and _LABEL.fullmatch(text or "") is not None and "www." not in (text or "").lower()
    )


def label(text: str, longest: int = 44) -> str:
    """The text's words and numbers as they may stand in a button, without anything that Markdown knows; never empty."""
    plain = "".join(letter if _may_stand(letter) else " " for letter in re.sub(r"(?i)www\.", "www ", text))
    shorter = textwrap.shorten(plain, longest, placeholder=" …").lstrip(_JOINTS.replace("$", ""))
    return shorter.replace("$", r"\$") if any(map(str.isalnum, shorter)) else UNSHOWABLE


def _may_stand(letter: str) -> bool:
    return letter.isalnum() or letter in _JOINTS or unicodedata.category(letter).startswith("M")


def dress() -> None:
    """Lays our own stylesheet over Streamlit's."""
    st.html(Path(__file__).with_name("style.css"))
