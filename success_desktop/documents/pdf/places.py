"""Where things were printed: which row and which heading stands on which page."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PrintedPlaces:
    """The pages of a printed document, by the numbers printed on them.

    `page_of` has the page of every anchor of a row or heading by the anchor's name, `page_of_row` that of every row by its
    node's id (the first where a node is printed twice), `heading_pages` one page for each heading, parts included, in
    the document's order. `page_count` counts the sheets of the file, cover and contents with them; `last_page` is the number
    on the last one.
    """

    page_of: Mapping[str, int]
    page_of_row: Mapping[str, int]
    heading_pages: tuple[int, ...]
    page_count: int
    last_page: int
