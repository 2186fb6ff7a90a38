"""The cover: the plan's title and its other fields, one below the other, in the middle of the first page."""

from collections.abc import Iterator

from success_desktop.documents.outline_blocks import CoverLine, Outline, Phrase
from success_desktop.documents.pdf.boxes import Box
from success_desktop.documents.pdf.measures import Sheet
from success_desktop.documents.pdf.styles import COVER_LINE, COVER_NOTICE, COVER_TITLE, TextStyle
from success_desktop.documents.pdf.text import Run
from success_desktop.documents.pdf.text_box import Blank, TextBox
from success_desktop.documents.pdf.wording import Runs, join_paragraphs, set_paragraphs
from success_desktop.documents.word_cover import split_title
from success_desktop.documents.word_xml import split_paragraphs
from success_desktop.i18n import Language

_TOP, _LEAST_TOP = 174.5, 36.0
_BETWEEN = 7.5
_TWIPS = 20
_STYLES = {"title": COVER_TITLE, "notice": COVER_NOTICE}


def list_cover(outline: Outline, sheet: Sheet) -> Iterator[Box]:
    """The boxes of the cover. The blank above them is smaller where the page would not hold them otherwise."""
    boxes = [
        box for line in outline.cover for box in _list_line(line, sheet.text_width, outline.main_language)
    ]
    left_over = sheet.text_height - sum(box.whole for box in boxes)
    yield Blank(max(min(_TOP, left_over), _LEAST_TOP), is_fixed=True)
    yield from boxes


def _list_line(line: CoverLine, width: float, main: Language) -> Iterator[Blank | TextBox]:
    style = _STYLES.get(line.field, COVER_LINE)
    for _anchor, value in line.values:
        yield Blank(_BETWEEN)
        yield TextBox(_runs_of(value, style, width, main), style, width)


def _runs_of(value: Phrase, style: TextStyle, width: float, main: Language) -> Runs:
    """A value; the lines of a title end where the sense does."""
    if style is not COVER_TITLE or value.mark:
        return join_paragraphs(set_paragraphs(value, main, is_bold=style.is_bold))
    lines = [
        line.rstrip()
        for paragraph in split_paragraphs(value.text)
        for line in split_title(paragraph, style.points, round(width * _TWIPS))
    ]
    return [Run("\n".join(lines), style.is_bold, language=value.language or main)]
