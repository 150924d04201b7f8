"""The noun phrase that is the subject of a verb of saying.

"governor X said", "X, head of Y, said", "the ministry on Monday denied".
"""

from __future__ import annotations

import re

from humsit.grammar.classes import ARTICLES, FINITE, NAMES, NOUNS, POSSESSIVE_ENDINGS, QUOTES, RELATIVE_PRONOUNS, VERBS_AND_MODALS
from humsit.mentions.sentence import Sentence
from humsit.mentions.speakers.cues import LEADS_TO_SAYING
from humsit.mentions.speakers.names import LONGEST_NAME, SEEN, ends_claimant, is_abbreviated, starts_claimant
from humsit.vocabulary.compiled import Lexicon

LONGEST_APPOSITION = 20
LONGEST_BRACKET = 8
LONGEST_RELATIVE_CLAUSE = 10
FARTHEST_CROSSED_VERB = 6

_LEADS_A_CLAUSE = frozenset(
    "earlier later meanwhile but and also however still separately then now so yet again overnight while though although as when "
    "since after because where whereas".split()
)
_BETWEEN_NAME_AND_VERB = frozenset(
    "has have had would will is was are were already also later earlier now so far itself themselves only again then did does "
    "not n't never still today yesterday first on".split()
)
_BEGINS_A_CLAUSE = frozenset("that which who but while though as when because after before since than if where".split())
_MARKS = QUOTES | frozenset({",", ";", ":", "—", "–", "(", ")", ".", "-", "/"})
_POINTING_TIMES = frozenset({"last", "this"})
_PARTS_OF_DAY = frozenset({"morning", "afternoon", "evening", "night"})
_LIKE_NOUNS = frozenset({"VBZ", "VBP", "VB"})
_BEFORE_A_VERB = frozenset({"PRP", "TO", "MD", "RB"})
_PREPOSITIONS = frozenset({"in", "on", "at", "by", "from", "across", "near"})
_SPEAKING_PRONOUNS = frozenset({"it", "he", "she", "they"})
_CLOCK = re.compile(r"\d{1,2}[:.h]\d{2}h?")
_ZONES = frozenset("gmt utc cet eet est pst ist wat".split())
_BEHIND_CLOCK = _ZONES | frozenset("am pm a.m a.m. p.m p.m. hrs h hours eat cat local time ] )".split())


