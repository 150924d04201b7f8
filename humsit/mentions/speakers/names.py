"""Who a noun phrase names.

Its type, its side, what does not belong to the name, and whom a short name or a pronoun leads back to.
"""

from __future__ import annotations

from humsit.grammar.classes import ARTICLES, FINITE, NAMES, NOUNS, POSSESSIVE_ENDINGS, QUOTES, VERBS_AND_MODALS
from humsit.mentions.sentence import Sentence
from humsit.mentions.speakers.pronouns import meant_by
from humsit.mentions.speakers.speaker import Memory, Speaker
from humsit.vocabulary.compiled import Lexicon

LONGEST_NAME = 16
LONGEST_TITLE = 3  # words of the title of a claimant, seen from behind
LONGEST_GOVERNMENT = 3  # words of a country's name that speaks for its government ("the Russians", "Russia")

OWN_VOICE = frozenset({"we", "i", "our", "my", "us"})
_SPEAK_FOR_OTHERS = frozenset(
    "colleagues colleague partners partner counterparts counterpart friends sources contacts allies".split()
)
_ANYBODY = frozenset("anyone anybody everyone everybody someone somebody whoever nobody noone none".split())
KEPT_WITHIN = frozenset({"of", "for", "de", "del", "al"})
_PRONOUNS = frozenset({"he", "she", "it", "they", "we", "i", "who", "which", "him", "her", "them"})
_SPOKESPERSONS = frozenset("spokesman spokeswoman spokesperson spokesmen spokespeople spokespersons".split())
SHORTEST_ACRONYM, LONGEST_ACRONYM = 3, 7
SEEN = frozenset({"seen", "obtained", "reviewed", "viewed", "examined", "consulted"})
_WHEN = frozenset("on late early in this last week month year today yesterday".split())
_OWNED = 3  # words of "NADMO's count"
_POINTING = frozenset({"the", "this", "these", "those"})
_NO_PERSON_TAGS = frozenset({"PRP", "DT", "WP", "WDT", "EX"})
_IN_NAME_TAGS = NOUNS | {"DT", "JJ", "POS", "PRP$", "JJR", "JJS", "FW"}
_IN_CLAUSE_SUBJECT = NOUNS | {"DT", "JJ", "POS"}
_ENDS_NO_NAME = KEPT_WITHIN | {"and", "the", "a"}
_OUTLASTS_GENERAL_TYPES = frozenset({"military", "armed_group", "un"})
_GENERAL_TYPES = frozenset({"government", "unnamed"})


def speaker_named(sentence: Sentence, begin: int, end: int, memory: Memory, lexicon: Lexicon) -> Speaker | None:
    """The speaker that words [begin, end) name.

    Pronouns and short names are led back to those met before. None where they name nobody.
    """
    words = sentence.lower[begin:end]
    if not words or is_own_voice(sentence, begin, end) or (words[0] in OWN_VOICE and _in_quotation(sentence, begin, memory)):
        return None
    if len(words) == 1 and words[0] in _PRONOUNS and sentence.words[begin] != "WHO":
        return (_people_before(memory.before, lexicon) if words[0] == "they" and memory.before else None) or meant_by(
            words[0], memory, lexicon
        )
    context, whole = sentence.say(begin, end), end
    begin, end = bare_name(sentence, begin, end, lexicon)
    if memory.last is not None and _is_bare_spokesperson(sentence, begin, end):
        return memory.last
    earlier = _led_back(sentence, begin, end, memory)
    if earlier is not None and not _is_another_army(sentence, begin, end, earlier, lexicon):
        return earlier
    kind, side = type_of(sentence, begin, end, lexicon), side_of(sentence, begin, end, lexicon)
    if kind == "unknown" and not side and NAMES.isdisjoint(sentence.tags[begin:end]):
        return _in_apposition(sentence, end, lexicon)
    stop = _with_apposed_name(sentence, begin, end, lexicon)
    first = end + 1 if stop > end and sentence.tags[begin] == "PRP$" else begin  # "its director, [Dr Abla Owusu]"
    if stop == end < whole and (behind := _with_apposed_name(sentence, begin, whole, lexicon)) > whole:
        first, stop = whole + 1, behind  # "the lawmaker representing Keta at the assembly, [Kofi Mensah]"
    return Speaker(sentence.say(first, stop), kind, side, *sentence.span(begin, end), context)


