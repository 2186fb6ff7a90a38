"""The lines at the head and the foot of every page show what differs in them, signed as everything else."""

import zipfile
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from lxml import etree

from success_desktop.documents.outline_blocks import DocumentLanguage
from tests.documents.redline.revised_plans import MALEE, SOMCHAI, read_words, retitled
from tests.documents.word_reading import read_body


@pytest.mark.parametrize("language", ["th", "en", "both"])
def test_every_page_says_what_differs_in_title_owner_and_revision(language: DocumentLanguage, tmp_path: Path):
    path = retitled().write(tmp_path, language)
    with zipfile.ZipFile(path) as package:
        heads, feet = (
            [
                etree.fromstring(package.read(name))
                for name in package.namelist()
                if name.startswith(f"word/{kind}")
            ]
            for kind in ("header", "footer")
        )
    assert len(heads) == len(feet) == len(list(read_body(path).iter(qn("w:sectPr")))) - 1
    computed = "Computed" if language == "en" else "คำนวณโดยโปรแกรม"
    assert all(
        f"-rev-old{computed}" in read_changes(foot) and f"+rev-new{computed}" in read_changes(foot)
        for foot in feet
    )
    titles = {author for head in heads for author in read_authors(head)}
    assert titles == (set() if language == "en" else {MALEE})
    assert any(SOMCHAI in read_authors(foot) for foot in feet)


def read_changes(part: etree._Element) -> str:
    """What is tracked in a part: + or - before each text, its author behind it."""
    return "".join(
        ("+" if change.tag == qn("w:ins") else "-")
        + "".join(read_words(change))
        + (change.get(qn("w:author")) or "")
        for change in part.iter(qn("w:ins"), qn("w:del"))
    )


def read_authors(part: etree._Element) -> set[str | None]:
    return {change.get(qn("w:author")) for change in part.iter(qn("w:ins"), qn("w:del"))}


def test_a_form_has_its_stamp_on_its_pages_untouched(tmp_path):
    path = retitled().write(tmp_path)
    section = docx.Document(str(path)).sections
    stamps = [
        one.header.paragraphs[0] for one in section if one.header.paragraphs[0].style.style_id == "Stamp"
    ]
    assert stamps
    assert all(stamp.text for stamp in stamps)
    assert not any(list(stamp.paragraph_format.element.iter(qn("w:ins"), qn("w:del"))) for stamp in stamps)
