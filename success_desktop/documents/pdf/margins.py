"""What repeats on every page: stamps and titles above, the page's number and the seal below, a draft's word across."""

import math
from collections.abc import Sequence
from typing import NamedTuple

from success_desktop.documents.outline_blocks import Outline, Phrase, Seal
from success_desktop.documents.pdf.measures import MM, Sheet, measure_sheet
from success_desktop.documents.pdf.pen import Pen
from success_desktop.documents.pdf.seals import SealCode
from success_desktop.documents.pdf.styles import (
    ABOVE_LETTER,
    FOOT,
    FOOT_TITLE,
    HEAD,
    ORIGIN,
    RULE,
    SEAL,
    STAMP,
    Align,
    TextStyle,
)
from success_desktop.documents.pdf.text import Line, Run, break_lines, width_of
from success_desktop.documents.pdf.text_box import BASELINE
from success_desktop.documents.word_pages import Pages
from success_desktop.documents.word_xml import split_paragraphs

_HEAD_FROM_EDGE, _FOOT_FROM_EDGE = 28.35, 22.7
_ROOM_BELOW_HEAD, _ROOM_ABOVE_FOOT = 2.0, 8.0
_RULE_WIDTH = 0.5
_SEAL_SIDE = 15 * MM
_SEAL_GAP = 4.0
_WATERMARK = "E3E3E3"
_WATERMARK_SHARE = 0.8
_WATERMARK_HIGHEST = 150.0
_WATERMARK_FOOT = 0.3


class _MarginLine(NamedTuple):
    """A line at the head or the foot of a page."""

    line: Line
    style: TextStyle
    align: Align


