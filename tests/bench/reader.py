"""How fast is the reader, beside others in the same run? `python -m tests.bench.reader [FILE-OR-FOLDER…]`, or `make bench`.

Measured is the work of `humsit read --format jsonl --no-standings` once the reports are in memory, on one core, in processor
time: the median of several runs, each of them on texts that it sees for the first time. Beside it run spaCy's blank English
tokenizer, which remembers words: on texts that it sees for the first time, and on the same texts again; and quantulum3 (without
its optional classifier), on a sample, as it takes minutes.
What does not grow in step with the text is called NOT LINEAR, and the exit code is 1.
"""

from __future__ import annotations

import argparse
import cProfile
import gc
import math
import pstats
import statistics
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import Any

from humsit.claims import compare
from humsit.documents.made import document_from_text
from humsit.documents.read import read_inputs
from humsit.facts.find import find_facts
from humsit.output import json_line
from humsit.records import Document
from humsit.tables import row
from humsit.vocabulary import load_vocabulary
from tests.bench.reports import report, seed_variants

ARTICLES_A_DAY, ARTICLE = 1_000_000, 3_000
"""The world's daily news, roughly, and the characters of one article."""
SAMPLE = 400_000
"""Characters of text for what is a hundred times slower than we are."""
STEEPEST = 1.25
"""Time may grow with the length to this power at most: 1 is linear, 2 quadratic; the rest is noise."""
OTHER_TEXTS = 200
LONGEST = 100_000
PATIENCE = 8.0

Work = Callable[[Sequence[Document]], object]

HOSTILE = {
    "at least at least …": "at least ",
    "1,1,1,1…": "1,",
    "1 1 1 1…": "1 ",
    "1.1.1.1…": "1.1.",
    "one number without end": "7",
    "number words without end": "one hundred and ",
    "million million …": "million ",
    "10 to 10 to …": "10 to 10 ",
    "words, no full stop": "the people of the town near the road were killed and ",
    "figures, no full stop": "some 40 people were killed in Homs and ",
    "speakers, no full stop": "the army said that the governor said that ",
    "places, no full stop": "Homs, Kharkiv and Goma and ",
    "names, no full stop": "Abdul Rahman Al Sayed ",
    "conditions, no full stop": "there was no water and no power and ",
    "dates, no full stop": "on 3 March 2022 and since February 24 ",
    "denials, no full stop": "denied that any civilians had died and ",
    "quotation marks": "“ ” \" ' ",
    "an open quotation over many sentences": "We said 40 died. ",
    "brackets": "(((",
    "full stops": ". ",
    "dots": ".",
    "commas": ", ",
    "spaces": " " * 8,
    "hyphens": "a-",
    "dashes": "– ",
    "pipes": "| 1 ",
    "tabs": "1\t",
    "empty lines": "\n\n",
    "lines of numbers": "12\n",
    "lines of numbers and labels": "12\nkilled\n",
    "bullets": "- 12 killed\n",
    "table rows": "Homs | 12 | 13\n",
    "headings": "KILLED\n",
    "one long word": "a",
    "one long name": "Aa",
    "percentages": "5% of 6% of ",
    "he added": "He added that 40 died, she said. ",
}
"""Pieces that are repeated until the text is long."""


def read(documents: Iterable[Document]) -> int:
    """The reader with JSON output; how many characters it wrote."""
    vocabulary = load_vocabulary()
    return sum(len(json_line(row(fact))) for document in documents for fact in find_facts(document, vocabulary, others=False))


def seconds(work: Work, documents: Sequence[Document], runs: int) -> float:
    """The median of `runs` runs, in seconds of processor time."""
    return statistics.median(_once(work, documents) for _ in range(runs))


def _once(work: Work, documents: Sequence[Document]) -> float:
    gc.collect()
    begin = time.process_time()
    work(documents)
    return time.process_time() - begin


