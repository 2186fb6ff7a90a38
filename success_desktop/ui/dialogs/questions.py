"""What the window asks before it does something to a file that cannot be taken back."""

from datetime import datetime

from PySide6.QtWidgets import QMessageBox, QWidget

from success_desktop.domain.calendar_dates import date_text
from success_desktop.errors import UserError
from success_desktop.i18n import _, interface_language


def ask_to_close(parent: QWidget, problem: UserError) -> bool:
    """Ask whether to close a plan although its file could not be written; the working copy keeps everything."""
    box = QMessageBox(QMessageBox.Icon.Warning, _("Close the plan"), str(problem), parent=parent)
    box.setInformativeText(
        _(
            "Your work is safe on this computer and will be offered when the program starts again. Close anyway?"
        )
    )
    return _is_agreed(box, _("Close anyway"), _("Keep it open"))


def ask_to_discard(parent: QWidget, name: str, changed_at: datetime) -> bool:
    """Ask whether changes last made at `changed_at` (UTC), which the file of a plan does not hold, may go for good."""
    here = changed_at.astimezone()
    when = f"{date_text(here.date(), interface_language())} {here:%H:%M}"
    text = _("Throw away the changes to “{name}” that are not in its file?").format(name=name)
    box = QMessageBox(QMessageBox.Icon.Warning, _("Throw changes away"), text, parent=parent)
    box.setInformativeText(
        _("They were last worked on {when}. The file stays as it is. This cannot be undone.").format(
            when=when
        )
    )
    return _is_agreed(box, _("Throw away"), _("Keep"))


def ask_to_replace(parent: QWidget, name: str) -> bool:
    """Ask whether a file that is there may be replaced."""
    text = _("The file “{name}” exists already. Replace it?").format(name=name)
    box = QMessageBox(QMessageBox.Icon.Warning, _("Replace the file"), text, parent=parent)
    return _is_agreed(box, _("Replace"), _("Keep"))


def _is_agreed(box: QMessageBox, deed: str, other: str) -> bool:
    """Ask; Enter and Escape choose the `other`."""
    agree = box.addButton(deed, QMessageBox.ButtonRole.DestructiveRole)
    keep = box.addButton(other, QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(keep)
    box.setEscapeButton(keep)
    box.exec()
    is_agreed = box.clickedButton() is agree
    box.deleteLater()
    return is_agreed
