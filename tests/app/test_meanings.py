"""Every word of the interface says what it means where it stands."""

from __future__ import annotations

import json
import re

import pytest
from drawn import Draw, fact_id, seen, text_of

from humsit.app import filters, markup, meaning
from humsit.app.views import contested as contested_view
from humsit.app.views import figures
from humsit.app.words.columns import SHOWN
from humsit.app.words.meanings import MEANINGS, columns
from humsit.claims import Check
from humsit.records import Qualifier, Review, Stance, Standing
from humsit.situation import Situation

OPENED = re.compile(r'popovertarget="hs-means-([^"]+)"')


@pytest.mark.parametrize("table", SHOWN)
def test_every_column_says_what_it_means(table: str) -> None:
    unsaid = [label for label in SHOWN[table].values() if not columns(table).get(label)]
    assert not unsaid, f"say in humsit/app/words/meanings.py what these columns of {table} mean: {unsaid}"


def test_the_head_of_every_column_tells_it_when_pointed_at(draw: Draw, contested: Situation) -> None:
    table = draw(figures.show, contested).dataframe[0]
    told = json.loads(table.proto.columns)
    assert {name for name in table.value.columns if not told.get(name, {}).get("help")} == set()
    assert told["Stance"]["help"] == MEANINGS["stance"][1]


def test_the_filters_say_what_standing_and_stance_mean(draw: Draw, contested: Situation) -> None:
    app = draw(lambda desk, _: filters.sidebar(desk), contested)
    assert {name: app.sidebar.multiselect(key=name).help for name in ("standing", "stance")} == {
        name: MEANINGS[name][1] for name in ("standing", "stance")
    }


def test_a_reason_is_the_analysts_in_the_ledger_and_worked_out_beside_a_claim() -> None:
    assert columns("claims")["Why"] != columns("corrections")["Why"]


@pytest.mark.parametrize(
    ("kind", "codes"), [("standing", Standing), ("stance", Stance), ("limit", Qualifier), ("review", Review), ("check", Check)]
)
def test_every_word_that_a_chip_can_show_has_a_meaning(kind: str, codes: type[Standing]) -> None:
    assert {f"{kind}-{code.value}" for code in codes} <= set(MEANINGS)


def test_every_word_of_the_evidence_and_of_a_question_opens_its_own_note(draw: Draw, contested: Situation) -> None:
    app = draw(figures.show, contested)
    app.session_state["figures_fact"] = fact_id(contested, "500")
    opened = set(OPENED.findall(text_of(seen(app.run()))))
    rows = {
        "claimant",
        "place",
        "limit",
        "limit-nearly",
        "as-of",
        "origin",
        "verification",
        "review",
        "reliability",
        "credibility",
    }
    assert rows | {"standing-contested", "review-extracted"} <= opened
    opened |= set(OPENED.findall(text_of(draw(contested_view.show, contested))))
    assert {"stance-admitted", "stance-unverified"} <= opened
    assert opened <= set(MEANINGS), "a word opens nothing"


def test_a_drawer_opens_no_notes(draw: Draw, contested: Situation) -> None:
    app = draw(contested_view.show, contested)
    before = text_of(app).count("popovertarget")
    seen(next(button for button in app.button if button.label == "Decide…").click().run())
    assert text_of(app).count("popovertarget") == before


def test_each_note_is_printed_once_with_its_word_and_its_meaning() -> None:
    from streamlit.testing.v1 import AppTest

    (said,) = (str(one.proto.body) for one in seen(AppTest.from_function(_notes).run()).get("html"))
    for name, (word, means) in MEANINGS.items():
        assert said.count(f'id="hs-means-{name}"') == 1
        assert markup.safe(word) in said
        assert markup.safe(means) in said


def _notes() -> None:
    from humsit.app import meaning

    meaning.lay_out()


def test_no_text_of_a_document_can_be_the_name_of_a_note() -> None:
    with pytest.raises(ValueError, match="no name of our own"):
        markup.opens("word", 'x" onclick="', "hs-chip")
    with pytest.raises(KeyError):
        meaning.chip("what a report says")
    assert "&lt;img" in meaning.term("place", "<img src=x>")
