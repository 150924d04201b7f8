"""`humsit export gold`: what was reviewed, as cases to measure the reader against."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from humsit.commands.options import open_desk
from humsit.output import json_line, write_text
from humsit.records import WrongValue

if TYPE_CHECKING:
    from humsit.situation import Known


def export_gold(output: Path | None, store: str | None, *, known: Known) -> None:
    """The reviewed reports as cases, and on standard error how many were left out for which reason. WrongValue for a past day."""
    from humsit.situation.as_gold import GoldCases

    if known.on is not None:
        raise WrongValue("Gold cases are what is decided now: leave --known-on out.")
    with open_desk(store) as situation:
        cases = GoldCases(situation)
        write_text("".join(map(json_line, cases)), output)
    print(f"humsit: {cases.written} reports written.", file=sys.stderr)
    for reason, reports in cases.left_out.most_common():
        print(f"humsit: {reports} left out: {reason}.", file=sys.stderr)
