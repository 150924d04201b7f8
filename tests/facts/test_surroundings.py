"""What a report tells around its figures, kept with the first of them."""

from __future__ import annotations

from reading import figures

from humsit.records import ALSO_NAMED, ALSO_TOLD

TEXT = (
    "Gunmen overran a post at Keta, in Ghana's Volta region, on Tuesday. The army said seven soldiers were killed. "
    "Three civilians were wounded on the road to Hohoe."
)


def test_the_first_figure_says_which_other_places_its_report_names_and_what_happened_when() -> None:
    first, *others = figures(TEXT)
    told = {reason.rule: reason.words for reason in first.why if reason.rule in (ALSO_NAMED, ALSO_TOLD)}
    assert {"Volta", "Hohoe"} <= set(told[ALSO_NAMED].split(", "))
    assert told[ALSO_TOLD].startswith("Gunmen overran a post at Keta")
    assert not any(reason.rule in (ALSO_NAMED, ALSO_TOLD) for other in others for reason in other.why)


def test_a_report_that_names_many_places_lists_none() -> None:
    towns = "Ho Keta Ada Hohoe Kpando Anloga Sogakope Aflao Dzodze Denu Tema Kumasi Tamale Yendi Bawku Wa".split()
    text = "The army said seven soldiers were killed at Keta. " + " ".join(f"It rained in {town} town." for town in towns)
    assert not any(reason.rule == ALSO_NAMED for figure in figures(text) for reason in figure.why)


def test_the_scene_set_before_is_the_place_of_the_figures_behind() -> None:
    assert [figure.place for figure in figures(TEXT)][:1] == ["Keta"]
