"""Places in a row that never run out: between any two positions there is room for another.

A position is a fraction written in base 62 ("V", "W3"); positions compare as plain text. Moving one node among its
siblings therefore writes one row, on whatever machine it happens. Equal positions (two laptops added at the same
place) are told apart by the node's id.
"""

_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_BASE = len(_DIGITS)


def position_between(before: str | None, after: str | None) -> str:
    """A position behind `before` and in front of `after`; None stands for the open end.

    Raises ValueError when `before` does not sort in front of `after`.
    """
    low = before or ""
    if after is not None and low >= after:
        raise ValueError(f"no place between {before!r} and {after!r}")
    if after is None and low:
        return _position_behind(low)
    return _middle(low, after)


def spread_positions(count: int, before: str | None = None, after: str | None = None) -> list[str]:
    """`count` positions in order between two others, as short as they can be."""
    if count == 0:
        return []
    middle = position_between(before, after)
    left = count // 2
    return [
        *spread_positions(left, before, middle),
        middle,
        *spread_positions(count - left - 1, middle, after),
    ]


def _position_behind(low: str) -> str:
    """The next position at the open end: the last digit goes up by one, so that a long list stays short."""
    head, last = low[:-1], _DIGITS.index(low[-1])
    return head + _DIGITS[last + 1] if last + 1 < _BASE else low + _DIGITS[_BASE // 2]


def _middle(low: str, high: str | None) -> str:
    digits: list[str] = []
    place = 0
    while True:
        floor = _DIGITS.index(low[place]) if place < len(low) else 0
        ceiling = _DIGITS.index(high[place]) if high is not None and place < len(high) else _BASE
        if ceiling - floor > 1:
            return "".join(digits) + _DIGITS[(floor + ceiling) // 2]
        digits.append(_DIGITS[floor])
        if ceiling > floor:
            high = None
        place += 1
