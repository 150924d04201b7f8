"""One address of the web, fetched because an analyst asked for it: within limits, and never out of this machine's own network.

The name is resolved once, every address that it stands for is checked, and the connection goes to the very address that was
checked; a redirect is an address like the first one. Nothing that a page names is fetched with it.
"""

from __future__ import annotations

import codecs
import socket
import ssl
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from humsit import home
from humsit.intake.addresses import is_public, resolved
from humsit.records import UnreadableInput, WrongValue

if TYPE_CHECKING:
    from urllib3 import HTTPResponse
    from urllib3.connection import HTTPConnection
    from urllib3.util import Url

NOT_ALLOWED = (
    "Fetching is off, so that nothing leaves this machine: set HUMSIT_FETCH=on, or start the dashboard with "
    "“humsit serve --allow-fetch”."
)
PATIENCE = 10.0
"""Seconds that a server may be silent."""
REDIRECTS = frozenset({301, 302, 303, 307, 308})
UNCHANGED, GOOD = 304, 200
HEADERS = {
    "User-Agent": "humsit (reads one report on an analyst's wish)",
    "Accept": "text/html, application/xhtml+xml, application/pdf, application/rss+xml, application/atom+xml, text/plain, */*",
}


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one fetch may cost."""

    redirects: int = 5
    size: int = 25_000_000
    """Bytes of the answer, unpacked."""
    seconds: float = 30.0
    """From the first word to the last, with name look-up and all redirects."""


LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address answered."""

    url: str
    """Where it was in the end, after redirects."""
    media_type: str
    """As its server calls it, such as "text/html"; "" where it says nothing."""
    data: bytes
    etag: str | None = None
    modified: str | None = None
    unchanged: bool = False
    """The server says that nothing has changed since the version that was named; then there is no data."""


def fetch(
    url: str,
    *,
    etag: str | None = None,
    modified: str | None = None,
    limits: Limits = LIMITS,
    resolve: Callable[[str, int], Sequence[str]] = resolved,
    may_ask: Callable[[str], bool] = is_public,
    trust: ssl.SSLContext | None = None,
) -> Fetched:
    """What stands at `url` now. UnreadableInput, with one sentence, for whatever is refused, fails or is over a limit; WrongValue
    where fetching is off.

    `etag` and `modified`: of the version that is known, so that its server need not send it again. `resolve`, `may_ask` and
    `trust` (the certificates to go by) are the open web's, except in tests.
    """
    if not home.may_fetch():
        raise WrongValue(NOT_ALLOWED)
    known = {"If-None-Match": etag, "If-Modified-Since": modified}
    headers = HEADERS | {name: value for name, value in known.items() if value}
    return _Fetch(limits, resolve, may_ask, trust, headers, home.proxy()).in_time(url)


