"""Files made to harm whoever opens them: bombs, loops, lies and depths. `big` makes them as large as they would be sent.

Each function writes one file into a folder and gives its path. None holds anything but numbers, words and structure.
"""

from __future__ import annotations

import gzip
import struct
import zipfile
import zlib
from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path

MB = 1_000_000
LINE = b"At least 22 people were killed at Chernihiv on Tuesday, the mayor said.\n"
GOOD = b"At least nine people died at Chernihiv."
Maker = Callable[[Path, bool], Path]


def written(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def packed(members: Sequence[tuple[str, bytes]], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return file.getvalue()


# --- text and gzip


def text_of_a_gigabyte(folder: Path, big: bool) -> Path:
    path = folder / "long.txt"
    with path.open("wb") as file:
        file.write(LINE * 100)
        file.truncate(1_000 * MB)  # sparse: costs no disk
    return path


def gzip_of_a_gigabyte(folder: Path, big: bool) -> Path:
    path = folder / "long.txt.gz"
    with gzip.open(path, "wb", compresslevel=1) as file:
        for _ in range(1_000 if big else 120):
            file.write(LINE * (MB // len(LINE) + 1))
    return path


# --- archives


def zip_bomb(folder: Path, big: bool) -> Path:
    return written(folder, "bomb.zip", packed([("a good one.txt", GOOD), ("b.txt", bytes(1_000 * MB if big else 20 * MB))]))


def nested_bomb(folder: Path, big: bool) -> Path:
    """Archives in archives, ten of each: four deep, a hundred thousand million bytes in all."""
    data = packed([("0.txt", LINE * (10 * MB // len(LINE) if big else 30_000))])
    for depth in range(4):
        data = packed([(f"{number}.zip", data) for number in range(10 if big or depth < 2 else 2)])
    return written(folder, "nested.zip", data)


def many_of_one(folder: Path, big: bool) -> Path:
    """Archives that stay under the ratio, and come to very much together."""
    body = b"".join(b"%d people died in village %d.\n" % (n * 7 % 9973, n) for n in range(400_000 if big else 4_000))
    inner = packed([(f"{n}.txt", body) for n in range(10)])
    return written(folder, "many.zip", packed([(f"{n}.zip", inner) for n in range(40 if big else 3)], zipfile.ZIP_STORED))


def overlapping(folder: Path, big: bool) -> Path:
    """A thousand files of one archive that are all the same bytes of it."""
    compressor = zlib.compressobj(9, zlib.DEFLATED, -15)
    raw = LINE * ((60 if big else 3) * MB // len(LINE))
    data = compressor.compress(raw) + compressor.flush()
    name = b"a.txt"
    sizes = struct.pack("<IIIHH", zlib.crc32(raw), len(data), len(raw), len(name), 0)
    local = struct.pack("<IHHHHH", 0x04034B50, 20, 0, 8, 0, 33) + sizes + name + data
    entry = struct.pack("<IHHHHHH", 0x02014B50, 20, 20, 0, 8, 0, 33) + sizes + struct.pack("<HHHII", 0, 0, 0, 0, 0) + name
    count = 1_000
    end = struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, count, count, len(entry) * count, len(local), 0)
    return written(folder, "overlapping.zip", local + entry * count + end)


def million_names(folder: Path, big: bool) -> Path:
    entry = (
        struct.pack("<IHHHHHH", 0x02014B50, 20, 20, 0, 0, 0, 33)
        + bytes(12)
        + struct.pack("<HHHHHII", 5, 0, 0, 0, 0, 0, 0)
        + b"a.txt"
    )
    count = 1_000_000 if big else 200_000
    end = struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, 9, 9, len(entry) * count, 0, 0)
    first = struct.pack("<IHHHHHIIIHH", 0x04034B50, 20, 0, 0, 0, 33, 0, 0, 0, 5, 0) + b"a.txt"
    return written(folder, "names.zip", first + entry * count + end[:16] + struct.pack("<IH", len(first), 0))


def climbing_names(folder: Path, big: bool) -> Path:
    names = ["../../climbed.txt", "/tmp/climbed.txt", "C:\\climbed.txt", "..\\climbed.txt", "a/../../climbed.txt"]
    return written(folder, "climbing.zip", packed([(name, GOOD) for name in names]))


def named_to_deceive(folder: Path, big: bool) -> Path:
    names = [
        "\x1b[2Jclear.txt",
        "gnp\u202etxt.exe",
        "a\nb.xyz",
        "<script>alert(1)</script>.xyz",
        "=cmd|calc.xyz",
        "x" * 9_000 + ".xyz",
    ]
    return written(folder, "names to deceive.zip", packed([(name, GOOD) for name in names]))


# --- PDF


def pdf(objects: Sequence[bytes], name: str = "1 0 R", *, extra: bytes = b"") -> bytes:
    """A PDF file of these objects, numbered from 1; the first is its catalogue."""
    data = bytearray(b"%PDF-1.7\n")
    places = []
    for number, one in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    data += b"".join(b"%010d 00000 n \n" % place for place in places)
    data += b"trailer\n<< /Size %d /Root %s %s >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, name.encode(), extra, table)
    return bytes(data)


def stream(content: bytes, more: bytes = b"") -> bytes:
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(content), more, content)


FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
PAGE = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>"
WORDS = b"BT /F 11 Tf 60 700 Td (Nine people died at Chernihiv.) Tj ET"


def one_page(content: bytes, more: bytes = b"", *others: bytes) -> bytes:
    tree = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
    return pdf([b"<< /Type /Catalog /Pages 2 0 R >>", tree, PAGE, stream(content, more), FONT, *others])


def hundred_thousand_pages(folder: Path, big: bool) -> Path:
    count = 100_000 if big else 5_000
    kids = b" ".join(b"%d 0 R" % (number + 5) for number in range(count))
    pages = [PAGE.replace(b"4 0 R", b"3 0 R").replace(b"5 0 R", b"4 0 R")] * count
    tree = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, count)
    return written(folder, "pages.pdf", pdf([b"<< /Type /Catalog /Pages 2 0 R >>", tree, stream(WORDS), FONT, *pages]))


def pages_that_are_not_there(folder: Path, big: bool) -> Path:
    tree = b"<< /Type /Pages /Kids [3 0 R] /Count 2000000000 >>"
    return written(folder, "lying.pdf", pdf([b"<< /Type /Catalog /Pages 2 0 R >>", tree, PAGE, stream(WORDS), FONT]))


def loop_of_pages(folder: Path, big: bool) -> Path:
    tree = b"<< /Type /Pages /Kids [2 0 R 3 0 R] /Parent 2 0 R /Count 1200 >>"
    return written(folder, "page loop.pdf", pdf([b"<< /Type /Catalog /Pages 2 0 R >>", tree, PAGE, stream(WORDS), FONT]))


def loop_of_objects(folder: Path, big: bool) -> Path:
    """A form that draws itself, a length that is itself, and contents that contain themselves."""
    form = stream(
        b"q /X Do /X Do Q " + WORDS, b"/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /X 6 0 R >> >>"
    )
    page = PAGE.replace(b"/Font", b"/XObject << /X 6 0 R >> /Font").replace(b"/Contents 4 0 R", b"/Contents [4 0 R 7 0 R 8 0 R]")
    tree = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", tree, page, stream(b"/X Do " + WORDS), FONT, form]
    objects += [b"[7 0 R 8 0 R]", b"<< /Length 8 0 R >>\nstream\nq\nendstream"]
    return written(folder, "object loop.pdf", pdf(objects))


def loop_of_tables(folder: Path, big: bool) -> Path:
    """Two cross-reference tables that each name the other as the one before it."""
    data = one_page(WORDS)
    table = data.rindex(b"xref\n0")
    return written(folder, "table loop.pdf", data.replace(b"trailer\n<< ", b"trailer\n<< /Prev %d " % table))


def page_of_a_gigabyte(folder: Path, big: bool) -> Path:
    content = zlib.compress((b"BT /F 11 Tf 60 700 Td (" + LINE.strip() + b") Tj ET\n") * (10_000_000 if big else 100_000), 9)
    return written(folder, "content bomb.pdf", one_page(content, b"/Filter /FlateDecode"))


def filters_on_filters(folder: Path, big: bool) -> Path:
    data = bytes(1_000 * MB if big else 20 * MB)
    for _ in range(3):
        data = zlib.compress(data, 9)
    return written(folder, "filter bomb.pdf", one_page(data, b"/Filter [/FlateDecode /FlateDecode /FlateDecode]"))


def drawing_of_a_million_lines(folder: Path, big: bool) -> Path:
    lines = b"".join(
        b"%d %d m %d %d l S\n" % (n % 595, n % 842, (n * 7) % 595, n % 842) for n in range(1_000_000 if big else 30_000)
    )
    return written(folder, "drawing.pdf", one_page(zlib.compress(WORDS + b"\n" + lines), b"/Filter /FlateDecode"))


def grid_of_rules(folder: Path, big: bool) -> Path:
    """Lines that would make a table of very many cells."""
    step = 0.2 if big else 1.0
    across = b"".join(b"10 %.1f m 580 %.1f l S\n" % (10 + n * step, 10 + n * step) for n in range(1_400 if big else 400))
    down = b"".join(b"%.1f 10 m %.1f 800 l S\n" % (10 + n * step, 10 + n * step) for n in range(1_400 if big else 400))
    return written(folder, "grid.pdf", one_page(WORDS + b"\n" + across + down))


def words_without_end(folder: Path, big: bool) -> Path:
    """A page of very many words that overlap, so that none can be put in order."""
    words = b"".join(b"1 0 0 1 %d %d Tm (w%d) Tj\n" % (n * 37 % 580, n * 91 % 830, n) for n in range(100_000 if big else 3_000))
    return written(folder, "words.pdf", one_page(zlib.compress(b"BT /F 9 Tf " + words + b"ET"), b"/Filter /FlateDecode"))


def cut_off(folder: Path, big: bool) -> Path:
    data = one_page(WORDS)
    return written(folder, "cut off.pdf", data[: len(data) // 2])


# --- Word

MAIN = '<?xml version="1.0"?>{doctype}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{body}</w:body></w:document>'
TYPES = b'<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'


def docx(document: bytes, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    return packed([("[Content_Types].xml", TYPES), ("word/document.xml", document)], method)


def words_as(body: str, doctype: str = "") -> bytes:
    return docx(MAIN.format(doctype=doctype, body=f"<w:p><w:r><w:t>{body}</w:t></w:r></w:p>").encode())


def billion_laughs(folder: Path, big: bool) -> Path:
    lines = ['<!ENTITY a0 "ha">', *(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))]
    return written(folder, "laughs.docx", words_as("&a9;", f"<!DOCTYPE x [{''.join(lines)}]>"))


def entity_from_outside(folder: Path, big: bool) -> Path:
    secret = written(folder, "secret.txt", b"the desk's secret")
    return written(folder, "outside.docx", words_as("&x;", f'<!DOCTYPE x [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'))


def document_of_a_gigabyte(folder: Path, big: bool) -> Path:
    body = "<w:p><w:r><w:t>9</w:t></w:r></w:p>" * ((1_000 if big else 30) * MB // 34)
    return written(folder, "huge.docx", docx(MAIN.format(doctype="", body=body).encode()))


def document_just_small_enough(folder: Path, big: bool) -> Path:
    body = "".join(f"<w:p><w:r><w:t>{n * 7919 % 99991} died</w:t></w:r></w:p>" for n in range(1_250_000 if big else 20_000))
    return written(folder, "large.docx", docx(MAIN.format(doctype="", body=body).encode()))


def deep_document(folder: Path, big: bool) -> Path:
    deep = 20_000
    return written(folder, "deep.docx", docx(MAIN.format(doctype="", body="<w:sdt>" * deep + "</w:sdt>" * deep).encode()))


def table_in_table(folder: Path, big: bool) -> Path:
    deep = 30
    body = "<w:tbl><w:tr><w:tc>" * deep + "<w:p><w:r><w:t>9 died</w:t></w:r></w:p>" + "</w:tc><w:tc/></w:tr></w:tbl>" * deep
    return written(folder, "tables.docx", docx(MAIN.format(doctype="", body=body).encode()))


# --- pages and mails


def deep_page(folder: Path, big: bool) -> Path:
    deep = 500_000 if big else 20_000
    return written(folder, "deep.html", b"<html><body>" + b"<div>" * deep + GOOD)


def tags_without_end(folder: Path, big: bool) -> Path:
    return written(folder, "tags.html", b"<html><body>" + GOOD + b"<a <b <i x='" * (4_000_000 if big else 100_000))


def mail_in_mail(folder: Path, big: bool) -> Path:
    deep = 3_000
    heads = b"".join(b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (n, n) for n in range(deep))
    return written(folder, "deep.eml", b"From: a@example.org\nSubject: deep\nMIME-Version: 1.0\n" + heads + b"\n" + GOOD)


def mail_with_a_long_head(folder: Path, big: bool) -> Path:
    head = (
        b"From: " + b"<a@example.org>, " * (500_000 if big else 20_000) + b"\nSubject: " + b"=?utf-8?q?=41?= " * 20_000 + b"\n\n"
    )
    return written(folder, "head.eml", head + GOOD)


def mail_with_very_many_parts(folder: Path, big: bool) -> Path:
    part = b'--b\nContent-Type: text/plain\nContent-Disposition: attachment; filename="a.txt"\n\n' + GOOD + b"\n"
    head = b'From: a@example.org\nSubject: many\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="b"\n\n'
    return written(folder, "parts.eml", head + part * (200_000 if big else 2_000) + b"--b--\n")


# --- what it is not


def program_called_word(folder: Path, big: bool) -> Path:
    return written(folder, "invoice.docx", b"MZ\x90\0\3\0\0\0\4\0\0\0\xff\xff" + bytes(range(256)) * 40)


def page_called_pdf(folder: Path, big: bool) -> Path:
    return written(folder, "page.pdf", b"<!DOCTYPE html><html><body><p>" + GOOD + b"</p></body></html>")


def pdf_called_text(folder: Path, big: bool) -> Path:
    return written(folder, "report.txt", one_page(WORDS))


REFUSED: dict[Maker, str] = {
    text_of_a_gigabyte: "is larger than 100 MB",
    gzip_of_a_gigabyte: "is larger than 100 MB",
    zip_bomb: "is a bomb: it unpacks to more than 200 times its size",
    nested_bomb: "",
    many_of_one: "",
    overlapping: "",
    million_names: "holds more than 10,000 files",
    hundred_thousand_pages: "pages, more than 1,500",
    pages_that_are_not_there: "",
    loop_of_pages: "",
    cut_off: "is damaged",
    billion_laughs: "defines words of its own",
    entity_from_outside: "defines words of its own",
    document_of_a_gigabyte: "",
    deep_document: "nested too deeply",
    program_called_word: "is a program, not a report",
}
"""Files of which nothing can be read, or not all, and what the sentence says."""
READ: tuple[Maker, ...] = (
    climbing_names,
    named_to_deceive,
    loop_of_objects,
    loop_of_tables,
    page_of_a_gigabyte,
    filters_on_filters,
    drawing_of_a_million_lines,
    grid_of_rules,
    words_without_end,
    document_just_small_enough,
    table_in_table,
    deep_page,
    tags_without_end,
    mail_in_mail,
    mail_with_a_long_head,
    mail_with_very_many_parts,
    page_called_pdf,
    pdf_called_text,
)
"""Files that are read where that is possible within the limits, else refused."""
ALL: tuple[Maker, ...] = (*REFUSED, *READ)
