"""Charts as pure functions: records in, plotly figure out. No view, no store, no Streamlit.

`interval_chart` draws claims side by side, `timeline` the same measure over time, `revisions` one question over time, `matrix`
what holds where. Text that comes from a document goes through `safe_text`, since plotly reads a few HTML tags in its labels.
"""

from humsit.app.charts.intervals import Bar, bar_of, interval_chart
from humsit.app.charts.matrix import Cell, matrix
from humsit.app.charts.revisions import revisions
from humsit.app.charts.style import safe_text
from humsit.app.charts.timeline import Point, point_of, timeline

__all__ = ["Bar", "Cell", "Point", "bar_of", "interval_chart", "matrix", "point_of", "revisions", "safe_text", "timeline"]
