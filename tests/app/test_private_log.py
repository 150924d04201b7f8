"""What reports say never stands in the server's log, whatever fails: there it is said what kind of fault it was, and where."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st
from drawn import seen, text_of
from streamlit.logger import update_formatter
from streamlit.testing.v1 import AppTest

from humsit import app as dashboard
from humsit.app.desk import Desk
from humsit.documents.made import document_from_text
from humsit.situation import Selection, open_situation

DASHBOARD = Path(__file__).parents[2] / "dashboard.py"
SECRET = "Ivan Koval of Kosti street 4 said 41 people died."


class UnexpectedError(Exception):
    """A fault that quotes the report, as those of databases, tables and checkers of records do."""


def quoting(desk: Desk, selection: Selection) -> None:
    (document,) = (one for one in desk.situation.store.documents() if "Koval" in one.text)
    try:
        {}[document.text]
    except KeyError as reason:
        raise UnexpectedError(f"cannot draw {document.text!r}") from reason


def asking(desk: Desk, selection: Selection) -> None:
    st.button("Go", key="go", on_click=quoting, args=(desk, selection))


@pytest.fixture
def store(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[str]:
    url = f"sqlite:///{tmp_path}/desk.db"
    situation = open_situation(url)
    situation.add(document_from_text(SECRET))
    situation.close()
    monkeypatch.setenv("HUMSIT_STORE", url)
    st.cache_resource.clear()
    factory = logging.getLogRecordFactory()
    yield url
    logging.setLogRecordFactory(factory)
    update_formatter()
    st.cache_resource.clear()


def drawn(monkeypatch: pytest.MonkeyPatch, view: dashboard.View) -> AppTest:
    update_formatter()  # writes to what is captured now
    monkeypatch.setitem(dashboard.VIEWS, "situation", ("Situation", view))
    return AppTest.from_file(str(DASHBOARD), default_timeout=60).run()


def test_a_view_that_fails_tells_the_log_what_and_where_but_no_word_of_a_report(
    store: str, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    app = seen(drawn(monkeypatch, quoting))
    log = "".join(capfd.readouterr())
    assert "This view could not be drawn" in log
    assert "UnexpectedError" in log
    assert "KeyError" in log
    assert f"{Path(__file__).name}" in log, "nobody could find the fault"
    assert "Koval" not in log + text_of(app)


def test_a_click_that_fails_outside_every_view_is_no_different(
    store: str, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    app = drawn(monkeypatch, asking)
    app.button(key="go").click().run()
    log = "".join(capfd.readouterr())
    assert "UnexpectedError" in log
    assert "Koval" not in log


def test_what_the_store_cannot_do_is_told_without_what_it_was_given(store: str) -> None:
    situation = open_situation(store)
    with pytest.raises(Exception, match="NOT NULL") as failed, situation.store.reading() as connection:
        connection.exec_driver_sql("INSERT INTO documents (document_id) VALUES (?)", (SECRET,))
    situation.close()
    assert "Koval" not in str(failed.value)
