"""A file that the reader has read, laid out as the independent resolver lays it out: what both must agree on."""

from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from success_desktop.documents.returned.reading import read_returned
from success_desktop.documents.returned.resolving import Line, read_lines
from success_desktop.documents.returned.returned_file import CellPlace, Paragraph, ReturnedFile, View, stands
from tests.documents.redline.resolver import PAGE, Block, Blocks, Reading, Table, W

_HYPHEN = "\N{NON-BREAKING HYPHEN}"


def read_body(path: Path, view: View) -> Blocks:
    """The blocks of a file's body in a view, as the resolver reads them."""
    file = _with_page_signs(read_returned(path))
    return tuple(_Layout(file, view).blocks(None))


def drop_line_turns(tree: etree._Element) -> None:
    """Take the breaks away that only part the lines of a title: they are no part of its text."""
    for style in list(tree.iter(f"{W}rStyle")):
        if style.get(f"{W}val") == "LineTurn":
            run = next(style.iterancestors(f"{W}r"))
            for turn in run.findall(f"{W}br"):
                run.remove(turn)


def flatten(reading: Reading) -> Blocks:
    """The blocks of all sections of a resolver's reading."""
    return tuple(block for pages in reading for block in pages.blocks)


class _Layout:
    """Puts lines back into the tables that they stand in."""

    def __init__(self, file: ReturnedFile, view: View) -> None:
        self._file = file
        self._view: View = view
        self._lines: dict[CellPlace | None, list[Line]] = {}
        for line in read_lines(file, view):
            if line.story == "body" and line.box is None:
                self._lines.setdefault(line.place, []).append(line)

    def blocks(self, place: CellPlace | None) -> Iterator[Block]:
        """The lines and tables of a cell, or of the body, in their order."""
        placed: list[tuple[int, Block]] = [
            (line.last.number, line.text.replace(_HYPHEN, "-")) for line in self._lines.get(place, [])
        ]
        for table in self._file.tables:
            if table.story == "body" and table.within == place:
                rows = tuple(self._rows(table.number))
                if rows:
                    placed.append((self._first_paragraph(table.number), Table(rows)))
        return (block for _number, block in sorted(placed, key=lambda pair: pair[0]))

    def _rows(self, table: int) -> Iterator[tuple[Blocks, ...]]:
        for row in self._file.tables[table].rows:
            if stands(row.marks, self._view):
                yield tuple(
                    tuple(self.blocks(CellPlace(table, row.number, number)))
                    for number, cell in enumerate(row.cells)
                    if not cell.goes_on and stands(cell.marks, self._view)
                )

    def _first_paragraph(self, table: int) -> int:
        return min(
            number
            for row in self._file.tables[table].rows
            for cell in row.cells
            for number in cell.paragraphs
        )


def _with_page_signs(file: ReturnedFile) -> ReturnedFile:
    """The same file with the resolver's sign in the place of each page's number."""
    return ReturnedFile(paragraphs=tuple(map(_sign_pages, file.paragraphs)), tables=file.tables)


def _sign_pages(paragraph: Paragraph) -> Paragraph:
    signed = tuple(run._replace(text=PAGE) if run.holding == "page" else run for run in paragraph.runs)
    return paragraph._replace(runs=signed, labels=())
