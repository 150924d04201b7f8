"""Words of saying where they say something.

"said", "put the toll at", "as saying"; not "was reported", "to confirm", "their claims".
"""

from __future__ import annotations

from humsit.grammar.classes import (
    BE,
    FINITE,
    HAVE,
    NAMES,
    NOT,
    NOUNS,
    POSSESSIVE_ENDINGS,
    POSSESSIVE_PRONOUNS,
    QUOTES,
    VERBS,
    VERBS_AND_MODALS,
)
from humsit.mentions.sentence import Sentence
from humsit.mentions.speakers.names import ends_claimant
from humsit.vocabulary.compiled import Cue, Lexicon

FARTHEST_NUMBER_NOUN = 8
RELAYING = frozenset({"citing", "quoting"})
RELAYED = frozenset({"cited", "quoted", "cites", "quotes"})
FARTHEST_THAT = 7
FARTHEST_COMMA = 8
FARTHEST_DATA = 4
FARTHEST_BODIES = 6

_MAKES_A_NOUN = (POSSESSIVE_PRONOUNS - {"our"}) | {"to", "a", "the", "an", "their"}
_MISTAGGED = frozenset({"NNS", "NN", "JJ", "IN", "NNP"})  # what the tagger takes a verb of saying for
_SUBJECT_TAGS = NAMES | {"PRP", "NNS"}
_THOSE = frozenset({"the", "those", "its", "their", "all"})
_STANDS_FOR_A_NUMBER = frozenset({"it", "that", "this"})
_HEARER_TAGS = NOUNS | {"DT", "JJ", "PRP", "PRP$"}
_LIMIT_TAGS = frozenset({"RB", "IN", "JJR", "JJS", "JJ", "DT", "$", "RBR"})
_DEFINITE = NAMES | {"DT"}
_OBJECT_TAGS = frozenset({"DT", "CD", "PRP", "PRP$"})
_REFUSED = frozenset("access entry permission permits permit visas visa passage asylum bail treatment admission aid".split())
_TURNED_AWAY = frozenset({"dismiss", "reject"})
_ROLE = frozenset({"role", "involvement", "responsibility", "part", "knowledge", "blame", "complicity"})
_PROCLAIMED = frozenset({"mourning", "emergency", "curfew", "holiday"})
_RECOVERED = frozenset("bodies body corpses remains survivors graves".split())
LEADS_PARTICIPLE = frozenset({",", "while", "whilst", "but"})
LEADS_TO_SAYING = frozenset("able forced obliged compelled had has have on continued began hastened".split())
_BEFORE_CHANNEL = frozenset({"on", "to", "in", "at", "during"})
_BEFORE_A_CLAUSE = frozenset({"that", "as", "if", "since", "while", "whether", "because", "though", "although", "than"})
_LIMITS = (["at", "least"], ["at", "most"], ["up", "to"], ["more", "than"], ["close", "to"])
_LOSSES = frozenset("dead deaths death losses loss lost fatalities casualties killed killings fallen died errors cases".split())
_LIVES = frozenset({"lives", "life", "victims"})
_AROUND_A_CHANNEL = frozenset("on in by told reporters a the late early adding an from via at during to after".split())
_AFTER_ONLY_VERB = frozenset({"JJ", "NNS", "NN", "VBN", "JJR", "RB", "CD", "DT"})
_JUDGES = frozenset("call describe term brand label dub denounce slam decry characterise characterize portray".split())
_TALK = frozenset(
    "talk rumour rumours rumor rumors gossip story stories suggestion suggestions accusation accusations mention "
    "mentions notion idea narrative insinuation insinuations post posts tweet tweets chatter hearsay allegation allegations "
    "charge charges assertion assertions insinuations whispers speculation narrative claims claim lie lies".split()
)
_BEFORE_TOLD = frozenset({"DT", "JJ", "PRP$", "NNP", "POS", "VBN", "NN", "CD"})
_JUST_EARLY = frozenset(
    "provisional preliminary tentative incomplete partial initial early conservative interim alarming".split()
)
_SUFFERED = frozenset("dead deaths injured losses missing".split())
"""What is deplored, not disputed: "condemned the deaths of nine people", "described nine deaths"."""
_UNTRUE = frozenset("lie lies hoax fake false untrue baseless fabrication fabricated fiction invention myth propaganda".split())
FARTHEST_TOLD = 5
_CLOSING_MARKS = frozenset({".", ",", ";", ":", "—", "–", "!", "?", ")"})
_OPENING_MARKS = QUOTES | {",", "—", "–", ")"}


