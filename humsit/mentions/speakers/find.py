"""The attributions of a sentence, and what a document learns of its speakers by them."""

from __future__ import annotations

from itertools import pairwise

from humsit.grammar.classes import BE, FINITE, LONG_DASHES, NAMES, NOUNS, QUOTES, VERBS, VERBS_AND_MODALS
from humsit.mentions.sentence import Sentence
from humsit.mentions.speakers.contrary import with_contrary
from humsit.mentions.speakers.cues import (
    LEADS_PARTICIPLE,
    RELAYED,
    behind_hearer,
    closes,
    closes_as_noun,
    cue_at,
    is_inserted,
)
from humsit.mentions.speakers.extent import (
    TELLS_OF_HIM,
    aside_end,
    begin_of_object,
    end_of_credit,
    end_of_object,
    end_of_said,
    own_clause,
)
from humsit.mentions.speakers.framed import with_framed
from humsit.mentions.speakers.gapped import with_gapped
from humsit.mentions.speakers.names import (
    LONGEST_NAME,
    bare_name,
    document_named,
    is_acronym,
    is_time,
    name_end,
    somebody,
    speaker_named,
    speaker_of_no_known_type,
    type_of,
)
from humsit.mentions.speakers.nouns import by_noun
from humsit.mentions.speakers.passives import by_agent, told, with_participle
from humsit.mentions.speakers.relays import remember
from humsit.mentions.speakers.speaker import Attribution, Memory, Speaker
from humsit.mentions.speakers.subjects import before_apposition, behind_subject, is_clause, subject
from humsit.mentions.speakers.topics import announcer, remember_topic, topic
from humsit.mentions.speakers.unspeaking import is_no_saying, is_unspeaking
from humsit.vocabulary.compiled import Cue, Lexicon

_INVERTED_SUBJECT_TAGS = NAMES | {"DT", "NN", "NNS", "JJ", "PRP$"}
_WHOLE_NAME_TAGS = NAMES | {"DT", "POS", "IN", "CC", "."}
_BREAKS = frozenset({"and", "but", "while", ";"})  # behind them the phrase speaks of what follows only
_ENDS_INVERTED = frozenset({".", ",", ";", "who", "–", "—", "", "(", ":", "whom"})
_OWN_SUBJECT = (["it"], ["they"])
_ONE_OF_THEM = (["one", "of", "them"], ["some", "of", "them"], ["two", "of", "them"], ["many", "of", "them"])
_OF_THEM = (["of", "them"], ["of", "whom"], ["of", "which"], ["of", "these"], ["of", "those"])
_DEFINITE = NAMES | {"DT"}
_NAMING_SOMEBODY = frozenset(
    {
        "according to",
        "in the words of",
        "by the account of",
        "on the word of",
        "in the view of",
        "in the telling of",
        "as told by",
    }
)
_BEHIND_HEAD = frozenset({"of", "for", "in", "at"})
_WITNESSES = frozenset({"government", "local_authority", "unnamed", "media", "military", "expert"})
_TO_SOMEBODY = frozenset({"tell", "inform", "notify", "remind", "assure"})
_NUMBERS_OF = frozenset({"number", "numbers", "toll", "total"})
_HOLDS_A_NUMBER = frozenset({"record", "register", "log", "tally", "notify", "report", "count", "list"})
_FIGHTING = frozenset({"military", "armed_group"})  # a text that quotes them keeps its distance
_SHARES = frozenset({"%", "percent", "cent"})  # "9 percent of voters said": they are asked, nobody speaks


def find_attributions(sentence: Sentence, memory: Memory, lexicon: Lexicon) -> list[Attribution]:
    """Every attribution of a sentence, in order; the memory learns whom it names.

    1. According to X, …    2. X said …    3. "…", said X    4. quoted X as saying …    5. …, X said
    6. denied … and said …: the second verb has the speaker of the first    7. he added: the speaker named last
    8. X's claim that …
    """
    found: list[Attribution] = []
    saying = lexicon.saying
    behind = 0
    for i in [at for at, word in enumerate(sentence.lower) if word in saying or word in RELAYED]:
        if i < behind or is_no_saying(sentence, i):
            continue
        one = _by_phrase(sentence, i, memory, lexicon) or _by_verb(sentence, i, found, memory, lexicon)
        if one is None and not (found and found[-1].stance == "denied"):
            one = by_noun(sentence, i, memory, lexicon, told=bool(found) and found[-1].opens)
        if one is not None:
            one.aside_end = aside_end(sentence, one)
            found.append(one)
            memory.last = one.speaker if one.speaker.name else memory.last
            remember(sentence, found, memory)
            behind = one.cue_j
    found = with_framed(sentence, found, memory, lexicon)
    for one, following in pairwise(found):
        if one.opens and following.opens:
            one.end = following.cue_i
    for one in found:
        if one.opens:
            one.end = min(one.end, own_clause(sentence, one.begin))
    if "contrary" in sentence.lower:
        found = with_contrary(sentence, found, memory)
    if found:
        found = with_gapped(sentence, found, memory, lexicon)
    if not found:
        remember_topic(sentence, memory, lexicon)
    memory.before = None if found else sentence
    memory.teller = announcer(sentence, memory, lexicon) or (None if found else memory.teller)
    return found


