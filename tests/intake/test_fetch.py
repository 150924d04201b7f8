"""One address, fetched on an analyst's wish: what comes back, and everything that is refused, against a real server."""

from __future__ import annotations

import gzip
import shutil
import ssl
import subprocess
import time
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any

import pytest

from humsit.intake.addresses import is_public
from humsit.intake.fetch import Limits, fetch
from humsit.intake.pages import documents_at
from humsit.records import Document, UnreadableInput, WrongValue
from tests.intake.web_server import OUTER, WebServer, redirect, respond, tunnel, web_server

PAGE = (
    "<html><head><title>Flood</title></head><body><main><h1>Flood</h1><p>At least 22 people were killed in Chernihiv on Friday, "
    "emergency services said, and rescuers searched the ruins of two schools.</p></main></body></html>"
)


@pytest.mark.parametrize(
    "address",
    """127.0.0.1 127.9.9.9 0.0.0.0 10.0.0.1 172.16.3.4 192.168.1.1 169.254.169.254 100.64.0.1 224.0.0.1 239.1.1.1 240.0.0.1
    255.255.255.255 192.0.2.1 198.18.0.1 ::1 :: fe80::1 fe80::1%eth0 fc00::1 fd12::1 ff02::1 ::ffff:127.0.0.1 ::ffff:10.0.0.1
    ::ffff:a9fe:a9fe ::127.0.0.1 64:ff9b::7f00:1 64:ff9b::a00:1 2002:7f00:1:: 2001:0:7f00:1:: 2001:db8::1 no-address""".split(),
)
def test_addresses_of_this_machine_and_its_network_are_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:2800:220:1::1", "::ffff:93.184.216.34", "64:ff9b::5db8:d822"])
def test_addresses_of_the_open_web_are_public(address: str) -> None:
    assert is_public(address)


