"""Situation: the crisis at a glance. Headline figures with their claimants, conditions now, and a chart of each kind of fact."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import streamlit as st

from humsit.app import filters, markup, panels, phrases, places, words
from humsit.app.charts import Point, matrix, point_of, timeline
from humsit.app.desk import Desk
from humsit.app.views import nothing
from humsit.claims import Claim, Question
from humsit.records import Figure, Measure, Standing
from humsit.situation import Selection
from humsit.tables import in_words

HEADLINES = 8
PANELS = 8
_NOT_HEADLINES = frozenset({Measure.OTHER, Measure.DISTANCE, Measure.POPULATION})


def show(desk: Desk, selection: Selection) -> None:
    """The whole view."""
    questions = desk.comparison(selection).questions
    conditions = places.conditions_now(desk.table("conditions", selection))
    _top(desk, selection, questions)
    if not questions and not conditions:
        nothing.matches(desk)
        return
    _headlines(questions)
    _conditions_now(conditions)
    _movement(desk, selection, questions)
    _section(desk, selection, questions, "Casualties by claimant and place", words.CASUALTIES, "casualties")
    _populations(desk, selection, questions)
    _section(desk, selection, questions, "Damage, needs and help", (*words.DAMAGE, *words.NEEDS), "needs")
    _matrix(desk, selection, conditions)


def _top(desk: Desk, selection: Selection, questions: Sequence[Question]) -> None:
    asked = selection if filters.is_filtered() else filters.EVERYTHING  # a report without figures is a report too
    documents, contested = len(desk.table("documents", asked)), _count(questions, Standing.CONTESTED)
    figures = len(desk.table("figures", selection))
    note = f"{words.count(documents, 'report')} · {words.count(figures, 'figure')} · {contested or 'none'} contested"
    markup.heading(words.SITUATION, note, level=1)


def _count(questions: Iterable[Question], standing: Standing) -> int:
    return sum(question.standing is standing for question in questions)


def _headlines(questions: Sequence[Question]) -> None:
    headline = [question for question in questions if question.measure not in _NOT_HEADLINES][:HEADLINES]
    markup.show(*[_card(question) for question in headline], kind="hs-cards")
    more = len(questions) - len(headline)
    if more > 0:
        markup.sources(
            f"{words.count(more, 'more question')} in {words.FIGURES}. No figure here is an average or a sum of others."
        )


def _card(question: Question) -> markup.Safe:
    top = markup.tag("div", phrases.what(question), panels.standing_chip(question.standing), kind="hs-what")
    claims = markup.tag("div", *[_claim(claim) for claim in question.claims[:4]], kind="hs-pair")
    more = f"{len(question.claims) - 4} more claimants. " if len(question.claims) > 4 else ""
    why = question.reason if question.standing is not Standing.SINGLE_SOURCE else ""
    printed = panels.sources_of(claim.figure for claim in question.claims)
    bottom = markup.tag("div", more, why, markup.tag("div", printed) if not why else "", kind="hs-why")
    kind = {Standing.CONTESTED: " hs-rivals hs-differ", Standing.DIVERGENT: " hs-differ"}.get(question.standing, "")
    return markup.tag("div", top, claims, bottom, kind=f"hs-card{kind}")


def _claim(claim: Claim) -> markup.Safe:
    figure = claim.figure
    who = ", ".join(part for part in (phrases.claimant(claim), phrases.stance(claim.stance)) if part)
    period = f", {figure.period}" if figure.period else ""
    return markup.tag("div", markup.tag("div", claim.words, kind="hs-value"), markup.tag("div", who, period, kind="hs-who"))


def _conditions_now(conditions: Sequence[places.Now]) -> None:
    if not conditions:
        return
    markup.heading("Conditions now")
    lines = []
    for place in places.by_weight(conditions)[:12]:
        chips = [markup.chip(now.words, now.tone) for now in conditions if now.place == place]
        lines.append(markup.tag("div", markup.strong(place or words.NO_PLACE), " ", markup.joined(chips, " ")))
    markup.show(*lines, kind="hs-places")


def _of(questions: Iterable[Question], measures: Sequence[Measure]) -> list[Question]:
    return [question for question in questions if question.measure in measures]


def _movement(desk: Desk, selection: Selection, questions: Sequence[Question]) -> None:
    asked = [(measure, of) for measure in words.MOVEMENT if (of := _of(questions, [measure]))]
    if not asked:
        return
    markup.heading("Displacement and refugees over time", "each panel has its own scale, from 0")
    for row in range(0, len(asked), 2):
        for place, (measure, of) in zip(st.columns(2, gap="medium"), asked[row : row + 2], strict=False):
            with place, st.container(border=True):
                _over_time(measure, of)
    facts = [fact_id for _, of in asked for question in of for fact_id in question.facts]
    panels.twin(desk.table("figures", selection), facts, key="situation_movement")


def _over_time(measure: Measure, questions: Sequence[Question]) -> None:
    several = len({question.place for question in questions}) > 1
    told = [(figure, superseded, question) for question in questions for figure, superseded in _told(question)]
    points: list[Point] = []
    undated: list[str] = []
    for figure, superseded, question in told:
        who = phrases.who(figure.claimant) + (f", {question.place}" if several and question.place else "")
        point = point_of(figure, in_words(figure), who=who, superseded=superseded)
        if point:
            points.append(point)
        else:
            undated.append(in_words(figure))
    markup.heading(words.MEASURE[measure], level=3)
    _draw_over_time(measure, points)
    if undated:
        markup.notice("Some figures have no date and are not drawn:", "info", "; ".join(undated[:8]))
    markup.sources("Source: ", panels.sources_of(figure for figure, _, _ in told))


def _draw_over_time(measure: Measure, points: Sequence[Point]) -> None:
    newest = max(points, key=lambda point: point.day, default=None)
    if newest is None:
        return
    days = len({point.day for point in points})
    trend = (
        "One day only so far, so no trend can be read from it." if days == 1 else f"Figures for {days} days; steps are revisions."
    )
    markup.reading(f"{newest.bar.who}: {newest.bar.words}, as of {phrases.day(newest.day)}. {trend}")
    said = "; ".join(f"{point.day}: {point.bar.words}, {point.bar.who}" for point in points[:20])
    panels.draw(timeline(points), key=f"situation_{measure.value}", alt=f"{words.MEASURE[measure]} over time. {said}")


def _told(question: Question) -> list[tuple[Figure, bool]]:
    told = [(claim.figure, False) for claim in question.claims]
    return told + [(figure, True) for claim in question.claims for figure in claim.superseded]


def _section(
    desk: Desk, selection: Selection, questions: Sequence[Question], title: str, measures: Sequence[Measure], key: str
) -> None:
    asked = _of(questions, measures)
    if not asked:
        return
    markup.heading(title, "each panel has its own scale, from 0")
    _panels(asked[:PANELS], key)
    if len(asked) > PANELS:
        markup.sources(f"{words.count(len(asked) - PANELS, 'more question')} in {words.FIGURES} and {words.CONTESTED}.")
    panels.twin(desk.table("figures", selection), [i for question in asked for i in question.facts], key=f"situation_{key}")


def _panels(questions: Sequence[Question], key: str) -> None:
    for row in range(0, len(questions), 2):
        pair = questions[row : row + 2]
        for place, question in zip(st.columns(2, gap="medium"), pair, strict=False):
            with place, st.container(border=True):
                panels.question_panel(question, key=f"situation_{key}_{question.question_id}")


def _populations(desk: Desk, selection: Selection, questions: Sequence[Question]) -> None:
    asked = _of(questions, words.POPULATION)
    bars = [bar for question in asked for bar in panels.bars_of(question, named_by=_place_and_claimant)]
    if not bars:
        return
    bars.sort(key=lambda bar: -max(bar.ends, default=0))
    markup.heading("Inhabitants")
    said = "; ".join(f"{bar.who}: {bar.words}" for bar in bars[:5])
    markup.reading("How many people live where the reports speak of. ", said, ".")
    panels.draw_intervals(bars[:PANELS], key="situation_population", alt=f"Inhabitants. {said}")
    markup.sources("Source: ", panels.sources_of(claim.figure for question in asked for claim in question.claims))
    panels.twin(desk.table("figures", selection), [i for question in asked for i in question.facts], key="situation_population")


def _place_and_claimant(claim: Claim) -> str:
    figure = claim.figure
    return (
        f"{figure.place or words.NO_PLACE}, {phrases.who(figure.claimant)}" if figure.claimant else figure.place or words.NO_PLACE
    )


def _matrix(desk: Desk, selection: Selection, conditions: Sequence[places.Now]) -> None:
    if not conditions:
        return
    names = places.by_weight(conditions)[:6]
    shown = [now for now in conditions if now.place in names]
    topics = places.topics_of(shown)
    markup.heading("Siege conditions by place")
    worst = names[0]
    said = ", ".join(now.words for now in shown if now.place == worst)
    markup.reading(
        f"Most is reported for {worst or words.NO_PLACE}: {said}. Grey means that nobody reports it, not that all is well."
    )
    labels = [name or words.NO_PLACE for name in names]
    chart = matrix([now.cell() for now in shown], labels, topics)
    panels.draw(chart, key="situation_matrix", alt="; ".join(f"{now.place or words.NO_PLACE}: {now.words}" for now in shown))
    frame = desk.table("conditions", selection)
    markup.sources("Source: ", places.sources_of(frame), f". All places are in {words.CONDITIONS}.")
    panels.twin(frame, [now.fact_id for now in conditions], key="situation_matrix", table="conditions")
