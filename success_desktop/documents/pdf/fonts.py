"""The four faces of Sarabun that PDF files are set in, and which characters they can show."""

import functools
import re
import struct
from collections.abc import Iterable
from typing import Literal, NamedTuple

import uharfbuzz

from success_desktop.documents.pdf.gaps import INVISIBLE
from success_desktop.paths import resource_path

FaceName = Literal["Regular", "Bold", "Italic", "BoldItalic"]
EM = 1000
"""Units in which PDF measures glyphs: thousandths of the font's size."""

_NAMES: tuple[FaceName, ...] = ("Regular", "Bold", "Italic", "BoldItalic")


class FaceMetrics(NamedTuple):
    """What a PDF file says of a face, in thousandths of its size; `box` is left, bottom, right, top of all its glyphs."""

    ascent: int
    descent: int
    cap_height: int
    box: tuple[int, int, int, int]
    italic_angle: int
    weight: int


class Face:
    """One face, as HarfBuzz reads it. Made once by `face_of`, and compared by identity."""

    def __init__(self, name: FaceName) -> None:
        self.name = name
        self._face = uharfbuzz.Face(resource_path("fonts", f"Sarabun-{name}.ttf").read_bytes())
        self.shaper = uharfbuzz.Font(self._face)
        self._scale: float = EM / self._face.upem
        shown = "".join(map(chr, sorted(self._face.unicodes)))
        self.missing = re.compile(f"[^\n{re.escape(INVISIBLE.sub('', shown))}]")
        """Matches a character that the face cannot show."""

    def scale(self, units: int) -> int:
        """A length in the font's own units as thousandths of its size."""
        return round(units * self._scale)

    def width_of_glyph(self, glyph_id: int) -> int:
        """The advance of a glyph by itself, in thousandths of the size."""
        return self.scale(self.shaper.get_glyph_h_advance(glyph_id))

    def glyph_of(self, character: str) -> int:
        """The glyph that shows `character` when it stands alone; 0 when there is none."""
        glyph_id: int | None = self.shaper.get_nominal_glyph(ord(character))
        return glyph_id or 0

    @functools.cached_property
    def ascii_widths(self) -> dict[str, int]:
        """The advance of every printable ASCII character, in thousandths of the size."""
        letters = map(chr, range(0x20, 0x7F))
        return {letter: self.width_of_glyph(self.glyph_of(letter)) for letter in letters}

    @functools.cached_property
    def metrics(self) -> FaceMetrics:
        """The measures of the whole face."""
        extents = self.shaper.get_font_extents("ltr")
        box = struct.unpack_from(">4h", self._face.reference_table("head").data, 36)
        left, bottom, right, top = map(self.scale, box)
        (angle,) = struct.unpack_from(">i", self._face.reference_table("post").data, 4)
        (weight,) = struct.unpack_from(">H", self._face.reference_table("OS/2").data, 4)
        ascent, descent = self.scale(extents.ascender), self.scale(extents.descender)
        cap_height = self.shaper.get_glyph_extents(self.glyph_of("H")).y_bearing
        return FaceMetrics(
            ascent, descent, self.scale(cap_height), (left, bottom, right, top), round(angle / 65536), weight
        )

    def subset(self, glyph_ids: Iterable[int]) -> bytes:
        """The face as a font file that holds no more than these glyphs, under the ids that they have here."""
        wanted = uharfbuzz.SubsetInput()
        wanted.sets(uharfbuzz.SubsetInputSets.GLYPH_INDEX).update(glyph_ids)
        wanted.flags = uharfbuzz.SubsetFlags.RETAIN_GIDS | uharfbuzz.SubsetFlags.NO_HINTING
        wanted.sets(uharfbuzz.SubsetInputSets.DROP_TABLE_TAG).update(
            map(_tag_number, ("GSUB", "GPOS", "GDEF"))
        )
        data: bytes = uharfbuzz.subset(self._face, wanted).blob.data
        return data


def face_of(is_bold: bool = False, is_italic: bool = False) -> Face:
    """The face of letters that are bold, italic, both or neither."""
    return _read_face(_NAMES[is_bold + 2 * is_italic])


@functools.cache
def _read_face(name: FaceName) -> Face:
    return Face(name)


def _tag_number(tag: str) -> int:
    return int.from_bytes(tag.encode("ascii"), "big")
