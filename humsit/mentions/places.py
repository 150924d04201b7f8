"""Where: names that stand in a place's slot ("in Homs", "off the island of Basilan", "fled Masisi", "Kherson, a city of …"), and which of them a word is tied to."""

from __future__ import annotations

from dataclasses import dataclass

from humsit.mentions.sentence import Sentence
from humsit.vocabulary.compiled import Lexicon

_NAME = frozenset({"NNP", "NNPS"})
_LOCATIVE = frozenset(
    {
        "in",
        "at",
        "near",
        "around",
        "off",
        "across",
        "outside",
        "into",
        "to",
        "from",
        "inside",
        "over",
        "toward",
        "towards",
        "through",
        "along",
        "on",
        "throughout",
        "against",
        "for",
        "via",
        "within",
        "beyond",
        "above",
        "about",
    }
)
_PLACE_NOUNS = frozenset(
    {
        "city",
        "town",
        "village",
        "port",
        "district",
        "region",
        "province",
        "state",
        "island",
        "capital",
        "suburb",
        "area",
        "county",
        "governorate",
        "oblast",
        "camp",
        "neighbourhood",
        "neighborhood",
        "municipality",
        "cities",
        "towns",
        "villages",
        "districts",
        "regions",
        "provinces",
        "islands",
        "quarter",
        "site",
        "department",
        "township",
        "prefecture",
        "commune",
        "country",
        "valley",
        "enclave",
        "peninsula",
        "republic",
        "coast",
        "river",
        "lake",
        "crossing",
        "airport",
        "hospital",
        "settlement",
        "locality",
        "territory",
        "archipelago",
        "zone",
        "sector",
        "market",
        "bridge",
        "border",
        "banks",
        "rest",
        "parts",
        "outskirts",
        "centre",
        "center",
        "suburbs",
        "south",
        "north",
        "east",
        "west",
        "communes",
        "part",
        "town's",
        "hamlet",
        "barrio",
    }
)
_SMALL = frozenset({"de", "del", "la", "el", "al", "du", "da", "and", "of"})
_KEEP_NOUN = frozenset({"camp", "hospital", "site", "crossing"})
_ENTERING = frozenset(
    {
        "fled",
        "flee",
        "fleeing",
        "left",
        "leave",
        "leaving",
        "reached",
        "reach",
        "reaching",
        "entered",
        "enter",
        "entering",
        "hit",
        "struck",
        "besieged",
        "surrounded",
        "encircled",
        "bombarded",
        "pounded",
        "captured",
        "seized",
        "shelled",
        "retaken",
        "overran",
        "retook",
        "battered",
        "batter",
        "swept",
        "lashed",
        "devastated",
        "attacked",
        "bombed",
        "shelling",
        "bombarding",
        "besieging",
        "blockaded",
        "recaptured",
        "strike",
        "strikes",
        "hits",
        "between",
    }
)
_NOT_PLACES = frozenset(
    {
        "un",
        "u.n.",
        "us",
        "president",
        "minister",
        "prime",
        "general",
        "colonel",
        "governor",
        "mayor",
        "dr",
        "mr",
        "mrs",
        "ms",
        "ministry",
        "council",
        "resolution",
        "red",
        "telegram",
        "facebook",
        "twitter",
        "world",
        "reuters",
        "afp",
        "ap",
        "eid",
        "ramadan",
        "christmas",
        "easter",
        "ngo",
        "ngos",
        "covid-19",
        "spokesman",
        "security",
        "god",
        "report",
        "update",
        "bulletin",
        "appeal",
        "situation",
        "flash",
        "sitrep",
    }
)
_ORG_WORDS = frozenset(
    {
        "ministry",
        "army",
        "force",
        "forces",
        "agency",
        "council",
        "committee",
        "organization",
        "organisation",
        "programme",
        "program",
        "brigade",
        "party",
        "union",
        "front",
        "office",
        "department",
        "service",
        "services",
        "university",
        "institute",
        "mission",
        "cross",
        "crescent",
        "bank",
        "court",
        "parliament",
        "general",
        "government",
        "group",
        "fund",
        "nations",
        "news",
        "times",
        "television",
        "radio",
        "guard",
        "police",
        "act",
        "resolution",
        "watch",
        "society",
        "association",
    }
)
_HOLDING = frozenset({"has", "is", "was", "remains", "lies", "lay", "remained", "had", "fell", "stays", "stayed", "alone"})
_LYING = frozenset({"is", "was", "remains", "lies", "lay"})
_CLOSE = 6


