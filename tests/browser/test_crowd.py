"""The dashboard with sixty reports, as a browser really draws it: words beside marks, and numbers before charts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from itertools import combinations

import pytest
from playwright.sync_api import Page, expect

from humsit.documents.made import document_from_text
from humsit.situation import open_situation
from tests.browser.harness import Server, settled, visit

PLACES = ["Kosti", "Herat", "Goma", "Port-au-Prince", "Mariupol", "Taiz", "Cúcuta", "Baidoa", "Bentiu", "Sidon"]
WATCH = """
window.seen = {};
new MutationObserver(() => {
  const now = Math.round(performance.now());
  if (!seen.numbers && document.querySelector('.hs-cards .hs-value')) seen.numbers = now;
  if (!seen.chart && document.querySelector('.js-plotly-plot .main-svg')) seen.chart = now;
}).observe(document, { subtree: true, childList: true });
"""


@pytest.fixture(scope="module")
def crowd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A dashboard over sixty made-up reports, each with its own place, day and sizes."""
    folder = tmp_path_factory.mktemp("crowd")
    url = f"sqlite:///{folder}/desk.db"
    situation = open_situation(url)
    for n in range(60):
        place, size = PLACES[n % len(PLACES)], 40 * 1.2**n
        text = (
            f"More than {size:,.0f} refugees from {place} crossed the border, the UN refugee agency said. "
            f"The health ministry said {n + 5} people were killed in {place}; rebels said {4 * n + 40} people were killed there. "
            f"There is no water in {place}. "
        )
        day = dt.date(2024, 1, 1) + dt.timedelta(days=5 * n)
        situation.add(document_from_text(text, published=day, publisher="The Milltown Echo"))
    situation.close()
    started = Server(store=url)
    started.start(folder)
    yield started
    started.stop()


def words_of(page: Page, chart: int) -> list[dict[str, float]]:
    """The boxes of the words beside the marks of a chart, in pixels from its left end, and how wide the chart is."""
    return (
        page.locator(".js-plotly-plot")
        .nth(chart)
        .evaluate(
            """chart => { const frame = chart.getBoundingClientRect();
          return [...chart.querySelectorAll('.annotation-text')].map(text => text.getBoundingClientRect())
            .filter(box => box.width > 1)
            .map(box => ({ left: box.left - frame.left, right: box.right - frame.left, top: box.top, bottom: box.bottom,
                           room: frame.width })); }"""
        )
    )  # type: ignore[no-any-return]


@pytest.mark.parametrize("width", [1440, 400])
def test_words_beside_marks_do_not_overlap_in_the_browsers_own_letters(
    new_page: Callable[..., Page], crowd: Server, width: int
) -> None:
    page = new_page(width)
    visit(page, crowd)
    page.locator(".js-plotly-plot .main-svg").first.wait_for()
    placed = words_of(page, 0)
    assert placed
    for one, other in combinations(placed, 2):
        apart = one["right"] <= other["left"] or other["right"] <= one["left"]
        assert apart or one["bottom"] <= other["top"] + 1 or other["bottom"] <= one["top"] + 1
    assert all(box["left"] >= 0 and box["right"] <= box["room"] for box in placed)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_numbers_are_there_before_the_charts_and_at_once_on_the_next_visit(page: Page, crowd: Server) -> None:
    page.add_init_script(WATCH)
    for visits in range(2):
        visit(page, crowd)
        page.locator(".js-plotly-plot .main-svg").first.wait_for()
        seen = page.evaluate("window.seen")
        assert seen["numbers"] <= seen["chart"]
        assert not visits or seen["numbers"] < 2500
    page.close()  # and the script with it


def test_a_click_on_the_head_sorts_figures_by_size(page: Page, crowd: Server) -> None:
    visit(page, crowd, "figures")
    page.get_by_role("radio", name="Largest first").click()
    settled(page)
    table = page.get_by_test_id("stDataFrame").first
    expect(table.locator('[data-testid="glide-cell-1-0"]')).to_have_text(f"{40 * 1.2**59:.0f}")
    box = table.locator('canvas[data-testid="data-grid-canvas"]').bounding_box()
    assert box is not None
    first = table.locator('[data-testid="glide-cell-1-0"]')
    page.mouse.click(box["x"] + 100, box["y"] + 17)
    settled(page)
    expect(first).not_to_have_text(f"{40 * 1.2**59:.0f}")
    page.mouse.click(box["x"] + 100, box["y"] + 17)
    settled(page)
    expect(first).to_have_text(f"{40 * 1.2**59:.0f}")
    assert page.locator(".st-key-figures_evidence").count() == 0, "sorting chooses no figure"
    page.mouse.click(box["x"] + 100, box["y"] + 34 + 17)
    expect(page.locator(".st-key-figures_evidence")).to_contain_text("more than 1,8")
    expect(first).to_have_text(f"{40 * 1.2**59:.0f}")


def test_a_contested_question_unfolds_and_its_evidence_is_named(page: Page, crowd: Server) -> None:
    visit(page, crowd, "contested")
    charts = page.locator(".js-plotly-plot .main-svg").count()
    page.get_by_role("button", name="Claims and evidence").first.click()
    settled(page)
    expect(page.get_by_role("button", name="Close")).to_have_count(3)
    assert page.locator(".js-plotly-plot .main-svg").count() >= charts
    page.get_by_role("button", name="Evidence: Rebels").first.click()
    expect(page.locator(".st-key-contested_evidence")).to_contain_text("Rebels")
