"""What the learned measures know, and that learning is the same every time."""

from __future__ import annotations

from pathlib import Path

import pytest
from reading import LEXICON, figures

from humsit.mentions.measures import learned
from humsit.mentions.measures.train import examples, learn, rows, texts_of, unmarked

EXAMPLES = Path(learned.__file__).parent / "examples"


def test_marks_are_taken_off_and_kept() -> None:
    text, measures = unmarked("Rain left {1,200|affected} people and {two|other} roads under water.")
    assert text == "Rain left 1,200 people and two roads under water."
    assert {text[at:][:3]: measure for at, measure in measures.items()} == {"1,2": "affected", "two": "other"}


def test_the_same_examples_give_the_same_weights() -> None:
    texts = list(texts_of(EXAMPLES / "things.txt"))[:60]
    first, again = (rows(learn(list(examples(texts, LEXICON)))) for _ in range(2))
    assert first == again
    assert len(first) > 100


def test_weights_are_written_as_they_are_read() -> None:
    written = ["does\tflee\tdisplaced=40\tother=-25", "kind\tbare\tother=12"]
    model = learned.parse_model(written)
    flee = [("does", "flee", 4), ("does", "unknown", 5)]
    assert model.best(flee) == ("displaced", 65)
    assert model.weightiest(flee, "displaced") == 4
    assert model.best([("kind", "bare", 4)]) == ("other", 12)
    assert model.best([]) == ("other", 0)  # nothing seen: no measure leads


@pytest.mark.parametrize("report", sorted(EXAMPLES.glob("*.txt")), ids=lambda path: path.stem)
def test_every_example_is_marked_with_a_measure_that_exists(report: Path) -> None:
    known = set(learned.default_model().measures)
    assert {measure for text in texts_of(report) for measure in text.measures.values()} <= known


def test_a_learned_measure_names_the_word_that_weighed_most() -> None:
    likely = [
        (figure, reason)
        for text in texts_of(EXAMPLES / "people.txt")
        for figure in figures(text.text)
        for reason in figure.why
        if reason.field == "measure" and reason.rule.endswith(": likely")
    ]
    assert likely
    assert all(reason.rule.startswith(figure.measure.value) and reason.words in figure.quote for figure, reason in likely)
