"""Which slot of which word takes the count: "killed 12", "12 were killed", "12 dead", "the deaths of 12", "the toll rose to 12", "Deaths: 12".

Found by frames, not by nearness: the noun that is counted, the predicate that the count is the subject of, the verb or noun that governs it from the
left, a label; then what lists, parts and shortened clauses carry over from the figure before.
"""

from __future__ import annotations

from dataclasses import dataclass

from humsit.mentions.groups import Counted
from humsit.mentions.quantities import Quantity
from humsit.mentions.sentence import Sentence
from humsit.vocabulary.compiled import Lexicon, Trigger

_VERB = frozenset({"VB", "VBD", "VBZ", "VBP", "VBN", "VBG", "MD"})
_BE = frozenset(
    {
        "be",
        "is",
        "are",
        "was",
        "were",
        "been",
        "being",
        "get",
        "got",
        "gets",
        "become",
        "became",
        "'s",
        "remain",
        "remained",
        "remains",
        "stay",
        "stayed",
    }
)
_HAVE = frozenset({"have", "has", "had", "having", "'ve", "'d"})
_NOUN = frozenset({"NN", "NNS", "NNP", "NNPS"})
_STAYING = frozenset(
    {
        "live",
        "lives",
        "lived",
        "living",
        "stay",
        "stays",
        "stayed",
        "staying",
        "sleep",
        "slept",
        "sleeping",
        "are",
        "were",
        "is",
        "was",
        "remain",
        "remained",
        "camping",
        "housed",
        "accommodated",
        "been",
    }
)
_SHELTERS = frozenset({"shelter", "camp", "centre", "center", "school", "tent"})
_SETTLEMENTS = frozenset(
    {"village", "town", "neighbourhood", "neighborhood", "road", "bridge", "borehole", "well", "market", "site"}
)
_RELATIVE = frozenset({"who", "which", "that"})
_PARTS = frozenset({"including", "includes", "included", "among", "include", "mostly", "of"})
_RISE = frozenset(
    {
        "to",
        "at",
        "from",
        "by",
        "is",
        "was",
        "of",
        "than",
        "as",
        ":",
        "–",
        "-",
        "reached",
        "reaches",
        "exceeded",
        "hit",
        "passed",
        "stands",
        "stood",
        "topped",
        "now",
        "are",
        "were",
        "be",
    }
)
LONGEST_GAP = 9  # words between a verb and the end of its phrase around an object ("pulled seven people alive")
FARTHEST_LABEL = 26
LONGEST_LABEL = 8  # words of a line that is only a label and its number
PEOPLE_UNITS = frozenset({"people", "households"})
_QUOTES = frozenset("\"“”„«»")
_WOUNDS = frozenset({"wounds", "injuries", "burns", "fractures"})
_NOT = frozenset({"not", "n't", "never", "cannot"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
# A noun that says how people came to be where they are outlasts a verb that says what is done for them.
_WEAKER_THAN_NOUN = {
    "refugees": frozenset({"displaced", "assisted", "sheltered", "population", "affected"}),
    "detained": frozenset({"sheltered", "population"}),
    "displaced": frozenset({"sheltered_", "population"}),
    "aid": frozenset({"funding"}),
    "funding": frozenset({"aid"}),
    "attacks": frozenset({"facilities_damaged"}),
}


@dataclass(slots=True)
class Frame:
    """What made a count a measure: the rule, and its words [i, j)."""

    measure: str
    rule: str
    i: int
    j: int


@dataclass(slots=True)
class Group:
    """A verb group: its words [i, j), its main verb, whether it is passive."""

    i: int
    j: int
    main: int
    passive: bool
    finite: bool


@dataclass(slots=True)
class Count:
    """A quantity with its noun phrase, and the frame once it is found."""

    quantity: Quantity
    counted: Counted
    frame: Frame | None = None
    part_of: int | None = None
    """Index of the count that this one is a part of."""
    like: int | None = None
    """Index of the count whose noun and measure this one repeats ("three in Homs, two in Hama")."""
    revises: int | None = None
    """Index of the count that this one was before a revision ("to 41 from 17")."""

    @property
    def end(self) -> int:
        """The first word behind number and noun."""
        return max(self.quantity.after, self.counted.j)


class Frames:
    """The frames of one sentence's counts."""

    def __init__(self, sentence: Sentence, counts: list[Count], lexicon: Lexicon) -> None:
        self.sentence, self.counts, self.lexicon = sentence, counts, lexicon
        self.lower, self.tags = sentence.lower, sentence.tags
        self.starts_at = {count.quantity.qualifier_at: k for k, count in enumerate(counts)}

    def find(self) -> None:
        """Gives each count its frame where the sentence has one."""
        theme = self._theme()
        for k, count in enumerate(self.counts):
            count.frame = self._alone(k, count)
            if count.frame is None and theme is not None and count.counted.thing is None and not count.quantity.unit:
                count.frame = theme
        for k, count in enumerate(self.counts):
            self._carried(k, count)

    def _theme(self) -> Frame | None:
        """For "Of the dead, nine were found in …": what the bare counts of the sentence are parts of."""
        if self.lower[:2] not in (["of", "the"], ["of", "those"], ["among", "the"]):
            return None
        for table in (self.lexicon.adjectives, self.lexicon.things):
            hit = table.at(self.lower, 2)
            if hit is not None and self.lower[2 + hit[0] : 3 + hit[0]] == [","]:
                measure = hit[1][0].measure if isinstance(hit[1], list) else hit[1].measure
                return Frame(measure, "theme", 0, 2 + hit[0]) if measure else None
        return None

    # -- one count by itself ------------------------------------------------------------------------------------------------------

    def _alone(self, k: int, count: Count) -> Frame | None:
        thing = count.counted.thing
        noun = None
        if thing is not None and thing.measure:
            noun = Frame(thing.measure, "noun", count.counted.i, count.counted.j)
            if thing.firm == "yes":
                return noun
        unit = self._unit(count)
        if unit == "percent":
            return self._percent(k, count)
        frame = None
        if count.counted.thing is None and not count.quantity.unit and k:
            shared = self._unit(self.counts[k - 1])
            gap = self.lower[self.counts[k - 1].end : count.quantity.qualifier_at]
            if shared in ("buildings", "facilities") and len(gap) <= 3 and gap[-1:] in ([","], ["and"]):
                frame = self._of_unit(k, count, shared)  # "1,120 homes destroyed, 2,300 damaged"
        frame = frame or self._of_unit(k, count, unit)
        if frame is None and count.counted.thing is None and not count.quantity.unit and count.counted.i == count.counted.j:
            frame = self._predicate(k, count, "buildings")  # "another 400 were damaged"
        modifier = self._modifier(count, unit)
        if modifier is not None and (frame is None or (modifier.measure == "injured" and frame.measure == "assisted")):
            frame = modifier
        if frame is not None and frame.measure == "assisted" and self._wounds_follow(count):
            frame = Frame("injured", frame.rule, frame.i, frame.j)
        if thing is not None and thing.measure == "population" and count.quantity.qualifier_at and self.lower[count.quantity.qualifier_at - 1] in ("'s", "’s"):
            return noun  # "more than half of Mbau's 24,000 inhabitants"
        if noun is not None and (frame is None or frame.measure in _WEAKER_THAN_NOUN.get(noun.measure, ())):
            return noun
        if frame is not None and frame.measure == "displaced" and self._nationals_arrive(count, frame):
            return Frame("refugees", frame.rule, frame.i, frame.j)
        return frame

    def _of_unit(self, k: int, count: Count, unit: str) -> Frame | None:
        return (
            self._adjective(count.end, unit, adjacent=True)
            or self._governor(count, unit)
            or self._label(count, unit)
            or self._predicate(k, count, unit)
            or self._label_line(count, unit)
            or self._stays_in(count, unit)
        )

    def _stays_in(self, count: Count, unit: str) -> Frame | None:
        """"18,200 people in the shelters", where nothing else says what became of them."""
        if unit not in PEOPLE_UNITS or count.end >= len(self.lower) or self.lower[count.end] not in ("in", "at"):
            return None
        for at in range(count.end + 1, min(count.end + 5, len(self.lower))):
            hit = self.lexicon.things.at(self.lower, at)
            if hit is not None:
                return Frame("sheltered", "stays in", count.end, at + hit[0]) if hit[1].words in _SHELTERS else None
            if self.lower[at] in (",", ".", ";"):
                return None
        return None

    def _modifier(self, count: Count, unit: str) -> Frame | None:
        """"31 wounded civilians", "nine displaced families": what the word before the noun says."""
        for at in range(count.counted.i, count.counted.j - 1):
            for trigger in self.lexicon.verbs.get(self.lower[at], ()):
                if trigger.role == "verb" and not trigger.rest and trigger.form in ("participle", "both") and self._fits(trigger, unit):
                    return Frame(trigger.measure, "modifier", at, at + 1)
            hit = self.lexicon.adjectives.at(self.lower, at)
            if hit is not None:
                return next((Frame(t.measure, "modifier", at, at + hit[0]) for t in hit[1] if self._fits(t, unit)), None)
        return None

    def _label_line(self, count: Count, unit: str) -> Frame | None:
        """A short line without a verb that ends in its number: "Population evacuated 116,129", "Completely destroyed housing: 146"."""
        at = count.quantity.qualifier_at
        if not 0 < at <= LONGEST_LABEL or count.end < len(self.lower) - 2 or count.counted.thing is not None or count.quantity.unit:
            return None
        if any(self.tags[x] in ("VBD", "VBZ", "VBP", "MD") and self.lower[x] not in self.lexicon.verbs for x in range(at)):
            return None
        for begin in range(at - 1, -1, -1):
            for table in (self.lexicon.labels, self.lexicon.adjectives, self.lexicon.nouns):
                hit = table.at(self.lower, begin)
                if hit is not None and self._fits(hit[1][0], self._label_unit(at)):
                    return Frame(hit[1][0].measure, "label", begin, begin + hit[0])
            for trigger in self.lexicon.verbs.get(self.lower[begin], ()):
                if trigger.role == "verb" and not trigger.rest and self._fits(trigger, self._label_unit(at)):
                    return Frame(trigger.measure, "label", begin, at)
            thing = self.lexicon.things.at(self.lower, begin)
            if thing is not None and thing[1].measure:
                return Frame(thing[1].measure, "label", begin, begin + thing[0])
        return None

    def _label_unit(self, at: int) -> str:
        for x in range(at):
            hit = self.lexicon.things.at(self.lower, x)
            if hit is not None:
                return hit[1].unit
        return "buildings" if "housing" in self.lower[:at] else "people"

    def _wounds_follow(self, count: Count) -> bool:
        """"operated on 52 people with gunshot wounds": treated for wounds is injured (gold/FORMAT.md)."""
        following = self.lower[count.end : count.end + 5]
        return following[:1] in (["with"], ["for"]) and bool(_WOUNDS & set(following))

    def _nationals_arrive(self, count: Count, frame: Frame) -> bool:
        """Nationals named by their nationality who arrive somewhere are abroad ("1,860 Colombians had arrived")."""
        hit = self.lexicon.nations.at(self.lower, count.counted.j - 1) if count.counted.j > count.counted.i else None
        arrived = self.lower[frame.i].startswith(("arriv", "seek", "sought", "reach", "enter"))
        return hit is not None and hit[1].form == "people" and arrived

    def _unit(self, count: Count) -> str:
        if count.quantity.unit:
            return count.quantity.unit
        if count.counted.thing is not None:
            return count.counted.thing.unit
        return "people"

    def _percent(self, k: int, count: Count) -> Frame | None:
        """A share of a counted total: "52% of refugees are children", "80 per cent of the houses are gone", "31 per cent funded"."""
        thing = count.counted.thing
        after = self.lower[count.quantity.after] if count.quantity.after < len(self.lower) else ""
        if after in ("funded", "covered") and thing is None:
            return Frame("funding", "share", count.quantity.after, count.quantity.after + 1)
        if after != "of" or thing is None:
            return None
        if thing.measure:
            return Frame(thing.measure, "share", count.counted.i, count.counted.j)
        frame = self._predicate(k, count, thing.unit)
        return frame if frame and thing.unit not in ("people",) else None

    def _fits(self, trigger: Trigger, unit: str) -> bool:
        return unit in trigger.of or (unit == "people" and "households" in trigger.of)

    def _adjective(self, at: int, unit: str, *, adjacent: bool = False) -> Frame | None:
        """ "12 dead", "12 were left homeless", "12 in need"."""
        if at >= len(self.lower):
            return None
        hit = self.lexicon.adjectives.at(self.lower, at)
        if hit is None:
            return None
        n, triggers = hit
        if (
            adjacent
            and at + n < len(self.lower)
            and self.tags[at + n] in _NOUN
            and self.lower[at + n] not in self.lexicon.weekdays
        ):
            return None  # "12 displaced families": a modifier, the noun decides
        for trigger in triggers:
            if self._fits(trigger, unit):
                return Frame(trigger.measure, "predicate", at, at + n)
        return None

    def _is_including(self, at: int) -> bool:
        return self.lower[at] in ("including", "among") and at + 1 in self.starts_at

    def verb_group(self, at: int) -> Group | None:
        """The verb group that begins at word `at`, adverbs in between let through; "are known to have returned" is active: what counts stands behind "to"."""
        j, main = at, -1
        aux: list[str] = []
        while j < len(self.lower):
            if self._is_verb(j, main):
                if main >= 0:
                    aux.append(self.lower[main])
                main = j
                if self.tags[j] == "VBG" and not aux and self.lower[j] not in ("having", "being"):
                    break
            elif self.tags[j] == "TO" and main >= 0 and j + 1 < len(self.lower) and self.tags[j + 1] == "VB":
                aux = ["to"]
                main = j
            elif not (self.tags[j] in ("RB", "RBR") or self.lower[j] in ("not", "n't", "never")):
                break
            j += 1
        if main < 0:
            return None
        past = self.tags[main] in ("VBN", "VBD", "JJ") or any(t.form in ("both", "participle") for t in self.lexicon.verbs.get(self.lower[main], ()))
        passive = any(word in _BE for word in aux) and past
        return Group(at, main + 1, main, passive, bool(aux) or self.tags[main] != "VBN")

    def _is_verb(self, j: int, main: int) -> bool:
        tag, word = self.tags[j], self.lower[j]
        if tag in _VERB or (word in self.lexicon.verbs and word in _BE | _HAVE):
            return True
        behind_aux = main < 0 or self.lower[main] in _BE
        return behind_aux and word in self.lexicon.verbs and tag in ("NN", "NNS", "JJ", "IN")

    def _verb_triggers(self, at: int, unit: str, *, as_object: bool) -> Frame | None:
        """The trigger that the verb at word `at` is, with the words that must follow; the count is its object (or passive subject), or its subject."""
        for trigger in self.lexicon.verbs.get(self.lower[at], ()):
            if (trigger.role == "verb") is not as_object or not self._fits(trigger, unit):
                continue
            if as_object and trigger.words == "hold" and trigger.measure == "sheltered":
                continue  # whoever "is held" is detained
            end = self._rest(trigger, at + 1)
            if end:
                return Frame(trigger.measure, "passive" if as_object else "subject", at, end)
        return None

    def _rest(self, trigger: Trigger, at: int) -> int:
        """Where the words behind the verb end if they follow at once: 0 if they do not."""
        n = len(trigger.rest)
        for word, wanted in zip(self.lower[at : at + n], trigger.rest, strict=False):
            same = (
                word == wanted
                or (wanted == "their" and word in ("his", "her", "its", "our"))
                or (word.rstrip("s") == wanted.rstrip("s") and len(wanted) > 3)
            )
            if not same:
                return 0
        return at + n if at + n <= len(self.lower) else 0

    def _predicate(self, k: int, count: Count, unit: str) -> Frame | None:
        """The predicate that the count is the subject of: "12 people [in Homs] were killed", "12 who had fled", "12 injured"."""
        at = self._skip_to_predicate(k, count, unit)
        if at is None:
            return None
        direct = self._adjective(at, unit)
        if direct:
            return direct
        group = self.verb_group(at)
        if group is None:
            return None
        return self._of_group(group, unit)

    def _of_group(self, group: Group, unit: str) -> Frame | None:
        for at in range(group.i, group.j):  # "are feared dead", "remain trapped"
            adjective = self._adjective(at, unit)
            if adjective and (at > group.i or self.lexicon.verbs.get(self.lower[at]) is None):
                return adjective
        main = group.main
        if any(self.lower[x] in _NOT for x in range(group.i, group.j)):
            return self._negated(main, unit)
        sheltered = self._sheltered(group) if unit in PEOPLE_UNITS else None
        if sheltered:
            return sheltered
        if self.lower[main] in ("left", "made", "rendered"):
            after = self._adjective(group.j, unit)
            if after:
                return after
        told = self._verb_triggers(main, unit, as_object=False)
        if told and told.j > main + 1:
            return told
        if group.passive or (self.tags[main] in ("VBN", "VBD") and main == group.i and self._no_object(main + 1)):
            frame = self._verb_triggers(main, unit, as_object=True)
            if frame:
                return frame
            if group.passive and self.lower[main] in (
                "left",
                "made",
                "found",
                "rendered",
                "reported",
                "said",
                "believed",
                "confirmed",
                "feared",
                "thought",
                "known",
                "listed",
            ):
                after = self._adjective(group.j, unit) or self._infinitive(group.j, unit)
                if after:
                    return after
        frame = self._verb_triggers(main, unit, as_object=False)
        if frame and not (group.passive and not self._is_subject_passive(main)):
            return frame
        if self.lower[main] in _BE or self.lower[main] in ("left", "go", "went", "gone"):
            at = group.j
            while at < len(self.lower) and self.tags[at] == "RB" and self.lexicon.adjectives.at(self.lower, at) is None:
                at += 1  # "are still missing"
            return self._adjective(at, unit)
        if self.tags[main] == "VBG" and self.lower[main] in ("living", "staying"):
            return self._adjective(group.j, unit)
        return None

    def _negated(self, main: int, unit: str) -> Frame | None:
        """"did not survive"; whoever "has not returned" has no measure."""
        for trigger in self.lexicon.negated.get(self.lower[main], ()):
            if self._fits(trigger, unit) and (end := self._rest(trigger, main + 1)):
                return Frame(trigger.measure, "negated", main, end)
        return None

    def _sheltered(self, group: Group) -> Frame | None:
        """ "are living in schools", "sleep in tents at the stadium": whoever stays in a building that is no home is sheltered there."""
        if (
            self.lower[group.main] not in _STAYING
            or group.j >= len(self.lower)
            or self.lower[group.j] not in ("in", "at", "under", "inside")
        ):
            return None
        for at in range(group.j + 1, min(group.j + 6, len(self.lower))):
            if self.lower[at] in (",", ";", "."):
                return None
            hit = self.lexicon.things.at(self.lower, at)
            if self._adjective(group.j, "people") is not None:
                return None
            if (
                hit is not None
                and (hit[1].unit == "facilities" or hit[1].words in ("tent", "tarpaulin"))
                and hit[1].words not in _SETTLEMENTS
            ):
                return Frame("sheltered", "stays in", group.main, at + hit[0])
        return None

    def _is_subject_passive(self, main: int) -> bool:
        return self.tags[main] == "VBG"

    def _infinitive(self, at: int, unit: str) -> Frame | None:
        """ "are believed to have fled", "known to have died"."""
        if at < len(self.lower) and self.lower[at] == "to":
            group = self.verb_group(at + 1)
            return self._of_group(group, unit) if group else None
        return None

    def _no_object(self, at: int) -> bool:
        """Whether nothing stands behind a participle that it could act on ("17 killed and", "12 injured.")."""
        if at >= len(self.lower):
            return True
        return (
            not self.sentence.words[at][0].isupper()
            and self.tags[at] not in ("DT", "PRP$", "PRP", "CD", "NNP", "NN", "NNS", "$")
            or self.lower[at] in self.lexicon.weekdays
            or self.lower[at] in self.lexicon.days
        )

    def _skip_to_predicate(self, k: int, count: Count, unit: str) -> int | None:
        """The word at which the predicate of a count begins, behind places, insertions, relative pronouns and counts joined by "and"."""
        at, hops = count.end, 0
        while at < len(self.lower) and hops < 12:
            hops += 1
            word, tag = self.lower[at], self.tags[at]
            if self._is_including(at):
                at = self._behind_of(self.counts[self.starts_at[at + 1]].end)
                continue
            if self._adjective(at, unit) is not None or (
                word in self.lexicon.verbs and (tag in _VERB or (at == count.end and tag in ("NN", "NNS")))
            ):
                return at
            if tag in _VERB or word in _RELATIVE:
                if word in _RELATIVE:
                    at += 1
                    continue
                return at
            if word in _QUOTES:
                at += 1
            elif word == "(":
                at = self._behind(")", at)
            elif word in (",", "and", "or", "–", "—", "as"):
                jump = self._jump(k, at)
                if jump is None:
                    return None
                at = jump
            elif tag in ("IN", "TO") or word in ("near", "off", "per"):
                at = self._behind_phrase(at + 1)
            elif tag in ("RB", "RBR", "JJ", "PDT", "JJR") or word in ("alone", "others", "more"):
                at += 1
            elif word in self.lexicon.weekdays or word in self.lexicon.days:
                at += 1
            else:
                return None
        return None

    def _behind(self, mark: str, at: int) -> int:
        try:
            return self.lower.index(mark, at) + 1
        except ValueError:
            return len(self.lower)

    def _behind_phrase(self, at: int) -> int:
        """Behind the noun phrase that begins at word `at`."""
        begin = at
        while at < len(self.lower) and (
            self.tags[at] in _NOUN
            or self.tags[at] in ("DT", "PRP$", "JJ", "CD", "POS", "JJS", "PRP", "VBG")
            or (self.tags[at] == "VBN" and at == begin)
        ):
            if at > begin and (self.tags[at] == "VBG" or (self.tags[at - 1] == "CD" and self.lower[at] in self.lexicon.verbs)):
                break
            at += 1
        return at

    def _jump(self, k: int, at: int) -> int | None:
        """Over "and two nurses", ", mostly women,", ", including 12 children,": to the word where the predicate may begin."""
        following = at + 1
        if self.lower[at] == "," and following < len(self.lower) and self.lower[following] in ("and", "or"):
            following += 1
        if (
            following < len(self.lower)
            and self.lower[at] == ","
            and at > self.counts[k].end
            and self.tags[following] in _VERB
            and self.lower[following] not in self.lexicon.cues
        ):
            return following
        if following in self.starts_at and self.starts_at[following] > k:
            other = self.counts[self.starts_at[following]]
            alone = self.counts[k].counted.of_them or self._adjective(other.end, self._unit(other), adjacent=True)
            return None if alone else self._behind_of(other.end)
        if self.lower[at] in (",", "–", "—"):
            closing = next((x for x in range(at + 1, min(len(self.lower), at + 16)) if self.lower[x] == self.lower[at]), None)
            if (
                closing is not None
                and closing + 1 < len(self.lower)
                and (self.tags[closing + 1] in _VERB or self.lower[closing + 1] in self.lexicon.verbs)
            ):
                return closing + 1
            if following < len(self.lower) and self.lower[following] in _RELATIVE:
                return following
        if self.lower[at] in ("and", "or") and following < len(self.lower) and self.tags[following] in ("NN", "NNS", "JJ", "NNP"):
            return self._behind_phrase(following)
        return None

    def _behind_of(self, at: int) -> int:
        return self._behind_phrase(at + 1) if at < len(self.lower) and self.lower[at] == "of" else at

    def _governor(self, count: Count, unit: str) -> Frame | None:
        """The verb or noun that governs the count from the left: "killed 12", "pulled seven people alive", "the deaths of 12"."""
        touching = at = count.quantity.qualifier_at
        while at > 0 and (
            self.lower[at - 1]
            in (
                "a",
                "an",
                "the",
                "total",
                "only",
                "further",
                "another",
                "some",
                "as",
                "also",
                "his",
                "her",
                "its",
                "their",
                "those",
                "these",
                "between",
                "off",
                "another",
                "just",
                "already",
                "up",
            )
            or self.tags[at - 1] == "RB"
        ):
            if self.lower[at - 1] == "off" and not (at > 1 and self.lower[at - 2] in self.lexicon.verbs):
                break
            at -= 1
            if self.lower[at] == "up" and at > 0 and self.lower[at - 1] in self.lexicon.verbs:
                at += 1
                break
        if at > 2 and self.lower[at - 1] == "of" and self.lower[at - 2] in ("total", "excess", "estimate"):
            at -= 2
            while at > 0 and self.lower[at - 1] in ("a", "an", "the"):
                at -= 1
        for verb in range(touching - 1, max(-1, at - 6), -1):
            frame = self._active(verb, touching, count, unit) or (
                self._active(verb, at, count, unit) if verb < at < touching else None
            )
            if frame:
                return frame
        return self._governing_noun(at, unit) or self._behind_bare_noun(at, count, unit)

    def _behind_bare_noun(self, at: int, count: Count, unit: str) -> Frame | None:
        """ "hit homes and two schools": the first object has no number."""
        if at < 3 or self.lower[at - 1] not in ("and", "or"):
            return None
        noun = at - 1
        while noun > 0 and (
            self.tags[noun - 1] in ("NN", "NNS", "JJ", "DT", "PRP$", "VBN") and self.lower[noun - 1] not in self.lexicon.verbs
        ):
            noun -= 1
        return self._active(noun - 1, noun, count, unit) if 0 < noun < at - 1 else None

    def _active(self, verb: int, at: int, count: Count, unit: str) -> Frame | None:
        triggers = self.lexicon.verbs.get(self.lower[verb])
        if not triggers or self.tags[verb] not in _VERB | {"NN", "NNS", "JJ"} or self._is_passive_at(verb):
            return None
        between = tuple(self.lower[verb + 1 : at])
        thing = count.counted.thing
        if thing is not None and thing.measure:
            triggers = sorted(triggers, key=lambda trigger: trigger.measure != thing.measure)
        if verb > 0 and self.lower[verb - 1] == "from" and self.tags[verb] == "VBG":
            return None  # "kept aid from reaching 1.1 million people"
        purpose = verb > 0 and self.lower[verb - 1] == "to" and self.tags[verb] in ("VB", "VBP")
        for trigger in triggers:
            if trigger.role != "verb" or not self._fits(trigger, unit):
                continue
            if purpose and trigger.measure in ("assisted", "aid", "sheltered"):
                continue  # "asked donors for money to help 14 million people" has helped nobody yet
            if trigger.words == "hold" and (trigger.measure == "sheltered") != self._holds_as_shelter(verb):
                continue
            if trigger.rest[: len(between)] == between:
                rest = trigger.rest[len(between) :]
                if not rest:
                    return Frame(trigger.measure, "object", verb, at)
                end = self._follows_soon(rest, count.end)
                if end:
                    return Frame(trigger.measure, "object", verb, end)
            elif not trigger.rest and between[-1] == "for" and trigger.measure == "funding":
                return Frame(trigger.measure, "object", verb, at)
        return None

    def _holds_as_shelter(self, verb: int) -> bool:
        """ "the schools hold 2,000 people" shelters them, "the rebels hold 2,000 people" detains them."""
        for at in range(max(0, verb - 20), verb):
            hit = self.lexicon.things.at(self.lower, at)
            if hit is not None and hit[1].unit in ("facilities", "buildings"):
                return True
        return self.lower[verb - 1] in ("centre", "center", "stadium", "now", "it")

    def _is_passive_at(self, verb: int) -> bool:
        at = verb - 1
        while at >= 0 and self.tags[at] == "RB":
            at -= 1
        return at >= 0 and self.lower[at] in _BE and self.tags[verb] != "VBG"

    def _follows_soon(self, rest: tuple[str, ...], at: int) -> int:
        for start in range(at, min(at + LONGEST_GAP, len(self.lower))):
            if self.lower[start] in (",", ";"):
                return 0
            if all(
                word == wanted or word.rstrip("s") == wanted.rstrip("s") or (wanted == "their" and word in ("his", "her", "its"))
                for word, wanted in zip(self.lower[start : start + len(rest)], rest, strict=False)
            ) and start + len(rest) <= len(self.lower):
                return start + len(rest)
        return 0

    def _governing_noun(self, at: int, unit: str) -> Frame | None:
        """ "the deaths of 12", "injuries to 12", "the destruction of nine homes"."""
        if at < 2 or self.lower[at - 1] not in ("of", "to", "in", "for"):
            return None
        if unit in PEOPLE_UNITS and self.lower[at - 1] in ("to", "for"):
            for verb in range(max(0, at - 8), at - 1):  # "given cash to 9,300 households"
                if any(t.measure == "aid" and t.role == "verb" for t in self.lexicon.verbs.get(self.lower[verb], ())) or self.lower[verb] in (
                    "given",
                    "gave",
                    "giving",
                    "gives",
                ):
                    if self.tags[verb] in _VERB and "," not in self.lower[verb:at]:
                        return Frame("assisted", "given to", verb, at)
        for n in (4, 3, 2, 1):
            begin = at - 1 - n
            if begin < 0:
                continue
            for phrases, width in (
                (self.lexicon.nouns, n),
                (self.lexicon.nouns, n + 1),
                (self.lexicon.labels, n),
                (self.lexicon.labels, n + 1),
            ):
                hit = phrases.at(self.lower, begin)
                if hit is not None and hit[0] == width:
                    for trigger in hit[1]:
                        if self._fits(trigger, unit) and (
                            phrases is self.lexicon.nouns
                            and self.lower[at - 1] in ("of", "to")
                            or self.lower[at - 1] == "of"
                            or width > n
                        ):
                            return Frame(trigger.measure, "of", begin, at)
        return None

    def _label(self, count: Count, unit: str) -> Frame | None:
        """ "the death toll rose to 12", "put the number of displaced at 12", "Deaths: 12"."""
        at = count.quantity.qualifier_at
        if at == 0:
            return None
        bare = count.counted.thing is None and not count.quantity.unit
        touching = self._touching_label(at, unit)
        if touching or self.lower[at - 1] not in _RISE:
            return touching
        for begin in range(at - 1, max(-1, at - FARTHEST_LABEL), -1):
            if self.lower[begin] in (";", "."):
                return None
            hit = self.lexicon.labels.at(self.lower, begin)
            if hit is not None and begin + hit[0] <= at:
                if (
                    hit[0] == 1
                    and self.lower[at - 1] not in (":", "-", "–")
                    and hit[1][0].words not in ("toll", "losses", "population", "caseload")
                ):
                    if not (begin == 0 and self.lower[at - 1] in ("is", "was", "at", "to")):
                        continue
                for trigger in hit[1]:
                    if self._fits(trigger, unit) or bare:
                        return Frame(trigger.measure, "label", begin, begin + hit[0])
        return None

    def _touching_label(self, at: int, unit: str) -> Frame | None:
        """A label without a mark between it and the number: "supplies worth $478,450"."""
        for begin in range(max(0, at - 3), at):
            hit = self.lexicon.labels.at(self.lower, begin)
            if hit is not None and begin + hit[0] == at and unit not in PEOPLE_UNITS:
                return next((Frame(t.measure, "label", begin, at) for t in hit[1] if self._fits(t, unit)), None)
        return None

    # -- what is carried over -----------------------------------------------------------------------------------------------------

    def _carried(self, k: int, count: Count) -> None:
        """Parts of a total, lists, revisions: what a count takes from the one before it."""
        if k == 0:
            return
        before = self._before(k, count)
        begin, at = before.end, count.quantity.qualifier_at
        gap = self.lower[begin:at]
        if self._is_revision(k, gap):
            source = self.counts[count.revises if count.revises is not None else k - 1]
            if source.frame and (count.frame is None or count.frame.rule in ("label", "noun")):
                count.frame = Frame(source.frame.measure, "revision", source.frame.i, source.frame.j)
                count.like = k - 1
            return
        if self._is_part(k, count, gap):
            self._take_part(k, count, before)
            return
        if count.frame is None and before.frame is not None and self._is_list(count, gap):
            self._take_list(k, count, before)

    def _before(self, k: int, count: Count) -> Count:
        """The count before; for "90,000 of whom" the last one of people, not "two countries"."""
        if count.counted.of_them:
            for earlier in reversed(self.counts[:k]):
                if self._unit(earlier) in PEOPLE_UNITS:
                    return earlier
        return self.counts[k - 1]

    def _is_revision(self, k: int, gap: list[str]) -> bool:
        """ "to 41 from 17", "up from 22", "rose to 15, down from 20"; the newer value stands first, unless "from" does."""
        count, before = self.counts[k], self.counts[k - 1]
        if gap[-2:] in (["up", "from"], ["down", "from"]) or (gap[-1:] == ["the"] and gap[-3:-1] in (["up", "from"], ["down", "from"])):
            gap = gap[-3:]
        tail = [word for word in gap if word not in (",", "the", "a", "earlier", "previous")]
        if tail[-1:] == ["from"] and len(tail) <= 5 and not count.counted.group and (before.frame or tail[0] in ("up", "down")):
            before.revises = None
            count.revises = None
            self._old_new(old=k, new=k - 1)
            return True
        if tail == ["to"] and self.lower[before.quantity.qualifier_at - 1 : before.quantity.qualifier_at] == ["from"]:
            self._old_new(old=k - 1, new=k)
            if before.frame is None:
                before.frame = count.frame
            return True
        return False

    def _old_new(self, old: int, new: int) -> None:
        self.counts[new].revises = old

    def _is_part(self, k: int, count: Count, gap: list[str]) -> bool:
        if count.counted.of_them:
            return True
        at = count.quantity.qualifier_at
        if any(word in ("including", "includes", "included", "include") for word in gap[:8]) and ";" not in gap:
            return True
        if (
            gap[-1:] == ["("]
            and len(gap) <= 2
            and count.counted.thing is None
            and not count.quantity.unit
            and ")" in self.lower[count.end : count.end + 12]
        ):
            return True
        text = " ".join(gap)
        if "among them" in text or "of whom" in text or "of them" in text or "among whom" in text or "of which" in text:
            return True
        previous = self.counts[k - 1]
        return (
            previous.part_of is not None
            and (not [w for w in gap if w != ","] or (gap[-1] == "and" and len(gap) <= 3))
            and at > 0
            and count.frame is None
        )

    def _take_part(self, k: int, count: Count, before: Count) -> None:
        total = self.counts.index(before) if before.part_of is None else before.part_of
        whole = self.counts[total]
        count.part_of = total
        own, thing = count.frame, count.counted.thing
        if whole.frame is None or (own is not None and (own.rule != "noun" or (thing is not None and thing.firm == "yes"))):
            return
        units = {self._unit(count), self._unit(whole)}
        if (count.counted.of_them and thing is None) or len(units) == 1 or units <= PEOPLE_UNITS or "percent" in units:
            count.frame = Frame(whole.frame.measure, "part", whole.frame.i, whole.frame.j)

    def _is_list(self, count: Count, gap: list[str]) -> bool:
        if gap[-1:] == [":"]:
            return True
        own = self._skip_to_predicate(self.counts.index(count), count, self._unit(count))
        if own is not None and own - count.end <= 2 and self.tags[own] in _FINITE and self.lower[own] not in self.lexicon.cues:
            return False  # it has a predicate of its own, though none that we know
        if gap and gap[-1] in ("from", "of", "in", "on", "at", "by") and gap != ["from"]:
            return False  # "seven of them from one family"
        """ "three in Homs, two in Hama and one in Idlib": only places and small words stand between, and nothing else governs the count."""
        if gap == ["from"] and count.counted.thing is not None and count.counted.thing.unit == "households":
            return True  # "18,200 people from 4,150 families"
        if not gap or not any(word in (",", "and", ";", "or", "while", "with", ":") for word in gap):
            return False
        if len(gap) > 12 or any(
            self.lower[x] in self.lexicon.cues for x in range(count.quantity.qualifier_at - len(gap), count.quantity.qualifier_at)
        ):
            return False
        return True

    def _take_list(self, k: int, count: Count, before: Count) -> None:
        frame = before.frame
        assert frame is not None
        thing = count.counted.thing
        begin = max(before.end, frame.j) if frame.i >= before.end else before.end
        verbs = [x for x in range(begin, count.quantity.qualifier_at) if self.tags[x] in _FINITE and self.lower[x] not in _BE]
        if verbs:
            return
        if (
            thing is not None
            and before.counted.thing is not None
            and thing.unit != before.counted.thing.unit
            and not {thing.unit, before.counted.thing.unit} <= PEOPLE_UNITS
        ):
            retaken = self._verb_triggers(frame.i, thing.unit, as_object=True) if frame.rule in ("object", "passive") else None
            if retaken is None:
                return
            count.frame = Frame(retaken.measure, "list", frame.i, frame.j)
            return
        if frame.rule in ("noun",) and thing is not None and thing.words not in ("person",) and thing is not before.counted.thing:
            return
        count.frame = Frame(frame.measure, "list", frame.i, frame.j)
        if count.counted.thing is None and not count.counted.group:
            count.like = k - 1
