"""A paragraph on its way down the pages."""

from collections.abc import Sequence
from dataclasses import dataclass

from success_desktop.documents.pdf.boxes import Place
from success_desktop.documents.pdf.pen import Pen
from success_desktop.documents.pdf.styles import RULE, TextStyle
from success_desktop.documents.pdf.tags import Element, Tagger
from success_desktop.documents.pdf.text import Line, Run, break_lines

_FEWEST_LINES = 2
"""Lines of a paragraph that stay together at the foot and at the top of a page."""
BASELINE = 0.36
"""How far the letters' line stands above the lower edge of a line, as a share of the lines' distance."""
_FRAME_WIDTH = 0.6


class Tag:
    """The element of a paragraph, made when its first piece is drawn: later pieces and lines below belong to it too."""

    def __init__(self, role: str, parent: "Tag | None" = None, language: str = "") -> None:
        self.role = role
        self.parent = parent
        self.language = language
        self._element: Element | None = None

    def element(self, tags: Tagger) -> Element:
        """The element in the tree of tags."""
        if self._element is None:
            above = self.parent.element(tags) if self.parent else None
            self._element = tags.element(self.role, above, language=self.language)
        return self._element


@dataclass(frozen=True, slots=True)
class TextPiece:
    """The lines of a paragraph that stand on one page. `before` and `after` are the blank above and below them."""

    lines: Sequence[Line]
    style: TextStyle
    tag: Tag
    width: float
    before: float
    after: float
    places: Sequence[Place] = ()
    edges: frozenset[str] = frozenset()

    @property
    def height(self) -> float:
        """Of the lines and the blanks around them."""
        return self.before + len(self.lines) * self.style.leading + self.after

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw the lines."""
        style = self.style
        y = top - self.before - style.leading * (1 - BASELINE)
        if style.is_boxed:
            self._frame(pen, x, top)
        with pen.coloured(style.colour):
            pen.tags.begin(self.tag.element(pen.tags))
            for line in self.lines:
                pen.text.draw_line(
                    line, x + style.left, y, self.width - style.left - _frame_room(style), style.align
                )
                y -= style.leading
            pen.tags.end()

    def _frame(self, pen: Pen, x: float, top: float) -> None:
        """The lines beside a boxed paragraph, and those above the first and below the last."""
        bottom, right = top - self.height, x + self.width
        lines = [(x, top, x, bottom), (right, top, right, bottom)]
        if "first" in self.edges:
            lines.append((x, top, right, top))
        if "last" in self.edges:
            lines.append((x, bottom, right, bottom))
        pen.tags.begin_artifact()
        with pen.coloured(RULE):
            pen.canvas.setLineWidth(_FRAME_WIDTH)
            pen.canvas.lines(lines)
        pen.tags.end()


def _frame_room(style: TextStyle) -> float:
    """What a frame takes from the right end of the lines."""
    return style.left if style.is_boxed else 0.0


class TextBox:
    """One paragraph. Two of its lines at least stay together where it begins and where it goes on."""

    def __init__(
        self,
        runs: Sequence[Run],
        style: TextStyle,
        width: float,
        tag: Tag | None = None,
        places: Sequence[Place] = (),
    ) -> None:
        self.is_kept = style.is_kept
        self._style = style
        self._width = width
        self._tag = tag or Tag(style.role)
        self._places = places
        self.edges: set[str] = set()
        self._before = style.before
        self._lines = break_lines(runs, style.size, width - style.left - _frame_room(style), style.first)
        self._taken = 0

    def follow(self, above: "TextBox") -> None:
        """Stand below another paragraph: of the blanks between them the larger one counts, as in Word."""
        self._before = max(self._style.before - above._style.after, 0.0)

    @property
    def whole(self) -> float:
        """The height of all of it, with the blanks above and below."""
        return self._before + len(self._lines) * self._style.leading + self._style.after

    @property
    def least(self) -> float:
        """Its first two lines; all of them where one would be left or where it is kept."""
        count = len(self._lines)
        if self.is_kept:
            return self.whole
        if count > _FEWEST_LINES + 1:
            count = _FEWEST_LINES
        return self._before + count * self._style.leading

    @property
    def is_done(self) -> bool:
        """Whether its last line has been taken."""
        return self._taken == len(self._lines)

    def take(self, room: float, *, is_fresh: bool) -> TextPiece | None:
        """As many lines as there is room for. At the top of a page nothing is left blank above them."""
        before = 0.0 if self._taken or (is_fresh and not self._style.is_boxed) else self._before
        waiting = len(self._lines) - self._taken
        count = self._fitting(int((room - before) / self._style.leading + 1e-6), waiting)
        if not count:
            if not is_fresh:
                return None
            count = min(waiting, max(int(room / self._style.leading), 1))
        places = () if self._taken else self._places
        lines = self._lines[self._taken : self._taken + count]
        self._taken += count
        left_over = room - before - count * self._style.leading
        after = min(self._style.after, max(left_over, 0.0)) if self.is_done else 0.0
        edges = frozenset(self.edges if self.is_done else self.edges - {"last"})
        self.edges.discard("first")
        return TextPiece(lines, self._style, self._tag, self._width, before, after, places, edges)

    def _fitting(self, room_lines: int, waiting: int) -> int:
        """The lines to take where there is room for so many; 0 for none."""
        if waiting <= room_lines:
            return waiting
        if self.is_kept:
            return 0
        count = min(room_lines, waiting - _FEWEST_LINES)
        return count if count >= _FEWEST_LINES else 0


class Blank:
    """Nothing, so many points high. Unless it is fixed it shrinks to nothing at the edges of a page."""

    is_kept = False
    least = 0.0

    def __init__(self, height: float, *, is_fixed: bool = False) -> None:
        self.whole = height
        self._is_fixed = is_fixed
        self.is_done = False

    def take(self, room: float, *, is_fresh: bool) -> "BlankPiece":
        """All of it, or what there is room for."""
        self.is_done = True
        return BlankPiece(0.0 if is_fresh and not self._is_fixed else min(self.whole, max(room, 0.0)))


@dataclass(frozen=True, slots=True)
class BlankPiece:
    """Nothing on a page."""

    height: float
    places: Sequence[Place] = ()

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Nothing is drawn of it."""
