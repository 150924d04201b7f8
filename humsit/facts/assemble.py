"""Links the mentions of a document's sentences to facts: which count has which place, speaker, stance, group; what carries over from before."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any, TypeVar

from humsit.documents.blocks import BlockKind
from humsit.facts.draft import Draft
from humsit.facts.identity import fact_id
from humsit.facts.where import condition_place, figure_place, heading_place
from humsit.mentions.conditions import Found, find_conditions
from humsit.mentions.denials import FoundDenial, find_denials
from humsit.mentions.groups import counted_by
from humsit.mentions.labels import is_total, read_label
from humsit.mentions.hedges import Hedge, find_hedges
from humsit.mentions.measures import Count, Frames
from humsit.mentions.periods import find_period
from humsit.mentions.places import Place, find_places
from humsit.mentions.quantities import find_quantities
from humsit.mentions.sentence import Sentence
from humsit.mentions.speakers import Attribution, Memory, Speaker, Speakers, covering
from humsit.records import AnyFact, Condition, Denial, Document, Reason
from humsit.vocabulary import Lexicon
from humsit.vocabulary.compiled import Phrases

T = TypeVar("T")

_UNIT_OF = {
    "homes_damaged": "buildings",
    "homes_destroyed": "buildings",
    "facilities_damaged": "facilities",
    "attacks": "incidents",
    "aid": "other",
    "funding": "usd",
    "distance": "km",
    "other": "other",
}
_OWN = frozenset({"its", "their", "his", "our", "own"})
_FORCES = frozenset({"military", "armed_group", "government"})
_CARRYING = frozenset(
    {"of", "at", "is", "was", "to", "as", "than", "verified", "confirmed", "counted", "recorded", "reported", "be"}
)
_OPENING_QUOTES = frozenset("\"“„«")
_NUMBER_NOUNS = frozenset({"figure", "estimate", "number", "toll", "total", "count"})
LONGEST_LISTED = 8  # words of a bullet that its list's heading still explains


def phrases_in(known: Phrases[T], sentence: Sentence, i: int, j: int) -> list[T]:
    """What the words [i, j) name, each word in the longest phrase that begins at it ("South Sudanese" is not Sudanese)."""
    found, at = [], i
    while at < j:
        hit = known.at(sentence.lower, at)
        if hit is not None:
            found.append(hit[1])
        at += hit[0] if hit is not None else 1
    return found


@dataclass
class Paragraph:
    """What a paragraph has said so far: the places it named, the last place that a figure was given."""

    number: int = -1
    places: list[Place] = field(default_factory=list)
    place: str = ""
    spoken: bool = False
    """Whether somebody has been named as speaking."""


class Assembly:
    """Reads the sentences of one document in their order and puts its facts together."""

    def __init__(self, document: Document, lexicon: Lexicon) -> None:
        self.document, self.lexicon = document, lexicon
        self.memory = Memory()
        self.drafts: list[Draft] = []
        self.conditions: dict[tuple[str, str, str], Condition] = {}
        self.denials: list[Denial] = []
        self.paragraph = Paragraph()
        self.spoken_of: Counter[str] = Counter()
        self.waiting: list[Draft] = []
        """Drafts inside an open quotation whose speaker has not been named yet."""

    def facts(self) -> list[AnyFact]:
        """All facts, in the order of the text."""
        figures = [draft.figure(self.document) for draft in self.drafts]
        return sorted([*figures, *self.conditions.values(), *self.denials], key=lambda fact: (fact.start, fact.kind))

    # -- one sentence -------------------------------------------------------------------------------------------------------------

    def read(self, sentence: Sentence) -> None:
        """Take from one sentence what it says."""
        if sentence.paragraph != self.paragraph.number:
            self.paragraph = Paragraph(sentence.paragraph, [], "")
            self.memory.open_quote = False
            self.waiting = []
        counts = self._counts(sentence)
        attributions = Speakers(sentence, self.memory, self.lexicon).find()
        quoted = self._in_quotation(sentence)
        places = find_places(sentence, self.lexicon)
        self.paragraph.spoken = self.paragraph.spoken or bool(attributions)
        drafts: list[Draft] = []
        for count in counts:
            drafts.append(self._draft(sentence, count, counts, attributions, places, quoted, drafts))
        self._link(counts, drafts)
        self._resolve_waiting(attributions)
        for denial in find_denials(sentence, attributions, [count.quantity.i for count in counts], self.lexicon):
            self._deny(sentence, denial, places)
        hedges = find_hedges(sentence, self.lexicon)
        self._apply_hedges(hedges, sentence, drafts, attributions)
        self.drafts += drafts
        for found in find_conditions(sentence, places, self.lexicon):
            self._condition(sentence, found, attributions, places, quoted)
        self.paragraph.places += places
        self.spoken_of.update(place.name for place in places)

    def _counts(self, sentence: Sentence) -> list[Count]:
        quantities = find_quantities(sentence, self.lexicon)
        counts = []
        for k, quantity in enumerate(quantities):
            stop = quantities[k + 1].qualifier_at if k + 1 < len(quantities) else len(sentence)
            counts.append(Count(quantity, counted_by(sentence, quantity, self.lexicon, stop)))
        if counts:
            Frames(sentence, counts, self.lexicon).find()
        return counts

    def _in_quotation(self, sentence: Sentence) -> bool:
        """Whether the sentence begins inside a quotation that an earlier one opened; the memory is moved to its end."""
        began = self.memory.open_quote
        text = sentence.text[sentence.start : sentence.end]
        state = began
        for mark in text:
            if mark == '"':
                state = not state
            elif mark == "“":
                state = True
            elif mark == "”":
                state = False
        self.memory.open_quote = state
        reopened = sentence.words[0] in _OPENING_QUOTES and self.paragraph.spoken
        return began or reopened

    def _draft(
        self,
        sentence: Sentence,
        count: Count,
        counts: list[Count],
        attributions: list[Attribution],
        places: list[Place],
        quoted: bool,
        before: list[Draft],
    ) -> Draft:
        frame, counted = count.frame, count.counted
        measure = frame.measure if frame else "other"
        draft = Draft(sentence, count, measure, self._unit(count, measure), counted.group)
        if frame:
            draft.because("measure", f"{frame.measure}: {frame.rule}", frame.i, frame.j)
        else:
            self._by_label(draft)
        quantity = count.quantity
        if quantity.qualifier_words:
            draft.because("qualifier", quantity.qualifier, quantity.qualifier_at, quantity.i)
        self._speak(draft, attributions, quoted)
        self._who(draft)
        self._carry_over(draft, [*self.drafts[-3:], *before])
        self._carry_alternative(draft, before)
        place, why = figure_place(draft, counts, places, attributions, self.paragraph.places, self.paragraph.place, self.lexicon)
        if count.part_of is not None and count.part_of < len(before) and "behind" not in why and before[count.part_of].place:
            place, why = before[count.part_of].place, "the place of its total"
        draft.place = self._row_place(sentence) or place or heading_place(sentence, self.lexicon)
        if place:
            draft.because("place", why)
            if not (frame and frame.rule in ("list", "part")) or not self.paragraph.place:
                self.paragraph.place = place
        period = find_period(sentence, self.document.published, self.lexicon)
        draft.time = {
            "period": period.words,
            "period_start": period.start,
            "period_end": period.end,
            "as_of": period.as_of,
            "as_of_precision": period.precision,
        }
        return draft

    def _by_label(self, draft: Draft) -> None:
        """A bare number takes its measure from the heads of its column and row, or from the heading of its list."""
        block, counted = draft.sentence.block, draft.count.counted
        if counted.thing is not None and counted.thing.unit not in ("people", "households"):
            return
        sources = [("column", block.column), ("row", block.row)]
        if block.kind in (BlockKind.BULLET, BlockKind.CELL) and len(draft.sentence) <= LONGEST_LISTED:
            sources.append(("heading", block.heading))
        for rule, words in sources:
            label = read_label(words, self.lexicon) if words else None
            if label is not None and (draft.count.quantity.unit == "") == (label.measure != "funding"):
                draft.measure = label.measure
                if not draft.count.quantity.unit and counted.thing is None:
                    draft.unit = label.thing.unit if label.thing else _UNIT_OF.get(label.measure, "people")
                draft.why.append(Reason(field="measure", rule=f"{label.measure}: {rule}", words=words))
                return

    def _unit(self, count: Count, measure: str) -> str:
        if count.quantity.unit:
            return count.quantity.unit
        if count.counted.thing is not None:
            return count.counted.thing.unit
        return _UNIT_OF.get(measure, "people")

    # -- who says it --------------------------------------------------------------------------------------------------------------

    def _speak(self, draft: Draft, attributions: list[Attribution], quoted: bool) -> None:
        one = covering(attributions, draft.count.quantity.i)
        if one is not None:
            draft.speaker, draft.stance = one.speaker, one.stance
            draft.because("claimant", "says it", one.cue_i, one.cue_j)
        elif quoted:
            draft.speaker = self.memory.last
            draft.because("claimant", "the quotation goes on")
            self.waiting.append(draft)
        if draft.stance == "reported" and self._boasts(draft):
            draft.stance = "claimed"
            draft.because("stance", "forces speak of their own deeds")

    def _boasts(self, draft: Draft) -> bool:
        """Forces who say that they themselves killed: the text keeps its distance (gold/FORMAT.md, stance)."""
        frame, speaker = draft.count.frame, draft.speaker
        if frame is None or frame.rule != "object" or draft.measure not in ("killed", "injured", "detained") or speaker is None:
            return False
        before = draft.sentence.lower[max(0, frame.i - 6) : frame.i]
        return speaker.type in _FORCES and any(word in ("it", "they", "its", "their") for word in before)

    def _resolve_waiting(self, attributions: list[Attribution]) -> None:
        if attributions and self.waiting:
            for draft in self.waiting:
                if draft.speaker is None:
                    draft.speaker = attributions[0].speaker
            self.waiting = []

    # -- who is counted -----------------------------------------------------------------------------------------------------------

    def _who(self, draft: Draft) -> None:
        counted, sentence = draft.count.counted, draft.sentence
        groups = {
            thing.population_group
            for thing in phrases_in(self.lexicon.things, sentence, counted.i, counted.j)
            if thing.population_group
        }
        if len(groups) > 1:
            draft.population_group = "mixed"
        elif groups:
            draft.population_group = groups.pop()
        sides = {nation.name for nation in phrases_in(self.lexicon.nations, sentence, counted.i, counted.j)}
        if len(sides) == 1:
            draft.side = sides.pop()
        elif not sides and draft.speaker is not None and _OWN & set(sentence.lower[counted.i : counted.j]):
            draft.side = draft.speaker.side or draft.speaker.name

    def _carry_over(self, draft: Draft, earlier: list[Draft]) -> None:
        """A count without a noun repeats what the figure before it counted ("Ukraine says it has killed nearly 9,000")."""
        if (
            draft.count.counted.group
            or draft.count.counted.thing
            or draft.unit not in ("people", "other")
            or draft.count.quantity.unit
        ):
            return
        before = next((d for d in reversed(earlier) if d.measure != "other"), None)
        if before is None or draft.sentence.paragraph - before.sentence.paragraph > 1:
            return
        if draft.measure == "other" and draft.count.frame is None and (self._follows_cue(draft) or self._begins_part(draft)):
            draft.measure, draft.unit = before.measure, before.unit
            draft.group, draft.population_group, draft.side = before.group, before.population_group, before.side
            draft.because("measure", f"{before.measure}: the same as the figure before")
        elif (
            draft.sentence is before.sentence
            and draft.count.like is None
            and draft.measure != "other"
            and self._is_joined(draft, before)
            and before.unit in ("people", "households")
        ):
            draft.group, draft.population_group, draft.side = before.group, before.population_group, before.side
            draft.because("group", "the noun is left out: the same as before in the sentence")
        elif draft.measure == before.measure and draft.sentence.paragraph == before.sentence.paragraph:
            draft.population_group, draft.side = before.population_group, before.side
            draft.because("population_group", "the same people as in the figure before")

    @staticmethod
    def _is_joined(draft: Draft, before: Draft) -> bool:
        """"killed 64 rebels and captured 11": nothing but a joining word and a verb stands between."""
        gap = draft.sentence.lower[before.count.end : draft.count.quantity.qualifier_at]
        return len(gap) <= 5 and "and" in gap and "," not in gap

    @staticmethod
    def _begins_part(draft: Draft) -> bool:
        """A line such as "Of whom from Iran: 438,200" below its total."""
        return draft.sentence.lower[:2] in (["of", "whom"], ["of", "which"], ["of", "these"], ["of", "them"])

    def _carry_alternative(self, draft: Draft, before: list[Draft]) -> None:
        """"about 17,500, or around 3,400 households": the same quantity in another unit."""
        if not before or draft.measure != "other" or before[-1].measure == "other" or draft.count.frame is not None:
            return
        last = before[-1]
        gap = draft.sentence.lower[last.count.end : draft.count.quantity.qualifier_at]
        if gap and gap[-1] in ("or", "(") and len(gap) <= 2 and {draft.unit, last.unit} <= {"people", "households"}:
            draft.measure = last.measure
            draft.because("measure", f"{last.measure}: the same said in another unit")

    def _follows_cue(self, draft: Draft) -> bool:
        at = draft.count.quantity.qualifier_at
        word = draft.sentence.lower[at - 1] if at else ""
        named = word in (",", ":") and bool(_NUMBER_NOUNS & set(draft.sentence.lower[max(0, at - 4) : at]))
        return (word in _CARRYING or word in self.lexicon.cues or named) and draft.speaker is not None

    # -- links --------------------------------------------------------------------------------------------------------------------

    def _row_place(self, sentence: Sentence) -> str:
        """The head of a table's row or column where it is a name and no measure."""
        for words in (sentence.block.row, sentence.block.column):
            if words and words[0].isupper() and not is_total(words) and read_label(words, self.lexicon) is None:
                return words
        return ""

    def _link(self, counts: list[Count], drafts: list[Draft]) -> None:
        for count, draft in zip(counts, drafts, strict=True):
            if count.part_of is not None:
                draft.part_of = drafts[count.part_of]
            if count.revises is not None:
                drafts[count.revises].replaced_by = draft
            if count.like is not None and not draft.group:
                like = drafts[count.like]
                draft.group, draft.population_group, draft.side = like.group, like.population_group, like.side
                if not count.quantity.unit:
                    draft.unit = like.unit

    def _apply_hedges(
        self, hedges: list[Hedge], sentence: Sentence, drafts: list[Draft], attributions: list[Attribution]
    ) -> None:
        for hedge in hedges:
            covered = [d for d in drafts if d.count.quantity.i < hedge.i]
            if covered and not hedge.every:
                last = covering(attributions, covered[-1].count.quantity.i)
                covered = [d for d in covered if covering(attributions, d.count.quantity.i) is last]
            elif not covered:
                same = [d for d in self.drafts if d.sentence.paragraph == sentence.paragraph]
                covered = same if hedge.every else [d for d in same if same and d.sentence is same[-1].sentence]
            follows = [d for d in drafts if d.count.quantity.i > hedge.i]
            if (
                follows
                and not any(d.count.quantity.i < hedge.i for d in drafts)
                and sentence.lower[hedge.j : hedge.j + 1] in (["that"], ["say"], ["said"], ["of"], ["whether"])
            ):
                covered = follows
            for draft in covered:
                if draft.stance != "denied" and draft.measure != "other":
                    draft.stance = hedge.stance
                    draft.hedge = sentence.say(hedge.i, hedge.j)
                    start, end = sentence.span(hedge.i, hedge.j)
                    draft.why.append(Reason(field="stance", rule=hedge.stance, words=draft.hedge, start=start, end=end))

    # -- conditions ---------------------------------------------------------------------------------------------------------------

    def _deny(self, sentence: Sentence, found: FoundDenial, places: list[Place]) -> None:
        start, end = sentence.span(found.i, found.j)
        inside = [place for place in places if found.i <= place.i < found.j]
        self.denials.append(
            Denial.model_validate(
                {
                    "fact_id": fact_id(self.document.document_id, start, end, "denial"),
                    "start": start,
                    "end": end,
                    "phrase": sentence.text[start:end],
                    "measure": found.measure,
                    "group": found.group,
                    "population_group": (found.thing.population_group if found.thing else "") or "unspecified",
                    "place": inside[0].name if inside else self.paragraph.place,
                    **self._said_by(found.speaker),
                    **self._standing_in(sentence),
                }
            )
        )

    def _said_by(self, speaker: Speaker | None) -> dict[str, str]:
        return {
            "claimant": speaker.name if speaker else "",
            "claimant_type": speaker.type if speaker and speaker.name else "own_voice",
            "claimant_side": speaker.side if speaker else "",
        }

    def _standing_in(self, sentence: Sentence) -> dict[str, Any]:
        """What every fact of a sentence carries from its document and its words."""
        document = self.document
        return {
            "document_id": document.document_id,
            "published": document.published,
            "agency": document.agency,
            "publisher": document.publisher,
            "as_of": document.published,
            "as_of_precision": "day" if document.published else "unknown",
            "quote": sentence.text[sentence.start : sentence.end],
            "quote_start": sentence.start,
            "quote_end": sentence.end,
        }

    def _theme(self) -> str | None:
        """The place that the text has spoken of most so far."""
        return max(self.spoken_of, key=lambda name: self.spoken_of[name]) if self.spoken_of else None

    def _condition(
        self, sentence: Sentence, found: Found, attributions: list[Attribution], places: list[Place], quoted: bool
    ) -> None:
        place = (
            found.place
            if found.place is not None
            else condition_place(found, sentence, places, attributions, self.paragraph.places, self._theme())
        )
        if place is None:
            return
        one = covering(attributions, found.i)
        speaker: Speaker | None = one.speaker if one else self.memory.last if quoted else None
        state = "disputed" if one is not None and one.stance == "denied" else found.state
        key = (found.condition, state, place.lower())
        if key in self.conditions:
            return
        start, end = sentence.span(found.i, found.j)
        self.conditions[key] = Condition.model_validate(
            {
                "fact_id": fact_id(self.document.document_id, start, end, "condition"),
                "start": start,
                "end": end,
                "phrase": sentence.text[start:end],
                "condition": found.condition,
                "state": state,
                "place": place,
                "stance": one.stance if one else "reported",
                **self._said_by(speaker),
                **self._standing_in(sentence),
                "why": (Reason(field="condition", rule=found.condition, words=sentence.text[start:end], start=start, end=end),),
            }
        )
