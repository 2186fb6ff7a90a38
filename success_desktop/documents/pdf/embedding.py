"""A face inside a PDF file: every glyph has a code for each text that it stands for, so that copied text is true.

The font is a composite one (Type 0): two-byte codes, of which several may lead to one glyph. It leans on the inside of
reportlab: the document's table of fonts, the list of fonts that are written on saving, its classes of objects.
"""

import hashlib
from types import SimpleNamespace
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFStream, PDFString, PDFZCompress

from success_desktop.documents.pdf.fonts import Face

_FONTS = "BasicFonts"
_SYMBOLIC, _ITALIC = 4, 64
"""Flags of a font descriptor: its letters are not those of a standard set; they slant."""
_LIST_LENGTH = 100
"""The most entries that a list of a character map may have (PDF 32000-1, 9.10.3, after the specification of CMaps)."""

_CMAP_HEAD = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
"""
_CMAP_FOOT = """endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""


class EmbeddedFace:
    """One face in one document of reportlab, under a `name` among its fonts; written when the document is saved."""

    def __init__(self, face: Face, document: Any, name: str) -> None:
        self.face = face
        self.name = name
        self._codes: dict[tuple[int, str, int], str] = {}
        self._ascii_codes = _AsciiCodes(self)
        document.delayedFonts.append(SimpleNamespace(addObjects=self._add_objects))

    def code_of(self, glyph_id: int, text: str, width: int) -> str:
        """The code, as four hexadecimal digits, of a glyph that stands for `text`; `width` in thousandths of the size."""
        key = glyph_id, text, width
        code = self._codes.get(key)
        if code is None:
            code = self._codes[key] = f"{len(self._codes) + 1:04X}"
        return code

    def encode_ascii(self, text: str) -> str:
        """The codes of ASCII characters, each of which stands for itself."""
        return text.translate(self._ascii_codes)

    @property
    def joint(self) -> str:
        """The code of nothing: neither ink nor width nor text.

        It ends a word whose last mark stands left of the word's end, where pdfium would take the rest for a blank.
        """
        return self.code_of(self.face.glyph_of(" "), "", 0)

    def _add_objects(self, document: Any) -> None:
        """Write the font into the document, when reportlab saves it."""
        glyph_ids = [glyph_id for glyph_id, _text, _width in self._codes]
        widths = [width for _glyph_id, _text, width in self._codes]
        base = PDFName(self._base_name(glyph_ids))
        descendant = PDFDictionary(
            {
                "Type": PDFName("Font"),
                "Subtype": PDFName("CIDFontType2"),
                "BaseFont": base,
                "CIDSystemInfo": PDFDictionary(
                    {"Registry": PDFString("Adobe"), "Ordering": PDFString("Identity"), "Supplement": 0}
                ),
                "FontDescriptor": document.Reference(self._describe(document, base, glyph_ids)),
                "W": PDFArray([1, PDFArray(widths)]),
                "DW": 0,
                "CIDToGIDMap": document.Reference(
                    _make_stream(b"".join(glyph_id.to_bytes(2, "big") for glyph_id in (0, *glyph_ids)))
                ),
            }
        )
        document.idToObject[_FONTS].dict[self.name] = document.Reference(
            PDFDictionary(
                {
                    "Type": PDFName("Font"),
                    "Subtype": PDFName("Type0"),
                    "BaseFont": base,
                    "Encoding": PDFName("Identity-H"),
                    "DescendantFonts": PDFArray([document.Reference(descendant)]),
                    "ToUnicode": document.Reference(_make_stream(self._write_map().encode("ascii"))),
                }
            )
        )

    def _base_name(self, glyph_ids: list[int]) -> str:
        """The name of the face, with the six letters in front that tell one subset from another."""
        digest = hashlib.sha256(repr(sorted(glyph_ids)).encode()).digest()
        return "".join(chr(ord("A") + byte % 26) for byte in digest[:6]) + f"+Sarabun-{self.face.name}"

    def _describe(self, document: Any, base: PDFName, glyph_ids: list[int]) -> PDFDictionary:
        metrics = self.face.metrics
        program = _make_stream(self.face.subset(glyph_ids))
        program.dictionary["Length1"] = len(program.content)
        return PDFDictionary(
            {
                "Type": PDFName("FontDescriptor"),
                "FontName": base,
                "Flags": _SYMBOLIC + (_ITALIC if metrics.italic_angle else 0),
                "FontBBox": PDFArray(list(metrics.box)),
                "ItalicAngle": metrics.italic_angle,
                "Ascent": metrics.ascent,
                "Descent": metrics.descent,
                "CapHeight": metrics.cap_height,
                "StemV": metrics.weight // 5,
                "FontFile2": document.Reference(program),
            }
        )

    def _write_map(self) -> str:
        """What each code stands for, as a character map; a glyph that shows no character of its own stands for nothing."""
        entries = [
            f"<{code}> <{text.encode('utf-16-be', 'replace').hex().upper()}>"
            for (_glyph_id, text, _width), code in self._codes.items()
        ]
        lists = []
        for start in range(0, len(entries), _LIST_LENGTH):
            part = entries[start : start + _LIST_LENGTH]
            lists.append("\n".join((f"{len(part)} beginbfchar", *part, "endbfchar\n")))
        return _CMAP_HEAD + "".join(lists) + _CMAP_FOOT


class _AsciiCodes(dict[int, str]):
    """The codes of ASCII characters in one embedded face, by the character's number: what `str.translate` asks for."""

    def __init__(self, embedded: EmbeddedFace) -> None:
        super().__init__()
        self._embedded = embedded

    def __missing__(self, number: int) -> str:
        character = chr(number)
        face = self._embedded.face
        code = self._embedded.code_of(face.glyph_of(character), character, face.ascii_widths[character])
        self[number] = code
        return code


def _make_stream(content: bytes) -> Any:
    return PDFStream(content=content, filters=[PDFZCompress])
