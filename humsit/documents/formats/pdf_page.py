"""One page of a PDF as pdfium sees it: its words and its ruled lines, where they stand when the page is upright."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from humsit.documents.layout.ruled import Rule
from humsit.documents.layout.words import RAISED, SMALL, SUPERSCRIPT, Word

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

WORD_GAP = 0.25
"""Of a line's height: letters farther apart are of two words, also where no space was written."""
UPRIGHT = 0.2
"""Radians: what is turned farther (a watermark, the name of an axis) is no line of the text."""
MOST_DRAWN = 3_000
"""Drawn objects of a page: where there are more they are a map or a chart, whose lines rule no table."""
MOST_POINTS = 400
"""Points of one drawn line: more make a curve."""
MOST_CHARACTERS = 500_000
"""On one page: more were put there to keep a reader busy."""
HYPHENS = "\x02\ufffe\u00ad"
"""What pdfium gives for a hyphen at a line's end, and the soft hyphen."""
LETTERS = {
    **dict(zip("\ufb00\ufb01\ufb02\ufb03\ufb04\ufb05\ufb06", ("ff", "fi", "fl", "ffi", "ffl", "st", "st"), strict=True)),
    **dict.fromkeys("\uf0b7\uf0a7\uf0d8\uf076\uf0fc\uf02d", "•"),
    **dict.fromkeys(HYPHENS, "-"),
}
"""Ligatures as their letters; what symbol fonts draw for bullets."""


class Page(NamedTuple):
    """What stands on one page."""

    width: float
    height: float
    words: list[Word]
    turned: list[str]
    """Words that are not upright, in the page's own order."""
    rules: list[Rule]


