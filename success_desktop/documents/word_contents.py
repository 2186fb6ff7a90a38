"""The page numbers in a Word file's contents: those of the PDF of the same outline, whose pages are truly laid out."""

from collections.abc import Sequence

from success_desktop.documents.outline_blocks import Outline
from success_desktop.documents.outline_passages import list_rows, list_tables
from success_desktop.documents.pdf_writer import lay_out_pages

MOST_ROWS = 1000
"""Rows up to which the pages are laid out. More would make a file that is written in a moment wait for seconds."""


def list_heading_pages(outline: Outline, estimated: Sequence[int]) -> Sequence[int]:
    """For each heading, parts included, the number of its page as it is printed; `estimated` where there are too many rows.

    An outline without contents needs none: what was estimated is given back.
    """
    if not outline.contents_title:
        return estimated
    row_count = sum(1 for table in list_tables(outline) for _row in list_rows(table))
    return estimated if row_count > MOST_ROWS else lay_out_pages(outline).heading_pages
