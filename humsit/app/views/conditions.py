"""Conditions: places down, topics across, a word in each cell; choosing a cell opens what was reported there. Below it what
claimants tell differently, with its history.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from humsit.app import disputes, evidence, grid, markup, places, words
from humsit.app.desk import Desk
from humsit.app.views import nothing
from humsit.situation import Selection

VIEW = "conditions"
MOST, TALLEST = 100, 16
"""Places in the matrix, those with most conditions first, and rows of it that are seen without scrolling."""
_SHADE = {
    words.BAD: "background-color: rgba(213,94,0,0.26)",
    words.GOOD: "background-color: rgba(0,158,115,0.26)",
    words.NEUTRAL: "background-color: rgba(0,114,178,0.20)",
    words.DISPUTED: "background-color: rgba(230,159,0,0.30)",
}


def show(desk: Desk, selection: Selection) -> None:
    """The matrix, the evidence of the chosen cell beside it, and every report as a table."""
    number, known = desk.count("conditions", selection), desk.count_condition_places(selection)
    markup.heading(words.CONDITIONS, f"{words.count(known, 'place')} · {words.count(number, 'report')}", level=1)
    if not number:
        nothing.matches(desk, selection)
        return
    chosen = evidence.chosen(VIEW)
    left, right = evidence.beside(chosen)
    with left:
        _matrix(places.worst(desk, selection, MOST), known, key=grid.key_of("conditions", selection, desk.revision))
        disputes.show_disputes(desk, selection, view=VIEW)
        markup.heading("Every report of a condition")
        grid.paged_table(desk, "conditions", selection, chosen=partial(evidence.choose, VIEW), narrow=bool(chosen))
        grid.csv_buttons(desk, "conditions", selection, key="conditions_csv")
    if chosen:
        with right:
            evidence.show_evidence(desk, chosen, view=VIEW, known=selection.known)


def _matrix(now: Sequence[places.Now], known: int, *, key: str) -> None:
    names = places.by_weight(now)
    topics = places.topics_of(now)
    at = {(one.cell().place, one.cell().topic): one for one in now}
    labels = [name or words.NO_PLACE for name in names]
    said = pd.DataFrame(
        [[at[place, topic].words if (place, topic) in at else words.NO_REPORT for topic in topics] for place in labels],
        columns=topics,
    )
    said.insert(0, "Place", labels)
    tones = {(row, topic): at[place, topic].tone for row, place in enumerate(labels) for topic in topics if (place, topic) in at}
    ids = {cell: at[labels[cell[0]], cell[1]].fact_id for cell in tones}
    markup.reading(_sentence(len(names), known))
    markup.show(_legend())
    st.dataframe(
        said.style.apply(_shades, tones=tones, axis=None),
        hide_index=True,
        key=key,
        on_select=partial(_choose, key, ids),
        selection_mode="single-cell",
        row_height=38,
        height=38 * (min(len(names), TALLEST) + 1) + 3,
        column_config={"Place": st.column_config.Column(pinned=True, width=130)}
        | {topic: st.column_config.Column(width=_wide_enough(topic, said[topic])) for topic in topics},
        alt="What holds at which place",
    )


def _sentence(shown: int, known: int) -> str:
    most = f"The {shown} places with most conditions of {known:,}; all are in the table below. " if known > shown else ""
    first = "" if known > shown or known == 1 else "Places with most conditions first. "
    return f"{most}{first}The newest word on each condition: choose a cell to see who reports it."


def _wide_enough(topic: str, said: pd.Series[str]) -> int:
    """Pixels for the longest words of a column that are no "no report", and for its head."""
    return 22 + 6 * max(len(topic), *(len(words) for words in said))


def _legend() -> markup.Safe:
    chips = [("bad news", words.BAD), ("good news", words.GOOD), ("neither", words.NEUTRAL), ("disputed", words.DISPUTED)]
    return markup.joined(
        [*[markup.chip(word, tone) for word, tone in chips], markup.chip("no report: nobody says how it is")], " "
    )


def _shades(said: pd.DataFrame, tones: dict[tuple[int, str], str]) -> pd.DataFrame:
    shades = pd.DataFrame("color: #8A9299", index=said.index, columns=said.columns)
    shades["Place"] = "font-weight: bold"
    for (row, topic), tone in tones.items():
        shades.loc[row, topic] = _SHADE.get(tone, "")
    return shades


def _choose(key: str, ids: dict[tuple[int, str], str]) -> None:
    cells: Any = st.session_state[key]["selection"]["cells"]
    if cells and (fact_id := ids.get((int(cells[0][0]), str(cells[0][1])))):
        evidence.choose(VIEW, fact_id)
