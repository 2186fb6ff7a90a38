"""The lint for Word files bites: every fault planted in a sound file is found."""

import re
import zipfile
from pathlib import Path

import pytest

from success_desktop.documents.outline import build_outline
from success_desktop.documents.word_writer import write_word
from tests.documents.word_lint import lint
from tests.documents.word_plans import strategy_plan

DOCUMENT, STYLES = "word/document.xml", "word/styles.xml"
FAULTS = [
    ("a field without end", DOCUMENT, r'<w:r><w:fldChar w:fldCharType="end"/></w:r>', "", "have no end"),
    ("a field that ends first", DOCUMENT, r'fldCharType="begin"', 'fldCharType="end"', "out of place"),
    ("a bookmark id used twice", DOCUMENT, r'<w:bookmarkStart w:id="2"', '<w:bookmarkStart w:id="1"', "is used 2 times"),
    ("a bookmark without end", DOCUMENT, r"<w:bookmarkEnd [^>]*>", "", "has no partner"),
    ("a bookmark of 41 characters", DOCUMENT, r'w:name="r_', 'w:name="r_aaaaaa', "too long"),
    ("a name used twice", DOCUMENT, r'w:name="_Toc000000002"', 'w:name="_Toc000000001"', "_Toc000000001 is used 2 times"),
    ("a span too wide", DOCUMENT, r'<w:gridSpan w:val="12"/>', '<w:gridSpan w:val="13"/>', "spans 13 columns of 12"),
    ("a cell too wide", DOCUMENT, r'<w:tcW w:w="\d+"', '<w:tcW w:w="9"', "its grid"),
    ("a cell without paragraph", DOCUMENT, r"(</w:tcPr>)<w:p>.*?</w:p>(</w:tc>)", r"\1\2", "does not end with a paragraph"),
    ("tables that touch", DOCUMENT, r'</w:tbl><w:p>.*?</w:p>', "</w:tbl><w:tbl/>", "no paragraph follows"),
    ("a missing style", DOCUMENT, r'w:pStyle w:val="Heading1"', 'w:pStyle w:val="Heading9"', "Heading9 is used"),
    ("a dead link", DOCUMENT, r'w:anchor="_Toc', 'w:anchor="_Nowhere', "which is not there"),
    ("an unknown relationship", DOCUMENT, r'(Reference [^>]*r:id=")', r'\1none', "does not exist"),
    ("a style without Thai font", STYLES, r' w:cs="[^"]*"', "", "no font for every script"),
    ("a style without Thai language", STYLES, r'w:bidi="th-TH"', 'w:bidi="ar-SA"', "is Thai"),
    ("a size for Latin only", STYLES, r"<w:szCs [^>]*>", "", "sz without szCs"),
    ("a part without type", "[Content_Types].xml", r'<Default Extension="xml"[^>]*>', "", "has no content type"),
    ("a type without part", "[Content_Types].xml", r"/word/header1.xml", "/word/header99.xml", "but is missing"),
    ("a dead target", "word/_rels/document.xml.rels", r'Target="styles.xml"', 'Target="style.xml"', "which is missing"),
    ("a relationship id used twice", "word/_rels/document.xml.rels", r'Id="rId5"', 'Id="rId3"', "uses an id twice"),
]  # fmt: skip


@pytest.fixture(scope="module")
def sound_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("word") / "sound.docx"
    write_word(build_outline(strategy_plan()), path)
    return path


def test_a_sound_file_has_no_findings(sound_file: Path):
    assert lint(sound_file) == []


@pytest.mark.parametrize("fault", FAULTS, ids=[fault[0] for fault in FAULTS])
def test_a_planted_fault_is_found(sound_file: Path, tmp_path: Path, fault: tuple[str, str, str, str, str]):
    name, part, pattern, replacement, finding = fault
    broken = tmp_path / "broken.docx"
    with zipfile.ZipFile(sound_file) as source, zipfile.ZipFile(broken, "w") as target:
        for entry in source.namelist():
            data = source.read(entry)
            if entry == part:
                changed, times = re.subn(pattern, replacement, data.decode(), count=1, flags=re.DOTALL)
                assert times == 1, f"nothing to break for {name}"
                data = changed.encode()
            target.writestr(entry, data)
    assert any(finding in line for line in lint(broken)), lint(broken)
