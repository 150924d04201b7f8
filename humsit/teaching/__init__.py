"""Teaching the reader words: is a row proved by its example, what is wrong with a team's lists, and what would a row change?"""

from humsit.teaching.check import problems_with, still_missing
from humsit.teaching.examples import why_unproved
from humsit.teaching.told import counted, lines_of, name_of
from humsit.teaching.trial import Change, Effect, notes_on, try_rows, written_rows

__all__ = [
    "Change",
    "Effect",
    "counted",
    "lines_of",
    "name_of",
    "notes_on",
    "problems_with",
    "still_missing",
    "try_rows",
    "why_unproved",
    "written_rows",
]
