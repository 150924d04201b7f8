"""What a count measures, by the words that govern it, and what it takes from the count before it."""

from __future__ import annotations

import pytest
from reading import LEXICON, figures, sentence

from humsit.facts.assemble import find_counts


def read(text: str) -> list[tuple[str, str]]:
    return [(figure.number, figure.measure) for figure in figures(text)]


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        # what is done to people says more than where they are
        ("Gunmen wounded 40 people in the camp.", "injured"),
        ("The agency reached 400 people in need.", "assisted"),
        ("The agency found 12 people dead.", "killed"),
        # a sum of money by the noun behind it
        ("The $260 million appeal went unanswered.", "funding"),
        ("They face a $30 million shortfall.", "funding"),
        ("A $20 ticket is dear.", "other"),
        # its own noun
        ("Keta hosts 400 refugees.", "refugees"),
        ("Officials registered nine deaths.", "killed"),
        ("The clinic saw 31 wounded civilians.", "injured"),
        ("Some 52% of refugees are children.", "other"),  # of how many, nobody says
        # a state behind it
        ("The storm left 12 dead.", "killed"),
        ("Some 12 people are still missing.", "missing"),
        ("More than 12 families were left homeless.", "displaced"),
        # its predicate
        ("In Keta, 12 people were killed.", "killed"),
        ("Some 12 people in the port of Keta were killed.", "killed"),
        ("The mayor met 12 people who had fled.", "displaced"),
        ("Some 12 people, mostly women, were injured.", "injured"),
        ("Some 12 people are believed to have drowned.", "killed"),
        ("Some 12 people lost their lives.", "killed"),
        ("Some 12 people did not survive.", "killed"),
        ("Some 12 people are living in need.", "in_need"),
        ("Some 12 people sleep in tents.", "sheltered"),
        ("Some 12 people living near the river were evacuated.", "evacuated"),
        ("Some 12 people living near the river.", "population"),
        ("Some 12 people are sleeping at a school.", "sheltered"),
        # what governs it
        ("The raid killed 12 people.", "killed"),
        ("The raid killed a further 12.", "killed"),
        ("The raid killed, police say, 12 people.", "killed"),
        ("The floods forced the evacuation of, officials say, 12 people.", "evacuated"),
        ("The raid killed a total of 12.", "killed"),
        ("The police rounded up 12 people.", "detained"),
        ("Divers pulled 12 people alive from the wreck.", "rescued"),
        ("The deaths of 12 people shook Keta.", "killed"),
        ("The fire led to the destruction of nine homes.", "homes_destroyed"),
        ("The agency gave food to 9,300 families.", "assisted"),
        ("The agency handed out 9,300 blankets.", "aid"),
        ("The schools hold 2,000 people.", "sheltered"),
        ("The rebels hold 2,000 people.", "detained"),
        ("The clinic treated 12 people for burns.", "injured"),
        ("The agency appealed for $20 million.", "funding"),
        # a label
        ("The death toll rose to 12.", "killed"),
        ("Deaths: 12", "killed"),
        ("12 – the number of people who were forced out of their homes", "displaced"),
        ("3,030 People Evacuated", "evacuated"),
        ("12 people reported dead", "killed"),
        ("Houses completely destroyed: 146", "homes_destroyed"),
        # nothing
        ("Some 12 officials met.", "other"),
        ("Donors met to help 14 million people.", "other"),
        ("Some 12 people were not killed.", "other"),
        ("A bridge kept aid from reaching 12 people.", "other"),
    ],
)
def test_a_count_measures_what_its_words_say(text: str, measure: str) -> None:
    assert [figure.measure for figure in figures(text)] == [measure]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The raid killed 12 and wounded 30.", [("12", "killed"), ("30", "injured")]),
        ("12 dead and 30 injured.", [("12", "killed"), ("30", "injured")]),
        ("The raid killed three in Keta, two in Ho and one in Wa.", [("three", "killed"), ("two", "killed"), ("one", "killed")]),
        ("The raid killed 12 people, including three children.", [("12", "killed"), ("three", "killed")]),
        ("Some 900 people, 400 of them children, fled.", [("900", "displaced"), ("400", "displaced")]),
        ("The raid destroyed 40 homes and three schools.", [("40", "homes_destroyed"), ("three", "facilities_damaged")]),
        ("Some 1,120 homes were destroyed and 2,300 damaged.", [("1,120", "homes_destroyed"), ("2,300", "homes_damaged")]),
        ("Some 18,200 people from 4,150 families fled.", [("18,200", "displaced"), ("4,150", "displaced")]),
        ("Of the dead, nine were found in a well.", [("nine", "killed")]),
        ("The raid killed 12 people but six officials ran away.", [("12", "killed"), ("six", "displaced")]),
        ("They captured nine, along with three drones.", [("nine", "detained"), ("three", "other")]),
        ("The agency sent 300 tents and 2 million pesos.", [("300", "aid"), ("2 million", "funding")]),
        ("The camp is 12 km from Bor, with 400 latrines.", [("12", "distance"), ("400", "other")]),
    ],
)
def test_a_count_takes_from_the_one_before_what_it_leaves_out(text: str, expected: list[tuple[str, str]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Rebels attacked nine villages.",
        "The plan is 23 per cent funded.",
        "The flood drowned four alpacas.",
        "It struck at a depth of 14 km.",
        "A ransom of $900,000 was paid.",
        "The losses were put at 2 billion pesos.",
        "Each traveller paid $4,500 to the smugglers.",
        "The state will pay 900,000 pounds for each death.",
        "I was paying 3,500 pounds for a kilo of salt.",
        "The lorry carried nine tonnes of cement.",
        "The jet dropped nine bombs.",
        "Some 40 volunteers were briefed.",
        "The storm did damage worth $900,000.",
        "Households to be assisted: 4,000",
    ],
)
def test_what_is_counted_but_not_followed_has_no_measure(text: str) -> None:
    assert [one for one in read(text) if one[1] != "other"] == []


