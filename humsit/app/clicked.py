"""Charts whose marks can be clicked: what was clicked is told by the id that the mark carries, once for each click."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import plotly.graph_objects as go
import streamlit as st

from humsit.app import chart_files, panels

ZOOMING: dict[str, Any] = {
    "displayModeBar": True,
    "modeBarButtons": [["zoomIn2d", "zoomOut2d", "resetScale2d", "toImage"]],
}
"""plotly options of a chart that can be moved and enlarged; the wheel stays the page's."""


def draw(chart: go.Figure, *, key: str, alt: str, chosen: Callable[[str], None], zooms: bool = False) -> None:
    """Prints a chart; `chosen` is called with the id (`customdata`) of the mark that was clicked.

    `key` must change with what is chosen and with what is drawn: a click would else outlive its chart, or be no change.
    """
    theme: Any = st.context.theme
    ink = panels.DARK_INK if theme.type == "dark" else panels.LIGHT_INK
    chart.for_each_annotation(lambda note: note.update(font_color=ink) if note.font.color is None else None)
    chart.update_layout(font_color=ink, meta=chart_files.caption(alt))
    st.plotly_chart(
        chart,
        config=chart_files.options(alt) | (ZOOMING if zooms else {}),
        key=key,
        alt=alt,
        on_select=partial(_tell, key, chosen),
        selection_mode="points",
    )


def _tell(key: str, chosen: Callable[[str], None]) -> None:
    points: Any = st.session_state[key]["selection"]["points"]
    named = [_first(point.get("customdata")) for point in points]
    if found := next((name for name in named if name), ""):
        chosen(found)


def _first(customdata: Any) -> str:
    """The id; plotly tells it alone or as a list of one."""
    if isinstance(customdata, list | tuple):
        return _first(customdata[0]) if customdata else ""
    return "" if customdata is None else str(customdata)
