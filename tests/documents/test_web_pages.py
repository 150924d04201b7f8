"""Web pages: the figures of the article only, tables as rows, and what a page says of itself."""

from __future__ import annotations

import datetime as dt
import time
from io import BufferedReader, BytesIO
from pathlib import Path

import pytest

from humsit.documents.formats import web
from humsit.documents.formats.page import clutter
from humsit.documents.formats.page.article import article_text
from humsit.documents.metadata import NOTHING_KNOWN, Metadata
from humsit.documents.read import read_inputs
from humsit.facts.find import find_facts
from humsit.records import Document, Figure, Measure
from tests.documents.made_pages import counted

PAGES = Path(__file__).parent / "pages"
"""Made-up pages. Every number that is no part of the article lies from 8,000 to 8,999."""


def page(html: str | bytes, metadata: Metadata = NOTHING_KNOWN) -> Document:
    data = html if isinstance(html, bytes) else html.encode()
    (found,) = web.read(BufferedReader(BytesIO(data)), "page.html", metadata)  # type: ignore[arg-type]
    assert isinstance(found, Document)
    return found


def stored(name: str) -> Document:
    (found,) = read_inputs([str(PAGES / name)])
    assert isinstance(found, Document), found
    return found


def figures(document: Document) -> list[tuple[str, str, str]]:
    """(measure, number in words, place) of all that is followed."""
    facts = [fact for fact in find_facts(document) if isinstance(fact, Figure) and fact.measure is not Measure.OTHER]
    return [(fact.measure.value, fact.number, fact.place) for fact in facts]


# --- the article and nothing else


@pytest.mark.parametrize(
    ("name", "first", "last", "told"),
    [
        pytest.param(
            "news_site.html",
            "Shelling kills nine in Tamale market, mayor says",
            "The mayor said 250 homes were destroyed.",
            "killed nine, injured 14, injured 30, killed nine, injured 14, injured two, displaced 1,200, killed 37, "
            "facilities_damaged Three, facilities_damaged Two, homes_destroyed 250",
            id="a news site with everything around its story",
        ),
        pytest.param(
            "blog.html",
            "What the flood left",
            "A cousin of mine counted 80 families in the school.",
            "killed 22, injured 310, missing 45, homes_destroyed 600, sheltered 80",
            id="a blog",
        ),
        pytest.param(
            "un_sitrep.html",
            "Northern Region: Situation Report No. 4",
            "For further information, please contact: Efua Boateng, ochaghana@un.example, Tel. +233 20 555 0123",
            "displaced 12,000, killed 84, injured 210, homes_destroyed 6,400, killed 84, injured 210, in_need 31,000, killed 50, "
            "injured 120, displaced 7,000, killed 20, injured 60, displaced 3,000, killed 14, injured 30, displaced 2,000, "
            "assisted 9,500",
            id="a situation report with a table",
        ),
        pytest.param(
            "reliefweb_like.html",
            "Ghana: Floods - Flash Update 2 (as of 3 June 2024)",
            "Language: English",
            "killed 41, killed 41, injured 112, displaced 5,200, missing 17, displaced 2,300",
            id="a page of a report's metadata and text",
        ),
        pytest.param(
            "live_blog.html",
            "Live: Battle for Tamale",
            "Four soldiers were killed when the northern bridge was blown up, the army says.",
            "killed nine, killed nine, sheltered 26, sheltered Six, killed Four",
            id="a live blog",
        ),
        pytest.param(
            "press_release.html",
            "Ministry of Interior",
            "For the media: press@interior.example",
            "killed Three, injured 41, evacuated 2,100, homes_destroyed 120",
            id="a press release arranged by a table",
        ),
        pytest.param(
            "only_a_table.html",
            "District | Casualties Killed | Casualties Injured | Displaced",
            "Wa | 14 | 30 | 3,000",
            "killed 50, injured 120, displaced 7,000, killed 20, injured 60, displaced 3,000, killed 14, injured 30, "
            "displaced 3,000",
            id="only a table",
        ),
        pytest.param(
            "amp.html",
            "Twelve die in bus crash near Ho",
            "Police said five people were still missing.",
            "killed Twelve, killed Twelve, injured 31, missing five",
            id="a page for telephones",
        ),
        pytest.param(
            "nested_divs.html",
            "Strike on depot leaves 5 dead",
            "Seven people were still missing.",
            "killed 5, killed five, injured 19, evacuated 300, missing Seven",
            id="no paragraphs, no names of classes",
        ),
        pytest.param(
            "short_notice.html",
            "Flash: explosion in Obuasi",
            "Six miners were killed in an explosion in Obuasi, police say. More follows.",
            "killed Six",
            id="a short notice",
        ),
    ],
)
def test_of_a_page_the_figures_of_the_article_are_read_and_no_others(name: str, first: str, last: str, told: str) -> None:
    found = stored(name)
    lines = [line for line in found.text.splitlines() if line]
    assert (lines[0], lines[-1]) == (first, last)
    assert ", ".join(f"{measure} {number}" for measure, number, _ in figures(found)) == told


