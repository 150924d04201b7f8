"""What can be downloaded: a menu under every table, the whole situation, the brief. A file is made when it is clicked.

Every menu leaves confidential reports out, and replaces the names of private persons unless that is switched off in it.
"""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Callable
from functools import partial

import pandas as pd
import streamlit as st

from humsit.app import markup
from humsit.app.desk import Desk
from humsit.app.words import leaving as words
from humsit.briefs import as_html, as_markdown, compose
from humsit.exports import TOO_MANY, FileFormat, Outgoing, as_options, file_of, zip_package
from humsit.situation import NOW, Known, Selection, confidential_reports

Make = Callable[[Outgoing], bytes]


def file_name(table: str, known: Known) -> str:
    """What a file is called: by its day, and for a day of the past by what it was known, so that nobody takes it for today's."""
    if known.on is None:
        return f"humsit-{table}-{dt.date.today():%Y-%m-%d}"
    return f"humsit-{table}-as-known-on-{known.on:%Y-%m-%d}-by-{known.by}"


@st.fragment
def table_menu(desk: Desk, table: str, selection: Selection, *, key: str) -> None:
    """The whole table under the filters, in every format; of a very long one the command that writes it."""
    rows = desk.count(table, selection)
    _formats(desk, table, selection, rows, lambda outgoing: outgoing.table(table), key)


@st.fragment
def frame_menu(desk: Desk, frame: pd.DataFrame, table: str, selection: Selection, *, key: str) -> None:
    """Some rows of a table, those of one chart say, in every format."""
    _formats(desk, table, selection, len(frame), lambda outgoing: outgoing.cleared(frame, table), key)


def package_menu(desk: Desk, known: Known = NOW, *, key: str = "package") -> None:
    """The whole situation as a data package; of a very large one the command that writes it."""
    rows = desk.count("figures", Selection(known=known))
    _menu(words.PACKAGE, desk, Selection(known=known), partial(_package, known, rows), key, words.PACKAGE_MEANS)


@st.fragment
def situation_menus(desk: Desk, selection: Selection) -> None:
    """The brief and the whole situation, side by side."""
    with st.container(horizontal=True, key="situation_menus"):
        brief_menu(desk, selection)
        package_menu(desk, selection.known)


def brief_menu(desk: Desk, selection: Selection, *, key: str = "brief") -> None:
    """The one-page brief under the filters, to print or to write on in."""
    _menu(words.BRIEF, desk, selection, partial(_brief, selection.known), key, words.BRIEF_MEANS)


def _brief(known: Known, outgoing: Outgoing, key: str) -> None:
    name = file_name("brief", known)
    button(words.BRIEF_HTML, outgoing, lambda of: as_html(compose(of)).encode(), f"{name}.html", "text/html", key=f"{key}_html")
    markdown = f"{name}.md", "text/markdown"
    button(words.BRIEF_MARKDOWN, outgoing, lambda of: as_markdown(compose(of)).encode(), *markdown, key=f"{key}_md")


def _menu(
    label: str, desk: Desk, selection: Selection, draw: Callable[[Outgoing, str], None], key: str, meaning: str = ""
) -> None:
    """A menu of files: what is left out of them is chosen and said in it."""
    with st.popover(label, icon=":material/download:", key=key, help=meaning or None):
        masked = st.toggle(words.MASK_NAMES, value=True, key=f"{key}_mask", help=words.MASK_NAMES_MEANS)
        included = False
        if confidential_reports(desk):
            meant = words.INCLUDE_CONFIDENTIAL_MEANS
            included = st.toggle(words.INCLUDE_CONFIDENTIAL, key=f"{key}_confidential", help=meant)
        outgoing = Outgoing(desk.situation, selection, mask_names=masked, include_confidential=included)
        draw(outgoing, key)
        for note in outgoing.of_confidential:
            markup.sources(note)


def _formats(
    desk: Desk, table: str, selection: Selection, rows: int, rows_of: Callable[[Outgoing], pd.DataFrame], key: str
) -> None:
    draw = _command if rows > TOO_MANY else _buttons
    _menu(words.DOWNLOAD, desk, selection, partial(draw, table, selection.known, rows, rows_of), key)


def _buttons(
    table: str, known: Known, rows: int, rows_of: Callable[[Outgoing], pd.DataFrame], outgoing: Outgoing, key: str
) -> None:
    for format in FileFormat:

        def make(leaving: Outgoing, format: FileFormat = format) -> bytes:
            return file_of(rows_of(leaving), table, format, leaving.notes)

        name = f"{file_name(table, known)}{format.ending}"
        button(words.FORMAT[format], outgoing, make, name, format.mime, key=f"{key}_{format}", meaning=words.FORMAT_MEANS[format])


def _command(table: str, _known: Known, rows: int, _: object, outgoing: Outgoing, key: str) -> None:
    markup.show(words.too_many(rows), kind="hs-note hs-text")
    to = f"--format csv --output {table}.csv" if table != "package" else "--output package.zip"
    more = "" if outgoing.mask_names else " --keep-names"
    more += " --include-confidential" if outgoing.include_confidential else ""
    st.code(f"humsit export {table}{as_options(outgoing.selection)} {to}{more}", language=None, wrap_lines=True)


def _package(known: Known, rows: int, outgoing: Outgoing, key: str) -> None:
    if rows > TOO_MANY:
        _command("package", known, rows, None, outgoing, key)
        return
    button(words.PACKAGE_ZIP, outgoing, _zipped, f"{file_name('situation', known)}.zip", "application/zip", key=f"{key}_zip")


def _zipped(outgoing: Outgoing) -> bytes:
    made = io.BytesIO()
    zip_package(outgoing, made)
    return made.getvalue()


def button(label: str, outgoing: Outgoing, make: Make, name: str, mime: str, *, key: str, meaning: str = "") -> None:
    """One file of a menu. What may leave is looked up when it is clicked, so that a report marked since then stays."""
    st.download_button(
        label,
        data=partial(_fresh, outgoing, make),
        file_name=name,
        mime=mime,
        on_click="ignore",
        key=key,
        help=meaning or None,
        width="stretch",
    )


def _fresh(outgoing: Outgoing, make: Make) -> bytes:
    masked, included = outgoing.mask_names, outgoing.include_confidential
    return make(Outgoing(outgoing.situation, outgoing.selection, mask_names=masked, include_confidential=included))
