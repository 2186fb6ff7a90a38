"""The seal of a printed page: a short code made of a revision's fingerprint, that a clerk can read off and type.

A code is twelve letters and figures in groups of four, such as 7KQ2-M0VX-9RTB. Eleven of them are the fingerprint, cut short
(one in 2.5 * 10^16 would meet another's by chance); the last is a check: it gives away any one wrong letter and any two that
changed places. The letters I, L, O, S and U do not occur, so that no one is taken for another; typed, they are understood.
"""

import re
from collections.abc import Iterator

from success_desktop.domain.thai_digits import arabic_digits

_LETTERS = "0123456789ABCDEFGHJKMNPQRTVWXYZ"
_BASE = len(_LETTERS)
"""31, a prime: that is what lets one check letter give away every such slip."""
_LENGTH = 12
_GROUP = 4
_MISREAD = str.maketrans("ILOSU", "1105V")
_BETWEEN = re.compile(r"[\s\-‐‑‒–—−._]+")
_CODE = re.compile(rf"(?<![0-9A-Z])(?:[{_LETTERS}]{{4}}[-‐‑–]){{2}}[{_LETTERS}]{{4}}(?![0-9A-Z])")
_PAYLOAD = re.compile(r"SUCCESS:1:([0-9A-Z-]+):([0-9A-F]{64})")


def seal_code(fingerprint: str) -> str:
    """The code of a revision's fingerprint (a number in hexadecimal): three groups of four."""
    rest = int(fingerprint, 16)
    places = []
    for _place in range(_LENGTH - 1):
        rest, place = divmod(rest, _BASE)
        places.append(place)
    letters = "".join(_LETTERS[place] for place in (*places, _check_of(places)))
    return "-".join(letters[start : start + _GROUP] for start in range(0, _LENGTH, _GROUP))


def read_seal_code(text: str) -> str:
    """The code that somebody typed, in its usual form; "" when it cannot be one: a slip of the key, or no code at all.

    Small letters, Thai figures, other signs or none between the groups, and O for 0, I for 1, S for 5, U for V will do.
    """
    typed = _BETWEEN.sub("", arabic_digits(text)).upper().translate(_MISREAD)
    if len(typed) != _LENGTH or not set(typed) <= set(_LETTERS):
        return ""
    places = [_LETTERS.index(letter) for letter in typed]
    if _check_of(places[:-1]) != places[-1]:
        return ""
    return "-".join(typed[start : start + _GROUP] for start in range(0, _LENGTH, _GROUP))


def find_seal_codes(text: str) -> tuple[str, ...]:
    """The codes that stand in a text, in its order, each once."""
    found: Iterator[str] = (read_seal_code(match[0]) for match in _CODE.finditer(arabic_digits(text)))
    return tuple(dict.fromkeys(filter(None, found)))


def seal_payload(plan_id: str, fingerprint: str) -> str:
    """What the QR code of a page holds: plan and fingerprint, in the letters that such a code takes the least room for."""
    return f"SUCCESS:1:{plan_id}:{fingerprint}".upper()


def read_seal_payload(text: str) -> tuple[str, str] | None:
    """The id of the plan (in capitals) and the fingerprint from a text that holds what a QR code said; None without one."""
    found = _PAYLOAD.search(text)
    return (found[1], found[2].lower()) if found else None


def _check_of(places: list[int]) -> int:
    """The place of the check letter: with it, the places times 1, 2, 3 … add up to a multiple of 31."""
    weighted = sum(weight * place for weight, place in enumerate(places, start=1))
    return -weighted * pow(_LENGTH, -1, _BASE) % _BASE
