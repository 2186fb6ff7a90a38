"""What is drawn of a table, and how it is tagged."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from success_desktop.documents.outline_blocks import (
    BAR,
    Block,
    DocumentLanguage,
    HeadCell,
    Phrase,
    Section,
    Table,
    TotalRow,
)
from success_desktop.documents.pdf.tables import TableBox
from success_desktop.documents.pdf.tables_setting import set_table
from success_desktop.documents.pdf_writer import write_pdf
from success_desktop.documents.sheets import sheet_of
from tests.documents.pdf.pdf_outlines import outline
from tests.documents.pdf.pdf_reading import list_marks, list_tags, read_pages
from tests.documents.pdf.printed_tables import (
    COLUMNS,
    baht,
    data,
    find_text,
    group,
    heads,
    print_boxes,
    read_letters,
    table,
    th,
    total,
)

DARK, LIGHT, GREY = (0.902, 0.933, 0.929), (0.957, 0.969, 0.969), (0.247, 0.29, 0.322)
Rectangle = tuple[tuple[float, ...], float, float]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "plan.pdf"


def write(path: Path, *blocks: Block, language: DocumentLanguage = "th") -> None:
    section = Section("landscape", (), blocks)
    write_pdf(outline(sections=(section,), language=language), path)


def roles(path: Path) -> list[str]:
    with pikepdf.open(path) as pdf:
        return [tag.role for tag in list_tags(pdf)]


def list_signs(pdf: pikepdf.Pdf, page: int = 0) -> Iterator[tuple[list[Any], str]]:
    """What a page draws: operands and operator of each sign of its content."""
    for sign in pikepdf.parse_content_stream(pdf.pages[page]):
        assert isinstance(sign, pikepdf.ContentStreamInstruction)
        yield list(sign.operands), str(sign.operator)


def rectangles(path: Path, page: int = 0) -> Iterator[Rectangle]:
    """The filled rectangles of a page: colour, width and height."""
    with pikepdf.open(path) as pdf:
        colour: tuple[float, ...] = ()
        drawn = []
        for operands, operator in list_signs(pdf, page):
            if str(operator) == "rg":
                colour = tuple(float(share) for share in operands)
            elif str(operator) == "re":
                drawn.append((float(operands[2]), float(operands[3])))
            elif str(operator) == "f":
                yield from ((colour, width, height) for width, height in drawn)
                drawn = []
            elif str(operator) == "S":
                drawn = []


def setting_of(printed: Table):
    return set_table(printed, sheet_of("landscape").text_width / 20, "th")


def test_heads_values_and_sums_are_told_apart_by_their_tags(path: Path):
    write(path, table(group("น้ำ"), data(1), total("รวม")))

    found = roles(path)
    begun = found.index("Table")
    assert found[begun:] == [
        *("Table", "TR", *["TH"] * 6),
        *("TR", "TH"),
        *("TR", *["TD"] * 6),
        *("TR", "TH", *["TD"] * 3),
    ]


def attributes(path: Path, role: str) -> list[dict[str, object]]:
    with pikepdf.open(path) as pdf:
        found = [tag.entries.get("/A", pikepdf.Dictionary()) for tag in list_tags(pdf) if tag.role == role]
        return [
            {
                key[1:]: str(value)[1:] if isinstance(value, pikepdf.Name) else int(value)
                for key, value in entry.items()
            }
            for entry in found
        ]


def test_tags_say_what_a_cell_is_the_head_of_and_what_it_fills(path: Path):
    years = heads("2568", "2569")
    money = heads("ก")[0]._replace(span=2)
    upper = (*(cell._replace(reaches_down=True) for cell in heads("a", "b", "c")), money, *heads("d"))
    head = ((*upper[:4], upper[4]._replace(reaches_down=True)), years)
    write(path, table(group("น้ำ"), data(1), total("รวม"), head=head))

    first, *_others = attributes(path, "TH")
    spans = attributes(path, "TH")
    assert first == {"O": "Table", "Scope": "Column", "RowSpan": 2}
    assert {"O": "Table", "Scope": "Column", "ColSpan": 2} in spans
    assert spans[-2] == {"O": "Table", "Scope": "Column", "ColSpan": 6}
    assert spans[-1] == {"O": "Table", "Scope": "Row", "ColSpan": 3}
    assert set(map(str, attributes(path, "TD"))) == {"{}"}


def test_a_value_over_several_columns_says_so(path: Path):
    write(path, table(data(1), TotalRow(False, ((th("รวม"), 2), (th("ก"), 4)))))

    assert attributes(path, "TD")[-1] == {"O": "Table", "ColSpan": 4}


def test_a_head_without_a_name_is_a_head_all_the_same(path: Path):
    write(path, table(data(1), head=((HeadCell(()), *heads("b", "c", "d", "e", "f")),)))

    assert roles(path).count("TH") == 6


def test_a_head_said_again_is_no_part_of_the_text(path: Path):
    write(path, table(*(data(number) for number in range(60))))

    assert len(read_pages(path)) > 1
    assert roles(path).count("TH") == 6
    assert roles(path).count("Table") == 1
    with pikepdf.open(path) as pdf:
        marked = {role for role, _number in list_marks(pdf, 1)}
    assert "TH" not in marked
    assert {"TD", "Artifact"} <= marked


def test_a_head_is_drawn_on_every_page_where_the_table_stands_there(tmp_path: Path):
    path = tmp_path / "boxes.pdf"
    first, second = (
        TableBox(table(*(data(number) for number in range(40))), 500, "th") for _times in range(2)
    )
    assert print_boxes([first, second], path) == 5

    letters = read_letters(path)
    found = find_text(letters, "2568")
    assert [head.page for head in found] == [0, 1, 2, 2, 3, 4]
    rows = find_text(letters, "#")
    for head in found:
        below = [row.top for row in rows if row.page == head.page and row.top < head.bottom]
        assert head.bottom - max(below) < 20


def test_a_cell_that_goes_on_overleaf_is_one_cell(path: Path):
    write(path, table(data(1, name="ยาว\n" * 60)))

    with pikepdf.open(path) as pdf:
        cells = [tag.entries for tag in list_tags(pdf) if tag.role == "TD"]
        counts = [len(cell.get("/K", ())) for cell in cells]
    assert counts == [1, 3, 1, 1, 0, 1]
    assert roles(path).count("TR") == 2


def test_rows_stand_in_the_order_of_reading(path: Path):
    write(path, table(*(data(number) for number in range(10, 40))))

    text = "".join(read_pages(path))
    assert [text.index(f"#{number}") for number in range(10, 40)] == sorted(
        text.index(f"#{number}") for number in range(10, 40)
    )


def test_heads_groups_and_sums_have_a_ground(path: Path):
    printed = table(group("น้ำ"), data(1), total("S1"), total("S2", is_grand=True))
    write(path, printed)

    whole = setting_of(printed).edges[-1]
    grounds = list(rectangles(path))
    assert [colour for colour, width, _height in grounds if width == pytest.approx(whole, abs=0.1)] == [
        pytest.approx(LIGHT),
        pytest.approx(LIGHT),
        pytest.approx(DARK),
    ]
    assert sum(colour == pytest.approx(DARK) for colour, _width, _height in grounds) == 7


def test_a_month_is_a_solid_bar_from_edge_to_edge_whose_sign_can_be_copied(path: Path):
    bars = data(1)._replace(cells=(baht("#1"), th(BAR), (), (), (), th("x")))
    printed = table(bars)
    write(path, printed)

    setting = setting_of(printed)
    width = setting.edges[2] - setting.edges[1]
    (bar,) = [found for found in rectangles(path) if found[0] == pytest.approx(GREY)]
    assert bar[1] == pytest.approx(width, abs=0.02)
    assert 3 < bar[2] < setting.size
    assert BAR in read_pages(path)[0]


def test_the_sign_of_a_bar_is_not_seen_while_what_follows_is(path: Path):
    write(path, table(data(1)._replace(cells=(baht("#1"), th(BAR), (), (), (), th("x")))))

    with pikepdf.open(path) as pdf:
        modes = [int(operands[0]) for operands, operator in list_signs(pdf) if str(operator) == "Tr"]
    assert modes == [3, 0]


def test_cells_are_parted_by_lines_and_a_group_line_is_not(path: Path):
    printed = table(group("น้ำ"), data(1), data(2))
    write(path, printed)
    edges = setting_of(printed).edges

    stands = []
    with pikepdf.open(path) as pdf:
        start = (0.0, 0.0)
        for operands, operator in list_signs(pdf):
            if str(operator) not in ("m", "l"):
                continue
            x, y = map(float, operands)
            if str(operator) == "l" and x == start[0]:
                stands.append(round(start[1] - y, 2))
            start = (x, y)
    heights = sorted(set(stands))
    assert len(stands) == 2 + len(edges)
    assert len(heights) == 2
    assert stands.count(heights[-1]) == len(edges)


def test_sums_and_short_heads_stand_in_the_middle_of_their_cells(path: Path):
    printed = table(data(1), total("หนึ่ง\nสอง\nสาม", "777,777"))
    write(path, printed)
    letters = read_letters(path)

    label = find_text(letters, "สอง")[0]
    assert find_text(letters, "777,777")[0].bottom == pytest.approx(label.bottom, abs=0.6)


def test_english_below_thai_is_quieter_than_what_follows(path: Path):
    both = (Phrase("หนึ่ง", "th"), Phrase("one", "en"))
    write(path, table(data(1)._replace(cells=(baht("#1"), both, (), (), (), th("x")))), language="both")

    with pikepdf.open(path) as pdf:
        operators = [
            (str(operator), [float(share) for share in operands])
            for operands, operator in list_signs(pdf)
            if str(operator) in ("rg", "g")
        ]
    quiet = next(
        place
        for place, (name, shares) in enumerate(operators)
        if name == "rg" and shares == pytest.approx(list(GREY))
    )
    assert operators[quiet + 1] == ("g", [0])


def test_what_is_in_another_language_says_so(path: Path):
    both = (Phrase("หนึ่ง", "th"), Phrase("one\n\nmore", "en"), Phrase("สอง", "th"))
    cells = (baht("#1"), both, (Phrase("two", "en"),), (), (), th("x"))
    write(path, table(group("น้ำ", 0, "Water"), data(1)._replace(cells=cells)), language="both")

    with pikepdf.open(path) as pdf:
        spans = [tag for tag in list_tags(pdf) if tag.role == "Span" and "/Lang" in tag.entries]
        owners = [str(span.entries.P.S) for span in spans]
        counts = [len(tag.entries.get("/K", ())) for tag in list_tags(pdf) if tag.role == "TD"]
    assert [str(span.entries.Lang) for span in spans] == ["en", "en", "en"]
    assert owners == ["/TH", "/TD", "/TD"]
    assert counts == [1, 3, 1, 0, 0, 1]
    text = read_pages(path)[0]
    assert text.index("หนึ่ง") < text.index("one") < text.index("more") < text.index("สอง") < text.index("two")


def test_pages_with_a_table_mark_all_that_is_drawn(path: Path):
    write(path, table(group("น้ำ"), *(data(number) for number in range(80)), total("รวม")))

    with pikepdf.open(path) as pdf:
        for page in range(len(pdf.pages)):
            marks = list_marks(pdf, page)
            numbers = [number for _role, number in marks if number >= 0]
            assert numbers == list(range(len(numbers)))


def test_columns_of_a_printed_table_are_those_of_the_outline(path: Path):
    write(path, table(data(1)))

    assert roles(path).count("TH") == len(COLUMNS)
