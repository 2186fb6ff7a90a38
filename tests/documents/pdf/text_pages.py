"""Pages of nothing but text, drawn by the text layer as the program draws it, and read as others read them."""

from collections.abc import Iterable
from pathlib import Path

import pypdfium2
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from success_desktop.documents.pdf.text import Align, Line, TextLayer
from tests.documents.pdf.pdf_reading import read_with_poppler

HARD_WORDS = (
    *("ที่", "ปี้", "กำลัง", "ฎุ", "ญุ", "ป่ำ", "ฟื้", "น้ำ", "ผู้"),
    *("ปี่", "ฝั่ง", "ก็", "ฐู", "เก๊ะ", "จ๋ำ", "ศรี", "หญิงฏู"),
)
"""Words whose marks move over tall letters, lose their foot, join, or are read in another order than they stand."""
PAGE = (700, 842)
_TOP, _FOOT, LEFT = 800, 40, 60


class TextFile:
    """A PDF file in the making: lines one below the other, page after page."""

    def __init__(self, path: Path, width: float = 560) -> None:
        self.path = path
        self.canvas = Canvas(str(path), pagesize=PAGE, invariant=1, pageCompression=0)
        self.layer = TextLayer(self.canvas)
        self.pages: list[list[str]] = [[]]
        """What was drawn on each page, line by line."""
        self._width = width
        self._y = float(_TOP)

    def draw(self, lines: Iterable[Line], align: Align = "left") -> None:
        """Draw lines below those that are there."""
        for line in lines:
            if self._y < _FOOT:
                self.canvas.showPage()
                self.pages.append([])
                self._y = _TOP
            self.layer.draw_line(line, LEFT, self._y, self._width, align)
            self._y -= line.size * 2
            self.pages[-1].append(line.text.strip())

    def save(self) -> Path:
        """Write the file."""
        self.canvas.save()
        return self.path


def read_lines_with_pdfium(path: Path) -> list[list[str]]:
    """The lines of each page as pdfium gives them."""
    with pypdfium2.PdfDocument(path) as pdf:
        texts = [page.get_textpage().get_text_range() for page in pdf]
    return [[line.strip() for line in text.split("\r\n")] for text in texts]


def read_lines_with_poppler(path: Path) -> list[list[str]]:
    """The lines of each page as poppler gives them."""
    return [[line.strip() for line in text.strip("\n").split("\n")] for text in read_with_poppler(path)]


def take_pictures(path: Path, scale: float) -> list[Image.Image]:
    """Each page as a grey picture with `scale` dots a point."""
    with pypdfium2.PdfDocument(path) as pdf:
        return [page.render(scale=scale, grayscale=True).to_pil() for page in pdf]
