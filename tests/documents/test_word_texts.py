"""What is in the Word file: every text of the plan, where it belongs, under its label."""

import shutil
import subprocess
from pathlib import Path

import pytest
from docx.oxml.ns import qn
from lxml import etree

from success_desktop.documents.outline import OutlineOptions, build_outline
from success_desktop.documents.outline_blocks import Outline, Passage
from success_desktop.documents.outline_passages import list_printed_fields, list_rows, list_tables
from success_desktop.documents.word_map import MAP_NAMESPACE
from success_desktop.documents.word_writer import write_word
from success_desktop.domain.schema import Seed
from tests.documents.word_lint import lint
from tests.documents.word_plans import (
    HARD_TEXT,
    TWO_PARAGRAPHS,
    branch,
    plan_of,
    project,
    root,
    sample_plan,
    strategy_plan,
)
from tests.documents.word_reading import find_label, read_body, read_part, read_text, style_of, write_plan

M = f"{{{MAP_NAMESPACE}}}"


@pytest.mark.parametrize("language", ["th", "en"])
def test_every_value_stands_behind_its_label_character_for_character(language, tmp_path):
    """Reads the file as it will come back: from a label's bookmark to the next label."""
    outline = build_outline(sample_plan(), OutlineOptions(language))
    path = tmp_path / "plan.docx"
    write_word(outline, path)
    body = read_body(path)
    for printed in list_printed_fields(outline):
        paragraph = find_label(body, printed.anchor.name)
        style = style_of(paragraph)
        if (
            not printed.label
            or style.startswith(("FieldLabel", "AfterTable"))
            or _is_bare(outline, printed.anchor.name)
        ):
            assert _value_below(paragraph, printed.value.text) == printed.value.text
        else:
            assert read_text(paragraph).removeprefix(printed.label).strip() == " ".join(
                printed.value.text.split("\n")
            )


def _is_bare(outline: Outline, name: str) -> bool:
    return any(
        isinstance(block, Passage) and not block.label.phrase.text and block.label.anchors[0].name == name
        for section in outline.sections
        for block in section.blocks
    )


def _value_below(paragraph: etree._Element, value: str) -> str:
    lines = []
    for _line in value.split("\n"):
        following = paragraph.getnext()
        assert following is not None
        paragraph = following
        lines.append(read_text(paragraph))
    return "\n".join(lines)


def test_every_row_of_every_table_is_in_the_file_once_where_it_belongs(tmp_path):
    outline = build_outline(sample_plan())
    path = tmp_path / "plan.docx"
    write_word(outline, path)
    body = read_body(path)
    for table in list_tables(outline):
        for row in list_rows(table):
            tr = next(find_label(body, row.anchor.name).iterancestors(qn("w:tr")))
            printed = [
                "\n".join(map(read_text, cell.iterchildren(qn("w:p"))))
                for cell in tr.iterchildren(qn("w:tc"))
            ]
            assert printed == ["\n".join(phrase.text for phrase in cell) for cell in row.cells]


def test_hard_texts_come_through_whole(tmp_path):
    section = Seed(
        kind="section",
        fields={
            "part": "context",
            "name": {"th": HARD_TEXT},
            "body": {"th": f"{HARD_TEXT}\n{TWO_PARAGRAPHS}"},
        },
    )
    path = write_plan(plan_of(root(section, branch(project(HARD_TEXT, reason={"th": "ก"})))), tmp_path)
    texts = [read_text(one) for one in read_body(path).iter(qn("w:p"))]
    assert f"1.  {HARD_TEXT}" in texts
    place = texts.index("ย่อหน้าแรก")
    assert texts[place - 1 : place + 3] == [HARD_TEXT, "ย่อหน้าแรก", "", "ย่อหน้าที่สอง"]
    assert texts.count(HARD_TEXT) == 3
    assert lint(path) == []