def _by_phrase(sentence: Sentence, i: int, memory: Memory, lexicon: Lexicon) -> Attribution | None:
    """ "According to X"."""
    hit = lexicon.cue_phrases.at(sentence.lower, i) if sentence.lower[i] in lexicon.cue_phrases else None
    if sentence.lower[i] in RELAYED and sentence.word(i - 1) in TELLS_OF_HIM:  # "the radio, which quoted the mayor, said"
        hit = lexicon.cue_phrases.at(["citing"], 0)
    if hit is None:
        return None
    begin = i + hit[0]
    end = name_end(sentence, begin, lexicon)
    if sentence.word(begin) == "those" and end <= begin + 1 and (one := _those(sentence, begin)) is not None:
        return Attribution(one, hit[1].stance, 0, len(sentence), i, begin + 2, opens=False)
    if sentence.word(end) in ("by", "from", "on") and sentence.word(end - 1) in lexicon.cue_nouns:  # "claims by the rebels"
        stop = name_end(sentence, end + 1, lexicon)
        if sentence.lower[end] != "on" or type_of(sentence, end + 1, stop, lexicon) == "media":
            begin, end = end + 1, stop
    closes_from = next((at + 1 for at in range(i - 1, -1, -1) if sentence.lower[at] in _BREAKS), 0)
    first = _begin_of_part(sentence, i)
    speaker = None if _has_name(sentence, begin, end) else document_named(sentence, begin, end, lexicon)
    speaker = speaker or speaker_named(sentence, begin, end, memory, lexicon)
    if speaker is None and hit[1].words in _NAMING_SOMEBODY and _is_somebody(sentence, begin, end, lexicon):
        speaker = speaker_of_no_known_type(sentence, begin, end, lexicon)
    if speaker is None or (speaker.type == "unknown" and is_time(sentence, begin, end, lexicon)):
        return None
    if hit[1].words == "per" and (speaker.type == "unknown" or sentence.tags[begin] not in _DEFINITE):  # "per student"
        return None
    return Attribution(speaker, hit[1].stance, first, len(sentence), i, end, opens=False, closes_from=max(first, closes_from))


def _those(sentence: Sentence, begin: int) -> Speaker | None:
    """ "By the account of those hurt", "according to those who stayed"."""
    who = sentence.word(begin + 1) == "who"
    if sentence.tag(begin + 1) not in ("VBN", "VBD") and not who:
        return None
    name = sentence.say(begin, begin + 2 + who)
    return Speaker(name, "witness", "", *sentence.span(begin, begin + 2 + who), name)


def _by_those_who(sentence: Sentence, i: int, behind: int, cue: Cue, lexicon: Lexicon) -> Attribution | None:
    """ "Those who reached the camp told us that …": named by what they did."""
    if "those" not in sentence.lower[max(0, i - LONGEST_NAME) : i]:
        return None
    those = i - 1 - sentence.lower[:i][::-1].index("those")
    within = sentence.lower[those:i]
    if sentence.word(those + 1) != "who" or "," in within or sum(tag in FINITE for tag in sentence.tags[those:i]) != 1:
        return None
    start = behind_hearer(sentence, behind, cue)
    name = sentence.say(those, i)
    speaker = Speaker(name, "witness", "", *sentence.span(those, i), name)
    return Attribution(speaker, cue.stance, start, len(sentence), those, start, opens=True)


def _begin_of_part(sentence: Sentence, i: int) -> int:
    """Where the part begins that alone is said so: "400 people live there, 30 of them, according to the mayor, in tents"."""
    at = i - 2
    if sentence.word(i - 1) == "," and sentence.word(at) in _BREAKS:  # "three schools and, according to the chief, 410 huts"
        return i
    if sentence.word(i - 1) != "," or sentence.lower[at - 1 : at + 1] not in _OF_THEM:
        return 0
    while at > 0 and sentence.lower[at] != ",":
        at -= 1
    return at


