"""A piece of a page that stands alone, such as an entry of a feed: all its text but what leads to other stories."""

from __future__ import annotations

from humsit.documents.formats import web
from humsit.documents.formats.page import article
from humsit.documents.formats.page.pieces import pieces


def fragment_text(html: str) -> str:
    """Its paragraphs, parted by empty lines, tables as rows; where nothing but links is left, all that is seen of it."""
    root = web.tree_of(f"<html><body>{html}</body></html>") if "<" in html and len(html) <= web.LARGEST_TREE else None
    body = None if root is None else root.find("body")
    if body is None:
        return web.visible_text(html)[0]
    kept = [piece for piece in pieces(body) if not (piece.clutter or piece.is_link or piece.is_label)]
    return "\n\n".join(article._lines(kept)).strip() or web.visible_text(html)[0]
