"""What a printed plan is made of. Writers lay these blocks out and add no words, numbers or sums of their own."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

from success_desktop.domain.compare_text import Piece
from success_desktop.i18n import Language

DocumentLanguage = Literal["th", "en", "both"]
Orientation = Literal["portrait", "landscape"]
Paper = Literal["A4", "F4", "A3"]
"""Sheets of 210 × 297 mm, 216 × 330 mm (Thai offices' long paper) and 297 × 420 mm."""
Margins = Literal["plan", "form", "letter"]
"""Of a plan's pages; narrow ones, for forms of twelve columns; of letters: 3 cm left, 2 right, 2.5 above, 2 below."""
ParagraphStyle = Literal[
    "title", "subtitle", "body", "point", "line", "label", "centre", "right", "signature", "note", "boxed"
]
"""How a paragraph of a letter is set: `body` begins 2.5 cm in and is spread over its line; `point` hangs; `line` stands
at the margin; so does `label`, on the page of what follows; `signature` is centred in the right half of the page; `note`
is small and quiet; `boxed` has a frame."""


class Phrase(NamedTuple):
    """A text as it is printed. Newlines part its paragraphs.

    `language` is "" for what has none, such as an amount. `mark` is set on a text that stands in for a missing translation:
    it says, in the document's language, which language this is; writers print it in front and the text in italics.
    `pieces` are set on a text that tells how another became it: joined they are `text`, and writers strike out what was
    deleted and underline what was inserted. `is_bold` sets it off from its neighbours: a cell that has changed.
    """

    text: str
    language: Language | Literal[""]
    mark: str = ""
    pieces: tuple[Piece, ...] = ()
    is_bold: bool = False


Phrases = tuple[Phrase, ...]

BAR = "■"
"""The text of a cell that is a bar from edge to edge, as in a row of months; writers draw it."""


class Anchor(NamedTuple):
    """The name under which a printed label or row is found again when the document comes back.

    Up to 40 characters, unique in the document. `language` is "" for a value that no language has; `field` is "" for a row.
    """

    name: str
    node_id: str
    field: str
    language: Language | Literal[""]


class Label(NamedTuple):
    """What stands before a value, and the anchors it carries: the value is whatever follows it up to the next label."""

    phrase: Phrase
    anchors: tuple[Anchor, ...] = ()


class Titled(NamedTuple):
    """One line of a heading: its label (a number, or the name of the kind), then the value."""

    label: Label
    value: Phrase


@dataclass(frozen=True, slots=True)
class CoverLine:
    """A field of the plan on the cover, one value for each language of the document."""

    field: str
    values: tuple[tuple[Anchor, Phrase], ...]


@dataclass(frozen=True, slots=True)
class PartHeading:
    """The first line of a part (ส่วนที่ n), which starts a page; one phrase for each language."""

    titles: Phrases


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 2 to 4. In a bilingual document the second line is the English one."""

    level: int
    lines: tuple[Titled, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A field under its heading: a label and the value behind it (`is_inline`) or in paragraphs of its own.

    The label's phrase is empty when nothing is printed of it: the label of the heading above carries its anchors then.
    """

    label: Label
    value: Phrase
    is_inline: bool = False


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Fields of one node in two columns, Thai and English: for each field two labels and the values below them."""

    pairs: tuple[tuple[Titled, Titled], ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a letter: its runs stand one behind the other. Newlines in them part paragraphs."""

    runs: Phrases
    style: ParagraphStyle = "body"


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture (PNG), so many millimetres wide; `alt` says what it shows to those who cannot see it."""

    png: bytes
    alt: Phrases
    width_mm: float


class HeadCell(NamedTuple):
    """A cell of a table's head. `span` columns wide; with `reaches_down` it also fills the rows of the head below it."""

    phrases: Phrases
    span: int = 1
    reaches_down: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table.

    `share` is its part of the width, in any unit; `source` tells what it shows, for reading it back: the name of a field
    with, after a colon, the fiscal year (Buddhist Era) where the column holds one year.
    """

    share: float
    align: Literal["text", "centre", "number"]
    source: str


class DataRow(NamedTuple):
    """A row of a table: one node. The anchor belongs into its first cell."""

    anchor: Anchor
    cells: tuple[Phrases, ...]


class GroupRow(NamedTuple):
    """A line across the table above the rows of a group; `level` counts from 0. An empty label prints nothing of itself.

    With `is_note` it ends what stands above it instead, and stays on the page of that.
    """

    level: int
    lines: tuple[Titled, ...]
    is_note: bool = False


class TotalRow(NamedTuple):
    """A sum below a group (or, with `is_grand`, below the table): each cell with the number of columns it spans."""

    is_grand: bool
    cells: tuple[tuple[Phrases, int], ...]


TableRow = DataRow | GroupRow | TotalRow


@dataclass(frozen=True, slots=True)
class Table:
    """A form filled in. `titles` are the centred lines above it, `caption` the quiet one of a small table.

    `row_height` is how high (twips) a row is at least, where people are to write into it by hand; 0: as high as its text.
    """

    form: str
    titles: Phrases
    caption: Phrases
    columns: tuple[Column, ...]
    head: tuple[tuple[HeadCell, ...], ...]
    rows: tuple[TableRow, ...]
    row_height: int = 0


Block = PartHeading | Heading | Passage | SideBySide | Paragraph | Picture | Table


@dataclass(frozen=True, slots=True)
class Section:
    """Pages of one orientation and one stamp (the official form's name, top right on every page).

    With `is_numbered_above` pages are numbered as those of letters: “- 2 -” in the middle above, from the second on, and
    nothing repeats in the margins.
    """

    orientation: Orientation
    stamp: Phrases
    blocks: tuple[Block, ...]
    margins: Margins = "plan"
    is_numbered_above: bool = False


class Seal(NamedTuple):
    """What ties a printed page to a revision: `words` name it, `payload` goes into a QR code, `code` can be typed."""

    payload: str
    code: str
    words: Phrases


@dataclass(frozen=True, slots=True)
class Outline:
    """A plan as it will be printed.

    `title` and `owner` repeat in the margins of every page, with `page_word` before the page's number; `origin` is the
    small line that ties a printed page to the plan and the revision it shows. Without `contents_title` no contents are
    printed. Unless `is_read_back`, a file of it carries neither ids nor a map of the texts sent: remarks on it are not on
    the plan. `seal` stands at the foot of every page, `watermark` behind its text; pages count from `first_page`.
    """

    language: DocumentLanguage
    has_thai_digits: bool
    plan_id: str
    revision_id: str
    title: Phrase
    owner: Phrase
    contents_title: Phrases
    page_word: Phrase
    origin: Phrase
    cover: tuple[CoverLine, ...]
    sections: tuple[Section, ...]
    is_read_back: bool = True
    seal: Seal | None = None
    watermark: Phrases = ()
    first_page: int = 1
    paper: Paper = "A4"

    @property
    def main_language(self) -> Language:
        """The language that comes first: of the contents, the margins and the properties of the file."""
        return "en" if self.language == "en" else "th"
