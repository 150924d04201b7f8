"""The one home of tables: column names, dtypes, meanings, units and HXL tags; records ↔ rows ↔ pandas ↔ CSV, and out to JSON
and Excel; values in words.
"""

from typing import TYPE_CHECKING

from humsit.tables.allowed import allowed
from humsit.tables.columns import TABLES, Column
from humsit.tables.rows import row
from humsit.tables.words import bounds_in_words, in_words, number_in_words

if TYPE_CHECKING:
    from humsit.tables.frames import (
        changed_fields,
        claims_table,
        columns_of,
        conditions_table,
        corrections_of,
        corrections_table,
        denials_table,
        documents_table,
        figures_of,
        figures_table,
        frame_of,
        judgements_table,
        printings_table,
        records_of,
        report_decisions_table,
    )
    from humsit.tables.text import from_csv, plain_text, safe_text, to_csv, to_json
    from humsit.tables.workbook import to_xlsx

__all__ = [
    "TABLES",
    "Column",
    "allowed",
    "bounds_in_words",
    "changed_fields",
    "claims_table",
    "columns_of",
    "conditions_table",
    "corrections_of",
    "corrections_table",
    "denials_table",
    "documents_table",
    "figures_of",
    "figures_table",
    "frame_of",
    "from_csv",
    "in_words",
    "judgements_table",
    "number_in_words",
    "plain_text",
    "printings_table",
    "records_of",
    "report_decisions_table",
    "row",
    "safe_text",
    "to_csv",
    "to_json",
    "to_xlsx",
]


def __getattr__(name: str) -> object:
    """Frames and CSV on first use: they need pandas, which takes half a second to import; rows and words do without."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from humsit.tables import frames, text, workbook

    return getattr(frames, name, None) or getattr(text, name, None) or getattr(workbook, name)
