"""The one home of tables: column names, dtypes, meanings, units and HXL tags; records ↔ rows ↔ pandas ↔ CSV; values in words."""

from humsit.tables.columns import TABLES, Column
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
    records_of,
)
from humsit.tables.rows import row
from humsit.tables.text import from_csv, plain_text, safe_text, to_csv
from humsit.tables.words import bounds_in_words, in_words, number_in_words

__all__ = [
    "TABLES",
    "Column",
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
    "number_in_words",
    "plain_text",
    "records_of",
    "row",
    "safe_text",
    "to_csv",
]
