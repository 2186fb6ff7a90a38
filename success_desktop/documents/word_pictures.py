"""Pictures in a Word document: parts of its package, and the drawings that show them."""

from collections.abc import Iterator
from io import BytesIO
from itertools import count

from docx.document import Document

from success_desktop.documents.outline_blocks import Outline, Phrases, Picture
from success_desktop.documents.word_xml import escape

_EMU_PER_MM = 36_000
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_SIZE_AT = 16
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"


def png_height_mm(png: bytes, width_mm: float) -> float:
    """How high a picture is when it is so many millimetres wide. Raises ValueError for bytes that are no PNG."""
    if not png.startswith(_SIGNATURE) or len(png) < _SIZE_AT + 8:
        raise ValueError("a picture must be a PNG")
    width, height = (int.from_bytes(png[at : at + 4]) for at in (_SIZE_AT, _SIZE_AT + 4))
    return width_mm * height / width


def draw_pictures(document: Document, outline: Outline) -> Iterator[str]:
    """Take the pictures of an outline's sections into `document`; their drawings, as runs, in the order of the blocks."""
    numbers = count(1)
    pictures = [
        block for section in outline.sections for block in section.blocks if isinstance(block, Picture)
    ]
    names = [document.part.get_or_add_image(BytesIO(picture.png))[0] for picture in pictures]
    for picture, name in zip(pictures, names, strict=True):
        yield write_drawing(name, next(numbers), picture)


def write_drawing(name: str, number: int, picture: Picture) -> str:
    """A run that shows a picture, `name` being its relationship; `number` is unique among the drawings of a part."""
    across = round(picture.width_mm * _EMU_PER_MM)
    down = round(png_height_mm(picture.png, picture.width_mm) * _EMU_PER_MM)
    alt = escape(_read_alt(picture.alt))
    size = f'cx="{across}" cy="{down}"'
    return (
        "<w:r><w:drawing>"
        f'<wp:inline xmlns:wp="{_DRAWING}/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent {size}/><wp:docPr id="{number}" name="Picture {number}" descr="{alt}"/>'
        f'<a:graphic xmlns:a="{_DRAWING}/main"><a:graphicData uri="{_DRAWING}/picture">'
        f'<pic:pic xmlns:pic="{_DRAWING}/picture">'
        f'<pic:nvPicPr><pic:cNvPr id="{number}" name="Picture {number}" descr="{alt}"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip xmlns:r="{_OFFICE}/relationships" r:embed="{name}"/>'
        "<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def _read_alt(alt: Phrases) -> str:
    return " / ".join(" ".join(phrase.text.split()) for phrase in alt)
