"""Where a place's name begins and ends, and its bare form: "Bor South", "Deir al-Balah", "Gulf of Aden", "Zaatari camp"."""

from __future__ import annotations

from humsit.grammar.classes import ARTICLES, NAMES, NOUNS, POSSESSIVE_ENDINGS
from humsit.mentions.place_unlike import is_abstract, is_no_place_word
from humsit.mentions.sentence import Sentence
from humsit.vocabulary.compiled import Lexicon

_NAME_LIKE = NOUNS | {"JJ"}
_NEVER_NAMES = frozenset({"DT", "PRP", "IN", "RB", "CC", "EX", "WP", "CD", "PRP$", "WRB", "VBN", "VBG"})
JOINING = frozenset({"e", "y", "et", "wa", "ya", "de", "del", "la", "el", "al", "du", "da", "do", "es", "na", "di"})
_ARAB_ARTICLES = frozenset("al el as ash ar an ad at az ed er es et ez ul ur".split())
_WATERS = frozenset("gulf horn strait straits bay sea isle cape".split())
_PART_OF_NAME = frozenset({"south", "north", "east", "west", "city", "island", "republic", "port", "valley"})
_AREA_WORDS = frozenset({"local", "government", "administrative", "self-administered", "autonomous", "metropolitan", "rural"})
_SEATS_OF_PEOPLE = frozenset({"center", "centre", "department", "market", "capital", "bank", "banks", "party", "coast"})
_COMPASS = frozenset("northern southern eastern western central north south east west".split())  # no names by themselves
_NUMBERED = frozenset("hill sector zone ward block district area gate camp point checkpoint".split())
_CENTRES = frozenset({"centre", "center", "post", "unit", "facility", "complex"})
_OF_CENTRES = frozenset(
    "health medical treatment trauma surgical rehabilitation maternity stabilisation stabilization detention transit reception "
    "isolation nutrition burns correctional".split()
)
_RULED = frozenset(
    "district county state city town township municipal municipality metropolitan metro regional region provincial province "
    "parish borough governorate oblast departmental local divisional island islands".split()
)
_BODIES = frozenset(
    "assembly authority authorities administration board bureau executive command commissioner commission directorate office "
    "secretariat hall legislature sheriff coroner governor emergency fire health".split()
)
_AFTER_A_COUNT = frozenset({"NN", "NNS", "JJ", "VBD", "VBP", "VBN"})
_LEADING_TO_NAMES = frozenset("thanks according due owing contrary loyal allied linked belonging affiliated".split())
LONGEST_APPOSITION = 5


def is_name_word(word: str) -> bool:
    """Whether a word is written as a name: with a capital, or as "al-Salam", "ash-Shaddadi"."""
    if word[0].isupper():
        return True
    if "-" not in word and "’" not in word:
        return False
    article, dash, rest = word.replace("’", "-").partition("-")
    return bool(dash) and rest[:1].isupper() and article in _ARAB_ARTICLES


