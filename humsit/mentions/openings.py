"""How a sentence begins: with the label of a row, a dateline, or nothing but a name."""

from __future__ import annotations

from humsit.documents.masthead import agency_named
from humsit.grammar.classes import NAMES
from humsit.mentions.place_names import is_name_word
from humsit.mentions.sentence import Sentence
from humsit.vocabulary.compiled import Lexicon

LONGEST_DATELINE = 16
LONGEST_TITLE = 4
LONGEST_AGENCY = 5  # words of "(Xinhua News Agency"
DASHES = frozenset({"—", "–", "-", "--"})

_OF_ABSTRACTS = ("tions", "tion", "ments", "ment", "ness", "ings", "ity", "ities")
_SMALL = frozenset({"de", "del", "la", "el", "al", "du", "da", "do", "es", "and", "of"})


def label_end(sentence: Sentence, lexicon: Lexicon) -> int:
    """For "Upper Nile: 36,700 displaced" the words of the label; 0 where it begins with none, or with no place's name."""
    if ":" not in sentence.lower[1:6]:
        return 0
    end = sentence.lower.index(":", 1)
    if end == 1 and is_common_word(sentence.words[0], lexicon):
        return 0
    return end if all(may_be_in_label(sentence, at, lexicon) for at in range(end)) else 0


def title_end(sentence: Sentence, lexicon: Lexicon) -> int:
    """For "Port Sudan. Shelling has ceased …": a paragraph that begins with nothing but a name."""
    end = len(sentence) - 1
    begin = 0 if sentence.words[0][0].isalnum() else 1  # an emoji
    if not begin < end <= LONGEST_TITLE + begin or sentence.words[end] != "." or sentence.start != sentence.block.start:
        return 0
    is_name = all(may_be_in_label(sentence, at, lexicon) and is_name_word(sentence.words[at]) for at in range(begin, end))
    return end if is_name and not (end == begin + 1 and is_common_word(sentence.words[begin], lexicon)) else 0


def dateline_end(sentence: Sentence, lexicon: Lexicon) -> int:
    """For "NAIROBI, 29 January 2026 – …" and "KYIV (Reuters) - …": the first word behind the dash, or the agency."""
    words, lower = sentence.words, sentence.lower
    if not words or len(words[0]) < 3:
        return 0
    if behind := _behind_agency(sentence):
        return behind
    begins = sentence.is_capital(0) and ("," in lower[1:3] or (len(lower) > 3 and lower[1] == "(" and lower[3] == ")"))
    dated = begins and any(word in lexicon.months for word in lower[1:8])
    if not words[0].isupper() and not dated:
        return 0
    longest = min(LONGEST_DATELINE, len(words))
    dash = next((at + 1 for at in range(1, longest) if lower[at] in DASHES), 0)
    return dash or (next((at + 1 for at in range(3, longest) if _is_agency(sentence, at)), 0) if dated else 0)


def _behind_agency(sentence: Sentence) -> int:
    """ "Accra (dpa) – Gunmen …", "Port Sudan (Reuters) - A drone …": the word behind the dash; 0 where none is so credited."""
    lower = sentence.lower
    if "(" not in lower[1:LONGEST_TITLE]:
        return 0
    begin = lower.index("(", 1)
    end = next((at for at in range(begin + 2, min(begin + LONGEST_AGENCY, len(lower))) if lower[at] == ")"), 0)
    is_followed = end and sentence.word(end + 1) in DASHES and all(sentence.is_capital(at) for at in range(begin))
    return end + 2 if is_followed and agency_named(sentence.say(begin + 1, end)) else 0


def _is_agency(sentence: Sentence, end: int) -> bool:
    """ "Ho, 8 December 2025 (GNA) No fewer than …"."""
    return sentence.lower[end] == ")" and sentence.lower[end - 2] == "(" and sentence.words[end - 1].isupper()


def may_be_in_label(sentence: Sentence, at: int, lexicon: Lexicon) -> bool:
    """Whether a word may belong to a place that is a label: a capitalised word that says nothing else."""
    word, lower = sentence.words[at], sentence.lower[at]
    if lower in _SMALL:
        return True
    if not (word[0].isupper() and word[0].isalpha()) or (len(word) > 1 and word.isupper()):
        return False
    if lower in lexicon.months or lower in lexicon.weekdays or sentence.tags[at] == "RB":
        return False
    if lower in lexicon.verbs and sentence.tag(at + 1) not in NAMES:
        return False  # but "Kill Devil Hills"
    if lower in lexicon.place_words["no_place"]:
        return False
    listed = (lexicon.things, lexicon.labels, lexicon.nouns, lexicon.services, lexicon.claimants, lexicon.not_before)
    return not any(lower in table for table in listed)


def is_common_word(word: str, lexicon: Lexicon) -> bool:
    """ "Hunger has …": a word that texts write small."""
    known, lower = lexicon.tagger.lexicon, word.lower()
    if (lower in known and word not in known) or lower.endswith(_OF_ABSTRACTS):
        return True
    one = lower[:-1]
    return lower.endswith("s") and word not in known and one in known and one.capitalize() not in known
