"""How a card is set: its head in one line, its values below with what went struck and what came underlined."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPen,
    QTextLayout,
)

from success_desktop.i18n import _
from success_desktop.ui.compare.card import Card, Line
from success_desktop.ui.compare.reading import Reading, columns_of
from success_desktop.ui.compare.run_layout import Run, lay_out
from success_desktop.ui.compare.signs import SIGN_SIZE, paint_sign
from success_desktop.ui.theme import GRID, tokens

PADDING = 10
_COLUMN_GAP = 2 * GRID


@dataclass(frozen=True, slots=True)
class Style:
    """How cards are set: in which font, how wide (pixels) and which of their texts."""

    font: QFont
    width: int
    reading: Reading


class _Setting(NamedTuple):
    """A text where it stands on its card."""

    place: QPointF
    layout: QTextLayout


class CardLayout:
    """A card laid out at a width; `height` is what it takes with its frame, in pixels.

    `name_rect` and `restore_rect` (which leads back to the old wording; empty where there is none) are places to click,
    counted from the card's corner.
    """

    def __init__(self, card: Card, style: Style, can_restore: bool) -> None:
        self.card = card
        metrics = QFontMetrics(style.font)
        self._font = style.font
        self._head_height = metrics.height() + 4
        self._width = style.width
        self._sign = (
            QRect(PADDING, PADDING - 2, SIGN_SIZE, self._head_height) if card.fate != "same" else QRect()
        )
        self.restore_rect = self._place_restore(metrics) if can_restore else QRect()
        self._set_head(metrics)
        self._dividers: list[QRect] = []
        self._settings = list(self._set_lines(style))
        self.height = self._bottom + PADDING

    def draw(self, painter: QPainter, corner: QPoint, pressable: str) -> None:
        """Paint the inside of the card with its top left corner there; `pressable` is underlined: "name" or "restore"."""
        inks = tokens()
        painter.save()
        painter.translate(corner)
        if not self._sign.isEmpty():
            paint_sign(painter, self._sign, self.card.fate)
        self._write(painter, self.name_rect, self._name, (inks.secondary, pressable == "name"))
        self._write(painter, self._label_rect, self._label, (inks.secondary, False))
        if not self.restore_rect.isEmpty():
            self._write(
                painter,
                self.restore_rect,
                _("Restore…"),
                (inks.accent, pressable == "restore" or inks.link_line != "none"),
            )
        painter.setFont(self._font)
        painter.setPen(QColor(inks.text))
        for place, layout in self._settings:
            layout.draw(painter, place)
        painter.setPen(QPen(QColor(inks.divider), 1))
        for divider in self._dividers:
            painter.drawLine(divider.topLeft(), divider.bottomLeft())
        painter.restore()

    def part_at(self, point: QPoint) -> str:
        """What can be clicked at a point of the card: "name", "restore" or nothing ("")."""
        if self.restore_rect.contains(point):
            return "restore"
        return "name" if self.card.is_present and self.name_rect.contains(point) else ""

    def _place_restore(self, metrics: QFontMetrics) -> QRect:
        width = metrics.horizontalAdvance(_("Restore…")) + 2
        return QRect(self._width - PADDING - width, PADDING - 2, width, self._head_height)

    def _set_head(self, metrics: QFontMetrics) -> None:
        """Name and label in one line; the name gives way first, for the label tells what happened."""
        left = self._sign.right() + GRID if not self._sign.isEmpty() else PADDING
        right = self.restore_rect.left() - GRID if not self.restore_rect.isEmpty() else self._width - PADDING
        room, head = max(right - left, 0), f" · {self.card.head()}"
        elide = Qt.TextElideMode.ElideRight
        self._label = metrics.elidedText(head, elide, max(room - min(room // 3, 12 * GRID), 0))
        label_width = metrics.horizontalAdvance(self._label)
        self._name = metrics.elidedText(self.card.name, elide, max(room - label_width, 0))
        name_width = metrics.horizontalAdvance(self._name)
        self.name_rect = QRect(left, PADDING - 2, name_width, self._head_height)
        self._label_rect = QRect(left + name_width, PADDING - 2, label_width + 1, self._head_height)
        self._bottom = PADDING + self._head_height

    def _set_lines(self, style: Style) -> Iterator[_Setting]:
        reading: Reading = "edits" if self._is_whole and style.reading == "beside" else style.reading
        for line in self._lines(reading):
            columns = columns_of(line, reading)
            inside = self._width - 2 * PADDING
            width = (inside - _COLUMN_GAP * (len(columns) - 1)) // len(columns)
            top, bottom = self._bottom, self._bottom
            for place, pieces in enumerate(columns):
                runs = [Run(piece.kind, piece.text) for piece in pieces]
                is_marked = reading in ("edits", "beside")
                is_last = is_marked and place + 1 == len(columns)
                layout = lay_out(
                    _furnish(line, runs, has_difference=is_last), style.font, width, is_marked=is_marked
                )
                left = PADDING + place * (width + _COLUMN_GAP)
                yield _Setting(QPointF(left, top), layout)
                bottom = max(bottom, top + round(layout.boundingRect().height() + 0.5))
            if len(columns) > 1:
                self._dividers.append(QRect(PADDING + width + _COLUMN_GAP // 2, top, 1, bottom - top))
            self._bottom = bottom

    @property
    def _is_whole(self) -> bool:
        """Whether the node came or went: one of the two sides is empty."""
        return self.card.fate in ("added", "removed")

    def _lines(self, reading: Reading) -> tuple[Line, ...]:
        """What the card says; of a node that was not there (yet, or any more) only that."""
        if self._is_whole and reading == ("original" if self.card.fate == "added" else "new"):
            return (Line(_("(not in the plan)"), ()),)
        return self.card.lines

    def _write(self, painter: QPainter, rect: QRect, text: str, look: tuple[str, bool]) -> None:
        ink, is_underlined = look
        font = QFont(self._font)
        font.setUnderline(is_underlined)
        painter.setFont(font)
        painter.setPen(QColor(ink))
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextSingleLine), text)


def _furnish(line: Line, runs: list[Run], *, has_difference: bool) -> list[Run]:
    """The words of the program around a value: its label, its unit, its difference; or that there is nothing."""
    has_text = any(run.text.strip() for run in runs)
    shown = runs if has_text else [Run("secondary", _("(blank)"))] if line.pieces else []
    before = [Run("secondary", f"{line.label}  ")] if line.label else []
    unit = [Run("same", f" {line.unit}")] if line.unit and has_text else []
    after = [Run("secondary", f" {line.difference}")] if line.difference and has_difference else []
    return [*before, *shown, *unit, *after]


def frame_of(rect: QRect) -> QRectF:
    """The rectangle of a card's frame within its row."""
    return QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5)
