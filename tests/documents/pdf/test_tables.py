"""Tables going on over pages, read back from the file: what repeats, what stays together, what must not get lost."""

import re
from pathlib import Path

import pytest

from success_desktop.documents.outline_blocks import Anchor, Column, DataRow, TotalRow
from success_desktop.documents.pdf.tables import TableBox
from tests.documents.pdf.pdf_reading import read_pages, squeeze
from tests.documents.pdf.printed_tables import (
    EDGE,
    HEIGHT,
    ROOM,
    WIDTH,
    Letter,
    baht,
    data,
    end_of,
    find_text,
    group,
    heads,
    print_table,
    read_letters,
    table,
    total,
)

LINES_OF_24 = " ".join(f"w{number:03} ก่อสร้างถนนคอนกรีต" for number in range(101))
"""2,400 characters."""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "table.pdf"


def pages_of(letters: list[Letter], *wanted: str) -> list[int]:
    """The page of each text, all of which are printed just once."""
    found = [find_text(letters, text) for text in wanted]
    assert [len(letters) for letters in found] == [1] * len(wanted)
    return [letters[0].page for letters in found]


def markers(path: Path, pattern: str) -> list[str]:
    return re.findall(pattern, "\n".join(read_pages(path)))


def test_the_head_stands_on_every_page_at_the_same_height(path: Path):
    count = print_table(table(*(data(number) for number in range(60))), path)

    heads = find_text(read_letters(path), "2568")
    assert count > 2
    assert [head.page for head in heads] == list(range(count))
    assert len({round(head.top, 1) for head in heads}) == 1
    assert heads[0].top > HEIGHT - EDGE - 20


def test_every_row_is_printed_once_and_in_order(path: Path):
    print_table(table(*(data(number) for number in range(100, 200))), path)

    assert markers(path, r"#\d+") == [f"#{number}" for number in range(100, 200)]


def test_no_row_leaves_the_room_between_the_edges(path: Path):
    print_table(table(*(data(number, objective=f"ยาว {number} " * 12) for number in range(40))), path)

    letters = read_letters(path)
    assert min(letter.bottom for letter in letters) >= EDGE - 0.1
    assert max(letter.top for letter in letters) <= HEIGHT - EDGE + 0.1
    assert max(letter.right for letter in letters) <= WIDTH - EDGE + 0.1


def test_a_row_of_eight_lines_is_not_broken(path: Path):
    lines = "\n".join(f"a{line}" for line in range(8))
    rows = [data(number, name=lines.replace("a", f"x{number:02}a")) for number in range(12)]

    assert print_table(table(*rows), path) > 1
    letters = read_letters(path)
    for number in range(12):
        first, last = pages_of(letters, f"x{number:02}a0", f"x{number:02}a7")
        assert first == last


def test_a_cell_of_2400_characters_breaks_over_pages_whole(path: Path):
    assert len(LINES_OF_24) >= 2400
    count = print_table(table(data(1), data(2, objective=LINES_OF_24), data(3)), path)

    assert count >= 2
    assert markers(path, r"w\d{3}") == [f"w{number:03}" for number in range(101)]
    assert markers(path, r"#\d") == ["#1", "#2", "#3"]
    letters = read_letters(path)
    assert {head.page for head in find_text(letters, "2568")} == set(range(count))
    assert {letter.page for letter in find_text(letters, "w0")} == set(range(count))


@pytest.mark.parametrize("rows_above", range(14))
def test_two_lines_at_least_of_a_tall_row_stand_on_either_page(path: Path, rows_above: int):
    lines = "\n".join(f"m{line:02}" for line in range(10))
    print_table(table(*(data(number) for number in range(rows_above)), data(99, name=lines)), path)

    letters = read_letters(path)
    pages = pages_of(letters, *(f"m{line:02}" for line in range(10)))
    assert pages == sorted(pages)
    assert pages[0] == pages[1]
    assert pages[-2] == pages[-1]


@pytest.mark.parametrize("rows_above", range(14))
def test_a_line_above_a_group_stands_on_the_page_of_its_first_row(path: Path, rows_above: int):
    rows = [data(number) for number in range(rows_above)]
    print_table(table(*rows, group("G1"), group("G2", 1), data(88), data(89)), path)

    first, second, row = pages_of(read_letters(path), "G1", "G2", "#88")
    assert first == second == row


@pytest.mark.parametrize("rows_above", range(14))
def test_a_sum_never_stands_on_a_page_without_a_row(path: Path, rows_above: int):
    rows = [data(number) for number in range(rows_above)]
    print_table(table(*rows, data(88), total("S1"), total("S2", is_grand=True)), path)

    row, first, second = pages_of(read_letters(path), "#88", "S1", "S2")
    assert row == first == second


@pytest.mark.parametrize("rows_above", range(14))
def test_the_end_of_a_tall_row_stands_with_its_sum(path: Path, rows_above: int):
    lines = "\n".join(f"m{line:02}" for line in range(10))
    rows = [data(number) for number in range(rows_above)]
    print_table(table(*rows, data(88, name=lines), total("S1")), path)

    pages = pages_of(read_letters(path), "m08", "m09", "S1")
    assert len(set(pages)) == 1


def test_lines_above_groups_may_be_parted_where_another_of_their_level_follows(path: Path):
    groups = [group(f"G{number:02}") for number in range(40)]

    assert print_table(table(*groups, data(1)), path) > 1
    assert markers(path, r"G\d\d") == [f"G{number:02}" for number in range(40)]


