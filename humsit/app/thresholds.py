"""How standings are worked out, with the very numbers that the comparison uses."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from humsit.app import markup, words
from humsit.app.words import standings


def show_help() -> None:
    """The rules and their thresholds, folded away."""
    with st.expander(words.HOW_STANDINGS, icon=":material/help:"):
        _list(standings.RULES, "hs-facts")
        markup.heading(standings.THRESHOLDS, looks=3)
        _list(standings.NUMBERS, "hs-thresholds")


def _list(entries: Iterable[tuple[str, str]], kind: str) -> None:
    said = [markup.joined([markup.tag("dt", name), markup.tag("dd", meaning)]) for name, meaning in entries]
    markup.show(markup.tag("dl", *said, kind=kind))
