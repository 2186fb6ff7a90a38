"""What may not wrap does not: sums in their columns, phrases on the cover. Measured with the font's own advances."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from docx.oxml.ns import qn
from lxml import etree

from success_desktop.documents.outline import OutlineOptions, build_outline
from success_desktop.documents.outline_blocks import DataRow, GroupRow, TotalRow
from success_desktop.documents.outline_passages import list_tables
from success_desktop.documents.sheets import sheet_of
from success_desktop.documents.word_columns import CELL_PADDING, narrowing
from success_desktop.documents.word_cover import split_title
from success_desktop.documents.word_fonts import EMBEDDED_FONT, font_size
from success_desktop.documents.word_layout import is_kept_with, list_kept
from success_desktop.documents.word_styles import COVER_POINTS, SMALL_TABLE_POINTS
from success_desktop.documents.word_writer import WordOptions
from success_desktop.domain.plan import Plan
from success_desktop.domain.schema import Seed
from tests.documents.word_lint import lint
from tests.documents.word_plans import branch, plan_of, project, root, sample_plan
from tests.documents.word_reading import find_label, read_body, read_text, style_of, write_plan
from tests.documents.word_widths import width_of

SUM = "2,874,575,072"
CELL_EDGES = 140
LONG_TITLE = (
    "แผนยุทธศาสตร์และแผนปฏิบัติการด้านการเตรียมความพร้อมของชุมชนต่อการเปลี่ยนแปลงสภาพภูมิอากาศ เมืองตัวอย่าง พ.ศ. 2568–2572"
)
TITLES = [
    LONG_TITLE,
    "แผนพัฒนาท้องถิ่น (พ.ศ. 2566–2570) เทศบาลนครนครสวรรค์",
    "แผนพัฒนาท้องถิ่น (พ.ศ. 2571–2575) ฉบับเพิ่มเติม ครั้งที่ 2/2572 เทศบาลเมืองศิลา อำเภอเมืองขอนแก่น",
    "Strategic and action plan for community preparedness for climate change, Sample Town 2025–2029",
]


def plan_with_large_sums(template: str) -> Plan:
    """Two projects of ten digits together, in each year of the plan."""
    first = {"ldp-2566-strategy": 2566, "ldp-2571-issue": 2571}.get(template, 2568)
    half: dict[int, dict[str, object]] = {year: {"loan": 1437287536} for year in range(first, first + 5)}
    projects = (project("เขื่อนกันตลิ่ง", half), project("อ่างเก็บน้ำ", half))
    years = {"first_year": first, "last_year": first + 4}
    if template == "ldp-2571-issue":
        issue = Seed(kind="development_issue", fields={"name": {"th": "น้ำ"}}, children=projects)
        return plan_of(root(issue, **years), template)
    if template == "success-strategic-plan":
        return plan_of(root(branch(*projects), **years), template)
    programme = Seed(kind="programme", fields={"name": {"th": "แผนงาน"}}, children=projects)
    tactic = Seed(kind="tactic", fields={"name": {"th": "กลยุทธ์"}}, children=(programme,))
    strategy = Seed(kind="strategy", fields={"name": {"th": "ยุทธศาสตร์"}}, children=(tactic,))
    return plan_of(root(strategy, **years), template)


def amounts(path: Path) -> Iterator[tuple[str, int, int]]:
    """Every amount in the tables of small type: its text, its cell's width in twips, how narrow it is set in per cent."""
    for cell in read_body(path).iter(qn("w:tc")):
        paragraph = next(cell.iter(qn("w:p")))
        if style_of(paragraph) in ("CellNumberSmall", "TotalNumberSmall") and read_text(cell):
            (width,) = cell.iter(qn("w:tcW"))
            narrow = next(cell.iter(qn("w:w")), None)
            percent = 100 if narrow is None else int(str(narrow.get(qn("w:val"))))
            yield read_text(cell), int(str(width.get(qn("w:w")))), percent


@pytest.mark.parametrize("has_thai_digits", [False, True])
@pytest.mark.parametrize("template", ["success-strategic-plan", "ldp-2566-strategy", "ldp-2571-issue"])
def test_sums_of_ten_digits_fit_their_columns_at_no_less_than_four_fifths(
    template, has_thai_digits, tmp_path
):
    options = OutlineOptions(has_thai_digits=has_thai_digits)
    path = write_plan(plan_with_large_sums(template), tmp_path, options, WordOptions(has_embedded_font=True))
    found = list(amounts(path))
    size = font_size(EMBEDDED_FONT, SMALL_TABLE_POINTS)
    assert len([text for text, _width, _percent in found if len(text) == len(SUM)]) >= 10
    for text, width, percent in found:
        assert width_of(text, size) * percent / 100 <= width - CELL_EDGES
        assert percent >= 79
    assert lint(path) == []


def test_amounts_in_more_columns_than_the_page_has_room_for_are_set_narrower(tmp_path):
    budget: dict[int, dict[str, object]] = {year: {"loan": 1475226000} for year in range(2560, 2576)}
    path = write_plan(plan_of(root(branch(project("เขื่อน", budget)))), tmp_path)
    size = font_size(EMBEDDED_FONT, SMALL_TABLE_POINTS)
    found = [one for one in amounts(path) if len(one[0]) == len(SUM)]
    assert min(percent for _text, _width, percent in found) < 79
    assert all(width_of(text, size) * percent / 100 <= width - CELL_EDGES for text, width, percent in found)


