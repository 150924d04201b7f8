"""What a correction makes of a figure, field by field, and what is refused in which words."""

from __future__ import annotations

import datetime as dt

import pytest
from builders import condition, denial, figure

from humsit import ledger
from humsit.ledger import CORRECTABLE
from humsit.mentions.numbers import bounds, read_number
from humsit.records import Action, Correction, Figure, Qualifier, Review, WrongValue
from humsit.vocabulary import load_vocabulary

EXACT = figure()
AT_LEAST = figure(qualifier="at_least", high=None)
MORE_THAN = figure(qualifier="more_than", high=None)
UP_TO = figure(qualifier="at_most", low=None)
NEARLY = figure(qualifier="nearly", low=20.9)
ABOUT = figure(qualifier="approximately", low=20.9, high=23.1)
BETWEEN = figure(qualifier="range", value=None, low=20, high=25)
DOZENS = figure(qualifier="vague", value=None, low=24, high=99)


def rows_for(fact, drafts, rows=()):
    """The ledger after the drafts were written."""
    rows = list(rows)
    for draft in drafts:
        number = len(rows) + 1
        said = {"action": draft.action, "field": draft.field, "was": draft.was, "now": draft.now, "undoes": draft.undoes}
        place = {"fact_id": fact.fact_id, "document_id": fact.document_id, "start": fact.start, "end": fact.end, "words": "22"}
        when = dt.datetime(2022, 3, 3, 12, number, tzinfo=dt.UTC)
        rows.append(Correction(correction_id=number, version=number, who="Ada", why="list", when=when, **place, **said))
    return rows


def corrected(fact, **changes):
    return ledger.apply(fact, rows_for(fact, ledger.changing(fact, [], changes))).fact


def whole(fact: Figure) -> tuple:
    return fact.value, fact.low, fact.high, fact.qualifier.value


@pytest.mark.parametrize(
    ("fact", "changes", "expected"),
    [
        (EXACT, {"value": "23"}, (23, 23, 23, "exact")),
        (EXACT, {"value": "1,200"}, (1200, 1200, 1200, "exact")),
        (EXACT, {"value": "1.5"}, (1.5, 1.5, 1.5, "exact")),
        (AT_LEAST, {"value": "23"}, (23, 23, None, "at_least")),
        (MORE_THAN, {"value": "23"}, (23, 23, None, "more_than")),
        (UP_TO, {"value": "23"}, (23, None, 23, "at_most")),
        (NEARLY, {"value": "500"}, (500, 475, 500, "nearly")),
        (ABOUT, {"value": "250000"}, (250_000, 237_500, 262_500, "approximately")),
        (BETWEEN, {"value": "23"}, (23, 23, 23, "exact")),
        (DOZENS, {"value": "30"}, (30, 30, 30, "exact")),
        (EXACT, {"value": None}, (None, 22, 22, "vague")),
        (EXACT, {"qualifier": "at_least"}, (22, 22, None, "at_least")),
        (EXACT, {"qualifier": "nearly"}, (22, 20.9, 22, "nearly")),
        (AT_LEAST, {"qualifier": "exact"}, (22, 22, 22, "exact")),
        (EXACT, {"qualifier": "range"}, (None, 22, 22, "range")),
        (BETWEEN, {"qualifier": "at_least"}, (20, 20, None, "at_least")),
        (BETWEEN, {"qualifier": "less_than"}, (25, None, 25, "less_than")),
        (EXACT, {"high": "25"}, (None, 22, 25, "range")),
        (EXACT, {"low": ""}, (22, None, 22, "at_most")),
        (EXACT, {"high": None}, (22, 22, None, "at_least")),
        (MORE_THAN, {"low": "30"}, (30, 30, None, "more_than")),
        (AT_LEAST, {"high": "22"}, (22, 22, 22, "exact")),
        (BETWEEN, {"low": "25"}, (25, 25, 25, "exact")),
        (DOZENS, {"low": "30"}, (None, 30, 99, "vague")),
        (EXACT, {"low": "300", "high": "400"}, (None, 300, 400, "range")),
        (EXACT, {"high": "15", "low": "10"}, (None, 10, 15, "range")),
        (DOZENS, {"qualifier": "at_least", "value": "30"}, (30, 30, None, "at_least")),
        (DOZENS, {"qualifier": "exact", "value": "30"}, (30, 30, 30, "exact")),
        (EXACT, {"value": "23", "low": "23", "high": "23", "qualifier": "exact"}, (23, 23, 23, "exact")),
    ],
    ids=str,
)
def test_the_four_bounds_follow_each_other(fact, changes, expected):
    assert whole(corrected(fact, **changes)) == expected


