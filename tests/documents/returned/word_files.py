"""Word files written by hand, part by part, as small as a case allows."""

import zipfile
from collections.abc import Mapping
from pathlib import Path

from success_desktop.documents.returned.reading import read_returned
from success_desktop.documents.returned.resolving import read_lines
from success_desktop.documents.returned.returned_file import Paragraph, ReturnedFile, View

NAMES = " ".join(
    (
        'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
        'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
        'xmlns:v="urn:schemas-microsoft-com:vml"',
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
        'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"',
        'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"',
        'xmlns:w16cid="http://schemas.microsoft.com/office/word/2016/wordml/cid"',
        'xmlns:w16cex="http://schemas.microsoft.com/office/word/2018/wordml/cex"',
        'xmlns:w16du="http://schemas.microsoft.com/office/word/2023/wordml/word16du"',
    )
)
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
ANN = 'w:author="Ann" w:date="2026-11-20T10:00:00Z"'
"""The attributes of a tracked change by Ann."""


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def ins(content: str, signed: str = ANN) -> str:
    return f'<w:ins w:id="1" {signed}>{content}</w:ins>'


def gone(text: str, signed: str = ANN) -> str:
    return f'<w:del w:id="2" {signed}><w:r><w:delText xml:space="preserve">{text}</w:delText></w:r></w:del>'


def para(content: str, mark: str = "", style: str = "") -> str:
    """A paragraph whose own mark is tracked as `mark` ("ins", "del", "moveFrom", "moveTo")."""
    styled = f'<w:pStyle w:val="{style}"/>' if style else ""
    tracked = f'<w:rPr><w:{mark} w:id="3" {ANN}/></w:rPr>' if mark else ""
    return f"<w:p><w:pPr>{styled}{tracked}</w:pPr>{content}</w:p>"


def label(name: str, content: str, number: int = 7) -> str:
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{content}<w:bookmarkEnd w:id="{number}"/>'


def cell(*blocks: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(blocks)}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def write_file(path: Path, body: str, parts: Mapping[str, str] | None = None) -> Path:
    """A file with a body and further parts: each by its name in the folder ``word``, without ``.xml``, and its content.

    How the main part calls another is read off its name ("header1" is a header).
    """
    parts = parts or {}
    relations = "".join(
        f'<Relationship Id="r{name}" Type="{RELATION}/{name.rstrip("0123456789")}" Target="{name}.xml"/>'
        for name in parts
    )
    main = f'<Relationship Id="r" Type="{RELATION}/officeDocument" Target="word/document.xml"/>'
    contents = {
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}">{main}</Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{PACKAGE}">{relations}</Relationships>',
        "word/document.xml": f"<w:document {NAMES}><w:body>{body}<w:sectPr/></w:body></w:document>",
    }
    contents |= {f"word/{name}.xml": text.replace(">", f" {NAMES}>", 1) for name, text in parts.items()}
    return write_zip(path, contents)


def write_zip(path: Path, contents: Mapping[str, str | bytes]) -> Path:
    """A zip of files by their names."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in contents.items():
            package.writestr(name, content)
    return path


def rewrite(path: Path, name: str, old: str, new: str) -> Path:
    """Put other text into a part of a file."""
    with zipfile.ZipFile(path) as package:
        contents = {one: package.read(one) for one in package.namelist()}
    contents[name] = contents[name].replace(old.encode(), new.encode())
    return write_zip(path, contents)


def read_body(folder: Path, body: str, parts: Mapping[str, str] | None = None) -> ReturnedFile:
    """What the reader makes of a body."""
    return read_returned(write_file(folder / "returned.docx", body, parts))


def only(file: ReturnedFile, story: str = "body") -> Paragraph:
    """The only paragraph of a story."""
    (paragraph,) = (one for one in file.paragraphs if one.story == story)
    return paragraph


def texts(file: ReturnedFile, view: View = "accepted", story: str = "body") -> list[str]:
    """The lines of a story in a view."""
    return [line.text for line in read_lines(file, view) if line.story == story]