@pytest.mark.parametrize(("named", "most"), [(True, 0.002), (False, 0.01)], ids=["classes with names", "classes without"])
def test_of_many_pages_no_paragraph_is_lost_and_hardly_a_number_of_their_surroundings_kept(named: bool, most: float) -> None:
    found = counted(range(100), named=named)
    assert (found["lost"], found["without headline"]) == (0, 0)
    assert found["kept"] <= most * found["others"]


LONG = "<p>The mayor said that the shelling of the market had gone on for hours, and that ambulances could not get there.</p>"


@pytest.mark.parametrize(
    ("body", "kept", "gone"),
    [
        pytest.param(
            f"<article><div class=lead><b>At least 31 died.</b></div><div>{LONG}<p>Nine hurt.</p></div></article>",
            ["31 died", "Nine hurt"],
            [],
            id="a first paragraph in larger type",
        ),
        pytest.param(
            f"<div id=s>{LONG}{LONG}<div class=ad><p>8,001 killed</p></div><p>The toll is 31.</p></div>",
            ["The toll is 31."],
            ["8,001"],
            id="a last paragraph below an advertisement",
        ),
        pytest.param(
            f"<article>{LONG}<p><a href=x>READ MORE: 8,003 dead</a></p>{LONG}"
            "<p><b>Also read: <a href=x>Flood kills 8,004</a></b></p><p>The toll is 31.</p></article>",
            ["The toll is 31."],
            ["8,003", "8,004"],
            id="hints to other stories among the paragraphs",
        ),
        pytest.param(
            f"<div class='content-with-sidebar newsletter-on'><p>First: nine died.</p>{LONG}<p>Last: 31 hurt.</p></div>",
            ["First: nine", "Last: 31"],
            [],
            id="a class that only sounds like clutter",
        ),
        pytest.param(
            f"<div class='el-widget'><p>Nine died.</p>{LONG}</div><div class='el-widget'>{LONG}</div><div class='el-widget'>"
            f"{LONG}<p>The toll is 31.</p></div><div class='el-widget'><a href=x>Quake kills 8,001</a></div>",
            ["Nine died", "The toll is 31"],
            ["8,001"],
            id="paragraphs that are called widgets",
        ),
        pytest.param(
            "<div id=consent><p>We value your privacy. We and our 8,001 partners store information on a device, such as cookies, "
            "and process personal data.</p></div><main><h1>Nine die in attack</h1><p>Nine people died in Wa.</p></main>",
            ["Nine people died"],
            ["8,001"],
            id="a banner that is longer than the story",
        ),
        pytest.param(
            f"<article><h1>Nine die in Wa attack</h1><p>Nine died on Friday.</p>{LONG}</article><article><h2>Storm</h2><p>8,001 "
            "people died in a storm in Ada last week, officials said on Friday in the town.</p></article>",
            ["Nine died"],
            ["8,001"],
            id="another article below, its teaser without a link",
        ),
        pytest.param(
            f"<article><h1>Nine die in Wa attack</h1>{LONG}"
            f"<p style='display: none'>8,001 died.</p><p hidden>8,002 died</p>{LONG}",
            ["Nine die"],
            ["8,001", "8,002"],
            id="what the page hides",
        ),
        pytest.param(
            f"<div>{LONG}{LONG}<p>Nine died.</p><div class=table><table><tr><th>Place<th>Killed<tr><td>Wa<td>31</table>"
            "</div></div><div class=sidebar><table><tr><td>Stock<td>Price<tr><td>X<td>8,001</table></div>",
            ["Place | Killed\nWa | 31"],
            ["8,001"],
            id="a table at the end, and one beside",
        ),
        pytest.param(
            "<div>First: nine died.<br><br>The mayor said that nobody could reach the market.<br><br>Last: 31 hurt.</div>",
            ["First: nine died.\n\nThe mayor", "market.\n\nLast: 31 hurt."],
            [],
            id="paragraphs parted by line breaks",
        ),
        pytest.param(
            "<h1>Nine die in Wa attack</h1><dl><dt>Sources:<dd><ul><li><a href=x>OCHA</a><li><a href=y>WFP</a></ul><dt>Format"
            f"<dd>Update</dl>{LONG}<ul><li>Nine died.<li>31 hurt.</ul>{LONG}",
            ["Sources: OCHA, WFP\n\nFormat: Update", "- Nine died.\n- 31 hurt.\n"],
            [],
            id="terms and what is said of them",
        ),
        pytest.param(
            "<pre>SITREP 4\n\nNine died in Wa.\n31 hurt.</pre>", ["SITREP 4\n\nNine died in Wa.\n31 hurt."], [], id="typed"
        ),
    ],
)
def test_no_line_of_the_article_is_lost_and_none_of_its_surroundings_kept(body: str, kept: list[str], gone: list[str]) -> None:
    text = page(f"<html><head><title>Nine die in Wa attack - The Courier</title></head><body>{body}</body></html>").text
    assert [words for words in kept if words not in text] == []
    assert [words for words in gone if words in text] == []


