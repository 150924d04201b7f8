"""How right is the reader on public corpora? `python -m tests.bench.corpora FOLDER [--misses]`, for whoever has them.

FOLDER holds any of these; what is not there is passed over:
recognizers_number.json, recognizers_number_range.json (specifications of Recognizers-Text): the values of written numbers;
idmc_displacement.jsonl (excerpts with the figure that an analyst took): found under a measure of displacement or damage;
polnear_dev.jsonl (news with every attribution marked): who claims a number, and that nobody claims the paper's own;
humquant_unannotated.jsonl (reports): read without failing, every fact proved, the same again and in any order.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from humsit.accuracy import same_name
from humsit.facts.find import find_facts
from humsit.facts.proof import prove
from humsit.output import json_line
from humsit.records import AnyFact, Document, Figure, Measure, ProofFailed
from humsit.tables import row
from tests.bench.written_numbers import Tally, numbers, ranges

DISPLACEMENT = frozenset(
    "displaced refugees evacuated sheltered returned homes_destroyed homes_damaged affected trapped rescued".split()
)
"""The measures of which one is the analyst's."""
PRONOUNS = frozenset("he she it they we i you who which that his her their its him them this these those one".split())


@dataclass
class Line:
    """One result: what was asked, how often it is right, and the line it should reach."""

    name: str
    right: int
    asked: int
    goal: float

    @property
    def holds(self) -> bool:
        """Whether the goal is reached."""
        return self.right >= self.goal * self.asked

    def __str__(self) -> str:
        verdict = "" if self.holds else "   BELOW THE LINE"
        share = self.right / max(1, self.asked)
        return f"  {self.name:58} {self.right:4} of {self.asked:4}: {share:.3f} (goal {self.goal}){verdict}"


Say = Callable[[str], None]


def written_numbers(path: Path, say: Say) -> Iterator[Line]:
    """The values of single numbers."""
    yield from _tallied("single numbers", numbers(path), say)


def written_ranges(path: Path, say: Say) -> Iterator[Line]:
    """The bounds of ranges."""
    yield from _tallied("ranges", ranges(path), say)


def _tallied(name: str, tally: Tally, say: Say) -> Iterator[Line]:
    for miss in tally.misses:
        say(miss)
    for reason, how_many in tally.out.most_common():
        print(f"  left out {how_many:3}: {reason}")
    print(f"  (as figures of the whole reader, where a bare number stands in no report: {tally.as_figures} of {tally.asked})")
    yield Line(f"{name}: the values are right", tally.right, tally.asked, 0.95)


def displacement(path: Path, say: Say) -> Iterator[Line]:
    """The analyst's figure under a measure of displacement or damage."""
    right = asked = 0
    for case in _lines(path):
        asked += 1
        wanted = float(case["quantity"])
        figures = _figures(case["excerpt"])
        if any(one.measure.value in DISPLACEMENT and wanted in (one.value, one.low, one.high) for one in figures):
            right += 1
        else:
            got = [(one.number, one.measure.value) for one in figures]
            say(f"{case['quantity']} {case['term']} {case['unit']} | {' '.join(case['excerpt'].split())} | {got}")
    yield Line("the analyst's figure is found under its measures", right, asked, 0.80)


def attributions(path: Path, say: Say) -> Iterator[Line]:
    """Who claims a number inside marked content; nobody where the paper speaks.

    Of the figures that `humsit read` prints, and with those of measure other. "By any name" leaves off what the marked source
    says of the speaker behind a comma or in brackets, and takes his longer name where the article marks it too.
    """
    figures, every, by_any_name, own = [0, 0], [0, 0], [0, 0], [0, 0]
    for article in _lines(path):
        for one in _figures(article["text"]):
            around = _sources(article, one.start)
            if around is None or (around and around[0].lower() in PRONOUNS):
                continue
            right = same_name(one.claimant, around[0]) if around else one.claimant == ""
            _count(every if around else own, right)
            if around:
                _count(by_any_name, any(same_name(one.claimant, name) for name in _names(article, around[0])))
            if around and one.measure is not Measure.OTHER:
                _count(figures, right)
            if not right:
                say(f"{one.number} is said by {around or 'the paper'}, not {one.claimant!r} | {' '.join(one.quote.split())}")
    yield Line("somebody's figures have their claimant", *figures, 0.70)
    yield Line("so have all numbers, those of measure other too", *every, 0.70)
    yield Line("so have all numbers, by any name of the claimant", *by_any_name, 0.70)
    yield Line("numbers in the paper's own voice have none", *own, 0.85)