def cue_at(sentence: Sentence, i: int, lexicon: Lexicon) -> Cue | None:
    """The cue that the word at `i` begins, if by its form and its surroundings it says something here."""
    before = sentence.word(i - 1)
    cues = [cue for cue in lexicon.cues.get(sentence.lower[i], ()) if _rest_follows(sentence, i, cue)]
    led_to = before == "to" and sentence.word(i - 2) in LEADS_TO_SAYING
    if not cues or (before in _MAKES_A_NOUN and not led_to) or before in POSSESSIVE_ENDINGS:
        return None
    if _is_told_by_next(sentence, i, lexicon):
        return None
    is_verb = _is_verb(sentence, i, lexicon)
    if _names_states(sentence, i):
        return None
    if not is_verb and before != ",":
        return None
    one_name = sentence.tag(i - 1) == "NNP" and not before.endswith("s")
    is_name = one_name and sentence.tags[i] not in VERBS_AND_MODALS  # "South Kordofan state"
    is_name = is_name and lexicon.cue_nouns.isdisjoint(sentence.lower[max(0, i - FARTHEST_DATA) : i - 1])  # "data from IOM show"
    for cue in cues:
        if (
            (is_verb or cue.rest)  # ", however, boasts of": tagged as a noun
            and not _does_more_than_say(sentence, i, cue)
            and not (cue.form == "base" and is_name and not _is_judged(sentence, i, lexicon))
            and not _is_said_of_subject(sentence, i, lexicon)
            and _form_fits(sentence, i, cue)
            and (cue.needs != "number" or number_noun_follows(sentence, i, lexicon))
            and (cue.needs != "told" or _is_judged(sentence, i + len(cue.rest), lexicon))
            and (cue.needs != "figure" or _number_end(sentence, i + 1 + len(cue.rest)) > 0)
        ):
            return cue._replace(stance="denied") if cue.words in _JUDGES and _is_judged(sentence, i, lexicon) else cue
    return None


def _is_judged(sentence: Sentence, i: int, lexicon: Lexicon) -> bool:
    """Whether what others told is put down: "calls [posts about 900 dead] a hoax", "describes [a figure of 19] as baseless"."""
    at = i + 1 + (sentence.word(i + 1) == "as")  # "describes as mischievous a post that"
    while sentence.tag(at) in _BEFORE_TOLD and at < i + FARTHEST_TOLD:
        at += 1
    told = sentence.lower[i + 1 : at + 1]
    if _UNTRUE.isdisjoint(sentence.lower[at:]):
        told = [word for word in told if word not in _SUFFERED]
    if not any(word in lexicon.cue_nouns or word in _TALK or word in lexicon.context["number_noun"] for word in told):
        return False
    return _JUST_EARLY.isdisjoint(sentence.lower[at:])


def _is_told_by_next(sentence: Sentence, i: int, lexicon: Lexicon) -> bool:
    """ ", coastguard [logs] show.": a noun, and what it tells by is the next word."""
    follows = sentence.word(i + 1) in lexicon.cues and sentence.word(i + 2) in ("", ".", "that")
    return follows and sentence.lower[i] in lexicon.cue_nouns


def _names_states(sentence: Sentence, i: int) -> bool:
    """ "Borno, Adamawa and Yobe states.", "[March, BAY states]"."""
    if (
        sentence.lower[i] != "states"
        or sentence.tag(i - 1) not in NAMES
        or sentence.tag(i + 1) in ("IN", "DT", "CD", "EX", "PRP")
    ):
        return False
    return "the" not in sentence.lower[max(0, i - FARTHEST_COMMA) : i]


def _rest_follows(sentence: Sentence, i: int, cue: Cue) -> bool:
    if not cue.rest or tuple(sentence.lower[i + 1 : i + 1 + len(cue.rest)]) == cue.rest:
        return True
    if cue.rest != ("of",) or sentence.word(i + 1) not in _BEFORE_CHANNEL:  # "spoke on television of 1,500"
        return False
    return any(sentence.lower[at] == "of" and _number_end(sentence, at + 1) for at in range(i + 3, min(len(sentence) - 1, i + 7)))


