"""What Word demands of a file and validators do not see: pairs, names, references and sums. Each finding is one line."""

import posixpath
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
LONGEST_NAME = 40


def lint(path: Path) -> list[str]:
    """Every finding in a Word file; an empty list when it is sound."""
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    trees = {name: etree.fromstring(data) for name, data in parts.items() if name.endswith((".xml", ".rels"))}
    document = trees["word/document.xml"]
    return [
        *_content_types(parts, trees["[Content_Types].xml"]),
        *_relationships(parts, trees),
        *_fields(document),
        *_bookmarks(document),
        *_tables(document),
        *_styles(document, trees["word/styles.xml"]),
        *_links(document),
    ]


def _content_types(parts: dict[str, bytes], types: etree._Element) -> Iterator[str]:
    defaults = {entry.get("Extension") for entry in types.iter(f"{TYPES}Default")}
    overrides = [str(entry.get("PartName")) for entry in types.iter(f"{TYPES}Override")]
    for name in parts:
        if (
            f"/{name}" not in overrides
            and name.rpartition(".")[2] not in defaults
            and name != "[Content_Types].xml"
        ):
            yield f"{name} has no content type"
    yield from (f"{name} has a content type but is missing" for name in overrides if name[1:] not in parts)


def _relationships(parts: dict[str, bytes], trees: dict[str, etree._Element]) -> Iterator[str]:
    """Targets exist; ids are unique; every r:id used in a part is one of its own."""
    for name, tree in trees.items():
        if name.endswith(".rels"):
            folder = posixpath.dirname(posixpath.dirname(name))
            for entry in tree.iter(f"{RELATIONS}Relationship"):
                target = posixpath.normpath(posixpath.join(folder, str(entry.get("Target"))))
                if target not in parts:
                    yield f"{name} points to {target}, which is missing"
            continue
        rels = posixpath.join(posixpath.dirname(name), "_rels", posixpath.basename(name) + ".rels")
        known = (
            [entry.get("Id") for entry in trees[rels].iter(f"{RELATIONS}Relationship")]
            if rels in trees
            else []
        )
        if len(known) != len(set(known)):
            yield f"{rels} uses an id twice"
        used = {element.get(f"{R}id") for element in tree.iter() if element.get(f"{R}id")}
        yield from (f"{name} uses the relationship {one}, which does not exist" for one in used - set(known))


def _fields(document: etree._Element) -> Iterator[str]:
    """begin, separate and end of fields nest."""
    depth: list[str] = []
    for element in document.iter(f"{W}fldChar"):
        kind = str(element.get(f"{W}fldCharType"))
        if kind == "begin":
            depth.append(kind)
        elif not depth or (kind == "separate" and depth[-1] != "begin"):
            yield f"a field has {kind} out of place"
        elif kind == "separate":
            depth[-1] = kind
        else:
            depth.pop()
    if depth:
        yield f"{len(depth)} fields have no end"


def _bookmarks(document: etree._Element) -> Iterator[str]:
    starts = [str(mark.get(f"{W}id")) for mark in document.iter(f"{W}bookmarkStart")]
    ends = [str(mark.get(f"{W}id")) for mark in document.iter(f"{W}bookmarkEnd")]
    names = [str(mark.get(f"{W}name")) for mark in document.iter(f"{W}bookmarkStart")]
    yield from (
        f"bookmark id {one} is used {times} times" for one, times in Counter(starts).items() if times > 1
    )
    yield from (f"bookmark {one} has no partner" for one in set(starts) ^ set(ends))
    yield from (
        f"bookmark name {one} is used {times} times" for one, times in Counter(names).items() if times > 1
    )
    for name in names:
        if len(name) > LONGEST_NAME or not name.replace("_", "a").isalnum() or not name.isascii():
            yield f"bookmark name {name} is too long or holds a sign that Word refuses"


def _tables(document: etree._Element) -> Iterator[str]:
    for number, table in enumerate(document.iter(f"{W}tbl"), start=1):
        grid = [int(str(column.get(f"{W}w"))) for column in table.iter(f"{W}gridCol")]
        for row in table.iterchildren(f"{W}tr"):
            cells = list(row.iterchildren(f"{W}tc"))
            spans = [_span(cell) for cell in cells]
            if sum(spans) != len(grid):
                yield f"a row of table {number} spans {sum(spans)} columns of {len(grid)}"
            widths = sum(
                int(str(width.get(f"{W}w"))) for cell in cells for width in cell.iterfind(f"{W}tcPr/{W}tcW")
            )
            if widths != sum(grid):
                yield f"a row of table {number} is {widths} wide, its grid {sum(grid)}"
            if any(cell[-1].tag != f"{W}p" for cell in cells):
                yield f"a cell of table {number} does not end with a paragraph"
        following = table.getnext()
        if following is None or following.tag != f"{W}p":
            yield f"no paragraph follows table {number}"


def _span(cell: etree._Element) -> int:
    found = cell.find(f"{W}tcPr/{W}gridSpan")
    return 1 if found is None else int(str(found.get(f"{W}val")))


def _styles(document: etree._Element, styles: etree._Element) -> Iterator[str]:
    known = {str(style.get(f"{W}styleId")) for style in styles.iter(f"{W}style")}
    for kind in ("pStyle", "rStyle", "tblStyle"):
        used = {str(element.get(f"{W}val")) for element in document.iter(f"{W}{kind}")}
        yield from (f"style {one} is used but not defined" for one in used - known)
    for style in (*styles.iter(f"{W}style"), *styles.iter(f"{W}rPrDefault")):
        fonts, language = style.find(f"{W}rPr/{W}rFonts"), style.find(f"{W}rPr/{W}lang")
        name = style.get(f"{W}styleId") or "the default"
        if fonts is None or not all(fonts.get(f"{W}{slot}") for slot in ("ascii", "hAnsi", "cs", "eastAsia")):
            yield f"style {name} has no font for every script"
        if language is None or language.get(f"{W}bidi") != "th-TH":
            yield f"style {name} does not say that its complex script is Thai"
        for plain, complex_script in (("sz", "szCs"), ("b", "bCs"), ("i", "iCs")):
            if (style.find(f"{W}rPr/{W}{plain}") is None) != (
                style.find(f"{W}rPr/{W}{complex_script}") is None
            ):
                yield f"style {name} has {plain} without {complex_script}, or the other way round"


def _links(document: etree._Element) -> Iterator[str]:
    names = {mark.get(f"{W}name") for mark in document.iter(f"{W}bookmarkStart")}
    links = {link.get(f"{W}anchor") for link in document.iter(f"{W}hyperlink")}
    yield from (f"a link leads to {one}, which is not there" for one in links - names)
