"""Who a figure is claimed by where he is no plain subject of "said"."""

from __future__ import annotations

import pytest
from reading import figures

CLAIMANTS = [
    # the passive
    ("A tally of 4,000 drowned was rejected by the coastguard as invented.", "4,000", "the coastguard"),
    ("The cost of repairs is put by the Ministry of Works at $41m.", "41m", "the Ministry of Works"),
    ("The number of dead was put on Friday by the rescue service at 45.", "45", "the rescue service"),
    ("An offer of 30 tents was rejected by the army.", "30", ""),
    ("Fourteen children were bitten by dogs.", "Fourteen", ""),
    ("Twenty people were killed in an attack claimed by the rebels.", "Twenty", ""),
    ("Twelve deaths were confirmed by the end of May.", "Twelve", ""),
    # who was told, and who counts beside the sentence
    ("Volunteers were told that nine people had died.", "nine", "Volunteers"),
    ("The week ended with the ministry counting 14 dead.", "14", "the ministry"),
    ("According to those who fled, 13 people were killed.", "13", "those who fled"),
    ("In the records of the ministry 19 deaths are entered.", "19", "the ministry"),
    ("The war has claimed thousands of lives, by UN reckoning.", "thousands", "UN"),
    ("Our reporter found a captain, who conceded the loss of six sailors.", "six", "a captain"),
    # a name between brackets, commas and quotes
    ("The Peace Observatory (OPX), a group in Accra, has documented 54 deaths.", "54", "The Peace Observatory"),
    ('The rebels, whose chief is called "the Owl", admitted to 17 dead.', "17", "The rebels"),
    ("ADRO, a church's aid branch, estimates the dead at 93.", "93", "ADRO"),
    ("Nine people died, according to state prosecutor Abla Owusu.", "Nine", "state prosecutor Abla Owusu"),
    ("Boats saved 90 people, among them 12 children, said Captain Abla Owusu, the port commander.", "90", "Captain Abla Owusu"),
    ("Forty hurt people lay in the hall, where beds are short, said its director, Dr Abla Owusu.", "Forty", "Dr Abla Owusu"),
    (
        "That is more than the Relief Agency, whose director had on Monday night announced 17 dead.",
        "17",
        "the Relief Agency",
    ),
    ("The 30 people the army says it killed were farmers.", "30", "the army"),
    ("The teachers I interviewed said 30 pupils had died.", "30", "The teachers"),
    ("The Rotary Club said it had shipped 1,700 blankets.", "1,700", "The Rotary Club"),
    ("The ministry admitted nine deaths. Rebel fighters had killed 21 men, it said.", "21", "The ministry"),
    (
        "Families eat leaves, a farmer, Abla Owusu, told the radio. In her street, she said, 22 people have died.",
        "22",
        "a farmer, Abla Owusu",
    ),
    ("The rebels met elders in Keta and said that 12 had died.", "12", "The rebels"),
    ("The minister spoke of 450 dead. His counterpart, Kofi Mensah, called the figure of 455 false.", "455", "Kofi Mensah"),
    ("The army was forced to admit 14 deaths.", "14", "The army"),
    ("The mayor declined to confirm 14 deaths.", "14", ""),
    ("The paper's story of 200 deaths is invented, the Ministry of Defence states.", "200", "the Ministry of Defence"),
    ('"The roads are open," said Abla Owusu, putting the number of people killed at 96.', "96", "Abla Owusu"),
    ("Deaths among confirmed cases: 8 in Keta.", "8", ""),
    ("The flood hit 900 homes, most of them in Keta and Osa states.", "900", ""),
    ("The doctor, who requested anonymity, has treated 37 patients.", "37", ""),
    ("Togo has registered 1,260 cases.", "1,260", ""),
    ("The coast guard's first count lists 41 drowned.", "41", "The coast guard"),
    ("Last week's statement listed 41 drowned.", "41", "Last week's statement"),
    # where the text goes on in its own voice
    ("Peru has requested $4 million, and Spain has sent 37 tonnes of blankets.", "37", ""),
    ("The agency called for $88 million; $12 million is in hand.", "12 million", ""),
    # verbs that look like nouns
    ("Port officials report at least 31 sailors killed.", "31", "Port officials"),
    ("In Keta, the district council states, 40 people died.", "40", "the district council"),
    ("Storms have killed 12 people, ministry data show, most of them in Keta.", "12", "ministry data"),
    ("The flood hit the market, the police posts, and 30 homes.", "30", ""),
    ("Some 50 people fled, the social office says: they went to Keta.", "50", "the social office"),
    ("The ward admitted 30 infants.", "30", ""),
]


@pytest.mark.parametrize(("text", "number", "claimant"), CLAIMANTS)
def test_a_figure_is_claimed_by_whoever_says_it_beside_the_subject(text: str, number: str, claimant: str) -> None:
    assert {figure.number: figure.claimant for figure in figures(text)}[number] == claimant


LISTS = [
    ("At a glance\n38 people killed [1]\n\n[1] Shelter Cluster Monitoring Matrix.", "38", "Shelter Cluster Monitoring Matrix"),
    ("At a glance\n38 people killed [1]\n\n[1] Includes children from Keta.", "38", ""),
    ("Cases: 7,306 | Deaths: 219 | Injured: 40\n(Ministry of Health line list)", "219", "Ministry of Health"),
    ("Deaths: 219 | Injured: 40\n(Source: NDMO registers)", "219", "NDMO"),
    ("226 CIVILIANS KILLED (OXYD, November)", "226", "OXYD"),
    ("What the health ministry reports\n\nKilled: 40\nInjured: 300", "40", "the health ministry"),
]


@pytest.mark.parametrize(("text", "number", "claimant"), LISTS)
def test_a_list_names_its_source_in_a_note_a_bracket_or_its_heading(text: str, number: str, claimant: str) -> None:
    assert {figure.number: figure.claimant for figure in figures(text)}[number] == claimant
