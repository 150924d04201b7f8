"""Which place a figure or a condition is tied to: its own clause first, then the sentence, the speaker's own place, the paragraph, the heading."""

from __future__ import annotations

from humsit.facts.draft import Draft
from humsit.grammar.words import cut
from humsit.mentions.conditions import Found
from humsit.mentions.measures import Count
from humsit.mentions.places import Place, named_again
from humsit.mentions.sentence import Sentence
from humsit.mentions.speakers import Attribution
from humsit.vocabulary import Lexicon

_WIDENING = frozenset({",", "in", "the", "eastern", "western", "northern", "southern", "central", "'s", "’s", "on", "off", "near"})
_FREE = frozenset({"corridor_requested", "corridor_open", "ceasefire"})
_THEME = frozenset({"subject", "topic", "in", "at", "label", "of", "around", "object", "near", "outside"})
_CLAUSE_ENDS = frozenset({";", "while", "but"})
Located = tuple[str, str]


def figure_place(
    draft: Draft,
    counts: list[Count],
    places: list[Place],
    attributions: list[Attribution],
    earlier: list[Place],
    last: str,
    lexicon: Lexicon,
) -> Located:
    """The place of a figure and why; "" where the text ties none."""
    count, sentence = draft.count, draft.sentence
    if draft.measure == "funding" and draft.unit != "percent" and not places:
        return "", ""
    own = [p for p in places if not _in_speaker(p, attributions)]
    opening = count.quantity.qualifier_at - 1
    adjacent = next((p for p in own if p.j == opening and sentence.lower[opening] == "("), None)
    if adjacent is not None:  # "Jajarkot (105)"
        return adjacent.name, "the name before the bracket"
    if draft.measure == "distance":
        return _of_distance(count, own)
    following = next((c.quantity.qualifier_at for c in counts if c.quantity.i > count.quantity.i), len(sentence))
    again = named_again(sentence, count.end, following, lexicon)
    if again:
        known = next((p for p in reversed([*earlier, *own]) if p.noun == again), None)
        if known is not None:
            return known.name, f"the {again} named before"
    label = next((p for p in own if p.slot == "label" and p.j <= count.quantity.qualifier_at), None)
    behind = _behind(draft, count, counts, own)
    if behind is not None:
        return behind.name, f"named behind the figure ({behind.slot})"
    if label is not None:
        nearest = [p for p in own if p.slot == "label" and p.j <= count.quantity.qualifier_at][-1]
        return nearest.name, "the label before the figure"
    before = [p for p in own if p.j <= count.quantity.qualifier_at]
    before = [p for p in before if p.slot != "direction"] or before
    if before:
        if lexicon.nations.at(sentence.lower, before[-1].i) is not None and draft.speaker is not None:
            inside = [p for p in places if _in_speaker(p, attributions) and p.slot == "of" and p.j <= count.quantity.qualifier_at]
            if inside:  # "the district administration of Kurigram, in northern Bangladesh, said"
                return inside[-1].name, "the speaker's place, narrower than the country"
        return _narrowest(before, sentence, lexicon).name, f"named before the figure ({before[-1].slot})"
    if count.like is not None:
        return "", ""
    speaker = draft.speaker
    if speaker is not None and speaker.context and speaker.start >= sentence.start:
        inside = [p for p in places if sentence.starts[p.i] >= speaker.start and p.slot in ("in", "of", "at", "around", "near", "from", "across") and not _is_seat(p, sentence, lexicon)]
        if inside:
            return inside[-1].name, "the speaker's place"
    if last:
        return last, "the place of the figure before, in the same paragraph"
    theme = [p for p in earlier if p.slot in _THEME]
    if theme:
        return theme[-1].name, "named earlier in the paragraph"
    return "", ""


def _is_seat(place: Place, sentence: Sentence, lexicon: Lexicon) -> bool:
    """"the government in Kinshasa": where it sits is not where it happened."""
    hit = lexicon.nations.at(sentence.lower, place.i)
    return hit is not None and hit[1].form == "seat"


def _in_speaker(place: Place, attributions: list[Attribution]) -> bool:
    return any(one.cue_i <= place.i < one.cue_j for one in attributions)


def _of_distance(count: Count, places: list[Place]) -> Located:
    before = [p for p in places if p.j <= count.quantity.qualifier_at]
    if before:
        return before[-1].name, "the place before the distance"
    after = [p for p in places if p.i >= count.end]
    return (after[0].name, "the place behind the distance") if after else ("", "")


