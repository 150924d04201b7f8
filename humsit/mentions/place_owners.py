"""Places that own what is told of, or that it is of: "Keta's market", "Ghana's civil war", "the mayor of Keta"."""

from __future__ import annotations

from humsit.mentions.sentence import Sentence
from humsit.vocabulary.compiled import Lexicon

_PEOPLE_OF = frozenset({"people", "population", "residents", "inhabitants"})
_OF_AN_AREA = frozenset("provincial regional state district municipal county departmental city town divisional zonal".split())
_OF_NO_PLACE = frozenset("hands ranks name names wake words view eyes case person favour favor framework face light".split())
_BEFALLING = frozenset(
    "war conflict insurgency famine epidemic outbreak crisis unrest drought flood floods flooding earthquake quake landslide "
    "landslides wildfires fires storm cyclone heatwave monsoon rains riots protests uprising eruption mudslide".split()
)
_DIRECTIONS = frozenset(
    "north south east west northwest northeast southeast southwest north-west north-east south-west south-east outside short "
    "upstream downstream inland offshore".split()
)
_COMPASS = frozenset(f"{north}{dash}{east}" for north in ("north", "south") for dash in ("", "-") for east in ("east", "west"))
_SHAKEN = frozenset(
    "northern southern eastern western central coast coastal south-western north-eastern south north west east".split()
)
_OF_A_PLACE = frozenset({"local_authority", "witness", "emergency_service", "hospital"})
LONGEST_TITLED = 5  # words of "Mayor Ama Serwaa Owusu"
FARTHEST_KIND = 3  # words from a name to the noun that says what kind of place it is ("the Obuasi gold mine")


