"""The words of an outline, whatever they stand in."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from success_desktop.documents.outline_blocks import Phrase


def words_in(printed: object) -> Iterator[str]:
    """The texts in a piece of an outline, however deep."""
    if isinstance(printed, Phrase):
        yield printed.text
    elif is_dataclass(printed):
        for item in fields(printed):
            yield from words_in(getattr(printed, item.name))
    elif isinstance(printed, tuple):
        for piece in printed:
            yield from words_in(piece)
