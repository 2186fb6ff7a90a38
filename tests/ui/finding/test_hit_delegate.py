"""A hit in its row: what was found is always seen, and what has no room ends in an ellipsis."""

import pytest

from success_desktop.ui.finding.hit_delegate import lay_out, shorten
from success_desktop.ui.finding.hit_list import Snippet

SNIPPET = Snippet("น้ำที่เคยขึ้นในปีเดียวกัน น้ำท่วม", "ชุมชนริมคลอง", "เฉลี่ยปีละ 7.4 วันทุกปีตั้งแต่มีการจดบันทึกไว้", is_new=False)


@pytest.fixture
def font(application):
    """The font of lists."""
    return application.qt.font()


def width_of(snippet: Snippet, font) -> float:
    """The pixels that a snippet takes in its row."""
    layout = lay_out(snippet, font)
    return layout.lineAt(0).naturalTextWidth()


def test_a_text_that_has_room_is_shown_whole(font):
    assert shorten(SNIPPET, font, 4000) == SNIPPET


@pytest.mark.parametrize("width", [200, 240, 320])
def test_a_text_without_room_is_shortened_around_what_was_found(font, width):
    shown = shorten(SNIPPET, font, width)
    assert shown.marked == SNIPPET.marked
    assert width_of(shown, font) <= width
    assert shown.before.startswith("…")
    assert SNIPPET.before.endswith(shown.before.removeprefix("…"))
    assert shown.after.endswith("…")
    assert SNIPPET.after.startswith(shown.after.removesuffix("…"))


def test_no_thai_letter_loses_its_vowel_to_the_ellipsis(font):
    for width in range(200, 420, 7):
        kept = shorten(SNIPPET, font, width).before.removeprefix("…")
        assert not kept or kept[0] not in "ัิีึืุู็่้๊๋์ำ", width


def test_in_the_narrowest_cell_what_was_found_comes_first(font):
    shown = shorten(SNIPPET, font, 20)
    assert shown.marked == SNIPPET.marked
    assert len(shown.before) <= 1
    assert len(shown.after) <= 1
