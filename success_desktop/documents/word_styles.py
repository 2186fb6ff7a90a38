"""The styles of a printed plan: one font for Thai and Latin letters, official sizes, Thai justification."""

from collections.abc import Iterator
from copy import deepcopy
from typing import NamedTuple

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt, RGBColor, Twips
from docx.styles.style import BaseStyle, CharacterStyle, ParagraphStyle
from docx.text.font import Font
from lxml import etree

from success_desktop.documents.word_fonts import font_size, line_spacing

COVER_POINTS = 28.0
BODY_POINTS = 16.0
TABLE_POINTS = 14.0
SMALL_TABLE_POINTS = 12.0

CM = 567
"""Twips."""
QUIET = "3F4A52"
"""The colour of what stands back."""
_RULE = "8A979E"
_BAR_COLOUR = "3F4A52"
"""Of a bar across a cell, and of the sign in it, which only those who copy the text see."""
_BAR_POINTS, _BAR_LETTERS = 6, 4
_CELL_EDGE = 75
"""Twips between the line of a cell and its text, and half the line."""
_GONE, _CAME = "8A2A1B", "1B4F8A"
CENTRE, RIGHT, THAI = (
    WD_ALIGN_PARAGRAPH.CENTER,
    WD_ALIGN_PARAGRAPH.RIGHT,
    WD_ALIGN_PARAGRAPH.THAI_JUSTIFY,
)
FIRST_LINE = int(2.5 * CM)
"""How far in the first line of a paragraph begins, in twips."""


class StyleSpec(NamedTuple):
    """A paragraph style. `before` and `after` are points too; `first`, `left` and `tab` twips; `level` that of a heading.

    With `is_kept` its paragraphs stay whole and on the page of what follows.
    """

    id: str
    name: str
    points: float
    is_bold: bool = False
    before: float = 0
    after: float = 0
    is_kept: bool = False
    align: WD_ALIGN_PARAGRAPH | None = None
    level: int = 0
    first: int = 0
    left: int = 0
    tab: int = 0
    colour: str = ""


_TEXT_STYLES = (
    StyleSpec("BodyThai", "Body Thai", BODY_POINTS, after=4, align=THAI, first=FIRST_LINE),
    StyleSpec("BodyEnglish", "Body English", BODY_POINTS, after=4, first=FIRST_LINE),
    StyleSpec("FieldLabel", "Field Label", BODY_POINTS, True, 4, 0, True),
    StyleSpec("FieldLine", "Field Line", BODY_POINTS, after=4),
    StyleSpec("Heading1", "heading 1", 22, True, 0, 14, True, CENTRE, 1),
    StyleSpec("Heading2", "heading 2", 18, True, 14, 4, True, level=2),
    StyleSpec("Heading3", "heading 3", 17, True, 10, 3, True, level=3),
    StyleSpec("Heading4", "heading 4", BODY_POINTS, True, 8, 2, True, level=4),
    StyleSpec("PartEnglish", "Part English", 18, True, 0, 14, True, CENTRE, colour=QUIET),
    StyleSpec("HeadingEnglish", "Heading English", 15, True, 0, 4, True, colour=QUIET),
    StyleSpec("CoverTitle", "Cover Title", COVER_POINTS, True, 0, 18, align=CENTRE),
    StyleSpec("CoverLine", "Cover Line", 20, True, 0, 6, align=CENTRE),
    StyleSpec("CoverNotice", "Cover Notice", 14, after=2, align=CENTRE, left=CM, colour=QUIET),
    StyleSpec("ContentsTitle", "Contents Title", 20, True, 0, 12, True, CENTRE),
    StyleSpec("TableTitle", "Table Title", BODY_POINTS, True, 0, 2, True, CENTRE),
    StyleSpec("TableCaption", "Table Caption", TABLE_POINTS + 1, True, 6, 2, True),
    StyleSpec("BlankLine", "Blank Line", 4),
    StyleSpec("AfterTable", "After Table", 6),
    StyleSpec("SectionEnd", "Section End", 1),
    StyleSpec("Header", "header", SMALL_TABLE_POINTS, colour=QUIET),
    StyleSpec("Stamp", "Stamp", TABLE_POINTS, True, align=RIGHT),
    StyleSpec("Footer", "footer", SMALL_TABLE_POINTS, colour=QUIET),
    StyleSpec("Origin", "Origin", 9, colour="6B7A82"),
    *(
        StyleSpec(
            f"TOC{level}",
            f"toc {level}",
            BODY_POINTS,
            level == 1,
            6 if level == 1 else 0,
            2,
            first=-300,
            left=(level - 1) * 400 + 300,
            tab=16 * CM,
        )
        for level in (1, 2, 3)
    ),
)

