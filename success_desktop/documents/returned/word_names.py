"""Names of WordprocessingML, as lxml spells them: what the readers of returned files look for (ECMA-376 part 1, 17)."""

from success_desktop.documents.returned.returned_file import Sort

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
W16DU = "{http://schemas.microsoft.com/office/word/2023/wordml/word16du}"

PARAGRAPH, RUN, TEXT = f"{W}p", f"{W}r", f"{W}t"
TABLE, ROW, CELL = f"{W}tbl", f"{W}tr", f"{W}tc"
PARAGRAPH_PROPERTIES, RUN_PROPERTIES = f"{W}pPr", f"{W}rPr"
ROW_PROPERTIES, CELL_PROPERTIES = f"{W}trPr", f"{W}tcPr"
SECTION_PROPERTIES, NUMBERING_PROPERTIES = f"{W}sectPr", f"{W}numPr"
BOX = f"{W}txbxContent"
ALTERNATIVES, CHOICE, FALLBACK = f"{MC}AlternateContent", f"{MC}Choice", f"{MC}Fallback"

ID, VALUE, NAME = f"{W}id", f"{W}val", f"{W}name"
AUTHOR, DATE, DATE_UTC = f"{W}author", f"{W}date", f"{W16DU}dateUtc"

TRACKED: dict[object, Sort] = {
    f"{W}ins": "ins",
    f"{W}del": "del",
    f"{W}moveFrom": "moveFrom",
    f"{W}moveTo": "moveTo",
}
"""The elements that track content, by what they are called."""

CELL_TRACKED: dict[object, Sort] = {
    f"{W}cellIns": "cellIns",
    f"{W}cellDel": "cellDel",
    f"{W}cellMerge": "cellMerge",
}
"""The elements in the properties of a cell that track it."""

OLD_PROPERTIES = tuple(
    f"{W}{name}Change"
    for name in ("rPr", "pPr", "sectPr", "tblPr", "tcPr", "trPr", "tblPrEx", "tblGrid", "numbering")
)
"""The elements that keep how something looked before: formatting only."""

WRAPPER_RANGES = tuple(f"{W}customXml{sort}RangeStart" for sort in ("Ins", "Del", "MoveFrom", "MoveTo"))
"""Where the tracked arrival or departure of a wrapper around content begins: it changes no text."""

_UNTEXTED = (
    *(
        "rPr",
        "pPr",
        "sdtPr",
        "sdtEndPr",
        "smartTagPr",
        "customXmlPr",
        "tblPr",
        "tblGrid",
        "tblGridChange",
        "tblPrEx",
    ),
    *(
        "trPr",
        "tcPr",
        "sectPr",
        "rubyPr",
        "fldData",
        "ffData",
        "proofErr",
        "permStart",
        "permEnd",
        "annotationRef",
    ),
    *("lastRenderedPageBreak", "footnoteRef", "endnoteRef", "separator", "continuationSeparator"),
)
UNTEXTED = frozenset(f"{W}{name}" for name in _UNTEXTED)
"""Elements in which no text stands, nor anything that tracks text."""
