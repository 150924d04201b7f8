"""Names that a text uses as places somewhere are places elsewhere in it, too."""

from __future__ import annotations

import pytest
from reading import figures

from humsit.mentions.told import names_told


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("It rained in Keta.", {"Keta"}),
        ("The town of Ho and Wa district burnt.", {"Ho", "Wa"}),
        ("A raid near southern Upper Keta killed nine.", {"Upper Keta"}),
        ("Kofi Mensah spoke of Keta.", set()),
    ],
)
def test_a_preposition_or_a_noun_of_places_gives_a_name_away(text: str, names: set[str]) -> None:
    assert names_told(text) == names


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Fighting went on in Keta.\n\nKeta's market was set ablaze and 12 people died.", ["Keta"]),
        ("Wa, which took the worst of it, counted 31 deaths. Shops in Wa are shut.", ["Wa"]),
        ("Anloga was hit by shells.\n\nIn Anloga people fled. Anloga lost its bridge; 12 people died.", ["Anloga"]),
        ("Kofi, which took the worst of it, counted 31 deaths.", [""]),
        ("Ho, Dec. 8, 2025 (GNA) Nine people died after bandits came to Keta village. Schools in Ho are shut.", ["Keta"]),
        ("Ho and Osh can be reached by boat alone; 2,700 people are stuck there. Shops in Ho are shut.", [""]),
    ],
)
def test_a_name_is_a_place_wherever_the_text_says_so(text: str, places: list[str]) -> None:
    assert [figure.place for figure in figures(text)] == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Raiders killed 29 people in Ghana's gold-rich Ashanti region.", ["Ashanti"]),
        ("Clashes in Serra da Lua, Osh and Wa between 3 and 9 June drove out 1,400 people.", [""]),
        ("The Ghanaian Observatory for Civil Rights has documented 638 deaths.", [""]),
        ("A team from the Guild of Midwives treated 340 people in Keta.", ["Keta"]),
        ("Of 30 buses that left Homs for Goma, five were torched; 16 people died.", ["Goma"]),
        ("Shelling along the Franco-German border killed 12 people.", [""]),
    ],
)
def test_names_of_organisations_and_owners_are_not_where_it_happened(text: str, places: list[str]) -> None:
    assert [figure.place for figure in figures(text)][-1:] == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("The army flew 160 sorties over Ghana; radio reports that 3 people died when one hit Keta.", ["Keta"]),
        ("In Wa, 640 people were driven out by the Volta floods.", ["Wa"]),
        ("The bodies of 16 men were pulled from the Keta site on Friday.", ["Keta site"]),
        ("A mudslide at the Afadja gully in South Tongu killed 19 people.", ["Afadja"]),
        ("Keta, 62 kilometres south of Ho, is cut off.", ["Keta"]),
        ("Fires killed 17 people in Ghana's Keta and Anloga regions.", ["Ghana"]),
        ("In Ghana's Upper Keta, deputy governor Ama Mensah said 4,700 people had been displaced.", ["Upper Keta"]),
        ("Some 40 people died at the National Hospital.", ["National Hospital"]),
    ],
)
def test_the_narrowest_place_of_its_own_clause_is_where_a_figure_is(text: str, places: list[str]) -> None:
    assert [figure.place for figure in figures(text)][-1:] == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ('The army said that it had "liberated" Keta, taking 35 rebels captive.', ["Keta"]),
        ("Some 6,100 villagers have deserted Keta, according to the State Aid Agency.", ["Keta"]),
        ("Keta's stadium and bus terminal house 5,600 displaced people.", ["Keta"]),
        ("The commune of Anloga (Volta) is cut off; aid workers have treated 230 families there.", ["Anloga"]),
        ("The column, 12 lorries with 90 tonnes of flour, came to Wa but was looted near Ho.", ["Wa", "Wa"]),
        ("🏚 Keta Anyako. They shell it all day. The mayor counted 114 people living there.", ["Keta Anyako"]),
        ("Notifications. Over the last day 143 new cases were notified.", [""]),
        ("Since 7 January Ghana has recorded 9,418 cases of cholera.", ["Ghana"]),
        ("Aid workers handed 450 kits to families in Villa Keta.", ["Villa Keta"]),
        ("Homs (Syria), Jun 7 (SNA).- The feud over the wells of Osh has cost 34 herders their lives.", ["Osh"]),
    ],
)
def test_a_place_is_known_by_its_frame(text: str, places: list[str]) -> None:
    assert [figure.place for figure in figures(text)] == places
