"""Figures: every figure under the filters, and beside the table the evidence for the one that is chosen."""

from __future__ import annotations

from functools import partial

import streamlit as st

from humsit.app import evidence, grid, markup, words
from humsit.app.desk import Desk
from humsit.app.views import nothing
from humsit.situation import Selection

VIEW = "figures"


def show(desk: Desk, selection: Selection) -> None:
    """The table, and the evidence of the chosen figure at its right; the address names it, so it can be sent to a colleague."""
    number = desk.count("figures", selection)
    markup.heading(words.FIGURES, f"{words.count(number, 'figure')} · choose a cell to see its evidence", level=1)
    chosen = _chosen()
    if not number and not chosen:
        nothing.matches(desk, selection)
        return
    left, right = evidence.beside(chosen)
    with left:
        grid.paged_table(desk, "figures", selection, chosen=partial(evidence.choose, VIEW), narrow=bool(chosen))
        grid.csv_buttons(desk, "figures", selection, key="figures_csv")
    if chosen:
        with right:
            evidence.show_evidence(desk, chosen, view=VIEW, known=selection.known)


def _chosen() -> str:
    """The chosen fact, kept in the address too."""
    named = st.query_params.get("fact", "")
    if "figures_fact" not in st.session_state:
        evidence.choose(VIEW, named)
    chosen = evidence.chosen(VIEW)
    if chosen != named:
        if chosen:
            st.query_params["fact"] = chosen
        else:
            del st.query_params["fact"]
    return chosen
