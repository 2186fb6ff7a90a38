"""The interface's own font: a copy of Sarabun with room for stacked Thai marks (``resources/fonts/ui``)."""

import functools

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QFontDatabase

from success_desktop.paths import resource_path

FAMILY = "SUCCESS UI"


@functools.cache
def load_ui_font() -> str:
    """Make the font known to this application; returns its family. A QApplication must exist.

    Raises RuntimeError when Qt does not accept the files, which ship with the program.
    """
    for weight in ("Regular", "Bold"):
        content = resource_path("fonts", "ui", f"SuccessUI-{weight}.ttf").read_bytes()
        if QFontDatabase.addApplicationFontFromData(QByteArray(content)) < 0:
            raise RuntimeError(f"the interface's font ({weight}) cannot be loaded")
    return FAMILY
