"""One agency's story in many papers is one claimant, however the papers cut it and whatever they call it."""

from __future__ import annotations

import datetime as dt
import random

import pytest
from builders import document

from humsit.claims import Comparison, Question, compare
from humsit.documents.copies import band_keys, is_copy, told_first
from humsit.facts.find import find_facts
from humsit.records import Document
from humsit.situation import Situation
from humsit.store import open_store

STORY = (
    "At least 40 people were killed when the river burst its banks at Keta on Monday night. "
    "Rescuers in boats went from roof to roof until dawn, and the market hall was opened to families who had lost their houses. "
    "Roads to the coast are under water, and lorries with food wait at the junction for the level to fall. "
    "The bridge that was built after the last flood held, but the railway beside it hangs in the air over a hundred paces. "
    "Teachers have carried the school's books to the upper floor, where classes will begin again when the mud has gone."
)
OTHER = (
    "At least 40 people were killed when the river burst its banks at Keta. A reporter of this paper walked through the old town "
    "on Tuesday. Carpets hang over every wall, and shopkeepers throw out what the water has spoiled. Nobody speaks of leaving. "
    "The priest rings the bell at noon, as always, and children look for their shoes in the reeds behind the fish market."
)


def printed(name: str, text: str, day: int = 4) -> Document:
    return document(text, document_id=name, publisher=f"The {name}", published=dt.date(2024, 6, day))


PAPERS = [
    printed("wire", STORY, day=3),
    printed("courier", "River kills dozens\n\n" + STORY),
    printed("gazette", STORY.replace("dawn", "daybreak") + " (Our own correspondent)"),
    printed("star", STORY[: STORY.rindex("Teachers")]),
]
ON_ITS_OWN = printed("herald", OTHER)


def killed(comparison: Comparison) -> Question:
    (question,) = (question for question in comparison.questions if question.measure == "killed")
    return question


@pytest.mark.parametrize("paper", PAPERS[1:], ids=lambda paper: paper.document_id)
def test_another_headline_a_changed_word_or_a_cut_end_is_the_same_story(paper: Document) -> None:
    assert is_copy(STORY, paper.text)
    assert set(enumerate(band_keys(STORY))) & set(enumerate(band_keys(paper.text)))


def test_another_paper_on_the_same_event_is_no_copy() -> None:
    assert not is_copy(STORY, OTHER)


def test_who_told_it_first_is_who_published_it_first_in_whatever_order_the_papers_come() -> None:
    papers = [*PAPERS, ON_ITS_OWN]
    random.Random(1).shuffle(papers)
    assert told_first(papers) == dict.fromkeys(("courier", "gazette", "star"), "The wire")


def test_four_papers_that_print_one_story_do_not_corroborate_it_and_a_fifth_of_its_own_does() -> None:
    facts = [fact for paper in PAPERS for fact in find_facts(paper)]
    question = killed(compare(facts, authors=told_first(PAPERS)))
    assert question.standing == "single_source"
    assert "4 publishers, 1 claimant" in question.reason
    every = [*PAPERS, ON_ITS_OWN]
    question = killed(compare([*facts, *find_facts(ON_ITS_OWN)], authors=told_first(every)))
    assert question.standing == "corroborated"


def test_the_desk_knows_a_copy_when_it_is_added() -> None:
    desk = Situation(open_store("sqlite://"))
    for paper in PAPERS:
        desk.add(paper)
    assert killed(desk.comparison()).standing == "single_source"
    desk.add(ON_ITS_OWN)
    assert killed(desk.comparison()).standing == "corroborated"


def test_a_text_of_two_words_and_a_text_without_any_have_keys_too() -> None:
    assert len(band_keys("No power")) == len(band_keys("…")) > 0
    assert not is_copy("No power", "No water")
