"""Who says a figure, with which distance, and whom a pronoun or a short name leads back to."""

from __future__ import annotations

import pytest
from reading import denials, figures


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        ("According to the mayor, 12 people died.", "the mayor"),
        ("The mayor said that 12 people died.", "The mayor"),
        ("The mayor on Monday also said 12 people died.", "The mayor"),
        ("The mayor said in a statement that 12 people died.", "The mayor"),
        ("Earlier, the mayor told reporters that 12 people died.", "the mayor"),
        ("In Keta the mayor said 12 people died.", "the mayor"),
        ("Abla Owusu, head of the clinic, said 12 people died.", "Abla Owusu"),
        ("The town's mayor, Abla Owusu, said 12 people died.", "The town's mayor, Abla Owusu"),
        ("The Keta Relief Committee (KRC) said 12 people died.", "The Keta Relief Committee"),
        ("The mayor's office and the police said 12 people died.", "The mayor's office and the police"),
        ("A survey by the institute found that 12 people died.", "the institute"),
        ("A fisherman said 12 people died.", "A fisherman"),
        ("Twelve people died, the mayor said.", "the mayor"),
        ("Twelve people died, the mayor said on Telegram.", "the mayor"),
        ("Twelve people died, the mayor told Volta Radio.", "the mayor"),
        ("Twelve people died, said Abla Owusu.", "Abla Owusu"),
        ("“Twelve people died,” said the mayor.", "the mayor"),
        ("The radio quoted the mayor as saying that 12 people died.", "the mayor"),
        ("The mayor put the toll at 12.", "The mayor"),
        ("Twelve people died, said Dr. Abla Owusu.", "Dr. Abla Owusu"),
        ("Lt. Gen. Kofi N. Owusu said 12 people died.", "Lt. Gen. Kofi N. Owusu"),
        ("The minister of health, Mr. Kofi Owusu, said 12 people died.", "The minister of health, Mr. Kofi Owusu"),
        ("The Committee for a Better Volta said 12 people died.", "The Committee for a Better Volta"),
        ("''Twelve people died,'' Mr. Owusu said.", "Mr. Owusu"),
        ("Twelve people died, the mayor said at a news conference in Keta.", "the mayor"),
        ("Twelve people died, the mayor said in his weekly letter.", "the mayor"),
        ("The mayor came to Keta, saying that 12 people had died.", "The mayor"),
        ("A survey found that 12 people died.", "A survey"),
        ("A Volta University study released in late August found that 12 people died.", "A Volta University study"),
        ("A 2014 study by the professor Abla Owusu found 12 deaths.", "the professor Abla Owusu"),
        ("Figures released by the ministry show that 12 people died.", "the ministry"),
        ("According to the data, Christians made up 12 of the dead.", "the data"),
        ("According to one estimate, 12 people died.", "one estimate"),
        ("The mayor's claim that 12 people died was false.", "The mayor"),
        ("A UN report that 12 people died was false.", "UN"),
        ("Reports by aid workers that 12 people died were false.", "aid workers"),
        ("Rateco expects that 12 people died.", "Rateco"),
        ("The Committee to Protect Journalists said 12 people died.", "The Committee to Protect Journalists"),
        ("Parents and teachers in Keta said 12 people died.", "Parents and teachers"),
        ("A Volta Times/Radio Keta survey showed that 12 people died.", "A Volta Times/Radio Keta survey"),
        ("The radio reports that 12 people died, according to the mayor.", "the mayor"),
        ("Some 12 people live in Volta state, which is dry, the mayor said.", "the mayor"),
        ("Twelve people died.", ""),
        ("“Keta Blues” was written when 12 people died.", ""),
        ("The storm hit Keta, adding 12 deaths.", ""),
        ("Rains hit Keta, claiming 12 lives.", ""),
        ("Owusu, who has many enemies, knows 12 people died.", ""),
        ("The rain put 12 people out of their homes.", ""),
        ("The government agreed to feed 12 people.", ""),
        ("It was reported that 12 people died.", ""),
        ("The army is expected to say that 12 people died.", ""),
    ],
)
def test_a_figure_has_the_claimant_that_the_sentence_names(text: str, claimant: str) -> None:
    assert [figure.claimant for figure in figures(text)] == [claimant]


