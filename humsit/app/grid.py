"""Tables on the screen: which columns, under which names, how a row is chosen.

Document text is safe in Streamlit's grid, which prints cells as they are. What is chosen is kept as a fact's id, never as a
row's number: the rows move when somebody corrects something.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st
from pandas.io.formats.style import Styler

from humsit.app import downloads, markup, phrases, words
from humsit.app.desk import Desk
from humsit.app.downloads import file_name as file_name
from humsit.app.words import columns as heads
from humsit.app.words.meanings import columns
from humsit.claims import own_voice
from humsit.records import Action, ConditionKind, ConditionState, Measure, PopulationGroup, Review, Stance, Standing
from humsit.situation import Known, Order, Selection

ROW_HEIGHT, TALLEST = 34, 18
"""Pixels of a row, and rows shown before a table scrolls."""
PAGE = 100
"""Rows on one page of a table: what a click brings stays small, however many rows there are."""


def for_screen(frame: pd.DataFrame, table: str) -> pd.DataFrame:
    """The columns that a person reads, in plain words, under plain names; what is not known stays empty."""
    made = frame.copy()
    if "measure" in made:
        made["what"] = made["measure"].map(lambda code: words.MEASURE[Measure(code)]).astype("string")
        made["whose"] = [_whose(*row) for row in zip(made["group"], made["population_group"], made["side"], strict=True)]
    if "condition" in made:
        pairs = zip(made["condition"], made["state"], strict=True)
        made["meaning"] = [words.condition_words(ConditionKind(kind), ConditionState(state)) for kind, state in pairs]
    if "stance" in made:
        made["stance"] = made["stance"].map(lambda code: words.STANCE_SHORT[Stance(code)])
    if "as_of" in made:
        made["day"] = made["as_of"].fillna(made["published"])
    if "claimant" in made:
        made["claimant"] = _tellers(made)
    if table == "sources":
        made["source"] = made["source"].map(phrases.first_big).astype("string")
        made["claimant_type"] = made["claimant_type"].map(phrases.claimant_type).astype("string")
        made["reliability"] = made["reliability"].map(words.RELIABILITY.__getitem__).astype("string")
    _say_states(made)
    columns = {name: label for name, label in heads.SHOWN[table].items() if name in made}
    if table == "figures" and frame["corrected"].fillna(False).any():
        columns["original"] = heads.BEFORE_CORRECTION
    return made[list(columns)].rename(columns=columns).replace("", pd.NA)


def _say_states(made: pd.DataFrame) -> None:
    if "standing" in made:
        said = made["standing"].map(lambda code: words.STANDING[Standing(code)], na_action="ignore").astype("string")
        gone = made["superseded"].fillna(False) if "superseded" in made else pd.Series(False, index=made.index)
        made["standing"] = said.mask(gone.astype(bool), words.SUPERSEDED)
    if "review" in made:
        made["review"] = made["review"].map(lambda code: words.REVIEW[Review(code)])
    if "action" in made:
        made["now"] = made["now"].mask(made["action"] == Action.ADD, "")  # an added figure's whole record is for the file
        made["action"] = made["action"].map(lambda code: words.ACTION[Action(code)])


def _tellers(frame: pd.DataFrame) -> list[str]:
    """Who claims each row; a report that speaks in its own voice is named as everywhere else."""
    nobody = [""] * len(frame)
    rows = zip(frame["claimant"], frame.get("agency", nobody), frame.get("publisher", nobody), strict=True)
    return [phrases.first_big(_text(who) or own_voice(_text(agency) or _text(publisher))) for who, agency, publisher in rows]


def _text(cell: object) -> str:
    return cell if isinstance(cell, str) else ""


def _whose(group: str, population_group: str, side: str) -> str:
    of = words.POPULATION_GROUP[PopulationGroup(population_group)] if population_group else ""
    return ", ".join(part for part in (group or of, side) if part)


def plain_table(frame: pd.DataFrame, table: str, *, key: str) -> None:
    """A table to look at."""
    page = _page_of(frame, key)
    shown = for_screen(page, table)
    st.dataframe(
        sortable(shown, page),
        hide_index=True,
        key=key,
        placeholder="–",
        column_config=_config(table, shown),
        row_height=ROW_HEIGHT,
    )


class _Said(float):
    """A number that prints as its words, so that a column of figures sorts by size and reads as people say it."""

    words = ""


def sortable(shown: pd.DataFrame, frame: pd.DataFrame) -> pd.DataFrame | Styler:
    """The table with its figures in words that sort by their numbers: the one written, else the lowest or the only bound."""
    if heads.FIGURE not in shown or "value" not in frame:
        return shown
    numbers = frame["value"].fillna(frame["low"]).fillna(frame["high"])
    said = pd.Series(list(map(_said, numbers, shown[heads.FIGURE])), index=shown.index, dtype="object")
    return shown.assign(**{heads.FIGURE: said}).style.format(_words_of, subset=[heads.FIGURE])


def _words_of(said: object) -> str:
    return said.words if isinstance(said, _Said) else str(said)


def _said(number: float, words: str) -> _Said:
    said = _Said(number if pd.notna(number) else float("inf"))
    said.words = words
    return said


NARROW = (
    heads.NUMBER,
    heads.FIGURE,
    heads.CONDITION,
    heads.WHAT,
    heads.PLACE,
    heads.CLAIMANT,
    heads.SOURCE,
    heads.RELIABILITY,
    heads.STANDING,
    heads.WHEN,
    heads.WHO,
    heads.DID,
    heads.FIELD,
    heads.WAS,
    heads.NOW,
)
"""Columns that stay when the evidence stands beside the table; the others can be brought back in its menu."""
_WIDTHS = {
    heads.FIGURE: 158,
    heads.WHAT: 122,
    heads.WHOSE: 132,
    heads.PLACE: 102,
    heads.CLAIMANT: 196,
    heads.STANCE: 82,
    heads.STANDING: 98,
    heads.CONDITION: 132,
    heads.SOURCE: 172,
    heads.RELIABILITY: 136,
    heads.KIND: 116,
    heads.REPORTS: 68,
    heads.CONTESTED: 68,
    heads.REVISED: 68,
    heads.ADMITTED: 68,
    heads.WAS_DENIED: 78,
    heads.WORDS: 210,
    heads.PRINTED_BY: 150,
    heads.WHY: 420,
}
"""Pixels of a column."""
_NARROWER = {heads.WHAT: 98, heads.PLACE: 90, heads.CLAIMANT: 142}
"""The same beside the evidence."""


def key_of(name: str, selection: Selection, revision: int) -> str:
    """A table's key under these filters at this revision: when either changes it is another table, with no cell chosen."""
    return f"{name}_{hashlib.sha256(repr(selection).encode()).hexdigest()[:8]}_{revision}"


