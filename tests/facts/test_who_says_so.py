"""Who claims a figure and how the text stands to it, over the many ways in which reporters say so."""

from __future__ import annotations

import pytest
from reading import conditions, figures

CLAIMANTS = [
    # a number put, placed or pegged somewhere
    ("The council put the wounded in Osa at around 40.", "40", "The council"),
    ("The town, whose population the prefect puts at 9,000, is quiet.", "9,000", "the prefect"),
    ("A resident of Osa put the dead of Friday at 17.", "17", "A resident of Osa"),
    ("Homes burned, according to the council, which estimates at 2,400 the families driven out.", "2,400", "the council"),
    # counts, tallies, registers
    ("By the police's tally, 31 people were slain.", "31", "the police"),
    ("Some 700 people are starving there by the council's latest reckoning.", "700", "the council"),
    ("Nurse Ama Boateng said the ward was full. By her count 22 children have died.", "22", "Nurse Ama Boateng"),
    ("The army's count is 60 dead.", "60", "The army"),
    ("The ministry's register shows 60 deaths.", "60", "The ministry"),
    ("A ministry tally seen by the agency lists 30 people as missing.", "30", "A ministry tally"),
    # who is named behind "by"
    ("Cholera is back; 14 deaths have been notified by the Ministry of Health.", "14", "the Ministry of Health"),
    ("2,460 people went home, as counted by the Red Crescent.", "2,460", "the Red Crescent"),
    ("The agency was told by aid workers that 60 people had been killed.", "60", "aid workers"),
    ("The director was quoted by the radio as saying 60 people had died.", "60", "The director"),
    ("Twelve deaths were reported by the end of May.", "Twelve", ""),
    # who stands behind the verb, and what stands between
    ("Since Friday, so says the priest Mensah, he has sheltered 34 villagers.", "34", "the priest Mensah"),
    ("There are 60 wounded in the tent, say the women who fled.", "60", "the women"),
    (
        "Keta, a port of old, has had 12 dead since the storm, said council chair Ama Mensah, 52.",
        "12",
        "council chair Ama Mensah",
    ),
    ("The fire service, though, put the injured in Osa at barely 520.", "520", "The fire service"),
    ("The radio, citing the army, said 60 people had died.", "60", "the army"),
    ("In Osa 12 died, the chief said; priests who led the burials counted 22 bodies.", "22", "priests"),
    ("People are in shelters, 68 of them hurt, the disaster unit reports.", "68", "the disaster unit"),
    ('"We buried 19 people," the imam told us.', "19", "the imam"),
    # short names lead back
    ("A spokesman for the fire service said 15 people were hurt.", "15", "the fire service"),
    ("The fire service said 60 people were hurt. Another 15 were missing, a spokesman said.", "15", "The fire service"),
    ("The camp burned, according to the camp's manager. Flames killed 60 people, he added.", "60", "the camp's manager"),
    ("Rescuers pulled out 60 people, they said.", "60", "Rescuers"),
    ("Last week 40 families reached Osa. They said that they had buried 10 people.", "10", "families"),
    ("The Free Hills Army said it was winning; the army acknowledged that 12 soldiers had died.", "12", "the army"),
    # layout
    ("Four schools collapsed and 27 houses are gone (NADMO).", "27", "NADMO"),
    ("WFP handed out 300 ready-to-eat kits (REK).", "300", ""),
    ("IOM: 5,400 people displaced in the north.", "5,400", "IOM"),
    ("Families: 5,400 displaced.", "5,400", ""),
    (
        "Damage as compiled by the Ministry of Public Works (14 October)\n- Houses destroyed: 45",
        "45",
        "the Ministry of Public Works",
    ),
    ("45 | people displaced\n12 | schools damaged\nSource (first figure): NDMO, 12 May", "12", ""),
    # words that a tagger takes for nouns
    ("The data show 14 people were killed.", "14", "The data"),
    ("Data from IOM show 14 people were killed.", "14", "IOM"),
    ("The opposition accuses the police of killing 33 people.", "33", "The opposition"),
    ("An official, speaking on condition of anonymity, put the toll at 33.", "33", "An official"),
    ("In its latest update OCHA reports 14 deaths.", "14", "OCHA"),
    ("A ministry statement issued on Sunday said 14 people died.", "14", "A ministry statement"),
    # nobody says so
    ("Police found 14 bodies in a well.", "14", ""),
    ("Thirty people are ill according to the law and 12 died.", "12", ""),
    ("The fund helps 12 wounded per student.", "12", ""),
    ("The police denied entry to 33 refugees.", "33", ""),
    ("The army dismissed 33 soldiers who were wounded.", "33", ""),
    ("The earthquake has claimed 40 lives.", "40", ""),
    ("Mobile clinics recorded 63 cholera cases.", "63", ""),
    ("The government declared an emergency and released $12 million.", "12 million", ""),
    ("He reckons that 300 households have left; our own headcount found 412 people displaced.", "412", ""),
]

