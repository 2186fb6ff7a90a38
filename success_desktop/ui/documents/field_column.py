"""Fields one below the other, for dialogs and views that have more than one column of them."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from success_desktop.ui.dialogs.form import make_line
from success_desktop.ui.theme import GRID


class FieldColumn(QWidget):
    """Labels above fields, as in every dialog; the label names its field for screen readers too."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(4)

    def add_line(self, text: str, role: str = "secondary") -> QLabel:
        """A sentence of its own; its role is one of the style sheet's (heading, secondary, strong, warning)."""
        label = make_line(text, role)
        self.column.addWidget(label)
        return label

    def add_field(self, name: str, field: QWidget, stretch: int = 0) -> QLabel:
        """A field under its label, which is returned so that it can be hidden with it."""
        if self.column.count():
            self.column.addSpacing(GRID)
        caption = self.add_line(name)
        caption.setBuddy(field)
        for part in (field, *field.findChildren(QLineEdit)):
            part.setAccessibleName(name)
        self.column.addWidget(field, stretch)
        return caption

    def add_beside(self, *named: tuple[str, QWidget]) -> "tuple[FieldColumn, ...]":
        """Fields side by side, each below its label; what holds one with its label is returned, so that it can be hidden."""
        row = QHBoxLayout()
        row.setSpacing(2 * GRID)
        held = []
        for name, field in named:
            column = FieldColumn()
            column.add_field(name, field)
            row.addWidget(column, 1)
            held.append(column)
        self.column.addSpacing(GRID)
        self.column.addLayout(row)
        return tuple(held)

    def add(self, field: QWidget) -> None:
        """A field that says itself what it is: a box to tick, a link."""
        self.column.addWidget(field)

    def fill_up(self) -> None:
        """Leave the rest of the column empty."""
        self.column.addStretch(1)