def _does_more_than_say(sentence: Sentence, i: int, cue: Cue) -> bool:
    """ "Denied 30 people entry", "rejected 12 asylum seekers", "found 14 bodies", "the quake has claimed 40 lives"."""
    following = sentence.lower[i + 1 : i + FARTHEST_BODIES]
    if cue.words == "deny":
        if not _ROLE.isdisjoint(following[:4]):  # "denied any role in the deaths of 40 people"
            return True
        return not _REFUSED.isdisjoint(following) and "that" not in following
    if cue.words in _TURNED_AWAY:
        return sentence.tag(i + 1) == "CD"
    if cue.words in ("find", "discover"):
        return not _RECOVERED.isdisjoint(following) and "that" not in following
    if cue.words in ("call on", "call for") and _number_end(sentence, i + 2):  # "teams called on 400 households"
        return True
    if cue.words in ("declare", "announce", "proclaim") and "that" not in following:  # "declared three days of mourning"
        return not _PROCLAIMED.isdisjoint(following)
    if cue.words in ("ask", "request") and "anonymity" in following:
        return True
    if cue.words == "hear of" and not NOT.isdisjoint(sentence.lower[max(0, i - 2) : i]):  # "would not hear of a toll of 300"
        return True
    if cue.words == "admit" and sentence.tag(i + 1) == "CD":  # "the ward admitted 30 infants"
        return _LOSSES.isdisjoint(following)
    return _takes_lives(sentence, i, cue)


def _takes_lives(sentence: Sentence, i: int, cue: Cue) -> bool:
    """ "The quake has claimed 40 lives"."""
    following = sentence.lower[i + 1 : i + FARTHEST_NUMBER_NOUN]
    lives = next((at for at, word in enumerate(following, i + 1) if word in _LIVES), 0)
    return cue.words == "claim" and lives > 0 and FINITE.isdisjoint(sentence.tags[i + 1 : lives + 2])


def _is_said_of_subject(sentence: Sentence, i: int, lexicon: Lexicon) -> bool:
    """ "15 people reported dead": who is dead says nothing."""
    state = lexicon.adjectives.at(sentence.lower, i + 1) if i + 1 < len(sentence) else None
    if state is None or sentence.tags[i] not in ("VBD", "VBN"):
        return False
    return sentence.tag(i + 1 + state[0]) not in _HEARER_TAGS


def _is_verb(sentence: Sentence, i: int, lexicon: Lexicon) -> bool:
    if sentence.tags[i] in VERBS_AND_MODALS or sentence.word(i + 1) == "that":
        return True
    if sentence.word(i + 1) == "," and sentence.word(i + 2) in RELAYING:
        return True  # "the agency reports, citing the mayor"
    if sentence.word(i + 1) == "at" and sentence.tags[i] in _MISTAGGED and _number_at(sentence, i + 2):
        return True  # "whose population the mayor puts at 9,000"
    if (
        sentence.word(i - 1) in lexicon.cue_nouns
        and sentence.word(i + 1) in ("", ".", "”", '"')
        and sentence.tags[i] in _MISTAGGED
    ):
        return _has_comma_before(sentence, i)  # ", UNHCR figures show."
    if sentence.lower[i].endswith("ed") and sentence.tags[i] in ("NN", "JJ") and ends_claimant(sentence, i, lexicon):
        return True  # "the mayor pooh-poohed talk of 300 dead"
    if sentence.tags[i] == "NN" and ends_claimant(sentence, i, lexicon) and _is_judged(sentence, i, lexicon):
        return True  # "Police dispute online posts of 60 dead"
    if _has_an_object(sentence, i, lexicon) or is_inserted(sentence, i, lexicon) or _is_only_verb(sentence, i):
        return True
    if sentence.lower[i] in lexicon.cue_nouns and sentence.tag(i + 1) == "IN":  # "leaked documents from the ministry"
        return sentence.tag(i - 1) == "NNS" and _limit_follows(sentence, i + 1)
    if sentence.tags[i] not in _MISTAGGED or sentence.is_capital(i):
        return False
    return sentence.tag(i - 1) in _SUBJECT_TAGS or sentence.word(i - 1) in HAVE or closes_as_noun(sentence, i)


def _is_only_verb(sentence: Sentence, i: int) -> bool:
    """ "The health ministry estimates total costs at $9 million": tagged as a noun where the sentence has no other verb."""
    if sentence.tags[i] != "NNS" or sentence.is_capital(i) or sentence.tag(i - 1) not in ("NN", "NNP"):
        return False
    return sentence.tag(i + 1) in _AFTER_ONLY_VERB and FINITE.isdisjoint(sentence.tags)


