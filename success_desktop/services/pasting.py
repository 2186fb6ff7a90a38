"""Pasting a block of cells into a grid: look first (`preview_paste`), then accept, in one step of undo.

Every value is read by the reader of typed values, so what may be typed may be pasted. A cell that cannot be read stays as it
is and is named with the reason; what the grid has no room for is told. Nothing is lost silently.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from success_desktop.domain.plan import Plan
from success_desktop.i18n import N_
from success_desktop.services.editing import can_add
from success_desktop.services.importing_nodes import name_key
from success_desktop.services.pasting_heads import find_heads
from success_desktop.services.pasting_links import AGENCY
from success_desktop.services.pasting_preview import (
    PasteGrid,
    PasteOptions,
    PastePreview,
)
from success_desktop.services.pasting_rows import RowPaster
from success_desktop.services.pasting_text import Block
from success_desktop.services.plan_editor import PlanEditor
from success_desktop.services.tabulating import NAME
from success_desktop.services.tabulating_cells import name_in


def accept_paste(editor: PlanEditor, preview: PastePreview, initiator: object | None = None) -> None:
    """Do what the preview shows, as one step of undo; nothing when it changes nothing.

    Raises UserError when the plan has changed since so that the preview does not fit any more.
    """
    editor.edit(N_("Paste from Excel"), preview.edits, initiator)


def preview_paste(
    plan: Plan, grid: PasteGrid, block: Block, options: PasteOptions, make_id: Callable[[], str]
) -> PastePreview:
    """What pasting a block (pasting_text.read_clipboard) into a grid would do. The plan stays as it is.

    A first row that names columns says where each goes; without one they go side by side from the options' cell. `make_id`
    gives the ids of new nodes.
    """
    body, columns, has_heads = _place(plan, grid, block, options)
    names = block[0] if has_heads else ()
    paster = RowPaster(plan, grid, options, make_id)
    paster.paste(body, columns)
    filled = [place for place in range(len(columns)) if any(place < len(row) and row[place] for row in body)]
    indices = [(place, columns[place]) for place in filled]
    shown = [grid.columns[index] for _place, index in indices if index is not None]
    return PastePreview(
        plan=plan,
        changes=tuple(paster.changes),
        same=paster.same,
        refused=tuple(paster.refused),
        new_rows=tuple(paster.new_rows),
        extra_rows=paster.extra_rows,
        can_add_rows=paster.can_add_rows,
        left_out=tuple(_name(names, place) for place, index in indices if index is None),
        computed=tuple(column.title for column in shown if not column.is_editable),
        unknown_names=tuple(paster.links.unknown),
        new_names=tuple(node.name for node in paster.branches.nodes_of((AGENCY,))),
        has_heads=has_heads,
        brings_names=bool(grid.rows) and any(column.key == NAME for column in shown),
        edits=(*paster.branches.edits(), *(edit for cell in paster.changes for edit in cell.edits)),
    )


def suggest_rows(plan: Plan, grid: PasteGrid, block: Block, options: PasteOptions) -> PasteOptions:
    """The options with where the rows of a block best go: into those of the grid, or all of them new.

    Whole rows, which a table of projects copied from Excel is, are new unless they land on rows of the same names or
    without any: nothing is overwritten by what is another thing. A block is of whole rows when its heads name the column of
    names, or when one cell is selected and names with further columns begin there. Those that reach beyond the last row are
    new in any case.
    """
    body, columns, has_heads = _place(plan, grid, block, options)
    keys = [None if index is None else grid.columns[index].key for index in columns]
    is_one_cell = options.row_count == options.column_count == 1
    if NAME not in keys or not (has_heads or (is_one_cell and len(columns) > 1)):
        return options
    place = keys.index(NAME)
    names = [row[place] if place < len(row) else "" for row in body]
    if not any(names):
        return options
    are_new = bool(grid.rows) and not _are_names_of(plan, grid, names, options.row)
    can_be_new = bool(options.parent_id) and can_add(plan, options.parent_id, grid.kind)
    return replace(options, has_new_rows=can_be_new, are_all_new=are_new and can_be_new)


def _are_names_of(plan: Plan, grid: PasteGrid, names: Sequence[str], first: int) -> bool:
    """Whether most names are those of the rows that they would land on, from the row `first` on; rows without one count."""
    rows = [plan.nodes[node_id] for node_id in grid.rows[first : first + len(names)]]
    own = [name_key(name_in(node, grid.language)) for node in rows]
    kept = sum(old in ("", name_key(new)) for old, new in zip(own, names, strict=False))
    return 2 * kept > len(rows)


def _place(
    plan: Plan, grid: PasteGrid, block: Block, options: PasteOptions
) -> tuple[Block, tuple[int | None, ...], bool]:
    """The rows of a block without its heads, the grid's column for each of their cells, and whether there were heads."""
    heads = find_heads(plan, grid, block[0]) if len(block) > 1 else None
    body = block[1:] if heads else _filled(block, options)
    width = max(map(len, body), default=0)
    columns = _pad(heads, width) if heads else _side_by_side(grid, options.column, width)
    return body, columns, heads is not None


def _filled(block: Block, options: PasteOptions) -> Block:
    """The block as often as it goes into a larger selection, side by side and below itself; once where it does not fit."""
    height, width = len(block), max(map(len, block), default=0)
    is_uneven = not width or bool(options.row_count % height or options.column_count % width)
    if is_uneven or options.are_all_new:
        return block
    down, right = options.row_count // height, options.column_count // width
    even = [(*row, *[""] * (width - len(row))) if right > 1 else row for row in block]
    return tuple(tuple(row) * right for row in even) * down


def _side_by_side(grid: PasteGrid, first: int, width: int) -> tuple[int | None, ...]:
    return tuple(index if index < len(grid.columns) else None for index in range(first, first + width))


def _pad(heads: tuple[int | None, ...], width: int) -> tuple[int | None, ...]:
    """Columns without a head have no place."""
    return (*heads, *[None] * (width - len(heads)))


def _name(names: Sequence[str], place: int) -> str:
    """What a column of the block is called: its head, else its number."""
    return names[place] if place < len(names) and names[place] else str(place + 1)