class Margins:
    """The head, the foot and the watermark of pages that look alike.

    A sealed form is named by its seal alone, whose last line bears the page's number: its title is among the seal's words.
    """

    def __init__(self, outline: Outline, pages: Pages) -> None:
        self._outline = outline
        self._pages = pages
        self._main = outline.main_language
        self._has_lines = pages.stamp is not None and not pages.is_numbered_above
        self._code = SealCode(outline.seal.payload) if outline.seal else None
        self._is_named_by_seal = outline.seal is not None and self._has_lines and pages.margins == "form"
        bare = measure_sheet(pages.sheet, 0, 0)
        self._head = self._list_head(bare.text_width)
        self._foot = self._list_foot(bare.text_width - self._seal_room)
        head = _HEAD_FROM_EDGE + _height_of(self._head) + _ROOM_BELOW_HEAD
        foot = max(_height_of(self._foot), _SEAL_SIDE if self._code else 0.0)
        foot_room = _FOOT_FROM_EDGE + foot + _ROOM_ABOVE_FOOT
        self.sheet: Sheet = measure_sheet(
            pages.sheet, head if self._head else 0, foot_room if foot or self._foot else 0
        )
        self._foot_top = _FOOT_FROM_EDGE + foot

    @property
    def _seal_room(self) -> float:
        return _SEAL_SIDE + _SEAL_GAP if self._code else 0.0

    def draw(self, pen: Pen, page: str, *, is_first: bool) -> None:
        """Draw head and foot of a page that bears the number `page`; `is_first` of these pages."""
        pen.tags.begin_artifact()
        if not self._pages.is_numbered_above:
            self._draw_lines(pen, self._head, self.sheet.left, self.sheet.height - _HEAD_FROM_EDGE)
        elif not is_first:
            number = self._line_of(f"- {page} -", ABOVE_LETTER, self.sheet.text_width)
            self._draw_lines(pen, [number], self.sheet.left, self.sheet.height - _HEAD_FROM_EDGE)
        self._draw_foot(pen, page)
        pen.tags.end()

    def _list_head(self, width: float) -> list[_MarginLine]:
        """The stamps over the plan's title; forms have titles of their own."""
        if not self._has_lines:
            return []
        lines = [line for stamp in self._pages.stamp or () for line in self._lines_of(stamp, STAMP, width)]
        if self._pages.margins != "form":
            lines.extend(self._lines_of(self._outline.title, HEAD, width))
        return lines

    def _list_foot(self, width: float) -> list[_MarginLine]:
        """The owner (on forms the plan's title), what ties the page to a revision, and the words of the seal."""
        seal = self._outline.seal
        lines: list[_MarginLine] = []
        if self._has_lines and not self._is_named_by_seal:
            lines.extend(self._list_owner(width))
            if not seal:
                lines.extend(self._lines_of(self._outline.origin, ORIGIN, width))
        if seal:
            lines.extend(self._list_seal_lines(seal, width))
        return lines

    def _list_owner(self, width: float) -> list[_MarginLine]:
        """The owner beside the page's number; on forms the plan's title in the middle."""
        number = width_of(self._name_page("0000"), FOOT.size) + 2 * _SEAL_GAP
        if self._pages.margins == "form":
            return self._lines_of(self._outline.title, FOOT_TITLE, width - 2 * number)
        return self._lines_of(self._outline.owner, FOOT, width - number)

    def _list_seal_lines(self, seal: Seal, width: float) -> list[_MarginLine]:
        lines = [line for words in seal.words for line in self._lines_of(words, SEAL, width)]
        return [*lines, self._line_of(seal.code, SEAL, width)]

    def _name_page(self, page: str) -> str:
        return f"{self._outline.page_word.text} {page}".strip()

    def _lines_of(self, phrase: Phrase, style: TextStyle, width: float) -> list[_MarginLine]:
        text = " ".join(split_paragraphs(phrase.text))
        run = Run(text, style.is_bold, language=phrase.language or self._main)
        return [_MarginLine(line, style, style.align) for line in break_lines([run], style.size, width)]

    def _line_of(self, text: str, style: TextStyle, width: float) -> _MarginLine:
        return self._lines_of(Phrase(text, self._main), style, width)[0]

    def _draw_lines(self, pen: Pen, lines: Sequence[_MarginLine], x: float, top: float) -> None:
        width = self.sheet.right - x
        for line, style, align in lines:
            y = top - style.leading * (1 - BASELINE)
            with pen.coloured(style.colour):
                pen.text.draw_line(line, x, y, width, align)
            top -= style.leading

    def _draw_foot(self, pen: Pen, page: str) -> None:
        if not self._foot:
            return
        left, top = self.sheet.left, self._foot_top
        with pen.coloured(RULE):
            pen.canvas.setLineWidth(_RULE_WIDTH)
            pen.canvas.line(left, top + 1, self.sheet.right, top + 1)
        if self._code:
            self._code.draw(pen, left, top - _SEAL_SIDE, _SEAL_SIDE)
        if self._has_lines:
            style, above = (SEAL, self._foot[:-1]) if self._is_named_by_seal else (FOOT, [])
            number = self._line_of(self._name_page(page), style, self.sheet.text_width)
            self._draw_lines(pen, [number._replace(align="right")], left, top - _height_of(above))
        self._draw_lines(pen, self._foot, left + self._seal_room, top)

    def draw_watermark(self, pen: Pen) -> None:
        """A draft's word, rising from corner to corner: drawn last, and as if light fell through all that is below it."""
        text = " ".join(phrase.text for phrase in self._outline.watermark)
        if not text:
            return
        sheet = self.sheet
        side = min(sheet.width, sheet.height) * _WATERMARK_SHARE * math.sqrt(2)
        size = min(side / (width_of(text, 1, is_bold=True) + 1), _WATERMARK_HIGHEST)
        line = break_lines([Run(text, is_bold=True, language=self._main)], size, sheet.width * 2)[0]
        pen.tags.begin_artifact()
        pen.canvas.saveState()
        pen.canvas.setBlendMode("Multiply")
        pen.canvas.translate(sheet.width / 2, sheet.height / 2)
        pen.canvas.rotate(45)
        with pen.coloured(_WATERMARK):
            pen.text.draw_line(line, -line.width / 2, -size * _WATERMARK_FOOT, line.width, "left")
        pen.canvas.restoreState()
        pen.tags.end()


def _height_of(lines: Sequence[_MarginLine]) -> float:
    return sum(line.style.leading for line in lines)
