"""What the outline asks before it does something large."""

from PySide6.QtWidgets import QMessageBox, QWidget

from success_desktop.i18n import _


def ask_removal(parent: QWidget, name: str, count: int) -> bool:
    """Ask whether a node may go together with the `count` nodes below it; Enter keeps it."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle(_("Delete"))
    box.setText(_("Delete “{name}” and the {count} items below it?").format(name=name, count=count))
    box.setInformativeText(_("Undo (Ctrl+Z) brings them back."))
    delete = box.addButton(_("Delete"), QMessageBox.ButtonRole.DestructiveRole)
    keep = box.addButton(_("Keep"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(keep)
    box.setEscapeButton(keep)
    box.exec()
    is_sure = box.clickedButton() is delete
    box.deleteLater()
    return is_sure
