"""Figures that somebody puts down, and figures that nobody could check."""

from __future__ import annotations

import pytest
from reading import figures


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        ("A senator's claim that 1,000 people have died was dismissed by the ministry as scaremongering.", "the ministry"),
        ("The ministry describes a figure of 19 deaths in Keta as baseless.", "The ministry"),
        ("The governor calls posts about 900 dead in Keta “a sick joke”.", "The governor"),
        ("The mayor called talk of 34 dead nonsense.", "The mayor"),
        ("The rebels' figure of 34 dead soldiers is a lie, the army said.", "the army"),
        ("The 60 deaths reported by the rebels never happened, the army said.", "the army"),
        ("“Whoever says 60 people were killed in Keta is lying,” the police chief said.", "the police chief"),
        ("“Anyone who tells you that 60 people died is making it up,” the police chief said.", "the police chief"),
        ("The ministry said talk of 60 deaths had been invented.", "The ministry"),
    ],
)
def test_who_puts_a_figure_down_denies_it(text: str, claimant: str) -> None:
    """The denier is the claimant, not whoever gave the figure."""
    assert [(one.claimant, one.stance) for one in figures(text)] == [(claimant, "denied")]


def test_an_early_count_is_no_denial() -> None:
    """What is called provisional is still said."""
    assert [one.stance for one in figures("The mayor described the toll of 34 dead as provisional.")] == ["reported"]


@pytest.mark.parametrize(
    "text",
    [
        "A witness said 34 people had died. We have not been able to establish whether this is true.",
        "Four deaths reported by the clinic are still awaiting verification.",
        "Reports that 34 people were killed have yet to be substantiated.",
        "Rebels say they captured 200 soldiers. The agency has no presence in Keta to check this.",
        "Rebels say they captured 200 soldiers. We can't verify this figure.",
        "Unverified posts put the dead at 34.",
    ],
)
def test_what_nobody_could_check_is_unverified(text: str) -> None:
    """However it is said that nobody knows."""
    assert [one.stance for one in figures(text)] == ["unverified"]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The army said three of its own officers had been killed in Keta.", "admitted"),
        ("The rebels mentioned only 12 dead in their ranks.", "admitted"),
        ("The army said it had lost 19 men in Keta.", "admitted"),
        ("The army said 22 soldiers had been killed in Keta.", "admitted"),
        ("The army said the rebels had killed 22 villagers.", "reported"),
        ("The mayor said 22 soldiers had been killed in Keta.", "reported"),
        ("The army said Togo had lost 19 men.", "reported"),
        ("The army says its drones “eliminated” 34 militants.", "claimed"),
        ("In the army's telling, 34 rebels were killed.", "claimed"),
        ("By their own account the rebels killed 34 soldiers.", "claimed"),
        ("The rebels claimed responsibility for the blast, saying it had killed 34 soldiers.", "claimed"),
    ],
)
def test_forces_admit_losses_and_claim_deeds(text: str, stance: str) -> None:
    """Whatever verb of saying the text takes."""
    assert [one.stance for one in figures(text)] == [stance]


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        ("The radio, which cited the mayor, said 12 people had died.", "the mayor"),
        ("According to the radio, which quoted a local doctor, 12 people died.", "a local doctor"),
        ("The agency reported, on the authority of the mayor, that 12 people had died.", "the mayor"),
        ("Gunmen burned 12 houses and, by the count of the mayor, two schools.", ""),
        ("Those who reached Keta told our monitors that 12 people had died.", "Those who reached Keta"),
        ("The ministry lists 12 people dead. Another 30 people are on the same list.", "The ministry"),
    ],
)
def test_the_origin_is_the_claimant(text: str, claimant: str) -> None:
    """Behind a relay, in an insertion, by what somebody did."""
    found = figures(text)
    assert (found[0] if "Gunmen" in text else found[-1]).claimant == claimant


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The union says 600 people died; the government says the figure is inflated.", "reported"),
        ("The army denied any role in the deaths of 40 civilians in Keta.", "reported"),
        ("The rebels claimed responsibility for an attack in which 34 people died.", "reported"),
        ("The rebels put their losses at 14.", "admitted"),
        ("Reuters could not independently confirm the report of 40 dead.", "unverified"),
    ],
)
def test_a_stance_holds_for_what_it_is_said_of(text: str, stance: str) -> None:
    """One side's figure is not denied by what the other side says of it, nor are deaths by who had no part in them."""
    assert [one.stance for one in figures(text)] == [stance]


def test_a_judgement_in_quotation_marks_denies_its_own_figure_alone() -> None:
    """What its speaker says next is his own count."""
    assert [one.stance for one in figures("The mayor said the figure of 40 dead was “absurd”.")] == ["denied"]
    found = figures("A negotiator dismissed the claim as “a fairy tale” and said only four people had died in Keta.")
    assert [one.stance for one in found] == ["reported"]
