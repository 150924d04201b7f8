"""What the tests of the views share: a report with its facts, and what a drawn view shows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

from builders import condition, figure
from streamlit.testing.v1 import AppTest

from humsit.records import AnyFact, Document
from humsit.situation import Situation

REPORT = (
    "Northland admitted nearly 500 of its soldiers were killed. "
    "Southland says it killed nearly 9,000, which cannot be confirmed. "
    "Medics counted 22 bodies at Milltown; the mayor spoke of at least nine. "
    "The refugee agency said more than 1 million had fled. "
    "Milltown, a town of 250,000, has no water. 🌊 Power is back in Port Reed."
)
DAY = dt.date(2024, 5, 2)


def facts_of(report: Document) -> list[AnyFact]:
    """What a reader takes from REPORT."""
    printed: dict[str, Any] = {"published": DAY, "publisher": report.publisher}
    here = printed | {"place": "Milltown"}
    army = printed | {"place": "", "side": "Northland", "population_group": "combatants", "qualifier": "nearly"}
    rival = {"claimant": "Southland", "claimant_side": "Southland", "value": 9000, "low": 8550, "high": 9000}
    return [
        figure("500", report, claimant="Northland", claimant_side="Northland", stance="admitted", **army | {"low": 475}),
        figure("9,000", report, stance="unverified", **army | rival),
        figure("22", report, claimant="Medics", **here),
        figure("nine", report, claimant="the mayor", qualifier="at_least", value=9, low=9, **here),
        figure(
            "1 million",
            report,
            **printed | {"measure": "refugees", "claimant": "The refugee agency", "qualifier": "more_than", "place": ""},
            value=1_000_000,
            low=1_000_000,
        ),
        figure("250,000", report, measure="population", **here | {"claimant": "", "value": 250_000, "low": 250_000}),
        condition("no water", report, **here),
        condition("Power is back", report, condition="no_power", state="restored", **here | {"place": "Port Reed"}),
    ]


Draw = Callable[..., AppTest]


def draw_one(view, desk, selection):  # type: ignore[no-untyped-def] # only its lines reach the app, not this module's names
    from humsit.app import drawer

    view(desk, selection)
    drawer.show_drawer(desk)


def seen(app: AppTest) -> AppTest:
    """The app, unless it shows an exception."""
    assert not app.exception, app.exception
    return app


def text_of(app: AppTest) -> str:
    """All HTML that the view printed."""
    return "\n".join(str(element.proto.body) for element in app.get("html"))


def fact_id(situation: Situation, words: str) -> str:
    """The id of the figure whose own words these are."""
    return next(c.fact_id for c in situation.facts() if getattr(c.fact, "number", getattr(c.fact, "phrase", "")) == words)
