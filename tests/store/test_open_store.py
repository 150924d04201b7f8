"""Addresses of stores, and what is said of those that cannot be opened."""

from __future__ import annotations

from pathlib import Path

import pytest
from builders import document
from servers import free_port

from humsit.records import UnreadableInput, WrongValue
from humsit.store import engine, open_store
from humsit.store.engine import store_address


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg"])
def test_every_name_of_postgresql_leads_to_our_driver(scheme: str):
    address = store_address(f"{scheme}://ada:secret@db.example/desk")
    assert address.render_as_string(hide_password=False) == "postgresql+psycopg://ada:secret@db.example/desk"


@pytest.mark.parametrize("url", ["", "desk.db", "mysql://a/b", "http://example.org", "postgresql+asyncpg://a/b"])
def test_an_address_that_is_none_is_said_in_one_sentence(url: str):
    with pytest.raises(WrongValue, match="sqlite:///FILE"):
        open_store(url)


def test_a_password_is_never_shown():
    with pytest.raises(UnreadableInput) as refused:
        open_store(f"postgresql://ada:s3cret@127.0.0.1:{free_port()}/desk")
    assert "s3cret" not in str(refused.value)
    assert "check its address and that it is running" in str(refused.value)


def test_the_folder_of_a_store_is_made(tmp_path: Path):
    path = tmp_path / "data" / "team" / "humsit.db"
    open_store(f"sqlite:///{path}").close()
    assert path.exists()


def test_a_file_that_is_no_store_is_refused_and_left_as_it_was(tmp_path: Path):
    path = tmp_path / "notes.db"
    path.write_text("these are my notes " * 100)
    with pytest.raises(UnreadableInput, match="file is not a database"):
        open_store(f"sqlite:///{path}")
    assert path.read_text() == "these are my notes " * 100


def test_a_writer_who_waits_too_long_is_told_and_nothing_is_half_done(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(engine, "BUSY_MILLISECONDS", 50)
    url = f"sqlite:///{tmp_path / 'humsit.db'}"
    first, second = open_store(url), open_store(url)
    with first._database.writing(), pytest.raises(UnreadableInput, match="Somebody else keeps writing"):
        second.add(document(), [])
    assert second.is_empty()
    assert second.add(document(), [])


def test_a_folder_that_cannot_be_made_is_said_in_one_sentence(tmp_path: Path):
    (tmp_path / "file").write_text("")
    with pytest.raises(UnreadableInput, match="cannot be made"):
        open_store(f"sqlite:///{tmp_path / 'file' / 'humsit.db'}")


def test_two_stores_in_memory_know_nothing_of_each_other():
    first, second = open_store("sqlite://"), open_store("sqlite://")
    first.add(document(), [])
    assert second.is_empty()
