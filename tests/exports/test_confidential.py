"""A confidential report stays at the desk: nothing that only it says leaves, and every file says that something is missing."""

from __future__ import annotations

import datetime as dt

import pytest

from humsit.documents.made import document_from_text
from humsit.exports import Outgoing
from humsit.records import JudgementKind, UnknownFact, WrongValue
from humsit.situation import Selection, Situation, confidential_reports, mark_confidential, open_situation, release
from humsit.tables import TABLES

PUBLIC = "The Health Ministry said 40 people were killed in Kosti on 2 May 2024. There was no water in Kosti, the Red Cross said."
SECRET = (
    "The Kosti Hospital said 400 people were killed in Kosti on 2 May 2024. Water is running in Kosti, the Kosti Hospital said."
)
DAY = dt.date(2024, 5, 3)
WHY = "the hospital is watched"


@pytest.fixture
def situation() -> Situation:
    made = open_situation("sqlite://")
    made.add(document_from_text(PUBLIC, publisher="The Echo", published=DAY, document_id="public"))
    made.add(document_from_text(SECRET, publisher="Field note", title="From the ward", published=DAY, document_id="secret"))
    return made


def told(situation: Situation, **choices: bool) -> str:
    """Everything that leaves in any table."""
    outgoing = Outgoing(situation, **choices)
    return "\n".join(outgoing.table(name).to_csv() for name in TABLES)


def test_nothing_that_only_a_confidential_report_says_leaves_in_any_table(situation: Situation) -> None:
    figure = next(c for c in situation.facts(Selection(document_id="secret")) if c.fact.kind == "figure")
    situation.correct(figure.fact_id, "value", "401", who="Ada", why="counted in the ward")
    before = told(situation)
    assert all(word in before for word in ("Hospital", "400", "Field note", "From the ward", "in the ward"))
    mark_confidential(situation, "secret", who="Ada", why=WHY)
    after = told(situation)
    for word in ("Hospital", "400", "401", "Field note", "From the ward", "in the ward", "secret", WHY):
        assert word not in after
    assert "Health Ministry" in after
    assert "Red Cross" in after


def test_what_rests_on_a_confidential_report_keeps_its_standing_and_says_why(situation: Situation) -> None:
    assert "contested" in set(situation.table("figures")["standing"])
    mark_confidential(situation, "secret", who="Ada", why=WHY)
    (row,) = Outgoing(situation).table("figures").to_dict("records")
    assert (row["standing"], row["claimant"]) == ("contested", "The Health Ministry")
    assert "confidential report" in row["standing_reason"]
    (claim,) = Outgoing(situation).table("claims").to_dict("records")
    assert (claim["claimant"], claim["standing"]) == ("The Health Ministry", "contested")
    assert "confidential report" in claim["standing_reason"]


def test_a_claim_that_others_print_too_stays_with_their_report(situation: Situation) -> None:
    situation.add(
        document_from_text(PUBLIC.replace("There", "Still there"), publisher="The Post", published=DAY, document_id="post")
    )
    before = Outgoing(situation).table("claims")
    ministry = before[before["claimant"] == "The Health Ministry"].iloc[0]
    holder = situation.fact(ministry["fact_id"]).fact.document_id
    mark_confidential(situation, holder, who="Ada", why=WHY)
    after = Outgoing(situation).table("claims")
    (left,) = after[after["claimant"] == "The Health Ministry"].to_dict("records")
    assert situation.fact(left["fact_id"]).fact.document_id not in (holder, "secret")
    assert (left["reports"], left["publishers"]) == (ministry["reports"] - 1, ministry["publishers"] - 1)


def test_every_export_says_how_many_reports_are_missing_and_can_be_told_to_include_them(situation: Situation) -> None:
    everything = told(situation)
    assert not any("confidential" in note for note in Outgoing(situation).notes)
    mark_confidential(situation, "secret", who="Ada", why=WHY)
    assert "1 confidential report is left out" in " ".join(Outgoing(situation).notes)
    included = Outgoing(situation, include_confidential=True)
    assert "1 confidential report is included: do not pass this on." in included.notes
    judged = included.table("judgements")
    assert list(judged["why"]) == [WHY]
    assert set(everything.splitlines()) <= set(told(situation, include_confidential=True).splitlines())


def test_a_mark_is_kept_with_its_reason_taken_back_by_a_row_and_needs_a_report(situation: Situation) -> None:
    made = mark_confidential(situation, "secret", who="Ada", why=WHY)
    assert (made.kind, made.subject, made.now, made.who, made.why) == (JudgementKind.CONFIDENTIAL, "secret", "yes", "Ada", WHY)
    assert confidential_reports(situation) == {"secret": made}
    with pytest.raises(WrongValue, match="confidential already"):
        mark_confidential(situation, "secret", who="Bo", why="again")
    with pytest.raises(UnknownFact):
        mark_confidential(situation, "nothing", who="Bo", why="no such report")
    with pytest.raises(WrongValue):
        mark_confidential(situation, "public", who="", why="nobody")
    release(situation, "secret", who="Bo", why="published since")
    assert confidential_reports(situation) == {}
    assert "Hospital" in told(situation)
    assert list(situation.table("judgements")["why"]) == [WHY, "published since"]
    with pytest.raises(WrongValue, match="not confidential"):
        release(situation, "secret", who="Bo", why="twice")


def test_what_is_confidential_now_is_left_out_of_every_past_day_too(situation: Situation) -> None:
    from humsit.store import Clock, Known

    mark_confidential(situation, "secret", who="Ada", why=WHY)
    past = Outgoing(situation, Selection(known=Known(DAY, Clock.PUBLISHED)))
    assert "Hospital" not in past.table("figures").to_csv()
    assert "Ministry" in past.table("figures").to_csv()


def test_a_mark_is_no_name_that_stands_for_another(situation: Situation) -> None:
    mark_confidential(situation, "secret", who="Ada", why=WHY)
    assert all(name.name not in ("secret", "yes") for name in situation.names())
    assert {source.shown for source in situation.all_sources()} >= {"The Health Ministry"}


@pytest.mark.parametrize("page", [1, 2, 1000])
def test_parts_of_a_table_make_the_whole(situation: Situation, page: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("humsit.exports.outgoing.PAGE", page)
    mark_confidential(situation, "secret", who="Ada", why=WHY)
    for table in ("figures", "conditions", "corrections", "claims"):
        parts = list(Outgoing(situation).pages(table))
        whole = Outgoing(situation).table(table)
        assert sum(map(len, parts)) == len(whole)
        assert [row for part in parts for row in part.to_dict("records")] == whole.to_dict("records") or whole.empty
