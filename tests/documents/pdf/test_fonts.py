"""The four faces: what they show, how wide it is, and what of them goes into a file."""

import io

import pytest
from fontTools.ttLib import TTFont

from success_desktop.documents.pdf.fonts import Face, face_of
from success_desktop.paths import resource_path

NAMES = {
    (False, False): "Regular",
    (True, False): "Bold",
    (False, True): "Italic",
    (True, True): "BoldItalic",
}


@pytest.fixture(params=NAMES)
def face(request) -> Face:
    return face_of(*request.param)


def test_each_look_has_a_face_of_its_own_that_is_read_once():
    assert {face_of(*look).name for look in NAMES} == set(NAMES.values())
    assert all(face_of(*look).name == name for look, name in NAMES.items())
    assert face_of(is_bold=True) is face_of(True, False)


def test_all_faces_show_the_same_characters():
    assert len({face_of(*look).missing.pattern for look in NAMES}) == 1


@pytest.mark.parametrize(
    "text", ["ก่อสร้าง ๑๒๓ ฿ ๏ ๛", "Plan & budget – “2025” 50 % × ½", "a\u00a0b", "■ → ≤ ≥ • …", "one\ntwo"]
)
def test_a_face_shows_what_offices_write(face, text):
    assert face.missing.search(text) is None


@pytest.mark.parametrize("text", ["😀", "ລາວ", "北京", "☐", "\u200b", "\t", "\u00ad", "\ufeff", "\x07"])
def test_a_face_tells_what_it_cannot_show(face, text):
    assert face.missing.match(text) is not None


def test_widths_are_those_in_the_file_in_thousandths(face):
    file = TTFont(resource_path("fonts", f"Sarabun-{face.name}.ttf"))
    letters = file.getBestCmap()
    scale = 1000 / file["head"].unitsPerEm
    for letter in "A9%~ ":
        assert face.ascii_widths[letter] == round(file["hmtx"][letters[ord(letter)]][0] * scale)
    thai = face.glyph_of("ญ")
    assert face.width_of_glyph(thai) == round(file["hmtx"][letters[ord("ญ")]][0] * scale)
    assert len(face.ascii_widths) == 95


def test_a_character_that_is_missing_has_no_glyph(face):
    assert face.glyph_of("😀") == 0
    assert face.glyph_of("ก") > 0


def test_measures_of_the_face_are_those_in_its_file(face):
    file = TTFont(resource_path("fonts", f"Sarabun-{face.name}.ttf"))
    metrics = face.metrics
    head, extents = file["head"], file["hhea"]
    assert (metrics.ascent, metrics.descent) == (extents.ascent, extents.descent)
    assert metrics.box == (head.xMin, head.yMin, head.xMax, head.yMax)
    assert metrics.italic_angle == round(file["post"].italicAngle)
    assert metrics.weight == file["OS/2"].usWeightClass
    assert metrics.cap_height == pytest.approx(file["OS/2"].sCapHeight, abs=10)
    assert metrics.descent < 0 < metrics.cap_height < metrics.ascent


def test_only_slanted_faces_have_an_angle():
    assert face_of().metrics.italic_angle == face_of(is_bold=True).metrics.italic_angle == 0
    assert face_of(is_italic=True).metrics.italic_angle < 0


def test_a_subset_holds_the_wanted_glyphs_under_their_own_ids(face):
    wanted = {face.glyph_of(letter) for letter in "กข9"}
    whole = TTFont(resource_path("fonts", f"Sarabun-{face.name}.ttf"))

    data = face.subset(wanted)

    part = TTFont(io.BytesIO(data))
    drawn = {
        number for number, name in enumerate(part.getGlyphOrder()) if part["glyf"][name].numberOfContours
    }
    assert wanted <= drawn <= wanted | {0}
    for number in wanted:
        before, after = (
            font["glyf"][font.getGlyphOrder()[number]].getCoordinates(font["glyf"])[0]
            for font in (whole, part)
        )
        assert list(before) == list(after)
    assert len(data) < 12_000
    assert "GSUB" not in part
