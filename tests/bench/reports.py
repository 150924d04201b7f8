"""Reports made by rule, as many as wanted and the same on every run: short ones, and variants of the seed report."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator
from pathlib import Path

SEED = next((Path(__file__).parents[2] / "seeds").glob("*.txt"))
PLACES = ("Homs", "Kharkiv", "Khartoum", "Port-au-Prince", "Cotabato", "Mocoa", "Kunduz", "Goma", "Sittwe", "Tillaberi")
SPEAKERS = ("the Red Crescent", "the health ministry", "OCHA", "the governor", "a hospital director", "the army", "witnesses")
SENTENCES = (
    "At least {n} people were killed and {m} injured when shells hit a market in {place}, {speaker} said on Monday.",
    "According to {speaker}, between {n} and {p} families have fled {place} since the fighting began.",
    "{Speaker} said nearly {p} homes in {place} had been destroyed, and {place} has had no water for a week.",
    "The road to {place} was closed in the morning, and nobody could say when it would be opened again.",
    "More than {k},000 people are sheltering in schools in {place}; {speaker} could not confirm the number.",
    "“We have been here for days,” a woman in {place} recounted, “and we do not know what comes next.”",
    "The death toll in {place} rose to {p} from {n}, {speaker} said, adding that {m} people were missing.",
)


def report(number: int) -> dict[str, str]:
    """A short report, as a line of a .jsonl file holds it; its `id` is unique."""
    chance = random.Random(number)
    sentences = []
    for _ in range(chance.randint(3, 8)):
        n, speaker = chance.randint(2, 400), chance.choice(SPEAKERS)
        values = {"n": n, "m": chance.randint(2, 90), "p": n + chance.randint(1, 500), "k": chance.randint(2, 900)}
        names = {"place": chance.choice(PLACES), "speaker": speaker, "Speaker": speaker[0].upper() + speaker[1:]}
        sentences.append(chance.choice(SENTENCES).format(**values, **names))
    return {"id": f"report-{number:07}", "publisher": "Made by rule", "published": "2024-05-06", "text": " ".join(sentences)}


def write_reports(path: Path, how_many: int) -> Path:
    """A .jsonl file of short reports."""
    with path.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(report(number)) + "\n" for number in range(how_many))
    return path


def seed_variants(how_many: int) -> Iterator[str]:
    """The seed report with its paragraphs in another order and every number of two or more digits another one."""
    paragraphs = SEED.read_text(encoding="utf-8").split("\n\n")
    for number in range(how_many):
        chance = random.Random(number)
        text = "\n\n".join(chance.sample(paragraphs, len(paragraphs)))
        yield re.sub(r"(?<![\d,.])\d{2,3}(?![\d,.])", lambda _, chance=chance: str(chance.randint(10, 999)), text)
