"""What the entries of a list take from the sentence above it.

1. "The blasts wounded 142: / - women: 41"    2. "48,200 people fled. / WHERE ARE THEY NOW? / - Sukkur: 21,480 people"
3. "Killed: 972 / – civilians: 381"
"""

from __future__ import annotations

from collections.abc import Sequence

from humsit.documents.blocks import BlockKind
from humsit.facts.draft import Draft
from humsit.facts.profiled import is_profiled
from humsit.facts.what import LEARNED
from humsit.grammar.classes import FINITE, LONG_DASHES
from humsit.mentions.measures import PEOPLE_UNITS
from humsit.mentions.sentence import Sentence
from humsit.vocabulary import Lexicon

LONGEST_ENTRY = 14  # words
FARTHEST_FIGURE = 3  # blocks between a heading and the figure that the lines below it break down

_LISTED = frozenset({BlockKind.BULLET, BlockKind.CELL})
_MARKS = LONG_DASHES | {":", "-", "|", "(", "/", "=", "\t"}
_BREAKS_DOWN = frozenset(
    "by per where who breakdown disaggregation disaggregated distribution composition profile demographics whom which including "
    "among location locations area areas".split()
)
_OF_MOVING = frozenset("go goes going went gone fled flee fleeing move moved moving head headed heading come came travel".split())
_DESTINATIONS = frozenset({"destination", "destinations", "whereabouts"})
_MOVED = frozenset({"displaced", "refugees", "returned", "evacuated"})
_NOT_BROKEN_DOWN = frozenset({"other", "distance", "population", "funding", "aid"})
_NO_PART = frozenset(
    "average mean median rate ratio per daily weekly monthly target targets targeted planned plan gap gaps capacity coverage age "
    "increase decrease change growth previous contact phone tel hotline page annex table".split()
)
_PLAIN = frozenset({"person", "people", "individual", "household", "family", "inhabitant", "resident", "case", "soul"})


class Above:
    """What stands above the entries of a list: the figures of the sentence that leads to it, and its heading."""

    def __init__(self) -> None:
        self.figures: list[Draft] = []
        self.heading: list[str] = []
        """The words of a heading between the last sentence and the list."""
        self.is_open = False
        """Whether a list may follow on the figures: no other sentence stands between."""

    def note(self, sentence: Sentence, drafts: Sequence[Draft]) -> None:
        """Remembers a sentence that lists may stand below; of a list's own entries only one with a measure of its own."""
        block = sentence.block
        if block.row or block.column:
            return
        heads = block.kind is BlockKind.HEADING or sentence.word(len(sentence) - 1) == "?"
        if heads and not any(one.measure not in _NOT_BROKEN_DOWN for one in drafts):
            self.heading = sentence.lower
        elif any(_is_total(one) for one in drafts) or (block.kind not in _LISTED and not is_entry(sentence)):
            self.figures, self.heading = list(drafts), []


def _is_total(draft: Draft) -> bool:
    return draft.measure not in _NOT_BROKEN_DOWN and not draft.is_elliptical


def is_entry(sentence: Sentence) -> bool:
    """Whether a sentence is a line of a list: "Dargol — 411 households", "- civilians: 381", "• 2,100 in Ormoc"."""
    block = sentence.block
    if block.kind not in _LISTED:
        is_alone = block.kind is BlockKind.PARAGRAPH and (sentence.start, sentence.end) == (block.start, block.end)
        if not is_alone or sentence.words[-1] in (".", "!", "?"):
            return False
    return len(sentence) <= LONGEST_ENTRY and _NO_PART.isdisjoint(sentence.lower) and FINITE.isdisjoint(sentence.tags)


def itemise(draft: Draft, above: Above, earlier: Sequence[Draft], lexicon: Lexicon) -> bool:
    """Gives an entry's figure the measure of what stands above its list; returns whether it did."""
    if is_profiled(draft, earlier):
        return True
    frame = draft.count.frame
    is_said = (frame is not None and frame.rule != LEARNED) or _has_label(draft)
    if is_said and draft.unit == "people" and draft.count.is_bare and not draft.group and _by_heading(draft):
        draft.group = _label_of_people(draft, lexicon)
    if is_said or draft.sentence.block.column or not is_entry(draft.sentence):
        return False
    source = _broken_down(draft, above, earlier)
    if source is None or not _counts_such(draft, source, lexicon):
        return False
    measure = _moved(source, above)
    _take(draft, source, measure, lexicon)
    return True


def _has_label(draft: Draft) -> bool:
    """Whether the head of its row or column, or the heading, has said the measure."""
    return any(reason["field"] == "measure" and not reason["rule"].endswith(LEARNED) for reason in draft.why)


def _by_heading(draft: Draft) -> bool:
    return any(reason["field"] == "measure" and reason["rule"].endswith("heading") for reason in draft.why)


def _broken_down(draft: Draft, above: Above, earlier: Sequence[Draft]) -> Draft | None:
    """The figure that a list breaks down: of the sentence right above, or of the one above a heading such as "By district"."""
    own = [one for one in above.figures if one.measure not in _NOT_BROKEN_DOWN and one.part_of is None and one.unit != "percent"]
    if not above.heading:
        source = own[0] if own and len({one.measure for one in own}) == 1 else None
        leads = source is not None and (source.sentence.words[-1] == ":" or is_entry(source.sentence))
        return source if leads and source is not None and _is_less(draft, source) else None
    if _BREAKS_DOWN.isdisjoint(above.heading) and _DESTINATIONS.isdisjoint(above.heading):
        return None
    recent = [one for one in earlier if draft.sentence.paragraph - one.sentence.paragraph <= LONGEST_ENTRY]
    found = [one for one in recent if _is_total(one) and one.part_of is None and one.unit in PEOPLE_UNITS]
    if _tells_where_to(above):
        return next((one for one in reversed(found) if one.measure in _MOVED), found[-1] if found else None)
    near = [one for one in found if one in above.figures] or found[-1:]
    return near[0] if near and _is_less(draft, near[0]) else None


