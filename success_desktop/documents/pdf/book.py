"""The file that pages are drawn into: page after page, with the places, links and the outline that lead through it."""

import io
import zlib
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFName,
    PDFStream,
    PDFString,
)
from reportlab.pdfbase.pdfdoc import format as format_object
from reportlab.pdfgen.canvas import Canvas

from success_desktop.documents.pdf.object_file import ObjectFile
from success_desktop.documents.word_xml import drop_forbidden

_VERSION = (1, 7)
_PRINTED = 4
"""The flag of an annotation that is part of the printed page."""
_DEEPEST = 3
_FIRST_FONT = "F1"
"""Helvetica, which reportlab gives to every file before anyone asks for it."""
FIRST_LINK_KEY = 1_000_000
"""Under which number the first link finds its tag; pages find theirs under their own, from 0."""
_EFFORT = 3
"""Of compression: twice as fast as the usual 6, and a twentieth larger."""


class BookNumbers(NamedTuple):
    """Numbers of objects in a file: the first that is free, the list of pages, and the outline (0: there is none).

    `pages` and `links` are in the order in which they were drawn.
    """

    free: int
    page_list: int
    outline: int
    pages: Sequence[int]
    links: Sequence[int]


class PageBook:
    """A PDF file in the making. Its bytes depend on nothing but what is drawn: no clock, no chance.

    `canvas` is reportlab's, of which no text function is used: it starts no page in a font of its own.
    """

    def __init__(self) -> None:
        self.canvas: Any = Canvas(io.BytesIO(), invariant=1, pageCompression=0, pdfVersion=_VERSION)
        self.canvas._doc.idToObject["BasicFonts"].dict.clear()
        self.page_count = 0
        self._links: list[str] = []
        self._depth = -1

    @property
    def code(self) -> list[str]:
        """The operators of the page in hand."""
        operators: list[str] = self.canvas._code
        return operators

    def open_page(self, width: float, height: float) -> None:
        """Begin a page of that size, in points."""
        self.canvas.setPageSize((width, height))
        self.canvas._preamble = ""

    def close_page(self) -> None:
        """End the page. It is compressed at once: thousands of pages would fill the memory otherwise."""
        self.canvas.showPage()
        page = self.canvas._doc.Pages.pages[-1]
        packed = PDFStream(PDFDictionary({"Filter": PDFName("FlateDecode")}))
        packed.content = zlib.compress(page.stream.encode("latin-1"), _EFFORT)
        page.Contents, page.stream = packed, None
        page.StructParents, page.Tabs = self.page_count, PDFName("S")
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        self.page_count += 1

    def add_place(self, name: str, top: float) -> None:
        """Name a place on the page in hand, `top` points above its lower edge, for links and the outline to lead to."""
        self.canvas.bookmarkHorizontalAbsolute(name, top)

    def add_outline_entry(self, title: str, name: str, level: int) -> None:
        """An entry of the outline that leads to a place; level 0 is the highest. No level is left out on the way down."""
        self._depth = min(level, self._depth + 1, _DEEPEST)
        self.canvas.addOutlineEntry(drop_forbidden(title), name, self._depth, closed=self._depth > 0)

    def add_link(self, box: tuple[float, float, float, float], name: str, words: str) -> int:
        """Make a rectangle (left, bottom, right, top) of the page lead to a place; the number of the link, from 0."""
        number = len(self._links)
        mark = {
            "Type": PDFName("Annot"),
            "Subtype": PDFName("Link"),
            "Rect": PDFArray(list(box)),
            "Border": PDFArray([0, 0, 0]),
            "F": _PRINTED,
            "Dest": self.canvas._bookmarkReference(name),
            "Contents": PDFString(drop_forbidden(words)),
            "StructParent": FIRST_LINK_KEY + number,
        }
        self._links.append(f"Link{number}")
        self.canvas._addAnnotation(PDFDictionary(mark), self._links[-1])
        return number

    def write(self, file: ObjectFile, order: Sequence[int]) -> BookNumbers:
        """Write the pages and all that is on them, in this order of the numbers (from 0) in which they were drawn."""
        document = self.canvas._doc
        drawn = list(document.Pages.pages)
        document.Pages.pages[:] = [drawn[number] for number in order]
        pages = document.Reference(document.Pages).name
        for font in document.delayedFonts:
            font.addObjects(document)
        document.Outlines.prepare(document, self.canvas)
        objects = (
            (number, format_object(document.idToObject[name], document, toplevel=1).rstrip(b"\n"))
            for number, name in self._list_objects()
        )
        packed = [(number, body) for number, body in objects if not _add_stream(file, number, body)]
        free = file.add_packed(packed, document.objectcounter + 1)
        return BookNumbers(
            free,
            self._number(pages),
            self._number(document.Reference(document.Outlines).name) if self._depth >= 0 else 0,
            [self._number(f"Page{page + 1}") for page in range(self.page_count)],
            [self._number(f"Annot.{link}") for link in self._links],
        )

    def _list_objects(self) -> Iterator[tuple[int, str]]:
        """The numbers and names of all objects, also of those that come while others are written."""
        number = 0
        while (name := self.canvas._doc.numberToId.get(number + 1)) is not None:
            number += 1
            if name != _FIRST_FONT:
                yield number, name

    def _number(self, name: str) -> int:
        number: int = self.canvas._doc.idToObjectNumberAndVersion[name][0]
        return number


def _add_stream(file: ObjectFile, number: int, body: bytes) -> bool:
    """Write an object if it is a stream, which cannot be packed."""
    is_stream = body.endswith(b"endstream")
    if is_stream:
        file.add(number, body)
    return is_stream
