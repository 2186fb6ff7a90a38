"""What is said in the place of rows when there are none: what belongs here, and how to get it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from success_desktop.domain.plan import Plan
from success_desktop.i18n import _, interface_language
from success_desktop.services.tabulating import PROJECT, parent_for_new
from success_desktop.ui.theme import GRID
from success_desktop.ui.tree.captions import name_in_sentence


class EmptyGrid(QWidget):
    """Says why there are no rows. Signals: `add_requested`, `import_requested`, `clear_requested` (of the filters)."""

    add_requested = Signal()
    import_requested = Signal()
    clear_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.add, self.bring, self.clear = QPushButton(), QPushButton(), QPushButton()
        self.add.setProperty("primary", True)
        self.add.clicked.connect(self.add_requested)
        self.bring.clicked.connect(self.import_requested)
        self.clear.clicked.connect(self.clear_requested)
        row = QHBoxLayout()
        row.addStretch(1)
        for button in (self.add, self.bring, self.clear):
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setSpacing(2 * GRID)
        column.addStretch(2)
        column.addWidget(self.words)
        column.addLayout(row)
        column.addStretch(3)

    def show_narrowed(self) -> None:
        """There are rows, but the filters hide all of them."""
        self.words.setText(_("No row matches the filters."))
        self.clear.setText(_("Clear the filters"))
        for button in (self.add, self.bring, self.clear):
            button.setVisible(button is self.clear)

    def show_bare(self, plan: Plan, under_id: str, kind: str) -> None:
        """There are no rows of `kind` below a node yet."""
        spec = plan.template.kind(kind)
        name = name_in_sentence(spec, interface_language())
        can_add = parent_for_new(plan, under_id, kind) is not None
        if can_add:
            words = _("There is no {kind} here yet. Each one becomes a row, with its budget year by year.")
        else:
            words = _("There is no {kind} here yet. Add the part of the outline that it belongs under first.")
        self.words.setText(words.format(kind=name))
        self.add.setText(_("Add the first {kind}").format(kind=name))
        self.bring.setText(_("Import from Excel"))
        self.add.setVisible(can_add)
        self.bring.setVisible(kind == PROJECT)
        self.clear.setVisible(False)
