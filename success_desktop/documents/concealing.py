"""Leaving people's names out of a document: whoever reviewed or wrote is called by a number in it."""

from collections.abc import Mapping
from dataclasses import replace

from success_desktop.documents.outline_blocks import (
    Block,
    DataRow,
    GroupRow,
    HeadCell,
    Label,
    Outline,
    Phrase,
    Phrases,
    Table,
    TableRow,
    Titled,
    TotalRow,
)

_SHORTEST_INSIDE = 3
"""Letters of a name from which on it is looked for within longer texts; shorter ones only count alone."""


def conceal_names(outline: Outline, aliases: Mapping[str, str]) -> Outline:
    """A document of tables in which each name is printed as its alias. Blank names do not count."""
    concealer = _Concealer(aliases)
    sections = tuple(
        replace(section, blocks=tuple(map(concealer.block, section.blocks))) for section in outline.sections
    )
    return replace(
        outline,
        title=concealer.phrase(outline.title),
        owner=concealer.phrase(outline.owner),
        sections=sections,
    )


class _Concealer:
    """Prints aliases for names, the longest name first, so that none is left over of a part of another."""

    def __init__(self, aliases: Mapping[str, str]) -> None:
        known = {name.strip(): alias for name, alias in aliases.items() if name.strip()}
        self._aliases = known
        self._inside = sorted(
            (name for name in known if len(name) >= _SHORTEST_INSIDE), key=len, reverse=True
        )

    def block(self, block: Block) -> Block:
        """A table without the names; other blocks as they are: letters name those who sign them."""
        if not isinstance(block, Table):
            return block
        return replace(
            block,
            titles=self._phrases(block.titles),
            caption=self._phrases(block.caption),
            head=tuple(tuple(map(self._head, row)) for row in block.head),
            rows=tuple(map(self._row, block.rows)),
        )

    def phrase(self, phrase: Phrase) -> Phrase:
        """A text without the names; the marks of what became of it are kept where no name reaches over them."""
        text = self._text(phrase.text)
        if text == phrase.text:
            return phrase
        pieces = tuple(piece._replace(text=self._text(piece.text)) for piece in phrase.pieces)
        is_whole = "".join(piece.text for piece in pieces) == text
        return phrase._replace(text=text, pieces=pieces if is_whole else ())

    def _text(self, text: str) -> str:
        alone = text.strip()
        if alone in self._aliases:
            return text.replace(alone, self._aliases[alone])
        for name in self._inside:
            text = text.replace(name, self._aliases[name])
        return text

    def _phrases(self, phrases: Phrases) -> Phrases:
        return tuple(map(self.phrase, phrases))

    def _head(self, cell: HeadCell) -> HeadCell:
        return cell._replace(phrases=self._phrases(cell.phrases))

    def _row(self, row: TableRow) -> TableRow:
        if isinstance(row, DataRow):
            return row._replace(cells=tuple(map(self._phrases, row.cells)))
        if isinstance(row, GroupRow):
            return row._replace(lines=tuple(map(self._titled, row.lines)))
        return TotalRow(row.is_grand, tuple((self._phrases(cell), span) for cell, span in row.cells))

    def _titled(self, line: Titled) -> Titled:
        label = Label(self.phrase(line.label.phrase), line.label.anchors)
        return Titled(label, self.phrase(line.value))
