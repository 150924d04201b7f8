"""The line no longer than a word: who said what over time, told in words too, and nothing where there is no course."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import unquote
from xml.etree import ElementTree

from builders import claimed

from humsit.app.sparkline import HEIGHT, LEADING, WIDTH, sparkline
from humsit.claims import Question, compare

GROWING: dict[str, Any] = {"series": "cumulative"}
SVG = "{http://www.w3.org/2000/svg}"


def question(*said: tuple[str, str, int]) -> Question:
    """One question: (claimant, number, day of January) each."""
    (asked,) = compare([claimed(number, who, f"{who} {day}", day, **GROWING) for who, number, day in said]).questions
    return asked


def drawn(html: str) -> ElementTree.Element:
    (found,) = re.findall(r'src="data:image/svg\+xml,([^"]*)"', html)
    return ElementTree.fromstring(unquote(found))


def courses(html: str) -> list[str]:
    """The steps of each line; its end is a dot, a line of no length."""
    return [path.attrib["d"] for path in drawn(html).iter(f"{SVG}path") if not path.attrib["d"].endswith("h0")]


def test_a_course_is_drawn_in_steps_and_told_in_words() -> None:
    made = sparkline(question(("Medics", "12", 1), ("Medics", "30", 3), ("Medics", "40", 5)))
    (path,) = courses(made)
    assert re.fullmatch(r"M[\d.]+ [\d.]+(H[\d.]+V[\d.]+){2}", path)
    assert "Medics: 12 (1 January 2025), 30 (3 January 2025), 40 (5 January 2025)." in made
    heights = [float(one) for one in re.findall(r"(?:V|M[\d.]+ )([\d.]+)", path)]
    assert heights == sorted(heights, reverse=True), "more is higher"
    assert all(0 < one < HEIGHT for one in heights)
    assert all(0 < float(one) < WIDTH for one in re.findall(r"[MH]([\d.]+)", path))


def test_one_day_is_no_course() -> None:
    assert sparkline(question(("Medics", "12", 1))) == ""
    assert sparkline(question(("Medics", "12", 1), ("The mayor", "12", 3))) == ""


def test_the_leading_claimants_are_drawn_who_said_most_first_and_no_mean_of_them() -> None:
    said = [("Medics", str(10 + day), day) for day in range(1, 5)]
    said += [(f"Office {name}", str(20 + day), day) for name in "ABCD" for day in (1, 3)]
    made = sparkline(question(*said))
    assert len(courses(made)) == LEADING
    assert made.index("Medics:") < made.index("Office A:") < made.index("Office B:")
    assert "Office D" not in made


def test_a_long_course_is_told_by_its_first_its_largest_and_its_last_figure() -> None:
    numbers = [12, 14, 16, 90, 18, 19, 20, 21]
    made = sparkline(question(*[("Medics", str(number), day) for day, number in enumerate(numbers, 1)]))
    assert "Medics: 12 (1 January 2025), 90 (4 January 2025), 21 (8 January 2025), of 8 figures." in made


def test_open_vague_and_undated_figures_are_drawn_by_what_is_known_of_them() -> None:
    made = sparkline(question(("Medics", "at least 12", 1), ("Medics", "hundreds", 3), ("Medics", "up to 900", 5)))
    assert len(re.findall(r"V", courses(made)[0])) == 2
    first, second = (claimed(number, day=day, **GROWING) for number, day in (("12", 1), ("15", 3)))
    nowhen = second.model_copy(update={"as_of": None, "published": None})
    assert [sparkline(asked) for asked in compare([first, nowhen]).questions] == ["", ""]


def test_a_claimants_name_is_never_in_the_image_nor_markup() -> None:
    made = sparkline(question(('<img src=x onerror="y">', "12", 1), ('<img src=x onerror="y">', "15", 3)))
    assert made.count("<img") == 1
    assert "onerror" not in ElementTree.tostring(drawn(made), "unicode")
    assert "&lt;img" in made


def test_zero_throughout_is_a_line_at_the_bottom() -> None:
    made = sparkline(question(("Medics", "0", 1), ("Medics", "0", 3)))
    assert re.fullmatch(r"M4 26\.0H128V26\.0", courses(made)[0])


def test_days_are_spaced_by_time_and_not_by_figure() -> None:
    made = sparkline(question(("Medics", "12", 1), ("Medics", "13", 2), ("Medics", "15", 11)))
    start, *steps = (float(one) for one in re.findall(r"[MH]([\d.]+)", courses(made)[0]))
    assert (steps[0] - start) * 9 < steps[1] - start