def is_own_voice(sentence: Sentence, begin: int, end: int) -> bool:
    """Whether the text speaks of itself: "we", "our staff"; not "our humanitarian colleagues", who tell it something."""
    return sentence.lower[begin] in OWN_VOICE and _SPEAK_FOR_OTHERS.isdisjoint(sentence.lower[begin + 1 : end])


def _in_quotation(sentence: Sentence, at: int, memory: Memory) -> bool:
    return memory.open_quote or not QUOTES.isdisjoint(sentence.lower[:at])


def _people_before(sentence: Sentence, lexicon: Lexicon) -> Speaker | None:
    """ "Last week 500 families reached Goma. They said …": the people that the sentence before is about."""
    tags = sentence.tags
    verb = next((at for at, tag in enumerate(tags) if tag in FINITE or (tag == "VBN" and at and tags[at - 1] == "NNS")), 0)
    thing = lexicon.things.at(sentence.lower, verb - 1) if verb else None
    if thing is None or thing[1].unit not in ("people", "households") or sentence.tags[verb - 1] != "NNS":
        return None
    name = sentence.say(verb - 1, verb)
    return Speaker(name, type_of(sentence, verb - 1, verb, lexicon), "", *sentence.span(verb - 1, verb), name)


def _is_bare_spokesperson(sentence: Sentence, begin: int, end: int) -> bool:
    """ "A spokesman", "its spokeswoman": of whom has been said before."""
    is_alone = end - begin == 1 or (end - begin == 2 and sentence.tags[begin] in ("DT", "PRP$"))
    named = sentence.word(end) == "," and sentence.tag(end + 1) in NAMES
    return is_alone and not named and sentence.lower[end - 1] in _SPOKESPERSONS


def _is_another_army(sentence: Sentence, begin: int, end: int, earlier: Speaker, lexicon: Lexicon) -> bool:
    """ "The army" is not "the National Liberation Army", which fights it."""
    return type_of(sentence, begin, end, lexicon) == "military" and not earlier.side and len(earlier.name.split()) > 1


def is_acronym(word: str) -> bool:
    """ "DSWD", "RODEP"."""
    return word.isupper() and word.isalpha() and SHORTEST_ACRONYM <= len(word) <= LONGEST_ACRONYM


def document_named(sentence: Sentence, begin: int, end: int, lexicon: Lexicon) -> Speaker | None:
    """ "The survey", "satellite images", "one study": a document says, shows or finds what somebody wrote down."""
    begin, end = bare_name(sentence, begin, end, lexicon)
    if begin >= end or sentence.lower[end - 1] not in lexicon.cue_nouns or is_own_voice(sentence, begin, end):
        return None
    if end - begin == 1 and sentence.lower[begin] == "findings":  # of the text itself: "Findings showed that"
        return None
    kind, side = type_of(sentence, begin, end, lexicon), side_of(sentence, begin, end, lexicon)
    name = sentence.say(begin, end)
    return Speaker(name, kind, side, *sentence.span(begin, end), name)


def somebody(sentence: Sentence, begin: int, end: int, memory: Memory, lexicon: Lexicon) -> Speaker | None:
    """Whoever words [begin, end) name, of a known type or none."""
    if begin >= end:
        return None
    speaker = speaker_named(sentence, begin, end, memory, lexicon)
    return speaker or speaker_of_no_known_type(sentence, begin, end, lexicon)