_REVIEW_STYLES = (
    StyleSpec("ReviewNoteTitle", "Review Note Title", TABLE_POINTS, True, 0, 2, True, left=120),
    StyleSpec("ReviewNote", "Review Note", TABLE_POINTS, left=120),
    StyleSpec("CommentText", "annotation text", SMALL_TABLE_POINTS),
)
NOTE_BOX = (
    f"<w:pBdr {nsdecls('w')}>"
    + "".join(
        f'<w:{edge} w:val="single" w:sz="6" w:space="4" w:color="{_RULE}"/>'
        for edge in ("top", "left", "bottom", "right")
    )
    + "</w:pBdr>"
)
"""A frame around a paragraph, for its properties."""


def _table_styles(*, is_bilingual: bool) -> Iterator[StyleSpec]:
    """Paragraphs of tables in two sizes: the ordinary one, and "Small" for tables of many columns.

    English is a shade lighter where it stands below Thai.
    """
    english = QUIET if is_bilingual else ""
    for suffix, points in (("", TABLE_POINTS), ("Small", SMALL_TABLE_POINTS)):
        for style in (
            StyleSpec("HeadThai", "Head Thai", points, True, 0, 0, True, CENTRE),
            StyleSpec("HeadEnglish", "Head English", points, True, 0, 0, True, CENTRE),
            StyleSpec("CellThai", "Cell Thai", points),
            StyleSpec("CellEnglish", "Cell English", points, colour=english),
            StyleSpec("CellCentre", "Cell Centre", points, align=CENTRE),
            StyleSpec("CellBar", "Cell Bar", _BAR_LETTERS, align=CENTRE, colour=_BAR_COLOUR),
            StyleSpec("CellNumber", "Cell Number", points, align=RIGHT),
            StyleSpec("GroupThai", "Group Thai", points, True, 1, 1, True),
            StyleSpec("GroupEnglish", "Group English", points, True, 0, 1, True, colour=english),
            StyleSpec("TotalText", "Total Text", points, True, 1, 1),
            StyleSpec("TotalNumber", "Total Number", points, True, 1, 1, align=RIGHT),
        ):
            name = f"Table {style.name} {suffix}".rstrip()
            yield style._replace(id=f"{style.id}{suffix}", name=name)


def set_styles(document: Document, font: str, *, is_bilingual: bool) -> None:
    """Give `document` the styles of a plan in one language or two, set in `font`, instead of all it has."""
    for style in document.styles:
        if style.name not in ("Normal", "Normal Table"):
            style.delete()
    for exception in list(document.styles.latent_styles):
        exception.delete()
    normal, table = (document.styles[name].element for name in ("Normal", "Normal Table"))
    _set_letters(CharacterStyle(normal).font, font, BODY_POINTS)
    _set_letters(CharacterStyle(table).font, font, TABLE_POINTS)
    _set_defaults(document, font)
    for spec in (*_TEXT_STYLES, *_table_styles(is_bilingual=is_bilingual)):
        add_paragraph_style(document, spec, font)
    _shape_bars(document)
    substitute = _add_style(document, "Substitute", "Substitute", WD_STYLE_TYPE.CHARACTER).font
    substitute.italic = substitute.cs_italic = True
    substitute.color.rgb = RGBColor.from_string("5B4A00")
    label = _add_style(document, "LabelText", "Label Text", WD_STYLE_TYPE.CHARACTER).font
    label.bold = label.cs_bold = True
    struck = _add_style(document, "StruckOut", "Struck Out", WD_STYLE_TYPE.CHARACTER).font
    struck.strike, struck.color.rgb = True, RGBColor.from_string(_GONE)
    underlined = _add_style(document, "Underlined", "Underlined", WD_STYLE_TYPE.CHARACTER).font
    underlined.underline, underlined.color.rgb = True, RGBColor.from_string(_CAME)
    turn = _add_style(document, "LineTurn", "Line Turn", WD_STYLE_TYPE.CHARACTER).font
    for letters in (substitute, label, struck, underlined, turn):
        _set_letters(letters, font)
    _add_grid(document, font)


def _shape_bars(document: Document) -> None:
    """Bars: paragraphs filled from edge to edge of their cell, lower than a line, so that neighbours join."""
    for style_id in ("CellBar", "CellBarSmall"):
        layout = ParagraphStyle(document.styles.element.get_by_id(style_id)).paragraph_format
        layout.line_spacing_rule, layout.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(_BAR_POINTS)
        layout.left_indent = layout.right_indent = Twips(-_CELL_EDGE)
        spacing = layout.element.find(f"{qn('w:pPr')}/{qn('w:spacing')}")
        spacing.addprevious(_make("w:shd", val="clear", color="auto", fill=_BAR_COLOUR))


