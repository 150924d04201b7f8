"""Feeds as files: an entry a report, with what the entry and its feed say of it; bounded, and nothing in them is obeyed."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from humsit.documents.formats.feed import MOST_ENTRIES
from humsit.documents.read import read_inputs
from humsit.facts.find import find_facts
from humsit.records import Document, Figure, UnreadableInput

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
RSS = (
    HEAD
    + """<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>The Harbour &amp; Valley Post</title><link>https://post.example/</link><language>en-GB</language>
<item><title>Rescuers search the &lt;b&gt;school&lt;/b&gt;</title><link>https://post.example/a</link><guid>1</guid>
<pubDate>Thu, 03 Mar 2022 23:30:00 -0500</pubDate><description>At least 22 people …</description>
<content:encoded><![CDATA[<p>At least 22 people were killed in Chernihiv, emergency&nbsp;services said.</p>
<script>alert("50 people were killed")</script>
<table><tr><th>Town</th><th>Killed</th></tr><tr><td>Kharkiv</td><td>14</td></tr><tr><td>Sumy</td><td>6</td></tr></table>
<p>Related: <a href="/x">At least 90 killed in flood</a></p>
<ul><li><a href="/y">100 dead in quake</a></li></ul>]]></content:encoded></item>
<item><title>Only a link</title><link>https://post.example/b</link></item>
<item><title>Agency story</title><source url="https://wire.example/rss">Wire</source><link>javascript:alert(1)</link>
<description>Officials in Sumy said 9 people were injured &amp; 2 are missing.</description></item>
</channel></rss>"""
)
ATOM = (
    HEAD
    + """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr"><title>Bulletin</title>
<entry><title type="html">Un &lt;i&gt;titre&lt;/i&gt;</title><id>urn:1</id><link href="https://b.example/1"/>
<updated>2022-03-04T01:00:00+02:00</updated><summary type="html">&lt;p&gt;Trois morts.&lt;/p&gt;</summary></entry></feed>"""
)


def read(folder: Path, text: str | bytes, name: str = "feed.xml") -> tuple[list[Document], list[str]]:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    found = list(read_inputs([str(path)]))
    return [one for one in found if isinstance(one, Document)], [str(one) for one in found if isinstance(one, UnreadableInput)]


def test_an_entry_is_a_report_with_what_it_and_its_feed_say_of_it(tmp_path: Path) -> None:
    (first, second), refused = read(tmp_path, RSS)
    assert first.text == "\n\n".join(
        ("At least 22 people were killed in Chernihiv, emergency services said.", "Town | Killed\nKharkiv | 14\nSumy | 6")
    )
    assert (first.title, first.publisher, first.language) == ("Rescuers search the school", "The Harbour & Valley Post", "en")
    assert first.published == dt.date(2022, 3, 3)  # the day in New York; in UTC it was the next one
    assert first.found["published"] == "the entry's date, Thu, 03 Mar 2022 23:30:00 -0500"
    assert first.found["publisher"] == "the feed's title"
    assert first.url == "https://post.example/a"
    assert (second.publisher, second.found["publisher"]) == ("Wire", "the entry's source")
    assert (second.url, second.published) == (None, None)
    assert refused == [
        f"{tmp_path}/feed.xml, entry 2 (“Only a link”) carries no text, only a link: open it in a browser and save the page."
    ]


def test_figures_of_an_entry_point_at_its_words(tmp_path: Path) -> None:
    (first, _), _ = read(tmp_path, RSS)
    figures = [fact for fact in find_facts(first) if isinstance(fact, Figure)]
    assert {first.text[figure.start : figure.end] for figure in figures} == {"22", "14", "6"}


@pytest.mark.parametrize("name", ["feed.atom", "feed.xml", "feed"])
def test_atom_is_recognised_by_its_content(tmp_path: Path, name: str) -> None:
    (entry,), refused = read(tmp_path, ATOM, name)
    assert (entry.title, entry.text, entry.language, entry.published) == ("Un titre", "Trois morts.", "fr", dt.date(2022, 3, 4))
    assert not refused


def test_a_feed_in_utf_16_reads_as_it_does_in_utf_8(tmp_path: Path) -> None:
    as_utf_16, _ = read(tmp_path, RSS.replace("UTF-8", "UTF-16").encode("utf-16"), "16.xml")
    assert as_utf_16 == read(tmp_path, RSS)[0]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (HEAD + '<!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><rss><channel/></rss>', "defines XML entities"),
        (HEAD + "<invoice><sum>22</sum></invoice>", "no RSS or Atom feed"),
        (HEAD + "<rss><channel><title>T</title></channel></rss>", "without entries"),
        ("", "is empty"),
        ("/etc/passwd", "no RSS or Atom feed"),
    ],
)
def test_what_is_no_feed_is_refused_with_a_sentence(tmp_path: Path, text: str, says: str) -> None:
    documents, (refused,) = read(tmp_path, text)
    assert not documents
    assert says in refused


def test_of_a_very_long_feed_the_newest_are_read_and_the_rest_is_counted(tmp_path: Path) -> None:
    number = 5_000
    start = dt.datetime(2022, 1, 1, tzinfo=dt.UTC)
    entries = (
        f"<item><title>{i}</title><pubDate>{start + dt.timedelta(minutes=i):%a, %d %b %Y %H:%M:%S %z}</pubDate>"
        f"<description>{i} people fled.</description></item>"
        for i in range(number)
    )
    data = f"{HEAD}<rss><channel><title>Long</title>{''.join(entries)}</channel></rss>".encode()
    documents, (said,) = read(tmp_path, data)
    assert [document.title for document in documents] == [str(i) for i in range(number - MOST_ENTRIES, number)]
    assert f"holds 5,000 entries: the newest 1,000 were read and {number - MOST_ENTRIES:,} were left" in said
    assert documents[0].publisher == "Long"
