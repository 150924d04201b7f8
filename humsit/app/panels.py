"""A chart as the dashboard shows it: a heading, a sentence that reads it, the chart, its sources, and the same as a table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import partial
from typing import Any, TypeVar

import plotly.graph_objects as go
import streamlit as st
from streamlit.elements.lib.mutable_expander_container import ExpanderContainer

from humsit.app import chart_files, grid, markup, meaning, phrases, words
from humsit.app.charts import Bar, bar_of, interval_chart
from humsit.app.desk import Desk
from humsit.app.words import charts, counts
from humsit.claims import Claim, Question
from humsit.records import Denial, Figure, Standing
from humsit.situation import Selection
from humsit.tables import in_words

T = TypeVar("T")
_WAITING: ContextVar[list[Callable[[], Any]] | None] = ContextVar("waiting", default=None)
CLAIMS, REPLACED = 10, 3
"""Claims, and figures that were replaced, drawn in one chart of a question at most."""
NAMED = 4
"""Reports that are named as sources of a chart."""
LIGHT_INK, DARK_INK = "#1B2126", "#E6E9EB"


def draw(chart: go.Figure, *, key: str, alt: str) -> None:
    """Prints a chart, its text as dark or light as the page's; `alt` is what a screen reader says."""
    theme: Any = st.context.theme
    ink = DARK_INK if theme.type == "dark" else LIGHT_INK
    for note in chart.layout._props.get("annotations", ()):  # plotly's own way checks each of them anew: 3 ms a word
        note.setdefault("font", {}).setdefault("color", ink)
    chart.update_layout(font_color=ink, meta=chart_files.caption(alt))
    waiting = _WAITING.get()
    if waiting is None:
        st.plotly_chart(chart, config=chart_files.options(alt), key=key, alt=alt)
    else:
        waiting.append(partial(st.container().plotly_chart, chart, config=chart_files.options(alt), key=key, alt=alt))


@contextmanager
def charts_last() -> Iterator[None]:
    """All words drawn in here are sent before any chart: the first chart stops a browser for a second or two."""
    waiting: list[Callable[[], Any]] = []
    token = _WAITING.set(waiting)
    try:
        yield
    finally:
        _WAITING.reset(token)
    for send in waiting:
        send()


def standing_chip(standing: Standing | None, *, explained: bool = True) -> markup.Safe:
    """How a question stands, as a labelled chip; `explained`: pressed, it says what it means, which a drawer has no room for."""
    if not standing:
        return markup.Safe("")
    tone = standing.value
    return meaning.chip(f"standing-{tone}", tone) if explained else markup.chip(words.STANDING[standing], tone)


def decided_chip(question: Question) -> markup.Safe:
    """That an analyst decided how it stands."""
    return meaning.chip("decided", "neutral") if question.ruling and question.ruling.standing else markup.Safe("")


def bars_of(question: Question, *, named_by: Callable[[Claim], str] = phrases.claimant) -> list[Bar]:
    """A question's claims as rows: the current ones, denials without a number, then what the claimants have replaced last.

    Of very many claims the lowest and the highest are drawn: `left_out` says how much is not.
    """
    claims = _ends(question)
    bars = [_bar(claim.figure, named_by(claim), phrases.stance_word(claim.stance)) for claim in claims]
    bars += [_denial(denial) for denial in question.denials[:CLAIMS]]
    replaced = _replaced_last(question)
    return bars + [_bar(figure, named_by(claim), words.SUPERSEDED.lower(), superseded=True) for figure, claim in replaced]


def left_out(question: Question) -> str:
    """What `bars_of` does not draw, in words; "" where it draws all."""
    replaced = sum(len(claim.superseded) for claim in question.claims)
    return counts.not_drawn(len(question.claims) - len(_ends(question)), replaced - len(_replaced_last(question)))


