"""How standings are worked out, with the very numbers that the comparison uses."""

from __future__ import annotations

import streamlit as st

from humsit.app import markup, words
from humsit.claims import CONTEST_FACTOR, OPEN_FACTOR, ROOM_ABOVE, ROOM_BELOW, SMALL_GAP
from humsit.records import Standing

_N = 1_000


def show_help() -> None:
    """The rules and their thresholds, folded away."""
    with st.expander(words.HOW_STANDINGS, icon=":material/help:"):
        rules = [markup.joined([markup.tag("dt", name), markup.tag("dd", said)]) for name, said in _rules()]
        markup.show(markup.tag("dl", *rules, kind="hs-facts"))
        markup.heading("Thresholds", looks=3)
        numbers = [markup.joined([markup.tag("dt", number), markup.tag("dd", said)]) for number, said in thresholds()]
        markup.show(markup.tag("dl", *numbers, kind="hs-thresholds"))


def thresholds() -> list[tuple[str, str]]:
    """Each threshold as it is used, and what it decides."""
    about = f"About {_N:,} is compared as {_N * ROOM_BELOW:,.0f} to {_N * ROOM_ABOVE:,.0f}, nearly {_N:,} as "
    return [
        (f"{SMALL_GAP:.0%}", "Intervals that do not meet still agree if their gap is at most this part of the larger bound."),
        (
            f"{CONTEST_FACTOR:g} times",
            "Claims that do not meet and lie at least this far apart contest each other, whoever makes them.",
        ),
        (
            f"{OPEN_FACTOR:g} times",
            "Where claims meet only because one is open (“at least 9”), the numbers said agree within this factor.",
        ),
        (f"{1 - ROOM_BELOW:.0%}", f"{about}{_N * ROOM_BELOW:,.0f} to {_N:,}."),
    ]


def _rules() -> list[tuple[str, str]]:
    standings = [(words.STANDING[standing], words.STANDING_MEANS[standing]) for standing in Standing]
    return [
        *standings,
        (words.SUPERSEDED, "Its claimant has since said another figure for a later day; a fall is marked as revised down."),
        ("Claimant", "Who asserts a figure. However many publishers print it, it is one claim."),
        ("Order", "The graver standing first, then the wider gap between the lowest and the highest claim, then more claimants."),
        ("Decided", "An analyst may decide otherwise, with a reason; what was worked out stays beside it."),
    ]
