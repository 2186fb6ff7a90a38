"""The characters of paragraphs as our own writer makes them: found, counted, and parted where something is put between."""

from collections.abc import Sequence
from copy import deepcopy
from typing import NamedTuple

from docx.oxml.ns import qn
from lxml import etree

_RUN, _PROPERTIES, _LETTERS = qn("w:r"), qn("w:rPr"), qn("w:t")
_STYLE, _VALUE = qn("w:rStyle"), qn("w:val")
_SIGNS = {qn("w:tab"): "\t", qn("w:br"): "\n"}
_START, _END, _ID, _NAME = qn("w:bookmarkStart"), qn("w:bookmarkEnd"), qn("w:id"), qn("w:name")
_TURN = "LineTurn"
_PRESERVE = "{http://www.w3.org/XML/1998/namespace}space"


class TextSpot(NamedTuple):
    """A place between the children of a paragraph: before the one of that number."""

    paragraph: etree._Element
    child: int


class Text:
    """Paragraphs that follow each other, as one text; newlines part them, and stand for line breaks too.

    Breaks that only say where a long title's line ends are no characters.
    """

    def __init__(self, paragraphs: Sequence[etree._Element]) -> None:
        self._paragraphs = paragraphs

    def find(self, wanted: str, name: str) -> int | None:
        """Where `wanted` begins, behind the label that bears the bookmark `name` if it is here; None when it is nowhere."""
        whole = "\n".join("".join(map(_text_of, paragraph)) for paragraph in self._paragraphs)
        if whole == wanted:
            return 0
        place = whole.find(wanted, self._end_of(name))
        return place if place >= 0 else None

    def part(self, offset: int) -> TextSpot:
        """The place before the character at `offset`, where a run is parted if need be.

        At the edge of two runs, or of a paragraph, it is the earlier place.
        """
        for paragraph in self._paragraphs:
            length = sum(len(_text_of(child)) for child in paragraph)
            if offset <= length:
                return _part_paragraph(paragraph, offset)
            offset -= length + 1
        raise ValueError("the text is shorter than that")

    def _end_of(self, name: str) -> int:
        """How many characters there are up to the end of a bookmark; 0 where it is not here."""
        passed, number = 0, ""
        for paragraph in self._paragraphs:
            for child in paragraph:
                if child.tag == _START and child.get(_NAME) == name:
                    number = str(child.get(_ID))
                elif child.tag == _END and child.get(_ID) == number:
                    return passed
                passed += len(_text_of(child))
            passed += 1
        return 0


def _text_of(child: etree._Element) -> str:
    """The text of a child of a paragraph: only runs hold any."""
    if child.tag != _RUN:
        return ""
    style = child.find(f"{_PROPERTIES}/{_STYLE}")
    if style is not None and style.get(_VALUE) == _TURN:
        return ""
    return "".join(_letters(part) for part in child)


def _letters(part: etree._Element) -> str:
    return part.text or "" if part.tag == _LETTERS else _SIGNS.get(str(part.tag), "")


def _part_paragraph(paragraph: etree._Element, offset: int) -> TextSpot:
    for place, child in enumerate(paragraph):
        length = len(_text_of(child))
        if length and offset <= length:
            if offset == 0:
                return TextSpot(paragraph, place)
            if offset < length:
                paragraph.insert(place + 1, _cut_off(child, offset))
            return TextSpot(paragraph, place + 1)
        offset -= length
    return TextSpot(paragraph, len(paragraph))


def _cut_off(run: etree._Element, offset: int) -> etree._Element:
    """Take everything from the character at `offset` on out of a run, into a run of its own that looks the same."""
    rest = etree.Element(_RUN)
    properties = run.find(_PROPERTIES)
    if properties is not None:
        rest.append(deepcopy(properties))
    for part in [part for part in run if part.tag != _PROPERTIES]:
        letters = _letters(part)
        if offset <= 0:
            rest.append(part)
        elif offset < len(letters):
            tail = etree.SubElement(rest, _LETTERS, {_PRESERVE: "preserve"})
            part.text, tail.text = letters[:offset], letters[offset:]
        offset -= len(letters)
    return rest
