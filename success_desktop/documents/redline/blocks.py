"""The pieces of a body as our writer yields them, sorted into what belongs together: labelled texts, and tables of rows."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from success_desktop.documents.redline.alignment import Key

_BLOCK = re.compile(r"<w:p>.*?</w:p>|<w:tr>.*?</w:tr>|<w:tbl>.*?</w:tblGrid>|</w:tbl>", re.DOTALL)
_NAME = re.compile(r'w:name="([fr]_[^"]*)"')
_STYLE = re.compile(r'<w:pStyle w:val="([^"]*)"')
_FORM = re.compile(r"r_.*_([0-9a-f]{8})(?:_\d+)?")
_WIDTH = re.compile(r'<w:gridCol w:w="(\d+)"/>')
_SPAN = re.compile(r'<w:gridSpan w:val="(\d+)"/>')
_CELL_WIDTH = re.compile(r'<w:tcW w:w="\d+"')
_FILL = re.compile(r'w:fill="([^"]*)"')
_NUMBERS = re.compile(r' w:id="\d+"|(?<=w:name=")_Toc\d+')
_LAYOUT = re.compile(
    r' w:id="\d+"|<w:tcW [^>]*/>|<w:rPr><w:w [^>]*/></w:rPr>|<w:trPr><w:cantSplit/></w:trPr>|<w:keepNext(?: w:val="0")?/>'
)
_CELL_PROPERTIES_END = "</w:tcPr>"
_HEADING = "Heading"
_LEADS = ("TableTitle", "TableCaption")


@dataclass(slots=True)
class Text:
    """A label with the value behind it, or paragraphs without a label: those of one heading, or between two labels."""

    key: Key
    xml: str

    @property
    def anchor(self) -> str:
        """Whose edit may have moved it."""
        return self.key.name

    @property
    def bare(self) -> str:
        """The XML without the numbers that differ from document to document."""
        return _NUMBERS.sub("", self.xml)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table as XML. `anchor` tells whose edit brought it, "" where the program worded it.

    `columns` are the anchors of labels that stand side by side, in a row of such labels and in that of their values.
    """

    xml: str
    key: Key
    anchor: str = ""
    columns: tuple[str, ...] = ()
    has_values: bool = False

    @property
    def bare(self) -> str:
        """The XML without numbers of bookmarks and what follows from widths and heights."""
        return _LAYOUT.sub("", self.xml)

    @property
    def head(self) -> str:
        """The row's beginning with its properties, "" for none."""
        return self.xml[len("<w:tr>") : self.xml.index("<w:tc>")]

    @property
    def cells(self) -> list[tuple[str, str]]:
        """The properties of each cell, and its paragraphs."""
        parts = (cell.partition(_CELL_PROPERTIES_END) for cell in self.xml.split("<w:tc>")[1:])
        return [(head + end, content.partition("</w:tc>")[0]) for head, end, content in parts]

    @property
    def spans(self) -> list[int]:
        """How many columns each cell spans."""
        return [_count_columns(properties) for properties, _ in self.cells]


@dataclass(slots=True)
class Table:
    """A table with the titles above it and the low paragraph below it. `opening` is its XML up to the first row."""

    key: Key
    lead: str
    opening: str
    rows: list[Row] = field(default_factory=list)
    after: str = ""

    @property
    def anchor(self) -> str:
        """Whose edit may have moved it: the node of its first row that stands for one."""
        return next((row.anchor for row in self.rows if row.anchor), "")

    @property
    def widths(self) -> list[int]:
        """The widths of its columns, in twips."""
        return [int(width) for width in _WIDTH.findall(self.opening)]


Block = Text | Table


def read_blocks(pieces: Iterable[str]) -> list[Block]:
    """The blocks of some pages, in order. Keys are unique among them."""
    reader = _BlockReader()
    for piece in pieces:
        for part in _cut(piece):
            reader.read(part)
    return reader.finish()


def _cut(piece: str) -> Iterable[str]:
    """A piece as paragraphs, rows, beginnings and ends of tables; most rows are pieces of their own."""
    if piece.startswith("<w:tr>") and piece.find("</w:tr>") == len(piece) - len("</w:tr>"):
        return (piece,)
    return _BLOCK.findall(piece)


