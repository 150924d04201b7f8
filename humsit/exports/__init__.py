"""Everything that leaves the desk as a file: what may leave it, a table in parts, and all of it as one data package."""

from humsit.exports.files import FileFormat, file_of
from humsit.exports.narrowed import as_options, filters_in_words
from humsit.exports.outgoing import BY_PARTS, PAGE, TOO_MANY, Outgoing
from humsit.exports.package import csv_parts, write_package, zip_package
from humsit.exports.people import People
from humsit.exports.withheld import Withheld, withheld

__all__ = [
    "BY_PARTS",
    "PAGE",
    "TOO_MANY",
    "FileFormat",
    "Outgoing",
    "People",
    "Withheld",
    "as_options",
    "csv_parts",
    "file_of",
    "filters_in_words",
    "withheld",
    "write_package",
    "zip_package",
]
