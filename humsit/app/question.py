"""One question unfolded: its claims with stance, doubt and printers, its revisions, and what was decided about it."""

from __future__ import annotations

from collections.abc import Iterator

import streamlit as st

from humsit.app import decide, evidence, markup, meaning, panels, phrases, words
from humsit.app.charts import Point, point_of, revisions
from humsit.app.words import charts, contested, counts
from humsit.app.words.buttons import evidence_of
from humsit.app.words.evidence import because
from humsit.claims import Claim, Question
from humsit.records import Denial, Figure, Stance, Standing
from humsit.situation import Known
from humsit.tables import in_words

TOLD = 6
"""Earlier figures of a claimant that are told in words."""
PUBLISHERS = 4
"""Publishers of a claim that are named."""


def show_question(question: Question, *, view: str) -> None:
    """The question with everything that speaks for and against its claims."""
    key = f"{view}_{question.question_id}"
    heading(question)
    reason = question.worked_out or question.reason
    markup.reading(reason)
    bars = panels.bars_of(question)
    alt = f"{phrases.what(question)}: " + "; ".join(f"{bar.who}: {bar.words}" for bar in bars)
    panels.draw_intervals(bars, key=key, alt=alt, contested=question.standing is Standing.CONTESTED)
    claims = [_claim(claim) for claim in question.claims] + [_denial(denial) for denial in question.denials]
    markup.show(*claims, kind="hs-text hs-claims")
    _revisions(question, key)


def buttons(question: Question, *, view: str, known: Known) -> None:
    """To decide about it, and to look at what its claims were read from."""
    decide.button(question, key=f"{view}_{question.question_id}_decide", known=known)
    for claim in question.claims:
        who, value = markup.label(phrases.claimant(claim)), markup.label(in_words(claim.figure))
        key = f"{view}_evidence_{claim.figure.fact_id}"
        st.button(evidence_of(who, value), key=key, on_click=evidence.choose, args=(view, claim.figure.fact_id))


def heading(question: Question) -> None:
    """What is asked, how it stands, how independent it is, and what was decided."""
    chips = markup.joined([panels.standing_chip(question.standing), panels.decided_chip(question)], " ")
    note = markup.tag("span", phrases.independence(question), kind="hs-note")
    markup.show(markup.tag("h2", phrases.what(question)), chips, note, kind="hs-heading hs-h3")
    if question.ruling and question.ruling.standing:
        markup.notice(phrases.decided(question), "info", because(question.ruling.why))


def _claim(claim: Claim) -> markup.Safe:
    """One claim: value, claimant, stance and doubt, then its day and who prints it."""
    stance = "" if claim.stance is Stance.REPORTED else meaning.chip(f"stance-{claim.stance.value}", _tone(claim.stance))
    first = markup.joined([markup.strong(claim.words), phrases.claimant(claim), stance, _revised(claim)], " ")
    doubt = f"“{claim.figure.hedge}”" if claim.figure.hedge else ""
    said = (doubt, phrases.day(claim.day), phrases.printed_by(claim), _publishers(claim))
    return markup.tag(
        "div", markup.tag("div", first), markup.tag("div", " · ".join(part for part in said if part), kind="hs-note")
    )


def _denial(denial: Denial) -> markup.Safe:
    """Who denies that there were any, without a number."""
    chip = meaning.chip(f"stance-{Stance.DENIED.value}", "bad")
    first = markup.joined([markup.strong(charts.DENIES_ANY), phrases.who(denial), chip], " ")
    said = f"“{denial.phrase}” · {phrases.source(denial)}"
    return markup.tag("div", markup.tag("div", first), markup.tag("div", said, kind="hs-note"))


def _tone(stance: Stance) -> str:
    return {Stance.DENIED: "bad", Stance.UNVERIFIED: "disputed", Stance.CLAIMED: "disputed"}.get(stance, "neutral")


def _revised(claim: Claim) -> markup.Safe:
    if not claim.superseded:
        return markup.Safe("")
    before = markup.tag("span", in_words(claim.superseded[-1]), kind="hs-gone")
    chip = meaning.chip("revised-down", "disputed") if claim.revised_down else meaning.chip("revised", "neutral")
    return markup.joined([chip, f" {contested.BEFORE} ", before])


def _publishers(claim: Claim) -> str:
    """The publishers' names, where there are several."""
    if len(claim.publishers) < 2:
        return ""
    return counts.first_of(claim.publishers, PUBLISHERS)


def _revisions(question: Question, key: str) -> None:
    """What each claimant said when, where anybody said more than one thing."""
    told = [said for claim in question.claims if (said := told_over_time(claim))]
    if not told:
        markup.show(words.NOT_REVISED, kind="hs-note hs-text")
        return
    points = list(_points(question))
    markup.reading(" ".join(told))
    panels.draw(revisions(points), key=f"{key}_revisions", alt=" ".join(told))


def _points(question: Question) -> Iterator[Point]:
    for claim in question.claims:
        if claim.stance is Stance.DENIED:
            continue
        who = phrases.claimant(claim)
        for figure, old in [*((old, True) for old in claim.superseded), *((one, False) for one in claim.current)]:
            if point := point_of(figure, in_words(figure), who=who, superseded=old, series=claim.figure.fact_id):
                yield point


def told_over_time(claim: Claim) -> str:
    """What a claimant said one after the other: "The mayor: 12 (1 May 2024), now 9 (4 May 2024), revised down."; "" for once."""
    if not claim.superseded:
        return ""
    before = [_dated(figure) for figure in claim.superseded]
    if len(before) > TOLD:
        before = [before[0], counts.more_in_between(len(before) - TOLD), *before[1 - TOLD :]]
    return contested.told(phrases.claimant(claim), before, _dated(claim.figure), revised_down=claim.revised_down)


def _dated(figure: Figure) -> str:
    return f"{in_words(figure)} ({phrases.day(figure.as_of or figure.published)})"
