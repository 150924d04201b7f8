"""What do the numbers behind a row of names count? "The toll stood at Ho 105, Keta 52", "the dead as Ho, 28; Keta, nine"."""

from __future__ import annotations

from dataclasses import replace

from humsit.grammar.classes import NAMES
from humsit.mentions.measures.counts import Count, CountedSentence, Frame
from humsit.mentions.measures.labels import label

LONGEST_NAME = 4  # words of "Kpando West District"
FEWEST = 2
FARTHEST_THEME = 20

_JOINTS = frozenset({",", ";", "and", "&", "then", "–", "/"})
_POINTS = frozenset({"the", "those", "all"})


def enumerate_places(sentence: CountedSentence) -> None:
    """Gives each number of a row of names, of which one or the label before the row says what is counted, that measure."""
    if len(sentence.counts) < FEWEST:
        return
    for run in _runs(sentence):
        frame = _frame_of(sentence, run)
        if frame is None:
            continue
        for k in run:
            if sentence.counts[k].frame is None:
                sentence.counts[k].frame = Frame(frame.measure, "list", frame.i, frame.j)


def _runs(sentence: CountedSentence) -> list[list[int]]:
    """The counts one behind the other, each behind a name: "Ho 105, Keta 52", "Ho, 28; Keta, nine", "Ho (9), Keta (4)"."""
    runs: list[list[int]] = []
    run: list[int] = []
    for k, count in enumerate(sentence.counts):
        begin = _begin_of_name(sentence, count)
        if begin < 0:
            run = []
            continue
        if run and _is_joined(sentence, sentence.counts[run[-1]].end, begin):
            run.append(k)
        else:
            run = [k]
            runs.append(run)
    return [run for run in runs if len(run) >= FEWEST]


def _is_joined(sentence: CountedSentence, end: int, begin: int) -> bool:
    gap = sentence.lower[end:begin]
    gap = gap[1:] if gap[:1] == [")"] else gap
    return bool(gap) and _JOINTS.issuperset(gap)


def _begin_of_name(sentence: CountedSentence, count: Count) -> int:
    """Where the name right before a bare number begins; -1 where there is none."""
    ends = sentence.word(count.end) in (",", ";", ".", ")", "and", "&", "") or count.end >= len(sentence.lower)
    if not count.is_bare or count.counted.group or not ends:
        return -1
    at = count.begin - 1
    if sentence.word(at) in (",", ":", "("):
        at -= 1
    end = at
    while at >= 0 and at > end - LONGEST_NAME and sentence.sentence.is_capital(at) and sentence.tag(at) in NAMES:
        at -= 1
    if at == end or sentence.lower[end] in sentence.lexicon.months or sentence.lower[end] in sentence.lexicon.weekdays:
        return -1
    return at + 1


def _frame_of(sentence: CountedSentence, run: list[int]) -> Frame | None:
    known = [sentence.counts[k].frame for k in run if sentence.counts[k].frame is not None]
    if known:
        return known[0]
    first = sentence.counts[run[0]]
    begin = _begin_of_name(sentence, first)
    moved = Count(replace(first.quantity, qualifier_at=begin), first.counted)
    named = label(sentence, moved, "people")
    return named if named and named.j < begin else _theme(sentence, begin)  # "Most went to Ho (21,000)" gives nobody anything


def _theme(sentence: CountedSentence, begin: int) -> Frame | None:
    """What the words before a row say alone: "The injured are in Ho (31), Keta (12)", "Arrests so far: Ho, 40"."""
    lower, lexicon = sentence.lower, sentence.lexicon
    if any(count.begin < begin for count in sentence.counts):
        return None
    found: list[Frame] = []
    for at in range(max(0, begin - FARTHEST_THEME), begin):
        thing = lexicon.things.at(lower, at)
        if thing is not None and thing[1].measure and thing[1].firm == "yes":
            found.append(Frame(thing[1].measure, "label", at, at + thing[0]))
        state = lexicon.adjectives.at(lower, at) if sentence.word(at - 1) in _POINTS else None
        if state is not None:
            found.append(Frame(state[1][0].measure, "label", at, at + state[0]))
    return found[0] if found and len({frame.measure for frame in found}) == 1 else None