def subject(sentence: Sentence, verb: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """The words [begin, end) of the subject of a verb of saying; None where it has none of its own."""
    end = _before_bracket(sentence, behind_subject(sentence, verb, lexicon))
    if sentence.tag(end - 1) in ("VBD", "VBN") and sentence.tag(end - 2) == "PRP" and sentence.tag(end - 3) in NOUNS:
        end -= 2  # "the teachers I interviewed said"
    if sentence.word(end - 1) == ",":
        apposed = before_apposition(sentence, end, lexicon)
        if apposed is None:
            return None
        end = _before_bracket(sentence, apposed)
    begin = _name_begin(sentence, end, lexicon)
    if _is_in_relative_clause(sentence, begin, end):
        end = begin - 2 if sentence.lower[begin - 2] == "," else begin - 1  # "the coalition that carried out the raid denied"
        begin = _name_begin(sentence, end, lexicon)
    elif (told_of := _before_relative_clause(sentence, begin, lexicon)) > 0:
        end = told_of
        begin = _name_begin(sentence, end, lexicon)
    if sentence.tag(begin) == "WP$" and "DT" not in sentence.tags[begin:end]:  # "the agency, whose director had announced"
        end = begin - 1 if sentence.word(begin - 1) == "," else begin
        begin = _name_begin(sentence, end, lexicon)
    begin = _without_lead(sentence, begin, end, lexicon)
    begin = max(begin, behind_object(sentence, begin, end))
    return (begin, end) if begin < end else None


def behind_object(sentence: Sentence, begin: int, end: int) -> int:
    """Where X begins in "the 30 people X says it killed", "the $20 million experts say it costs"; 0 where nothing is said so."""
    for at in range(end - 1, begin, -1):
        if sentence.tags[at] in ("DT", "PRP$") and sentence.tags[at - 1] in NOUNS and "CD" in sentence.tags[begin:at]:
            return at
        if sentence.tags[at - 1] == "CD" and "$" in sentence.tags[begin:at]:
            return at
    return 0


def behind_subject(sentence: Sentence, verb: int, lexicon: Lexicon) -> int:
    """The word behind the subject, over what stands between it and its verb: "has also", "on Monday", "in a statement"."""
    end = verb
    while end > 0:
        word = sentence.lower[end - 1]
        is_day = word in lexicon.weekdays or word in lexicon.days
        is_day = is_day or (word in _PARTS_OF_DAY and sentence.word(end - 2) in lexicon.weekdays)
        if is_day or word in _BETWEEN_NAME_AND_VERB or sentence.tags[end - 1] in ("RB", "MD"):
            end -= 1
        elif word in _POINTING_TIMES and sentence.word(end) in lexicon.weekdays:
            end -= 1  # "the ministry last Friday"
        elif word in lexicon.time_units and sentence.word(end - 2) in _POINTING_TIMES:
            end -= 2  # "the ministry last week"
        elif sentence.tags[end - 1] == "VBN" and end < verb and sentence.word(end - 2) in lexicon.cue_nouns:
            end -= 1  # "a statement issued on Sunday said"
        elif word == "to" and sentence.word(end - 2) in LEADS_TO_SAYING:  # "was forced to admit", "went on to say"
            end -= 2 + (sentence.word(end - 3) == "went")
        elif word in lexicon.context["channel"] and sentence.word(end - 2) in ARTICLES and sentence.word(end - 3) == "in":
            end -= 3
        else:
            break
    return end


def before_apposition(sentence: Sentence, end: int, lexicon: Lexicon) -> int | None:
    """Where X ends in "X, head of Y, said"; `end` is behind the second comma."""
    quotes = 0
    for at in range(end - 2, max(-1, end - LONGEST_APPOSITION), -1):
        word = sentence.lower[at]
        quotes += word in QUOTES
        if word == ";" or (word == "." and not is_abbreviated(sentence, at, lexicon)):
            return None
        if word == ",":
            if sentence.tag(at - 1) == "CD" and sentence.word(at - 2) == ",":  # "Kofi Mensah, 52, a trader in salt, said"
                at -= 2
            named = sentence.tag(at - 1) in NOUNS or sentence.word(at - 1) == ")" or ends_claimant(sentence, at, lexicon)
            return at if named and quotes % 2 == 0 else None
    return None


def is_clause(sentence: Sentence, begin: int, end: int) -> bool:
    """Whether words [begin, end) tell something by themselves, as no apposition does: "has had no water"."""
    leads = sentence.tag(begin)[:1] == "W" or sentence.tag(begin) in ("IN", "VBG", "VBN")
    return not leads and not FINITE.isdisjoint(sentence.tags[begin:end])


def _before_bracket(sentence: Sentence, end: int) -> int:
    """ "The National Liberation Army (ELN) said"."""
    if end <= 2 or sentence.lower[end - 1] != ")":
        return end
    opening = max((x for x in range(max(0, end - LONGEST_BRACKET), end) if sentence.lower[x] == "("), default=-1)
    return opening if opening > 0 else end


def _is_in_relative_clause(sentence: Sentence, begin: int, end: int) -> bool:
    if begin <= 1 or sentence.lower[begin - 1] not in RELATIVE_PRONOUNS:
        return False
    return not VERBS_AND_MODALS.isdisjoint(sentence.tags[begin:end])


def _before_relative_clause(sentence: Sentence, begin: int, lexicon: Lexicon) -> int:
    """Where X ends in "X who led the burials [counted]", whose last words begin at `begin`; 0 where no such clause is there."""
    for at in range(begin - 1, max(0, begin - LONGEST_RELATIVE_CLAUSE), -1):
        if sentence.lower[at] in _MARKS:
            return 0
        if at == begin - 1 and sentence.lower[at] in ("who", "which") and sentence.word(at - 1) == ",":
            return _told_behind_comma(sentence, at, lexicon)
        acts = sentence.lower[at] in RELATIVE_PRONOUNS and sentence.tag(at + 1) in FINITE  # "the force that held the town"
        if (acts or sentence.lower[at] in ("who", "whose")) and sentence.tags[at - 1] in NOUNS:
            return at if sum(tag in FINITE for tag in sentence.tags[at:begin]) <= 1 else 0
    return 0


def _told_behind_comma(sentence: Sentence, who: int, lexicon: Lexicon) -> int:
    """ "It interviewed a commander, who conceded": the word behind the commander."""
    is_named = sentence.lower[who] == "who" and sentence.tag(who - 2) in NOUNS
    return who - 1 if is_named or ends_claimant(sentence, who - 1, lexicon) else 0


# -- where a name begins ---------------------------------------------------------------------------------------------------------


def _name_begin(sentence: Sentence, end: int, lexicon: Lexicon) -> int:
    begin = end
    while begin > 0 and end - begin < LONGEST_NAME and _reaches_back(sentence, begin, end, lexicon):
        begin -= 1
    return begin


def _reaches_back(sentence: Sentence, begin: int, end: int, lexicon: Lexicon) -> bool:
    """Whether the word before `begin` belongs to the name that ends at `end`."""
    word, tag = sentence.lower[begin - 1], sentence.tags[begin - 1]
    if word in _MARKS:
        if word == "/" and begin < end:  # "the Volta Times/Radio Keta poll"
            return sentence.is_glued(begin - 1) and sentence.is_glued(begin)
        return is_abbreviated(sentence, begin - 1, lexicon) or (word == "," and _is_title_before(sentence, begin, end, lexicon))
    if word in _BEGINS_A_CLAUSE and tag != "NNP":
        return False
    if word in ("and", "&"):
        return _joins_names(sentence, begin - 1, end, lexicon)
    if tag in VERBS_AND_MODALS:
        named = sentence.tag(begin - 2) in NAMES or ends_claimant(sentence, begin - 1, lexicon)
        is_plural = begin == end and tag == "VBZ" and named  # "UNHCR figures [show]"
        if word in lexicon.cue_nouns and (is_plural or sentence.word(begin) in SEEN or _is_a_noun(sentence, begin - 1)):
            return True
        if tag in _LIKE_NOUNS and (begin == end or tag == "VB") and lexicon.claimants.at(sentence.lower, begin - 1) is not None:
            return begin == end or sentence.tag(begin - 2) not in _BEFORE_A_VERB  # "UN monitors [say]", "conflict monitor [Abla]"
        if word in POSSESSIVE_ENDINGS and begin < end:
            return True
        if tag == "VBG" and word in lexicon.cues and sentence.word(begin - 2) == ",":  # "…, putting the number of lorries"
            return False
        return sentence.is_capital(begin - 1) or (tag in ("VBN", "VBG") and begin < end)
    return begin == end or "PRP" not in (tag, sentence.tags[end - 1])


def _is_a_noun(sentence: Sentence, at: int) -> bool:
    """ "A tally [by the ministry]": whatever its tag."""
    return sentence.word(at - 1) in ARTICLES or sentence.word(at - 1) in POSSESSIVE_ENDINGS


def _is_title_before(sentence: Sentence, begin: int, end: int, lexicon: Lexicon) -> bool:
    """ "the town's mayor, Ama Mensah, said": a title before the comma, a bare name behind it."""
    if sentence.tag(begin - 2) == "NNS":  # "these employees, Stumpf said"
        return False
    bare = all(sentence.tags[x] in NAMES or sentence.lower[x] == "." for x in range(begin, end))
    if not bare or begin < 2:
        return False
    title = lexicon.claimants.at(sentence.lower, begin - 2)
    return title is not None and title[0] == 1


def _joins_names(sentence: Sentence, at: int, end: int, lexicon: Lexicon) -> bool:
    """Whether "and" joins two names, not two clauses: "police and witnesses said"."""
    left, right, last = at - 1, at + 1, end - 1
    if left < 0 or right >= end or sentence.lower[right] in _SPEAKING_PRONOUNS:
        return False
    first_is_name = sentence.tags[left] in NAMES or ends_claimant(sentence, left + 1, lexicon)
    last_is_name = (
        sentence.tags[last] in NAMES or sentence.lower[last] == "partners" or ends_claimant(sentence, last + 1, lexicon)
    )
    if left == 0 and sentence.tags[0] == sentence.tags[right] == "NNS":  # "Parents and teachers in Keta said"
        return True
    return first_is_name and last_is_name and not _crosses_verb(sentence, at, lexicon)


def _crosses_verb(sentence: Sentence, at: int, lexicon: Lexicon) -> bool:
    for x in range(at - 1, max(-1, at - FARTHEST_CROSSED_VERB), -1):
        if sentence.lower[x] in (",", ";"):
            return False
        is_made = sentence.tags[x] == "VBN" and sentence.word(x + 1) == "by"  # "an assessment conducted by OCHA and partners"
        if sentence.tags[x] in VERBS_AND_MODALS and sentence.lower[x] in lexicon.verbs and not is_made:
            return True
    return False


def _without_lead(sentence: Sentence, begin: int, end: int, lexicon: Lexicon) -> int:
    """The name without what does not belong to it at its front: "Earlier", "On Monday", "In Somalia the"."""
    begin = _behind_clock(sentence, begin, end)
    while begin < end:
        word, tag = sentence.lower[begin], sentence.tags[begin]
        if word in _LEADS_A_CLAUSE or word in lexicon.weekdays or (tag == "RB" and word != "local"):
            begin += 1
        elif tag == "WP$":  # "whose population the mayor"
            begin = next((x for x in range(begin + 1, end) if _begins_name(sentence, x, lexicon)), end)
        elif tag == "CD" and sentence.word(begin + 1) in ("from", "by"):  # "communique No. 27 from the staff"
            begin += 2
        elif word in lexicon.months or (tag == "CD" and sentence.word(begin + 1) in lexicon.months):
            begin += 1  # "Since 7 January the army"
        elif tag in ("IN", "TO") or word in _PREPOSITIONS:
            begin = next((x for x in range(begin + 2, end) if _begins_name(sentence, x, lexicon)), end)
        else:
            break
    return begin


def _behind_clock(sentence: Sentence, begin: int, end: int) -> int:
    """Behind the time of an entry before a name: "11:40 [The police]", "[14:05] [Governor Kofi Mensah]", "6 a.m. [Police]"."""
    at = begin + (sentence.lower[begin] in ("[", "(")) if begin < end else begin
    if sentence.word(at) in _ZONES and begin == 0:  # the time itself was cut off as the entry's label
        return at + 1
    if sentence.tag(at) != "CD":
        return begin
    is_clock = _CLOCK.fullmatch(sentence.lower[at]) is not None or sentence.tag(at + 1) == "DT"
    stop = at + 1
    if sentence.is_glued(stop) and sentence.lower[stop][1:].isdigit():  # "17h45"
        is_clock, stop = True, stop + 1
    while stop < end and sentence.lower[stop] in _BEHIND_CLOCK:
        is_clock, stop = True, stop + 1
    return stop if is_clock and stop < end else begin


def _begins_name(sentence: Sentence, at: int, lexicon: Lexicon) -> bool:
    return sentence.tags[at] in ("DT", "PRP$") or starts_claimant(sentence, at, lexicon)
