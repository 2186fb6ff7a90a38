"""A picture on its way down the pages."""

import io
from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.lib.utils import ImageReader

from success_desktop.documents.outline_blocks import Picture
from success_desktop.documents.pdf.boxes import Place
from success_desktop.documents.pdf.measures import MM
from success_desktop.documents.pdf.pen import Pen
from success_desktop.documents.word_pictures import png_height_mm

_AFTER = 6.0


class PictureBox:
    """A picture in the middle of the lines. One that is too large for a page is made smaller."""

    is_kept = False

    def __init__(self, picture: Picture, width: float) -> None:
        self._picture = picture
        self._room = width
        self._width = min(picture.width_mm * MM, width)
        self._ratio = png_height_mm(picture.png, 1.0)
        self.is_done = False

    @property
    def least(self) -> float:
        """All of it."""
        return self._width * self._ratio

    def take(self, room: float, *, is_fresh: bool) -> "_PicturePiece | None":
        """All of it, if there is room."""
        height = self.least
        if height > room:
            if not is_fresh:
                return None
            height = room
        self.is_done = True
        left = (self._room - height / self._ratio) / 2
        after = min(_AFTER, max(room - height, 0.0))
        return _PicturePiece(self._picture, left, height / self._ratio, height, after)


@dataclass(frozen=True, slots=True)
class _PicturePiece:
    """The picture, so wide and high, `left` points inside the lines and with a blank `after` it."""

    picture: Picture
    left: float
    width: float
    drawn_height: float
    after: float
    places: Sequence[Place] = ()

    @property
    def height(self) -> float:
        """Of the picture and the blank."""
        return self.drawn_height + self.after

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw the picture; what it shows is said in its tag."""
        left, bottom = x + self.left, top - self.drawn_height
        edges = f"{left:.2f} {bottom:.2f} {left + self.width:.2f} {top:.2f}"
        figure = pen.tags.element("Figure", attributes=f"/O /Layout /BBox [{edges}]")
        figure.alternative = " / ".join(" ".join(alt.text.split()) for alt in self.picture.alt)
        pen.tags.begin(figure)
        pen.canvas.drawImage(
            ImageReader(io.BytesIO(self.picture.png)),
            left,
            bottom,
            self.width,
            self.drawn_height,
            mask="auto",
        )
        pen.tags.end()
