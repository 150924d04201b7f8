"""Numbers with what they count, and lists that end in how many more there are."""

from __future__ import annotations

from collections.abc import Sequence

from humsit.app import words
from humsit.app.words import count


def figures(n: int) -> str:
    """How many: "3 figures", "no figures"."""
    return count(n, "figure")


def conditions(n: int) -> str:
    """How many: "1 condition"."""
    return count(n, "condition")


def questions(n: int) -> str:
    """How many: "2 questions"."""
    return count(n, "question")


def claims(n: int) -> str:
    """How many: "2 claims"."""
    return count(n, "claim")


def reports(n: int) -> str:
    """How many: "12 reports"."""
    return count(n, "report")


def texts(n: int) -> str:
    """Texts on which the reader was measured: "40 texts"."""
    return count(n, "text")


def places(n: int) -> str:
    """How many: "8 places"."""
    return count(n, "place")


def sources(n: int) -> str:
    """How many: "5 sources"."""
    return count(n, "source")


def names(n: int) -> str:
    """How many: "90 names"."""
    return count(n, "name")


def rows(n: int) -> str:
    """Rows of a table: "7 rows"."""
    return count(n, "row")


def corrections(n: int) -> str:
    """How many: "1 correction"."""
    return count(n, "correction")


def more_figures(n: int) -> str:
    """How many are left: "3 more figures"."""
    return count(n, "more figure")


def more_conditions(n: int) -> str:
    """How many are left: "3 more conditions"."""
    return count(n, "more condition")


def more_questions(n: int) -> str:
    """How many are left: "3 more questions"."""
    return count(n, "more question")


def more_contested_questions(n: int) -> str:
    """How many are left: "3 more contested questions"."""
    return count(n, "more contested question")


def more_claims(n: int) -> str:
    """How many are left: "3 more claims"."""
    return count(n, "more claim")


def more_places(n: int) -> str:
    """How many are left: "3 more places"."""
    return count(n, "more place")


def claims_between(n: int) -> str:
    """Claims that are not named, between the lowest and the highest ones that are: "3 more claims between them"."""
    return f"{more_claims(n)} between them"


def other_questions(n: int) -> str:
    """How many: "3 other questions"."""
    return count(n, "other question")


def contested(n: int) -> str:
    """How many: "3 contested", "none contested"."""
    return f"{number_or_none(n)} {words.CONTESTED.lower()}"


def number_or_none(n: int) -> str:
    """A number before a word of its own: "3" divergent, "none" divergent."""
    return f"{n:,}" if n else "none"


def and_more(n: int) -> str:
    """How a list ends that does not name them all."""
    return f"and {n:,} more"


def and_more_rows(n: int) -> str:
    """The same of rows of a table."""
    return f"and {count(n, 'more row')}"


def and_more_figures(n: int) -> str:
    """The same of figures."""
    return f"and {more_figures(n)}"


def and_more_in_csv(n: int) -> str:
    """The same, where a file names them all."""
    return f"{and_more(n)}, in the CSV"


def and_more_in_table(n: int) -> str:
    """The same, where the table of figures names them all."""
    return f"{and_more(n)}, in the table of figures"


def more_in_between(n: int) -> str:
    """What stands in the middle of a long course of one claimant."""
    return f"{n:,} more in between"


def not_drawn(claims: int, replaced: int) -> str:
    """What a chart says of the claims and the replaced figures that it does not draw; "" where it draws all."""
    told = [claims_between(claims)] if claims else []
    told += [count(replaced, "earlier figure")] if replaced else []
    return f"Not drawn: {' and '.join(told)}, in the table. " if told else ""


def show_more(more: int, total: int) -> str:
    """On the button below a list that does not show all."""
    return f"Show {more} more of {total:,}"


def first_of(said: Sequence[str], most: int, between: str = ", ") -> str:
    """The first of them, and how many more there are: "Reuters, AFP and 3 more"."""
    more = f" {and_more(len(said) - most)}" if len(said) > most else ""
    return between.join(said[:most]) + more
