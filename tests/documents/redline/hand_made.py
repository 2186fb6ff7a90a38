"""Writing the XML of tracked changes by hand, in pieces small enough to be read."""

import zipfile
from itertools import count
from pathlib import Path
from typing import NamedTuple

from tests.documents.redline.resolver import Blocks, Table

_NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_ids = count(100)


class Shape(NamedTuple):
    """A body or a header with tracked changes, the blocks of the old document and those of the new one."""

    xml: str
    old: Blocks
    new: Blocks


def signed() -> str:
    """The attributes of a tracked change, with an id of its own."""
    return f'w:id="{next(_ids)}" w:author="ก" w:date="2026-11-22T10:00:00Z"'


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def ins(text: str) -> str:
    return f"<w:ins {signed()}>{run(text)}</w:ins>"


def gone(text: str) -> str:
    return f"<w:del {signed()}>{run(text).replace('w:t', 'w:delText')}</w:del>"


def moved(text: str, end: str) -> str:
    """Text at one end of a move: "From" or "To"."""
    return f"<w:move{end} {signed()}>{run(text)}</w:move{end}>"


def paragraph(content: str, mark: str = "", properties: str = "") -> str:
    tracked = f"<w:rPr><w:{mark} {signed()}/></w:rPr>" if mark else ""
    return f"<w:p><w:pPr>{tracked}{properties}</w:pPr>{content}</w:p>"


def plain(text: str) -> str:
    return paragraph(run(text) if text else "")


def added(text: str) -> str:
    """A whole new paragraph."""
    return paragraph(ins(text) if text else "", "ins")


def removed(text: str) -> str:
    """A paragraph that goes."""
    return paragraph(gone(text) if text else "", "del")


def surround(end: str, content: str, name: str = "move1") -> str:
    """`content` between the marks of one end of a move."""
    number = next(_ids)
    start = (
        f'<w:move{end}RangeStart w:id="{number}" w:name="{name}" w:author="ก" w:date="2026-11-22T10:00:00Z"/>'
    )
    return f'{start}{content}<w:move{end}RangeEnd w:id="{number}"/>'


def move(end: str, *texts: str) -> str:
    """One end of the move of whole paragraphs."""
    return surround(end, "".join(paragraph(moved(text, end), f"move{end}") for text in texts))


def cell(*paragraphs: str, properties: str = "") -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/>{properties}</w:tcPr>{"".join(paragraphs)}</w:tc>'


def row(*cells: str, mark: str = "") -> str:
    tracked = f"<w:trPr><w:cantSplit/><w:{mark} {signed()}/></w:trPr>" if mark else ""
    return f"<w:tr>{tracked}{''.join(cells)}</w:tr>"


def plain_row(*texts: str) -> str:
    return row(*(cell(plain(text)) for text in texts))


def added_row(*texts: str) -> str:
    return row(*(cell(paragraph(ins(text) if text else "")) for text in texts), mark="ins")


def removed_row(*texts: str) -> str:
    return row(*(cell(paragraph(gone(text) if text else "")) for text in texts), mark="del")


def moved_row(end: str, *texts: str) -> str:
    cells = (cell(paragraph(moved(text, end) if text else "")) for text in texts)
    return surround(end, row(*cells, mark={"From": "del", "To": "ins"}[end]))


def table(*rows: str, columns: int = 2) -> str:
    width, grid = f'<w:tblW w:w="{columns * 2000}" w:type="dxa"/>', '<w:gridCol w:w="2000"/>' * columns
    properties = f'{width}<w:tblLayout w:type="fixed"/>'
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def read(*rows: str) -> Table:
    """A table of one-letter cells: ``read("ab", "cd")``."""
    return Table(tuple(tuple((letter,) for letter in letters) for letters in rows))


def link(content: str) -> str:
    return f'<w:hyperlink w:anchor="target" w:history="1">{content}</w:hyperlink>'


def field(instruction: str, result: str, tracked: str = "") -> str:
    """A complex field, whole or, with `tracked`, wholly inserted ("ins") or deleted ("del")."""
    tag, written = ("delInstrText", gone(result)) if tracked == "del" else ("instrText", run(result))
    inside = written.partition(">")[2].removesuffix("</w:del>") if tracked == "del" else written
    code = f'<w:r><w:{tag} xml:space="preserve"> {instruction} </w:{tag}></w:r>'
    whole = f"{turn('begin')}{code}{turn('separate')}{inside}{turn('end')}"
    return f"<w:{tracked} {signed()}>{whole}</w:{tracked}>" if tracked else whole


def turn(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


TARGET = (
    '<w:p><w:bookmarkStart w:id="1" w:name="target"/><w:r><w:t>H</w:t></w:r><w:bookmarkEnd w:id="1"/></w:p>'
)
OPENING = f'{turn("begin")}<w:r><w:instrText xml:space="preserve"> TOC \\o "1-3" \\h </w:instrText></w:r>{turn("separate")}'


def write_shape(shape: Shape, path: Path, *, is_head: bool = False) -> Path:
    """A Word file with a shape as its body or, with `is_head`, as the header of its pages."""
    reference = '<w:headerReference w:type="default" r:id="rId2"/>' if is_head else ""
    body = plain("s") if is_head else shape.xml
    parts = {
        "[Content_Types].xml": (
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{_TYPES}.document.main+xml"/>'
            f'<Override PartName="/word/header1.xml" ContentType="{_TYPES}.header+xml"/></Types>'
        ),
        "_rels/.rels": _relations(("rId1", "officeDocument", "word/document.xml")),
        "word/_rels/document.xml.rels": _relations(("rId2", "header", "header1.xml")),
        "word/header1.xml": f"<w:hdr {_NAMESPACES}>{shape.xml if is_head else plain('')}</w:hdr>",
        "word/document.xml": (
            f"<w:document {_NAMESPACES}><w:body>{body}<w:sectPr>{reference}</w:sectPr></w:body></w:document>"
        ),
    }
    with zipfile.ZipFile(path, "w") as package:
        for name, text in parts.items():
            package.writestr(name, text)
    return path


def _relations(*relations: tuple[str, str, str]) -> str:
    entries = "".join(
        f'<Relationship Id="{name}" Type="{_RELATION}/{kind}" Target="{target}"/>'
        for name, kind, target in relations
    )
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{entries}</Relationships>'