class _BlockReader:
    """Sorts paragraphs and rows as they come."""

    def __init__(self) -> None:
        self._blocks: list[Block] = []
        self._table: Table | None = None
        self._is_open = False
        self._lead: list[str] = []
        self._context = ""
        self._times: dict[str, int] = {}

    def read(self, part: str) -> None:
        """Take the next paragraph, row, beginning or end of a table."""
        if part.startswith("<w:tr>"):
            self._add_row(part)
        elif part.startswith("<w:tbl>"):
            self._table = Table(Key("", "table"), "".join(self._lead), part)
            self._lead, self._is_open = [], True
        elif part == "</w:tbl>":
            self._is_open = False
        elif self._table is not None:
            self._table.after = part
            self._end_table()
        else:
            self._add_paragraph(part)

    def finish(self) -> list[Block]:
        """The blocks read."""
        return self._blocks

    def _add_paragraph(self, xml: str) -> None:
        style = style_of(xml)
        if style in _LEADS or self._lead:
            self._lead.append(xml)
            return
        names = _NAME.findall(xml)
        is_heading = style.startswith(_HEADING) and style[-1].isdigit()
        if names:
            name = self._claim(names[-1])
            self._blocks.append(Text(Key(name), xml))
            self._context = name if is_heading else self._context
        elif is_heading:
            self._blocks.append(Text(Key("", style), xml))
            self._context = ""
        elif self._blocks and isinstance(self._blocks[-1], Text):
            self._blocks[-1].xml += xml
        else:
            self._blocks.append(Text(Key("", style), xml))

    def _add_row(self, xml: str) -> None:
        assert self._table is not None
        above = self._table.rows[-1] if self._table.rows else None
        self._table.rows.append(read_row(xml, above))

    def _end_table(self) -> None:
        """Name the table after the heading it stands below and its form, or by its being side by side."""
        table = self._table
        assert table is not None
        self._table = None
        forms = (_FORM.fullmatch(row.anchor) for row in table.rows)
        form = next((found[1] for found in forms if found), "")
        is_form = style_of(table.lead) == _LEADS[0]
        if form:
            table.key = Key(self._claim(f"{'' if is_form else self._context} {form}"), "table")
        elif any(row.columns for row in table.rows):
            table.key = Key(self._claim(f"{self._context} side") if self._context else "", "side")
        self._blocks.append(table)

    def _claim(self, name: str) -> str:
        times = self._times[name] = self._times.get(name, 0) + 1
        return name if times == 1 else f"{name} {times}"


def style_of(xml: str) -> str:
    """The style of the first paragraph; "" for none."""
    found = _STYLE.search(xml)
    return found[1] if found else ""


def read_row(xml: str, above: Row | None) -> Row:
    """A row by what it bears: a node's, a line of labels, the values below one, a head, a sum.

    A row below labels that stand side by side, itself without any, holds their values.
    """
    names = _NAME.findall(xml)
    node = next((name for name in names if name.startswith("r_")), "")
    if node:
        return Row(xml, Key(node), node)
    if names:
        is_side_by_side = xml.count("<w:tc>") == len(names) > 1
        return Row(xml, Key(names[0]), names[0], tuple(names) if is_side_by_side else ())
    if above is not None and above.columns and not above.has_values:
        return Row(xml, Key(f"{above.anchor} value"), above.anchor, above.columns, has_values=True)
    fill = _FILL.search(xml)
    return Row(xml, Key("", "head" if "<w:tblHeader/>" in xml else f"sum {fill[1] if fill else ''}"))


def fit_row(row: str, widths: list[int]) -> str:
    """The XML of a row, set to the widths (twips) of a table's columns."""
    head, *cells = row.split("<w:tcPr>")
    place = 0
    for number, cell in enumerate(cells):
        end = place + _count_columns(cell.partition(_CELL_PROPERTIES_END)[0])
        cells[number] = _CELL_WIDTH.sub(f'<w:tcW w:w="{sum(widths[place:end])}"', cell, count=1)
        place = end
    return "<w:tcPr>".join((head, *cells))


def _count_columns(properties: str) -> int:
    found = _SPAN.search(properties)
    return int(found[1]) if found else 1
