"""Tracked changes and ranges written into the paragraphs of a Word file, element by element (ECMA-376 part 1, 17.13)."""

import copy
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from tests.documents.returned.making.package import W

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_CONTENTS = ("TOC1", "TOC2", "TOC3", "TOC9")


class Person(NamedTuple):
    """Someone who has a copy: the name and the initials that their program writes."""

    name: str
    initials: str


class Signature:
    """Hands out the attributes of tracked changes: a number each, a minute after the one before."""

    def __init__(self, first_number: int = 9000) -> None:
        self._number = first_number
        self._minute = 0

    def number(self) -> str:
        """A number that nothing else in the file has."""
        self._number += 1
        return str(self._number)

    def date(self) -> str:
        """The next minute of the morning of 13 February 2567, as Word writes it: local time that calls itself UTC."""
        self._minute += 1
        return f"2024-02-13T{9 + self._minute // 60:02}:{self._minute % 60:02}:00Z"

    def mark(self, tag: str, person: Person) -> etree._Element:
        """An empty element that tracks a change."""
        made = etree.Element(f"{W}{tag}")
        made.set(f"{W}id", self.number())
        made.set(f"{W}author", person.name)
        made.set(f"{W}date", self.date())
        return made


def shown_text(paragraph: etree._Element) -> str:
    """The text of the paragraph's runs, deleted ones included; of runs in boxes none."""
    return "".join(_text_of(run) for run in runs_of(paragraph))


def runs_of(paragraph: etree._Element) -> list[etree._Element]:
    """The paragraph's runs, whatever tracks or wraps them."""
    return [run for run in paragraph.iter(f"{W}r") if next(run.iterancestors(f"{W}p")) is paragraph]


def style_of(paragraph: etree._Element) -> str:
    """The id of the paragraph's style."""
    found = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if found is None else found.get(f"{W}val", "")


def paragraphs_with(root: etree._Element, text: str) -> Iterator[etree._Element]:
    """The paragraphs that hold `text`; those of the table of contents do not count."""
    for paragraph in root.iter(f"{W}p"):
        if text in shown_text(paragraph) and style_of(paragraph) not in _CONTENTS:
            yield paragraph


def carve(paragraph: etree._Element, text: str) -> list[etree._Element]:
    """The runs that hold exactly `text`, split off their neighbours."""
    start = shown_text(paragraph).index(text)
    split_at(paragraph, start)
    split_at(paragraph, start + len(text))
    offset, found = 0, []
    for run in runs_of(paragraph):
        length = len(_text_of(run))
        if length and start <= offset and offset + length <= start + len(text):
            found.append(run)
        offset += length
    return found


def split_at(paragraph: etree._Element, place: int) -> None:
    """Part the run that goes on across a place in the paragraph's text."""
    offset = 0
    for run in runs_of(paragraph):
        length = len(_text_of(run))
        if offset < place < offset + length:
            _split(run, place - offset)
            return
        offset += length


def new_run(text: str, like: etree._Element | None = None, *, is_deleted: bool = False) -> etree._Element:
    """A run with a text, set as another run is."""
    run = etree.Element(f"{W}r")
    properties = None if like is None else like.find(f"{W}rPr")
    if properties is not None:
        run.append(copy.deepcopy(properties))
    written = etree.SubElement(run, f"{W}delText" if is_deleted else f"{W}t")
    written.text = text
    written.set(_SPACE, "preserve")
    return run


def parent_of(element: etree._Element) -> etree._Element:
    """What an element stands in."""
    parent = element.getparent()
    assert parent is not None
    return parent


def mark_deleted(run: etree._Element) -> None:
    """Turn a run's text into deleted text."""
    for text in run.findall(f"{W}t"):
        text.tag = f"{W}delText"


def wrap(run: etree._Element, mark: etree._Element) -> etree._Element:
    """Put `mark` around a run, where it stands."""
    run.addprevious(mark)
    mark.append(run)
    return mark


def mark_paragraph(paragraph: etree._Element, mark: etree._Element) -> None:
    """Track the paragraph's own mark: `mark` goes to the front of its run properties."""
    properties = _child(paragraph, "pPr")
    look = properties.find(f"{W}rPr")
    if look is None:
        look = etree.Element(f"{W}rPr")
        place = properties.find(f"{W}sectPr")
        if place is None:
            properties.append(look)
        else:
            place.addprevious(look)
    look.insert(0, mark)


def mark_row(row: etree._Element, mark: etree._Element) -> None:
    """Track a row."""
    _child(row, "trPr").append(mark)


def _child(element: etree._Element, name: str) -> etree._Element:
    found = element.find(f"{W}{name}")
    if found is None:
        found = etree.Element(f"{W}{name}")
        element.insert(0, found)
    return found


def _text_of(run: etree._Element) -> str:
    signs = {f"{W}br": "\n", f"{W}tab": "\t"}
    parts = (signs.get(str(child.tag), child.text or "") for child in run if child.tag in _WRITTEN)
    return "".join(parts)


_WRITTEN = (f"{W}t", f"{W}delText", f"{W}br", f"{W}tab")


def _split(run: etree._Element, place: int) -> None:
    """Part a run of one text in two."""
    (text,) = [child for child in run if child.tag in _WRITTEN]
    rest = copy.deepcopy(run)
    run.addnext(rest)
    (other,) = [child for child in rest if child.tag in _WRITTEN]
    whole = text.text or ""
    text.text, other.text = whole[:place], whole[place:]
    for written in (text, other):
        written.set(_SPACE, "preserve")
