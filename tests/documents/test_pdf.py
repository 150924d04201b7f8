"""PDF reports: the order of reading, tables as rows, pages, running lines, what the file says of itself, and what is refused."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import ListFlowable

from humsit.documents.extracted import Extracted
from humsit.documents.formats.pdf import day_of, extract
from humsit.documents.metadata import Metadata
from humsit.documents.pages import page_of
from humsit.documents.read import read_inputs
from humsit.facts.find import find_facts
from humsit.records import Document, Figure, UnreadableInput
from humsit.tables import figures_table
from tests.documents import drawn

STORY = (
    "At least 40 civilians were killed in Homs on Tuesday, the Red Crescent said, and some 1,250 families fled the eastern "
    "districts of the city. The Health Ministry reported that 17 people died in Hama and that more than 300 were injured when "
    "shelling struck the market."
)


def read(data: bytes) -> Extracted:
    return extract(data, "report.pdf")


def document(path: Path, data: bytes, **metadata: object) -> Document:
    path.write_bytes(data)
    (found,) = read_inputs([str(path)], Metadata(**metadata))  # type: ignore[arg-type]
    assert isinstance(found, Document), found
    return found


# --- reading order


def numbered(count: int) -> list[str]:
    return [f"Report {chr(97 + number // 9)}{chr(97 + number % 9)}: {STORY}" for number in range(count)]


@pytest.mark.parametrize("columns", [1, 2, 3])
def test_columns_are_read_one_after_the_other_and_paragraphs_are_whole_over_lines_columns_and_pages(columns: int) -> None:
    told = numbered(24)
    text = read(drawn.report([drawn.body(one) for one in told], columns=columns)).text
    assert text.split("\n\n") == told


def test_what_runs_across_two_columns_stands_where_it_is() -> None:
    def draw(canvas: Canvas) -> None:
        drawn.lines("A title across both of the columns of this page, in one line", top=760)(canvas)
        drawn.lines(*(f"left {n} of the words in the column" for n in range(8)), top=730)(canvas)
        drawn.lines(*(f"right {n} of the words in the column" for n in range(8)), top=726, left=320)(canvas)
        drawn.lines("A second title across both of the columns of this page, too", top=600)(canvas)
        drawn.lines(*(f"lower {n} of the words in the column" for n in range(8)), top=570)(canvas)
        drawn.lines(*(f"last {n} of the words in the column" for n in range(8)), top=566, left=320)(canvas)

    text = read(drawn.pages(draw)).text
    order = [
        text.index(words) for words in ("A title", "left 0", "left 7", "right 0", "right 7", "A second", "lower 7", "last 0")
    ]
    assert order == sorted(order)


def test_a_page_that_is_turned_reads_as_it_is_shown() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setPageRotation(90)
        canvas.translate(drawn.WIDTH, 0)
        canvas.rotate(90)
        drawn.lines("At least 40 civilians were killed in Homs on Tuesday, the Red Crescent said, and some", "1,250 fled.")(
            canvas
        )

    assert "Red Crescent said, and some 1,250 fled." in read(drawn.pages(draw)).text


# --- words


@pytest.mark.parametrize(
    ("first", "second", "read_as"),
    [
        ("The ministry said that shelling of the dis-", "tricts killed 17.", "of the districts killed 17."),
        ("Shelling by the govern-", "ment and by anti-government groups.", "by the government and by anti-government"),
        (
            "The anti-government groups shelled Hama and the anti-",
            "government side lost 5.",
            "and the anti-government side lost 5.",
        ),
        ("In the reporting period of the winter months of 2023-", "2024 some 40 people died.", "months of 2023-2024 some"),
        ("Clashes continued to the north and east in the city of Al-", "Hasakah.", "city of Al-Hasakah."),
    ],
)
def test_a_word_that_was_broken_is_whole_and_a_compound_keeps_its_hyphen(first: str, second: str, read_as: str) -> None:
    assert read_as in read(drawn.pages(drawn.lines(first, second))).text


def test_the_mark_of_a_note_is_never_a_digit_of_the_number_before_it(tmp_path: Path) -> None:
    story = (
        "In Daraa 12,300<super size=6>1</super> people were killed and 45<super size=6>23</super> were injured, the army said."
    )
    found = document(tmp_path / "a.pdf", drawn.report([drawn.body(story)]))
    assert "12,300¹ people were killed and 45²³ were injured" in found.text
    assert [fact.value for fact in find_facts(found) if isinstance(fact, Figure)] == [12_300, 45]


def test_items_of_a_list_stay_apart() -> None:
    bullets = [drawn.body("Three people were injured in Tartus"), drawn.body("Nine people are missing in Latakia")]
    text = read(drawn.report([drawn.body(STORY), ListFlowable(bullets, bulletType="bullet")])).text
    assert [line[2:] for line in text.splitlines() if line.startswith("•")] == [
        "Three people were injured in Tartus",
        "Nine people are missing in Latakia",
    ]


# --- tables

ROWS = [["Governorate", "Killed", "Injured"], ["Homs", "12", "340"], ["Hama", "5", ""], ["Rural Damascus", "3", "1,204"]]
READ_OUT = "Governorate | Killed | Injured\nHoms | 12 | 340\nHama | 5\nRural Damascus | 3 | 1,204"


@pytest.mark.parametrize("ruled", [True, False], ids=["ruled", "by position alone"])
def test_a_table_is_rows_that_the_reader_understands(tmp_path: Path, ruled: bool) -> None:
    story = [drawn.body(STORY), drawn.table(ROWS, ruled=ruled), drawn.body(STORY)]
    found = document(tmp_path / "a.pdf", drawn.report(story))
    assert f"\n\n{READ_OUT}\n\n" in found.text
    start = found.text.index("Governorate |")
    figures = [fact for fact in find_facts(found) if isinstance(fact, Figure) and start < fact.start < start + len(READ_OUT)]
    assert [(fact.place, fact.measure, fact.value) for fact in figures] == [
        ("Homs", "killed", 12),
        ("Homs", "injured", 340),
        ("Hama", "killed", 5),
        ("Rural Damascus", "killed", 3),
        ("Rural Damascus", "injured", 1204),
    ]


def test_cells_of_several_lines_and_merged_ones_keep_their_rows() -> None:
    rows = [
        ["Governorate", "People affected", "", "Note"],
        ["", "Killed", "Injured", ""],
        ["Homs", "12", "340", "shelling of\nthe old city"],
        ["", "7", "80", "a mine"],
        ["Hama", "5", "77", "|"],
    ]
    merged = [("SPAN", (1, 0), (2, 0)), ("SPAN", (0, 0), (0, 1)), ("SPAN", (3, 0), (3, 1)), ("SPAN", (0, 2), (0, 3))]
    text = read(drawn.report([drawn.body(STORY), drawn.table(rows, ruled=True, style=merged)])).text
    assert text.split("\n\n")[-1].splitlines() == [
        "Governorate | People affected Killed | People affected Injured | Note",
        "Homs | 12 | 340 | shelling of the old city",
        "Homs | 7 | 80 | a mine",
        "Hama | 5 | 77 | /",
    ]


def test_a_table_in_one_of_two_columns_stays_in_it() -> None:
    story = [drawn.body(one) for one in numbered(6)]
    story.insert(3, drawn.table(ROWS, ruled=True))
    text = read(drawn.report([*story, *(drawn.body(one) for one in numbered(20))], columns=2)).text
    assert f"{numbered(3)[-1]}\n\n{READ_OUT}\n\n{numbered(4)[-1]}" in text


# --- pages


def test_each_page_begins_where_its_first_words_stand_also_amid_a_sentence() -> None:
    told = numbered(40)
    found = read(drawn.report([drawn.body(one) for one in told], running=True))
    assert len(found.page_starts) == 3
    assert found.page_starts[0] == 0
    assert all(found.text[start - 1].isspace() for start in found.page_starts[1:])
    assert found.text.count("Report ") == 40 + 1  # the running head says it once
    text = Document(document_id="d", text=found.text, page_starts=found.page_starts)
    assert [page_of(text, start + shift) for start in found.page_starts[1:] for shift in (-1, 0)] == [1, 2, 2, 3]


def test_running_heads_feet_and_page_numbers_stand_in_no_sentence() -> None:
    found = read(drawn.report([drawn.body(one) for one in numbered(40)], running=True)).text
    head, *told, foot = found.split("\n\n")
    assert (head, foot) == ("OCHA Situation Report No. 4, page 1", "Feedback: ocha@example.org")
    assert told == numbered(40)


def test_the_number_of_a_page_goes_but_a_key_figure_at_its_top_stays() -> None:
    def page(number: int) -> Callable[[Canvas], None]:
        def draw(canvas: Canvas) -> None:
            drawn.lines(f"{333 + number * 7}", "people killed", top=800)(canvas)
            drawn.lines(f"Report {'abc'[number - 1]}: nine people died.")(canvas)
            drawn.lines(str(number), top=30)(canvas)

        return draw

    text = read(drawn.pages(page(1), page(2), page(3))).text
    assert text.split("\n\n") == [
        part
        for key, name in ((340, "a"), (347, "b"), (354, "c"))
        for part in (f"{key} people killed", f"Report {name}: nine people died.")
    ]


def test_pages_without_text_are_told_by_where_pages_begin() -> None:
    found = read(drawn.pages(drawn.picture, drawn.lines("Nine died."), drawn.picture, drawn.lines("Two died."), drawn.picture))
    assert found.text == "Nine died.\n\nTwo died."
    assert found.page_starts == (0, 0, 12, 12, 21)
    text = Document(document_id="d", text=found.text, page_starts=found.page_starts)
    assert [page_of(text, 0), page_of(text, 12), page_of(text, 20)] == [2, 4, 4]


# --- metadata


def test_the_title_is_the_files_unless_a_program_made_it_up(tmp_path: Path) -> None:
    found = document(tmp_path / "a.pdf", drawn.report([drawn.body(STORY)], title="Syria: Flash Update"))
    assert (found.title, found.found["title"]) == ("Syria: Flash Update", "the PDF's properties")
    made_up = document(tmp_path / "b.pdf", drawn.report([drawn.body(STORY)], title="Microsoft Word - sitrep4 final.docx"))
    assert made_up.title is None


def test_the_day_is_the_texts_own_before_the_day_the_file_was_made(tmp_path: Path) -> None:
    dated = document(tmp_path / "a.pdf", drawn.report([drawn.body("5 March 2024"), drawn.body(STORY)]))
    assert dated.published == dt.date(2024, 3, 5)
    undated = document(tmp_path / "b.pdf", drawn.report([drawn.body(STORY)]))
    assert undated.published is not None
    assert undated.found["published"] == "the PDF's properties: the day the file was made"
    given = document(tmp_path / "c.pdf", drawn.report([drawn.body(STORY)]), published=dt.date(2024, 1, 2))
    assert given.published == dt.date(2024, 1, 2)


def test_the_day_on_which_somebody_printed_a_page_is_not_the_day_of_the_report(tmp_path: Path) -> None:
    found = document(tmp_path / "a.pdf", drawn.report([drawn.body(STORY)], creator="Chromium", producer="Skia/PDF m133"))
    assert found.published is None


def test_an_author_is_the_publisher_only_where_it_is_a_body_we_know(tmp_path: Path) -> None:
    assert document(tmp_path / "a.pdf", drawn.report([drawn.body(STORY)], author="UN OCHA")).publisher == "OCHA"
    assert document(tmp_path / "b.pdf", drawn.report([drawn.body(STORY)], author="jsmith")).publisher is None


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("D:20240305143000+02'00'", dt.date(2024, 3, 5)),
        ("20240305", dt.date(2024, 3, 5)),
        ("D:20241399000000", None),
        ("Tuesday", None),
        ("", None),
    ],
)
def test_the_date_of_a_pdf_is_a_day_or_none(written: str, day: dt.date | None) -> None:
    assert day_of(written) == day


# --- refused


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        pytest.param(
            drawn.pages(drawn.picture), "holds pictures of pages, no text: run it through text recognition", id="scanned"
        ),
        pytest.param(
            drawn.pages(drawn.lines("Nine died."), encrypted="secret"), "is encrypted: open it with its password", id="locked"
        ),
        pytest.param(b"%PDF-1.7\nNine died.", "is damaged and cannot be opened as a PDF", id="no PDF"),
        pytest.param(drawn.pages(drawn.lines("Nine died."))[:300], "is damaged and cannot be opened as a PDF", id="cut off"),
    ],
)
def test_a_pdf_that_cannot_be_read_says_what_to_do(tmp_path: Path, data: bytes, reason: str) -> None:
    (tmp_path / "report.pdf").write_bytes(data)
    (found,) = read_inputs([str(tmp_path / "report.pdf")])
    assert isinstance(found, UnreadableInput)
    assert str(found).startswith(f"{tmp_path}/report.pdf ")
    assert reason in str(found)


def test_a_figure_can_be_traced_to_its_page(tmp_path: Path) -> None:
    data = drawn.pages(
        drawn.lines("Nine people died in Homs, and the number of the injured stands after two days of shelling at"),
        drawn.lines("340 in Homs. There is no water in Hama."),
    )
    found = document(tmp_path / "a.pdf", data)
    facts = find_facts(found)
    told = {fact.number if isinstance(fact, Figure) else fact.phrase: fact.page for fact in facts}
    assert (told["Nine"], told["340"], told["no water"]) == (1, 2, 2)
    table = figures_table([fact for fact in facts if isinstance(fact, Figure)])
    assert list(table["page"]) == [1, 2]


def test_a_table_of_which_every_other_row_is_shaded_is_one_table() -> None:
    shaded = [("BACKGROUND", (0, row), (-1, row), drawn.colors.lightgrey) for row in (0, 1, 3)]
    text = read(drawn.report([drawn.body(STORY), drawn.table(ROWS, ruled=False, style=shaded), drawn.body(STORY)])).text
    assert f"\n\n{READ_OUT}\n\n" in text


@pytest.mark.parametrize("over", [True, False], ids=["above", "below"])
def test_key_figures_are_read_with_the_labels_that_stand_above_or_below_them(tmp_path: Path, over: bool) -> None:
    def draw(canvas: Canvas) -> None:
        for left, number, label in (
            (60, "1,204", "people killed"),
            (220, "3,400", "people injured"),
            (380, "52,000", "displaced"),
        ):
            drawn.lines(*((number, label) if over else (label, number)), left=left)(canvas)
        drawn.lines("The army said nothing of it.", top=600)(canvas)

    found = document(tmp_path / "a.pdf", drawn.pages(draw))
    figures = [(fact.value, fact.measure) for fact in find_facts(found) if isinstance(fact, Figure)]
    assert figures == [(1204, "killed"), (3400, "injured"), (52_000, "displaced")]


def test_a_heading_below_two_columns_is_read_after_both() -> None:
    def draw(canvas: Canvas) -> None:
        drawn.lines(*(f"left {n} of the words in the column" for n in range(8)), top=730)(canvas)
        drawn.lines(*(f"right {n} of the words in the column" for n in range(8)), top=726, left=320)(canvas)
        drawn.lines("Table 1: damage", top=590)(canvas)
        drawn.lines("What runs across both of the columns of this page, in one line of words", top=570)(canvas)

    assert read(drawn.pages(draw)).text.endswith(
        "of the words in the column\n\nTable 1: damage\n\nWhat runs across both of the columns of this page, in one line of words"
    )


def test_two_numbers_that_stand_apart_never_become_one() -> None:
    def draw(canvas: Canvas) -> None:
        for left, text in ((60, "Karaga 4"), (120, "18"), (160, "310")):
            drawn.lines(text, left=left)(canvas)

    assert read(drawn.pages(draw)).text == "Karaga 4 | 18 | 310"


def test_a_head_whose_words_stand_close_or_break_over_lines_is_put_over_its_columns() -> None:
    def draw(canvas: Canvas) -> None:
        for left, text in ((60, "District"), (118, "Killed"), (160, "Injured"), (208, "destroyed")):
            drawn.lines(text, top=700, left=left)(canvas)
        drawn.lines("Houses", top=713, left=214)(canvas)
        for row, cells in enumerate((("Gushegu", "12", "35", "1,420"), ("Karaga", "4", "18", "310"))):
            for left, text in zip((60, 130, 176, 226), cells, strict=True):
                drawn.lines(text, top=684 - row * 16, left=left)(canvas)

    assert read(drawn.pages(draw)).text.splitlines() == [
        "District | Killed | Injured | Houses destroyed",
        "Gushegu | 12 | 35 | 1,420",
        "Karaga | 4 | 18 | 310",
    ]
