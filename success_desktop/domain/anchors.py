"""Where a passage that somebody remarked on stands in the text as it reads today.

An anchor keeps the whole text as its reviewer saw it, and which characters of it were meant. Both are laid over today's text
word by word, so an anchor follows its words through whatever is written before, behind and between them.
"""

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from success_desktop.domain.compare_text import Piece, compare_texts
from success_desktop.domain.feedback import Anchor
from success_desktop.domain.plan import Plan
from success_desktop.domain.values import SHAPES

_ENOUGH = 1 / 3
"""Less than this share of its letters, and a passage is not the same any more."""

AnchorState = Literal["kept", "altered", "gone"]
"""A passage reads as it did; some of it does; it does not any more."""


class Carried(NamedTuple):
    """Where a passage stands today (characters from `start` up to `end`), and what has become of it.

    For one that is gone this is what stands in its place now, which may be nothing.
    """

    start: int
    end: int
    state: AnchorState


def carry_anchor(plan: Plan, anchor: Anchor) -> Carried:
    """Where the passage of an anchor stands in the plan as it is.

    An anchor on a whole node or on a value that is no text has no place within it: it is kept as long as its node is there.
    """
    node = plan.nodes.get(anchor.node_id)
    if node is None:
        return Carried(0, 0, "gone")
    spec = plan.template.kinds[node.kind].fields.get(anchor.field)
    if anchor.field and spec is None:
        return Carried(0, 0, "gone")
    if spec is None or SHAPES[spec.type] != "text":
        return Carried(0, 0, "kept")
    now = node.parts(anchor.field).get(anchor.part, "")
    return carry_range(anchor.seen, str(now), anchor.start, anchor.end)


def carry_range(seen: str, now: str, start: int, end: int) -> Carried:
    """Where the characters from `start` up to `end` of `seen` stand in `now`.

    A passage that was taken out and stands elsewhere, word for word and once, is found there. The blanks around a passage
    are part of it where they are still there.
    """
    if seen == now:
        return Carried(start, end, "kept")
    quote = seen[start:end]
    core = quote.strip()
    if not core:
        point = _follow(compare_texts(seen, now), start, end)[0]
        return point._replace(state="kept" if now[point.start : point.end] == quote else "gone")
    ahead = quote.index(core)
    found = _carry_words(seen, now, start + ahead, start + ahead + len(core))
    wider = now[max(0, found.start - ahead) : found.end + len(quote) - ahead - len(core)]
    if found.state == "kept" and wider == quote:
        return Carried(found.start - ahead, found.start - ahead + len(quote), "kept")
    return found


def _carry_words(seen: str, now: str, start: int, end: int) -> Carried:
    """As `carry_range`, for a passage that begins and ends with no blank."""
    quote = seen[start:end]
    carried, kept_letters = _follow(compare_texts(seen, now), start, end)
    if now[carried.start : carried.end] == quote:
        return carried._replace(state="kept")
    is_lost = kept_letters < _ENOUGH * _count_letters(quote)
    place = now.find(quote)
    is_once = place >= 0 and now.find(quote, place + 1) < 0
    if is_once and (is_lost or (place < carried.end and carried.start < place + len(quote))):
        return Carried(place, place + len(quote), "kept")
    return carried._replace(state="gone") if is_lost else carried


def _follow(pieces: Iterable[Piece], start: int, end: int) -> tuple[Carried, int]:
    """Where a passage goes through a comparison, and how many of its letters come through (blanks do not count).

    What replaced some of its letters belongs to it; what was put in front of it or behind it does not.
    """
    found: list[tuple[int, int]] = []
    kept_letters = 0
    point: int | None = None
    is_struck = False
    for piece, old, new in _laid_out(pieces):
        left, right = max(start, old), min(end, old + len(piece.text))
        if piece.kind == "inserted":
            if is_struck or start < old < end:
                found.append((new, new + len(piece.text)))
            continue
        if piece.kind == "same" and left < right:
            found.append((new + left - old, new + right - old))
            kept_letters += _count_letters(piece.text[left - old : right - old])
        is_struck = piece.kind == "deleted" and left < right
        if point is None and start <= old + len(piece.text):
            point = new + (start - old if piece.kind == "same" else 0)
    point = point or 0
    first, last = (found[0][0], found[-1][1]) if found else (point, point)
    return Carried(first, last, "altered"), kept_letters


def _laid_out(pieces: Iterable[Piece]) -> Iterator[tuple[Piece, int, int]]:
    """Each piece with where it begins in the old text and in the new one."""
    old = new = 0
    for piece in pieces:
        yield piece, old, new
        old += len(piece.text) if piece.kind != "inserted" else 0
        new += len(piece.text) if piece.kind != "deleted" else 0


def _count_letters(text: str) -> int:
    return len("".join(text.split()))
