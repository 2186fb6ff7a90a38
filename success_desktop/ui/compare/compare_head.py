"""The head of the compare view: which two points are compared, how much differs, and how it is read."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QMargins, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from success_desktop.i18n import N_, _
from success_desktop.ui.compare.reading import READINGS
from success_desktop.ui.page.flow_layout import FlowLayout
from success_desktop.ui.segments import Segment, Segments
from success_desktop.ui.theme import GRID

PAGES = (
    Segment("differences", N_("Edits"), N_("Everything that differs, one by one")),
    Segment("money", N_("Money"), N_("What that does to the budgets")),
)
_STEP_WIDTH = 32
_CHIP_HEIGHT = 30
"""Pixels of a chip with its margins: as high as the title that it stands beside."""


class Chip(NamedTuple):
    """A count in few words, what it means in full, and its tone: "amber", "red" or "" (green)."""

    text: str
    hint: str
    tone: str = ""


class PointsTitle(QLabel):
    """The names of the two points, shortened where there is no room for them."""

    def __init__(self) -> None:
        super().__init__()
        self._words = ""
        self.setProperty("role", "heading")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)

    def set_words(self, words: str) -> None:
        """Show other names."""
        self._words = words
        self.setAccessibleName(words)
        self.updateGeometry()
        self._shorten()

    def sizeHint(self) -> QSize:
        """Room for all of the words."""
        self.ensurePolished()
        return QSize(
            QFontMetrics(self.font()).horizontalAdvance(self._words) + 4, super().sizeHint().height()
        )

    def minimumSizeHint(self) -> QSize:
        """Room for a few letters."""
        return QSize(10 * GRID, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten the words to the room there is."""
        super().resizeEvent(event)
        self._shorten()

    def _shorten(self) -> None:
        text = QFontMetrics(self.font()).elidedText(self._words, Qt.TextElideMode.ElideMiddle, self.width())
        self.setText(text)
        self.setToolTip(self._words if text != self._words else "")


class CompareHead(QWidget):
    """What stands above the differences.

    `page_chosen(id)` and `reading_chosen(id)` tell which page and which texts are wanted, `stepped(1 or -1)` the next
    difference or the one before, `redline_requested` the differences as a Word file, `all_requested` also those in the
    language that is not shown.
    """

    page_chosen = Signal(str)
    reading_chosen = Signal(str)
    stepped = Signal(int)
    redline_requested = Signal()
    all_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.title = PointsTitle()
        self._line = QWidget()
        self._words = FlowLayout(self._line, GRID // 2, QMargins())
        self._chips: list[QLabel] = []
        self.redline = QPushButton()
        self.pages, self.readings = Segments(PAGES), Segments(READINGS)
        self.place, self.unseen = QLabel(), QPushButton()
        self.back, self.on = QPushButton("‹"), QPushButton("›")
        self._lay_out()
        self._connect()
        self._word()

    def show_title(self, title: str, chips: Sequence[Chip]) -> None:
        """Name the points and count what differs."""
        self.title.set_words(title)
        for label in self._chips:
            self._words.removeWidget(label)
            label.hide()
            label.deleteLater()
        self._chips = []
        for chip in chips:
            label = QLabel(chip.text)
            label.setProperty("role", "chip")
            label.setProperty("tone", chip.tone)
            label.setFixedHeight(_CHIP_HEIGHT)
            label.setToolTip(chip.hint)
            label.setAccessibleName(chip.hint)
            self._words.addWidget(label)
            self._chips.append(label)

    def show_place(self, row: int, count: int) -> None:
        """Tell which of how many differences is the current one; `row` counts from 0, -1 for none."""
        self.place.setText(
            _("{place} of {count}").format(place=f"{row + 1:,}", count=f"{count:,}") if count else ""
        )
        self.back.setEnabled(row > 0)
        self.on.setEnabled(row + 1 < count)

    def show_unseen(self, count: int) -> None:
        """Tell how many fields differ only in the language that is not shown; nothing for 0."""
        self.unseen.setVisible(bool(count))
        self.unseen.setText(_("Show {count} more in the other language").format(count=f"{count:,}"))

    def show_page(self, page: str, *, is_compared: bool) -> None:
        """Offer what belongs to a page; hardly anything while nothing is compared."""
        self.pages.press(page)
        self.pages.setVisible(is_compared)
        self.redline.setVisible(is_compared)
        for part in (self.readings, self.place, self.back, self.on):
            part.setVisible(is_compared and page == "differences")

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._word()
        super().changeEvent(event)

    def _connect(self) -> None:
        self.pages.chosen.connect(self.page_chosen)
        self.readings.chosen.connect(self.reading_chosen)
        self.back.clicked.connect(lambda: self.stepped.emit(-1))
        self.on.clicked.connect(lambda: self.stepped.emit(1))
        self.readings.chosen.connect(self.readings.press)
        self.redline.clicked.connect(self.redline_requested)
        self.unseen.clicked.connect(self.all_requested)

    def _word(self) -> None:
        self.redline.setText(_("Word redline"))
        self.redline.setToolTip(_("The new text as a Word file in which every edit is tracked"))
        for button, words, key in (
            (self.back, _("Previous difference"), "<"),
            (self.on, _("Next difference"), ">"),
        ):
            button.setAccessibleName(words)
            button.setToolTip(f"{words} ({key})")

    def _lay_out(self) -> None:
        self.redline.setProperty("primary", "true")
        self.unseen.setProperty("role", "link")
        self.place.setProperty("role", "secondary")
        for button in (self.back, self.on):
            button.setProperty("role", "step")
            button.setFixedWidth(_STEP_WIDTH)
        first = QHBoxLayout()
        first.setSpacing(GRID)
        self._words.addWidget(self.title)
        first.addWidget(self._line, 1)
        first.addWidget(self.redline, alignment=Qt.AlignmentFlag.AlignTop)
        tools = QWidget()
        flow = FlowLayout(tools, GRID, QMargins())
        for part in (self.pages, self.readings, self.back, self.on, self.place, self.unseen):
            flow.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addLayout(first)
        column.addWidget(tools)
