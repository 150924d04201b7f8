"""Situation: the crisis at a glance. Headline figures with their claimants, conditions now, and a chart of each kind of fact."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

import streamlit as st

from humsit.app import (
    addresses,
    changed,
    downloads,
    filters,
    glance,
    markup,
    over_time,
    panels,
    phrases,
    places,
    policies,
    ranked,
    words,
)
from humsit.app.charts import matrix
from humsit.app.desk import Desk
from humsit.app.sparkline import sparkline
from humsit.app.views import nothing
from humsit.app.words import charts, counts
from humsit.app.words import situation as said
from humsit.claims import Claim, Headline
from humsit.records import Measure, Standing
from humsit.situation import Selection, Tally

T = TypeVar("T")
MOVEMENTS, RIVALS, RANKED = 4, 2, 4
"""Panels drawn at once: of movements, of questions with several claims, of measures; the rest unfolds."""
CLAIMS = 4
"""Claims named in a headline; of more the lowest and the highest ones."""
LINES = 24
"""Questions of one measure that are looked at for a chart, the largest."""
PLACES, COLUMNS = 8, 6
"""Places named in "Conditions now", and in the matrix."""
REPORTS_OF = 20_000
"""Facts whose reports are counted: of more, that one number takes as long as all else on the page."""


def show(desk: Desk, selection: Selection) -> None:
    """The whole view: numbers and words first, then the charts, which take a browser longest."""
    tally = desk.tally(selection)
    conditions = places.worst(desk, selection, PLACES) if tally.conditions else []
    _top(desk, selection, tally)
    if not tally.all_questions and not conditions:
        nothing.matches(desk, selection)
        return
    downloads.situation_menus(desk, selection)
    _headlines(desk, selection, tally)
    known = desk.count_condition_places(selection) if conditions else 0
    _conditions_now(conditions, known)
    _changed(desk, selection)
    with panels.charts_last():
        _movement(desk, selection, tally)
        _section(desk, selection, tally, said.CASUALTIES, words.CASUALTIES, "casualties")
        _populations(desk, selection, tally)
        _section(desk, selection, tally, said.NEEDS, words.NEEDS, "needs")
        _matrix(desk, selection, conditions, known)


def _changed(desk: Desk, selection: Selection) -> None:
    """What is otherwise than yesterday or last week, worked out when it is asked for."""
    if part := panels.unfolded(words.WHAT_CHANGED, key="situation_changed"):
        with part:
            changed.show_changes(desk, selection)


def _top(desk: Desk, selection: Selection, tally: Tally) -> None:
    asked = selection if filters.is_filtered() else selection.widest  # a report without figures is a report too
    counted = not filters.is_filtered() or tally.figures + tally.conditions <= REPORTS_OF
    documents = desk.count("documents", asked) if counted else None
    markup.heading(words.SITUATION, said.top(documents, tally.figures, tally.standing(Standing.CONTESTED)), level=1)


def _headlines(desk: Desk, selection: Selection, tally: Tally) -> None:
    contested, others = glance.headlines(desk, selection, tally)
    if not contested and not others:
        return
    policy, order = policies.switch((*contested, *others))
    lines = policies.lines((*contested, *others), policy, order)
    cards = zip(lines, glance.spans(len(contested), len(others)), strict=True)
    markup.show(*[_card(line, span) for line, span in cards], kind="hs-cards")
    quarrels = tally.standing(Standing.CONTESTED) - len(contested)
    more = tally.all_questions - len(contested) - len(others) - quarrels
    if not quarrels and not more:
        return
    markup.sources(said.MOST_REPORTED)
    with st.container(horizontal=True, gap="medium"):
        if quarrels:
            panels.lead_to("contested", counts.more_contested_questions(quarrels))
        if more:
            panels.lead_to("figures", said.more_in_figures(more))


def _card(line: Headline, span: int) -> markup.Safe:
    question = line.question
    top = markup.tag("div", phrases.what(question), panels.standing_chip(question.standing), kind="hs-what")
    shown = line.used if len(line.used) <= CLAIMS else (*line.used[: CLAIMS // 2], *line.used[-CLAIMS // 2 :])
    claims = [_claim(claim) for claim in shown] or [markup.tag("div", policies.nobody(line), kind="hs-value hs-nobody")]
    between = f"{counts.claims_between(len(line.used) - CLAIMS)}. " if len(line.used) > CLAIMS else ""
    why = question.reason if question.standing is not Standing.SINGLE_SOURCE or question.ruling else ""
    printed = panels.sources_of(claim.figure for claim in question.claims)
    printed += f" · {phrases.independence(question)}" if len(question.publishers) > 1 else ""
    bottom = markup.tag("div", between, why, markup.tag("div", printed) if not why else "", kind="hs-why")
    kind = {Standing.CONTESTED: " hs-rivals hs-differ", Standing.DIVERGENT: " hs-differ"}.get(question.standing, "")
    pair = markup.tag("div", *claims, sparkline(question), kind="hs-pair")
    return markup.tag("div", top, pair, bottom, policies.explained(line), kind=f"hs-card hs-span{span}{kind}")


def _claim(claim: Claim) -> markup.Safe:
    figure = claim.figure
    period = f", {figure.period}" if figure.period else ""
    value = markup.tag("div", addresses.to_evidence(figure, claim.words), kind="hs-value")
    return markup.tag("div", value, markup.tag("div", phrases.claimed_by(claim), period, kind="hs-who"))


def _conditions_now(conditions: Sequence[places.Now], known: int) -> None:
    if not conditions:
        return
    markup.heading(said.CONDITIONS_NOW)
    lines, named = [], places.by_weight(conditions)
    for place in named:
        chips = [markup.chip(now.words, now.tone) for now in conditions if now.place == place]
        lines.append(markup.tag("div", markup.strong(place or words.NO_PLACE), " ", markup.joined(chips, " ")))
    markup.show(*lines, kind="hs-places")
    if known > len(named):
        panels.lead_to("conditions", said.more_in_conditions(known - len(named)))


def _movement(desk: Desk, selection: Selection, tally: Tally) -> None:
    asked = [over_time.largest_of(desk, selection, tally, measure) for measure in words.MOVEMENT if tally.measure(measure)]
    if not asked:
        return
    markup.heading(said.MOVEMENT_OVER_TIME, charts.OWN_SCALE)
    panels.two_by_two(asked[:MOVEMENTS], lambda one: over_time.panel(*one, tally.units(one[0])))
    rest, titles = asked[MOVEMENTS:], [words.MEASURE[measure] for measure, _, _ in asked[MOVEMENTS:]]
    _unfolding(titles, rest, lambda one: over_time.panel(*one, tally.units(one[0])), "movement")
    facts = [fact_id for _, _, of in asked for question in of for fact_id in question.facts]
    panels.twin(desk, selection, facts, key="situation_movement")


def _section(desk: Desk, selection: Selection, tally: Tally, title: str, measures: Sequence[Measure], key: str) -> None:
    """Questions with several claims in panels of their own; of all others the largest of each measure."""
    asked = [measure for measure in measures if tally.measure(measure)]
    if not asked:
        return
    markup.heading(title, charts.OWN_SCALE)
    rivals = desk.questions(selection, measure=tuple(asked), rivals=True, limit=RIVALS)
    panels.two_by_two(rivals, lambda one: panels.question_panel(one, key=f"situation_{key}_{one.question_id}"))
    if (number := tally.rivals(asked)) > len(rivals):
        panels.lead_to("contested", said.more_with_several_claims(number - len(rivals)))
    alone = ranked.by_measure(desk, selection, tally, asked)
    panels.two_by_two(alone[:RANKED], lambda one: ranked.panel(one, key=f"situation_{key}"))
    rest = alone[RANKED:]
    _unfolding([one.title for one in rest], rest, lambda one: ranked.panel(one, key=f"situation_{key}"), key)
    panels.twin(
        desk,
        selection,
        [i for question in (*rivals, *(q for one in alone for q in one.questions)) for i in question.facts],
        key=f"situation_{key}",
    )


def _unfolding(titles: Sequence[str], items: Sequence[T], draw_one: Callable[[T], None], key: str) -> None:
    """Panels that are drawn when they are asked for; named, so that nobody believes there are none."""
    if items and (part := panels.unfolded(said.more_panels(titles), key=f"situation_{key}_more")):
        with part:
            panels.two_by_two(items, draw_one)


def _populations(desk: Desk, selection: Selection, tally: Tally) -> None:
    if not any(tally.measure(measure) for measure in words.POPULATION):
        return
    asked = desk.questions(selection, measure=tuple(words.POPULATION), by_size=True, limit=LINES)
    bars = [bar for question in asked for bar in panels.bars_of(question, named_by=ranked.named(question))]
    if not bars:
        return
    bars.sort(key=lambda bar: -max(bar.ends, default=0))
    markup.heading(said.INHABITANTS)
    told = "; ".join(f"{bar.who}: {bar.words}" for bar in bars[:3])
    markup.reading(said.HOW_MANY_LIVE, told, ".")
    panels.draw_intervals(bars[: ranked.ROWS], key="situation_population", alt=f"{said.INHABITANTS}. {told}")
    drawn = ranked.drawn_of(min(ranked.ROWS, len(bars)), len(bars))
    markup.sources(drawn, charts.SOURCE, panels.sources_of(claim.figure for question in asked for claim in question.claims))
    panels.twin(desk, selection, [i for question in asked for i in question.facts], key="situation_population")


def _matrix(desk: Desk, selection: Selection, conditions: Sequence[places.Now], known: int) -> None:
    if not conditions:
        return
    ordered = places.by_weight(conditions)
    names = ordered[:COLUMNS]
    shown = [now for now in conditions if now.place in names]
    topics = places.topics_of(shown)
    markup.heading(said.CONDITIONS_BY_PLACE)
    worst = names[0]
    told = ", ".join(now.words for now in shown if now.place == worst)
    markup.reading(said.worst_place(worst or words.NO_PLACE, told))
    chart = matrix([now.cell() for now in shown], [name or words.NO_PLACE for name in names], topics)
    with st.container(key="situation_matrix_box"):
        alt = "; ".join(f"{now.place or words.NO_PLACE}: {now.words}" for now in shown)
        panels.draw(chart, key="situation_matrix", alt=alt)
    frame = desk.rows_named("conditions", [now.fact_id for now in conditions], selection.known)
    rest = said.of_places(COLUMNS, known) if known > COLUMNS else ""
    markup.sources(rest, charts.SOURCE, places.sources_of(frame), ".")
    if rest:
        panels.lead_to("conditions", said.all_in_conditions(known))
    panels.twin(desk, selection, [now.fact_id for now in conditions], key="situation_matrix", table="conditions")
