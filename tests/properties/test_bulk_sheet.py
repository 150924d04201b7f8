"""Whatever is typed into a sheet: unchanged it changes nothing, exactly what was typed is changed, and undo restores it."""

from __future__ import annotations

import csv
import datetime as dt
import io

from builders import condition, document, figure
from hypothesis import given, settings
from hypothesis import strategies as st

from humsit.ledger import CORRECTABLE, show
from humsit.situation import open_situation
from humsit.situation.bulk import accept, preview
from humsit.situation.sheet import sheet

SIGNED = {"who": "Ada", "why": "counted again"}
LETTERS = st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\x00")
names = st.text(LETTERS, max_size=12)
REPORT = document("First 11, then 12 to 15, then dozens, then 13 and 14. No water.")
INDEPENDENT = ("group", "claimant", "stance", "side", "event", "measure", "credibility", "published", "hedge")
"""Fields that no other one follows."""


@st.composite
def facts(draw: st.DrawFn) -> list:
    """Figures of all shapes whose texts are as odd as texts can be."""
    texts = {"place": draw(names), "claimant": draw(names), "group": draw(names), "event": draw(names)}
    day = draw(st.none() | st.dates(dt.date(1990, 1, 1), dt.date(2030, 1, 1)))
    return [
        figure("11", REPORT, **texts, as_of=day),
        figure("12 to 15", REPORT, qualifier="range", value=None, low=12, high=15, published=day),
        figure(
            "dozens", REPORT, qualifier="vague", value=None, low=24, high=99, latitude=draw(st.floats(-90, 90)), longitude=1.5
        ),
        figure("13", REPORT, qualifier="nearly", low=12.35, place=draw(names)),
        figure("14", REPORT, value=draw(st.integers(0, 10**12)), low=None, high=None),
        condition("No water", REPORT),
    ]


def saved(rows: list[list[str]], separator: str) -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=separator).writerows(rows)
    return out.getvalue().encode("utf-8-sig")


def text_for(name: str) -> st.SearchStrategy[str]:
    field = CORRECTABLE["figure"][name]
    if field.asks == "choice":
        return st.sampled_from(field.choices)
    return st.dates(dt.date(1990, 1, 1), dt.date(2030, 1, 1)).map(str) if field.asks == "date" else names


edits = st.lists(
    st.tuples(st.integers(1, 5), st.sampled_from(INDEPENDENT)).flatmap(lambda at: st.tuples(st.just(at), text_for(at[1]))),
    max_size=6,
)


@settings(max_examples=60, deadline=None)
@given(facts(), edits, st.sampled_from([",", ";", "\t"]))
def test_what_is_typed_is_what_changes(read: list, typed: list, separator: str) -> None:
    situation = open_situation("sqlite://")
    situation.store.add(REPORT, read)
    made = sheet(situation)
    rows = list(csv.reader(io.StringIO(made, newline="")))
    untouched = preview(situation, saved(rows, separator))
    assert (untouched.changes, untouched.problems) == ((), ())
    before = {one.fact_id: one.fact for one in situation.facts()}
    for (line, name), text in typed:
        rows[line][rows[0].index(name)] = text
    wanted = {}
    for (line, name), _ in typed:
        fact_id, cell = rows[line][0].removeprefix("'"), rows[line][rows[0].index(name)]
        now = show(CORRECTABLE["figure"][name].read(cell.removeprefix("'").strip()))
        if (now or "").split() != (show(getattr(before[fact_id], name)) or "").split():
            wanted[fact_id, name] = now
    seen = preview(situation, saved(rows, separator))
    assert not seen.problems
    assert {(change.fact_id, change.field): change.now for change in seen.changes if not change.follows} == wanted
    if not wanted:
        return
    made_rows = accept(situation, seen, **SIGNED)
    assert {(row.fact_id, row.field) for row in made_rows} == set(wanted)
    for (fact_id, name), now in wanted.items():
        assert show(getattr(situation.fact(fact_id).fact, name)) == now
    situation.undo_all([row.correction_id for row in made_rows], **SIGNED)
    assert {one.fact_id: one.fact for one in situation.facts()} == before
    situation.close()