@pytest.mark.parametrize("row", clutter.rows(), ids=lambda row: f"{row['words']} ({row['stands']})")
def test_each_word_for_clutter_keeps_its_example_out(row: dict[str, str]) -> None:
    example = row["example"]
    if row["stands"] in ("line", "start"):
        assert clutter.is_clutter_line(example, is_linked=True)
    else:
        attribute = "role" if row["stands"] == "role" else "class"
        article = (
            f"<article><h1>Nine die</h1>{LONG}{LONG}<div {attribute}='{example}'><p>8,001 people were killed.</p></div></article>"
        )
        assert "8,001" not in page(f"<html><body>{article}</body></html>").text


# --- tables


def test_a_table_of_places_gives_figures_with_place_and_measure() -> None:
    found = stored("only_a_table.html")
    assert figures(found)[:3] == [("killed", "50", "Tamale"), ("injured", "120", "Tamale"), ("displaced", "7,000", "Tamale")]
    assert figures(found)[-1] == ("displaced", "3,000", "Wa"), "a cell that spans two rows counts in both"


@pytest.mark.parametrize(
    ("rows", "text"),
    [
        pytest.param(
            "<tr><th>Place<th>Killed<tr><td colspan=2>North<tr><td>Wa<td>3<tr><td colspan=2>South<tr><td>Ho<td>4",
            "North\n\nPlace | Killed\nWa | 3\n\nSouth\n\nPlace | Killed\nHo | 4",
            id="a region above its rows",
        ),
        pytest.param(
            "<tr><th>Place<th>Killed<th>Hurt<tr><td>Wa<td>3<td><tr><td>Ho<td>none<td>none<tr><td>Keta<td>5<td>6",
            "Place | Killed | Hurt\nWa | 3 | –\n\nHo | none | none\n\nPlace | Killed | Hurt\nKeta | 5 | 6",
            id="empty cells, and a row without a number",
        ),
        pytest.param(
            "<caption>Toll</caption><thead><tr><td colspan=2>By district<tr><td>Place<td>Killed</thead><tr><td>Wa | north<td>3",
            "Toll\n\nBy district\n\nPlace | Killed\nWa / north | 3",
            id="a title in the head, a pipe in a cell",
        ),
        pytest.param("<tr><td>Killed<td>12<tr><td>Hurt<td>30", "Killed | 12\nHurt | 30", id="no head"),
        pytest.param(
            "<tr><td>Place<td>Killed<tr><td rowspan=9999 colspan=x>Wa<td>3<tr><td>4",
            "Place | Killed\nWa | 3\nWa | 4",
            id="a span beyond the table",
        ),
    ],
)
def test_a_table_is_kept_as_rows_with_their_head(rows: str, text: str) -> None:
    assert page(f"<html><body><table>{rows}</table></body></html>").text == text


