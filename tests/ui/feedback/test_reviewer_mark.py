"""Each reviewer has initials and a colour, the same everywhere."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter

from success_desktop.ui.feedback.reviewer_mark import MARK_SIZE, colour_of, initials_of, paint_mark
from success_desktop.ui.schemes import CONTRAST, DARK, LIGHT
from success_desktop.ui.theme import use_tokens


@pytest.mark.parametrize(
    ("author", "initials", "expected"),
    [
        ("ผู้ทรงคุณวุฒิ ก", "", "ก"),
        ("เลขานุการ", "", "ล"),
        ("นางสาววนิดา ใจดี", "", "วจ"),
        ("ดร.สมศรี เทศทอง", "", "สท"),
        ("Anchalee Wong", "", "AW"),
        ("somchai", "sc", "sc"),
        ("สมศรี ใจดี", "ผู้ทรงคุณวุฒิ ก", "สจ"),
        ("", "", "?"),
        ("ผู้ทรงคุณวุฒิ", "", "ผ"),
    ],
)
def test_initials_are_one_or_two_letters_that_tell_people_apart(author, initials, expected):
    assert initials_of(author, initials) == expected


def test_six_reviewers_have_six_colours_and_the_seventh_the_first_one_again(application):
    colours = [colour_of(seat).name() for seat in range(7)]
    assert len(set(colours)) == 6
    assert colours[6] == colours[0]


@pytest.mark.parametrize("scheme", [LIGHT, DARK, CONTRAST])
def test_the_mark_is_a_ring_in_the_reviewers_colour(application, scheme):
    use_tokens(application.qt, scheme)
    picture = QImage(MARK_SIZE, MARK_SIZE, QImage.Format.Format_ARGB32)
    picture.fill(0)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_mark(painter, QRect(0, 0, MARK_SIZE, MARK_SIZE), 1, "ก")
    painter.end()
    assert picture.pixelColor(MARK_SIZE // 2, 1).name() == colour_of(1).name()
    use_tokens(application.qt, LIGHT)
