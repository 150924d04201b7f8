"""The filters beside every view that they narrow. They live in the URL, so a link shows a colleague the same thing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import streamlit as st

from humsit.app import clock, words
from humsit.app.desk import Desk
from humsit.app.words import filters as said
from humsit.records import Measure, Stance, Standing
from humsit.situation import Selection

EVERYTHING = Selection()
_NARROWING = ("text", "measure", "place", "claimant", "standing", "stance", clock.SINCE, clock.UNTIL)
_EMPTY: dict[str, str | None] = {"text": "", clock.SINCE: None, clock.UNTIL: None}
OFFERED = 300
"""Names offered by a filter at most, those that most facts carry; of more than that any other can be typed."""
_AT_REST: dict[str, bool] = {"superseded": True, "other": False, "rejected": False}


def sidebar(desk: Desk) -> Selection:
    """Draws the filters and says what they select."""
    with st.sidebar:
        choices, clocks = st.container(), st.container()
    with clocks:
        since, until = clock.about()
        known = clock.known()
    everything = Selection(include_rejected=True, known=known)
    places = _offered(desk.in_use("place", everything), words.NO_PLACE)
    claimants = _offered(desk.in_use("claimant", everything), words.OWN_VOICE)
    reported = set(desk.in_use("measure", everything))
    measures = [code.value for code in Measure if code.value in reported]
    with choices:
        text = st.text_input(said.SEARCH, key="text", bind="query-params", placeholder=said.SEARCH_HINT, type="search")
        place = _several(said.PLACE, "place", places, typed=len(places) >= OFFERED)
        measure = _several(said.COUNTED, "measure", measures, lambda code: words.MEASURE[Measure(code)])
        claimant = _several(said.CLAIMANT, "claimant", claimants, typed=len(claimants) >= OFFERED)
        standing = _several(
            said.STANDING, "standing", list(Standing), lambda code: words.STANDING[Standing(code)], means=said.STANDING_MEANS
        )
        stance = _several(
            said.STANCE, "stance", list(Stance), lambda code: words.STANCE_SHORT[Stance(code)], means=said.STANCE_MEANS
        )
    with st.sidebar:
        superseded = st.toggle(said.SUPERSEDED, key="superseded", value=True, bind="query-params")
        other = st.toggle(said.OTHER, key="other", value=False, bind="query-params")
        rejected = st.toggle(said.REJECTED, key="rejected", value=False, bind="query-params")
        if is_filtered():
            st.button(said.CLEAR_FILTERS, key="filters_clear", on_click=clear, width="stretch")
    return Selection(
        text=text or "",
        place=_unnamed(place, words.NO_PLACE),
        measure=tuple(measure),
        claimant=_unnamed(claimant, words.OWN_VOICE),
        standing=tuple(standing),
        stance=tuple(stance),
        include_superseded=superseded,
        include_rejected=rejected,
        include_other=other,
        since=since,
        until=until,
        known=known,
    )


def is_filtered() -> bool:
    """Whether any filter narrows what is shown."""
    state = st.session_state
    return any(state.get(key) for key in _NARROWING) or not state.get("superseded", True)


def clear() -> None:
    """Takes every filter off."""
    for key in _NARROWING:
        st.session_state[key] = _EMPTY.get(key, [])
    st.session_state.update(_AT_REST)


def _several(
    label: str,
    key: str,
    options: Iterable[str],
    say: Callable[[str], str] = str,
    *,
    typed: bool = False,
    means: str | None = None,
) -> list[str]:
    """A choice of several; what is already chosen stays offered, also when the last such fact was corrected away."""
    offered = [str(option) for option in options]
    offered += [kept for kept in st.session_state.get(key, []) if kept not in offered]
    return st.multiselect(
        label,
        offered,
        key=key,
        format_func=say,
        bind="query-params",
        placeholder=said.ALL,
        select_all=False,
        help=means,
        accept_new_options=typed,
    )


def _offered(found: Sequence[str], nothing: str) -> list[str]:
    """The names that most facts carry, in order; last the word for none, where there are facts without. Others can be typed."""
    return sorted((name for name in found[:OFFERED] if name), key=str.casefold) + ([nothing] if "" in found else [])


def _unnamed(chosen: Iterable[str], nothing: str) -> tuple[str, ...]:
    return tuple("" if name == nothing else name for name in chosen)
