"""The last work on a PDF file: its tags, what it says of itself, its page labels, and a password."""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, NamedTuple

import pikepdf

from success_desktop.documents.outline_blocks import Outline
from success_desktop.documents.pdf.book import BookNumbers
from success_desktop.documents.pdf.object_file import ObjectFile
from success_desktop.documents.pdf.pen import Pen
from success_desktop.documents.pdf.structure import write_structure
from success_desktop.documents.word_xml import drop_forbidden, escape

_PROGRAM = "SUCCESS Desktop"
_LANGUAGES = {"th": "th-TH", "en": "en-US"}
_RDF = 'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
_SCHEMAS = (
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" '
    'xmlns:xmp="http://ns.adobe.com/xap/1.0/"'
)


@dataclass(frozen=True, slots=True)
class PdfOptions:
    """What a PDF file is given besides its pages.

    With a `password` no one opens it without (AES, 256 bits). `author` is named in its properties only when given.
    """

    password: str = ""
    author: str = ""


class FilePage(NamedTuple):
    """A page of the file: the number (from 0) under which it was drawn, and what viewers call it."""

    drawn: int
    label: str


def finish(pen: Pen, outline: Outline, pages: Sequence[FilePage], options: PdfOptions, path: Path) -> None:
    """Write what was drawn to `path`, the pages in the order in which they are given.

    The same drawing makes the same bytes, unless a password scrambles them. Raises OSError when the disk does.
    """
    with path.open("wb") as stream:
        if not options.password:
            _write(pen, outline, pages, options.author, stream)
            return
        plain = io.BytesIO()
        _write(pen, outline, pages, options.author, plain)
        lock = pikepdf.Encryption(owner=options.password, user=options.password, R=6)
        with pikepdf.open(plain) as pdf:
            pdf.save(stream, object_stream_mode=pikepdf.ObjectStreamMode.generate, encryption=lock)


def _write(pen: Pen, outline: Outline, pages: Sequence[FilePage], author: str, stream: BinaryIO) -> None:
    file = ObjectFile(stream)
    numbers = pen.book.write(file, [page.drawn for page in pages])
    tags = write_structure(pen.tags, numbers)
    root = file.add_packed(tags, numbers.free + len(tags))
    information, metadata, table = root + 1, root + 2, root + 3
    file.add(root, _write_root(outline, pages, numbers, metadata).encode("ascii"))
    file.add(information, _write_information(outline, author).encode("ascii"))
    file.add_stream(metadata, "/Type/Metadata/Subtype/XML", _write_metadata(outline, author).encode())
    file.close(table, root, information)


def _write_root(outline: Outline, pages: Sequence[FilePage], numbers: BookNumbers, metadata: int) -> str:
    """The object that leads to all others."""
    entries = [
        f"/Type/Catalog/Pages {numbers.page_list} 0 R/StructTreeRoot {numbers.free} 0 R/Metadata {metadata} 0 R",
        "/MarkInfo<</Marked true>>/ViewerPreferences<</DisplayDocTitle true>>",
        f"/Lang({_LANGUAGES[outline.main_language]})",
        f"/PageLabels<</Nums[{' '.join(_label_pages([page.label for page in pages]))}]>>",
    ]
    if numbers.outline:
        entries.append(f"/Outlines {numbers.outline} 0 R/PageMode/UseOutlines")
    return f"<<{''.join(entries)}>>"


def _label_pages(labels: Sequence[str]) -> Iterator[str]:
    """What viewers call the pages: in Arabic numerals by counting, else each by its own label."""
    for place, label in enumerate(labels):
        if not (label.isascii() and label.isdigit()):
            yield f"{place}<</P{_write_text(label)}>>"
        elif not place or labels[place - 1] != str(int(label) - 1):
            yield f"{place}<</S/D/St {label}>>"


def _write_information(outline: Outline, author: str) -> str:
    """What the file says of itself: no moment is told."""
    values = {
        "Title": outline.title.text,
        "Subject": outline.owner.text,
        "Keywords": _keywords_of(outline),
        "Author": author,
        "Creator": _PROGRAM,
        "Producer": _PROGRAM,
    }
    return f"<<{''.join(f'/{name}{_write_text(value)}' for name, value in values.items() if value)}>>"


def _write_metadata(outline: Outline, author: str) -> str:
    """The same once more as XMP, with the document's language. That the file keeps to a standard (PDF/A) is not claimed."""
    keywords = _keywords_of(outline)
    subject, language = escape(outline.owner.text), _LANGUAGES[outline.main_language]
    entries = [
        f"<dc:format>application/pdf</dc:format>{_alternatives('title', escape(outline.title.text))}",
        f"<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>",
        f"<xmp:CreatorTool>{_PROGRAM}</xmp:CreatorTool><pdf:Producer>{_PROGRAM}</pdf:Producer>",
    ]
    if subject:
        entries.append(_alternatives("description", subject))
    if keywords:
        entries.append(f"<pdf:Keywords>{escape(keywords)}</pdf:Keywords>")
    if author:
        entries.append(f"<dc:creator><rdf:Seq><rdf:li>{escape(author)}</rdf:li></rdf:Seq></dc:creator>")
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
        f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF {_RDF}><rdf:Description rdf:about="" {_SCHEMAS}>'
        f"{''.join(entries)}</rdf:Description></rdf:RDF></x:xmpmeta>\n"
        '<?xpacket end="r"?>'
    )


def _alternatives(name: str, text: str) -> str:
    return f'<dc:{name}><rdf:Alt><rdf:li xml:lang="x-default">{text}</rdf:li></rdf:Alt></dc:{name}>'


def _keywords_of(outline: Outline) -> str:
    """What the seal's code holds: whoever checks a copy finds it here without a camera."""
    return outline.seal.payload if outline.seal else ""


def _write_text(text: str) -> str:
    """A text string in PDF syntax."""
    return f"<FEFF{drop_forbidden(text).encode('utf-16-be').hex()}>"