class _View:
    """From a page's own coordinates to points from the top left corner of the page as it is shown."""

    def __init__(self, page: PdfPage) -> None:
        self.width, self.height = page.get_size()
        left, bottom, right, top = page.get_cropbox()
        turned = page.get_rotation() % 360
        self.turned = math.radians(turned)
        self._matrix = {
            0: (1, 0, -left, 0, -1, top),
            90: (0, 1, -bottom, 1, 0, -left),
            180: (-1, 0, right, 0, 1, -bottom),
            270: (0, -1, top, -1, 0, right),
        }[turned]

    def point(self, x: float, y: float) -> tuple[float, float]:
        a, b, c, d, e, f = self._matrix
        return a * x + b * y + c, d * x + e * y + f

    def box(self, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
        (x, y), (z, w) = self.point(left, bottom), self.point(right, top)
        return min(x, z), min(y, w), max(x, z), max(y, w)


def page_of(page: PdfPage) -> Page:
    """The words and rules of a page."""
    view = _View(page)
    words: dict[tuple[str, int, int], Word] = {}
    turned: list[str] = []
    for word, is_upright in _words(page, view):
        if is_upright:  # a word that is printed twice at one place to look bold is one word
            words.setdefault((word.text, round(word.left), round(word.top)), word)
        else:
            turned.append(word.text)
    return Page(view.width, view.height, list(words.values()), turned, list(_rules(page, view)))


# -- words -----------------------------------------------------------------------------------------------------------------------


class _Glyph(NamedTuple):
    text: str
    left: float
    top: float
    right: float
    bottom: float
    is_upright: bool


def _words(page: PdfPage, view: _View) -> Iterator[tuple[Word, bool]]:
    glyphs: list[_Glyph] = []
    for glyph in _glyphs(page, view):
        if glyphs and (glyph is None or not _joins(glyphs[-1], glyph)):
            yield from _parted(glyphs)
            glyphs = []
        if glyph is not None:
            glyphs.append(glyph)
    if glyphs:
        yield from _parted(glyphs)


def _joins(last: _Glyph, glyph: _Glyph) -> bool:
    if not last.is_upright or not glyph.is_upright:
        return last.is_upright == glyph.is_upright
    height = last.bottom - last.top
    shared = min(last.bottom, glyph.bottom) - max(last.top, glyph.top)
    gap = glyph.left - last.right
    return shared > 0.3 * min(height, glyph.bottom - glyph.top) and -height < gap < WORD_GAP * height


def _parted(glyphs: list[_Glyph]) -> Iterator[tuple[Word, bool]]:
    """A word, with the digits of a note's mark behind it as superscript ones: "12,300¹" is not 123,001."""
    height = max(glyph.bottom - glyph.top for glyph in glyphs)
    low = max(glyph.bottom for glyph in glyphs)
    text = "".join(
        glyph.text.translate(SUPERSCRIPT) if number and _is_mark(glyph, height, low) else glyph.text
        for number, glyph in enumerate(glyphs)
    )
    left, right = min(glyph.left for glyph in glyphs), max(glyph.right for glyph in glyphs)
    top = min(glyph.top for number, glyph in enumerate(glyphs) if not (number and _is_mark(glyph, height, low)))
    yield Word(text, left, top, right, low), glyphs[0].is_upright


def _is_mark(glyph: _Glyph, height: float, low: float) -> bool:
    return glyph.bottom - glyph.top < SMALL * height and low - glyph.bottom > RAISED * height


def _glyphs(page: PdfPage, view: _View) -> Iterator[_Glyph | None]:
    """The characters of a page; None where white space parts two words."""
    import pypdfium2.raw as pdfium

    textpage = page.get_textpage()
    raw = textpage.raw
    box = pdfium.FS_RECTF()
    there = ctypes.byref(box)
    for index in range(min(pdfium.FPDFText_CountChars(raw), MOST_CHARACTERS)):
        text = _character(pdfium.FPDFText_GetUnicode(raw, index))
        if not text:
            continue
        if text.isspace() and text != "\u00a0":
            yield None
        elif pdfium.FPDFText_GetLooseCharBox(raw, index, there):
            angle = pdfium.FPDFText_GetCharAngle(raw, index) - view.turned
            is_upright = abs(math.remainder(angle, 2 * math.pi)) < UPRIGHT
            yield _Glyph(text, *view.box(box.left, box.bottom, box.right, box.top), is_upright)
    textpage.close()


def _character(code: int) -> str:
    if code == 0 or code > 0x10FFFF or 0xD800 <= code < 0xE000:
        return ""
    text = chr(code)
    return LETTERS.get(text, "" if code < 32 and not text.isspace() else text)


# -- rules -----------------------------------------------------------------------------------------------------------------------


def _rules(page: PdfPage, view: _View) -> Iterator[Rule]:
    """The horizontal and vertical lines that are drawn, borders of boxes among them."""
    import pypdfium2.raw as pdfium

    count = pdfium.FPDFPage_CountObjects(page.raw)
    if count > MOST_DRAWN:
        return
    for index in range(count):
        drawn = pdfium.FPDFPage_GetObject(page.raw, index)
        if pdfium.FPDFPageObj_GetType(drawn) == pdfium.FPDF_PAGEOBJ_PATH:
            points = pdfium.FPDFPath_CountSegments(drawn)
            if points <= MOST_POINTS:
                yield from _sides(drawn, points, view)


def _sides(drawn: object, points: int, view: _View) -> Iterator[Rule]:
    import pypdfium2.raw as pdfium

    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(drawn, matrix)
    x, y = ctypes.c_float(), ctypes.c_float()
    start = last = (0.0, 0.0)
    for index in range(points):
        segment = pdfium.FPDFPath_GetPathSegment(drawn, index)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        across = matrix.a * x.value + matrix.c * y.value + matrix.e
        up = matrix.b * x.value + matrix.d * y.value + matrix.f
        here = view.point(across, up)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            start = here
        elif kind == pdfium.FPDF_SEGMENT_LINETO:
            yield from Rule.between(last, here)
        last = here
        if pdfium.FPDFPathSegment_GetClose(segment):
            yield from Rule.between(last, start)
            last = start
