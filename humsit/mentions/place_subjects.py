"""Places that do or have something: "Mariupol has …", "Keta recorded nine cases", "Homs, where …", "Upper Nile: 300"."""

from __future__ import annotations

from humsit.grammar.classes import NAMES, NOUNS, POSSESSIVE_ENDINGS, VERBS
from humsit.mentions.openings import DASHES, LONGEST_DATELINE, is_common_word, may_be_in_label
from humsit.mentions.sentence import Sentence
from humsit.vocabulary.compiled import Lexicon

_HOLDING = frozenset({"has", "is", "was", "remains", "lies", "lay", "remained", "had", "fell", "stays", "stayed", "alone"})
_BEFORE_A_SUBJECT = frozenset({",", ";", ":", "and", "but", "while", "where", "•"})
_OF_A_VERB = frozenset({"MD", "RB", "VBZ", "VBD", "VBP", "VB", "RBR"})
_LYING_THERE = frozenset({"lies", "lay", "sits", "sat", "straddles", "borders", "hosts", "hosted"})
_EXPLAINING = frozenset({"a", "an", "the", "home", "capital", "where", "its", "one", "once"})
_SUFFERING = frozenset(
    "came comes suffered suffers endured endures witnessed experienced saw sees bore bears woke burnt burned faces faced "
    "accounts accounted tops topped leads heads follows followed trails comes".split()
)
_IN_A_TOWN = frozenset({"in", "at", "near", "outside"})
_LENGTHS = frozenset({"km", "kilometres", "kilometers", "miles", "mile", "kilometre", "kilometer", "metres", "meters"})
_WHERE = frozenset(
    "in on at near off outside north south east west about some around just inside beside between along close".split()
)
_REACHED = frozenset("reached supplied accessed entered approached resupplied served evacuated inhabited".split())
LONGEST_WAY = 6  # words of ", two valleys to the east"
LONGEST_INSERTION = 12  # words of ", in eastern Ghana's lagoons,"
FARTHEST_HOLDING = 3  # words between a place and the verb by which it has its number, and between that and the number


_CURRENCIES = frozenset({"$", "us$", "usd", "€", "£"})


