"""Conditions: places down, topics across, a word in each cell; choosing a cell opens what was reported there. Below it one place
over time, and what claimants tell differently, with its history.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from humsit.app import disputes, evidence, grid, markup, place_over_time, places, shaded, words
from humsit.app.desk import Desk
from humsit.app.views import nothing
from humsit.app.words import conditions as said
from humsit.app.words.columns import PLACE
from humsit.situation import Selection

VIEW = "conditions"
MOST = 100
"""Places in the matrix, those with most conditions first."""


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
        now = places.worst(desk, selection, MOST)
        names = places.by_weight(now)
        _matrix(now, names, known, key=grid.key_of("conditions", selection, desk.revision))
        place_over_time.show(desk, selection, names, view=VIEW)
        disputes.show_disputes(desk, selection, view=VIEW)
        markup.heading(said.EVERY_REPORT)
        grid.paged_table(desk, "conditions", selection, chosen=partial(evidence.choose, VIEW), narrow=bool(chosen))
        grid.csv_buttons(desk, "conditions", selection, key="conditions_csv")
    if chosen:
        with right:
            evidence.show_evidence(desk, chosen, view=VIEW, known=selection.known)


def _matrix(now: Sequence[places.Now], names: Sequence[str], known: int, *, key: str) -> None:
    rows, topics = {name: row for row, name in enumerate(names)}, places.topics_of(now)
    cells = {(rows[one.place], one.cell().topic): shaded.Word(one.words, one.tone, one.fact_id) for one in now}
    markup.reading(_sentence(len(names), known))
    markup.show(_legend())
    labels = [name or words.NO_PLACE for name in names]
    shaded.show(PLACE, labels, topics, cells, view=VIEW, key=key, alt=said.MATRIX)


def _sentence(shown: int, known: int) -> str:
    if known > shown:
        return f"{said.of_places(shown, known)} {said.HOW_TO_READ}"
    return f"{said.WORST_FIRST} {said.HOW_TO_READ}" if known > 1 else said.HOW_TO_READ


def _legend() -> markup.Safe:
    chips = [markup.chip(meaning, tone) for tone, meaning in said.TONE.items()]
    return markup.joined([*chips, markup.chip(said.SILENT_MEANS)], " ")
