"""Who says it: "X said …", "…, X said", "according to X", "X put the toll at …", "he added", "quoted X as saying", "denied …, and said …".

Each attribution holds the words it covers; a count takes the nearest that covers it.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from humsit.mentions.sentence import Sentence
from humsit.vocabulary.compiled import Cue, Lexicon

_NOUN = frozenset({"NN", "NNS", "NNP", "NNPS"})
_NAME = frozenset({"NNP", "NNPS"})
_VERB = frozenset({"VB", "VBD", "VBZ", "VBP", "VBN", "VBG", "MD"})
_QUOTES = frozenset('"“”„«»')
_PRONOUNS = frozenset({"he", "she", "it", "they", "we", "i", "who", "which"})
_OWN_VOICE = frozenset({"we", "i", "our", "my", "us"})
_NEEDS_NUMBER_NOUN = frozenset({"give", "raise", "revise", "correct", "cut", "lower", "update", "put"})
_NUMBER_NOUNS = frozenset(
    {
        "toll",
        "number",
        "figure",
        "count",
        "estimate",
        "total",
        "losses",
        "tally",
        "figures",
        "numbers",
        "dead",
        "deaths",
        "it",
        "that",
        "this",
        "injured",
        "missing",
    }
)
_WEAK = _NEEDS_NUMBER_NOUN | {
    "find",
    "count",
    "record",
    "register",
    "document",
    "list",
    "verify",
    "show",
    "ask",
    "notify",
    "cite",
    "describe",
    "appeal",
    "request",
    "tally",
    "observe",
    "note",
    "post",
    "believe",
    "think",
    "fear",
    "suggest",
    "demand",
    "call for",
    "blame",
    "accuse",
    "indicate",
    "reveal",
    "call on",
    "urge",
}
_ADVERBS_BEFORE = frozenset(
    {
        "earlier",
        "later",
        "meanwhile",
        "but",
        "and",
        "also",
        "however",
        "still",
        "separately",
        "then",
        "now",
        "so",
        "yet",
        "again",
        "overnight",
        "while",
        "though",
        "although",
        "as",
        "when",
        "since",
        "after",
        "because",
        "where",
        "whereas",
    }
)
_SKIP_BACK = frozenset(
    {
        "has",
        "have",
        "had",
        "would",
        "will",
        "is",
        "was",
        "are",
        "were",
        "already",
        "also",
        "later",
        "earlier",
        "now",
        "so",
        "far",
        "itself",
        "themselves",
        "only",
        "again",
        "then",
        "did",
        "does",
        "not",
        "n't",
        "never",
        "still",
        "today",
        "yesterday",
        "first",
        "on",
    }
)
_KEEP_WITHIN = frozenset({"of", "for", "de", "del", "al"})
LONGEST_NAME = 16


@dataclass(slots=True)
class Speaker:
    """A claimant as named: the words [i, j) of its sentence, or a name led back to another sentence."""

    name: str
    type: str
    side: str
    start: int
    end: int
    context: str = ""
    """The whole noun phrase, with the place that it names ("Emergency services in the eastern Chernihiv region")."""


@dataclass(slots=True)
class Attribution:
    """Words [begin, end) of a sentence are said by `speaker`; `cue` are the words of saying, [cue_i, cue_j)."""

    speaker: Speaker
    stance: str
    begin: int
    end: int
    cue_i: int
    cue_j: int
    opens: bool
    """Whether the speaker stands before what is said."""


@dataclass
class Memory:
    """What earlier sentences said of speakers: the last one, and all of the document by name."""

    last: Speaker | None = None
    named: list[Speaker] = field(default_factory=list)
    relays: dict[str, Speaker] = field(default_factory=dict)
    """Whom an outlet relays: its name in small letters → the origin."""
    open_quote: bool = False

    def meet(self, speaker: Speaker) -> None:
        """Remember a speaker who was named."""
        self.last = speaker
        self.named.append(speaker)


class Speakers:
    """The attributions of one sentence."""

    def __init__(self, sentence: Sentence, memory: Memory, lexicon: Lexicon) -> None:
        self.sentence, self.memory, self.lexicon = sentence, memory, lexicon
        self.lower, self.tags = sentence.lower, sentence.tags

    def find(self) -> list[Attribution]:
        """Every attribution of the sentence, in order; the memory learns whom it names."""
        found: list[Attribution] = []
        i = 0
        while i < len(self.lower):
            attribution = self._phrase(i) or self._verb(i, found)
            if attribution is not None:
                found.append(attribution)
                self._remember_relay(attribution, found)
                if attribution.speaker.name:
                    self.memory.meet(attribution.speaker)
                i = max(i + 1, attribution.cue_j)
            else:
                i += 1
        self._limit(found)
        if not found:
            self._remember_topic()
        return found

    def _remember_topic(self) -> None:
        """"The health minister visited Kosti. He said …": who was spoken of last is who speaks now."""
        end = self._name_end(0) if self.lower else 0
        if not 0 < end < len(self.lower) or self.tags[end] not in _VERB or self.tags[0] in ("PRP", "IN", "RB", "EX"):
            return
        if self._kind(0, end) != "unknown" and self.tags[end - 1] in ("NN", *_NAME):
            self.memory.last = self._speaker(0, end)

    def _remember_relay(self, this: Attribution, found: list[Attribution]) -> None:
        """For "the agency reports, citing the mayor's office": what the agency says later is the mayor's office's too."""
        if this.cue_i < len(self.lower) and self.lower[this.cue_i] in ("citing", "quoting") and len(found) > 1:
            self.memory.relays[found[-2].speaker.name.lower()] = this.speaker
            found[-2].speaker = this.speaker

    # -- according to X -----------------------------------------------------------------------------------------------------------

    def _phrase(self, i: int) -> Attribution | None:
        hit = self.lexicon.cue_phrases.at(self.lower, i)
        if hit is None:
            return None
        n, cue = hit
        j = i + n
        end = self._name_end(j)
        if end == j:
            return None
        speaker = self._speaker(j, end)
        return Attribution(speaker, cue.stance, 0, len(self.lower), i, end, opens=False) if speaker else None

    # -- X said -------------------------------------------------------------------------------------------------------------------

    def _verb(self, i: int, found: list[Attribution]) -> Attribution | None:
        cue = self._cue(i)
        if cue is None:
            return None
        j = i + 1 + len(cue.rest)
        said_as = self._as_saying(i)
        if said_as is not None:
            return said_as
        inverted = self._inverted(i, j, cue)
        if inverted is not None:
            return inverted
        subject = self._subject(i)
        if subject is None:
            return self._same_subject(i, j, cue, found)
        begin, end = subject
        speaker = self._speaker(begin, end)
        if speaker is None and cue.words not in _WEAK:
            speaker = self._any_speaker(begin, end)
        if speaker is None or (cue.words in _WEAK and not self._may_claim(speaker, begin, end)):
            return None
        if self._closes(i, j):
            return Attribution(speaker, cue.stance, 0, begin, begin, j, opens=False)
        start = self._behind_hearer(j, cue)
        return Attribution(speaker, cue.stance, start, self._ends(begin, j), begin, start, opens=True)

    def _ends(self, begin: int, j: int) -> int:
        """Where what is said ends: with the clause for "a plan that Western countries said was aimed at …, ", else with the sentence."""
        pronoun = self.lower[begin - 1] if begin else ""
        inserted = pronoun == "which" or (pronoun in ("that", "who") and j < len(self.lower) and self.tags[j] in _VERB)
        if inserted and "," in self.lower[j:]:
            return self.lower.index(",", j)
        return len(self.lower)

    def _any_speaker(self, begin: int, end: int) -> Speaker | None:
        """A speaker of no known kind ("the owner", "a shopper"): whoever says, claims or denies something speaks."""
        if self.lower[begin] in _OWN_VOICE or (end - begin == 1 and self.tags[begin] in ("PRP", "DT", "WP", "WDT", "EX")):
            return None
        begin, end = self._author(begin, end)
        end = self._cut_off(begin, end)
        if self.tags[end - 1] not in _NOUN:
            return None
        return Speaker(
            self.sentence.say(begin, end),
            "unknown",
            self._side(begin, end),
            *self.sentence.span(begin, end),
            self.sentence.say(begin, end),
        )

    def _cue(self, i: int) -> Cue | None:
        cues = self.lexicon.cues.get(self.lower[i])
        if not cues:
            return None
        if (
            self.tags[i] not in _VERB
            and self.lower[i + 1 : i + 2] != ["that"]
            and not (self.tags[i] in ("NNS", "NN", "JJ", "IN") and i and self.tags[i - 1] in (*_NAME, "PRP", "NNS"))
        ):
            return None
        if i and self.lower[i - 1] in ("to", "a", "the", "an", "their", "its", "his", "her"):
            return None
        for cue in cues:
            if tuple(self.lower[i + 1 : i + 1 + len(cue.rest)]) == cue.rest and self._form_fits(i, cue):
                if cue.words in _NEEDS_NUMBER_NOUN and not _NUMBER_NOUNS & set(self.lower[i + 1 : i + 9]):
                    continue
                return cue
        return None

    def _form_fits(self, i: int, cue: Cue) -> bool:
        """A passive ("was reported"), a participle or an infinitive asserts nothing by its subject."""
        before = i - 1
        while before >= 0 and self.tags[before] in ("RB", "RBR"):
            before -= 1
        word = self.lower[before] if before >= 0 else ""
        if word in ("is", "are", "was", "were", "been", "be", "being"):
            return cue.form == "ing" and word != "being"
        if cue.form == "ing":
            return word == "as"
        if cue.form == "participle" and word not in ("has", "have", "had"):
            return False
        return not (cue.form == "base" and word == "to")

    def _as_saying(self, i: int) -> Attribution | None:
        """ "quoted X as saying that …": X speaks."""
        if self.lower[i] not in ("saying", "telling") or i < 3 or self.lower[i - 1] != "as":
            return None
        begin = i - 2
        while begin > 0 and self.lower[begin - 1] not in self.lexicon.cues and i - begin < LONGEST_NAME:
            begin -= 1
        speaker = self._speaker(begin, i - 1)
        return Attribution(speaker, "claimed", i + 1, len(self.lower), begin, i + 1, opens=True) if speaker else None

    def _inverted(self, i: int, j: int, cue: Cue) -> Attribution | None:
        """ "…, said X" and "'…', said X"."""
        if i == 0 or not (self.lower[i - 1] in (",", "—", "–") or self.lower[i - 1] in _QUOTES) or j >= len(self.lower):
            return None
        if self.tags[j] not in (*_NAME, "DT", "NN", "NNS", "JJ", "PRP$") or self.lower[j] in ("that", "this", "it"):
            return None
        if self.lower[i - 1] == "," and self._subject(i) is not None and self._appositive(i) is not None:
            return None
        end = self._name_end(j)
        speaker = self._speaker(j, end) if end > j else None
        return Attribution(speaker, cue.stance, 0, i, i, end, opens=False) if speaker else None

    def _subject(self, i: int) -> tuple[int, int] | None:
        """The words of the noun phrase before the verb at i: "governor X", "X, head of Y,", "the ministry on Monday"."""
        end = self._skip_back(i)
        if end > 2 and self.lower[end - 1] == ")":  # "The National Liberation Army (ELN) said"
            opening = max((x for x in range(max(0, end - 8), end) if self.lower[x] == "("), default=-1)
            if opening > 0:
                end = opening
        if end > 0 and self.lower[end - 1] == ",":
            apposed = self._appositive(end)
            if apposed is None:
                return None
            end = apposed
        begin = self._name_begin(end)
        if begin > 1 and self.lower[begin - 1] in ("that", "which", "who") and any(self.tags[x] in _VERB for x in range(begin, end)):
            return self._subject_before(begin - 1)  # "the coalition that carried out the raid denied"
        begin = self._trim(begin, end)
        return (begin, end) if begin < end else None

    def _subject_before(self, end: int) -> tuple[int, int] | None:
        if self.lower[end - 1] == ",":
            end -= 1
        begin = self._trim(self._name_begin(end), end)
        return (begin, end) if begin < end else None

    def _skip_back(self, i: int) -> int:
        end = i
        while end > 0:
            word = self.lower[end - 1]
            if (
                word in _SKIP_BACK
                or self.tags[end - 1] in ("RB", "MD")
                or word in self.lexicon.weekdays
                or word in self.lexicon.days
            ):
                end -= 1
            elif (
                end > 2
                and word in ("statement", "report", "message", "interview", "briefing", "post")
                and self.lower[end - 2] in ("a", "an", "the")
                and self.lower[end - 3] == "in"
            ):
                end -= 3
            else:
                break
        return end

    def _appositive(self, end: int) -> int | None:
        """For "X, head of Y, said": where X ends."""
        for at in range(end - 2, max(-1, end - 14), -1):
            word = self.lower[at]
            if word in _QUOTES or word in (";", "."):
                return None
            if word == ",":
                return at if at > 0 and (self.tags[at - 1] in _NOUN) else None
        return None

    def _name_begin(self, end: int) -> int:
        begin = end
        while begin > 0 and end - begin < LONGEST_NAME:
            word, tag = self.lower[begin - 1], self.tags[begin - 1]
            capital = self.sentence.words[begin - 1][0].isupper()
            if word in _QUOTES or word in (",", ";", ":", "—", "–", "(", ")", ".", "-", "/"):
                if word == "," and self._apposed_before(begin, end):
                    begin -= 1
                    continue
                if word == "." and begin > 1 and self.lower[begin - 2] in self.lexicon.abbreviations:
                    begin -= 1
                    continue
                break
            if (
                word
                in (
                    "that",
                    "which",
                    "who",
                    "but",
                    "while",
                    "though",
                    "as",
                    "when",
                    "because",
                    "after",
                    "before",
                    "since",
                    "than",
                    "if",
                    "where",
                )
                and tag != "NNP"
            ):
                break
            if word in ("and", "&"):
                if not self._joins_names(begin - 1, end):
                    break
            elif tag in _VERB and not capital and not (tag in ("VBN", "VBG") and begin < end):
                break
            elif tag in ("PRP",) and end - begin >= 1:
                break
            begin -= 1
        return begin

    def _apposed_before(self, begin: int, end: int) -> bool:
        """ "the town's mayor, Sitti Hataman, said": a title before the comma, a bare name behind it."""
        if any(self.tags[x] not in _NAME and self.lower[x] != "." for x in range(begin, end)) or begin < 2:
            return False
        at = begin - 2
        hit = self.lexicon.claimants.at(self.lower, at)
        return hit is not None and hit[0] == 1

    def _joins_names(self, at: int, end: int) -> bool:
        left, right = at - 1, at + 1
        if left < 0 or right >= end:
            return False
        names = self._is_claimant_word(left) or (self.tags[left] in _NAME)
        named = self._is_claimant_word(end - 1) or self.tags[end - 1] in _NAME or self.lower[end - 1] == "partners"
        return names and named and self.lower[right] not in ("it", "he", "she", "they") and not self._crosses_verb(at)

    def _crosses_verb(self, at: int) -> bool:
        for x in range(at - 1, max(-1, at - 6), -1):
            if self.lower[x] in (",", ";"):
                return False
            if self.tags[x] in _VERB and self.lower[x] in self.lexicon.verbs:
                return True
        return False

    def _is_claimant_word(self, at: int) -> bool:
        for n in (1, 2, 3):
            if at - n + 1 >= 0:
                hit = self.lexicon.claimants.at(self.lower, at - n + 1)
                if hit is not None and hit[0] == n:
                    return True
        return False

    def _trim(self, begin: int, end: int) -> int:
        """Drop what does not belong to the name at its front: "Earlier", "On Monday", "In Somalia the"."""
        moved = True
        while moved and begin < end:
            moved = False
            word = self.lower[begin]
            if word in _ADVERBS_BEFORE or word in self.lexicon.weekdays or (self.tags[begin] == "RB" and word not in ("local",)):
                begin, moved = begin + 1, True
            elif self.tags[begin] in ("IN", "TO") or word in ("in", "on", "at", "by", "from", "across", "near"):
                at = begin + 1
                while (
                    at < end
                    and not (self.tags[at] in ("DT", "PRP$") and at > begin + 1)
                    and not (at > begin + 1 and self._starts_claimant(at))
                ):
                    at += 1
                begin, moved = at, True
            elif self.lower[begin][0].isdigit():
                break
        return begin

    def _starts_claimant(self, at: int) -> bool:
        return (
            self.lexicon.claimants.at(self.lower, at) is not None
            or self.tags[at] in ("NNS", "NN", "JJ")
            and self.tags[at - 1] in _NAME
        )

    def _name_end(self, j: int) -> int:
        """Where a name that begins at word j ends: "Natalia Zabara", "the UN refugee agency", "local media"."""
        end = j
        while end < len(self.lower) and end - j < LONGEST_NAME:
            tag, word = self.tags[end], self.lower[end]
            if (
                tag in _NOUN
                or tag in ("DT", "JJ", "POS", "PRP$", "JJR", "FW")
                or (word in _KEEP_WITHIN and end > j and end + 1 < len(self.lower))
            ):
                if word in self.lexicon.weekdays or (tag == "DT" and end > j and self.tags[end - 1] in _NOUN):
                    break
                end += 1
            elif (
                word in ("and", "&")
                and end + 1 < len(self.lower)
                and end > j
                and (self._starts_claimant(end + 1) or self.tags[end + 1] in ("DT", *_NAME))
                and not self._clause_follows(end + 1)
            ):
                end += 1
            elif tag in ("PRP",) and end == j:
                end += 1
                break
            elif tag in ("VBG", "VBN", "CD") and end + 1 < len(self.lower) and self.tags[end + 1] in _NOUN:
                end += 1
            else:
                break
        while end > j and self.lower[end - 1] in (*_KEEP_WITHIN, "and", "the", "a"):
            end -= 1
        return end

    def _clause_follows(self, at: int) -> bool:
        end = at
        while end < len(self.lower) and self.tags[end] in (*_NOUN, "DT", "JJ", "POS"):
            end += 1
        return end < len(self.lower) and self.tags[end] in _VERB

    def _same_subject(self, i: int, j: int, cue: Cue, found: list[Attribution]) -> Attribution | None:
        """ "denied that 13 had died and said …": the verb behind "and" has the speaker before it."""
        before = self._skip_back(i)
        if not found or before == 0 or self.lower[before - 1] not in ("and", ",", "but", "or"):
            return None
        return Attribution(found[-1].speaker, cue.stance, self._behind_hearer(j, cue), len(self.lower), before - 1, j, opens=True)

    def _closes(self, i: int, j: int) -> bool:
        """Whether what is said stands before: "…, X said." or "'…', X said on Monday"."""
        at = j
        if self.lower[i] in ("told", "tells"):  # "…, the mayor's office told Sahara Press."
            while at < len(self.lower) and self.tags[at] in (*_NOUN, "DT", "JJ", "PRP"):
                at += 1
        while at < len(self.lower) and (
            self.lower[at] in self.lexicon.weekdays
            or self.lower[at] in self.lexicon.days
            or self.tags[at] in ("RB",)
            or self.lower[at]
            in (
                "on",
                "in",
                "by",
                "told",
                "reporters",
                "a",
                "the",
                "statement",
                "phone",
                "telegram",
                "twitter",
                "television",
                "radio",
                "late",
                "early",
                "adding",
                "an",
                "interview",
                "x",
                "facebook",
                "from",
                "via",
            )
        ):
            at += 1
        if (
            at >= len(self.lower)
            or self.lower[at] in (".", ",", ";", "—", "–", "!", "?", ")")
            or self.lower[at] in _QUOTES
            and at == len(self.lower) - 1
        ):
            subject = self._subject(i)
            begin = subject[0] if subject else i
            return begin > 0 and (self.lower[begin - 1] in (",", "—", "–", ")") or self.lower[begin - 1] in _QUOTES)
        return False

    def _behind_hearer(self, j: int, cue: Cue) -> int:
        """For "told AFP that …", "warned reporters on Monday that": where what is said begins."""
        for at in range(j, min(len(self.lower), j + 7)):
            if self.lower[at] == "that" and self.tags[at] in ("IN", "DT", "WDT"):
                return at + 1
            if self.lower[at] in (",", ".", ";"):
                break
        if cue.words in ("tell",):
            at = j
            while at < len(self.lower) and self.tags[at] in (*_NOUN, "PRP", "DT", "JJ"):
                at += 1
                if self.tags[at - 1] in ("PRP", *_NAME) or self.lower[at - 1] in ("reporters", "journalists"):
                    break
            return at
        return j

    def _may_claim(self, speaker: Speaker, begin: int, end: int) -> bool:
        if speaker.type != "unknown":
            return True
        names = sum(self.tags[x] in _NAME for x in range(begin, end))
        return (names > 1 and all(self.tags[x] in (*_NAME, "DT", "POS", "IN", "CC") for x in range(begin, end))) or bool(
            speaker.side
        )

    # -- names --------------------------------------------------------------------------------------------------------------------

    def _speaker(self, begin: int, end: int) -> Speaker | None:
        """The speaker that words [begin, end) name; pronouns and short names are led back to those met before. None where they name nobody."""
        if begin >= end:
            return None
        words = self.lower[begin:end]
        start, stop = self.sentence.span(begin, end)
        if words[0] in _OWN_VOICE:
            return None
        if len(words) == 1 and words[0] in _PRONOUNS and self.sentence.words[begin] != "WHO":
            return self.memory.last
        context = self.sentence.say(begin, end)
        begin, end = self._author(begin, end)
        end = self._cut_off(begin, end)
        earlier = self._led_back(begin, end)
        if earlier is not None:
            return self.memory.relays.get(earlier.name.lower(), earlier)
        kind, side = self._kind(begin, end), self._side(begin, end)
        if kind == "unknown" and not side and not any(self.tags[x] in _NAME for x in range(begin, end)):
            return self._in_apposition(end)
        stop = self._with_apposed_name(begin, end)
        return Speaker(self.sentence.say(begin, stop), kind, side, *self.sentence.span(begin, end), context)

    def _author(self, begin: int, end: int) -> tuple[int, int]:
        """For "a survey by the institute": the institute."""
        for at in range(begin + 1, end - 1):
            if self.lower[at] in ("by", "from") and self.lower[at - 1] in self.lexicon.cue_nouns:
                return at + 1, end
        return begin, end

    def _in_apposition(self, end: int) -> Speaker | None:
        """For "the owner, Sulu Pearl Lines, denied": the name behind the comma."""
        if end + 1 >= len(self.lower) or self.lower[end] != "," or self.tags[end + 1] not in _NAME:
            return None
        stop = self._name_end(end + 1)
        return Speaker(
            self.sentence.say(end + 1, stop),
            self._kind(end + 1, stop),
            self._side(end + 1, stop),
            *self.sentence.span(end + 1, stop),
        )

    def _with_apposed_name(self, begin: int, end: int) -> int:
        """ "A government officer, Colonel Saleh Muqbil,": the role with its bearer's name."""
        if self.tags[end - 1] in _NAME or end + 1 >= len(self.lower) or self.lower[end] != "," or self.tags[end + 1] not in _NAME:
            return end
        stop = end + 1
        while stop < len(self.lower) and self.tags[stop] in _NAME:
            stop += 1
        closed = stop < len(self.lower) and (self.lower[stop] in (",", ".") or self.lower[stop] in self.lexicon.cues)
        return stop if closed and stop - end > 1 else end

    def _cut_off(self, begin: int, end: int) -> int:
        """The name without what hangs on it: "Ukrainian negotiators [at talks …]", but "the governor of Aleppo", "the Observatory for Human Rights"."""
        for at in range(begin + 1, end):
            word = self.lower[at]
            if self.sentence.words[at][0].isupper():
                continue
            if self.tags[at] in ("VBN", "VBD") and at > begin + 1 and self.tags[at - 1] in _NOUN:
                return at
            if (
                self.tags[at] in ("IN", "TO")
                and word != "of"
                and not (word in _KEEP_WITHIN and at + 1 < end and self.sentence.words[at + 1][0].isupper())
            ):
                return at
            if word in _QUOTES or word == "(":
                return at
        return end

    def _kind(self, begin: int, end: int) -> str:
        """The type of the claimant: what its last known word says, for "the army chief's doctor" the doctor."""
        kind, at = "unknown", begin
        while at < end:
            hit = self.lexicon.claimants.at(self.lower, at)
            if self.sentence.words[at][0].isupper():
                hit = self.lexicon.claimant_names.at(self.lower, at) or hit
            if hit is not None and at + hit[0] <= end:
                kind = (
                    hit[1] if kind not in ("military", "armed_group", "un") or hit[1] not in ("government", "unnamed") else kind
                )
                at += hit[0]
            else:
                at += 1
        if (
            kind == "unknown"
            and end - begin <= 3
            and self._side(begin, end)
            and self.lexicon.nations.at(self.lower, end - 1) is not None
        ):
            return "government"
        return kind

    def _side(self, begin: int, end: int) -> str:
        at = begin
        while at < end:
            hit = self.lexicon.nations.at(self.lower, at)
            if hit is not None and self.sentence.words[at][0].isupper():
                return hit[1].name
            at += 1
        return ""

    def _led_back(self, begin: int, end: int) -> Speaker | None:
        """ "the service" led back to "the State Emergency Service", "Chaus" to "governor Viacheslav Chaus"."""
        words = self.lower[begin:end]
        short = words[1:] if words[0] in ("the", "this") else words
        if len(short) != 1:
            return None
        name = self.sentence.words[begin:end][-1]
        if words[0] not in ("the", "this") and not name[0].isupper():
            return None
        for earlier in reversed(self.memory.named):
            known = earlier.name.lower().replace("'s", "").split()
            if known and known[-1] == short[0] and len(known) > len(words):
                return earlier
        return None

    def _limit(self, found: list[Attribution]) -> None:
        """An attribution that opens what is said ends where the next one opens."""
        for one, following in zip(found, found[1:], strict=False):
            if one.opens and following.opens:
                one.end = following.cue_i
            elif one.opens and not following.opens and following.begin == 0:
                following.begin = 0


def covering(attributions: list[Attribution], i: int) -> Attribution | None:
    """The attribution of word i: the nearest that opens before it, else the first that closes behind it."""
    best: Attribution | None = None
    for one in attributions:
        if one.opens and one.begin <= i < one.end:
            best = one
    if best is not None:
        return best
    for one in attributions:
        if not one.opens and one.begin <= i < max(one.end, len(attributions)) or not one.opens and one.cue_j <= i:
            return one
    return None