def speaker_of_no_known_type(sentence: Sentence, begin: int, end: int, lexicon: Lexicon) -> Speaker | None:
    """ "The owner", "a shopper": whoever says, claims or denies something speaks."""
    is_small_word = end - begin == 1 and sentence.tags[begin] in _NO_PERSON_TAGS
    if is_own_voice(sentence, begin, end) or is_small_word or sentence.lower[begin] in _ANYBODY:
        return None
    begin, end = bare_name(sentence, begin, end, lexicon)
    if sentence.tags[end - 1] not in NOUNS:
        return None
    name = sentence.say(begin, end)
    return Speaker(name, "unknown", side_of(sentence, begin, end, lexicon), *sentence.span(begin, end), name)


# -- what belongs to a name ------------------------------------------------------------------------------------------------------


def bare_name(sentence: Sentence, begin: int, end: int, lexicon: Lexicon) -> tuple[int, int]:
    """The words of the name alone: for "a survey by the institute" the institute, without what hangs on it."""
    for at in range(begin + 1, end - 1):
        word = sentence.lower[at]
        if sentence.lower[at - 1] in SEEN and word == "by" and at - 1 > begin:  # "a ministry tally seen by the agency"
            return begin, at - 1
        on_channel = word == "on" and at == begin + 2 and _is_channel(sentence, begin, at, end, lexicon)
        if (
            on_channel
            or (word in ("by", "from") and _is_made(sentence, at, lexicon))
            or (word in ("for", "of") and sentence.lower[at - 1] in _SPOKESPERSONS)
        ):
            begin = at + 1
            break
    end = next((at for at in range(begin + 1, end) if _hangs_on(sentence, begin, at, end)), end)
    return begin, _owner_end(sentence, begin, end, lexicon)


def _owner_end(sentence: Sentence, begin: int, end: int, lexicon: Lexicon) -> int:
    """ "NADMO's first count", "the ministry's report": whoever made it speaks; not "last week's statement"."""
    if end - begin < _OWNED or sentence.lower[end - 1] not in lexicon.cue_nouns:
        return end
    owner = next((at for at in range(begin + 1, end - 1) if sentence.lower[at] in POSSESSIVE_ENDINGS), end)
    told = sentence.lower[owner - 1]
    is_time = told in lexicon.weekdays or told in lexicon.months or told in lexicon.time_units or told in _WHEN
    return end if is_time else owner


def _is_channel(sentence: Sentence, begin: int, at: int, end: int, lexicon: Lexicon) -> bool:
    """ "A statement [on] a rebel channel": whoever's channel it is speaks."""
    return sentence.lower[at - 1] in lexicon.cue_nouns and type_of(sentence, at + 1, end, lexicon) == "media"


def _is_made(sentence: Sentence, at: int, lexicon: Lexicon) -> bool:
    """ "A survey [by]", "figures released [by]"."""
    noun = at - 1
    while noun > 0 and (sentence.lower[noun] in lexicon.weekdays or sentence.lower[noun] in _WHEN):
        noun -= 1  # "a report published on Monday [by]"
    noun -= sentence.tags[noun] == "VBN"
    return noun >= 0 and sentence.lower[noun] in lexicon.cue_nouns


def _hangs_on(sentence: Sentence, begin: int, at: int, end: int) -> bool:
    """ "Ukrainian negotiators [at talks …]", but "the governor of Aleppo", "the Observatory for Human Rights"."""
    word, tag = sentence.lower[at], sentence.tags[at]
    if sentence.is_capital(at):
        return False
    if (tag in ("VBN", "VBD") or word == "being") and at > begin + 1 and sentence.tags[at - 1] in NOUNS:
        return True
    name = at + 2 if sentence.word(at + 1) in ARTICLES else at + 1
    leads_to_name = (word in KEPT_WITHIN or word == "to") and name < end and sentence.is_capital(name)
    if tag in ("IN", "TO") and word != "of" and not leads_to_name:
        return True
    return word in QUOTES or word == "("


