"""Is this installation in order? What `humsit check` says."""

from __future__ import annotations

import platform
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from importlib.metadata import version

from humsit import home
from humsit.records import HumsitError
from humsit.situation import open_situation
from humsit.vocabulary import load_vocabulary

SHOWN_AT_MOST = 5


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at: whether it is good, and how it is in a sentence."""

    what: str
    good: bool
    how: str


def findings(store: str) -> Iterator[Finding]:
    """Everything that is looked at, in order; a part that fails does not keep the others from being looked at."""
    yield Finding("versions", True, ", ".join(_versions()))
    parts: tuple[tuple[str, Callable[[], tuple[list[str], str]]], ...] = (
        ("files", _files),
        ("word lists", _word_lists),
        ("store", lambda: _store(store)),
    )
    for what, look in parts:
        try:
            problems, good = look()
        except HumsitError as reason:
            problems, good = [str(reason)], ""
        yield Finding(what, not problems, _listed(problems) if problems else good)


def _versions() -> Iterator[str]:
    yield f"Python {platform.python_version()}"
    for name in ("humsit", "streamlit", "pandas", "plotly", "pydantic", "SQLAlchemy", "psycopg"):
        yield f"{name} {version(name)}"


def _files() -> tuple[list[str], str]:
    seeds, script = home.seeds_folder(), home.dashboard_script()
    needed = (seeds, script, home.gazetteer_folder())
    missing = [f"{path} is missing: install humsit again" for path in needed if not path.exists()]
    return missing, f"seeds in {seeds}, dashboard {script}"


def _word_lists() -> tuple[list[str], str]:
    own = home.own_words_folder()
    found = load_vocabulary(own)
    return [str(problem) for problem in found.problems], f"no problems; your own go into {own}"


def _store(url: str) -> tuple[list[str], str]:
    with closing(open_situation(url, seeds=home.seeds_folder())) as situation:
        return situation.check(), f"{len(situation.documents())} reports, every fact proved, in {home.without_password(url)}"


def _listed(problems: list[str]) -> str:
    more = len(problems) - SHOWN_AT_MOST
    return "; ".join(problems[:SHOWN_AT_MOST]) + (f"; and {more} more" if more > 0 else "")
