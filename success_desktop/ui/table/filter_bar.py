"""The row above the table: which form, and which of its rows."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QMargins, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QPushButton, QWidget

from success_desktop.domain.calendar import year_text
from success_desktop.domain.plan import Plan
from success_desktop.domain.row_filter import ANY_RULE, STATUS, UNCHOSEN, RowFilter
from success_desktop.domain.schema import KindSpec
from success_desktop.i18n import Language, _
from success_desktop.services.linking import SHORT_NAME
from success_desktop.ui.page.entry_field import CalmComboBox
from success_desktop.ui.page.flow_layout import FlowLayout
from success_desktop.ui.table.column_menu import ColumnMenu
from success_desktop.ui.thai_text import ThaiLineEdit
from success_desktop.ui.theme import GRID
from success_desktop.ui.tree.captions import caption_of

FILTER_DELAY_MS = 200
_TEXT_WIDTH = 12 * GRID
_GAP = 6
_LEAST_WIDTH, _MOST_WIDTH, _FORM_WIDTH = 12 * GRID, 17 * GRID, 20 * GRID
_BOX_EDGES = 42
"""What a box needs beside its words: padding and arrow, in pixels."""
_AGENCY = "agency"
_TIP = Qt.ItemDataRole.ToolTipRole


class FilterBar(QWidget):
    """Chooses a form and narrows its rows.

    `narrowed` tells that other rows are wanted (`wanted`), `form_chosen(name)` that another form is, `paste_requested` that
    rows shall come from the clipboard.
    """

    narrowed = Signal()
    form_chosen = Signal(str)
    paste_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.form = _box("table_form")
        self.form.setMaximumWidth(_FORM_WIDTH)
        self.agency = _box("table_agency")
        self.year = _box("table_year")
        self.status = _box("table_status")
        self.text = ThaiLineEdit()
        self.text.setObjectName("table_text")
        self.text.setClearButtonEnabled(True)
        self.text.setFixedWidth(_TEXT_WIDTH)
        self.findings = QPushButton()
        self.findings.setCheckable(True)
        self.given = QPushButton()
        self.given.setProperty("role", "filter_chip")
        self.columns = ColumnMenu()
        self.paste = QPushButton()
        self._given = RowFilter()
        self._timer = QTimer(self, interval=FILTER_DELAY_MS, singleShot=True)
        flow = FlowLayout(self, _GAP, QMargins(0, 0, 0, 0))
        for widget in (self.form, *self._narrowing(), self.given, self.columns, self.paste):
            flow.addWidget(widget)
        self._connect()
        self.word()

    def word(self) -> None:
        """Speak the interface's language."""
        names = {
            self.form: _("Form"),
            self.agency: _("Agency"),
            self.year: _("Fiscal year"),
            self.status: _("Status"),
            self.text: _("Words in the row"),
        }
        for widget, name in names.items():
            widget.setAccessibleName(name)
        self.text.setPlaceholderText(_("Filter text"))
        self.findings.setText(_("With findings"))
        self.paste.setText(_("Paste from Excel"))
        self.columns.word()

    def offer_forms(self, plan: Plan, forms: Sequence[str], chosen: str, language: Language) -> None:
        """Offer forms of the plan's template, by stamp or name."""
        with QSignalBlocker(self.form):
            self.form.clear()
            for name in forms:
                form = plan.template.forms[name]
                self.form.addItem((form.stamp or form.name).spoken(language), name)
                self.form.setItemData(self.form.count() - 1, form.name.spoken(language), _TIP)
            self.form.setCurrentIndex(self.form.findData(chosen))
        self.form.setVisible(bool(forms))

    def offer_values(self, plan: Plan, kind: str, years: Iterable[int], language: Language) -> None:
        """Offer what rows of `kind` can be narrowed by; the questions that make no sense for it are hidden."""
        spec = plan.template.kind(kind)
        agencies = _agencies(plan, spec, language)
        statuses = spec.fields[STATUS].options if STATUS in spec.fields else {}
        all_years = [(year_text(year, language), year) for year in years]
        options = [(name.spoken(language), key) for key, name in statuses.items()]
        _fill(self.agency, _("Agency: all"), [*agencies, (_("No agency yet"), UNCHOSEN)] if agencies else [])
        _fill(self.year, _("Year: all"), all_years)
        _fill(self.status, _("Status: all"), [*options, (_("No status yet"), UNCHOSEN)] if options else [])

    def wanted(self) -> RowFilter:
        """The rows wanted, below the node chosen in the outline."""
        agency, year = str(self.agency.currentData() or ""), self.year.currentData()
        return replace(
            self._given,
            agency_id=agency,
            role=self._given.role if agency == self._given.agency_id else "",
            year_be=int(year) if year else None,
            status=str(self.status.currentData() or ""),
            text=self.text.text().strip(),
            rule=(self._given.rule or ANY_RULE) if self.findings.isChecked() else "",
        )

    def show_wanted(self, wanted: RowFilter) -> None:
        """Show what is wanted without telling. What has no field here stands on a button that lets go of it."""
        blockers = [QSignalBlocker(widget) for widget in self._narrowing()]
        self._given = wanted
        boxes = ((self.agency, wanted.agency_id), (self.year, wanted.year_be), (self.status, wanted.status))
        for box, value in boxes:
            box.setCurrentIndex(max(0, box.findData(value or "")))
        if wanted.text != self.text.text().strip():
            self.text.setText(wanted.text)
        self.findings.setChecked(bool(wanted.rule))
        self._timer.stop()
        del blockers

    def show_given(self, words: str) -> None:
        """Name what rows are narrowed by beyond the fields here ("" for nothing)."""
        self.given.setText(f"{words}  ✕")
        self.given.setAccessibleName(_("Remove “{name}”").format(name=words))
        self.given.setVisible(bool(words))

    def changeEvent(self, event: QEvent) -> None:
        """Speak the language that the interface has changed to."""
        if event.type() == QEvent.Type.LanguageChange:
            self.word()
        super().changeEvent(event)

    def _narrowing(self) -> tuple[QComboBox | ThaiLineEdit | QPushButton, ...]:
        return self.agency, self.year, self.status, self.text, self.findings

    def _connect(self) -> None:
        self.form.activated.connect(lambda: self.form_chosen.emit(str(self.form.currentData())))
        for box in (self.agency, self.year, self.status):
            box.activated.connect(self._tell)
        self.findings.toggled.connect(self._tell)
        self.text.textChanged.connect(self._timer.start)
        self.text.returnPressed.connect(self._tell)
        self._timer.timeout.connect(self._tell)
        self.paste.clicked.connect(self.paste_requested)
        self.given.clicked.connect(self._on_given_dropped)

    def _tell(self) -> None:
        self._timer.stop()
        self.narrowed.emit()

    def _on_given_dropped(self) -> None:
        rule = ANY_RULE if self._given.rule == ANY_RULE else ""
        self.show_wanted(replace(self.wanted(), source="", role="", rule=rule))
        self._tell()


