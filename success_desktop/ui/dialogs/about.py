"""The dialog that tells what the program is, and which versions of things it runs on."""

import platform

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from success_desktop import __version__
from success_desktop.i18n import _
from success_desktop.ui.theme import GRID


class AboutDialog(QDialog):
    """Name, purpose, licences, versions."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("About SUCCESS Desktop"))
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        versions = f"Python {platform.python_version()} · Qt {qVersion()} · {platform.system()}"
        for text, role in (
            (f"SUCCESS Desktop {__version__}", "heading"),
            (_("An editor for the strategies and action plans of Thai cities, in Thai and English."), ""),
            (_("Your plans stay on this computer; nothing is sent anywhere."), ""),
            (
                _("Font Sarabun (SIL Open Font License), icons Lucide (ISC), Qt for Python (LGPL)."),
                "secondary",
            ),
            (versions, "secondary"),
        ):
            label = QLabel(text)
            label.setProperty("role", role)
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(label)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column.addSpacing(GRID)
        column.addWidget(buttons)
        self.setMinimumWidth(460)
