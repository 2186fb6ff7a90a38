"""Amounts of baht and other numbers, as planners type them and as plans print them.

Typed text is either understood as one amount without a doubt, or refused with a sentence that says what to type: a plan's
budget is no place for guesses.
"""

import re
from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

from success_desktop.domain.thai_typed import quotation, typed_key
from success_desktop.errors import UserError
from success_desktop.i18n import N_

LARGEST_BAHT = Decimal(10) ** 15
"""A thousand million million baht: no local plan comes near, so more is a slip of the key."""

LARGEST_NUMBER = LARGEST_BAHT
"""What the value of an indicator may be at most, up and down."""

_LONGEST_NUMBER = 40

SATANG = Decimal("0.01")
_TENTH = Decimal("0.1")

_SCALES = {
    "": 1,
    "ร้อย": 10**2,
    "พัน": 10**3,
    "หมื่น": 10**4,
    "แสน": 10**5,
    "ล้าน": 10**6,
    "ร้อยล้าน": 10**8,
    "พันล้าน": 10**9,
    "หมื่นล้าน": 10**10,
    "แสนล้าน": 10**11,
    "ล้านล้าน": 10**12,
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
}
_BAHT_SCALES = {**_SCALES, "ลบ.": 10**6, "ล.บ.": 10**6, "k": 10**3, "m": 10**6}
"""Behind an amount ลบ. is ล้านบาท and m a million; behind the value of an indicator m may be metres."""


def _one_of(words: Iterable[str]) -> str:
    """A pattern of any of the words, the longest first."""
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?: \d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_END = r"(?: ?\.-| -)?"
_AMOUNT = re.compile(
    rf"(?:฿|thb|baht)? ?(?P<number>{_DIGITS}){_END} ?(?P<scale>{_one_of(_BAHT_SCALES)})"
    rf" ?(?:บาท(?: ?ถ้วน)?|baht|thb|฿)?{_END}"
)
_NUMBER = re.compile(
    rf"(?:ร้อยละ ?)?(?P<number>[-−–+]?(?:{_DIGITS})) ?(?P<scale>{_one_of(_SCALES)}) ?(?:%|เปอร์เซ็นต์|percent)?"
)
_NEGATIVE = re.compile(r"[-−–] ?฿?\d.*|\(.*\)")
_MINUS = str.maketrans("−–", "--", ", ")
_TWO_READINGS = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+,\d{1,2}|\d{1,3}(?:,\d{3})*,\d{1,2}")
_LETTERS_AS_DIGITS = re.compile(r"(?=.*\d)(?=.*[oil])[-฿ ]*[\doil][\doil,. ]*")


def parse_baht(text: str) -> Decimal | None:
    """Read an amount of baht; None for a blank or a dash, which mean no money (0 means nought).

    Understood: 10,500,000.00 · 1 200 000 · ๑๒๐๐๐๐ · 1.2 ล้าน · 1.2 ลบ. · 1.2m · 5 แสนบาท · ฿500,000 · 500,000.- ·
    1,200,000 -. Whole baht come without decimals, satang with two. Raises UserError naming the text for anything else:
    commas in wrong places, 1.200.000 (which has two readings), two numbers, negative amounts, fractions of a satang, more
    than LARGEST_BAHT.
    """
    key = typed_key(text)
    if not key:
        return None
    found = _match(_AMOUNT, key, text)
    if found is None or (not found["scale"] and _TWO_READINGS.fullmatch(key)):
        raise _unreadable_baht(key, text)
    amount = _value(found)
    if amount > LARGEST_BAHT:
        raise UserError(
            N_("“{text}” is more money than a plan can hold."),
            advice=N_("Check the number of zeros."),
            text=quotation(text),
        )
    return _in_satang(amount, _decimals(found), text)


def format_baht(amount_baht: Decimal | None, *, blank: str = "-") -> str:
    """An amount as tables print it: 1,200,000, or 1,200,000.50 where there are satang; `blank` for None.

    Printing needs no unit: the head of the column says (บาท). More than two decimals are rounded half up.
    """
    if amount_baht is None:
        return blank
    rounded = amount_baht.quantize(SATANG, ROUND_HALF_UP) + 0  # no minus before a nought
    is_whole = rounded == rounded.to_integral_value()
    return f"{rounded:,.0f}" if is_whole else f"{rounded:,f}"


