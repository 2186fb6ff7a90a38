"""Moves: the two ends of each bear one name, and what was moved in one go stands in one range."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from success_desktop.documents.redline.alignment import Step
from success_desktop.documents.redline.blocks import Row, Table
from success_desktop.documents.redline.manners import Manner
from success_desktop.documents.redline.signed import Signature, Signer
from success_desktop.documents.redline.tracked import Ink, TrackedXml

_Places = tuple[int | None, int | None]


@dataclass(slots=True)
class _Move:
    """One move: who made it, its name, and the (old, new) places of the first and the last thing that went along."""

    mover: Signature
    name: str
    first: _Places
    last: _Places
    closing: str = ""


class Moves:
    """The moves within one sequence: things that stood side by side and still do were moved together."""

    def __init__(
        self, signer: Signer, xml: TrackedXml, steps: Iterable[Step], anchor_of: Callable[[Step], str]
    ) -> None:
        """`steps`: those that begin a move (`end` "from"), in order; `anchor_of` names whose mover signs."""
        self._xml = xml
        self._moves: dict[_Places, _Move] = {}
        for step in steps:
            assert step.old is not None
            assert step.new is not None
            mover, place = signer.sign_whole(anchor_of(step), "moved"), (step.old, step.new)
            move = self._moves.get((step.old - 1, step.new - 1))
            if move is None or move.mover != mover:
                move = _Move(mover, xml.name_move(), place, place)
            move.last = place
            self._moves[place] = move

    def knows(self, step: Step) -> bool:
        """Whether `step` is an end of one of these moves."""
        return bool(step.end) and (step.old, step.new) in self._moves

    def manner(self, step: Step) -> Manner:
        """How to write what stands at this end."""
        return Manner(step.end, self._moves[step.old, step.new].mover)

    def open(self, step: Step) -> str:
        """What stands before it: the beginning of a range, where it is the first that was moved together."""
        move = self._moves[step.old, step.new]
        if move.first != (step.old, step.new):
            return ""
        ink = Ink("moveFrom" if step.end == "from" else "moveTo", move.mover)
        opening, move.closing = self._xml.surround_move(ink, move.name)
        return opening

    def close(self, step: Step) -> str:
        """What stands behind it: the end of the range, where it is the last."""
        move = self._moves[step.old, step.new]
        return move.closing if move.last == (step.old, step.new) else ""


class Strays:
    """Rows that went from one table to another on the same pages, where neither table went along."""

    def __init__(
        self, signer: Signer, xml: TrackedXml, tables: Iterable[tuple[Table | None, Table | None]]
    ) -> None:
        """`tables`: pairs of those that stay in their place, None where one document has no such table."""
        gone, came = _Rows(), _Rows()
        for old, new in tables:
            gone.add(old, new)
            came.add(new, old)
        self._rows = {
            name: (gone.rows[name], came.rows[name])
            for name in gone.rows.keys() & came.rows.keys()
            if gone.rows[name].spans == came.rows[name].spans
        }
        self._places = {name: (gone.places[name], came.places[name]) for name in self._rows}
        steps = sorted(Step(*places, "from") for places in self._places.values())
        names = {places: name for name, places in self._places.items()}
        self.moves = Moves(signer, xml, steps, lambda step: names[step.old or 0, step.new or 0])

    def find(self, row: Row, *, is_new: bool) -> tuple[Step, Row, Row] | None:
        """The end of its move that `row` stands at, the old row and the new one; None when it has not been moved."""
        if row.key.name not in self._rows:
            return None
        return (Step(*self._places[row.key.name], "to" if is_new else "from"), *self._rows[row.key.name])


class _Rows:
    """Rows of one document that their table's twin has not, numbered through all tables, with a gap between two."""

    def __init__(self) -> None:
        self.rows: dict[str, Row] = {}
        self.places: dict[str, int] = {}
        self._count = 0

    def add(self, table: Table | None, twin: Table | None) -> None:
        known = {row.key.name for row in twin.rows} if twin is not None else ()
        for row in table.rows if table is not None else ():
            self._count += 1
            if row.key.name and row.key.name not in known:
                self.rows[row.key.name] = row
                self.places[row.key.name] = self._count
        self._count += 1
