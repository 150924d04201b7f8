"""The reading pane: a part of a report, its facts marked, clickable and walked by keyboard, any words of it selectable.

A small component without a frame. It receives the text in pieces with their offsets and prints them with `textContent` only, so
nothing in a report can become markup. What is selected comes back in characters of the original text (not in UTF-16 units:
emoji, rare scripts).
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import streamlit as st

from humsit.app.highlight import Passage
from humsit.app.words import reading as said

NAME = "humsit_passage"
_HTML = '<div class="bar"></div><div class="page" tabindex="0" role="region"></div>'
_WORDS = {
    "page": said.TEXT_OF_THE_REPORT,
    "previous": said.PREVIOUS,
    "next": said.NEXT,
    "previous_part": said.PREVIOUS_PART,
    "next_part": said.NEXT_PART,
}


@functools.cache
def _component() -> Callable[..., Any]:
    css, js = (Path(__file__).with_name(name).read_text(encoding="utf-8") for name in ("passage.css", "passage.js"))
    return st.components.v2.component(NAME, html=_HTML, css=css, js=js)


def reading_pane(
    passages: Sequence[Passage],
    *,
    key: str,
    evidence: str,
    chosen: str = "",
    told: Mapping[str, str] | None = None,
    before: bool = False,
    after: bool = False,
    arrive: int = 0,
) -> Any:
    """Prints a part of a report.

    `told`: fact_id → what a fact says, in words; `before`, `after`: whether there are parts there; `arrive`: changed to a
    positive number it puts the keyboard on the first passage, to a negative one on the last; `evidence`: the class of the panel
    that a choice opens. Returns an object with `selected` ({"start", "end"} or None), `picked` (a fact_id, once, or None) and
    `turned` (1 or -1, once, or None).
    """
    told = told or {}
    kinds = {passage.kind for passage in passages if passage.fact_ids}
    data = {
        "chosen": chosen,
        "pieces": [_piece(passage, told) for passage in passages],
        "legend": {kind: word for kind, word in said.LEGEND.items() if kind in kinds},
        "words": _WORDS,
        "evidence": f".{evidence}",
        "before": before,
        "after": after,
        "arrive": arrive,
    }
    nothing = dict.fromkeys(("on_selected_change", "on_picked_change", "on_turned_change"), lambda: None)
    return _component()(key=key, data=data, **nothing)


def _piece(passage: Passage, told: Mapping[str, str]) -> dict[str, Any]:
    facts = list(passage.fact_ids)
    told_of = "\n".join(told[fact_id] for fact_id in facts if fact_id in told)
    return {
        "start": passage.start,
        "text": passage.text,
        "facts": facts,
        "kind": passage.kind,
        "said": told_of,
        "begins": passage.begins,
    }
