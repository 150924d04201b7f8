"""Where in the world a place is: country, first-level area and coordinates, from a table of our own. Ambiguity is kept open.

`find_name` says what a name can mean, `choose` which of it is meant in a document (the rule stands there); `build.py` makes the
table.
"""

from humsit.gazetteer.choose import Evidence, Resolution, choose
from humsit.gazetteer.table import Found, Gazetteer, Spot, find_name, load_gazetteer, table_version

__all__ = ["Evidence", "Found", "Gazetteer", "Resolution", "Spot", "choose", "find_name", "load_gazetteer", "table_version"]
