"""How long copying and pasting 5,000 rows of 12 columns takes: ``python -m tests.benchmarks.bench_pasting``.

Printed are milliseconds: all cells copied to text, the text read, its preview with nothing changed and with every cell
changed, the preview shown in its pane, and the deed itself with the table in sight.
"""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QItemSelection, QItemSelectionModel
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from success_desktop.ids import new_id
from success_desktop.services.copying import copy_value, write_block
from success_desktop.services.pasting import preview_paste
from success_desktop.services.pasting_preview import PasteGrid, PasteOptions
from success_desktop.services.pasting_text import Block, read_block
from success_desktop.services.plan_editor import PlanEditor
from success_desktop.services.tabulating import list_columns, usual_form
from success_desktop.services.tabulating_cells import place_of_cell
from success_desktop.ui.plan_bridge import PlanBridge
from success_desktop.ui.table.pasting import Pasting
from tests.benchmarks.bench_table import large_editor, show_table
from tests.benchmarks.bench_tree import measure

COLUMNS = 12


def changed(block: Block) -> Block:
    """Every cell of a block with another value, as far as one can be read there."""
    return tuple(tuple(f"{cell}1" if cell.isdecimal() else f"{cell} ก" for cell in row) for row in block)


def main() -> None:
    """Print the figures."""
    QApplication([])
    with large_editor() as editor:
        plan = editor.plan
        columns = [one for one in list_columns(plan, usual_form(plan), "th") if one.is_editable][:COLUMNS]
        rows = [node.id for node in plan.walk() if node.kind == "project" and "." in node.id]
        grid = PasteGrid(columns, rows, "project", "th")
        texts: list[str] = []

        def copy() -> None:
            places = (
                [place_of_cell(plan, column, plan.nodes[row], "th") for column in columns] for row in rows
            )
            texts.append(
                write_block([[copy_value(plan, place, "th") for place in row if place] for row in places])
            )

        print(f"copy {len(rows):,} x {len(columns)}: {measure(copy):.0f} ms")
        print(f"read {len(texts[0]):,} characters: {measure(lambda: read_block(texts[0])):.0f} ms")
        block = read_block(texts[0])
        other = changed(block)
        same = measure(lambda: preview_paste(plan, grid, block, PasteOptions(), new_id))
        new = measure(lambda: preview_paste(plan, grid, other, PasteOptions(), new_id))
        print(f"preview with nothing changed: {same:.0f} ms, with every cell changed: {new:.0f} ms")
        _measure_on_screen(editor)


def _measure_on_screen(editor: PlanEditor) -> None:
    """Copy all money of the table, change it, and paste it back."""
    bridge = PlanBridge()
    bridge.hold(editor)
    table = show_table(bridge)
    model, first = table.view.grid, table.view.grid.column_of("budget:2568")
    cells = QItemSelection(model.index(0, first), model.index(len(model.rows) - 1, first + 4))
    table.view.selectionModel().select(cells, QItemSelectionModel.SelectionFlag.ClearAndSelect)
    print(f"copy five years of all rows: {measure(table.copy):.0f} ms")
    block = changed(read_block(QGuiApplication.clipboard().text()))
    QGuiApplication.clipboard().setText("\r\n".join("\t".join(row) for row in block))
    print(f"their preview on the screen: {measure(table.paste):.0f} ms")
    pasting = table.view.findChild(Pasting)
    assert pasting is not None
    print(f"accepted, written and shown: {measure(pasting.pane.accepted.emit):.0f} ms")
    bridge.release()


if __name__ == "__main__":
    main()
