"""Addresses inside the dashboard: words in a text that lead to the evidence for what they say."""

from __future__ import annotations

import streamlit as st

from humsit.app import evidence, markup
from humsit.records import AnyFact


def to_evidence(fact: AnyFact, words: object) -> markup.Safe:
    """Words that lead to the fact where it stands in its report, under the filters of now."""
    filters = {name: st.query_params.get_all(name) for name in st.query_params}
    return markup.leads_to(evidence.DOCUMENTS, words, filters | {"document": [fact.document_id], "fact": [fact.fact_id]})
