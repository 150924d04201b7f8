"""Words for what leaves the desk: downloads, the brief, and reports that must stay."""

from __future__ import annotations

from humsit.exports import FileFormat

DOWNLOAD = "Download"
FORMAT: dict[FileFormat, str] = {
    FileFormat.CSV: "CSV",
    FileFormat.HXL: "CSV with HXL row",
    FileFormat.XLSX: "Excel",
    FileFormat.PARQUET: "Parquet",
    FileFormat.JSON: "JSON",
}
FORMAT_MEANS: dict[FileFormat, str] = {
    FileFormat.CSV: "For any spreadsheet. Text that looks like a formula begins with an apostrophe.",
    FileFormat.HXL: "The same with a second row of HXL tags, for humanitarian data tools.",
    FileFormat.XLSX: "With a first sheet that explains every column. Dates are dates, text is never a formula.",
    FileFormat.PARQUET: "For data analysis: exact types, small files.",
    FileFormat.JSON: "For programs: a list of records.",
}
MASK_NAMES = "Replace names of private persons"
MASK_NAMES_MEANS = (
    "Witnesses and other private persons who are quoted become “a resident” or “a witness” with a number of their own. "
    "Officials and organisations keep their names. Who is only mentioned is not recognised: read before you share."
)
INCLUDE_CONFIDENTIAL = "Include confidential reports"
INCLUDE_CONFIDENTIAL_MEANS = "For your own desk only: do not pass such a file on."
BRIEF, BRIEF_MEANS = (
    "One-page brief",
    "Headline figures, what is contested, conditions now and all sources, on one page to print.",
)
BRIEF_HTML, BRIEF_MARKDOWN = "Web page to print", "Markdown"
PACKAGE = "Whole situation"
PACKAGE_MEANS = (
    "Every table as CSV, plain and with HXL tags, with a description that programs can check (Frictionless data package)."
)
PACKAGE_ZIP = "Data package (zip)"

CONFIDENTIAL, IS_CONFIDENTIAL = "Confidential", "This report is confidential."
MARK_CONFIDENTIAL, RELEASE = "Mark as confidential…", "No longer confidential…"
MARK_SAVE, RELEASE_SAVE = "Mark as confidential", "Let it leave again"
CONFIDENTIAL_MEANS = (
    "What only this report says is left out of every download and brief, which say that a report is missing. "
    "On this desk everything stays as it is."
)
RELEASE_MEANS = (
    "Its figures, conditions and words stand in downloads and briefs again. Who marked it and why stays in the history."
)


def faster(who: str) -> str:
    """That somebody else has just decided about the report."""
    return f"{who} was faster: look at it as it stands now, then decide again."


def too_many(rows: int) -> str:
    """Why a table is not put together for a browser, and what does it instead."""
    return f"{rows:,} rows are too many to put together here. This command writes all of them to a file:"
