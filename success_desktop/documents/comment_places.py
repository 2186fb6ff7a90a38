"""Where in a printed plan a remark belongs: the label or row it hangs on, and the words that it is about."""

from collections.abc import Iterator
from typing import NamedTuple

from success_desktop.documents.outline_blocks import Outline, Phrase
from success_desktop.documents.outline_passages import list_printed_fields, list_rows, list_tables


class PrintedPlace(NamedTuple):
    """A value on the page: the bookmark on its label or in its row, the row's cell (None for a label), and its text.

    The text is "" where only the label or the row as a whole is meant. `is_exact` tells that it is the text asked for, and
    not what the document prints of it in its own language or form.
    """

    name: str
    cell: int | None = None
    text: str = ""
    is_exact: bool = True


class PlaceBook:
    """Finds what is printed of a node's field. What a document does not print is looked for at its node, then nowhere."""

    def __init__(self, outline: Outline) -> None:
        self._values: dict[tuple[str, str, str], PrintedPlace] = {}
        self._nodes: dict[str, PrintedPlace] = {}
        for key, place in (*_list_fields(outline), *_list_cells(outline)):
            self._values.setdefault(key, place)
            self._nodes.setdefault(key[0], PrintedPlace(place.name, is_exact=False))

    def find(self, node_id: str, field: str, part: str) -> PrintedPlace | None:
        """Where a part of a field is printed; None when nothing of its node is.

        A year's money is one figure whatever its sources; a value that no language has may be printed in each of them.
        """
        year = part.partition(":")[0]
        for wanted in (part, year, "", "th", "en"):
            place = self._values.get((node_id, field, wanted))
            if place is not None:
                return place._replace(is_exact=wanted == part)
        return self._nodes.get(node_id)


def _list_fields(outline: Outline) -> Iterator[tuple[tuple[str, str, str], PrintedPlace]]:
    for printed in list_printed_fields(outline):
        anchor = printed.anchor
        text = _own_text(printed.value)
        yield (anchor.node_id, anchor.field, anchor.language), PrintedPlace(anchor.name, None, text)


def _list_cells(outline: Outline) -> Iterator[tuple[tuple[str, str, str], PrintedPlace]]:
    for table in list_tables(outline):
        for row in list_rows(table):
            anchor = row.anchor
            for cell, (column, phrases) in enumerate(zip(table.columns, row.cells, strict=True)):
                field, _colon, year = column.source.partition(":")
                for phrase in phrases:
                    key = (anchor.node_id, field, year or phrase.language)
                    yield key, PrintedPlace(anchor.name, cell, _own_text(phrase))


def _own_text(phrase: Phrase) -> str:
    """The text of a phrase; "" for one that stands in for a translation: the words remarked on are not there."""
    return "" if phrase.mark else phrase.text
