"""Fields of office matters that keep what is typed by themselves: on leaving them, and a text within half a second."""

from collections.abc import Mapping

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from success_desktop.domain.office import Wordings
from success_desktop.i18n import LANGUAGES, N_, Language, translate
from success_desktop.ui.documents.field_column import FieldColumn
from success_desktop.ui.page.text_field import LATEST_MS, GrowingTextEdit
from success_desktop.ui.thai_text import ThaiLineEdit
from success_desktop.ui.theme import GRID
from success_desktop.ui.work_view import LanguageMode

_LANGUAGE_NAMES: Mapping[Language, str] = {"th": N_("Thai"), "en": N_("English")}


class KeptLine(ThaiLineEdit):
    """One line. `typed(text)` hands in what a person typed, when they leave it or press Enter."""

    typed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editingFinished.connect(self.commit)

    def show_text(self, text: str) -> None:
        """Show another text, unless somebody is typing one."""
        if not self.isModified() and text != self.text():
            self.setText(text)

    def commit(self) -> None:
        """Hand in what was typed since the last time."""
        if self.isModified():
            self.setModified(False)
            self.typed.emit(self.text().strip())


class KeptWording(QWidget):
    """A text in the languages of the page, side by side. `typed(Wordings)` hands in both languages' texts.

    `undo_requested` and `redo_requested` tell that the keys for it are meant for the plan.
    """

    typed = Signal(object)
    undo_requested = Signal()
    redo_requested = Signal()

    def __init__(self, name: str, lines: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place = ""
        self._shown: Wordings = {}
        self.edits: dict[Language, GrowingTextEdit] = {}
        self._columns: dict[Language, FieldColumn] = {}
        self._latest = QTimer(self, interval=LATEST_MS, singleShot=True)
        self._latest.timeout.connect(self.commit)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(2 * GRID)
        for language in LANGUAGES:
            self._add(name, lines, language)
        self.set_languages("th")

    def set_languages(self, mode: LanguageMode) -> None:
        """Show Thai, English or both; the first one shown takes the focus."""
        for language, column in self._columns.items():
            column.setVisible(mode in (language, "both"))
        self.setFocusProxy(self.edits["en" if mode == "en" else "th"])

    def show_wordings(self, place: str, wordings: Wordings) -> None:
        """Show the texts of a place; in the same place, typing that has not been handed in stays."""
        is_other = place != self._place
        if is_other:
            self.commit()
        self._place, self._shown = place, dict(wordings)
        for language, edit in self.edits.items():
            if is_other or not edit.document().isModified():
                edit.blockSignals(True)
                edit.show_text(wordings.get(language, ""))
                edit.blockSignals(False)
                edit.forget_typing()
                edit.document().setModified(False)

    def set_read_only(self, *, is_read_only: bool) -> None:
        """Let the texts be read and copied only."""
        for edit in self.edits.values():
            edit.setReadOnly(is_read_only)

    def commit(self) -> None:
        """Hand in what was typed since the last time."""
        self._latest.stop()
        if any(edit.document().isModified() for edit in self.edits.values()):
            texts = {language: edit.plain_text().strip() for language, edit in self.edits.items()}
            for edit in self.edits.values():
                edit.forget_typing()
                edit.document().setModified(False)
            if texts != {language: self._shown.get(language, "") for language in LANGUAGES}:
                self.typed.emit(texts)

    def _add(self, name: str, lines: int, language: Language) -> None:
        edit, column = self.edits.setdefault(language, GrowingTextEdit(lines)), FieldColumn()
        tongue = translate(_LANGUAGE_NAMES[language], language)
        column.add_field(f"{name} ({tongue})", edit)
        self._columns[language] = column
        self._row.addWidget(column, 1)
        edit.textChanged.connect(self._on_typed)
        edit.left.connect(self.commit)
        edit.undo_requested.connect(self.undo_requested)
        edit.redo_requested.connect(self.redo_requested)
        edit.document().documentLayout().documentSizeChanged.connect(self._fit)

    def _on_typed(self) -> None:
        if any(edit.document().isModified() for edit in self.edits.values()) and not self._latest.isActive():
            self._latest.start()

    def _fit(self) -> None:
        height = max(edit.wanted_height() for edit in self.edits.values())
        for edit in self.edits.values():
            edit.setFixedHeight(height)
