"""Accuracy: how right the reader is, on which texts that was measured, and what it is known to get wrong."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from humsit.accuracy import KnownError, Measurement, Source, measured
from humsit.app import markup, shares, words
from humsit.app.desk import Desk
from humsit.app.words import accuracy as said
from humsit.app.words.buttons import CSV
from humsit.situation import Selection

MANY = 3
"""With more kinds of texts than these the tables' columns need a wide screen, and are lists elsewhere."""


def show(desk: Desk, selection: Selection) -> None:
    """The whole view. It speaks of the reader, not of the reports kept here: no filter changes it."""
    show_measurement(measured())


def show_measurement(measurement: Measurement) -> None:
    """Sentences first, then where they come from, the tables, and the known errors."""
    sources = measurement.sources
    markup.heading(words.ACCURACY, said.top(sum(one.texts for one in sources)), level=1)
    for sentence in shares.sentences(measurement):
        markup.reading(sentence)
    if not sources:
        return
    markup.heading(said.MEASURED_ON)
    markup.show(*[_source(one) for one in sources], kind="hs-places")
    _errors(measurement.errors)
    markup.heading(said.BY_FIELD, words.SHARES_MEAN)
    _table(said.FIELD, sources, shares.of_fields(sources))
    markup.heading(said.BY_MEASURE, words.BY_MEASURE)
    _table(said.MEASURE, sources, shares.of_measures(sources))
    markup.sources(words.FEW_CASES)
    _csv(sources)


def _source(one: Source) -> markup.Safe:
    read = one.read_during_development
    chip = markup.chip(words.WAS_READ if read else words.NOT_READ, "" if read else "good")
    more = markup.tag("span", said.source(one.texts, one.found.there, one.conditions.there, one.note), kind="hs-note")
    return markup.tag("div", markup.strong(one.title), chip, more)


def _table(what: str, sources: Sequence[Source], parts: Sequence[shares.Part]) -> None:
    head = markup.tag("tr", markup.tag("th", what), *[markup.tag("th", one.title) for one in sources])
    rows = [row for part in parts for row in (*([_top(part, sources)] if len(parts) > 1 else []), *_rows(part, sources))]
    table = markup.tag("table", markup.tag("thead", head), markup.tag("tbody", *rows), kind="hs-shares")
    markup.show(table, kind="hs-shares-box" + (" hs-shares-many" if len(sources) > MANY else ""))


def _top(part: shares.Part, sources: Sequence[Source]) -> markup.Safe:
    return markup.tag("tr", markup.tag("th", part.label), *[markup.tag("td", "") for _ in sources], kind="hs-part")


def _rows(part: shares.Part, sources: Sequence[Source]) -> list[markup.Safe]:
    return [markup.tag("tr", markup.tag("th", line.label), *map(_cell, line.shares, sources)) for line in part.lines]


def _cell(share: shares.Share, source: Source) -> markup.Safe:
    of, cases = (
        markup.tag("span", source.title, kind="hs-of"),
        markup.tag("span", f"{share.cases:,}" if share.cases else "", kind="hs-cases"),
    )
    few = "hs-few" if share.is_of_few else ""
    return markup.tag("td", of, markup.tag("span", share.said, kind=few), " ", cases, kind="" if share.cases else "hs-none")


def _csv(sources: Sequence[Source]) -> None:
    st.download_button(
        CSV,
        data=shares.as_csv(sources).encode("utf-8-sig"),
        file_name="humsit-accuracy.csv",
        mime="text/csv",
        on_click="ignore",
        key="accuracy_csv",
        icon=":material/download:",
    )


def _errors(errors: Sequence[KnownError]) -> None:
    if not errors:
        return
    markup.heading(said.KNOWN_ERRORS)
    markup.show(markup.tag("ul", *[_error(error) for error in errors], kind="hs-errors"))


def _error(error: KnownError) -> markup.Safe:
    example = markup.tag("div", said.example(error.example, error.read), kind="hs-note") if error.example else ""
    return markup.tag("li", error.sentence, example)