def test_characters_that_xml_cannot_hold_are_left_out_and_foreign_line_ends_part_paragraphs(tmp_path):
    section = Seed(
        kind="section",
        fields={"part": "context", "name": {"th": "ก"}, "body": {"th": "หนึ่ง\x0bส\x00อง\r\nสาม"}},
    )
    path = write_plan(plan_of(root(section)), tmp_path)
    texts = [read_text(one) for one in read_body(path).iter(qn("w:p"))]
    place = texts.index("หนึ่ง")
    assert texts[place : place + 3] == ["หนึ่ง", "สอง", "สาม"]


def test_a_stand_in_is_marked_and_slanted(tmp_path):
    path = write_plan(plan_of(root(branch(project("ขุดคลอง")))), tmp_path, OutlineOptions("en"))
    runs = [
        run
        for run in read_body(path).iter(qn("w:r"))
        if run.find(f"{qn('w:rPr')}/{qn('w:rStyle')}") is not None
    ]
    slanted = [read_text(run) for run in runs if run[0][0].get(qn("w:val")) == "Substitute"]
    assert "[Thai] " in slanted
    assert "ขุดคลอง" in slanted


def test_the_map_brings_every_label_and_row_home(tmp_path):
    outline = build_outline(sample_plan(), OutlineOptions("both", revision_id="r1"))
    path = tmp_path / "plan.docx"
    write_word(outline, path)
    printed_map = read_part(path, "customXml/item1.xml")
    assert (printed_map.get("revision"), printed_map.get("language")) == ("r1", "both")
    names = {str(mark.get(qn("w:name"))) for mark in read_body(path).iter(qn("w:bookmarkStart"))}
    mapped = {str(one.get("name")) for one in printed_map.iter(f"{M}field", f"{M}row")}
    assert mapped == {name for name in names if not name.startswith("_Toc")}
    fields = {
        one.get("name"): (one.get("node"), one.get("field"), one.get("language"), one.findtext(f"{M}text"))
        for one in printed_map.iter(f"{M}field")
    }
    for printed in list_printed_fields(outline):
        anchor = printed.anchor
        assert fields[anchor.name] == (anchor.node_id, anchor.field, anchor.language, printed.value.text)
    columns = [one.get("source") for one in next(printed_map.iter(f"{M}table")).iter(f"{M}column")]
    assert columns == ["number", "name"]


def _convert(path: Path, target: str, folder: Path) -> Path:
    """What LibreOffice makes of a Word file, in a folder of its own."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        target,
        "--outdir",
        str(folder / "made"),
        str(path),
    ]
    subprocess.run(command, check=True, capture_output=True)
    return folder / "made" / path.with_suffix(f".{target}").name


needs_libreoffice = pytest.mark.skipif(
    shutil.which("soffice") is None, reason="LibreOffice (soffice) is not installed"
)


@needs_libreoffice
@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext (poppler) is not installed")
def test_libreoffice_prints_the_first_and_the_last_project(tmp_path):
    path = write_plan(plan_of(root(branch(project("AAA1 ขุดคลอง"), project("ZZZ9 ปลูกป่า")))), tmp_path)
    made = _convert(path, "pdf", tmp_path)
    printed = subprocess.run(["pdftotext", str(made), "-"], check=True, capture_output=True, text=True).stdout
    assert "AAA1" in printed
    assert "ZZZ9" in printed


@needs_libreoffice
def test_every_label_and_the_map_survive_being_saved_by_libreoffice(tmp_path):
    path = write_plan(strategy_plan(), tmp_path, OutlineOptions("both"))
    made = _convert(path, "docx", tmp_path)
    sent, returned = (
        {str(mark.get(qn("w:name"))) for mark in read_body(file).iter(qn("w:bookmarkStart"))}
        for file in (path, made)
    )
    assert sent <= returned | {name for name in sent if name.startswith("_Toc")}
    assert read_part(made, "customXml/item1.xml").tag == f"{M}printed-plan"
