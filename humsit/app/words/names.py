"""The words of judging sources and of leading one name back to another."""

from __future__ import annotations

from humsit.app.words.columns import KIND as KIND
from humsit.app.words.columns import RELIABILITY as RELIABILITY
from humsit.records import JudgementKind

JUDGE_SOURCE, SAVE_JUDGEMENT = "Judge a source", "Save judgement"
LEAD_BACK, TWO_ARE_ONE, THEY_ARE_ONE = "Say that two names are one…", "Two names are one", "They are one"
KINDS: dict[JudgementKind, str] = {kind: kind.value.replace("_", " ") for kind in JudgementKind}
"""What a judgement is about, on its chip."""
THIS_NAME, STANDS_FOR, NAME_HINT = "This name", "Stands for", "Choose or type a name"
ASK_TAKE_BACK, TAKE_BACK = "Take back…", "Take back"
TAKE_BACK_MEANS = "It will no longer count. The row itself stays, with this one behind it."
CHOOSE_BOTH = "Choose both names: the one that is led back, and the one that it stands for."


def report(document_id: str) -> str:
    """Which report was judged."""
    return f"Report {document_id}"


def faster(who: str) -> str:
    """That somebody else has judged it just now."""
    return f"{who} was faster: it is shown as it stands now. Look again, then save."
