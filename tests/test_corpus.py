"""Very many reports: the same result on local processes and on a cluster, whatever is killed; nothing twice, nothing lost."""

from __future__ import annotations

import gzip
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pandas as pd
import pytest

from humsit.corpus import Part, read_corpus, workers
from humsit.corpus.batches import batches
from humsit.corpus.reading import Reading
from humsit.corpus.result import TABLES, Result
from humsit.documents.made import document_from_text
from humsit.documents.read import read_inputs
from humsit.facts.find import find_facts
from humsit.records import Document, Figure, WrongValue
from humsit.tables import figures_table
from tests.bench.cluster import CLONE, Cluster, cluster
from tests.bench.reports import report, write_reports
from tests.servers import free_port

MANY = 200
SMALL = 4_000
"""Characters a part: some fifty reports' worth are dozens of parts."""


def table(folder: Path, name: str) -> pd.DataFrame:
    return pd.read_parquet(folder / name)


def ids(folder: Path) -> list[str]:
    return sorted(table(folder, "documents")["document_id"])


def files(folder: Path) -> dict[str, bytes]:
    """Every Parquet file below a folder."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*.parquet")}


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_reports(tmp_path_factory.mktemp("reports") / "reports.jsonl", MANY)


@pytest.fixture(scope="module")
def undisturbed(reports: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What two local processes make of the reports."""
    output = tmp_path_factory.mktemp("local") / "out"
    list(read_corpus([str(reports)], output, processes=2, characters=SMALL))
    return output


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    with cluster(tmp_path_factory.mktemp("cluster"), workers=3) as found:
        yield found


def command(*arguments: object) -> list[str]:
    return [sys.executable, "-m", "humsit", "corpus", *map(str, arguments)]


def run(*arguments: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command(*arguments), cwd=CLONE, capture_output=True, text=True, timeout=120, check=False)


# -- the result ------------------------------------------------------------------------------------------------------------------


def test_the_tables_hold_what_the_reader_says_of_each_report(reports: Path, undisturbed: Path) -> None:
    documents = [one for one in read_inputs([str(reports)]) if isinstance(one, Document)]
    figures = [fact for document in documents for fact in find_facts(document) if isinstance(fact, Figure)]
    expected = figures_table(figures)
    assert len(expected) > MANY
    written = table(undisturbed, "figures")
    pd.testing.assert_frame_equal(written.astype(expected.dtypes), expected)
    assert {str(now) for now, was in zip(written.dtypes, expected.dtypes, strict=True) if now != was} == {"datetime64[ms]"}
    assert ids(undisturbed) == [report(number)["id"] for number in range(MANY)]
    counted = table(undisturbed, "documents").set_index("document_id")["figures"]
    assert counted.to_dict() == pd.Series([f.document_id for f in figures]).value_counts().reindex(counted.index).to_dict()
    assert len(files(undisturbed)) > 10 * len(TABLES)


def test_a_compressed_file_in_a_folder_gives_the_same(reports: Path, undisturbed: Path, running: Cluster, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "reports.jsonl.gz").write_bytes(gzip.compress(reports.read_bytes()))
    list(read_corpus([str(tmp_path / "in")], tmp_path / "out", scheduler=running.address, characters=SMALL))
    assert files(tmp_path / "out") == files(undisturbed)


def test_killing_a_worker_in_the_middle_changes_nothing(
    reports: Path, undisturbed: Path, running: Cluster, tmp_path: Path
) -> None:
    job = read_corpus([str(reports)], tmp_path / "out", scheduler=running.address, characters=SMALL)
    done = [next(job)]
    running.kill_a_worker()
    done += job
    assert files(tmp_path / "out") == files(undisturbed)
    assert sum(part.documents for part in done) == MANY


