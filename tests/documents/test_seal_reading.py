"""The seal is found in every kind of file that a document is printed to, and damage is told as such."""

import zipfile
from dataclasses import replace
from datetime import UTC, datetime

import pikepdf
import pytest

from success_desktop.documents.forms_excel import write_excel
from success_desktop.documents.outline import OutlineOptions, build_outline
from success_desktop.documents.pdf_writer import PdfOptions, write_pdf
from success_desktop.documents.seal_reading import SealsFound, UnreadableCopyError, read_seals
from success_desktop.documents.seals import make_seal
from success_desktop.documents.word_writer import write_word
from success_desktop.domain.revision import Revision
from tests.documents.matrices import matrix_of, printed
from tests.plans import small_plan

AT = datetime(2025, 2, 12, 3, 30, tzinfo=UTC)
REVISION = Revision("r1", 7, None, "ก", AT, "", "", "", "ab" * 32, 4)
SEAL = make_seal(small_plan(), REVISION)
PROPERTIES = (small_plan().root_id.upper(), "ab" * 32)


@pytest.fixture
def outline():
    return replace(build_outline(small_plan(), OutlineOptions()), seal=SEAL)


def rewrite(path, change):
    """Write a package anew, each part as `change` (name, content) makes it."""
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    with zipfile.ZipFile(path, "w") as package:
        for name, content in parts.items():
            package.writestr(name, change(name, content))


def test_a_word_file_has_it_in_its_properties_and_at_the_foot_of_its_pages(outline, tmp_path):
    path = tmp_path / "แผน.docx"
    write_word(outline, path)
    assert read_seals(path) == SealsFound(PROPERTIES, (SEAL.code,))


def test_a_pdf_has_it_in_its_properties(outline, tmp_path):
    path = tmp_path / "แผน.pdf"
    write_pdf(outline, path)
    assert read_seals(path).properties == PROPERTIES


def test_a_pdf_whose_properties_were_wiped_still_has_it_in_its_metadata(outline, tmp_path):
    path, wiped = tmp_path / "a.pdf", tmp_path / "b.pdf"
    write_pdf(outline, path)
    with pikepdf.open(path) as document:
        del document.trailer["/Info"]
        document.save(wiped)
    assert read_seals(wiped).properties == PROPERTIES


def test_a_pdf_of_somebody_else_has_none(tmp_path):
    path = tmp_path / "blank.pdf"
    with pikepdf.new() as document:
        document.add_blank_page()
        document.save(path)
    assert read_seals(path) == SealsFound()


def test_a_workbook_has_it_too(tmp_path):
    path = tmp_path / "matrix.xlsx"
    write_excel(replace(printed(matrix_of()), seal=SEAL), path)
    assert read_seals(path).properties == PROPERTIES


def test_a_word_file_without_a_seal_has_none(tmp_path):
    path = tmp_path / "bare.docx"
    write_word(build_outline(small_plan(), OutlineOptions()), path)
    assert read_seals(path) == SealsFound()


def test_a_code_that_word_parted_into_runs_is_found(outline, tmp_path):
    path = tmp_path / "copy.docx"
    write_word(outline, path)
    half, rest = SEAL.code[:6].encode(), SEAL.code[6:].encode()
    parted = half + b"</w:t></w:r><w:r><w:t>" + rest
    rewrite(path, lambda _name, content: content.replace(half + rest, parted))
    assert read_seals(path).codes == (SEAL.code,)


def test_a_file_without_properties_is_known_by_its_pages(outline, tmp_path):
    path = tmp_path / "copy.docx"
    write_word(outline, path)
    blank = b"<coreProperties/>"
    rewrite(path, lambda name, content: blank if name == "docProps/core.xml" else content)
    assert read_seals(path) == SealsFound(None, (SEAL.code,))


def test_a_part_that_is_far_too_large_is_not_read(outline, tmp_path, monkeypatch):
    path = tmp_path / "copy.docx"
    write_word(outline, path)
    monkeypatch.setattr("success_desktop.documents.seal_reading._MOST_BYTES", 10)
    assert read_seals(path) == SealsFound()


@pytest.mark.parametrize("name", ["a.docx", "a.xlsx", "a.pdf"])
def test_a_damaged_file_is_told_as_one(name, tmp_path):
    path = tmp_path / name
    path.write_bytes(b"PK\x03\x04 no document")
    with pytest.raises(UnreadableCopyError):
        read_seals(path)


def test_a_part_that_is_no_xml_is_told_as_damage(outline, tmp_path):
    path = tmp_path / "copy.docx"
    write_word(outline, path)
    rewrite(path, lambda name, content: b"<open>" if name == "word/document.xml" else content)
    with pytest.raises(UnreadableCopyError):
        read_seals(path)


def test_an_entity_in_a_file_reads_nothing_from_the_disk(outline, tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("SUCCESS:1:EVIL:" + "AB" * 32)
    path = tmp_path / "copy.docx"
    write_word(outline, path)
    evil = f'<!DOCTYPE a [<!ENTITY e SYSTEM "{secret.as_uri()}">]><a>&e;</a>'.encode()
    rewrite(path, lambda name, content: evil if name == "docProps/core.xml" else content)
    assert read_seals(path).properties is None


def test_a_locked_pdf_is_told_as_unreadable(outline, tmp_path):
    path = tmp_path / "locked.pdf"
    write_pdf(outline, path, PdfOptions(password="ลับ123"))
    with pytest.raises(UnreadableCopyError):
        read_seals(path)


@pytest.mark.parametrize("name", ["gone.docx", "gone.pdf"])
def test_a_file_that_is_not_there_is_the_callers_to_tell(name, tmp_path):
    with pytest.raises(FileNotFoundError):
        read_seals(tmp_path / name)
