"""A real HTTP server on loopback addresses that answers as a test says and remembers what it was asked."""

from __future__ import annotations

import socket
import socketserver
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

OUTER = "127.0.0.2"
"""Stands for a machine of the open web: the tests allow this one, and no other address of this machine."""
Answer = Callable[[BaseHTTPRequestHandler], None]


@dataclass
class WebServer:
    """Pages by their paths; a page is bytes with its kind, or a function that answers."""

    pages: dict[str, tuple[str, bytes] | Answer] = field(default_factory=dict)
    asked: list[tuple[str, str]] = field(default_factory=list)
    """(address of this machine that was asked, path)"""
    headers: list[dict[str, str]] = field(default_factory=list)
    port: int = 0

    def url(self, path: str = "/", host: str = "news.example") -> str:
        return f"http://{host}:{self.port}{path}"


def redirect(to: str) -> Answer:
    return lambda request: respond(request, 302, {"Location": to})


def respond(request: BaseHTTPRequestHandler, status: int, headers: dict[str, str], body: bytes = b"") -> None:
    request.send_response(status)
    for name, value in ({"Content-Length": str(len(body))} | headers).items():
        request.send_header(name, value)
    request.end_headers()
    request.wfile.write(body)


@contextmanager
def web_server(secured: Any = None) -> Iterator[WebServer]:
    served = WebServer()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            served.asked.append((self.connection.getsockname()[0], self.path))
            served.headers.append(dict(self.headers))
            page = served.pages.get(self.path)
            with suppress(OSError):  # whoever asked may have hung up
                if page is None:
                    respond(self, 404, {})
                elif callable(page):
                    page(self)
                else:
                    respond(self, 200, {"Content-Type": page[0]}, page[1])

        def log_message(self, *_: Any) -> None:
            return

    server = ThreadingHTTPServer(("0.0.0.0", 0), Handler)
    server.daemon_threads = True
    if secured is not None:
        server.socket = secured.wrap_socket(server.socket, server_side=True)
    served.port = server.server_address[1]
    running = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    running.start()
    try:
        yield served
    finally:
        server.shutdown()
        server.server_close()


@contextmanager
def tunnel() -> Iterator[tuple[int, list[str]]]:
    """A proxy that connects to OUTER whatever it is asked for: its port, and what it was asked for."""
    asked: list[str] = []

    class Handler(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            asked.append(self.rfile.readline().decode().split()[1])
            while self.rfile.readline().strip():
                pass
            with socket.create_connection((OUTER, int(asked[-1].rpartition(":")[2]))) as there:
                self.wfile.write(b"HTTP/1.1 200 Connection established\r\n\r\n")
                back = threading.Thread(target=_pass_on, args=(there, self.connection), daemon=True)
                back.start()
                _pass_on(self.connection, there)

    server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
    try:
        yield server.server_address[1], asked
    finally:
        server.shutdown()
        server.server_close()


def _pass_on(source: socket.socket, to: socket.socket) -> None:
    with suppress(OSError):
        while data := source.recv(65_536):
            to.sendall(data)
