"""Lines on pages: where they stand, what is drawn with them, and what leads elsewhere."""

import re

import pikepdf
import pytest

from success_desktop.documents.pdf.text import Line, Run, break_lines, share_out, width_of
from tests.documents.pdf.text_pages import LEFT, TextFile, read_lines_with_pdfium, take_pictures

SENTENCE = "ก่อสร้างถนนคอนกรีตเสริมเหล็กพร้อมรางระบายน้ำ (ซอย 5) กว้าง 4.00 เมตร ยาว 250 เมตร และอื่น ๆ"
WIDTH = 200


@pytest.fixture
def file(tmp_path) -> TextFile:
    return TextFile(tmp_path / "text.pdf", WIDTH)


def ink_of(file: TextFile, scale: float = 4) -> list[tuple[float, float]]:
    """For each line of the first page, drawn at 10 points, where its ink begins and ends, in points from the left."""
    (picture, *_others) = take_pictures(file.save(), scale)
    dark = picture.point(lambda dot: 255 if dot < 128 else 0)
    edges = []
    for place in range(len(file.pages[0])):
        middle = (842 - 800 + 20 * place) * scale
        box = dark.crop((0, int(middle - 9 * scale), dark.width, int(middle + 5 * scale))).getbbox()
        assert box is not None
        edges.append((box[0] / scale, box[2] / scale))
    return edges


def lines_of(text: str = SENTENCE, **look) -> list[Line]:
    return break_lines([Run(text, **look)], 10, WIDTH)


def test_lines_begin_at_the_left(file):
    file.draw(lines_of())

    for left, _right in ink_of(file):
        assert left == pytest.approx(LEFT, abs=1.5)


def test_lines_end_at_the_right_and_their_blanks_hang_over(file):
    file.draw(lines_of(), "right")

    for _left, right in ink_of(file):
        assert right == pytest.approx(LEFT + WIDTH, abs=1.5)


def test_lines_stand_in_the_centre(file):
    file.draw(lines_of(), "centre")

    for left, right in ink_of(file):
        assert (left + right) / 2 == pytest.approx(LEFT + WIDTH / 2, abs=1.5)


def test_justified_lines_fill_the_column_but_the_last(file):
    lines = lines_of()
    file.draw(lines, "justify")

    *full, last = ink_of(file)
    assert full
    for left, right in full:
        assert left == pytest.approx(LEFT, abs=1.5)
        assert right == pytest.approx(LEFT + WIDTH, abs=1.5)
    assert last[1] == pytest.approx(LEFT + lines[-1].width, abs=1.5)


def test_justified_lines_of_several_looks_fill_the_column_too(file):
    runs = [Run(SENTENCE[:20], is_bold=True), Run(SENTENCE[20:50], is_struck=True), Run(SENTENCE[50:])]
    file.draw(break_lines(runs, 10, WIDTH), "justify")

    for left, right in ink_of(file)[:-1]:
        assert left == pytest.approx(LEFT, abs=1.5)
        assert right == pytest.approx(LEFT + WIDTH, abs=1.5)


def test_the_first_line_begins_inside(file):
    file.draw(break_lines([Run(SENTENCE)], 10, WIDTH, first_indent=40), "justify")

    (first, _right), (second, _end), *_others = ink_of(file)
    assert first == pytest.approx(LEFT + 40, abs=1.5)
    assert second == pytest.approx(LEFT, abs=1.5)


def test_an_empty_line_draws_nothing(file):
    before = len(file.canvas._code)
    file.draw(break_lines([Run("")], 10, WIDTH), "justify")

    assert len(file.canvas._code) == before


def test_a_line_too_wide_for_its_column_is_not_squeezed(file):
    (line,) = lines_of("ถนน")
    line.is_last = False
    file.layer.draw_line(line, LEFT, 800, line.width - 5, "justify")

    assert "TJ" not in file.canvas._code[-1]


def test_blanks_are_widened_more_than_letters_are_set_apart():
    (line,) = lines_of("น้ำใส ไหลเย็น")
    gaps = share_out(line, 10)

    letters = sum(word.letter_count for word in line.words) - 1
    assert gaps.letter * letters + gaps.blank == pytest.approx(10)
    assert gaps.blank == pytest.approx(4 * gaps.letter)


