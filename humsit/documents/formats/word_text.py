"""The text of a Word file's XML, in the order in which it is read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from humsit.documents.layout.cells import filled_down, has_digit, headed, written

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
"""The same words in files that are saved as "Strict Open XML"."""
CHOICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Choice"
LEFT_OUT = frozenset(
    "del moveFrom delText instrText pPr rPr sdtPr tblPr tblGrid trPr sectPr footnoteRef endnoteRef Fallback".split()
)
"""Elements that hold nothing to read; the fallback says again what a choice says."""
MARKS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}
SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
LAYOUT = 400
"""Characters: a table with so much in one cell parts a page, it holds no figures."""
PAGE_NUMBER = re.compile(r"(?:page\s*)?\d*(?:\s*(?:of|/)\s*\d*)?", re.IGNORECASE)


def name_of(element: Element) -> str:
    """The name of an element without its namespace; "" for what is no element."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def value(element: Element | None, attribute: str = "val") -> str | None:
    """An attribute in Word's namespace."""
    if element is None:
        return None
    found: str | None = element.get(W + attribute) or element.get(STRICT + attribute) or element.get(attribute)
    return found


def child(element: Element | None, *names: str) -> Element | None:
    """The element at a path of names below another."""
    for name in names:
        element = None if element is None else next((one for one in element if name_of(one) == name), None)
    return element


class Texts:
    """Makes the text: knows which styles are lists and what the notes say."""

    def __init__(self, styles: Element | None, notes: Iterable[Element]) -> None:
        self._lists = _list_styles(styles)
        self._notes = {
            (name_of(note), value(note, "id")): note for part in notes for note in part if value(note, "type") in (None, "normal")
        }
        self._cited: list[Element] = []
        self._boxes: list[Element] = []

    def of(self, main: Element, heads: Iterable[Element], feet: Iterable[Element]) -> str:
        """The whole text: heads of pages once at its start, feet and notes at its end."""
        body = child(main, "body")
        pieces = list(self._blocks(main if body is None else body))
        notes = [("\n\n", self._note(number, note)) for number, note in enumerate(self._cited, 1)]
        return joined([*self._running(heads), *pieces, *self._running(feet), *notes])

    def _running(self, parts: Iterable[Element]) -> list[tuple[str, str]]:
        said = dict.fromkeys(text for part in parts for _, text in self._blocks(part))
        return [("\n\n", text) for text in said if not PAGE_NUMBER.fullmatch(text.strip())]

    def _note(self, number: int, note: Element) -> str:
        text = " ".join(text for _, text in self._blocks(note))
        return f"{str(number).translate(SUPERSCRIPT)} {text.strip()}"

    # -- paragraphs and tables

    def _blocks(self, holder: Element) -> Iterator[tuple[str, str]]:
        """(break before it, text) of each paragraph and table row in their order."""
        for element in holder:
            name = name_of(element)
            if name == "p":
                yield from self._paragraph(element)
            elif name == "tbl":
                yield from self._table(element)
            elif name not in LEFT_OUT:
                yield from self._blocks(element)

    def _paragraph(self, paragraph: Element) -> Iterator[tuple[str, str]]:
        style = value(child(paragraph, "pPr", "pStyle")) or ""
        text = "".join(self._inline(paragraph)).strip(" \n")
        boxes, self._boxes = self._boxes, []
        if text.strip() and not re.match(r"(?:TOC|TableofFigures)\d*$", style):
            is_item = self._is_item(paragraph, style)
            yield ("\n" if is_item else "\n\n", f"• {text}" if is_item else text)
        for box in boxes:
            yield from self._blocks(box)

    def _is_item(self, paragraph: Element, style: str) -> bool:
        numbering = child(paragraph, "pPr", "numPr")
        if style.lower().startswith(("heading", "title")):
            return False
        if numbering is not None:
            return value(child(numbering, "numId")) != "0"
        return style in self._lists

    def _inline(self, holder: Element) -> Iterator[str]:
        for element in holder:
            name = name_of(element)
            if name == "r":
                yield from self._run(element)
            elif name in MARKS:
                yield MARKS[name]
            elif name == "t":
                yield element.text or ""
            elif name == "txbxContent":
                self._boxes.append(element)
            elif name in ("footnoteReference", "endnoteReference"):
                yield self._citation(name.removesuffix("Reference"), value(element, "id"))
            elif name == "sym":
                yield "•"
            elif name not in LEFT_OUT:
                yield from self._inline(element)

    def _run(self, run: Element) -> Iterator[str]:
        properties = child(run, "rPr")
        if _is_on(child(properties, "vanish")):
            return
        raised = value(child(properties, "vertAlign")) == "superscript"
        for text in self._inline(run):
            yield text.translate(SUPERSCRIPT) if raised and text.strip().isdecimal() else text

    def _citation(self, kind: str, note_id: str | None) -> str:
        note = self._notes.get((kind, note_id))
        if note is None:
            return ""
        self._cited.append(note)
        return str(len(self._cited)).translate(SUPERSCRIPT)

    def _table(self, table: Element) -> Iterator[tuple[str, str]]:
        rows = [list(_inner(row, "tc")) for row in _inner(table, "tr")]
        texts = None if _parts_a_page(table, rows) else [[self._cell(cell) for cell in row] for row in rows]
        if texts is None:
            for row in rows:
                for cell in row:
                    yield from self._blocks(cell)
            return
        cells, goes_on = _grid(rows, texts)
        filled_down(cells, goes_on)
        for number, line in enumerate(written(headed(cells))):
            yield ("\n" if number else "\n\n", line)

    def _cell(self, cell: Element) -> str:
        return " ".join(" ".join(text for _, text in self._blocks(cell)).split())


