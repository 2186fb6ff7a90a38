"""All the files that are written by hand."""

from collections.abc import Iterator

from tests.documents.returned.making import (
    other_programs,
    word_blocks,
    word_comments,
    word_edits,
    word_moves,
    word_rows,
    word_silent,
    word_values,
    word_wrappers,
)
from tests.documents.returned.making.case import Case

_MODULES = (
    word_blocks,
    word_comments,
    word_edits,
    word_moves,
    word_rows,
    word_silent,
    word_values,
    word_wrappers,
    other_programs,
)


def all_cases() -> Iterator[Case]:
    """Every file, module by module."""
    for module in _MODULES:
        yield from module.CASES
