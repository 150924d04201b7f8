"""Whatever analysts do, in whatever order: undone is as if never done, figures stay whole, and no row of the ledger is lost."""

from __future__ import annotations

import datetime as dt
import random

from builders import condition, document, figure
from hypothesis import given, settings
from hypothesis import strategies as st

from humsit import ledger
from humsit.ledger import CORRECTABLE, CorrectedFact, Draft
from humsit.records import Action, AnyFact, Correction, Figure, Qualifier, WrongValue
from humsit.store import open_store

SIGNED = {"who": "Ada", "why": "counted again"}
FIRST_READ = (
    figure(),
    figure(qualifier="at_least", high=None),
    figure(qualifier="nearly", low=20.9),
    figure(qualifier="range", value=None, low=20, high=25),
    figure(qualifier="vague", value=None, low=24, high=99),
    figure(qualifier="at_most", low=None),
    figure(measure="other"),
    condition(),
)

numbers = st.one_of(st.integers(10, 40), st.integers(0, 10**6), st.floats(0, 10**6).map(lambda n: round(n, 3)), st.none()).map(
    ledger.show
)
days = st.dates(dt.date(2000, 1, 1), dt.date(2040, 1, 1)).map(str)


def texts_for(name: str) -> st.SearchStrategy[str | None]:
    """Texts that a form could send for a field, most of them good."""
    field = CORRECTABLE["figure"].get(name) or CORRECTABLE["condition"][name]
    given = {
        "number": numbers,
        "date": st.one_of(days, st.none()),
        "choice": st.sampled_from(field.choices or ("",)),
        "text": st.text(max_size=8),
    }
    return given[field.asks]


fields = st.sampled_from(
    ["value", "low", "high", "qualifier", "value", "low", "high", "qualifier", "place", "as_of", "measure", "condition"]
)
change = fields.flatmap(lambda name: st.tuples(st.just("change"), st.just(name), texts_for(name)))
deeds = st.one_of(
    change, change, st.tuples(st.sampled_from(["approve", "reject"])), st.tuples(st.just("undo"), st.integers(0, 50))
)
histories = st.lists(deeds, max_size=14)
facts = st.sampled_from(FIRST_READ)


def drafts_of(fact: AnyFact, rows: list[Correction], deed: tuple) -> list[Draft]:
    """What a deed would append; nothing where the ledger refuses it."""
    try:
        if deed[0] == "change":
            return ledger.changing(fact, rows, {deed[1]: deed[2]})
        if deed[0] == "undo":
            return [ledger.undoing(fact, rows, rows[deed[1] % len(rows)].correction_id)] if rows else []
        if deed[0] == "add":
            return [ledger.adding(deed[1], ledger.apply(fact, rows))]
        return [ledger.reviewing(fact, rows, Action(deed[0]))]
    except WrongValue:
        return []


def written(fact: AnyFact, rows: list[Correction], drafts: list[Draft]) -> list[Correction]:
    """The ledger with the drafts appended."""
    about = {"fact_id": fact.fact_id, "document_id": fact.document_id, "start": fact.start, "end": fact.end, "words": ""}
    rows = list(rows)
    for draft in drafts:
        said = {"action": draft.action, "field": draft.field, "was": draft.was, "now": draft.now, "undoes": draft.undoes}
        number = len(rows) + 1
        rows.append(
            Correction(
                correction_id=number, version=number, when=dt.datetime(2022, 3, 3, tzinfo=dt.UTC), **about, **said, **SIGNED
            )
        )
    return rows


def ledger_of(fact: AnyFact, history: list[tuple]) -> list[Correction]:
    rows: list[Correction] = []
    for deed in history:
        rows = written(fact, rows, drafts_of(fact, rows, deed))
    return rows


def reading(corrected: CorrectedFact) -> tuple:
    """What an analyst sees of a fact."""
    return corrected.fact, corrected.original, {name: (c.was, c.now) for name, c in corrected.changes.items()}, corrected.review