@pytest.mark.parametrize(
    ("fact", "changes", "sentence"),
    [
        (EXACT, {"low": "30"}, "low 30 would be above high 22: correct both, or choose another."),
        (EXACT, {"low": "30", "high": "29"}, "low 30 would be above high 29: correct both, or choose another."),
        (EXACT, {"value": "30", "low": "31"}, "low 31 would be above high 30: correct both, or choose another."),
        (EXACT, {"value": "30", "high": "35"}, "value 30 does not fit: the other values make it nothing, so correct those too."),
        (DOZENS, {"qualifier": "exact"}, "qualifier exact does not fit: the other values make it vague, so correct those too."),
        (
            EXACT,
            {"period_start": "2022-03-03", "period_end": "2022-03-01"},
            "period_start 2022-03-03 would be after period_end 2022-03-01: correct both, or choose another.",
        ),
        (EXACT, {"value": "22 or so"}, "value '22 or so' is no number: write it in digits, for instance 1200 or 1,200.5."),
        (EXACT, {"value": "1,5"}, "value '1,5' is no number: write it in digits, for instance 1200 or 1,200.5."),
        (EXACT, {"value": "nan"}, "value 'nan' is no number: write it in digits, for instance 1200 or 1,200.5."),
        (EXACT, {"value": "1e6"}, "value '1e6' is no number: write it in digits, for instance 1200 or 1,200.5."),
        (EXACT, {"value": "-3"}, "value -3 is too low: it cannot be below 0."),
        (EXACT, {"value": "9" * 20}, f"value {'9' * 20} is too high: it cannot be above 1000000000000000."),
        (EXACT, {"latitude": "91"}, "latitude 91 is too high: it cannot be above 90."),
        (EXACT, {"as_of": "3 March"}, "as_of '3 March' is no date: write it as year-month-day, for instance 2022-03-03."),
        (EXACT, {"unit": ""}, "unit cannot be '': choose one of people, households"),
        (EXACT, {"place": "x" * 1001}, "place is 1,001 characters long: give it in at most 1,000."),
        (EXACT, {"place": "Chernihiv"}, "There is nothing to correct: place is already Chernihiv."),
        (EXACT, {}, "There is nothing to correct: no field was named."),
        (condition(), {"value": "3"}, "'value' of a condition cannot be corrected: choose one of condition, state"),
    ],
    ids=str,
)
def test_what_is_refused_is_said_in_one_sentence(fact, changes, sentence):
    with pytest.raises(WrongValue) as refused:
        ledger.changing(fact, [], changes)
    assert str(refused.value).startswith(sentence)


@pytest.mark.parametrize("fact", [figure(), condition(), denial()], ids=lambda fact: fact.kind)
def test_every_correctable_field_is_one_of_the_record_and_takes_what_it_holds(fact):
    for name, field in CORRECTABLE[fact.kind].items():
        assert name in type(fact).model_fields
        assert field.meaning
        assert ledger.show(field.read(ledger.show(getattr(fact, name)))) == ledger.show(getattr(fact, name))


@pytest.mark.parametrize("fact", [figure(), condition(), denial()], ids=lambda fact: fact.kind)
def test_what_is_not_correctable_is_where_a_fact_comes_from(fact):
    fixed = {"document_id", "fact_id", "start", "end", "quote", "quote_start", "quote_end", "page", "origin", "why", "kind"}
    fixed |= {"number", "unit_text", "unit_start", "unit_end", "part_of", "replaced_by", "phrase"}
    assert set(type(fact).model_fields) - set(CORRECTABLE[fact.kind]) <= fixed


def test_corrected_fields_keep_the_types_of_the_record():
    fact = corrected(EXACT, measure="injured", as_of="2022-03-02", claimant="", low="20", latitude="51.5")
    assert type(fact).model_validate(fact.model_dump()) == fact
    assert (fact.measure, fact.as_of, fact.claimant, fact.latitude) == ("injured", dt.date(2022, 3, 2), "", 51.5)


def test_a_number_is_taken_as_reporters_and_spreadsheets_write_it():
    value = CORRECTABLE["figure"]["value"]
    for written in ("1200", "1,200", " 1 200 ", "1\u00a0200", "1\u202f200", "1200.0", "1,200.00"):
        assert value.read(written) == 1200
    assert isinstance(value.read("1200.0"), int)