def format_millions(amount_baht: Decimal) -> str:
    """An amount in million baht with one decimal, rounded half up: 3.6; <0.1 for what would round to nought."""
    millions = (amount_baht / 10**6).quantize(_TENTH, ROUND_HALF_UP)
    return "<0.1" if amount_baht > 0 and not millions else f"{millions + 0:,f}"


def format_baht_difference(difference_baht: Decimal) -> str:
    """A difference between two amounts with its sign: +300,000, -50,000.50, 0."""
    return f"{'+' if difference_baht > 0 else ''}{format_baht(difference_baht)}"


def parse_number(text: str) -> Decimal | None:
    """Read the value of an indicator; None for a blank or a dash.

    Understood: 80, -2.5, 1,250, ๘๐, 1.2 ล้าน, 80 %, ร้อยละ 80 (the value is 80; its unit stands in a field of its own).
    Decimals stay as typed. Raises UserError for other text, and beyond LARGEST_NUMBER.
    """
    key = typed_key(text)
    if not key:
        return None
    found = _match(_NUMBER, key, text)
    if found is None:
        raise _slip_of_the_hand(key, text) or UserError(
            N_("“{text}” is not a number."),
            advice=N_("Type one number, such as 80 or 1,250.5, and write its unit in the unit field."),
            text=quotation(text),
        )
    number = _value(found)
    if abs(number) > LARGEST_NUMBER or len(found["number"]) > _LONGEST_NUMBER:
        raise UserError(
            N_("“{text}” has too many digits."),
            advice=N_("Check the number of zeros."),
            text=quotation(text),
        )
    return number.to_integral_value() if found["scale"] and number == number.to_integral_value() else number


def format_number(value: Decimal | None, *, blank: str = "-") -> str:
    """A value of an indicator: 1,250.5 with the decimals that it was typed with; `blank` for None."""
    return blank if value is None else f"{value:,f}"


def _match(pattern: re.Pattern[str], key: str, text: str) -> re.Match[str] | None:
    """The one number in a key. Figures in two lines are two numbers, though spaces may part thousands."""
    found = pattern.fullmatch(key)
    return None if found and " " in found["number"] and len(text.strip().splitlines()) > 1 else found


def _value(found: re.Match[str]) -> Decimal:
    return Decimal(found["number"].translate(_MINUS)) * _BAHT_SCALES[found["scale"]]


def _slip_of_the_hand(key: str, text: str) -> UserError | None:
    """What to say of figures with letters among them, and of those that have two readings; None for any other text."""
    if _LETTERS_AS_DIGITS.fullmatch(key):
        return UserError(
            N_("“{text}” has letters among its digits."),
            advice=N_("Type the digit 0, not the letter o, and the digit 1, not the letter l."),
            text=quotation(text),
        )
    if _TWO_READINGS.fullmatch(key):
        return UserError(
            N_("“{text}” can be read in more than one way."),
            advice=N_(
                "Put commas between the thousands and a point before the decimals, as in 1,200,000.50."
            ),
            text=quotation(text),
        )
    return None


def _unreadable_baht(key: str, text: str) -> UserError:
    if _NEGATIVE.fullmatch(key):
        return UserError(
            N_("“{text}” is less than nothing."),
            advice=N_("Type an amount of 0 baht or more."),
            text=quotation(text),
        )
    return _slip_of_the_hand(key, text) or UserError(
        N_("“{text}” is not an amount of money."),
        advice=N_("Type one number, such as 1,200,000 or 1.2 ล้าน, or leave the field empty."),
        text=quotation(text),
    )


def _decimals(found: re.Match[str]) -> int:
    """How many decimals were typed, where they are satang; those of 1.234567 ล้าน are not."""
    return len(found["number"].partition(".")[2]) if not found["scale"] else 0


def _in_satang(amount: Decimal, decimals: int, text: str) -> Decimal:
    """Bring an amount to whole baht, or to satang."""
    if decimals > 2 or amount != amount.quantize(SATANG):
        raise UserError(
            N_("“{text}” is not a whole number of satang."),
            advice=N_("Type at most two digits after the point."),
            text=quotation(text),
        )
    whole = amount.to_integral_value()
    return whole if amount == whole else amount.quantize(SATANG)
