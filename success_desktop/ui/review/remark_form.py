"""Where a reviewer writes a remark: on which passage, what about it, and how it should read instead."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from success_desktop.domain.feedback import NOWHERE, Anchor, Nature, Weight
from success_desktop.domain.feedback_words import NATURES, WEIGHTS
from success_desktop.i18n import N_, _
from success_desktop.services.reviewing import NewRemark
from success_desktop.ui.page.entry_field import CalmComboBox
from success_desktop.ui.page.part import make_label
from success_desktop.ui.page.text_field import GrowingTextEdit
from success_desktop.ui.theme import GRID

_NATURES: tuple[Nature, ...] = ("recommendation", "comment", "observation", "question")
_WEIGHTS: tuple[Weight, ...] = ("", "major", "minor", "editorial")
_NO_WEIGHT = N_("No weight given")


class RemarkForm(QWidget):
    """Emits `made(NewRemark)` when the remark is ready. Ctrl+Enter makes it, too."""

    made = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._anchor = NOWHERE
        self._words = ""
        self.passage = QLabel()
        self.passage.setWordWrap(True)
        self.passage.setProperty("role", "strong")
        self.quote = make_label("", "secondary")
        self.quote.setWordWrap(True)
        self.text = GrowingTextEdit(3)
        self.nature, self.weight = CalmComboBox(), CalmComboBox()
        for choice, count in ((self.nature, len(_NATURES)), (self.weight, len(_WEIGHTS))):
            choice.addItems([""] * count)
        self.is_wording = QCheckBox()
        self.wording = GrowingTextEdit(2)
        self.wording.hide()
        self.make = QPushButton()
        self.make.setProperty("primary", "true")
        self._lay_out()
        self._connect()
        self._word()

    def show_passage(self, anchor: Anchor, words: str) -> None:
        """Say what the next remark is about; a remark that has been begun keeps its words, and its passage goes along."""
        if anchor == self._anchor and words == self._words:
            return
        was_worded = self.wording.plain_text() not in ("", self._anchor.seen)
        self._anchor, self._words = anchor, words
        self.is_wording.setVisible(bool(anchor.part and anchor.seen))
        if not was_worded:
            self.is_wording.setChecked(False)
            self.wording.setPlainText(anchor.seen)
        self._word()

    def clear(self) -> None:
        """Begin another remark on the same passage."""
        self.text.clear()
        self.is_wording.setChecked(False)
        self.wording.setPlainText(self._anchor.seen)
        self._check()

    def has_words(self) -> bool:
        """Whether a remark has been begun."""
        is_worded = self.is_wording.isChecked() and self.wording.plain_text() != self._anchor.seen
        return bool(self.text.plain_text().strip()) or is_worded

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter makes the remark."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._on_make()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Word the form anew when the language changes."""
        if event.type() == QEvent.Type.LanguageChange:
            self._word()
        super().changeEvent(event)

    def _on_make(self) -> None:
        if self.has_words():
            is_worded = self.is_wording.isChecked()
            self.made.emit(
                NewRemark(
                    text=self.text.plain_text(),
                    anchor=self._anchor,
                    proposed=self.wording.plain_text() if is_worded else self._anchor.seen,
                    nature=_NATURES[self.nature.currentIndex()],
                    weight=_WEIGHTS[self.weight.currentIndex()],
                )
            )

    def _on_wording_toggled(self, is_worded: bool) -> None:
        self.wording.setVisible(is_worded)
        self._fit()
        self._check()
        if is_worded:
            self.wording.setFocus()

    def _check(self) -> None:
        self.make.setEnabled(self.has_words())

    def _fit(self) -> None:
        for edit in (self.text, self.wording):
            edit.setFixedHeight(min(edit.wanted_height(), 22 * GRID))

    def _lay_out(self) -> None:
        choices = QGridLayout()
        choices.setHorizontalSpacing(GRID)
        choices.addWidget(self.nature, 0, 0)
        choices.addWidget(self.weight, 0, 1)
        for place in (0, 1):
            choices.setColumnStretch(place, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.is_wording, 1)
        foot.addWidget(self.make)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        for widget in (self.passage, self.quote, self.text):
            column.addWidget(widget)
        column.addLayout(choices)
        column.addWidget(self.wording)
        column.addLayout(foot)
        self._fit()

    def _connect(self) -> None:
        for edit in (self.text, self.wording):
            edit.setTabChangesFocus(True)
            edit.textChanged.connect(self._check)
            edit.document().documentLayout().documentSizeChanged.connect(self._fit)
        self.is_wording.toggled.connect(self._on_wording_toggled)
        self.make.clicked.connect(self._on_make)

    def _word(self) -> None:
        anchor = self._anchor
        is_part = anchor.quote != anchor.seen
        self.passage.setText(self._words or _("The plan as a whole"))
        self.quote.setText(f"“{anchor.quote}”" if is_part else "")
        self.quote.setVisible(is_part)
        self.text.setAccessibleName(_("Remark"))
        self.text.setPlaceholderText(_("What do you think of this passage?"))
        for place, nature in enumerate(_NATURES):
            self.nature.setItemText(place, _(NATURES[nature]))
        for place, weight in enumerate(_WEIGHTS):
            self.weight.setItemText(place, _(WEIGHTS[weight]) if weight else _(_NO_WEIGHT))
        self.nature.setAccessibleName(_("Sort of remark"))
        self.weight.setAccessibleName(_("Weight"))
        self.is_wording.setText(_("Suggest another wording"))
        self.wording.setAccessibleName(_("Suggested wording"))
        self.make.setText(_("Make the remark"))
        self.make.setToolTip(_("Ctrl+Enter"))
        self._check()
