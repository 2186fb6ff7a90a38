"""How every dialog is laid out: a line that says what it is for, labels above fields, buttons that say what happens."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QStandardPaths, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from success_desktop.i18n import _
from success_desktop.settings import Settings
from success_desktop.ui.dialogs.questions import ask_to_replace
from success_desktop.ui.file_places import is_folder, is_there
from success_desktop.ui.theme import GRID

_LEAST_WIDTH = 520
_ROOM_AROUND = 6 * GRID
"""Pixels of the screen that a dialog leaves to its title bar and to what is behind it."""


class FormDialog(QDialog):
    """A dialog with a heading, fields one below the other, and two buttons: the deed and Cancel.

    It is as high as what it holds; where the screen is too low for that, everything but the buttons scrolls.
    """

    def __init__(self, title: str, deed: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(_LEAST_WIDTH)
        self._body = QWidget()
        self.column = QVBoxLayout(self._body)
        self.column.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 0)
        self.column.setSpacing(4)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(self._body)
        self._body.installEventFilter(self)
        self._outside = QVBoxLayout(self)
        self._outside.setContentsMargins(0, 0, 0, 2 * GRID)
        self._outside.setSpacing(2 * GRID)
        self._outside.addWidget(self._area, 1)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.buttons.button(QDialogButtonBox.StandardButton.Cancel).setAutoDefault(False)
        self.deed = self.buttons.addButton(deed, QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.add_line(title, "heading")

    def add_line(self, text: str, role: str = "secondary") -> QLabel:
        """A sentence of its own; its role is one of the style sheet's (heading, secondary, strong, warning)."""
        label = make_line(text, role)
        self.column.addWidget(label)
        return label

    def add_field(self, label: str, field: QWidget, hint: str = "") -> None:
        """A field under its label; the label names it for screen readers too."""
        self.column.addSpacing(GRID)
        caption = self.add_line(label)
        caption.setBuddy(field)
        for part in (field, *field.findChildren(QLineEdit)):
            part.setAccessibleName(label)
        self.column.addWidget(field)
        if hint:
            self.add_line(hint)

    def finish(self) -> None:
        """Put the buttons below everything."""
        foot = QVBoxLayout()
        foot.setContentsMargins(3 * GRID, 0, 3 * GRID, 0)
        foot.addWidget(self.buttons)
        self._outside.addLayout(foot)
        self.deed.setDefault(True)

    def showEvent(self, event: QShowEvent) -> None:
        """Take the height that the fields need."""
        super().showEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Grow with what the dialog holds."""
        if watched is self._body and event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        """Be high enough for everything, and never higher or wider than the screen."""
        screen = self.screen().availableGeometry()
        width = min(max(self.width(), self._body.minimumSizeHint().width()), screen.width() - _ROOM_AROUND)
        foot = self.buttons.sizeHint().height() + 4 * GRID
        height = max(self.height(), self.column.totalHeightForWidth(width) + foot)
        self.resize(width, min(height, screen.height() - _ROOM_AROUND))

    def ask(self) -> bool:
        """Show the dialog and wait; whether its deed was chosen. It is gone once what was chosen has been done."""
        is_agreed = self.exec() == QDialog.DialogCode.Accepted
        self.deleteLater()
        return is_agreed


def make_line(text: str, role: str = "secondary") -> QLabel:
    """A sentence; its role is one of the style sheet's."""
    label = QLabel(text)
    label.setProperty("role", role)
    label.setWordWrap(True)
    return label


class PathField(QWidget):
    """A path that can be typed or looked for with the system's dialog."""

    def __init__(self, path: Path, browse: Callable[[Path], Path | None]) -> None:
        super().__init__()
        self.line = QLineEdit(str(path))
        self._browse = browse
        self.button = QPushButton(_("Choose…"))
        self.button.setAutoDefault(False)
        self.button.clicked.connect(self._on_browse)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(self.line, 1)
        row.addWidget(self.button)
        self.setFocusProxy(self.line)

    def path(self) -> Path:
        """What stands in the field."""
        path = Path(self.line.text().strip())
        try:
            return path.expanduser()
        except RuntimeError:  # "~somebody", whom this computer does not know
            return path

    def _on_browse(self) -> None:
        chosen = self._browse(self.path())
        if chosen is not None:
            self.line.setText(str(chosen))


def usual_folder(settings: Settings) -> Path:
    """Where file dialogs begin: the folder used last, else the user's documents, else the user's own folder."""
    documents = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    last = Path(settings.last_folder) if settings.last_folder else documents
    return next((folder for folder in (last, documents) if is_folder(folder)), Path.home())


def choose_file_to_open(parent: QWidget, title: str, folder: Path, kinds: str) -> Path | None:
    """Ask for a file that exists; `kinds` is Qt's filter text. None when the user thinks better of it."""
    name, _kind = QFileDialog.getOpenFileName(parent, title, str(folder), kinds)
    return Path(name) if name else None


def choose_file_to_write(parent: QWidget, title: str, proposed: Path, kinds: str) -> Path | None:
    """Ask where to write, which the file's kind is added to; nothing is replaced unasked. None on second thoughts."""
    name, _kind = QFileDialog.getSaveFileName(parent, title, str(proposed), kinds)
    if not name:
        return None
    path = Path(name)
    if path.suffix.lower() == proposed.suffix.lower():
        return path
    whole = Path(f"{path}{proposed.suffix}")  # not the name that the system has asked about
    return whole if not is_there(whole) or ask_to_replace(parent, whole.name) else None


def choose_folder(parent: QWidget, title: str, folder: Path) -> Path | None:
    """Ask for a folder. None when the user thinks better of it."""
    name = QFileDialog.getExistingDirectory(parent, title, str(folder))
    return Path(name) if name else None
