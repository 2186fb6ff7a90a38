"""Writing an outline as a PDF file, page by page, with the text, the order and the page numbers that the Word file has."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import nullcontext
from functools import partial
from pathlib import Path

from success_desktop.documents.outline_blocks import Block, Outline, PartHeading, Section
from success_desktop.documents.outline_passages import list_rows, list_tables
from success_desktop.documents.pdf.body import BodyWriter
from success_desktop.documents.pdf.boxes import Box
from success_desktop.documents.pdf.contents import list_contents, list_headings
from success_desktop.documents.pdf.cover import list_cover
from success_desktop.documents.pdf.finishing import FilePage, PdfOptions, finish
from success_desktop.documents.pdf.flow import Flow
from success_desktop.documents.pdf.margins import Margins
from success_desktop.documents.pdf.measures import Sheet
from success_desktop.documents.pdf.page_names import name_page
from success_desktop.documents.pdf.pen import Pen, make_pen
from success_desktop.documents.pdf.places import PrintedPlaces
from success_desktop.documents.pdf.press import Press
from success_desktop.documents.pdf.tags import Element
from success_desktop.documents.word_pages import Pages, list_pages

__all__ = ["PdfOptions", "PrintedPlaces", "lay_out_pages", "write_pdf"]

Progress = Callable[[float], None]
Boxes = Iterator[Box]

_SHARE_OF_PAGES = 0.9


def write_pdf(
    outline: Outline, path: Path, options: PdfOptions | None = None, progress: Progress | None = None
) -> PrintedPlaces:
    """Write `outline` to `path`, which is overwritten; where everything stands. The same outline makes the same bytes.

    `progress` is told 0 to 1 and may raise to stop; an unfinished file is left for the caller to remove, as it is when the
    disk raises OSError.
    """
    tell = progress or _tell_nobody
    pen = make_pen()
    printer = _Printer(outline, pen, tell)
    places = printer.print()
    printer.save(pen, path, options or PdfOptions())
    tell(1.0)
    return places


def lay_out_pages(outline: Outline, progress: Progress | None = None) -> PrintedPlaces:
    """Where everything would stand in a PDF of `outline`, without drawing it. `progress` as in `write_pdf`."""
    return _Printer(outline, None, progress or _tell_nobody).print()


class _Printer:
    """Prints one document: the cover, the sections, then the contents, whose page numbers are known by then."""

    def __init__(self, outline: Outline, pen: Pen | None, tell: Progress) -> None:
        self._outline = outline
        self._pen = pen
        self._tell = tell
        self._row_count = sum(1 for table in list_tables(outline) for _row in list_rows(table))
        self._headings = list_headings(outline)
        self._press = Press(pen, self._headings, self._on_page)
        self._body = BodyWriter(outline)
        self._pages: list[FilePage] = []

    def print(self) -> PrintedPlaces:
        """Lay out all pages, and draw them where there is a pen."""
        pages = list(list_pages(self._outline))
        contents = pages.pop(bool(self._outline.cover)) if self._outline.contents_title else None
        cover = pages.pop(0) if self._outline.cover else None
        front, between, body = map(self._add_tag, (cover, contents, pages))
        first = self._print(front, cover, self._cover) if cover else []
        later = [
            number
            for look, section in zip(pages, self._outline.sections, strict=True)
            for number in self._print(body, look, partial(self._section, section))
        ]
        last_page = self._press.number
        middle = self._print(between, contents, self._contents) if contents else []
        self._pages = [FilePage(number, self._press.labels[number]) for number in (*first, *middle, *later)]
        return self._press.list_places(last_page)

    def save(self, pen: Pen, path: Path, options: PdfOptions) -> None:
        """Write what was drawn with `pen`."""
        finish(pen, self._outline, self._pages, options, path)

    def _add_tag(self, part: object) -> Element | None:
        """A tag for a part of the document, in the order of reading; none for a part that it does not have."""
        return self._pen.tags.element("Sect") if self._pen and part else None

    def _print(
        self, tag: Element | None, look: Pages, list_flows: Callable[[Sheet], Iterable[Boxes]]
    ) -> list[int]:
        """Print pages that look alike, each flow of boxes beginning on a page of its own; the pages' places as drawn."""
        begun = len(self._press.labels)
        margins = Margins(self._outline, look)
        is_cover = look.stamp is None
        self._press.change("" if is_cover else look.number_format, look.start)
        with self._pen.tags.inside(tag) if self._pen and tag else nullcontext():
            for boxes in list_flows(margins.sheet):
                Flow(self._press, margins).pour(boxes)
        return list(range(begun, len(self._press.labels)))

    def _cover(self, sheet: Sheet) -> Iterable[Boxes]:
        yield list_cover(self._outline, sheet)

    def _contents(self, sheet: Sheet) -> Iterable[Boxes]:
        digits = "thaiNumbers" if self._outline.has_thai_digits else "decimal"
        entries = [
            (entry, name_page(self._press.page_of(name), digits)) for name, entry in self._headings.items()
        ]
        yield list_contents(self._outline, entries, sheet.text_width)

    def _section(self, section: Section, sheet: Sheet) -> Iterable[Boxes]:
        """The blocks of a section. A part begins a page."""
        blocks: list[Block] = []
        for block in section.blocks:
            if blocks and isinstance(block, PartHeading):
                yield self._boxes(blocks, sheet.text_width)
                blocks = []
            blocks.append(block)
        yield self._boxes(blocks, sheet.text_width)

    def _boxes(self, blocks: Iterable[Block], width: float) -> Boxes:
        for block in blocks:
            yield from self._body.write(block, width)

    def _on_page(self) -> None:
        self._tell(_SHARE_OF_PAGES * min(self._press.row_count / (self._row_count + 1), 1.0))


def _tell_nobody(_share: float) -> None:
    """Progress that nobody follows."""
