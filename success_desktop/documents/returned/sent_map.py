"""The map inside a file that was sent: which label stands for which field, and the texts as they went out.

It is what `documents.word_map` wrote, read back from the file itself.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from lxml import etree

from success_desktop.documents.word_map import MAP_NAMESPACE

_MAP = f"{{{MAP_NAMESPACE}}}"
_MINUTE = len("2026-11-22T17:30")


class SentText(NamedTuple):
    """A text as it was sent: its language ("" for none) and the mark in front of a stand-in for a missing translation."""

    text: str
    language: str = ""
    mark: str = ""

    @property
    def shown(self) -> str:
        """The text as it stands on the page."""
        return f"{self.mark} {self.text}" if self.mark else self.text


class SentField(NamedTuple):
    """A labelled value: the label's bookmark, what it stands for, the label's text and the value.

    `language` is "" for a value that no language has.
    """

    name: str
    node_id: str
    field: str
    language: str
    label: str
    value: SentText


class SentRow(NamedTuple):
    """A row of a table that stands for a node: its bookmark and the texts of each cell, one for each language shown."""

    name: str
    node_id: str
    cells: tuple[tuple[SentText, ...], ...]


class SentTable(NamedTuple):
    """A form as it was sent; `sources` tells what each column shows (see `outline_blocks.Column`)."""

    form: str
    sources: tuple[str, ...]
    rows: tuple[SentRow, ...]


class SentRemark(NamedTuple):
    """A remark or a reply of the plan that went along as a comment: its id, and who said what when (as written)."""

    node_id: str
    author: str
    written_at: str
    text: str


@dataclass(frozen=True)
class SentMap:
    """Everything that a file was sent with; `language` is that of the document ("th", "en" or "both").

    `remarks` went along as comments, `note` are the lines of the note on the first page of a file for review.
    """

    plan_id: str
    revision_id: str
    language: str
    has_thai_digits: bool
    fields: tuple[SentField, ...]
    tables: tuple[SentTable, ...]
    remarks: tuple[SentRemark, ...] = ()
    note: tuple[str, ...] = ()

    @cached_property
    def field_by_name(self) -> dict[str, SentField]:
        """The fields by the names of their bookmarks."""
        return {sent.name: sent for sent in self.fields}

    @cached_property
    def row_by_name(self) -> dict[str, tuple[SentTable, SentRow]]:
        """The rows by the names of their bookmarks, each with its table."""
        return {row.name: (table, row) for table in self.tables for row in table.rows}

    @cached_property
    def remark_by_words(self) -> dict[tuple[str, str, str], str]:
        """The ids of the remarks that went along, by who said what (blanks joined) in which minute."""
        return {words_key(sent.author, sent.written_at, sent.text): sent.node_id for sent in self.remarks}


def words_key(author: str, written_at: str, text: str) -> tuple[str, str, str]:
    """What a comment is known by where no id of it is left: who said what in which minute, as written."""
    return author, written_at[:_MINUTE], " ".join(text.split())


def read_sent_map(root: etree._Element) -> SentMap | None:
    """The map whose outermost element is `root`; None when that is something else."""
    if root.tag != f"{_MAP}printed-plan":
        return None
    return SentMap(
        plan_id=root.get("plan", ""),
        revision_id=root.get("revision", ""),
        language=root.get("language", "th"),
        has_thai_digits=root.get("digits") == "thai",
        fields=tuple(map(_read_field, root.iterchildren(f"{_MAP}field"))),
        tables=tuple(map(_read_table, root.iterchildren(f"{_MAP}table"))),
        remarks=tuple(map(_read_remark, root.iterchildren(f"{_MAP}remark"))),
        note=tuple(line.text or "" for line in root.iterchildren(f"{_MAP}note")),
    )


def _read_remark(one: etree._Element) -> SentRemark:
    return SentRemark(one.get("node", ""), one.get("author", ""), one.get("date", ""), one.text or "")


def _read_field(one: etree._Element) -> SentField:
    name, node_id, field, language = (one.get(key, "") for key in ("name", "node", "field", "language"))
    label, *texts = _read_texts(one) or (SentText(""),)
    return SentField(name, node_id, field, language, label.text, texts[0] if texts else SentText(""))


def _read_table(table: etree._Element) -> SentTable:
    sources = tuple([column.get("source", "") for column in table.iterchildren(f"{_MAP}column")])
    rows = [_read_row(row) for row in table.iterchildren(f"{_MAP}row")]
    return SentTable(table.get("form", ""), sources, tuple(rows))


def _read_row(row: etree._Element) -> SentRow:
    cells = tuple([_read_texts(cell) for cell in row.iterchildren(f"{_MAP}cell")])
    return SentRow(row.get("name", ""), row.get("node", ""), cells)


def _read_texts(cell: etree._Element) -> tuple[SentText, ...]:
    return tuple([SentText(one.text or "", one.get("language", ""), one.get("mark", "")) for one in cell])