def _is_somebody(sentence: Sentence, begin: int, end: int, lexicon: Lexicon) -> bool:
    """Whether "according to …" names who said it: "the camp's matron", "the labour inspectorate"; not "the law"."""
    if end <= begin:
        return False
    head = next((at for at in range(begin + 1, end) if sentence.lower[at] in _BEHIND_HEAD), end) - 1
    thing = lexicon.things.at(sentence.lower, end - 1)
    if thing is not None and thing[1].unit == "people":
        return True
    is_one = sentence.tags[begin] in ("DT", "PRP$") and sentence.tags[head] in NOUNS
    return is_one and sentence.lower[head] not in lexicon.context["no_source"] and "CD" not in sentence.tags[begin:end]


def _has_name(sentence: Sentence, begin: int, end: int) -> bool:
    return not NAMES.isdisjoint(sentence.tags[begin:end])


def _by_verb(sentence: Sentence, i: int, found: list[Attribution], memory: Memory, lexicon: Lexicon) -> Attribution | None:
    cue = cue_at(sentence, i, lexicon)
    if cue is None:
        return (
            told(sentence, i, memory, lexicon)
            or by_agent(sentence, i, memory, lexicon)
            or with_participle(sentence, i, memory, lexicon)
        )
    behind = i + 1 + len(cue.rest)
    if cue.form == "ing" and sentence.word(i - 1) in LEADS_PARTICIPLE:
        return _participle(sentence, i, behind, cue, found, memory, lexicon)
    one = _as_saying(sentence, i, memory, lexicon) or _inverted(sentence, i, behind, cue, memory, lexicon)
    if one is not None:
        return one
    if (one := _by_those_who(sentence, i, behind, cue, lexicon)) is not None:
        return one
    words = None if _tells(sentence, i, found, lexicon) else subject(sentence, i, lexicon)
    if words is None:
        return _same_subject(sentence, i, behind, cue, found, lexicon) or _of_topic(sentence, i, behind, cue, memory, lexicon)
    begin, end = words
    if is_unspeaking(sentence, begin, end, lexicon):
        return None
    is_one_of_them = sentence.lower[max(0, end - 3) : end] in _ONE_OF_THEM
    begin = end - 3 if is_one_of_them else begin
    if sentence.lower[begin] in ("a", "an") and cue.form == "base" and sentence.tags[i] not in VERBS:  # "a UN report that"
        return None
    speaker = _speaker_of(sentence, begin, end, cue, memory, lexicon)
    is_closed = closes(sentence, i, behind, begin, lexicon)
    if is_closed and not found and (is_one_of_them or sentence.lower[begin:end] in _OWN_SUBJECT):
        speaker = topic(sentence, memory, lexicon, any_name=True, one="it" in sentence.lower[begin:end]) or speaker
    elif begin > 0 and not found and sentence.lower[begin:end] in _OWN_SUBJECT:
        speaker = topic(sentence, memory, lexicon, one="it" in sentence.lower[begin:end]) or speaker
    if speaker is None and is_one_of_them:
        speaker = memory.last
    in_doubt = (closes_as_noun(sentence, i) and set(sentence.tags[begin:end]) != {"NNP"}) or is_inserted(sentence, i, lexicon)
    if cue.needs != "" or in_doubt:
        speaker = _known(sentence, begin, end, speaker, memory, lexicon, that="that" in (sentence.word(behind), *cue.rest))
    if cue.needs == "named" and _is_anybody(sentence, begin, end, speaker):
        return None
    if speaker is None or not _SHARES.isdisjoint(sentence.lower[begin:end]):
        return None
    if speaker.type == "unknown" and sentence.word(begin + 1) in _NUMBERS_OF:  # "the number of lorries admitted"
        return None
    if cue.words in _HOLDS_A_NUMBER and _is_country(sentence, begin, end, lexicon) and sentence.tag(behind) == "CD":
        return None
    if is_closed:
        return Attribution(speaker, cue.stance, 0, begin, begin, behind, opens=False)
    start = behind_hearer(sentence, behind, cue)
    stop = min(end_of_said(sentence, begin, behind), end_of_object(sentence, start, cue), end_of_credit(sentence, start, cue))
    first = begin_of_object(sentence, begin, start)
    return Attribution(speaker, cue.stance, first, stop, begin, start, opens=True)