def test_nothing_is_fetched_unless_it_was_allowed(web: WebServer, outside: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("HUMSIT_FETCH")
    with pytest.raises(WrongValue, match="Fetching is off"):
        fetch(web.url(), **outside)
    assert not web.asked


def test_a_page_becomes_a_report_that_knows_its_address(web: WebServer, outside: Any) -> None:
    web.pages = {
        "/old": redirect("/new"),
        "/new": ("text/html; charset=windows-1251", PAGE.replace("Flood", "Повінь").encode("cp1251")),
    }
    (report,) = documents_at(web.url("/old"), **outside)
    assert isinstance(report, Document)
    assert (report.url, report.found["url"]) == (web.url("/new"), "the address it was fetched from")
    assert "At least 22 people were killed in Chernihiv" in report.text
    assert "Повінь" in (report.title or "")


def test_a_feed_becomes_its_entries_each_with_its_own_address(web: WebServer, outside: Any) -> None:
    entry = "<item><link>https://p.example/1</link><description>Nine people were killed.</description></item>"
    web.pages = {"/feed": ("application/rss+xml", f"<rss><channel><title>P</title>{entry}</channel></rss>".encode())}
    (report,) = documents_at(web.url("/feed"), **outside)
    assert isinstance(report, Document)
    assert (report.url, report.publisher) == ("https://p.example/1", "P")


@pytest.mark.parametrize(
    "inner", ["127.0.0.1", "localhost", "0.0.0.0", "[::1]", "[::ffff:127.0.0.1]", "2130706433", "0x7f.1", "127.1"]
)
def test_a_redirect_into_this_machine_is_refused_and_never_asked(web: WebServer, outside: Any, inner: str) -> None:
    web.pages = {"/": redirect(web.url("/secret", inner)), "/secret": ("text/plain", b"inner")}
    with pytest.raises(UnreadableInput, match="leads to this machine or its own network"):
        fetch(web.url(), **outside)
    assert web.asked == [(OUTER, "/")]


def test_the_open_webs_own_rules_refuse_loopback_at_once(web: WebServer, outside: Any) -> None:
    with pytest.raises(UnreadableInput, match="leads to this machine"):
        fetch(web.url("/", "127.0.0.1"))
    assert not web.asked


def test_a_name_with_one_inner_address_among_outer_ones_is_refused(web: WebServer, outside: Any) -> None:
    with pytest.raises(UnreadableInput, match="leads to this machine"):
        fetch(web.url(), **outside | {"resolve": lambda *_: [OUTER, "10.0.0.1"]})
    assert not web.asked


def test_the_connection_goes_to_the_address_that_was_checked(web: WebServer, outside: Any) -> None:
    answers = [[OUTER], ["127.0.0.1"], ["127.0.0.1"]]
    web.pages = {"/": ("text/plain", b"outer")}
    fetched = fetch(web.url(), **outside | {"resolve": lambda *_: answers.pop(0)})
    assert (fetched.data, len(answers)) == (b"outer", 2)
    assert web.asked == [(OUTER, "/")]
    assert web.headers[0]["Host"] == f"news.example:{web.port}"


@pytest.mark.parametrize(
    "url",
    ["file:///etc/passwd", "ftp://news.example/", "gopher://news.example/", "javascript:alert(1)", "news.example", "", "http://"],
)
def test_only_addresses_of_the_web_are_fetched(outside: Any, url: str) -> None:
    with pytest.raises(UnreadableInput, match="no address of the web"):
        fetch(url, **outside)


def test_a_redirect_to_a_file_is_refused(web: WebServer, outside: Any) -> None:
    web.pages = {"/": redirect("file:///etc/passwd")}
    with pytest.raises(UnreadableInput, match="no address of the web"):
        fetch(web.url(), **outside)


def test_names_and_passwords_in_an_address_are_refused(web: WebServer, outside: Any) -> None:
    with pytest.raises(UnreadableInput, match="password"):
        fetch(f"http://ada:secret@news.example:{web.port}/", **outside)


def test_a_circle_of_redirects_ends(web: WebServer, outside: Any) -> None:
    web.pages = {"/a": redirect("/b"), "/b": redirect("/a")}
    with pytest.raises(UnreadableInput, match="leads on and on"):
        fetch(web.url("/a"), **outside)
    assert len(web.asked) == Limits().redirects + 1


def _endless(request: BaseHTTPRequestHandler) -> None:
    request.send_response(200)
    request.end_headers()
    for _ in range(10_000):
        request.wfile.write(b"x" * 65_536)


def _bomb(request: BaseHTTPRequestHandler) -> None:
    respond(request, 200, {"Content-Type": "text/plain", "Content-Encoding": "gzip"}, gzip.compress(b"\0" * 50_000_000))


def _liar(request: BaseHTTPRequestHandler) -> None:
    request.send_response(200)
    request.send_header("Content-Length", "900000000000")
    request.end_headers()


@pytest.mark.parametrize("page", [_endless, _bomb, _liar], ids=["endless", "unpacks to 50 MB", "says it is 900 GB"])
def test_what_is_too_large_is_given_up(web: WebServer, outside: Any, page: Any) -> None:
    web.pages = {"/": page}
    with pytest.raises(UnreadableInput, match="is larger than 1 MB"):
        fetch(web.url(), limits=Limits(size=1_000_000), **outside)


def _dripping(request: BaseHTTPRequestHandler) -> None:
    for _ in range(200):
        request.wfile.write(b"X")
        request.wfile.flush()
        time.sleep(0.05)


def _dripping_text(request: BaseHTTPRequestHandler) -> None:
    request.send_response(200)
    request.end_headers()
    _dripping(request)


@pytest.mark.parametrize("page", [_dripping, _dripping_text], ids=["head", "text"])
def test_a_server_that_drips_is_given_up_when_the_time_is_over(web: WebServer, outside: Any, page: Any) -> None:
    web.pages = {"/": page}
    begun = time.monotonic()
    with pytest.raises(UnreadableInput, match=r"(took longer|does not answer in time)"):
        fetch(web.url(), limits=Limits(seconds=0.6), **outside)
    assert time.monotonic() - begun < 3


def test_a_name_look_up_counts_as_time_too(outside: Any) -> None:
    with pytest.raises(UnreadableInput, match="took longer than"):
        fetch("http://news.example/", limits=Limits(seconds=0.2), **outside | {"resolve": lambda *_: time.sleep(1)})


def test_what_is_no_report_is_refused_with_its_kind(web: WebServer, outside: Any) -> None:
    web.pages = {"/": ("image/png", b"\x89PNG")}
    with pytest.raises(UnreadableInput, match="is image/png, no report"):
        list(documents_at(web.url(), **outside))


def test_a_page_that_is_not_there_says_so(web: WebServer, outside: Any) -> None:
    with pytest.raises(UnreadableInput, match="answered 404"):
        fetch(web.url("/gone"), **outside)


def test_a_name_that_nobody_knows_is_one_sentence_that_names_the_proxy(outside: Any) -> None:
    with pytest.raises(UnreadableInput, match="set HUMSIT_PROXY"):
        fetch("http://no-such-name.invalid/", **outside)


def test_a_proxy_is_used_only_where_it_was_set(web: WebServer, outside: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    web.pages = {"/": ("text/plain", b"direct"), web.url("/"): ("text/plain", b"through the proxy")}
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9/")
    assert fetch(web.url(), **outside).data == b"direct"
    monkeypatch.setenv("HUMSIT_PROXY", f"http://127.0.0.1:{web.port}")
    assert fetch(web.url(), **outside).data == b"through the proxy"
    with pytest.raises(UnreadableInput, match="leads to this machine"):
        fetch(web.url("/", "127.0.0.1"), **outside)


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    """One for news.example, made by OpenSSL, with its key in the same file."""
    if shutil.which("openssl") is None:
        pytest.skip("https was NOT tested: there is no openssl on the PATH.")
    path = tmp_path / "both.pem"
    command = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"]
    command += [
        "-subj",
        "/CN=news.example",
        "-addext",
        "subjectAltName=DNS:news.example",
        "-keyout",
        "key.pem",
        "-out",
        "cert.pem",
    ]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)
    path.write_text((tmp_path / "key.pem").read_text() + (tmp_path / "cert.pem").read_text())
    return path


def test_over_https_the_certificate_is_that_of_the_name_and_not_of_the_address(certificate: Path, outside: Any) -> None:
    serves = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    serves.load_cert_chain(certificate)
    trusts = ssl.create_default_context(cafile=str(certificate))
    with web_server(serves) as web:
        web.pages = {"/": ("text/plain", b"secured")}
        url = web.url().replace("http:", "https:")
        assert fetch(url, trust=trusts, **outside).data == b"secured"
        with pytest.raises(UnreadableInput, match="certificate"):
            fetch(url, **outside)
        other = {**outside, "resolve": lambda *_: [OUTER]}
        with pytest.raises(UnreadableInput, match="certificate"):
            fetch(url.replace("news.example", "other.example"), trust=trusts, **other)


def test_through_a_proxy_https_is_secured_to_the_end(certificate: Path, outside: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    serves = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    serves.load_cert_chain(certificate)
    trusts = ssl.create_default_context(cafile=str(certificate))
    with web_server(serves) as web, tunnel() as (port, asked):
        web.pages = {"/": ("text/plain", b"secured")}
        monkeypatch.setenv("HUMSIT_PROXY", f"http://127.0.0.1:{port}")
        url = web.url().replace("http:", "https:")
        assert fetch(url, trust=trusts, **outside).data == b"secured"
        assert asked == [f"news.example:{web.port}"]
        with pytest.raises(UnreadableInput, match="certificate"):
            fetch(url, **outside)
