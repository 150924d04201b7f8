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
from humsit.app.words import conditions as said
from humsit.app.words.columns import PLACE
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
    markup.heading(words.CONDITIONS, said.top(known, number), level=1)
    if not number:
        nothing.matches(desk, selection)
        return
    chosen = evidence.chosen(VIEW)
    left, right = evidence.beside(chosen)
    with left:
        _matrix(places.worst(desk, selection, MOST), known, key=grid.key_of("conditions", selection, desk.revision))
        disputes.show_disputes(desk, selection, view=VIEW)
        markup.heading(said.EVERY_REPORT)
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
    table = pd.DataFrame(
        [[at[place, topic].words if (place, topic) in at else words.NO_REPORT for topic in topics] for place in labels],
        columns=topics,
    )
    table.insert(0, PLACE, labels)
    tones = {(row, topic): at[place, topic].tone for row, place in enumerate(labels) for topic in topics if (place, topic) in at}
    ids = {cell: at[labels[cell[0]], cell[1]].fact_id for cell in tones}
    markup.reading(_sentence(len(names), known))
    markup.show(_legend())
    st.dataframe(
        table.style.apply(_shades, tones=tones, axis=None),
        hide_index=True,
        key=key,
        on_select=partial(_choose, key, ids),
        selection_mode="single-cell",
        row_height=38,
        height=38 * (min(len(names), TALLEST) + 1) + 3,
        column_config={PLACE: st.column_config.Column(pinned=True, width=130)}
        | {topic: st.column_config.Column(width=_wide_enough(topic, table[topic])) for topic in topics},
        alt=said.MATRIX,
    )


def _sentence(shown: int, known: int) -> str:
    if known > shown:
        return f"{said.of_places(shown, known)} {said.HOW_TO_READ}"
    return f"{said.WORST_FIRST} {said.HOW_TO_READ}" if known > 1 else said.HOW_TO_READ


def _wide_enough(topic: str, told: pd.Series[str]) -> int:
    """Pixels for the longest words of a column that are no "no report", and for its head."""
    return 22 + 6 * max(len(topic), *(len(one) for one in told))


def _legend() -> markup.Safe:
    chips = [markup.chip(meaning, tone) for tone, meaning in said.TONE.items()]
    return markup.joined([*chips, markup.chip(said.SILENT_MEANS)], " ")


def _shades(table: pd.DataFrame, tones: dict[tuple[int, str], str]) -> pd.DataFrame:
    shades = pd.DataFrame("color: #8A9299", index=table.index, columns=table.columns)
    shades[PLACE] = "font-weight: bold"
    for (row, topic), tone in tones.items():
        shades.loc[row, topic] = _SHADE.get(tone, "")
    return shades


def _choose(key: str, ids: dict[tuple[int, str], str]) -> None:
    cells: Any = st.session_state[key]["selection"]["cells"]
    if cells and (fact_id := ids.get((int(cells[0][0]), str(cells[0][1])))):
        evidence.choose(VIEW, fact_id)