@dataclass
class _Fetch:
    """One fetch under way."""

    limits: Limits
    resolve: Callable[[str, int], Sequence[str]]
    may_ask: Callable[[str], bool]
    trust: ssl.SSLContext | None
    headers: Mapping[str, str]
    proxy: str | None
    until: float = 0.0
    connection: HTTPConnection | None = None
    told: list[Fetched | Exception] = field(default_factory=list)

    def in_time(self, url: str) -> Fetched:
        """The whole fetch in a thread of its own: whatever it waits for (a name, a handshake, a byte), the clock ends it."""
        self.until = time.monotonic() + self.limits.seconds
        worker = threading.Thread(target=self._run, args=(url,), daemon=True)
        worker.start()
        worker.join(self.limits.seconds)
        if not self.told:
            self._hang_up()
            raise UnreadableInput(
                f"{url} took longer than {self.limits.seconds:g} seconds: try later, or save the page and add it."
            )
        answer = self.told[0]
        if isinstance(answer, Exception):
            raise answer
        return answer

    def _run(self, url: str) -> None:
        try:
            self.told.append(self._follow(url))
        except Exception as reason:
            self.told.append(_as_sentence(url, reason, self.proxy))
        finally:
            self._hang_up()

    def _hang_up(self) -> None:
        connection = self.connection
        if connection is not None and connection.sock is not None:
            with suppress(OSError):
                connection.sock.shutdown(socket.SHUT_RDWR)
            connection.close()

    def _follow(self, url: str) -> Fetched:
        for _ in range(self.limits.redirects + 1):
            answer = self._ask(url)
            if answer.status in REDIRECTS and (leads_to := answer.headers.get("Location")):
                url = urljoin(url, leads_to)
                self._hang_up()
                continue
            return self._answered(url, answer)
        raise UnreadableInput(
            f"{url} leads on and on ({self.limits.redirects} redirects): open it in a browser and save the page."
        )

    def _ask(self, url: str) -> HTTPResponse:
        target = _target(url)
        address = self._checked(url, target)
        self.connection, asked = self._connection(target, address)
        self.connection.request("GET", asked, headers=dict(self.headers) | {"Host": target.netloc or ""}, preload_content=False)
        return self.connection.getresponse()

    def _checked(self, url: str, target: Url) -> str:
        """The address to connect to. All that the name stands for are looked at: one inner address among them is one too many."""
        host = (target.host or "").strip("[]")
        try:
            addresses = self.resolve(host, _port(target))
        except OSError:
            if self.proxy:  # behind a proxy names of the web are often unknown: the proxy knows them
                return ""
            raise
        if not addresses or not all(map(self.may_ask, addresses)):
            raise UnreadableInput(
                f"{url} leads to this machine or its own network, from which nothing is fetched: save the page and add the file."
            )
        return addresses[0]

    def _connection(self, target: Url, address: str) -> tuple[HTTPConnection, str]:
        """A connection to the address that was checked (or to the proxy), and what to ask it for."""
        from urllib3.connection import HTTPConnection, HTTPSConnection

        how: dict[str, Any] = {"timeout": PATIENCE}
        path = target.request_uri
        host, port = (target.host or "").strip("[]"), _port(target)
        through = _target(self.proxy) if self.proxy else None
        to = ((through.host or "").strip("[]"), _port(through)) if through else (address, port)
        if target.scheme == "http":
            return HTTPConnection(*to, **how), target.url if through else path
        context = self.trust or ssl.create_default_context()
        secured = HTTPSConnection(*to, **how, ssl_context=context, server_hostname=host)
        if through:
            secured.set_tunnel(host, port, scheme="http")
        return secured, path

    def _answered(self, url: str, answer: HTTPResponse) -> Fetched:
        if answer.status not in (GOOD, UNCHANGED):
            raise UnreadableInput(
                f"{url} answered {answer.status} ({answer.reason or 'no reason given'}): check it in a browser."
            )
        too_large = UnreadableInput(
            f"{url} is larger than {self.limits.size / 1_000_000:g} MB: save what you need of it as a file."
        )
        if int(answer.headers.get("Content-Length", "0") or 0) > self.limits.size:
            raise too_large
        parts, size = [], 0
        while part := answer.read1(65_536, decode_content=True):
            parts.append(part)
            size += len(part)
            if size > self.limits.size:
                raise too_large
            if time.monotonic() > self.until:
                raise TimeoutError
        media_type, data = _typed(answer.headers.get("Content-Type", ""), b"".join(parts))
        told = answer.headers
        return Fetched(url, media_type, data, told.get("ETag"), told.get("Last-Modified"), answer.status == UNCHANGED)


def _target(url: str) -> Url:
    """The parts of an address; one reader of addresses for what is checked and for what is asked."""
    from urllib3.exceptions import LocationParseError
    from urllib3.util import parse_url

    try:
        found = parse_url(url)
    except LocationParseError:
        found = None
    if found is None or found.scheme not in ("http", "https") or not found.host or any(c.isspace() for c in url):
        raise UnreadableInput(f"“{url}” is no address of the web: write it whole, such as https://example.org/report.html.")
    if found.auth:
        raise UnreadableInput("The address holds a user's name or password: leave them out, or save the page and add the file.")
    return found


def _port(target: Url) -> int:
    return target.port or (443 if target.scheme == "https" else 80)


def _typed(content_type: str, data: bytes) -> tuple[str, bytes]:
    """(kind, bytes): text whose encoding the server names is handed on as UTF-8 that says so, for a file has no server to ask."""
    kind, _, rest = content_type.partition(";")
    kind = kind.strip().lower()
    charset = next((part.partition("=")[2].strip(" '\"") for part in rest.split(";") if "charset=" in part.lower()), "")
    if kind in ("text/html", "text/plain", "application/xhtml+xml") and charset and not data.startswith(codecs.BOM_UTF8):
        with suppress(LookupError, UnicodeDecodeError):
            return kind, codecs.BOM_UTF8 + data.decode(charset).encode()
    return kind, data


def _as_sentence(url: str, reason: Exception, proxy: str | None) -> Exception:
    from urllib3.exceptions import ConnectTimeoutError, HTTPError, ReadTimeoutError, SSLError

    if isinstance(reason, UnreadableInput):
        return reason
    if isinstance(reason, TimeoutError | ConnectTimeoutError | ReadTimeoutError):
        return UnreadableInput(f"{url} does not answer in time: try later, or save the page and add the file.")
    if isinstance(reason, ssl.SSLError | SSLError):
        return UnreadableInput(f"{url} cannot show that it is who it says it is (its certificate): check it in a browser.")
    if isinstance(reason, socket.gaierror):
        hint = "" if proxy else "; where the web is reached through a proxy, set HUMSIT_PROXY"
        return UnreadableInput(f"{url} is not known: check the address{hint}.")
    if isinstance(reason, OSError | HTTPError | ValueError):
        hint = "" if proxy else "; where the web is reached through a proxy, set HUMSIT_PROXY"
        return UnreadableInput(f"{url} cannot be reached ({type(reason).__name__}): check the address{hint}.")
    return reason