# --- what a page says of itself


@pytest.mark.parametrize(
    ("name", "told", "found"),
    [
        (
            "news_site.html",
            {
                "title": "Shelling kills nine in Tamale market, mayor says",
                "publisher": "The Northern Courier",
                "published": dt.date(2022, 3, 3),
                "url": "https://courier.example/world/2022/03/03/tamale-market",
                "agency": None,
            },
            {
                "title": "the page's og:title",
                "publisher": "the page's og:site_name",
                "published": "the page's data (JSON-LD datePublished), 2022-03-03T23:40:00-05:00",
                "url": "the page's canonical link",
            },
        ),
        (
            "reliefweb_like.html",
            {"publisher": "Relief Pages", "agency": "OCHA", "published": dt.date(2024, 6, 4)},
            {"agency": "the text: “Source: OCHA”"},
        ),
        ("amp.html", {"publisher": "Daily Example", "agency": "Reuters"}, {"publisher": "the page's data (JSON-LD publisher)"}),
        ("blog.html", {"published": dt.date(2023, 6, 14), "title": "Notes from the coast: what the flood left"}, {}),
        (
            "press_release.html",
            {"published": dt.date(2021, 8, 12), "publisher": None},
            {"published": "the text: “Date: 12 August 2021”"},
        ),
        ("un_sitrep.html", {"published": dt.date(2024, 5, 5), "publisher": None}, {}),
        ("nested_divs.html", {"publisher": None, "agency": None, "published": None, "url": None}, {}),
        ("short_notice.html", {"publisher": "Gold Coast Wire", "published": None}, {}),
    ],
)
def test_a_page_says_what_it_is_and_where_it_says_so(name: str, told: dict[str, object], found: dict[str, str]) -> None:
    document = stored(name)
    assert {field: getattr(document, field) for field in told} == told
    assert {field: document.found.get(field) for field in found} == found


def head(inside: str) -> Document:
    return page(f"<html><head>{inside}</head><body><p>Nine people were killed in Wa, the mayor said.</p></body></html>")


@pytest.mark.parametrize(
    ("inside", "day"),
    [
        ('<meta property="article:published_time" content="2022-03-03T23:59:00-11:00">', dt.date(2022, 3, 3)),
        ('<meta name="date" content="Thu, 03 Mar 2022 23:00:00 GMT">', dt.date(2022, 3, 3)),
        ('<meta name="pubdate" content="March 3, 2022 at 11:30 p.m. EST">', dt.date(2022, 3, 3)),
        ('<meta itemprop="datePublished" content="20220303">', dt.date(2022, 3, 3)),
        ('<meta name="date" content="03/04/2022">', None),
        ('<meta name="date" content="Friday, 3 March 2022">', None),  # it was a Thursday
        ('<meta name="date" content="1970-01-01T00:00:00Z">', None),
        ('<meta property="article:modified_time" content="2022-03-03">', None),
        ('<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"yesterday"}</script>', None),
        ('<script type="application/ld+json">{"@type":"Organization","datePublished":"2022-03-03"}</script>', None),
        (
            '<script type="application/ld+json">[[{"@graph":[{"@type":["Report"],"datePublished":"2022-03-03"}]}]]</script>',
            dt.date(2022, 3, 3),
        ),
    ],
)
def test_the_day_is_taken_as_it_is_written_and_never_guessed(inside: str, day: dt.date | None) -> None:
    assert head(inside).published == day


def test_a_footers_day_and_a_copyright_year_are_no_published_day() -> None:
    footer = "<footer><time datetime='2026-11-23'>23 November 2026</time> © 2026</footer>"
    html = f"<body><h1>Nine die in Wa attack</h1>{LONG}{footer}</body>"
    assert page(html).published is None


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ("https://courier.example/a?b=1", True),
        ("HTTP://courier.example/a", True),
        ("javascript:alert(1)", False),
        ("file:///etc/passwd", False),
        ("//courier.example/a", False),
        ("/a/b", False),
        ("https://user:word@courier.example/", False),
        ("https://[broken", False),
        ("https://courier.example/<script>", False),
        ("https://courier.example/" + "a" * 3_000, False),
    ],
)
def test_only_a_whole_web_address_is_the_pages_own(address: str, kept: bool) -> None:
    assert (head(f'<link rel="canonical" href="{address}">').url is not None) == kept


