"""The forms of a word: lists hold the dictionary form, texts hold the others."""

from __future__ import annotations

from typing import NamedTuple

VOWELS = tuple("aeiou")


class VerbForms(NamedTuple):
    """base, third person, past (one or two), past participle (one or two), -ing."""

    base: str
    third: str
    past: tuple[str, ...]
    participle: tuple[str, ...]
    ing: str

    def all(self) -> set[str]:
        """Every form."""
        return {self.base, self.third, self.ing, *self.past, *self.participle}


def regular_verb(base: str) -> VerbForms:
    """The forms of a regular verb: kill, kills, killed, killing; fatten keeps its n, trap is in the list of irregular ones."""
    if base.endswith("e"):
        past, ing = base + "d", (base if base.endswith("ee") else base[:-1]) + "ing"
    elif base.endswith("y") and base[-2:-1] not in "aeiou":
        past, ing = base[:-1] + "ied", base + "ing"
    elif len(base) <= 4 and base[-1] not in "aeiouwxy" and base[-2:-1] in VOWELS and base[-3:-2] not in "aeiou":
        past, ing = base + base[-1] + "ed", base + base[-1] + "ing"
    else:
        past, ing = base + "ed", base + "ing"
    third = (
        base[:-1] + "ies"
        if base.endswith("y") and base[-2:-1] not in "aeiou"
        else base + ("es" if base.endswith(("s", "x", "z", "ch", "sh")) else "s")
    )
    return VerbForms(base, third, (past,), (past,), ing)


def plural(singular: str, irregular: dict[str, str]) -> str:
    """The plural of a noun phrase; `irregular` maps whole phrases or last words."""
    if singular in irregular:
        return irregular[singular]
    head, _, last = singular.rpartition(" ")
    if " of " in singular:  # prisoner of war, head of cattle
        first, _, rest = singular.partition(" of ")
        return f"{plural(first, irregular)} of {rest}"
    if last in irregular:
        last = irregular[last]
    elif last.endswith("man"):
        last = last[:-3] + "men"
    elif last.endswith("child"):
        last += "ren"
    elif last.endswith("y") and last[-2:-1] not in "aeiou":
        last = last[:-1] + "ies"
    else:
        last += "es" if last.endswith(("s", "x", "ch", "sh")) else "s"
    return f"{head} {last}".strip()