@settings(max_examples=300)
@given(facts, histories, deeds)
def test_done_and_undone_is_never_done(fact: AnyFact, history: list[tuple], deed: tuple):
    before = ledger_of(fact, history)
    done = written(fact, before, drafts_of(fact, before, deed))
    undone = done
    for row in done[len(before) :]:
        undone = written(fact, undone, [ledger.undoing(fact, undone, row.correction_id)])
    assert reading(ledger.apply(fact, undone)) == reading(ledger.apply(fact, before))
    redone = undone
    for row in undone[len(done) :]:
        redone = written(fact, redone, [ledger.undoing(fact, redone, row.correction_id)])
    assert reading(ledger.apply(fact, redone)) == reading(ledger.apply(fact, done))


@given(facts, histories, st.randoms(use_true_random=False))
def test_a_history_reads_the_same_whenever_and_in_whatever_order_it_is_replayed(
    fact: AnyFact, history: list[tuple], chance: random.Random
):
    rows = ledger_of(fact, history)
    shuffled = chance.sample(rows, len(rows))
    assert reading(ledger.apply(fact, shuffled)) == reading(ledger.apply(fact, rows))


@given(facts, histories)
def test_what_was_asked_for_is_what_is_read_afterwards(fact: AnyFact, history: list[tuple]):
    rows: list[Correction] = []
    for deed in history:
        drafts = drafts_of(fact, rows, deed)
        rows = written(fact, rows, drafts)
        if deed[0] == "change" and drafts:
            (draft,) = drafts
            assert ledger.show(getattr(ledger.apply(fact, rows).fact, draft.field)) == draft.now


@settings(max_examples=400)
@given(facts, histories, facts)
def test_a_figure_stays_whole_also_under_corrections_of_another_reading(fact: AnyFact, history: list[tuple], read_anew: AnyFact):
    now = ledger.apply(read_anew, ledger_of(fact, history)).fact
    assert type(now).model_validate(now.model_dump()) == now
    if not isinstance(now, Figure):
        return
    low, high = now.low if now.low is not None else 0, now.high if now.high is not None else float("inf")
    assert low <= high
    assert now.value is None or low <= now.value <= high
    if now.qualifier is Qualifier.EXACT:
        assert now.value == now.low == now.high
    if now.qualifier in (Qualifier.RANGE, Qualifier.VAGUE):
        assert now.value is None


@given(facts, histories)
def test_every_row_is_undone_at_most_once(fact: AnyFact, history: list[tuple]):
    undone = [row.undoes for row in ledger_of(fact, history) if row.undoes is not None]
    assert len(undone) == len(set(undone))


@given(histories, st.permutations(FIRST_READ[:1] + FIRST_READ[-1:]), st.lists(st.booleans(), max_size=3))
def test_no_row_is_ever_lost_and_no_order_of_facts_matters(history: list[tuple], order: list[AnyFact], found: list[bool]):
    fact, store = FIRST_READ[0], open_store("sqlite://")
    store.add(document(), order)
    appended: list[Correction] = []
    for deed in history:
        try:
            appended += store.append(fact.fact_id, lambda fact, rows, deed=deed: drafts_of(fact, list(rows), deed), **SIGNED)
        except WrongValue:
            continue
    assert store.corrections() == appended
    rows = ledger_of(fact, history)
    assert store.problems() == []
    assert [c.fact for c in store.facts()] == [ledger.apply(fact, rows).fact, FIRST_READ[-1]]
    for there in [*found, True]:
        store.replace_facts(document().document_id, order if there else [])
        assert store.corrections() == appended
        assert store.homeless() == ([] if there else appended)
        assert store.problems() == []
    assert [c.fact for c in store.facts()] == [ledger.apply(fact, rows).fact, FIRST_READ[-1]]
    store.close()


@given(fields.flatmap(lambda name: st.tuples(st.just(name), texts_for(name))))
def test_what_a_table_shows_of_a_field_can_be_typed_in_again(asked: tuple[str, str | None]):
    name, text = asked
    field = CORRECTABLE["figure"].get(name) or CORRECTABLE["condition"][name]
    shown = ledger.show(field.read(text))
    assert ledger.show(field.read(shown)) == shown