def _has_comma_before(sentence: Sentence, i: int) -> bool:
    return "," in sentence.lower[max(0, i - FARTHEST_COMMA) : i - 1]


def _limit_follows(sentence: Sentence, at: int) -> bool:
    """ "Port officials report [at least 31 drowned]"."""
    return sentence.lower[at : at + 2] in _LIMITS and sentence.tag(at + 2) == "CD"


def _has_an_object(sentence: Sentence, i: int, lexicon: Lexicon) -> bool:
    """ "The company disputes the finding", "the data show 14 deaths": tagged as nouns."""
    if sentence.word(i + 1) == "of" and sentence.tags[i] == "NNS" and ends_claimant(sentence, i, lexicon):
        return sentence.tag(i + 2) == "CD" or sentence.word(i + 2) in QUOTES  # "the ministry talks of 30 dead"
    if sentence.tag(i + 1) not in _OBJECT_TAGS or not (sentence.tag(i - 1) in NOUNS or sentence.word(i - 1) == ","):
        return False
    ends_in_s = sentence.tags[i] == "NNS" and (sentence.tag(i - 1) == "NN" or sentence.word(i - 1) == ",")
    if sentence.tags[i] == "JJ" and ends_claimant(sentence, i, lexicon):  # "the council advanced a higher count"
        return True
    return ends_in_s or (sentence.tags[i] == "NN" and sentence.word(i - 1) in lexicon.cue_nouns)


def is_inserted(sentence: Sentence, i: int, lexicon: Lexicon) -> bool:
    """ "In Keta, the council states, 40 …", "…, ministry data show, most …", "… posts on Telegram": tagged as nouns."""
    if sentence.tags[i] not in _MISTAGGED or sentence.tag(i - 1) not in NOUNS:
        return False
    if sentence.lower[i] == "posts" and sentence.word(i + 1) == ",":  # "the market, the police posts, the school"
        return False
    on_channel = sentence.word(i + 1) in ("on", "in") and _names_channel(sentence, i + 2, lexicon)
    if sentence.word(i + 1) not in _CLOSING_MARKS and not on_channel:
        return False
    comma = next((at for at in range(i - 1, max(-1, i - FARTHEST_COMMA), -1) if sentence.lower[at] in _OPENING_MARKS), -1)
    if comma < 0:
        return False
    data = sentence.tags[i] == "NN" and sentence.word(i - 1) in lexicon.cue_nouns
    return data or (sentence.tags[i] == "NNS" and sentence.tags[comma + 1] in _DEFINITE and sentence.tags[i - 1] != "NNS")


def _names_channel(sentence: Sentence, at: int, lexicon: Lexicon) -> bool:
    return not lexicon.context["channel"].isdisjoint(sentence.lower[at : at + 3])


def closes_as_noun(sentence: Sentence, i: int) -> bool:
    """ ", the disaster unit reports.": the last word of a sentence, tagged as a noun."""
    if (
        sentence.tags[i] not in _MISTAGGED
        or sentence.is_capital(i)
        or sentence.tag(i - 1) not in NOUNS
        or i + 1 < len(sentence) - 1
    ):
        return False
    return sentence.word(i + 1) in ("", ".") and _has_comma_before(sentence, i + 1)


def number_noun_follows(sentence: Sentence, i: int, lexicon: Lexicon) -> bool:
    """ "put the toll at", "raised it to", "puts the wounded in Osa at around 40", "puts at 9,000 those trapped"."""
    following = sentence.lower[i + 1 : i + 1 + FARTHEST_NUMBER_NOUN]
    if not lexicon.context["number_noun"].isdisjoint(following):
        return True
    if following and following[0] in _STANDS_FOR_A_NUMBER and sentence.word(i + 2) in ("at", "to", "as"):
        return True
    if "at" not in following:
        return False
    begin = i + 2 + following.index("at")
    return _number_at(sentence, begin) or (following[0] in _THOSE and _people_at(sentence, begin, lexicon))


def _number_at(sentence: Sentence, at: int) -> bool:
    """Whether a number without a noun of its own begins at a word, or a limit of one: "around 40."."""
    end = _number_end(sentence, at)
    return end > 0 and sentence.tag(end) not in ("NN", "NNS", "JJ")


