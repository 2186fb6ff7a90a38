"""The buttons on the current card."""

from PySide6.QtCore import QEvent, QMargins, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from success_desktop.i18n import _
from success_desktop.ui.feedback.deeds import DECIDED_BUTTONS, DEEDS, OPEN_BUTTONS
from success_desktop.ui.page.flow_layout import FlowLayout

_GAP = 6


class RemarkFoot(QWidget):
    """Buttons for what is done most, and one that opens the menu of everything.

    `deed_requested(id)` tells which was pressed, `menu_requested(point on the screen)` that the menu is wanted.
    """

    deed_requested = Signal(str)
    menu_requested = Signal(QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("remark_foot")
        self._flow = FlowLayout(self, _GAP, QMargins(0, 0, 0, 0))
        names = dict.fromkeys((*OPEN_BUTTONS[:-1], *DECIDED_BUTTONS))
        self.buttons = {name: self._make(name) for name in names}
        self.more = QPushButton()
        self.more.clicked.connect(self._on_more_clicked)
        self._flow.addWidget(self.more)
        self._word()

    def offer(self, *, is_open: bool) -> None:
        """Offer what is done with an open remark, or with one that is decided."""
        names = OPEN_BUTTONS if is_open else DECIDED_BUTTONS
        for name, button in self.buttons.items():
            button.setVisible(name in names)
        self._flow.invalidate()

    def heightForWidth(self, width: int) -> int:
        """How high the buttons are in so many pixels."""
        return self._flow.heightForWidth(width)

    def changeEvent(self, event: QEvent) -> None:
        """Word the buttons anew when the language changes."""
        if event.type() == QEvent.Type.LanguageChange:
            self._word()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button with the keyboard; the list around it would take it for itself."""
        focus = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focus, QPushButton):
            focus.click()
        else:
            super().keyPressEvent(event)

    def _make(self, name: str) -> QPushButton:
        button = QPushButton()
        button.setProperty("primary", name == "accept")
        button.clicked.connect(lambda: self.deed_requested.emit(name))
        self._flow.addWidget(button)
        return button

    def _on_more_clicked(self) -> None:
        self.menu_requested.emit(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _word(self) -> None:
        for name, button in self.buttons.items():
            button.setText(_(DEEDS[name].text))
        self.more.setText(_("More"))
        self.more.setToolTip(_("Everything that can be done with this remark"))
