"""A second reader of the program's Word files, of zipfile and lxml alone: it believes what is in the file, nothing else.

It reads as an advisor's copy is to be read: a bookmark stands on a label, and the container behind the label is the value.
"""

import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MAP = "{urn:success-desktop:printed-plan:1}"
_GAP = "  "
_STYLES_OF_NO_VALUE = ("heading", "table title", "table caption", "part english", "contents")
"""How the names of paragraph styles begin whose text belongs to no field."""


class SentText(NamedTuple):
    """A text as the map inside the file tells it: its language ("" for none) and the mark in front of a stand-in."""

    text: str
    language: str
    mark: str

    @property
    def shown(self) -> str:
        """The text as a reader of the page sees it."""
        return f"{self.mark} {self.text}" if self.mark else self.text


class SentField(NamedTuple):
    """A field as the map tells it."""

    name: str
    node_id: str
    field: str
    language: str
    label: str
    value: SentText


class SentRow(NamedTuple):
    """A row as the map tells it: the form, what each column shows, and the texts of each cell."""

    name: str
    node_id: str
    form: str
    sources: tuple[str, ...]
    cells: tuple[tuple[SentText, ...], ...]


class ReturnedFile:
    """A Word file that somebody may have saved again."""

    def __init__(self, path: Path) -> None:
        with zipfile.ZipFile(path) as package:
            parts = {name: package.read(name) for name in package.namelist() if name.endswith(".xml")}
        self.body = etree.fromstring(parts["word/document.xml"])
        self.map = next(
            tree for name, data in parts.items()
            if name.startswith("customXml/") and (tree := etree.fromstring(data)).tag == f"{_MAP}printed-plan"
        )  # fmt: skip
        self.properties = {
            str(one.get("name")): "".join(map(str, one.itertext()))
            for one in etree.fromstring(parts["docProps/custom.xml"])
        }
        self._style_names = {
            str(style.get(f"{_W}styleId")): str(name.get(f"{_W}val")).lower()
            for style in etree.fromstring(parts["word/styles.xml"]).iter(f"{_W}style")
            if (name := style.find(f"{_W}name")) is not None
        }
        self.fields = tuple(map(_read_field, self.map.iter(f"{_MAP}field")))
        self.rows = tuple(row for table in self.map.iter(f"{_MAP}table") for row in _read_rows(table))
        self._field_names = {one.name: one.field for one in self.fields}
        self._marks: dict[str, list[etree._Element]] = {}
        self.names: list[str] = []
        for mark in self.body.iter(f"{_W}bookmarkStart"):
            self.names.append(str(mark.get(f"{_W}name")))
            self._marks.setdefault(self.names[-1], []).append(mark)

    def label_of(self, name: str) -> str:
        """The text within a bookmark."""
        return _text_between(self._paragraph_of(name), self._marks[name][-1], is_inside=True)

    def value_of(self, name: str) -> str:
        """The text behind a label. Of two fields on one label the name stands in its line and the other below it."""
        paragraph = self._paragraph_of(name)
        rest = _text_between(paragraph, self._marks[name][-1], is_inside=False).removeprefix(_GAP)
        cell = next(paragraph.iterancestors(f"{_W}tc"), None)
        if cell is not None:
            return rest if len(_cells_of(cell)) == 1 else _cell_below(cell)
        below = "\n".join(self._paragraphs_below(paragraph))
        if self._has_two_fields(paragraph):
            return rest if self._field_names[name] == "name" else below
        if rest and self._style_of(paragraph).startswith("heading"):
            return rest
        return "\n".join(filter(None, (rest, below)))

    def cells_of(self, name: str) -> list[str]:
        """The texts of the row that a bookmark stands in."""
        row = next(self._marks[name][-1].iterancestors(f"{_W}tr"))
        return [_cell_text(cell) for cell in row.iterchildren(f"{_W}tc")]

    def _paragraph_of(self, name: str) -> etree._Element:
        return next(self._marks[name][-1].iterancestors(f"{_W}p"))

    def paragraphs_of(self, name: str) -> set[etree._Element]:
        """The paragraphs that bookmarks of a name stand in; LibreOffice writes one around nothing twice."""
        return {next(mark.iterancestors(f"{_W}p")) for mark in self._marks[name]}

    def _has_two_fields(self, paragraph: etree._Element) -> bool:
        names = {str(mark.get(f"{_W}name")) for mark in paragraph.iter(f"{_W}bookmarkStart")}
        return len(names & self._field_names.keys()) > 1

    def _style_of(self, paragraph: etree._Element) -> str:
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        return "" if style is None else self._style_names.get(str(style.get(f"{_W}val")), "")

    def _paragraphs_below(self, paragraph: etree._Element) -> Iterator[str]:
        """The paragraphs that follow, up to the next label, heading, table or end of a section."""
        for following in paragraph.itersiblings():
            if following.tag in (f"{_W}bookmarkStart", f"{_W}bookmarkEnd"):
                continue
            is_end = following.find(f"{_W}pPr/{_W}sectPr") is not None
            text = _text_of(following)
            if following.tag != f"{_W}p" or self._begins_another(following) or (is_end and not text):
                return
            yield text
            if is_end:
                return

    def _begins_another(self, paragraph: etree._Element) -> bool:
        has_label = any(_is_of_field(mark) for mark in paragraph.iter(f"{_W}bookmarkStart"))
        return has_label or self._style_of(paragraph).startswith(_STYLES_OF_NO_VALUE)


