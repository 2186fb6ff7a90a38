"""Reading printed forms back from their files, with nothing of what wrote them: Word, Excel and PDF."""

import shutil
import subprocess
import zipfile
from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Literal, NamedTuple

import openpyxl
import pypdfium2
import pytest
from lxml import etree
from openpyxl.worksheet.worksheet import Worksheet

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_UNSEEN = str.maketrans({"\u200b": "", "\ufffe": "-", "\x02": "-"})
"""Blanks of no width; and what pdfium writes for a hyphen at the end of a line, which it takes for a divided word's."""
_SUMS = ("รวม", "Total", "Grand total", "Number of")


class FileRow(NamedTuple):
    """A row of a printed form below its head: what each column says; a cell over several stands in its first."""

    kind: Literal["data", "line", "sum"]
    texts: tuple[str, ...]


class FileForm(NamedTuple):
    """A printed form: the rows of its head, and those below."""

    head: tuple[tuple[str, ...], ...]
    rows: tuple[FileRow, ...]

    def of_kind(self, kind: str) -> list[tuple[str, ...]]:
        """The rows of one kind."""
        return [row.texts for row in self.rows if row.kind == kind]


def read_word_forms(path: Path) -> list[FileForm]:
    """The forms of a Word file in their order."""
    with zipfile.ZipFile(path) as package:
        body = etree.fromstring(package.read("word/document.xml"))
    return [_word_form(table) for table in body.iter(f"{_W}tbl")]


def _word_form(table: etree._Element) -> FileForm:
    head, rows = [], []
    for row in table.iterchildren(f"{_W}tr"):
        cells = [(_word_text(cell), _word_span(cell)) for cell in row.iterchildren(f"{_W}tc")]
        texts = tuple(text for text, span in cells for text in (text, *[""] * (span - 1)))
        if row.find(f"{_W}trPr/{_W}tblHeader") is not None:
            head.append(texts)
        else:
            rows.append(FileRow(_kind(texts, len(cells)), texts))
    return FileForm(tuple(head), tuple(rows))


def _word_text(cell: etree._Element) -> str:
    return "\n".join(
        "".join(
            {"t": element.text or "", "tab": "\t", "br": "\n"}.get(etree.QName(element).localname, "")
            for element in paragraph.iter(f"{_W}t", f"{_W}tab", f"{_W}br")
        )
        for paragraph in cell.iterchildren(f"{_W}p")
    )


def _word_span(cell: etree._Element) -> int:
    found = cell.find(f"{_W}tcPr/{_W}gridSpan")
    return 1 if found is None else int(str(found.get(f"{_W}val")))


def read_excel_forms(path: Path) -> list[FileForm]:
    """The forms of a workbook, sheet by sheet; the head are the rows that repeat on every page."""
    return [_excel_form(sheet) for sheet in openpyxl.load_workbook(path).worksheets]


def _excel_form(sheet: Worksheet) -> FileForm:
    first, last = (int(row) for row in str(sheet.print_title_rows).replace("$", "").split(":"))
    spans = {(block.min_row, block.min_col): block for block in sheet.merged_cells.ranges}
    covered = {
        row for block in sheet.merged_cells.ranges for row in range(block.min_row + 1, block.max_row + 1)
    }
    head, rows = [], []
    for number, cells in enumerate(sheet.iter_rows(), start=1):
        texts = tuple(_excel_text(cell.value) for cell in cells)
        width = sum(block.max_col - block.min_col for (row, _place), block in spans.items() if row == number)
        if first <= number <= last:
            head.append(texts)
        elif number > last and number not in covered:
            rows.append(FileRow(_kind(texts, len(texts) - width), texts))
    return FileForm(tuple(head), tuple(rows))


def _excel_text(value: object) -> str:
    """A cell as it is read: numbers as Excel shows them."""
    return f"{value:,}" if isinstance(value, int | float) else "" if value is None else str(value)


def _kind(texts: Sequence[str], cells: int) -> Literal["data", "line", "sum"]:
    if texts[0].startswith(_SUMS):
        return "sum"
    return "line" if cells == 1 else "data"


def read_pdf_pages(path: Path, reader: Literal["poppler", "pdfium"]) -> list[str]:
    """The text of each page, without any blanks, in the order of the file."""
    if reader == "poppler":
        if shutil.which("pdftotext") is None:
            pytest.skip("pdftotext is not installed")
        told = subprocess.run(
            ["pdftotext", "-raw", str(path), "-"], capture_output=True, check=True, timeout=120
        )
        return [squeeze(page) for page in told.stdout.decode().split("\f")]
    document = pypdfium2.PdfDocument(path)
    return [squeeze(page.get_textpage().get_text_range()) for page in document]


def squeeze(text: str) -> str:
    """A text without blanks and line ends, whatever reader it comes from."""
    return "".join(text.translate(_UNSEEN).split())


def find_over_pages(text: str, pages: Sequence[str], first: int) -> bool:
    """Whether `text` (squeezed) begins on the page of the number given or one of the two next, and goes on from there."""
    return any(_goes_on(text, pages[start:]) for start in range(first - 1, min(first + 2, len(pages))))


def _goes_on(text: str, pages: Sequence[str]) -> bool:
    """Whether `text` stands on the first of some pages, or begins there and goes on on those that follow."""
    rest = text
    for page in pages:
        taken = _longest_beginning(rest, page)
        rest = rest[taken:]
        if not rest:
            return True
        if not taken:
            return False
    return False


def _longest_beginning(text: str, page: str) -> int:
    """How many characters of the beginning of `text` stand together on a page."""
    least, most = 0, len(text)
    while least < most:
        middle = (least + most + 1) // 2
        least, most = (middle, most) if text[:middle] in page else (least, middle - 1)
    return least


def figures_of(texts: Sequence[str]) -> list[Decimal]:
    """The numbers in a row's texts; a sign for nothing is nought, a blank cell is left out."""
    figures = []
    for text in texts:
        bare = text.replace(",", "").strip()
        if bare == "-" or bare.replace(".", "").isdigit():
            figures.append(Decimal(0 if bare == "-" else bare))
    return figures


def add_columns(rows: Sequence[Sequence[str]], places: Sequence[int]) -> list[Decimal]:
    """The sums of some columns of rows, read from their texts."""
    return [
        sum((Decimal(row[place].replace(",", "")) for row in rows if row[place]), Decimal(0))
        for place in places
    ]


def blocks_before_sums(form: FileForm) -> Iterator[tuple[list[tuple[str, ...]], tuple[str, ...]]]:
    """Each row of sums, with the rows of data since the last line above a group; from the grand total on, all rows."""
    since: list[tuple[str, ...]] = []
    everything: list[tuple[str, ...]] = []
    is_grand = False
    for row in form.rows:
        if row.kind == "data":
            since.append(row.texts)
            everything.append(row.texts)
        elif row.kind == "sum":
            is_grand = is_grand or "ทั้งสิ้น" in row.texts[0] or row.texts[0].startswith("Grand")
            yield (everything if is_grand else since), row.texts
        else:
            since = []
