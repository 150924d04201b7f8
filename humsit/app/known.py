"""What an analyst says of reports beside their text, in fields of one form for every way in."""

from __future__ import annotations

from typing import Any

import streamlit as st

from humsit.app.words import adding as said
from humsit.documents.metadata import NOTHING_KNOWN, Metadata, date_of


def ask_what_is_known() -> None:
    """The fields; all may stay empty."""
    with st.container(horizontal=True):
        for name, label in said.METADATA.items():
            hint = said.DAY_HINT if name == "published" else said.OPTIONAL
            st.text_input(label, key=f"documents_{name}", placeholder=hint, width=220)


def what_is_known() -> Metadata:
    """What stands in them. WrongValue for a day that is none."""
    written = {name: str(st.session_state.get(f"documents_{name}") or "").strip() or None for name in said.METADATA}
    texts: dict[str, Any] = written | {"published": date_of(written["published"])}
    return Metadata(**texts) if any(written.values()) else NOTHING_KNOWN
