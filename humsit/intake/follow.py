"""Feeds that are followed: looked at when somebody asks for it, or every so many minutes; each entry is kept once."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from humsit.documents.formats.feed import is_feed
from humsit.intake.fetch import fetch
from humsit.intake.keep import Kept, Refused, keep_documents
from humsit.intake.pages import documents_of
from humsit.records import Document, HumsitError, UnreadableInput, WrongValue
from humsit.situation import Situation
from humsit.store import Feed


@dataclass
class Look:
    """What one look at a feed brought."""

    feed: Feed
    kept: int = 0
    """Reports that are new."""
    known: int = 0
    """Entries that were seen before."""
    refused: list[str] = field(default_factory=list)
    """Sentences: what could not be kept, or why the feed could not be looked at."""
    failed: bool = False


def follow(situation: Situation, url: str, **how: Any) -> Look:
    """Follow a feed from now on, and take what is in it. Errors as in `fetch`; WrongValue where it is followed already."""
    address = url.strip()
    if any(feed.url == address for feed in situation.store.received.feeds()):
        raise WrongValue(f"{address} is followed already.")
    look = look_at(situation, Feed(address), **how)
    if look.failed:
        raise UnreadableInput(look.refused[-1])
    situation.store.received.follow(address)
    situation.store.received.looked(look.feed)
    return look


def look_again(situation: Situation, **how: Any) -> Iterator[Look]:
    """Look at every feed that is followed, and keep what is new; one that fails is told, and the others go on."""
    for feed in situation.store.received.feeds():
        look = look_at(situation, feed, **how)
        situation.store.received.looked(look.feed)
        yield look


def look_at(situation: Situation, feed: Feed, **how: Any) -> Look:
    """Look at one feed now. What the server says is unchanged costs it and us nothing."""
    look = Look(replace(feed, looked=dt.datetime.now(dt.UTC)))
    try:
        fetched = fetch(feed.url, etag=feed.etag, modified=feed.modified, **how)
        if not fetched.unchanged:
            if not is_feed(fetched.data[:8_000]):
                raise UnreadableInput(f"{feed.url} is no feed (RSS or Atom): find the feed's own address, or add the page alone.")
            _take(situation, documents_of(fetched), look)
            look.feed = replace(look.feed, etag=fetched.etag, modified=fetched.modified)
    except HumsitError as reason:
        look.failed = True
        look.refused.append(str(reason))
    look.feed = replace(look.feed, said=said(look))
    return look


def _take(situation: Situation, found: Iterator[Document | UnreadableInput], look: Look) -> None:
    received, under_way = situation.store.received, ""

    def unseen() -> Iterator[Document | UnreadableInput]:
        nonlocal under_way
        for one in found:
            under_way = _key(look.feed.url, one) if isinstance(one, Document) else ""
            if isinstance(one, Document):
                look.feed = replace(look.feed, title=look.feed.title or one.publisher)
            if under_way and received.known([under_way]):
                look.known += 1
            else:
                yield one

    for outcome in keep_documents(situation, unseen(), look.feed.url):
        if isinstance(outcome, Kept):
            look.kept += outcome.new
            look.known += not outcome.new
            received.note(under_way)
        elif isinstance(outcome, Refused):
            look.refused.append(outcome.reason)


def _key(url: str, document: Document) -> str:
    """An entry is known by its link and its words: one whose words were changed is a later version, and kept beside the first."""
    told = "\n".join((url, document.url or "", document.title or "", document.text))
    return f"entry:{hashlib.blake2b(told.encode(), digest_size=20).hexdigest()}"


def said(look: Look) -> str:
    """What a look brought, in words."""
    if look.failed:
        return look.refused[-1]
    brought = f"{look.kept} new" if look.kept else "nothing new"
    return brought + (f", {len(look.refused)} not read" if look.refused else "")
