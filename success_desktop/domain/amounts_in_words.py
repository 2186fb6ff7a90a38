"""Amounts spelt out, as letters and announcements put them in brackets: (หนึ่งล้านสองแสนบาทถ้วน)."""

from decimal import ROUND_HALF_UP, Decimal

from success_desktop.domain.amounts import SATANG
from success_desktop.i18n import Language

_MILLION = 10**6
_THAI_DIGITS = ("", "หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า")
_THAI_PLACES = ("", "สิบ", "ร้อย", "พัน", "หมื่น", "แสน")
_THAI_TENS = {1: "สิบ", 2: "ยี่สิบ"}

# fmt: off
_ENGLISH_SMALL = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
    "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)
# fmt: on
_ENGLISH_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ENGLISH_SCALES = (
    (10**12, "trillion"),
    (10**9, "billion"),
    (10**6, "million"),
    (10**3, "thousand"),
    (100, "hundred"),
)


def baht_in_words(amount_baht: Decimal, language: Language = "th") -> str:
    """An amount of baht in words; fractions of a satang are rounded half up.

    Thai: หนึ่งร้อยเอ็ดบาทถ้วน, ยี่สิบห้าสตางค์, ศูนย์บาทถ้วน, ลบห้าบาทถ้วน; a million million is ล้านล้าน; a final one is
    เอ็ด after any higher digit (Royal Society). English: One million two hundred thousand baht, Five baht and one satang.
    """
    satang_in_all = int((abs(amount_baht) / SATANG).quantize(Decimal(1), ROUND_HALF_UP))
    baht, satang = divmod(satang_in_all, 100)
    is_negative = amount_baht < 0 and satang_in_all > 0
    if language == "th":
        return ("ลบ" if is_negative else "") + _thai_amount(baht, satang)
    return (("minus " if is_negative else "") + _english_amount(baht, satang)).capitalize()


def _thai_amount(baht: int, satang: int) -> str:
    if not satang:
        return f"{_thai_number(baht)}บาทถ้วน"
    whole = f"{_thai_number(baht)}บาท" if baht else ""
    return f"{whole}{_thai_number(satang)}สตางค์"


def _thai_number(number: int) -> str:
    """A number from 0 up: groups of six digits, each group above the last followed by ล้าน."""
    if not number:
        return "ศูนย์"
    millions, rest = divmod(number, _MILLION)
    return (f"{_thai_number(millions)}ล้าน" if millions else "") + _thai_group(rest, is_alone=not millions)


def _thai_group(number: int, *, is_alone: bool) -> str:
    """A number below a million; `is_alone` says that no millions stand before it. Nothing for 0."""
    higher, ones = divmod(number, 10)
    places = enumerate(reversed(str(higher)), start=1)
    words = [_thai_digit(int(digit), place) for place, digit in places]
    last = "เอ็ด" if ones == 1 and (higher or not is_alone) else _THAI_DIGITS[ones]
    return "".join(reversed(words)) + last


def _thai_digit(digit: int, place: int) -> str:
    """A digit at a place above the ones: สามร้อย; ยี่สิบ and สิบ for the tens; nothing for 0."""
    if place == 1 and digit in _THAI_TENS:
        return _THAI_TENS[digit]
    return f"{_THAI_DIGITS[digit]}{_THAI_PLACES[place]}" if digit else ""


def _english_amount(baht: int, satang: int) -> str:
    whole = f"{_english_number(baht)} baht"
    if not satang:
        return whole
    small = f"{_english_number(satang)} satang"
    return f"{whole} and {small}" if baht else small


def _english_number(number: int) -> str:
    """A number from 0 up in words, short scale, without "and"."""
    for scale, name in _ENGLISH_SCALES:
        if number >= scale:
            head, rest = divmod(number, scale)
            return f"{_english_number(head)} {name}" + (f" {_english_number(rest)}" if rest else "")
    if number < len(_ENGLISH_SMALL):
        return _ENGLISH_SMALL[number]
    tens, ones = divmod(number, 10)
    return _ENGLISH_TENS[tens] + (f"-{_ENGLISH_SMALL[ones]}" if ones else "")
