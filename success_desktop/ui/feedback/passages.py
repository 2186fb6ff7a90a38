"""The passage on a card: where somebody remarked, or how it would read, cut to what is needed to recognise it."""

from collections.abc import Iterable, Iterator, Sequence

from success_desktop.domain.compare_text import Piece, compare_texts
from success_desktop.domain.thai_words import words
from success_desktop.ui.compare.run_layout import Run

_AROUND = 48
"""Characters of the unchanged text on either side of what is struck or new."""
_MOST_QUOTED = 160
ELLIPSIS = "…"


def redline(old: str, new: str) -> tuple[Run, ...]:
    """How `old` would become `new`: what goes, what comes, and a little of what stays around them."""
    pieces = compare_texts(old, new)
    last = len(pieces) - 1
    return tuple(
        run
        for place, piece in enumerate(pieces)
        for run in _cut(piece, is_first=place == 0, is_last=place == last)
    )


def touched(text: str, proposed: str) -> tuple[tuple[int, int], ...]:
    """Where `proposed` alters `text`: the passages that go, and the word behind which something comes (characters)."""
    struck: list[tuple[int, int]] = []
    comes: list[int] = []
    place = 0
    for piece in compare_texts(text, proposed):
        if piece.kind == "inserted":
            comes.append(place)
            continue
        if piece.kind == "deleted":
            struck.append((place, place + len(piece.text)))
        place += len(piece.text)
    ends = {end for span in struck for end in span}
    return tuple(sorted((*struck, *(_word_at(text, point) for point in comes if point not in ends))))


def quoted(text: str) -> tuple[Run, ...]:
    """The words that a remark is about, in quotation marks; a long passage is cut in its middle."""
    flat = " ".join(text.split())
    if not flat:
        return ()
    if len(flat) > _MOST_QUOTED:
        flat = f"{_begin(flat, _MOST_QUOTED // 2)} {ELLIPSIS} {_end(flat, _MOST_QUOTED // 2)}"
    return (Run("same", f"“{flat}”"),)


def shorten(text: str, most: int) -> str:
    """A text cut behind a word so that it has at most about so many characters."""
    return text if len(text) <= most else f"{_begin(text, most).rstrip()}{ELLIPSIS}"


def _cut(piece: Piece, *, is_first: bool, is_last: bool) -> Iterator[Run]:
    text, both = piece.text, 2 * _AROUND
    if piece.kind != "same" or len(text) <= (_AROUND if is_first or is_last else both):
        yield Run(piece.kind, text)
        return
    before = "" if is_first else _begin(text, _AROUND).rstrip()
    after = "" if is_last else _end(text, _AROUND).lstrip()
    yield Run("same", f"{before}{ELLIPSIS}{after}")


def _word_at(text: str, place: int) -> tuple[int, int]:
    """The word before a place in a text; the one behind it where none is before."""
    start = place
    for word in reversed(words(text[:place])):
        start -= len(word)
        if word.strip():
            return start, start + len(word)
    end = place
    for word in words(text[place:]):
        end += len(word)
        if word.strip():
            break
    return place, end


def _begin(text: str, most: int) -> str:
    """Whole words from the beginning."""
    return "".join(_whole_words(words(text[: 2 * most]), most))


def _end(text: str, most: int) -> str:
    """Whole words up to the end."""
    return "".join(reversed(list(_whole_words(reversed(words(text[-2 * most :])), most))))


def _whole_words(found: Iterable[str] | Sequence[str], most: int) -> Iterator[str]:
    length = 0
    for word in found:
        length += len(word)
        if length > most:
            return
        yield word
