"""The lines that repeat at the head and the foot of a redline's pages, with what differs in them tracked."""

from collections.abc import Sequence
from itertools import zip_longest

from docx.section import Section

from success_desktop.documents.outline_blocks import Outline
from success_desktop.documents.redline.page_pairs import PagePair
from success_desktop.documents.redline.signed import SignedPiece
from success_desktop.documents.redline.signing import PlanSigner
from success_desktop.documents.redline.tracked import Ink, ParagraphWriter, TrackedXml
from success_desktop.documents.word_dates import allow_moments
from success_desktop.documents.word_margins import (
    on_one_line,
    set_margins,
    write_foot_rule,
    write_page_number,
)

_OWNER_FIELDS = ("organisation", "area", "edition")


class MarginWriter:
    """Writes the heads and feet of the pages of two documents in one."""

    def __init__(self, old: Outline, new: Outline, signer: PlanSigner, xml: TrackedXml) -> None:
        self._old = old
        self._new = new
        self._signer = signer
        self._xml = xml

    def write(self, section: Section, pages: PagePair) -> None:
        """The lines of one section; the cover has none.

        No section takes its lines over from the one before: LibreOffice would show them there without what is tracked.
        """
        stamps = [end.stamp for end in (pages.old_end, pages.new_end) if end and end.stamp is not None]
        if stamps:
            set_margins(section, self._head(pages), self._foot(pages.shown.sheet.text_width))
            for margin in (section.header, section.footer):
                allow_moments(margin.part.element)

    def _head(self, pages: PagePair) -> str:
        """The stamps of both documents over the plan's title."""
        writer = ParagraphWriter(self._xml)
        stamps = (end.stamp if end and end.stamp else () for end in (pages.old_end, pages.new_end))
        for old, new in zip_longest(*stamps):
            pieces = self._signer.sign_computed(
                *(on_one_line(phrase) if phrase else "" for phrase in (old, new))
            )
            is_whole = old is None or new is None
            _write(writer, pieces)
            writer.end(_style("Stamp"), _ink_of(pieces[0]) if is_whole and pieces else None)
        titles = (on_one_line(outline.title) for outline in (self._old, self._new))
        _write(writer, self._signer.sign_plan(("title",), *titles))
        writer.end(_style("Header"), None)
        return writer.take()

    def _foot(self, width: int) -> str:
        """The plan's owner and the page's number over the line that names the plan and both revisions."""
        writer = ParagraphWriter(self._xml)
        owners = (on_one_line(outline.owner) for outline in (self._old, self._new))
        _write(writer, self._signer.sign_plan(_OWNER_FIELDS, *owners))
        writer.place(write_page_number(self._new))
        writer.end(_style("Footer") + write_foot_rule(width), None)
        origins = (on_one_line(outline.origin) for outline in (self._old, self._new))
        _write(writer, self._signer.sign_origin(*origins))
        writer.end(_style("Origin"), None)
        return writer.take()


def _write(writer: ParagraphWriter, pieces: Sequence[SignedPiece]) -> None:
    for piece in pieces:
        writer.write(piece.text, "", _ink_of(piece))


def _ink_of(piece: SignedPiece) -> Ink | None:
    if piece.kind == "same" or piece.signature is None:
        return None
    return Ink("del" if piece.kind == "deleted" else "ins", piece.signature)


def _style(name: str) -> str:
    return f'<w:pStyle w:val="{name}"/>'
