"""Which names are places, and which place a figure is tied to."""

from __future__ import annotations

import pytest
from reading import LEXICON, figures, sentence

from humsit.mentions.place_again import named_again
from humsit.mentions.places import find_places


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("People fled in Keta.", ["Keta"]),
        ("People fled Keta.", ["Keta"]),
        ("The port of Keta burnt.", ["Keta"]),
        ("Fighting went on in the Volta region.", ["Volta"]),
        ("People sat in Dadaab camp.", ["Dadaab camp"]),
        ("People fled in Keta, Ho and Wa.", ["Keta", "Ho", "Wa"]),
        ("People fled in Port-au-Prince.", ["Port-au-Prince"]),
        ("Keta, a fishing town on the coast, burnt.", ["Keta"]),
        ("Upper Volta: 36,700 people fled", ["Upper Volta"]),
        ("KETA, 4 March 2026 – People fled in Ho.", ["Ho"]),
        ("People fled in Port Sudan.", ["Port Sudan"]),
        ("In Camp 12 people fled.", []),
        ("WFP fed people.", []),
        ("People fled on Monday in March.", []),
        ("He works for the Ministry of Health.", []),
        ("The Ghanaian army came.", []),
        ("In Phase 3 people fled.", []),
    ],
)
def test_a_name_in_a_places_slot_is_a_place(text: str, names: list[str]) -> None:
    assert [place.name for place in find_places(sentence(text), LEXICON)] == names


