"""What several test files need: a real PostgreSQL server, a fresh database on it, and stores of each kind."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from itertools import count
from pathlib import Path

import psycopg
import pytest
from hypothesis import settings
from servers import ServerMissingError, postgres_server

settings.register_profile("humsit", deadline=None)  # a busy machine is no bug
settings.load_profile("humsit")

_numbers = count(1)

LONGEST_FIRST = [
    "browser/test_accessible.py",
    "browser/test_reviewing.py",
    "browser/test_analyst.py",
    "test_corpus.py",
    "test_wheel.py",
    "browser/test_hostile.py",
    "test_command_line.py",
    "browser/",
    "store/",
    "test_",
]
"""What the names of test files begin with: of two processes that take file after file, neither shall begin a long one last."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    places: dict[Path, int] = {}
    for item in items:
        name = item.path.relative_to(here).as_posix()
        first = next((n for n, begins in enumerate(LONGEST_FIRST) if name.startswith(begins)), len(LONGEST_FIRST))
        places.setdefault(item.path, first)
    items.sort(key=lambda item: places[item.path])


@pytest.fixture(scope="session")
def postgres_address() -> Iterator[str]:
    """The address of a real PostgreSQL server. Without one: a loud skip, and a failure where CI is set."""
    with ExitStack() as stack:
        try:
            address = stack.enter_context(postgres_server())
        except ServerMissingError as reason:
            if os.environ.get("CI"):
                pytest.fail(f"CI must test PostgreSQL. {reason}")
            pytest.skip(f"PostgreSQL was NOT tested. {reason}")
        yield address


@pytest.fixture
def postgres_url(postgres_address: str) -> str:
    """The URL of an empty database on a real PostgreSQL server."""
    return _database(postgres_address)


def _database(postgres_address: str) -> str:
    name = f"humsit_{next(_numbers)}"
    with psycopg.connect(f"{postgres_address}/postgres", autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return f"{postgres_address}/{name}"


STORES = [
    pytest.param("memory", id="sqlite-in-memory"),
    pytest.param("disk", id="sqlite-on-disk"),
    pytest.param("postgres", id="postgresql", marks=pytest.mark.postgres),
]


@pytest.fixture
def url_of(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[str], str]:
    """From a kind of store to the URL of an empty one."""

    def url(kind: str) -> str:
        if kind == "postgres":
            return str(request.getfixturevalue("postgres_url"))
        return "sqlite://" if kind == "memory" else f"sqlite:///{tmp_path / 'humsit.db'}"

    return url


@pytest.fixture(params=STORES)
def store_url(request: pytest.FixtureRequest, url_of: Callable[[str], str]) -> str:
    """The URL of an empty store, one of each kind in turn."""
    return url_of(request.param)


@pytest.fixture(scope="module", params=STORES)
def modules_store_url(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The URL of a store, one of each kind in turn, that all tests of a file share: for those that only look."""
    if request.param == "postgres":
        return _database(request.getfixturevalue("postgres_address"))
    return "sqlite://" if request.param == "memory" else f"sqlite:///{tmp_path_factory.mktemp('store') / 'humsit.db'}"


@pytest.fixture(params=STORES[1:])
def shared_store_url(request: pytest.FixtureRequest, url_of: Callable[[str], str]) -> str:
    """The URL of an empty store that several processes can open, one of each kind in turn."""
    return url_of(request.param)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say loudly what could not be tested here, whichever process found out."""
    skipped = (report.longrepr for report in terminalreporter.stats.get("skipped", ()))
    for reason in sorted({str(told[2]).removeprefix("Skipped: ") for told in skipped if isinstance(told, tuple)}):
        terminalreporter.write_sep("!", reason, red=True, bold=True)


@pytest.fixture(autouse=True, scope="module")
def _the_main_module_stays() -> Iterator[None]:
    """Streamlit's AppTest leaves a script of its own in the place of __main__, and processes started later would run it."""
    main = sys.modules["__main__"]
    yield
    sys.modules["__main__"] = main
