"""What changed since a day, as a panel: a sentence that counts it, then each change in a line that leads to its evidence."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

import streamlit as st

from humsit.app import clock, evidence, markup, meaning, phrases, words
from humsit.app.desk import Desk
from humsit.app.words import changed as said
from humsit.app.words.buttons import evidence_of
from humsit.records import Standing
from humsit.situation import Known, Selection, Situation
from humsit.situation.changes import MOST, Change, ChangeKind, changes_since, counted
from humsit.tables import in_words

VIEW = "changed"
LISTED = 8
"""Changes listed at first; a button shows more of them."""
_TONE = {
    ChangeKind.CONTESTED: "contested",
    ChangeKind.RESOLVED: "corroborated",
    ChangeKind.REVISED: "divergent",
    ChangeKind.CORRECTED: "neutral",
    ChangeKind.NEW: "",
}


def show_changes(desk: Desk, selection: Selection) -> None:
    """What is otherwise under the filters than on the day chosen here, and beside it the evidence of the chosen change."""
    day = _since(selection.known.on or dt.datetime.now(dt.UTC).date())
    with st.spinner(said.COMPARING, show_time=False):
        then = replace(selection, known=Known(day, selection.known.by))
        known_then = bool(desk.count("documents", then.widest))
        changes = _changes(desk.situation, desk.revision, selection, day) if known_then else ()
    if not known_then:
        markup.empty(said.NOTHING_KNOWN, said.NOTHING_KNOWN_NEXT)
    elif not changes:
        markup.empty(said.NOTHING, said.NOTHING_NEXT)
    else:
        _changes_told(desk, selection, changes, day)


@lru_cache(maxsize=8)
def _changes(situation: Situation, revision: int, selection: Selection, day: dt.date) -> Sequence[Change]:
    """Kept until somebody writes."""
    return tuple(changes_since(situation, selection, day))


def _since(today: dt.date) -> dt.date:
    """The choice of a day."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        choices = [said.YESTERDAY, said.WEEK, said.CHOSEN]
        chosen = st.segmented_control(said.SINCE, choices, default=said.WEEK, required=True, key=f"{VIEW}_since")
        if chosen != said.CHOSEN:
            return today - dt.timedelta(days=1 if chosen == said.YESTERDAY else 7)
        latest = today - dt.timedelta(days=1)
        day = st.date_input(
            said.DAY, value=latest, min_value=clock.EARLIEST, max_value=latest, key=f"{VIEW}_day", format="YYYY-MM-DD"
        )
    return day if isinstance(day, dt.date) else latest


def _changes_told(desk: Desk, selection: Selection, changes: Sequence[Change], day: dt.date) -> None:
    told = [said.counted(kind, n) for kind, n in counted(list(changes)).items()]
    markup.reading(said.since(", ".join(told), phrases.day(day)))
    chosen = evidence.chosen(VIEW)
    left, right = evidence.beside(chosen)
    with left:
        most = int(st.session_state.get(f"{VIEW}_most", LISTED))
        for number, change in enumerate(changes[:most]):
            _line(change, number)
        if len(changes) > most:
            label = said.show_more(min(2 * LISTED, len(changes) - most), len(changes))
            st.button(label, key=f"{VIEW}_more", on_click=_show_more, args=(most + 2 * LISTED,), type="tertiary")
        if len(changes) >= MOST:
            markup.sources(said.looked_at(MOST))
    if chosen:
        with right:
            evidence.show_evidence(desk, chosen, view=VIEW, known=selection.known)


def _show_more(most: int) -> None:
    st.session_state[f"{VIEW}_most"] = most


def _line(change: Change, number: int) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key=f"{VIEW}_{number}"):
        chip = meaning.chip(f"change-{change.kind.value}", _TONE[change.kind])
        subject = markup.tag("span", phrases.what(change.question), kind="hs-note")
        markup.show(markup.tag("div", chip, " ", _told(change), " ", subject, kind="hs-title"), kind="hs-text hs-change")
        st.button(
            evidence_of(markup.label(in_words(change.figure))),
            key=f"{VIEW}_{number}_{change.kind}_{change.fact_id}",
            on_click=evidence.choose,
            args=(VIEW, change.fact_id),
            type="tertiary",
        )


def _told(change: Change) -> markup.Safe:
    """What changed, in words: "Medics: 12 → 15", "The army: 900", "12 by Medics against 900 by the army"."""
    if change.claimant:
        was = [markup.tag("span", change.was, kind="hs-gone"), " → "] if change.was else []
        return markup.joined([f"{phrases.first_big(change.claimant)}: ", *was, markup.strong(change.now)])
    if change.kind is ChangeKind.RESOLVED:
        now = words.STANDING[Standing(change.now)] if change.now else phrases.first_big(said.NO_LONGER_ASKED)
        return markup.strong(now)
    claims = [markup.joined([markup.strong(one.words), f" {phrases.claimant(one)}"]) for one in change.question.claims[:3]]
    return markup.joined(claims, ", ")
