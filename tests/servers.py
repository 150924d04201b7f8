"""Real servers for the tests, started in a temporary folder on a free loopback port and stopped afterwards."""

from __future__ import annotations

import os
import pwd
import secrets
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg


class ServerMissingError(Exception):
    """There is no PostgreSQL server that could be started; the message says what to install."""


def postgres_programs() -> Path:
    """The folder of `initdb` and `postgres`: the one in PATH, else the newest that Debian keeps apart."""
    found = [Path(found).resolve().parent for found in [shutil.which("initdb")] if found]
    kept_apart = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda folder: float(folder.parent.name), reverse=True)
    for folder in [*found, *kept_apart]:
        if (folder / "initdb").exists() and (folder / "postgres").exists():
            return folder
    raise ServerMissingError(
        "PostgreSQL's initdb and postgres are not installed: run tests/install_system_packages.sh, or `make test`."
    )


def not_root() -> dict[str, Any]:
    """PostgreSQL refuses to run as root: the arguments that make a process somebody else's."""
    if os.geteuid() != 0:
        return {}
    for name in ("postgres", "nobody"):
        try:
            user = pwd.getpwnam(name)
        except KeyError:
            continue
        return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}
    raise ServerMissingError("PostgreSQL refuses to run as root, and there is no user postgres or nobody.")


def free_port() -> int:
    """A loopback port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def postgres_server() -> Iterator[str]:
    """The address of a fresh server, without a database's name at its end: "postgresql://postgres:…@127.0.0.1:PORT"."""
    programs, somebody = postgres_programs(), not_root()
    folder = Path(tempfile.mkdtemp(prefix="humsit-postgres-"))
    password = secrets.token_hex(8)
    (folder / "password").write_text(password)
    if somebody:
        for path in (folder, folder / "password"):
            os.chown(path, somebody["user"], somebody["group"])
    try:
        _make_cluster(programs, folder, somebody)
        port = free_port()
        with _running(programs, folder, port, somebody):
            address = f"postgresql://postgres:{password}@127.0.0.1:{port}"
            _wait_for(address, folder / "log")
            yield address
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _make_cluster(programs: Path, folder: Path, somebody: Mapping[str, Any]) -> None:
    command = [
        programs / "initdb",
        "-D",
        folder / "data",
        "-U",
        "postgres",
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--locale=C",
    ]
    made = subprocess.run(
        [*command, f"--pwfile={folder / 'password'}", "--no-sync"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        **somebody,
    )
    if made.returncode:
        raise ServerMissingError(f"initdb could not make a database cluster: {made.stderr.strip()}")


@contextmanager
def _running(programs: Path, folder: Path, port: int, somebody: Mapping[str, Any]) -> Iterator[None]:
    command = [programs / "postgres", "-D", folder / "data", "-h", "127.0.0.1", "-p", str(port), "-k", folder, "-c", "fsync=off"]
    with (folder / "log").open("wb") as log:
        server = subprocess.Popen(command, cwd=folder, stdout=log, stderr=log, **somebody)
    try:
        yield
    finally:
        server.send_signal(signal.SIGQUIT)  # at once: nothing in it is kept
        try:
            server.wait(timeout=20)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()


def _wait_for(address: str, log: Path, seconds: float = 30) -> None:
    deadline = time.monotonic() + seconds
    while True:
        try:
            psycopg.connect(f"{address}/postgres", connect_timeout=2).close()
            return
        except psycopg.OperationalError as reason:
            if time.monotonic() > deadline:
                raise ServerMissingError(
                    f"PostgreSQL did not answer within {seconds:.0f} s ({reason}): {log.read_text()[-500:]}"
                ) from None
            time.sleep(0.05)
