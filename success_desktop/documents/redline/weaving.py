"""The weaver: the bodies that our own writer makes of two documents, woven into one with tracked changes.

Blocks, rows and cells are found by the bookmarks on their labels, never guessed. What is the same in both passes as the
text it is; only what differs is taken apart.
"""

from collections.abc import Collection, Iterable, Iterator

from success_desktop.documents.redline.additions import keep_apart
from success_desktop.documents.redline.alignment import Step, align
from success_desktop.documents.redline.blocks import Block, Table, Text, read_blocks
from success_desktop.documents.redline.manners import IN_PLACE, Manner
from success_desktop.documents.redline.moves import Moves, Strays
from success_desktop.documents.redline.signed import Signer
from success_desktop.documents.redline.tracked import TrackedXml
from success_desktop.documents.redline.weaving_contents import ContentsWeaver
from success_desktop.documents.redline.weaving_tables import TableWeaver
from success_desktop.documents.redline.weaving_texts import TextWeaver


class Weaver:
    """Weaves one pair of pages (the cover, the contents, a section) after the other.

    Bookmarks of the new document keep their ids and names. `new_names` are the names on its labels and rows: what is deleted
    keeps the bookmark of its label only where none of them is the same.
    """

    def __init__(self, signer: Signer, xml: TrackedXml, new_names: Collection[str]) -> None:
        self._signer = signer
        self._xml = xml
        self._texts = TextWeaver(signer, xml, new_names)
        self._contents = ContentsWeaver(signer, xml)

    def weave_contents(self, old: Iterable[str], new: Iterable[str]) -> Iterator[str]:
        """As `weave` for the pages of the contents."""
        return self._contents.weave(old, new)

    def weave(self, old: Iterable[str], new: Iterable[str]) -> Iterator[str]:
        """The pieces of one pair of pages, as BodyWriter yields them, woven; one side may have none."""
        return keep_apart(self._weave(old, new), self._xml)

    def _weave(self, old: Iterable[str], new: Iterable[str]) -> Iterator[str]:
        pages = _Pages(read_blocks(old), read_blocks(new))
        strays = Strays(self._signer, self._xml, pages.staying_tables())
        moves = Moves(self._signer, self._xml, pages.departures(), pages.anchor_of)
        blocks = _BlockWeaver(self._texts, TableWeaver(self._signer, self._xml, self._texts, strays))
        for step in pages.steps:
            before, after = pages.blocks_of(step)
            if moves.knows(step):
                yield moves.open(step)
                yield from blocks.weave(before, after, moves.manner(step))
                yield moves.close(step)
            else:
                yield from blocks.weave(
                    None if step.end == "to" else before, None if step.end == "from" else after
                )


class _Pages:
    """The blocks of a pair of pages, aligned."""

    def __init__(self, old: list[Block], new: list[Block]) -> None:
        self._old = old
        self._new = new
        self.steps = list(align([block.key for block in old], [block.key for block in new]))

    def blocks_of(self, step: Step) -> tuple[Block | None, Block | None]:
        """The old and the new block of a step."""
        return (
            None if step.old is None else self._old[step.old],
            None if step.new is None else self._new[step.new],
        )

    def departures(self) -> list[Step]:
        """The old ends of moves; what became something else on its way is not tracked as moved."""
        return [step for step in self.steps if step.end == "from" and _are_alike(*self.blocks_of(step))]

    def anchor_of(self, step: Step) -> str:
        """Whose mover signs the move that a step is an end of."""
        block = self.blocks_of(step)[1]
        return "" if block is None else block.anchor

    def staying_tables(self) -> Iterator[tuple[Table | None, Table | None]]:
        """The tables that are no part of a move."""
        for step in self.steps:
            pair = self.blocks_of(step)
            if step.end and _are_alike(*pair):
                continue
            old, new = (block if isinstance(block, Table) else None for block in pair)
            if _are_alike(old, new):
                yield old, new
            else:
                yield (None, new) if step.end == "to" else (old, None)
                yield (None, None) if step.end else (None, new)


class _BlockWeaver:
    """Weaves block by block."""

    def __init__(self, texts: TextWeaver, tables: TableWeaver) -> None:
        self._texts = texts
        self._tables = tables

    def weave(self, old: Block | None, new: Block | None, manner: Manner = IN_PLACE) -> Iterator[str]:
        """A block that stayed, came or went, or one end of a move."""
        if manner.end == "from":
            new = None
        if isinstance(old, Text) and isinstance(new, Text):
            is_same = manner is IN_PLACE and (old.xml == new.xml or old.bare == new.bare)
            yield new.xml if is_same else self._texts.weave(old.xml, new.xml, manner)
        elif isinstance(old, Table) and isinstance(new, Table) and _are_alike(old, new):
            yield from self._tables.weave(old, new, manner)
        else:
            yield from self._weave_alone(old, manner, is_new=False)
            yield from self._weave_alone(new, manner, is_new=True)

    def _weave_alone(self, block: Block | None, manner: Manner, *, is_new: bool) -> Iterator[str]:
        if isinstance(block, Table):
            yield from self._tables.weave_one(block, is_new=is_new, manner=manner)
        elif block is not None:
            yield self._texts.weave(*(("", block.xml) if is_new else (block.xml, "")), manner)


def _are_alike(old: Block | None, new: Block | None) -> bool:
    """Whether one can become the other: two texts, or two tables with as many columns."""
    if isinstance(old, Table) and isinstance(new, Table):
        return len(old.widths) == len(new.widths)
    return isinstance(old, Text) and isinstance(new, Text)
