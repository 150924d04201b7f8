"""Who or what a number counts.

"22 bodies", "500 of its soldiers", "hundreds of Russian soldiers and Ukrainian civilians", "17 killed" (nobody named).
"""

from __future__ import annotations

from dataclasses import dataclass

from humsit.grammar.classes import BE, HAVE, NAMES, NOUNS, QUOTES
from humsit.mentions.periods import days_before
from humsit.mentions.quantities import Quantity
from humsit.mentions.sentence import Sentence
from humsit.vocabulary.compiled import Lexicon, Thing

LONGEST_VERB_PHRASE = 5
LONGEST_NOUN_PHRASE = 7

_IN_NOUN_PHRASE = NOUNS | {"JJ", "JJR", "JJS", "POS", "PRP$", "DT", "VBN", "VBG", "VBD", "CD", "FW", "RB"}
_PARTICIPLES = frozenset({"VBN", "VBD", "VBG"})
_BEFORE_A_NOUN = frozenset({"JJ", "VBN", "CD"})
_FILLERS = frozenset(
    "more other others additional further new newly extra such the these those all separate different of up a an s 's".split()
)
_SKIPPED_FILLERS = _FILLERS - {"of", "up"}
_THEM = frozenset({"them", "whom", "these", "those", "which", "us"})
_WHEN = frozenset({"this", "that", "last", "next", "each", "every"})
_PARTS_OF_DAY = frozenset({"morning", "afternoon", "evening", "night", "weekend"})
_POINTING = frozenset({"the", "these", "those", "all"})
_POINTING_OR_OWNING = _POINTING | {"its", "their"}
_MODIFYING_PLURALS = frozenset({"women", "men", "sales", "sports"})  # "women farmers"
_SINGLE_QUOTES = frozenset("'‘’")
_PREDICATES_THAT_LOOK_LIKE_NOUNS = frozenset({"displaced", "dead", "elderly", "local"})
_MEASURED_IN = frozenset({"km", "tonnes", "usd", "percent"})
_ENDINGS_OF_PERSONS = ("ers", "ees", "ists", "ians", "men", "folk", "mates", "kin", "és")
_ARRIVALS = frozenset({"arrival", "arrivals"})
_MEMBERS = frozenset({"member", "members", "survivors"})
_OF_A_BODY = frozenset({"DT", "JJ", "CD", "PRP$", "POS", "VBN"})
LONGEST_BODY = 6  # words of "the General Security force" behind "members of"
_STRUCK = frozenset("affected stricken hit ravaged torn displaced prone induced battered impacted".split())
_UNKNOWN = Thing("", "other", "", "", "no")


@dataclass(slots=True)
class Counted:
    """The noun phrase of a number.

    Its words [i, j) (empty where none), the thing that its head names, the words without fillers.
    """

    i: int
    j: int
    thing: Thing | None
    group: str
    of_them: bool = False
    """Whether the number is said to be a part of those named before ("12 of them")."""

    @property
    def unit(self) -> str:
        """The unit that the noun says, or nothing."""
        return self.thing.unit if self.thing else ""


def counted_by(sentence: Sentence, quantity: Quantity, lexicon: Lexicon, stop: int) -> Counted:
    """The noun phrase that the number counts; it ends before word `stop` (the next number)."""
    i, partitive = quantity.after, False
    if i < stop and sentence.lower[i] == "of":
        i, partitive = i + 1, True
        if i < stop and sentence.lower[i] in _THEM:
            return _part_of_them(sentence, i + 1, stop, lexicon)
        i = _behind(sentence, i, stop, _POINTING)
    i = _behind_fillers(sentence, i, stop, partitive=partitive)
    is_when = i < stop and (sentence.lower[i] == "the" or _says_when(sentence, i, lexicon))
    if not partitive and (is_when or days_before(sentence, quantity.after) > 0):
        return Counted(i, i, None, "")  # "against 51 the week before", "up from 51 a week earlier"
    j = _end(sentence, i, stop, lexicon)
    if j == i:
        return Counted(i, i, None, "")
    thing = _head(sentence, i, j, lexicon) or (None if partitive else _unknown_thing(sentence, j - 1))
    if thing and (thing.unit in _MEASURED_IN or _holds_another(thing, lexicon)):
        return _content(sentence, i, j, stop, thing, lexicon)
    if thing and thing.unit == "people":
        j = _joined(sentence, j, stop, lexicon)
    return Counted(i, j, thing, _group_words(sentence, i, with_their_body(sentence, j, stop), lexicon))


