"""Where humsit finds what belongs to it and keeps what belongs to its user.

In a clone everything stands beside `pyproject.toml`: `seeds/`, `data/`, `dashboard.py`. A wheel has no such top level: what
ships with it stands inside the package, and what the user makes goes to the folder that their system has for it.
"""

from __future__ import annotations

import contextlib
import functools
import os
import re
import secrets
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent
STORE_VARIABLE, DATA_VARIABLE = "HUMSIT_STORE", "HUMSIT_DATA"
FETCH_VARIABLE, PROXY_VARIABLE = "HUMSIT_FETCH", "HUMSIT_PROXY"


def is_clone() -> bool:
    """Whether this package runs out of a clone (also an editable install of one), not out of an installed wheel."""
    return (PACKAGE.parent / "pyproject.toml").is_file() and (PACKAGE.parent / "dashboard.py").is_file()


def shipped_folder() -> Path:
    """What came with humsit: the clone's top level, or the package's own folder."""
    return PACKAGE.parent if is_clone() else PACKAGE


def seeds_folder() -> Path:
    """The reports that an empty store starts from."""
    return shipped_folder() / "seeds"


def gazetteer_folder() -> Path:
    """The table of places that came with humsit; its README names source and licence."""
    return shipped_folder() / "data" / "gazetteer"


def dashboard_script() -> Path:
    """The script that `streamlit run` is given; its `.streamlit/config.toml` stands beside it."""
    return shipped_folder() / "dashboard.py"


def data_folder() -> Path:
    """Where store and own word lists are kept: HUMSIT_DATA, else `data/` in a clone, else the user's own folder."""
    if named := os.environ.get(DATA_VARIABLE):
        return Path(named).expanduser().resolve()
    if is_clone():
        return PACKAGE.parent / "data"
    import platformdirs

    return Path(platformdirs.user_data_dir("humsit", appauthor=False))


def own_words_folder() -> Path:
    """The team's own word lists, laid over the built-in ones; may not exist."""
    return data_folder() / "vocabulary"


@functools.cache
def masking_key() -> bytes:
    """The secret behind the numbers that stand for private persons in exports: made once, kept in the data folder, sent nowhere.

    Where nothing can be kept, the numbers are others at the next start.
    """
    kept = data_folder() / "masking.key"
    with contextlib.suppress(OSError):
        kept.parent.mkdir(parents=True, exist_ok=True)
        made = os.open(kept, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(made, "wb") as file:
            file.write(secrets.token_bytes(32))
    try:
        return kept.read_bytes() or secrets.token_bytes(32)
    except OSError:
        return secrets.token_bytes(32)


def may_fetch() -> bool:
    """Whether an address may be fetched on an analyst's wish: only with HUMSIT_FETCH=on; else nothing leaves the machine."""
    return os.environ.get(FETCH_VARIABLE, "").strip().lower() in ("on", "1", "yes", "true")


def proxy() -> str | None:
    """The proxy through which this machine reaches the web: HUMSIT_PROXY alone says so, never what other programs go by."""
    return os.environ.get(PROXY_VARIABLE, "").strip() or None


def store_url(given: str | None = None) -> str:
    """The store's SQLAlchemy URL: the one given, else HUMSIT_STORE, else `humsit.db` in the data folder.

    A plain path ("desk.db") is taken as an SQLite file.
    """
    named = given or os.environ.get(STORE_VARIABLE) or str(data_folder() / "humsit.db")
    return named if "://" in named else f"sqlite:///{Path(named).expanduser().resolve()}"


def without_password(url: str) -> str:
    """A store's URL as it may be shown; an SQLite file as its path."""
    return re.sub(r"(://[^:/@]*):[^@/]*@", r"\1:…@", url).removeprefix("sqlite:///")
