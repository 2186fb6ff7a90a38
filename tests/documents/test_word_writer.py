"""The Word file: sound, complete, the same every time, and readable where it arrives."""

import zipfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from openxml_audit import FileFormat, OpenXmlValidator

from success_desktop.documents.outline import OutlineOptions, build_outline
from success_desktop.documents.outline_blocks import DocumentLanguage
from success_desktop.documents.word_fonts import DEFAULT_FONT, EMBEDDED_FONT, font_size
from success_desktop.documents.word_map import MAP_NAMESPACE
from success_desktop.documents.word_package import PLAN_PROPERTY, REVISION_PROPERTY
from success_desktop.documents.word_styles import SMALL_TABLE_POINTS
from success_desktop.documents.word_writer import WordOptions, write_word
from success_desktop.domain.plan import Plan
from success_desktop.domain.schema import Seed
from tests.documents.word_lint import lint
from tests.documents.word_plans import branch, issue_plan, plan_of, project, root, sample_plan, strategy_plan
from tests.documents.word_reading import read_body, read_part, read_text, style_of, write_plan
from tests.documents.word_widths import width_of

M = f"{{{MAP_NAMESPACE}}}"


PLANS: dict[str, Callable[[], Plan]] = {
    "sample": sample_plan,
    "2566": strategy_plan,
    "2571": issue_plan,
    "empty": lambda: plan_of(Seed(kind="plan")),
}


@pytest.mark.parametrize("language", ["th", "en", "both"])
@pytest.mark.parametrize("plan", PLANS)
def test_every_file_is_valid_and_lint_free(plan: str, language: DocumentLanguage, tmp_path: Path):
    path = write_plan(PLANS[plan](), tmp_path, OutlineOptions(language, revision_id="r1"))
    result = OpenXmlValidator(file_format=FileFormat.OFFICE_2019).validate(str(path))
    assert [str(error) for error in result.errors] == []
    assert lint(path) == []


def test_a_file_with_thai_digits_and_an_embedded_font_is_valid(tmp_path):
    word = WordOptions(has_embedded_font=True, author="สมหญิง & คณะ")
    path = write_plan(strategy_plan(), tmp_path, OutlineOptions(has_thai_digits=True), word)
    assert OpenXmlValidator(file_format=FileFormat.OFFICE_2019).validate(str(path)).is_valid
    assert lint(path) == []
    formats = [one.get(qn("w:fmt")) for one in read_body(path).iter(qn("w:pgNumType"))]
    assert formats[1:3] == ["thaiLetters", "thaiNumbers"]
    with zipfile.ZipFile(path) as package:
        assert len([name for name in package.namelist() if name.endswith(".odttf")]) == 4
    assert docx.Document(str(path)).core_properties.author == "สมหญิง & คณะ"


def test_the_embedded_font_is_the_shipped_one_once_unmixed(tmp_path):
    path = write_plan(strategy_plan(), tmp_path, word=WordOptions(has_embedded_font=True))
    table = read_part(path, "word/fontTable.xml")
    embedded = next(table.iter(qn("w:embedRegular")))
    key = bytes.fromhex(str(embedded.get(qn("w:fontKey"))).strip("{}").replace("-", ""))[::-1] * 2
    with zipfile.ZipFile(path) as package:
        data = package.read("word/fonts/font1.odttf")
    clear = bytes(a ^ b for a, b in zip(data[:32], key, strict=True)) + data[32:]
    assert clear[:4] == b"\0\1\0\0"
    assert b"Sarabun" in clear or "Sarabun".encode("utf-16-be") in clear


def test_the_same_plan_makes_the_same_bytes(tmp_path):
    (tmp_path / "second").mkdir()
    first = write_plan(sample_plan(), tmp_path)
    second = write_plan(sample_plan(), tmp_path / "second")
    assert first.read_bytes() == second.read_bytes()


