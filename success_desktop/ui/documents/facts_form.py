"""The facts that the papers of a pack state, as fields to be filled in; those that are lacking stand on top."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from success_desktop.domain.letters.stated_facts import AskedFact
from success_desktop.domain.office import Wordings
from success_desktop.i18n import N_, Language, _, interface_language, translate
from success_desktop.ui.dialogs.form import make_line
from success_desktop.ui.editions.kept_fields import KeptLine
from success_desktop.ui.theme import GRID

_TONGUES: Mapping[Language, str] = {"th": N_("Thai"), "en": N_("English")}


class FactLine(KeptLine):
    """A line among many: Enter keeps it and goes to the next one, and leaves the dialog where it is."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on by Enter."""
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()
            self.focusNextChild()


class FactField(QWidget):
    """One fact in the languages asked for. `typed(Wordings)` hands in what it says now."""

    typed = Signal(object)

    def __init__(self, fact: AskedFact, languages: Sequence[Language], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fact = fact
        asked: Sequence[Language] = languages if fact.type == "text" else ("th",)
        self.lines: dict[Language, KeptLine] = {}
        language = interface_language()
        self.label, self.badge = make_line(fact.label.spoken(language)), QLabel(_("missing"))
        self.badge.setProperty("role", "badge")
        head = QHBoxLayout()
        head.setSpacing(GRID)
        head.addWidget(self.label, 1)
        head.addWidget(self.badge, alignment=Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(head)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        column.addLayout(row)
        for one in asked:
            row.addWidget(self._make_line(one, is_alone=len(asked) == 1), 1)
        self.note = make_line("", "refusal")
        self.note.hide()
        column.addWidget(self.note)
        self.label.setBuddy(next(iter(self.lines.values())))
        self._show_lack()

    @property
    def is_lacking(self) -> bool:
        """Whether it says nothing in one of the languages asked for."""
        return any(not line.text().strip() for line in self.lines.values())

    def refuse(self, sentence: str) -> None:
        """Say below the field why what was typed cannot be kept; "" takes that away."""
        self.note.setText(sentence)
        self.note.setVisible(bool(sentence))

    def commit(self) -> None:
        """Hand in what is being typed."""
        for line in self.lines.values():
            line.commit()

    def _make_line(self, language: Language, *, is_alone: bool) -> KeptLine:
        line = self.lines[language] = FactLine()
        name, spoken = self.fact.label.spoken(interface_language()), translate(_TONGUES[language])
        line.setAccessibleName(name if is_alone else f"{name} ({spoken})")
        hint = self.fact.hint.spoken(interface_language())
        line.setPlaceholderText(hint if is_alone else f"{spoken}: {hint}" if hint else spoken)
        line.setToolTip(hint)
        line.setText(self.fact.texts.get(language, ""))
        line.setCursorPosition(0)
        line.typed.connect(lambda _text: self._on_typed())
        return line

    def _on_typed(self) -> None:
        self._show_lack()
        said: Wordings = {**self.fact.texts, **{of: line.text().strip() for of, line in self.lines.items()}}
        self.typed.emit(said)

    def _show_lack(self) -> None:
        self.badge.setVisible(self.is_lacking)


class FactsForm(QScrollArea):
    """`typed(AskedFact, Wordings, FactField)` hands in one fact; `counted(number)` tells how many are lacking now."""

    typed = Signal(object, object, object)
    counted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields: list[FactField] = []
        self.setWidgetResizable(True)
        self.setAccessibleName(_("What the papers state"))

    def show_facts(self, facts: Sequence[AskedFact], languages: Sequence[Language]) -> None:
        """Ask for these facts, those first that are lacking in one of the languages."""
        held = QWidget()
        column = QVBoxLayout(held)
        column.setContentsMargins(0, 0, GRID, 0)
        column.setSpacing(GRID)
        self.fields = [FactField(fact, languages) for fact in facts]
        for field in sorted(self.fields, key=lambda field: not field.is_lacking):
            field.typed.connect(lambda said, field=field: self._on_typed(field, said))
            column.addWidget(field)
        if not facts:
            column.addWidget(make_line(_("The papers chosen ask for nothing more.")))
        column.addStretch(1)
        self.setWidget(held)
        self._count()

    def commit(self) -> None:
        """Hand in what is being typed."""
        for field in self.fields:
            field.commit()

    def _on_typed(self, field: FactField, said: Wordings) -> None:
        self.typed.emit(field.fact, said, field)
        self._count()

    def _count(self) -> None:
        self.counted.emit(sum(field.is_lacking for field in self.fields))
