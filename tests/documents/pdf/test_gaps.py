"""Characters that no face can show are named."""

import pytest

from success_desktop.documents.pdf.fonts import face_of
from success_desktop.documents.pdf.gaps import clean, name_code, name_gap, part_gaps


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("😀", "[U+1F600 grinning face]"),
        ("😀😀", "[U+1F600 grinning face … ×2]"),
        ("ກ", "[U+0E81 lao]"),
        ("ລາວ", "[U+0EA5 lao … ×3]"),
        ("北京市", "[U+5317 cjk … ×3]"),
        ("👨\u200d👩", "[U+1F468 man … ×2]"),
        ("\u200b\u200d", ""),
        ("\ue000", "[U+E000]"),
        ("\U000f0000", "[U+F0000]"),
    ],
)
def test_a_gap_names_its_first_character_and_how_many_there_are(text, name):
    assert name_gap(text) == name


def test_every_name_of_a_gap_can_be_shown():
    for code in range(0x2000, 0x3000):
        assert face_of().missing.search(name_gap(chr(code))) is None


def test_the_code_of_a_gap_is_that_of_its_first_visible_character():
    assert name_code("\ufeff😀") == "U+1F600"
    assert name_code("\ufeff") == ""


def test_a_text_is_parted_into_what_can_be_shown_and_what_cannot():
    parts = part_gaps("ดู 👨\u200d👩 และ\u200bລາວ", face_of().missing)

    assert list(parts) == [("ดู ", False), ("👨\u200d👩", True), (" และ", False), ("\u200bລາວ", True)]


@pytest.mark.parametrize("text", ["", "ก่อสร้าง", "😀", "a😀\u200bb", "\n"])
def test_the_parts_joined_are_the_text(text):
    assert "".join(part for part, _is_gap in part_gaps(text, face_of().missing)) == text


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("a\tb\u3000c\u2009d", "a b c d"),
        ("10\u202fkm", "10\u00a0km"),
        ("cafe\u0301", "café"),
        ("น้ำ", "น้ำ"),
        ("ก่ิ ปุ่ ปุ่", "ก่ิ ปุ่ ปุ่"),
        ("one\ntwo", "one\ntwo"),
    ],
)
def test_text_is_drawn_with_the_blanks_and_letters_that_faces_have(text, drawn):
    assert clean(text) == drawn