def _count(counts: list[int], right: bool) -> None:
    counts[0] += right
    counts[1] += 1


def _names(article: dict[str, Any], source: str) -> set[str]:
    """The names of a marked source: as marked, without what is said of it, and longer ones that end the same."""
    name = _bare(source)
    marked = {_bare(words) for one in article["attributions"] for _, words in one["Source"]}
    return {source, name} | {longer for longer in marked if name and longer.split()[-1:] == name.split()[-1:]}


def _bare(source: str) -> str:
    return re.split(r",|\(", source)[0].strip()


def _sources(article: dict[str, Any], at: int) -> list[str] | None:
    """Who says what stands at a character, the innermost first; [] for the paper itself, None where the source is not marked."""
    around = []
    for one in article["attributions"]:
        spans = [span for content in one["Content"] for span in content[0]]
        if any(start <= at < end for start, end in spans):
            around.append((sum(end - start for start, end in spans), [words for _, words in one["Source"]]))
    if not around:
        return []
    innermost = min(around, key=lambda found: found[0])[1]
    return innermost or None


def reports(path: Path, say: Say) -> Iterator[Line]:
    """Every report is read, every fact proved; a second time and in another order the rows are the same."""
    documents = [Document(document_id=case["id"], text=case["text"]) for case in _lines(path)]
    facts = {one.document_id: find_facts(one) for one in documents}
    proved = sum(_is_proved(fact, one.text, say) for one in documents for fact in facts[one.document_id])
    random.Random(1).shuffle(documents)
    same = sum(_rows(find_facts(one)) == _rows(facts[one.document_id]) for one in documents)
    yield Line("facts are proved by their words", proved, sum(map(len, facts.values())), 1.0)
    yield Line("reports give the same again, in another order", same, len(documents), 1.0)


def _is_proved(fact: AnyFact, text: str, say: Say) -> bool:
    try:
        prove(fact, text)
    except ProofFailed as reason:
        say(str(reason))
        return False
    return True


def _rows(facts: list[AnyFact]) -> str:
    return "".join(json_line(row(fact)) for fact in facts)


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def _figures(text: str) -> list[Figure]:
    return [fact for fact in find_facts(Document(document_id="d", text=text)) if isinstance(fact, Figure)]


CORPORA: dict[str, Callable[[Path, Say], Iterator[Line]]] = {
    "recognizers_number.json": written_numbers,
    "recognizers_number_range.json": written_ranges,
    "idmc_displacement.jsonl": displacement,
    "polnear_dev.jsonl": attributions,
    "humquant_unannotated.jsonl": reports,
}


def main() -> int:
    """Measures on every corpus of the folder; 1 where a line is not reached, or nothing is there to read."""
    asked = argparse.ArgumentParser(description="How right is the reader on public corpora?")
    asked.add_argument("folder", type=Path, help="the folder that holds the corpora")
    asked.add_argument("--misses", action="store_true", help="print every miss")
    asked.add_argument("--only", choices=CORPORA, action="append", help="this corpus, by its file's name")
    given = asked.parse_args()
    say: Say = (lambda miss: print("   ", miss)) if given.misses else (lambda _: None)
    results = []
    for name in given.only or CORPORA:
        if (given.folder / name).exists():
            print(name)
            for line in CORPORA[name](given.folder / name, say):
                results.append(line.holds)
                print(line)
    if not results:
        print(f"none of {', '.join(CORPORA)} is in {given.folder}")
    return 0 if results and all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
