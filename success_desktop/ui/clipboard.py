"""Cells on the system's clipboard: put there for Excel and Word alike, and read from it."""

from collections.abc import Sequence

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from success_desktop.services.copying import CopiedCell, write_block, write_html
from success_desktop.services.pasting_text import Block, read_clipboard


def put_cells(rows: Sequence[Sequence[CopiedCell]]) -> None:
    """Put cells on the clipboard, as tab text and as a table."""
    mime = QMimeData()
    mime.setText(write_block(rows))
    mime.setHtml(write_html(rows))
    QGuiApplication.clipboard().setMimeData(mime)


def take_cells() -> Block:
    """The cells on the clipboard; empty when it holds no text, or nothing but blanks."""
    mime: QMimeData | None = QGuiApplication.clipboard().mimeData()
    block = read_clipboard(mime.text(), mime.html()) if mime is not None else ()
    return block if any(cell for row in block for cell in row) else ()
