"""The one-page brief: headline figures with who says them, what is contested and why, conditions now, and every source."""

from humsit.briefs.compose import compose
from humsit.briefs.markdown import as_markdown
from humsit.briefs.nouns import Brief
from humsit.briefs.webpage import as_html

__all__ = ["Brief", "as_html", "as_markdown", "compose"]
