"""What a clipboard holds, as a block of cells: the tab text of Excel and LibreOffice, or the table of a Word document.

A block is a tuple of rows of cell texts. Rows may be of different length: a cell that is not there changes nothing.
"""

import re
from collections.abc import Sequence
from html.parser import HTMLParser

Block = tuple[tuple[str, ...], ...]

_CELL = re.compile(r'(?:"(?P<quoted>(?:[^"]|"")*+)"(?=[\t\r\n]|\Z)|[^\t\r\n]*)(?P<end>\t|\r\n?|\n|\Z)')
_NEEDS_QUOTES = re.compile(r'[\t\r\n]|""')
_LINE_END = re.compile(r"\r\n?")
_SPACES = re.compile(r"[ \t\r\n\f]+")

_WORD_MARK = "urn:schemas-microsoft-com:office:word"
_CELLS = frozenset(("td", "th"))
_PARAGRAPHS = frozenset(("p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6"))
_UNSEEN = frozenset(("head", "style", "script", "title", "template"))
_WIDEST_SPAN = 100


def read_clipboard(text: str, html: str = "") -> Block:
    """The block that a clipboard offers as `text` and, maybe, as `html`; empty when it holds nothing.

    Tab text is taken where it can be had. A table of Word is better read from its HTML, for Word's text breaks a row in two
    where a cell has two paragraphs; and so is any table that comes without tabs. HTML with words outside of its table is
    no table but a passage of text.
    """
    if html and (_WORD_MARK in html or "\t" not in text):
        return read_html_block(html) or read_block(text)
    return read_block(text)


def read_block(text: str) -> Block:
    """The cells of tab text, as spreadsheets put it on the clipboard.

    A cell with tabs or line breaks stands in quotes, its own quotes doubled. Quotes that do not wrap a whole cell, or
    wrap one that needs none, are part of its text: spreadsheets copy those as they are. One line end behind the
    last row is not a row. Cells of nothing but spaces (no-break ones too) are empty; line breaks within a
    cell become newlines.
    """
    text = text.rstrip("\0")
    rows: list[tuple[str, ...]] = []
    row: list[str] = []
    for found in _CELL.finditer(text):
        if found.start() == len(text) and not row:
            break
        row.append(_cell_text(found))
        if found["end"] != "\t":
            rows.append(tuple(row))
            row = []
    return tuple(rows)


def read_html_block(html: str) -> Block:
    """The cells of the first table of an HTML clipboard; empty when there is none, or when words stand outside of it.

    Nothing is fetched and no script is run. Paragraphs and line breaks within a cell become newlines; a cell that spans
    others leaves those empty, as a merged cell does in a spreadsheet.
    """
    reader = _TableReader()
    reader.feed(html)
    reader.close()
    return () if reader.has_words_outside else reader.block()


def is_single(block: Sequence[Sequence[str]]) -> bool:
    """Whether a block is one cell."""
    return len(block) == 1 and len(block[0]) == 1


def _cell_text(found: re.Match[str]) -> str:
    quoted = found["quoted"]
    if quoted is not None and (not quoted or _NEEDS_QUOTES.search(quoted)):
        cell = _LINE_END.sub("\n", quoted.replace('""', '"'))
    else:
        cell = found[0].removesuffix(found["end"])
    return cell if cell.strip() else ""


class _TableReader(HTMLParser):
    """Collects the cells of the first table. Tables within its cells are read as text of the cell."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.has_words_outside = False
        self._rows: list[dict[int, str]] = []
        self._taken: set[tuple[int, int]] = set()
        self._depth = 0
        self._is_done = False
        self._unseen = 0
        self._cell: list[str] | None = None
        self._span = (1, 1)

    def block(self) -> Block:
        """The rows, each as long as the cells that it has or that span into it."""
        return tuple(
            tuple(row.get(column, "") for column in range(self._width(number)))
            for number, row in enumerate(self._rows)
        )

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note where tables, rows, cells and paragraphs begin."""
        if tag in _UNSEEN:
            self._unseen += 1
        elif tag == "table":
            self._depth += 1
        elif self._depth == 1 and not self._is_done and tag == "tr":
            self._end_cell()
            self._rows.append({})
        elif self._depth == 1 and not self._is_done and tag in _CELLS:
            self._end_cell()
            self._begin_cell(dict(attrs))
        elif tag in _PARAGRAPHS or tag == "br":
            self._break_line()

    def handle_endtag(self, tag: str) -> None:
        """Note where they end."""
        if tag in _UNSEEN:
            self._unseen = max(0, self._unseen - 1)
        elif tag == "table" and self._depth:
            self._depth -= 1
            if not self._depth:
                self._end_cell()
                self._is_done = True
        elif tag in _CELLS and self._depth == 1:
            self._end_cell()
        elif tag in _PARAGRAPHS:
            self._break_line()

    def handle_data(self, data: str) -> None:
        """Keep the words of a cell; what is told to be unseen is not."""
        if self._unseen:
            return
        if self._cell is not None:
            self._cell.append(_SPACES.sub(" ", data))
        elif data.strip():
            self.has_words_outside = True

    def _break_line(self) -> None:
        if self._cell is not None:
            self._cell.append("\n")

    def _begin_cell(self, attributes: dict[str, str | None]) -> None:
        if not self._rows:
            self._rows.append({})
        self._cell = []
        self._span = (_span(attributes.get("rowspan")), _span(attributes.get("colspan")))

    def _end_cell(self) -> None:
        """Put the words read into the first free place of the row, and keep the places that the cell spans."""
        if self._cell is None:
            return
        lines = (line.strip() for line in "".join(self._cell).split("\n"))
        row, column = len(self._rows) - 1, 0
        while (row, column) in self._taken:
            column += 1
        self._rows[row][column] = "\n".join(line for line in lines if line)
        rows, columns = self._span
        self._taken |= {(row + down, column + right) for down in range(rows) for right in range(columns)}
        self._cell = None

    def _width(self, row: int) -> int:
        columns = [column for taken, column in self._taken if taken == row]
        return max(columns, default=-1) + 1


def _span(written: str | None) -> int:
    """How many cells a cell spans: what is written, within reason."""
    return min(max(int(written), 1), _WIDEST_SPAN) if written and written.isdecimal() else 1
