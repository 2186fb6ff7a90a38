"""Fields in two columns, Thai and English, as a table without a head: a row of labels above each row of values."""

from collections.abc import Iterator

from success_desktop.documents.outline_blocks import DocumentLanguage, SideBySide, Titled
from success_desktop.documents.pdf.boxes import Place
from success_desktop.documents.pdf.measures import leading, type_size
from success_desktop.documents.pdf.tables import RowBox
from success_desktop.documents.pdf.tables_cells import Cell, LineSetter
from success_desktop.documents.pdf.tables_rows import Row
from success_desktop.documents.pdf.tables_setting import CELL_EDGE, TableSetting
from success_desktop.documents.word_styles import TABLE_POINTS


class SideBySideBox(RowBox):
    """Fields of one node in two columns that fill `width` points together."""

    def __init__(self, block: SideBySide, width: float, language: DocumentLanguage) -> None:
        setting = TableSetting(
            (0.0, width / 2, width), (1.0, 1.0), type_size(TABLE_POINTS), leading(TABLE_POINTS), 0.0, language
        )
        super().__init__(setting, None, _set_pairs(block, setting))


def _set_pairs(block: SideBySide, setting: TableSetting) -> Iterator[list[Row]]:
    """For each field the row of its labels and the row of its values, which may break over pages."""
    setter = LineSetter(setting)
    for pair in block.pairs:
        labels = [
            Cell(
                place, 1, setter.set_texts((side.label.phrase,), setting.room(place), is_bold=True), "centre"
            )
            for place, side in enumerate(pair)
        ]
        for label in labels:
            label.is_head = True
        values = [
            Cell(place, 1, setter.set_texts((side.value,), setting.room(place)))
            for place, side in enumerate(pair)
        ]
        yield [
            Row("group", labels, _height(labels, setting), places=tuple(_places(pair))),
            Row("data", values, _height(values, setting), is_breakable=True),
        ]


def _height(cells: list[Cell], setting: TableSetting) -> float:
    return max(setting.leading, *[cell.height for cell in cells]) + 2 * CELL_EDGE


def _places(pair: tuple[Titled, Titled]) -> Iterator[Place]:
    for side in pair:
        yield from (Place(anchor.name, "", 0) for anchor in side.label.anchors)
