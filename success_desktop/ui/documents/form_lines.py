"""What each form of a form set prints of a plan, line by line: a list of forms and the columns of the one chosen."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from success_desktop.domain.calendar import years_text
from success_desktop.domain.forms.form_set import FormSet, OfficialForm
from success_desktop.domain.forms.resolved import ResolvedColumn, ResolvedForm
from success_desktop.domain.forms.resolving import resolve_form
from success_desktop.domain.plan import Plan
from success_desktop.i18n import N_, _, interface_language
from success_desktop.ui.documents.field_column import FieldColumn
from success_desktop.ui.theme import GRID

_HEADS = (N_("Column of the form"), N_("What of the plan it prints"))
_SHOWN = {
    "number": N_("Number, counted by the program"),
    "year": N_("Budget of the year (baht)"),
    "total": N_("Budget over all years (baht)"),
    "fiscal_year": N_("Budget of the fiscal year (baht)"),
    "months": N_("Months of work"),
    "reason": N_("Reason and necessity of the amendment"),
    "level": N_("Name of the group"),
    "line": N_("What is summed"),
    "count": N_("Number of rows, counted by the program"),
    "baht": N_("Sum (baht), added up by the program"),
    "alignment": N_("Alignment with a higher plan"),
    "gathered": N_("Gathered from all rows of the group"),
}
_HEIGHT = 36 * GRID


class FormLines(QSplitter):
    """Shows a form set as it meets a plan."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._plan: Plan | None = None
        self._form_set: FormSet | None = None
        self.forms, self.columns = QListWidget(), QTableWidget(0, len(_HEADS))
        self._lay_out()
        self.forms.currentRowChanged.connect(self._on_form_chosen)

    def show_form_set(self, form_set: FormSet, plan: Plan) -> None:
        """Show the forms of a set, filled with a plan; the first of them is chosen."""
        self._plan, self._form_set = plan, form_set
        self.forms.clear()
        for form in form_set.forms.values():
            item = QListWidgetItem(name_form(form), self.forms)
            item.setToolTip(item.text())
        self.forms.setCurrentRow(0)

    def _lay_out(self) -> None:
        self.setChildrenCollapsible(False)
        left, right = FieldColumn(), FieldColumn()
        left.add_field(_("Forms"), self.forms, 1)
        right.add_field(_("What the form prints"), self.columns, 1)
        left.column.setContentsMargins(0, 0, GRID, 0)
        right.column.setContentsMargins(GRID, 0, 0, 0)
        for part in (left, right):
            self.addWidget(part)
        self.setStretchFactor(1, 2)
        self.setMinimumHeight(_HEIGHT)
        self.forms.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table = self.columns
        table.setHorizontalHeaderLabels([_(head) for head in _HEADS])
        table.verticalHeader().hide()
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)
        table.setWordWrap(True)
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        table.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )

    def _on_form_chosen(self, row: int) -> None:
        if self._plan is None or self._form_set is None or row < 0:
            return
        name = list(self._form_set.forms)[row]
        lines = list_lines(resolve_form(self._form_set, name, self._plan), self._plan)
        self.columns.setRowCount(len(lines))
        for place, texts in enumerate(lines):
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                self.columns.setItem(place, column, item)
        self.columns.resizeRowsToContents()


def list_lines(form: ResolvedForm, plan: Plan) -> list[tuple[str, str]]:
    """The head of each column of a form, and what it prints, in the language of the interface; years in one line."""
    lines: dict[tuple[str, str], None] = {}
    for column in form.columns:
        lines[_head_of(form, column), _source_of(form, column, plan)] = None
    return list(lines)


def name_form(form: OfficialForm) -> str:
    """A form by its stamp and its name, in the language of the interface."""
    language = interface_language()
    texts = (form.stamp.spoken(language), form.name.spoken(language))
    return " ".join(" ".join(text.split()) for text in texts if text)


def _head_of(form: ResolvedForm, column: ResolvedColumn) -> str:
    language = interface_language()
    heads = [" ".join(head.spoken(language).split()) for head in column.heads]
    if column.year_be in form.years and len(form.years) > 1:
        return years_text(form.years[0], form.years[-1], language)
    if column.month is not None or column.year_be is not None:
        return next(filter(None, heads), "")
    return next(filter(None, reversed(heads)), "")


def _source_of(form: ResolvedForm, column: ResolvedColumn, plan: Plan) -> str:
    if column.show in _SHOWN:
        return _(_SHOWN[column.show])
    labels = _labels(plan, form.spec.rows, column.fields)
    return ", ".join(labels) if labels else _("Nothing: this plan has no such field")


def _labels(plan: Plan, kinds: Sequence[str], fields: Sequence[str]) -> list[str]:
    """What fields of rows go by in a plan."""
    specs = [plan.template.kinds[kind].fields for kind in kinds if kind in plan.template.kinds]
    found = (
        spec[field].label.spoken(interface_language()) for field in fields for spec in specs if field in spec
    )
    return list(dict.fromkeys(found))
