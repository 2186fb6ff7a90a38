"""The map inside a Word file: which bookmark stands for which field, and the texts as they went out.

It is a customXml part: Word and LibreOffice keep it when they save, and show it to nobody.
"""

from collections.abc import Iterator

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT

from success_desktop.documents.outline_blocks import Outline, Phrase, Table
from success_desktop.documents.outline_passages import list_printed_fields, list_rows, list_tables
from success_desktop.documents.word_package import MARKER, PartKind, attach_part
from success_desktop.documents.word_xml import escape

MAP_NAMESPACE = "urn:success-desktop:printed-plan:1"
MAP_STORE_ID = "{0B3C6C5E-6F0B-5B7C-9C55-5C1B6A2F7D10}"


_MAP = PartKind("/customXml/item1.xml", "application/xml", RT.CUSTOM_XML)
_PROPERTIES = PartKind("/customXml/itemProps1.xml", CT.OFC_CUSTOM_XML_PROPERTIES, RT.CUSTOM_XML_PROPS)
_STORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"


def attach_map(document: Document, outline: Outline) -> None:
    """Give `document` an empty map, in which a marker stands where its content goes, and say which vocabulary it speaks."""
    about = (
        f'plan="{escape(outline.plan_id)}" revision="{escape(outline.revision_id)}" language="{outline.language}" '
        f'digits="{"thai" if outline.has_thai_digits else "arabic"}"'
    )
    empty_map = attach_part(
        document,
        _MAP,
        f'<printed-plan xmlns="{MAP_NAMESPACE}" {about} xml:space="preserve">{MARKER}</printed-plan>',
    )
    attach_part(
        document,
        _PROPERTIES,
        f'<ds:datastoreItem xmlns:ds="{_STORE}" ds:itemID="{MAP_STORE_ID}"><ds:schemaRefs>'
        f'<ds:schemaRef ds:uri="{MAP_NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>',
        empty_map,
    )


def write_map(outline: Outline) -> Iterator[str]:
    """The map's content, in pieces.

    ``<field name node field language><label/><text/></field>`` for every labelled value; ``<table form><column source/>…``
    with ``<row name node><cell><text language/>…</cell>…</row>`` for every table.
    """
    for printed in list_printed_fields(outline):
        anchor = printed.anchor
        yield (
            f'<field name="{anchor.name}" node="{anchor.node_id}" field="{anchor.field}" language="{anchor.language}">'
            f"<label>{escape(printed.label)}</label>{_text(printed.value)}</field>"
        )
    for table in list_tables(outline):
        yield from _table(table)


def _table(table: Table) -> Iterator[str]:
    columns = "".join(f'<column source="{escape(column.source)}"/>' for column in table.columns)
    yield f'<table form="{escape(table.form)}">{columns}'
    for row in list_rows(table):
        cells = [f"<cell>{''.join([_text(phrase) for phrase in phrases])}</cell>" for phrases in row.cells]
        yield f'<row name="{row.anchor.name}" node="{row.anchor.node_id}">{"".join(cells)}</row>'
    yield "</table>"


def _text(phrase: Phrase) -> str:
    language = f' language="{phrase.language}"' if phrase.language else ""
    mark = f' mark="{escape(phrase.mark)}"' if phrase.mark else ""
    return f"<text{language}{mark}>{escape(phrase.text)}</text>"
