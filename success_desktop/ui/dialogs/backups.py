"""The dialog that lists the backups of plans and lets one be opened again."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from success_desktop.i18n import _, interface_language
from success_desktop.services.backups import Backup, moment_of
from success_desktop.ui.dialogs.form import FormDialog

_BYTES_IN_KB = 1024
_BYTES_IN_MB = 1024 * 1024


class BackupsDialog(FormDialog):
    """Shows the backups of one plan file at a time, newest first; `plans` chooses the plan, `table` the backup."""

    def __init__(self, backups: Sequence[Backup], open_path: Path | None, parent: QWidget | None) -> None:
        super().__init__(_("Backups"), _("Open as a new file"), parent)
        self._backups = backups
        self._shown: list[Backup] = []
        self.explanation = self.add_line(
            _(
                "Every time a plan's file is written, a copy is kept on this computer: the last ten, and one a day for "
                "thirty days. A backup opens as a new file; the plan's own file stays as it is."
            )
        )
        self.plans = QComboBox()
        for path in dict.fromkeys(backup.original_path for backup in backups):
            self.plans.addItem(f"{path.stem}   {path.parent}", str(path))
        self.add_field(_("Plan"), self.plans)
        self.table = _make_table()
        self.column.addSpacing(8)
        self.column.addWidget(self.table, 1)
        self.empty = self.add_line(_("No backups yet. The first one is kept when a plan is saved."))
        self.finish()
        self.resize(640, 480)
        if open_path is not None:
            self._offer_open_plan(open_path)
        self.plans.currentIndexChanged.connect(self._show)
        self.table.itemSelectionChanged.connect(self._check)
        self.table.itemActivated.connect(lambda: self.deed.click())
        self._show()

    def chosen(self) -> Backup:
        """The backup chosen."""
        return self._shown[self.table.indexOfTopLevelItem(self.table.selectedItems()[0])]

    def _offer_open_plan(self, path: Path) -> None:
        """Begin with the open plan, also when it has no backup yet."""
        if self.plans.findData(str(path)) < 0:
            self.plans.insertItem(0, f"{path.stem}   {path.parent}", str(path))
        self.plans.setCurrentIndex(self.plans.findData(str(path)))

    def _show(self) -> None:
        wanted = self.plans.currentData()
        self._shown = [backup for backup in self._backups if str(backup.original_path) == wanted]
        self.table.clear()
        self.table.addTopLevelItems([_item(backup) for backup in self._shown])
        self.table.setVisible(bool(self._shown))
        self.empty.setVisible(not self._shown)
        if self._shown:
            self.table.setCurrentIndex(self.table.model().index(0, 0))
            self.table.setFocus()
        self._check()

    def _check(self) -> None:
        self.deed.setEnabled(bool(self.table.selectedItems()))


def size_text(size_bytes: int) -> str:
    """The size of a file as people say it: 240 KB, 17.2 MB."""
    if size_bytes < _BYTES_IN_MB:
        return _("{size} KB").format(size=f"{max(1, size_bytes // _BYTES_IN_KB):,}")
    return _("{size} MB").format(size=f"{size_bytes / _BYTES_IN_MB:,.1f}")


def _make_table() -> QTreeWidget:
    table = QTreeWidget()
    table.setAccessibleName(_("Backups"))
    table.setRootIsDecorated(False)
    table.setUniformRowHeights(True)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setHeaderLabels([_("Kept on"), _("Projects"), _("Size")])
    header = table.header()
    header.setStretchLastSection(False)
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    for column in (1, 2):
        header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
        header.resizeSection(column, 120)
        table.headerItem().setTextAlignment(
            column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        )
    return table


def _item(backup: Backup) -> QTreeWidgetItem:
    when = moment_of(backup).spoken(interface_language())
    item = QTreeWidgetItem([when, f"{backup.projects:,}", size_text(backup.size_bytes)])
    for column in (1, 2):
        item.setTextAlignment(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return item