def test_the_file_names_plan_and_revision_and_no_author(tmp_path):
    plan = strategy_plan()
    path = write_plan(plan, tmp_path, OutlineOptions(revision_id="rev-7"))
    document = docx.Document(str(path))
    assert document.core_properties.title == "แผนทดสอบ พ.ศ. 2568–2572"
    assert document.core_properties.author == ""
    custom = read_part(path, "docProps/custom.xml")
    assert {one.get("name"): str(one[0].text) for one in custom} == {
        PLAN_PROPERTY: plan.root_id,
        REVISION_PROPERTY: "rev-7",
    }
    footer = document.sections[-1].footer.paragraphs[-1].text
    assert plan.root_id in footer
    assert "rev-7" in footer


def test_nothing_of_the_librarys_own_template_shows(tmp_path):
    path = write_plan(strategy_plan(), tmp_path)
    with zipfile.ZipFile(path) as package:
        names = package.namelist()
        whole = b"".join(package.read(name) for name in names if not name.startswith("word/theme"))
    assert not [name for name in names if "Effects" in name or "thumbnail" in name or "numbering" in name]
    for trace in (b"python-docx", b"2013-", b"Theme=", b"lsdException", b"Calibri", b"Cambria", b"<?plan"):
        assert trace not in whole
    assert b'<w:zoom w:percent="100"/>' in whole
    styles = {style.name for style in docx.Document(str(path)).styles}
    assert {"Normal", "Normal Table", "Heading 1", "Body Thai", "toc 1"} <= styles
    assert "List Bullet" not in styles


def test_pages_alike_share_head_and_foot_and_the_cover_has_none(tmp_path):
    document = docx.Document(str(write_plan(sample_plan(), tmp_path)))
    cover, contents, first, *_others = document.sections
    assert cover.header.is_linked_to_previous
    assert not contents.header.is_linked_to_previous
    assert first.header.is_linked_to_previous
    assert [one.footer.is_linked_to_previous for one in document.sections if one.orientation == 1] == [False]


def test_forbidden_characters_and_line_ends_in_a_title_spare_head_and_properties(tmp_path):
    plan = plan_of(root(title={"th": "แผน\x00 & <ก>\nบรรทัดสอง"}, organisation={"th": "เทศบาล"}))
    path = write_plan(plan, tmp_path)
    document = docx.Document(str(path))
    assert document.sections[1].header.paragraphs[0].text == "แผน & <ก> บรรทัดสอง"
    assert document.core_properties.title.startswith("แผน & <ก>")
    assert lint(path) == []


def test_forms_carry_their_stamp_on_landscape_pages(tmp_path):
    document = docx.Document(str(write_plan(strategy_plan(), tmp_path)))
    stamped = [one for one in document.sections if one.header.paragraphs[0].text == "แบบ ผ.02"]
    assert len(stamped) == 1
    pages = read_body(tmp_path / "plan.docx").iter(qn("w:sectPr"))
    shapes = [(page.find(qn("w:pgSz")), page.find(qn("w:pgMar"))) for page in pages]
    turned = [size.get(qn("w:orient")) for size, _margins in shapes if size is not None]
    assert turned.count("landscape") == 2
    margins = shapes[0][1]
    assert margins is not None
    assert {edge: round(int(str(margins.get(qn(f"w:{edge}")))) / 567, 1) for edge in ("left", "right", "top", "bottom")} == {
        "left": 3.0, "right": 2.0, "top": 2.5, "bottom": 2.0,
    }  # fmt: skip


def test_headings_of_parts_and_issues_are_words_own(tmp_path):
    document = docx.Document(str(write_plan(sample_plan(), tmp_path)))
    styles = Counter(paragraph.style.name for paragraph in document.paragraphs if paragraph.style)
    assert styles["Heading 1"] == 6
    assert styles["Heading 3"] > 5


