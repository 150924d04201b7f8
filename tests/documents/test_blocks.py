"""The parts that a report is laid out in: offsets kept, nothing lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from humsit.documents.blocks import BlockKind, blocks


def parts(text: str) -> list[tuple[str, str]]:
    return [(block.kind.value, text[block.start : block.end]) for block in blocks(text)]


LONG = "A line that goes on and on until it is as wide as a page can be,"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One report.\n\nAnother one.", [("paragraph", "One report."), ("paragraph", "Another one.")]),
        (f"{LONG}\nand then goes on.", [("paragraph", f"{LONG}\nand then goes on.")]),
        ("Short line,\nNext line.", [("heading", "Short line,"), ("paragraph", "Next line.")]),
        ("KEY FIGURES\n12 people died in Keta.", [("heading", "KEY FIGURES"), ("paragraph", "12 people died in Keta.")]),
        ("- 12 killed.\n• 30 injured.", [("bullet", "12 killed."), ("bullet", "30 injured.")]),
        ("1. 12 killed.\n2. 30 injured.", [("bullet", "12 killed."), ("bullet", "30 injured.")]),
        ("1,204\nKilled\n3,400\nInjured", [("cell", "1,204\nKilled"), ("cell", "3,400\nInjured")]),
        ("Killed | 12 | Injured | 30", [("cell", "Killed"), ("cell", "12"), ("cell", "Injured"), ("cell", "30")]),
    ],
)
def test_a_report_is_cut_into_its_parts(text: str, expected: list[tuple[str, str]]) -> None:
    assert parts(text) == expected


@pytest.mark.parametrize(
    "table",
    [
        "Region | Killed | Injured\n--- | --- | ---\nKeta | 12 | 30\nHo | 4 | 9",
        "Region\tKilled\tInjured\nKeta\t12\t30\nHo\t4\t9",
        "Region   Killed   Injured\nKeta   12   30\nHo   4   9",
    ],
)
def test_a_tables_cells_know_the_heads_of_their_row_and_column(table: str) -> None:
    cells = [(table[b.start : b.end], b.row, b.column) for b in blocks(table) if b.kind == "cell"]
    assert cells == [("12", "Keta", "Killed"), ("30", "Keta", "Injured"), ("4", "Ho", "Killed"), ("9", "Ho", "Injured")]


@pytest.mark.parametrize(
    "listed",
    [
        "Read cases / deaths:\nKeta – 1,204 / 30\nHo – 388 / 4",
        "Toll by district (cases/deaths)\n- Keta: 1,204/30\n- Ho: 388/4",
        "Cases (deaths)\nKeta 1,204 (30)\nHo 388 (4)",
    ],
)
def test_a_legend_heads_the_numbers_of_the_lines_below(listed: str) -> None:
    cells = [(listed[b.start : b.end], b.row, b.column.lower().removeprefix("read ")) for b in blocks(listed) if b.kind == "cell"]
    assert cells == [("1,204", "Keta", "cases"), ("30", "Keta", "deaths"), ("388", "Ho", "cases"), ("4", "Ho", "deaths")]


@pytest.mark.parametrize("gap", [" ........ ", "......", "   ", "\t", " … … ", " ____ ", " | "])
def test_a_name_and_a_number_behind_leaders_are_a_row_without_a_head(gap: str) -> None:
    listed = f"Cases by area\nKeta{gap}1,204\nHo{gap}388"
    cells = [(listed[b.start : b.end], b.row, b.heading) for b in blocks(listed) if b.kind == "cell"]
    assert cells == [("1,204", "Keta", "Cases by area"), ("388", "Ho", "Cases by area")]


def test_a_numbered_line_with_no_numbered_one_beside_it_is_a_heading() -> None:
    text = "2. Losses in Camp 9\nMosques .... 6\nSchools .... 2 (approx.)\n\n3. Response\n- 12 trucks left.\n"
    assert [(b.row, b.heading) for b in blocks(text) if b.kind == "cell"] == [
        ("Mosques", "Losses in Camp 9"),
        ("Schools", "Losses in Camp 9"),
    ]
    assert [b.heading for b in blocks(text) if b.kind == "bullet"] == ["Response"]
    assert [kind for kind, _ in parts("1. Water\n2. Food\n3. Shelter")] == ["bullet"] * 3


def test_points_have_numbers_of_their_own() -> None:
    assert parts("1.2 Confirmed dead: 8\n(iii) Keta: 4 dead") == [("bullet", "Confirmed dead: 8"), ("bullet", "Keta: 4 dead")]
    assert parts("1.2 million people fled.") == [("paragraph", "1.2 million people fled.")]


def test_empty_lines_keep_together_what_is_paired_below_a_heading() -> None:
    text = "KEY FIGURES\n46,900\npeople uprooted\n\n9,830\nfamilies\n"
    assert [text for kind, text in parts(text) if kind == "cell"] == ["46,900\npeople uprooted", "9,830\nfamilies"]


def test_figures_that_marks_set_apart_in_one_line_are_cells() -> None:
    line = "IN NUMBERS\n1,204 uprooted » 30 killed » 21% funded"
    assert [text for kind, text in parts(line) if kind == "cell"] == ["1,204 uprooted", "30 killed", "21% funded"]


def test_a_part_knows_the_heading_above_it() -> None:
    assert [block.heading for block in blocks("KILLED\n- Keta: 12.\n- Ho: 4.")] == ["", "KILLED", "KILLED"]


@given(st.text(st.sampled_from("aB1 |\t\n\r:\u2028é"), max_size=120))
def test_without_bullets_the_parts_together_hold_every_word_in_order(text: str) -> None:
    found = blocks(text)
    ends = [block.end for block in found]
    assert all(end <= block.start for end, block in zip(ends, found[1:], strict=False))
    kept = "".join(text[block.start : block.end] for block in found)
    assert [c for c in kept if c.isalnum()] == [c for c in text if c.isalnum()]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("400 people lost\ntheir homes\n(Red Cross)", ["400 people lost\ntheir homes", "(Red Cross)"]),
        ("They asked in the form of\nfood for 2,000 families.", ["They asked in the form of", "food for 2,000 families."]),
        (
            "They asked for help in the form of\nfood for 2,000 families.",
            ["They asked for help in the form of\nfood for 2,000 families."],
        ),
        ("321\nHouses\ndestroyed", ["321\nHouses\ndestroyed"]),
        ("killed 12\ninjured 30", ["killed 12", "injured 30"]),
        ("Keta\n\nburnt down", ["Keta", "burnt down"]),
        ("12\nkilled\n30\ninjured", ["12\nkilled", "30\ninjured"]),
    ],
)
def test_a_line_that_a_narrow_column_broke_is_one(text: str, expected: list[str]) -> None:
    assert [words for _, words in parts(text)] == expected


def test_a_row_of_a_piped_table_may_lack_its_last_cells_or_say_that_there_is_no_figure() -> None:
    text = "Place | Killed | Injured\nHoms | 12 | 340\nHama | 5\nAleppo | n/a | n/a\nIdlib | | 9"
    cells = [(block.row, block.column, text[block.start : block.end]) for block in blocks(text) if block.kind is BlockKind.CELL]
    assert cells == [
        ("Homs", "Killed", "12"),
        ("Homs", "Injured", "340"),
        ("Hama", "Killed", "5"),
        ("Aleppo", "Killed", "n/a"),
        ("Aleppo", "Injured", "n/a"),
        ("Idlib", "Injured", "9"),
    ]


@pytest.mark.parametrize(
    ("table", "heads"),
    [
        (
            "          | Week 9 |        | Since May |\nRegion    | Cases  | Deaths | Cases     | Deaths\n"
            "Keta      | 12     | 1      | 30        | 4\nHo        | 4      | -      | 9         | 2",
            ["Week 9 Cases", "Week 9 Deaths", "Since May Cases", "Since May Deaths"],
        ),
        (
            "Region | Families | Houses | Houses\n       | affected | (full) | (partial)\nKeta   | 12 | 30 | 4\nHo | 4 | 9 | 8",
            ["Families affected", "Houses (full)", "Houses (partial)"],
        ),
        (
            "           Households  Sites           Casualties\nRegion      displaced   No.   People      Dead  Hurt\n"
            "---------  ----------  ----  -------      ----  ----\n"
            "Keta            1,305    16    8,914         7    43\nHo                688     3    2,017         2     8",
            ["Households displaced", "Sites No.", "Sites People", "Casualties Dead", "Casualties Hurt"],
        ),
        (
            "Region     Persons   Persons\n           missing   injured\nKeta           1         7\nHo             3         2",
            ["Persons missing", "Persons injured"],
        ),
    ],
)
def test_a_head_over_two_lines_heads_each_column(table: str, heads: list[str]) -> None:
    cells = [block for block in blocks(table) if block.kind == "cell" and block.row == "Keta"]
    assert [cell.column for cell in cells] == heads


def test_dots_lead_from_a_label_to_all_that_is_said_of_it() -> None:
    listed = "Casualties\nDead ....... 9 confirmed; 2 for verification\nMissing .... 4, all farmers\nCost ....... USD 3m"
    cells = [(listed[b.start : b.end], b.row) for b in blocks(listed) if b.kind == "cell"]
    assert cells == [("9 confirmed; 2 for verification", "Dead"), ("4, all farmers", "Missing"), ("USD 3m", "Cost")]


@pytest.mark.parametrize("mark", ["~", "o  ", "+", "(+)", "(–)", "[x]", "[ ]", "[b]", ">"])
def test_whatever_mark_a_list_uses_is_none_of_its_entries(mark: str) -> None:
    assert parts(f"{mark} 7,930 persons fled.\n{mark} Ho: nine died.") == [
        ("bullet", "7,930 persons fled."),
        ("bullet", "Ho: nine died."),
    ]


def test_key_figures_that_each_begin_with_a_number_stay_apart() -> None:
    lines = ["15.2 million children in need of humanitarian assistance this year", "3.1 million displaced children (IOM)"]
    assert [text for _, text in parts("\n".join(lines))] == lines


@pytest.mark.parametrize("label", ["people in IPC Phase 3 or above", "children under 5 with wasting", "boys aged 6-11 years"])
def test_a_labels_own_numbers_do_not_part_it_from_its_figure(label: str) -> None:
    text = f"1.2 million\n{label}\n\n8,300\npeople displaced"
    assert parts(text) == [("cell", f"1.2 million\n{label}"), ("cell", "8,300\npeople displaced")]
