"""Drops of very many files: how far each is, what was seen, what was kept, and what could not be read, with the reasons."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import pandas as pd
import streamlit as st

from humsit.app import markup
from humsit.app.desk import Desk
from humsit.app.jobs import Job, jobs
from humsit.app.uploads import Given, make_way, spooled
from humsit.app.words import arriving as said
from humsit.documents.metadata import Metadata, date_of
from humsit.intake.drop import Drop, Report, Stage, Survey, refused_as_csv
from humsit.intake.keep import Incoming, Refused
from humsit.records import HumsitError

EVERY = 2.0
"""Seconds between two looks at how far a drop is; each look costs all of the server a fifth of a second."""
ROWS = 2_000
"""Reports listed to choose from; all of them can be kept."""


def begin(desk: Desk, given: Given, metadata: Metadata) -> None:
    """Have the files that were dropped read behind the views."""
    spool = TemporaryDirectory(prefix="humsit-drop-")
    start(desk, spooled(given.files, Path(spool.name)), metadata, unseen=given.unseen, spool=spool)
    make_way()
    st.rerun()


def start(
    desk: Desk,
    incoming: Sequence[Incoming],
    metadata: Metadata,
    *,
    unseen: bool = False,
    spool: TemporaryDirectory[str] | None = None,
) -> None:
    """Have files looked at, or kept `unseen`, behind the views."""
    kind = Drop if unseen else Survey
    jobs().start(kind(desk.situation, incoming, metadata), spool)


def show_jobs(desk: Desk) -> None:
    """Every drop into this store: how far it is, or what came of it."""
    for job in jobs().of(desk.situation):
        with st.container(border=True, key=f"documents_job_{job.name}"):
            if job.work.is_over:
                _result(job)
            else:
                st.fragment(_progress, run_every=EVERY)(job)


def _progress(job: Job) -> None:
    work = job.work
    if work.is_over:
        st.rerun()
    kept = work.kept if isinstance(work, Drop) else None
    told = said.progress(work.done, work.total, kept, len(work.refused))
    if work.stage is Stage.COMPARING:
        told = said.COMPARING
    elif work.stage is Stage.WAITING:
        told = said.WAITING
    elif work.is_stopping:
        told = f"{told} · {said.STOPPING}"
    st.progress(work.done / max(1, work.total), text=told)
    st.button(said.CANCEL, key=f"documents_cancel_{job.name}", on_click=work.stop, disabled=work.is_stopping)


def _result(job: Job) -> None:
    work = job.work
    if work.said:
        markup.notice(said.ended(work.said), "error")
    if work.stage is Stage.STOPPED:
        markup.notice(said.stopped(work.done, work.total), "warning")
    if isinstance(work, Drop):
        told = said.dropped(work.kept, work.figures, work.there_already, len(work.refused))
        markup.notice(told, "good" if work.kept else "info")
    else:
        _surveyed(job, work)
    _refused(job, work.refused)
    with st.container(horizontal=True):
        if work.stage is Stage.STOPPED:
            st.button(said.GO_ON, key=f"documents_go_on_{job.name}", on_click=job.start)
        st.button(said.CLOSE, key=f"documents_close_{job.name}", on_click=jobs().forget, args=(job,))


def _surveyed(job: Job, survey: Survey) -> None:
    new = [report for report in survey.reports if not report.there]
    there = survey.there_already + len(survey.reports) - len(new)
    figures = sum(report.figures for report in new)
    markup.notice(said.surveyed(len(new), figures, there, len(survey.refused)), "info")
    if not new:
        return
    undated = sum(report.published is None for report in new)
    if undated:
        markup.notice(said.undated(undated), "warning")
        st.text_input(said.UNDATED, key=f"documents_undated_{job.name}", placeholder="2022-03-03", width=320)
    ticked = _chosen(new[:ROWS], key=f"documents_choose_{job.name}")
    with st.container(horizontal=True):
        keep = partial(_keep, job, survey)
        st.button(said.keep_all(len(new)), key=f"documents_keep_all_{job.name}", type="primary", on_click=keep, args=(None,))
        if ticked:
            label = said.keep_chosen(len(ticked))
            st.button(label, key=f"documents_keep_chosen_{job.name}", on_click=keep, args=(ticked,))
    if error := st.session_state.pop(f"documents_error_{job.name}", ""):
        markup.notice(error, "error")


def _chosen(reports: Sequence[Report], *, key: str) -> list[str]:
    """A table of the reports; the ids of those that are ticked."""
    rows = [
        (one.called, one.title, one.publisher, one.published, one.figures, one.conditions, " ".join(one.odd)) for one in reports
    ]
    frame = pd.DataFrame(rows, columns=list(said.SEEN_COLUMNS))
    height = min(420, 38 + 35 * len(frame))
    chosen = st.dataframe(
        frame, hide_index=True, key=key, placeholder="–", on_select="rerun", selection_mode="multi-row", height=height
    )
    markup.show(said.CHOOSE, kind="hs-note hs-text")
    return [reports[row].document_id for row in chosen["selection"]["rows"] if row < len(reports)]


def _keep(job: Job, survey: Survey, ticked: Sequence[str] | None) -> None:
    try:
        undated = date_of(str(st.session_state.get(f"documents_undated_{job.name}") or "").strip() or None)
    except HumsitError as reason:
        st.session_state[f"documents_error_{job.name}"] = str(reason)
        return
    jobs().replace(job, survey.drop(ticked, undated))


def _refused(job: Job, refused: Sequence[Refused]) -> None:
    if not refused:
        return
    markup.heading(said.not_read(len(refused)), looks=3)
    frame = pd.DataFrame([(one.called, one.reason) for one in refused[:ROWS]], columns=list(said.REFUSED_COLUMNS))
    config = {said.WHY_NOT: st.column_config.Column(width=620)}
    height = min(320, 38 + 35 * len(frame))
    st.dataframe(frame, hide_index=True, key=f"documents_refused_{job.name}", column_config=config, height=height)
    st.download_button(
        said.NOT_READ_LABEL,
        data=partial(refused_as_csv, list(refused)),
        file_name="humsit-not-read.csv",
        mime="text/csv",
        on_click="ignore",
        key=f"documents_refused_csv_{job.name}",
        icon=":material/download:",
    )
