"""The dialog that asks what shall be printed and how: which papers, which kind of file, with which switches."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLineEdit, QRadioButton, QWidget

from success_desktop.domain.office import FormatSwitches
from success_desktop.i18n import N_, _
from success_desktop.ui.dialogs.form import FormDialog, PathField, choose_file_to_write
from success_desktop.ui.documents.field_column import FieldColumn
from success_desktop.ui.documents.papers_box import EXCEL, PDF, WORD, Offered, PapersBox
from success_desktop.ui.documents.switches_box import SwitchesBox
from success_desktop.ui.file_places import is_folder, is_there
from success_desktop.ui.theme import GRID

SUFFIXES = (WORD, PDF, EXCEL)
_KINDS = {
    WORD: (N_("Word"), N_("Word documents")),
    PDF: (N_("PDF"), N_("PDF documents")),
    EXCEL: (N_("Excel"), N_("Excel workbooks")),
}
_WIDTH = 104 * GRID


@dataclass(frozen=True, slots=True)
class PrintChoice:
    """What was chosen. `what` are ids of papers or of forms, `password` "" for a file that everybody may open.

    `edition_id` is "" and `fiscal_year_be` (Buddhist Era) 0 where it is for none.
    """

    what: tuple[str, ...]
    path: Path
    switches: FormatSwitches
    password: str = ""
    edition_id: str = ""
    fiscal_year_be: int = 0


class PrintDialog(FormDialog):
    """Begins with what is `offered`, the switches of the plan, and the kind of file used last.

    `propose` names the file of what is chosen, without its ending; a name that somebody has typed stays. `note_of`
    tells what a person should know of the forms chosen; "" for nothing.
    """

    def __init__(
        self,
        offered: Offered,
        switches: FormatSwitches,
        propose: Callable[[tuple[str, ...]], Path],
        note_of: Callable[[tuple[str, ...]], str],
        parent: QWidget | None,
    ) -> None:
        super().__init__(_("Export document"), _("Export"), parent)
        self._propose, self._note_of = propose, note_of
        self.papers, self.how = PapersBox(offered), SwitchesBox(switches)
        self.kinds = QButtonGroup(self)
        self.password = QLineEdit()
        self.password.setPlaceholderText(_("None: everybody can open it"))
        self.column.addWidget(self._make_columns())
        self.setMinimumWidth(_WIDTH)
        self._proposed = self._name(WORD)
        self.target = PathField(self._proposed, self._browse)
        self.add_field(_("File"), self.target)
        self.advice, self.note = self.add_line(""), self.add_line("")
        self.finish()
        self._connect()
        self._on_papers_changed()
        self.deed.setFocus()

    @property
    def suffix(self) -> str:
        """The ending of the kind of file chosen."""
        return SUFFIXES[self.kinds.checkedId()]

    def choose_kind(self, suffix: str) -> None:
        """Choose a kind of file, where what is printed can be one."""
        button = self.kinds.button(SUFFIXES.index(suffix)) if suffix in SUFFIXES else None
        if button is not None and button.isEnabled():
            button.setChecked(True)

    def chosen(self) -> PrintChoice:
        """What stands in the dialog now."""
        return PrintChoice(
            what=self.papers.what(),
            path=self._path(),
            switches=self.how.switches(),
            password=self.password.text() if self.password.isEnabled() else "",
            edition_id=self.papers.edition_id(),
            fiscal_year_be=self.papers.fiscal_year_be(),
        )

    def _make_columns(self) -> QWidget:
        held = QWidget()
        row = QHBoxLayout(held)
        row.setContentsMargins(0, GRID, 0, 0)
        row.setSpacing(4 * GRID)
        right = FieldColumn()
        right.add_field(_("Kind of file"), self._kind_row())
        right.column.addSpacing(GRID)
        right.add(self.how)
        self._password_label = right.add_field(_("Password of the PDF file"), self.password)
        right.fill_up()
        row.addWidget(self.papers, 4)
        row.addWidget(right, 5)
        return held

    def _kind_row(self) -> QWidget:
        held = QWidget()
        row = QHBoxLayout(held)
        row.setContentsMargins(0, 0, 0, 0)
        for place, suffix in enumerate(SUFFIXES):
            button = QRadioButton(_(_KINDS[suffix][0]))
            button.setChecked(suffix == WORD)
            self.kinds.addButton(button, place)
            row.addWidget(button)
        row.addStretch(1)
        return held

    def _connect(self) -> None:
        self.papers.changed.connect(self._on_papers_changed)
        self.kinds.idToggled.connect(lambda _id, is_on: self._on_kind_chosen() if is_on else None)
        self.target.line.textChanged.connect(self._check)

    def _browse(self, path: Path) -> Path | None:
        kinds = _(_KINDS[self.suffix][1]) + f" (*{self.suffix})"
        return choose_file_to_write(self, self.windowTitle(), path, kinds)

    def _name(self, suffix: str) -> Path:
        path = self._propose(self.papers.what())
        return path.with_name(f"{path.name}{suffix}")

    def _path(self) -> Path:
        path = self.target.path()
        return path if path.suffix.lower() == self.suffix else Path(f"{path}{self.suffix}")

    def _on_papers_changed(self) -> None:
        """Offer the kinds of file that there are of it."""
        suffixes = self.papers.suffixes()
        for place, suffix in enumerate(SUFFIXES):
            self.kinds.button(place).setEnabled(suffix in suffixes)
        if self.suffix not in suffixes:
            self.kinds.button(SUFFIXES.index(suffixes[0])).setChecked(True)
        note = self._note_of(self.papers.what()) if self.papers.paper() == "forms" else ""
        self.advice.setText(note)
        self.advice.setVisible(bool(note))
        self._on_kind_chosen()

    def _on_kind_chosen(self) -> None:
        """Give the file its ending; propose another name, unless somebody has given one."""
        is_pdf = self.suffix == PDF
        self.password.setEnabled(is_pdf)
        self.how.allow_fonts(can_choose=not is_pdf, can_embed=self.suffix == WORD)
        fresh = self._name(self.suffix)
        path = self.target.path()
        if path == self._proposed:
            self.target.line.setText(str(fresh))
        elif path.name and path.suffix.lower() in SUFFIXES:
            self.target.line.setText(str(path.with_suffix(self.suffix)))
        self._proposed = fresh
        self._check()

    def _check(self) -> None:
        """Say what will become of a file of that name, or why none can be written."""
        path, has_name = self._path(), bool(self.target.line.text().strip())
        has_folder, has_papers = is_folder(path.parent), bool(self.papers.what())
        self.deed.setEnabled(has_name and has_folder and has_papers)
        if not has_papers:
            self.note.setText(_("Tick at least one form."))
        elif has_name and not has_folder:
            self.note.setText(_("This folder does not exist."))
        else:
            is_replaced = has_name and is_there(path)
            self.note.setText(_("The file that is there will be replaced.") if is_replaced else "")
