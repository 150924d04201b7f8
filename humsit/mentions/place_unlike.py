"""Capitalised words that no place is called: "LGAs", "UNICEF-supported", "CwC", "Twenty", "Response Mechanism"."""

from __future__ import annotations

_PARTS_OF_COMPOUNDS = ("ed", "led", "run", "based", "owned", "built", "held", "made", "born", "wide", "only", "specific", "free")
_LEAST_ABSTRACT = 8  # letters of a word that its ending tells: "Isolation", not "Notion"
_ABSTRACT = ("tion", "tions", "ment", "ments", "bility", "ology", "ism", "isms")


def is_no_place_word(word: str) -> bool:
    """Whether a word's look alone says that it names no place, nor begins one's name.

    1. a plural of letters: "LGAs", "HHs", "UXOs", "PHCUs"    2. letters of mixed size: "CwC", "RoC"
    3. a compound with a participle: "UNICEF-supported", "AIDS-related", "Houthi-held"
    """
    head, dash, rest = word.rpartition("-")
    if dash:
        return bool(head) and rest.islower() and rest.endswith(_PARTS_OF_COMPOUNDS)
    if len(word) > 2 and word[-1] == "s" and word[:-1].isupper() and word[:-1].isalpha():
        return True
    return len(word) == 3 and word[0].isupper() and word[1].islower() and word[2].isupper()


def is_abstract(word: str) -> bool:
    """Whether a small word's ending says that it is no place: "isolation", "mechanism", "responsibility"."""
    return len(word) >= _LEAST_ABSTRACT and word.endswith(_ABSTRACT)
