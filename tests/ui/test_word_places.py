"""Where words are in a line, in Qt's UTF-16 units."""

import pytest

from success_desktop.domain.thai_words import words
from success_desktop.ui.word_places import (
    change_between,
    difference,
    dragged_words,
    moved,
    next_word_stop,
    previous_word_stop,
    unit_change_between,
    units,
    word_at,
    word_spans,
)

LINE = "โครงการฟื้นฟูคลอง for everyone ในชุมชน"


def test_the_sample_line_has_several_thai_words():
    assert len(words("โครงการฟื้นฟูคลอง")) >= 3


def test_words_come_without_the_spaces_between_them():
    assert [LINE[start:end] for start, end in word_spans(LINE)] == [
        word for word in words(LINE) if word.strip()
    ]


def test_offsets_count_as_qt_does_where_a_letter_takes_two_units():
    assert word_spans("😀 คลอง")[-1] == (3, 7)
    assert next_word_stop("😀 คลอง", 0) == 3
    assert next_word_stop("😀 คลอง", 3) == 7


def test_the_ends_of_a_line_have_nothing_behind_them():
    assert next_word_stop("คลอง", 4) is None
    assert previous_word_stop("คลอง", 0) is None
    assert previous_word_stop("  คลอง", 1) == 0


@pytest.mark.parametrize(
    ("text", "offset", "word"),
    [("a  b", 1, "  "), ("a  b", 2, "  "), ("ab cd", 4, "cd"), ("ab", 2, "ab"), ("", 0, ""), ("ab ", 3, " ")],
)
def test_the_word_at_a_place_is_a_word_or_the_space_between(text, offset, word):
    start, end = word_at(text, offset)
    assert text[start:end] == word


@pytest.mark.parametrize(
    ("under", "selected"),
    [((4, 7), (4, 7)), ((9, 12), (4, 12)), ((0, 3), (7, 0))],
    ids=["here", "on", "back"],
)
def test_dragging_takes_whole_words_from_the_first_one_on(under, selected):
    assert dragged_words((4, 7), under) == selected


def test_a_letter_beyond_the_first_plane_is_two_units():
    assert units("a🏞") == 3


def test_texts_part_where_they_differ_and_meet_again_behind():
    assert difference("หนึ่งสองสาม", "หนึ่งสี่สาม") == (6, 8, 8)
    assert difference("aa", "aaa") == (2, 2, 3)


def test_stretches_go_along_with_what_is_typed_in_front_of_them_and_those_touched_are_left_out():
    old, new = "ab cdef gh", "ab c🏞def gh"
    spans = [(0, 2), (3, 7), (4, 7), (8, 10)]
    in_letters, in_units = change_between(old, new), unit_change_between(old, new)
    assert [moved(span, in_letters) for span in spans] == [(0, 2), None, (5, 8), (9, 11)]
    assert [moved(span, in_units) for span in spans] == [(0, 2), None, (6, 9), (10, 12)]
    assert moved((4, 7), change_between("ab cdef", "ab cdxf")) is None
