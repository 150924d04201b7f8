"""The same story again: which later versions a report has, what changed in their figures, and each change word by word."""

from __future__ import annotations

from collections.abc import Iterator

import streamlit as st

from humsit.app import evidence, markup, panels, phrases
from humsit.app.desk import Desk
from humsit.app.words import reports as words
from humsit.documents.versions import Edit, FigureChange, Piece, Version
from humsit.records import Document
from humsit.situation import Known
from humsit.tables import in_words

CHANGES, NAMED = 4, 6
"""Figures that changed, and reports in which none did, that are named."""
AROUND = 90
"""Characters of what stayed that are shown before and after a change."""


def show_story(desk: Desk, document: Document, known: Known) -> None:
    """Of which report this is a later version, which ones are later versions of it, and where no figure differs."""
    story = desk.story(document.document_id, known)
    if story.before:
        _version(story.before, story.before.was, later=False)
    for one in story.later:
        _version(one, one.now, later=True)
    if story.copies:
        named = [phrases.printed(copy.publisher, copy.agency, copy.published) for copy in story.copies[:NAMED]]
        more = len(story.copies) - len(named)
        told = "; ".join(named) + (words.and_more(more) if more else ".")
        markup.show(markup.strong(words.SAME_STORY), " ", words.NO_FIGURE_CHANGED, " ", told, kind="hs-note hs-text")


def _version(version: Version, other: Document, *, later: bool) -> None:
    printed = phrases.printed(other.publisher, other.agency, other.published)
    say = words.has_later if later else words.later_version
    changes = [markup.tag("li", _changed(change)) for change in version.revised[:CHANGES]]
    with st.container(key=f"report_version_{other.document_id}"):
        markup.show(
            markup.strong(say(phrases.title(other), printed)),
            markup.tag("ul", *changes, kind="hs-history"),
            kind="hs-notice hs-notice-info",
        )
        with st.container(horizontal=True):
            st.button(
                words.OPEN_IT,
                key=f"report_open_{other.document_id}",
                on_click=evidence.open_report,
                args=(other.document_id,),
                type="tertiary",
            )
        part = panels.unfolded(words.WHAT_CHANGED, key=f"report_diff_{other.document_id}")
        if part is not None:
            with part:
                markup.show(words.DIFF_MEANS, kind="hs-note hs-text")
                markup.scrolling(difference(version.words), called=words.WHAT_CHANGED, kind="hs-report")


def _changed(change: FigureChange) -> str:
    """A figure that changed: what it counts, and both numbers."""
    assert change.was is not None
    assert change.now is not None
    return words.changed(phrases.subject(change.now), in_words(change.was), in_words(change.now))


def difference(pieces: list[Piece]) -> markup.Safe:
    """The words of two texts, marked with signs and not only by colour; of what stayed only what stands around a change."""
    return markup.joined(_marked(pieces))


def _marked(pieces: list[Piece]) -> Iterator[markup.Safe]:
    for place, piece in enumerate(pieces):
        if piece.edit is Edit.SAME:
            yield markup.safe(_shortened(piece.text, first=not place, last=place == len(pieces) - 1))
            continue
        sign, name = (words.OUT, "del") if piece.edit is Edit.REMOVED else (words.IN, "ins")
        told = piece.text.rstrip()
        shown = markup.tag("s", told) if piece.edit is Edit.REMOVED else told
        yield markup.joined([markup.tag(name, sign, shown, words.CLOSES), piece.text[len(told) :] or " "])


def _shortened(text: str, *, first: bool, last: bool) -> str:
    """What stayed between two changes: of a long stretch its beginning and its end, cut between words."""
    if len(text) <= 3 * AROUND:
        return text
    before, after = text[:AROUND].rpartition(" ")[0], text[-AROUND:].partition(" ")[2]
    return f"{'' if first else before}{words.SKIPPED}{'' if last else after}"
