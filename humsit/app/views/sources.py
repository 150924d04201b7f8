"""Sources: who says things, with their record and how far they can be relied on; then the names in use and which are one."""

from __future__ import annotations

from functools import partial

import pandas as pd
import streamlit as st

from humsit.app import evidence, grid, judging, markup, phrases, words
from humsit.app.desk import Desk
from humsit.app.views import nothing
from humsit.app.words import buttons, counts
from humsit.app.words import sources as said
from humsit.app.words.evidence import HISTORY
from humsit.records import Judgement, JudgementKind
from humsit.situation import NAMES_OF, Known, Name, Selection, Source, known_as
from humsit.tables import frame_of

VIEW = "sources"
LISTED = 200
"""Sources, and names of a kind, in a table on the screen."""
RECENT = 12
"""Judgements and names listed as lines; tables and files hold them all."""


def show(desk: Desk, selection: Selection) -> None:
    """The sources as a table, the chosen one beside it, names, and all that was judged."""
    sources, known = desk.sources(selection), selection.known
    rated = sum(source.rating is not None for source in sources)
    markup.heading(words.SOURCES, said.top(len(sources), rated) if sources else "", level=1)
    rows = judging.judgements(desk, known)
    if not sources:
        nothing.matches(desk, selection)
    else:
        markup.reading(words.RELIABILITY_MEANS)
        _sources(desk, selection, sources, rows)
    if sources or rows:
        _names(desk, selection)
        _history(desk, selection, rows)


def _sources(desk: Desk, selection: Selection, sources: list[Source], rows: list[Judgement]) -> None:
    chosen = next((source for source in sources if source.shown == evidence.chosen(VIEW)), None)
    left, right = evidence.beside(chosen.shown if chosen else "")
    with left:
        frame = frame_of("sources", (source.row() for source in sources[:LISTED]))
        key = grid.key_of("sources", selection, desk.revision)
        choose = partial(evidence.choose, VIEW)
        grid.choosing_table(frame, "sources", key=key, chosen=choose, ids="source", narrow=chosen is not None)
        if len(sources) > LISTED:
            markup.sources(said.of_sources(LISTED, len(sources)))
        grid.csv_buttons(desk, "sources", selection, key="sources_csv")
    if chosen is not None:
        with right, st.container(key="sources_chosen"):
            _source(chosen, rows, selection.known)


def _source(source: Source, rows: list[Judgement], known: Known) -> None:
    """One source: what it is worth by its record, and what was judged of it."""
    with st.container(horizontal=True, vertical_alignment="top"):
        markup.show(
            markup.tag("div", phrases.claimant_type(source.type), kind="hs-note"),
            markup.tag("div", phrases.first_big(source.shown), kind="hs-value"),
            markup.tag("div", words.RELIABILITY[source.reliability]),
            kind="hs-card hs-bare",
        )
        st.button(buttons.CLOSE, key="sources_close", on_click=evidence.choose, args=(VIEW, ""), type="tertiary")
    if source.name:
        judging.rate_button(buttons.JUDGE, source.name, key="sources_judge", known=known, primary=True)
    else:
        markup.show(words.NO_PRINTER, kind="hs-note hs-text")
    terms = [markup.joined([markup.tag("dt", name), markup.tag("dd", told)]) for name, told in _record(source) if told]
    markup.show(markup.tag("dl", *terms, kind="hs-facts"))
    markup.heading(HISTORY, level=3)
    names = {known_as(name) for name in (source.name, *source.also)}
    about = [row for row in rows if row.kind in _OF_SOURCES and known_as(row.subject) in names]
    _lines(about, rows, known, key="sources_about")


_OF_SOURCES = (JudgementKind.RELIABILITY, JudgementKind.CLAIMANT)


