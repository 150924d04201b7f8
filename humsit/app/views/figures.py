"""Figures: every figure under the filters, and beside the table the evidence for the one that is chosen."""

from __future__ import annotations

from functools import partial

import streamlit as st

from humsit.app import evidence, grid, markup, words
from humsit.app.desk import Desk
from humsit.app.views import nothing
from humsit.app.words import figures as said
from humsit.situation import Selection

VIEW, NAMED = "figures", "figures_named"


def show(desk: Desk, selection: Selection) -> None:
    """The table, and the evidence of the chosen figure at its right; the address names it, so it can be sent to a colleague."""
    number = desk.count("figures", selection)
    markup.heading(words.FIGURES, said.top(number), level=1)
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
    """The chosen fact, or that which the address has newly named; the address names it from then on."""
    address, state = st.query_params, st.session_state
    named = address.get("fact", "")
    if named and named != state.get(NAMED):
        evidence.choose(VIEW, named)
    state[NAMED] = chosen = evidence.chosen(VIEW)
    if chosen != named:
        address.update({"fact": chosen}) if chosen else address.pop("fact")
    return chosen
