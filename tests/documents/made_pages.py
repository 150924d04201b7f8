"""Pages made up at random of what news sites are made of: one story, and around and within it what is none.

Numbers of the story lie below 1,000, all others from 8,000 to 8,999. `python -m tests.documents.made_pages 1000` counts over many
pages which paragraphs of stories are lost and which numbers of the surroundings are kept.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import count
from random import Random

from humsit.documents.formats.web import article_of

TITLE = "Shells hit Tamale market, dozens hurt"
WHO = "The mayor;Doctors at the hospital;The army;Residents;A spokesman for the governor;The Red Crescent;Witnesses".split(";")
WHAT = (
    "said that {} people were killed in the market;reported {} wounded after the shelling;counted {} damaged homes;"
    "said {} families had left the town since Monday;told reporters that {} people were missing"
).split(";")
MORE = (
    ";, and that the road to the north was closed until further notice, with no word on when it would be opened again;"
    ", while rescuers were still searching the rubble for survivors late in the evening;, and asked for help"
).split(";")
PARAGRAPHS = (
    "<p>{}</p>",
    "<p class='p3'>{}</p>",
    "<div class='par'><p>{}</p></div>",
    "<div>{}</div>",
    "<div class='text-block'><div class='rich'><p>{}</p></div></div>",
)
STORIES = (
    "<article>{}</article>",
    "<div class='article-body'>{}</div>",
    "<div class='x7'>{}</div>",
    "<main><div class='c1'><div class='c2'>{}</div></div></main>",
    "<div class='content-with-sidebar'><div class='story'>{}</div></div>",
    "<section class='entry-content'>{}</section>",
)
OTHER_STORIES = "related-stories;more-on;recommended;c-recirc;most-read;promo-list;post-sidebar".split(";")
ADVERTISEMENTS = "ad-slot;advert;dfp-ad;sponsored".split(";")
BANNERS = "cookie-banner;cmp-consent;gdpr-bar".split(";")


class Page:
    """One page: its `html`, and the `numbers` of its story."""

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)
        self._surroundings: Iterator[int] = count(8_000)
        self.numbers = self._random.sample(range(11, 999), self._random.randint(3, 14))
        self.html = self._page()

    def _one_of(self, kinds: tuple[str, ...] | list[str]) -> str:
        return self._random.choice(kinds)

    def _sentence(self, number: int) -> str:
        return f"{self._one_of(WHO)} {self._one_of(WHAT).format(number)}{self._one_of(MORE)}."

    def _other(self) -> str:
        return self._sentence(next(self._surroundings))

    def _teaser(self) -> str:
        link = f"<a href='/{next(self._surroundings)}'>"
        return self._one_of(
            [
                f"<li>{link}{self._other()}</a></li>",
                f"<div class='card'>{link}<h3>{self._other()[:40]}</h3></a><p>{self._other()}</p></div>",
                f"<article class='teaser'><h3>{link}{self._other()[:40]}</a></h3><p>{self._other()}</p></article>",
            ]
        )

    def _other_stories(self) -> str:
        tag, heading = self._one_of(["aside", "div", "section"]), self._one_of(["Related", "More stories", "Read next", "Latest"])
        teasers = "".join(self._teaser() for _ in range(self._random.randint(1, 4)))
        return f"<{tag} class='{self._one_of(OTHER_STORIES)}'><h2>{heading}</h2><ul>{teasers}</ul></{tag}>"

    def _advertisement(self) -> str:
        kind, number = self._one_of(ADVERTISEMENTS), next(self._surroundings)
        return f"<div class='{kind}'><p>Advertisement</p><p>{number} happy buyers</p></div>"

    def _story(self) -> str:
        form = self._one_of(PARAGRAPHS)
        parts = [form.format(self._sentence(number)) for number in self.numbers]
        for _ in range(self._random.randint(0, 2)):
            within = self._random.choice([self._advertisement, self._other_stories])()
            parts.insert(self._random.randint(1, len(parts) - 1), within)
        if self._random.random() < 0.4:
            parts.insert(self._random.randint(1, len(parts) - 1), "<h2>What we know</h2>")
        story, headline = self._one_of(STORIES).format("".join(parts)), f"<h1>{TITLE}</h1>"
        return headline + story if self._random.random() < 0.6 else story.replace(">", f">{headline}", 1)

    def _page(self) -> str:
        tag = self._one_of(["nav", "div class='menu'", "header class='site'"])
        links = "".join(f"<li><a href='/{n}'>{self._other()[:20]}</a></li>" for n in range(5))
        comments = "".join(f"<div class='comment'><p>{self._other()}</p></div>" for _ in range(self._random.randint(0, 5)))
        banner = (
            f"<div class='{self._one_of(BANNERS)}'><p>We use cookies with our {next(self._surroundings)} partners to show you "
            "this page and to measure it.</p><button>OK</button></div>"
        )
        parts = [
            banner if self._random.random() < 0.5 else "",
            f"<{tag}><ul>{links}</ul></{tag.split()[0]}>",
            self._other_stories() if self._random.random() < 0.5 else "",
            self._story(),
            f"<div id='comments'><h2>Comments</h2>{comments}</div>",
            self._other_stories(),
            f"<footer><p>Copyright 2026 The Paper. {next(self._surroundings)} readers.</p></footer>",
        ]
        return f"<html lang='en'><head><title>{TITLE} - The Paper</title></head><body>{''.join(parts)}</body></html>"


def nameless(html: str) -> str:
    """The page with random letters for its classes, and no ids."""
    letters = {name: f"css-{number}" for number, name in enumerate(sorted(set(re.findall(r"class='([^']*)'", html))))}
    return re.sub(r" id='\w+'", "", re.sub(r"class='([^']*)'", lambda found: f"class='{letters[found[1]]}'", html))


def counted(seeds: range, *, named: bool = True) -> Counter[str]:
    """Over the pages of these seeds: "told" numbers of stories and "others", and of them those "lost" and "kept".

    Unless `named`, the pages' classes say nothing.
    """
    found: Counter[str] = Counter()
    for seed in seeds:
        page = Page(seed)
        html = page.html if named else nameless(page.html)
        text = article_of(html.encode(), "a page").text
        others = re.findall(r"\b8\d{3}\b", text)
        found += Counter(told=len(page.numbers), others=len(re.findall(r"\b8\d{3}\b(?!'>)", page.html)), kept=len(others))
        found["lost"] += sum(f" {number} " not in text for number in page.numbers)
        found["without headline"] += not text.startswith(TITLE)
    return found


if __name__ == "__main__":
    for named in (True, False):
        print("classes with names:" if named else "classes without:", dict(counted(range(int(sys.argv[1])), named=named)))
