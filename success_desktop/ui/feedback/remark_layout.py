"""How a card is set: who speaks, what is said, the passage with what goes and comes, and what was answered."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPainterPath, QPen, QTextLayout

from success_desktop.ui.compare.run_layout import Run, lay_out
from success_desktop.ui.feedback.passages import shorten
from success_desktop.ui.feedback.remark_card import Chip, RemarkCard, Tone
from success_desktop.ui.feedback.reviewer_mark import MARK_SIZE, colour_of, mark_width, paint_mark
from success_desktop.ui.theme import GRID, tokens

BAR = 4
"""Pixels of the line in the reviewer's colour at the left of a card."""
_PADDING = 10
_GAP = 6
_INDENT = 14
_DEEPEST = 3
_CORNER = 6.0
_MOST_SAID = 320
"""Characters of what is said on a card that is not the current one."""


@dataclass(frozen=True, slots=True)
class RemarkStyle:
    """How cards are set: in which font, and how wide (pixels)."""

    font: QFont
    width: int


class _Text(NamedTuple):
    """A text where it stands on its card."""

    place: QPointF
    layout: QTextLayout


class _Spot(NamedTuple):
    """A chip where it stands on its card."""

    place: QRect
    chip: Chip


class RemarkLayout:
    """A card laid out at a width; `height` is what it takes, in pixels, with the heading above its frame.

    `frame` is the card itself, `foot` the room for the buttons at its end (`foot_height` pixels, none for 0), both counted
    from the corner of its row.
    """

    def __init__(self, card: RemarkCard, style: RemarkStyle, foot_height: int, *, is_current: bool) -> None:
        self.card = card
        self._font = style.font
        self._metrics = QFontMetrics(style.font)
        self._texts: list[_Text] = []
        self._spots: list[_Spot] = []
        self._box = QRect()
        self._thread = QRect()
        self._left = min(card.depth, _DEEPEST) * _INDENT
        self._right = style.width
        self._y = self._set_heading()
        top = self._y
        self._y += _PADDING - 2
        self.mark = QRect(self._inner, self._y, mark_width(style.font, card.initials), MARK_SIZE)
        self._set_head()
        self._set_body(is_current=is_current)
        self.foot = QRect(self._inner, self._y, self._right - _PADDING - self._inner, foot_height)
        self._y += foot_height + _GAP if foot_height else 0
        self.height = self._y + _PADDING - _GAP
        self.frame = QRect(self._left, top, self._right - self._left, self.height - top)

    def draw(self, painter: QPainter, corner: QPoint, *, is_current: bool, has_focus: bool) -> None:
        """Paint the card with the corner of its row there."""
        inks = tokens()
        painter.save()
        painter.translate(corner)
        self._draw_frame(painter, is_current=is_current, has_focus=has_focus)
        if not self._box.isNull():
            painter.setPen(QPen(QColor(inks.border), inks.tint_edge) if inks.tint_edge else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(inks.header))
            painter.drawRoundedRect(QRectF(self._box), 4, 4)
        if not self._thread.isNull():
            painter.fillRect(self._thread, QColor(inks.border))
        painter.setFont(self._font)
        paint_mark(painter, self.mark, self.card.seat, self.card.initials)
        painter.setPen(QColor(inks.text))
        for place, layout in self._texts:
            layout.draw(painter, place)
        for rect, chip in self._spots:
            _draw_chip(painter, rect, chip)
        painter.restore()

    @property
    def _inner(self) -> int:
        return self._left + BAR + _PADDING

    def _set_heading(self) -> int:
        """The name of the node above its first card; returns where the card begins."""
        if not self.card.heading:
            return 0
        words = self._metrics.elidedText(self.card.heading, Qt.TextElideMode.ElideRight, self._right - 2)
        layout = lay_out([Run("secondary", words)], self._font, 2 * self._right, is_marked=False)
        self._texts.append(_Text(QPointF(2, 2), layout))
        return self._metrics.height() + GRID

    def _set_head(self) -> None:
        """Who and when beside the mark, then the chips."""
        left = self.mark.right() + 1 + GRID
        lead = (MARK_SIZE - self._metrics.height()) // 2
        layout = lay_out(
            self._elided(self._right - _PADDING - left), self._font, 2 * self._right, is_marked=True
        )
        self._texts.append(_Text(QPointF(left, self._y + lead), layout))
        self._y += MARK_SIZE + _GAP // 2
        if self.card.chips:
            self._set_chips()

    def _elided(self, room: int) -> list[Run]:
        """The head in one line of `room` pixels: the name gives way last."""
        bold = QFont(self._font)
        bold.setBold(True)
        runs = []
        for run in self.card.head:
            metrics = QFontMetrics(bold) if run.look == "strong" else self._metrics
            words = metrics.elidedText(run.text, Qt.TextElideMode.ElideRight, max(room, 0))
            room -= metrics.horizontalAdvance(words) + 1
            runs.append(Run(run.look, words))
        return runs

    def _set_chips(self) -> None:
        x, height = self._inner, self._metrics.height()
        for chip in self.card.chips:
            room = self._right - _PADDING - self._inner
            words = self._metrics.elidedText(chip.words, Qt.TextElideMode.ElideRight, room - 2 * GRID)
            width = self._metrics.horizontalAdvance(words) + 2 * GRID
            if x + width > self._right - _PADDING and x > self._inner:
                x, self._y = self._inner, self._y + height + 4
            self._spots.append(_Spot(QRect(x, self._y, width, height), Chip(words, chip.tone)))
            x += width + 4
        self._y += height + _GAP

    def _set_body(self, *, is_current: bool) -> None:
        card, width = self.card, self._right - _PADDING - self._inner
        if card.place:
            self._add((Run("secondary", card.place),), self._inner, width)
        if card.said:
            said = card.said if is_current else shorten(card.said, _MOST_SAID)
            self._add((Run("same", said),), self._inner, width)
        if card.passage:
            self._set_passage(width)
        for notice in card.notices:
            self._add((Run("notice", notice),), self._inner, width)
        if card.talk:
            top = self._y
            for runs in card.talk:
                self._add(runs, self._inner + _PADDING, width - _PADDING)
            self._thread = QRect(self._inner + 1, top + 2, 2, self._y - top - _GAP - 2)
        if card.answer:
            self._add(card.answer, self._inner, width)

    def _set_passage(self, width: int) -> None:
        top = self._y
        self._y += 4
        self._add(self.card.passage, self._inner + GRID, width - 2 * GRID)
        self._y += 4
        self._box = QRect(self._inner, top, width, self._y - top - _GAP)

    def _add(self, runs: Iterable[Run], left: int, width: int) -> None:
        layout = lay_out(list(runs), self._font, width, is_marked=True)
        self._texts.append(_Text(QPointF(left, self._y), layout))
        self._y += round(layout.boundingRect().height() + 0.5) + _GAP

    def _draw_frame(self, painter: QPainter, *, is_current: bool, has_focus: bool) -> None:
        inks, frame = tokens(), QRectF(self.frame)
        body = QPainterPath()
        body.addRoundedRect(frame.adjusted(0.5, 0.5, -0.5, -0.5), _CORNER, _CORNER)
        painter.fillPath(body, QColor(inks.card))
        painter.save()
        painter.setClipPath(body)
        painter.fillRect(QRectF(frame.left(), frame.top(), BAR, frame.height()), colour_of(self.card.seat))
        painter.restore()
        width = inks.focus_edge if is_current and has_focus else inks.edge
        painter.setPen(QPen(QColor(inks.accent if is_current else inks.border), width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(body)


def _draw_chip(painter: QPainter, rect: QRect, chip: Chip) -> None:
    inks = tokens()
    grounds: dict[Tone, tuple[str, str]] = {
        "green": (inks.green, inks.green_ink),
        "amber": (inks.amber, inks.amber_ink),
        "red": (inks.red, inks.red_ink),
        "plain": (inks.header, inks.secondary),
    }
    ground, ink = (QColor(colour) for colour in grounds[chip.tone])
    painter.setPen(QPen(ink, inks.tint_edge) if inks.tint_edge else Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(QRectF(rect), rect.height() / 2, rect.height() / 2)
    painter.setPen(ink)
    painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), chip.words)