def _box(name: str) -> QComboBox:
    box = CalmComboBox()
    box.setObjectName(name)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    box.setMaximumWidth(_MOST_WIDTH)
    box.setMinimumWidth(_LEAST_WIDTH)
    return box


def _fill(box: QComboBox, everything: str, values: Sequence[tuple[str, object]]) -> None:
    """Offer values under a first line that lets all through, never cut off; what was chosen stays while it is there."""
    chosen = box.currentData()
    with QSignalBlocker(box):
        box.clear()
        box.addItem(everything, "")
        for words, value in values:
            box.addItem(words, value)
        box.setMaximumWidth(max(_MOST_WIDTH, box.fontMetrics().horizontalAdvance(everything) + _BOX_EDGES))
        box.setCurrentIndex(max(0, box.findData(chosen)))
    box.setVisible(bool(values))


def _agencies(plan: Plan, spec: KindSpec, language: Language) -> list[tuple[str, object]]:
    """The agencies of the register, by short name where they have one, when rows of a kind name any."""
    names_any = any(_AGENCY in field.kinds for field in spec.fields.values())
    registers = [node for node in plan.nodes.values() if plan.template.can_contain(node.kind, _AGENCY)]
    return [
        (node.text(SHORT_NAME, language) or caption_of(plan, node.id, language).text, node.id)
        for register in (registers if names_any else ())
        for node in plan.children_of(register.id)
        if node.kind == _AGENCY
    ]
