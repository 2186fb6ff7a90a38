"""Numbers of pages as they are printed: 12, ๑๒, xii or ฐ."""

from typing import Literal

from success_desktop.domain.thai_digits import thai_digits

NumberFormat = Literal["decimal", "thaiNumbers", "lowerRoman", "thaiLetters"]
"""How pages are numbered, by the names that Word's files have for it."""

_LETTERS = "กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ"
"""The letters that people count with: ก ข ค ง, without ฃ and ฅ, which are out of use, and ฆ."""
_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)


def name_page(number: int, number_format: str) -> str:
    """A page's number (from 1) in one of the four formats. After ฮ the letters are doubled: กก, ขข."""
    if number_format == "thaiLetters":
        times, place = divmod(number - 1, len(_LETTERS))
        return _LETTERS[place] * (times + 1)
    if number_format == "lowerRoman":
        return _write_roman(number)
    return thai_digits(str(number)) if number_format == "thaiNumbers" else str(number)


def _write_roman(number: int) -> str:
    digits = ""
    for value, letters in _ROMAN:
        times, number = divmod(number, value)
        digits += letters * times
    return digits