def _behind(draft: Draft, count: Count, counts: list[Count], places: list[Place]) -> Place | None:
    """The first place behind the figure in its own clause, before the next figure that has its own."""
    lower = draft.sentence.lower
    following = next((c.quantity.qualifier_at for c in counts if c.quantity.i > count.quantity.i), len(lower))
    candidates = [p for p in places if p.slot != "label" and p.i >= count.quantity.after and (p.i < following or _shared(count, counts, p, lower))]
    if draft.measure == "refugees":
        candidates = [p for p in candidates if p.slot != "from"] or candidates
    if draft.measure in ("evacuated", "displaced"):
        candidates = [p for p in candidates if p.slot in ("from", "object")] or candidates
    if not candidates:
        return None
    first = candidates[0]
    if any(word in _CLAUSE_ENDS for word in lower[count.end : first.i]):
        return None
    if first.slot == "from" and draft.measure not in ("evacuated", "displaced", "returned", "rescued", "refugees"):
        return next((p for p in candidates if p.slot != "from"), None)
    if first.slot in ("subject", "topic") and "," in lower[count.end : first.i]:
        return None
    return first


def _shared(count: Count, counts: list[Count], place: Place, lower: list[str]) -> bool:
    """Whether a place behind a later figure belongs to this one too: "killed 12 and wounded 30 in Homs"."""
    between = [c for c in counts if count.quantity.i < c.quantity.i <= place.i]
    begin = count.end
    for other in between:
        if other.part_of is not None or other.frame is None or other.frame.rule in ("list", "part"):
            return False
        gap = lower[begin : other.quantity.qualifier_at]
        if len(gap) > 3 or not any(word in ("and", ",", "or") for word in gap):
            return False
        begin = other.end
    return not any(word in (",", ";") for word in lower[begin : place.i])


def _narrowest(before: list[Place], sentence: Sentence, lexicon: Lexicon) -> Place:
    """Of the places before a figure the nearest, but of "in Goma, in North Kivu" the first."""
    chosen = before[-1]
    while len(before) > 1:
        previous = before[-2]
        gap = sentence.lower[previous.j : chosen.i]
        if (
            gap
            and gap[0] == ","
            and len(gap) <= 6
            and all(word in _WIDENING or word in lexicon.nations for word in gap)
        ):
            chosen = previous
            before = before[:-1]
        else:
            break
    return chosen


def heading_place(sentence: Sentence, lexicon: Lexicon) -> str:
    """The place that the heading above names: "KEY FIGURES (South Sudan)"."""
    heading = sentence.block.heading
    opening = heading.find("(")
    if opening < 0:
        return ""
    inner = heading[opening + 1 : heading.find(")", opening) if ")" in heading[opening:] else len(heading)].strip()
    words, _, _ = cut(inner, 0, len(inner))
    return inner if words and words[0][0].isupper() and words[0].isalpha() and len(words) <= 4 else ""


def condition_place(
    found: Found, sentence: Sentence, places: list[Place], attributions: list[Attribution], earlier: list[Place], theme: str | None
) -> str | None:
    """The place of a condition: behind it, before it, or the paragraph's; None where it has none and needs one."""
    own = [p for p in places if not _in_speaker(p, attributions)]
    if sentence.lower[found.j - 1] == "of":  # "the siege of Tamale": nowhere else
        return next((p.name for p in own if 0 <= p.i - found.j <= 4 and p.slot in ("of", "object", "list")), None)
    inside = next((p for p in own if found.i < p.i < found.j), None)
    if inside is not None:
        return inside.name
    if found.condition == "besieged":
        own = [p for p in own if p.slot != "from"]
    behind = [p for p in own if p.i >= found.j - 1 and not any(w in (";", "but", "while") for w in sentence.lower[found.j : p.i])]
    if found.condition in _FREE:
        close = [
            p
            for p in behind
            if p.i - found.j <= 4 and p.slot in ("for", "into", "in", "to", "at", "from", "around", "through", "of")
        ]
        if close:
            return close[0].name
        before = [p for p in own if p.j <= found.i]
        return before[-1].name if before and found.condition != "corridor_requested" else ""
    near = [p for p in behind if p.i - found.j <= 8 and "," not in sentence.lower[found.j : p.i]]
    if near:
        return near[0].name
    before = [p for p in own if p.j <= found.i]
    before = [p for p in before if p.slot != "direction"] or before
    if before:
        return before[-1].name
    if behind:
        return behind[0].name
    nearest = [p for p in earlier if p.slot in _THEME]
    return nearest[-1].name if nearest else theme
