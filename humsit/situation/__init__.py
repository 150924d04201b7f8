"""The headless desk: everything an analyst does, without a screen. The app and the command line only call these verbs and
show the answers.

situation = open_situation("sqlite://")
situation.add(document_from_text("Emergency services said 22 bodies were found at Chernihiv."))
situation.figures(Selection(measure=("killed",)))
situation.correct(fact_id, "value", "23", who="Ada", why="the ministry's list names 23")
"""

from __future__ import annotations

from pathlib import Path

from humsit import home
from humsit.documents.read import read_inputs
from humsit.records import UnreadableInput
from humsit.situation.answers import Added, Evidence, Reread, Story, Tally
from humsit.situation.confidential import confidential_history, confidential_reports, mark_confidential, release
from humsit.situation.desk import Situation
from humsit.situation.names import known_as
from humsit.situation.sources import NAMES_OF, Name, Source
from humsit.store import ALL, NOW, Clock, Feed, Known, Order, Selection, open_store

__all__ = [
    "ALL",
    "NAMES_OF",
    "NOW",
    "Added",
    "Clock",
    "Evidence",
    "Feed",
    "Known",
    "Name",
    "Order",
    "Reread",
    "Selection",
    "Situation",
    "Source",
    "Story",
    "Tally",
    "confidential_history",
    "confidential_reports",
    "known_as",
    "mark_confidential",
    "open_situation",
    "release",
]


def open_situation(url: str | None = None, *, seeds: Path | None = None, own_words: Path | None = None) -> Situation:
    """The desk over the store at `url` (default: `home.store_url()`); `seeds`, a folder of reports, is read into an empty
    store only.

    Errors as in `store.open_store`, and UnreadableInput where a seed cannot be read.
    """
    situation = Situation(open_store(home.store_url(url)), own_words)
    if seeds is not None and situation.store.is_empty():
        for found in read_inputs([str(seeds)]):
            if isinstance(found, UnreadableInput):
                raise found
            situation.add(found)
    return situation
