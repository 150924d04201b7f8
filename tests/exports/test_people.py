"""Private persons are nobody's business: their names are replaced wherever they stand, and officials keep theirs."""

from __future__ import annotations

import pytest

from humsit.documents.made import document_from_text
from humsit.exports import Outgoing, People
from humsit.exports.people import roles_of
from humsit.situation import Situation, open_situation
from humsit.vocabulary import load_vocabulary

ROLES = roles_of(load_vocabulary().rows["claimants"])


def people(key: bytes = b"k") -> People:
    return People(ROLES, key)


@pytest.mark.parametrize(
    ("claimant", "kind", "quote", "name"),
    [
        ("Witness Ahmed Ali", "witness", "", "Ahmed Ali"),
        ("Local resident Ivan Koval", "witness", "", "Ivan Koval"),
        ("Shopkeeper Karim al Nasser", "witness", "", "Karim al Nasser"),
        ("Olena Petrenko", "unknown", "Olena Petrenko, a resident of Kosti, said 12 died.", "Olena Petrenko"),
        ("Olena Petrenko", "unknown", "“Five died,” said Olena Petrenko, 34, who fled.", "Olena Petrenko"),
        ("Amina", "unknown", "According to Amina, a mother of four, 8 people died.", "Amina"),
        ("Mr. Haddad", "unknown", "Mr. Haddad said six died.", "Haddad"),
    ],
)
def test_private_persons_are_recognised(claimant: str, kind: str, quote: str, name: str) -> None:
    assert people().private_name(claimant, kind, quote) == name


@pytest.mark.parametrize(
    ("claimant", "kind", "quote"),
    [
        ("Residents of Mariupol", "witness", ""),
        ("A resident", "witness", ""),
        ("Colombian students", "witness", ""),
        ("Ukrainian refugees", "witness", ""),
        ("The State Department Refugee Processing Center", "witness", ""),
        ("Spokesman Ivan Petrov of the Health Ministry", "government", "Ivan Petrov, 50, said"),
        ("Mayor Vadim Boychenko", "local_authority", "Mayor Vadim Boychenko, 45, said 11 died."),
        ("Donald Trump", "unknown", "Donald Trump said 5 died."),
        ("Nigeria Watch", "unknown", "Nigeria Watch, a project that counts deaths, said 5 died."),
        ("UNHCR", "un", "UNHCR, 34 staff, said"),
        ("", "own_voice", ""),
    ],
)
def test_organisations_officials_and_nameless_people_stay(claimant: str, kind: str, quote: str) -> None:
    assert people().private_name(claimant, kind, quote) == ""


def test_one_person_has_one_number_which_says_nothing_without_the_key() -> None:
    first, again, other = people(), people(), people(b"another key")
    shown = first.meet("Witness Ahmed Ali", "witness")
    assert shown == again.meet("Ahmed Ali", "unknown", "Ahmed Ali, 34, said").replace("resident", "witness")
    assert shown != other.meet("Witness Ahmed Ali", "witness")
    assert shown.startswith("a witness (")
    assert "a" not in shown.removeprefix("a witness (").lower()
    assert shown != first.meet("Witness Ahmed Alim", "witness")


def test_a_name_goes_in_full_in_part_and_with_its_first_name() -> None:
    known = people()
    shown = known.meet("Ahmed Ali", "witness", scopes=["report 1"])
    koval = known.meet("Resident Koval", "witness", scopes=["report 1"])
    assert known.masked("Ahmed Ali's brother and Ali’s son", "report 1") == f"{shown}'s brother and {shown}’s son"
    assert known.masked("said Ivan Koval, 34.", "report 1") == f"said {koval}, 34."
    assert known.masked("Ahmed Ali fled", "report 2") == f"{shown} fled"
    assert known.masked("the Ali Hospital", "report 2") == "the Ali Hospital", "a part of a name is somebody else elsewhere"


REPORT = (
    "Local resident Ivan Koval told reporters that 30 people had been killed in Bucha. "
    "Koval counted 14 wounded in Bucha. "
    "Mayor Vadim Boychenko said 11 people were killed in Bucha. "
    "Fatima Noor, a survivor, said there was no water in Bucha."
)


@pytest.fixture
def situation() -> Situation:
    made = open_situation("sqlite://")
    made.add(document_from_text(REPORT, publisher="The Echo"))
    return made


@pytest.mark.parametrize("table", ["figures", "conditions", "claims", "condition_claims", "sources", "documents", "checks"])
def test_no_table_names_a_private_person_and_every_table_keeps_the_officials(situation: Situation, table: str) -> None:
    as_kept = situation.table(table).to_csv()
    left = Outgoing(situation).table(table).to_csv()
    for name in ("Koval", "Fatima", "Noor"):
        assert name not in left
    assert ("Boychenko" in left) == ("Boychenko" in as_kept)
    assert Outgoing(situation, mask_names=False).table(table).to_csv() == as_kept


def test_what_analysts_wrote_about_a_private_person_is_masked_too(situation: Situation) -> None:
    fact = next(c for c in situation.facts() if c.fact.claimant == "Local resident Ivan Koval")
    situation.correct(fact.fact_id, "value", "31", who="Ada", why="Ivan Koval rang again")
    situation.correct(fact.fact_id, "claimant", "Ivan Koval", who="Ada", why="without his trade")
    rows = Outgoing(situation).table("corrections")
    assert rows["why"].str.contains("Koval").sum() == 0
    assert rows["why"].str.contains("rang again").sum() == 1
    assert not rows[["was", "now"]].stack().str.contains("Koval").any()
    assert set(rows["who"]) == {"Ada"}


def test_an_analyst_can_have_somebody_masked_whom_the_reader_did_not_recognise() -> None:
    situation = open_situation("sqlite://")
    situation.add(document_from_text("Donald Brown said 12 people were killed in Bucha."))
    assert "Brown" in Outgoing(situation).table("figures").to_csv()
    (fact,) = situation.facts()
    situation.correct(fact.fact_id, "claimant_type", "witness", who="Ada", why="a neighbour")
    assert "Brown" not in Outgoing(situation).table("figures").to_csv()
