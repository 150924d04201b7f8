"""The Accuracy view in a real browser, wide and narrow."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from humsit.accuracy import measured
from humsit.app import shares, words
from tests.browser.harness import Server, go, visit


def test_an_analyst_reads_how_right_the_reader_is_and_takes_it_along(page: Page, shared_server: Server) -> None:
    visit(page, shared_server)
    go(page, words.ACCURACY)
    main = page.get_by_test_id("stMain")
    for sentence in shares.sentences(measured()):
        expect(main).to_contain_text(sentence)
    expect(page.locator(".hs-shares")).to_have_count(2)
    with page.expect_download() as waiting:
        page.get_by_test_id("stDownloadButton").get_by_role("button", name="CSV", exact=True).click()
    assert Path(waiting.value.path()).read_text(encoding="utf-8-sig") == shares.as_csv(measured().sources)


@pytest.mark.parametrize("width", [1440, 1000, 400])
def test_no_width_makes_the_page_or_a_table_run_over(new_page: Callable[..., Page], shared_server: Server, width: int) -> None:
    page = new_page(width=width)
    visit(page, shared_server, "accuracy")
    expect(page.locator(".hs-shares").first).to_be_visible()
    for part in ("[data-testid=stMain]", ".hs-shares-box >> nth=0", ".hs-shares-box >> nth=1"):
        wide, inside = page.locator(part).evaluate("box => [box.scrollWidth, box.clientWidth]")
        assert wide <= inside, f"{part} runs over at {width} pixels"
