"""What is printed: the plan, some of its official forms, the book of changes of an edition, or the response matrix."""

from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple, cast

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QListWidget, QListWidgetItem, QRadioButton, QWidget

from success_desktop.domain.calendar import year_text
from success_desktop.i18n import N_, _, interface_language
from success_desktop.ui.documents.field_column import FieldColumn
from success_desktop.ui.page.entry_field import CalmComboBox
from success_desktop.ui.theme import GRID

Paper = Literal["plan", "forms", "changes", "matrix"]
WORD, PDF, EXCEL = ".docx", ".pdf", ".xlsx"

_PAPERS: tuple[tuple[Paper, str, tuple[str, ...]], ...] = (
    ("plan", N_("The whole plan"), (WORD, PDF)),
    ("forms", N_("Official forms"), (WORD, PDF, EXCEL)),
    ("changes", N_("Change book of an edition"), (WORD, PDF, EXCEL)),
    ("matrix", N_("Response matrix"), (WORD, PDF, EXCEL)),
)
_PLACE_OF_LIST = 2
_MOST_LINES = 8


class OfferedForm(NamedTuple):
    """A form that can be printed: its name in the form set, what it goes by, and whether it is of one fiscal year."""

    id: str
    name: str
    of_year: bool


class Offered(NamedTuple):
    """What a plan has to be printed: forms, editions (id to name, the newest first), fiscal years (Buddhist Era)."""

    forms: Sequence[OfferedForm]
    editions: Mapping[str, str]
    years_be: Sequence[int]
    has_feedback: bool


class PapersBox(FieldColumn):
    """`changed` tells that something else is to be printed now."""

    changed = Signal()

    def __init__(self, offered: Offered, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offered = offered
        self.papers = QButtonGroup(self)
        self.forms = QListWidget()
        self.edition, self.year = CalmComboBox(), CalmComboBox()
        self._lay_out()
        self._connect()
        self._fit()

    def paper(self) -> Paper:
        """Which of the papers is chosen."""
        return _PAPERS[self.papers.checkedId()][0]

    def what(self) -> tuple[str, ...]:
        """What is to be printed: one of the papers by its id, or the forms ticked by theirs."""
        return self.ticked() if self.paper() == "forms" else (self.paper(),)

    def ticked(self) -> tuple[str, ...]:
        """The ids of the forms that are ticked, in their order."""
        rows = range(self.forms.count())
        return tuple(self._offered.forms[row].id for row in rows if self._is_ticked(row))

    def suffixes(self) -> tuple[str, ...]:
        """The kinds of file that there are of it."""
        return _PAPERS[self.papers.checkedId()][2]

    def edition_id(self) -> str:
        """The edition that it is printed for; "" for none."""
        return str(self.edition.currentData() or "") if self.edition.isEnabled() else ""

    def fiscal_year_be(self) -> int:
        """The fiscal year (Buddhist Era) that forms of one year are printed for; 0 where none is."""
        return int(self.year.currentData() or 0) if self.year.isEnabled() else 0

    def choose(self, paper: Paper) -> None:
        """Choose a paper, if there is something of it."""
        button = self._button(paper)
        if button.isEnabled():
            button.setChecked(True)

    def choose_edition(self, edition_id: str) -> None:
        """Choose the book of an edition."""
        self.choose("changes")
        self.edition.setCurrentIndex(max(self.edition.findData(edition_id), 0))

    def tick(self, form_ids: Sequence[str]) -> None:
        """Tick these forms and no other."""
        for row, form in enumerate(self._offered.forms):
            state = Qt.CheckState.Checked if form.id in form_ids else Qt.CheckState.Unchecked
            self.forms.item(row).setCheckState(state)

    def _button(self, paper: Paper) -> QRadioButton:
        return cast(QRadioButton, self.papers.button([one for one, *_rest in _PAPERS].index(paper)))

    def _is_ticked(self, row: int) -> bool:
        return self.forms.item(row).checkState() == Qt.CheckState.Checked

    def _lay_out(self) -> None:
        self.add_line(_("What is printed"))
        for place, (_paper, text, _suffixes) in enumerate(_PAPERS):
            button = QRadioButton(_(text))
            self.papers.addButton(button, place)
            self.add(button)
        self.column.insertWidget(_PLACE_OF_LIST + 1, self.forms)
        for form in self._offered.forms:
            item = QListWidgetItem(form.name, self.forms)
            item.setToolTip(form.name)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
        self.forms.setAccessibleName(_("Official forms"))
        lines = min(max(len(self._offered.forms), 1), _MOST_LINES)
        self.forms.setFixedHeight(lines * max(self.forms.sizeHintForRow(0), 0) + GRID)
        self.forms.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.edition.addItem(_("None: as the plan is now"), "")
        for edition_id, name in self._offered.editions.items():
            self.edition.addItem(name, edition_id)
        for year_be in self._offered.years_be:
            self.year.addItem(year_text(year_be, interface_language()), year_be)
        self._beside = self.add_beside((_("Edition"), self.edition), (_("Fiscal year"), self.year))
        self.fill_up()
        self._button("plan").setChecked(True)
        self._button("forms").setEnabled(bool(self._offered.forms))
        self._button("changes").setEnabled(bool(self._offered.editions))
        self._button("matrix").setEnabled(self._offered.has_feedback)

    def _connect(self) -> None:
        self.papers.idToggled.connect(lambda _id, is_on: self._on_paper_chosen() if is_on else None)
        self.forms.itemChanged.connect(self._on_form_ticked)
        self.edition.currentIndexChanged.connect(self._on_changed)
        self.year.currentIndexChanged.connect(self._on_changed)

    def _on_paper_chosen(self) -> None:
        """Forms are chosen: offer those that a plan is made of, unless somebody has ticked some."""
        if self.paper() == "forms" and not self.ticked():
            with QSignalBlocker(self.forms):
                self.tick([form.id for form in self._offered.forms if not form.of_year])
        self._on_changed()

    def _on_form_ticked(self, item: QListWidgetItem) -> None:
        """Ticking a form asks for the forms."""
        if item.checkState() == Qt.CheckState.Checked:
            self.choose("forms")
        self._on_changed()

    def _on_changed(self) -> None:
        self._fit()
        self.changed.emit()

    def _fit(self) -> None:
        """Ask only what matters for the paper chosen."""
        paper = self.paper()
        of_year = {form.id for form in self._offered.forms if form.of_year}
        has_editions = bool(self._offered.editions)
        asked = (
            paper in ("forms", "changes") and has_editions,
            paper == "forms" and not of_year.isdisjoint(self.ticked()),
        )
        for field, held, is_asked in zip((self.edition, self.year), self._beside, asked, strict=True):
            field.setEnabled(is_asked)
            held.setVisible(is_asked)
        if paper == "changes" and not self.edition.currentData() and self.edition.count() > 1:
            self.edition.setCurrentIndex(1)