def _ends(question: Question) -> list[Claim]:
    """Its claims in their order; of very many those that say least and most."""
    if len(question.claims) <= CLAIMS:
        return list(question.claims)
    sized = sorted(question.claims, key=lambda claim: (claim.interval.said_low, claim.interval.said_high))
    kept = {id(claim) for claim in (*sized[: CLAIMS // 2], *sized[-CLAIMS // 2 :])}
    return [claim for claim in question.claims if id(claim) in kept]


def _replaced_last(question: Question) -> list[tuple[Figure, Claim]]:
    """What claimants have replaced, in their order: the newest of each, until there are enough."""
    replaced = [
        (-turn, place, figure, claim)
        for place, claim in enumerate(question.claims)
        for turn, figure in enumerate(claim.superseded, start=-len(claim.superseded) + 1)
    ]
    newest = sorted(replaced, key=lambda one: one[:2])[:REPLACED]
    return [(figure, claim) for _, _, figure, claim in sorted(newest, key=lambda one: (one[1], -one[0]))]


def _bar(figure: Figure, who: str, note: str, *, superseded: bool = False) -> Bar:
    return bar_of(figure, in_words(figure), who=who, note=note, superseded=superseded)


def _denial(denial: Denial) -> Bar:
    return Bar(
        phrases.who(denial),
        charts.DENIES_ANY,
        0,
        0,
        0,
        note=charts.NO_NUMBER,
        doubtful=True,
        denied=True,
        fact_id=denial.fact_id,
    )


def draw_intervals(bars: Sequence[Bar], *, key: str, alt: str, contested: bool = False) -> None:
    """Claims side by side."""
    draw(interval_chart(bars, contested=contested), key=key, alt=alt)


def reading_of(question: Question) -> str:
    """The sentence above a question's chart: who says what, and why they stand as they do."""
    said = ". ".join(phrases.claim(claim) for claim in question.claims[:6])
    told = question.standing is not Standing.SINGLE_SOURCE or question.ruling
    return question.reason if told and question.reason else f"{said}."


def question_panel(question: Question, *, key: str) -> None:
    """One question: what is counted, how it stands, and its claims side by side. Its table twin is the view's."""
    contested = question.standing is Standing.CONTESTED
    markup.show(markup.tag("h3", phrases.what(question)), standing_chip(question.standing), kind="hs-heading hs-h3")
    markup.reading(reading_of(question))
    bars = bars_of(question)
    alt = f"{phrases.what(question)}: " + "; ".join(f"{bar.who}: {bar.words}" for bar in bars)
    draw_intervals(bars, key=key, alt=alt, contested=contested)
    markup.sources(left_out(question), charts.SOURCE, sources_of(claim.figure for claim in question.claims))


def question_line(question: Question) -> None:
    """One question without its chart: what is counted, how it stands and why."""
    chips = markup.joined([standing_chip(question.standing), decided_chip(question)], " ")
    note = markup.tag("span", phrases.independence(question), kind="hs-note")
    title = markup.tag("div", markup.strong(phrases.what(question)), chips, note, kind="hs-title")
    markup.show(title, markup.tag("div", reading_of(question), kind="hs-note"))


def two_by_two(items: Sequence[T], draw_one: Callable[[T], None]) -> None:
    """Panels two in a row; one that is left over takes the whole row."""
    for first in range(0, len(items), 2):
        pair = items[first : first + 2]
        for column, item in zip(st.columns(len(pair), gap="medium"), pair, strict=True):
            with column, st.container(border=True):
                draw_one(item)


def sources_of(figures: Iterable[Figure]) -> str:
    """Which reports print these figures, each once."""
    printed = sorted({phrases.source(figure) for figure in figures})
    return counts.first_of(printed, NAMED, "; ")


def twin(desk: Desk, selection: Selection, fact_ids: Sequence[str], *, key: str, table: str = "figures") -> None:
    """The same numbers as a table, to download in every format; made when it is opened."""
    drawn = list(dict.fromkeys(fact_ids))
    if opened := unfolded(charts.table_of(counts.rows(len(drawn))), key=f"{key}_twin"):
        with opened:
            rows = desk.rows_named(table, drawn, selection.known)
            grid.plain_table(rows, table, key=f"{key}_table")
            grid.csv_of_frame(desk, rows, table, selection.known, key=f"{key}_csv")


def unfolded(label: str, *, key: str, expanded: bool = False) -> ExpanderContainer | None:
    """A part that is folded away at first; None until it is opened, so nothing in it is made before. `label`: our own words."""
    part = st.expander(label, expanded, key=key, on_change="rerun")
    return part if part.open else None


def lead_to(view: str, label: str) -> None:
    """A link to another view; only its words where there is no menu of views. `label`: words of our own."""
    page = st.session_state.get("pages", {}).get(view)
    if page is None:
        markup.sources(label)
    else:
        st.page_link(page, label=label, icon=":material/arrow_forward:", icon_position="right")