def _speaker_of(sentence: Sentence, begin: int, end: int, cue: Cue, memory: Memory, lexicon: Lexicon) -> Speaker | None:
    """Who the subject names."""
    speaker = speaker_named(sentence, begin, end, memory, lexicon)
    if speaker is not None:
        return speaker
    if cue.needs == "":
        return speaker_of_no_known_type(sentence, begin, end, lexicon)
    return document_named(sentence, begin, end, lexicon)


def _known(
    sentence: Sentence, begin: int, end: int, speaker: Speaker | None, memory: Memory, lexicon: Lexicon, *, that: bool
) -> Speaker | None:
    """A speaker of a known kind, a document, a whole name, or somebody who has spoken before; "the rain" puts nothing.

    Before "that" one word is a whole name: "Moody's expects that …".
    """
    if speaker is None or speaker.type != "unknown" or speaker.side or memory.has_met(speaker):
        return speaker
    if document_named(sentence, begin, end, lexicon) is not None:
        return speaker
    if sentence.word(end) == "," and sentence.tag(end + 1) in NAMES and sentence.tag(end + 2) in NAMES:
        return speaker  # "his rival, Kofi Mensah, called …"
    maker, end = bare_name(sentence, begin, end, lexicon)
    if maker > begin:  # "a study by the professor Abla Owusu"
        return speaker
    tags = sentence.tags[begin:end]
    names = sum(tag in NAMES for tag in tags)
    is_short = names == 1 and (that or is_acronym(sentence.words[end - 1]))
    return speaker if set(tags) <= _WHOLE_NAME_TAGS and (names > 1 or is_short) else None


def _is_country(sentence: Sentence, begin: int, end: int, lexicon: Lexicon) -> bool:
    """ "Togo [has registered 1,260 cases]": that is where they are."""
    hit = lexicon.nations.at(sentence.lower, begin)
    return hit is not None and begin + hit[0] == end and sentence.tags[end - 1] == "NNP"


def _is_anybody(sentence: Sentence, begin: int, end: int, speaker: Speaker | None) -> bool:
    """ "Mobile clinics [recorded 63 cases]": a bare plural does something and is no witness for it."""
    tags = sentence.tags[begin:end]
    is_bare = tags[-1] in ("NNS", "VBZ") and NAMES.isdisjoint(tags) and {"DT", "PRP$", "CD"}.isdisjoint(tags)
    return is_bare and (speaker is None or speaker.type not in _WITNESSES)


def _participle(
    sentence: Sentence, i: int, behind: int, cue: Cue, found: list[Attribution], memory: Memory, lexicon: Lexicon
) -> Attribution | None:
    """ "The minister visited Keta, saying that 12 people had died": the subject of the sentence speaks."""
    clause = sentence.tags[behind : next((x for x in range(behind, len(sentence)) if sentence.lower[x] == ","), len(sentence))]
    if sentence.word(behind) != "that" and FINITE.isdisjoint(clause) and cue.stance == "reported":
        return None
    end = name_end(sentence, 0, lexicon)
    if found:
        speaker: Speaker | None = found[-1].speaker
    elif end == 0 or sentence.tag(end) not in VERBS_AND_MODALS:
        return None
    else:
        speaker = _known(sentence, 0, end, speaker_named(sentence, 0, end, memory, lexicon), memory, lexicon, that=False)
    start = behind_hearer(sentence, behind, cue)
    goes_on = bool(found) and found[-1].stance == "claimed" and cue.stance == "reported"  # "claimed the attack, saying it had …"
    stance = "claimed" if goes_on else cue.stance
    return Attribution(speaker, stance, start, len(sentence), i, start, opens=True) if speaker else None


def _as_saying(sentence: Sentence, i: int, memory: Memory, lexicon: Lexicon) -> Attribution | None:
    """ "quoted X as saying that …": X speaks."""
    if sentence.lower[i] not in ("saying", "telling") or i < 3 or sentence.lower[i - 1] != "as":
        return None
    begin = i - 2
    while begin > 0 and i - begin < LONGEST_NAME and not _is_verb(sentence, begin - 1, lexicon):
        begin -= 1
    passive = next((at for at in range(begin, i) if sentence.lower[at] == "by"), 0)
    if passive and sentence.tag(passive - 1) == "VBN":  # "the director was quoted by the radio as saying"
        words = subject(sentence, passive - 2 if sentence.word(passive - 2) in BE else passive - 1, lexicon)
        begin, end = words if words is not None else (passive + 1, i - 1)
    else:
        end = i - 1
    speaker = somebody(sentence, begin, end, memory, lexicon)
    if speaker is None:
        return None
    stance = "claimed" if speaker.type in _FIGHTING else "reported"
    return Attribution(speaker, stance, i + 1, len(sentence), begin, i + 1, opens=True)