@dataclass(slots=True)
class Place:
    """A name in a place's slot: its words [i, j) and the word that put it there ("in", "from", "subject", "label")."""

    name: str
    i: int
    j: int
    slot: str
    noun: str = ""
    """What kind of place it is called: "the Biobío region", "the town of Nacimiento"."""


def find_places(sentence: Sentence, lexicon: Lexicon) -> list[Place]:
    """The places that a sentence names, from left to right."""
    found: list[Place] = []
    i = 0
    words = sentence.words
    label = _label_end(sentence, lexicon)
    if label:
        found.append(Place(sentence.say(0, label), 0, label, "label"))
        i = label
    i = max(i, _dateline_end(sentence))
    while i < len(words):
        if not _may_begin(sentence, i, lexicon):
            i += 1
            continue
        j = _end(sentence, i, lexicon)
        slot = _slot(sentence, i, j, lexicon)
        if slot and not _is_other_name(sentence, i, j):
            found.append(Place(_name(sentence, i, j), i, j, slot, _kind_of_place(sentence, i, j)))
        i = j
    return found


def _kind_of_place(sentence: Sentence, i: int, j: int) -> str:
    for at in (j, j - 1):
        if at < len(sentence) and sentence.lower[at] in _PLACE_NOUNS:
            return sentence.lower[at]
    if i > 1 and sentence.lower[i - 1] == "of" and sentence.lower[i - 2] in _PLACE_NOUNS:
        return sentence.lower[i - 2]
    following = [x for x in range(j + 1, min(j + 7, len(sentence))) if sentence.lower[x] in _PLACE_NOUNS]
    return sentence.lower[following[0]] if following and sentence.lower[j] == "," and sentence.lower[j + 1] in ("a", "an", "the") else ""


def named_again(sentence: Sentence, begin: int, end: int) -> str:
    """The noun of a place that is named before and meant here ("across the region", "in the town"), between two words; "" for none."""
    for at in range(begin, min(end, len(sentence)) - 1):
        if sentence.lower[at] in _LOCATIVE and sentence.lower[at + 1] in ("the", "that", "this"):
            noun = sentence.lower[at + 2] if at + 2 < len(sentence) else ""
            if noun in _PLACE_NOUNS and (at + 3 >= len(sentence) or sentence.lower[at + 3] != "of"):
                return noun
    return ""


def _label_end(sentence: Sentence, lexicon: Lexicon) -> int:
    """For "Upper Nile: 36,700 displaced": the words of the label; 0 where the sentence begins with none, or with one that names no place."""
    if ":" not in sentence.lower[1:6]:
        return 0
    end = sentence.lower.index(":", 1)
    for at in range(end):
        word, lower = sentence.words[at], sentence.lower[at]
        if not (word[0].isupper() and word[0].isalpha()) and lower not in _SMALL:
            return 0
        if (len(word) > 1 and word.isupper()) or any(
            lower in table for table in (lexicon.things, lexicon.labels, lexicon.nouns, lexicon.services, lexicon.claimants)
        ):
            return 0
        if lower in lexicon.months or lower in lexicon.weekdays or lower in lexicon.verbs or lower in lexicon.not_before:
            return 0
    return end


def _dateline_end(sentence: Sentence) -> int:
    """For "NAIROBI, 29 January 2026 – …" and "KYIV (Reuters) - …": the first word behind the dash."""
    if not sentence.words or not sentence.words[0].isupper() or len(sentence.words[0]) < 3:
        return 0
    return next((at + 1 for at in range(1, min(16, len(sentence))) if sentence.lower[at] in ("—", "–", "-", "--")), 0)