def add_review_styles(document: Document, font: str) -> None:
    """The styles that a document for reviewers has besides: the note on its first page, and comments as Word knows them."""
    for spec in _REVIEW_STYLES:
        add_paragraph_style(document, spec, font)
    for style_id in ("ReviewNote", "ReviewNoteTitle"):
        layout = document.styles.element.get_by_id(style_id).get_or_add_pPr()
        layout.find(qn("w:spacing")).addprevious(parse_xml(NOTE_BOX))
        layout.find(qn("w:spacing")).addprevious(_make("w:shd", val="clear", color="auto", fill="EEF5F4"))
    sign = _add_style(document, "CommentReference", "annotation reference", WD_STYLE_TYPE.CHARACTER).font
    _set_letters(sign, font, 10)


def _set_defaults(document: Document, font: str) -> None:
    """What holds where no style says otherwise: the letters of Normal, and lines as far apart as the font wants them."""
    (defaults,) = document.styles.element.iterchildren(qn("w:docDefaults"))
    (letters,) = defaults.iter(qn("w:rPr"))
    letters[:] = deepcopy(document.styles["Normal"].element.rPr)[:]
    (spacing,) = defaults.iter(qn("w:spacing"))
    spacing.attrib.update({qn("w:before"): "0", qn("w:after"): "0", qn("w:line"): str(line_spacing(font))})


def _add_style(document: Document, style_id: str, name: str, kind: WD_STYLE_TYPE) -> CharacterStyle:
    style: BaseStyle = document.styles.add_style(name, kind, builtin=name.islower())
    style.style_id = style_id
    style.quick_style = True
    return CharacterStyle(style.element)


def add_paragraph_style(document: Document, spec: StyleSpec, font: str) -> None:
    """Give `document` a paragraph style, set in `font`."""
    style = ParagraphStyle(_add_style(document, spec.id, spec.name, WD_STYLE_TYPE.PARAGRAPH).element)
    style.base_style = document.styles["Normal"]
    layout = style.paragraph_format
    if spec.is_kept:
        layout.keep_with_next = layout.keep_together = True
    if spec.tab:
        layout.tab_stops.add_tab_stop(Twips(spec.tab), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)
    layout.space_before, layout.space_after = Pt(spec.before), Pt(spec.after)
    if spec.left or spec.first:
        layout.left_indent, layout.first_line_indent = Twips(spec.left), Twips(spec.first)
    layout.alignment = spec.align
    if spec.level:
        style.element.get_or_add_pPr().append(_make("w:outlineLvl", val=str(spec.level - 1)))
    if spec.is_bold:
        style.font.bold = style.font.cs_bold = True
    if spec.colour:
        style.font.color.rgb = RGBColor.from_string(spec.colour)
    _set_letters(style.font, font, spec.points)


def _set_letters(letters: Font, font: str, points: float = 0) -> None:
    """Say for Latin and for complex script (Thai) alike: font, language and, when `points` is given, the size."""
    letters.name = font
    properties = letters.element.get_or_add_rPr()
    for slot in ("eastAsia", "cs"):
        properties.rFonts.set(qn(f"w:{slot}"), font)
    if points:
        letters.size = Pt(font_size(font, points) / 2)
        properties.find(qn("w:sz")).addnext(_make("w:szCs", val=str(font_size(font, points))))
    properties.append(_make("w:lang", val="en-US", eastAsia="en-US", bidi="th-TH"))


def _make(tag: str, **attributes: str) -> etree._Element:
    return OxmlElement(tag, {qn(f"w:{name}"): value for name, value in attributes.items()})


def _add_grid(document: Document, font: str) -> None:
    """The look of all tables: thin grey lines, a little room in the cells."""
    style = _add_style(document, "PlanTable", "Plan Table", WD_STYLE_TYPE.TABLE)
    style.base_style = document.styles["Normal Table"]
    _set_letters(style.font, font, TABLE_POINTS)
    edges = "".join(
        f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="{_RULE}"/>'
        for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    rooms = "".join(
        f'<w:{edge} w:w="{width}" w:type="dxa"/>'
        for edge, width in (("top", 25), ("left", 70), ("bottom", 25), ("right", 70))
    )
    style.element.append(
        parse_xml(
            f"<w:tblPr {nsdecls('w')}><w:tblBorders>{edges}</w:tblBorders>"
            f"<w:tblCellMar>{rooms}</w:tblCellMar></w:tblPr>"
        )
    )
