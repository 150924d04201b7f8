"""Who tells what is counted alike with claimants and in reports' own voices, on every kind of store."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest
from builders import denial, document, figure

from humsit.records import Figure
from humsit.situation import Selection, Situation
from humsit.store import open_store

PRINTED = [
    {"publisher": "The Echo"},
    {"publisher": "The Echo", "agency": "A Wire"},
    {"publisher": "The Courier", "agency": "A Wire"},
    {},
]


@pytest.fixture
def desk(store_url: str) -> Iterator[Situation]:
    """Four reports that say 22 themselves, let the mayor say 30, and the army deny it; one names who prints it twice over."""
    opened = Situation(open_store(store_url))
    for number, printed in enumerate(PRINTED):
        report = document(f"22 died. 30 died, says the mayor. The army denied it. {number}", **printed)
        facts = [figure("22", report, claimant="", **printed), figure("30", report, claimant="the mayor", **printed)]
        opened.store.add(report, [*facts, denial("denied it", report, claimant="the army", **printed)])
    yield opened
    opened.close()


def test_own_voices_are_those_of_the_agency_else_the_publisher_else_of_nobody(desk: Situation) -> None:
    counted = {(row["author"], bool(row["own_voice"])): row for row in desk.store.asked.tellers(Selection())}
    assert {who: row["figures"] for who, row in counted.items()} == {
        ("the mayor", False): 4,
        ("the army", False): 0,
        ("A Wire", True): 2,
        ("The Echo", True): 1,
        ("", True): 1,
    }
    assert counted["the mayor", False]["reports"] == 4
    assert counted["A Wire", True]["reports"] == 2


def test_counts_are_those_of_looking_at_each_fact(desk: Situation) -> None:
    for asked in (Selection(), Selection(claimant=("",)), Selection(text="22"), Selection(stance=("denied",))):
        facts = [one.fact for one in desk.facts(asked)]
        figures = Counter(fact.claimant for fact in facts if isinstance(fact, Figure) and fact.claimant)
        rows = desk.store.asked.tellers(asked)
        assert Counter({r["author"]: r["figures"] for r in rows if not r["own_voice"] and r["figures"]}) == figures, asked
        own = sum(row["figures"] for row in rows if row["own_voice"])
        assert own == sum(isinstance(fact, Figure) and not fact.claimant for fact in facts), asked


def test_who_is_denied_and_who_denies(desk: Situation) -> None:
    sources = {source.shown: source for source in desk.all_sources()}
    assert (sources["the army"].denies, sources["the army"].denied) == (1, 0)
    assert (sources["the mayor"].denies, sources["the mayor"].denied) == (0, 1)
    assert sources["A Wire itself"].denied == 1
    only = {source.shown: source for source in desk.all_sources(Selection(place=("Nowhere",)))}
    assert only == {}
