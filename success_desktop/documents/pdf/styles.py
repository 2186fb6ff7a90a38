"""How the paragraphs of a PDF are set: the same sizes, distances and indents as the styles of the Word file."""

from dataclasses import dataclass, replace
from typing import Literal

from success_desktop.documents.outline_blocks import ParagraphStyle
from success_desktop.documents.pdf.measures import CM, leading, type_size
from success_desktop.documents.word_styles import BODY_POINTS, COVER_POINTS, SMALL_TABLE_POINTS, TABLE_POINTS

Align = Literal["left", "right", "centre", "justify"]

QUIET = "3F4A52"
SUBSTITUTE = "5B4A00"
GONE, CAME = "8A2A1B", "1B4F8A"
RULE = "8A979E"
_FAINT = "6B7A82"
_FIRST_LINE = 2.5 * CM
_HANGING = 0.75 * CM
_CONTENTS_STEP, _CONTENTS_HANGING = 20.0, 15.0


@dataclass(frozen=True, slots=True)
class TextStyle:
    """The look of a paragraph.

    `points` is the size in Word's TH Sarabun; `before`, `after`, `first` (the first line's indent) and `left` are points.
    A kept one stays whole and on the page of what follows. `role` is the tag it bears; `colour` is RRGGBB, "" for black.
    """

    points: float = BODY_POINTS
    is_bold: bool = False
    before: float = 0
    after: float = 0
    is_kept: bool = False
    align: Align = "left"
    first: float = 0
    left: float = 0
    is_boxed: bool = False
    colour: str = ""
    role: str = "P"

    @property
    def size(self) -> float:
        """The size in the program's own font."""
        return type_size(self.points)

    @property
    def leading(self) -> float:
        """The distance of its lines."""
        return leading(self.points)


BODY_THAI = TextStyle(after=4, align="justify", first=_FIRST_LINE)
BODY_ENGLISH = TextStyle(after=4, first=_FIRST_LINE)
FIELD_LABEL = TextStyle(is_bold=True, before=4, is_kept=True)
FIELD_LINE = TextStyle(after=4)
PART = TextStyle(22, True, 0, 14, True, "centre", role="H1")
PART_ENGLISH = TextStyle(18, True, 0, 14, True, "centre", colour=QUIET)
HEADINGS = {
    2: TextStyle(18, True, 14, 4, True, role="H2"),
    3: TextStyle(17, True, 10, 3, True, role="H3"),
    4: TextStyle(BODY_POINTS, True, 8, 2, True, role="H4"),
}
HEADING_ENGLISH = TextStyle(15, True, 0, 4, True, colour=QUIET)
COVER_TITLE = TextStyle(COVER_POINTS, True, 0, 18, align="centre")
COVER_LINE = TextStyle(20, True, 0, 6, align="centre")
COVER_NOTICE = TextStyle(14, False, 0, 2, align="centre", left=CM, colour=QUIET)
CONTENTS_TITLE = TextStyle(20, True, 0, 12, True, "centre")
TABLE_TITLE = TextStyle(BODY_POINTS, True, 0, 2, True, "centre")
TABLE_CAPTION = TextStyle(TABLE_POINTS + 1, True, 6, 2, True)
HEAD = TextStyle(SMALL_TABLE_POINTS, colour=QUIET)
STAMP = TextStyle(TABLE_POINTS, True, align="right")
FOOT = TextStyle(SMALL_TABLE_POINTS, colour=QUIET)
FOOT_TITLE = TextStyle(SMALL_TABLE_POINTS, True, align="centre", colour=QUIET)
ORIGIN = TextStyle(9, colour=_FAINT)
SEAL = TextStyle(11, colour=QUIET)
ABOVE_LETTER = TextStyle(BODY_POINTS, align="centre")

PARAGRAPHS: dict[ParagraphStyle, TextStyle] = {
    "title": TextStyle(18, True, 0, 4, True, "centre", role="H1"),
    "subtitle": TextStyle(BODY_POINTS, True, 0, 4, True, "centre"),
    "body": BODY_THAI,
    "point": TextStyle(after=2, align="justify", left=_FIRST_LINE + _HANGING, first=-_HANGING),
    "line": TextStyle(after=2),
    "label": TextStyle(after=2, is_kept=True),
    "centre": TextStyle(after=4, align="centre"),
    "right": TextStyle(after=4, align="right"),
    "signature": TextStyle(is_kept=True, align="centre", left=8 * CM),
    "note": TextStyle(TABLE_POINTS, after=2, colour=QUIET),
    "boxed": TextStyle(after=4, left=6, is_boxed=True),
}
BLANK_LINE = leading(4)
"""The height of a line that is empty between paragraphs."""


def contents_style(level: int) -> TextStyle:
    """A line of the contents for a heading of level 1 (parts) to 3."""
    is_part = level == 1
    left = (level - 1) * _CONTENTS_STEP + _CONTENTS_HANGING
    return TextStyle(
        BODY_POINTS, is_part, 6 if is_part else 0, 2, left=left, first=-_CONTENTS_HANGING, role="P"
    )


def in_english(style: TextStyle) -> TextStyle:
    """The same for a paragraph in English, whose lines are not spread."""
    return replace(style, align="left") if style.align == "justify" else style