def with_their_body(sentence: Sentence, j: int, stop: int) -> int:
    """Behind what the members counted are members of: "members of the Civil Guard", "members of self-defence brigades"."""
    if sentence.word(j - 1) not in _MEMBERS or j >= stop or sentence.lower[j] != "of":
        return j
    at = j + 1
    while at < min(stop, j + LONGEST_BODY) and (sentence.tags[at] in NOUNS or sentence.tags[at] in _OF_A_BODY):
        at += 1
    return at if at > j + 1 and sentence.tags[at - 1] in NOUNS else j


def _says_when(sentence: Sentence, i: int, lexicon: Lexicon) -> bool:
    """Whether "this morning", "last week", "that day" stands at a word."""
    unit = sentence.word(i + 1)
    return sentence.lower[i] in _WHEN and (unit in lexicon.time_units or unit in _PARTS_OF_DAY or unit in lexicon.weekdays)


def noun_phrase(sentence: Sentence, i: int, stop: int, lexicon: Lexicon) -> Counted:
    """The noun phrase that begins at a word, an article let through: "the Ghanaian soldiers"."""
    i = _behind_fillers(sentence, i, stop, partitive=True)
    j = _end(sentence, i, stop, lexicon)
    thing = _head(sentence, i, j, lexicon)
    if thing is not None and thing.unit == "people":
        j = with_their_body(sentence, _joined(sentence, j, stop, lexicon), stop)
    return Counted(i, j, thing, _group_words(sentence, i, j, lexicon))


def _holds_another(thing: Thing, lexicon: Lexicon) -> bool:
    """Bags and dollars: what is counted is what they are of."""
    words = thing.words.lower()
    return words in lexicon.context["container"] or words in lexicon.context["currency"]


def _behind(sentence: Sentence, i: int, stop: int, words: frozenset[str]) -> int:
    while i < stop and sentence.lower[i] in words:
        i += 1
    return i


def _behind_fillers(sentence: Sentence, i: int, stop: int, *, partitive: bool) -> int:
    """Behind "more", "other", quotation marks; "the" is let through only behind "of"."""
    while i < stop:
        word = sentence.lower[i]
        is_filler = word in _SKIPPED_FILLERS and (partitive or word != "the") and not sentence.is_capital(i)
        if not (is_filler or word in QUOTES or word in _SINGLE_QUOTES):
            break
        i += 1
    return i


def _part_of_them(sentence: Sentence, i: int, stop: int, lexicon: Lexicon) -> Counted:
    """ "19 of them women", "three of them Sudanese nationals", "seven of whom had died" (nobody named)."""
    j = _end(sentence, i, stop, lexicon)
    thing = _head(sentence, i, j, lexicon)
    if thing is None:
        return Counted(i, i, None, "", of_them=True)
    return Counted(i, j, thing, _group_words(sentence, i, j, lexicon), of_them=True)


def _content(sentence: Sentence, i: int, j: int, stop: int, thing: Thing, lexicon: Lexicon) -> Counted:
    """What a measured amount is of: "640 tonnes of wheat" counts wheat, "30 km" nothing."""
    if j + 1 < stop and sentence.lower[j] == "of":
        begin = _behind(sentence, j + 1, stop, _POINTING_OR_OWNING)
        end = max(_end(sentence, begin, stop, lexicon), begin + sentence.lower[begin].isalpha())
        if end > begin:
            return Counted(i, end, thing, sentence.say(begin, end))
    return Counted(i, j, thing, "")


