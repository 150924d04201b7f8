"""A table of words in shades, for good and bad news: what stands in a cell leads to its evidence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from humsit.app import evidence, words

ROW_HEIGHT, TALLEST = 38, 16
"""Pixels of a row, and rows that are seen without scrolling."""
LEAST, MOST = 130, 165
"""Pixels for the names of the rows, which stay in sight while the rest is scrolled: a phone must have room beside them."""
_SHADE = {
    words.BAD: "background-color: rgba(213,94,0,0.26)",
    words.GOOD: "background-color: rgba(0,158,115,0.26)",
    words.NEUTRAL: "background-color: rgba(0,114,178,0.20)",
    words.DISPUTED: "background-color: rgba(230,159,0,0.30)",
}


@dataclass(frozen=True, slots=True)
class Word:
    """What a cell says, whether that is good or bad news, and the fact that it leads to."""

    words: str
    tone: str
    fact_id: str


def show(
    head: str, rows: Sequence[str], columns: Sequence[str], said: Mapping[tuple[int, str], Word], *, view: str, key: str, alt: str
) -> None:
    """The table: `head` stands over the names of the rows, `said` is by number of row and name of column; else "no report"."""
    cells = [[said[row, name].words if (row, name) in said else words.NO_REPORT for name in columns] for row in range(len(rows))]
    frame = pd.DataFrame(cells, columns=list(columns))
    frame.insert(0, head, list(rows))
    widths = {name: st.column_config.Column(width=_wide_enough(name, frame[name])) for name in columns}
    named = min(max(LEAST, _wide_enough(head, frame[head])), MOST)
    st.dataframe(
        frame.style.apply(_shades, head=head, said=said, axis=None),
        hide_index=True,
        key=key,
        on_select=partial(_choose, key, view, {cell: word.fact_id for cell, word in said.items()}),
        selection_mode="single-cell",
        row_height=ROW_HEIGHT,
        height=ROW_HEIGHT * (min(len(rows), TALLEST) + 1) + 3,
        column_config={head: st.column_config.Column(pinned=True, width=named)} | widths,
        alt=alt,
    )


def _wide_enough(name: str, said: pd.Series[str]) -> int:
    """Pixels for the longest words of a column, and for its head."""
    return 22 + 6 * max(len(name), *(len(words) for words in said))


def _shades(frame: pd.DataFrame, head: str, said: Mapping[tuple[int, str], Word]) -> pd.DataFrame:
    shades = pd.DataFrame("color: #8A9299", index=frame.index, columns=frame.columns)
    shades[head] = "font-weight: bold"
    for (row, name), word in said.items():
        shades.loc[row, name] = _SHADE.get(word.tone, "")
    return shades


def _choose(key: str, view: str, ids: Mapping[tuple[int, str], str]) -> None:
    cells: Any = st.session_state[key]["selection"]["cells"]
    if cells and (fact_id := ids.get((int(cells[0][0]), str(cells[0][1])))):
        evidence.choose(view, fact_id)
