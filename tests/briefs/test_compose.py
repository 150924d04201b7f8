"""The brief: every number with who says it, where it is printed and how it stands; nothing that must stay; nothing that runs."""

from __future__ import annotations

import datetime as dt
import html.parser
import re
from dataclasses import fields
from pathlib import Path

import pytest
from builders import condition, document, figure
from calls import Run, caller, done
from markdown_it import MarkdownIt

from humsit import home
from humsit.briefs import Brief, as_html, as_markdown, compose
from humsit.documents.made import document_from_text
from humsit.exports import Outgoing
from humsit.situation import Clock, Known, Selection, Situation, mark_confidential, open_situation

DAY = dt.date(2024, 5, 2)
EVIL = (
    '![x](http://x.invalid/p.png) <img src="http://x.invalid"> [a](javascript:x) **b** `c` | d | $5 $6 @me '
    ":red[e] www.x.invalid &copy; # f"
)


@pytest.fixture(scope="module")
def seed() -> Situation:
    return open_situation("sqlite://", seeds=home.seeds_folder())


def brief_of(situation: Situation, selection: Selection = Selection(), **choices: bool) -> Brief:  # noqa: B008
    return compose(Outgoing(situation, selection, **choices))


def texts(brief: Brief) -> str:
    return as_html(brief) + as_markdown(brief)


def test_every_number_has_its_claimant_its_printer_with_day_and_its_standing(seed: Situation) -> None:
    brief = brief_of(seed)
    assert len(brief.lines) >= 6
    for line in brief.lines:
        assert line.standing
        assert line.said
        for said in line.said:
            assert said.who
            assert re.search(r"Shafaq News \(Reuters\), 3 March 2022", said.printed)
            assert said.sources == (1,)
    for place in brief.places:
        assert all(holds.standing and claim.who and claim.sources for holds in place.holds for claim in holds.said)
    assert [source.number for source in brief.sources] == [1]


def test_rivals_stand_side_by_side_as_a_band_with_the_reason_and_are_never_one_number(seed: Situation) -> None:
    first, *_ = brief_of(seed).lines
    assert (first.band, first.standing) == ("nearly 500 to nearly 9,000", "Contested")
    assert [(said.words, said.who) for said in first.said] == [
        ("nearly 500", "Russia, admits its own losses"),
        ("nearly 9,000", "Ukraine, cannot be confirmed"),
    ]
    assert "18 times apart" in first.why
    page = as_html(brief_of(seed))
    assert "18 times apart" in page.partition("What is contested, and why")[2]
    assert "4,750" not in page


def test_conditions_say_what_they_mean_for_people(seed: Situation) -> None:
    said = {place.name: [holds.words for holds in place.holds] for place in brief_of(seed).places}
    assert said["Mariupol"] == ["siege: besieged", "shelling: under fire", "water: none", "power: none", "evacuation: no way out"]
    everything = texts(brief_of(seed)).lower()
    for double in ("no water: absent", "not no ", "no no ", "no_water", "no water: none"):
        assert double not in everything


def test_a_place_and_a_past_day_narrow_it_and_are_said(seed: Situation) -> None:
    brief = brief_of(seed, Selection(place=("Chernihiv",)))
    assert brief.title == "Situation brief: Chernihiv"
    assert {line.what.rpartition(" · ")[2] for line in brief.lines} <= {"Chernihiv"}
    before = brief_of(seed, Selection(known=Known(dt.date(2022, 3, 2), Clock.PUBLISHED)))
    assert (before.lines, before.places, before.sources) == ((), (), ())
    assert "As known on 2 March 2022, by what had been published" in before.asked
    assert "No report here claims a figure" in as_html(before)


def hostile() -> Situation:
    situation = open_situation("sqlite://")
    report = document(
        f"{EVIL} 22 and 900 died. no water", title=EVIL, publisher=EVIL, agency="<b>", url="javascript:x", published=DAY
    )
    shared = {"published": DAY, "publisher": EVIL, "place": EVIL, "group": EVIL}
    facts = [
        figure("22", report, claimant=EVIL, **shared),
        figure("900", report, claimant=f"+{EVIL}", period=EVIL, value=900, low=900, high=900, **shared),
        condition("no water", report, claimant=EVIL, published=DAY, publisher=EVIL, place=EVIL),
    ]
    situation.store.add(report, facts)
    return situation


