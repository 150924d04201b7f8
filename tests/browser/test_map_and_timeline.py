"""Map and timeline in a real browser: a click on a place narrows every view, a click on a mark opens its evidence."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from humsit.documents.made import document_from_text
from humsit.situation import open_situation
from tests.browser.harness import Server, go, press, settled, visit

REPORTS = [
    (2, "The doctors' union of Sudan said 100 people were killed in Khartoum. There is no water in Khartoum."),
    (5, "Medics said 22 people were killed in El Fasher in Sudan. Residents said 9 people were killed in Kalma camp."),
    (9, "The health ministry of Sudan said 900 people were killed in Khartoum. Water is back in Khartoum, residents said."),
]


@pytest.fixture(scope="module")
def sudan(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A dashboard over three reports of two towns and of a camp that no gazetteer knows."""
    folder = tmp_path_factory.mktemp("sudan")
    store = f"sqlite:///{folder}/desk.db"
    situation = open_situation(store)
    for day, text in REPORTS:
        published = dt.date(2024, 5, day)
        situation.add(
            document_from_text(text, document_id=f"r{day}", publisher="The Echo", published=published, title=f"Day {day}")
        )
    situation.close()
    started = Server(store=store)
    started.start(folder)
    yield started
    started.stop()


def marks(page: Page, nth: int = 0) -> list[dict[str, float]]:
    """Where the marks of a chart are, the largest first."""
    found = page.get_by_test_id("stPlotlyChart").nth(nth).locator("path.point")
    expect(found.first).to_be_visible()
    boxes = [box for one in found.all() if (box := one.bounding_box())]
    return sorted(({**box} for box in boxes), key=lambda box: -box["width"])


def spread(page: Page) -> float:
    """Pixels between the two places that are farthest apart."""
    across = [box["x"] + box["width"] / 2 for box in marks(page)]
    return max(across) - min(across)


def click(page: Page, mark: dict[str, float], across: float = 0.5, down: float = 0.5) -> None:
    page.mouse.click(mark["x"] + across * mark["width"], mark["y"] + down * mark["height"])


def cells(page: Page) -> Locator:
    return page.get_by_test_id("stDataFrame").first.locator("[role=gridcell]")


def test_a_click_on_a_place_narrows_every_view_and_the_address_and_there_is_a_way_back(page: Page, sudan: Server) -> None:
    visit(page, sudan, "map")
    expect(page.get_by_text("Kalma camp")).to_be_visible()
    click(page, marks(page)[0], across=0.25, down=0.75)
    expect(page.locator(".hs-notice-info")).to_contain_text("The whole desk shows this place only: Khartoum")
    settled(page)
    assert "place=Khartoum" in page.url
    go(page, "Figures")
    expect(cells(page).filter(has_text="900").first).to_be_attached()
    expect(cells(page).filter(has_text="El Fasher")).to_have_count(0)
    go(page, "Timeline")
    expect(page.locator(".stMain")).to_contain_text("Killed · Khartoum")
    expect(page.locator(".stMain")).not_to_contain_text("El Fasher")
    go(page, "Map")
    press(page, "Back to all places")
    expect(page.locator(".hs-notice-info")).to_have_count(0)
    settled(page)
    assert "place=" not in page.url


def test_the_address_of_a_place_shows_a_colleague_the_same(page: Page, sudan: Server) -> None:
    visit(page, sudan, "map", "?place=El+Fasher")
    expect(page.locator(".hs-notice-info")).to_contain_text("El Fasher")
    expect(page.get_by_role("heading", name="El Fasher")).to_be_visible()


def test_the_map_can_be_used_without_a_mouse(page: Page, sudan: Server) -> None:
    visit(page, sudan, "map")
    box = page.get_by_role("combobox", name="Place").last
    box.focus()
    page.keyboard.type("Khart")
    page.keyboard.press("Enter")
    expect(page.locator(".hs-notice-info")).to_contain_text("Khartoum")


def test_the_map_says_itself_to_a_screen_reader_and_is_enlarged_by_its_buttons(page: Page, sudan: Server) -> None:
    visit(page, sudan, "map")
    expect(page.get_by_role("figure", name="Map, Killed")).to_be_visible()
    before = spread(page)
    page.locator("[data-title='Zoom in']").first.click()
    page.wait_for_timeout(800)
    assert spread(page) > 1.2 * before


def test_a_teams_own_map_is_added_and_drawn(page: Page, sudan: Server, tmp_path: Path) -> None:
    drawn = tmp_path / "camps.geojson"
    drawn.write_text('{"type":"LineString","coordinates":[[25,13],[33,16]]}')
    visit(page, sudan, "map")
    marks(page)  # waits until the map is drawn
    lines = page.get_by_test_id("stPlotlyChart").first.locator("path.js-line")
    before = lines.count()
    press(page, "Maps of your own")
    page.locator("[data-testid='stFileUploader'] input[type=file]").set_input_files(drawn)
    expect(page.get_by_text("Drawn on the map")).to_be_visible()
    settled(page)
    expect(lines).to_have_count(before + 1)


@pytest.mark.parametrize("width", [1440, 400])
def test_a_click_in_the_timeline_opens_the_words_of_that_figure(new_page: Callable[..., Page], sudan: Server, width: int) -> None:
    page = new_page(width)
    visit(page, sudan, "timeline")
    expect(page.locator(".stMain")).to_contain_text("Killed · Khartoum")
    click(page, marks(page)[0])
    panel = page.locator(".st-key-timeline_evidence")
    expect(panel.locator("mark.hs-fact").first).to_be_visible()
    expect(panel).to_contain_text("Khartoum")
    settled(page)
    panel.get_by_role("button", name="Close", exact=True).click()
    expect(panel).to_have_count(0)


def test_a_click_on_a_condition_opens_its_words_and_a_question_has_an_address(page: Page, sudan: Server) -> None:
    visit(page, sudan, "timeline")
    click(page, marks(page, nth=page.get_by_test_id("stPlotlyChart").count() - 1)[0])
    expect(page.locator(".st-key-timeline_evidence")).to_contain_text("water")
    press(page, "Close")
    settled(page)
    press(page, "Show alone")
    expect(page.get_by_role("button", name="Back to those on which most depends")).to_be_visible()
    settled(page)
    assert "about=" in page.url
    page.reload()
    expect(page.get_by_role("button", name="Back to those on which most depends")).to_be_visible()
