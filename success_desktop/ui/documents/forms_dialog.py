"""The dialog of the official forms: the form set in use, what its forms print, and whether a typed summary is right."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QDialogButtonBox, QHBoxLayout, QListWidget, QPushButton, QWidget

from success_desktop.domain.forms.form_set import FormSet
from success_desktop.domain.forms.unprinted import list_unprinted_of_set
from success_desktop.domain.office import read_office
from success_desktop.errors import UserError
from success_desktop.i18n import _, interface_language
from success_desktop.services.checking_totals import check_typed_summary
from success_desktop.services.form_sets import (
    form_set_of,
    list_form_sets,
    save_form_set_copy,
    use_form_set,
    use_own_form_set,
)
from success_desktop.services.plan_editor import PlanEditor
from success_desktop.settings import Settings
from success_desktop.ui.dialogs.form import (
    FormDialog,
    choose_file_to_open,
    choose_file_to_write,
    usual_folder,
)
from success_desktop.ui.documents.form_lines import FormLines
from success_desktop.ui.documents.unprinted_words import name_unprinted
from success_desktop.ui.page.entry_field import CalmComboBox
from success_desktop.ui.review.surroundings import Surroundings
from success_desktop.ui.theme import GRID

_WIDTH = 108 * GRID
_LIST_HEIGHT = 11 * GRID
_FORM_SETS = "*.yaml *.yml"
_TABLES = "*.xlsx *.xlsm *.xls *.ods *.csv"


class FormsDialog(FormDialog):
    """Everything in it is done at once and can be undone; what a file of one's own gets wrong is told by its line."""

    def __init__(self, editor: PlanEditor, settings: Settings, parent: QWidget | None) -> None:
        super().__init__(_("Official forms"), _("Close"), parent)
        self._editor, self._settings = editor, settings
        self.sets, self.lines, self.findings = CalmComboBox(), FormLines(), QListWidget()
        self.own, self.copy, self.check = QPushButton(), QPushButton(), QPushButton()
        self.setMinimumWidth(_WIDTH)
        self.add_field(_("Form set"), self.sets)
        self.description = self.add_line("")
        self.column.addWidget(self._button_row())
        self.told = self.add_line("", "strong")
        self.column.addSpacing(GRID)
        self.column.addWidget(self.lines, 1)
        self.findings_label = self.add_line("")
        self.findings_label.setBuddy(self.findings)
        self.column.addWidget(self.findings)
        self.findings.setFixedHeight(_LIST_HEIGHT)
        self.findings.setWordWrap(True)
        self.finish()
        self.buttons.button(QDialogButtonBox.StandardButton.Cancel).hide()
        self._connect()
        self.tell("")
        self.refresh()

    def refresh(self) -> None:
        """Show the form set that the plan uses now."""
        plan = self._editor.plan
        chosen = form_set_of(plan)
        language = interface_language()
        self._fill_sets(chosen)
        self.description.setText(chosen.description.spoken(language))
        self.lines.show_form_set(chosen, plan)
        unprinted = list_unprinted_of_set(chosen, plan)
        self.show_findings(
            _("Filled in the plan, but printed by no form of the set; it stays in the plan"),
            [name_unprinted(field) for field in unprinted] or [_("Nothing: every filled field is printed.")],
        )

    def show_findings(self, title: str, sentences: Sequence[str]) -> None:
        """Tell something in the list below the forms."""
        self.findings_label.setText(title)
        self.findings.setAccessibleName(title)
        self.findings.clear()
        self.findings.addItems(list(sentences))

    def tell(self, words: str, role: str = "strong") -> None:
        """Say what has been done, or why it has not."""
        self.told.setProperty("role", role)
        self.told.style().polish(self.told)
        self.told.setText(words)
        self.told.setVisible(bool(words))

    def use_file(self, path: Path) -> None:
        """Let the plan use the form set in a file; a mistake in it is told, and nothing is changed."""
        if self._try(lambda: use_own_form_set(self._editor, path)):
            self.refresh()
            self.tell(
                _("The plan uses the form set of “{name}” now. Undo takes that back.").format(name=path.name)
            )

    def save_copy(self, path: Path) -> None:
        """Save the form set in use as a file to be altered in a text editor."""
        if self._try(lambda: save_form_set_copy(self._editor.plan, path)):
            self.tell(
                _("“{name}” is saved. Alter it in a text editor, then use it here.").format(name=path.name)
            )

    def check_summary(self, path: Path) -> None:
        """Compare the sums that somebody has typed into a summary form with those of the plan."""
        said: list[str] = []

        def look() -> None:
            said.extend(check_typed_summary(self._editor.plan, path).sentences(interface_language()))

        if self._try(look):
            self.tell("")
            self.show_findings(
                _("Typed sums in “{name}”").format(name=path.name), said or [_("All typed sums are right.")]
            )

    def _button_row(self) -> QWidget:
        held = QWidget()
        row = QHBoxLayout(held)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        for button, text in (
            (self.own, _("Use a file of your own…")),
            (self.copy, _("Save a copy to alter…")),
            (self.check, _("Check a typed summary…")),
        ):
            button.setText(text)
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch(1)
        return held

    def _fill_sets(self, chosen: FormSet) -> None:
        language = interface_language()
        with QSignalBlocker(self.sets):
            self.sets.clear()
            for form_set in list_form_sets():
                self.sets.addItem(form_set.name.spoken(language), form_set.id)
            if read_office(self._editor.plan).form_set_text:
                name = _("{name} (the plan’s own)").format(name=chosen.name.spoken(language))
                self.sets.addItem(name, "")
                self.sets.setCurrentIndex(self.sets.count() - 1)
            else:
                self.sets.setCurrentIndex(self.sets.findData(chosen.id))

    def _connect(self) -> None:
        self.sets.activated.connect(self._on_set_chosen)
        self.own.clicked.connect(self._on_own)
        self.copy.clicked.connect(self._on_copy)
        self.check.clicked.connect(self._on_check)

    def _on_set_chosen(self, row: int) -> None:
        form_set_id = str(self.sets.itemData(row))
        if form_set_id and self._try(lambda: use_form_set(self._editor, form_set_id)):
            self.refresh()
            self.tell("")

    def _on_own(self) -> None:
        kinds = _("Form sets") + f" ({_FORM_SETS})"
        path = choose_file_to_open(self, _("Use a form set of your own"), usual_folder(self._settings), kinds)
        if path is not None:
            self.use_file(path)

    def _on_copy(self) -> None:
        proposed = usual_folder(self._settings) / f"{form_set_of(self._editor.plan).id}.yaml"
        kinds = _("Form sets") + f" ({_FORM_SETS})"
        path = choose_file_to_write(self, _("Save a copy of the form set"), proposed, kinds)
        if path is not None:
            self.save_copy(path)

    def _on_check(self) -> None:
        kinds = _("Tables") + f" ({_TABLES})"
        path = choose_file_to_open(self, _("Check a typed summary"), usual_folder(self._settings), kinds)
        if path is not None:
            self.check_summary(path)

    def _try(self, deed: Callable[[], object]) -> bool:
        """Do something that a file can refuse, and tell here why; whether it was done."""
        try:
            deed()
        except UserError as error:
            self.tell(f"{error.sentence()} {error.remedy()}".strip(), "refusal")
            return False
        return True


def show_forms(around: Surroundings) -> None:
    """Show the official forms of the open plan."""
    editor = around.bridge.editor
    if editor is not None and around.bridge.do(lambda: form_set_of(editor.plan)) is not None:
        around.bridge.leaving.emit()
        FormsDialog(editor, around.settings, around.window).ask()