def test_the_contents_list_every_heading_to_level_three_with_a_page(tmp_path):
    body = read_body(write_plan(sample_plan(), tmp_path))
    paragraphs = list(body.iter(qn("w:p")))
    entries = [one for one in paragraphs if style_of(one).startswith("TOC")]
    headings = [one for one in paragraphs if style_of(one) in ("Heading1", "Heading2", "Heading3")]
    assert [read_text(one).partition("\t")[0] for one in entries] == [
        read_text(one).replace("\t", " ") for one in headings
    ]
    pages = [int(read_text(one).partition("\t")[2]) for one in entries]
    assert pages == sorted(pages)
    assert pages[0] == 1


def test_thai_paragraphs_are_distributed_and_english_ones_are_not(tmp_path):
    styles = read_part(write_plan(strategy_plan(), tmp_path), "word/styles.xml")
    alignment = {
        style.get(qn("w:styleId")): [jc.get(qn("w:val")) for jc in style.iter(qn("w:jc"))]
        for style in styles.iter(qn("w:style"))
    }
    assert alignment["BodyThai"] == ["thaiDistribute"]
    assert alignment["BodyEnglish"] == []


def test_heads_repeat_and_only_tall_rows_break(tmp_path):
    tall = project("ขุดคลอง", objective={"th": "เพื่อระบายน้ำ " * 90})
    body = read_body(write_plan(plan_of(root(branch(tall, project("สั้น")))), tmp_path))
    schedule = list(body.iter(qn("w:tbl")))[-5]
    rows = list(schedule.iterchildren(qn("w:tr")))
    heads = [row for row in rows if row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None]
    assert rows[:2] == heads
    breakable = [read_text(row) for row in rows if row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is None]
    assert len(breakable) == 1
    assert "ขุดคลอง" in breakable[0]


def test_columns_of_ten_digit_sums_are_wide_enough(tmp_path):
    budget: dict[int, dict[str, object]] = {year: {"loan": 1475226000} for year in range(2568, 2573)}
    body = read_body(write_plan(plan_of(root(branch(project("เขื่อน", budget)))), tmp_path))
    schedule = list(body.iter(qn("w:tbl")))[-5]
    widths = [int(str(one.get(qn("w:w")))) for one in schedule.iter(qn("w:gridCol"))]
    sum_width = width_of("1,475,226,000", font_size(EMBEDDED_FONT, SMALL_TABLE_POINTS))
    assert all(width > sum_width + 140 for width in widths[4:9])
    assert sum(widths) == 16838 - 2 * 850


def test_more_money_columns_than_fit_still_fill_the_page_exactly(tmp_path):
    budget: dict[int, dict[str, object]] = {year: {"loan": 1475226000} for year in range(2560, 2580)}
    path = write_plan(plan_of(root(branch(project("เขื่อน", budget)))), tmp_path)
    assert lint(path) == []


def test_progress_runs_to_the_end_and_may_stop_the_work(tmp_path):
    shares: list[float] = []
    write_word(build_outline(strategy_plan()), tmp_path / "a.docx", progress=shares.append)
    assert shares == sorted(shares)
    assert shares[-1] == 1.0

    def stop(share: float) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        write_word(build_outline(strategy_plan()), tmp_path / "b.docx", progress=stop)


def test_a_name_of_two_lines_heads_its_branch_in_two_lines(tmp_path):
    plan = plan_of(root(branch(project("ขุดลอก"), issue="น้ำ\nทั้งลุ่มน้ำ")))
    headings = [paragraph.text for paragraph in docx.Document(str(write_plan(plan, tmp_path))).paragraphs]
    assert "ประเด็นยุทธศาสตร์ที่ 1  น้ำ\nทั้งลุ่มน้ำ" in headings


@pytest.mark.parametrize("font", ["", "  ", "\x01"])
def test_a_font_without_a_name_is_the_usual_one(font: str):
    assert WordOptions(font=font).font_in_use == DEFAULT_FONT


def test_a_font_with_signs_of_xml_in_its_name_makes_a_valid_file(tmp_path: Path):
    path = write_plan(sample_plan(), tmp_path, word=WordOptions(font='ตัวอักษร "ก" & <ข>\x02'))
    assert lint(path) == []
    assert OpenXmlValidator(file_format=FileFormat.OFFICE_2019).validate(str(path)).is_valid
