"""A Word file in the making: its parts in memory, written so that equal parts make equal bytes."""

import re
import zipfile
from pathlib import Path

from lxml import etree

W_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{W_NAMESPACE}}}"
MAIN_PART = "word/document.xml"

_TYPES_PART = "[Content_Types].xml"
_RELATIONS_PART = "word/_rels/document.xml.rels"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_NO_TIME = (1980, 1, 1, 0, 0, 0)


class Package:
    """The parts of a Word file by their names; its main part as a tree that may be altered."""

    def __init__(self, path: Path) -> None:
        with zipfile.ZipFile(path) as package:
            self.parts = {name: package.read(name) for name in package.namelist()}
        self.document = etree.fromstring(self.parts[MAIN_PART])
        self.main_part = MAIN_PART
        self.renamed: tuple[tuple[bytes, bytes], ...] = ()

    @property
    def body(self) -> etree._Element:
        """The body of the main part."""
        found = self.document.find(f"{W}body")
        assert found is not None
        return found

    def add_part(self, name: str, xml: str, content_type: str, relation: str) -> str:
        """Add a part to which the main part refers, in ``word/``; returns the relationship's id."""
        self.parts[f"word/{name}"] = (
            f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{xml}'.encode()
        )
        types = etree.fromstring(self.parts[_TYPES_PART])
        etree.SubElement(types, f"{{{_TYPES}}}Override", PartName=f"/word/{name}", ContentType=content_type)
        self.parts[_TYPES_PART] = _written(types)
        return self.relate(relation, name)

    def relate(self, relation: str, target: str, *, is_external: bool = False) -> str:
        """Let the main part refer to a part, or to a place outside; returns the relationship's id."""
        relations = etree.fromstring(self.parts[_RELATIONS_PART])
        name = f"rId{len(relations) + 100}"
        made = etree.SubElement(
            relations, f"{{{_RELATIONS}}}Relationship", Id=name, Type=relation, Target=target
        )
        if is_external:
            made.set("TargetMode", "External")
        self.parts[_RELATIONS_PART] = _written(relations)
        return name

    def drop_parts(self, pattern: str) -> None:
        """Take away the parts whose names match, with the relationships to them and their content types."""
        gone = [name for name in self.parts if re.fullmatch(pattern, name)]
        for name in gone:
            del self.parts[name]
        endings = tuple(name.rpartition("/")[2] for name in gone)
        for name in [name for name in self.parts if name.endswith(".rels") or name == _TYPES_PART]:
            tree = etree.fromstring(self.parts[name])
            for entry in list(tree):
                target = entry.get("Target") or entry.get("PartName") or ""
                if target.rpartition("/")[2] in endings:
                    tree.remove(entry)
            self.parts[name] = _written(tree)

    def save(self, path: Path) -> None:
        """Write the file, its main part under `main_part`, with what stands in all parts `renamed` (old, new)."""
        parts = {name: part for name, part in self.parts.items() if name != MAIN_PART}
        parts[MAIN_PART] = _written(self.document)
        if self.main_part != MAIN_PART:
            parts = _renamed(parts, self.main_part)
        for old, new in self.renamed:
            parts = {name: part.replace(old, new) for name, part in parts.items()}
        write_parts(parts, path)


def _renamed(parts: dict[str, bytes], main_part: str) -> dict[str, bytes]:
    """The parts with the main part, and its relationships, under another name."""
    old, new = (name.rpartition("/")[2] for name in (MAIN_PART, main_part))
    moved = {name.replace(f"/{old}", f"/{new}"): part for name, part in parts.items()}
    for name in ("_rels/.rels", _TYPES_PART):
        moved[name] = moved[name].replace(MAIN_PART.encode(), main_part.encode())
    return moved


def write_parts(parts: dict[str, bytes], path: Path) -> None:
    """Write a zip of `parts`, the content types first, without times of day."""
    names = sorted(parts, key=lambda name: (name != _TYPES_PART, name != "_rels/.rels", name))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as package:
        for name in names:
            entry = zipfile.ZipInfo(name, _NO_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(entry, parts[name], compresslevel=9)


def _written(tree: etree._Element) -> bytes:
    return etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