def test_a_place_named_before_is_meant_again() -> None:
    one = sentence("People fled across the region on Monday.")
    assert named_again(one, 0, len(one), LEXICON) == "region"
    other = sentence("People fled across the region of Volta.")
    assert named_again(other, 0, len(other), LEXICON) == ""


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("In Keta, the raid killed 12 people.", ["Keta"]),
        ("The raid killed 12 people in Keta.", ["Keta"]),
        ("The raid killed 12 and wounded 30 in Keta.", ["Keta", "Keta"]),
        ("The raid killed 12 in Keta and 30 in Ho.", ["Keta", "Ho"]),
        ("Twelve people were killed in Anloga, in Volta.", ["Anloga"]),
        ("In Anloga, in Volta, 12 people were killed.", ["Anloga"]),
        ("Some 900 people fled from Keta to Ho.", ["Keta"]),
        ("The raid hit Keta (105 killed).", ["Keta"]),
        ("Keta: 105 killed", ["Keta"]),
        ("Emergency services in Keta said 12 people died.", ["Keta"]),
        ("The government in Accra said 12 people died.", [""]),
        ("Fighting went on in Keta. Twelve people died.", ["Keta"]),
        ("Fighting went on in Keta.\n\nTwelve people died.", [""]),
        ("In Keta, 12 people died, including two children.", ["Keta", "Keta"]),
        ("Twelve people died.", [""]),
    ],
)
def test_a_figure_is_tied_to_the_place_of_its_own_clause_first(text: str, places: list[str]) -> None:
    assert [figure.place for figure in figures(text)] == places


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Families fled from al-Hawl to ash-Shaddadi.", ["al-Hawl", "ash-Shaddadi"]),
        ("Ships sank in the Gulf of Aden.", ["Gulf of Aden"]),
        ("Soldiers fell near Hill 305 on Sunday.", ["Hill 305"]),
        ("Doctors at Kismayo General Hospital were tired.", ["Kismayo General Hospital"]),
        ("Raiders came to Keta Local Government Area.", ["Keta"]),
        ("The Kivumu gold mine collapsed.", ["Kivumu"]),
        ("Hardest hit was Ho, where rain fell.", ["Ho"]),
        ("People died in the Keta massacre.", ["Keta"]),
        ("Children died in the Keta hospitals.", []),
        ("The sinking of the Blue Pearl was a shock.", []),
        ("In 2008 the Duchess sank.", []),
        ("The Fund for Emergencies paid.", []),
        ("Six people died in the Hezbollah raid.", []),
        ("Injured – 212", []),
        ("Partially: 2,874", []),
    ],
)
def test_places_are_known_by_what_stands_around_their_names(text: str, names: list[str]) -> None:
    assert [place.name for place in find_places(sentence(text), LEXICON)] == names


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("The raid killed 12 people, wounded 40 others and burnt 60 houses in Keta.", ["Keta"] * 3),
        ("The raid killed 12 people, while in Keta it rained.", [""]),
        ("Seventeen people died (9 Volta, 5 Bono, 3 Oti).", ["", "Volta", "Bono", "Oti"]),
        ("A bus fell off the road near Keta. The hospital in Ho counted 21 dead.", ["Keta"]),
        ('"We buried four of our children," said Ama, 40, a widow in Keta.', ["Keta"]),
    ],
)
def test_the_one_place_of_a_sentence_holds_for_its_figures(text: str, places: list[str]) -> None:
    assert [figure.place for figure in figures(text)] == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Raiders killed 12 people in Anloga, Volta, on Monday.", ["Anloga"]),
        ("Raiders killed 12 people in Anloga, Ho and Keta.", [""]),
        ("Strikes in Anloga, Ho and Keta killed 44 people.", [""]),
        ("Rain fell in Anloga and Ho. Officials said 30 people had died.", [""]),
        ("Five people died in Ho and three in Keta. A further 12 are missing.", ["Ho", "Keta", ""]),
        (
            "Eleven people died in Volta: six in Ho and five in Keta. Officials later spoke of 12 dead.",
            ["Volta", "Ho", "Keta", "Volta"],
        ),
    ],
)
def test_a_total_over_several_places_is_in_none_of_them(text: str, places: list[str]) -> None:
    assert [figure.place for figure in figures(text)] == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("In Volta 30 people died, and donors gave $3 million.", ["Volta", ""]),
        ("Donors gave $3 million for Volta, and $2 million is missing.", ["Volta", "Volta"]),
        ("Some 900 people returned from Chad through Tine.", ["Tine"]),
        ("Keta, which lies 30 km off Ho, is home to 4,000 people.", ["Keta", "Keta"]),
        ("Fighting in Bawku drove people out. The agency has registered 900 refugees.", [""]),
        ("Bawku has 9,000 inhabitants, and 300 refugees live in Pusiga.", ["Bawku", "Pusiga"]),
        ("A raid on Keta killed 12, one of the worst attacks in Volta.", ["Keta"]),
    ],
)
def test_money_arrivals_and_distances_have_places_of_their_own(text: str, places: list[str]) -> None:
    assert [figure.place for figure in figures(text) if figure.measure != "other"] == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Jets cut the bridge at Ada, so nobody can leave Keta; 8,000 people are stuck there.", ["Keta"]),
        ("Rain fell in Keta. There were 12 people killed.", ["Keta"]),
        ("Anloga, home to 31,000-odd people, is quiet.", ["Anloga"]),
        ("Beyond Keta, 12 people were killed.", ["Keta"]),
        ("The war has killed thousands and left 25 million, half of Ghana's population, hungry.", ["Ghana", "Ghana"]),
        ("Keta Bay. No truce held. Ambulances with 12 wounded people came.", ["Keta Bay"]),
    ],
)
def test_there_and_the_name_that_opens_a_paragraph_say_where(text: str, places: list[str]) -> None:
    assert [figure.place for figure in figures(text)] == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Nigeria has recorded 23 deaths.", ["Nigeria"]),
        ("Zinder recorded 23 deaths.", ["Zinder"]),
        ("Careline recorded 23 deaths.", [""]),
        ("Russia has already acknowledged 23 deaths.", [""]),
        ("Chad would receive $3 million, Niger $2 million and Mali $1 million.", ["Chad", "Niger", "Mali"]),
        ("By noon Chad had pledged $3 million, Niger $2 million.", ["", ""]),
        ("A truce was signed in Accra. Observers counted 23 people killed.", [""]),
        ("The mayor told reporters in Accra that 23 people died.", [""]),
        ("Ghana found six people infected in Keta. By March 90 people had been infected nationwide.", ["Keta", "Ghana"]),
        ("Some 900 Ghanaians are displaced.", ["Ghana"]),
        ("Three people died in Ho and two in Keta. Another died in Ada, taking the overall toll to six.", ["Ho", "Keta", ""]),
    ],
)
def test_who_has_a_number_and_who_only_talks_somewhere(text: str, places: list[str]) -> None:
    assert [figure.place for figure in figures(text)] == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Gambaga governor Kofi Ata said two people were killed.", ["Gambaga"]),
        ("In Volta's biggest town, Keta, 900 people are displaced.", ["Keta"]),
        ("Keta death toll climbs to 23", ["Keta"]),
        ("Raiders on 100 motorcycles killed 12 people and burnt 60 huts in Keta district of Volta State.", ["Keta", "Keta"]),
        ("The Zongo transit camp in Keta, built for 2,500 people, holds 9,800.", ["Zongo transit camp"]),
        ("Nine people died in the quake in Turkey and six in Syria.", ["Turkey", "Syria"]),
        ("The Karachi blast killed nine people.", ["Karachi"]),
        ("Some 900 people fled to Ho and nearby Keta.", [""]),
    ],
)
def test_the_narrower_and_the_nearer_name_is_the_place(text: str, places: list[str]) -> None:
    assert [figure.place for figure in figures(text) if figure.measure not in ("other", "population")] == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Partners fed 45,000 people in Ada (21,000) and Keta (24,000).", ["", "Ada", "Keta"]),
        ("Some 900 people returned from Togo and Benin.", [""]),
        ("Some 900 people fled into Benin from Togo.", ["Benin"]),
        ("In Ghana's Volta division, 21 people died.", ["Volta"]),
        ("Nine people died in Zenda Jan district.", ["Zenda Jan"]),
    ],
)
def test_where_people_come_from_and_what_is_counted_out_is_not_their_place(text: str, places: list[str]) -> None:
    assert [figure.place for figure in figures(text)] == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("A storm shook northern Benin, killing 14 people and cutting power in much of the Borgou area.", ["Benin"]),
        ("Fire tore through the Ankara temple compound. Six monks died.", ["Ankara"]),
        ("Some 900 people died, according to the government in Accra.", [""]),
        ("Some 900 people fled, said Commodore Ama Mensah, the regional coast guard commander.", [""]),
        ("As of Sunday 900 people had been infected, all cases reported from Chad.", ["Chad"]),
        ("More from Keta. The toll is now 18.", ["Keta"]),
        ("Volta's governor has asked for $5 million.", ["Volta"]),
        ("Togo, the country to the east, sent 60 tonnes of rice.", [""]),
        ("Nine people - two of them in Keta - died.", ["", "Keta"]),
        ("[1 - 7 March, Volta Region, Ghana] Volunteers visited 1,698 households.", ["Volta"]),
        ("Rain fell across the Volta region. In Ho it hailed.\n\nTwenty schools across the region were damaged.", ["Volta"]),
    ],
)
def test_names_are_places_by_what_is_said_of_them(text: str, places: list[str]) -> None:
    assert [figure.place for figure in figures(text)] == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Officials raised the death toll to 18 after three more bodies were found near Keta.", ["", "Keta"]),
        ("Seven people died in Ho and four in Keta. Police had earlier given a toll of nine.", ["Ho", "Keta", ""]),
        ("Ghana's health ministry reported 14 deaths on its side.", ["Ghana"]),
        ("Fighting went on in Bawku. Across the border, Togo's police said 400 families had fled.", ["Togo"]),
        ("The agency fed 900 families in Keta. So far 11,240 people have been fed.", ["Keta", ""]),
        ("Some 300 people died in Keta. They said ten people had died on the way.", ["Keta", ""]),
        ("Raiders shot 12 people in Bawku. The army acknowledged that six soldiers had been killed since Monday.", ["Bawku", ""]),
        ("Raiders shot 12 people in Bawku. Since Monday six soldiers have been killed.", ["Bawku", "Bawku"]),
    ],
)
def test_a_sentence_that_says_more_leaves_the_place_before(text: str, places: list[str]) -> None:
    assert [figure.place for figure in figures(text)] == places


