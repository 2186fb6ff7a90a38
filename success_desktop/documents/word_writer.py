"""Writing an outline as a Word file (.docx), streamed: thousands of rows never lie in memory as XML."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, count
from pathlib import Path

from docx.document import Document

from success_desktop.documents.outline_blocks import Outline
from success_desktop.documents.outline_passages import list_tables
from success_desktop.documents.word_body import BodyWriter
from success_desktop.documents.word_contents import list_heading_pages
from success_desktop.documents.word_fonts import DEFAULT_FONT, EMBEDDED_FONT, attach_font_table
from success_desktop.documents.word_layout import lay_out
from success_desktop.documents.word_letter_styles import add_letter_styles, add_seal_styles
from success_desktop.documents.word_letters import has_letters
from success_desktop.documents.word_map import attach_map, write_map
from success_desktop.documents.word_package import (
    open_template,
    set_properties,
    set_settings,
    write_package,
)
from success_desktop.documents.word_pictures import draw_pictures
from success_desktop.documents.word_review import ReviewPack, equip_for_review, list_sent_words
from success_desktop.documents.word_sections import add_sections
from success_desktop.documents.word_styles import set_styles
from success_desktop.documents.word_xml import drop_forbidden

Progress = Callable[[float], None]

_SHARE_OF_BODY = 0.8


@dataclass(frozen=True, slots=True)
class WordOptions:
    """How a Word file looks.

    `font` must be on the reader's machine; with `has_embedded_font` the program's own Sarabun travels inside the file
    instead (200 kB). `author` is named in the file's properties only when given.
    """

    font: str = DEFAULT_FONT
    has_embedded_font: bool = False
    author: str = ""

    @property
    def font_in_use(self) -> str:
        """The font that the styles name; the usual one where no name was given."""
        return EMBEDDED_FONT if self.has_embedded_font else drop_forbidden(self.font).strip() or DEFAULT_FONT


def write_word(
    outline: Outline,
    path: Path,
    options: WordOptions | None = None,
    progress: Progress | None = None,
    review: ReviewPack | None = None,
) -> None:
    """Write `outline` to `path`, which is overwritten. The same outline and options make the same bytes.

    With `review` the file is for people who shall comment on it: it tracks what they type, and brings a note and comments.
    `progress` is told 0 to 1 and may raise to stop; the unfinished file is then left for the caller to remove, as it is
    when the disk raises OSError.
    """
    tell = progress or _tell_nobody
    chosen = options or WordOptions()
    document = _make_frame(outline, chosen, is_tracking=review is not None)
    row_count = sum(len(table.rows) for table in list_tables(outline))
    steps = count()
    layout = lay_out(outline)
    layout.heading_pages[:] = list_heading_pages(outline, layout.heading_pages)
    pages = BodyWriter(outline, layout, list(draw_pictures(document, outline))).write()
    if review is not None:
        pages = equip_for_review(document, outline, review, chosen.font_in_use, pages)
    with path.open("wb") as stream:
        streamed: dict[str, Iterable[Iterable[str]]] = {
            "word/document.xml": (_follow(pieces, steps, row_count, tell) for pieces in pages)
        }
        if outline.is_read_back:
            words = () if review is None else list_sent_words(review)
            streamed["customXml/item1.xml"] = (chain(write_map(outline), words),)
        write_package(document, stream, streamed)
    tell(1.0)


def _make_frame(outline: Outline, options: WordOptions, *, is_tracking: bool) -> Document:
    """The document without its text: styles, pages, properties, fonts, and markers where the text will go."""
    document = open_template()
    set_settings(document, has_fonts=options.has_embedded_font, is_tracking=is_tracking)
    set_styles(document, options.font_in_use, is_bilingual=outline.language == "both")
    set_properties(document, outline, options.author)
    attach_font_table(document, options.font_in_use, has_embedded_font=options.has_embedded_font)
    if outline.is_read_back:
        attach_map(document, outline)
    if has_letters(outline):
        add_letter_styles(document, options.font_in_use)
    if outline.seal is not None:
        add_seal_styles(document, options.font_in_use)
    add_sections(document, outline, options.font_in_use)
    return document


def _follow(pieces: Iterator[str], steps: Iterator[int], expected: int, tell: Progress) -> Iterator[str]:
    """The pieces unchanged, while progress is told now and then; `steps` counts them through the whole document."""
    for piece in pieces:
        step = next(steps)
        if step % 100 == 0:
            tell(min(step / (expected + 100), 1.0) * _SHARE_OF_BODY)
        yield piece


def _tell_nobody(_share: float) -> None:
    """Progress that nobody follows."""
