"""The response matrix as it will be printed: one table of twelve columns, A4 across, for Word and for Excel alike."""

from collections import Counter
from collections.abc import Iterator

from success_desktop.documents.matrix_words import MatrixWords
from success_desktop.documents.outline import OutlineOptions
from success_desktop.documents.outline_anchors import AnchorBook
from success_desktop.documents.outline_blocks import (
    Column,
    DataRow,
    GroupRow,
    HeadCell,
    Label,
    Outline,
    Phrase,
    Phrases,
    Section,
    Table,
    TableRow,
    Titled,
)
from success_desktop.documents.outline_values import PlanWording
from success_desktop.domain.feedback_words import DISPOSITIONS
from success_desktop.domain.response_matrix import MatrixGroup, ResponseMatrix
from success_desktop.i18n import N_, Language

MATRIX_FORM = "response_matrix"
MATRIX_TITLE = N_("Comment response matrix")

_COLUMNS: tuple[tuple[str, Column], ...] = (
    (N_("No."), Column(2.6, "centre", "number")),
    (N_("Reviewer"), Column(6, "text", "reviewer")),
    (N_("Date / meeting"), Column(6.4, "text", "occasion")),
    (N_("Location in the draft"), Column(10.6, "text", "location")),
    (N_("Comment"), Column(11, "text", "comment")),
    (N_("Type / weight"), Column(6.3, "text", "nature")),
    (N_("Disposition"), Column(5.9, "text", "disposition")),
    (N_("Action / response"), Column(10.9, "text", "response")),
    (N_("Change (before → after)"), Column(9.1, "text", "change")),
    (N_("Responsible"), Column(6.9, "text", "assignee")),
    (N_("Status"), Column(5.8, "text", "standing")),
    (N_("In draft"), Column(4.6, "text", "draft")),
)
"""The twelve columns: their heads (catalogue entries), their shares of the width, and what they hold.

No word of a head is broken, in Sarabun either, which is half as wide again as TH Sarabun New of the same size.
"""


def build_matrix_outline(matrix: ResponseMatrix, options: OutlineOptions) -> Outline:
    """Read a matrix as a document of one table. `options` name the revision that it was made at."""
    words = PlanWording(matrix.plan, options.language, has_thai_digits=options.has_thai_digits)
    first, root = words.languages[0], matrix.plan.root
    owner = [words.text(root, field, first).text for field in ("organisation", "area", "edition")]
    titles = _titles(words, matrix)
    return Outline(
        language=options.language,
        has_thai_digits=words.has_thai_digits,
        plan_id=matrix.plan.root_id,
        revision_id=options.revision_id,
        title=words.say(MATRIX_TITLE, first)._replace(
            text=f"{titles[0].text} · {words.text(root, 'title', first).text}"
        ),
        owner=words.phrase("  ".join(text for text in owner if text), first),
        contents_title=(),
        page_word=words.say(N_("Page"), first),
        origin=Phrase("", first),
        cover=(),
        sections=(Section("landscape", (), (_table(words, matrix, titles),)),),
        is_read_back=False,
    )


def _titles(words: PlanWording, matrix: ResponseMatrix) -> Phrases:
    """The lines above the table: what it is, of which plan, and what has been decided in all."""
    return (
        *(words.say(MATRIX_TITLE, language) for language in words.languages),
        *(
            title
            for language in words.languages
            if (title := words.text(matrix.plan.root, "title", language)).text
        ),
        *(words.phrase(_summary(words, matrix, language), language) for language in words.languages),
    )


def _summary(words: PlanWording, matrix: ResponseMatrix, language: Language) -> str:
    """How many items there are, and how many of each disposition."""
    counts = Counter(item.remark.disposition for item in matrix.items)
    told = [words.say(N_("Items in all: {count}"), language, count=f"{sum(counts.values()):,}").text]
    for disposition, message in DISPOSITIONS.items():
        if counts[disposition]:
            told.append(f"{words.say(message, language).text} {counts[disposition]:,}")
    return " · ".join(told)


def _table(words: PlanWording, matrix: ResponseMatrix, titles: Phrases) -> Table:
    head = tuple(
        HeadCell(tuple(words.say(message, language) for language in words.languages))
        for message, _ in _COLUMNS
    )
    return Table(
        form=MATRIX_FORM,
        titles=titles,
        caption=(),
        columns=tuple(column for _message, column in _COLUMNS),
        head=(head,),
        rows=tuple(_rows(words, matrix)) or (_line(words, N_("No remarks.")),),
    )


def _rows(words: PlanWording, matrix: ResponseMatrix) -> Iterator[TableRow]:
    cells, anchors = MatrixWords(words, matrix), AnchorBook()
    for group in matrix.groups:
        yield GroupRow(0, tuple(_group_title(words, cells, group, language) for language in words.languages))
        if not group.items:
            yield _line(words, N_("No remarks."))
        for item in group.items:
            yield DataRow(anchors.mark_row(item.remark.id, MATRIX_FORM), cells.cells(item))


def _group_title(words: PlanWording, cells: MatrixWords, group: MatrixGroup, language: Language) -> Titled:
    if group.is_open:
        title = words.say(N_("Awaiting a decision or a response"), language)
    elif group.round is not None:
        title = cells.round_title(group.round, language)
    elif group.reviewer is None:
        title = cells.node_title(group.node_id, language)
    else:
        title = (
            Phrase(group.reviewer, language)
            if group.reviewer
            else words.say(N_("Reviewer not named"), language)
        )
    count = (
        words.say(N_("(items: {count})"), language, count=f"{len(group.items):,}")
        if group.items
        else Phrase("", language)
    )
    return Titled(Label(title), count)


def _line(words: PlanWording, message: str) -> GroupRow:
    """A sentence across the table, on the page of the line above it."""
    blank = Label(Phrase("", words.languages[0]))
    lines = tuple(Titled(blank, words.say(message, language)) for language in words.languages)
    return GroupRow(1, lines, is_note=True)
