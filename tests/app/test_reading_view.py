"""Reading a report: every character and every fact of it, a part at a time, and a list that is never loaded whole."""

from __future__ import annotations

import pytest
from builders import document, figure
from drawn import Draw, fact_id, seen, text_of
from hypothesis import example, given
from hypothesis import strategies as st

from humsit.app import evidence, highlight, reading
from humsit.app.desk import Desk
from humsit.app.highlight import parts, passages
from humsit.app.views import documents
from humsit.records import AnyFact, Document, Figure
from humsit.situation import Selection, Situation

TEXTS = st.text(alphabet="ab 1\n.🌊\u0627é", min_size=1, max_size=120)
SPANS = st.lists(st.tuples(st.integers(0, 119), st.integers(1, 30)), max_size=12)


def facts_at(text: str, spans: list[tuple[int, int]]) -> list[AnyFact]:
    of = Document(document_id="d", text=text)
    made = figure("a", of.model_copy(update={"text": "a"}))
    ends = [(start, min(len(text), start + length)) for start, length in spans if start < len(text)]
    return [made.model_copy(update={"start": s, "end": e, "fact_id": f"{n:02}"}) for n, (s, e) in enumerate(ends)]


@given(TEXTS, SPANS)
def test_the_passages_are_the_text_and_hold_every_fact_where_it_stands(text: str, spans: list[tuple[int, int]]) -> None:
    facts = facts_at(text, spans)
    found = passages(text, facts)
    assert "".join(passage.text for passage in found) == text
    assert all(text[passage.start :].startswith(passage.text) for passage in found)
    for fact in facts:
        its = [passage for passage in found if fact.fact_id in passage.fact_ids]
        assert "".join(passage.text for passage in its) == text[fact.start : fact.end]
    leading = [passage.fact_ids[0] for passage in found if passage.fact_ids and passage.begins]
    assert len(leading) == len(set(leading)), "a walk stops twice at one fact"


@given(TEXTS, SPANS, st.integers(1, 40))
@example("0000", [(0, 2), (1, 2)], 1)
def test_the_parts_of_a_report_are_the_whole_report_and_cut_no_fact(
    text: str, spans: list[tuple[int, int]], longest: int
) -> None:
    facts = facts_at(text, spans)
    found = parts(text, facts, longest)
    assert "".join(text[start:end] for start, end in found) == text
    assert all(start < end for start, end in found)
    for fact in facts:
        assert sum(start <= fact.start and fact.end <= end for start, end in found) == 1


def test_a_part_ends_with_a_paragraph_where_there_is_one() -> None:
    text = ("word " * 30).strip() + ".\n\n" + "more " * 40
    (_, end), *_ = parts(text, [], 200)
    assert text[:end].endswith(".\n\n")


def test_many_marks_in_a_long_report_take_no_time() -> None:
    text = "At least 41 people. " * 50_000
    facts = facts_at(text, [(n * 20 + 9, 2) for n in range(50_000)])
    assert sum(bool(passage.fact_ids) for passage in passages(text, facts)) == 50_000


def long_report(situation: Situation) -> Document:
    text = "".join(f"The ministry said {n} people were injured in Kosti.\n\n" for n in range(1000, 3000))
    report = document(text, title="A long one", publisher="The Echo")
    facts = [figure(str(n), report, measure="injured") for n in range(1000, 3000, 100)]
    situation.store.add(report, [fact.model_copy(update={"quote_start": fact.start, "quote_end": fact.end}) for fact in facts])
    return report


def test_a_long_report_is_read_a_part_at_a_time(draw: Draw, empty: Situation) -> None:
    report = long_report(empty)
    app = draw(documents.show, empty)
    assert "Part 1 of 4" in text_of(app)
    last = fact_id(empty, "2900")
    app.session_state["documents_fact"] = last
    seen(app.run())
    assert "Part 4 of 4" in text_of(app), "what is chosen is shown"
    assert len(report.text) > 3 * highlight.PART