def test_nationals_who_arrive_abroad_are_refugees() -> None:
    assert read("Some 1,860 Colombians had arrived in Panama.") == [("1,860", "refugees")]


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [
        ("The toll rose to 41 from 17.", "17", "41"),
        ("The toll rose from 17 to 41.", "17", "41"),
        ("The toll stood at 41, up from 17.", "17", "41"),
    ],
)
def test_a_revision_names_the_older_value_and_the_newer(text: str, old: str, new: str) -> None:
    of = {figure.number: figure for figure in figures(text)}
    assert of[old].replaced_by == of[new].fact_id
    assert (of[old].measure, of[new].measure, of[new].replaced_by) == ("killed", "killed", None)


def test_parts_know_their_total() -> None:
    total, boys, girls = find_counts(sentence("The raid killed 12 people, including two boys and three girls."), LEXICON)
    assert (total.part_of, boys.part_of, girls.part_of) == (None, 0, 0)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # capacities, targets, rations
        ("The camp has a capacity of 4,000 people but houses 9,200.", [("4,000", "other"), ("9,200", "sheltered")]),
        ("The hall, built for 900 people, now holds 2,300.", [("900", "other"), ("2,300", "sheltered")]),
        ("The centre can shelter 500 people.", [("500", "other")]),
        ("Each family received 12 tents.", [("12", "other")]),
        ("The agency gave parcels containing nine blankets.", [("nine", "other")]),
        # what is only tried, hoped or promised
        ("Officials hoped to evacuate 300 people.", [("300", "other")]),
        ("They tried to rescue 12 miners.", [("12", "other")]),
        # money that is no relief
        ("The war froze a $9 million gas project.", [("9 million", "other")]),
        ("They train; 7. Trained nurses; they rest. Two people died.", [("Two", "killed")]),
        ("Nobody leaves who cannot pay 90,000 pounds.", [("90,000", "other")]),
        ("Cash grants of $9,900 were paid to 900 people.", [("9,900", "other"), ("900", "assisted")]),
        ("The minister promised 40,000 pounds to each family.", [("40,000", "other")]),
        ("The donors gave $3 million in aid.", [("3 million", "funding")]),
        # the whole that a part is taken of, and numbers that name
        ("Of the 50 lorries, nine were looted.", [("50", "other"), ("nine", "other")]),
        ("In the house 12 people were found dead.", [("12", "killed")]),
        ("Anna was looking for her two sons.", [("two", "other")]),
    ],
)
def test_what_only_compares_or_is_meant_is_no_figure(text: str, expected: list[tuple[str, str]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # how often a place was attacked
        ("Gunners shelled the town 40 times in a week.", [("40", "attacks")]),
        ("Prices are three times higher than before the shelling.", []),
        # what those counted did, behind a verb of saying
        ("The navy admitted nine sailors had died.", [("nine", "killed")]),
        ("The agency registered 900 people who had fled.", [("900", "displaced")]),
        # who is left
        ("Some 900 people are left in the town.", [("900", "population")]),
        ("Only 900 are still there.", [("900", "population")]),
        ("Fewer than 900 are left of the pre-war 9,000.", [("900", "population"), ("9,000", "population")]),
        ("Some 12 nurses are left in the ward.", [("12", "other")]),
        # lists behind a colon, though somebody says it
        (
            "Some 900 people fled, the office says: 500 to Keta, 300 to Ho and 100 to Bole.",
            [("900", "displaced"), ("500", "displaced"), ("300", "displaced"), ("100", "displaced")],
        ),
        # a number that points at one given before
        ("The agency put the dead at 40. The ministry called the 40 a fairy tale.", [("40", "killed"), ("40", "killed")]),
        ("The toll fell to 31 dead. It replaces the 33 announced earlier.", [("31", "killed"), ("33", "killed")]),
        ("The victims comprise 12 men and nine women.", [("12", "killed"), ("nine", "killed")]),
        ("Nine rebels never made it out.", [("Nine", "killed")]),
    ],
)
def test_a_count_is_read_by_what_its_sentence_leaves_out(text: str, expected: list[tuple[str, str]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The camp is full.\n\nSHELTERED IN TRANSIT CENTRES (March)\nKeta: 6,200 people\nHo: 90 people\n",
            ["sheltered", "sheltered"],
        ),
        (
            "The camp is full.\n\nSite population, Keta\nCamp          HH     Individuals\n"
            "Ho            110    600\nBole          480    2,500\n",
            ["sheltered"] * 4,
        ),
        ("Cash for rent: 2,600 families", ["assisted"]),
        ("Some 900 people fled Keta. By district: Ho, 400; Bole, 300; Wa, 200.", ["displaced"] * 4),
        ("Nine food lorries set out for Keta.", ["aid"]),
        ("Nine lorries set out for Keta.", ["other"]),
        ("The week saw 900 Afghans come back, bringing arrivals since March to 4,000.", ["returned", "returned"]),
    ],
)
def test_labels_lists_and_loads_say_what_is_measured(text: str, expected: list[str]) -> None:
    assert [measure for _, measure in read(text)] == expected