def test_what_fits_keeps_its_natural_width():
    assert narrowing("500", 900, SMALL_TABLE_POINTS) == 100
    assert narrowing("", CELL_PADDING, SMALL_TABLE_POINTS) == 100
    assert narrowing("500", CELL_PADDING, SMALL_TABLE_POINTS) == 1


@pytest.mark.parametrize("title", TITLES)
def test_every_line_of_a_title_fits_and_none_is_left_nearly_empty(title):
    width = sheet_of("portrait").text_width
    lines = split_title(title, COVER_POINTS, width)
    widths = [width_of(line.rstrip(), font_size(EMBEDDED_FONT, COVER_POINTS)) for line in lines]
    assert "".join(lines) == title
    assert max(widths) <= width
    assert min(widths) > max(widths) * 0.4


def test_the_lines_of_a_title_end_where_the_sense_does():
    assert split_title(LONG_TITLE, COVER_POINTS, sheet_of("portrait").text_width) == [
        "แผนยุทธศาสตร์และแผนปฏิบัติการ",
        "ด้านการเตรียมความพร้อมของชุมชน",
        "ต่อการเปลี่ยนแปลงสภาพภูมิอากาศ ",
        "เมืองตัวอย่าง พ.ศ. 2568–2572",
    ]


@pytest.mark.parametrize("title", ["", "แผน", "ก" * 200, "  ก  ข "])
def test_a_title_that_needs_no_lines_or_has_no_phrases_stays_as_it_is(title):
    assert split_title(title, COVER_POINTS, sheet_of("portrait").text_width) == [title]


def test_breaks_in_a_title_stand_beside_its_characters_in_a_style_of_their_own(tmp_path):
    plan = plan_of(root(title={"th": LONG_TITLE}))
    body = read_body(write_plan(plan, tmp_path))
    (cover,) = [one for one in body.iter(qn("w:p")) if style_of(one) == "CoverTitle"]
    assert read_text(cover) == LONG_TITLE
    assert [_run_style(turn) for turn in cover.iter(qn("w:br"))] == ["LineTurn"] * 3
    name = next(line.values[0][0].name for line in build_outline(plan).cover if line.field == "title")
    assert find_label(body, name).getnext() is cover


def _run_style(element: etree._Element) -> str:
    run = next(element.iterancestors(qn("w:r")))
    (style,) = run.iter(qn("w:rStyle"))
    return str(style.get(qn("w:val")))


def test_a_line_above_a_group_stays_with_the_next_row_and_a_note_with_the_row_above_it():
    (table,) = [one for one in list_tables(build_outline(sample_plan())) if one.form == "projects"]
    lines = [row for row in table.rows if isinstance(row, GroupRow)]
    row = next(row for row in table.rows if isinstance(row, DataRow))
    assert is_kept_with(lines[0], lines[1])
    assert is_kept_with(lines[0], row)
    note = lines[0]._replace(is_note=True)
    assert is_kept_with(lines[0], lines[0])
    assert is_kept_with(row, note)
    assert is_kept_with(note, note)
    assert not is_kept_with(note, row)
    assert not is_kept_with(note, lines[0])
    assert not is_kept_with(lines[0], None)
    assert not is_kept_with(row, row)


def test_lines_above_a_group_that_fill_much_of_a_page_may_part_between_two_of_one_level():
    (table,) = [one for one in list_tables(build_outline(sample_plan())) if one.form == "projects"]
    line = next(row for row in table.rows if isinstance(row, GroupRow))._replace(level=0)
    row = next(row for row in table.rows if isinstance(row, DataRow))
    rows = (line, line, line._replace(level=1), row, line)
    assert list_kept(rows, (2, 2, 2, 9, 1)) == [True, True, True, False, False]
    assert list_kept(rows, (5, 5, 5, 9, 1)) == [False, True, True, False, False]


def test_word_keeps_a_row_and_its_sums_on_one_page(tmp_path):
    (table,) = [one for one in list_tables(build_outline(sample_plan())) if one.form == "projects"]
    place = next(place for place, row in enumerate(table.rows) if isinstance(row, TotalRow))
    kept = list_kept(table.rows, (1,) * len(table.rows))
    assert kept[place - 1]
    assert not kept[place]
    body = read_body(write_plan(sample_plan(), tmp_path))
    last = table.rows[place - 1]
    assert isinstance(last, DataRow)
    row = next(find_label(body, last.anchor.name).iterancestors(qn("w:tr")))
    assert all(one.find(f"{qn('w:pPr')}/{qn('w:keepNext')}") is not None for one in row.iter(qn("w:p")))
    sums = row.getnext()
    assert sums is not None
    assert not list(sums.iter(qn("w:keepNext")))


def test_the_columns_of_a_plan_of_ordinary_sums_leave_two_thirds_of_the_width_to_texts(tmp_path):
    budget: dict[int, dict[str, object]] = {year: {"ordinance": 77000000} for year in range(2568, 2573)}
    body = read_body(write_plan(plan_of(root(branch(project("ถนน", budget)))), tmp_path))
    schedule = list(body.iter(qn("w:tbl")))[-5]
    widths = [int(str(one.get(qn("w:w")))) for one in schedule.iter(qn("w:gridCol"))]
    assert sum(widths[4:9]) < sum(widths) / 3
    assert min(widths[9:]) > sum(widths) * 0.08
