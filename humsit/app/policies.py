"""What a headline shows: the visible switch, each question in one line under it, and why that line reads as it does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

import streamlit as st

from humsit.app import addresses, markup, phrases, words
from humsit.app.words import counts
from humsit.claims import Claim, Headline, Policy, Question, headline, teller
from humsit.records import Figure
from humsit.tables import in_words

T = TypeVar("T")
LISTED = 2
"""Claims listed in each part of an explanation; the table of figures holds them all."""
KEY, ORDER = "policy", "policy_order"
"""Kept in the URL, so a link shows a colleague the same headlines."""


def switch(questions: Sequence[Question]) -> tuple[Policy, tuple[str, ...]]:
    """Draws the switch and says what is chosen: a policy, and of "by claimant" the claimants, the first one first."""
    chosen = st.segmented_control(
        words.POLICY_LABEL,
        [policy.value for policy in Policy],
        default=Policy.BAND.value,
        required=True,
        key=KEY,
        format_func=lambda code: words.POLICY[Policy(code)],
        bind="query-params",
    )
    policy = Policy(chosen or Policy.BAND)
    if policy is not Policy.CLAIMANT:
        markup.sources(f"{words.POLICY_MEANS[policy]} {words.NO_MEAN}")
        return policy, ()
    offered = _claimants(questions)
    offered += [kept for kept in st.session_state.get(ORDER, []) if kept not in offered]
    order = st.multiselect(words.POLICY_ORDER, offered, key=ORDER, bind="query-params", select_all=False)
    markup.sources(f"{words.POLICY_MEANS[policy] if order else words.NO_ORDER} {words.NO_MEAN}")
    return (policy, tuple(order)) if order else (Policy.BAND, ())


def _claimants(questions: Iterable[Question]) -> list[str]:
    """Everybody who makes a claim, those first who make most."""
    made = Counter(claim.claimant for question in questions for claim in question.claims)
    return sorted(made, key=lambda name: (-made[name], name.casefold()))


def lines(questions: Sequence[Question], policy: Policy, order: Sequence[str]) -> list[Headline]:
    """Each question in one line under the policy."""
    return headline(questions, policy, order)


def nobody(line: Headline) -> str:
    """What stands there where the policy shows no claim."""
    return words.NONE_OF_THEM if line.policy is Policy.CLAIMANT else line.words


def explained(line: Headline) -> markup.Safe:
    """What the line is made of and what was left out, each with its reason; folded away at first."""
    asked = line.question
    replaced = [(claim, old) for claim in asked.claims for old in reversed(claim.superseded)]
    parts = [
        _part(f"{words.SHOWN} ({words.POLICY[line.policy].lower()})", line.used, _shown),
        _part(words.LEFT_OUT, line.left_out, lambda pair: markup.joined([_shown(pair[0]), " ", pair[1]])),
        _part(words.DENIED_ALTOGETHER, asked.denials, lambda one: markup.safe(f"{phrases.first_big(teller(one))}.")),
        _part(words.REPLACED, replaced, lambda pair: _replaced(*pair)),
    ]
    said = [part for part in parts if part]
    return markup.tag("details", markup.tag("summary", words.EXPLAIN), *said, kind="hs-explain")


def _part(title: str, items: Sequence[T], told: Callable[[T], markup.Safe]) -> markup.Safe:
    """The first of them under a title, and how many more there are; nothing where there are none."""
    if not items:
        return markup.Safe("")
    listed = items[: LISTED if len(items) > LISTED + 1 else None]
    lines = [markup.tag("li", told(item)) for item in listed]
    lines += [markup.tag("li", counts.and_more_in_table(len(items) - len(listed)))] if len(items) > len(listed) else []
    below = markup.tag("ul", *lines, kind="hs-history")
    return markup.joined([markup.tag("div", markup.strong(title)), below])


def _shown(claim: Claim) -> markup.Safe:
    """One claim with who prints it: "nearly 500, Russia, admits its own losses. 2 March 2022. 5 publishers, 1 claimant." """
    doubt = f" “{claim.figure.hedge}”." if claim.figure.hedge else ""
    said = f", {phrases.claimed_by(claim)}.{doubt} {phrases.day(claim.day)[:1].upper()}{phrases.day(claim.day)[1:]}."
    value = addresses.to_evidence(claim.figure, markup.strong(claim.words))
    return markup.joined([value, said, f" {phrases.printed_by(claim)}."])


def _replaced(claim: Claim, old: Figure) -> markup.Safe:
    said = f", {phrases.claimant(claim)}, {phrases.day(old.as_of or old.published)}."
    return markup.joined([addresses.to_evidence(old, markup.tag("span", in_words(old), kind="hs-gone")), said])
