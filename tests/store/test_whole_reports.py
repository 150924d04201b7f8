"""Reports are found by any words in them, with facts or without, on every kind of store."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest
from builders import document, figure

from humsit.situation import Clock, Known, Selection, Situation
from humsit.store import open_store
from humsit.store.whole_reports import words_of

DAY = dt.date(2024, 5, 2)
SIGNED = {"who": "Ada", "why": "as the map has it"}


@pytest.fixture
def desk(store_url: str) -> Iterator[Situation]:
    opened = Situation(open_store(store_url))
    flood = document(
        "The river rose over night. In Köstiny 40 people were killed. Ferries are tied up.",
        title="Flood in the north",
        publisher="The Milltown Echo",
        published=DAY,
        document_id="flood",
    )
    opened.store.add(flood, [figure("40", flood, place="Köstiny", claimant="the mayor")])
    quiet = document(
        "Nothing happened. 100% of the ferries ran.", title="A quiet day", publisher="Daily Ferry", document_id="quiet"
    )
    opened.store.add(quiet, [])
    yield opened
    opened.close()


def found(desk: Situation, words: str, **more: object) -> list[str]:
    asked = Selection(report=words, **more)  # type: ignore[arg-type]
    listed: list[str] = desk.table("documents", asked)["document_id"].tolist()
    assert desk.count("documents", asked) == len(listed)
    assert desk.page("documents", asked, limit=1, offset=0)["document_id"].tolist() == listed[:1]
    return listed


def test_words_are_found_in_title_publisher_and_text_whatever_their_case(desk: Situation) -> None:
    assert found(desk, "FLOOD") == ["flood"]
    assert found(desk, "echo") == ["flood"]
    assert found(desk, "tied UP") == ["flood"]
    assert found(desk, "KÖSTINY") == ["flood"], "a database that folds only plain letters misses it"
    assert found(desk, "ferr") == ["flood", "quiet"]
    assert found(desk, "happened") == ["quiet"], "a report without any figure is found too"


def test_every_word_must_be_there_and_quoted_words_stay_together(desk: Situation) -> None:
    assert found(desk, "ferries killed north") == ["flood"]
    assert found(desk, "ferries sunk") == []
    assert found(desk, '"ferries are tied"') == ["flood"]
    assert found(desk, '"tied are ferries"') == []
    assert found(desk, "100%") == ["quiet"]
    assert found(desk, "_") == found(desk, "o%y") == []
    assert words_of('  Aid "no  way" "" aid ') == ["aid", "no  way"]


def test_it_narrows_facts_and_goes_with_other_filters(desk: Situation) -> None:
    assert [one.fact.value for one in desk.facts(Selection(report="river"))] == [40]  # type: ignore[union-attr]
    assert desk.facts(Selection(report="quiet")) == []
    assert len(desk.questions(Selection(report="ferries"))) == 1
    assert desk.questions(Selection(report="happened")) == []
    assert found(desk, "ferries", measure=("killed",)) == ["flood"]
    assert found(desk, "ferries", measure=("injured",)) == []
    assert found(desk, "ferries", text="mayor") == ["flood"]
    kept = desk.page("documents", Selection(report="ferries"), limit=9)
    assert kept.set_index("document_id")["figures"].to_dict() == {"flood": 1, "quiet": 0}


def test_what_analysts_call_a_place_finds_its_report_at_once(desk: Situation) -> None:
    assert found(desk, "Newtown") == []
    (fact,) = desk.facts()
    made = desk.correct(fact.fact_id, "place", "Newtown", **SIGNED)
    assert found(desk, "newtown river") == ["flood"]
    desk.undo(made.correction_id, **SIGNED)
    assert found(desk, "Newtown") == []


def test_a_past_day_finds_what_was_there_then(desk: Situation) -> None:
    then = Known(DAY - dt.timedelta(days=1), Clock.PUBLISHED)
    assert found(desk, "flood", known=then) == []
    assert found(desk, "flood", known=Known(DAY, Clock.PUBLISHED)) == ["flood"]
