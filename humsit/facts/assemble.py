"""Reads the sentences of one document in their order and puts its facts together."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from humsit.documents.blocks import BlockKind
from humsit.facts.asked import asked
from humsit.facts.before import theme_of
from humsit.facts.carried import carry_over, link
from humsit.facts.conditions import condition_fact, denial_fact
from humsit.facts.denied import deny_above, deny_number
from humsit.facts.draft import Draft
from humsit.facts.headed import country_of, known_places
from humsit.facts.hedged import apply_hedges
from humsit.facts.held import keep
from humsit.facts.itemised import Above, itemise
from humsit.facts.named import name_group
from humsit.facts.quoted import OPENING_QUOTES, ends_open
from humsit.facts.rows import read_in_row
from humsit.facts.scene import DATELINE, LAST_PLACE, Paragraph, Scene
from humsit.facts.sections import note_heading
from humsit.facts.shares import leave_out_uncounted
from humsit.facts.sides import take_side
from humsit.facts.sources import heading_source, name_source, stated_source
from humsit.facts.surroundings import OPENING, tells_of_it
from humsit.facts.telling import who_goes_on
from humsit.facts.verified import verify
from humsit.facts.what import draft_of
from humsit.facts.where import locate, tells_a_part
from humsit.facts.who import speak, speak_of_part, who_is_counted
from humsit.facts.withdrawn import withdraw
from humsit.mentions.conditions import find_conditions
from humsit.mentions.denials import find_denials
from humsit.mentions.earlier import find_periods
from humsit.mentions.groups import counted_by
from humsit.mentions.hedges import find_hedges
from humsit.mentions.measures import NOTHING_BEFORE, Before, Count, find_measures, share_noun_of_total
from humsit.mentions.place_again import ruled_areas
from humsit.mentions.places import find_places, is_country
from humsit.mentions.quantities import find_quantities
from humsit.mentions.sentence import Sentence
from humsit.mentions.speakers import Attribution, Memory, Speaker, find_attributions
from humsit.mentions.told import names_told
from humsit.records import AnyFact, Condition, Denial, Document
from humsit.vocabulary import Lexicon

LISTED = (BlockKind.BULLET, BlockKind.CELL)
ENDS = frozenset({".", "!", "?", "…", '"', "”", "''"})
FOLLOWING = frozenset({"following", "follows", "below"})
FARTHEST_ABOVE = 40  # figures before an entry of a list that its heading may break down
RECENT = 8  # figures of earlier sentences that a bare number may take its noun from


class Assembly:
    """What a document has said up to a sentence, and the facts taken from it."""

    def __init__(self, document: Document, lexicon: Lexicon) -> None:
        self.document, self.lexicon = document, lexicon
        self.memory = Memory()
        self.drafts: list[Draft] = []
        self.conditions: dict[tuple[str, str, str], Condition] = {}
        self.denials: list[Denial] = []
        self.paragraph = Paragraph()
        self.spoken_of: Counter[str] = Counter()
        self.days: list[Sentence] = []
        """The first sentences without a figure that open the report or name a day."""
        self.heading_sources: dict[str, Speaker | None] = {}
        self.lead: Speaker | None = None
        self.lead_is_loose = False
        """Whether it only announced a list ("gives the following picture."), whose lines may be sentences of their own."""
        self.above = Above()
        self.called: dict[str, str] = {"country": country_of(document, lexicon)}
        self.told = names_told(f"{document.title}. {document.text}" if document.title else document.text)
        """Names that the text puts in a place's slot, here or elsewhere."""
        self.measure = ""
        """What the last figure measured."""
        self.asked: Draft | None = None
        """What the last question asked the number of, until a figure answers it."""
        self.theme: str | None = None
        """The place that the text has spoken of most so far."""

    def leave_others_out(self) -> list[tuple[str, str]]:
        """Drops the figures of measure `other`; returns the place and the sentence of each, as they say where the rest is."""
        others = [draft for draft in self.drafts if draft.measure == "other"]
        self.drafts = [draft for draft in self.drafts if draft.measure != "other"]
        text = self.document.text
        return [(one.place, text[one.sentence.start : one.sentence.end]) for one in others]

    def facts(self) -> list[AnyFact]:
        """All facts, in the order of the text."""
        figures = [draft.figure(self.document) for draft in self.drafts]
        return sorted([*figures, *self.conditions.values(), *self.denials], key=lambda fact: (fact.start, fact.kind))

    def read(self, sentence: Sentence) -> None:
        """Take from one sentence what it says.

        Figures, denials, hedges of figures, conditions; and what later sentences lean on.
        """
        if sentence.paragraph != self.paragraph.number:
            self.paragraph = Paragraph(sentence.paragraph)
            self.memory.open_quote, self.memory.teller = False, None
        note_heading(sentence, self.called, self.lexicon)
        scene = self._scene(sentence)
        name_source(sentence, self.drafts, self.document, self.lexicon)
        drafts = self._figures(scene)
        self._end_waiting(scene.attributions)
        counted = [count.quantity.i for count in scene.counts]
        for denial in find_denials(sentence, scene.attributions, counted, self.lexicon):
            self.denials.append(denial_fact(scene, denial))
        hedges = find_hedges(sentence, self.lexicon)
        apply_hedges(hedges, scene, drafts, self.drafts)
        deny_above(scene, drafts, self.drafts, hedges)
        verify(scene, drafts, self.drafts, hedges)
        self.drafts += drafts
        self._measured(drafts)
        self.asked = asked(sentence, self.lexicon) or (None if any(one.measure != "other" for one in drafts) else self.asked)
        if not drafts and len(self.days) < OPENING and tells_of_it(sentence):
            self.days.append(sentence)
        self.above.note(sentence, drafts)
        self._find_conditions(scene)
        self.paragraph.places += scene.places
        self.paragraph.theme = theme_of(scene) or self.paragraph.theme
        self.paragraph.sentences.append(sentence)
        self._speak_of(scene)
        self._lead_on(scene)

    def _measured(self, drafts: list[Draft]) -> None:
        measures = [draft.measure for draft in drafts if draft.measure != "other"]
        if measures:
            self.measure = self.paragraph.measure = measures[-1]

    def _scene(self, sentence: Sentence) -> Scene:
        counts = find_counts(sentence, self.lexicon, Before(self.paragraph.measure, self.measure))
        teller = who_goes_on(sentence, self.paragraph, self.memory)
        attributions = find_attributions(sentence, self.memory, self.lexicon)
        is_open = self._in_quotation(sentence)
        quoted = is_open or sentence.words[0] in OPENING_QUOTES
        self.paragraph.spoken_before = self.paragraph.spoken
        self.paragraph.spoken = self.paragraph.spoken or bool(attributions)
        self.paragraph.told = bool(attributions)
        places = known_places(find_places(sentence, self.lexicon, self.told), self.lexicon)
        return Scene(
            self.document,
            self.lexicon,
            sentence,
            counts,
            attributions,
            places,
            self.paragraph,
            quoted,
            is_open,
            self.memory.last,
            self._source_above(sentence),
            self.called,
            teller,
        )

    def _source_above(self, sentence: Sentence) -> Speaker | None:
        """Who counted what stands in a list, by the line or the heading above it."""
        listed = (BlockKind.BULLET,) if self.lead_is_loose else LISTED
        if self.lead is not None and sentence.block.kind in listed and (sentence.words[-1] not in ENDS or not self.lead_is_loose):
            return self.lead
        return self._heading_source(sentence)

    def _lead_on(self, scene: Scene) -> None:
        """Remembers who speaks in a line that a list may follow: "According to the ministry:"."""
        sentence = scene.sentence
        if sentence.block.kind not in LISTED and not (sentence.block.row or sentence.block.column):
            tells_of_it = sentence.end == sentence.block.end and not FOLLOWING.isdisjoint(sentence.lower)
            is_alone = sentence.words[-1] not in ENDS and sentence.start == sentence.block.start
            leads = sentence.words[-1] == ":" or tells_of_it or is_alone
            named = scene.attributions[-1].speaker if scene.attributions else None
            if named is None and (tells_of_it or sentence.words[-1] == ":"):
                named = stated_source(sentence, self.lexicon)
            self.lead, self.lead_is_loose = (named if leads else None), tells_of_it

    def _heading_source(self, sentence: Sentence) -> Speaker | None:
        heading = sentence.block.heading
        if heading not in self.heading_sources:
            self.heading_sources[heading] = heading_source(sentence.block, self.document, self.lexicon)
        return self.heading_sources[heading]

    def _in_quotation(self, sentence: Sentence) -> bool:
        """Whether the sentence begins inside a quotation that an earlier one opened; the memory is moved to its end."""
        began = self.memory.open_quote
        self.memory.open_quote = ends_open(sentence, sentence.end, is_open=began)
        return began

    def _figures(self, scene: Scene) -> list[Draft]:
        drafts: list[Draft] = []
        if not scene.counts:
            return drafts
        recent = [*self.drafts[-RECENT:], self.asked] if self.asked is not None else self.drafts[-RECENT:]
        periods = find_periods(scene.sentence, scene.counts, self.document.published, self.lexicon)
        for count, period in zip(scene.counts, periods, strict=True):
            draft = draft_of(scene.sentence, count, self.lexicon)
            draft.period = period
            speak(draft, scene)
            speak_of_part(draft, [] if drafts else self.drafts[-RECENT:])
            who_is_counted(draft, self.lexicon)
            above = self.drafts[-FARTHEST_ABOVE:]
            if not read_in_row(draft, above, self.lexicon) and not itemise(draft, self.above, above, self.lexicon):
                carry_over(draft, drafts, recent, self.lexicon)
            deny_number(draft)
            leave_out_uncounted(draft, drafts, self.drafts, self.lexicon)
            name_group(draft, drafts, self.lexicon)
            take_side(draft, scene)
            place = locate(draft, drafts, scene)
            is_one_of_several = tells_a_part(draft) or (count.frame is not None and count.frame.rule in ("list", "part"))
            if draft.place and draft.measure != "other":
                self.called[LAST_PLACE] = draft.place
            if place and not (is_one_of_several and self.paragraph.place):
                self.paragraph.place = place
            drafts.append(draft)
        link(scene.counts, drafts)
        withdraw(drafts, self.drafts[-RECENT:])
        return drafts

    def _end_waiting(self, attributions: list[Attribution]) -> None:
        """The first speaker named behind an open quotation has said what stands in it."""
        if attributions:
            for draft in self.paragraph.waiting:
                if draft.speaker is None or not self.paragraph.spoken_before:
                    draft.speaker = attributions[0].speaker
            self.paragraph.waiting = []

    def _speak_of(self, scene: Scene) -> None:
        for noun, name in ruled_areas(scene.sentence, self.lexicon).items():
            self.called.setdefault(noun, name)
        for place in scene.places:
            self.spoken_of[place.name] += 1
            self.told.add(place.name)
            if place.noun:
                self.called[place.noun] = place.name
            if place.slot == DATELINE:
                self.called[DATELINE] = place.name
            if is_country(place, self.lexicon):
                self.called["country"] = place.name
            if self.theme is None or self.spoken_of[place.name] > self.spoken_of[self.theme]:
                self.theme = place.name

    def _find_conditions(self, scene: Scene) -> None:
        """Keeps each condition the first time that it is said of its place."""
        for found in find_conditions(scene.sentence, scene.places, self.lexicon, self.paragraph.sentences):
            fact = condition_fact(scene, found, self.theme)
            if fact is not None:
                keep(self.conditions, fact)


def find_counts(sentence: Sentence, lexicon: Lexicon, before: Before = NOTHING_BEFORE) -> list[Count]:
    """The counts of a sentence with their nouns and what they measure."""
    quantities = find_quantities(sentence, lexicon)
    ends = [*(following.qualifier_at for following in quantities[1:]), len(sentence)]
    counts = [
        Count(quantity, counted_by(sentence, quantity, lexicon, end)) for quantity, end in zip(quantities, ends, strict=False)
    ]
    for count, following in pairwise(counts):
        share_noun_of_total(sentence, count, following)
    if counts:
        find_measures(sentence, counts, lexicon, before)
    return counts
