"""A reviewer's mark: a colour and initials, the same wherever something of theirs is shown."""

import re

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

from success_desktop.domain.thai_clusters import clusters
from success_desktop.ui.theme import tokens

MARK_SIZE = 24
_RING = 2
_AROUND = 11
_MOST_LETTERS = 2
_TITLES = ("ผู้ทรงคุณวุฒิ", "ผู้แทน", "ศาสตราจารย์", "รศ.", "ผศ.", "ศ.", "ดร.", "นาย", "นางสาว", "นาง", "คุณ")
"""What stands before a name and tells nobody apart."""


def initials_of(author: str, initials: str = "") -> str:
    """One or two letters for a person: the initials that the file gives, if they are short, else those of the name.

    Thai initials are consonants: a vowel written before its consonant is passed over.
    """
    if initials and len(list(clusters(initials))) <= _MOST_LETTERS:
        return initials
    name = author.strip()
    for title in _TITLES:
        if name.startswith(title) and name != title:
            name = name.removeprefix(title).strip()
    words = [word for word in re.split(r"[\s.,()]+", name) if word][:_MOST_LETTERS]
    return "".join(_first_letter(word) for word in words).upper() or "?"


def colour_of(seat: int) -> QColor:
    """The colour of the reviewer on a seat (counted from 0); behind the last colour the first comes again."""
    series = tokens().series
    return QColor(series[seat % len(series)])


def mark_width(font: QFont, initials: str) -> int:
    """How wide a mark is in pixels: as high, or as its letters need."""
    bold = QFont(font)
    bold.setBold(True)
    return max(MARK_SIZE, QFontMetrics(bold).horizontalAdvance(initials) + _AROUND)


def paint_mark(painter: QPainter, corner: QRect, seat: int, initials: str) -> None:
    """Paint the initials within a ring of the reviewer's colour; the letters are in the ink of texts, legible everywhere."""
    painter.save()
    ring = QRectF(corner).adjusted(_RING / 2, _RING / 2, -_RING / 2, -_RING / 2)
    painter.setPen(QPen(colour_of(seat), _RING))
    painter.setBrush(QColor(tokens().card))
    painter.drawRoundedRect(ring, ring.height() / 2, ring.height() / 2)
    font = QFont(painter.font())
    font.setBold(True)
    painter.setFont(font)
    painter.setPen(QColor(tokens().text))
    painter.drawText(corner, int(Qt.AlignmentFlag.AlignCenter), initials)
    painter.restore()


def _first_letter(word: str) -> str:
    consonant = re.search("[\u0e01-\u0e2e]", word)
    return consonant.group() if consonant is not None else word[:1]
