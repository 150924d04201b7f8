"""What is known of a report beside its text: who printed it and when, its language and format, and where that was found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import streamlit as st

from humsit.app import markup, phrases, report_decisions
from humsit.app.desk import Desk
from humsit.app.words import UNKNOWN_PUBLISHER
from humsit.app.words import reports as words
from humsit.documents.language import name_of
from humsit.documents.oddities import oddities
from humsit.records import AnyFact, Document, Printing
from humsit.situation import Known


def show_about(desk: Desk, document: Document, facts: Sequence[AnyFact], known: Known) -> None:
    """All of it, folded up; what looks odd is told above, and the ways to decide stand between."""
    odd = oddities(document, facts, languages=desk.situation.languages)
    if odd:
        told = [markup.tag("li", one.says) for one in odd]
        markup.show(markup.tag("div", words.ODD, kind="hs-note"), markup.tag("ul", *told, kind="hs-history"))
    report_decisions.buttons(desk, document, known, withdrawn=desk.is_withdrawn(document.document_id, known))
    with st.expander(words.ABOUT, key="report_about"):
        rows = [*_known(document), *_printed(desk.printings_of(document.document_id, known))]
        terms = [markup.joined([markup.tag("dt", name), markup.tag("dd", told)]) for name, told in rows]
        markup.show(markup.tag("dl", *terms, kind="hs-facts"))
        if made := desk.decisions_on(document.document_id, known):
            markup.show(
                markup.tag("div", words.DECISIONS, kind="hs-note"),
                markup.tag("ul", *report_decisions.history(made), kind="hs-history"),
            )


def _known(document: Document) -> Iterator[tuple[str, object]]:
    """What is known, each with where it was found, where that is not what was given with it."""
    for name, label in words.FIELDS.items():
        value = getattr(document, name)
        told = phrases.day(value, words.NOT_STATED) if name == "published" else value or words.NOT_STATED
        where = document.found.get(name)
        yield label, words.found(told, where) if where and value else told
    if document.language:
        told, where = name_of(document.language), document.found.get("language")
        yield words.LANGUAGE, words.found(told, where) if where else told
    if document.format:
        yield words.FORMAT, words.format_of(document.format, len(document.page_starts))


def _printed(printings: Sequence[Printing]) -> Iterator[tuple[str, object]]:
    """Who printed the very text, where more than one did; addresses are text, and lead nowhere."""
    if len(printings) < 2:
        return
    told = [
        markup.tag("li", words.printing(one.publisher or UNKNOWN_PUBLISHER, phrases.day(one.published), one.url or ""))
        for one in printings
    ]
    number = len({one.publisher for one in printings if one.publisher})
    yield words.PRINTED_BY, markup.joined([words.publishers(number), markup.tag("ul", *told, kind="hs-history")])
