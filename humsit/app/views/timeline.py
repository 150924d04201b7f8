"""Timeline: who said what when. The questions on which most depends, or one of them; below it conditions at the same places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial

import pandas as pd
import streamlit as st

from humsit.app import clicked, evidence, grid, markup, panels, phrases, told_over_time, words
from humsit.app.charts import Point
from humsit.app.charts.history import Span, contest_words, drawn_lines, history
from humsit.app.charts.stretches import ROWS, stretches
from humsit.app.desk import Desk
from humsit.app.views import nothing
from humsit.app.words import charts, contested, counts, timelines
from humsit.claims import ConditionQuestion, Question
from humsit.records import Measure
from humsit.situation import Known, Selection
from humsit.situation.stretches import contests, held

VIEW = "timeline"
OFFERED, DRAWN = 60, 4
"""Questions that can be chosen, and those that are drawn one under the other where none is."""
_ABOUT = "timeline_about"


def show(desk: Desk, selection: Selection) -> None:
    """One question or those on which most depends, on one axis of days; beside a chart the evidence of what is clicked in it."""
    heading = st.container()
    left, right = st.columns([2, 3])
    with left:
        measure = _measure(selection)
    asked = desk.questions(selection, measure=measure, limit=OFFERED)
    about = _about(desk, asked, selection.known)
    with right:
        one = _question(asked, about)
    followed = [question for question in asked if not told_over_time.alone(question)]
    drawn = [one] if one else (followed or asked)[:DRAWN]
    with heading:
        markup.heading(timelines.TIMELINE, _note(asked, followed), level=1)
    if not drawn:
        nothing.matches(desk, selection)
        return
    _drawn(desk, selection, drawn, alone=one is not None, left_out=len(asked) - len(drawn))


# --- what is shown


def _measure(selection: Selection) -> tuple[Measure, ...]:
    offered = [Measure(code) for code in selection.measure] or [*words.HEADLINES, Measure.POPULATION]
    codes = ["", *(measure.value for measure in offered)]
    chosen = st.selectbox(
        timelines.MEASURE,
        codes,
        format_func=lambda code: words.MEASURE[Measure(code)] if code else timelines.ALL_MEASURES,
        key="timeline_measure",
        bind="query-params",
    )
    return (Measure(chosen),) if chosen else ()


def _about(desk: Desk, asked: Sequence[Question], known: Known) -> Question | None:
    """The question that the address or a click names by one of its facts; None for none."""
    if _ABOUT not in st.session_state:
        st.session_state[_ABOUT] = st.query_params.get("about", "")
    fact_id = str(st.session_state[_ABOUT])
    if not fact_id:
        st.query_params.pop("about", None)
        return None
    found = next((question for question in asked if fact_id in question.facts), None)
    if found is None:
        found = desk.situation.question_of(fact_id, known)
    if found is None:
        markup.notice(contested.GONE, "warning")
        _choose("")
        st.query_params.pop("about", None)
        return None
    st.query_params["about"] = fact_id
    return found


def _choose(fact_id: str) -> None:
    st.session_state[_ABOUT] = fact_id


def _question(asked: Sequence[Question], about: Question | None) -> Question | None:
    """The choice of a question; one that the address names is offered too."""
    offered = {_first_fact(question): question for question in ([about] if about and about not in asked else []) + list(asked)}
    codes = ["", *offered]
    key = f"timeline_question_{_first_fact(about) if about else ''}"
    chosen = st.selectbox(
        timelines.QUESTION,
        codes,
        index=codes.index(_first_fact(about)) if about else 0,
        format_func=lambda code: _option(offered[code]) if code in offered else timelines.MOST_DEPENDS,
        key=key,
        on_change=lambda: _choose(str(st.session_state.get(key) or "")),
    )
    return offered.get(chosen or "")


def _first_fact(question: Question) -> str:
    return question.claims[0].figure.fact_id if question.claims else question.facts[0]


def _option(question: Question) -> str:
    return f"{phrases.what(question)} ({words.STANDING[question.standing].lower()})"


def _note(asked: Sequence[Question], followed: Sequence[Question]) -> str:
    return timelines.top(len(asked), len(followed), some=len(asked) == OFFERED)


# --- charts


def _drawn(desk: Desk, selection: Selection, questions: Sequence[Question], *, alone: bool, left_out: int) -> None:
    span = told_over_time.span_of(questions)
    if alone:
        st.button(timelines.BACK, key="timeline_back", on_click=_choose, args=("",), icon=":material/undo:", type="tertiary")
    told = told_over_time.conditions_at(desk, selection, told_over_time.places_of(desk, questions, selection.known))
    if _is_elsewhere([*questions, *told]):
        evidence.show_evidence(desk, evidence.chosen(VIEW), view=VIEW, known=selection.known)
    if span is None:
        markup.empty(timelines.NO_DAYS, timelines.HOW_TO_READ)
    else:
        margin = told_over_time.margin(questions)
        for question in questions:
            _panel(desk, selection, question, span, margin, alone=alone)
        markup.show(timelines.HOW_TO_READ, kind="hs-note hs-text")
        if left_out and not alone:
            markup.sources(timelines.can_be_chosen(left_out))
        _conditions(desk, selection, told, span, margin)
    _twin(desk, selection, questions)


def _is_elsewhere(drawn: Sequence[Question | ConditionQuestion]) -> bool:
    """Whether the chosen fact belongs to nothing that is drawn."""
    chosen = evidence.chosen(VIEW)
    return bool(chosen) and not any(chosen in one.facts for one in drawn)


@contextmanager
def _beside_evidence(desk: Desk, selection: Selection, drawn: Sequence[Question | ConditionQuestion]) -> Iterator[str]:
    """A chart, and at its right (on a phone: right below it) the evidence of what was clicked in it; gives that fact's id."""
    chosen = next((one for one in [evidence.chosen(VIEW)] if one and any(one in of.facts for of in drawn)), "")
    if not chosen:
        yield ""
        return
    left, right = st.columns([7, 5], gap="large")
    with right:
        evidence.show_evidence(desk, chosen, view=VIEW, known=selection.known)
    with left:
        yield chosen


