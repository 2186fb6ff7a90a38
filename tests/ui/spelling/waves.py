"""What is marked as misspelt in a field."""

from PySide6.QtGui import QTextCharFormat

from success_desktop.ui.thai_text import ThaiTextEdit


def waves(edit: ThaiTextEdit, number: int = 0) -> list[str]:
    """The stretches of a paragraph that have a wave under them."""
    block = edit.document().findBlockByNumber(number)
    wave = QTextCharFormat.UnderlineStyle.WaveUnderline
    return [
        block.text()[piece.start : piece.start + piece.length]
        for piece in block.layout().formats()
        if piece.format.underlineStyle() == wave
    ]
