"""What a secretary does with a redline in Word: this change accepted, that one rejected, the next left open."""

import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Literal

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BODY = "word/document.xml"
_MARGINS = ("word/header", "word/footer")

Choice = Literal["accept", "reject", "leave"]
Choose = Callable[[str, str], Choice]
"""What is done with a change, by the text around it: that of its paragraph, or of its row; and what changed."""


def decide(path: Path, target: Path, choose: Choose) -> None:
    """Save the redline at `path` as `target` with each change decided as `choose` says (ECMA-376 part 1, 17.13.5)."""
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    for name in (name for name in parts if name == _BODY or name.startswith(_MARGINS)):
        parts[name] = _decide_part(parts[name], choose)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)


def _decide_part(data: bytes, choose: Choose) -> bytes:
    body = etree.fromstring(data)
    for row in [one for one in body.iter(f"{W}tr") if _row_mark(one) is not None]:
        _decide_row(row, choose)
    for paragraph in list(body.iter(f"{W}p")):
        around = _text_of(paragraph)
        for change in list(paragraph.iter(f"{W}ins", f"{W}del")):
            if _holder(change).tag != f"{W}rPr":
                _settle(change, choose(around, _text_of(change)))
        _decide_mark(paragraph, choose(around, "\n"))
    return etree.tostring(body, xml_declaration=True, encoding="UTF-8", standalone=True)


def _row_mark(row: etree._Element) -> etree._Element | None:
    properties = row.find(f"{W}trPr")
    if properties is None:
        return None
    mark = properties.find(f"{W}ins")
    return properties.find(f"{W}del") if mark is None else mark


def _decide_row(row: etree._Element, choose: Choose) -> None:
    mark = _row_mark(row)
    assert mark is not None
    choice = choose(_text_of(row), _text_of(row))
    if choice == "leave":
        return
    if (mark.tag == f"{W}ins") == (choice == "accept"):
        _drop(mark)
        for change in [*row.iter(f"{W}ins", f"{W}del")]:
            _settle(change, choice)
    else:
        _drop(row)


def _decide_mark(paragraph: etree._Element, choice: Choice) -> None:
    """Marks of paragraphs are decided in these tests only where the paragraph goes or stays with them."""
    for tag in ("ins", "del"):
        mark = paragraph.find(f"{W}pPr/{W}rPr/{W}{tag}")
        if mark is None or choice == "leave":
            continue
        if (tag == "ins") == (choice == "accept"):
            _drop(mark)
        elif not _text_of(paragraph):
            _drop(paragraph)


def _settle(change: etree._Element, choice: Choice) -> None:
    if choice == "leave":
        return
    if _holder(change).tag in (f"{W}rPr", f"{W}trPr"):
        _drop(change)
    elif (change.tag == f"{W}ins") == (choice == "accept"):
        for text in change.iter(f"{W}delText"):
            text.tag = f"{W}t"
        for child in change:
            change.addprevious(child)
        _drop(change)
    else:
        _drop(change)


def _text_of(element: etree._Element) -> str:
    return "".join(text.text or "" for text in element.iter(f"{W}t", f"{W}delText"))


def _holder(element: etree._Element) -> etree._Element:
    holder = element.getparent()
    assert holder is not None
    return holder


def _drop(element: etree._Element) -> None:
    _holder(element).remove(element)
