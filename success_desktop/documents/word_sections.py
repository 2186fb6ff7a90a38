"""The pages of a Word document: paper, margins, page numbers, and the lines that repeat at head and foot."""

from collections.abc import Iterator
from typing import NamedTuple

from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.section import Section
from docx.shared import Twips
from lxml import etree

from success_desktop.documents.outline_blocks import Orientation, Outline, Phrase, Phrases
from success_desktop.documents.word_layout import PAGES
from success_desktop.documents.word_package import MARKER_WORDS
from success_desktop.documents.word_xml import drop_forbidden, write_field

_HEADER_DISTANCE = 567
_FOOTER_DISTANCE = 454
_RULE = f'<w:pBdr {nsdecls("w")}><w:top w:val="single" w:sz="4" w:space="3" w:color="8A979E"/></w:pBdr>'


class _Pages(NamedTuple):
    """Pages that look alike. `stamp` is None on the cover, which has neither head nor foot; `start` numbers the first."""

    orientation: Orientation
    number_format: str
    start: int | None = None
    stamp: Phrases | None = ()


def add_sections(document: Document, outline: Outline) -> None:
    """Lay out the pages of cover, contents and sections, with a marker in each where its text goes."""
    previous = _Pages("portrait", "", stamp=None)
    for number, pages in enumerate(_list_pages(outline)):
        section = document.add_section() if number else document.sections[0]
        if number:
            document.paragraphs[-1].style = "Section End"
        _set_paper(section, pages)
        _number_pages(document, pages)
        if (pages.orientation, pages.stamp) != (previous.orientation, previous.stamp):
            _write_margins(section, pages, outline)
        document.element.body.sectPr.addprevious(etree.ProcessingInstruction(*MARKER_WORDS))
        previous = pages
    document.add_paragraph(style="Section End")


def _list_pages(outline: Outline) -> Iterator[_Pages]:
    """In the order of the document: the cover, the contents in ก ข ค or i ii iii, then the sections, counted from 1."""
    if outline.cover:
        yield _Pages("portrait", "decimal", stamp=None)
    yield _Pages("portrait", "lowerRoman" if outline.language == "en" else "thaiLetters", 1)
    digits = "thaiNumbers" if outline.has_thai_digits else "decimal"
    for place, section in enumerate(outline.sections):
        yield _Pages(section.orientation, digits, None if place else 1, section.stamp)


def _set_paper(section: Section, pages: _Pages) -> None:
    page = PAGES[pages.orientation]
    is_turned = pages.orientation == "landscape"
    section.orientation = WD_ORIENT.LANDSCAPE if is_turned else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Twips(page.width), Twips(page.height)
    section.left_margin, section.right_margin = Twips(page.left), Twips(page.right)
    section.top_margin, section.bottom_margin = Twips(page.top), Twips(page.bottom)
    section.header_distance, section.footer_distance = Twips(_HEADER_DISTANCE), Twips(_FOOTER_DISTANCE)


def _number_pages(document: Document, pages: _Pages) -> None:
    """Say how the pages of the last section are numbered; python-docx knows no such thing. It stands before the columns."""
    properties = document.element.body.sectPr
    for old in properties.findall(qn("w:pgNumType")):
        properties.remove(old)
    start = "" if pages.start is None else f' w:start="{pages.start}"'
    numbers = parse_xml(f'<w:pgNumType {nsdecls("w")} w:fmt="{pages.number_format}"{start}/>')
    properties.find(qn("w:cols")).addprevious(numbers)


def _write_margins(section: Section, pages: _Pages, outline: Outline) -> None:
    """The stamp over the plan's title; the plan's owner and the page's number over the line that names plan and revision."""
    section.header.is_linked_to_previous = section.footer.is_linked_to_previous = False
    title, owner = section.header.paragraphs[0], section.footer.paragraphs[0]
    for phrase in pages.stamp or ():
        title.insert_paragraph_before(_on_one_line(phrase), "Stamp")
    title.text = _on_one_line(outline.title)
    owner.text = f"{_on_one_line(outline.owner)}\t{outline.page_word.text} "
    layout = owner.paragraph_format
    layout.tab_stops.add_tab_stop(Twips(PAGES[pages.orientation].text_width), WD_TAB_ALIGNMENT.RIGHT)
    layout.element.pPr.insert_element_before(parse_xml(_RULE), "w:tabs")
    number = write_field("PAGE", "๑" if outline.has_thai_digits else "1")
    layout.element.extend(parse_xml(f"<w:p {nsdecls('w')}>{number}</w:p>"))
    section.footer.add_paragraph(_on_one_line(outline.origin), "Origin")


def _on_one_line(phrase: Phrase) -> str:
    return drop_forbidden(" ".join(phrase.text.split("\n")))
