"""A Word file as a package: python-docx's own template made ours, and the zip into which the long parts are streamed."""

import zipfile
from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO
from typing import IO, NamedTuple, cast

import docx
from docx.document import Document
from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.package import OpcPackage
from docx.opc.packuri import PackURI
from docx.opc.part import Part, XmlPart
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from success_desktop.documents.outline_blocks import Outline
from success_desktop.documents.word_xml import drop_forbidden, escape

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PROPERTY_SET = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"

COMPRESSION = 4
"""zlib's level: half the time of its usual 6 for files a sixth larger."""
_LONGEST_PROPERTY = 255
_LUMP_CHARACTERS = 1 << 18
MARKER_WORDS = ("plan", "text")
MARKER = "<?{} {}?>".format(*MARKER_WORDS)
"""Stands in a part where what is streamed goes in. No text can be taken for it: texts are escaped."""

PLAN_PROPERTY = "SUCCESS plan id"
REVISION_PROPERTY = "SUCCESS revision id"
OLD_REVISION_PROPERTY = "SUCCESS old revision id"


class PartKind(NamedTuple):
    """Where a part lies in the package, what it is, and how the part that refers to it calls it."""

    path: str
    content_type: str
    relationship: str


_APPLICATION = PartKind("/docProps/app.xml", CT.OFC_EXTENDED_PROPERTIES, RT.EXTENDED_PROPERTIES)
_CUSTOM = PartKind("/docProps/custom.xml", CT.OFC_CUSTOM_PROPERTIES, RT.CUSTOM_PROPERTIES)
_KEPT_PARTS = frozenset((RT.OFFICE_DOCUMENT, RT.CORE_PROPERTIES, RT.STYLES, RT.SETTINGS, RT.THEME))


def open_template() -> Document:
    """python-docx's template without its pictures, lists, web settings and second set of styles."""
    document = docx.Document()
    for relationships in (document.part.package.rels, document.part.rels):
        for name, relationship in list(relationships.items()):
            if relationship.reltype not in _KEPT_PARTS:
                del relationships[name]
    return document


def attach_part(
    document: Document, kind: PartKind, xml: str, source: Part | OpcPackage | None = None
) -> XmlPart:
    """A new part of `document`'s package, to which `source` refers (the main part where none is given)."""
    package = document.part.package
    part = XmlPart(PackURI(kind.path), kind.content_type, parse_xml(xml), package)
    (source or document.part).relate_to(part, kind.relationship)
    return part


def set_settings(document: Document, *, has_fonts: bool, is_tracking: bool = False) -> None:
    """The document's settings. Nothing asks Word to update fields: their results are there.

    With `is_tracking` Word goes on tracking what is typed into the file.
    """
    embed = "<w:embedTrueTypeFonts/>" if has_fonts else ""
    embed += "<w:trackRevisions/>" if is_tracking else ""
    settings = parse_xml(
        f'<w:settings {nsdecls("w")}><w:zoom w:percent="100"/>{embed}<w:defaultTabStop w:val="720"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
        '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
        '</w:compat><w:themeFontLang w:val="en-US" w:bidi="th-TH"/><w:decimalSymbol w:val="."/>'
        '<w:listSeparator w:val=","/></w:settings>'
    )
    document.settings.element[:] = list(settings)


def set_properties(
    document: Document, outline: Outline, author: str, old_revision_id: str | None = None
) -> None:
    """What the file says of itself: title, subject, language, plan and revision; the author only when one is given.

    `old_revision_id` is that of the revision that a redline starts from; None for a file that is no redline.
    """
    package = document.part.package
    cast(XmlPart, package.part_related_by(RT.CORE_PROPERTIES)).element[:] = []
    properties = document.core_properties
    properties.title, properties.subject = _clip(outline.title.text), _clip(outline.owner.text)
    properties.language = "en-US" if outline.main_language == "en" else "th-TH"
    if outline.seal is not None:
        properties.keywords = _clip(outline.seal.payload)
    if author:
        properties.author = _clip(author)
    values = {PLAN_PROPERTY: outline.plan_id, REVISION_PROPERTY: outline.revision_id}
    if not outline.is_read_back:
        values.clear()
    if old_revision_id is not None:
        values[OLD_REVISION_PROPERTY] = old_revision_id
    custom = "".join(
        f'<property fmtid="{_PROPERTY_SET}" pid="{number}" name="{name}"><vt:lpwstr>{escape(value)}</vt:lpwstr></property>'
        for number, (name, value) in enumerate(values.items(), start=2)
    )
    types = f'xmlns="{_OFFICE}/custom-properties" xmlns:vt="{_OFFICE}/docPropsVTypes"'
    attach_part(document, _CUSTOM, f"<Properties {types}>{custom}</Properties>", package)
    application = "<Application>SUCCESS Desktop</Application>"
    attach_part(
        document,
        _APPLICATION,
        f'<Properties xmlns="{_OFFICE}/extended-properties">{application}</Properties>',
        package,
    )


def _clip(text: str) -> str:
    """A text as a property holds it: 255 characters, none that XML forbids."""
    return drop_forbidden(text)[:_LONGEST_PROPERTY]


def write_package(
    document: Document, target: IO[bytes], streamed: Mapping[str, Iterable[Iterable[str]]]
) -> None:
    """Write `document` to `target`, filling the markers of each part with the pieces of `streamed`, in their order.

    No times of day go into the zip, so that equal content makes equal bytes.
    """
    saved = BytesIO()
    document.save(saved)
    with (
        zipfile.ZipFile(saved) as source,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=COMPRESSION) as package,
    ):
        for name in source.namelist():
            content = source.read(name)
            with package.open(name, "w", force_zip64=name in streamed) as part:
                if name in streamed:
                    for lump in _encode(_fill(content.decode(), streamed[name])):
                        part.write(lump)
                else:
                    part.write(content)


def _fill(content: str, insertions: Iterable[Iterable[str]]) -> Iterator[str]:
    first, *others = content.split(MARKER)
    yield first
    for pieces, following in zip(insertions, others, strict=True):
        yield from pieces
        yield following


def _encode(pieces: Iterable[str]) -> Iterator[bytes]:
    """The pieces as UTF-8, gathered to lumps worth compressing."""
    waiting: list[str] = []
    length = 0
    for piece in pieces:
        waiting.append(piece)
        length += len(piece)
        if length > _LUMP_CHARACTERS:
            yield "".join(waiting).encode()
            waiting.clear()
            length = 0
    yield "".join(waiting).encode()
