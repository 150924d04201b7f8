"""A brief as one web page that asks the network for nothing and prints on A4. Every word of a document is escaped."""

from __future__ import annotations

import html
from collections.abc import Iterable
from pathlib import Path

from humsit.briefs.nouns import Brief, Holds, Line, Place, Said, Source

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
"""What the page itself allows: its own style, and nothing from anywhere."""


def as_html(brief: Brief) -> str:
    """The whole page, style and all."""
    style = Path(__file__).with_name("page.css").read_text(encoding="utf-8")
    head = (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer">'
        f"<title>{_safe(brief.title)}</title><style>{style}</style></head>"
    )
    parts = [
        _tag("h1", _safe(brief.title)),
        _tag("p", f"{_safe(brief.asked)} {_safe(brief.counts)}.", "asked"),
        _headlines(brief.lines),
        _contested(brief.contested),
        _conditions(brief.places, brief.more_places),
        _sources(brief.sources),
        _tag("p", " ".join(map(_safe, brief.notes)), "notes"),
    ]
    return f"{head}\n<body><main>{''.join(parts)}</main></body></html>\n"


def _safe(text: str) -> str:
    return html.escape(" ".join(text.split()), quote=True)


def _tag(name: str, inner: str, kind: str = "") -> str:
    """An element around what is safe already; `kind` is a word of ours."""
    return f"<{name}{f' class={kind!r}' if kind else ''}>{inner}</{name}>" if inner else ""


def _headlines(lines: Iterable[Line]) -> str:
    rows = "".join(map(_line, lines))
    if not rows:
        return _tag("p", "No report here claims a figure that a brief would show.", "empty")
    heads = "".join(f"<th scope=col>{word}</th>" for word in ("What", "Figure", "Who says so, printed by", "Standing"))
    return f"<h2>Headline figures</h2><table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"


def _line(line: Line) -> str:
    said = "".join(_tag("div", _said(one, alone=len(line.said) == 1)) for one in line.said)
    between = _tag("div", f"{line.between} more claims between them", "quiet") if line.between else ""
    cells = (
        f"<th scope=row>{_safe(line.what)}</th>",
        _tag("td", _safe(line.band), "band"),
        _tag("td", said + between),
        _tag("td", _chip(line.standing, line.code)),
    )
    return f"<tr>{''.join(cells)}</tr>"


def _said(said: Said, *, alone: bool = False) -> str:
    """Who says what; `alone`: the number stands beside it already."""
    words = "" if alone or not said.words else f"<b>{_safe(said.words)}</b>: "
    return f"{words}{_safe(said.who)}. <span class='quiet'>{_safe(said.printed)} {_cited(said)}</span>"


def _cited(said: Said) -> str:
    more = f" and {said.more} more" if said.more else ""
    return f"[{', '.join(map(str, said.sources))}{more}]"


def _chip(word: str, code: str) -> str:
    return f"<span class='chip {html.escape(code)}'>{_safe(word)}</span>"


def _contested(lines: Iterable[Line]) -> str:
    told = "".join(_tag("li", f"<b>{_safe(line.what)}</b>: {_safe(line.why)}") for line in lines)
    return f"<h2>What is contested, and why</h2><ul>{told}</ul>" if told else ""


def _conditions(places: Iterable[Place], more: int) -> str:
    told = "".join(_tag("li", f"<b>{_safe(place.name)}</b> {_holding(place)}") for place in places)
    rest = _tag("p", f"{more} more places stand in the tables.", "quiet") if more else ""
    return f"<h2>Conditions now</h2><ul class='places'>{told}</ul>{rest}" if told else ""


def _holding(place: Place) -> str:
    more = f" <span class='quiet'>and {place.more} more</span>" if place.more else ""
    return "".join(_tag("div", _held(one)) for one in place.holds) + more


def _held(one: Holds) -> str:
    said = "; ".join(_said(claim) for claim in one.said)
    return f"{_chip(one.words, one.code)} {said} <span class='quiet'>{_safe(one.standing)}.</span>"


def _sources(sources: Iterable[Source]) -> str:
    told = "".join(_tag("li", _source(one)) for one in sources)
    return f"<h2>Sources</h2><ol>{told}</ol>" if told else ""


def _source(one: Source) -> str:
    parts = (_safe(one.printed), _tag("i", _safe(one.title)), _safe(one.url), f"<code>{_safe(one.document_id)}</code>")
    return ". ".join(part for part in parts if part)
