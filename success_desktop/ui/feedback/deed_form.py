"""The form below the cards: the reason, the response, the wording that a decision needs. It covers nothing of the text."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from success_desktop.i18n import _
from success_desktop.ui.elided_button import ElidedButton
from success_desktop.ui.page.entry_field import CalmComboBox
from success_desktop.ui.page.part import make_label
from success_desktop.ui.page.text_field import GrowingTextEdit
from success_desktop.ui.theme import GRID

_MOST_HEIGHT = 168
_LIST_HEIGHT = 132
_ROLE = Qt.ItemDataRole


class Pick(NamedTuple):
    """One of several things to choose: what it is called, and what it stands for."""

    words: str
    key: str


class Asked(NamedTuple):
    """What a form asks for. `title` says what is done with which remark, `label` what the text is; "" for no text.

    `wording` is a passage to be worded (None: there is none). One of `picks` is chosen, or another name typed
    where `can_type`; several of `ticks` are ticked.
    """

    deed: str
    title: str
    confirm: str
    label: str = ""
    text: str = ""
    wording: str | None = None
    picks: tuple[Pick, ...] = ()
    pick_label: str = ""
    can_type: bool = False
    ticks: tuple[Pick, ...] = ()


class Filled(NamedTuple):
    """What was answered. `offset` is where the caret stands in `text` (characters)."""

    text: str = ""
    wording: str | None = None
    pick: str = ""
    ticked: tuple[str, ...] = ()
    offset: int = 0


class DeedForm(QWidget):
    """`confirmed(deed, Filled)` tells that it was filled in, `closed` that it is not needed any more.

    `given_up` tells that a person wants none of it (Escape, Cancel), `interrupted(Filled)` that it was put away with
    something typed in it, because another remark or language is wanted.
    """

    confirmed = Signal(str, object)
    closed = Signal()
    given_up = Signal()
    interrupted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("deed_form")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._deed = ""
        self.title = make_label("", "strong")
        self.title.setWordWrap(True)
        self.wording, self.text = GrowingTextEdit(2), GrowingTextEdit(2)
        self.pick, self.ticks = CalmComboBox(), QListWidget()
        self._wording_label, self._text_label, self._pick_label = QLabel(), QLabel(), QLabel()
        self.confirm, self.cancel = ElidedButton(), QPushButton()
        self._lay_out()
        self._connect()
        self._word()
        self.hide()

    def ask(self, asked: Asked) -> None:
        """Show the form for something to do, with the keyboard in its first field."""
        self._deed = asked.deed
        self.title.setText(asked.title)
        self.confirm.set_words(asked.confirm)
        self._show_text(self._text_label, self.text, asked.label, asked.text if asked.label else None)
        self._show_text(self._wording_label, self.wording, _("The passage as it shall read"), asked.wording)
        self.wording.moveCursor(QTextCursor.MoveOperation.Start)  # long texts are read from their beginning
        self._show_picks(asked)
        self._show_ticks(asked.ticks)
        self.show()
        self._fit()
        fields = (self.wording, self.pick, self.ticks, self.text)
        next(field for field in fields if not field.isHidden()).setFocus(Qt.FocusReason.OtherFocusReason)

    def filled(self) -> Filled:
        """What stands in the form now."""
        text = self.text.plain_text()
        pick = self.pick.currentText() if self.pick.isEditable() else str(self.pick.currentData() or "")
        items = (self.ticks.item(row) for row in range(self.ticks.count()))
        ticked = tuple(
            str(item.data(_ROLE.UserRole)) for item in items if item.checkState() == Qt.CheckState.Checked
        )
        wording = None if self.wording.isHidden() else self.wording.plain_text()
        before = text.encode("utf-16-le")[: 2 * self.text.textCursor().position()]
        offset = len(before.decode("utf-16-le", "ignore"))
        return Filled(text.strip() if self._deed != "split" else text, wording, pick.strip(), ticked, offset)

    def close_form(self) -> None:
        """Put the form away; what was typed in it is told."""
        if self.isHidden():
            return
        if any(edit.document().isModified() for edit in (self.text, self.wording)):
            self.interrupted.emit(self.filled())
        self.hide()
        self.closed.emit()

    def give_up(self) -> None:
        """Put the form away with what was typed in it."""
        self.hide()
        self.given_up.emit()
        self.closed.emit()

    def restore(self, draft: Filled) -> None:
        """Put into the form what had been typed when it was interrupted; the wording only where one is given."""
        wording = None if self.wording.isHidden() else draft.wording
        for edit, text in ((self.text, draft.text), (self.wording, wording)):
            if not edit.isHidden() and text is not None and text != edit.plain_text():
                edit.setPlainText(text)
                edit.moveCursor(edit.textCursor().MoveOperation.End)
                edit.document().setModified(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes the form, Ctrl+Enter confirms it."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape:
            self.give_up()
        elif is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.confirm.click()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Word the form anew when the language changes: it is closed, for its title is of the other language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._word()
            self.close_form()
        super().changeEvent(event)

    def _show_text(self, label: QLabel, edit: GrowingTextEdit, words: str, text: str | None) -> None:
        label.setText(words)
        label.setVisible(text is not None)
        edit.setVisible(text is not None)
        edit.setAccessibleName(words)
        edit.setPlainText(text or "")
        edit.moveCursor(edit.textCursor().MoveOperation.End)

    def _show_picks(self, asked: Asked) -> None:
        has_picks = bool(asked.picks) or asked.can_type
        self._pick_label.setText(asked.pick_label)
        self.pick.setAccessibleName(asked.pick_label)
        self.pick.setEditable(asked.can_type)
        self.pick.clear()
        for pick in asked.picks:
            self.pick.addItem(pick.words, pick.key)
        for widget in (self._pick_label, self.pick):
            widget.setVisible(has_picks)
        if asked.can_type:
            self.pick.setCurrentText("")

    def _show_ticks(self, ticks: Sequence[Pick]) -> None:
        self.ticks.clear()
        for tick in ticks:
            item = QListWidgetItem(tick.words, self.ticks)
            item.setData(_ROLE.UserRole, tick.key)
            item.setToolTip(tick.words)
            item.setCheckState(Qt.CheckState.Unchecked)
        self.ticks.setVisible(bool(ticks))

    def _fit(self) -> None:
        for edit in (self.wording, self.text):
            edit.setFixedHeight(min(edit.wanted_height(), _MOST_HEIGHT))

    def _on_confirmed(self) -> None:
        self.confirmed.emit(self._deed, self.filled())

    def _lay_out(self) -> None:
        for label in (self._wording_label, self._text_label, self._pick_label):
            label.setProperty("role", "label")
            label.setWordWrap(True)
        self.confirm.setProperty("primary", True)
        self.ticks.setMaximumHeight(_LIST_HEIGHT)
        self.ticks.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.pick.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._pick_label.setBuddy(self.pick)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, GRID, 10, 10)
        column.setSpacing(4)
        for widget in (
            self.title,
            self._wording_label,
            self.wording,
            self._pick_label,
            self.pick,
            self.ticks,
            self._text_label,
            self.text,
        ):
            column.addWidget(widget)
        row = QHBoxLayout()
        row.addWidget(self.confirm, 1)
        row.addWidget(self.cancel)
        column.addLayout(row)

    def _connect(self) -> None:
        self.confirm.clicked.connect(self._on_confirmed)
        self.cancel.clicked.connect(self.give_up)
        for edit in (self.wording, self.text):
            edit.document().documentLayout().documentSizeChanged.connect(self._fit)

    def _word(self) -> None:
        self.cancel.setText(_("Cancel"))
        self.ticks.setAccessibleName(_("Edits made lately"))
