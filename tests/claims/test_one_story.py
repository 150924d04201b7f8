"""One agency's story in five papers is one claim of five publishers; a corrected version puts it right and rivals nobody."""

from __future__ import annotations

import datetime as dt
import itertools
import random
from collections.abc import Sequence

import pytest
from builders import document

from humsit.claims import Comparison, Question, compare
from humsit.documents.copies import told_first
from humsit.documents.versions import revisions
from humsit.facts.find import find_facts
from humsit.records import Document
from humsit.situation import Situation, open_situation

DAY = dt.date(2024, 4, 23)
STORY = (
    "OSH (Sahel Wire) - At least 17 people were killed when a landslide buried the market of Kichi-Alay on Monday, {who} said. "
    "Two excavators were digging at the foot of the slope by lamp light, and relatives stood behind a rope in the rain while "
    "soldiers passed buckets from hand to hand."
)
WIRE = STORY.format(who="the emergency ministry")


def printed(name: str, text: str, day: int = 0) -> Document:
    publisher = name.rstrip("12")
    return document(text, document_id=name, publisher=publisher, agency="Sahel Wire", published=DAY + dt.timedelta(day))


PAPERS = [
    printed("Courier", WIRE),
    printed("Gazette", "Landslide buries market\n\n" + WIRE),
    printed("Star", WIRE.replace("foot of the slope by lamp light", "foot of the hill")),
    printed("Herald", WIRE[: WIRE.index(", and relatives")] + "."),
    printed("Echo", WIRE.replace("buried", "swept away") + " (Additional reporting by our staff)", day=1),
]
CORRECTED = "CORRECTED: " + WIRE.replace("17", "41")


def compared(papers: Sequence[Document]) -> Comparison:
    facts = [fact for paper in papers for fact in find_facts(paper)]
    return compare(facts, authors=told_first(papers), revised_by=revisions(papers, facts))


def killed(papers: Sequence[Document]) -> Question:
    (question,) = (question for question in compared(papers).questions if question.measure == "killed")
    return question


def test_five_papers_that_print_one_story_with_small_edits_make_one_claim_of_five_publishers() -> None:
    question = killed(PAPERS)
    assert question.standing == "single_source"
    assert question.reason == "The emergency ministry: at least 17, 5 publishers, 1 claimant."
    (claim,) = question.claims
    assert (len(claim.publishers), len(claim.reports)) == (5, 5)


@pytest.mark.parametrize("day", [0, 1, 2], ids=["the same day", "the next day", "later"])
@pytest.mark.parametrize("who", ["the emergency ministry", "the ministry"], ids=["same name", "a shorter name"])
def test_a_corrected_version_replaces_the_figure_in_all_papers(day: int, who: str) -> None:
    question = killed([*PAPERS, printed("Courier2", CORRECTED.replace("the emergency ministry", who), day)])
    assert question.standing == "single_source"
    (claim,) = question.claims
    assert claim.words == "at least 41"
    assert len(claim.superseded) == 5
    assert {figure.number for figure in claim.superseded} == {"17"}
    assert question.superseded == {figure.fact_id for figure in claim.superseded}


def test_a_version_in_which_a_rival_has_the_word_replaces_nobody() -> None:
    exact = WIRE.replace("At least 17", "Some 17")
    rival = exact.replace("17", "41").replace("the emergency ministry", "the Red Cross")
    question = killed([printed("Courier", exact), printed("Courier2", rival, 1)])
    assert question.standing == "contested"
    assert [(claim.words, claim.superseded) for claim in question.claims] == [("about 17", ()), ("about 41", ())]


def test_a_total_that_falls_from_one_version_to_the_next_is_still_a_figure_to_check() -> None:
    desk = open_situation("sqlite://")
    bulletin = WIRE.replace("At least 17", "A total of 70").replace(" on Monday", "")
    desk.add(printed("Courier", bulletin))
    desk.add(printed("Courier2", bulletin.replace("70", "60"), 1))
    assert words(desk) == [("60", 1)]
    assert [finding.kind for finding in desk.findings()] == ["falling_total"]
    desk.close()


def test_a_story_without_a_claimant_is_put_right_too() -> None:
    own = [printed(f"{name}", WIRE.replace(", the emergency ministry said", "") + f" {name}.") for name in ("Courier", "Star")]
    question = killed([*own, printed("Courier2", own[0].text.replace("17", "41"))])
    assert [(claim.words, len(claim.superseded)) for claim in question.claims] == [("at least 41", 2)]


def test_one_sentence_is_put_right_by_its_own_house_and_by_nobody_else() -> None:
    short = "At least 17 people were killed when a ferry sank off Keta on Monday, the coast guard said."
    first, own = printed("Courier", short), printed("Courier2", short.replace("At least 17", "At least 41"))
    assert [claim.words for claim in killed([first, own]).claims] == ["at least 41"]
    voice = [
        report.model_copy(update={"agency": None, "text": report.text.replace(", the coast guard said", "")})
        for report in (first, own)
    ]
    other = voice[1].model_copy(update={"publisher": "The Star", "document_id": "star"})
    assert sorted(claim.words for claim in killed([voice[0], other]).claims) == ["at least 17", "at least 41"]


def test_a_paper_that_prints_the_old_version_late_does_not_bring_it_back() -> None:
    late = printed("Late", WIRE.replace("rain", "drizzle"), day=3)
    (claim,) = killed([*PAPERS, printed("Courier2", CORRECTED, 1), late]).claims
    assert (claim.words, len(claim.superseded)) == ("at least 41", 6)


def test_somebody_elses_figure_still_contests_the_corrected_one() -> None:
    other = printed("Post", "In Kichi-Alay 12 people were killed by Monday's landslide, the Red Cross said.")
    question = killed([*PAPERS, printed("Courier2", CORRECTED), other.model_copy(update={"agency": None})])
    assert question.standing == "contested"
    assert sorted(claim.words for claim in question.claims) == ["12", "at least 41"]


def test_the_order_in_which_reports_come_in_changes_nothing_for_the_desk() -> None:
    reports = [*PAPERS[:2], printed("Courier2", CORRECTED, 1), printed("Late", WIRE.replace("rain", "drizzle"), 3)]
    for order in random.Random(1).sample(list(itertools.permutations(reports)), 6):
        desk = open_situation("sqlite://")
        for report in order:
            desk.add(report)
        (question,) = (question for question in desk.questions() if question.measure == "killed")
        told = [(claim.words, len(claim.superseded), claim.publishers) for claim in question.claims]
        assert told == [("at least 41", 3, ("Courier", "Gazette", "Late"))], [report.document_id for report in order]
        desk.close()


def test_the_first_version_that_came_in_late_and_without_a_day_is_the_older_one_once_its_day_is_told() -> None:
    desk = open_situation("sqlite://")
    desk.add(printed("Courier2", CORRECTED, 1))
    desk.add(printed("Courier", WIRE).model_copy(update={"published": None}))
    assert words(desk) == [("at least 17", 1)], "of unknown days what came in later is later"
    desk.describe("Courier", {"published": DAY.isoformat()}, who="Ada", why="asked the editor")
    assert words(desk) == [("at least 41", 1)]
    before = desk.story("Courier2").before
    assert before is not None
    assert before.was.document_id == "Courier"
    assert desk.check() == []
    desk.close()


def words(desk: Situation) -> list[tuple[str, int]]:
    """What is claimed of the killed, and how many figures that replaced."""
    (question,) = (question for question in desk.questions() if question.measure == "killed")
    return [(claim.words, len(claim.superseded)) for claim in question.claims]
