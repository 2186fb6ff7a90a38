"""The page numbers in the contents of a Word file are those of the PDF of the same plan."""

from dataclasses import replace
from pathlib import Path

import docx
import pytest

from success_desktop.documents import word_contents
from success_desktop.documents.outline import OutlineOptions, build_outline
from success_desktop.documents.outline_blocks import Heading, Outline, PartHeading
from success_desktop.documents.pdf_writer import lay_out_pages, write_pdf
from success_desktop.documents.word_contents import list_heading_pages
from success_desktop.documents.word_writer import write_word
from tests.documents.word_plans import branch, plan_of, project, root, sample_plan


def read_contents(path: Path) -> list[str]:
    """The page numbers in the contents of a Word file, line by line."""
    document = docx.Document(str(path))
    return [
        paragraph.text.rpartition("\t")[2]
        for paragraph in document.paragraphs
        if paragraph.style and paragraph.style.name.startswith("toc")
    ]


def levels_of(outline: Outline) -> list[int]:
    """The level of every heading, 1 for parts."""
    return [
        1 if isinstance(block, PartHeading) else block.level
        for section in outline.sections
        for block in section.blocks
        if isinstance(block, PartHeading | Heading)
    ]


@pytest.mark.parametrize("language", ["th", "en", "both"])
def test_the_contents_of_word_and_pdf_agree(language, tmp_path):
    outline = build_outline(sample_plan(), OutlineOptions(language=language))
    write_word(outline, tmp_path / "plan.docx")
    places = write_pdf(outline, tmp_path / "plan.pdf")

    listed = [
        str(page) for level, page in zip(levels_of(outline), places.heading_pages, strict=True) if level <= 3
    ]
    assert len(listed) > 10
    assert read_contents(tmp_path / "plan.docx") == listed


def test_a_plan_with_thai_digits_has_them_in_its_contents(tmp_path):
    outline = build_outline(sample_plan(), OutlineOptions(has_thai_digits=True))
    write_word(outline, tmp_path / "plan.docx")

    pages = read_contents(tmp_path / "plan.docx")
    assert pages
    assert all(set(page) <= set("๐๑๒๓๔๕๖๗๘๙") for page in pages)


def test_a_long_plan_keeps_what_was_estimated():
    projects = [project(f"ขุดคลองสายที่ {number}") for number in range(word_contents.MOST_ROWS + 1)]
    outline = build_outline(plan_of(root(branch(*projects))))

    assert list_heading_pages(outline, [7, 8, 9]) == [7, 8, 9]


def test_a_document_without_contents_is_not_laid_out():
    outline = replace(build_outline(sample_plan()), contents_title=())

    assert list_heading_pages(outline, [7, 8, 9]) == [7, 8, 9]


def test_pages_are_counted_from_the_first_page_of_the_document():
    outline = build_outline(sample_plan())

    first = list_heading_pages(outline, [])
    later = list_heading_pages(replace(outline, first_page=21), [])

    assert first == lay_out_pages(outline).heading_pages
    assert first[0] == 1
    assert later == tuple(page + 20 for page in first)