@pytest.mark.parametrize(
    ("text", "claimants"),
    [
        ("The army said 12 died, and the rebels said 30 died.", ["The army", "the rebels"]),
        ("The army denied that 12 died and said three had died.", ["The army", "The army"]),
        ("The mayor said 12 died. She added that 30 were hurt.", ["The mayor", "The mayor"]),
        ("Governor Abla Owusu said 12 died. Owusu said 30 were hurt.", ["Governor Abla Owusu", "Governor Abla Owusu"]),
        ("The State Rescue Service said 12 died. The service said 30 fled.", ["The State Rescue Service"] * 2),
        ("The health minister came to Keta. He said 12 had died.", ["The health minister"]),
        ("“Twelve died,” the mayor said. “And 30 are hurt.”", ["the mayor", "the mayor"]),
        ("“Twelve died,” the mayor said.\n\n“And 30 are hurt.”", ["the mayor", "the mayor"]),
        ("“Twelve died,” the mayor said.\n\n“And 30 are hurt. It is bad,” a doctor said.", ["the mayor", "a doctor"]),
        ("Volta Watch said 12 died. Volta Watch finds 30 are hurt.", ["Volta Watch", "Volta Watch"]),
        ("Police said 12 died, and 30 were hurt, according to the mayor.", ["Police", "the mayor"]),
        ("Twelve died, according to the mayor, who has 30 goats.", ["the mayor", ""]),
        ("Abla Owusu first spoke of 12 dead. By midday she had raised the toll to 30.", ["Abla Owusu", "Abla Owusu"]),
        ("The army denied the rebels' claim that 12 died.", ["The army"]),
        ("Volta News Agency reported, citing the mayor, that 12 died. The agency said 30 fled.", ["the mayor", "the mayor"]),
    ],
)
def test_a_speaker_is_led_back_to_the_one_named_before(text: str, claimants: list[str]) -> None:
    assert [figure.claimant for figure in figures(text)] == claimants


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The mayor said 12 people died.", "reported"),
        ("The army claimed that 12 people died.", "claimed"),
        ("The army admitted that 12 people died.", "admitted"),
        ("The army denied that 12 people died.", "denied"),
        ("The army said it had killed 12 people.", "claimed"),
        ("The army said 12 people died, a figure that could not be verified.", "unverified"),
    ],
)
def test_the_stance_is_the_distance_that_the_words_keep(text: str, stance: str) -> None:
    assert [figure.stance for figure in figures(text)] == [stance]


@pytest.mark.parametrize(
    ("text", "kind", "side"),
    [
        ("The army chief's doctor said 12 people died.", "hospital", ""),
        ("Russian officials said 12 people died.", "government", "Russia"),
        ("Ukraine said 12 people died.", "government", "Ukraine"),
        ("WHO said 12 people died.", "un", ""),
        ("A shopper said 12 people died.", "unknown", ""),
        ("Twelve people died.", "own_voice", ""),
    ],
)
def test_a_claimant_has_a_type_and_a_side(text: str, kind: str, side: str) -> None:
    (figure,) = figures(text)
    assert (figure.claimant_type, figure.claimant_side) == (kind, side)


def test_a_denial_without_a_number_is_a_row_of_its_own() -> None:
    (denial,) = denials("The army denied that any civilians had been killed.")
    assert (denial.measure, denial.claimant, denial.population_group) == ("killed", "The army", "civilians")
    assert figures("The army denied that any civilians had been killed.") == []


def test_a_denied_number_is_a_figure_and_no_such_row() -> None:
    assert denials("The army denied that 12 civilians had been killed.") == []
