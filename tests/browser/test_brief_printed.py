"""The brief on paper: printed by a real Chromium on one A4 page, with every number, and without a word to the network."""

from __future__ import annotations

import io
import re
import unicodedata
from pathlib import Path

import pypdf
from playwright.sync_api import Browser

from humsit import home
from humsit.briefs import as_html, compose
from humsit.exports import Outgoing
from humsit.situation import Selection, open_situation

A4 = (595, 842)


def printed(browser: Browser, page: str, path: Path) -> tuple[pypdf.PdfReader, list[str]]:
    path.write_text(page, encoding="utf-8")
    asked: list[str] = []
    tab = browser.new_page()
    tab.on("request", lambda request: asked.append(request.url))
    tab.goto(path.as_uri())
    made = pypdf.PdfReader(io.BytesIO(tab.pdf(prefer_css_page_size=True)))
    tab.close()
    return made, asked


def test_a_small_situation_is_one_page_of_paper_with_every_number_and_its_source(browser: Browser, tmp_path: Path) -> None:
    situation = open_situation("sqlite://", seeds=home.seeds_folder())
    brief = compose(Outgoing(situation, Selection(include_other=False)))
    made, asked = printed(browser, as_html(brief), tmp_path / "brief.html")
    assert len(made.pages) == 1
    assert tuple(round(float(side)) for side in made.pages[0].mediabox[2:]) == A4
    text = re.sub(r"\s+", " ", unicodedata.normalize("NFKC", made.pages[0].extract_text()))
    for line in brief.lines:
        assert line.band in text
        assert line.standing in text
        assert all(said.who in text for said in line.said)
    assert text.count("Shafaq News (Reuters), 3 March 2022") >= len(brief.lines)
    assert "water: none" in text
    assert asked == [(tmp_path / "brief.html").as_uri()], "the page asked for more than itself"


def test_the_page_fits_a_phone(browser: Browser, tmp_path: Path) -> None:
    situation = open_situation("sqlite://", seeds=home.seeds_folder())
    (tmp_path / "brief.html").write_text(as_html(compose(Outgoing(situation))), encoding="utf-8")
    page = browser.new_page(viewport={"width": 400, "height": 900}, color_scheme="dark")
    page.goto((tmp_path / "brief.html").as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= 400
    page.close()