class _Tags(html.parser.HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen: set[str] = set()
        self.attributes: set[str] = set()
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_data(self, data: str) -> None:
        self.text += data


def test_a_hostile_report_stays_text_on_the_page() -> None:
    page = as_html(brief_of(hostile(), Selection(place=(EVIL,))))
    tags = _Tags()
    tags.feed(page)
    ours = {
        "html",
        "head",
        "meta",
        "title",
        "style",
        "body",
        "main",
        "h1",
        "h2",
        "p",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
    }
    assert tags.seen <= ours | {"div", "span", "b", "i", "ul", "ol", "li", "code"}
    assert tags.attributes <= {"lang", "charset", "http-equiv", "content", "name", "class", "scope"}
    assert tags.text.count(EVIL) >= 8, "and it is shown as it is"
    assert "default-src 'none'" in page


def test_a_hostile_report_stays_text_in_markdown() -> None:
    written = as_markdown(brief_of(hostile(), Selection(place=(EVIL,))))
    parsed = MarkdownIt("gfm-like", {"linkify": False}).parse(written)
    kinds = {token.type for block in parsed for token in (block, *(block.children or ()))}
    assert not kinds & {"image", "link_open", "html_block", "html_inline", "code_inline", "s_open"}
    shown = "\n".join("".join(part.content for part in block.children or ()) for block in parsed)
    assert shown.count(EVIL) >= 8, "and every character of it is shown"
    assert {len(line.replace(r"\|", "").split("|")) for line in written.splitlines() if line.startswith("|")} == {6}
    assert not re.search(r"https?:/|(?<!\\)\$|(?<!\\)@", written)


def test_private_persons_and_confidential_reports_stay_out_and_the_brief_says_so() -> None:
    situation = open_situation("sqlite://")
    text = "Local resident Ivan Koval said 30 people were killed in Bucha. "
    text += "Amina, a mother of four, said there was no water in Bucha."
    situation.add(document_from_text(text, title="Ivan Koval tells", publisher="The Echo", published=DAY))
    situation.add(
        document_from_text(
            "Oxfam said 500 people were killed in Bucha.", publisher="The Post", document_id="secret", published=DAY
        )
    )
    open_desk = texts(brief_of(situation, mask_names=False))
    assert all(name in open_desk for name in ("Koval", "Amina", "Oxfam"))
    mark_confidential(situation, "secret", who="Ada", why="watched")
    shared = texts(brief_of(situation))
    for gone in ("Koval", "Amina", "Oxfam", "500", "The Post", "secret"):
        assert gone not in shared
    assert "A resident (" in shared
    assert "1 confidential report is left out" in shared
    assert "1 report, 1 figure, 1 condition" in shared
    assert "Oxfam" in texts(brief_of(situation, include_confidential=True))


def test_both_forms_say_the_same(seed: Situation) -> None:
    brief = brief_of(seed)
    page, written = as_html(brief), re.sub(r"\\(.)", r"\1", as_markdown(brief))
    tags = _Tags()
    tags.feed(page)
    for line in brief.lines:
        for text in (line.what, line.band, *(said.who for said in line.said)):
            assert text in tags.text
            assert text in written
    assert {field.name for field in fields(brief)} >= {"lines", "places", "sources", "notes"}


@pytest.fixture
def run(tmp_path: Path) -> Run:
    return caller(tmp_path)


def test_the_command_writes_both_forms_and_takes_a_place_and_a_day(run: Run, tmp_path: Path) -> None:
    page = done(run("brief"))
    assert page.startswith("<!doctype html>")
    assert "nearly 500 to nearly 9,000" in page
    assert done(run("brief", "--format", "md", "--output", tmp_path / "brief.md")) == ""
    assert (tmp_path / "brief.md").read_text("utf-8").startswith("# Situation brief\n")
    chernihiv = done(run("brief", "--place", "Chernihiv", "--format", "md"))
    assert "Chernihiv" in chernihiv
    assert "Mariupol" not in chernihiv
    assert "nearly 500" not in done(run("brief", "--known-on", "2022-03-02", "--by", "published"))
    said = run("brief", "--since", "yesterday")
    assert said.returncode == 2
