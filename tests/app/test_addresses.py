"""Words that lead to their evidence: the right report and fact in the address, whatever stands in them."""

from __future__ import annotations

import html
import re
from urllib.parse import parse_qs, urlsplit

from drawn import Draw, fact_id, text_of

from humsit.app.markup import leads_to
from humsit.app.views import situation as situation_view
from humsit.situation import Situation


def addresses(said: str) -> list[dict[str, list[str]]]:
    found = re.findall(r'<a class="hs-leads" href="([^"]*)">', said)
    assert all(urlsplit(html.unescape(one)).path == "documents" for one in found), "an address leads out of the dashboard"
    return [parse_qs(urlsplit(html.unescape(one)).query) for one in found]


def test_every_claim_in_an_explained_headline_leads_to_its_own_words(draw: Draw, contested: Situation) -> None:
    found = addresses(text_of(draw(situation_view.show, contested)))
    report = contested.facts()[0].fact.document_id
    for number in ("500", "9,000", "22", "1 million"):
        assert {"document": [report], "fact": [fact_id(contested, number)]} in found


def test_an_address_holds_text_of_a_document_as_text() -> None:
    hostile = 'x" onclick="alert(1)" &fact=other#<b>'
    made = leads_to("documents", "<i>22</i>", {"document": [hostile], "fact": ["f1"]})
    assert addresses(made) == [{"document": [hostile], "fact": ["f1"]}]
    assert "onclick=" not in made
    assert "<i>" not in made
