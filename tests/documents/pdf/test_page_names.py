"""Numbers of pages as they are printed."""

import pytest

from success_desktop.documents.pdf.page_names import name_page


@pytest.mark.parametrize(
    ("number", "number_format", "name"),
    [
        (1, "decimal", "1"),
        (120, "decimal", "120"),
        (120, "thaiNumbers", "๑๒๐"),
        (1, "thaiLetters", "ก"),
        (2, "thaiLetters", "ข"),
        (3, "thaiLetters", "ค"),
        (4, "thaiLetters", "ง"),
        (41, "thaiLetters", "ฮ"),
        (42, "thaiLetters", "กก"),
        (83, "thaiLetters", "กกก"),
        (1, "lowerRoman", "i"),
        (4, "lowerRoman", "iv"),
        (9, "lowerRoman", "ix"),
        (48, "lowerRoman", "xlviii"),
        (1999, "lowerRoman", "mcmxcix"),
    ],
)
def test_a_page_is_numbered_as_the_word_file_numbers_it(number: int, number_format: str, name: str):
    assert name_page(number, number_format) == name


def test_no_two_pages_bear_the_same_name():
    for number_format in ("decimal", "thaiNumbers", "thaiLetters", "lowerRoman"):
        names = [name_page(number, number_format) for number in range(1, 400)]
        assert len(set(names)) == len(names)


def test_letters_that_people_do_not_count_with_are_left_out():
    names = {name_page(number, "thaiLetters") for number in range(1, 42)}
    assert not names & {"ฃ", "ฅ", "ฆ"}
