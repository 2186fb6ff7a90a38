"""The dialog of the pack: for whom and for which edition, which papers, what they still lack, and where they go."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QRadioButton,
    QTabWidget,
    QWidget,
)

from success_desktop.domain.office import AuthorityKind, Edition, FormatSwitches
from success_desktop.i18n import N_, Language, _, interface_language
from success_desktop.services.papers import Paper
from success_desktop.ui.dialogs.form import FormDialog, PathField, choose_file_to_write, choose_folder
from success_desktop.ui.documents.facts_form import FactsForm
from success_desktop.ui.documents.field_column import FieldColumn
from success_desktop.ui.documents.papers_box import EXCEL, PDF, WORD
from success_desktop.ui.documents.switches_box import SwitchesBox
from success_desktop.ui.editions.edition_words import name_edition
from success_desktop.ui.file_places import is_folder, is_there
from success_desktop.ui.page.entry_field import CalmComboBox
from success_desktop.ui.scrolled_page import ScrolledPage
from success_desktop.ui.theme import GRID

AUTHORITIES: tuple[tuple[AuthorityKind, str], ...] = (
    ("thesaban", N_("Municipality (เทศบาล)")),
    ("obt", N_("Subdistrict authority (อบต.)")),
    ("obj", N_("Provincial authority (อบจ.)")),
)
ZIP = ".zip"
_SUFFIXES = ((WORD, N_("Word")), (PDF, N_("PDF")), (EXCEL, N_("Excel")))
_WIDTH = 116 * GRID
_LIST_LINES = 6
_TABS_HEIGHT = 54 * GRID


@dataclass(frozen=True, slots=True)
class PackWish:
    """What was chosen. `target` is a folder, or a file that ends in .zip."""

    authority: AuthorityKind
    edition: Edition
    paper_ids: tuple[str, ...]
    suffixes: tuple[str, ...]
    switches: FormatSwitches
    target: Path


class PackDialog(FormDialog):
    """`asked` tells that papers, edition, authority or languages are others: their facts and papers are to be shown anew.

    What is typed into the facts is handed on by `facts`.
    """

    asked = Signal()

    def __init__(
        self,
        editions: Sequence[Edition],
        authority: AuthorityKind,
        switches: FormatSwitches,
        folder: Path,
        parent: QWidget | None,
    ) -> None:
        super().__init__(_("Pack for the council"), _("Make the pack"), parent)
        self._editions = editions
        self.offered: tuple[Paper, ...] = ()
        self._proposed = folder
        self.authority, self.edition, self.papers = CalmComboBox(), CalmComboBox(), QListWidget()
        self.facts, self.how = FactsForm(), SwitchesBox(switches)
        self.kinds = {suffix: QCheckBox(text) for suffix, text in _SUFFIXES}
        self.forms = QButtonGroup(self)
        self.tabs = QTabWidget()
        self.setMinimumWidth(_WIDTH)
        self._fill(authority)
        self.column.addWidget(self._make_columns())
        self.target = PathField(folder, self._browse)
        self.add_field(_("Where the pack goes"), self.target)
        self.note = self.add_line("")
        self.finish()
        self._connect()
        self._check()

    def take_edition(self, edition: Edition) -> None:
        """The edition chosen has been begun meanwhile: this is it."""
        place = self.edition.currentIndex()
        self._editions = [*self._editions[:place], edition, *self._editions[place + 1 :]]

    def show_papers(self, papers: Sequence[Paper]) -> None:
        """Offer these papers, the usual ones ticked."""
        self.offered = tuple(papers)
        language = interface_language()
        with QSignalBlocker(self.papers):
            self.papers.clear()
            for paper in papers:
                item = QListWidgetItem(f"{paper.number}. {paper.name.spoken(language)}", self.papers)
                item.setToolTip(item.text())
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                item.setCheckState(Qt.CheckState.Checked if paper.is_usual else Qt.CheckState.Unchecked)
        self._check()

    def chosen(self) -> PackWish:
        """What stands in the dialog now."""
        path = self.target.path()
        is_zip = self.forms.checkedId() == 1
        return PackWish(
            authority=AUTHORITIES[self.authority.currentIndex()][0],
            edition=self._editions[self.edition.currentIndex()],
            paper_ids=self.ticked(),
            suffixes=tuple(suffix for suffix, box in self.kinds.items() if box.isChecked()),
            switches=self.how.switches(),
            target=path if not is_zip or path.suffix.lower() == ZIP else Path(f"{path}{ZIP}"),
        )

    def ticked(self) -> tuple[str, ...]:
        """The ids of the papers ticked."""
        rows = range(self.papers.count())
        is_on = Qt.CheckState.Checked
        return tuple(self.offered[row].id for row in rows if self.papers.item(row).checkState() == is_on)

    def languages(self) -> tuple[Language, ...]:
        """The languages that the papers are in."""
        language = self.how.switches().language
        return ("th", "en") if language == "both" else (language,)

    def propose(self, path: Path) -> None:
        """Propose another place, unless somebody has chosen one."""
        if self.target.path() == self._proposed:
            self._proposed = path
            self.target.line.setText(str(path))

    def _fill(self, authority: AuthorityKind) -> None:
        self.authority.addItems([_(text) for _kind, text in AUTHORITIES])
        self.authority.setCurrentIndex([kind for kind, _text in AUTHORITIES].index(authority))
        self.edition.addItems([name_edition(edition) for edition in self._editions])
        for box in self.kinds.values():
            box.setAccessibleName(box.text())
        self.kinds[WORD].setChecked(True)
        self.kinds[PDF].setChecked(True)

    def _make_columns(self) -> QWidget:
        held = QWidget()
        row = QHBoxLayout(held)
        row.setContentsMargins(0, GRID, 0, 0)
        row.setSpacing(3 * GRID)
        row.addWidget(self._make_left(), 4)
        row.addWidget(self.tabs, 5)
        how = FieldColumn()
        how.column.setContentsMargins(0, GRID, 0, 0)
        how.add(self.how)
        how.fill_up()
        self.tabs.setFixedHeight(_TABS_HEIGHT)
        self.tabs.addTab(self.facts, "")
        self.tabs.addTab(ScrolledPage(how), _("How they are printed"))
        self.tabs.tabBar().setAccessibleName(_("What the papers state, and how they are printed"))
        return held

    def _make_left(self) -> QWidget:
        left = FieldColumn()
        left.add_field(_("Kind of authority"), self.authority)
        left.add_field(_("Edition"), self.edition)
        left.add_field(_("Papers"), self.papers, 1)
        self.papers.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.papers.setMinimumHeight(_LIST_LINES * self.papers.fontMetrics().lineSpacing())
        left.column.addSpacing(GRID)
        left.add(_in_a_row(*self.kinds.values()))
        buttons = []
        for place, text in enumerate((_("Into a folder"), _("As one zip file"))):
            button = QRadioButton(text)
            button.setChecked(place == 0)
            self.forms.addButton(button, place)
            buttons.append(button)
        left.add(_in_a_row(*buttons))
        return left

    def _connect(self) -> None:
        for box in (self.authority, self.edition):
            box.currentIndexChanged.connect(self.asked)
        self.papers.itemChanged.connect(lambda _item: self._on_ticked())
        self.how.languages.idToggled.connect(lambda _id, is_on: self.asked.emit() if is_on else None)
        self.facts.counted.connect(self._on_counted)
        for kind in self.kinds.values():
            kind.toggled.connect(self._check)
        self.forms.idToggled.connect(lambda _id, is_on: self._on_form_chosen() if is_on else None)
        self.target.line.textChanged.connect(self._check)

    def _on_ticked(self) -> None:
        self.asked.emit()
        self._check()

    def _on_counted(self, count: int) -> None:
        text = _("Still missing: {count}").format(count=count) if count else _("What the papers state")
        self.tabs.setTabText(0, text)

    def _on_form_chosen(self) -> None:
        """Give the target the ending of a zip file, or take it away."""
        path = self.target.path()
        is_zip = self.forms.checkedId() == 1
        if path.name and is_zip != (path.suffix.lower() == ZIP):
            fresh = Path(f"{path}{ZIP}") if is_zip else path.with_suffix("")
            is_proposed = path == self._proposed
            self.target.line.setText(str(fresh))
            self._proposed = fresh if is_proposed else self._proposed
        self._check()

    def _browse(self, path: Path) -> Path | None:
        if self.forms.checkedId() == 1:
            kinds = _("Zip files") + f" (*{ZIP})"
            return choose_file_to_write(self, self.windowTitle(), path, kinds)
        folder = choose_folder(self, self.windowTitle(), path.parent)
        return folder / path.name if folder is not None else None

    def _check(self) -> None:
        """Say what will become of what is there, or why no pack can be made."""
        path, has_name = self.target.path(), bool(self.target.line.text().strip())
        has_kinds = any(box.isChecked() for box in self.kinds.values())
        has_folder = is_folder(path.parent)
        self.deed.setEnabled(has_name and has_kinds and has_folder and bool(self.ticked()))
        if not self.ticked():
            self.note.setText(_("Tick at least one paper."))
        elif not has_kinds:
            self.note.setText(_("Tick at least one kind of file."))
        elif has_name and not has_folder:
            self.note.setText(_("This folder does not exist."))
        else:
            is_replaced = has_name and is_there(path)
            self.note.setText(_("The papers that are there will be replaced.") if is_replaced else "")


def _in_a_row(*parts: QWidget) -> QWidget:
    held = QWidget()
    row = QHBoxLayout(held)
    row.setContentsMargins(0, 0, 0, 0)
    for part in parts:
        row.addWidget(part)
    row.addStretch(1)
    return held
