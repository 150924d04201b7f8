"""Names of private persons, replaced in everything that leaves: a witness is no official, and a name can cost a life.

Who is private: a claimant of the type "witness" who has a name, and a claimant of no known kind whom the report itself presents
as one (by a form of address, an age, or what they are: "Amina, a mother of four"). Officials and organisations keep their names.
A person becomes "a resident (3141-5926)" or "a witness (3141-5926)": the same number wherever the name comes up, worked out with
a key that never leaves this machine. A person who is only mentioned, and quoted nowhere, is not found: read before you share.
"""

from __future__ import annotations

import hashlib
import hmac
import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

import pandas as pd

from humsit.claims.names import fold, is_country
from humsit.records import ClaimantType
from humsit.tables import TABLES, allowed
from humsit.tables.columns import TEXT

EVERYWHERE = ""
"""The scope of a name that is replaced in every text; parts of names are replaced only in the report that they come from."""
_TITLES = frozenset("mr mrs ms miss mister madam".split())
_RESIDENTS = frozenset("resident villager inhabitant local neighbour neighbor townsperson parishioner".split())
_PARTICLES = frozenset("al el bin ibn abu umm de del da dos van von der den la le".split())
_NO_NAMES = frozenset("local some many several other another one two three the a an all former young old elderly".split())
_BODIES = frozenset(
    "agency army association authority bank board camp centre center city club coalition command commission committee company "
    "corporation council crescent cross department directorate district embassy federation forces foundation front government "
    "group hospital initiative institute international media ministry mission movement nations network news observatory office "
    "organisation organization party police post press programme project province region reports rights school service society "
    "state survey team television times town trust union university village watch world".split()
)
_PLACED = re.compile(r"\s+(?:of|in|from|at|near|outside|who|with|for)\s.*", re.DOTALL)
_WORD = re.compile(r"[^\W_][\w'’.-]*")
_KEPT = frozenset({"place", "country", "admin1", "side", "claimant_side", "url", "publisher", "agency", "in_words", "who"})
"""Text that never holds a claimant's name, or is no one's private name: places, parties, who printed, who decided."""
_REASONS = frozenset({"standing_reason"})


@dataclass(frozen=True, slots=True)
class _Person:
    pattern: re.Pattern[str]
    shown: str