def name_end(sentence: Sentence, begin: int, lexicon: Lexicon) -> int:
    """Where a name that begins at a word ends.

    "Ama Mensah", "the UN refugee agency", "local media"; `begin` where none does.
    """
    end = begin
    if sentence.tag(begin) == "PRP":
        return begin + 1
    while end < len(sentence) and end - begin < LONGEST_NAME and _goes_on(sentence, begin, end, lexicon):
        end += 1
    while end > begin and sentence.lower[end - 1] in _ENDS_NO_NAME:
        end -= 1
    return end


def is_abbreviated(sentence: Sentence, at: int, lexicon: Lexicon) -> bool:
    """Whether the full stop at a word belongs to it: "Dr. Abla Owusu", "Kofi N. Mensah"."""
    if sentence.word(at) != "." or not sentence.is_glued(at) or not (sentence.is_capital(at + 1) or sentence.word(at + 1) == "-"):
        return False
    before = sentence.words[at - 1]
    return before.lower() in lexicon.abbreviations or (len(before) == 1 and before.isupper())


def _goes_on(sentence: Sentence, begin: int, at: int, lexicon: Lexicon) -> bool:
    word, tag, following = sentence.lower[at], sentence.tags[at], sentence.tag(at + 1)
    if word == ".":
        return at > begin and is_abbreviated(sentence, at, lexicon)
    if word == "/" and at > begin:
        return sentence.is_glued(at) and sentence.is_glued(at + 1) and following in NOUNS
    if tag in ("VBZ", "VB", "VBP") and sentence.tag(at - 1) == "DT" and lexicon.claimants.at(sentence.lower, at) is not None:
        return at > begin  # "the monitors", tagged as a verb
    if tag == "VB" and at == begin and following in NOUNS and sentence.word(at - 1) in ("to", "by"):
        return True  # "according to state media"
    if tag == "VBZ" and following == "NNS" and at > begin and sentence.word(begin - 1) in ("to", "by"):
        return True  # "by public works officials"
    if word == "-" and at > begin:
        return sentence.is_glued(at) and sentence.is_glued(at + 1)
    joins = word in KEPT_WITHIN and at > begin and bool(following)
    if word == "to":  # "the Committee to Protect Journalists"
        return at > begin and sentence.is_capital(at - 1) and sentence.is_capital(at + 1)
    if sentence.word(at - 1) == "to" and at > begin:
        return True
    if tag in _IN_NAME_TAGS or joins:
        new_phrase = tag == "DT" and at > begin and sentence.tags[at - 1] in NOUNS
        return not (word in lexicon.weekdays or new_phrase)
    if word in ("and", "&") and at > begin and following:
        is_name = starts_claimant(sentence, at + 1, lexicon) or following == "DT" or following in NAMES
        if is_name and not _clause_follows(sentence, at + 1):
            return True
    if tag == "CD" and sentence.tag(at - 1) in ("NN", "NNS") and at > begin:  # "in the records of the hospital 19 deaths …"
        return False
    if tag == "VBN" and sentence.tag(at - 1) == "NNS" and at > begin:  # "the rebels met elders"
        return False
    return tag in ("VBG", "VBN", "CD") and following in NOUNS


def _clause_follows(sentence: Sentence, at: int) -> bool:
    while sentence.tag(at) in _IN_CLAUSE_SUBJECT:
        at += 1
    return sentence.tag(at) in VERBS_AND_MODALS


def starts_claimant(sentence: Sentence, at: int, lexicon: Lexicon) -> bool:
    """Whether a word begins the title of a claimant, or stands behind a name as one."""
    if lexicon.claimants.at(sentence.lower, at) is not None:
        return True
    if sentence.is_capital(at) and lexicon.claimant_names.at(sentence.lower, at) is not None:
        return True
    return sentence.tags[at] in ("NNS", "NN", "JJ") and sentence.tags[at - 1] in NAMES


