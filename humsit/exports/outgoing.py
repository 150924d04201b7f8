"""What may leave the desk: tables and questions without what is confidential, and without the names of private persons."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property

import pandas as pd

from humsit import home
from humsit.claims import ConditionQuestion, Question
from humsit.exports.narrowed import day_in_words, filters_in_words
from humsit.exports.people import People, roles_of
from humsit.exports.withheld import NOTHING, Withheld, withheld, without, without_conditions, without_rows
from humsit.records import ClaimantType, Measure, Standing
from humsit.situation import ALL, Clock, Selection, Situation, confidential_reports

PAGE = 20_000
"""Rows that are held at once where a table is written part by part."""
BY_PARTS = frozenset({"figures", "conditions", "denials", "corrections"})
"""Tables whose rows stand each for itself; the rows of the others belong together."""
TOO_MANY = 20_000
"""Rows above which a table is not put together in memory for a download."""
_NAMES_AT_ONCE = 500


@dataclass
class Outgoing:
    """One export or brief: what it takes from the situation, and what it leaves out. Made anew for each, and then done with."""

    situation: Situation
    selection: Selection = ALL
    mask_names: bool = True
    include_confidential: bool = False
    today: dt.date = field(default_factory=dt.date.today)

    @cached_property
    def withheld(self) -> Withheld:
        """What confidential reports say."""
        return NOTHING if self.include_confidential else withheld(self.situation, self.selection.known)

    @cached_property
    def people(self) -> People:
        """The private persons among all claimants; those whom only a sentence gives away are met with the rows."""
        people = People(roles_of(self.situation.vocabulary.rows["claimants"]), home.masking_key())
        unsure = []
        for source in self.situation.all_sources(self.selection.widest):
            if source.type is ClaimantType.WITNESS:
                people.meet(source.name, source.type.value)
            elif source.type is ClaimantType.UNKNOWN and people.may_be_a_person(source.name):
                unsure.append(source.name)
        for first in range(0, len(unsure), _NAMES_AT_ONCE):
            names = tuple(unsure[first : first + _NAMES_AT_ONCE])
            for corrected in self.situation.facts(Selection(claimant=names, known=self.selection.known)):
                fact = corrected.fact
                people.meet(fact.claimant, fact.claimant_type.value, fact.quote)
        return people

    # --- tables

    def table(self, name: str) -> pd.DataFrame:
        """A table as it may leave. WrongValue for a table that does not exist."""
        return self.cleared(self.situation.table(name, self.selection), name)

    def pages(self, name: str) -> Iterator[pd.DataFrame]:
        """The same in parts, at least one: small tables and those whose rows belong together in one."""
        if name not in BY_PARTS or (rows := self.situation.count(name, self.selection)) <= PAGE:
            yield self.table(name)
            return
        for offset in range(0, rows, PAGE):
            yield self.cleared(self.situation.page(name, self.selection, limit=PAGE, offset=offset), name)

    def cleared(self, frame: pd.DataFrame, name: str) -> pd.DataFrame:
        """Some rows of a table as they may leave."""
        kept = without_rows(frame, name, self.withheld, self.situation, self.selection.known).reset_index(drop=True)
        return self.people.masked_frame(kept, name) if self.mask_names else kept

    def count(self, name: str) -> int:
        """How many rows of a table of facts or reports may leave."""
        rows = self.situation.count(name, self.selection)
        of = (replace(self.selection, document_id=document_id) for document_id in self.withheld.documents)
        return rows - sum(self.situation.count(name, one) for one in of)

    # --- questions

    def questions(self, standing: Collection[Standing], measure: Collection[Measure], limit: int) -> list[Question]:
        """Some of the questions asked for, those on which most depends first, before anything is left out of them."""
        return self.situation.questions(self.selection, standing=standing, measure=measure, limit=limit)

    def conditions(self) -> list[ConditionQuestion]:
        """The conditions asked for, disputed ones first, before anything is left out of them."""
        return self.situation.condition_questions(self.selection)

    def question(self, question: Question) -> Question | None:
        """A question as it may leave, its names not yet masked; None where nothing of it may."""
        return without(question, self.withheld)

    def condition(self, question: ConditionQuestion) -> ConditionQuestion | None:
        """The same of a condition."""
        return without_conditions(question, self.withheld)

    def text(self, text: str, *scopes: str) -> str:
        """A text without private names; `scopes`: the document_id or question_id that it belongs to."""
        return self.people.masked(text, *scopes) if self.mask_names else text

    # --- what a reader is told

    @property
    def notes(self) -> list[str]:
        """What this export shows and what it leaves out, a sentence each."""
        return [self.as_known, *filters_in_words(self.selection, private=self.mask_names), *self.left_out]

    @property
    def as_known(self) -> str:
        """As of when it was known."""
        known = self.selection.known
        if known.on is None:
            return f"As known on {day_in_words(self.today)}."
        by = "received" if known.by == Clock.RECEIVED else "published"
        return f"As known on {day_in_words(known.on)}, by what had been {by}; made on {day_in_words(self.today)}."

    @property
    def left_out(self) -> list[str]:
        """What a reader of it should know is not there, or not as the reports say it."""
        told = self.of_confidential
        if self.mask_names:
            told.append(
                "Names of witnesses and other private persons who are quoted are replaced, as far as they are recognised."
            )
        return told

    @property
    def of_confidential(self) -> list[str]:
        """What became of confidential reports; empty where there are none."""
        number = len(confidential_reports(self.situation))
        if not number:
            return []
        are, they = (
            ("1 confidential report is", "it says") if number == 1 else (f"{number:,} confidential reports are", "they say")
        )
        if self.include_confidential:
            return [f"{are} included: do not pass this on."]
        return [f"{are} left out, with all that only {they}; standings stay as they are at the desk."]
