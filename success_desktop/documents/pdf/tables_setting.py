"""How a table is set on paper: where its columns stand, the size of its type, how narrow its amounts are set."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from success_desktop.documents.outline_blocks import DataRow, DocumentLanguage, Phrases, Table, TotalRow
from success_desktop.documents.pdf.lines import width_of
from success_desktop.documents.pdf.measures import leading, type_size
from success_desktop.documents.word_columns import fit_columns
from success_desktop.documents.word_layout import table_points
from success_desktop.i18n import Language

CELL_SIDE = 3.5
"""Points between the line beside a cell and its text."""
CELL_EDGE = 1.25
"""Points between the line above or below a cell and its text."""
_TWIPS = 20
_NARROWEST_SUM = 0.05
"""So narrow sums are set at most, in tables of more columns than the page has room for."""
NARROWEST_AMOUNT = 0.5
"""What stands in a column of amounts and would have to be narrower than this is broken over lines like a text."""


@dataclass(frozen=True, slots=True)
class TableSetting:
    """The measures of one table, in points.

    `edges` are the lines between its columns, counted from its left one; `scales` how wide the amounts of a column are set
    (1: as the font has them), so that the longest of them fits. Rows are at least `least_height` high.
    """

    edges: tuple[float, ...]
    scales: tuple[float, ...]
    size: float
    leading: float
    least_height: float
    language: DocumentLanguage

    @property
    def main_language(self) -> Language:
        """What texts without a language of their own are taken to be in."""
        return "en" if self.language == "en" else "th"

    @property
    def columns(self) -> int:
        """The number of columns."""
        return len(self.scales)

    def room(self, place: int, span: int = 1) -> float:
        """The width that a text has in a cell that fills `span` columns from `place` on."""
        return self.edges[place + span] - self.edges[place] - 2 * CELL_SIDE

    def share(self, width: float, place: int) -> float:
        """How wide an amount of that natural width is set (at most 1) so that it fits its column on one line."""
        room = self.room(place)
        return 1.0 if width <= room else max(room / width, _NARROWEST_SUM)

    def share_of(self, text: str, place: int, *, is_bold: bool = False) -> float:
        """How wide an amount is set so that it fits the column at `place` on one line."""
        return self.share(width_of(text, self.size, is_bold), place)


def set_table(table: Table, width: float, language: DocumentLanguage) -> TableSetting:
    """Fit the columns of a table into `width` points, as the Word file's are."""
    points = table_points(table)
    edges = [0.0]
    for column in fit_columns(table, round(width * _TWIPS), points):
        edges.append(edges[-1] + column / _TWIPS)
    natural = TableSetting(
        tuple(edges),
        (1.0,) * len(table.columns),
        type_size(points),
        leading(points),
        table.row_height / _TWIPS,
        language,
    )
    return _narrow(natural, table)


def _narrow(natural: TableSetting, table: Table) -> TableSetting:
    """The same setting, with the amounts of each column as narrow as the longest of them needs it."""
    rows = [row.cells for row in table.rows if isinstance(row, DataRow)]
    scales = []
    for place, column in enumerate(table.columns):
        amounts = (cells[place] for cells in rows) if column.align == "number" else ()
        shares = (natural.share_of(amount, place) for amount in _longest(amounts))
        scales.append(min([share for share in shares if share >= NARROWEST_AMOUNT], default=1.0))
    return replace(natural, scales=tuple(scales))


def _longest(amounts: Iterable[Phrases]) -> Iterable[str]:
    """Of the amounts of each length one: figures are equally wide, and so are those of one length."""
    return {len(phrase.text): phrase.text for phrases in amounts for phrase in phrases}.values()


def scale_sums(setting: TableSetting, table: Table, row: TotalRow) -> float:
    """How wide the sums of a row are set: all as the one that needs it most."""
    scales, place = [1.0], 0
    for phrases, span in row.cells:
        if span == 1 and table.columns[place].align == "number":
            scales.extend(setting.share_of(phrase.text, place, is_bold=True) for phrase in phrases)
        place += span
    return min(scales)
