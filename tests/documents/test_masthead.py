"""What a report's own text says of where it comes from, and what it does not say."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from humsit.documents import masthead
from humsit.documents.made import document_of
from humsit.documents.masthead import agency_named, told_by
from humsit.documents.metadata import NOTHING_KNOWN, Metadata
from humsit.documents.read import read_inputs
from humsit.documents.written_dates import day_written
from humsit.records import Document

STORY = "\n\nNine people were killed in Tamale on Friday, the mayor said.\n\nThe town had been shelled for three days.\n"
MARCH_3 = dt.date(2022, 3, 3)


def told(first: str) -> Metadata:
    return told_by(first + STORY)


@pytest.mark.parametrize("row", masthead.rows(), ids=lambda row: f"{row['words']} ({row['kind']})")
def test_each_word_is_proved_by_its_example(row: dict[str, str]) -> None:
    found = told(row["example"])
    said = {
        "agency": found.agency == row["means"],
        "body": found.publisher == row["means"],
        "report": found.publisher == "OCHA",
        "date_label": found.published == MARCH_3,
        "as_of": found.published == MARCH_3,
        "publisher_label": found.publisher == "The Northern Courier",
        "source_label": found.agency == "Reuters",
    }
    assert said[row["kind"]], found


@pytest.mark.parametrize(
    ("first", "agency"),
    [
        ("BEIRUT (Reuters) - Nine people were killed.", "Reuters"),
        ("BEIRUT/GENEVA, March 3 (Reuters) – Nine people were killed.", "Reuters"),
        ("KYIV, Ukraine (AP) — Nine people were killed.", "AP"),
        ("(AP) — Nine people were killed.", "AP"),
        ("MOSCOW, March 3. /TASS/. Nine people were killed.", "TASS"),
        ("ACCRA (Volta News Agency) - Nine people were killed.", "Volta News Agency"),
        ("Shells hit market\nBy Ama Owusu, Associated Press", "AP"),
        ("Shells hit market\nBy AMA OWUSU Associated Press", "AP"),
        ("Shells hit market\nAma Owusu | AFP", "AFP"),
        ("Shells hit market\nAgence France-Presse in Accra", "AFP"),
        ("Source: OCHA", "OCHA"),
        ("**Source:** Reuters", "Reuters"),
        # nothing sure
        ("Nine people were killed, Reuters reported.", None),
        ("Nine people were killed (Reuters).", None),
        ("The army said (AFP could not verify this) that it had left.", None),
        ("By Ama Owusu", None),
        ("Shells hit market\nThe Northern Courier", None),
        ("Source: a doctor at the hospital", None),
        ("WHO", None),
        ("Who said what", None),
        ("ACCRA (GNP) - Nine people were killed.", None),
        ("Staff and agencies", None),
    ],
)
def test_the_head_names_the_agency(first: str, agency: str | None) -> None:
    assert told(first).agency == agency


@pytest.mark.parametrize(
    ("last", "agency"),
    [
        ("AFP", "AFP"),
        ("— Reuters", "Reuters"),
        ("The fire was out by noon. (Source: AP)", "AP"),
        ("Source: Reuters", "Reuters"),
        ("Copyright 2022 The Associated Press. All rights reserved.", "AP"),
        ("© 2022 The Northern Courier", None),
        ("Reuters could not reach the army.", None),
    ],
)
def test_the_foot_names_the_agency(last: str, agency: str | None) -> None:
    assert told_by(f"Shells hit market{STORY}{last}\n").agency == agency


def test_what_stands_in_the_middle_of_a_story_says_nothing() -> None:
    story = "Nine people were killed in Tamale on Friday.\n\n" * 30
    found = told_by(f"{story}ACCRA (AP) — Ten were hurt.\n\nPublished: 3 March 2022\n\nOCHA | Situation report No. 4\n\n{story}")
    assert (found.agency, found.published, found.publisher) == (None, None, None)


@pytest.mark.parametrize(
    ("first", "publisher"),
    [
        ("OCHA | Situation report No. 4", "OCHA"),
        ("OCHA Sudan Situation Report No. 12 (5 May 2024)", "OCHA"),
        ("UNHCR Flash Update #3", "UNHCR"),
        ("Sudan: Flash Update 2 | IFRC", "IFRC"),
        ("This report is produced by OCHA Ukraine in collaboration with humanitarian partners.", "OCHA"),
        ("Published by: The Northern Courier", "The Northern Courier"),
        ("Issued by the Ministry of Health", "Ministry of Health"),
        ("OCHA said that the situation report was late.", None),
        ("UNHCR warns that the flash update will be late", None),
        ("Situation report No. 4", None),
    ],
)
def test_the_head_names_the_publisher(first: str, publisher: str | None) -> None:
    assert told(first).publisher == publisher


@pytest.mark.parametrize(
    "first",
    [
        "Published: 3 March 2022, 14:00 GMT",
        "Published: 3 March 2022, 23:59 EST",
        "Published: 2022-03-03T23:40:00-05:00",
        "Published 3 March 2022 | Updated 4 March 2022",
        "Posted on March 3rd, 2022 by Esi",
        "**Date:** Thursday, 3 March 2022",
        "# Shells hit market\n_3 March 2022_",
        "Accra, 3 March 2022",
        "By Ama Owusu in Tamale 3 March 2022",
        "ACCRA, 3 March 2022 — Nine people were killed.",
        "GENEVA, 3 March 2022 (WHO) – Nine people were killed.",
        "Situation Report No. 4 – 3 March 2022",
        "Flash Update #3 (as of 3 March 2022)",
        "As of 3 March 2022",
    ],
)
def test_the_head_tells_the_day_as_it_is_written(first: str) -> None:
    found = told(first)
    assert found.published == MARCH_3
    assert found.found["published"].startswith("the text: “")


@pytest.mark.parametrize(
    "first",
    [
        "Date: 03/04/2022",
        "Published: March 3",
        "Published: Friday, 3 March 2022",  # it was a Thursday
        "ACCRA, March 3 (AFP) – Nine people were killed.",
        "On 3 March 2022, nine people were killed.",
        "The attack of 3 March 2022",
        "Updated: 3 March 2022",
        "Situation Report, 28 February – 3 March 2022",
        "Situation Report No. 4 (28 February to 3 March 2022)",
        "Reporting period: 28 February – 3 March 2022",
        "© 3 March 2022",
        "3 March 2022\n4 March 2022",
        "Date: 31 February 2022",
        "Date: 1 January 1970",
        "Nine killed as of 3 March 2022, officials say, and more are feared dead.",
    ],
)
def test_a_day_that_is_not_sure_stays_unknown(first: str) -> None:
    assert told(first).published is None


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("31/12/2022", dt.date(2022, 12, 31)),
        ("12/31/2022", dt.date(2022, 12, 31)),
        ("04.04.2022", dt.date(2022, 4, 4)),
        ("03.04.2022", None),
        ("Sept. 5, 2021 at 3 p.m. EST", dt.date(2021, 9, 5)),
        ("5th of May 2024 13:30 (local time)", dt.date(2024, 5, 5)),
        ("3 March 22", None),
        ("March 2022", None),
        ("", None),
    ],
)
def test_only_what_can_be_one_day_is_a_day(written: str, day: dt.date | None) -> None:
    assert day_written(written) == day


@given(st.dates(min_value=dt.date(1990, 1, 1), max_value=dt.date(2090, 1, 1)))
def test_every_day_is_found_again_as_it_is_written(day: dt.date) -> None:
    for form in (
        "{0:%d} {0:%B} {0.year}",
        "{0:%A}, {0:%B} {0.day}, {0.year}",
        "{0.day} {0:%b} {0.year}",
        "{0:%Y-%m-%dT%H:%M:%SZ}",
    ):
        assert day_written(form.format(dt.datetime.combine(day, dt.time(23, 59)))) == day


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=400))
def test_no_text_breaks_it(text: str) -> None:
    told_by(text)
    day_written(text)
    agency_named(text)


def test_a_hostile_head_takes_no_time() -> None:
    for line in (
        "A" * 5_000,
        "By " + "A-" * 3_000,
        "(" * 5_000,
        "Aa " * 3_000 + "(Reuters",
        "1 " * 3_000 + "2022",
        "OCHA " * 2_000,
    ):
        told_by(line + STORY)


# --- where all formats meet


def test_what_is_given_wins_and_is_not_said_to_be_found(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("ACCRA (AP) — Nine people were killed.\n\nPublished: 3 March 2022\n", encoding="utf-8")
    (found,) = read_inputs([str(tmp_path / "a.txt")], Metadata(agency="Given", publisher="Paper"))
    assert isinstance(found, Document)
    assert (found.agency, found.publisher, found.published) == ("Given", "Paper", MARCH_3)
    assert found.found == {"published": "the text: “Published: 3 March 2022”"}


def test_json_says_what_is_known_and_its_text_is_not_asked(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": "ACCRA (AP) — Nine died.", "published": null}\n', encoding="utf-8")
    (found,) = read_inputs([str(tmp_path / "a.jsonl")])
    assert isinstance(found, Document)
    assert (found.agency, found.found) == (None, {})


def test_a_pasted_text_tells_its_agency() -> None:
    found = document_of("ACCRA (AP) — Nine people were killed.", "what was pasted", NOTHING_KNOWN)
    assert (found.agency, found.found["agency"]) == ("AP", "the text: “ACCRA (AP) —”")
