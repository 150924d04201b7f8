"""Who a figure is claimed by where he is no plain subject of "said"."""

from __future__ import annotations

import pytest
from reading import figures

CLAIMANTS = [
    # the passive
    ("A figure of 2,000 dead was dismissed by the ministry as baseless.", "2,000", "the ministry"),
    ("Recovery needs are put by the Ministry of Finance at $41m.", "41m", "the Ministry of Finance"),
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
    ("The radio met a commander, who conceded the death of six fighters.", "six", "a commander"),
    # a name between brackets, commas and quotes
    ("The Peace Observatory (OPX), a group in Accra, has documented 54 deaths.", "54", "The Peace Observatory"),
    ('The rebels, whose chief is called "the Owl", admitted to 17 dead.', "17", "The rebels"),
    ("OXYD, the UN's relief arm, estimates the dead at 93.", "93", "OXYD"),
    ("Nine people died, according to state prosecutor Abla Owusu.", "Nine", "state prosecutor Abla Owusu"),
    # verbs that look like nouns
    ("In Keta, the district council states, 40 people died.", "40", "the district council"),
    ("Storms have killed 12 people, ministry data show, most of them in Keta.", "12", "ministry data"),
    ("The flood hit the market, the police posts, and 30 homes.", "30", ""),
    ("Some 50 people fled, the social office says: they went to Keta.", "50", "the social office"),
    ("The ward admitted 30 infants.", "30", ""),
]


@pytest.mark.parametrize(("text", "number", "claimant"), CLAIMANTS)
def test_a_figure_is_claimed_by_whoever_says_it_beside_the_subject(text: str, number: str, claimant: str) -> None:
    assert {figure.number: figure.claimant for figure in figures(text)}[number] == claimant