def ends_claimant(sentence: Sentence, end: int, lexicon: Lexicon) -> bool:
    """Whether the title of a claimant ends before word `end`: "the civil defence [talks of]"."""
    for at in range(max(0, end - LONGEST_TITLE), end):
        hit = lexicon.claimants.at(sentence.lower, at)
        if hit is not None and at + hit[0] == end:
            return True
    return False


def _in_apposition(sentence: Sentence, end: int, lexicon: Lexicon) -> Speaker | None:
    """The name behind the comma: "the owner, Volta River Lines, denied"."""
    if sentence.word(end) != "," or sentence.tag(end + 1) not in NAMES:
        return None
    begin, stop = end + 1, name_end(sentence, end + 1, lexicon)
    kind, side = type_of(sentence, begin, stop, lexicon), side_of(sentence, begin, stop, lexicon)
    return Speaker(sentence.say(begin, stop), kind, side, *sentence.span(begin, stop))


def _with_apposed_name(sentence: Sentence, begin: int, end: int, lexicon: Lexicon) -> int:
    """The end of a role with its bearer's name: "A government officer, Colonel Kofi Mensah,"."""
    is_name = sentence.tags[end - 1] in NAMES and sentence.tags[begin] not in ("DT", "PRP$")
    if is_name or sentence.word(end) != "," or sentence.tag(end + 1) not in NAMES:
        return end
    if sentence.word(begin - 2) in _SPOKESPERSONS and sentence.word(begin - 1) in ("for", "of"):
        return end  # "a spokesman for the Volta militia, Kofi Mensah, said"
    stop = end + 1
    while sentence.tag(stop) in NAMES or is_abbreviated(sentence, stop, lexicon):
        stop += 1
    closed = sentence.word(stop) in (",", ".") or sentence.word(stop) in lexicon.cues
    return stop if closed and stop - end > 1 else end


# -- what a name says ------------------------------------------------------------------------------------------------------------


def type_of(sentence: Sentence, begin: int, end: int, lexicon: Lexicon) -> str:
    """The type of the claimant: what its last known word says, for "the army chief's doctor" the doctor."""
    kind, at = "unknown", begin
    while at < end:
        hit = lexicon.claimants.at(sentence.lower, at)
        if sentence.is_capital(at):
            hit = lexicon.claimant_names.at(sentence.lower, at) or hit
        if hit is None or at + hit[0] > end:
            at += 1
            continue
        if kind not in _OUTLASTS_GENERAL_TYPES or hit[1] not in _GENERAL_TYPES:
            kind = hit[1]
        at += hit[0]
    if kind != "unknown" or end - begin > LONGEST_GOVERNMENT:
        return kind
    is_country = side_of(sentence, begin, end, lexicon) and lexicon.nations.at(sentence.lower, end - 1) is not None
    return "government" if is_country else kind


def side_of(sentence: Sentence, begin: int, end: int, lexicon: Lexicon) -> str:
    """The country that a name speaks for: "Ukrainian officials", "the Kremlin"; "" for none."""
    for at in range(begin, end):
        hit = lexicon.nations.at(sentence.lower, at) if sentence.is_capital(at) else None
        if hit is not None:
            return hit[1].name
    return ""


def is_time(sentence: Sentence, begin: int, end: int, lexicon: Lexicon) -> bool:
    """ "Reported by the end of May"."""
    return any(word in lexicon.months or word in lexicon.weekdays or word in lexicon.days for word in sentence.lower[begin:end])


def _led_back(sentence: Sentence, begin: int, end: int, memory: Memory) -> Speaker | None:
    """ "the service" led back to "the State Emergency Service", "Chaus" to "governor Viacheslav Chaus"."""
    words = sentence.lower[begin:end]
    pointed = words[0] in _POINTING
    short = words[1:] if pointed else words
    if len(short) != 1 or not (pointed or sentence.is_capital(end - 1)):
        return None
    return memory.short_for(short[0], len(short))
