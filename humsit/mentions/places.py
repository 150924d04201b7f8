"""Where: names in a place's slot ("in Homs", "off the island of Lesbos", "fled Aleppo", "Kherson, a city of …")."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass

from humsit.grammar.classes import ARTICLES, NAMES, POSSESSIVE_ENDINGS, QUOTES, RELATIVE_PRONOUNS, VERBS
from humsit.mentions.bracketed import bracket_end, place_in_bracket
from humsit.mentions.openings import dateline_end, label_end, title_end
from humsit.mentions.place_names import JOINING, Names, is_name_word
from humsit.mentions.place_owners import FARTHEST_KIND, Owners
from humsit.mentions.place_subjects import Subjects
from humsit.mentions.sentence import Sentence
from humsit.vocabulary.compiled import Lexicon

_BEFORE_NAME = frozenset({"DT", "JJ", "JJR", "JJS", "POS", "PRP$", "VBN", "VBG", "CD", "NN"})
_LYING = frozenset({"is", "was", "remains", "lies", "lay"})
_CURRENCIES = frozenset({"$", "us$", "usd", "€", "£"})
_LIST_WORDS = JOINING | POSSESSIVE_ENDINGS | {",", "and"}
_NEXT_TO_IT = frozenset({"nearby", "neighbouring", "neighboring", "adjacent", "adjoining"})
_HIT = frozenset({"hit", "affected", "struck", "damaged"})
_KEPT_SO = frozenset("without under in into isolated inaccessible short empty unreachable uninhabitable".split())
_TIMES = frozenset({"overnight", "tonight", "alone", "later", "early", "late", "proper", "itself", "yesterday", "today"})
_LEADING = frozenset({"for", "to", "towards", "toward"})
_BOUND = frozenset(
    "bound heading headed destined sailing route way journey voyage passage crossing trip travelling traveling".split()
)
_OF_FORCES = frozenset("hands ranks control custody captivity fire detention rule command occupation".split())
_OF_A_STATE = frozenset({"government", "military"})
_TELLING = frozenset("said says told phone telephone radio speaking spoke call reporting wrote messaged reached".split())
_TOLD = frozenset("reported notified recorded confirmed registered documented known logged detected".split())
LONGEST_LEAD = 6  # words of "More from the city of Keta."
FARTHEST_PREPOSITION = 6  # words between a preposition and the name ("in the northern Italian province of Cuneo")


@dataclass(slots=True)
class Place:
    """A name in a place's slot: its words [i, j) and the word that put it there ("in", "from", "subject", "label")."""

    name: str
    i: int
    j: int
    slot: str
    noun: str = ""
    """What kind of place it is called: "the Biobío region", "the town of Nacimiento"."""
    is_aside: bool = False
    """Whether somebody only talks there: "signed in Doha", "told reporters in Abuja"."""
    owned: str = ""
    """The name with its owner before it: "Keta's Ridge" may be one place."""


def find_places(sentence: Sentence, lexicon: Lexicon, known: Container[str] = ()) -> list[Place]:
    """The places that a sentence names, from left to right; `known`: names that the text has put in a place's slot before."""
    return _Finder(sentence, lexicon, known).find()


def is_country(place: Place, lexicon: Lexicon) -> bool:
    """Whether the name is a country's."""
    words = place.name.lower().split()
    hit = lexicon.nations.at(words, 0)
    return hit is not None and hit[1].form == "name" and hit[0] == len(words)


