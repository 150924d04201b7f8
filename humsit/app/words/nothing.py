"""What a view says when it has nothing to show: why, and what to do next."""

from __future__ import annotations

NO_MATCH, NO_MATCH_NEXT = "Nothing matches these filters.", "Take one of them off at the left, or clear them all."
NO_REPORT_NEXT = "Paste or upload one: its figures appear here at once, each with its source."
NONE_OF_THIS = "The reports hold none of this."
NONE_OF_THIS_NEXT = "Add another report, or mark a missing figure in the text of one."