def _is_verb(sentence: Sentence, at: int, lexicon: Lexicon) -> bool:
    return sentence.tags[at] in VERBS or (sentence.lower[at] in lexicon.cues and sentence.tags[at] not in NOUNS)


def _inverted(sentence: Sentence, i: int, behind: int, cue: Cue, memory: Memory, lexicon: Lexicon) -> Attribution | None:
    """ "…, said X" and "'…', said X"."""
    before = sentence.word(i - 1)
    if cue.words in _TO_SOMEBODY:  # "…, a farmer, Abla Owusu, told the radio"
        return None
    if not (before in (",", "so") or before in LONG_DASHES or before in QUOTES):
        return None
    if sentence.tag(behind) not in _INVERTED_SUBJECT_TAGS or sentence.lower[behind] in ("that", "this", "it"):
        return None
    end = name_end(sentence, behind, lexicon)
    if sentence.word(end) in ("by", "from") and sentence.word(end - 1) in lexicon.cue_nouns:  # "read a statement by the army"
        behind, end = end + 1, name_end(sentence, end + 1, lexicon)
    ends_here = sentence.word(end) in _ENDS_INVERTED or end >= len(sentence)
    if sentence.tag(end) in FINITE and before == ",":  # "…, Dr Abla Owusu, said the wards were full"
        return None
    if before == "," and subject(sentence, i, lexicon) is not None:
        apposed = before_apposition(sentence, i, lexicon)
        if apposed is not None and not (ends_here and is_clause(sentence, apposed + 1, i - 1)):
            tail = sentence.tags[end:]  # "… to hospital, where beds are short, said Dr Abla Owusu."
            if not (
                ends_here and FINITE.isdisjoint(tail) and "CD" not in tail and _is_whole_name(sentence, behind, end, lexicon)
            ):
                return None
    speaker = speaker_named(sentence, behind, end, memory, lexicon)
    if speaker is None and ends_here and end > behind:
        speaker = speaker_of_no_known_type(sentence, behind, end, lexicon)
    return Attribution(speaker, cue.stance, 0, i, i, end, opens=False) if speaker else None


def _is_whole_name(sentence: Sentence, begin: int, end: int, lexicon: Lexicon) -> bool:
    is_apposed = sentence.word(end) == "," and sentence.tag(end + 1) in NAMES  # "its director, Abla Owusu"
    return type_of(sentence, begin, end, lexicon) != "unknown" or is_apposed or _has_name(sentence, begin, end)


def _same_subject(
    sentence: Sentence, i: int, behind: int, cue: Cue, found: list[Attribution], lexicon: Lexicon
) -> Attribution | None:
    """ "denied that 13 had died and said …": the verb behind "and" has the speaker before it."""
    before = behind_subject(sentence, i, lexicon)
    if not found or not (_tells(sentence, i, found, lexicon) or sentence.word(before - 1) in ("and", ",", "but", "or")):
        return None
    start = behind_hearer(sentence, behind, cue)
    return Attribution(found[-1].speaker, cue.stance, start, len(sentence), before - 1, behind, opens=True)


def _of_topic(sentence: Sentence, i: int, behind: int, cue: Cue, memory: Memory, lexicon: Lexicon) -> Attribution | None:
    """ "The army calls that a lie and says …": the subject of the sentence speaks."""
    before = behind_subject(sentence, i, lexicon)
    speaker = topic(sentence, memory, lexicon, any_name=True) if sentence.word(before - 1) == "and" and cue.needs == "" else None
    start = behind_hearer(sentence, behind, cue)
    return Attribution(speaker, cue.stance, start, len(sentence), before, behind, opens=True) if speaker else None


def _tells(sentence: Sentence, i: int, found: list[Attribution], lexicon: Lexicon) -> bool:
    """ "According to the mayor, who said his town …": the speaker of before."""
    if not found:
        return False
    before = behind_subject(sentence, i, lexicon)
    return sentence.word(before - 1) in TELLS_OF_HIM and found[-1].cue_j == before - 2
