"""What is printed in Thai is found, copied and read as it was written, whatever the size, the face and the reader."""

import re
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from success_desktop.documents.pdf.fonts import face_of
from success_desktop.documents.pdf.operators import WordWriter
from success_desktop.documents.pdf.shaping import Glyph, Letter, Word, shape
from success_desktop.documents.pdf.text import Run, break_lines
from success_desktop.domain.thai_words import words
from tests.documents.pdf.pdf_reading import POPPLER
from tests.documents.pdf.text_pages import (
    HARD_WORDS,
    LEFT,
    TextFile,
    read_lines_with_pdfium,
    read_lines_with_poppler,
    take_pictures,
)
from tests.documents.word_plans import sample_plan

FACES = [(False, False), (True, False), (False, True), (True, True)]
SIZES = (9, 10, 10.5, 11, 12, 14, 16, 18)
READERS = [
    pytest.param(read_lines_with_pdfium, id="pdfium"),
    pytest.param(
        read_lines_with_poppler,
        id="poppler",
        marks=pytest.mark.skipif(POPPLER is None, reason="pdftotext is not installed"),
    ),
]


@pytest.mark.parametrize("read", READERS)
@pytest.mark.parametrize(("is_bold", "is_italic"), FACES)
def test_hard_words_are_found_at_every_size(read, is_bold, is_italic, tmp_path):
    file = TextFile(tmp_path / "words.pdf")
    sentence = " ".join(HARD_WORDS)
    for size in SIZES:
        file.draw(break_lines([Run(sentence, is_bold, is_italic)], size, 640))

    (lines,) = read(file.save())

    assert lines == [sentence] * len(SIZES)


@pytest.mark.parametrize("read", READERS)
@pytest.mark.parametrize("is_bold", [False, True])
def test_hard_words_without_blanks_between_them_are_copied_as_one(read, is_bold, tmp_path):
    file = TextFile(tmp_path / "words.pdf")
    for before in HARD_WORDS:
        for after in HARD_WORDS:
            file.draw(break_lines([Run(f"{before}{after}ให้สิทธิ์", is_bold)], 10.5, 640))

    assert read(file.save()) == file.pages


@pytest.mark.parametrize("read", READERS)
@pytest.mark.parametrize("align", ["left", "justify"])
@pytest.mark.parametrize(("size", "width"), [(10.5, 450), (8, 110)])
def test_every_line_of_the_sample_plan_is_copied_as_it_was_written(read, align, size, width, tmp_path):
    file = TextFile(tmp_path / "sample.pdf", width)
    for text in sample_texts():
        file.draw(break_lines([Run(text)], size, width, 20), align)

    assert read(file.save()) == file.pages


@pytest.mark.parametrize("read", READERS)
def test_every_word_of_the_sample_plan_is_found(read, tmp_path):
    file = TextFile(tmp_path / "sample.pdf")
    for text in sample_texts():
        file.draw(break_lines([Run(text)], 10.5, 560, 70), "justify")
    wanted = {word for text in sample_texts() for word in words(text) if not word.isspace()}

    found = "".join(line for page in read(file.save()) for line in page)

    assert len(wanted) > 1000
    assert [word for word in wanted if word not in found] == []


def sample_texts() -> list[str]:
    """Every different text of the sample plan, in both languages, on one line."""
    plan = sample_plan()
    texts = {
        re.sub(r"\s+", " ", value).strip(): None
        for node in plan.nodes.values()
        for parts in node.fields.values()
        for value in parts.values()
        if isinstance(value, str)
    }
    return [text for text in texts if text and not text.endswith("-")]


UPPER, LOWER, TONES = "ัิีึื", "ุู", "่้๊๋"
SHORT, TALL = "กขจญฎฏฐทนผรฬอฮ", "ปฝฟ"
MARKS = [
    *(vowel + tone for vowel in UPPER + LOWER for tone in TONES),
    *("่", "้", "๊", "๋", "์", "็", "ิ์", "ุ์"),
]


@pytest.mark.parametrize(("is_bold", "is_italic"), FACES)
def test_the_ink_of_a_tone_mark_touches_no_vowel(is_bold, is_italic, tmp_path):
    shaped = shape_clusters(SHORT + TALL, is_bold, is_italic)

    vowels, tones = draw_layers(tmp_path / "ink.pdf", shaped, UPPER + LOWER, TONES + "์็")

    assert has_ink(vowels)
    assert has_ink(tones)
    assert shared_ink(vowels, tones) == 0


@pytest.mark.parametrize(("is_bold", "is_italic"), FACES)
def test_the_ink_of_marks_touches_no_consonant(is_bold, is_italic, tmp_path):
    shaped = shape_clusters(SHORT, is_bold, is_italic)

    consonants, marks = draw_layers(tmp_path / "ink.pdf", shaped, SHORT, UPPER + LOWER + TONES + "์็")

    assert has_ink(consonants)
    assert shared_ink(consonants, marks) == 0


@pytest.mark.parametrize(("is_bold", "is_italic"), FACES)
def test_marks_over_tall_consonants_touch_their_stem_no_more_than_the_face_was_drawn_to(
    is_bold, is_italic, tmp_path
):
    """Sarabun lets ั meet the stem of ป. A mark that had not moved left would lie across it with ten times the ink."""
    shaped = shape_clusters(TALL, is_bold, is_italic)

    consonants, marks = draw_layers(tmp_path / "ink.pdf", shaped, TALL, UPPER + LOWER + TONES + "์็")

    assert shared_ink(consonants, marks) / len(shaped) < 20


def shape_clusters(bases: str, is_bold: bool, is_italic: bool) -> list[Word]:
    """Each base with each mark."""
    return [shape(face_of(is_bold, is_italic), base + marks) for base in bases for marks in MARKS]


def draw_layers(path: Path, shaped: list[Word], *layers: str) -> list[Image.Image]:
    """For each layer a picture in which nothing of the clusters is drawn but the glyphs that stand for its letters."""
    file = TextFile(path)
    writer = WordWriter(file.canvas._doc)
    for layer in layers:
        for place, word in enumerate(shaped):
            x, y = LEFT + place % 24 * 25, 800 - place // 24 * 30
            file.canvas._code.append(f"BT 1 0 0 1 {x} {y} Tm {writer.write([only(word, layer)], 16)}ET")
        file.canvas.showPage()
    return take_pictures(file.save(), scale=6)


def only(word: Word, letters: str) -> Word:
    """The word with nothing drawn but the glyphs that stand for one of these letters; the others are as wide as before."""
    (whole,) = word.letters
    blank = word.face.glyph_of(" ")
    kept = tuple(
        glyph if glyph.text in letters else Glyph(blank, "", 0, glyph.advance, 0, 0) for glyph in whole.glyphs
    )
    return Word(word.face, word.text, word.advance, (Letter(kept),))


def has_ink(picture: Image.Image) -> bool:
    """Whether anything was drawn."""
    return shared_ink(picture, picture) > 1000


def shared_ink(one: Image.Image, other: Image.Image) -> int:
    """The number of dots that are dark in both pictures."""
    return ImageChops.lighter(one, other).point(lambda dot: 1 if dot < 100 else 0).tobytes().count(1)