def _read_field(one: etree._Element) -> SentField:
    name, node_id, field, language = (str(one.get(key)) for key in ("name", "node", "field", "language"))
    label, value = one.findtext(f"{_MAP}label") or "", _sent_text(one.find(f"{_MAP}text"))
    return SentField(name, node_id, field, language, label, value)


def _read_rows(table: etree._Element) -> Iterator[SentRow]:
    form = str(table.get("form"))
    sources = tuple(str(column.get("source")) for column in table.iter(f"{_MAP}column"))
    for row in table.iter(f"{_MAP}row"):
        cells = tuple(tuple(map(_sent_text, cell.iter(f"{_MAP}text"))) for cell in row.iter(f"{_MAP}cell"))
        yield SentRow(str(row.get("name")), str(row.get("node")), form, sources, cells)


def _is_of_field(mark: etree._Element) -> bool:
    return str(mark.get(f"{_W}name")).startswith("f_")


def _sent_text(element: etree._Element | None) -> SentText:
    if element is None:
        return SentText("", "", "")
    return SentText(element.text or "", element.get("language") or "", element.get("mark") or "")


def _cells_of(cell: etree._Element) -> list[etree._Element]:
    return list(next(cell.iterancestors(f"{_W}tr")).iterchildren(f"{_W}tc"))


def _cell_below(cell: etree._Element) -> str:
    place = _cells_of(cell).index(cell)
    row = next(next(cell.iterancestors(f"{_W}tr")).itersiblings(f"{_W}tr"))
    return _cell_text(list(row.iterchildren(f"{_W}tc"))[place])


def _cell_text(cell: etree._Element) -> str:
    return "\n".join(map(_text_of, cell.iterchildren(f"{_W}p")))


def _text_of(element: etree._Element) -> str:
    return "".join(map(_piece, element.iter()))


def _text_between(paragraph: etree._Element, mark: etree._Element, *, is_inside: bool) -> str:
    """The text of a paragraph inside a bookmark, or behind it."""
    number, seen_end, texts = mark.get(f"{_W}id"), False, []
    is_open = False
    for node in paragraph.iter():
        if node is mark:
            is_open = True
        elif node.tag == f"{_W}bookmarkEnd" and node.get(f"{_W}id") == number:
            is_open, seen_end = False, True
        elif is_open if is_inside else seen_end:
            texts.append(_piece(node))
    return "".join(texts)


def _piece(node: etree._Element) -> str:
    """What an element of a run adds to the text. Breaks of the style for turned titles stand beside the characters."""
    if node.tag == f"{_W}t":
        return node.text or ""
    parent = node.getparent()
    if parent is None or parent.tag != f"{_W}r":
        return ""
    if node.tag == f"{_W}tab":
        return "\t"
    if node.tag == f"{_W}br":
        style = parent.find(f"{_W}rPr/{_W}rStyle")
        return "" if style is not None and style.get(f"{_W}val") == "LineTurn" else "\n"
    return ""
