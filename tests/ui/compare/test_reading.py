"""The old text, the new one, both in one, or both beside each other."""

import pytest

from success_desktop.domain.compare_text import Piece
from success_desktop.ui.compare.card import Line
from success_desktop.ui.compare.reading import READINGS, columns_of

TEXT = Line(
    "", (Piece("same", "the "), Piece("deleted", "main"), Piece("inserted", "old"), Piece("same", " canal"))
)
VALUE = Line("", (Piece("deleted", "1"), Piece("inserted", "2")), "baht", "(+1)", "from {old} to {new}")


def read(line, reading):
    return ["".join(piece.text for piece in column) for column in columns_of(line, reading)]


@pytest.mark.parametrize(
    ("reading", "text", "value"),
    [
        ("original", ["the main canal"], ["1"]),
        ("edits", ["the mainold canal"], ["from 1 to 2"]),
        ("new", ["the old canal"], ["2"]),
        ("beside", ["the main canal", "the old canal"], ["1", "2"]),
    ],
)
def test_each_reading_shows_its_texts(reading, text, value):
    assert read(TEXT, reading) == text
    assert read(VALUE, reading) == value


def test_side_by_side_what_went_is_still_marked():
    left, right = columns_of(TEXT, "beside")
    assert [piece.kind for piece in left] == ["same", "deleted", "same"]
    assert [piece.kind for piece in right] == ["same", "inserted", "same"]


def test_a_value_that_only_came_needs_no_sentence():
    came = VALUE._replace(pieces=(Piece("inserted", "2"),))
    assert read(came, "edits") == ["2"]
    assert read(came, "original") == [""]


def test_there_is_a_button_for_each_reading():
    assert [segment.id for segment in READINGS] == ["original", "edits", "new", "beside"]
