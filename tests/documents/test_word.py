"""Word and OpenDocument files: what is read in which order, tables as rows, what is left out, what is refused."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.document import Document as WordFile
from docx.shared import Inches

from humsit.documents.formats import odt, word
from humsit.documents.read import read_inputs
from humsit.facts.find import find_facts
from humsit.records import Document, Figure, UnreadableInput
from tests.documents.hostile_files import MAIN, TYPES, packed
from tests.documents.hostile_files import docx as docx_of


def text_of(file: WordFile) -> str:
    data = BytesIO()
    file.save(data)
    return word.extract(data.getvalue(), "report.docx").text


def xml(body: str, **parts: str) -> str:
    """The text of a Word file with this body, written as other programs write it."""
    namespaces = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    main = f"<w:document {namespaces}><w:body>{body}</w:body></w:document>"
    more = [
        (f"word/{name}.xml", part.replace("<w:", "<w:", 1).replace(">", f" {namespaces}>", 1).encode())
        for name, part in parts.items()
    ]
    return word.extract(packed([("[Content_Types].xml", TYPES), ("word/document.xml", main.encode()), *more]), "report.docx").text


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def test_headings_paragraphs_and_lists_stand_in_their_order() -> None:
    file = docx.Document()
    file.add_heading("Shelling in Homs", 1)
    file.add_paragraph("At least 40 civilians were killed.")
    file.add_paragraph("Three people were injured", style="List Bullet")
    file.add_paragraph("Nine people are missing", style="List Number")
    file.add_paragraph("The army said nothing.")
    assert text_of(file) == (
        "Shelling in Homs\n\nAt least 40 civilians were killed.\n\n• Three people were injured\n• Nine people are missing"
        "\n\nThe army said nothing."
    )


def test_heads_of_pages_come_once_at_the_start_and_page_numbers_never() -> None:
    file = docx.Document()
    file.sections[0].header.paragraphs[0].text = "OCHA | Situation Report No. 4"
    file.sections[0].footer.paragraphs[0].text = "Page 1 of 3"
    file.add_paragraph("Nine people died.")
    assert text_of(file) == "OCHA | Situation Report No. 4\n\nNine people died."


def test_a_table_is_rows_with_one_head_and_merged_names_in_each_row(tmp_path: Path) -> None:
    rows = [
        ["Governorate", "Casualties", "", "Displaced"],
        ["", "Killed", "Injured", ""],
        ["Homs", "12", "340", "1,204"],
        ["", "7", "80", ""],
    ]
    file = docx.Document()
    table = file.add_table(rows=4, cols=4)
    for line, cells in zip(table.rows, rows, strict=True):
        for cell, text in zip(line.cells, cells, strict=True):
            cell.text = text
    table.cell(0, 1).merge(table.cell(0, 2))
    table.cell(0, 0).merge(table.cell(1, 0))
    table.cell(2, 0).merge(table.cell(3, 0))
    file.save(str(tmp_path / "report.docx"))
    (found,) = read_inputs([str(tmp_path / "report.docx")])
    assert isinstance(found, Document)
    assert found.text == (
        "Governorate | Casualties Killed | Casualties Injured | Displaced\nHoms | 12 | 340 | 1,204\nHoms | 7 | 80"
    )
    figures = [(fact.place, fact.measure, fact.value) for fact in find_facts(found) if isinstance(fact, Figure)]
    assert figures == [
        ("Homs", "killed", 12),
        ("Homs", "injured", 340),
        ("Homs", "displaced", 1204),
        ("Homs", "killed", 7),
        ("Homs", "injured", 80),
    ]


def test_a_table_that_only_parts_the_page_is_read_cell_by_cell() -> None:
    file = docx.Document()
    table = file.add_table(rows=1, cols=2)
    table.cell(0, 0).text = "At least 40 civilians were killed in Homs. " * 12
    table.cell(0, 1).text = "Key figures"
    table.cell(0, 1).add_table(rows=2, cols=2).cell(0, 0).text = "Killed"
    assert text_of(file).split("\n\n")[:2] == [("At least 40 civilians were killed in Homs. " * 12).strip(), "Key figures"]


def test_tracked_changes_count_as_made_and_comments_and_hidden_words_are_left_out() -> None:
    body = (
        f"<w:p>{run('At least ')}<w:del><w:r><w:delText>17</w:delText></w:r></w:del><w:ins>{run('41')}</w:ins>{run(' people')}"
        f"<w:r><w:rPr><w:vanish/></w:rPr><w:t> (99 in all)</w:t></w:r><w:r><w:commentReference w:id='1'/></w:r>"
        f"{run(' were killed.')}</w:p>"
    )
    assert xml(body, comments=f"<w:comments><w:comment w:id='1'><w:p>{run('really?')}</w:p></w:comment></w:comments>") == (
        "At least 41 people were killed."
    )


def test_links_fields_content_controls_and_text_boxes_are_read_and_their_fallbacks_are_not_read_again() -> None:
    box = f"<w:txbxContent><w:p>{run('Key figure: 340 injured.')}</w:p></w:txbxContent>"
    body = (
        f"<w:sdt><w:sdtPr/><w:sdtContent><w:p>{run('In ')}<w:hyperlink>{run('Homs')}</w:hyperlink>"
        f"<w:r><w:instrText> HYPERLINK 99 </w:instrText></w:r>{run(' nine died')}"
        f"<w:r><w:noBreakHyphen/><w:t>ten hurt.</w:t></w:r>"
        f"<w:r><mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
        f"</w:sdtContent></w:sdt><w:p><w:pPr><w:pStyle w:val='TOC1'/></w:pPr>{run('Casualties')}"
        f"<w:r><w:tab/></w:r>{run('12')}</w:p>"
    )
    assert xml(body) == "In Homs nine died-ten hurt.\n\nKey figure: 340 injured."


def test_notes_stand_at_the_end_and_their_marks_are_never_digits_of_a_number() -> None:
    raised = "<w:r><w:rPr><w:vertAlign w:val='superscript'/></w:rPr><w:t>7</w:t></w:r>"
    cited = "<w:r><w:footnoteReference w:id='2'/></w:r>"
    body = f"<w:p>{run('12,300')}{cited}{run(' were killed and 45')}{raised}{run(' injured.')}</w:p>"
    notes = (
        f"<w:footnotes><w:footnote w:type='separator' w:id='1'><w:p>{run('----')}</w:p></w:footnote>"
        f"<w:footnote w:id='2'><w:p><w:r><w:footnoteRef/></w:r>{run(' Health Ministry.')}</w:p></w:footnote></w:footnotes>"
    )
    assert xml(body, footnotes=notes) == "12,300¹ were killed and 45⁷ injured.\n\n¹ Health Ministry."


def test_the_title_is_the_files_own(tmp_path: Path) -> None:
    file = docx.Document()
    file.core_properties.title = "Syria: Flash Update"
    file.add_paragraph("Nine people died.")
    file.save(str(tmp_path / "a.docx"))
    (found,) = read_inputs([str(tmp_path / "a.docx")])
    assert isinstance(found, Document)
    assert (found.title, found.found["title"], found.format) == ("Syria: Flash Update", "the Word file's properties", "Word")


def test_a_picture_and_a_dangling_link_do_not_stop_the_reading() -> None:
    from PIL import Image

    picture = BytesIO()
    Image.new("L", (4, 4)).save(picture, "PNG")
    file = docx.Document()
    file.add_picture(picture, width=Inches(1))
    file.add_paragraph("Nine people died.")
    data = BytesIO()
    file.save(data)
    with zipfile.ZipFile(data) as whole:
        kept = [(one.filename, whole.read(one)) for one in whole.infolist() if not one.filename.startswith("word/media/")]
    assert word.extract(packed(kept), "report.docx").text == "Nine people died."


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        (
            "report.doc",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
            "is an old Office file: open it in LibreOffice or its own program, save it as .docx",
        ),
        ("report.rtf", rb"{\rtf1\ansi Nine died.}", "is an RTF file: open it in Word or LibreOffice, save it as .docx"),
        ("report.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "is an old Office file"),
        ("report.docx", docx_of(b""), "is damaged"),
        ("report.docx", docx_of(MAIN.format(doctype="", body="").encode()), "is empty"),
        ("book.xlsx", packed([("[Content_Types].xml", TYPES), ("xl/workbook.xml", b"<x/>")]), "is an Excel workbook"),
        ("talk.pptx", packed([("[Content_Types].xml", TYPES), ("ppt/presentation.xml", b"<x/>")]), "is a presentation"),
    ],
)
def test_what_cannot_be_read_says_what_to_do(tmp_path: Path, name: str, data: bytes, reason: str) -> None:
    (tmp_path / name).write_bytes(data)
    (found,) = read_inputs([str(tmp_path / name)])
    assert isinstance(found, UnreadableInput)
    assert reason in str(found)


def test_word_is_read_whatever_it_is_called(tmp_path: Path) -> None:
    data = docx_of(MAIN.format(doctype="", body=f"<w:p>{run('Nine people died.')}</w:p>").encode())
    for name in ("report.pdf", "report.zip", "report", "report.odt"):
        (tmp_path / name).write_bytes(data)
        (found,) = read_inputs([str(tmp_path / name)])
        assert isinstance(found, Document), found
        assert (found.text, found.format) == ("Nine people died.", "Word")


ODT = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:'
    'opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"><office:body><office:text>'
    "<text:h>Shelling in Homs</text:h><text:p>At least 40"
    "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>"
    "Red Crescent.</text:p></text:note-body></text:note> civilians<text:s/>were\nkilled.</text:p>"
    "<text:list><text:list-item><text:p>Three were hurt</text:p></text:list-item></text:list>"
    "<table:table><table:table-column table:number-columns-repeated='3'/>{rows}</table:table>"
    "</office:text></office:body></office:document-content>"
)


def test_opendocument_text_is_read_alike() -> None:
    rows = [["Place", "Killed", "Injured"], ["Homs", "12", "340"]]
    told = "".join(
        f"<table:table-row>{''.join(f'<table:table-cell><text:p>{cell}</text:p></table:table-cell>' for cell in row)}"
        "<table:table-cell table:number-columns-repeated='16000'/></table:table-row>"
        for row in rows
    )
    data = packed([("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", ODT.format(rows=told).encode())])
    assert odt.extract(data, "report.odt").text == (
        "Shelling in Homs\n\nAt least 40¹ civilians were killed."
        "\n\n• Three were hurt\n\nPlace | Killed | Injured\nHoms | 12 | 340"
        "\n\n¹ Red Crescent."
    )
