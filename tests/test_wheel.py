"""Both ways to start: the built wheel in an empty environment and an empty folder, and Streamlit on the clone's own script."""

from __future__ import annotations

import csv
import os
import shutil
import socket
import subprocess
import sys
import time
import tomllib
import venv
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from importlib.metadata import distributions
from pathlib import Path
from urllib.request import urlopen
from zipfile import ZipFile

import pytest
from playwright.sync_api import sync_playwright
from servers import free_port

CLONE = Path(__file__).parents[1]
SEED = next((CLONE / "seeds").glob("*.txt"))


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(CLONE)]
    subprocess.run(command, check=True, capture_output=True, text=True, timeout=120)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The `bin` folder of an environment that holds the wheel and what it asks for, in the versions that are tested here."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=True)
    versions = folder / "versions.txt"
    here = {found.metadata["Name"]: found.version for found in distributions() if found.metadata["Name"] != "humsit"}
    versions.write_text("".join(f"{name}=={version}\n" for name, version in here.items()))
    command = [folder / "bin" / "python", "-m", "pip", "install", "--quiet", "--no-compile", "--prefer-binary"]
    subprocess.run([*command, "--disable-pip-version-check", "--constraint", versions, wheel], check=True, timeout=250)
    return folder / "bin"


@pytest.fixture
def nothing_but_the_wheel(installed: Path, tmp_path: Path) -> dict[str, str]:
    """The environment of a user who has just installed it: a home of their own, no settings, an empty folder."""
    (tmp_path / "home").mkdir()
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("HUMSIT", "PYTHON", "STREAMLIT", "XDG"))}
    return kept | {"HOME": str(tmp_path / "home"), "PATH": f"{installed}:{kept['PATH']}"}


@contextmanager
def serving(command: list[str], environment: dict[str, str], folder: Path, port_flag: str = "--port") -> Iterator[str]:
    """The address of a running server, once it answers that it is healthy."""
    port = free_port()
    with subprocess.Popen(
        [*command, port_flag, str(port)], env=environment, cwd=folder, stdout=subprocess.PIPE, text=True
    ) as server:
        try:
            yield _healthy(f"http://127.0.0.1:{port}", server)
        finally:
            server.terminate()
            server.wait(20)


def _healthy(address: str, server: subprocess.Popen[bytes], seconds: float = 60) -> str:
    last = time.monotonic() + seconds
    while time.monotonic() < last and server.poll() is None:
        try:
            with urlopen(f"{address}/_stcore/health", timeout=2) as answer:
                assert answer.read() == b"ok"
                return address
        except OSError:
            time.sleep(0.1)
    raise AssertionError(f"no healthy server at {address}; it ended with {server.poll()}")


def test_the_wheel_holds_everything_that_is_not_python_and_nothing_that_is_ours_alone(wheel: Path) -> None:
    with ZipFile(wheel) as packed:
        names = set(packed.namelist())
    kept = [path for ending in ("*.csv", "*.tsv", "*.json") for path in (CLONE / "humsit").rglob(ending)]
    lists = {f"humsit/{path.relative_to(CLONE / 'humsit')}" for path in kept if path.parent.name != "examples"}
    assert lists <= names
    assert not [name for name in names if "/examples/" in name], "what the model was learned from is not needed to read"
    assert {f"humsit/seeds/{SEED.name}", f"humsit/seeds/{SEED.stem}.metadata.json"} <= names
    assert {f"humsit/data/gazetteer/{path.name}" for path in (CLONE / "data" / "gazetteer").iterdir()} <= names
    assert {"humsit/dashboard.py", "humsit/.streamlit/config.toml", "humsit/py.typed"} <= names
    assert not [name for name in names if name.startswith(("tests", "data")) or name.endswith((".db", ".pyc"))]


def test_an_installed_humsit_serves_the_seed_from_an_empty_folder(
    nothing_but_the_wheel: dict[str, str], installed: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "empty"
    folder.mkdir()
    with serving([str(installed / "humsit"), "serve"], nothing_but_the_wheel, folder) as address:
        with urlopen(address, timeout=10) as page:
            assert b"<html" in page.read()
        command = [installed / "humsit", "export", "figures", "--format", "csv"]
        sheet = subprocess.run(command, env=nothing_but_the_wheel, cwd=folder, capture_output=True, text=True, check=True).stdout
    numbers = {row["number"] for row in csv.DictReader(sheet.splitlines())}
    assert {"1 million", "22", "nine", "500", "9,000"} <= numbers
    assert list(folder.iterdir()) == []
    assert list((tmp_path / "home").rglob("humsit.db"))


@pytest.mark.browser
def test_an_installed_humsit_wears_its_own_theme_and_asks_nothing_of_other_hosts(
    nothing_but_the_wheel: dict[str, str], installed: Path, tmp_path: Path
) -> None:
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        pytest.skip("no Chromium: run tests/install_system_packages.sh")
    theme = tomllib.loads((CLONE / ".streamlit" / "config.toml").read_text())["theme"]["light"]
    with (
        serving([str(installed / "humsit"), "serve"], nothing_but_the_wheel, tmp_path) as address,
        ThreadPoolExecutor() as elsewhere,  # the browser tests' own session already runs in this thread
    ):
        colour, asked = elsewhere.submit(_looked_at, address, chromium).result()
    assert colour == "rgb({}, {}, {})".format(*bytes.fromhex(theme["textColor"].removeprefix("#")))
    assert [url for url in asked if not url.startswith((address, address.replace("http", "ws"), "data:", "blob:"))] == []


def _looked_at(address: str, chromium: str) -> tuple[str, list[str]]:
    """The colour of the text, and every address that the page asked for."""
    with (
        sync_playwright() as playwright,
        playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"]) as browser,
    ):
        page = browser.new_page(color_scheme="light")
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(address)
        page.get_by_role("heading", name="Situation").first.wait_for(timeout=30_000)
        return str(page.evaluate("getComputedStyle(document.querySelector('.stApp')).color")), asked


def test_an_installed_humsit_finds_itself_in_order(
    nothing_but_the_wheel: dict[str, str], installed: Path, tmp_path: Path
) -> None:
    command = [installed / "humsit", "check"]
    said = subprocess.run(command, env=nothing_but_the_wheel, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (said.returncode, said.stderr) == (0, ""), said.stdout
    assert str(CLONE) not in said.stdout


def test_streamlit_itself_serves_the_clones_script_to_this_machine_only(tmp_path: Path) -> None:
    environment = os.environ | {"HUMSIT_STORE": str(tmp_path / "store.db")}
    command = [sys.executable, "-m", "streamlit", "run", str(CLONE / "dashboard.py"), "--server.headless=true"]
    with serving(command, environment, tmp_path, "--server.port") as address:
        port = int(address.rpartition(":")[2])
        with socket.socket() as probe:  # on Linux a server that listens on every address answers here too
            assert probe.connect_ex(("127.0.0.2", port)) != 0
