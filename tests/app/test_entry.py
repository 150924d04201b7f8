"""dashboard.py itself: it opens the store, or says in one sentence why not; no traceback ever reaches an analyst."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st
from drawn import seen, text_of
from streamlit.testing.v1 import AppTest

from humsit.app import words
from humsit.documents.made import document_from_text
from humsit.situation import open_situation

DASHBOARD = Path(__file__).parents[2] / "dashboard.py"


@pytest.fixture(autouse=True)
def fresh_desk() -> Iterator[None]:
    st.cache_resource.clear()
    yield
    st.cache_resource.clear()


def opened(monkeypatch: pytest.MonkeyPatch, store: str) -> AppTest:
    monkeypatch.setenv("HUMSIT_STORE", store)
    return seen(AppTest.from_file(str(DASHBOARD), default_timeout=60).run())


def test_a_new_store_starts_from_the_seed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    said = text_of(opened(monkeypatch, f"sqlite:///{tmp_path}/new/desk.db"))
    assert "more than 1 million" in said
    assert "1 report" in said


def test_a_stranger_is_told_what_they_see_until_they_hide_it_or_add_a_report_of_their_own(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    app = opened(monkeypatch, f"sqlite:///{tmp_path}/desk.db")
    assert "one example report" in text_of(app)
    seen(app.button(key="welcome_hide").click().run())
    assert "one example report" not in text_of(app)
    situation = open_situation(f"sqlite:///{tmp_path}/desk.db")
    situation.add(document_from_text("At least 41 people died in Kosti, the ministry said."))
    situation.close()
    st.cache_resource.clear()
    assert "one example report" not in text_of(opened(monkeypatch, f"sqlite:///{tmp_path}/desk.db"))


def test_a_store_with_one_report_of_ones_own_is_not_greeted(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    situation = open_situation(f"sqlite:///{tmp_path}/desk.db")
    situation.add(document_from_text("At least 41 people died in Kosti, the ministry said."))
    situation.close()
    said = text_of(opened(monkeypatch, f"sqlite:///{tmp_path}/desk.db"))
    assert "at least 41" in said
    assert "one example report" not in said


def test_a_store_that_cannot_be_opened_is_one_sentence_with_what_to_do(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    said = text_of(opened(monkeypatch, f"sqlite:///{tmp_path}/file/desk.db"))
    assert "The store cannot be opened" in said
    assert "HUMSIT_STORE" in said


def test_a_store_that_breaks_while_it_is_open_shows_no_traceback(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    app = opened(monkeypatch, f"sqlite:///{tmp_path}/desk.db")
    with sqlite3.connect(tmp_path / "desk.db") as broken:
        for (name,) in broken.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
        ).fetchall():
            broken.execute(f'DROP TABLE "{name}"')
    said = text_of(seen(app.run()))
    assert "hs-notice hs-notice-error" in said
    assert "Traceback" not in said


def _dashboard() -> None:  # only its lines reach the app, not this module's names
    import streamlit as st

    from humsit.app import run

    run()
    if "go_to" in st.session_state:
        st.switch_page(st.session_state["pages"][st.session_state.pop("go_to")])


def test_filters_stand_beside_the_views_that_they_narrow_and_not_beside_accuracy(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("HUMSIT_STORE", f"sqlite:///{tmp_path}/desk.db")
    app = seen(AppTest.from_function(_dashboard, default_timeout=60).run())
    app.multiselect(key="measure").select("killed")
    seen(app.run())

    app.session_state["go_to"] = "accuracy"
    seen(app.run())
    assert words.ACCURACY in text_of(app)
    assert [*app.sidebar.multiselect, *app.sidebar.text_input, *app.sidebar.toggle, *app.sidebar.button] == []

    app.session_state["go_to"] = "figures"
    seen(app.run())
    assert app.sidebar.multiselect(key="measure").value == ["killed"]