def test_evidence_shows_a_long_report_around_its_fact_only_and_nothing_until_it_is_opened(draw: Draw, empty: Situation) -> None:
    long_report(empty)
    from humsit.app.views import figures

    app = draw(figures.show, empty)
    app.session_state["figures_fact"] = fact_id(empty, "2000")
    assert "1901 people" not in text_of(seen(app.run()))
    app.session_state["figures_whole"] = True
    said = text_of(seen(app.run()))
    assert "1901 people" in said
    assert "1001 people" not in said
    assert len(said) < 3 * evidence.AROUND + 20_000


def many(situation: Situation, how_many: int) -> None:
    for n in range(how_many):
        report = document(f"Medics said {n + 100} died at Kosti.", title=f"Report {n}", publisher="The Echo")
        situation.store.add(report, [figure(str(n + 100), report)])


def test_the_list_is_asked_for_a_page_at_a_time_newest_first(
    draw: Draw, empty: Situation, monkeypatch: pytest.MonkeyPatch
) -> None:
    many(empty, documents.PAGE + 3)
    asked: list[int] = []
    whole: list[str] = []
    page = Situation.page
    monkeypatch.setattr(Situation, "page", lambda *a, **k: (asked.append(k["limit"]), page(*a, **k))[1])
    monkeypatch.setattr(Desk, "table", lambda _, name, selection: whole.append(name) or empty.table(name, selection))
    app = draw(documents.show, empty)
    assert "53 reports" in text_of(app)
    titles = app.dataframe[0].value["Title"].tolist()
    assert titles == [f"Report {n}" for n in range(52, 2, -1)]
    assert max(asked) <= documents.PAGE
    assert not {"documents", "figures", "conditions"} & set(whole), "everything was asked for"


def test_reports_are_found_by_what_was_read_in_them(draw: Draw, empty: Situation) -> None:
    many(empty, 3)
    app = draw(documents.show, empty)
    seen(app.text_input(key="documents_find").set_value("died at kosti").run())
    assert len(app.dataframe[0].value) == 3
    seen(app.text_input(key="documents_find").set_value("101").run())
    assert app.dataframe[0].value["Title"].tolist() == ["Report 1"]
    assert "Report 1" in text_of(app)
    seen(app.text_input(key="documents_find").set_value("nowhere at all").run())
    assert "No report holds these words" in text_of(app)
    seen(app.button(key="documents_find_clear").click().run())
    assert len(app.dataframe[0].value) == 3


def test_a_draft_is_read_once_however_often_the_page_is_drawn_and_anew_when_it_is_given_anew(
    draw: Draw, empty: Situation, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []
    preview = Situation.preview
    monkeypatch.setattr(Situation, "preview", lambda self, given: (read.append(given.title or ""), preview(self, given))[1])
    app = draw(documents.show, empty)
    app.text_area(key="documents_text").set_value("Medics said 12 people died at Kosti.")
    seen(app.button(key="documents_preview").click().run())
    seen(app.run())
    assert read == [""]
    app.text_input(key="documents_title").set_value("Kosti")
    seen(app.button(key="documents_preview").click().run())
    assert read == ["", "Kosti"]
    seen(app.button(key="documents_keep").click().run())
    assert "12" in text_of(app)


def test_a_report_that_was_not_known_then_is_not_read_on_that_day(draw: Draw, contested: Situation) -> None:
    import datetime as dt

    from humsit.situation import Clock, Known

    late = document("Medics said 77 died.", title="Later", published=dt.date(2024, 6, 1))
    contested.store.add(late, [figure("77", late, published=late.published)])
    app = draw(documents.show, contested, Selection(known=Known(dt.date(2024, 5, 3), Clock.PUBLISHED)))
    assert "Later" not in text_of(app)
    app.session_state["documents_document"] = late.document_id
    assert "not known yet" in text_of(seen(app.run()))


def test_what_a_passage_says_is_told_in_words() -> None:
    fact = figure("22")
    assert isinstance(fact, Figure)
    assert "<strong>22</strong> Killed · Chernihiv" in reading.list_of([fact])
