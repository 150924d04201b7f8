"""Reads the word lists from CSV and names every problem by file, row and mend."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

Row = dict[str, str]

MEASURES = (
    "killed injured missing detained rescued displaced refugees evacuated returned trapped affected in_need assisted "
    "sheltered infected population homes_damaged homes_destroyed facilities_damaged attacks aid funding distance "
    "other"
).split()
UNITS = "people households buildings facilities vehicles vessels incidents km usd percent tonnes other".split()
QUALIFIERS = "exact at_least more_than at_most less_than nearly approximately range vague".split()
STANCES = "reported claimed admitted denied unverified".split()
STATES = "present absent restored disputed".split()
CONDITIONS = (
    "besieged bombarded no_water no_power no_food no_medicine no_heating no_communications no_fuel evacuation_blocked "
    "aid_blocked corridor_open corridor_requested captured destroyed ceasefire"
).split()
GROUPS = "civilians combatants mixed children women men elderly health_workers aid_workers journalists rescuers crew".split()
CLAIMANTS = (
    "un government military local_authority emergency_service hospital ngo red_cross_red_crescent armed_group media "
    "witness expert unnamed"
).split()
CONTEXTS = (
    "wound shelter no_shelter staying number_noun channel asking unreal likening aged container no_group sure_label relief"
).split()


@dataclass(frozen=True)
class ListForm:
    """The columns of one list: which make a row's key, and which take only certain words."""

    columns: tuple[str, ...]
    key: tuple[str, ...]
    choices: dict[str, tuple[str, ...]]


def _form(columns: str, key: str, **choices: list[str]) -> ListForm:
    return ListForm(tuple(columns.split()), tuple(key.split()), {name: tuple(values) for name, values in choices.items()})


LISTS: dict[str, ListForm] = {
    "numbers": _form("words kind low high example", "words", kind=["cardinal", "scale", "vague", "few", "fraction"]),
    "qualifiers": _form("words qualifier position example", "words", qualifier=QUALIFIERS, position=["before", "after", "both"]),
    "periods": _form("words kind value example", "words", kind=["month", "weekday", "day", "unit"]),
    "not_figures": _form("words position why example", "words position", position=["before", "after"]),
    "things": _form(
        "words unit population_group measure firm example",
        "words",
        unit=UNITS,
        population_group=["", *GROUPS],
        measure=["", *MEASURES],
        firm=["yes", "weak", "no"],
    ),
    "plurals": _form("singular plural example", "singular"),
    "verb_forms": _form("base third past participle ing", "base"),
    "measures": _form(
        "words measure role of example",
        "words measure role of",
        measure=MEASURES,
        role=["verb", "subject", "adjective", "noun", "label"],
    ),
    "speech": _form(
        "words kind stance example needs",
        "words kind",
        kind=["verb", "phrase", "noun"],
        stance=STANCES,
        needs=["", "known", "number"],
    ),
    "claimants": _form("words type example", "words", type=CLAIMANTS),
    "hedges": _form("words stance example", "words", stance=STANCES),
    "conditions": _form(
        "words condition state role example",
        "words condition state",
        condition=CONDITIONS,
        state=STATES,
        role=["place", "object", "at", "ask"],
    ),
    "services": _form("words condition example", "words", condition=CONDITIONS),
    "service_states": _form("words position state example", "words position", position=["before", "after"], state=STATES),
    "nations": _form("name adjectives people seats example", "name"),
    "place_words": _form(
        "words kind example", "words kind", kind=["preposition", "noun", "kept", "entering", "whole", "no_place", "organisation"]
    ),
    "context_words": _form("words kind example", "words kind", kind=CONTEXTS),
    "abbreviations": _form("words example", "words"),
}


@dataclass(frozen=True)
class Problem:
    """One row that cannot be used: where it stands, what is wrong, and how to mend it."""

    file: str
    row: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}, row {self.row}: {self.message}"


def read_lists(own: Path | None) -> tuple[dict[str, list[Row]], list[Problem]]:
    """Every list, a team's rows laid over the built-in ones by key; rows with a problem are left out and named."""
    rows: dict[str, list[Row]] = {}
    problems: list[Problem] = []
    for name, form in LISTS.items():
        merged: dict[tuple[str, ...], Row] = {}
        for file, text in _sources(name, own):
            good, bad = _sorted_out(file, text, form)
            merged |= good
            problems += bad
        rows[name] = list(merged.values())
    if own is not None and own.is_dir():
        problems += [
            Problem(str(path), 0, f"no list has this name; the lists are {', '.join(sorted(LISTS))}")
            for path in sorted(own.glob("*.csv"))
            if path.stem not in LISTS
        ]
    return rows, problems


def _sources(name: str, own: Path | None) -> Iterator[tuple[str, str]]:
    """(file, content) of the built-in list, then of the team's own."""
    file = f"{name}.csv"
    yield file, resources.files(__package__).joinpath(file).read_text(encoding="utf-8")
    if own is not None and (own / file).is_file():
        yield str(own / file), (own / file).read_text(encoding="utf-8-sig")


def _sorted_out(file: str, text: str, form: ListForm) -> tuple[dict[tuple[str, ...], Row], list[Problem]]:
    """The rows of one file by key, and what is wrong with the others."""
    good: dict[tuple[str, ...], Row] = {}
    bad: list[Problem] = []
    for number, row, message in _rows(text, form):
        key = tuple(row.get(column, "").lower() for column in form.key)
        if not message and key in good:
            message = f"{' / '.join(key)!r} stands here twice; keep one of the rows"
        if message:
            bad.append(Problem(file, number, message))
        else:
            good[key] = row
    return good, bad


def _rows(text: str, form: ListForm) -> list[tuple[int, Row, str]]:
    """(number, row, what is wrong with it or "") of every row; one row 1 where columns are missing."""
    reader = csv.DictReader(text.splitlines())
    missing = [column for column in form.columns if column not in (reader.fieldnames or [])]
    if missing:
        what, add = ("columns {} are", "them") if len(missing) > 1 else ("column {} is", "it")
        return [(1, {}, f"the {what.format(', '.join(missing))} missing from the first row; add {add}")]
    rows = ({column: (cell or "").strip() for column, cell in row.items() if column} for row in reader)
    return [(number, row, _wrong(row, form)) for number, row in enumerate(rows, start=2)]


def _wrong(row: Row, form: ListForm) -> str:
    for column in form.key[:1]:
        if not row[column]:
            return f"the cell {column!r} is empty; write the words there"
    if "example" in form.columns and not row["example"]:
        return "the cell 'example' is empty; write a sentence that shows the words at work"
    for column, choices in form.choices.items():
        if row[column] not in choices:
            return f"{row[column]!r} is no {column}; choose one of {', '.join(c for c in choices if c)}"
    for column in ("low", "high"):
        if column in form.columns:
            try:
                float(row[column])
            except ValueError:
                return f"{row[column]!r} in {column!r} is no number; write it in digits"
    return ""
