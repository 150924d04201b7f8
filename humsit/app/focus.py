"""Puts the cursor into a field, so that a correction needs no mouse: Streamlit has no word for that."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

import streamlit as st

_JS = """export default function({ data, parentElement }) {
  if (parentElement.into === data.into) return;
  parentElement.into = data.into;
  const look = (left) => {
    const field = document.querySelector(`.${data.into} input:not([disabled])`);
    if (field) { field.focus(); if (field.select) field.select(); }
    else if (left) setTimeout(() => look(left - 1), 50);
  };
  look(20);
}"""


@functools.cache
def _component() -> Callable[..., Any]:
    return st.components.v2.component("humsit_focus", html="<span></span>", js=_JS)


def put_cursor(into: str, *, key: str) -> None:
    """Into the field whose element has the class `into`, once for each such field."""
    _component()(key=key, data={"into": into})
