"""Words as glyphs, each of which knows the characters that it is the picture of."""

import pytest
import uharfbuzz

from success_desktop.documents.pdf.fonts import face_of
from success_desktop.documents.pdf.shaping import Glyph, Word, shape
from success_desktop.domain.thai_clusters import clusters
from success_desktop.paths import resource_path
from tests.documents.pdf.text_pages import HARD_WORDS

FACES = [(False, False), (True, False), (False, True), (True, True)]


def glyphs_of(word: Word) -> list[Glyph]:
    return [glyph for letter in word.letters for glyph in letter.glyphs]


def texts_of(text: str) -> list[str]:
    return [glyph.text for glyph in glyphs_of(shape(face_of(), text))]


@pytest.mark.parametrize("look", FACES)
@pytest.mark.parametrize("text", [*HARD_WORDS, "Café", "naïve–", "ก\u00a0ข", "ปฏิญญาณฺ", "นํ้า", "เเผน", "่"])
def test_the_texts_of_the_glyphs_joined_are_the_word(look, text):
    word = shape(face_of(*look), text)

    assert "".join(glyph.text for glyph in glyphs_of(word)) == text
    assert word.advance == sum(glyph.advance for glyph in glyphs_of(word))


@pytest.mark.parametrize("text", HARD_WORDS)
def test_the_letters_are_those_of_the_reader(text):
    word = shape(face_of(), text)

    assert ["".join(glyph.text for glyph in letter.glyphs) for letter in word.letters] == clusters(text)
    assert word.letter_count == len(clusters(text))


@pytest.mark.parametrize("look", FACES)
def test_every_glyph_of_hard_words_is_one_that_the_face_has(look):
    for text in HARD_WORDS:
        assert all(glyph.id > 0 for glyph in glyphs_of(shape(face_of(*look), text)))


def test_sara_am_without_a_tone_mark_is_one_glyph_again():
    face = face_of()
    whole = glyphs_of(shape(face, "กำ"))[-1]

    assert texts_of("กำ") == ["ก", "ำ"]
    assert (whole.id, whole.right, whole.up) == (face.glyph_of("ำ"), 0, 0)


def test_sara_am_with_a_tone_mark_shows_the_ring_with_the_mark():
    face = face_of()
    glyphs = glyphs_of(shape(face, "น้ำ"))

    assert [glyph.text for glyph in glyphs] == ["น", "้", "ำ"]
    assert glyphs[1].id != face.glyph_of("้")
    assert glyphs[2].id == face.glyph_of("า")


def test_marks_take_other_forms_over_tall_letters_and_below_feet():
    face = face_of()
    mark = glyphs_of(shape(face, "ป่"))[1]
    foot = glyphs_of(shape(face, "ญุ"))[0]

    assert mark.id != face.glyph_of("่")
    assert foot.id != face.glyph_of("ญ")
    assert foot.text == "ญ"


def test_the_long_sign_takes_the_foot_of_the_letter_before_it():
    face = face_of()
    (letter,) = shape(face, "ฤๅ").letters

    assert "".join(glyph.text for glyph in letter.glyphs) == "ฤๅ"
    assert letter.advance != shape(face, "ฤ").advance + shape(face, "ๅ").advance


def test_one_glyph_may_stand_for_a_letter_and_its_accent():
    (letter,) = shape(face_of(), "e\u0301").letters

    assert [glyph.text for glyph in letter.glyphs] == ["e\u0301"]
    assert letter.glyphs[0].id == face_of().glyph_of("é")


def test_shaping_letter_by_letter_shows_what_shaping_the_whole_word_does():
    """HarfBuzz alone, on every tenth word of the dictionary, must give the same glyphs in the same places."""
    face = face_of()
    lines = resource_path("dictionaries", "thai_words.txt").read_text(encoding="utf-8").split()
    for text in lines[::10]:
        glyphs = [(glyph.id, glyph.advance, glyph.right, glyph.up) for glyph in glyphs_of(shape(face, text))]
        assert glyphs in ([], drop_rings(shape_whole(text)))


def shape_whole(text: str) -> list[tuple[int, int, int, int]]:
    """The glyphs of a word as HarfBuzz gives them, in thousandths of the size, as Sarabun has them."""
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    uharfbuzz.shape(face_of().shaper, buffer, {"kern": False})
    return [
        (info.codepoint, at.x_advance, at.x_offset, at.y_offset)
        for info, at in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
    ]


def drop_rings(glyphs: list[tuple[int, int, int, int]]) -> list[tuple[int, int, int, int]]:
    """The glyphs with every ring and the sara aa behind it made one sara am again."""
    ring, foot, whole = (face_of().glyph_of(letter) for letter in "\u0e4dาำ")
    kept: list[tuple[int, int, int, int]] = []
    for glyph in glyphs:
        if kept and kept[-1][0] == ring and glyph[0] == foot:
            kept[-1] = (whole, glyph[1], 0, 0)
        else:
            kept.append(glyph)
    return kept


def test_a_mark_without_width_does_not_move_the_pen():
    base, vowel, tone = glyphs_of(shape(face_of(), "ที่"))

    assert base.advance == base.width > 0
    assert (vowel.advance, tone.advance) == (0, 0)
    assert tone.right < 0


def test_ascii_needs_no_shaping():
    face = face_of()
    word = shape(face, "AV 1,000")

    assert word.letters == ()
    assert word.letter_count == 1
    assert word.advance == sum(face.ascii_widths[letter] for letter in "AV 1,000")


@pytest.mark.parametrize(
    ("text", "count"), [("น้ำ  ", 2), ("9 ", 1), ("  ", 2), ("น้ำ", 0), ("", 0), ("ก\u00a0", 0)]
)
def test_the_blanks_behind_a_word_are_counted(text, count):
    face = face_of()
    word = shape(face, text)

    assert word.blank_count == count
    assert word.blank == count * face.ascii_widths[" "]


def test_blanks_are_no_letters_of_a_word():
    assert shape(face_of(), "น้ำ  ").letter_count == 1


def test_a_word_is_shaped_once_in_each_face():
    assert shape(face_of(), "ก่อสร้าง") is shape(face_of(), "ก่อสร้าง")
    assert shape(face_of(), "ก่อสร้าง") is not shape(face_of(is_bold=True), "ก่อสร้าง")


def test_equal_letters_of_different_words_are_one_object():
    assert shape(face_of(), "น้ำกี่").letters[1] is shape(face_of(), "กี่ปี").letters[0]


def test_a_word_can_stand_for_another_text_without_changing_for_others():
    face = face_of()
    word = shape(face, "[U+1F600]")
    other = word.standing_for("😀")

    assert (other.text, other.source, other.advance) == ("[U+1F600]", "😀", word.advance)
    assert word.source == "[U+1F600]"
