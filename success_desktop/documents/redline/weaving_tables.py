"""Weaving tables: rows that stayed cell by cell, rows that came, went or were moved as Word's own tracked rows."""

from collections.abc import Iterator

from success_desktop.documents.redline.alignment import Step, align
from success_desktop.documents.redline.blocks import Row, Table, fit_row
from success_desktop.documents.redline.manners import IN_PLACE, Manner, whole_ink
from success_desktop.documents.redline.moves import Moves, Strays
from success_desktop.documents.redline.signed import Signer
from success_desktop.documents.redline.strands import Role
from success_desktop.documents.redline.tracked import Ink, TrackedXml
from success_desktop.documents.redline.weaving_texts import TextWeaver

_NOTHING = ("", None)
_CLOSING = "</w:tbl>"
_ROW_PROPERTIES_END = "</w:trPr>"
_BREAKABLE = '<w:trPr><w:cantSplit w:val="off"/>'
"""The properties of a row that has none: a mark alone is not valid there."""


class TableWeaver:
    """Weaves the tables of some pages row by row; what it yields are rows and paragraphs as XML."""

    def __init__(self, signer: Signer, xml: TrackedXml, texts: TextWeaver, strays: Strays) -> None:
        self._signer = signer
        self._xml = xml
        self._texts = texts
        self._strays = strays

    def weave(self, old: Table, new: Table, manner: Manner = IN_PLACE) -> Iterator[str]:
        """A table that stayed or, as `manner` says, the new end of its move; both have as many columns."""
        yield self._texts.weave(old.lead, new.lead, manner)
        yield new.opening
        steps = list(align([row.key for row in old.rows], [row.key for row in new.rows]))
        if manner is IN_PLACE:
            yield from self._weave_rows(steps, old, new)
        else:
            yield from self._weave_moved_rows(steps, old, new, manner)
        yield _CLOSING
        yield self._texts.weave(old.after, new.after, manner)

    def weave_one(self, table: Table, *, is_new: bool, manner: Manner = IN_PLACE) -> Iterator[str]:
        """A table that only one document has, or the old end of a move."""
        yield self._texts.weave(*_on_side(table.lead, is_new=is_new), manner)
        yield table.opening
        for row in table.rows:
            if manner is IN_PLACE:
                yield self._weave_stray(row, table.widths, is_new=is_new)
            else:
                yield self._weave_alone(row, is_new=is_new, manner=manner)
        yield _CLOSING
        yield self._texts.weave(*_on_side(table.after, is_new=is_new), manner)

    def _weave_rows(self, steps: list[Step], old: Table, new: Table) -> Iterator[str]:
        departures = [step for step in steps if step.end == "from"]
        moves = Moves(self._signer, self._xml, departures, lambda step: new.rows[step.new or 0].anchor)
        for step in steps:
            before = None if step.old is None else old.rows[step.old]
            after = None if step.new is None else new.rows[step.new]
            if before is None or after is None:
                yield from self._weave_both(before, after, new.widths)
            elif step.end:
                yield moves.open(step)
                yield self._weave_end(before, after, moves.manner(step), new.widths)
                yield moves.close(step)
            else:
                yield from self._weave_pair(before, after, new.widths)

    def _weave_both(self, old: Row | None, new: Row | None, widths: list[int]) -> Iterator[str]:
        """A row that went, and one that came."""
        if old is not None:
            yield self._weave_stray(old, widths, is_new=False)
        if new is not None:
            yield self._weave_stray(new, widths, is_new=True)

    def _weave_pair(self, old: Row, new: Row, widths: list[int]) -> Iterator[str]:
        """A row that stayed; cells that are the same pass as they are."""
        if old.xml == new.xml or old.bare == new.bare:
            yield new.xml
        elif old.spans != new.spans:
            yield from self._weave_both(old, new, widths)
        else:
            yield self._write(new, self._weave_cells(old, new, IN_PLACE), None)

    def _weave_moved_rows(self, steps: list[Step], old: Table, new: Table, manner: Manner) -> Iterator[str]:
        """The rows of a table at the new end of its move: those that came along, and new ones."""
        for step in steps:
            if step.new is None or step.end == "from":
                continue
            row = new.rows[step.new]
            if step.old is None:
                yield self._weave_alone(row, is_new=True)
            else:
                yield self._weave_end(old.rows[step.old], row, manner, new.widths)

    def _weave_stray(self, row: Row, widths: list[int], *, is_new: bool) -> str:
        """A row that its table has in one document alone: it came, went, or is one end of a move to another table."""
        found = self._strays.find(row, is_new=is_new)
        if found is None:
            return fit_row(self._weave_alone(row, is_new=is_new), widths)
        step, old, new = found
        moves = self._strays.moves
        opening = moves.open(step)
        return f"{opening}{self._weave_end(old, new, moves.manner(step), widths)}{moves.close(step)}"

    def _weave_end(self, old: Row, new: Row, manner: Manner, widths: list[int]) -> str:
        """One end of a row's move."""
        if manner.end == "from":
            return fit_row(self._weave_alone(old, is_new=False, manner=manner), widths)
        return self._write(new, self._weave_cells(old, new, manner), manner.kept_ink)

    def _weave_alone(self, row: Row, *, is_new: bool, manner: Manner = IN_PLACE) -> str:
        """A row of which one document has nothing, or the old end of its move."""
        ink = whole_ink(self._signer, row.anchor, manner, is_new=is_new)
        cells = []
        for column, (properties, paragraphs) in enumerate(row.cells):
            side = (paragraphs, _role(row, column))
            old, new = (_NOTHING, side) if is_new else (side, _NOTHING)
            cells.append(f"<w:tc>{properties}{self._texts.weave_cell(old, new, manner)}</w:tc>")
        return self._write(row, "".join(cells), ink)

    def _weave_cells(self, old: Row, new: Row, manner: Manner) -> str:
        cells = []
        for column, ((_, before), (properties, after)) in enumerate(zip(old.cells, new.cells, strict=True)):
            paragraphs = after
            if before != after or manner is not IN_PLACE:
                paragraphs = self._texts.weave_cell(
                    (before, _role(old, column)), (after, _role(new, column)), manner
                )
            cells.append(f"<w:tc>{properties}{paragraphs}</w:tc>")
        return "".join(cells)

    def _write(self, row: Row, cells: str, ink: Ink | None) -> str:
        head = row.head
        if ink is not None:
            head = head.removesuffix(_ROW_PROPERTIES_END) or _BREAKABLE
            head = f"{head}{self._xml.mark_row(ink)}{_ROW_PROPERTIES_END}"
        return f"<w:tr>{head}{cells}</w:tr>"


def _on_side(xml: str, *, is_new: bool) -> tuple[str, str]:
    return ("", xml) if is_new else (xml, "")


def _role(row: Row, column: int) -> Role | None:
    """What a cell's text is, where no label in it tells."""
    if row.anchor.startswith("r_"):
        return Role("cell", row.anchor, column)
    return Role("value", row.columns[column]) if row.has_values else None
