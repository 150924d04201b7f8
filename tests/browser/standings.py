"""A small store with one question of each standing: single source, corroborated, divergent, contested, revised down, denied, and
one that an analyst decided.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from humsit.records import AnyFact, Figure, Standing
from humsit.situation import Situation, open_situation
from tests.builders import condition, denial, document, figure

REASON = "The Red Cross counts the whole district, the mayor the town alone: both are right."
_REPORTS: list[tuple[str, str, int, str, list[dict[str, Any]]]] = [
    # id, publisher, day of May 2024, text, figures
    *(
        (
            f"agency-{number}",
            publisher,
            2,
            "The refugee agency said more than 1 million people had fled to Southland.",
            [
                {
                    "number": "1 million",
                    "measure": "refugees",
                    "value": 1_000_000,
                    "low": 1_000_000,
                    "high": None,
                    "qualifier": "more_than",
                    "claimant": "The refugee agency",
                    "place": "Southland",
                }
            ],
        )
        for number, publisher in enumerate(("The Echo", "Daily Post", "Southland Times", "Radio Free Keta", "The Courier"))
    ),
    (
        "flood",
        "The Echo",
        3,
        "Medics counted 22 bodies at Milltown, and the mayor spoke of about 23 dead.",
        [
            {"number": "22", "claimant": "Medics", "place": "Milltown"},
            {
                "number": "23",
                "claimant": "The mayor of Milltown",
                "place": "Milltown",
                "qualifier": "approximately",
                "low": 21.85,
                "high": 24.15,
            },
        ],
    ),
    (
        "port",
        "Daily Post",
        4,
        "Emergency services found 14 wounded at Port Reed. The governor put it at at least nine.",
        [
            {"number": "14", "measure": "injured", "claimant": "Emergency services", "place": "Port Reed"},
            {
                "number": "nine",
                "measure": "injured",
                "claimant": "The governor",
                "place": "Port Reed",
                "qualifier": "at_least",
                "value": 9,
                "low": 9,
                "high": None,
            },
        ],
    ),
    (
        "armies",
        "Southland Times",
        2,
        "Northland admitted nearly 500 of its soldiers were killed. Southland says it killed nearly 9,000, "
        "which could not be independently verified.",
        [
            {
                "number": "500",
                "claimant": "Northland",
                "claimant_side": "Northland",
                "claimant_type": "government",
                "stance": "admitted",
                "qualifier": "nearly",
                "low": 475,
                "side": "Northland",
                "population_group": "combatants",
                "place": "",
            },
            {
                "number": "9,000",
                "claimant": "Southland",
                "claimant_side": "Southland",
                "claimant_type": "government",
                "stance": "unverified",
                "hedge": "could not be independently verified",
                "qualifier": "nearly",
                "value": 9000,
                "low": 8550,
                "high": 9000,
                "side": "Northland",
                "population_group": "combatants",
                "place": "",
            },
        ],
    ),
    *(
        (
            f"keta-{day}",
            "Radio Free Keta",
            day,
            f"The district council said {number} people were displaced in Keta.",
            [
                {
                    "number": number,
                    "measure": "displaced",
                    "claimant": "The district council",
                    "place": "Keta",
                    "as_of": dt.date(2024, 5, day),
                    "as_of_precision": "day",
                    **bounds,
                }
            ],
        )
        for number, day, bounds in (
            ("12,000 to 20,000", 1, {"value": None, "low": 12_000, "high": 20_000, "qualifier": "range"}),
            ("30,000", 3, {"value": 30_000, "low": 30_000, "high": 30_000}),
            ("18,000", 6, {"value": 18_000, "low": 18_000, "high": 18_000}),
        )
    ),
    (
        "keta-un",
        "The Courier",
        5,
        "The United Nations said about 21,000 people were displaced in Keta.",
        [
            {
                "number": "21,000",
                "measure": "displaced",
                "claimant": "United Nations",
                "claimant_type": "un",
                "place": "Keta",
                "qualifier": "approximately",
                "value": 21_000,
                "low": 19_950,
                "high": 22_050,
                "as_of": dt.date(2024, 5, 5),
                "as_of_precision": "day",
            }
        ],
    ),
    (
        "market",
        "The Courier",
        5,
        "The health ministry said 26 civilians were killed at the market in Osh. The army denied killing civilians.",
        [{"number": "26", "claimant": "The health ministry", "place": "Osh", "population_group": "civilians"}],
    ),
    (
        "landslide",
        "Daily Post",
        6,
        "The mayor said 120 houses were destroyed in Lowfield. The Red Cross spoke of 600.",
        [
            {
                "number": "120",
                "measure": "homes_destroyed",
                "unit": "buildings",
                "claimant": "The mayor of Lowfield",
                "place": "Lowfield",
            },
            {
                "number": "600",
                "measure": "homes_destroyed",
                "unit": "buildings",
                "claimant": "The Red Cross",
                "place": "Lowfield",
            },
        ],
    ),
]


def fill(url: str) -> None:
    """Makes the store at `url` with these reports and the one decision."""
    situation = open_situation(url)
    try:
        fill_situation(situation)
    finally:
        situation.close()


def fill_situation(situation: Situation) -> None:
    """Adds the reports and the decision to an open store."""
    for document_id, publisher, day, text, figures in _REPORTS:
        published = dt.date(2024, 5, day)
        report = document(text, document_id=document_id, publisher=publisher, published=published)
        printed = {"publisher": publisher, "published": published}
        facts: list[AnyFact] = [figure(of=report, **printed | fields) for fields in figures]
        if document_id == "market":
            facts.append(denial("denied killing civilians", report, claimant="The army", place="Osh", **printed | _CIVILIANS))
        situation.store.add(report, facts)
    dry = document("There was no water at Milltown.", document_id="dry", publisher="The Echo", published=dt.date(2024, 5, 3))
    situation.store.add(dry, [condition("no water", dry, place="Milltown", publisher="The Echo", published=dry.published)])
    houses = next(fact for fact in situation.facts() if isinstance(fact.fact, Figure) and fact.fact.number == "600")
    question = situation.comparison().question_of(houses.fact_id)
    assert question is not None
    situation.rule(question.question_id, Standing.CORROBORATED, who="Ada", why=REASON)


_CIVILIANS = {"population_group": "civilians"}
