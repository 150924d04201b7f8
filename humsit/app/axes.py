"""What a fact is worth, on four axes of their own: what the report says of it, how far it is reviewed, its source, itself."""

from __future__ import annotations

import streamlit as st

from humsit.app import clock, judging, markup, meaning, phrases, words
from humsit.app.drawer import Drawer, open_drawer
from humsit.app.words import evidence as said
from humsit.ledger import live
from humsit.records import Action, AnyFact, Correction, Figure, Review, Stance, Verification
from humsit.situation import Evidence, Known

_TOLD = {Stance.UNVERIFIED: Verification.UNVERIFIED, Stance.ADMITTED: Verification.ADMITTED, Stance.DENIED: Verification.DENIED}


def show_axes(found: Evidence, *, view: str, known: Known) -> None:
    """Four labelled lines, and the places to judge the last two."""
    fact = found.corrected.fact
    rows = (
        ("verification", "", verification(fact)),
        ("review", "", review(found)),
        ("reliability", "", words.RELIABILITY[found.reliability]),
        ("credibility", said.credibility_of(fact.kind), words.CREDIBILITY[fact.credibility]),
    )
    terms = [markup.joined([markup.tag("dt", meaning.term(name, word)), markup.tag("dd", told)]) for name, word, told in rows]
    markup.show(markup.tag("dl", *terms, kind="hs-facts"))
    with st.container(horizontal=True, gap="small"):
        if source := fact.claimant or fact.agency or fact.publisher:
            judging.rate_button(said.JUDGE_SOURCE, source, key=f"{view}_rate", known=known)
        drawer = Drawer("correct", fact_id=fact.fact_id, version=found.corrected.version, notes={"field": "credibility"})
        key, label = f"{view}_credibility", said.judge(fact.kind)
        st.button(label, key=key, on_click=open_drawer, args=(drawer,), type="tertiary", **clock.deciding(known))


def verification(fact: AnyFact) -> str:
    """What the report says of whether it holds: "verified by OHCHR", "unverified: “could not be confirmed”", "not said"."""
    if not isinstance(fact, Figure):
        return words.VERIFICATION[_TOLD.get(fact.stance, Verification.NOT_SAID)]
    told = words.VERIFICATION[fact.verification]
    if fact.verification is Verification.VERIFIED:
        return said.verified(told, fact.verified_by)
    doubted = f"{told}: “{fact.hedge}”" if fact.hedge else told
    return f"{doubted}; {said.verified_by(fact.verified_by)}" if fact.verified_by else doubted


def review(found: Evidence) -> str:
    """How far an analyst has looked, who, and when: "In review by Ada since 3 March 2022, 14:02 UTC"."""
    state = found.corrected.review
    row = _decision(state, live(found.history))
    if row is None:
        return words.REVIEW[state]
    if state is Review.IN_REVIEW:
        return said.since(words.REVIEW[state], row.who, phrases.moment(row.when))
    return said.decided(words.REVIEW[state], row.who, phrases.moment(row.when))


def _decision(state: Review, rows: list[Correction]) -> Correction | None:
    """The newest of the rows that count which brought a fact to this state."""
    by = {Review.APPROVED: Action.APPROVE, Review.REJECTED: Action.REJECT}.get(state, Action.CORRECT)
    if state is Review.EXTRACTED:
        return None
    made = [row for row in rows if row.action is by and (row.field == "review") == (state is not Review.APPROVED_BUT_CHANGED)]
    return made[-1] if made else None