def _panel(desk: Desk, selection: Selection, question: Question, span: Span, margin: int, *, alone: bool) -> None:
    """One question: how it stands and why, its claimants over time, its reports."""
    points, undated = told_over_time.points_of(question)
    chip = panels.standing_chip(question.standing)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        markup.show(markup.tag("h2", phrases.what(question)), chip, kind="hs-heading hs-h3")
        if not alone:
            key = f"timeline_alone_{question.question_id}"
            st.button(timelines.ALONE, key=key, on_click=_choose, args=(_first_fact(question),), type="tertiary")
    reason = panels.reading_of(question)
    markup.reading(reason)
    if not points:
        markup.sources(timelines.NO_DAYS)
        return
    with _beside_evidence(desk, selection, [question]) as here:
        _chart(desk, selection, question, points, span, margin, here=here)
        left_out = drawn_lines(points)[1]
        notes = [charts.not_drawn(counts.more_figures(left_out)) if left_out else ""]
        notes += [charts.without_a_day(counts.figures(undated)) if undated else ""]
        markup.sources(*notes, charts.SOURCE, panels.sources_of(claim.figure for claim in question.claims))


def _chart(
    desk: Desk, selection: Selection, question: Question, points: Sequence[Point], span: Span, margin: int, *, here: str
) -> None:
    reports, denials = told_over_time.reports_of(desk, question), told_over_time.denials_of(question)
    stretches_of = contests(question)
    chart = history(points, span, contests=stretches_of, reports=reports, denials=denials, left=margin)
    said = "; ".join(f"{point.day}: {point.bar.words}, {point.bar.who}" for point in points[:30])
    times = "".join(f" {timelines.since(contest_words(one), phrases.day(one.first))}" for one in stretches_of)
    key = f"{grid.key_of('timeline', selection, desk.revision)}_{question.question_id}_{here}"
    act = partial(evidence.choose, VIEW)
    clicked.draw(chart, key=key, alt=f"{charts.over_time(phrases.what(question))} {said}.{times}", chosen=act)


def _conditions(desk: Desk, selection: Selection, told: Sequence[ConditionQuestion], span: Span, margin: int) -> None:
    """What is said of the same places in the same time."""
    markup.heading(timelines.CONDITIONS)
    rows = told_over_time.rows_of(told, span)
    if not rows:
        markup.show(timelines.NO_CONDITIONS, kind="hs-note hs-text")
        return
    first = rows[0]
    markup.reading(timelines.one_after_the_other(first.name, [piece.words for piece in first.pieces]))
    said = "; ".join(timelines.row(row.name, [(piece.words, str(piece.first)) for piece in row.pieces]) for row in rows)
    alt = f"{timelines.CONDITIONS}. {said}"
    with _beside_evidence(desk, selection, told) as here:
        key = f"{grid.key_of('timeline_conditions', selection, desk.revision)}_{told[0].question_id}_{len(told)}_{here}"
        clicked.draw(stretches(rows, span, left=margin), key=key, alt=alt, chosen=partial(evidence.choose, VIEW))
        if len(told) > ROWS:
            markup.sources(timelines.most_reported(ROWS, len(told)))
    markup.show(timelines.CONDITIONS_MEAN, kind="hs-note hs-text")
    if opened := panels.unfolded(charts.table_of(counts.conditions(len(rows))), key="timeline_conditions_twin"):
        with opened:
            st.dataframe(_stretch_rows(told), hide_index=True, key="timeline_conditions_table", placeholder="–")


def _stretch_rows(told: Sequence[ConditionQuestion]) -> pd.DataFrame:
    rows = [
        {
            "topic": question.topic,
            "place": question.place or words.NO_PLACE,
            "words": words.condition_words(question.condition, one.state),
            "first": one.first,
            "last": one.last,
            "reports": one.reports,
        }
        for question in told[:ROWS]
        for one in held(question)
    ]
    return pd.DataFrame(rows, columns=list(timelines.COLUMNS)).rename(columns=timelines.COLUMNS)


def _twin(desk: Desk, selection: Selection, questions: Sequence[Question]) -> None:
    """Every figure of the charts as a table, those without a day too; a cell leads to the evidence as a mark does."""
    many = sum(len(question.facts) - len(question.denials) for question in questions)
    if opened := panels.unfolded(charts.table_of(counts.figures(many)), key="timeline_twin"):
        with opened:
            frame = told_over_time.figures_of(desk, questions, selection.known)
            key = f"{grid.key_of('timeline_table', selection, desk.revision)}_{questions[0].question_id}_{len(questions)}"
            grid.choosing_table(frame, "figures", key=key, chosen=partial(evidence.choose, VIEW))
            grid.csv_of_frame(desk, frame, "figures", selection.known, key="timeline_csv")
