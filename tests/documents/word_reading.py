"""Reading a Word file in tests: its parts, its paragraphs, its labels."""

import zipfile
from pathlib import Path

from docx.oxml.ns import qn
from lxml import etree

from success_desktop.documents.outline import OutlineOptions, build_outline
from success_desktop.documents.word_map import MAP_NAMESPACE
from success_desktop.documents.word_writer import WordOptions, write_word
from success_desktop.domain.plan import Plan

M = f"{{{MAP_NAMESPACE}}}"


def write_plan(
    plan: Plan, folder: Path, options: OutlineOptions | None = None, word: WordOptions | None = None
) -> Path:
    path = folder / "plan.docx"
    write_word(build_outline(plan, options), path, word)
    return path


def read_part(path: Path, name: str) -> etree._Element:
    with zipfile.ZipFile(path) as package:
        return etree.fromstring(package.read(name))


def read_body(path: Path) -> etree._Element:
    return read_part(path, "word/document.xml")


def read_text(element: etree._Element) -> str:
    return "".join(
        "\t" if node.tag == qn("w:tab") else node.text or "" for node in element.iter(qn("w:t"), qn("w:tab"))
    )


def find_label(body: etree._Element, name: str) -> etree._Element:
    (mark,) = [one for one in body.iter(qn("w:bookmarkStart")) if one.get(qn("w:name")) == name]
    return next(above for above in mark.iterancestors(qn("w:p")))


def style_of(paragraph: etree._Element) -> str:
    found = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    assert found is not None
    return str(found.get(qn("w:val")))
