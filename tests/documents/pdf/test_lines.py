"""Paragraphs in lines."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from success_desktop.documents.pdf.fonts import face_of
from success_desktop.documents.pdf.lines import Line, break_lines, width_of
from success_desktop.documents.pdf.units import Run
from success_desktop.domain.thai_clusters import cluster_borders

SENTENCE = "ก่อสร้างถนนคอนกรีตเสริมเหล็กพร้อมรางระบายน้ำ (ซอย 5) กว้าง 4.00 เมตร ยาว 250 เมตร"


def texts_of(lines: list[Line]) -> list[str]:
    return [line.text for line in lines]


def test_what_fits_is_one_line():
    (line,) = break_lines([Run("ซ่อมถนน")], 10, 200)

    assert (line.text, line.is_last, line.indent, line.size) == ("ซ่อมถนน", True, 0, 10)
    assert line.width == pytest.approx(width_of("ซ่อมถนน", 10))
    assert line.looks == ()


def test_no_text_is_one_empty_line():
    for runs in ([], [Run("")], [Run(""), Run("")]):
        (line,) = break_lines(runs, 10, 200)
        assert (line.words, line.width, line.is_last) == ((), 0, True)


@pytest.mark.parametrize("width", [60, 90, 140, 300])
def test_no_line_is_wider_than_the_column(width):
    lines = break_lines([Run(SENTENCE)], 10, width)

    assert "".join(texts_of(lines)) == SENTENCE
    assert all(0 < line.width <= width + 0.01 for line in lines)
    assert [line.is_last for line in lines] == [False] * (len(lines) - 1) + [True]


def test_a_line_takes_every_word_that_it_has_room_for():
    lines = break_lines([Run(SENTENCE)], 10, 90)

    for line, following in itertools.pairwise(lines):
        first = following.words[0]
        first_width = (first.advance - first.blank) / 100
        assert width_of(line.text, 10) + first_width > 90


def test_a_word_that_fits_to_the_hair_stays_on_the_line():
    width = width_of("ซ่อมถนน", 10)

    assert texts_of(break_lines([Run("ซ่อมถนน")], 10, width)) == ["ซ่อมถนน"]
    assert texts_of(break_lines([Run("ซ่อมถนน")], 10, width - 0.1)) == ["ซ่อม", "ถนน"]


def test_the_blank_at_the_end_of_a_line_hangs_over():
    first = width_of("ถนน", 10)
    one, other = break_lines([Run("ถนน   ซ่อม ")], 10, first)

    assert [one.text, other.text] == ["ถนน   ", "ซ่อม "]
    assert [one.width, other.width] == [pytest.approx(first), pytest.approx(width_of("ซ่อม", 10))]


def test_the_first_line_begins_inside():
    lines = break_lines([Run(SENTENCE)], 10, 120, first_indent=50)

    assert [line.indent for line in lines] == [50] + [0] * (len(lines) - 1)
    assert lines[0].width <= 70
    assert lines[1].width > 70


def test_every_paragraph_is_indented_and_ended():
    lines = break_lines([Run("ซ่อมถนน\n\nขุดคลอง")], 10, 300, first_indent=20)

    assert texts_of(lines) == ["ซ่อมถนน", "", "ขุดคลอง"]
    assert all(line.is_last and line.indent == 20 for line in lines)


def test_a_newline_in_any_run_ends_the_paragraph():
    lines = break_lines([Run("ซ่อม"), Run("ถนน\nขุด", is_bold=True), Run("คลอง")], 10, 300)

    assert texts_of(lines) == ["ซ่อมถนน", "ขุดคลอง"]
    assert [word.face.name for word in lines[1].words] == ["Bold", "Regular"]


def test_a_word_wider_than_the_line_is_cut_between_letters():
    lines = break_lines([Run("คอนกรีตเสริมเหล็ก")], 10, 30)

    assert len(lines) > 2
    assert all(line.width <= 30.01 for line in lines)
    offset = 0
    for line in lines:
        assert offset in cluster_borders("คอนกรีตเสริมเหล็ก")
        offset += len(line.text)


def test_a_letter_wider_than_the_line_stands_out_of_it():
    assert texts_of(break_lines([Run("กข")], 10, 2)) == ["ก", "ข"]


def test_a_first_line_without_room_leaves_the_word_to_stand_out():
    lines = break_lines([Run("ซ่อมถนน")], 10, 60, first_indent=55)

    assert "".join(texts_of(lines)) == "ซ่อมถนน"


def test_looks_are_kept_only_where_more_than_letters_is_drawn():
    bold, struck = Run("ซ่อม", is_bold=True), Run("ถนน", is_struck=True)

    assert break_lines([bold, Run("ถนน")], 10, 300)[0].looks == ()
    assert break_lines([bold, struck], 10, 300)[0].looks == (bold, struck)
    assert break_lines([struck], 10, 300)[0].looks == (struck,)


def test_gaps_are_set_in_lines_like_words():
    (line,) = break_lines([Run("ดู 😀")], 10, 300)

    assert line.text == "ดู 😀"
    assert line.width == pytest.approx(width_of("ดู ", 10) + width_of("[U+1F600 grinning face]", 10))


@pytest.mark.parametrize("text", ["15,000.00", "ก่อสร้าง", "ดู 😀", " ", ""])
def test_width_grows_with_the_size(text):
    assert width_of(text, 20) == pytest.approx(2 * width_of(text, 10))


def test_width_is_the_sum_of_the_advances():
    widths = face_of().ascii_widths

    assert width_of("1,5", 10) == pytest.approx((widths["1"] + widths[","] + widths["5"]) / 100)
    assert width_of("ถนน", 10, is_bold=True) > width_of("ถนน", 10)


TEXTS = st.text("กนญปาิีุ้่ำเแ (),.aW95\u00a0😀\u200b\n", max_size=60)


@given(TEXTS, st.integers(5, 200), st.integers(0, 30))
def test_nothing_is_lost_in_lines_but_what_is_invisible(text, width, indent):
    whole = break_lines([Run(text)], 10, width, indent)
    parted = break_lines([Run(text[:7], is_bold=True), Run(text[7:], is_struck=True)], 10, width, indent)

    kept = text.replace("\n", "")
    assert "".join(texts_of(whole)).replace("\u200b", "") == kept.replace("\u200b", "")
    assert "".join(texts_of(parted)).replace("\u200b", "") == kept.replace("\u200b", "")
    assert sum(line.is_last for line in whole) == text.count("\n") + 1
