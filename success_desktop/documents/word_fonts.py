"""The font of a document: how large it is set, and how the program's own font travels inside the file."""

import uuid
from collections.abc import Mapping

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import nsdecls, qn

from success_desktop.documents.word_package import PartKind, attach_part
from success_desktop.documents.word_xml import escape
from success_desktop.paths import resource_path

DEFAULT_FONT = "TH SarabunPSK"
EMBEDDED_FONT = "Sarabun"
FONTS_DRAWING_THAI_DIGITS = frozenset(("TH SarabunIT๙", "TH SarabunIT9"))
"""Fonts whose Arabic digits look Thai already: a document set in one converts no digits."""

_SCALES: Mapping[str, float] = {EMBEDDED_FONT: 0.66}
_LEADINGS: Mapping[str, float] = {EMBEDDED_FONT: 1.45}
_OWN_HEIGHT = 1.3
"""The height of a line of the program's own font as a share of its size."""
_ALTERNATIVES: Mapping[str, str] = {
    "TH SarabunPSK": "TH Sarabun New",
    "TH Sarabun New": "TH SarabunPSK",
    "TH SarabunIT๙": "TH SarabunPSK",
}
_FACES = (
    ("w:embedRegular", "Sarabun-Regular.ttf"),
    ("w:embedBold", "Sarabun-Bold.ttf"),
    ("w:embedItalic", "Sarabun-Italic.ttf"),
    ("w:embedBoldItalic", "Sarabun-BoldItalic.ttf"),
)
_FONT_TABLE = PartKind("/word/fontTable.xml", CT.WML_FONT_TABLE, RT.FONT_TABLE)
_FACE_TYPE = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
_KEY_SPACE = uuid.UUID("6d0f4f43-8f0a-5a39-9a36-0f6f6e1f6f4e")
_OBFUSCATED_BYTES = 32


def font_size(font: str, points: float) -> int:
    """The size, in half-points, at which `font` looks as large as TH Sarabun at `points`."""
    return round(points * 2 * _SCALES.get(font, 1.0))


def line_spacing(font: str) -> int:
    """The distance of lines, in 240ths of the font's own, at which `font` looks as TH Sarabun does in single spacing."""
    return round(240 * _LEADINGS.get(font, 1.0))


def line_height(points: float) -> float:
    """The points from line to line where TH Sarabun would be set at `points`: measured on the program's own font."""
    return font_size(EMBEDDED_FONT, points) / 2 * _OWN_HEIGHT * _LEADINGS[EMBEDDED_FONT]


def attach_font_table(document: Document, font: str, *, has_embedded_font: bool) -> None:
    """List the font of `document` and the one to use where it is not installed; the program's own may come along."""
    alternative = _ALTERNATIVES.get(font, "")
    alt_name = f'<w:altName w:val="{alternative}"/>' if alternative else ""
    table = attach_part(
        document,
        _FONT_TABLE,
        f'<w:fonts {nsdecls("w")}><w:font w:name="{escape(font)}">{alt_name}<w:charset w:val="DE"/>'
        '<w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font></w:fonts>',
    )
    for number, (element, name) in enumerate(_FACES if has_embedded_font else (), start=1):
        key = uuid.uuid5(_KEY_SPACE, name)
        data = _obfuscate(resource_path("fonts", name).read_bytes(), key)
        face = Part(PackURI(f"/word/fonts/font{number}.odttf"), _FACE_TYPE, data, document.part.package)
        named = {qn("r:id"): table.relate_to(face, RT.FONT), qn("w:fontKey"): f"{{{key}}}".upper()}
        table.element[0].append(OxmlElement(element, named))


def _obfuscate(data: bytes, key: uuid.UUID) -> bytes:
    """Mix the first 32 bytes with the key, last byte first (ECMA-376 part 4, font embedding)."""
    mask = key.bytes[::-1] * 2
    head = bytes(byte ^ mixed for byte, mixed in zip(data, mask, strict=False))
    return head + data[_OBFUSCATED_BYTES:]
