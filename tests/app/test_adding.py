"""The ways in of the Documents view: what is asked for, what is off, and drops of many files behind the view."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from drawn import Draw, seen, text_of
from streamlit.testing.v1 import AppTest

from humsit.app import folders
from humsit.app.jobs import jobs
from humsit.app.uploads import spooled
from humsit.app.views import documents
from humsit.documents.metadata import SIDECAR
from humsit.situation import Situation
from tests.bench.drop import write_files

REPORT = "At least 17 people were killed in Sumy yesterday, the mayor said, and rescuers searched the ruins of a school."


class Upload:
    """What Streamlit hands over of an uploaded file."""

    def __init__(self, name: str, data: bytes = b"") -> None:
        self.name, self.data = name, data

    def getbuffer(self) -> bytes:
        return self.data


def choose(app: AppTest, way: str) -> AppTest:
    return seen(next(one for one in app.get("button_group") if one.key == "documents_way").set_value(way).run())


def until(app: AppTest, words: str) -> AppTest:
    end = time.monotonic() + 30
    while words not in text_of(app) and time.monotonic() < end:
        time.sleep(0.1)
        seen(app.run())
    assert words in text_of(app)
    return app


def dropped(app: AppTest, folder: Path, number: int, button: str) -> AppTest:
    write_files(folder, number)
    choose(app, "Files")
    for path in sorted(folder.iterdir()):
        app.get("file_uploader")[0].upload(path.name, path.read_bytes())
    return seen(app.button(key=button).click().run())


@pytest.mark.parametrize("way", ["Address", "Feeds"])
def test_fetching_is_off_and_says_how_to_switch_it_on(
    draw: Draw, empty: Situation, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    monkeypatch.delenv("HUMSIT_FETCH", raising=False)
    app = choose(draw(documents.show, empty), way)
    assert "Fetching is off: nothing leaves this machine." in text_of(app)
    assert "humsit serve --allow-fetch" in text_of(app)
    assert not [one for one in app.text_input if one.key in ("documents_url", "documents_feed")]


def test_a_preview_says_what_is_missing_and_takes_it(draw: Draw, empty: Situation) -> None:
    app = draw(documents.show, empty)
    app.text_area(key="documents_text").set_value(REPORT)
    said = text_of(seen(app.button(key="documents_preview").click().run()))
    assert "The day of publication: without it its “yesterday” and “on Friday” stay open." in said
    assert "recognised in the text" in said
    day = next(one for one in app.text_input if (one.key or "").startswith("documents_published_of_"))
    day.set_value("last week")
    seen(app.button(key="documents_keep").click().run())
    assert "is not a date" in text_of(app)
    assert empty.documents().empty
    day = next(one for one in app.text_input if (one.key or "").startswith("documents_published_of_"))
    day.set_value("2022-03-05")
    seen(app.button(key="documents_keep").click().run())
    assert [str(day.date()) for day in empty.documents()["published"]] == ["2022-03-05"]


def test_many_files_are_looked_at_and_the_ticked_ones_kept_with_the_day_that_was_given(
    draw: Draw, empty: Situation, tmp_path: Path
) -> None:
    app = dropped(draw(documents.show, empty), tmp_path / "in", 20, "documents_look")
    until(app, "19 reports with 228 figures can be kept, 1 file cannot be read.")
    assert "19 reports name no day of publication" in text_of(app)
    assert empty.documents().empty
    (job,) = jobs().of(empty)
    app.text_input(key=f"documents_undated_{job.name}").set_value("2022-03-05")
    app.session_state[f"documents_choose_{job.name}"] = {"selection": {"rows": [0, 3], "columns": [], "cells": []}}
    seen(app.run())
    seen(app.button(key=f"documents_keep_chosen_{job.name}").click().run())
    until(app, "2 reports kept with 24 figures")
    assert [str(day.date()) for day in empty.documents()["published"]] == ["2022-03-05"] * 2
    spool = job.spool
    seen(app.button(key=f"documents_close_{job.name}").click().run())
    assert not jobs().of(empty)
    assert spool is not None
    assert not Path(spool.name).exists()


def test_a_drop_goes_on_behind_the_view_and_after_a_stop_from_there_on(draw: Draw, empty: Situation, tmp_path: Path) -> None:
    dropped(draw(documents.show, empty), tmp_path / "in", 20, "documents_keep_unseen")
    (job,) = jobs().of(empty)
    job.work.stop()
    while not job.work.is_over:
        time.sleep(0.05)
    job.start()
    while job.work.done < job.work.total or not job.work.is_over:
        time.sleep(0.05)
    assert len(empty.documents()) == 19
    assert [one.called for one in job.work.refused] == ["report-00019.txt"]


def test_names_of_uploads_are_no_paths_and_metadata_stays_beside_its_report(tmp_path: Path) -> None:
    names = [
        "../../etc/passwd.txt",
        "a.txt",
        f"a{SIDECAR}",
        "b/a.txt",
        "c:\\x\\d.PDF",
        "no ending",
        ".hidden",
        "e.txt.gz",
        "x." + "y" * 90,
    ]
    incoming = spooled([Upload(name) for name in names], tmp_path)
    assert [one.called for one in incoming] == [name for name in names if not name.endswith(SIDECAR)]
    written = sorted(path.name for path in tmp_path.iterdir())
    assert written == sorted(
        [
            "000000.txt",
            "000001.txt",
            f"000001{SIDECAR}",
            "000003-again.txt",
            "000004.pdf",
            "000005",
            "000006",
            "000007.txt.gz",
            "000008",
        ]
    )
    assert all(one.path.parent == tmp_path for one in incoming)


def test_a_folder_can_be_named_only_where_humsit_serves_this_machine_alone(
    draw: Draw, empty: Situation, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = choose(draw(documents.show, empty), "Folder")
    assert [one.key for one in app.text_input if one.key == "documents_folder"]
    monkeypatch.setattr(folders.st, "get_option", lambda name: "0.0.0.0")
    assert "humsit runs for this machine alone" in text_of(seen(app.run()))
    assert not [one.key for one in app.text_input if one.key == "documents_folder"]
