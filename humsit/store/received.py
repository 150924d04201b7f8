"""What came in already, so that it is passed over when it comes again; and the feeds that are followed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from humsit.store.engine import Database
from humsit.store.schema import feeds, received


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed that is followed, and how the last look at it went."""

    url: str
    title: str | None = None
    etag: str | None = None
    """What its server calls the version that was seen last; sent back, it answers "unchanged" at little cost."""
    modified: str | None = None
    """The same as a moment, in the server's own words."""
    looked: dt.datetime | None = None
    said: str = ""
    """What the last look brought, or why it failed."""


class ReceivedTables:
    """What came in, by keys that whoever receives it makes; a write here is none of the reports' and changes no revision."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def known(self, keys: Iterable[str]) -> set[str]:
        """Which of the keys were noted."""
        with self._database.reading() as connection:
            return set(connection.scalars(select(received.c.key).where(received.c.key.in_(list(keys)))))

    def note(self, key: str) -> None:
        """Note that what has this key was received, and all of it is kept."""
        try:
            with self._database.writing() as connection:
                connection.execute(insert(received).values(key=key, added=dt.datetime.now(dt.UTC)))
        except IntegrityError:  # noted already, perhaps by another process a moment ago
            return

    def feeds(self) -> list[Feed]:
        """The feeds that are followed, by their addresses."""
        with self._database.reading() as connection:
            rows = connection.execute(select(feeds).order_by(feeds.c.url))
            return [Feed(row.url, row.title, row.etag, row.modified, row.looked, row.said) for row in rows]

    def follow(self, url: str) -> bool:
        """Follow a feed from now on; False where it is followed already."""
        try:
            with self._database.writing() as connection:
                connection.execute(insert(feeds).values(url=url, said=""))
        except IntegrityError:
            return False
        return True

    def unfollow(self, url: str) -> bool:
        """Follow a feed no longer; what was kept of it stays. False where it was not followed."""
        with self._database.writing() as connection:
            return connection.execute(delete(feeds).where(feeds.c.url == url)).rowcount > 0

    def looked(self, feed: Feed) -> None:
        """Keep how the last look at a feed went."""
        values = {"title": feed.title, "etag": feed.etag, "modified": feed.modified, "looked": feed.looked, "said": feed.said}
        with self._database.writing() as connection:
            connection.execute(update(feeds).where(feeds.c.url == feed.url).values(values))