def _inner(holder: Element, wanted: str) -> Iterator[Element]:
    """The rows of a table or the cells of a row, also those in a content control."""
    for element in holder:
        name = name_of(element)
        if name == wanted:
            yield element
        elif name in ("sdt", "sdtContent", "customXml", "ins"):
            yield from _inner(element, wanted)


def _parts_a_page(table: Element, rows: list[list[Element]]) -> bool:
    """Whether a table only parts a page: it has one column, holds another table, or running text in a cell."""
    if max(map(len, rows), default=0) < 2 or any(name_of(inner) == "tbl" for inner in table.iterdescendants()):
        return True
    return any(sum(len(text) for text in cell.itertext()) > LAYOUT for row in rows for cell in row)


def _grid(rows: list[list[Element]], texts: list[list[str]]) -> tuple[list[list[str]], list[bool]]:
    """(rows of as many cells each, whose first cell is the one above); words over several columns stand in each of them."""
    cells: list[list[str]] = []
    goes_on: list[bool] = []
    for row, told in zip(rows, texts, strict=True):
        line: list[str] = []
        for cell, text in zip(row, told, strict=True):
            span = value(child(cell, "tcPr", "gridSpan")) or "1"
            wide = min(int(span), 100) if span.isdecimal() else 1
            line += [text, *([text] if not has_digit(text) else [""]) * (wide - 1)]
        merged = child(row[0], "tcPr", "vMerge") if row else None
        goes_on.append(merged is not None and value(merged) in (None, "continue"))
        cells.append(line)
    most = max(map(len, cells), default=0)
    return [line + [""] * (most - len(line)) for line in cells], goes_on


def _list_styles(styles: Element | None) -> frozenset[str]:
    """The ids of the paragraph styles whose paragraphs are items of a list, also by way of the style they are based on."""
    based: dict[str, str] = {}
    found: set[str] = set()
    for style in () if styles is None else styles:
        style_id = value(style, "styleId")
        if name_of(style) == "style" and style_id and not style_id.lower().startswith("heading"):
            based[style_id] = value(child(style, "basedOn")) or ""
            if child(style, "pPr", "numPr") is not None:
                found.add(style_id)
    for style_id in based:
        above, seen = style_id, set[str]()
        while above and above not in found and above not in seen:
            seen.add(above)
            above = based.get(above, "")
        if above in found:
            found.add(style_id)
    return frozenset(found)


def _is_on(switch: Element | None) -> bool:
    return switch is not None and value(switch) not in ("0", "false", "off")


def joined(pieces: list[tuple[str, str]]) -> str:
    """The text; the first item of a list stands apart from what it follows."""
    text = ""
    listed = False
    for gap, piece in pieces:
        item = piece.startswith("• ")
        text += (("\n\n" if item and not listed else gap) if text else "") + piece
        listed = item
    return text