def _record(source: Source) -> list[tuple[str, str]]:
    return [
        (said.ALSO_CALLED, ", ".join(source.also)),
        (said.SAYS, said.says(source.figures, source.conditions)),
        (said.IN, counts.reports(source.reports)),
        (said.ANSWERS, said.answers(source.questions, source.contested)),
        (said.REVISED, counts.figures(source.revised) if source.revised else ""),
        (said.ADMITTED, counts.figures(source.admitted) if source.admitted else ""),
        (said.DENIED, counts.questions(source.denied) if source.denied else ""),
        (said.DENIES, counts.questions(source.denies) if source.denies else ""),
    ]


def _names(desk: Desk, selection: Selection) -> None:
    """The names of one kind: those led back to others as lines, all of them as a table."""
    names = desk.names(selection)
    of = {kind: [name for name in names if name.kind is kind] for kind in NAMES_OF}
    markup.heading(said.NAMES, counts.names(len(names)))
    markup.reading(words.NAMES_MEAN)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        chosen = st.segmented_control(
            said.KIND_OF_NAME,
            list(NAMES_OF),
            default=NAMES_OF[0],
            required=True,
            key="names_kind",
            format_func=lambda kind: said.names_of(words.NAMES_OF[kind], len(of[kind])),
            label_visibility="collapsed",
        )
        kind = JudgementKind(chosen or NAMES_OF[0])
        judging.name_button(kind, known=selection.known)
    led = [name for name in of[kind] if name.judgement]
    for number, name in enumerate(led[:RECENT]):
        _led_back(name, selection.known, key=f"names_{kind}_{number}")
    if not of[kind]:
        markup.empty(said.no_names(words.NAMES_OF[kind]), said.NO_NAMES_NEXT)
        return
    _table(of[kind], key=f"names_table_{kind}_{desk.revision}")


def _led_back(name: Name, known: Known, *, key: str) -> None:
    row = name.judgement
    if row is None:
        return
    with st.container(horizontal=True, vertical_alignment="center", key=key):
        note = f"{row.who}, {phrases.moment(row.when)}: “{row.why}”"
        did = markup.tag("span", name.name, " → ", markup.strong(name.stands_for), kind="hs-did")
        markup.show(markup.tag("div", did, markup.tag("div", note, kind="hs-note"), kind="hs-line"))
        judging.take_back_button(row, key=f"{key}_back", known=known)


def _table(names: list[Name], *, key: str) -> None:
    rows = [(name.name, name.figures, name.conditions, name.stands_for or None) for name in names]
    frame = pd.DataFrame(rows, columns=list(said.COLUMNS))
    height = grid.ROW_HEIGHT * (min(len(frame), 10) + 1) + 3
    st.dataframe(frame, hide_index=True, key=key, placeholder="–", row_height=grid.ROW_HEIGHT, height=height)


def _history(desk: Desk, selection: Selection, rows: list[Judgement]) -> None:
    markup.heading(said.JUDGEMENTS, counts.rows(len(rows)) if rows else "")
    if not rows:
        markup.show(said.NO_JUDGEMENTS, kind="hs-note hs-text")
        return
    _lines(rows, rows, selection.known, key="sources_all")
    grid.csv_buttons(desk, "judgements", selection, key="judgements_csv")


def _lines(shown: list[Judgement], rows: list[Judgement], known: Known, *, key: str) -> None:
    """Judgements, newest first; those that count can be taken back."""
    if not shown:
        markup.show(words.NOT_JUDGED, kind="hs-note hs-text")
    counting = judging.counting(rows)
    for row in shown[:RECENT]:
        holds = row.judgement_id in counting
        with st.container(horizontal=True, vertical_alignment="center", key=f"{key}_{row.judgement_id}"):
            markup.show(judging.line(row, counts=holds))
            if holds:
                judging.take_back_button(row, key=f"{key}_back_{row.judgement_id}", known=known)
    if len(shown) > RECENT:
        markup.sources(counts.and_more_in_csv(len(shown) - RECENT))