def first_reading(documents: Sequence[Document]) -> float:
    """Seconds of processor time in a process that has read other texts, but none of these."""
    with ProcessPoolExecutor(1, mp_context=get_context("fork")) as fresh:
        return fresh.submit(_after_others, documents).result()


def _after_others(documents: Sequence[Document]) -> float:
    read(document_from_text(report(number)["text"]) for number in range(OTHER_TEXTS))
    return _once(read, documents)


def characters(documents: Iterable[Document]) -> int:
    """How many characters of text they hold."""
    return sum(len(document.text) for document in documents)


def sample(documents: Sequence[Document]) -> list[Document]:
    """Every so many-th of them, about SAMPLE characters together."""
    return list(documents[:: max(1, characters(documents) // SAMPLE)])


def tokenizer() -> Work:
    """spaCy's blank English tokenizer, which has seen nothing yet."""
    import spacy

    split = spacy.blank("en").tokenizer
    return lambda documents: [len(split(document.text)) for document in documents]


def quantulum() -> Work:
    """quantulum3; a text that it fails on counts as read."""
    from quantulum3 import parser

    def quantities(text: str) -> list[Any]:
        try:
            return list(parser.parse(text))
        except Exception:
            return []

    quantities("5 km")  # it loads its units on first use
    return lambda documents: [len(quantities(document.text)) for document in documents]


def side_by_side(title: str, documents: Sequence[Document], runs: int) -> None:
    """The reader and the others over the same texts, and what it means for a day's news."""
    print(f"\n{title}: {len(documents):,} texts, {characters(documents):,} characters")
    taken = statistics.median(first_reading(documents) for _ in range(runs))
    mine = characters(documents) / taken / 1e6
    print(f"  {'humsit':31} {mine:8.3f} million characters a second")
    try:
        _beside_tokenizer(documents, runs, mine)
        _beside_quantulum(sample(documents), mine)
    except ImportError as reason:
        print(f"  not measured ({reason}): pip install 'humsit[bench]'")
    facts = [fact for document in documents for fact in find_facts(document)]
    comparing = seconds(lambda _: compare(facts), documents, 1)
    print(f"  standings of the {len(facts):,} facts would take {comparing / taken:.0%} of the reading's time on top")
    a_day = 86_400 * mine * 1e6 / ARTICLE
    print(
        f"  {a_day / 1e6:.1f} million articles a day and core; the world's news of a day: {24 * ARTICLES_A_DAY / a_day:.2f} hours"
    )


def _beside_tokenizer(documents: Sequence[Document], runs: int, mine: float) -> None:
    fresh = [tokenizer() for _ in range(runs)]
    for name in ("spaCy's tokenizer, first reading", "spaCy's tokenizer, once again"):
        theirs = characters(documents) / statistics.median(_once(work, documents) for work in fresh) / 1e6
        print(f"  {name:31} {theirs:8.3f}; humsit reads {mine / theirs:.2f} times as fast (goal: .4)")


def _beside_quantulum(documents: Sequence[Document], mine: float) -> None:
    theirs = characters(documents) / seconds(quantulum(), documents, 1) / 1e6
    on = f"on {characters(documents):,} of the characters"
    print(f"  {'quantulum3':31} {theirs:8.3f}; humsit reads {mine / theirs:.1f} times as fast (goal: 100), {on}")


def grows(name: str, shorter: tuple[int, float], longer: tuple[int, float]) -> bool:
    """Says how the time grows from one length to another; whether it is in step."""
    steepness = math.log(max(longer[1], 1e-6) / max(shorter[1], 1e-6)) / math.log(longer[0] / shorter[0])
    fine = steepness < STEEPEST or longer[1] < 0.05
    verdict = "" if fine else f"   NOT LINEAR: grows with the length to the power {steepness:.1f}"
    each = [f"{taken / length * 1e6:8.3f}" for length, taken in (shorter, longer)]
    print(f"  {name:40} {each[0]} → {each[1]} µs each, from {shorter[0]:,} to {longer[0]:,}{verdict}")
    return fine


def many_documents(most: int, runs: int) -> bool:
    """Whether the time grows in step with the number of reports."""
    print("\nShort reports, time a report")
    documents = [document_from_text(report(number)["text"]) for number in range(most)]
    read(documents[:200])
    sizes = [size for size in (200, 2_000, 20_000) if size <= most]
    taken = [(size, seconds(read, documents[:size], runs if size < most else 1)) for size in sizes]
    fine = [grows("reports", taken[0], longer) for longer in taken[1:]]
    return all(fine)


def one_large_text(length: int) -> bool:
    """Whether a text of 10 MB costs no more a character than its parts do."""
    print("\nOne large text beside the same in small ones, time a character")
    parts = [document_from_text(text) for text in seed_variants(max(1, length // 5_500))]
    whole = document_from_text("\n\n".join(part.text for part in parts))
    apart, together = seconds(read, parts, 1), seconds(read, [whole], 1)
    print(f"  {len(parts):,} texts: {apart / characters(parts) * 1e6:.3f} µs; one of {len(whole.text):,}: ", end="")
    print(f"{together / len(whole.text) * 1e6:.3f} µs, {together / apart:.2f} times as much")
    return together < 1.3 * apart


def hostile_texts() -> bool:
    """Whether repeats grow in step with their length."""
    print("\nTexts made to hurt, time a character")
    read([document_from_text(report(0)["text"])])
    gc.freeze()  # the word lists, loaded once, are no part of what grows
    fine = [_hostile(name, piece) for name, piece in HOSTILE.items()]
    return all(fine)


def _hostile(name: str, piece: str) -> bool:
    before, now = (1, 0.0), (1, 0.0)
    opening = "“" if name.startswith("an open") else ""
    for length in (LONGEST // 16, LONGEST // 8, LONGEST // 4, LONGEST // 2, LONGEST):
        text = opening + piece * (length // len(piece))
        if not text.strip():
            text = "a" + text
        before, now = now, (len(text), seconds(read, [document_from_text(text)], 1))
        if now[1] > PATIENCE:
            break
    return grows(name, before, now)


def profile(documents: Sequence[Document]) -> None:
    """Where the time goes: the 25 functions that take most of it themselves."""
    read(documents[:50])
    watch = cProfile.Profile()
    watch.runcall(read, documents)
    pstats.Stats(watch).sort_stats("tottime").print_stats(25)


def main() -> int:
    """The whole benchmark, or the parts that are asked for."""
    asked = argparse.ArgumentParser(description="How fast is the reader, beside others in the same run?")
    asked.add_argument("inputs", nargs="*", help="real reports: files and folders, as for `humsit read`")
    asked.add_argument("--runs", type=int, default=3, help="runs of which the median counts (3)")
    asked.add_argument("--only", choices=("real", "seed", "many", "large", "hostile", "profile"), action="append")
    asked.add_argument("--variants", type=int, default=2_000, help="variants of the seed report (2,000)")
    asked.add_argument("--reports", type=int, default=20_000, help="most short reports (20,000)")
    asked.add_argument("--large", type=int, default=10_000_000, help="characters of the one large text (10,000,000)")
    given = asked.parse_args()
    parts = given.only or ["real", "seed", "many", "large", "hostile"]
    found = list(read_inputs(given.inputs)) if given.inputs else []
    real = list({one.text: one for one in found if isinstance(one, Document)}.values())
    fine = True
    if real and "real" in parts:
        side_by_side("Real texts, each once", real, given.runs)
    if real and "profile" in parts:
        profile(real)
    if "seed" in parts:
        texts = [document_from_text(text) for text in seed_variants(given.variants)]
        side_by_side("Variants of the seed", texts, given.runs)
    if "many" in parts:
        fine &= many_documents(given.reports, given.runs)
    if "large" in parts:
        fine &= one_large_text(given.large)
    if "hostile" in parts:
        fine &= hostile_texts()
    return 0 if fine else 1


if __name__ == "__main__":
    sys.exit(main())
