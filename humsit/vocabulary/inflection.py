"""The forms of a word: lists hold the dictionary form, texts hold the others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
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


class Forms:
    """The forms of the words of one language's lists.

    English is bent by rule, but for what verb_forms.csv and plurals.csv say. Of other languages a word has the forms that these
    lists give it, and else stands as it is written: every form a row.
    """

    def __init__(self, verb_forms: Iterable[Mapping[str, str]], plurals: Iterable[Mapping[str, str]], *, by_rule: bool) -> None:
        self._verbs = {row["base"]: _listed(row) for row in verb_forms}
        self._plurals = {row["singular"]: row["plural"] for row in plurals}
        self._by_rule = by_rule

    def plural(self, singular: str) -> str:
        """The plural of a noun phrase."""
        return plural(singular, self._plurals) if self._by_rule else self._plurals.get(singular, singular)

    def regular_plural(self, singular: str) -> str:
        """The plural by rule where there is one, whatever the lists say."""
        return plural(singular, {}) if self._by_rule else self.plural(singular)

    def with_s(self, singular: str) -> str:
        """The plural with nothing but an s: "taps", and no "supplies", which says more than a supply."""
        return singular + "s" if self._by_rule else self.plural(singular)

    def of_verb(self, base: str) -> list[tuple[str, str]]:
        """The forms of a verb, each with its kind: base, third, past, participle, both of these, ing."""
        if base not in self._verbs and not self._by_rule:
            return [(base, "past")]
        forms = self._verbs.get(base) or regular_verb(base)
        return [
            (forms.base, "base"),
            (forms.third, "third"),
            *((w, "both" if w in forms.participle else "past") for w in forms.past),
            *((w, "participle") for w in forms.participle if w not in forms.past),
            (forms.ing, "ing"),
        ]


def _listed(row: Mapping[str, str]) -> VerbForms:
    return VerbForms(row["base"], row["third"], tuple(row["past"].split(";")), tuple(row["participle"].split(";")), row["ing"])