def test_letters_are_never_set_so_far_apart_that_readers_see_blanks():
    (with_blank,) = lines_of("น้ำ ใส")
    (without,) = lines_of("น้ำใส")

    gaps = share_out(with_blank, 50)
    assert gaps.letter == pytest.approx(0.9)
    assert gaps.letter * 2 + gaps.blank == pytest.approx(50)
    assert share_out(without, 50).letter == pytest.approx(0.9)
    assert share_out(without, 50).blank == 0


def test_a_single_letter_cannot_be_spread():
    (line,) = lines_of("ก")

    assert share_out(line, 50) == (0, 0)


def test_the_blank_that_hangs_over_is_not_widened():
    lines = break_lines([Run("น้ำใส ไหลเย็น ปลา")], 10, width_of("น้ำใส ไหลเย็น", 10))

    assert lines[0].text == "น้ำใส ไหลเย็น "
    assert share_out(lines[0], 10) == share_out(lines_of("น้ำใส ไหลเย็น")[0], 10)


def test_words_keep_the_colour_of_their_run_and_leave_that_of_the_page(file):
    file.draw(break_lines([Run("แดง", colour="FF0000"), Run("ดำ", is_struck=True)], 10, WIDTH))

    red, black = file.canvas._code[-2:]
    assert red.startswith("q 1.000 0.000 0.000 rg BT")
    assert red.endswith("Q")
    assert "rg" not in black


@pytest.mark.parametrize(
    ("look", "height"), [(Run("", is_struck=True), 2.4), (Run("", is_underlined=True), -1.4)]
)
def test_rules_run_through_and_under_letters_but_not_under_the_blank_at_the_end(file, look, height):
    lines = break_lines([look._replace(text="ถนนใหม่ น้ำใส")], 10, width_of("ถนนใหม่", 10))
    file.draw(lines)

    rules = [
        tuple(float(number) for number in match.groups())
        for code in file.canvas._code
        if (match := re.search(r"ET ([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) re f", code))
    ]
    assert rules == [
        pytest.approx((LEFT, 800 + height, lines[0].width, 0.55), abs=0.02),
        pytest.approx((LEFT, 780 + height, lines[1].width, 0.55), abs=0.02),
    ]


def test_a_rule_goes_on_under_the_blank_before_the_next_look(file):
    run = Run("น้ำ ", is_underlined=True)
    file.draw(break_lines([run, Run("ใส")], 10, WIDTH))

    drawn = "".join(file.canvas._code)
    assert f" {width_of('น้ำ ', 10):.2f} 0.55 re f" in drawn


def test_struck_and_underlined_words_have_two_rules(file):
    file.draw(break_lines([Run("น้ำ", is_struck=True, is_underlined=True)], 10, WIDTH))

    assert file.canvas._code[-1].count(" re f") == 2


def test_words_that_lead_elsewhere_can_be_clicked(file):
    file.canvas.bookmarkHorizontalAbsolute("r_1", 700)
    runs = [Run("ดู "), Run("เว็บ", link="https://example.org/น้ำ"), Run(" ตาราง", link="#r_1")]
    (line,) = break_lines(runs, 10, WIDTH)
    file.draw([line])

    with pikepdf.open(file.save()) as pdf:
        web, inside = pdf.pages[0].Annots
        assert web.A.URI
        assert inside.Dest[0].objgen == pdf.pages[0].obj.objgen
        left, bottom, right, top = (float(edge) for edge in web.Rect)
    assert left == pytest.approx(LEFT + width_of("ดู ", 10), abs=0.1)
    assert right == pytest.approx(left + width_of("เว็บ", 10), abs=0.1)
    assert [bottom, top] == pytest.approx([797.5, 810])


def test_a_word_of_two_faces_is_read_as_one(file):
    file.draw(break_lines([Run("คอน", is_bold=True), Run("กรีต "), Run("นี้", is_italic=True)], 12, WIDTH))

    assert read_lines_with_pdfium(file.save()) == [["คอนกรีต นี้"]]


def test_gaps_are_seen_as_names_and_read_as_what_they_stand_for(file):
    file.draw(lines_of("ดู ລາວ 北京 จบ"))
    shown = "".join(word.text for word in lines_of("ดู ລາວ 北京 จบ")[0].words)

    assert shown.startswith("ดู [U+0EA5 lao … ×3] ")
    assert read_lines_with_pdfium(file.save()) == [[*file.pages[0]]]


def test_text_is_drawn_in_the_order_of_the_lines(file):
    for word in ("หนึ่ง", "สอง", "สาม"):
        file.draw(lines_of(word))

    assert read_lines_with_pdfium(file.save()) == [["หนึ่ง", "สอง", "สาม"]]