STANCES = [
    ("The rebels boasted of having killed 17 soldiers.", "claimed"),
    ("The rebels said their fighters had killed soldiers and captured 12.", "claimed"),
    ("The army said it had taken 40 prisoners.", "claimed"),
    ("The army said rebels had killed 57 villagers.", "reported"),
    ("The rebels' claim to have killed 30 soldiers was met with silence.", "claimed"),
    ("The rebels, who rarely speak of losses, owned up to 11 dead.", "admitted"),
    ("The army denied any defeat, conceding the loss of 13 men.", "admitted"),
    ("In a rare admission, the governor said 4 servicemen had been killed.", "admitted"),
    ("The army called the claim that it lost 30 men a lie.", "denied"),
    ("The army scoffed at the figure of 30 dead.", "denied"),
    ("A radio report that 200 people had died was false, the prefecture said.", "denied"),
    ("A radio report that 200 people were killed was not accurate, the prefecture said.", "denied"),
    ("The bishop condemned the deaths of 40 people.", "reported"),
    ("The mayor described the deaths of 40 people.", "reported"),
    ("The army called the deaths of 40 people a lie.", "denied"),
    ("The army said 40 rebels had died. The mayor called the figure false.", "reported"),
    ("Residents said 40 people were killed. The mission is in no position to check the claim.", "unverified"),
    ("Residents said 40 people were killed, but there was no way of verifying the figure.", "unverified"),
    ("Residents said 40 people were killed.\n\nNeither account could be independently checked.", "unverified"),
    ("Unconfirmed accounts put the dead at 40.", "unverified"),
    ("The mayor said 33 people had died. The driver's name has not been confirmed.", "reported"),
    ("The mayor said 33 people had died. There was no immediate confirmation from the army.", "unverified"),
    ("Officials said reports of 33 deaths were completely false.", "denied"),
]


@pytest.mark.parametrize(("text", "number", "claimant"), CLAIMANTS)
def test_a_figure_is_claimed_by_whoever_the_text_says_gave_it(text: str, number: str, claimant: str) -> None:
    read = {figure.number: figure.claimant for figure in figures(text)}
    assert read[number] == claimant


@pytest.mark.parametrize(("text", "stance"), STANCES)
def test_a_text_keeps_its_distance_in_many_words(text: str, stance: str) -> None:
    assert figures(text)[-1].stance == stance


def test_a_hedge_of_both_sides_covers_both_figures() -> None:
    read = figures(
        "The army said 40 rebels had died, while the rebels said 12 soldiers had. UNHCR could not confirm either number."
    )
    assert {figure.stance for figure in read} == {"unverified"}


def test_conditions_of_a_list_are_claimed_by_whoever_reports_them_above() -> None:
    [found] = conditions("Needs reported by key informants\n• Water: there is no water in Osa.")
    assert found.claimant == "key informants"