def test_a_job_that_is_killed_goes_on_where_it_stopped(reports: Path, undisturbed: Path, tmp_path: Path) -> None:
    output = tmp_path / "out"
    manifest = output / "manifest.jsonl"
    call = command(reports, "--output", output, "--part-size", SMALL, "--processes", 1)
    job = subprocess.Popen(call, cwd=CLONE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    deadline = time.monotonic() + 60
    while not manifest.exists() or manifest.read_bytes().count(b"\n") < 3:
        assert time.monotonic() < deadline
        assert job.poll() is None, job.stderr and job.stderr.read()
        time.sleep(0.005)
    os.kill(job.pid, signal.SIGKILL)
    job.communicate()
    kept = {name: (output / name).stat().st_mtime_ns for name in files(output)}
    assert 0 < len(kept) < len(files(undisturbed))
    with manifest.open("ab") as torn:
        torn.write(b'{"name": "00')
    (output / "figures" / ".000099-0.parquet.growing").write_bytes(b"half")

    said = run(reports, "--output", output, "--part-size", SMALL)
    assert (said.returncode, said.stderr) == (0, "")
    assert files(output) == files(undisturbed)
    in_manifest = [json.loads(line)["name"] for line in manifest.read_text().splitlines()[1:3]]
    for name in (f"figures/{part}.parquet" for part in in_manifest):
        assert (output / name).stat().st_mtime_ns == kept[name]
    assert not list(output.rglob("*.growing"))


def test_what_is_done_is_not_read_again_and_needs_no_worker(reports: Path, undisturbed: Path) -> None:
    before = files(undisturbed)
    again = list(read_corpus([str(reports)], undisturbed, scheduler="tcp://127.0.0.1:9", characters=SMALL))
    assert sum(part.documents for part in again) == MANY
    assert files(undisturbed) == before


def test_an_input_that_has_changed_leaves_nothing_of_what_it_held(running: Cluster, tmp_path: Path) -> None:
    def read_again() -> list[str]:
        list(read_corpus([str(path)], tmp_path / "out", scheduler=running.address, characters=SMALL))
        return ids(tmp_path / "out")

    path = write_reports(tmp_path / "reports.jsonl", 30)
    first = read_again()
    write_reports(path, 33)
    assert read_again() == [report(number)["id"] for number in range(33)]
    write_reports(path, 30)
    assert read_again() == first


def test_another_reader_reads_everything_anew(tmp_path: Path) -> None:
    part = Part("000000-a", documents=1)
    with Result(tmp_path / "out", ["in"], "reader 1") as result:
        result.write(Reading(part, dict.fromkeys(TABLES, b"rows")))
    with Result(tmp_path / "out", ["in"], "reader 1") as result:
        assert result.found(part.name) == part
    with Result(tmp_path / "out", ["in"], "reader 2") as result:
        assert result.found(part.name) is None
    assert files(tmp_path / "out") == {}
    one = document_from_text("One report.")
    (first,), (second,), (third,) = (batches([one], reader) for reader in ("reader 1", "reader 1", "reader 2"))
    assert first.name == second.name != third.name


def test_a_teams_own_words_travel_with_the_work(running: Cluster, tmp_path: Path) -> None:
    path, words, out = tmp_path / "reports.jsonl", tmp_path / "words", tmp_path / "out"
    path.write_text(json.dumps({"id": "one", "text": "Nine people were zapped in Homs."}))
    words.mkdir()

    def measured() -> list[str]:
        list(read_corpus([str(path)], out, scheduler=running.address, own_words=words))
        return list(table(out, "figures")["measure"])

    assert measured() == ["other"]
    (words / "measures.csv").write_text(
        "words,measure,role,of,example\nzap,killed,verb,people,Nine people were zapped in Tamale.\n"
    )
    assert measured() == ["killed"]


def test_a_part_whose_file_is_gone_is_read_again(running: Cluster, undisturbed: Path, reports: Path, tmp_path: Path) -> None:
    list(read_corpus([str(reports)], tmp_path / "out", scheduler=running.address, characters=SMALL))
    next((tmp_path / "out" / "figures").glob("000003-*")).unlink()
    list(read_corpus([str(reports)], tmp_path / "out", scheduler=running.address, characters=SMALL))
    assert files(tmp_path / "out") == files(undisturbed)


# -- what cannot be read ---------------------------------------------------------------------------------------------------------


def test_a_broken_line_goes_into_quarantine_and_is_named(tmp_path: Path) -> None:
    path = write_reports(tmp_path / "reports.jsonl", 20)
    with path.open("a") as file:
        file.write('{"id": "broken", "text": \n' + json.dumps(report(20)) + "\n")
    said = run(path, tmp_path / "gone.jsonl", "--output", tmp_path / "out")
    assert said.returncode == 1
    first, second, last = said.stderr.splitlines()
    assert "reports.jsonl, line 21 is not valid JSON" in first
    assert "gone.jsonl does not exist" in second
    assert "2 of the inputs" in last
    assert said.stdout.startswith(f"{tmp_path / 'out'}: 21 reports, ")
    assert len(ids(tmp_path / "out")) == 21
    quarantine = table(tmp_path / "out", "quarantine")
    assert quarantine["document_id"].isna().all()
    assert [f"humsit: {reason}" for reason in quarantine["reason"]] == [first, second]


FAULTS = """
import os
from humsit.corpus import reading
from humsit.facts.find import find_facts as read

def find_facts(document, vocabulary):
    if "fails" in document.text:
        raise RuntimeError("no rule for this")
    if "kills" in document.text:
        os._exit(9)
    return read(document, vocabulary)

reading.find_facts = find_facts
"""
"""Two faults of a reader, laid over the real one in real workers: one raises, one takes the whole process with it."""


def test_a_report_that_the_reader_fails_on_is_alone_in_quarantine(tmp_path: Path) -> None:
    texts = {"good": "At least 40 people were killed in Homs.", "bad": "This fails.", "deadly": "This kills.", "last": "12 died."}
    path = tmp_path / "reports.jsonl"
    path.write_text("".join(json.dumps({"id": name, "text": text}) + "\n" for name, text in texts.items()))
    (tmp_path / "faults.py").write_text(FAULTS)
    with cluster(tmp_path, options=("--preload", str(tmp_path / "faults.py"))) as faulty:
        (part,) = read_corpus([str(path)], tmp_path / "out", scheduler=faulty.address)
    assert (part.documents, part.quarantine) == (2, 2)
    assert ids(tmp_path / "out") == ["good", "last"]
    reasons = table(tmp_path / "out", "quarantine").set_index("document_id")["reason"]
    assert "RuntimeError: no rule for this" in reasons["bad"]
    assert "every worker that tried it ended" in reasons["deadly"]
    assert set(table(tmp_path / "out", "figures")["document_id"]) == {"good", "last"}


# -- wrong calls -----------------------------------------------------------------------------------------------------------------


def refusal(*arguments: object) -> str:
    said = run(*arguments)
    assert said.returncode == 2
    return said.stderr.removeprefix("humsit: ").strip()


def test_a_folder_that_holds_something_else_is_left_alone(reports: Path, undisturbed: Path, tmp_path: Path) -> None:
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "figures.txt").write_text("mine")
    assert "holds other files" in refusal(reports, "--output", tmp_path / "letters")
    assert [path.name for path in (tmp_path / "letters").iterdir()] == ["figures.txt"]
    before = files(undisturbed)
    assert "holds what other inputs gave" in refusal(tmp_path / "letters", "--output", undisturbed)
    assert files(undisturbed) == before
    assert "among the inputs" in refusal(tmp_path, "--output", tmp_path / "out")
    assert "cannot be written" in refusal(reports, "--output", tmp_path / "letters" / "figures.txt")


def test_where_no_scheduler_answers_one_sentence_says_so(reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "ANSWER", 1.0)
    with socket.create_server(("127.0.0.1", 0)) as silent, socket.create_server(("127.0.0.1", 0)) as strange:
        Thread(target=lambda: strange.accept()[0].sendall(bytes([1, *bytes(7), 195]) + b"x" * 200), daemon=True).start()
        ports = (free_port(), silent.getsockname()[1], strange.getsockname()[1])
        for address in ("nonsense", *(f"tcp://127.0.0.1:{port}" for port in ports)):
            with pytest.raises(WrongValue, match=f"No Dask scheduler answers at {address}: start one"):
                list(read_corpus([str(reports)], tmp_path / "out", scheduler=address))


def test_two_jobs_do_not_write_into_one_folder(tmp_path: Path) -> None:
    with Result(tmp_path, [], "reader"), pytest.raises(WrongValue, match="Another job"), Result(tmp_path, [], "reader"):
        pass


def test_without_dask_one_sentence_says_what_to_install(reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(WrongValue, match=r"pip install 'humsit\[corpus\]'"):
        list(read_corpus([str(reports)], tmp_path / "out"))
