"""The Accuracy view: plain sentences first, the texts that nobody had read told apart, cases beside each share."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest
from drawn import Draw, text_of

from humsit.accuracy import KnownError, Measurement, Rate, Source, measured
from humsit.app import shares, words
from humsit.app.views import accuracy
from humsit.situation import Situation


def source(title: str = "Appeals", *, read: bool = True, **fields: Any) -> Source:
    counted: dict[str, Any] = {
        "note": "Of one agency.",
        "texts": 20,
        "found": Rate(190, 200, 250),
        "record": Rate(150, 200, 250),
        "fields": {"interval": 190, "qualifier": 190, "unit": 189, "group": 180, "place": 100, "claimant": 150, "stance": 190},
        "conditions": Rate(4, 5, 8),
        "condition_fields": {"state": 4, "place": 3, "claimant": 2},
        "traps": 40,
        "sprung": 2,
        "by_measure": {"killed": Rate(90, 100, 100), "aid": Rate(1, 1, 3), "funding": Rate(0, 2, 0)},
    }
    return Source(title=title, read_during_development=read, **counted | fields)


UNREAD = source("Unread wire", read=False, found=Rate(199, 200, 200))


def test_the_first_sentence_speaks_of_texts_that_nobody_had_read() -> None:
    first, second = shares.sentences(Measurement(sources=(source(), UNREAD)))
    assert first.startswith(
        "On texts not read while the reader was made (20 texts with 200 figures), 99 of 100 figures are found, "
        "and 99 of 100 that it reads are really there. Of those found, it has the claimant right in 75 of 100, "
    )
    assert second.startswith("On texts read while the reader was made (20 texts with 250 figures), 76 of 100 figures are found")
    assert second.endswith("Of the conditions, 4 of 8 are found. Of 40 numbers that are no figures it takes 2 for one.")


def test_where_all_texts_were_read_the_first_sentence_says_so() -> None:
    first, _ = shares.sentences(Measurement(sources=(source(),)))
    assert first == words.NOT_MEASURED


def test_texts_of_the_same_kind_are_counted_as_one() -> None:
    both = Measurement(sources=(source(), UNREAD, source("Blogs", found=Rate(10, 100, 50))))
    together = both.together(read_during_development=True)
    assert together is not None
    assert (together.texts, together.found, together.by_measure["killed"].right) == (40, Rate(200, 300, 300), 180)
    assert Measurement(sources=()).together(read_during_development=True) is None


@pytest.mark.parametrize(
    ("share", "said"),
    [((1.0, 5), "1.00"), ((0.999, 1000), "0.99"), ((0.125, 8), "0.12"), ((0.0, 3), "0.00"), ((0.0, 0), "–")],
)
def test_two_decimals_never_rounded_up_to_all(share: tuple[float, int], said: str) -> None:
    assert shares.Share(*share).said == said


def test_the_view_says_and_tables_what_was_measured(draw: Draw, empty: Situation) -> None:
    app = draw(accuracy.show, empty)
    said, kept = text_of(app), measured()
    assert all(sentence in said for sentence in shares.sentences(kept))
    for one in kept.sources:
        assert said.count(f"<th>{one.title}</th>") == 2
    for label in (*words.SHARE.values(), words.OF_FIGURES, words.MEASURE["killed"]):  # type: ignore[index]
        assert f"<th>{label}</th>" in said
    assert all(error.sentence.replace("'", "&#x27;") in said for error in kept.errors)


def test_cases_stand_beside_each_share_and_few_are_shown_so(empty: Situation) -> None:
    parts = [*shares.of_fields([source(), UNREAD]), *shares.of_measures([source(), UNREAD])]
    told = {line.label: line.shares[0] for part in parts for line in part.lines}
    assert (told["Found, of those that are there"].said, told["Found, of those that are there"].cases) == ("0.76", 250)
    assert (told["The place"].said, told["The place"].cases) == ("0.53", 190)
    assert (told["Taken for one"].said, told["Taken for one"].cases) == ("0.05", 40)
    assert (told["Aid delivered"].said, told["Aid delivered"].is_of_few) == ("0.50", True)
    assert (told["Funding"].said, told["Funding"].cases) == ("0.00", 2), "read though nothing was there"
    assert "Injured" not in told


def test_texts_that_lack_a_measure_have_a_dash_there() -> None:
    other = source("Other", by_measure={"injured": Rate(5, 5, 5)})
    (part,) = shares.of_measures([source(), other])
    assert {line.label: [share.said for share in line.shares] for line in part.lines}["Killed"] == ["0.90", "–"]


def test_the_csv_holds_a_line_for_each_share() -> None:
    rows = list(csv.DictReader(io.StringIO(shares.as_csv([source(), UNREAD]))))
    (place,) = [row for row in rows if row["what"] == "The place" and row["texts"] == "Unread wire"]
    assert (place["read_during_development"], place["cases"]) == ("no", "199")
    assert len(rows) == 2 * (len(words.SHARE) + 3)


def test_hostile_words_of_a_table_are_printed_as_they_are(draw: Draw, empty: Situation, monkeypatch: pytest.MonkeyPatch) -> None:
    error = KnownError(sentence="<b>x</b>", example="<i>y</i>", read="z")
    hostile = Measurement(sources=(source("<script>"),), errors=(error,))
    monkeypatch.setattr(accuracy, "measured", lambda: hostile)
    said = text_of(draw(accuracy.show, empty))
    assert "<script>" not in said
    assert "&lt;b&gt;x" in said
