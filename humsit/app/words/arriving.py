"""The words of reports that arrive by themselves or in great numbers: drops, addresses, feeds, watched folders."""

from __future__ import annotations

import datetime as dt

from humsit.app.words import count
from humsit.app.words.columns import CONDITIONS, FIGURES, PUBLISHED, PUBLISHER, TITLE

LOOK, KEEP_UNSEEN = "Look at them first", "Keep all that can be read"
CANCEL, GO_ON, CLOSE = "Cancel", "Go on", "Close"
COMPARING = "All files are read; what they say is being compared."
WAITING = "About to begin."
STOPPING = "it ends after the file that is being read now"
FILE, WHY_NOT, ODD = "File", "Why not, and what to do", "What looks odd"
SEEN_COLUMNS = (FILE, TITLE, PUBLISHER, PUBLISHED, FIGURES, CONDITIONS, ODD)
REFUSED_COLUMNS = (FILE, WHY_NOT)
CHOOSE = "Tick rows to keep only those."
UNDATED = "Published, for those that name no day"
NOT_READ_LABEL = "CSV of what was not read"

FETCH_OFF = "Fetching is off: nothing leaves this machine."
FETCH_HOW = (
    "To switch it on, end humsit and start it with “humsit serve --allow-fetch”, or set HUMSIT_FETCH=on. "
    "Then an address that you give is fetched when you press the button, and nothing else ever is. "
    "Where this machine reaches the web only through a proxy, set HUMSIT_PROXY too; no other setting of a proxy is used."
)
URL, URL_HINT, FETCH = "Address of one report", "https://example.org/report.html", "Fetch and read it"
FETCHED_MEANS = "The page, PDF or feed at this address is fetched once, now. What it links to is not."
FETCHING = "Fetching …"

FEED, FEED_HINT, FOLLOW = "Address of a feed (RSS or Atom)", "https://example.org/rss.xml", "Follow it"
LOOK_NOW, STOP_FOLLOWING = "Look for new reports now", "Follow no longer"
NO_FEED, NO_FEED_NEXT = "No feed is followed.", "Give the address of one; its reports are kept once each."
FEED_EVERY = "“humsit follow --every 15” in a terminal looks every 15 minutes."
NEVER_LOOKED = "not looked at yet"

PATH, PATH_HINT = "Folder of this machine", "/home/ada/reports"
READ_ONCE, WATCH, STOP_WATCHING = "Look at it once", "Watch it", "Watch no longer"
FOLDER_MEANS = (
    "Files of the folder and of its folders. A watched folder is looked at every few seconds while humsit runs: a file is kept "
    "once it has stopped growing, and what cannot be read stands in humsit-not-read.csv there."
)
FOLDER_ELSEWHERE = "Folders can be named only where humsit runs for this machine alone; here it serves others too."
FOLDER_ELSEWHERE_NEXT = "Drop the files or a ZIP of them, or run “humsit watch FOLDER” on the machine that holds them."
EMPTY_FOLDER = "The folder holds no file that humsit could read."


def progress(done: int, total: int, kept: int | None, refused: int) -> str:
    """How far it is: "300 of 1,000 files · 285 kept · 15 not read"."""
    told = f"{done:,} of {count(total, 'file')}"
    return told + (f" · {kept:,} kept" if kept is not None else "") + f" · {refused:,} not read"


def surveyed(reports: int, figures: int, there: int, refused: int) -> str:
    """What was seen in the files."""
    told = f"{count(reports, 'report')} with {count(figures, 'figure')} can be kept"
    told += f", {there:,} {'is' if there == 1 else 'are'} kept already" if there else ""
    return f"{told}, {count(refused, 'file')} cannot be read." if refused else f"{told}."


def dropped(kept: int, figures: int, there: int, refused: int) -> str:
    """What was kept of the files."""
    told = f"{count(kept, 'report')} kept with {count(figures, 'figure')}"
    told += f", {there:,} there already" if there else ""
    return f"{told}, {count(refused, 'file')} not read." if refused else f"{told}."


def stopped(done: int, total: int) -> str:
    """That it was cancelled, and what that means."""
    return f"Cancelled after {done:,} of {count(total, 'file')}. What was kept is whole; going on passes over it."


def ended(why: str) -> str:
    """That it ended early by itself."""
    return f"It ended early: {why}"


def undated(reports: int) -> str:
    """How many reports name no day, and what follows."""
    name = "names" if reports == 1 else "name"
    return f"{count(reports, 'report')} {name} no day of publication: give one, or their “yesterday” and “on Friday” stay open."


def keep_all(reports: int) -> str:
    """On the button that keeps all that was seen."""
    return f"Keep all {reports:,}" if reports != 1 else "Keep this report"


def keep_chosen(reports: int) -> str:
    """On the button that keeps the ticked ones."""
    return f"Keep the {reports:,} ticked" if reports != 1 else "Keep the ticked one"


def not_read(files: int) -> str:
    """Over the table of what was refused."""
    return f"Not read ({files:,})"


def looked(kept: int, known: int) -> str:
    """What a look at feeds brought."""
    return f"{count(kept, 'new report')} kept, {known:,} known already."


def looked_at(moment: dt.datetime | None) -> str:
    """When a feed was looked at last."""
    return f"{moment:%Y-%m-%d %H:%M} UTC" if moment else NEVER_LOOKED


def watching(kept: int, there: int, refused: int) -> str:
    """How a watched folder goes."""
    return f"{kept:,} kept, {there:,} there already, {count(refused, 'file')} not read"
