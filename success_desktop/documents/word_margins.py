"""The lines that repeat at head and foot of a Word document's pages: stamps, titles, page numbers, seal, watermark."""

from io import BytesIO
from itertools import starmap

import segno
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.parts.story import StoryPart
from docx.section import Section

from success_desktop.documents.outline_blocks import Outline, Phrase, Picture, Seal
from success_desktop.documents.word_dates import MOMENT_DECLARATION
from success_desktop.documents.word_pages import Pages
from success_desktop.documents.word_pictures import write_drawing
from success_desktop.documents.word_watermark import write_watermark
from success_desktop.documents.word_xml import drop_forbidden, write_field, write_paragraph, write_run

SEAL_MM = 15.0
"""The side of a seal's code on paper, with the white edge that readers of such codes ask for."""

_SEAL_COLUMN = 1000
"""The width in twips of the column that holds the code."""
_CODE_SCALE = 8
_SEAL_NUMBERS = 1_000_000
"""Above the numbers of all pictures on the pages: drawings are numbered through the whole document."""
_RULE = '<w:pBdr><w:top w:val="single" w:sz="4" w:space="3" w:color="8A979E"/></w:pBdr>'
_NO_LINES = "".join(f'<w:{edge} w:val="nil"/>' for edge in ("left", "bottom", "right", "insideH", "insideV"))
_SEAL_EDGES = "".join(
    f'<w:{edge} w:w="{width}" w:type="dxa"/>' for edge, width in (("top", 60), ("left", 0), ("right", 0))
)
_END = write_paragraph("SectionEnd", "")


def write_margins(section: Section, pages: Pages, outline: Outline, font: str) -> None:
    """Give a section the lines of its pages; the cover has none, unless a seal or a watermark is on every page."""
    if pages.stamp is None and not (outline.seal or outline.watermark):
        return
    margins = [(section.header, section.footer, _list_head_lines(pages, outline))]
    if pages.is_numbered_above:
        margins.append((section.first_page_header, section.first_page_footer, []))
    for header, footer, lines in margins:
        header.is_linked_to_previous = footer.is_linked_to_previous = False
        watermark = write_watermark(outline, pages.sheet, font, _number_of(header.part))
        (style, content), *others = lines or [("Header", "")]
        _fill(header.part, "".join(starmap(write_paragraph, ((style, watermark + content), *others))))
        _fill_foot(footer.part, pages, outline)


def set_margins(section: Section, head: str, foot: str) -> None:
    """Give a section lines of its own, as the XML of paragraphs, that repeat at the head and the foot of its pages."""
    section.header.is_linked_to_previous = section.footer.is_linked_to_previous = False
    _fill(section.header.part, head)
    _fill(section.footer.part, foot)


def write_foot_rule(width: int) -> str:
    """What the properties of the first line at the foot hold: a thin rule above it, and a stop for the page's number.

    `width` is that of the line in twips.
    """
    return f'{_RULE}<w:tabs><w:tab w:val="right" w:pos="{width}"/></w:tabs>'


def write_page_number(outline: Outline) -> str:
    """The word for page and the page's number, at the end of the line at the foot."""
    return write_run(f"\t{outline.page_word.text} ") + _write_number(outline)


def on_one_line(phrase: Phrase) -> str:
    """A phrase without line ends and without what XML cannot hold."""
    return drop_forbidden(" ".join(phrase.text.split("\n")))


def _number_of(part: StoryPart) -> int:
    """The number in a part's name, which no other part of its kind has."""
    return part.partname.idx or 0


def _fill(part: StoryPart, lines: str) -> None:
    part.element[:] = list(parse_xml(f"<w:hdr {nsdecls('w')} {MOMENT_DECLARATION}>{lines}</w:hdr>"))


def _write_number(outline: Outline) -> str:
    return write_field("PAGE", "๑" if outline.has_thai_digits else "1")


