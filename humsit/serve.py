"""Starts the dashboard: Streamlit on this machine's own address only, with our script and our settings beside it."""

from __future__ import annotations

import os
import socket
import subprocess
import sys

from humsit import home
from humsit.records import WrongValue

ADDRESS = "127.0.0.1"
FIRST_PORT, PORTS_TRIED = 8501, 100


def serve(store: str, port: int | None = None) -> int:
    """Serves the dashboard on `store` until it is stopped; returns the server's exit code. Prints the address first.

    Without a port the first free one from 8501 on is taken. Raises WrongValue where the port given is none or is in use.
    """
    chosen = port_to_use(port)
    print(
        f"humsit is at http://{ADDRESS}:{chosen} (Ctrl+C ends it) and keeps its data in {home.without_password(store)}",
        flush=True,
    )
    environment = os.environ | {home.STORE_VARIABLE: store}
    if os.name == "posix":  # becomes the server, so that a signal to humsit is a signal to the server
        os.execve(sys.executable, command(chosen), environment)
    return subprocess.call(command(chosen), env=environment)


def command(port: int) -> list[str]:
    """What starts the server. Flags win over every configuration file, so that nothing can open it to the network by accident."""
    flags = {
        "server.address": ADDRESS,
        "server.port": port,
        "server.headless": not has_display(),
        "server.showEmailPrompt": False,
        "server.fileWatcherType": "auto" if home.is_clone() else "none",
        "browser.gatherUsageStats": False,
        "logger.hideWelcomeMessage": True,
    }
    script = str(home.dashboard_script())
    return [sys.executable, "-m", "streamlit", "run", script, *(f"--{name}={_written(value)}" for name, value in flags.items())]


def port_to_use(asked: int | None) -> int:
    """The port asked for, if it is free; the first free one if none is asked for. Raises WrongValue where there is none."""
    if asked is None:
        free = next(filter(is_free, range(FIRST_PORT, FIRST_PORT + PORTS_TRIED)), None)
        if free is None:
            raise WrongValue(
                f"No port from {FIRST_PORT} to {FIRST_PORT + PORTS_TRIED - 1} is free: name another one with --port."
            )
        return free
    if not 1 <= asked <= 65535:
        raise WrongValue(f"{asked} is no port: choose a number from 1024 to 65535.")
    if not is_free(asked):
        raise WrongValue(f"Port {asked} is in use or not allowed: name another one, or leave --port out.")
    return asked


def is_free(port: int) -> bool:
    """Whether a server could listen on the port."""
    with socket.socket() as probe:
        if os.name == "posix":  # as the server will: a port that was in use a moment ago is free
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((ADDRESS, port))
        except OSError:
            return False
    return True


def has_display() -> bool:
    """Whether somebody sits here, so that a browser may be opened: a terminal and, on Linux, a screen."""
    on_screen = sys.platform != "linux" or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    return sys.stdout.isatty() and on_screen


def _written(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
