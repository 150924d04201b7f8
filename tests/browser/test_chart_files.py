"""Every chart downloads as PNG and as SVG, named by what it shows, with its words readable and without asking the network."""

from __future__ import annotations

import re
import struct
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Page, expect

from tests.browser.harness import Server, go, visit


def picture(page: Page, kind: str, nth: int = 0) -> tuple[str, bytes]:
    """The file's name and content."""
    chart = page.locator(".js-plotly-plot").nth(nth)
    chart.scroll_into_view_if_needed()
    chart.hover()
    button = chart.get_by_role("button", name=f"Download this chart as {kind}")
    expect(button).to_be_visible()
    with page.expect_download() as waiting:
        button.click()
    return waiting.value.suggested_filename, Path(waiting.value.path()).read_bytes()


def test_a_chart_downloads_as_png_and_svg_named_by_what_it_shows(page: Page, shared_server: Server) -> None:
    visit(page, shared_server)
    expect(page.locator(".js-plotly-plot").first).to_be_visible()
    name, png = picture(page, "PNG")
    assert re.fullmatch(r"humsit-[a-z0-9-]{3,60}-\d{4}-\d\d-\d\d\.png", name)
    width, height = struct.unpack(">II", png[16:24])
    assert png.startswith(b"\x89PNG")
    assert width > 300
    assert height > 100
    name, svg = picture(page, "SVG")
    assert name.endswith(".svg")
    drawn = ElementTree.fromstring(svg)
    words = " ".join("".join(node.itertext()) for node in drawn.iter("{http://www.w3.org/2000/svg}text"))
    assert "million" in words
    assert "Refugees" in words, "a picture leaves its page, so it says what it shows"
    on_screen = page.locator(".js-plotly-plot").first.locator(".g-gtitle")
    expect(on_screen).to_have_text("")
    assert "http://" not in re.sub(rb"http://www\.w3\.org/\S+", b"", svg).decode()


@pytest.mark.parametrize(("theme", "paper"), [("light", "rgb(255, 255, 255)"), ("dark", "rgb(18, 22, 26)")])
def test_a_picture_has_the_pages_own_background_so_that_its_words_can_be_read(
    new_page: Callable[..., Page], shared_server: Server, theme: str, paper: str
) -> None:
    page = new_page(1440, theme)
    visit(page, shared_server)
    svg = picture(page, "SVG")[1].decode()
    sheet = re.search(r"<rect[^>]*>", svg)
    assert sheet is not None
    assert f"fill: {paper}; fill-opacity: 1" in sheet[0]
    kept = page.evaluate("document.querySelector('.js-plotly-plot').layout.paper_bgcolor")
    assert kept == "rgba(0,0,0,0)", "on the screen it stays as it was"


def test_charts_that_are_drawn_later_have_the_buttons_too_and_each_only_once(page: Page, shared_server: Server) -> None:
    visit(page, shared_server, "contested")
    go(page, "Situation")
    go(page, "Contested")
    charts = page.locator(".js-plotly-plot")
    expect(charts.first).to_be_visible()
    buttons = charts.first.get_by_role("button", name=re.compile("Download this chart as"), include_hidden=True)
    expect(buttons).to_have_count(2)
