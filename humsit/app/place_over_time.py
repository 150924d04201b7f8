"""The conditions at one place over time: rows are conditions, columns days or weeks, a word in each cell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd
import streamlit as st

from humsit.app import grid, markup, places, shaded, words
from humsit.app.desk import Desk
from humsit.app.words import spans as said
from humsit.claims.condition_words import state_words
from humsit.records import Standing
from humsit.situation import Order, Selection
from humsit.situation.spans import Spans, spans_of

CHOSEN = "conditions_place"


def show(desk: Desk, selection: Selection, names: Sequence[str], *, view: str) -> None:
    """What was reported of a place when; `names`: the places that can be chosen, the first one first."""
    markup.heading(said.OVER_TIME)
    if st.session_state.get(CHOSEN) not in names:
        st.session_state.pop(CHOSEN, None)
    place = st.selectbox(said.PLACE, names, key=CHOSEN, format_func=_shown, label_visibility="collapsed", width=320)
    at_place = replace(selection, place=(place,))
    reports = desk.page("conditions", at_place, limit=places.MOST_REPORTS, order=Order.NEWEST)
    days = pd.to_datetime(reports["as_of"].fillna(reports["published"])).dt.date
    told, spans = reports[days.notna()], spans_of(set(days.dropna()))
    if not spans.shown:
        markup.empty(said.NO_DAY, said.NO_DAY_NEXT)
        return
    undated = len(reports) - len(told)
    markup.reading(said.how_to_read(len(spans.shown), spans.total, weekly=spans.weekly, undated=undated))
    disputed = {fact_id for one in desk.condition_questions(at_place, standing=(Standing.CONTESTED,)) for fact_id in one.facts}
    _table(told, days[days.notna()], spans, disputed, view, key=grid.key_of("conditions_spans", at_place, desk.revision))


def _shown(name: str) -> str:
    return name or words.NO_PLACE


def _table(told: pd.DataFrame, days: pd.Series, spans: Spans, disputed: set[str], view: str, *, key: str) -> None:
    by_column = _by_column(told, days, spans, disputed)
    topics = places.topics_of(places.conditions_now(told))  # also of what nobody has reported for long
    cells = {
        (topics.index(words.TOPIC[now.kind]), name): shaded.Word(state_words(now.kind, now.state), now.tone, now.fact_id)
        for name, column in by_column.items()
        for now in column
    }
    shaded.show(said.CONDITION, topics, list(by_column), cells, view=view, key=key, alt=said.WHAT_HELD)


def _by_column(
    told: pd.DataFrame,
    days: pd.Series,
    spans: Spans,
    disputed: set[str],
) -> dict[str, list[places.Now]]:
    """The newest word on each condition by the head of its column; "disputed" is the last word on what is contested."""
    with_year = spans.shown[0].last.year != spans.shown[-1].first.year
    found: dict[str, list[places.Now]] = {}
    ended: set[str] = set()
    for span in spans.shown:
        column = places.conditions_now(told[(days >= span.first) & (days <= span.last)])
        newest = [now for now in column if now.kind not in ended]
        ended |= {now.kind for now in newest}
        contested = {now.fact_id for now in newest} & disputed
        found[said.days(span.first, span.last, with_year=with_year)] = places.disputed_where(column, contested)
    return found