def test_rows_that_belong_together_are_parted_when_no_page_holds_them(path: Path):
    groups = [group(f"G{level:02}", level) for level in range(30)]

    assert print_table(table(*groups, data(1), total("S1"), data(2)), path) == 2
    assert markers(path, r"G\d\d|#\d|S1") == [*(f"G{level:02}" for level in range(30)), "#1", "S1", "#2"]
    assert len(find_text(read_letters(path), "2568")) == 2


def test_a_group_name_taller_than_a_page_is_cut(path: Path):
    words = " ".join(f"w{number:03} ก่อสร้าง" for number in range(600))

    assert print_table(table(group(words), data(1)), path) > 1
    assert markers(path, r"w\d{3}|#1") == [*(f"w{number:03}" for number in range(600)), "#1"]


def test_a_page_too_low_for_head_and_line_holds_lines_alone(path: Path):
    lines = "\n".join(f"m{line:02}" for line in range(6))

    count = print_table(table(data(1, name=lines)), path, height=2 * EDGE + 22)
    assert count == 6
    assert markers(path, r"m\d\d") == [f"m{line:02}" for line in range(6)]
    assert not find_text(read_letters(path), "2568")


def test_a_page_lower_than_a_line_still_gets_one(path: Path):
    assert print_table(table(data(1), data(2)), path, height=2 * EDGE + 4) == 2
    assert markers(path, r"#\d") == ["#1", "#2"]


def test_the_least_of_a_table_is_what_is_taken_of_it_where_there_is_just_room():
    rows = (group("G1"), data(1), data(2))
    least = TableBox(table(*rows), WIDTH, "th").least

    assert TableBox(table(*rows), WIDTH, "th").take(least - 1, is_fresh=False) is None
    piece = TableBox(table(*rows), WIDTH, "th").take(least, is_fresh=False)
    assert piece is not None
    assert piece.height == pytest.approx(least)
    assert [place.name for place in piece.places] == ["f_G1", "r_1"]


def test_the_least_of_a_table_that_begins_with_a_tall_row_is_two_lines_of_it():
    tall = TableBox(table(data(1, name="ก\n" * 30)), WIDTH, "th")
    low = TableBox(table(data(1, name="ก\nข")), WIDTH, "th")

    assert tall.least == pytest.approx(low.least)
    piece = tall.take(tall.least, is_fresh=False)
    assert piece is not None
    assert not tall.is_done


def test_a_table_gives_out_its_rows_until_none_is_left():
    box = TableBox(table(*(data(number) for number in range(50))), WIDTH, "th")
    names, taken = [], 0
    while not box.is_done:
        piece = box.take(ROOM, is_fresh=True)
        assert piece is not None
        assert piece.height <= ROOM
        names += [place.name for place in piece.places]
        taken += 1

    assert taken > 1
    assert names == [f"r_{number}" for number in range(50)]


def test_places_say_where_in_the_piece_a_row_begins(path: Path):
    rows = (data(1), data(2, name="ก\nข\nค"), data(3))
    piece = TableBox(table(*rows), WIDTH - 2 * EDGE, "th").take(ROOM, is_fresh=True)
    assert piece is not None
    print_table(table(*rows), path)

    letters = read_letters(path)
    tops = [find_text(letters, f"#{number}")[0].top for number in (1, 2, 3)]
    downs = [place.down for place in piece.places]
    assert [place.node_id for place in piece.places] == ["n1", "n2", "n3"]
    assert [tops[0] - top for top in tops] == pytest.approx([down - downs[0] for down in downs], abs=0.1)


def test_the_rest_of_a_row_begins_nowhere_again():
    box = TableBox(table(data(1, name="ก\n" * 40)), WIDTH, "th")
    first, second = box.take(ROOM, is_fresh=True), box.take(ROOM, is_fresh=True)

    assert first is not None
    assert second is not None
    assert [place.name for place in first.places] == ["r_1"]
    assert second.places == []


def test_an_empty_table_is_its_head_and_the_line_that_says_so(path: Path):
    assert print_table(table(group("Nothing to list")), path) == 1
    assert "Nothing to list" in read_pages(path)[0]


def test_amounts_end_at_one_edge_whatever_their_length(path: Path):
    print_table(
        table(data(1, amount="7,777"), data(2, amount="1,234,567.50"), total("S", "9,999,999.99")), path
    )

    letters = read_letters(path)
    ends = [end for text in ("7,777", "1,234,567.50", "9,999,999.99") for end in end_of(letters, text)]
    assert ends == pytest.approx([ends[0]] * 3, abs=0.6)


def test_a_table_without_rows_is_its_head(path: Path):
    assert print_table(table(), path) == 1
    assert len(find_text(read_letters(path), "2568")) == 1


def test_a_table_without_rows_stands_where_there_is_room_for_its_head():
    box = TableBox(table(), WIDTH, "th")

    assert box.take(box.least - 1, is_fresh=False) is None
    assert not box.is_done
    piece = box.take(box.least, is_fresh=False)
    assert piece is not None
    assert piece.height == pytest.approx(box.least)
    assert box.is_done


@pytest.mark.parametrize("count", [30, 300])
def test_more_columns_than_the_page_has_room_for_end_all_the_same(path: Path, count: int):
    columns = [Column(1, "number" if place % 2 else "text", f"c{place}") for place in range(count)]
    row = DataRow(Anchor("r_1", "n1", "", ""), tuple(baht("1,000") for _column in columns))
    sums = TotalRow(True, tuple((baht("1,000"), 1) for _column in columns))
    head = (heads(*(f"h{place}" for place in range(count))),)

    assert print_table(table(row, sums, columns=columns, head=head), path) >= 1
    assert squeeze("".join(read_pages(path))).count("1,000") == 2 * count
