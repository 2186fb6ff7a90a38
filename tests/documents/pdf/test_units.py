"""Units whose look changes inside them, that are too wide, or that no face can show."""

import math

import pytest

from success_desktop.documents.pdf.fonts import face_of
from success_desktop.documents.pdf.units import Run, Unit, list_units


def units_of(*runs: Run, room: float = math.inf) -> list[Unit]:
    return list(list_units(runs, room))


def texts_of(units: list[Unit]) -> list[str]:
    return ["|".join(word.text for word in unit.words) for unit in units]


def test_a_run_of_letters_alone_is_ordinary():
    assert Run("ก").is_ordinary
    assert Run("ก", is_bold=True, is_italic=True, language="en").is_ordinary


@pytest.mark.parametrize(
    "run",
    [
        Run("ก", is_struck=True),
        Run("ก", is_underlined=True),
        Run("ก", link="#ก"),
        Run("ก", colour="8A2A1B"),
    ],
)
def test_a_run_with_rules_colour_or_link_is_not_ordinary(run):
    assert not run.is_ordinary


def test_a_look_may_change_inside_a_word():
    units = units_of(Run("คอน", is_bold=True), Run("กรีต ถนน"))

    assert texts_of(units) == ["คอน|กรีต ", "ถนน"]
    assert [word.face for word in units[0].words] == [face_of(is_bold=True), face_of()]
    assert [look.is_bold for look in units[0].looks] == [True, False]
    assert units[0].advance == sum(word.advance for word in units[0].words)
    assert units[0].blank == face_of().ascii_widths[" "]


def test_a_look_that_changes_inside_a_letter_holds_until_its_end():
    units = units_of(Run("น"), Run("้", is_bold=True), Run("ำใส", is_struck=True))

    assert texts_of(units) == ["น้ำ", "ใส"]
    assert [look for unit in units for look in unit.looks] == [Run("น"), Run("ำใส", is_struck=True)]


def test_empty_runs_leave_no_trace():
    assert texts_of(units_of(Run(""), Run("ถนน", is_bold=True), Run(""), Run("น้ำ"), Run(""))) == ["ถนน", "น้ำ"]
    assert units_of(Run("")) == []
    assert units_of() == []


def test_a_word_too_wide_is_parted_into_letters_with_their_looks():
    units = units_of(Run("คอน", is_bold=True), Run("กรีต"), room=1000)

    assert texts_of(units) == ["ค", "อ", "น", "ก", "รี", "ต"]
    assert [unit.looks[0].is_bold for unit in units] == [True, True, True, False, False, False]


def test_the_blank_behind_a_word_does_not_make_it_too_wide():
    (unit,) = units_of(Run("น้ำ"))

    assert texts_of(units_of(Run("น้ำ   "), room=unit.advance)) == ["น้ำ   "]
    assert texts_of(units_of(Run("น้ำ"), room=unit.advance)) == ["น้ำ"]


def test_blanks_wider_than_a_line_stay_whole():
    assert texts_of(units_of(Run("     "), room=10)) == ["     "]


def test_what_no_face_has_stands_as_a_named_gap_for_the_true_text():
    units = units_of(Run("ดู 😀😀 จบ", is_bold=True))

    assert texts_of(units) == ["ดู ", "[U+1F600 grinning face … ×2]", " ", "จบ"]
    assert [word.source for unit in units for word in unit.words] == ["ดู ", "😀😀", " ", "จบ"]
    assert {word.face for unit in units for word in unit.words} == {face_of(is_bold=True)}


def test_a_gap_with_no_room_for_its_name_shows_its_code():
    units = units_of(Run("😀"), room=4000)

    assert texts_of(units) == ["U+1F600"]
    assert units[0].words[0].source == "😀"


def test_a_gap_wears_the_look_of_its_run():
    red = Run("ລາວ", colour="8A2A1B")
    units = units_of(Run("ดู "), red)

    assert units[1].looks == (red,)


def test_what_is_invisible_leaves_nothing():
    units = units_of(Run("น้ำ\u200bใส\ufeff"))

    assert texts_of(units) == ["น้ำ", "", "ใส", ""]
    assert "".join(word.source for unit in units for word in unit.words) == "น้ำใส"


def test_text_is_drawn_composed_and_with_ordinary_blanks():
    assert texts_of(units_of(Run("cafe\u0301\tน้ำ\u3000ใส"))) == ["café ", "น้ำ ", "ใส"]
