"""Several wordings of one passage below the cards: each as it differs from today's text; one decision settles all."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from success_desktop.i18n import _
from success_desktop.services.clashes import Clash
from success_desktop.ui.compare.run_layout import Run
from success_desktop.ui.elided_button import ElidedButton
from success_desktop.ui.feedback.passages import redline
from success_desktop.ui.feedback.redline_label import RedlineLabel
from success_desktop.ui.page.part import make_label
from success_desktop.ui.page.text_field import GrowingTextEdit
from success_desktop.ui.theme import GRID

_MOST_TEXT = 132


class ClashForm(QWidget):
    """Choosing a wording puts it into the text below, where it can be changed before it is taken.

    `confirmed(Clash, text, said)` tells which text was settled on, and what is said about it; `closed` that nothing was,
    `spread(bool)` that it wants the whole panel for itself, or not any more. `clash` is what was shown last.
    """

    confirmed = Signal(object, str, str)
    closed = Signal()
    spread = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("clash_form")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.clash: Clash | None = None
        self._group = QButtonGroup(self)
        self.title = make_label("", "strong")
        self.title.setWordWrap(True)
        self.text, self.said = GrowingTextEdit(2), GrowingTextEdit(1)
        self._text_label, self._said_label = make_label(""), make_label("")
        self.confirm, self.cancel = ElidedButton(), QPushButton()
        self._choices = QScrollArea()
        self._choices.setWidgetResizable(True)
        self._lay_out()
        self.confirm.clicked.connect(self._on_confirmed)
        self.cancel.clicked.connect(self.close_form)
        self._word()
        self.hide()

    def ask(self, clash: Clash) -> None:
        """Show the wordings of a passage; the first reviewer's is chosen."""
        self.clash = clash
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, GRID, 0)
        column.setSpacing(2)
        offers = [(choice.author or _("The meeting"), choice.text) for choice in clash.choices]
        for name, text in (*offers, (_("As it reads today"), clash.today)):
            self._add_choice(column, name, text)
        column.addStretch(1)
        self._choices.setWidget(inside)
        self.said.clear()
        self.show()
        first = self._group.buttons()[0]
        first.setChecked(True)
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        self._take_text(clash.choices[0].text)

    def choices(self) -> Sequence[QAbstractButton]:
        """The buttons of the wordings: the reviewers' in the order of the feedback, then today's."""
        return self._group.buttons()

    def close_form(self) -> None:
        """Put the form away; nothing is settled."""
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def showEvent(self, event: QShowEvent) -> None:
        """Take the panel."""
        super().showEvent(event)
        self.spread.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Give the panel back."""
        super().hideEvent(event)
        self.spread.emit(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes the form."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_form()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Word the form anew when the language changes; what it shows is asked for again then."""
        if event.type() == QEvent.Type.LanguageChange:
            self._word()
            self.close_form()
        super().changeEvent(event)

    def _add_choice(self, column: QVBoxLayout, name: str, text: str) -> None:
        assert self.clash is not None  # choices are made for a clash that is shown
        button = QRadioButton(name.replace("&", "&&"))
        self._group.addButton(button)
        button.clicked.connect(partial(self._take_text, text))
        today = self.clash.today
        runs = redline(today, text) if text != today else (Run("secondary", today),)
        label = RedlineLabel(runs)
        button.setAccessibleDescription(label.accessibleName())
        column.addWidget(button)
        column.addWidget(label)

    def _take_text(self, text: str, _checked: bool = False) -> None:
        self.text.setPlainText(text)
        self.text.setFixedHeight(min(self.text.wanted_height(), _MOST_TEXT))

    def _on_confirmed(self) -> None:
        if self.clash is not None:
            self.confirmed.emit(self.clash, self.text.plain_text(), self.said.plain_text().strip())

    def _lay_out(self) -> None:
        self.confirm.setProperty("primary", True)
        self.said.setFixedHeight(self.said.wanted_height())
        column = QVBoxLayout(self)
        column.setContentsMargins(10, GRID, 10, 10)
        column.setSpacing(4)
        column.addWidget(self.title)
        column.addWidget(self._choices, 1)
        for widget in (
            self._text_label,
            self.text,
            self._said_label,
            self.said,
        ):
            column.addWidget(widget)
        row = QHBoxLayout()
        row.addWidget(self.confirm, 1)
        row.addWidget(self.cancel)
        column.addLayout(row)

    def _word(self) -> None:
        self.title.setText(_("Several wordings of one passage"))
        self._text_label.setText(_("The passage as it shall read"))
        self._said_label.setText(_("Response (may stay blank)"))
        self.text.setAccessibleName(self._text_label.text())
        self.said.setAccessibleName(self._said_label.text())
        self.confirm.set_words(_("Settle all of them so"))
        self.cancel.setText(_("Cancel"))