class Owners:
    """The names of one sentence before "'s" and behind "of"."""

    def __init__(self, sentence: Sentence, lexicon: Lexicon) -> None:
        self.sentence, self.lexicon = sentence, lexicon
        self.lower, self.tags = sentence.lower, sentence.tags
        self.word, self.is_capital = sentence.word, sentence.is_capital
        known = lexicon.place_words
        self.prepositions, self.nouns = known["preposition"], known["noun"]
        self.whole, self.organisations = known["whole"], known["organisation"]

    def slot(self, j: int, k: int, *, is_entered: bool) -> str:
        """The slot of a name before word j, an "'s", that word k governs and that something may have hit or entered.

        For "in Sudan's South Kordofan" nothing, since the narrower name follows; for "in Moundou's central market" the name.
        """
        if self.word(j + 1)[:1].isdigit():
            return "of"  # "Mbau's 24,000 inhabitants"
        if self.word(j + 1) in _PEOPLE_OF:
            return "of"  # "half of Sudan's population"
        if self.has_officers(j + 1) and self.lexicon.nations.at(self.lower, j - 1) is None:
            return "of"  # "Volta's governor"
        if self._has_office(j + 1) and self.lexicon.nations.at(self.lower, j - 1) is None:
            return "of" if self.word(j + 1) in _OF_AN_AREA else "office"
        governed = k >= 0 and self.lower[k] in self.prepositions
        if not governed and self._befalls(j + 1):
            return "doer"
        if self._owns_a_name(j + 1):
            return ""
        if not governed and is_entered and self.word(j + 1) in _SHAKEN | _COMPASS:
            return "object"  # "shook Ghana's northern coast"
        if not governed:
            at = j + 1
            while self.sentence.tag(at) == "JJ" and at - j < FARTHEST_KIND:
                at += 1  # "Keta's central hospital"
            is_site = self.word(at) in self.nouns and self.lexicon.nations.at(self.lower, j - 1) is None
            return "of" if is_site else ""  # "Keta's stadium houses 900 people"
        near = self.lower[j + 1 : j + 5]
        if "," in near and self.lower[j + near.index(",")] in self.nouns and self.is_capital(j + near.index(",") + 2):
            return ""  # "in Ghana's capital, Accra"
        return self.lower[k] if any(word in self.nouns or word in _COMPASS for word in near) else ""

    def has_officers(self, j: int) -> bool:
        """ "Volta governor Ama Mensah", "Gao residents"."""
        claimant = self.lexicon.claimants.at(self.lower, j) if j < len(self.lower) else None
        if claimant is None or self.is_capital(j):
            return False
        return claimant[1] in _OF_A_PLACE and not self.lower[j].startswith("hospital")  # "the Aleppo hospitals"

    def _has_office(self, at: int) -> bool:
        """ "Volta's provincial engineering office": words of an office behind its owner."""
        while self.sentence.tag(at) in ("JJ", "NN") and not self.is_capital(at):
            if self.lower[at] in self.organisations and self.sentence.tag(at + 1) not in ("NN", "NNS"):
                return True
            at += 1
        return False

    def _befalls(self, at: int) -> bool:
        """ "Ghana's civil war", "Togo's worst floods": what happens in a country, not what it does to others."""
        while self.sentence.tag(at) in ("JJ", "JJS", "NN", "CD") and self.lower[at] not in _BEFALLING:
            at += 1
        return self.word(at) in _BEFALLING and self.word(at + 1) not in ("in", "on", "against", "with", "effort")

    def _owns_a_name(self, at: int) -> bool:
        """ "Sudan's South Kordofan", "Ghana's gold-rich Ashanti region"."""
        while self.sentence.tag(at) in ("JJ", "JJS") and not self.is_capital(at):
            at += 1
        return self.is_capital(at)

    def slot_behind_of(self, k: int) -> str:
        """The slot of a name behind word k, an "of": "north of Keta", "out of Keta", "the city of Keta"; "" for none."""
        if self.lower[k - 1] in _DIRECTIONS:
            return "direction"
        if self.lower[k - 1] == "out" and self.word(k - 2) not in ("or", "and"):
            return "from"  # "moved out of Keta"
        if self._takes_place(k - 1):
            return "of"
        return "of" if self.word(k + 1) != "the" and self._lies_in(k - 1) else ""  # "the sinking of the Doña Paz"

    def _takes_place(self, at: int) -> bool:
        """Whether "of" behind this word leads to a place: the city of, most of, north of, the mayor of."""
        if self.lower[at] in self.nouns or self.lower[at] in self.whole:
            return True
        claimant = self.lexicon.claimants.at(self.lower, at)
        if claimant is None and at > 0:
            two = self.lexicon.claimants.at(self.lower, at - 1)  # "the harbour master of Keta"
            claimant = (1, two[1]) if two is not None and two[0] == 2 else None
        if claimant is None and self.is_capital(at):
            return self._is_titled(at)  # "Mayor Ama Owusu of Keta"
        if claimant is None or claimant[0] != 1 or claimant[1] not in _OF_A_PLACE:
            return False
        return not self.is_capital(at) or self.word(at - 1) == "the"

    def _is_titled(self, at: int) -> bool:
        """Whether the name that ends with a word has an office of a place before it."""
        for k in range(at - 1, max(-1, at - LONGEST_TITLED), -1):
            claimant = self.lexicon.claimants.at(self.lower, k)
            if claimant is not None:
                return claimant[1] in _OF_A_PLACE
            if not self.is_capital(k):
                break
        return False

    def _lies_in(self, at: int) -> bool:
        """ "above the coltan pits of Rubaya", "in the streets of Homs": what is of the place is where something happens."""
        for k in range(at, max(-1, at - 5), -1):
            if self.lower[k] in self.prepositions or self.tags[k] == "IN":
                return k < at and self.tags[at] in ("NN", "NNS") and not self._is_of_people(at)
            if self.tags[k] not in ("NN", "NNS", "JJ", "DT", "CD", "POS"):
                return False
        return False

    def _is_of_people(self, at: int) -> bool:
        """ "by the fighters of Hezbollah", "in the hands of Hezbollah"."""
        thing = self.lexicon.things.at(self.lower, at)
        return self.lower[at] in _OF_NO_PLACE or (thing is not None and thing[1].unit == "people")
