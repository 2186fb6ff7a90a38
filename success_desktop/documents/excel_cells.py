"""What goes into the cells of a form's sheet: texts, numbers, and the formats of both."""

from decimal import Decimal, InvalidOperation
from typing import Any

from success_desktop.documents.outline_blocks import Phrases
from success_desktop.documents.word_xml import drop_forbidden, split_paragraphs
from success_desktop.domain.thai_digits import arabic_digits

POINTS = 14
"""The size of the type of a sheet."""

MOST_CHARACTERS = 32_767
"""What Excel takes in a cell."""

_HEAD, _GROUP, _BAR = "#E6EEED", "#F4F7F7", "#3F4A52"
_THAI_DIGITS = "[$-D07041E]"
_PLACES = 2


def join_phrases(phrases: Phrases) -> str:
    """A cell's phrases as one text, a line end between them; marks of stand-ins before theirs."""
    texts = (f"{phrase.mark} {phrase.text}" if phrase.mark else phrase.text for phrase in phrases)
    return "\n".join(line for text in texts for line in split_paragraphs(drop_forbidden(text)))[
        :MOST_CHARACTERS
    ]


def read_figure(text: str) -> Decimal | None:
    """The number that a cell prints, in whatever digits; None where it prints none."""
    try:
        return Decimal(arabic_digits(text).replace(",", "")) if text else None
    except InvalidOperation:
        return None


class FormLooks:
    """The formats of one workbook, by what they are for; those of numbers tell whether decimals are shown."""

    def __init__(self, workbook: Any, font: str, *, has_thai_digits: bool) -> None:
        self._workbook = workbook
        self._digits = _THAI_DIGITS if has_thai_digits else ""
        self._base = {"font_name": font, "font_size": POINTS, "text_wrap": True, "valign": "top"}
        self._framed = {**self._base, "border": 1, "border_color": "#8A979E"}
        centre = {"align": "center", "valign": "vcenter"}
        self._wanted: dict[str, dict[str, object]] = {
            "title": {**self._base, **centre, "bold": True, "font_size": POINTS + 2},
            "head": {**self._framed, **centre, "bold": True, "bg_color": _HEAD},
            "group": {**self._framed, "bold": True, "bg_color": _GROUP},
            "bar": {**self._framed, "align": "center", "bg_color": _BAR, "font_color": _BAR},
            "total text": {**self._framed, "bold": True, "bg_color": _GROUP},
            "total right": {**self._framed, "bold": True, "bg_color": _GROUP, "align": "right"},
            "grand text": {**self._framed, "bold": True, "bg_color": _HEAD},
            "grand right": {**self._framed, "bold": True, "bg_color": _HEAD, "align": "right"},
        }
        self._made: dict[str, Any] = {}

    def __getitem__(self, name: str) -> Any:
        if name not in self._made:
            self._made[name] = self._workbook.add_format(self._wanted[name])
        return self._made[name]

    def text(self, align: str, *, is_bold: bool) -> Any:
        """The look of a text in a column of an alignment."""
        name = f"{align} {is_bold}"
        self._wanted.setdefault(name, {**self._framed, "align": _ALIGNS[align], "bold": is_bold})
        return self[name]

    def number(self, align: str, text: str, *, is_bold: bool) -> Any:
        """The look of a number, shown with the decimals that its text has; one too long for its column shrinks."""
        shape = self._shape(text)
        name = f"{align} {shape} {is_bold}"
        self._wanted.setdefault(
            name,
            {**self._framed, **_SHRINKS, "align": _ALIGNS[align], "bold": is_bold, "num_format": shape},
        )
        return self[name]

    def sum(self, ground: str, text: str) -> Any:
        """The look of a sum in a row of sums (`ground`: "total" or "grand")."""
        shape = self._shape(text)
        name = f"{ground} {shape}"
        self._wanted.setdefault(name, {**self._wanted[f"{ground} right"], **_SHRINKS, "num_format": shape})
        return self[name]

    def _shape(self, text: str) -> str:
        decimals = len(text.partition(".")[2])
        return f"{self._digits}#,##0{'.' if decimals else ''}{'0' * min(decimals, _PLACES)}"


_ALIGNS = {"text": "left", "centre": "center", "number": "right"}
_SHRINKS: dict[str, object] = {"text_wrap": False, "shrink": True}
