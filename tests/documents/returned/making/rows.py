"""Rows of a table taken away, added and moved, tracked as Word does it and silently."""

import copy as copying
from collections.abc import Mapping

from lxml import etree

from success_desktop.documents.outline_anchors import anchor_name
from tests.documents.returned.making.marking import (
    Person,
    mark_deleted,
    mark_paragraph,
    mark_row,
    new_run,
    parent_of,
    runs_of,
    wrap,
)
from tests.documents.returned.making.package import W
from tests.documents.returned.making.places import node
from tests.documents.returned.making.returned_copy import Copy


def row_of(copy: Copy, name: str, form: str = "projects") -> etree._Element:
    """The row of a node in a form."""
    wanted = anchor_name("r", node(name), form)
    for mark in copy.package.body.iter(f"{W}bookmarkStart"):
        if mark.get(f"{W}name") == wanted:
            return next(mark.iterancestors(f"{W}tr"))
    raise LookupError(wanted)


def paragraphs_of(row: etree._Element) -> list[etree._Element]:
    """The paragraphs in a row's cells."""
    return list(row.iter(f"{W}p"))


def delete_row(copy: Copy, row: etree._Element, by: Person) -> None:
    """Track a row taken away: the row, its text, and the marks of all its paragraphs."""
    mark_row(row, copy.signature.mark("del", by))
    copy.must.counts["row_deletion"] += 1
    for paragraph in paragraphs_of(row):
        _track_text(copy, paragraph, "del", by)
        mark_paragraph(paragraph, copy.signature.mark("del", by))
        copy.must.counts["mark_deletion"] += 1


def insert_row(copy: Copy, after: etree._Element, texts: Mapping[int, str], by: Person | None) -> None:
    """Put a new row behind another; `texts` by the number of the cell, from 0. Untracked without a person."""
    made = copying.deepcopy(after)
    for name in ("bookmarkStart", "bookmarkEnd"):
        for mark in list(made.iter(f"{W}{name}")):
            parent_of(mark).remove(mark)
    after.addnext(made)
    if by is not None:
        mark_row(made, copy.signature.mark("ins", by))
        copy.must.counts["row_insertion"] += 1
    for number, cell in enumerate(made.findall(f"{W}tc")):
        _refill(copy, cell, texts.get(number, ""), by)


def _refill(copy: Copy, cell: etree._Element, text: str, by: Person | None) -> None:
    first, *others = cell.findall(f"{W}p")
    for paragraph in others:
        cell.remove(paragraph)
    for run in runs_of(first):
        parent_of(run).remove(run)
    if by is not None:
        mark_paragraph(first, copy.signature.mark("ins", by))
        copy.must.counts["mark_insertion"] += 1
    if text and by is not None:
        mark = copy.signature.mark("ins", by)
        mark.append(new_run(text))
        first.append(mark)
        copy.must.counts["insertion"] += 1
    elif text:
        first.append(new_run(text))


def move_row(copy: Copy, row: etree._Element, after: etree._Element, by: Person) -> None:
    """Track a row moved behind another. Its bookmarks go with it."""
    arrived = copying.deepcopy(row)
    after.addnext(arrived)
    for name in ("bookmarkStart", "bookmarkEnd"):
        for mark in list(row.iter(f"{W}{name}")):
            parent_of(mark).remove(mark)
    name = f"move{copy.signature.number()}"
    for end, one, tag in (("From", row, "del"), ("To", arrived, "ins")):
        start = copy.signature.mark(f"move{end}RangeStart", by)
        start.set(f"{W}name", name)
        close = etree.Element(f"{W}move{end}RangeEnd")
        close.set(f"{W}id", start.get(f"{W}id", ""))
        one.addprevious(start)
        one.addnext(close)
        mark_row(one, copy.signature.mark(tag, by))
        copy.must.counts["row_deletion" if tag == "del" else "row_insertion"] += 1
        for paragraph in paragraphs_of(one):
            _track_text(copy, paragraph, f"move{end}", by)
            mark_paragraph(paragraph, copy.signature.mark(f"move{end}", by))
            copy.must.counts[f"mark_move_{end.lower()}"] += 1


def _track_text(copy: Copy, paragraph: etree._Element, tag: str, by: Person) -> None:
    counted = {"del": "deletion", "moveFrom": "move_from", "moveTo": "move_to"}
    for run in runs_of(paragraph):
        wrap(run, copy.signature.mark(tag, by))
        copy.must.counts[counted[tag]] += 1
        if tag == "del":
            mark_deleted(run)