def test_what_is_given_wins_over_what_the_page_says() -> None:
    found = page((PAGES / "news_site.html").read_bytes(), Metadata(publisher="Given", published=dt.date(2020, 1, 2)))
    assert (found.publisher, found.published) == ("Given", dt.date(2020, 1, 2))
    assert {"publisher", "published"}.isdisjoint(found.found)


@pytest.mark.parametrize("author", ["Reuters", "Agence France-Presse"])
def test_an_agency_that_is_named_as_the_author_is_the_agency_a_person_is_not(author: str) -> None:
    assert head(f'<meta name="author" content="{author}">').agency in ("Reuters", "AFP")
    assert head('<meta name="author" content="Ama Owusu">').agency is None


# --- encodings


@pytest.mark.parametrize("charset", ["windows-1251", "koi8-u", "iso-8859-2", "utf-8"])
def test_a_page_is_read_in_the_encoding_that_it_declares(charset: str) -> None:
    words = {"iso-8859-2": "Dziewięć osób zginęło w Łodzi."}.get(charset, "Девять человек погибли в Харькове.")
    found = page(
        f'<html><head><meta charset="{charset}"><title>t</title></head><body><p>{words}</p></body></html>'.encode(charset)
    )
    assert found.text == words


def test_an_encoding_that_is_none_is_no_obstacle() -> None:
    assert "Müller" in page('<meta charset="zip"><p>Müller said nine people died.</p>'.encode("cp1252")).text


# --- hostile and broken pages

SIZE = 150_000


@pytest.mark.parametrize(
    "html",
    [
        pytest.param("<p>22 dead</p>" + "<div>" * (SIZE // 5), id="nested deeper than a tree goes"),
        pytest.param("<span>x" * (SIZE // 7) + "22 dead", id="never closed"),
        pytest.param("<p>22 dead</p><table>" + "<tr><td colspan=99999 rowspan=99999>T1</td><td>1</td></tr>" * 2_000, id="spans"),
        pytest.param("<p>22 dead</p>" + "<table><tr><td>a<td>1<tr><td>b<td>2</table>" * 2_000, id="thousands of tables"),
        pytest.param('<script type="application/ld+json">' + "[" * SIZE + "</script><p>22 dead", id="deep data"),
        pytest.param('<!DOCTYPE html [<!ENTITY a "aaaaaaaaaa">]><p>22 dead' + "&a;" * (SIZE // 3), id="entities"),
        pytest.param("<p>22 dead</p>" + "<" * SIZE, id="nothing but brackets"),
        pytest.param("<div class='" + "ad-free x " * (SIZE // 10) + "'><p>22 dead people", id="a class without end"),
        pytest.param("<p>22 dead</p>" + "<b><i></b>" * (SIZE // 10), id="tags that cross"),
        pytest.param("<p>22 dead</p><a href='" + "x '" * (SIZE // 3), id="an attribute that never ends"),
        pytest.param("\ufeff<?xml version='1.0' encoding='utf-16'?><html><body><p>22 dead", id="a wrong declaration"),
        pytest.param("22 dead", id="no markup at all"),
        pytest.param("<frameset><frame src=x></frameset><noframes>22 dead</noframes>22 dead", id="frames"),
    ],
)
def test_no_page_takes_long_breaks_the_reader_or_loses_its_words(html: str) -> None:
    started = time.monotonic()
    assert "22 dead" in page(html).text
    assert time.monotonic() - started < 30


def test_a_page_that_is_all_menu_is_not_lost() -> None:
    assert "22 dead" in page("<html><body><div class=menu>22 dead in Wa</div></body></html>").text


def test_markup_in_the_text_stays_text() -> None:
    assert page(
        f"<article><h1>Nine die in attack</h1>{LONG}<p>They wrote &lt;script&gt;alert(1)&lt;/script&gt;.</p></article>"
    ).text.endswith("They wrote <script>alert(1)</script>.")


def test_an_empty_body_has_no_article() -> None:
    from lxml import html

    assert article_text(html.document_fromstring("<html><body></body></html>").find("body")) == ""