class _Finder:
    """One look over the capitalised names of a sentence."""

    def __init__(self, sentence: Sentence, lexicon: Lexicon, told: Container[str]) -> None:
        self.sentence, self.lexicon, self.names, self.told = sentence, lexicon, Names(sentence, lexicon), told
        self.subjects, self.owners = Subjects(sentence, lexicon), Owners(sentence, lexicon)
        self.words, self.lower, self.tags = sentence.words, sentence.lower, sentence.tags
        self.word, self.is_capital = sentence.word, sentence.is_capital
        known = lexicon.place_words
        self.prepositions, self.nouns, self.kept = known["preposition"], known["noun"], known["kept"]
        self.talks, self.keeping = known["talk"], known["keeping"]
        self.entering, self.whole, self.organisations = known["entering"], known["whole"], known["organisation"]

    def find(self) -> list[Place]:
        found: list[Place] = []
        dateline = dateline_end(self.sentence, self.lexicon)
        label = 0 if dateline else label_end(self.sentence, self.lexicon) or title_end(self.sentence, self.lexicon)
        if label:
            begin = int(not self.words[0][0].isalnum())  # an emoji
            found.append(Place(self.sentence.say(begin, label), begin, label, "label"))
        behind = max(label, dateline, self._bracketed(found))
        like_names = [at for at, word in enumerate(self.words) if word[0].isupper() or ("-" in word and is_name_word(word))]
        for i in like_names:
            if i < behind or not self.names.may_begin(i):
                continue
            behind = j = self.names.end(i)
            if ruled := self.names.ruled_by(i, j):
                found.append(Place(self.sentence.say(i, ruled), i, j, "body", self.lower[ruled]))
                continue
            slot = self._slot(i, j) or self._known_slot(i, j, found) or self._site_slot(i, j)
            if slot and not self.names.is_other_name(i, j):
                owned = self.sentence.say(i - 2, j) if self.word(i - 1) in POSSESSIVE_ENDINGS and self.is_capital(i - 2) else ""
                found.append(Place(self.names.name(i, j), i, j, slot, self.names.kind(i, j), self._is_aside(i, slot), owned))
        self._tell_wider(found)
        return found

    def _bracketed(self, found: list[Place]) -> int:
        """ "[1 - 7 March, Volta Region, Ghana] Volunteers …": where all of it happened; returns the word behind the bracket."""
        place = place_in_bracket(self.sentence, self.names, self.lexicon)
        if place is not None:
            i, j = place
            found.append(Place(self.names.name(i, j), i, j, "dateline", self.names.kind(i, j)))
        return bracket_end(self.sentence)

    def _tell_wider(self, found: list[Place]) -> None:
        """ "in Goma, North Kivu" names the wider place; only "and" makes a list of two names."""
        joined = False
        for k in range(len(found) - 1, 0, -1):
            if found[k].slot == "named" and self._only_widens(found[k - 1].j, found[k].i):
                found[k].slot = "wider"
            if found[k].slot != "list":
                joined = False
                continue
            joined = joined or not {"and", "or"}.isdisjoint(self.lower[found[k].i - 2 : found[k].i])
            if not joined:
                found[k].slot = "wider"

    def _only_widens(self, begin: int, end: int) -> bool:
        """ "the Obuasi gold mine, Ashanti region"."""
        return (
            end - begin <= FARTHEST_KIND
            and self.lower[end - 1] == ","
            and all(self.tags[x] == "NN" for x in range(begin, end - 1))
        )

    def _is_aside(self, i: int, slot: str) -> bool:
        before = self._governing(i) - 1
        if slot in _LEADING and (self.word(before) in _BOUND or self._is_left_for(i)):
            return True
        return slot in ("in", "at") and (self.word(before) in self.talks or self._is_governed_from(i, before))

    def _is_left_for(self, i: int) -> bool:
        """ "left Togo for the Canary Islands": where nobody has come to yet; not "30 buses that left Homs for Goma"."""
        k = self._governing(i)
        while k > 0 and self.is_capital(k - 1):
            k -= 1
        leaves = k > 0 and self.word(k - 1) in ("left", "leaving", "departed", "departing", "leave", "quit")
        return leaves and self.word(k - 2) not in RELATIVE_PRONOUNS

    def _is_governed_from(self, i: int, before: int) -> bool:
        """ "the government in Accra"."""
        nation = self.lexicon.nations.at(self.lower, i)
        office = self.lexicon.claimants.at(self.lower, before) if before >= 0 else None
        return nation is not None and nation[1].form == "seat" and office is not None and office[1] in _OF_A_STATE

    # -- its slot ----------------------------------------------------------------------------------------------------------------

    def _slot(self, i: int, j: int) -> str:
        """The word that puts a name in a place's slot; "" where none does."""
        nation = self.lexicon.nations.at(self.lower, i)
        following = self.word(j)
        owns = following in POSSESSIVE_ENDINGS
        is_name_of_people = nation is not None and nation[1].form in ("adjective", "people") and i + nation[0] == j
        if is_name_of_people and not owns:
            return ""
        if following in _OF_FORCES and not owns:
            return ""  # "into M23 hands"
        k = self._governing(i)
        if owns:
            return self.owners.slot(j, k, is_entered=self._is_entered(j - 1))
        if self._is_office(k):
            return ""
        if k >= 0 and self.lower[k] in self.prepositions and not self._qualifies_a_thing(i, j, k):
            return "in" if self.lower[k] == "from" and self._is_told_from(k) else self.lower[k]
        if k > 0 and self.lower[k] == "of" and (slot := self.owners.slot_behind_of(k)):
            return slot
        if self._is_called_a_place(i, j):
            return "list" if self.word(i - 1) == "and" and (self._continues_list(i) or self._shares_its_kind(i, j)) else "named"
        if k >= 0 and self.lower[k] in self.prepositions:
            return ""
        if self.word(i - 1) == "as" and self.word(i - 2) == "far":
            return "to"  # "have gone as far as Keta"
        if self._is_entered(i) or self._is_kept_so(i, j):
            return "object"
        if self._is_counted_out(i, j):
            return "listed"
        if self._continues_list(i):
            return "list"
        if self._is_told_behind(i, j):
            return "subject"
        if nation is not None and self.word(i - 1) == "," and not self.is_capital(i - 2) and self.word(j) in ("", ".", ")"):
            return "in"  # "people in need of food, Somalia"
        slot = self.subjects.slot(i, j)
        if slot == "topic" and following in _CURRENCIES:
            return "share"
        acts = (
            slot == "topic"
            and nation is not None
            and not self.subjects.is_number(j)
            and following not in _LYING
            and self.word(j + 1) != "been"
        )
        if acts:  # "Russia has acknowledged": a country that acts is no place
            return "doer" if self.subjects.holds_a_number(j) else ""
        return slot

    def _known_slot(self, i: int, j: int, found: list[Place]) -> str:
        """ "The convoy neared Keta and Ho", "Keta's market was set ablaze", where the text says "in Keta" elsewhere."""
        if self.word(i - 1) == "and" and found and found[-1].slot == "known" and found[-1].j == i - 1:
            return "list"
        if self.lexicon.nations.at(self.lower, i) is not None or self.names.name(i, j) not in self.told:
            return ""
        return "" if self.word(j) in POSSESSIVE_ENDINGS and self.is_capital(j + 1) else "known"

    def _site_slot(self, i: int, j: int) -> str:
        """ "The surgeon who runs the Keta Hospital", "Sister Ama of the Ho Health Centre": a house is a place in any slot."""
        if j - i < 2 or not self.names.is_kept(j - 1):
            return ""
        before = self.word(i - 2 if self.word(i - 1) in ARTICLES else i - 1)
        return "" if before in ("and", "by", "with") or self.sentence.tag(j) == "POS" else "site"

    def _is_told_from(self, k: int) -> bool:
        """ "cases were reported from Keta", "More from Keta." """
        is_title = len(self.words) <= LONGEST_LEAD and self.words[-1] == "." and VERBS.isdisjoint(self.tags)
        return self.word(k - 1) in _TOLD or is_title or (self.word(k - 1) in _TELLING and self._is_no_capital(k + 1))

    def _is_no_capital(self, i: int) -> bool:
        nation = self.lexicon.nations.at(self.lower, i)
        return nation is None or nation[1].form != "seat"

    def _qualifies_a_thing(self, i: int, j: int, k: int) -> bool:
        """ "in the Aleppo hospitals".

        The name says whose thing it is, unless a noun of places follows ("in the Aleppo countryside").
        """
        if (
            self.sentence.tag(j) not in ("NNS", "NN")
            or i - 1 <= k
            or self.lower[j] in _TIMES
            or self.lower[j] in self.lexicon.days
        ):
            return False
        if any(word in self.nouns for word in self.lower[j : j + FARTHEST_KIND]):
            return False
        is_of_a_group = self.word(k + 1) in ("a", "an") or self.lexicon.claimant_names.at(self.lower, i) is not None
        return is_of_a_group or not any(word in self.whole for word in self.lower[j : j + FARTHEST_KIND])

    def _is_office(self, k: int) -> bool:
        """ "the Fund for Emergencies", "the Office of Homs": what an office is for is no place."""
        return (
            k > 0 and self.lower[k] in ("for", "of", "on") and self.is_capital(k - 1) and self.lower[k - 1] in self.organisations
        )

    def _is_called_a_place(self, i: int, j: int) -> bool:
        """ "the Zaatari camp", "the Obuasi gold mine", "Keta's death toll": a noun of places right behind the name."""
        if "toll" in self.lower[j : j + FARTHEST_KIND] and self.lexicon.claimant_names.at(self.lower, i) is None:
            return True
        at = j
        while self.sentence.tag(at) == "NN" and self.lower[at] not in self.nouns and at - j < FARTHEST_KIND - 1:
            at += 1
        if self.word(at) in self.nouns:
            is_name = self.tags[i] in NAMES or (self.tags[i] == "NN" and self.word(i - 1) == ":")
            return is_name and self.word(at + 1) not in POSSESSIVE_ENDINGS
        return self.owners.has_officers(j) and self.sentence.tag(i - 1) != "CD"  # "900 Hausa villagers"

    def _shares_its_kind(self, i: int, j: int) -> bool:
        """ "The Aflao and Paga crossings are shut"."""
        return self.sentence.tag(j) == "NNS" and self.is_capital(i - 2) and self.tags[i - 2] in NAMES

    def _is_counted_out(self, i: int, j: int) -> bool:
        """ "(18 Keta, 7 South Tongu)"."""
        if not (
            self.word(i - 1).isdigit()
            and self.word(i - 2) in ("(", ",", "and", ";", ":")
            and self.word(j) in (",", ")", ";", "and")
        ):
            return False
        return self.word(j) != "," or self.word(j + 1).isdigit()

    def _governing(self, i: int) -> int:
        """The word that governs the name: the preposition before it, over articles, adjectives and nouns of place."""
        k = i - 1
        if k > 0 and self.lower[k] in POSSESSIVE_ENDINGS:
            while k > 0 and self.is_capital(k - 1) and self.lower[k - 1] not in self.prepositions:
                k -= 1  # "in southern Ghana's Keta"
            k -= 1
        for _ in range(FARTHEST_PREPOSITION):
            if k < 0 or self.lower[k] in self.prepositions:
                break
            if self.lower[k + 1] in ARTICLES and (self.tags[k] in ("CD", "NN", "NNS") or self.lower[k] in ARTICLES):
                break  # "in 2008 the Duchess sank", "over the day the police moved 90 out"
            nation = self.tags[k] in NAMES and self.lexicon.nations.at(self.lower, k) is not None
            if not (self.tags[k] in _BEFORE_NAME or self.lower[k] in self.nouns or nation):
                break
            k -= 1
        return k

    def _is_entered(self, i: int) -> bool:
        while self.tags[i - 1] == "JJ" and i > 1 and self.lower[i - 1] not in self.entering:
            i -= 1  # "shook southern Ghana"
        i -= self.word(i - 1) in QUOTES  # had "liberated" Keta
        if self.word(i - 1) in POSSESSIVE_ENDINGS and self.is_capital(i - 2):
            i -= 2  # "reached Cox's Bazar"
        before = self.word(i - 1)
        if before in self.entering or before in self.lexicon.condition_verbs:
            return True
        if before in ("is", "are", "was", "were") and self.word(i - 2) in _HIT:
            return True  # "Worst hit was Keta"
        if before in ("out", "up", "over") and i > 1 and self.tags[i - 2] in ("VBD", "VBN", "VBZ"):
            return True
        return before in ("the", "both") and self.word(i - 2) in self.entering

    def _is_kept_so(self, i: int, j: int) -> bool:
        """ "armed groups have kept Keta blockaded", "left Keta without water", "plunged Keta into darkness"."""
        return self.word(i - 1) in self.keeping and (self.sentence.tag(j) in ("VBN", "VBD") or self.word(j) in _KEPT_SO)

    def _is_told_behind(self, i: int, j: int) -> bool:
        """ "in Tigray's second city, Shire, …": the name of the place called so before it."""
        return (
            self.word(i - 1) == ","
            and self.word(i - 2) in self.nouns
            and self.word(j) in (",", ".", "")
            and not self.is_capital(i - 2)
        )

    def _ends_list(self, i: int, comma: int) -> bool:
        """Whether "and" behind a comma ends a list of three names or more, and no clause begins with the last of them."""
        at = comma - 1
        while self.is_capital(at) and self.lower[at] not in self.prepositions:
            at -= 1
        return self.word(at) == "," and self.is_capital(at - 1) and self.sentence.tag(self.names.end(i)) not in VERBS

    def _continues_list(self, i: int) -> bool:
        """Whether a name is joined to one in a place's slot: "in Homs, Hama and nearby Idlib"."""
        i -= self.word(i - 1) in _NEXT_TO_IT or self.word(i - 1) == "the"
        if self.word(i - 1) not in ("and", ",", "or"):
            return False
        at = i - 2
        if self.word(i - 1) in ("and", "or") and self.word(at) == ",":  # "in Ho, Keta, and Ada", not "in Ho, and Keta was hit"
            at -= 1 if self._ends_list(i, at) else 0
        if not self.is_capital(at):
            return False
        while at >= 0 and (self.is_capital(at) or self.lower[at] in _LIST_WORDS) and self.lower[at] not in self.prepositions:
            if len(self.words[at]) > 1 and self.words[at].isupper():
                return False  # "in Homs, and IOM and Caritas Ghana gave …"
            if self.lower[at] in self.names.no_places:
                return False  # "through the Early Warning, Alert and Response System"
            at -= 1
        at -= self.word(at) in ARTICLES
        return at >= 0 and (
            self.lower[at] in self.prepositions
            or self.lower[at] in self.entering
            or (self.lower[at] in self.nouns and POSSESSIVE_ENDINGS.isdisjoint(self.lower[at:i]))
            or self.lower[at] == "of"
        )
