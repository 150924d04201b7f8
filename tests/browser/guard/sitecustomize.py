"""Python loads this by its name into the dashboard's own process in browser tests: it refuses every address outside this machine,
and writes down which one it was.
"""

import ipaddress
import os
import sys

_AT_HOME = {None, "", "localhost", "0.0.0.0", "::", os.uname().nodename}
_TOLD = os.environ.get("HUMSIT_TEST_OUTSIDE", "")


def _outside(host: object) -> bool:
    name = host.decode() if isinstance(host, bytes) else host
    if name in _AT_HOME:
        return False
    try:
        return not ipaddress.ip_address(str(name).partition("%")[0]).is_loopback
    except ValueError:
        return True


def _guard(event: str, arguments: tuple) -> None:  # type: ignore[type-arg]
    if event == "socket.getaddrinfo":
        host = arguments[0]
    elif event in ("socket.connect", "socket.sendto") and isinstance(arguments[1], tuple):
        host = arguments[1][0]
    else:
        return
    if _outside(host):
        with open(_TOLD, "a", encoding="utf-8") as told:  # noqa: PTH123 # nothing else is loaded yet
            told.write(f"{host}\n")
        raise PermissionError(f"The dashboard turned to {host}: nothing may leave the machine.")


if _TOLD:
    sys.addaudithook(_guard)
