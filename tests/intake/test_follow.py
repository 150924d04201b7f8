"""A feed that is followed, against a real server: each entry once, at no cost where nothing has changed."""

from __future__ import annotations

from http.server import BaseHTTPRequestHandler
from typing import Any

import pytest

from humsit.intake import follow as feeds
from humsit.records import UnreadableInput, WrongValue
from humsit.situation import Selection, Situation
from tests.intake.web_server import WebServer, respond


def feed(*entries: tuple[str, str]) -> bytes:
    items = "".join(
        f"<item><title>T{link}</title><link>https://p.example/{link}</link><pubDate>Fri, 04 Mar 2022 08:00:00 +0200</pubDate>"
        f"<description>{text}</description></item>"
        for link, text in entries
    )
    return f"<rss><channel><title>The Post</title>{items}</channel></rss>".encode()


ONE, TWO = ("1", "Seventeen people were killed in Sumy, the mayor said."), ("2", "Nine people were injured in Lviv on Monday.")


def kept_in(situation: Situation) -> int:
    return situation.count("documents", Selection())


def test_entries_are_kept_once_and_new_ones_as_they_come(situation: Situation, web: WebServer, outside: Any) -> None:
    web.pages = {"/rss": ("application/rss+xml", feed(ONE))}
    first = feeds.follow(situation, web.url("/rss"), **outside)
    assert (first.kept, first.known, first.feed.title) == (1, 0, "The Post")
    web.pages["/rss"] = ("application/rss+xml", feed(TWO, ONE))
    (second,) = feeds.look_again(situation, **outside)
    assert (second.kept, second.known, second.feed.said) == (1, 1, "1 new")
    (third,) = feeds.look_again(situation, **outside)
    assert (third.kept, third.known, third.feed.said) == (0, 2, "nothing new")
    assert kept_in(situation) == 2
    (followed,) = situation.store.received.feeds()
    assert (followed.url, followed.title, followed.said) == (web.url("/rss"), "The Post", "nothing new")
    assert followed.looked is not None


def test_an_entry_whose_words_changed_is_kept_as_another_version(situation: Situation, web: WebServer, outside: Any) -> None:
    web.pages = {"/rss": ("application/rss+xml", feed(ONE))}
    feeds.follow(situation, web.url("/rss"), **outside)
    web.pages["/rss"] = ("application/rss+xml", feed(("1", ONE[1].replace("Seventeen", "Forty-one"))))
    (look,) = feeds.look_again(situation, **outside)
    assert (look.kept, look.known, kept_in(situation)) == (1, 0, 2)


def test_a_server_that_says_unchanged_is_believed(situation: Situation, web: WebServer, outside: Any) -> None:
    def answer(request: BaseHTTPRequestHandler) -> None:
        if request.headers.get("If-None-Match") == '"v1"':
            respond(request, 304, {})
        else:
            respond(request, 200, {"Content-Type": "application/rss+xml", "ETag": '"v1"', "Last-Modified": "then"}, feed(ONE))

    web.pages = {"/rss": answer}
    feeds.follow(situation, web.url("/rss"), **outside)
    (look,) = feeds.look_again(situation, **outside)
    assert (look.kept, look.known, look.failed) == (0, 0, False)
    assert web.headers[-1]["If-Modified-Since"] == "then"
    assert situation.store.received.feeds()[0].etag == '"v1"'


def test_a_feed_that_fails_is_told_and_the_others_go_on(situation: Situation, web: WebServer, outside: Any) -> None:
    web.pages = {"/a": ("application/rss+xml", feed(ONE)), "/b": ("application/rss+xml", feed(("9", "Six died.")))}
    for path in ("/a", "/b"):
        feeds.follow(situation, web.url(path), **outside)
    del web.pages["/a"]
    web.pages["/b"] = ("application/rss+xml", feed(TWO))
    failed, good = feeds.look_again(situation, **outside)
    assert failed.failed
    assert "answered 404" in failed.feed.said
    assert good.kept == 1


def test_what_is_no_feed_is_not_followed(situation: Situation, web: WebServer, outside: Any) -> None:
    with pytest.raises(UnreadableInput, match="404"):
        feeds.follow(situation, web.url("/none"), **outside)
    web.pages = {"/page": ("text/html", b"<html><body><p>Nine people were killed.</p></body></html>")}
    with pytest.raises(UnreadableInput, match="no feed"):
        feeds.follow(situation, web.url("/page"), **outside)
    assert situation.store.received.feeds() == []
    assert kept_in(situation) == 0


def test_a_feed_is_followed_once_and_no_longer_when_asked(situation: Situation, web: WebServer, outside: Any) -> None:
    web.pages = {"/rss": ("application/rss+xml", feed(ONE))}
    feeds.follow(situation, web.url("/rss"), **outside)
    with pytest.raises(WrongValue, match="is followed already"):
        feeds.follow(situation, web.url("/rss"), **outside)
    assert situation.store.received.unfollow(web.url("/rss"))
    assert not situation.store.received.unfollow(web.url("/rss"))
    assert (list(feeds.look_again(situation, **outside)), kept_in(situation)) == ([], 1)