class Subjects:
    """The names of one sentence as subjects and labels."""

    def __init__(self, sentence: Sentence, lexicon: Lexicon) -> None:
        self.sentence, self.lexicon = sentence, lexicon
        self.words, self.lower, self.tags = sentence.words, sentence.lower, sentence.tags
        self.word, self.is_capital = sentence.word, sentence.is_capital
        known = lexicon.place_words
        self.nouns, self.kept, self.whole, self.holding = known["noun"], known["kept"], known["whole"], known["holding"]

    def slot(self, i: int, j: int) -> str:
        """What the name is: "Homs, a main port, has …", "Aleppo was cut off"; the labels "Volta:" and "Edo (10)"."""
        following = self.word(j)
        if i == 0 and (following in (":", "(") or following in DASHES):
            return "label" if any(may_be_in_label(self.sentence, at, self.lexicon) for at in range(i, j)) else ""
        if following == "(" and self.word(j + 1)[:1].isdigit():
            return "label"
        if following in DASHES and self._is_shared_out(i, j):
            return "label"
        if following == "," and self.is_number(j + 1) and self.tags[i] in NAMES and self._is_one_of_a_row(i, j):
            return "label" if self.word(j + 2) in (";", ".", "", ",", "and") else ""  # "By crossing: Aflao, 900; Paga, 475"
        if self.word(i - 1) == "(" and self.word(j)[:1].isdigit() and self.word(j + 1) in (",", ")", ";"):
            return "topic"  # "nine (Volta 7, Ashanti 2)"
        if following == "," and (self._lies_somewhere(j + 1) or self._is_explained(j + 1)):
            return "subject"
        if following == "," and self.is_number(j + 1) and self.word(j + 2) in _LENGTHS:
            return "subject"  # "Homs, 30 km from the front"
        if i == 0 and following == "," and self.tags[i] in NAMES and self._lies_in_an_insertion(j + 1):
            return "subject"  # "Keta, in eastern Ghana's lagoons, was shelled again"
        opens = i == 0 or self.lower[i - 1] in _BEFORE_A_SUBJECT or self._is_site_that_opens(i, j)
        opens = opens or (self.word(i - 1) in DASHES and i <= LONGEST_DATELINE)
        if opens and following in _HOLDING:
            return "" if j == 1 and is_common_word(self.words[i], self.lexicon) else "topic"
        is_one_of_two = self.word(i - 1) == "and" and self.is_capital(i - 2)
        if opens and not is_one_of_two and self.tags[i] in NAMES and self._is_out_of_reach(j):
            return "topic"
        if opens and following in _SUFFERING and self.tags[i] in NAMES and self._suffers(j):
            return "sufferer"
        if (opens or self._is_dated(i)) and self.holds_a_number(self._behind_its_town(j)):
            return "doer"
        if following in self.whole and self.tags[i] in NAMES and self._is_articled(i):
            return "doer"  # "the Karachi blast killed nine"
        return "topic" if opens and self.is_number(j) and (j - i <= 2 or self.lower[j - 1] in self.kept) else ""

    def _is_shared_out(self, i: int, j: int) -> bool:
        """ "from two regions (Volta – 9 & Oti – 4)"."""
        begins = self.word(i - 1) in ("(", ",", "&", "and", ";")
        return begins and self.word(j + 1).isdigit() and self.word(j + 2) in (",", ")", ";", "&", "and") and "(" in self.lower[:i]

    def _is_one_of_a_row(self, i: int, j: int) -> bool:
        """ "the dead are Keta, 28; Ho, nine; and Ada, six"."""
        before = self.word(i - 2) if self.word(i - 1) == "and" else self.word(i - 1)
        return before in (":", ";") or self.word(j + 2) == ";"

    def _is_articled(self, i: int) -> bool:
        """ "the Karachi blast", "the 2016 Keta attack", "the deadly Keta fire"."""
        return self.word(i - 1) == "the" or (self.word(i - 2) == "the" and self.tags[i - 1] in ("CD", "JJ", "JJS", "NN"))

    def _lies_in_an_insertion(self, at: int) -> bool:
        """Whether an insertion says where a name lies, and no verb of speech follows: not "Mensah, in Keta, said"."""
        is_way = self.sentence.tag(at) == "CD" or self.word(at) in ("a", "an", "half")  # ", two valleys to the east,"
        if self.word(at) not in _WHERE and not (is_way and not _WHERE.isdisjoint(self.lower[at : at + LONGEST_WAY])):
            return False
        end = next((x for x in range(at + 1, min(at + LONGEST_INSERTION, len(self.words))) if self.lower[x] == ","), 0)
        if not end or self.sentence.tag(end + 1) not in ("VBD", "VBZ", "VBP", "MD"):
            return False
        is_told = (self.word(end + 1) in _HOLDING | _SUFFERING or self.word(end + 1) in self.holding) and self.word(
            end + 2
        ) not in self.lexicon.cues
        return is_told and any(self.is_capital(x) or self.lower[x] in self.nouns for x in range(at, end))

    def _is_site_that_opens(self, i: int, j: int) -> bool:
        """ "The Keta Hospital received …", "Keta's Ridge Hospital received …"."""
        return self.lower[j - 1] in self.kept and (i == 1 or self.word(i - 1) in POSSESSIVE_ENDINGS)

    def _is_dated(self, i: int) -> bool:
        """ "Since 7 January Ghana has recorded nine cases", "so far Ghana has …"."""
        lexicon = self.lexicon
        return (
            self.word(i - 1) in lexicon.months or self.word(i - 1) in lexicon.weekdays or self.sentence.tag(i - 1) in ("RB", "CD")
        )

    def _is_out_of_reach(self, j: int) -> bool:
        """ "Keta cannot be reached by road", "Keta can only be supplied by boat"; no person who cannot be reached for comment."""
        if self.sentence.tag(j) != "MD" and self.word(j) != "cannot":
            return False
        at = j + 1
        while self.word(at) in ("not", "only", "now", "no", "longer", "still", "n't", "hardly", "barely"):
            at += 1
        if self.word(at) != "be" or self.word(at + 1) not in _REACHED:
            return False
        return self.word(at + 2) not in ("for", "immediately")

    def _suffers(self, j: int) -> bool:
        """ "Keta came under fire", not "Smith came under criticism"."""
        if self.lower[j] not in ("came", "comes"):
            return True
        return self.word(j + 1) == "under" and self.word(j + 2) not in ("criticism", "pressure", "scrutiny", "suspicion")

    def _behind_its_town(self, j: int) -> int:
        """ "Keta Municipal Hospital in Anloga treated 38 patients": the word behind the town; j itself where none is named."""
        if self.lower[j - 1] not in self.kept or self.word(j) not in _IN_A_TOWN or not self.is_capital(j + 1):
            return j
        j += 1
        while self.is_capital(j):
            j += 1
        return j

    def holds_a_number(self, j: int) -> bool:
        """Whether the name before word j has one: "Zinder has so far recorded 214 cases", "Ghana would receive $2bn".

        The gazetteer says whether it is a place.
        """
        at = j
        while (at - j < FARTHEST_HOLDING and self.word(at) not in self.holding) or self.word(at + 1) in self.holding:
            if self.sentence.tag(at) not in _OF_A_VERB:
                return False
            at += 1
        number = next((x for x in range(at + 1, at + 2 + FARTHEST_HOLDING) if self.is_number(x)), 0)
        return self.word(at) in self.holding and number > 0 and not any(tag in VERBS for tag in self.tags[at + 1 : number])

    def is_number(self, at: int) -> bool:
        """Whether an amount begins at the word."""
        return self.word(at)[:1].isdigit() or self.sentence.tag(at) == "CD" or self.word(at) in _CURRENCIES

    def _lies_somewhere(self, at: int) -> bool:
        """ "Homs, where …", "Homs, which lies …", "Homs, home to …"."""
        word = self.word(at)
        return (
            word == "where"
            or (word == "which" and self.word(at + 1) in _LYING_THERE)
            or (word, self.word(at + 1)) == ("home", "to")
        )

    def _is_explained(self, begin: int) -> bool:
        """Whether an apposition calls the name a place: ", a provincial capital of …"."""
        for x in range(begin, min(begin + 8, len(self.words))):
            if self.lower[x] == "," or (self.tags[x] == "IN" and x > begin):
                return False
            if self.lower[x] in self.nouns and self.sentence.tag(x + 1) not in NOUNS:
                return self.lower[begin] in _EXPLAINING or self.tags[begin] in ("JJ", "NNP")
        return False