def _may_begin(sentence: Sentence, i: int, lexicon: Lexicon) -> bool:
    word = sentence.words[i]
    if not word[0].isupper() or not word[0].isalpha():
        return False
    lower = sentence.lower[i]
    if lower in lexicon.weekdays or lower in lexicon.months:
        return False
    if lexicon.things.at(sentence.lower, i) is not None or lower in lexicon.not_before:
        return False  # IDPs, Camp 9, Phase 3
    if sentence.tags[i] in _NAME:
        return True
    if (
        i == 0
        and len(sentence) > 1
        and lexicon.things.at(sentence.lower, 0) is None
        and lexicon.claimants.at(sentence.lower, 0) is None
    ):
        return sentence.tags[1] in ("VBD", "VBZ", "POS", ",", ":") and sentence.tags[0] not in (
            "DT",
            "PRP",
            "IN",
            "RB",
            "CC",
            "EX",
            "WP",
            "CD",
            "PRP$",
            "WRB",
            "VBN",
            "VBG",
        )
    return (
        i > 0
        and sentence.tags[i] in ("NN", "NNS", "JJ", "VB", "VBG", "FW", "RB", "VBN")
        and sentence.lower[i - 1] in _LOCATIVE | {"the", "of"}
        and lexicon.nations.at(sentence.lower, i) is None
    )


def _end(sentence: Sentence, i: int, lexicon: Lexicon) -> int:
    """Where a capitalised name ends: "Bor South", "Port-au-Prince", "Wau Shilluk", "Al-Rawdah", "Bosnia and Herzegovina"."""
    nation = lexicon.nations.at(sentence.lower, i)
    if nation is not None and nation[1].form == "name":
        after = i + nation[0]
        if after >= len(sentence) or not sentence.words[after][0].isupper() or sentence.lower[after] in lexicon.weekdays:
            return after
    j = i + 1
    while j < len(sentence):
        word, lower = sentence.words[j], sentence.lower[j]
        if (
            word[0].isupper()
            and word[0].isalpha()
            and lower not in lexicon.weekdays
            and lower not in lexicon.months
            and sentence.tags[j] in (*_NAME, "NN", "NNS", "JJ")
        ):
            j += 1
        elif (
            lower in ("de", "del", "la", "el", "al", "of", "du", "da", "do", "the", "es", "and")
            and lower not in ("of", "and", "the")
            and j + 1 < len(sentence)
            and sentence.words[j + 1][0].isupper()
        ):
            j += 2
        else:
            break
    return j


def _slot(sentence: Sentence, i: int, j: int, lexicon: Lexicon) -> str:
    lower, tags = sentence.lower, sentence.tags
    following = lower[j] if j < len(sentence) else ""
    nation = lexicon.nations.at(lower, i)
    if nation is not None and nation[1].form in ("adjective", "people") and i + nation[0] == j and following not in ("'s", "’s"):
        return ""
    k = i - 1
    hops = 0
    while (
        k >= 0
        and hops < _CLOSE
        and (
            tags[k] in ("DT", "JJ", "JJS", "POS", "PRP$", "VBN", "VBG", "CD", "NN", "NNS")
            or lower[k] in _PLACE_NOUNS
            or (tags[k] in _NAME and lexicon.nations.at(lower, k) is not None)
        )
    ):
        if lower[k] in _LOCATIVE:
            break
        k -= 1
        hops += 1
    if following in ("'s", "’s"):  # "Sudan's South Kordofan state": the narrower name follows
        if j + 1 < len(sentence) and (
            sentence.words[j + 1][0].isupper() or (k >= 0 and lower[k] in _LOCATIVE and _noun_is_place(sentence, j + 1))
        ):
            return "" if sentence.words[j + 1][0].isupper() else lower[k]
        return ""
    if k >= 0 and lower[k] in _LOCATIVE:
        if following and tags[j] in ("NNS", "NN") and following not in _PLACE_NOUNS and j < len(sentence) and i - 1 > k:
            return ""
        return lower[k]
    if k >= 0 and lower[k] == "of" and k > 0:
        if (
            lower[k - 1] in _PLACE_NOUNS
            or lower[k - 1] in ("out", "outside", "inside")
            or tags[k - 1] in ("RB", "NN", "JJ")
            and lower[k - 1] in ("north", "south", "east", "west", "northwest", "northeast", "southeast", "southwest")
        ):
            return "of"
        return (
            "of"
            if lower[k - 1]
            in (
                "shelling",
                "bombardment",
                "siege",
                "blockade",
                "most",
                "much",
                "all",
                "swathes",
                "half",
                "control",
                "bombing",
                "evacuation",
                "destruction",
                "people",
                "residents",
            )
            else ""
        )
    if i > 0 and (
        lower[i - 1] in _ENTERING
        or lower[i - 1] in lexicon.condition_verbs
        or (i > 1 and lower[i - 1] in ("out", "up") and tags[i - 2] in ("VBD", "VBN", "VBZ"))
    ):
        return "object"
    if i > 1 and lower[i - 1] in ("the", "both") and lower[i - 2] in _ENTERING:
        return "object"
    if lower[i - 1 : i] == ["and"] or lower[i - 1 : i] == [","]:
        return "list" if _continues_list(sentence, i, lexicon) else _as_subject(sentence, i, j)
    slot = _as_subject(sentence, i, j)
    if slot == "topic" and nation is not None and (following not in _LYING and lower[j + 1 : j + 2] != ["been"]):
        return ""  # "Russia has acknowledged": a country that acts is no place
    return slot


