"""Every chart as a picture: PNG and SVG, drawn by Plotly in the browser, so nothing is sent and nothing is drawn twice here."""

from __future__ import annotations

import datetime as dt
import functools
import re
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import streamlit as st

from humsit.app import clock
from humsit.app.charts.style import safe_text
from humsit.app.words.charts import DOWNLOAD_CHART

NAME = "humsit_chart_files"
LONGEST = 60
CAPTION = 110


@functools.cache
def _component() -> Callable[..., Any]:
    return st.components.v2.component(NAME, js=Path(__file__).with_name("chart_files.js").read_text(encoding="utf-8"))


def offer() -> None:
    """Puts the buttons PNG and SVG on all charts of the page, those drawn later too."""
    _component()(key=NAME, data=DOWNLOAD_CHART)


def options(alt: str) -> dict[str, Any]:
    """plotly's options for a chart's pictures; `alt`: what the chart shows, whose first words name the file."""
    return {
        "displayModeBar": "hover",
        "scrollZoom": False,
        "displaylogo": False,
        "modeBarButtons": [["toImage"]],
        "toImageButtonOptions": {"format": "png", "scale": 2, "filename": picture_name(alt)},
    }


def caption(alt: str) -> dict[str, str]:
    """What stands above a picture, which leaves its page and all that explains it: for a layout's `meta`."""
    return {"picture": safe_text(alt, longest=CAPTION)}


def picture_name(alt: str) -> str:
    """What the file is called: "humsit-killed-chernihiv-2022-03-03"; on a day of the past by that day."""
    plain = unicodedata.normalize("NFKD", alt.partition(":")[0] if len(alt.partition(":")[0]) > 12 else alt[:LONGEST])
    words = re.findall(r"[a-z0-9]+", plain.casefold())
    said = "-".join(words)[:LONGEST].rstrip("-") or "chart"
    past = st.session_state.get(clock.ON)
    return f"humsit-{said}-{f'as-known-on-{past}' if past else dt.date.today().isoformat()}"
