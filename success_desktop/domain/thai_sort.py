"""The order of names in lists: that of the Royal Society's dictionary for Thai, by value for numbers."""

import re

from success_desktop.domain.thai_search import search_key

SortKey = tuple[str, str, str]

_LEADING_VOWEL = re.compile("([เ-ไ])([ก-ฮ])")
_TONE = re.compile("[\u0e47-\u0e4e]")
_LETTER_AND_TONES = re.compile("([^\u0e47-\u0e4e]?)([\u0e47-\u0e4e]*)", re.DOTALL)
_NUMBER = re.compile("0*([0-9]+)")
_END_OF_LETTER = "\x01"


def sort_key(text: str) -> SortKey:
    """What `text` is sorted by.

    First by letters: a vowel written before its consonant counts after it (เกาะ stands under ก), consonants before
    vowels, shorter before longer. Words of the same letters: ็ ่ ้ ๊ ๋ ์ decide, from the left (none first). Numbers
    count by their value (ข้อ 2 before ข้อ 10); spaces before digits before Latin before Thai; ฯ and ๆ just after spaces.
    Spellings that search takes for one sort together; the text itself decides last, so the order never wavers.
    """
    key = search_key(text).replace("ฯ", "!").replace("ๆ", "!")
    letters = _LEADING_VOWEL.sub(r"\2\1", _TONE.sub("", key))
    tones = _END_OF_LETTER.join(match[2] for match in _LETTER_AND_TONES.finditer(key))
    return _NUMBER.sub(_weigh_number, letters), tones, text


def _weigh_number(number: re.Match[str]) -> str:
    """Digits behind their count, so that comparing texts compares values: one digit and 9, two digits and 10."""
    return f"0{chr(len(number[1]))}{number[1]}"