@dataclass(slots=True)
class People:
    """The private persons whom the rows so far name. `roles`: the words for private persons ("shopkeeper"); `key`: a secret."""

    roles: frozenset[str]
    key: bytes
    _by_word: dict[tuple[str, str], dict[str, _Person]] = field(default_factory=dict)
    """(scope, a word of the name) → who may be meant."""

    def meet(self, claimant: str, kind: str, quote: str = "", scopes: Iterable[str] = ()) -> str:
        """Remember a claimant if it is a private person. Returns the words that stand for them; "" for everybody else."""
        name = self.private_name(claimant, kind, quote)
        if not name:
            return ""
        shown = self._shown(name, f"{claimant} {_after(name, quote)}")
        words = name.split()
        if len(words) > 1:
            self._remember(EVERYWHERE, name, words[-1], shown)
        for scope in scopes:
            self._remember(scope, claimant, words[-1], shown)
            self._remember(scope, name, words[-1], shown, alone=len(words) == 1)
            for word in words:
                if len(word) > 2 and fold(word) not in _PARTICLES:
                    self._remember(scope, word, word, shown, alone=len(words) == 1)
        return shown

    def private_name(self, claimant: str, kind: str, quote: str = "") -> str:
        """The name of a private person without title and trade; "" where the claimant is none, or has no name."""
        name = self._name(claimant)
        if not name or kind == ClaimantType.WITNESS:
            return name
        if kind not in (ClaimantType.UNKNOWN, ClaimantType.UNNAMED):
            return ""
        titled = fold(claimant).split()[0] in _TITLES
        return name if titled or self._presented(name, quote) else ""

    def may_be_a_person(self, claimant: str) -> bool:
        """Whether the claimant reads as a name, so that a sentence may show a private person."""
        return bool(self._name(claimant))

    def _name(self, claimant: str) -> str:
        words = [word.strip(".,“”\"'") for word in _PLACED.sub("", claimant).split()]
        told = [word for word in words if word and fold(word) not in _TITLES and not self._is_role(word)]
        while told and (not told[0][:1].isupper() or fold(told[0]) in _NO_NAMES or is_country(told[0])):
            told = told[1:]
        named = [word for word in told if word[:1].isupper() or fold(word) in _PARTICLES or word == "and"]
        if not named or len(named) < len(told) or len(named) > 6 or not _BODIES.isdisjoint(fold(name) for name in named):
            return ""
        return " ".join(named)

    def _is_role(self, word: str) -> bool:
        said = fold(word)
        return said in self.roles or said.removesuffix("s") in self.roles

    def _presented(self, name: str, quote: str) -> bool:
        """Whether the sentence says the age of the person, or what they are."""
        after = _after(name, quote)
        if re.match(r"\s*[,(]\s*(?:aged\s+)?\d{1,3}\b(?!,\d)", after) or re.search(rf"-year-old\s+{re.escape(name)}\b", quote):
            return True
        said = re.match(r"\s*,\s*(?:an?|the|who(?:se)?)\s+([^,.;]{1,60})", after)
        return bool(said) and any(self._is_role(word) for word in _WORD.findall(said[1] if said else ""))

    def _shown(self, name: str, about: str) -> str:
        digits = str(int.from_bytes(hmac.new(self.key, fold(name).encode(), hashlib.sha256).digest()[:8]) % 10**8).zfill(8)
        resident = not _RESIDENTS.isdisjoint(word.removesuffix("s") for word in fold(about).split())
        return f"a {'resident' if resident else 'witness'} ({digits[:4]}-{digits[4:]})"

    def _remember(self, scope: str, said: str, word: str, shown: str, *, alone: bool = False) -> None:
        before = r"(?:[^\W\d_a-z][\w'’-]+ )?" if alone else ""  # "Ivan Koval" where the report goes on with "Koval"
        pattern = re.compile(rf"(?<!\w){before}{re.escape(said)}(?!\w)")
        self._by_word.setdefault((scope, word), {}).setdefault(said, _Person(pattern, shown))

    # --- replacing

    def masked(self, text: str, *scopes: str) -> str:
        """The text without the names that were met, in these scopes also without their parts."""
        if not self._by_word or not text:
            return text
        words = set(_words(text))
        found: dict[str, _Person] = {}
        for scope in (EVERYWHERE, *scopes):
            for word in words:
                found |= self._by_word.get((scope, word), {})
        for said, person in sorted(found.items(), key=lambda one: -len(one[0])):
            if said in text:
                text = person.pattern.sub(person.shown, text)
        return text

    def masked_frame(self, frame: pd.DataFrame, table: str) -> pd.DataFrame:
        """A table's frame without private names; the claimants of its own rows are met first."""
        scopes = {name: frame[name].astype("string").fillna("") for name in ("document_id", "question_id") if name in frame}
        if "claimant_type" in frame and (said := "claimant" if "claimant" in frame else "source"):
            quotes = frame["quote"] if "quote" in frame else [""] * len(frame)
            rows = zip(frame[said], frame["claimant_type"], quotes, *scopes.values(), strict=True)
            for claimant, kind, quote, *of in rows:
                self.meet(str(claimant), str(kind), str(quote), (one for one in of if one))
        if not self._by_word:
            return frame
        made = {name: self._column(frame, name, scopes) for name in _texts(table) if name in frame}
        return frame.assign(**made)

    def _column(self, frame: pd.DataFrame, name: str, scopes: Mapping[str, pd.Series[str]]) -> pd.Series[str]:
        of = [scope for column, scope in scopes.items() if column == "question_id" or name not in _REASONS]
        cells = list(zip(frame[name], *of, strict=True)) if of else [(cell,) for cell in frame[name]]
        once = {cell: cell[0] if pd.isna(cell[0]) else self.masked(str(cell[0]), *filter(None, cell[1:])) for cell in set(cells)}
        masked = [once[cell] for cell in cells]
        return pd.Series(masked, index=frame.index, dtype="string")


def roles_of(rows: Collection[Mapping[str, str]]) -> frozenset[str]:
    """The words for private persons in the word list of claimants: "witness", "shopkeeper" …"""
    return frozenset(fold(row["words"]) for row in rows if row["type"] == ClaimantType.WITNESS)


def _texts(table: str) -> list[str]:
    return [
        column.name
        for column in TABLES[table]
        if column.dtype == TEXT and column.name not in _KEPT and not column.name.endswith("_id") and not allowed(column.name)
    ]


@lru_cache(10_000)
def _words(text: str) -> tuple[str, ...]:
    return tuple({word for said in _WORD.findall(text) for word in (said, said.rstrip(".'’"), re.sub(r"['’]s$", "", said))})


def _after(name: str, quote: str) -> str:
    return quote.partition(name)[2] if name in quote else ""
