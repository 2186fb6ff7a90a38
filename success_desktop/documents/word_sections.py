"""The pages of a Word document: paper, margins, page numbers, and the lines that repeat at head and foot."""

from collections.abc import Iterator
from typing import NamedTuple

from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.section import Section
from docx.shared import Twips
from lxml import etree

from success_desktop.documents.outline_blocks import Orientation, Outline, Phrase, Phrases
from success_desktop.documents.word_dates import MOMENT_DECLARATION
from success_desktop.documents.word_layout import PAGES
from success_desktop.documents.word_package import MARKER_WORDS
from success_desktop.documents.word_xml import drop_forbidden, write_field, write_paragraph, write_run

_HEADER_DISTANCE = 567
_FOOTER_DISTANCE = 454
_RULE = '<w:pBdr><w:top w:val="single" w:sz="4" w:space="3" w:color="8A979E"/></w:pBdr>'


class Pages(NamedTuple):
    """Pages that look alike. `stamp` is None on the cover, which has neither head nor foot; `start` numbers the first."""

    orientation: Orientation
    number_format: str
    start: int | None = None
    stamp: Phrases | None = ()


def add_sections(document: Document, outline: Outline) -> None:
    """Lay out the pages of cover, contents and sections, with a marker in each where its text goes."""
    previous = Pages("portrait", "", stamp=None)
    for number, pages in enumerate(list_pages(outline)):
        section = open_pages(document, pages, is_first=number == 0)
        if (pages.orientation, pages.stamp) != (previous.orientation, previous.stamp):
            _write_margins(section, pages, outline)
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


def list_pages(outline: Outline) -> Iterator[Pages]:
    """In the order of the document: the cover, the contents in ก ข ค or i ii iii, then the sections, counted from 1."""
    if outline.cover:
        yield Pages("portrait", "decimal", stamp=None)
    if outline.contents_title:
        yield Pages("portrait", "lowerRoman" if outline.language == "en" else "thaiLetters", 1)
    digits = "thaiNumbers" if outline.has_thai_digits else "decimal"
    for place, section in enumerate(outline.sections):
        yield Pages(section.orientation, digits, None if place else 1, section.stamp)


def set_pages(document: Document, section: Section, pages: Pages) -> None:
    """Say what paper the last section is printed on, and how its pages are numbered."""
    _set_paper(section, pages)
    _number_pages(document, pages)


def _set_paper(section: Section, pages: Pages) -> None:
    page = PAGES[pages.orientation]
    is_turned = pages.orientation == "landscape"
    section.orientation = WD_ORIENT.LANDSCAPE if is_turned else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Twips(page.width), Twips(page.height)
    section.left_margin, section.right_margin = Twips(page.left), Twips(page.right)
    section.top_margin, section.bottom_margin = Twips(page.top), Twips(page.bottom)
    section.header_distance, section.footer_distance = Twips(_HEADER_DISTANCE), Twips(_FOOTER_DISTANCE)


def _number_pages(document: Document, pages: Pages) -> None:
    """Say how the pages of the last section are numbered; python-docx knows no such thing. It stands before the columns."""
    properties = document.element.body.sectPr
    for old in properties.findall(qn("w:pgNumType")):
        properties.remove(old)
    start = "" if pages.start is None else f' w:start="{pages.start}"'
    numbers = parse_xml(f'<w:pgNumType {nsdecls("w")} w:fmt="{pages.number_format}"{start}/>')
    properties.find(qn("w:cols")).addprevious(numbers)


def _write_margins(section: Section, pages: Pages, outline: Outline) -> None:
    """The stamp over the plan's title; the plan's owner and the page's number over the line that names plan and revision."""
    stamps = "".join(write_paragraph("Stamp", write_run(on_one_line(phrase))) for phrase in pages.stamp or ())
    title = write_paragraph("Header", write_run(on_one_line(outline.title)))
    owner = write_paragraph(
        "Footer",
        write_run(on_one_line(outline.owner)) + write_page_number(outline),
        write_foot_rule(pages.orientation),
    )
    origin = write_paragraph("Origin", write_run(on_one_line(outline.origin)))
    set_margins(section, stamps + title, owner + origin)


def set_margins(section: Section, head: str, foot: str) -> None:
    """Give a section lines of its own, as the XML of paragraphs, that repeat at the head and the foot of its pages."""
    section.header.is_linked_to_previous = section.footer.is_linked_to_previous = False
    for paragraph, lines in ((section.header.paragraphs[0], head), (section.footer.paragraphs[0], foot)):
        blank = paragraph.paragraph_format.element
        for line in parse_xml(f"<w:p {nsdecls('w')} {MOMENT_DECLARATION}>{lines}</w:p>"):
            blank.addprevious(line)
        blank.getparent().remove(blank)


def write_foot_rule(orientation: Orientation) -> str:
    """What the properties of the first line at the foot hold: a thin rule above it, and a stop for the page's number."""
    return f'{_RULE}<w:tabs><w:tab w:val="right" w:pos="{PAGES[orientation].text_width}"/></w:tabs>'


def write_page_number(outline: Outline) -> str:
    """The word for page and the page's number, at the end of the line at the foot."""
    number = write_field("PAGE", "๑" if outline.has_thai_digits else "1")
    return write_run(f"\t{outline.page_word.text} ") + number


def on_one_line(phrase: Phrase) -> str:
    """A phrase without line ends and without what XML cannot hold."""
    return drop_forbidden(" ".join(phrase.text.split("\n")))
