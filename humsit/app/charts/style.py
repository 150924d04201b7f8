"""What all charts share: the Okabe-Ito colours, greys that read on light and dark, and text made safe for plotly."""

from __future__ import annotations

import html
import textwrap
from typing import Any

import plotly.graph_objects as go

BLUE, VERMILLION, GREEN, PURPLE, SKY, ORANGE = "#2B87C2", "#D55E00", "#009E73", "#CC79A7", "#56B4E9", "#E69F00"
SERIES = (BLUE, VERMILLION, GREEN, PURPLE, ORANGE, SKY)
SYMBOLS = ("circle", "square", "diamond", "triangle-up", "star", "hexagon")
GREY = "#8A9299"
FAINT = "rgba(138,146,153,0.28)"
GAP = "rgba(213,94,0,0.10)"

TEMPLATE = {"layout": {"xaxis": {"automargin": True}, "yaxis": {"automargin": True}}}
"""In the place of plotly's own, of which we use nothing else, and which would be sent with every chart."""

Notes = list[dict[str, Any]]
"""A chart's words and arrows, laid on it in one go: plotly checks all of them again for each that is added singly."""


def see_through(colour: str, alpha: float = 0.16) -> str:
    """A colour "#RRGGBB" that lets what lies behind it be seen."""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return f"rgba({red},{green},{blue},{alpha})"


def safe_text(text: str, *, longest: int = 90) -> str:
    """Text of a document as plotly may print it: no tag is left, and overlong text ends in "…"."""
    one_line = " ".join(text.split())
    return html.escape(
        textwrap.shorten(one_line, longest, placeholder=" …") if len(one_line) > longest else one_line, quote=False
    )


def calm(figure: go.Figure, *, height: int, left: int = 4, right: int = 4, top: int = 8, bottom: int = 30) -> go.Figure:
    """The layout that every chart starts from: transparent, unframed, no legend, nothing that jumps."""
    figure.layout.template = TEMPLATE  # an update would only be laid over plotly's own
    figure.update_layout(
        height=height,
        margin={"l": left, "r": right, "t": top, "b": bottom},
        showlegend=False,
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        dragmode=False,
        hovermode="closest",
        hoverlabel={"align": "left"},
        uirevision="kept",
    )
    return figure
