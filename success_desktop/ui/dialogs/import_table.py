"""The dialog that shows what an import would do: columns, counts, what is refused, sums by year. Nothing happens before."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHeaderView, QTableWidget, QTableWidgetItem, QTabWidget, QWidget

from success_desktop.domain.amounts import format_baht
from success_desktop.domain.calendar import year_text
from success_desktop.domain.schema import Template
from success_desktop.i18n import _, interface_language
from success_desktop.services.importing_preview import ColumnPreview, ImportPreview
from success_desktop.services.importing_report import list_warnings
from success_desktop.ui.dialogs.form import FormDialog
from success_desktop.ui.dialogs.import_words import field_name, list_fields
from success_desktop.ui.theme import GRID

Look = Callable[[Mapping[int, str], Callable[[ImportPreview | None], None]], None]
"""Looks at the file again with other fields for its columns (column, A is 0 -> field), and hands the preview to the second
argument when it is there; None when that cannot be done."""

_ROWS_SHOWN = 500


class ImportDialog(FormDialog):
    """Shows a preview; `preview` holds the one to accept. Another field for a column makes another preview."""

    def __init__(
        self, preview: ImportPreview, template: Template, look: Look, parent: QWidget | None
    ) -> None:
        super().__init__(_("Import projects from a table"), _("Import"), parent)
        self.preview = preview
        self._template = template
        self._look = look
        self._mapping: dict[int, str] = {}
        self.counts = self.add_line("", "strong")
        self.totals = self.add_line("", "")
        self.tabs = QTabWidget()
        self.columns = _table((_("Column"), _("Heading in the file"), _("Goes into")))
        self.rows = _table((_("Row"), _("Project"), _("Total (baht)"), _("Note")))
        self.warnings = _table((_("Where"), _("What to know")))
        self.tabs.addTab(self.columns, "")
        self.tabs.addTab(self.rows, "")
        self.tabs.addTab(self.warnings, "")
        for table, name in zip(self._tables(), self._tab_names(), strict=True):
            table.setAccessibleName(name)
        self.column.addWidget(self.tabs, 1)
        self.add_line(_("Importing is one step: Undo takes the whole import back."))
        self.finish()
        self.resize(820, 560)
        self._show()

    def choose_field(self, index: int, field: str) -> None:
        """Let a column (A is 0) go into another field and look at the file again; refused choices change nothing."""
        mapping = {**self._mapping, index: field}
        self.deed.setEnabled(False)
        self.columns.setEnabled(False)
        self._look(mapping, lambda preview: self._take(mapping, preview))

    def _take(self, mapping: dict[int, str], preview: ImportPreview | None) -> None:
        self.columns.setEnabled(True)
        if preview is not None:
            self.preview, self._mapping = preview, mapping
        self._show()

    def _tables(self) -> tuple[QTableWidget, QTableWidget, QTableWidget]:
        return self.columns, self.rows, self.warnings

    def _tab_names(self) -> tuple[str, str, str]:
        return _("Columns"), _("Projects"), _("Notes and refused cells")

    def _show(self) -> None:
        preview = self.preview
        coming = sum(not row.is_skipped for row in preview.rows)
        counts = [_("{count} projects come in").format(count=f"{coming:,}")]
        if skipped := len(preview.rows) - coming:
            counts.append(_("{count} are in the plan already").format(count=f"{skipped:,}"))
        if preview.groups:
            counts.append(_("{count} new groups").format(count=len(preview.groups)))
        if preview.agencies:
            counts.append(_("{count} new agencies").format(count=len(preview.agencies)))
        self.counts.setText(" · ".join(counts))
        self.totals.setText(_totals_line(preview))
        self.deed.setEnabled(coming > 0)
        self._show_columns()
        _fill(self.rows, _row_lines(preview), numbers=(2,))
        lines = list_warnings(preview)
        _fill(self.warnings, lines)
        for place, (name, count) in enumerate(
            zip(self._tab_names(), (self.columns.rowCount(), len(preview.rows), len(lines)), strict=True)
        ):
            self.tabs.setTabText(place, f"{name} ({count:,})")

    def _show_columns(self) -> None:
        sheets = self.preview.sheets
        columns = [(sheet.name, column) for sheet in sheets for column in sheet.columns]
        is_one_sheet = len(sheets) == 1
        lines = [
            (
                column.letter if is_one_sheet else f"{sheet} {column.letter}",
                " ".join(column.head.split()),
                self._name(column.field),
            )
            for sheet, column in columns
        ]
        _fill(self.columns, lines)
        if is_one_sheet:
            boxes = [self._field_box(column) for _sheet, column in columns]
            for row, box in enumerate(boxes):
                self.columns.setItem(row, 2, QTableWidgetItem())
                self.columns.setCellWidget(row, 2, box)
            widest = max((box.sizeHint().width() for box in boxes), default=0)
            self.columns.setColumnWidth(2, widest + 3 * GRID)

    def _field_box(self, column: ColumnPreview) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(
            _("Field for column {letter}, {head}").format(letter=column.letter, head=column.head)
        )
        for field in dict.fromkeys(("", *list_fields(self._template), column.field)):
            box.addItem(self._name(field), field)
        box.setCurrentIndex(box.findData(column.field))
        box.activated.connect(lambda: self.choose_field(column.index, box.currentData()))
        return box

    def _name(self, field: str) -> str:
        return field_name(self._template, field, interface_language())


def _totals_line(preview: ImportPreview) -> str:
    totals = preview.totals
    years = " · ".join(
        f"{year_text(year_be, interface_language())}:\N{NO-BREAK SPACE}{format_baht(baht)}"
        for year_be, baht in totals.by_year.items()
    )
    if not years:
        return _("No budgets in these projects.")
    return _("Budget by fiscal year (baht): {years} · all years: {total}").format(
        years=years, total=format_baht(totals.total_baht)
    )


def _row_lines(preview: ImportPreview) -> Iterator[tuple[str, ...]]:
    for row in preview.rows[:_ROWS_SHOWN]:
        fate = _("in the plan already") if row.is_skipped else ""
        yield (
            f"{row.sheet} {row.row}".strip(),
            row.name,
            format_baht(row.total_baht) if row.by_year else "",
            fate,
        )


def _table(heads: tuple[str, ...]) -> QTableWidget:
    table = QTableWidget(0, len(heads))
    table.setHorizontalHeaderLabels(heads)
    table.verticalHeader().hide()
    table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
    table.setSelectionMode(QTableWidget.SelectionMode.NoSelection)
    table.setWordWrap(True)
    header = table.horizontalHeader()
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
    header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
    return table


def _fill(table: QTableWidget, lines: Iterable[tuple[str, ...]], numbers: tuple[int, ...] = ()) -> None:
    """Put lines of text into a table; columns in `numbers` stand to the right."""
    table.setRowCount(0)
    for row, line in enumerate(lines):
        table.insertRow(row)
        for column, text in enumerate(line):
            item = QTableWidgetItem(text)
            item.setToolTip(text)
            side = Qt.AlignmentFlag.AlignRight if column in numbers else Qt.AlignmentFlag.AlignLeft
            item.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
            table.setItem(row, column, item)
    table.resizeColumnsToContents()
