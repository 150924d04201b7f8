"""Words that say what they mean where they stand: pressed, or reached with the keyboard, they open a note."""

from __future__ import annotations

from humsit.app import markup
from humsit.app.words.meanings import MEANINGS


def lay_out() -> None:
    """Prints all notes once a page, unseen until one of their words is pressed."""
    markup.show(*[markup.note(name, markup.strong(word), markup.tag("p", said)) for name, (word, said) in MEANINGS.items()],
                kind="hs-meanings")  # fmt: skip


def chip(name: str, tone: str = "", word: str = "") -> markup.Safe:
    """A labelled chip; `name`: of `MEANINGS`, whose word it shows unless there is a better one."""
    shown, _ = MEANINGS[name]
    return markup.opens(word or shown, name, f"hs-chip hs-{tone}" if tone else "hs-chip")


def term(name: str, word: str = "") -> markup.Safe:
    """A word in a line; `name` as in `chip`."""
    shown, _ = MEANINGS[name]
    return markup.opens(word or shown, name, "hs-term")
