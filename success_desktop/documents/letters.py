"""A letter as it will be printed: its wording filled with facts, in one language, or in Thai and then in English."""

import re
from collections.abc import Iterator

from success_desktop.documents.outline import OutlineOptions
from success_desktop.documents.outline_anchors import AnchorBook
from success_desktop.documents.outline_blocks import (
    Block,
    Column,
    DataRow,
    HeadCell,
    Outline,
    Paragraph,
    Phrase,
    Phrases,
    Section,
    Table,
)
from success_desktop.documents.outline_values import PlanWording
from success_desktop.domain.letters.letter import HandTable, Letter, LetterBlock
from success_desktop.domain.letters.stated_facts import FactReader
from success_desktop.i18n import N_, Language

HAND_FORM = "by_hand"
"""The name of the tables that are filled in with a pen."""

_BOLD = "**"
_EMPTY_LINE = "\u00a0"
"""A line as high as any other with nothing on it: room to sign."""
_EMBLEM = "\n".join((_EMPTY_LINE,) * 3)
"""Room above a letter for the emblem of 3 cm that stands on the office's own paper."""
_TIED = re.compile(r"(?<=ที่|ข้อ|.ศ\.|No\.) (?=[0-9๐-๙])")
"""A blank at which no line may end: before the number of a meeting, a clause, a year."""
_ROW_HEIGHT = 567
"""Twips (1 cm): a line by hand."""


def build_letter(letter: Letter, reader: FactReader, options: OutlineOptions) -> Outline:
    """Read a letter with the facts that `reader` tells; what is lacking is printed as dots to write upon."""
    words = PlanWording(reader.plan, options.language, has_thai_digits=options.has_thai_digits)
    first = words.languages[0]
    return Outline(
        language=options.language,
        has_thai_digits=words.has_thai_digits,
        plan_id=reader.plan.root_id,
        revision_id=options.revision_id,
        title=words.phrase(letter.name.spoken(first), first),
        owner=words.text(reader.plan.root, "organisation", first)._replace(mark=""),
        contents_title=(),
        page_word=words.say(N_("Page"), first),
        origin=Phrase("", first),
        cover=(),
        sections=tuple(
            _LetterWriter(letter, reader, words, language).section() for language in words.languages
        ),
        is_read_back=False,
    )


class _LetterWriter:
    """Writes a letter in one language."""

    def __init__(self, letter: Letter, reader: FactReader, words: PlanWording, language: Language) -> None:
        self._letter = letter
        self._reader = reader
        self._words = words
        self._language = language

    def section(self) -> Section:
        """The pages of the letter."""
        return Section("portrait", (), tuple(self._blocks()), margins="letter", is_numbered_above=True)

    def _blocks(self) -> Iterator[Block]:
        if self._letter.has_emblem:
            yield Paragraph((Phrase(_EMBLEM, self._language),), "centre")
        reader = self._reader
        for block in self._letter.blocks_for(reader.authority, reader.edition.kind):
            if not block.only_with or reader.is_known(block.only_with):
                yield self._table(block.table) if block.table is not None else self._paragraph(block)

    def _paragraph(self, block: LetterBlock) -> Paragraph:
        wording = block.th if self._language == "th" else block.en
        return Paragraph(tuple(self._runs(wording)), block.style)

    def _runs(self, wording: str) -> Iterator[Phrase]:
        """A wording in its pieces, the bold ones marked. Bold is told before facts are filled in: a fact may hold stars."""
        roomy = "\n".join(line or _EMPTY_LINE for line in wording.split("\n"))
        for place, piece in enumerate(roomy.split(_BOLD)):
            text = _TIED.sub("\u00a0", self._reader.fill(piece, self._language))
            if text:
                yield self._words.phrase(text, self._language)._replace(is_bold=place % 2 == 1)

    def _table(self, spec: HandTable) -> Table:
        anchors = AnchorBook()
        head = tuple(HeadCell((self._say(column.head.spoken(self._language)),)) for column in spec.columns)
        blank: tuple[Phrases, ...] = ((),) * (len(spec.columns) - 1)
        rows = tuple(
            DataRow(anchors.mark_row(str(number), HAND_FORM), ((self._say(str(number)),), *blank))
            for number in range(1, spec.rows + 1)
        )
        columns = tuple(
            Column(column.share, "text" if place else "centre", "" if place else "number")
            for place, column in enumerate(spec.columns)
        )
        return Table(HAND_FORM, (), (), columns, (head,), rows, row_height=_ROW_HEIGHT)

    def _say(self, text: str) -> Phrase:
        return self._words.phrase(text, self._language)
