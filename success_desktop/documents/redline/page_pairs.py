"""The pages of two documents as one list: which of the old ones become which of the new ones."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from success_desktop.documents.outline_blocks import Outline, PartHeading
from success_desktop.documents.word_pages import Pages, list_pages

_CONTENTS = ("contents",)


class PagePair(NamedTuple):
    """Pages of the old document and those that they become in the new one: which of the two there are.

    A section's end follows them, and says what the pages before it look like: in the old document (`old_end`, None where it
    has no such end), and in the new one. The last pages of a document have the last end of all, whatever pages of the other
    document stand in between. `is_contents` on the page of contents.
    """

    has_old: bool
    has_new: bool
    old_end: Pages | None
    new_end: Pages | None
    is_contents: bool = False

    @property
    def shown(self) -> Pages:
        """What the pages before the end look like while nothing is decided: as in the new document, where it has the end."""
        pages = self.new_end or self.old_end
        assert pages is not None
        return pages


def pair_pages(old: Outline, new: Outline) -> tuple[PagePair, ...]:
    """Cover, contents and sections of both documents, each document's in its own order.

    Pages are paired when they are of one part, one orientation and one stamp; what is left between two pairs is paired in
    order (those pages turn, or get another stamp), and the rest stands alone. So every end is that of some pages: behind
    the last pages of one document stand only such of the other as have no partner.
    """
    old_pages, new_pages = list(list_pages(old)), list(list_pages(new))
    new_names = _name_pages(new)
    places = list(_pair_places(_name_pages(old), new_names))
    return tuple(
        PagePair(
            before is not None,
            after is not None,
            _end_behind(before, old_pages, is_last=number == len(places)),
            _end_behind(after, new_pages, is_last=number == len(places)),
            after is not None and new_names[after] == _CONTENTS,
        )
        for number, (before, after) in enumerate(places, start=1)
    )


def _end_behind(place: int | None, pages: Sequence[Pages], *, is_last: bool) -> Pages | None:
    """Which of a document's pages end there: none where it has none, and its last ones only at the end of all."""
    if is_last:
        return pages[-1]
    return None if place is None or place == len(pages) - 1 else pages[place]


def _name_pages(outline: Outline) -> list[tuple[object, ...]]:
    """What pages must have in common to be taken for the same, in the order of `list_pages`."""
    names: list[tuple[object, ...]] = [("cover",)] if outline.cover else []
    names.append(_CONTENTS)
    part = 0
    for section in outline.sections:
        part += isinstance(section.blocks[0], PartHeading)
        names.append((part, section.orientation, section.stamp))
    return names


def _pair_places(
    old: Sequence[tuple[object, ...]], new: Sequence[tuple[object, ...]]
) -> Iterator[tuple[int | None, int | None]]:
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for _tag, old_start, old_end, new_start, new_end in matcher.get_opcodes():
        paired = min(old_end - old_start, new_end - new_start)
        yield from zip(
            range(old_start, old_start + paired), range(new_start, new_start + paired), strict=True
        )
        yield from ((place, None) for place in range(old_start + paired, old_end))
        yield from ((None, place) for place in range(new_start + paired, new_end))
