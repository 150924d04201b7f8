"""Words for what is left out where a question has more claims than a screen can show."""

from __future__ import annotations


def and_more(left_out: int) -> str:
    """What a list says at its end."""
    return f"and {left_out:,} more, in the table of figures"


def not_drawn(claims: int, replaced: int) -> str:
    """What a chart says of the claims and the replaced figures that it does not draw; "" where it draws all."""
    told = [f"{claims:,} more claims between them"] if claims else []
    told += [f"{replaced:,} earlier figures"] if replaced else []
    return f"Not drawn: {' and '.join(told)}, in the table. " if told else ""


def between(left_out: int) -> str:
    """What stands in the middle of a long course of one claimant."""
    return f"{left_out:,} more in between"