# -- where a noun phrase ends ----------------------------------------------------------------------------------------------------


def _end(sentence: Sentence, i: int, stop: int, lexicon: Lexicon) -> int:
    """Where the noun phrase from word i ends: behind its first run of nouns."""
    j = last = i
    while j < min(stop, i + LONGEST_NOUN_PHRASE):
        if j == last > i and _is_gift(sentence, j, lexicon):
            break
        hit = lexicon.things.at(sentence.lower, j)
        if (
            hit is not None
            and j + hit[0] <= stop
            and not (j > i and sentence.tags[j] == "RB")
            and not _is_predicate(sentence, j, i, stop, lexicon)
        ):
            j = last = j + hit[0]
        elif j == last > i and (behind := _behind_inserted(sentence, j, stop, lexicon)):
            j = behind
        elif _goes_on(sentence, j, i, last, stop, lexicon):
            j += 1
            last = j if sentence.tags[j - 1] in NOUNS else last
        else:
            break
    return last


def _behind_inserted(sentence: Sentence, j: int, stop: int, lexicon: Lexicon) -> int:
    """Behind what stands between a noun and the people it belongs to; 0 where nothing of the kind does.

    1. "12 flood [affected] families"    2. "two Popular Front [(PF)] supporters"
    """
    at = 0
    if sentence.lower[j] in _STRUCK and sentence.tags[j - 1] == "NN":
        at = j + 1
    elif sentence.lower[j] == "(" and sentence.word(j + 2) == ")" and sentence.words[j + 1].isupper():
        at = j + 3
    thing = lexicon.things.at(sentence.lower, at) if 0 < at < stop else None
    return at if thing is not None and thing[1].unit in ("people", "households") else 0


def _is_gift(sentence: Sentence, j: int, lexicon: Lexicon) -> bool:
    """ "gave 900 people food": a thing behind people in the plural is what they get."""
    before = sentence.lower[j - 1]
    if sentence.tags[j - 1] != "NNS" or sentence.tags[j] not in ("NN", "NNS") or before in _MODIFYING_PLURALS:
        return False
    people, following = lexicon.things.at(sentence.lower, j - 1), lexicon.things.at(sentence.lower, j)
    return people is not None and people[1].unit == "people" and not (following is not None and following[1].unit == "people")


def _goes_on(sentence: Sentence, j: int, i: int, last: int, stop: int, lexicon: Lexicon) -> bool:
    """Whether the noun phrase from word i, whose nouns so far end at `last`, goes on with word j."""
    word, tag = sentence.lower[j], sentence.tags[j]
    if tag not in _IN_NOUN_PHRASE or word in BE | HAVE or not (word[0].isalpha() or tag == "POS"):
        return False
    if word in lexicon.weekdays or word in lexicon.days:
        return False
    if last > i and (not _follows_noun(word, tag, lexicon) or _is_state(sentence, j, lexicon)):
        return False
    if (j > i and tag in ("DT", "CD")) or (j == i and _is_verb_phrase(sentence, j, lexicon)):
        return False
    return tag not in _PARTICIPLES or _noun_follows(sentence, j + 1, stop, lexicon)


def _is_verb_phrase(sentence: Sentence, j: int, lexicon: Lexicon) -> bool:
    """ "890 suffered partial damage": a verb with the words that it asks for stands behind the number, no participle."""
    following = [word.rstrip("s") for word in sentence.lower[j + 1 : j + LONGEST_VERB_PHRASE]]
    return any(
        t.role == "subject" and t.rest and t.rest[-1].rstrip("s") in following for t in lexicon.verbs.get(sentence.lower[j], ())
    )


def _is_state(sentence: Sentence, j: int, lexicon: Lexicon) -> bool:
    """ "left nine homes unsafe": a listed state, though the tagger takes it for a noun."""
    hit = lexicon.adjectives.at(sentence.lower, j)
    return hit is not None and sentence.tag(j + hit[0]) not in NOUNS


