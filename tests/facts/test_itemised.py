"""The lines of a list count what the sentence or the heading above it says."""

from __future__ import annotations

import pytest

from humsit.facts.find import find_facts
from humsit.records import Document, Figure


def figures(text: str) -> list[Figure]:
    found = find_facts(Document(document_id="one", text=text), others=False)
    return [fact for fact in found if isinstance(fact, Figure)]


def read(text: str) -> list[tuple[str, str, str, str]]:
    return [(one.number, one.measure, one.group, one.place) for one in figures(text)]


def test_a_question_about_their_way_heads_a_list_of_displaced_people() -> None:
    text = (
        "Raids drove 3,120 families out of Karma in May.\n\nWHERE DID THEY GO?\n"
        "• Tera — 1,207 households\n• Dargol — 411 households\n"
    )
    assert [(one.number, one.measure, one.place) for one in figures(text)][1:] == [
        ("1,207", "displaced", "Tera"),
        ("411", "displaced", "Dargol"),
    ]


def test_people_and_families_stand_side_by_side_in_a_line() -> None:
    text = "Floods have displaced 48,200 people.\n\nWhere they are now\n- Sukkur: 21,480 people / 4,612 families\n- Dadu: 8,915\n"
    found = [(one.number, one.measure, one.unit, one.place) for one in figures(text)][1:]
    assert found == [
        ("21,480", "displaced", "people", "Sukkur"),
        ("4,612", "displaced", "households", "Sukkur"),
        ("8,915", "displaced", "people", "Dadu"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "At least 142 people were injured in the blasts:\n- women: 41\n- men: 101\n",
            [("41", "injured", "women", ""), ("101", "injured", "men", "")],
        ),
        (
            "Toll since 1 January (all of Mali)\nKilled: 972\n– civilians: 381\n– government forces: 238\n– JNIM: 97\n",
            [
                ("381", "killed", "civilians", "Mali"),
                ("238", "killed", "government forces", "Mali"),
                ("97", "killed", "JNIM", "Mali"),
            ],
        ),
        (
            "The cyclone has destroyed 2,340 homes in Sofala:\n• Beira – 1,120\n• Dondo – 350\n",
            [("1,120", "homes_destroyed", "homes", "Beira"), ("350", "homes_destroyed", "homes", "Dondo")],
        ),
        (
            "A total of 5,310 houses were damaged, of which:\n- 2,100 in Ormoc\n- 1,410 in Tanauan\n",
            [("2,100", "homes_damaged", "houses", "Ormoc"), ("1,410", "homes_damaged", "houses", "Tanauan")],
        ),
        (
            "Aid workers registered 12,400 new arrivals from Sudan.\n\nBy sex\n- Women: 54%\n- Men: 46%\n",
            [("54", "refugees", "Women", ""), ("46", "refugees", "Men", "")],
        ),
    ],
)
def test_a_list_breaks_down_the_figure_above_it(text: str, expected: list[tuple[str, str, str, str]]) -> None:
    assert read(text)[1:] == expected


def test_a_key_figure_is_broken_down_by_those_behind_it() -> None:
    text = "46,900\npeople displaced\n\n9,830\nfamilies\n\n67%\nchildren\n"
    assert [(one.number, one.measure, one.unit) for one in figures(text)] == [
        ("46,900", "displaced", "people"),
        ("9,830", "displaced", "households"),
        ("67", "displaced", "percent"),
    ]


def test_a_section_says_what_its_lines_count() -> None:
    text = "SHELTERING\nKeta — 4,330 people in 38 halls, mostly schools. Lessons restart soon.\nHo — 612 in tents\n"
    assert [(one.number, one.measure, one.place) for one in figures(text)] == [
        ("4,330", "sheltered", "Keta"),
        ("612", "sheltered", "Ho"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The strikes killed 12 people.\n\nCONTACT\n- Goma: 9\n- Beni: 4\n",
        "Deaths: 48\nObservers: 40\n",
        "Arrivals since January: 4,100\nAverage per day: 38\n",
    ],
)
def test_a_list_of_something_else_breaks_nothing_down(text: str) -> None:
    assert len(figures(text)) == 1


def test_numbers_in_brackets_behind_names_count_what_their_heading_says() -> None:
    text = "Distribution of confirmed cases\nKeta (18), Ho (11), Ada (5). Wa has notified none."
    assert [(figure.number, figure.measure, figure.place) for figure in figures(text)] == [
        ("18", "infected", "Keta"),
        ("11", "infected", "Ho"),
        ("5", "infected", "Ada"),
    ]
