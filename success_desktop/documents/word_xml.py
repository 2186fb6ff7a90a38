"""The smallest pieces of a Word document's XML, as text: runs, paragraphs, bookmarks, fields."""

import re
from collections.abc import Iterable
from itertools import count

from success_desktop.documents.outline_blocks import Anchor, Label, Phrase
from success_desktop.domain.compare_text import Piece

_SPECIAL = re.compile('[&<>"\x00-\x08\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]')
_FORBIDDEN = re.compile("[\x00-\x08\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_NATURAL = 100
_PIECE_STYLES = {"same": "", "deleted": "StruckOut", "inserted": "Underlined"}
_LINE_ENDS = re.compile("\r\n?|\x0b|\u2028|\u2029")


def escape(text: str) -> str:
    """`text` for the inside of an element or a quoted attribute; characters that XML cannot hold are left out."""
    if not _SPECIAL.search(text):
        return text
    return (
        drop_forbidden(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace('"', "&quot;")
    )


def drop_forbidden(text: str) -> str:
    """`text` without the characters that XML cannot hold."""
    return _FORBIDDEN.sub("", text)


def split_paragraphs(text: str) -> list[str]:
    """The paragraphs of a text, whatever kind of line end parts them."""
    return _LINE_ENDS.sub("\n", text).split("\n")


def write_run(text: str, style: str = "", percent: int = 100) -> str:
    """A run of text in a character style, `percent` of its natural width; "" for no text at all. Tabs become Word's own."""
    if not text:
        return ""
    properties = _write_look(style, percent) if style else write_width(percent)
    inside = escape(text).replace("\t", '</w:t><w:tab/><w:t xml:space="preserve">')
    return f'<w:r>{properties}<w:t xml:space="preserve">{inside}</w:t></w:r>'


def _write_look(style: str, percent: int) -> str:
    width = f'<w:w w:val="{percent}"/>' if percent != _NATURAL else ""
    return f'<w:rPr><w:rStyle w:val="{style}"/>{width}</w:rPr>'


def write_width(percent: int) -> str:
    """The properties of a run whose letters are set at `percent` of their natural width."""
    return f'<w:rPr><w:w w:val="{percent}"/></w:rPr>' if percent != _NATURAL else ""


def write_paragraph(style: str, content: str, properties: str = "") -> str:
    """A paragraph in a paragraph style; `properties` are further children of its w:pPr, in their order."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{content}</w:p>'


def run_style(phrase: Phrase) -> str:
    """The character style of a phrase: italics for a stand-in, bold type for what is set off; "" for most."""
    return "Substitute" if phrase.mark else "LabelText" if phrase.is_bold else ""


def write_value(phrase: Phrase, style: str, lead: str = "", percent: int = 100) -> str:
    """A phrase as paragraphs, the first of which begins with the XML `lead`, set at `percent` of its natural width.

    A stand-in for a missing translation is marked and set in italics; a blank line between paragraphs is a low one.
    """
    if phrase.pieces:
        return _write_pieces(phrase.pieces, style, lead)
    first, *rest = split_paragraphs(phrase.text)
    look = run_style(phrase)
    mark = write_run(f"{phrase.mark} ", look) if phrase.mark else ""
    opening = write_paragraph(style, lead + mark + write_run(first, look, percent))
    return opening + "".join(
        write_paragraph(style if text else "BlankLine", write_run(text, look, percent)) for text in rest
    )


def _write_pieces(pieces: Iterable[Piece], style: str, lead: str) -> str:
    """How a text became another, as paragraphs: what went is struck out, what came is underlined."""
    paragraphs = [lead]
    for piece in pieces:
        first, *rest = split_paragraphs(piece.text)
        paragraphs[-1] += write_run(first, _PIECE_STYLES[piece.kind])
        paragraphs.extend(write_run(text, _PIECE_STYLES[piece.kind]) for text in rest)
    return "".join(write_paragraph(style if text else "BlankLine", text) for text in paragraphs)


class Marker:
    """Numbers the bookmarks of one document, and puts them around labels."""

    def __init__(self) -> None:
        self._ids = count(1)
        self._headings = count(1)

    def surround(self, anchors: tuple[Anchor, ...], content: str) -> str:
        """`content` between the bookmarks of `anchors`."""
        for anchor in anchors:
            content = self.mark(anchor.name, content)
        return content

    def mark(self, name: str, content: str) -> str:
        """`content` in one bookmark."""
        number = next(self._ids)
        start = f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>'
        return f'{start}{content}<w:bookmarkEnd w:id="{number}"/>'

    def mark_heading(self, content: str) -> str:
        """`content` in the bookmark that the contents point to; headings must come in the order of the document."""
        return self.mark(heading_name(next(self._headings)), content)

    def label(self, label: Label, style: str = "") -> str:
        """A label within its bookmarks."""
        return self.surround(label.anchors, write_run(label.phrase.text, style))


def heading_name(number: int) -> str:
    """The bookmark of the document's nth heading, counted from 1."""
    return f"_Toc{number:09}"


def write_field(instruction: str, result: str) -> str:
    """A complex field with its result filled in, so that it shows before anything updates it."""
    return open_field(instruction) + write_run(result) + CLOSE_FIELD


def open_field(instruction: str) -> str:
    """The beginning of a complex field; its result and CLOSE_FIELD must follow, in this paragraph or a later one."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )


CLOSE_FIELD = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