def _tells_where_to(above: Above) -> bool:
    """ "WHERE DID THEY GO?", "Who went where", "Main destinations"."""
    asks = "where" in above.heading and not _OF_MOVING.isdisjoint(above.heading)
    return asks or not _DESTINATIONS.isdisjoint(above.heading)


def _moved(source: Draft, above: Above) -> str:
    return "displaced" if _tells_where_to(above) and source.measure not in _MOVED else source.measure


def _is_less(draft: Draft, source: Draft) -> bool:
    """Whether a number can be a part of another: it is no larger, or counts people of whom the families were counted."""
    part, whole = draft.count.quantity.reading.value, source.count.quantity.reading.value
    if part is None or whole is None:
        return True
    return (
        part <= whole or draft.count.quantity.unit == "percent" or (source.unit == "households") != (draft.unit == "households")
    )


def _counts_such(draft: Draft, source: Draft, lexicon: Lexicon) -> bool:
    """Whether an entry counts what its source does: the noun is left out, or says no more than people, or names some of them."""
    count, thing = draft.count, draft.count.counted.thing
    if count.quantity.unit == "percent":
        return source.unit in PEOPLE_UNITS and _names_some(draft, lexicon)
    if count.quantity.unit:
        return False
    if _is_beside(draft, source) and not (thing is not None and thing.words in _PLAIN) and not _names_some(draft, lexicon):
        return False
    if thing is not None:
        own = thing.words in _PLAIN or thing.words == (source.count.counted.thing.words if source.count.counted.thing else "")
        of_people = source.unit in PEOPLE_UNITS and thing.unit in PEOPLE_UNITS and thing.measure in ("", "other")
        return own or (of_people and (draft.sentence.word(count.begin - 1) == ":" or count.begin == 0))
    return not count.counted.group and (_is_marked(draft) or _begins_with_place(draft))


def _is_beside(draft: Draft, source: Draft) -> bool:
    """Whether both are lines of one list: below "Deaths: 12", "Girls: 5" counts some of them, "Observers: 40" does not."""
    return is_entry(source.sentence) and source.sentence.block.kind is draft.sentence.block.kind


def _names_some(draft: Draft, lexicon: Lexicon) -> bool:
    """Whether an entry names a part of any population: "Women and girls: 54%", "Civilians: 12", "Malian nationals: 97%"."""
    lower, count = draft.sentence.lower, draft.count
    for at in range(len(lower)):
        hit = lexicon.things.at(lower, at) if not count.begin <= at < count.quantity.after else None
        if hit is not None and (hit[1].population_group not in ("", "health_workers") or hit[1].words == "national"):
            return True
    return False


def _is_marked(draft: Draft) -> bool:
    """ "Dargol — 411", "Kampala 112", "(61)", and a cell whose row has its name."""
    sentence, begin = draft.sentence, draft.count.begin
    if begin == 0:
        return bool(sentence.block.row)
    return sentence.word(begin - 1) in _MARKS or (sentence.is_capital(begin - 1) and draft.count.end == len(sentence))


def _begins_with_place(draft: Draft) -> bool:
    """ "2,100 in Ormoc", "2,100 – Ormoc"."""
    sentence, end = draft.sentence, draft.count.end
    joins = sentence.word(end) in ("in", "at", "from", "to") or sentence.word(end) in _MARKS
    return draft.count.begin == 0 and joins and sentence.is_capital(end + 1)


def _take(draft: Draft, source: Draft, measure: str, lexicon: Lexicon) -> None:
    label = _label_of_people(draft, lexicon) if source.unit in PEOPLE_UNITS else ""
    group = draft.group
    draft.why = [reason for reason in draft.why if reason["field"] != "measure"]
    draft.measure, draft.is_elliptical = measure, True
    if draft.count.is_bare:
        draft.unit = source.unit
        draft.counts_the_same_as(source)
    if label and not group:
        draft.group = label
    if measure == source.measure and draft.count.quantity.unit != "percent" and _is_less(draft, source):
        draft.part_of = source
    draft.because("measure", f"{measure}: said above the list", 0, len(source.sentence), source.sentence)


def _label_of_people(draft: Draft, lexicon: Lexicon) -> str:
    """Who is counted by the label before a number: "government forces", "SDF"; "" for a place's name."""
    sentence, mark = draft.sentence, draft.count.begin - 1
    if mark < 1 or sentence.word(mark) not in _MARKS:
        return ""
    label = sentence.say(0, mark)
    names_people = any(
        (hit := lexicon.things.at(sentence.lower, at)) is not None and hit[1].unit == "people" for at in range(mark)
    )
    is_small = not any(sentence.is_capital(at) for at in range(mark))
    is_acronym = mark == 1 and label.isupper() and label.isalpha()
    return label if (names_people or is_small or is_acronym) and label.lower() not in lexicon.context["no_group"] else ""