def _people_at(sentence: Sentence, at: int, lexicon: Lexicon) -> bool:
    """ "put the displaced at around 900 people"."""
    end = _number_end(sentence, at)
    people = lexicon.things.at(sentence.lower, end) if 0 < end < len(sentence) else None
    return people is not None and people[1].unit in ("people", "households")


def _number_end(sentence: Sentence, at: int) -> int:
    """Where a number ends that begins at a word, or behind the limit of one there; 0 for none."""
    while at < len(sentence) and sentence.tags[at] in _LIMIT_TAGS:
        at += 1
    begin = at
    while sentence.tag(at) == "CD":
        at += 1
    return at if at > begin else 0


def _form_fits(sentence: Sentence, i: int, cue: Cue) -> bool:
    """A passive ("was reported"), a participle or an infinitive asserts nothing by its subject."""
    before = i - 1
    while sentence.tag(before) in ("RB", "RBR"):
        before -= 1
    word = sentence.word(before)
    if sentence.tag(i - 1) == "IN" and word not in _BEFORE_A_CLAUSE and sentence.tag(i + 1) in NOUNS:  # "among confirmed cases"
        return False
    if sentence.tags[i] == "VBN" and sentence.word(i + 1) == "by" and word not in HAVE:  # "figures released by the ministry"
        return False
    if word in BE:
        return cue.form == "ing" and word != "being"
    if cue.form == "ing":
        return word in LEADS_PARTICIPLE or word == "as"
    if cue.form == "participle":
        return word in ("has", "have", "had")
    return not (cue.form == "base" and word == "to" and sentence.word(before - 1) not in LEADS_TO_SAYING)


def closes(sentence: Sentence, i: int, behind: int, begin: int, lexicon: Lexicon) -> bool:
    """Whether what is said stands before "X said": "…, X said." or "'…', X said on Monday"; `begin` is where X begins."""
    if sentence.word(begin - 1) not in _OPENING_MARKS:
        return False
    at = behind
    if sentence.lower[i] in ("told", "tells"):  # "…, the mayor's office told Sahara Press."
        while sentence.tag(at) in _HEARER_TAGS:
            at += 1
    while at < len(sentence) and _is_circumstance(sentence, at, lexicon):
        at += 1
    if sentence.word(at) == ":" and VERBS.isdisjoint(sentence.tags[:begin]):  # "In a tweet, the mayor said: …"
        return False
    ends_with_quote = sentence.word(at) in QUOTES and at == len(sentence) - 1
    if at >= len(sentence) or sentence.lower[at] in _CLOSING_MARKS or ends_with_quote:
        return True
    return at > behind and sentence.tags[i] in VERBS and _only_circumstances(sentence, at)


def _only_circumstances(sentence: Sentence, at: int) -> bool:
    """Whether no clause follows up to the end or a mark: "at a news conference in Keta"; but "on Monday 12 people had died"."""
    while at < len(sentence) and sentence.lower[at] not in _CLOSING_MARKS:
        if sentence.tags[at] in FINITE or sentence.tags[at] == "CD" or sentence.lower[at] == "that":
            return False
        at += 1
    return True


def _is_circumstance(sentence: Sentence, at: int, lexicon: Lexicon) -> bool:
    """When and where something was said: "on Monday", "by phone", "in a statement"."""
    word = sentence.lower[at]
    is_day = word in lexicon.weekdays or word in lexicon.days
    return is_day or sentence.tags[at] == "RB" or word in _AROUND_A_CHANNEL or word in lexicon.context["channel"]


def behind_hearer(sentence: Sentence, behind: int, cue: Cue) -> int:
    """Where what is said begins: "told AFP that …", "warned reporters on Monday that …"."""
    for at in range(behind, min(len(sentence), behind + FARTHEST_THAT)):
        if sentence.lower[at] == "that" and sentence.tags[at] in ("IN", "DT", "WDT"):
            return at + 1
        if sentence.lower[at] in (",", ".", ";", "while", "but", "and"):
            break
    if cue.words != "tell":
        return behind
    at = behind
    while sentence.tag(at) in _HEARER_TAGS:
        at += 1
        named = sentence.tags[at - 1] == "PRP" or sentence.tags[at - 1] in NAMES
        if named or sentence.lower[at - 1] in ("reporters", "journalists"):
            break
    return at
