"""PDF reports drawn for the tests by reportlab: words at places, frames as columns, tables with and without rules."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from io import BytesIO

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle, getSampleStyleSheet
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate, Paragraph, Table

STYLES = getSampleStyleSheet()
BODY = STYLES["BodyText"]
WIDTH, HEIGHT = A4
EDGE = 57.0
GRID = [("GRID", (0, 0), (-1, -1), 0.5, colors.black)]


def heading(text: str) -> Paragraph:
    return Paragraph(text, STYLES["Heading2"])


def body(text: str, style: ParagraphStyle = BODY) -> Paragraph:
    return Paragraph(text, style)


def table(rows: Sequence[Sequence[str]], *, ruled: bool, style: Sequence[tuple[object, ...]] = ()) -> Table:
    return Table(rows, style=[*(GRID if ruled else []), *style])


def report(story: Sequence[Flowable], *, columns: int = 1, running: bool = False, **properties: str) -> bytes:
    """The story on as many pages as it needs; with `running`, heads, feet and page numbers on each."""

    def furnish(canvas: Canvas, page: BaseDocTemplate) -> None:
        if running:
            canvas.setFont("Helvetica", 8)
            canvas.drawString(EDGE, HEIGHT - 34, f"OCHA Situation Report No. 4, page {page.page}")
            canvas.drawString(EDGE, 28, "Feedback: ocha@example.org")
            canvas.drawRightString(WIDTH - EDGE, 28, str(page.page))

    gap = 28.0
    wide = (WIDTH - 2 * EDGE - gap * (columns - 1)) / columns
    frames = [
        Frame(EDGE + n * (wide + gap), EDGE, wide, HEIGHT - 2 * EDGE, leftPadding=0, rightPadding=0) for n in range(columns)
    ]
    file = BytesIO()
    made = BaseDocTemplate(file, pagesize=A4, **properties)
    made.addPageTemplates([PageTemplate(frames=frames, onPage=furnish)])
    made.build(list(story))
    return file.getvalue()


def pages(*draw: Callable[[Canvas], None], encrypted: str | None = None) -> bytes:
    """A page for each function that draws one."""
    file = BytesIO()
    canvas = Canvas(file, pagesize=A4, encrypt=encrypted, initialFontSize=11)
    for one in draw:
        one(canvas)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def lines(*texts: str, top: float = 700, left: float = EDGE, pitch: float = 14) -> Callable[[Canvas], None]:
    """A page with these lines, each exactly as written."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 11)
        for number, text in enumerate(texts):
            canvas.drawString(left, top - number * pitch, text)

    return draw


def picture(canvas: Canvas) -> None:
    """A page as a scanner makes it: no text, only a picture."""
    from PIL import Image

    canvas.drawInlineImage(Image.new("L", (40, 40), 128), 100, 100, 300, 400)