def _list_head_lines(pages: Pages, outline: Outline) -> list[tuple[str, str]]:
    """Styles and texts above: the stamps over the plan's title (forms have titles of their own), or a letter's number."""
    if pages.is_numbered_above:
        return [("PageAbove", write_run("- ") + _write_number(outline) + write_run(" -"))]
    lines = [("Stamp", write_run(on_one_line(phrase))) for phrase in pages.stamp or ()]
    if pages.stamp is not None and pages.margins != "form":
        lines.append(("Header", write_run(on_one_line(outline.title))))
    return lines


def _fill_foot(part: StoryPart, pages: Pages, outline: Outline) -> None:
    """The foot: a rule, whose document it is with the page's number, and what ties the page to a revision.

    A sealed form is named by its seal alone, whose last line bears the page's number.
    """
    has_lines = pages.stamp is not None and not pages.is_numbered_above
    is_named_by_seal = has_lines and pages.margins == "form"
    width = pages.sheet.text_width
    if outline.seal is None:
        lines = _write_foot_line(pages, outline, width, write_foot_rule(width)) if has_lines else ""
        origin = write_paragraph("Origin", write_run(on_one_line(outline.origin))) if has_lines else ""
        _fill(part, lines + origin or _END)
        return
    room = width - _SEAL_COLUMN
    stops = f'<w:tabs><w:tab w:val="right" w:pos="{room}"/></w:tabs>'
    lines = _write_foot_line(pages, outline, room, stops) if has_lines and not is_named_by_seal else ""
    number = (write_page_number(outline), stops) if is_named_by_seal else ("", "")
    code = Picture(_draw_code(outline.seal), outline.seal.words, SEAL_MM)
    drawing = write_drawing(
        part.get_or_add_image(BytesIO(code.png))[0], _SEAL_NUMBERS + _number_of(part), code
    )
    _fill(part, _write_seal(drawing, lines + _write_seal_lines(outline.seal, *number), width) + _END)


def _write_foot_line(pages: Pages, outline: Outline, width: int, properties: str) -> str:
    """The plan's owner, on forms the plan's name in the middle, and the page's number at the right."""
    if pages.margins != "form":
        return write_paragraph(
            "Footer", write_run(on_one_line(outline.owner)) + write_page_number(outline), properties
        )
    middle = properties.replace("<w:tabs>", f'<w:tabs><w:tab w:val="center" w:pos="{width // 2}"/>')
    title = write_run("\t") + write_run(on_one_line(outline.title), "LabelText")
    return write_paragraph("Footer", title + write_page_number(outline), middle)


def _draw_code(seal: Seal) -> bytes:
    drawn = BytesIO()
    segno.make(seal.payload, error="m", micro=False).save(drawn, kind="png", scale=_CODE_SCALE)
    return drawn.getvalue()


def _write_seal_lines(seal: Seal, number: str, stops: str) -> str:
    """The seal's words, then the code that can be typed; `number` stands on the same line, at its `stops`."""
    words = "".join(write_paragraph("SealLine", write_run(on_one_line(words))) for words in seal.words)
    return words + write_paragraph("SealLine", write_run(drop_forbidden(seal.code)) + number, stops)


def _write_seal(drawing: str, lines: str, width: int) -> str:
    """The foot of a sealed page: the code as a picture, and `lines` beside it."""
    cells = ((_SEAL_COLUMN, write_paragraph("SealCode", drawing)), (width - _SEAL_COLUMN, lines))
    columns = "".join(f'<w:gridCol w:w="{column}"/>' for column, _content in cells)
    row = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{column}" w:type="dxa"/></w:tcPr>{content}</w:tc>'
        for column, content in cells
    )
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{width}" w:type="dxa"/><w:tblBorders>'
        f'<w:top w:val="single" w:sz="4" w:space="0" w:color="8A979E"/>{_NO_LINES}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{_SEAL_EDGES}'
        f"</w:tblCellMar></w:tblPr><w:tblGrid>{columns}</w:tblGrid><w:tr>{row}</w:tr></w:tbl>"
    )