def _noun_is_place(sentence: Sentence, at: int) -> bool:
    return any(sentence.lower[x] in _PLACE_NOUNS for x in range(at, min(at + 4, len(sentence))))


def _continues_list(sentence: Sentence, i: int, lexicon: Lexicon) -> bool:
    """ "in Homs, Hama and Idlib": a name joined to one in a place's slot."""
    at = i - 2
    if at < 0 or not sentence.words[at][0].isupper():
        return False
    while at >= 0 and (sentence.words[at][0].isupper() or sentence.lower[at] in (",", "and")):
        at -= 1
    return at >= 0 and (sentence.lower[at] in _LOCATIVE or sentence.lower[at] in _PLACE_NOUNS)


def _as_subject(sentence: Sentence, i: int, j: int) -> str:
    """ "Mariupol, eastern Ukraine's main port, has been surrounded", "Masisi was cut off", "Kherson, a provincial capital"; a label "Jonglei:"."""
    following = sentence.lower[j] if j < len(sentence) else ""
    if i == 0 and following in (":", "-", "–", "—", "("):
        return "label"
    if following == "(" and j + 1 < len(sentence) and sentence.lower[j + 1][0].isdigit():
        return "label"
    if following == "," and j + 1 < len(sentence):
        noun = next(
            (x for x in range(j + 1, min(j + 9, len(sentence))) if sentence.lower[x] in _PLACE_NOUNS or sentence.lower[x] == ","),
            None,
        )
        if (
            noun is not None
            and sentence.lower[noun] in _PLACE_NOUNS
            and sentence.lower[j + 1]
            in ("a", "an", "the", "home", "eastern", "western", "northern", "southern", "capital", "where", "its", "one", "once")
            or (noun is not None and sentence.lower[noun] in _PLACE_NOUNS and sentence.tags[j + 1] in ("JJ", "NNP"))
        ):
            return "subject"
    if (i == 0 or sentence.lower[i - 1] in (",", "and", "but", "while")) and following in _HOLDING:
        return "topic"
    if j < len(sentence) and (sentence.lower[j][0].isdigit() or sentence.tags[j] == "CD") and j - i <= 2:
        return "topic"
    return ""


def _is_other_name(sentence: Sentence, i: int, j: int) -> bool:
    if any(sentence.lower[x] in _NOT_PLACES for x in range(i, j)):
        return True
    if (
        j - i == 1
        and len(sentence.words[i]) > 1
        and sentence.words[i].isupper()
        and sentence.lower[i - 1 : i] not in (["in"], ["from"], ["to"], ["into"], ["across"])
    ):
        return True  # WFP, UNHCR, CORRECTION
    return any(sentence.lower[x] in _ORG_WORDS for x in range(i, j)) or (j < len(sentence) and sentence.lower[j] in _ORG_WORDS)


def _name(sentence: Sentence, i: int, j: int) -> str:
    """The bare name, but a camp or a hospital in full."""
    if j < len(sentence) and sentence.lower[j] in _KEEP_NOUN:
        return sentence.say(i, j + 1)
    last = sentence.lower[j - 1]
    if (
        j - i > 1
        and last in _PLACE_NOUNS
        and last not in _KEEP_NOUN
        and last not in ("south", "north", "east", "west", "city", "island", "republic", "port", "valley")
    ):
        return sentence.say(i, j - 1)
    return sentence.say(i, j)
