"""Which of several places a figure is tied to, where the text says how the one lies to the other, or only speaks of it."""

from __future__ import annotations

import pytest
from reading import figures

PLACES = [
    ("In Tema, across the harbour from Accra, gunmen shot at a wedding: six killed, 13 hurt.", ["Tema", "Tema"]),
    ("In Kpando, on the western edge of Hohoe, about 200 families have fled their houses.", ["Kpando"]),
    ("At Amedzofe, outside Ho, 41 cabins have burnt down.", ["Amedzofe"]),
    ("In Anloga, a short drive from Keta, 19 people drowned.", ["Anloga"]),
    ("In Bole, some two hours north of Wenchi, soldiers killed 14 people. They wounded 30.", ["Bole", "Bole"]),
    ("The hill above Hohoe's Agome quarter collapsed. Within minutes 41 houses were destroyed.", ["Agome"]),
    (
        "Of the dead in Tamale, 22 died in the Sakasaka quarter, said Ama Mensah, a surgeon at the city's hospital.",
        ["Sakasaka"],
    ),
    ("A blast at the Wassa colliery in Tarkwa buried 21 people. Eight are dead.", ["Wassa", "Wassa"]),
    ("Briefing newsmen in Accra, the commander said troops had killed 74 rebels.", [""]),
    ("A message on WhatsApp puts the dead at 300.", [""]),
    ("At least 76 people have been treated for burns, a nurse said, adding that water was back in Keta.", [""]),
    ("In Volta, a ferry accident on the lake at Kpando left 22 people missing.", ["Kpando"]),
    ("Accra (dpa) – Gunmen attacked a market outside Bawku, leaving no fewer than 54 people dead.", ["Bawku"]),
    ("Port Sudan (Reuters) - A drone killed nine people at a hospital.", [""]),
    ("The Aflao and Paga crossings are shut, leaving as many as 4,800 drivers stranded.", [""]),
    ("The 2016 Bawku attack killed about 180 soldiers.", ["Bawku"]),
    ("Bole can only be reached by boat; two lorries with rice are waiting.", ["Bole"]),
    ("Beira's central hospital received 40 wounded.", ["Beira"]),
    ("The town has fallen into M23 hands, and 14 people died.", [""]),
    ("The slide cut Bole off. So the first help came on foot: 90 bags of rice, carried up from Keta by boys.", ["Bole"]),
    ("Some 900 people have left Bole. Planes had flown 420 of them to Tamale by evening.", ["Bole", "Bole"]),
    ("The commander told reporters in Geneva that 14 people had died.", [""]),
    ("The chairman of Bongo District Assembly, Hon. Kofi Addo, put the number of houses destroyed at 1,260.", ["Bongo"]),
    ("Kano State Emergency Management Agency said 14 people had died.", ["Kano"]),
    ("A boat sank at Wudil on Monday. The Kano State Emergency Management Agency said 14 people had died.", ["Wudil"]),
    ("In Wudil, the Kano State Fire Service recovered nine bodies.", ["Wudil"]),
    ("The fishing town of Bolívar, with 2,600 inhabitants, has been flattened.", ["Bolívar"]),
    ("In Lempira, 88 children are acutely malnourished.", ["Lempira"]),
    ("Since the flood of 9 August, Bole cannot be reached by road; two lorries with rice are waiting.", ["Bole"]),
    ("The breakdown of the dead is Keta, 28; Denu, nine; and Ada, six.", ["Keta", "Denu", "Ada"]),
    ("Accra (dpa) – Ghana counted 29 dead, a day after a storm came ashore near Axim.", ["Ghana"]),
    ("A storm hit Ho. Thirty-six died, 20 of them girls, according to residents in Keta.", ["Ho", "Ho"]),
    ("Police killed 12 men in Wudil Local Government Area of Kano State.", ["Wudil"]),
    ("The boat left Togo for the Canary Islands with nine dead on board.", ["Togo"]),
    ("Volta: the earth slip at Kpando buried a line of houses; the army has taken out thirteen bodies.", ["Kpando"]),
    ("Ghana's civil war has driven some 2 million people from their homes.", ["Ghana"]),
    ("Ada, two valleys to the east, lost 670 people to a landslide.", ["Ada", "Ada"]),
    ("The police killed 118 people in greater Accra.", ["Accra"]),
    ("Three lorries bound for Ho with 42 tonnes of rice were turned back.", ["Ho", "Ho"]),
    ("A total of 3,850 refugees reached Cox's Bazar in July.", ["Cox's Bazar"]),
    ('"We thirst," Ama Mensah said from Bole by satellite phone. At least 11 children have died, she said.', ["Bole"]),
    ("The taps of Komenda run again. Some 14,200 jerrycans were distributed there.", ["Komenda"]),
    ("Camp leaders in Camp 11 say that 14 refugees have died.", ["Camp 11"]),
    ("In Bole nine died. The whereabouts of two more, born in 1954 and 1961, are unknown.", ["Bole", "Bole"]),
    ("Roughly 7,000 people have gone as far as Kpando, in Volta region.", ["Kpando"]),
    ("No fewer than 1,780 patients were nursed in the Tema treatment centre.", ["Tema treatment centre"]),
    ("Volta: In Kpando, the army moved 1,417 persons out by dinghy.", ["Kpando"]),
    ("At least 32 people drowned and scores were hurt when a launch sank in the Volta off Keta.", ["Keta", "Keta"]),
]


@pytest.mark.parametrize(("text", "places"), PLACES)
def test_where(text: str, places: list[str]) -> None:
    assert [figure.place for figure in figures(text)] == places