def test_what_happened_in_another_year_happened_elsewhere() -> None:
    text = "A fire in Keta killed six people. In 2024 a fire killed 40 people."
    assert [figure.place for figure in figures(text)] == ["Keta", ""]
    later = "A fire in Keta killed six people. Since 2024 fires have killed 40 people."
    assert [figure.place for figure in figures(later)] == ["Keta", "Keta"]


def test_key_figures_are_of_the_country_that_heads_the_report() -> None:
    head = (
        "GHANA: FLOODS\nUpdate no. 3\n\nKEY FIGURES\nPeople affected: 9,400\n\nOVERVIEW\nOfficials fear that 12 people have died."
    )
    assert [figure.place for figure in figures(head)] == ["Ghana", ""]
    town = head.replace("Update no. 3", "Displacement from the town of Keta")
    assert [figure.place for figure in figures(town)] == ["Keta", ""]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Twelve people died in southern Ghana's Keta on Tuesday.", ["Keta"]),
        ("Twelve people died in the Ho and Keta districts of Volta.", ["Volta"]),
        ("Twelve people died in the Ho and Keta districts.", [""]),
        ("Fire killed 38 people across the enclave, 14 of them in Keta.", ["", "Keta"]),
        (
            "Floods killed 24 people in Ghana. Five died in Ho and two in Keta. Some 300 houses fell.",
            ["Ghana", "Ho", "Keta", ""],
        ),
        (
            "Floods killed 24 people in Ghana. In Keta alone, 20 bodies were found. A further 12 are missing.",
            ["Ghana", "Keta", ""],
        ),
        ("Two people died in Ho. Across the affected districts 30 people are missing.", ["Ho", ""]),
        ("Two people died in Ho. Last year floods killed 30 people.", ["Ho", ""]),
        ("In the Democratic Republic of the Congo 12 people died.", ["Democratic Republic of the Congo"]),
    ],
)
def test_a_whole_its_parts_and_what_follows_them(text: str, places: list[str]) -> None:
    assert [figure.place for figure in figures(text)] == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Six people died in Ho. The army said 44 soldiers had been killed along the front.", ["Ho", ""]),
        ("Two Ghanaian soldiers died in Ho. Nationwide, 900 Ghanaians are displaced.", ["Ho", "Ghana"]),
        ("Ghana's Red Cross said two people died in Ho. Floods have killed 169 people in the country.", ["Ho", "Ghana"]),
        ("A slide buried a village in the Afadja Mountains of eastern Ghana, killing 12 people.", ["Afadja"]),
        ("The Indonesian Hospital received 52 wounded people.", ["Indonesian Hospital"]),
        ("The agency said that 900 people were rescued in Keta and that it had given out 750 blankets.", ["Keta", ""]),
    ],
)
def test_the_country_the_front_and_the_hills_of_a_country(text: str, places: list[str]) -> None:
    assert [figure.place for figure in figures(text)] == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("A bomb killed 12 people in Ghana's capital, Accra.", ["Accra"]),
        ("Floods swept through Keta, a fishing town in south-eastern Ghana, drowning 151 people.", ["Keta"]),
        ("Strikes on Keta, Ho and the Afram Valley killed 14 people.", [""]),
        ("Residents of Keta, where 30,000 refugees live, said five people had been killed in Ho.", ["Keta", "Ho"]),
        ("Camp Zongo houses 40,000 people.", ["Camp Zongo"]),
        ("Keta's Ridge Hospital received 22 wounded people.", ["Ridge Hospital"]),
    ],
)
def test_the_narrower_of_two_names_and_a_name_with_its_clause(text: str, places: list[str]) -> None:
    assert [figure.place for figure in figures(text)] == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Raiders stormed a post at Bole in northern Ghana, killing 33 people.", ["Bole"]),
        ("People fled from Bole in northern Ghana (29,000 displaced).", ["Bole"]),
        ("Raiders killed 33 people in Bole. They killed 12 in Keta. In all, 40 people died.", ["Bole", "Keta", ""]),
        ("The commissioner confirmed only 11 deaths and said 19 wounded people were in Keta.", ["", "Keta"]),
        ("A fire hurt 12 people in Cox's Bazar.", ["Cox's Bazar"]),
        ("Nine people died in Bole. A year ago, 30 died in a raid on the same town.", ["Bole", "Bole"]),
    ],
)
def test_names_side_by_side_and_totals_of_all(text: str, places: list[str]) -> None:
    assert [figure.place for figure in figures(text)] == places
