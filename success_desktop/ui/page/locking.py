"""A page that can be read, searched and copied from, and not be written on: the plan is a copy for review."""

from PySide6.QtWidgets import QAbstractItemView, QComboBox, QLineEdit, QPushButton, QTextEdit, QToolButton

from success_desktop.ui.page.node_form import NodeForm
from success_desktop.ui.page.part import restyle

_MAKING = ("add", "chip_add", "chip_remove")
"""The roles of buttons that change the plan; all others lead somewhere."""


def lock_form(form: NodeForm) -> None:
    """Take from a form every way to change the plan; its texts can still be selected."""
    for text in form.findChildren(QTextEdit):
        text.setReadOnly(True)
        restyle(text)
    for line in form.findChildren(QLineEdit):
        line.setReadOnly(True)
    for choice in form.findChildren(QComboBox):
        choice.setEnabled(False)
    for sheet in form.findChildren(QAbstractItemView):
        sheet.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    for button in (*form.findChildren(QPushButton), *form.findChildren(QToolButton)):
        if button.property("role") in _MAKING:
            button.setEnabled(False)
