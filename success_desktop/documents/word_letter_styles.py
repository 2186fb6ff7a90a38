"""The styles that only some Word documents have: those of letters, and those at the foot of sealed pages."""

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from success_desktop.documents.word_styles import (
    BODY_POINTS,
    CENTRE,
    CM,
    FIRST_LINE,
    NOTE_BOX,
    QUIET,
    RIGHT,
    TABLE_POINTS,
    THAI,
    StyleSpec,
    add_paragraph_style,
)

_HALF_A_LETTER = 8 * CM
_HANGING = 425
_POINT = FIRST_LINE + _HANGING
_BODY = BODY_POINTS

_LETTER_STYLES = (
    StyleSpec("LetterTitle", "Letter Title", 18, True, 0, 4, True, CENTRE),
    StyleSpec("LetterSubtitle", "Letter Subtitle", _BODY, True, 0, 4, True, CENTRE),
    StyleSpec("LetterPoint", "Letter Point", _BODY, after=2, align=THAI, first=-_HANGING, left=_POINT),
    StyleSpec("LetterPointEnglish", "Letter Point English", _BODY, after=2, first=-_HANGING, left=_POINT),
    StyleSpec("LetterLine", "Letter Line", _BODY, after=2),
    StyleSpec("LetterLabel", "Letter Label", _BODY, after=2, is_kept=True),
    StyleSpec("LetterCentre", "Letter Centre", _BODY, after=4, align=CENTRE),
    StyleSpec("LetterRight", "Letter Right", _BODY, after=4, align=RIGHT),
    StyleSpec("LetterSignature", "Letter Signature", _BODY, is_kept=True, align=CENTRE, left=_HALF_A_LETTER),
    StyleSpec("LetterNote", "Letter Note", TABLE_POINTS, after=2, colour=QUIET),
    StyleSpec("LetterBoxed", "Letter Boxed", _BODY, after=4, left=120),
    StyleSpec("PageAbove", "Page Above", _BODY, align=CENTRE),
)
_SEAL_STYLES = (
    StyleSpec("SealCode", "Seal Code", TABLE_POINTS),
    StyleSpec("SealLine", "Seal Line", 11, colour=QUIET),
)


def add_letter_styles(document: Document, font: str) -> None:
    """The styles that letters have besides: titles, points, signatures, notes, boxes, the page's number above."""
    for spec in _LETTER_STYLES:
        add_paragraph_style(document, spec, font)
    layout = document.styles.element.get_by_id("LetterBoxed").get_or_add_pPr()
    layout.find(qn("w:spacing")).addprevious(parse_xml(NOTE_BOX))


def add_seal_styles(document: Document, font: str) -> None:
    """The styles at the foot of sealed pages."""
    for spec in _SEAL_STYLES:
        add_paragraph_style(document, spec, font)
