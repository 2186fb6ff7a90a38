"""The language somebody wrote in is told by the letters."""

import pytest

from success_desktop.domain.scripts import language_of, worded


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("แก้แล้ว", "th"),
        ("Done", "en"),
        ("See ข้อ 2", "th"),
        ("๑", "th"),
        ("1", "en"),
        ("", "en"),
        ("฿500 is too much", "en"),
    ],
)
def test_any_thai_letter_or_digit_makes_a_text_thai(text, language):
    assert language_of(text) == language


def test_a_text_stands_under_its_language_and_a_blank_one_nowhere():
    assert worded("แก้แล้ว") == {"th": "แก้แล้ว"}
    assert worded(" \n") == {}
