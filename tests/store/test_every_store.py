"""One contract, three stores: SQLite in memory, SQLite on disk, a real PostgreSQL server."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from functools import partial

import pytest
from builders import condition, denial, document, figure
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from humsit import ledger
from humsit.records import Action, Measure, Review, StaleCorrection, UnknownFact, UnreadableInput, WrongValue
from humsit.store import Store, migrations, open_store, schema

REPORT = document()
KILLED = figure()
SIGNED = {"who": "Ada", "why": "the ministry's list"}


@pytest.fixture
def store(store_url: str) -> Iterator[Store]:
    opened = open_store(store_url)
    yield opened
    opened.close()


@pytest.fixture
def kept(store: Store) -> Store:
    store.add(REPORT, [KILLED, condition(), denial()])
    return store


def change(store: Store, version: int | None = None, signed: dict[str, str] = SIGNED, **changes: str | None):
    return store.append(KILLED.fact_id, lambda fact, rows: ledger.changing(fact, rows, changes), version=version, **signed)


def undo(store: Store, correction_id: int):
    return store.append(KILLED.fact_id, lambda fact, rows: [ledger.undoing(fact, rows, correction_id)], **SIGNED)[0]


def decide(store: Store, action: Action):
    return store.append(KILLED.fact_id, lambda fact, rows: [ledger.reviewing(fact, rows, action)], **SIGNED)[0]


def value(store: Store):
    return store.fact(KILLED.fact_id).fact.value


def sql(store: Store, statement: str):
    with store._database.writing() as connection:
        return connection.execute(text(statement))


# --- documents and facts


def test_what_is_kept_comes_back_as_it_was(store: Store):
    report = document(
        "Рада: 1 million 🧍 يقول\r\ncombining e\u0301\r\n",
        document_id="id with / and ' and ☂",
        title="=cmd|' /C calc'!A0",
        publisher="Shafaq News",
        agency="Reuters",
        published=dt.date(2022, 3, 3),
        url="https://example.org/a?b=c",
    )
    read = figure(
        "1 million",
        of=report,
        value=1_000_000,
        low=1_000_000,
        qualifier="more_than",
        as_of=dt.date(2022, 3, 2),
        latitude=51.5,
        hedge="“said”",
    )
    store.add(report, [read])
    assert store.document(report.document_id) == report
    assert store.documents() == [report]
    (corrected,) = store.facts()
    assert corrected.fact == corrected.original == read
    assert (corrected.review, corrected.version) == (Review.EXTRACTED, 0)


def test_every_kind_of_fact_comes_back_in_the_order_of_its_words(kept: Store):
    assert [c.fact for c in kept.facts()] == [KILLED, condition(), denial()]
    assert [c.fact for c in kept.facts(REPORT.document_id)] == [KILLED, condition(), denial()]
    assert kept.facts("another") == []


def test_adding_the_same_document_twice_changes_nothing(kept: Store):
    change(kept, value="23")
    before = kept.revision(), kept.facts(), kept.corrections()
    assert kept.add(REPORT, [KILLED, condition(), denial()]) is False
    assert kept.add(REPORT.model_copy(update={"title": "another"}), []) is False
    assert (kept.revision(), kept.facts(), kept.corrections()) == before


def test_another_text_under_a_kept_id_is_refused(kept: Store):
    with pytest.raises(WrongValue, match="Another text is kept under the id"):
        kept.add(document("Nobody was hurt.", document_id=REPORT.document_id), [])
    assert kept.document(REPORT.document_id) == REPORT


def test_the_same_text_under_two_ids_gives_rows_for_each(store: Store):
    first, second = document(document_id="a"), document(document_id="b")
    assert store.add(first, [figure(of=first)])
    assert store.add(second, [figure(of=second)])
    assert [(c.fact.document_id, c.fact.number) for c in store.facts()] == [("a", "22"), ("b", "22")]


def test_documents_come_back_in_the_order_in_which_they_were_added(store: Store):
    for name in ("z", "a", "m"):
        store.add(document(document_id=name), [])
    assert [d.document_id for d in store.documents()] == ["z", "a", "m"]


def test_a_document_that_fails_halfway_leaves_nothing(store: Store):
    twice = [KILLED, KILLED]
    with pytest.raises(DBAPIError):
        store.add(REPORT, twice)
    assert store.is_empty()
    assert store.facts() == []


def test_what_does_not_exist_is_said_in_words(kept: Store):
    assert kept.document("none") is None
    with pytest.raises(UnknownFact, match="There is no fact 'none'"):
        kept.fact("none")
    with pytest.raises(UnknownFact, match="There is no fact 'none'"):
        kept.append("none", lambda fact, rows: [], **SIGNED)
    with pytest.raises(WrongValue, match="There is no correction 7"):
        kept.correction(7)


# --- the ledger


def test_a_correction_is_a_row_with_author_time_and_reason(kept: Store):
    before = dt.datetime.now(dt.UTC)
    (row,) = change(kept, value="23")
    assert (row.fact_id, row.document_id, row.start, row.end, row.words) == (KILLED.fact_id, REPORT.document_id, 24, 26, "22")
    assert (row.version, row.action, row.field, row.was, row.now) == (1, Action.CORRECT, "value", "22", "23")
    assert (row.who, row.why) == ("Ada", "the ministry's list")
    assert before <= row.when <= dt.datetime.now(dt.UTC)
    assert row.when.utcoffset() == dt.timedelta(0)
    assert kept.corrections() == kept.corrections(KILLED.fact_id) == [row]
    assert kept.correction(row.correction_id) == row


def test_a_corrected_value_moves_its_bounds_and_the_original_stays(kept: Store):
    change(kept, value="23")
    corrected = kept.fact(KILLED.fact_id)
    assert (corrected.fact.value, corrected.fact.low, corrected.fact.high) == (23, 23, 23)
    assert corrected.original == KILLED
    assert {name: (c.was, c.now) for name, c in corrected.changes.items()} == {
        "value": ("22", "23"),
        "low": ("22", "23"),
        "high": ("22", "23"),
    }


def test_several_fields_are_corrected_together_or_not_at_all(kept: Store):
    rows = change(kept, qualifier="range", low="20", high="25", place="Kyiv")
    assert [row.version for row in rows] == [1, 2, 3, 4]
    fact = kept.fact(KILLED.fact_id).fact
    assert (fact.value, fact.low, fact.high, fact.qualifier, fact.place) == (None, 20, 25, "range", "Kyiv")
    with pytest.raises(WrongValue, match="no number"):
        change(kept, place="Odessa", low="many")
    assert kept.fact(KILLED.fact_id).fact.place == "Kyiv"
    assert len(kept.corrections()) == 4


@pytest.mark.parametrize(
    ("changes", "signed", "sentence"),
    [
        ({"value": "23"}, {"who": "Ada", "why": "  "}, "A correction needs a reason: say why."),
        ({"value": "23"}, {"who": "", "why": "list"}, "A correction needs an author: say who you are."),
        ({"low": "30"}, SIGNED, "low 30 would be above high 22"),
        ({"value": "-1"}, SIGNED, "value -1 is too low"),
        ({"as_of": "2022-02-30"}, SIGNED, "as_of '2022-02-30' is no date"),
        ({"measure": "slain"}, SIGNED, "measure cannot be 'slain': choose one of killed"),
        ({"fact_id": "x"}, SIGNED, "'fact_id' of a figure cannot be corrected"),
        ({"value": "22"}, SIGNED, "There is nothing to correct: value is already 22"),
    ],
)
def test_what_cannot_be_corrected_is_one_sentence_and_changes_nothing(kept: Store, changes, signed, sentence):
    before = kept.revision()
    with pytest.raises(WrongValue, match=sentence) as refused:
        change(kept, signed=signed, **changes)
    assert "\n" not in str(refused.value)
    assert kept.corrections() == []
    assert kept.revision() == before


def test_undo_redo_and_undo_again_are_rows_too(kept: Store):
    (row,) = change(kept, value="23")
    undone = undo(kept, row.correction_id)
    assert value(kept) == 22
    assert kept.fact(KILLED.fact_id).changes == {}
    assert (undone.field, undone.was, undone.now, undone.undoes) == ("value", "23", "22", row.correction_id)
    with pytest.raises(WrongValue, match=f"already undone by Ada: undo correction {undone.correction_id} to redo it"):
        undo(kept, row.correction_id)
    undo(kept, undone.correction_id)
    assert value(kept) == 23
    undo(kept, row.correction_id)
    assert value(kept) == 22
    assert [r.version for r in kept.corrections()] == [1, 2, 3, 4]


def test_review_follows_what_analysts_decide(kept: Store):
    review = lambda: kept.fact(KILLED.fact_id).review  # noqa: E731
    decide(kept, Action.APPROVE)
    assert review() is Review.APPROVED
    (row,) = change(kept, value="23")
    assert review() is Review.APPROVED_BUT_CHANGED
    undo(kept, row.correction_id)
    assert review() is Review.APPROVED
    rejected = decide(kept, Action.REJECT)
    assert review() is Review.REJECTED
    undo(kept, rejected.correction_id)
    assert review() is Review.APPROVED


def test_the_database_itself_refuses_to_change_the_ledger(kept: Store):
    change(kept, value="23")
    for statement in ("UPDATE corrections SET now = '99'", "DELETE FROM corrections"):
        with pytest.raises(DBAPIError, match="append-only"):
            sql(kept, statement)
    assert value(kept) == 23


@pytest.mark.parametrize(
    ("broken", "constraint"),
    [
        ({"why": "' '"}, "author_and_reason"),
        ({"who": "''"}, "author_and_reason"),
        ({"version": "0"}, "version_counts_from_one"),
        ({"action": "'forget'"}, "known_action"),
        ({"action": "'undo'"}, "undo_names_its_row"),
        ({"field": "NULL"}, "correct_names_its_field"),
    ],
)
def test_the_database_itself_refuses_a_row_that_breaks_the_rules(kept: Store, broken, constraint):
    row = {"fact_id": "'f'", "document_id": f"'{REPORT.document_id}'", "start": "1", '"end"': "2", "words": "''", "version": "1"}
    row |= {"action": "'correct'", "field": "'value'", "who": "'a'", "why": "'b'", "made": "'2022-03-03 00:00:00'"} | broken
    with pytest.raises(DBAPIError, match=f"ck_corrections_{constraint}"):
        sql(kept, f"INSERT INTO corrections ({', '.join(row)}) VALUES ({', '.join(row.values())})")


def test_a_figure_that_was_missed_is_added_through_the_ledger(kept: Store):
    missed = figure("Chernihiv", measure="affected", value=5, low=5, high=5, origin="analyst")
    row = kept.add_figure(missed, **SIGNED)
    assert row.action is Action.ADD
    assert kept.fact(missed.fact_id).fact == missed
    with pytest.raises(WrongValue, match=r"already \(affected\): correct it"):
        kept.add_figure(missed, **SIGNED)
    kept.append(missed.fact_id, lambda fact, rows: [ledger.undoing(fact, rows, row.correction_id)], **SIGNED)
    assert kept.fact(missed.fact_id).rejected


def test_a_figure_added_over_what_the_reader_did_not_follow_begins_anew(store: Store):
    store.add(REPORT, [figure(measure="other", place="Odessa")])
    (early,) = change(store, hedge="so they say")
    meant = figure(origin="analyst", place="Chernihiv")
    row = store.add_figure(meant, **SIGNED)
    assert store.fact(KILLED.fact_id).fact == meant
    assert sql(store, "SELECT measure, place, origin FROM facts").one() == ("killed", "Chernihiv", "analyst")
    decide(store, Action.REJECT)
    again = store.add_figure(figure(origin="analyst", place="Slavutych"), **SIGNED)
    assert (store.fact(KILLED.fact_id).fact.place, store.fact(KILLED.fact_id).review) == ("Slavutych", Review.EXTRACTED)
    for taken_back in (again, row):
        undo(store, taken_back.correction_id)
    corrected = store.fact(KILLED.fact_id)
    assert (corrected.fact.measure, corrected.fact.place, corrected.fact.hedge) == (Measure.OTHER, "Odessa", "so they say")
    assert early in store.corrections()


# --- a new reading


def test_corrections_survive_a_new_reading(kept: Store):
    change(kept, value="23")
    kept.replace_facts(REPORT.document_id, [figure(place="Chernihiv region")])
    (corrected,) = kept.facts()
    assert (corrected.fact.value, corrected.fact.place) == (23, "Chernihiv region")
    assert kept.homeless() == []
    assert kept.problems() == []


def test_a_correction_whose_fact_is_gone_is_homeless_and_comes_home(kept: Store):
    (row,) = change(kept, value="23")
    kept.replace_facts(REPORT.document_id, [condition()])
    assert kept.homeless() == [row]
    with pytest.raises(UnknownFact, match="no longer read from its document: what was corrected"):
        kept.fact(KILLED.fact_id)
    undone = undo(kept, row.correction_id)
    assert kept.homeless() == [row, undone]
    kept.replace_facts(REPORT.document_id, [KILLED])
    assert kept.homeless() == []
    assert value(kept) == 22


def test_an_added_figure_survives_a_new_reading_that_misses_it_or_finds_it(kept: Store):
    missed = figure("Chernihiv", measure="affected", value=5, low=5, high=5, origin="analyst")
    kept.add_figure(missed, **SIGNED)
    found = missed.model_copy(update={"origin": "text", "measure": Measure.KILLED})
    for read in ([KILLED], [KILLED, found], []):
        kept.replace_facts(REPORT.document_id, read)
        assert kept.fact(missed.fact_id).fact == missed
    assert kept.homeless() == []


# --- many at once


def at_once(*deeds: Callable[[], object]) -> list[object]:
    """What each deed gives, or raises, when all start at the same moment."""
    results: list[object] = [None] * len(deeds)
    gate = threading.Barrier(len(deeds))

    def run(number: int, deed: Callable[[], object]) -> None:
        gate.wait()
        try:
            results[number] = deed()
        except Exception as reason:
            results[number] = reason

    threads = [threading.Thread(target=run, args=item) for item in enumerate(deeds)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


def test_of_two_writers_exactly_one_wins_and_the_other_is_told(kept: Store):
    for version in range(10):
        deeds = [
            partial(change, kept, version, {"who": who, "why": "list"}, value=f"{100 + version}{n}")
            for n, who in enumerate(("Ada", "Bo"))
        ]
        results = at_once(*deeds)
        lost = [r for r in results if isinstance(r, StaleCorrection)]
        won = [r for r in results if isinstance(r, list)]
        assert (len(won), len(lost)) == (1, 1), results
        (newest,) = won[0]
        assert lost[0].newest == newest
        assert f"{newest.who} changed value from {newest.was} to {newest.now}" in str(lost[0])
        assert value(kept) == int(newest.now)


def test_many_writers_lose_nothing(kept: Store):
    results = at_once(*(lambda n=n: change(kept, place=f"place {n}") for n in range(12)))
    assert all(isinstance(r, list) for r in results), results
    assert sorted(row.now for row in kept.corrections()) == sorted(f"place {n}" for n in range(12))
    assert [row.version for row in kept.corrections()] == list(range(1, 13))
    assert kept.problems() == []


def test_a_document_added_by_many_at_once_is_new_once(store: Store):
    results = at_once(*(lambda: store.add(REPORT, [KILLED]) for _ in range(6)))
    assert sorted(results, key=str) == [False] * 5 + [True]
    assert len(store.facts()) == 1


def test_readers_see_one_moment_while_others_write(kept: Store):
    seen: list[tuple[int, object]] = []
    at_once(
        lambda: [change(kept, value=str(n)) for n in range(30, 60)],
        lambda: [
            seen.append((r, next(c.fact.value for c in facts if c.fact_id == KILLED.fact_id)))
            for r, facts in (kept.facts() for _ in range(30))
        ],
    )
    assert all(read == (22 if revision == 1 else 28 + revision) for revision, read in seen), seen


def test_processes_that_open_an_empty_store_together_all_find_it_whole(shared_store_url: str):
    code = "import sys; from humsit.store import open_store; print(open_store(sys.argv[1]).revision())"
    started = [
        subprocess.Popen(
            [sys.executable, "-c", code, shared_store_url], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        for _ in range(4)
    ]
    assert [process.communicate(timeout=60) for process in started] == [("0\n", "")] * 4


# --- soundness


def test_revision_grows_with_every_write_and_with_nothing_else(store: Store):
    seen = [store.revision()]
    for deed in (
        lambda: store.add(REPORT, [KILLED]),
        lambda: change(store, value="23"),
        lambda: undo(store, 1),
        lambda: decide(store, Action.APPROVE),
        lambda: store.replace_facts(REPORT.document_id, [KILLED]),
    ):
        deed()
        seen.append(store.revision())
    assert seen == sorted(set(seen))
    store.facts(), store.corrections(), store.homeless(), store.problems()
    assert store.revision() == seen[-1]


def test_filter_columns_follow_the_ledger(kept: Store):
    change(kept, value="23", place="Kyiv", measure="injured")
    columns = "SELECT measure, place, value, low, high, review, version FROM facts WHERE kind = 'figure'"
    assert tuple(sql(kept, columns).one()) == ("injured", "Kyiv", 23, 23, 23, "extracted", 3)
    undo(kept, 1)
    assert tuple(sql(kept, columns).one())[2:] == (22, 22, 22, "extracted", 4)
    assert kept.problems() == []


def test_a_column_that_does_not_follow_is_found(kept: Store):
    sql(kept, "UPDATE facts SET place = 'Elsewhere' WHERE kind = 'figure'")
    assert kept.problems() == [f"Fact {KILLED.fact_id}: column place does not follow its corrections; read its document again."]
    kept.replace_facts(REPORT.document_id, [KILLED])
    assert kept.problems() == []


def test_everything_is_still_there_when_the_store_is_opened_again(shared_store_url: str):
    first = open_store(shared_store_url)
    first.add(REPORT, [KILLED])
    change(first, value="23")
    before = first.revision(), first.facts(), first.corrections(), first.documents()
    first.close()
    again = open_store(shared_store_url)
    assert (again.revision(), again.facts(), again.corrections(), again.documents()) == before
    again.close()


def test_a_store_can_be_opened_while_somebody_writes(shared_store_url: str):
    store = open_store(shared_store_url)
    store.add(REPORT, [KILLED])
    with store._database.writing() as connection:
        connection.execute(text("UPDATE meta SET value = value + 1 WHERE name = 'revision'"))
        reader = open_store(shared_store_url)
        assert [c.fact for c in reader.facts()] == [KILLED]
        reader.close()
    store.close()


def test_a_store_of_a_newer_humsit_is_refused(shared_store_url: str):
    store = open_store(shared_store_url)
    sql(store, "UPDATE meta SET value = 99 WHERE name = 'schema'")
    store.close()
    with pytest.raises(UnreadableInput, match="This store has schema 99"):
        open_store(shared_store_url)


def test_an_older_store_is_brought_up_to_date_once(shared_store_url: str, monkeypatch: pytest.MonkeyPatch):
    store = open_store(shared_store_url)
    store.add(REPORT, [KILLED])
    store.close()
    monkeypatch.setattr(migrations, "SCHEMA_VERSION", schema.SCHEMA_VERSION + 1)
    step = {
        schema.SCHEMA_VERSION + 1: lambda connection: connection.execute(text("ALTER TABLE documents ADD COLUMN language TEXT"))
    }
    monkeypatch.setattr(migrations, "STEPS", step)
    for _ in range(2):
        upgraded = open_store(shared_store_url)
        assert sql(upgraded, "SELECT language FROM documents").all() == [(None,)]
        assert sql(upgraded, "SELECT value FROM meta WHERE name = 'schema'").scalar_one() == schema.SCHEMA_VERSION + 1
        upgraded.close()


def test_a_fact_with_fields_of_an_older_humsit_can_still_be_read(kept: Store):
    payload = KILLED.model_dump_json().replace("{", '{"colour":"red",', 1)
    with kept._database.writing() as connection:
        connection.execute(text("UPDATE facts SET payload = :p WHERE kind = 'figure'"), {"p": payload})
    assert kept.fact(KILLED.fact_id).fact == KILLED


def test_tables_of_another_program_are_left_alone(shared_store_url: str):
    store = open_store(shared_store_url)
    for name in ("corrections", "facts", "meta"):
        sql(store, f"DROP TABLE {name}")
    store.close()
    with pytest.raises(UnreadableInput, match="tables of another program"):
        open_store(shared_store_url)
