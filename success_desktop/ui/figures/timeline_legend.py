"""The legend of the timeline: every way a bar can look, drawn small, with its meaning in words."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QMargins, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from success_desktop.domain.schema import Template
from success_desktop.domain.timespans import has_dates
from success_desktop.i18n import Language, translate
from success_desktop.ui.figures.timeline_paint import look_of, paint_bar, paint_fault, paint_money
from success_desktop.ui.page.flow_layout import FlowLayout
from success_desktop.ui.theme import GRID, tokens

_Painting = Callable[[QPainter, QRectF], None]
_SWATCH = (24, 18)
_GAP = 6


class Swatch(QWidget):
    """A small drawing."""

    def __init__(self, painting: _Painting, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._painting = painting
        self.setFixedSize(*_SWATCH)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it in the colours in use."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._painting(painter, QRectF(self.rect()).adjusted(2, 3, -2, -3))


class Legend(QWidget):
    """Words and drawings in as many lines as it takes; `fill` makes them for a template and a language."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(self, _GAP, QMargins(2 * GRID, 2, 0, 2))
        self._entries: list[QWidget] = []

    def fill(self, template: Template, language: Language) -> None:
        """Show what the bars of a template mean."""
        for entry in self._entries:
            self._flow.removeWidget(entry)
            entry.deleteLater()
        self._entries = []
        for status, name in _statuses(template, language).items():
            self._add(partial(_paint_status, status), name)
        self._add(paint_money, translate("No dates, only money", language))
        self._add(paint_fault, translate("Dates to be checked", language))
        self._add(_paint_today, translate("Today", language))

    def _add(self, painting: _Painting, text: str) -> None:
        entry = QWidget(self)
        row = QHBoxLayout(entry)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        label = QLabel(text)
        label.setProperty("role", "secondary")
        row.addWidget(Swatch(painting))
        row.addWidget(label)
        self._flow.addWidget(entry)
        self._entries.append(entry)


def _statuses(template: Template, language: Language) -> dict[str, str]:
    """The names of all statuses that dated kinds can have, by their ids."""
    return {
        status: name.spoken(language)
        for kind in template.kinds.values()
        if has_dates(kind) and "status" in kind.fields
        for status, name in kind.fields["status"].options.items()
    }


def _paint_status(status: str, painter: QPainter, rect: QRectF) -> None:
    paint_bar(painter, rect, look_of(status))


def _paint_today(painter: QPainter, rect: QRectF) -> None:
    painter.setPen(QPen(QColor(tokens().deleted), 1.5, Qt.PenStyle.DashLine))
    painter.drawLine(
        QPointF(rect.center().x(), rect.top() - 2), QPointF(rect.center().x(), rect.bottom() + 2)
    )
