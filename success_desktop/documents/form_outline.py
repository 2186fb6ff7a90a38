"""The printed comment form (แบบแสดงความคิดเห็น): the plan's parts by their printed headings, with room to write by hand."""

from collections.abc import Iterator

from success_desktop.documents.outline import OutlineOptions, build_outline
from success_desktop.documents.outline_anchors import AnchorBook
from success_desktop.documents.outline_blocks import (
    Block,
    Column,
    DataRow,
    GroupRow,
    HeadCell,
    Heading,
    Label,
    Outline,
    PartHeading,
    Passage,
    Phrase,
    Phrases,
    Section,
    Table,
    TableRow,
    Titled,
)
from success_desktop.domain.plan import Plan
from success_desktop.domain.thai_digits import thai_digits
from success_desktop.i18n import LANGUAGES, N_, Language, translate

FORM_NAME = "comment_form"
FORM_TITLE = N_("Comment form on the draft plan")

_DEEPEST = 3
"""Headings down to this level have a row of their own: parts, strategies, goals."""
_ROW_HEIGHT = 1000
"""Twips (1.8 cm): two lines by hand."""
_BLANK_ROWS = 6
_DOTS_ACROSS = 120
_DOTS_PER_LETTER = 1.6
_FEWEST_DOTS = 40
"""Dots on which people write: how many fill a line, and how many of them a letter of the label takes."""
_COLUMNS: tuple[tuple[str, Column], ...] = (
    (N_("No."), Column(1.2, "centre", "number")),
    (N_("Place in the plan"), Column(4.6, "text", "place")),
    (N_("Remark"), Column(6.1, "text", "remark")),
    (N_("Suggested wording or action"), Column(6.1, "text", "suggestion")),
)
_ABOUT_YOU = (
    N_("Name (may be left out)"),
    N_("Office, community or village"),
    N_("Day"),
)
_HOW_TO = N_(
    "Write beside the part that you mean; leave blank what needs no remark. Hand the form in to the planning team, "
    "who will answer every line."
)


def build_form_outline(plan: Plan, options: OutlineOptions) -> Outline:
    """Read `plan` as a form on which people write what they think of it; `options` name the revision that it is about."""
    printed = build_outline(plan, options)
    writer = _FormWriter(printed)
    title = Phrase(
        f"{translate(FORM_TITLE, printed.main_language)} · {printed.title.text}", printed.main_language
    )
    return Outline(
        language=printed.language,
        has_thai_digits=printed.has_thai_digits,
        plan_id=printed.plan_id,
        revision_id=printed.revision_id,
        title=title,
        owner=printed.owner,
        contents_title=(),
        page_word=printed.page_word,
        origin=printed.origin,
        cover=(),
        sections=(Section("portrait", (), tuple(writer.blocks())),),
        is_read_back=False,
    )


class _FormWriter:
    """Puts the form together from the headings of the plan as it is printed."""

    def __init__(self, printed: Outline) -> None:
        self._printed = printed
        self._languages: tuple[Language, ...] = (
            LANGUAGES if printed.language == "both" else (printed.main_language,)
        )
        self._count = 0
        self._anchors = AnchorBook()

    def blocks(self) -> Iterator[Block]:
        """The title, whom it is from, how it is filled in, and the table."""
        titles = [*self._say(FORM_TITLE), Phrase(self._printed.title.text, self._printed.main_language)]
        yield PartHeading(tuple(titles))
        for message in _ABOUT_YOU:
            label = " / ".join(phrase.text for phrase in self._say(message))
            dots = "." * max(_FEWEST_DOTS, _DOTS_ACROSS - round(len(label) * _DOTS_PER_LETTER))
            yield Passage(Label(Phrase(label, self._printed.main_language)), Phrase(dots, ""), is_inline=True)
        for phrase in self._say(_HOW_TO):
            yield Passage(Label(Phrase("", phrase.language)), phrase)
        yield self._table()

    def _say(self, message: str) -> Phrases:
        return tuple(Phrase(translate(message, language), language) for language in self._languages)

    def _table(self) -> Table:
        return Table(
            form=FORM_NAME,
            titles=(),
            caption=(),
            columns=tuple(column for _message, column in _COLUMNS),
            head=(tuple(HeadCell(self._say(message)) for message, _column in _COLUMNS),),
            rows=tuple(self._rows()),
            row_height=_ROW_HEIGHT,
        )

    def _rows(self) -> Iterator[TableRow]:
        """A line for each part, a row for each heading in it, then rows for whatever else there is to say."""
        for section in self._printed.sections:
            for block in section.blocks:
                if isinstance(block, PartHeading):
                    yield from self._part(block, _headings_below(block, self._printed))
        yield self._group(self._say(N_("Anything else")))
        for _row in range(_BLANK_ROWS):
            yield self._row(())

    def _part(self, part: PartHeading, headings: list[Heading]) -> Iterator[TableRow]:
        """The rows of a part; one without headings has a row for itself."""
        yield self._group(part.titles)
        for heading in headings:
            yield self._row(tuple(map(_heading_text, heading.lines)))
        if not headings:
            yield self._row(part.titles)

    def _group(self, titles: Phrases) -> GroupRow:
        blank = Phrase("", self._printed.main_language)
        return GroupRow(0, tuple(Titled(Label(title), blank) for title in titles))

    def _row(self, place: Phrases) -> DataRow:
        self._count += 1
        number = str(self._count)
        shown = thai_digits(number) if self._printed.has_thai_digits else number
        anchor = self._anchors.mark_row(number, FORM_NAME)
        return DataRow(anchor, ((Phrase(shown, ""),), place, (), ()))


def _headings_below(part: PartHeading, printed: Outline) -> list[Heading]:
    """The headings of a part that have a row of their own, whatever the number of its sections."""
    found: list[Heading] = []
    is_inside = False
    for block in (block for section in printed.sections for block in section.blocks):
        if isinstance(block, PartHeading):
            is_inside = block is part
        elif is_inside and isinstance(block, Heading) and block.level <= _DEEPEST:
            found.append(block)
    return found


def _heading_text(line: Titled) -> Phrase:
    """A line of a heading as one text: number and name."""
    text = "  ".join(filter(None, (line.label.phrase.text, " ".join(line.value.text.split()))))
    return Phrase(text, line.value.language)
