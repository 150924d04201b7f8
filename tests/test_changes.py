"""What changed since a day: what is new, revised, corrected, newly contested or settled, and nothing else."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from builders import document, figure

from humsit.records import Standing
from humsit.situation import Clock, Known, Selection, Situation, open_situation
from humsit.situation.changes import Change, ChangeKind, changes_since, counted

SIGNED = {"who": "Ada", "why": "the list names them"}
FIRST, SECOND, THIRD = (dt.date(2024, 5, day) for day in (1, 2, 3))
Add = Callable[..., str]


@pytest.fixture
def situation() -> Situation:
    return open_situation("sqlite://")


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Callable[[dt.date], None]:
    """clock(day): what is written from now on is written at noon of that day."""

    def set_to(day: dt.date) -> None:
        moment = dt.datetime.combine(day, dt.time(12), dt.UTC)
        monkeypatch.setattr("humsit.store.sql._now", lambda: moment)

    return set_to


@pytest.fixture
def add(situation: Situation, clock: Callable[[dt.date], None]) -> Add:
    """add(day, claimant, number, …): a report received and published on that day, with one figure for Kosti; its fact_id."""

    def added(day: dt.date, claimant: str, number: str, **fields: object) -> str:
        clock(day)
        report = document(f"{claimant} said {number} died on {day}. {fields}", published=day)
        about = {"place": "Kosti", "claimant": claimant, "published": day, "as_of": day, "as_of_precision": "day"}
        made = figure(number, report, **about | fields)
        situation.store.add(report, [made])
        return made.fact_id

    return added


def told(changes: list[Change]) -> list[tuple[str, str, str, str]]:
    return [(change.kind.value, change.claimant, change.was, change.now) for change in changes]


def test_nothing_has_changed_since_the_last_report(situation: Situation, add: Add) -> None:
    add(FIRST, "Medics", "12")
    assert changes_since(situation, Selection(), FIRST) == []


def test_a_claimant_who_said_nothing_then_is_new(situation: Situation, add: Add) -> None:
    add(FIRST, "Medics", "12")
    mine = add(SECOND, "The mayor", "12")
    (change,) = changes_since(situation, Selection(), FIRST)
    assert (change.kind, change.claimant, change.now, change.fact_id) == (ChangeKind.NEW, "The mayor", "12", mine)


def test_a_newer_figure_of_the_same_claimant_is_a_revision_from_what_was_known_then(situation: Situation, add: Add) -> None:
    add(FIRST, "Medics", "12", series="cumulative")
    add(SECOND, "Medics", "13", series="cumulative")
    add(THIRD, "Medics", "15", series="cumulative")
    assert told(changes_since(situation, Selection(), FIRST)) == [("revised", "Medics", "12", "15")]
    assert told(changes_since(situation, Selection(), SECOND)) == [("revised", "Medics", "13", "15")]
    on_the_second = Selection(known=Known(SECOND))
    assert told(changes_since(situation, on_the_second, FIRST)) == [("revised", "Medics", "12", "13")]


def test_what_an_analyst_corrected_is_no_revision_of_its_claimant(
    situation: Situation, add: Add, clock: Callable[[dt.date], None]
) -> None:
    mine = add(FIRST, "Medics", "12")
    clock(SECOND)
    situation.correct(mine, "value", "21", **SIGNED)
    assert told(changes_since(situation, Selection(), FIRST)) == [("corrected", "Medics", "12", "21")]
    assert changes_since(situation, Selection(), SECOND) == []


def test_a_rival_makes_a_question_contested_and_a_correction_settles_it(
    situation: Situation, add: Add, clock: Callable[[dt.date], None]
) -> None:
    add(FIRST, "Medics", "12")
    rival = add(SECOND, "The army", "900")
    first = changes_since(situation, Selection(), FIRST)
    assert told(first)[0] == ("contested", "", "single_source", "contested")
    assert [change.kind for change in first] == [ChangeKind.CONTESTED, ChangeKind.NEW]
    clock(THIRD)
    situation.reject(rival, **SIGNED)
    assert told(changes_since(situation, Selection(), SECOND)) == [("resolved", "", "contested", "single_source")]
    assert changes_since(situation, Selection(), FIRST) == [], "what came and went in between has changed nothing"


def test_a_decision_on_the_standing_resolves_a_question(situation: Situation, add: Add, clock: Callable[[dt.date], None]) -> None:
    add(FIRST, "Medics", "12")
    mine = add(FIRST, "The army", "900")
    clock(SECOND)
    question = situation.evidence(mine).question
    assert question is not None
    situation.rule(question.question_id, Standing.CORROBORATED, **SIGNED)
    assert told(changes_since(situation, Selection(), FIRST)) == [("resolved", "", "contested", "corroborated")]


def test_a_contested_question_of_which_nothing_is_left_is_resolved(
    situation: Situation, add: Add, clock: Callable[[dt.date], None]
) -> None:
    both = [add(FIRST, "Medics", "12"), add(FIRST, "The army", "900")]
    clock(SECOND)
    for mine in both:
        situation.reject(mine, **SIGNED)
    assert told(changes_since(situation, Selection(), FIRST)) == [("resolved", "", "contested", "")]


def test_the_filters_narrow_what_changed_but_a_chosen_standing_does_not(situation: Situation, add: Add) -> None:
    add(FIRST, "Medics", "12")
    add(SECOND, "The army", "900")
    add(SECOND, "The mayor", "70", place="Osh")
    changes = changes_since(situation, Selection(place=("Kosti",), standing=("single_source",)), FIRST)
    assert [change.kind for change in changes] == [ChangeKind.CONTESTED, ChangeKind.NEW]


def test_by_publication_what_was_printed_later_is_new_whenever_it_was_added(situation: Situation, add: Add) -> None:
    add(FIRST, "Medics", "12")
    add(SECOND, "The mayor", "12")
    by_print = Selection(known=Known(THIRD, Clock.PUBLISHED))
    assert told(changes_since(situation, by_print, FIRST)) == [("new", "The mayor", "", "12")]


def test_a_question_that_was_beyond_the_first_ones_then_is_not_taken_for_new(situation: Situation, add: Add) -> None:
    """Then it was one of the smallest, and far down; now it leads."""
    for n in range(6):
        add(FIRST, "Medics", str(500 + n), place=f"Place {n}")
    add(FIRST, "Medics", "3")
    add(FIRST, "The army", "900", place="Lead")
    add(SECOND, "The mayor", "4000")
    found = changes_since(situation, Selection(), FIRST, most=2)
    assert [(change.kind.value, change.claimant) for change in found if change.question.place == "Kosti"] == [
        ("contested", ""),
        ("new", "The mayor"),
    ]
    assert found[0].was == "single_source"


def test_changes_are_counted_by_kind_the_gravest_first(situation: Situation, add: Add) -> None:
    add(FIRST, "Medics", "12")
    add(SECOND, "The army", "900")
    add(SECOND, "The mayor", "70", place="Osh")
    assert list(counted(changes_since(situation, Selection(), FIRST)).items()) == [(ChangeKind.CONTESTED, 1), (ChangeKind.NEW, 2)]
