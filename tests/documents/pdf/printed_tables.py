"""Tables to be printed in tests, and where on the page things were printed."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

import pypdfium2

from success_desktop.documents.outline_blocks import (
    Anchor,
    Column,
    DataRow,
    DocumentLanguage,
    GroupRow,
    HeadCell,
    Label,
    Phrase,
    Phrases,
    Table,
    TableRow,
    Titled,
    TotalRow,
)
from success_desktop.documents.pdf.boxes import Box
from success_desktop.documents.pdf.finishing import FilePage, PdfOptions, finish
from success_desktop.documents.pdf.pen import make_pen
from success_desktop.documents.pdf.tables import TableBox
from tests.documents.pdf.pdf_outlines import outline

WIDTH, HEIGHT, EDGE = 600.0, 400.0, 20.0
ROOM = HEIGHT - 2 * EDGE


class Letter(NamedTuple):
    """A letter as pdfium sees it: its page from 0, and its box in points, y counted from the foot of the page."""

    page: int
    text: str
    left: float
    bottom: float
    right: float
    top: float


def th(text: str) -> Phrases:
    return (Phrase(text, "th"),)


def baht(text: str) -> Phrases:
    return (Phrase(text, ""),)


def heads(*texts: str) -> tuple[HeadCell, ...]:
    return tuple(HeadCell(th(text)) for text in texts)


COLUMNS = (
    Column(1, "centre", "number"),
    Column(6, "text", "name"),
    Column(6, "text", "objective"),
    Column(2, "number", "budget:2568"),
    Column(2, "number", "budget:2569"),
    Column(3, "text", "lead"),
)
HEAD = (heads("ที่", "โครงการ", "วัตถุประสงค์", "2568", "2569", "หน่วยงาน"),)


def data(number: int, name: str = "", *, amount: str = "100,000", objective: str = "เพื่อลดน้ำท่วม") -> DataRow:
    cells = (
        baht(f"#{number}"),
        th(name or f"โครงการ{number}"),
        th(objective),
        baht(amount),
        (),
        th("กองช่าง"),
    )
    return DataRow(Anchor(f"r_{number}", f"n{number}", "", ""), cells)


def group(text: str, level: int = 0, english: str = "") -> GroupRow:
    anchor = Anchor(f"f_{text}", f"g_{text}", "name", "th")
    lines = [Titled(Label(Phrase("แผนงาน", "th"), (anchor,)), Phrase(text, "th"))]
    if english:
        lines.append(Titled(Label(Phrase("Programme", "en")), Phrase(english, "en")))
    return GroupRow(level, tuple(lines))


def total(text: str, amount: str = "1,000,000", *, is_grand: bool = False) -> TotalRow:
    return TotalRow(is_grand, ((th(text), 3), (baht(amount), 1), (baht("-"), 1), ((), 1)))


def table(
    *rows: TableRow,
    columns: Sequence[Column] = COLUMNS,
    head: tuple[tuple[HeadCell, ...], ...] = HEAD,
    row_height: int = 0,
) -> Table:
    return Table("p02", (), (), tuple(columns), head, rows, row_height)


def print_table(printed: Table, path: Path, language: DocumentLanguage = "th", height: float = HEIGHT) -> int:
    """Print a table alone; how many pages it took."""
    return print_boxes([TableBox(printed, WIDTH - 2 * EDGE, language)], path, height)


def print_boxes(boxes: Iterable[Box], path: Path, height: float = HEIGHT) -> int:
    """Print boxes below each other on pages of WIDTH x `height` points; how many pages they took."""
    pen = make_pen()
    pen.book.open_page(WIDTH, height)
    room, count = height - 2 * EDGE, 1
    for box in boxes:
        while not box.is_done:
            is_fresh = room == height - 2 * EDGE
            piece = box.take(room, is_fresh=is_fresh)
            if piece is not None:
                piece.draw(pen, EDGE, EDGE + room)
                room -= piece.height
                continue
            assert not is_fresh
            pen.book.close_page()
            pen.book.open_page(WIDTH, height)
            pen.tags.turn(pen.book.code)
            room, count = height - 2 * EDGE, count + 1
    pen.book.close_page()
    pages = [FilePage(number, str(number + 1)) for number in range(count)]
    finish(pen, outline(), pages, PdfOptions(), path)
    return count


def read_letters(path: Path) -> list[Letter]:
    """All letters of a file that can be seen, with where they stand."""
    letters = []
    with pypdfium2.PdfDocument(path) as pdf:
        for number, page in enumerate(pdf):
            text = page.get_textpage()
            for place in range(text.count_chars()):
                letter = text.get_text_range(place, 1)
                if letter.strip():
                    letters.append(Letter(number, letter, *text.get_charbox(place)))
    return letters


def find_text(letters: Sequence[Letter], wanted: str) -> list[Letter]:
    """The first letter of every occurrence of a text without blanks, in the order of reading."""
    text = "".join(letter.text[0] for letter in letters)
    found, place = [], text.find(wanted)
    while place >= 0:
        found.append(letters[place])
        place = text.find(wanted, place + 1)
    return found


def end_of(letters: Sequence[Letter], wanted: str) -> list[float]:
    """How far right each occurrence of a text reaches."""
    text = "".join(letter.text[0] for letter in letters)
    found, place = [], text.find(wanted)
    while place >= 0:
        found.append(letters[place + len(wanted) - 1].right)
        place = text.find(wanted, place + 1)
    return found
