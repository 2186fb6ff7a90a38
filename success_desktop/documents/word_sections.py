"""The sections of a Word document: paper, margins, how pages are numbered, and a place in each for its text."""

from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.section import Section
from docx.shared import Twips
from lxml import etree

from success_desktop.documents.outline_blocks import Outline
from success_desktop.documents.word_margins import write_margins
from success_desktop.documents.word_package import MARKER_WORDS
from success_desktop.documents.word_pages import Pages, list_pages

_HEADER_DISTANCE = 567
_FOOTER_DISTANCE = 454


def add_sections(document: Document, outline: Outline, font: str) -> None:
    """Lay out the pages of cover, contents and sections, with a marker in each where its text goes."""
    previous = Pages("portrait", "", stamp=None)
    for number, pages in enumerate(list_pages(outline)):
        section = open_pages(document, pages, is_first=number == 0)
        if pages.look != previous.look or number == 0:
            write_margins(section, pages, outline, font)
        previous = pages
    document.add_paragraph(style="Section End")


def open_pages(document: Document, pages: Pages, *, is_first: bool) -> Section:
    """The section of some pages, with a marker where their text goes; the one before it ends in a paragraph of its own."""
    section = document.sections[0] if is_first else document.add_section()
    if not is_first:
        document.paragraphs[-1].style = "Section End"
    set_pages(document, section, pages)
    document.element.body.sectPr.addprevious(etree.ProcessingInstruction(*MARKER_WORDS))
    return section


def set_pages(document: Document, section: Section, pages: Pages) -> None:
    """Say what paper the last section is printed on, and how its pages are numbered."""
    _set_paper(section, pages)
    _number_pages(document, pages)


def _set_paper(section: Section, pages: Pages) -> None:
    page = pages.sheet
    is_turned = pages.orientation == "landscape"
    section.orientation = WD_ORIENT.LANDSCAPE if is_turned else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Twips(page.width), Twips(page.height)
    section.left_margin, section.right_margin = Twips(page.left), Twips(page.right)
    section.top_margin, section.bottom_margin = Twips(page.top), Twips(page.bottom)
    section.header_distance, section.footer_distance = Twips(_HEADER_DISTANCE), Twips(_FOOTER_DISTANCE)
    section.different_first_page_header_footer = pages.is_numbered_above


def _number_pages(document: Document, pages: Pages) -> None:
    """Say how the pages of the last section are numbered; python-docx knows no such thing. It stands before the columns."""
    properties = document.element.body.sectPr
    for old in properties.findall(qn("w:pgNumType")):
        properties.remove(old)
    start = "" if pages.start is None else f' w:start="{pages.start}"'
    numbers = parse_xml(f'<w:pgNumType {nsdecls("w")} w:fmt="{pages.number_format}"{start}/>')
    properties.find(qn("w:cols")).addprevious(numbers)
