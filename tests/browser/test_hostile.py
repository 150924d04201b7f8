"""A report that attacks the reader: nothing in it runs, loads, or becomes a formula, in any view and in any file."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re

import pytest
from playwright.sync_api import Page, expect

from humsit.records import Condition, Document, Figure
from humsit.situation import open_situation
from tests.browser.harness import Server, go, press, settled, visit
from tests.browser.test_analyst import downloaded

IMAGE = '<img src="http://tracker.invalid/p.png" onerror="document.title=\'owned\'">'
MARKDOWN = "![pixel](http://tracker.invalid/m.png) [link](http://tracker.invalid/) **bold** :red[red] $5 and $10 killed $x^2$"
TEXT = (
    f"=cmd|'/c calc'!A0 {IMAGE} <script>document.title='owned'</script>\n\n{MARKDOWN}\n\n"
    f"At least 41 people were killed in Kosti, the +Ministry {IMAGE} said. There was no water in Kosti."
)
PLACE = f"=HYPERLINK(1) {IMAGE} {MARKDOWN}"
CLAIMANT = f"@SUM(1) <b>Ministry</b> {MARKDOWN}"


def keep_hostile(server: Server) -> None:
    """A report whose facts carry the worst places and claimants that a text could be read to hold."""
    situation = open_situation(server.store)
    report = Document(document_id="hostile", text=TEXT, title=IMAGE + MARKDOWN, publisher=f"={IMAGE}", agency=MARKDOWN)
    number, phrase = TEXT.index("41"), TEXT.index("no water")
    shared = {
        "document_id": "hostile",
        "place": PLACE,
        "claimant": CLAIMANT,
        "quote": TEXT,
        "quote_end": len(TEXT),
        "publisher": f"={IMAGE}",
        "country": "SDN",
        "latitude": 13.16,
        "longitude": 32.66,
        "as_of": dt.date(2024, 5, 2),
    }
    figures = [
        Figure(
            fact_id="h1",
            start=number,
            end=number + 2,
            number="41",
            measure="killed",
            value=41,
            low=41,
            unit="people",
            qualifier="at_least",
            group=IMAGE,
            **shared,
        ),
        Figure(
            fact_id="h2",
            start=number,
            end=number + 2,
            number="41",
            measure="killed",
            value=900,
            low=900,
            high=900,
            unit="people",
            group=IMAGE,
            **shared | {"claimant": f"-{IMAGE}"},
        ),
        Figure(
            fact_id="h3",
            start=number,
            end=number + 2,
            number="41",
            measure="refugees",
            value=5,
            low=5,
            high=5,
            unit="people",
            **shared,
        ),
        Condition(fact_id="h4", start=phrase, end=phrase + 8, phrase="no water", condition="no_water", **shared),
    ]
    situation.store.add(report, figures)
    situation.correct("h2", "value", "901", who=MARKDOWN, why=f"=1+1 {IMAGE}")
    situation.close()


@pytest.fixture(scope="module")
def hostile_server(tmp_path_factory: pytest.TempPathFactory):  # type: ignore[no-untyped-def]
    folder = tmp_path_factory.mktemp("hostile")
    server = Server(store=f"sqlite:///{folder}/desk.db")
    server.start(folder)
    keep_hostile(server)
    yield server
    server.stop()


def harmless(page: Page) -> None:
    """Nothing of the report became markup. Requests to the outside fail the test by themselves."""
    page.wait_for_timeout(800)
    assert page.title() != "owned"
    assert page.locator("img[src*='tracker']").count() == 0
    assert page.locator("a[href*='tracker']").count() == 0
    assert page.locator(".katex").count() == 0, "text became a formula"
    assert page.get_by_test_id("stException").count() == 0


def test_no_view_runs_loads_or_formats_a_hostile_report(page: Page, hostile_server: Server) -> None:
    visit(page, hostile_server)
    harmless(page)
    for view in ("Timeline", "Map", "Figures", "Contested", "Conditions", "Documents", "Corrections"):
        go(page, view)
        harmless(page)


def test_hovering_over_a_hostile_mark_is_harmless(page: Page, hostile_server: Server) -> None:
    for view in ("map", "timeline"):
        visit(page, hostile_server, view)
        marks = page.get_by_test_id("stPlotlyChart").first.locator("path.point")
        expect(marks.first).to_be_visible()
        box = max((mark.bounding_box() or {} for mark in marks.all()), key=lambda box: box.get("width", 0))
        page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        expect(page.locator(".hoverlayer .hovertext").first).to_contain_text("<")
        harmless(page)


def test_evidence_drawer_filters_and_reading_pane_are_harmless(page: Page, hostile_server: Server) -> None:
    visit(page, hostile_server, "figures", "?fact=h1")
    expect(page.locator(".st-key-figures_evidence")).to_contain_text("<script>")
    page.get_by_text("The whole report", exact=True).click()
    harmless(page)
    press(page, "Correct…")
    page.get_by_role("dialog").wait_for()
    harmless(page)
    page.get_by_role("dialog").get_by_role("button", name="Cancel").click()
    settled(page)
    page.get_by_test_id("stSidebar").get_by_label("Place").click()
    page.get_by_role("option", name=re.compile("HYPERLINK")).click()
    page.keyboard.press("Escape")
    settled(page)
    harmless(page)
    go(page, "Documents")
    harmless(page)


@pytest.mark.parametrize("view", ["figures", "contested", "conditions", "sources", "documents", "corrections"])
def test_no_cell_of_a_downloaded_file_is_a_formula(page: Page, hostile_server: Server, view: str) -> None:
    visit(page, hostile_server, view)
    cells = [cell for row in csv.reader(io.StringIO(downloaded(page))) for cell in row]
    assert sum("tracker" in cell for cell in cells) >= 1, "the hostile report is missing from the file"
    formulas = [
        cell for cell in cells if cell[:1] in ("=", "+", "@", "\t", "\r") or (cell[:1] == "-" and not cell[1:2].isdigit())
    ]
    assert formulas == []


def test_a_hostile_text_can_be_pasted_and_previewed(page: Page, hostile_server: Server) -> None:
    visit(page, hostile_server, "documents")
    page.get_by_text("Add a report", exact=True).click()
    page.get_by_label("Text of the report").fill(TEXT + " (again)")
    press(page, "Read it")
    expect(page.get_by_role("button", name="Keep this report")).to_be_visible()
    harmless(page)
