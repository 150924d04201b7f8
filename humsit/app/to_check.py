"""Figures to check: each finding in one sentence, with the words and the source of all its rows."""

from __future__ import annotations

from functools import partial

import streamlit as st

from humsit.app import evidence, markup, meaning, phrases, words
from humsit.app.desk import Desk
from humsit.app.grid import csv_buttons
from humsit.app.words import buttons, contested
from humsit.claims import Finding
from humsit.records import AnyFact
from humsit.situation import Selection

MOST = 20
"""Findings listed; the file holds them all."""
LONGEST = 240
"""Characters of a sentence that are shown; the evidence has all of it."""


def show_findings(desk: Desk, selection: Selection, *, view: str) -> None:
    """What does not fit together over time; nothing where all is well."""
    found = desk.findings(selection, limit=MOST)
    if not found:
        return
    number = max(len(found), desk.count_findings(selection))
    markup.heading(words.FIGURES_TO_CHECK, f"{number:,}")
    markup.reading(words.TO_CHECK_MEANS)
    for place, finding in enumerate(found):
        _finding(finding, view, place)
    if number > MOST:
        markup.sources(contested.more_findings(number - MOST))
    csv_buttons(desk, "checks", selection, key=f"{view}_checks_csv")


def _finding(finding: Finding, view: str, number: int) -> None:
    with st.container(border=True):
        chips = [meaning.chip(f"check-{finding.kind.value}", "neutral" if finding.told else "disputed")]
        chips += [meaning.chip("told")] if finding.told else []
        markup.show(markup.tag("div", *chips, kind="hs-title"), markup.tag("div", finding.sentence, kind="hs-reading"))
        markup.show(markup.tag("ul", *(_row(fact) for fact in finding.facts), kind="hs-history"))
        with st.container(horizontal=True, gap="small"):
            for fact in finding.facts:
                label = buttons.evidence_of(markup.label(evidence.value_of(fact)))
                key = f"{view}_check_{number}_{fact.fact_id}"
                st.button(label, key=key, on_click=partial(evidence.choose, view, fact.fact_id))


def _row(fact: AnyFact) -> markup.Safe:
    quote = fact.quote if len(fact.quote) <= LONGEST else f"{fact.quote[:LONGEST].rsplit(' ', 1)[0]} …"
    day = phrases.day(fact.as_of or fact.published)
    return markup.tag("li", markup.strong(evidence.value_of(fact)), f", {day}. “{quote}”, {phrases.source(fact)}")