def _follows_noun(word: str, tag: str, lexicon: Lexicon) -> bool:
    """Whether a word may stand behind a noun in its phrase: another noun, but no month and no verb that looks like a noun."""
    if tag == "POS":
        return True
    if tag not in NOUNS or (tag in NAMES and word in lexicon.months):
        return False
    verbs = lexicon.verbs.get(word)
    return not (verbs and tag in ("NN", "NNS") and verbs[0].form in ("base", "third"))  # "900 people face hunger"


def _is_predicate(sentence: Sentence, j: int, i: int, stop: int, lexicon: Lexicon) -> bool:
    """Whether a word that can be a noun stands as a predicate here ("12 people displaced", "nine dead" is a noun)."""
    return j > i and sentence.lower[j] in _PREDICATES_THAT_LOOK_LIKE_NOUNS and not _noun_follows(sentence, j + 1, stop, lexicon)


def _noun_follows(sentence: Sentence, j: int, stop: int, lexicon: Lexicon) -> bool:
    while j < stop and sentence.tags[j] in _BEFORE_A_NOUN:
        if lexicon.things.at(sentence.lower, j) is not None:
            return True
        j += 1
    if j >= stop or sentence.tags[j] not in NOUNS:
        return False
    return sentence.tags[j] not in NAMES or lexicon.things.at(sentence.lower, j) is not None


# -- what it names ---------------------------------------------------------------------------------------------------------------


def _head(sentence: Sentence, i: int, j: int, lexicon: Lexicon) -> Thing | None:
    """The thing that the last words of the phrase name, else the last one named in it."""
    found: Thing | None = None
    at = i
    while at < j:
        hit = lexicon.things.at(sentence.lower, at)
        if hit is not None and at + hit[0] <= j:
            found = hit[1]
            at += hit[0]
        else:
            at += 1
    return found


def _unknown_thing(sentence: Sentence, head: int) -> Thing | None:
    """What a plural that no list has counts: a thing, unless it ends as words for persons do ("picnickers", "trustees")."""
    is_common = sentence.tags[head] == "NNS" and not sentence.is_capital(head)
    return _UNKNOWN if is_common and not sentence.lower[head].endswith(_ENDINGS_OF_PERSONS) else None


def _joined(sentence: Sentence, j: int, stop: int, lexicon: Lexicon) -> int:
    """A second noun that shares the number: "soldiers and civilians", "Russian soldiers and Ukrainian civilians"."""
    if j + 1 >= stop or sentence.lower[j] not in ("and", "or", "&"):
        return j
    end = _end(sentence, j + 1, stop, lexicon)
    second = _head(sentence, j + 1, end, lexicon)
    is_people = end > j + 1 and second is not None and second.unit == "people"
    return end if is_people and sentence.tags[end - 1] in ("NNS", "NN", "NNPS") else j


def _group_words(sentence: Sentence, i: int, j: int, lexicon: Lexicon) -> str:
    """The phrase without fillers; "" where it names nobody in particular ("people", "bodies")."""
    while i < j and sentence.lower[i] in _FILLERS and not sentence.is_capital(i):
        i += 1
    words = sentence.say(i, j)
    if words.lower() in lexicon.context["no_group"] or _are_bodies(sentence, i, j, lexicon):
        return ""
    is_new = sentence.word(i - 1) == "new" or (sentence.word(i - 1) == "recent" and sentence.word(i) in _ARRIVALS)
    return sentence.say(i - 1, j) if i < j and is_new else words  # "900 new arrivals", "40 new infections": those since


def _are_bodies(sentence: Sentence, i: int, j: int, lexicon: Lexicon) -> bool:
    """ "Unidentified bodies", "charred remains", "drowning deaths": words that say in what state, not whose."""
    if j - i < 2 or sentence.lower[j - 1] not in lexicon.context["no_group"]:
        return False
    return not any(sentence.is_capital(at) or lexicon.things.at(sentence.lower, at) is not None for at in range(i, j - 1))
