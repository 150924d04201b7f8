"""The reading pane: a whole report, its facts marked and clickable, any words of it selectable with the mouse or the keyboard.

A small component without a frame. It receives the text in pieces with their offsets and prints them with `textContent` only, so
nothing in a report can become markup. What is selected comes back in characters of the original text (not in UTF-16 units:
emoji, rare scripts).
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import streamlit as st

from humsit.app.highlight import Segment

NAME = "humsit_passage"
_HTML = '<div class="page" tabindex="0" role="document" aria-label="The report as printed"></div>'


@functools.cache
def _component() -> Callable[..., Any]:
    css, js = (Path(__file__).with_name(name).read_text(encoding="utf-8") for name in ("passage.css", "passage.js"))
    return st.components.v2.component(NAME, html=_HTML, css=css, js=js)


def reading_pane(pieces: Sequence[Segment], *, key: str, chosen: str = "", kinds: dict[str, str] | None = None) -> Any:
    """Prints the report. Returns an object with `selected` ({"start", "end"} or None) and `picked` (a fact_id, once, or None)."""
    kinds = kinds or {}
    data = {
        "chosen": chosen,
        "pieces": [
            {
                "start": piece.start,
                "text": piece.text,
                "fact_id": piece.mark.fact_id if piece.mark else "",
                "kind": kinds.get(piece.mark.fact_id, "") if piece.mark else "",
            }
            for piece in pieces
        ],
    }
    return _component()(key=key, data=data, on_selected_change=lambda: None, on_picked_change=lambda: None)
