"""Who verified a figure: where the text says that somebody did, and only there."""

from __future__ import annotations

import pytest

from humsit.facts.find import find_facts
from humsit.records import Document, Figure, Verification


def verified(text: str) -> dict[str, str]:
    """Each followed number of a text → who verified it."""
    facts = find_facts(Document(document_id="d", text=text), others=False)
    return {fact.number: fact.verified_by for fact in facts if isinstance(fact, Figure)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("OHCHR has verified 1,200 deaths in Ukraine.", {"1,200": "OHCHR"}),
        ("There were 12 deaths verified by the UN.", {"12": "the UN"}),
        ("The number of dead, 40, was independently verified by the UN mission.", {"40": "the UN mission"}),
        ("Forty people were killed, confirmed by the hospital.", {"Forty": "the hospital"}),
        ("The army said it had killed 40 rebels. The figure was confirmed by the Red Cross.", {"40": "the Red Cross"}),
        ("The army said it had killed 40 rebels. The Red Cross has since confirmed the toll.", {"40": "The Red Cross"}),
        ("Forty deaths have been verified by OHCHR and 30 more are being checked.", {"Forty": "OHCHR", "30": ""}),
        ("Some 300 people were killed, of which 120 have been verified by the UN.", {"300": "", "120": "the UN"}),
        ("The UN verified 40 deaths and gave food to 300 people.", {"40": "The UN", "300": ""}),
        ("The mayor said 40 people were killed. Local officials have confirmed the toll.", {"40": "Local officials"}),
        ("Forty people were killed, state media confirmed.", {"Forty": "state media"}),
        (
            "The mayor said 40 people were killed and 12 injured, figures that the hospital verified.",
            {"40": "the hospital", "12": "the hospital"},
        ),
    ],
)
def test_who_verified_it_is_read(text: str, expected: dict[str, str]) -> None:
    assert verified(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The mayor said 40 people were killed.",
        "The ministry has not confirmed 40 deaths.",
        "The ministry hasn't confirmed 40 deaths.",
        "The ministry refused to confirm that 40 people were killed.",
        "The ministry neither confirmed nor denied that 40 people were killed.",
        "The ministry has yet to confirm that 40 people were killed.",
        "If confirmed by the authorities, the 40 deaths would be the most in a year.",
        "The toll of 40 dead would have to be verified by the police.",
        "The navy said it had killed 40 pirates. AFP was unable to independently verify its statement.",
        "The mayor said 40 people were killed, but the toll has not been confirmed by the hospital.",
        "The army said it had killed 40 rebels. The Red Cross confirmed the visit of its president.",
        "Police verified the documents of 40 refugees.",
        "There were 12 suspected and 40 laboratory confirmed cases of cholera.",
        "No laboratory confirmed cases were found; 40 people have cholera.",
        "The mayor said 40 people were killed. The police confirmed the arrest of the injured driver's brother.",
    ],
)
def test_nobody_verified_it_where_the_words_do_not_say_so(text: str) -> None:
    assert set(verified(text).values()) == {""}


def test_the_words_that_say_so_are_kept_as_the_reason_and_the_figure_counts_as_verified() -> None:
    (fact,) = find_facts(Document(document_id="d", text="There were 12 deaths verified by the UN."))
    assert isinstance(fact, Figure)
    assert fact.verification is Verification.VERIFIED
    assert ("verified_by", "verified by the UN") in [(why.field, why.words) for why in fact.why]
