"""Faces inside of files, as another library reads them."""

import io
import re
from pathlib import Path

import pikepdf
import pytest
from fontTools.ttLib import TTFont

from success_desktop.documents.pdf.fonts import face_of
from success_desktop.documents.pdf.text import Run, break_lines
from tests.documents.pdf.text_pages import HARD_WORDS, TextFile


@pytest.fixture
def path(tmp_path) -> Path:
    file = TextFile(tmp_path / "words.pdf")
    file.draw(break_lines([Run(" ".join(HARD_WORDS)), Run(" Bold น้ำ 123", is_bold=True)], 12, 400))
    return file.save()


@pytest.fixture
def fonts(path):
    with pikepdf.open(path) as pdf:
        yield {str(name): font for name, font in pdf.pages[0].Resources.Font.items() if name != "/F1"}


def unicode_of(font: pikepdf.Object) -> dict[int, str]:
    """What each code of a font stands for, by its character map."""
    entries = re.findall(rb"<([0-9A-F]{4})> <([0-9A-F]*)>\n(?!endcode)", font.ToUnicode.read_bytes())
    return {int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be") for code, text in entries}


def test_each_face_in_use_is_one_composite_font(fonts):
    assert set(fonts) == {"/T0", "/T1"}
    for font, name in zip(fonts.values(), ("Regular", "Bold"), strict=True):
        (descendant,) = font.DescendantFonts
        assert (font.Subtype, font.Encoding) == ("/Type0", "/Identity-H")
        assert descendant.Subtype == "/CIDFontType2"
        assert re.fullmatch(f"/[A-Z]{{6}}\\+Sarabun-{name}", str(font.BaseFont))
        assert font.BaseFont == descendant.BaseFont == descendant.FontDescriptor.FontName


def test_every_code_leads_to_a_glyph_a_width_and_a_text(fonts):
    for font in fonts.values():
        (descendant,) = font.DescendantFonts
        glyph_ids = descendant.CIDToGIDMap.read_bytes()
        (first, widths) = descendant.W
        texts = unicode_of(font)
        assert int(first) == 1
        assert len(glyph_ids) // 2 == len(widths) + 1
        assert set(texts) == set(range(1, len(widths) + 1))


def test_codes_lead_to_the_glyphs_that_show_their_text(fonts):
    (descendant,) = fonts["/T0"].DescendantFonts
    glyph_ids = descendant.CIDToGIDMap.read_bytes()
    texts = unicode_of(fonts["/T0"])
    shown = {
        text: int.from_bytes(glyph_ids[2 * code : 2 * code + 2], "big")
        for code, text in texts.items()
        if text in ("ก", "ศ", "เ")
    }
    assert shown == {letter: face_of().glyph_of(letter) for letter in "กศเ"}


def test_a_text_may_have_several_glyphs_and_a_glyph_several_texts(fonts):
    texts = list(unicode_of(fonts["/T0"]).values())

    assert texts.count("่") > 1
    assert texts.count("") == 1
    assert "ำ" in texts


def test_the_font_program_holds_the_glyphs_and_little_more(fonts):
    (descendant,) = fonts["/T0"].DescendantFonts
    stream = descendant.FontDescriptor.FontFile2
    data = stream.read_bytes()
    program = TTFont(io.BytesIO(data))
    glyph_ids = descendant.CIDToGIDMap.read_bytes()
    names = program.getGlyphOrder()

    assert int(stream.Length1) == len(data) < 25_000
    for start in range(2, len(glyph_ids), 2):
        name = names[int.from_bytes(glyph_ids[start : start + 2], "big")]
        assert name == "space" or program["glyf"][name].numberOfContours


def test_the_face_is_described_with_its_own_measures(fonts):
    for font, face in zip(fonts.values(), (face_of(), face_of(is_bold=True)), strict=True):
        described = font.DescendantFonts[0].FontDescriptor
        assert (int(described.Ascent), int(described.Descent)) == (face.metrics.ascent, face.metrics.descent)
        assert int(described.CapHeight) == face.metrics.cap_height
        assert tuple(int(edge) for edge in described.FontBBox) == face.metrics.box
        assert (int(described.Flags), int(described.ItalicAngle)) == (4, 0)
        assert int(described.StemV) == face.metrics.weight // 5


def test_a_slanted_face_says_so(tmp_path):
    file = TextFile(tmp_path / "slanted.pdf")
    file.draw(break_lines([Run("ถนน", is_italic=True)], 12, 400))
    with pikepdf.open(file.save()) as pdf:
        described = pdf.pages[0].Resources.Font.T0.DescendantFonts[0].FontDescriptor
        assert int(described.Flags) == 4 + 64
        assert int(described.ItalicAngle) == face_of(is_italic=True).metrics.italic_angle


def test_long_character_maps_are_written_in_lists_of_a_hundred(tmp_path):
    file = TextFile(tmp_path / "letters.pdf")
    file.draw(break_lines([Run("".join(map(chr, range(0x21, 0x7F))) + "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏ")], 12, 400))
    with pikepdf.open(file.save()) as pdf:
        font = pdf.pages[0].Resources.Font.T0
        assert re.findall(rb"(\d+) beginbfchar", font.ToUnicode.read_bytes()) == [b"100", b"10"]
        assert sorted(unicode_of(font).values())[0] == "!"


def test_the_same_text_makes_the_same_bytes(tmp_path, path):
    file = TextFile(tmp_path / "again.pdf")
    file.draw(break_lines([Run(" ".join(HARD_WORDS)), Run(" Bold น้ำ 123", is_bold=True)], 12, 400))

    assert file.save().read_bytes() == path.read_bytes()
