"""What the view of the editions shows while there is none: what belongs there, and the button that begins it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from success_desktop.i18n import _
from success_desktop.ui.editions.filling import Filling
from success_desktop.ui.theme import GRID

_MOST_WIDTH = 80 * GRID


class FirstStep(Filling):
    """`begun` tells that the first edition shall be prepared."""

    begun = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading, self.words = QLabel(_("No edition yet")), QLabel()
        self.words.setText(
            _(
                "Begin with the first edition: adopting it keeps the plan as announced, with the page and number of every "
                "row. What is altered afterwards goes into additions, changes and corrections."
            )
        )
        self.heading.setProperty("role", "heading")
        self.words.setWordWrap(True)
        self.words.setMaximumWidth(_MOST_WIDTH)
        self.deed = QPushButton(_("Begin the first edition"))
        self.deed.setProperty("primary", "true")
        self.locked = QLabel(_("This is a copy for review: editions are made in the plan itself."))
        self.locked.setProperty("role", "secondary")
        self.locked.setWordWrap(True)
        self.locked.hide()
        self.deed.clicked.connect(self.begun)
        row = QHBoxLayout()
        row.addWidget(self.deed)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self.heading)
        column.addWidget(self.words)
        column.addSpacing(GRID)
        column.addLayout(row)
        column.addWidget(self.locked)
        column.addStretch(1)

    def lock(self, *, is_locked: bool) -> None:
        """Offer to begin the first edition, or say why that cannot be done here."""
        self.deed.setVisible(not is_locked)
        self.locked.setVisible(is_locked)
