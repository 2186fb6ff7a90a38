"""๑ ๒ ๓ or 1 2 3: one choice for a whole document, made when it is printed. The plan keeps what was typed."""

import re
from typing import Literal, get_args

DigitStyle = Literal["as_typed", "arabic", "thai"]
"""The digits of a document: letters and announcements use Thai ones, the tables of a plan Arabic ones.

``as_typed`` is for fonts that draw Arabic digits as Thai ones (TH SarabunIT๙): changing digits would break their mails.
"""
DIGIT_STYLES: tuple[DigitStyle, ...] = get_args(DigitStyle)

_ARABIC = "0123456789"
_THAI = "๐๑๒๓๔๕๖๗๘๙"
_TO_ARABIC = str.maketrans(_THAI, _ARABIC)
_TO_THAI = str.maketrans(_ARABIC, _THAI)
_ASCII_RUN = re.compile("[!-~]+")
_ADDRESS_MARKS = ("@", "://", "www.")


def arabic_digits(text: str) -> str:
    """`text` with 1 for ๑; as long as before."""
    return text.translate(_TO_ARABIC)


def thai_digits(text: str) -> str:
    """`text` with ๑ for 1; as long as before. Web and mail addresses, which must stay as they are, stay as they are."""
    return _ASCII_RUN.sub(_thai_run, text)


def print_digits(text: str, style: DigitStyle) -> str:
    """`text` with the digits of a document in `style`."""
    if style == "thai":
        return thai_digits(text)
    return arabic_digits(text) if style == "arabic" else text


def _thai_run(run: re.Match[str]) -> str:
    """A run of ASCII without spaces, in Thai digits unless it holds an address."""
    if any(mark in run[0] for mark in _ADDRESS_MARKS):
        return run[0]
    return run[0].translate(_TO_THAI)
