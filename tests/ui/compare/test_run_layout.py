"""Set in lines, Thai words stay whole, and what went and came is told by lines as well as by colours."""

import itertools
import re

import pytest
from PySide6.QtGui import QColor, QFont

from success_desktop.domain.compare_text import compare_texts
from success_desktop.domain.thai_clusters import THAI_MARKS, cluster_borders
from success_desktop.domain.thai_words import words
from success_desktop.ui.compare.run_layout import Run, lay_out
from success_desktop.ui.theme import tokens

THAI = "เพื่อลดความเสียหายจากน้ำท่วมในชุมชนริมคลองฟื้นระบบนิเวศตลิ่งและให้ชุมชนใช้ข้อมูลตัดสินใจร่วมกับเทศบาล"
BREAK = "\u200b"


@pytest.fixture(autouse=True)
def font(application):
    return QFont(application.qt.font())


def runs_of(old, new):
    return [Run(piece.kind, piece.text) for piece in compare_texts(old, new)]


def lines_of(layout):
    """The text of each line."""
    lines = [layout.lineAt(place) for place in range(layout.lineCount())]
    return [layout.text()[line.textStart() : line.textStart() + line.textLength()] for line in lines]


def test_lines_may_end_between_words(font):
    assert lay_out([Run("same", THAI)], font, 400, is_marked=True).text().split(BREAK) == words(THAI)


@pytest.mark.parametrize("width", range(60, 400, 31))
def test_no_line_begins_with_a_mark_at_any_width(font, width):
    lines = [
        line.replace(BREAK, "")
        for line in lines_of(lay_out([Run("same", THAI)], font, width, is_marked=True))
    ]
    assert "".join(lines) == THAI
    assert len(lines) > 1
    assert set(itertools.accumulate(map(len, lines))) <= set(cluster_borders(THAI))


def test_a_word_of_which_one_mark_differs_is_not_broken_inside(font):
    text = lay_out(runs_of("น้ำท่วมซ้ำซาก", "น้ำท้วมซ้ำซาก"), font, 2000, is_marked=True).text()
    assert text.count("วม") == text.replace(BREAK, "").count("วม")
    assert not re.search(f"(^|{BREAK})[{THAI_MARKS}]|^{BREAK}", text)


def test_english_and_signs_get_no_breaks_of_their_own(font):
    text = "To reduce flood damage (2568–2570), ๆ ฯลฯ"
    assert BREAK not in lay_out([Run("same", text)], font, 300, is_marked=True).text().replace("ๆ", "")


def test_paragraphs_begin_new_lines(font):
    layout = lay_out([Run("same", "หนึ่ง\nสอง\n\nสี่")], font, 2000, is_marked=True)
    assert layout.lineCount() == 4


def looks(layout):
    """Of each run: whether it is struck, whether underlined, and its colour."""
    return [
        (mark.format.fontStrikeOut(), mark.format.fontUnderline(), mark.format.foreground().color())
        for mark in layout.formats()
    ]


def test_what_went_is_struck_and_what_came_underlined(font):
    runs = [Run("same", "a "), Run("deleted", "b"), Run("inserted", "c"), Run("secondary", " d")]
    inks = tokens()
    assert looks(lay_out(runs, font, 400, is_marked=True)) == [
        (False, False, QColor(inks.text)),
        (True, False, QColor(inks.deleted)),
        (False, True, QColor(inks.inserted)),
        (False, False, QColor(inks.secondary)),
    ]


def test_the_old_text_alone_is_plain(font):
    marked = looks(lay_out([Run("same", "a "), Run("deleted", "b")], font, 400, is_marked=False))
    assert {look[:2] for look in marked} == {(False, False)}
    assert all(look[2] == QColor(tokens().text) for look in marked)


def test_marks_are_counted_as_qt_counts(font):
    layout = lay_out([Run("same", "🌊🌊"), Run("inserted", "น้ำ")], font, 400, is_marked=True)
    assert [(mark.start, mark.length) for mark in layout.formats()] == [(0, 4), (4, 3)]


def test_no_line_is_drawn_through_the_nothing_between_words(font):
    layout = lay_out([Run("same", "ชุมชน"), Run("inserted", "ริมคลอง")], font, 400, is_marked=True)
    start = layout.formats()[1].start
    assert layout.text()[start - 1] == BREAK
    assert layout.text()[start] == "ร"
