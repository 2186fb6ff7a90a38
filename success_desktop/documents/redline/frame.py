"""The document around a redline: styles, properties and the pages of both documents, with markers where the text goes."""

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import Section
from lxml import etree

from success_desktop.documents.outline_blocks import Outline
from success_desktop.documents.redline.margins import MarginWriter
from success_desktop.documents.redline.page_pairs import PagePair
from success_desktop.documents.redline.signing import PlanSigner
from success_desktop.documents.redline.tracked import Ink, TrackedXml
from success_desktop.documents.word_dates import MOMENT_DECLARATION, allow_moments
from success_desktop.documents.word_fonts import attach_font_table
from success_desktop.documents.word_map import attach_map
from success_desktop.documents.word_package import open_template, set_properties, set_settings
from success_desktop.documents.word_sections import open_pages, set_pages
from success_desktop.documents.word_styles import set_styles
from success_desktop.documents.word_writer import WordOptions

_SECTION = qn("w:sectPr")


class FrameMaker:
    """Makes the document that a redline from `old` to `new` is written into."""

    def __init__(self, old: Outline, new: Outline, signer: PlanSigner, xml: TrackedXml) -> None:
        self._old = old
        self._new = new
        self._xml = xml
        self._margins = MarginWriter(old, new, signer, xml)
        self._ins, self._del = Ink("ins", signer.computed), Ink("del", signer.computed)

    def make(self, pages: tuple[PagePair, ...], options: WordOptions) -> Document:
        """Styles, properties, fonts and settings of the new document, and a section with a marker for each of `pages`."""
        document = open_template()
        set_settings(document, has_fonts=options.has_embedded_font, is_tracking=True)
        set_styles(document, options.font_in_use, is_bilingual=self._new.language == "both")
        set_properties(document, self._new, options.author, old_revision_id=self._old.revision_id)
        attach_font_table(document, options.font_in_use, has_embedded_font=options.has_embedded_font)
        attach_map(document, self._new)
        self._add_sections(document, pages)
        allow_moments(document.element)
        return document

    def _add_sections(self, document: Document, pages: tuple[PagePair, ...]) -> None:
        for number, pair in enumerate(pages):
            section = open_pages(document, pair.shown, is_first=number == 0)
            if number:
                self._mark_end(document.paragraphs[-1].paragraph_format.element, pages[number - 1])
            self._mark_turn(document, section, pair)
            self._margins.write(section, pair)
        document.add_paragraph(style="Section End")

    def _mark_end(self, paragraph: BaseOxmlElement, pair: PagePair) -> None:
        """Track the end of a section that one of the documents has not: the mark of the paragraph that bears it."""
        if pair.old_end and pair.new_end:
            return
        mark = self._xml.mark_paragraph(self._ins if pair.new_end else self._del)
        for properties in paragraph.iter(_SECTION):
            properties.addprevious(_parse_one(mark))

    def _mark_turn(self, document: Document, section: Section, pair: PagePair) -> None:
        """Note what the pages of the last section look like in the old document, where that is otherwise."""
        properties = document.element.body.sectPr
        # python-docx makes a section as a copy of the one before, which may have turned.
        for change in properties.findall(qn("w:sectPrChange")):
            properties.remove(change)
        old, new = pair.old_end, pair.new_end
        if old is None or new is None or old[:3] == new[:3]:
            return
        set_pages(document, section, old)
        xml = etree.tostring(properties, encoding="unicode")
        set_pages(document, section, new)
        properties.append(_parse_one(self._xml.track_pages(self._ins.signature, xml)))


def _parse_one(xml: str) -> etree._Element:
    """The element that `xml` is, whose namespaces are those of the document."""
    return parse_xml(f"<w:p {nsdecls('w')} {MOMENT_DECLARATION}>{xml}</w:p>")[0]