class Names:
    """The names of one sentence."""

    def __init__(self, sentence: Sentence, lexicon: Lexicon) -> None:
        self.sentence, self.lexicon = sentence, lexicon
        self.words, self.lower, self.tags, self.word = sentence.words, sentence.lower, sentence.tags, sentence.word
        known = lexicon.place_words
        self.prepositions, self.nouns, self.kept = known["preposition"], known["noun"], known["kept"]
        self.no_places, self.organisations = known["no_place"], known["organisation"]

    def may_begin(self, i: int) -> bool:
        """Whether a word begins a name."""
        word, lower, known = self.words[i], self.lower[i], self.lexicon
        if self.is_time(i) or is_no_place_word(word):
            return False
        if lower in known.numbers and not self.sentence.is_capital(i + 1):
            return False  # "Twenty states", but Three Rivers
        if self.is_numbered(i):
            return True
        if len(word) == 1:
            return False  # "camp 8E", "vitamin A"
        if i == 0 and lower in self.prepositions:
            return False
        nation = known.nations.at(self.lower, i)
        if nation is not None and nation[1].form == "name":
            return True
        is_counted = lower in known.not_before or (known.things.at(self.lower, i) is not None and nation is None)
        if is_counted and self._is_called_like_money(i):
            return True
        if is_counted and self.is_site(i):
            return True  # the National Hospital
        if is_counted and not (lower in self.nouns and self.sentence.is_capital(i + 1) and self._goes_on(i + 1)):
            return False  # IDPs, Phase 3; but Port Moresby
        if self.tags[i] in NAMES or word[0].islower():
            return True
        if (
            self.word(i - 1) == ":"
            and self.tags[i] == "NN"
            and self.word(i + 1) in self.nouns
            and lower not in known.tagger.lexicon
        ):
            return True  # "Volta: Kpando town is under water"
        if i == 0:
            follows = len(self.words) > 1 and self.tags[1] in ("VBD", "VBZ", "POS", ",", ":")
            return follows and self.tags[0] not in _NEVER_NAMES and known.claimants.at(self.lower, 0) is None
        named = self.lower[i - 1] in self.prepositions or self.lower[i - 1] in ("the", "of")
        return named and known.nations.at(self.lower, i) is None

    def _is_called_like_money(self, i: int) -> bool:
        """ "in Lempira", "the department of Colón"."""
        if self.lower[i] not in self.lexicon.context["currency"] or self.tags[i] not in NAMES:
            return False
        before = self.word(i - 1)
        return before in ("in", "at", "near", "across", "outside") or (before == "of" and self.word(i - 2) in self.nouns)

    def is_time(self, i: int) -> bool:
        """Whether a word is a day's or a month's name."""
        return self.lower[i] in self.lexicon.weekdays or self.lower[i] in self.lexicon.months

    def is_site(self, i: int) -> bool:
        """Whether a name of several words begins that ends with a word such as "Hospital"."""
        if not (self.sentence.is_capital(i + 1) and self._goes_on(i + 1)):
            return False
        is_in = self.word(i - 1) in ("in", "near") and self.tags[i] == "NNP"  # in Villa Keta
        return is_in or self.is_kept(self.end(i) - 1)

    def is_kept(self, at: int) -> bool:
        """Whether a word belongs to the name of a place before it: "the Keta hospital", "Keta Health Centre"."""
        if self.word(at) in self.kept:
            return True
        return self.word(at) in _CENTRES and self.word(at - 1) in _OF_CENTRES and self.sentence.is_capital(at)

    def is_numbered(self, i: int) -> bool:
        """ "Hill 60", "Sector 5", but not "in Camp 12 people fled"."""
        if self.lower[i] not in _NUMBERED or not self.words[i][0].isupper() or not self.word(i + 1).isdigit():
            return False
        return self.sentence.tag(i + 2) not in _AFTER_A_COUNT or self.word(i + 2) in self.lexicon.cues

    def end(self, i: int) -> int:
        """Where a name ends: "Bor South", "Port-au-Prince", "Kafr Nabl", "Puerto de la Cruz"."""
        if self.is_numbered(i):
            return i + 2
        nation = self.lexicon.nations.at(self.lower, i)
        if nation is not None and nation[1].form == "name":
            after = i + nation[0]
            if not self.sentence.is_capital(after) or self.word(after) in self.lexicon.weekdays:
                return after
        j = i + 1
        while j < len(self.words):
            if self._goes_on(j):
                j += 1
            elif self.sentence.is_capital(j + 1) and (self.lower[j] in JOINING or self._is_of_water(j)):
                j += 2
            elif self.lower[j - 1] == "republic" and self.lower[j : j + 2] == ["of", "the"] and self.sentence.is_capital(j + 2):
                j += 3
            else:
                break
        return j

    def _is_of_water(self, j: int) -> bool:
        return self.lower[j] == "of" and self.lower[j - 1] in _WATERS

    def _goes_on(self, j: int) -> bool:
        word = self.words[j]
        if word[0].islower():
            return is_name_word(word)
        if is_no_place_word(word):
            return False
        if not word[0].isupper() or self.tags[j] not in _NAME_LIKE:
            return False
        is_month = self.lower[j] in self.lexicon.months and self.word(j + 1) not in self.nouns  # but Zenda Jan district
        return not is_month and self.lower[j] not in self.lexicon.weekdays

    def is_other_name(self, i: int, j: int) -> bool:
        """Ministries, agencies, feasts, abbreviations; but not the hospital, camp or district that is named after one."""
        claimant = self.lexicon.claimant_names.at(self.lower, i)
        if claimant is not None and claimant[0] == j - i:
            return True  # Hezbollah
        last = self.lower[j - 1]
        if is_abstract(last) and last not in self.nouns and self.word(j) not in self.nouns:
            return True  # the Isolation ward is one, the Early Childhood Education programme is none
        if self._is_of_nations(i, j) or self._is_named_for(i, j):
            return True
        if j - i > 1 and (self.is_kept(j - 1) or (last in self.nouns and last not in _SEATS_OF_PEOPLE)):
            return self.lower[i] in self.no_places and j - i == 2
        if any(self.lower[x] in self.no_places or self.lower[x] in self.organisations for x in range(i, j)):
            return True
        acronym = len(self.words[i]) > 1 and self.words[i].isupper() and self.lower[i] != "dr"
        if acronym and j - i > 1 and not self.words[i + 1].isupper():
            return True  # IPC Phase, UN House; but DR Congo
        is_led_to = self.word(i - 1) == "to" and self.word(i - 2) not in _LEADING_TO_NAMES
        at = i - 1 if self.word(i - 1) != "the" or self.word(j) not in self.nouns else i - 2  # "in the KHA states"
        if acronym and j - i == 1 and not is_led_to and self.word(at) not in ("in", "from", "into", "across"):
            return True  # WFP, UNHCR, CORRECTION
        return self.word(j) in self.organisations and not self._is_area(i, j) and not self._is_town_of_police(j)

    def _is_town_of_police(self, j: int) -> bool:
        """ "Keta police spokesman Kofi Boateng", "Keta fire service"."""
        force = self.lexicon.claimants.at(self.lower, j)
        return force is not None and force[1] == "emergency_service" and not self.sentence.is_capital(j)

    def _is_of_nations(self, i: int, j: int) -> bool:
        """ "along the Franco-German border"."""
        if j - i > 1 or "-" not in self.lower[i]:
            return False
        nation = self.lexicon.nations.at([self.lower[i].rpartition("-")[2]], 0)
        return nation is not None and nation[1].form in ("adjective", "people")

    def _is_named_for(self, i: int, j: int) -> bool:
        """ "the Observatory for Human Rights", "the Order of Nurses": words of one name, none of a place."""
        if self.word(i - 1) == "for" and self.sentence.is_capital(i - 2):
            at = i - 2
            while self.sentence.is_capital(at - 1):
                at -= 1
            return self.word(at - 1) == "the" or self.lower[at] == "the"
        joins = self.word(j) in ("for", "of") and self.sentence.is_capital(j + 1)
        return joins and self.word(i - 1) == "the" and self.lower[j - 1] not in self.nouns and self.lower[j - 1] not in _WATERS

    def ruled_by(self, i: int, j: int) -> int:
        """For "Bongo District Assembly", "Kano State Fire Service" the word behind the place; 0 for other names."""
        at = next((x for x in range(i + 1, j - 1) if self.lower[x] in _RULED), 0)
        if (
            not at
            or self.lower[j - 1] in self.nouns
            or self.word(j) in self.nouns
            or self.lower[i] in self.no_places
            or self.lower[i] in _COMPASS
        ):
            return 0
        return at if any(self.lower[x] in self.organisations or self.lower[x] in _BODIES for x in range(at + 1, j)) else 0

    def _is_area(self, i: int, j: int) -> bool:
        """ "in the Keta department", "villages of Keta department", where "the Keta department" said is an office."""
        if self.word(j) != "department":
            return False
        if self.word(i - 1) == "of" and self.word(i - 2) in self.nouns:
            return True
        at = i - 1
        if self.word(at) in POSSESSIVE_ENDINGS and self.sentence.is_capital(at - 1):
            at -= 2  # "in Haiti's Nord department"
        at -= self.word(at) == "the"
        return self.word(at) in ("in", "across", "throughout")

    def name(self, i: int, j: int) -> str:
        """The bare name, but a camp or a hospital in full."""
        for stop in (j, j + 1):
            if self.word(stop) in self.kept and (stop == j or self.tags[j] == "NN"):
                return self.sentence.say(i, stop + 1)
        if self.word(j) in _OF_CENTRES and self.word(j + 1) in _CENTRES:
            return self.sentence.say(i, j + 2)  # the Tema treatment centre
        last = j
        if j - i > 1 and self._is_kind(j - 1) and not (j - i == 2 and self.lower[i] in _COMPASS):
            last = j - 1
            while last - i > 1 and self.lower[last - 1] in _AREA_WORDS:
                last -= 1
        return self.sentence.say(i, last)

    def _is_kind(self, at: int) -> bool:
        word = self.lower[at]
        return word in self.nouns and not self.is_kept(at) and word not in _PART_OF_NAME

    def kind(self, i: int, j: int) -> str:
        """What kind of place it is called: "the Biobío region", "the town of Nacimiento"."""
        for at in (j, j - 1):
            if self.word(at) in self.nouns or self.is_kept(at):
                return self.lower[at]
        if self.sentence.tag(j) == "NN" and self.word(j + 1) in self.kept:
            return self.lower[j + 1]
        if j - i > 1 and self.lower[i] in self.kept:
            return self.lower[i]  # Camp Keta
        if self.word(i - 1) == "of" and self.word(i - 2) in self.nouns:
            return self.lower[i - 2]
        if self.word(j) == "," and self.word(j + 1) in ARTICLES:
            apposition = self.lower[j + 2 : j + 2 + LONGEST_APPOSITION]
            return next((word for word in apposition if word in self.nouns), "")
        return ""