def test_a_row_says_what_it_was_and_what_it_is():
    (draft,) = ledger.changing(EXACT, [], {"value": "1,200"})
    assert (draft.action, draft.field, draft.was, draft.now) == (Action.CORRECT, "value", "22", "1200")


def test_the_older_of_two_corrections_can_be_undone_and_the_newer_stays():
    rows = rows_for(EXACT, ledger.changing(EXACT, [], {"value": "23"}))
    rows = rows_for(EXACT, ledger.changing(EXACT, rows, {"value": "24"}), rows)
    undone = rows_for(EXACT, [ledger.undoing(EXACT, rows, 1)], rows)
    assert ledger.apply(EXACT, undone).fact.value == 24
    both = rows_for(EXACT, [ledger.undoing(EXACT, undone, 2)], undone)
    assert ledger.apply(EXACT, both).fact == EXACT


def test_an_approval_holds_until_the_fact_reads_otherwise():
    review = lambda rows: ledger.apply(EXACT, rows).review  # noqa: E731
    first = rows_for(EXACT, ledger.changing(EXACT, [], {"value": "23"}))
    approved = rows_for(EXACT, [ledger.reviewing(EXACT, first, Action.APPROVE)], first)
    assert review(approved) is Review.APPROVED
    changed = rows_for(EXACT, [ledger.undoing(EXACT, approved, 1)], approved)
    assert review(changed) is Review.APPROVED_BUT_CHANGED
    back = rows_for(EXACT, ledger.changing(EXACT, changed, {"value": "23"}), changed)
    assert review(back) is Review.APPROVED
    again = rows_for(EXACT, [ledger.reviewing(EXACT, changed, Action.APPROVE)], changed)
    assert review(again) is Review.APPROVED


def test_a_rejected_fact_stays_rejected_when_it_is_corrected_until_it_is_approved():
    rows = rows_for(EXACT, [ledger.reviewing(EXACT, [], Action.REJECT)])
    rows = rows_for(EXACT, ledger.changing(EXACT, rows, {"value": "23"}), rows)
    assert ledger.apply(EXACT, rows).review is Review.REJECTED
    rows = rows_for(EXACT, [ledger.reviewing(EXACT, rows, Action.APPROVE)], rows)
    assert ledger.apply(EXACT, rows).review is Review.APPROVED


def test_rows_that_no_longer_fit_a_new_reading_change_nothing():
    rows = rows_for(EXACT, ledger.changing(EXACT, [], {"value": "23", "measure": "injured"}))
    assert ledger.apply(condition(), rows).fact == condition()


@pytest.mark.parametrize(
    ("seen", "sentence"),
    [
        (0, "Ada changed value from 22 to 23 on 2022-03-03 at 12:01 UTC (list) since you opened this: look again, then decide."),
        (7, "Ada changed value from 22 to 23"),
    ],
)
def test_a_writer_who_is_late_is_told_who_changed_what_to_what(seen: int, sentence: str):
    rows = rows_for(EXACT, ledger.changing(EXACT, [], {"value": "23"}))
    told = ledger.stale(rows, seen)
    assert told is not None
    assert str(told).startswith(sentence)
    assert told.newest == rows[-1]
    assert ledger.stale(rows, 1) is None
    assert ledger.stale(rows, None) is None


def test_an_interval_is_that_of_the_row_contract():
    assert ledger.bounds_of(1_000_000, Qualifier.MORE_THAN) == (1_000_000, None)
    assert ledger.bounds_of(500, Qualifier.NEARLY) == (475, 500)
    assert ledger.bounds_of(40, Qualifier.LESS_THAN) == (None, 40)
    assert ledger.bounds_of(22, Qualifier.EXACT) == (22, 22)


@pytest.mark.parametrize("qualifier", [q for q in Qualifier if q not in (Qualifier.RANGE, Qualifier.VAGUE)])
@pytest.mark.parametrize("words", ["22", "500", "1 million", "1.5 million", "333"])
def test_the_ledger_and_the_reader_give_a_number_the_same_interval(words: str, qualifier: Qualifier):
    reading = read_number(words, load_vocabulary().lexicon)
    assert ledger.bounds_of(reading.value, qualifier) == pytest.approx(bounds(reading, qualifier.value))