def choosing_table(
    frame: pd.DataFrame,
    table: str,
    *,
    key: str,
    chosen: Callable[[str], None],
    ids: str = "fact_id",
    narrow: bool = False,
    tallest: int = TALLEST,
) -> None:
    """A table whose cells can be chosen: `chosen` is called with the id of the row's fact, once for each choice.

    `key`: of `key_of`, so that a choice never outlives the rows it was made in.
    """
    page = _page_of(frame, key)
    named: list[str] = page[ids].tolist()
    shown = for_screen(page, table)
    shown.insert(0, heads.NUMBER, pd.RangeIndex(1, len(shown) + 1))
    st.dataframe(
        sortable(shown, page),
        hide_index=True,
        key=key,
        column_order=[name for name in shown.columns if name in NARROW] if narrow else None,
        on_select=partial(_tell, key, named, chosen),
        selection_mode="single-cell",
        placeholder="–",
        column_config=_config(table, shown, narrow=narrow),
        row_height=ROW_HEIGHT,
        height=ROW_HEIGHT * (min(len(page), tallest) + 1) + 3,
    )


def paged_table(desk: Desk, table: str, selection: Selection, *, chosen: Callable[[str], None], narrow: bool = False) -> None:
    """A table of facts in pages, in an order that holds over all of them; its cells can be chosen, as of `choosing_table`."""
    number, key = desk.count(table, selection), key_of(table, selection, desk.revision)
    order, first = Order.REPORTS, 0
    if number > PAGE:
        with st.container(horizontal=True, vertical_alignment="bottom", horizontal_alignment="distribute"):
            chosen_order = st.segmented_control(
                words.ORDER_OF_ROWS,
                list(Order) if table == "figures" else [Order.REPORTS, Order.NEWEST],
                default=Order.REPORTS,
                required=True,
                key=f"{table}_order",
                format_func=words.ORDER.__getitem__,
            )
            order = Order(chosen_order or Order.REPORTS)
            first = (st.pagination(-(-number // PAGE), key=f"{key}_{order}_page") - 1) * PAGE
    frame = desk.page(table, selection, limit=PAGE, offset=first, order=order)
    choosing_table(frame, table, key=f"{key}_{order}_{first}", chosen=chosen, narrow=narrow)
    if number > PAGE:
        markup.sources(heads.rows(first + 1, first + len(frame), number))


def _page_of(frame: pd.DataFrame, key: str) -> pd.DataFrame:
    pages = -(-len(frame) // PAGE)
    if pages <= 1:
        return frame
    first = (st.pagination(pages, key=f"{key}_page") - 1) * PAGE
    last = min(first + PAGE, len(frame))
    markup.sources(heads.rows(first + 1, last, len(frame)))
    return frame.iloc[first:last]


def _tell(key: str, ids: Sequence[str], chosen: Callable[[str], None]) -> None:
    cells: Any = st.session_state[key]["selection"]["cells"]
    if cells and cells[0][1] != heads.NUMBER and 0 <= int(cells[0][0]) < len(ids):
        chosen(ids[int(cells[0][0])])


def _config(table: str, shown: pd.DataFrame, *, narrow: bool = False) -> dict[str, Any]:
    """How wide each column shown is, and what it means, which its head says when pointed at."""
    looks, means = _columns(narrow=narrow), columns(table)
    return {
        name: {**looks.get(name, st.column_config.Column()), "help": means.get(name)}
        for name in shown.columns
        if name in looks or name in means
    }


def _columns(*, narrow: bool) -> dict[str, Any]:
    return {
        **{name: st.column_config.Column(width=width) for name, width in (_WIDTHS | (_NARROWER if narrow else {})).items()},
        heads.NUMBER: st.column_config.NumberColumn(width=46, format="%d"),
        heads.AS_OF: st.column_config.DateColumn(format="D MMM YYYY", width=92),
        heads.PUBLISHED: st.column_config.DateColumn(format="D MMM YYYY", width=100),
        heads.WHEN: st.column_config.DatetimeColumn(format="D MMM YYYY, HH:mm", timezone="UTC"),
    }


def csv_buttons(desk: Desk, table: str, selection: Selection, *, key: str) -> None:
    """The whole table under the filters, to download."""
    downloads.table_menu(desk, table, selection, key=key)


def csv_of_frame(desk: Desk, frame: pd.DataFrame, table: str, known: Known, *, key: str) -> None:
    """The rows of one chart, as they were known then, to download."""
    downloads.frame_menu(desk, frame, table, Selection(known=known), key=key)
