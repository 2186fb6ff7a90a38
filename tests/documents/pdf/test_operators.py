"""Words as operators of a page."""

import re

import pytest
from reportlab.pdfgen.canvas import Canvas

from success_desktop.documents.pdf.fonts import face_of
from success_desktop.documents.pdf.operators import WordWriter
from success_desktop.documents.pdf.shaping import Word, shape


@pytest.fixture
def writer(tmp_path) -> WordWriter:
    return WordWriter(Canvas(str(tmp_path / "words.pdf"))._doc)


def words_of(*texts: str, is_bold: bool = False) -> list[Word]:
    return [shape(face_of(is_bold), text) for text in texts]


def actual_texts(operators: str) -> list[str]:
    """The texts that words say as a whole."""
    return [bytes.fromhex(text).decode("utf-16-be") for text in re.findall("<FEFF([0-9A-F]*)>", operators)]


def test_plain_words_are_strings_of_codes(writer):
    assert writer.write(words_of("12", "21 "), 10) == "/T0 10 Tf <00010002>Tj <000200010003>Tj "


def test_the_font_is_named_where_the_face_changes(writer):
    regular, bold = words_of("1", "2"), words_of("1", is_bold=True)

    assert writer.write([*regular, *bold, *regular], 10.5) == (
        "/T0 10.5 Tf <0001>Tj <0002>Tj /T1 10.5 Tf <0001>Tj /T0 10.5 Tf <0001>Tj <0002>Tj "
    )


def test_a_word_with_marks_says_its_text_with_its_blank(writer):
    assert actual_texts(writer.write(words_of("น้ำ ", "ถนน", "กำ"), 10)) == ["น้ำ ", "กำ"]


def test_a_gap_says_the_text_that_it_stands_for(writer):
    word = shape(face_of(), "[U+1F600]").standing_for("😀")

    assert actual_texts(writer.write([word], 10)) == ["😀"]


def test_half_a_character_is_said_as_a_question_mark(writer):
    word = shape(face_of(), "[U+D800]").standing_for("\ud800")

    assert actual_texts(writer.write([word], 10)) == ["?"]


def test_a_word_of_nothing_writes_nothing(writer):
    assert writer.write(words_of(""), 10) == "/T0 10 Tf "


def test_marks_are_moved_and_the_pen_comes_back(writer):
    operators = writer.write(words_of("ที่ "), 10)
    (inside,) = re.findall(r"\[(.*)\]TJ", operators)
    moves = [float(number) for number in re.findall(r"(?<![<0-9A-F])-?\d+(?![0-9A-F]*>)", inside)]

    assert moves
    assert sum(moves) == 0


def test_a_word_ends_with_nothing_where_its_marks_stand_left_of_its_end(writer):
    joint = re.findall("<([0-9A-F]{4})>", writer.write(words_of("ที่"), 10))[-1]

    assert writer.inks_of(face_of()).embedded.joint == joint


def test_raised_marks_are_drawn_after_the_word_from_its_middle_to_its_end(writer):
    (word,) = words_of("ฝั่ง")
    operators = writer.write([word], 10)
    base, *_others, mark = word.letters[0].glyphs

    rise, inside = re.findall(r"(-?[\d.]+) Ts \[(.*?)\]TJ 0 Ts EMC", operators)[0]

    assert float(rise) == pytest.approx(mark.up / 100)
    back, forward, rest = (float(part) for part in re.sub("<.*?>", " ", inside).split())
    assert back == pytest.approx(word.advance / 2, abs=0.1)
    assert word.advance - back - forward == pytest.approx(base.advance + mark.right, abs=0.1)
    assert back + forward + rest + mark.width == pytest.approx(0, abs=0.2)


def test_raised_marks_of_letters_set_apart_move_with_their_letter(writer):
    (word,) = words_of("กฝั่ง")
    natural = place_of_raised(writer.write([word], 10), word.advance)

    apart = place_of_raised(writer.write([word], 10, letter=0.5), word.advance + 3 * 50)

    assert apart - natural == pytest.approx(50, abs=0.2)


def place_of_raised(operators: str, width: float) -> float:
    """Where the raised mark of a word stands, in thousandths of the size behind the word's beginning."""
    inside = re.findall(r"Ts \[(.*?)\]TJ 0 Ts", operators)[0]
    back, forward, _rest = (float(part) for part in re.sub("<.*?>", " ", inside).split())
    return width - back - forward


def test_letters_are_set_apart_but_not_from_their_marks(writer):
    operators = writer.write(words_of("ถนน"), 10, letter=0.5)

    assert operators == "/T0 10 Tf [<0001>-50<0002>-50<0002>-50 ]TJ "


def test_blanks_are_widened_before_they_are_drawn(writer):
    assert writer.write(words_of("5 ", "6"), 10, blank=2) == "/T0 10 Tf [<0002>-200<0001>]TJ <0003>Tj "
    assert "-50 -200<" in writer.write(words_of("5 "), 10, letter=0.5, blank=2)


def test_words_are_written_once_for_each_size(writer):
    words = words_of("น้ำ", "ถนน")
    first = writer.write(words, 10)

    assert writer.write(words, 10) == first
    assert writer.write(words, 11) == first.replace(" 10 Tf", " 11 Tf")
    assert set(writer._written) == {10, 11}


def test_spread_words_are_not_taken_for_natural_ones(writer):
    words = words_of("ถนน")
    natural = writer.write(words, 10)
    writer.write(words, 10, letter=1)

    assert writer.write(words, 10) == natural


def test_what_is_kept_of_thousands_of_amounts_is_bounded(writer):
    for number in range(20_000):
        writer.write(words_of(f"{number}"), 8)

    assert len(writer._written[8]) < 17_000
    assert writer.write(words_of("7"), 8).startswith("/T0 8 Tf <")
