"""The book of an edition: old row, new row with what changed in bold, reason; its own summary in front."""

from dataclasses import replace
from pathlib import Path

import pytest

from success_desktop.documents.change_book import ChangeBook, build_change_book, list_forms, list_places
from success_desktop.documents.forms.form_document import FormPrintOptions
from success_desktop.documents.outline_blocks import DataRow, GroupRow, TotalRow
from success_desktop.documents.outline_passages import list_tables
from success_desktop.documents.pdf_writer import lay_out_pages
from success_desktop.documents.word_writer import WordOptions, write_word
from success_desktop.domain.office import PrintedPlace, RowNote
from tests.documents.change_books import (
    FIRST,
    NUMBER,
    OBJECTIVE,
    TARGET,
    Y2566,
    Y2567,
    Y2568,
    because,
    bold_places,
    book_between,
    lines_of,
    rows_of,
    table_of,
    text_of,
)
from tests.documents.word_lint import lint
from tests.editions import (
    CANAL,
    LAMP,
    PUMP,
    ROAD,
    SCHOOL,
    TRAINING,
    changed,
    form_set,
    moved,
    paid,
    row_id,
    town_plan,
    with_project,
    without,
)

PLAN = town_plan()
ROAD_ID, CANAL_ID, LAMP_ID, SCHOOL_ID = (row_id(PLAN, name) for name in (ROAD, CANAL, LAMP, SCHOOL))
PLAIN = FormPrintOptions(shows_alignment=False)
GROUPS = ["1. ยุทธศาสตร์ ด้านโครงสร้างพื้นฐานและน้ำ", "1.1 กลยุทธ์ ป้องกันน้ำท่วม", "(1) แผนงานเคหะและชุมชน"]


def build(book: ChangeBook, options: FormPrintOptions = PLAIN):
    return build_change_book(book, options)


def test_the_old_row_comes_first_with_its_page_then_the_new_one_then_the_reason():
    book = book_between(PLAN, paid(PLAN, ROAD, {2567: 900_000}), notes=because(ROAD_ID, "ราคาวัสดุสูงขึ้น"))
    assert lines_of(table_of(build(book), "p02")) == [
        *GROUPS,
        "เดิม หน้า 101 ลำดับที่ 1 (แผนฉบับแรก)",
        f"[1] {ROAD}",
        "เปลี่ยนแปลงเป็น:",
        f"[1] {ROAD}",
        "เหตุผลและความจำเป็น: ราคาวัสดุสูงขึ้น",
    ]


def test_exactly_the_changed_cells_are_bold_year_by_year():
    plan = paid(PLAN, ROAD, {2566: None, 2567: 900_000, 2568: 100_000})
    plan = changed(plan, ROAD, "target", "th", "ถนนกว้าง 5 เมตร ยาว 1,500 เมตร")
    old, new = rows_of(table_of(build(book_between(PLAN, plan)), "p02"), ROAD_ID)
    assert bold_places(old) == []
    assert bold_places(new) == [TARGET, Y2566, Y2567, Y2568]
    assert [text_of(old.cells[place]) for place in (Y2566, Y2567, Y2568)] == ["1,500,000", "500,000", ""]
    assert [text_of(new.cells[place]) for place in (Y2566, Y2567, Y2568)] == ["-", "900,000", "100,000"]


def test_the_old_row_bears_the_number_that_it_was_printed_with():
    plan = changed(PLAN, LAMP, "objective", "th", "เพื่อความปลอดภัย")
    book = book_between(PLAN, plan)
    earlier = {LAMP_ID: book.earlier[LAMP_ID]._replace(place=PrintedPlace("p02", 12, "63"))}
    old, new = rows_of(table_of(build(replace(book, earlier=earlier)), "p02"), LAMP_ID)
    assert (text_of(old.cells[NUMBER]), text_of(new.cells[NUMBER])) == ("63", "1")
    assert bold_places(new) == [OBJECTIVE]


def test_a_row_of_which_no_page_is_known_is_told_as_adopted():
    book = replace(book_between(PLAN, paid(PLAN, LAMP, {2568: 1})), earlier={})
    table = table_of(build(book), "p02")
    assert lines_of(table)[3] == "เดิม"
    assert text_of(rows_of(table, LAMP_ID)[0].cells[NUMBER]) == ""


def test_a_correction_says_so():
    book = book_between(PLAN, paid(PLAN, TRAINING, {2566: None, 2567: 100_000}), "correction")
    lines = lines_of(table_of(build(book), "p02"))
    assert "แก้ไขเป็น:" in lines
    assert not any("เหตุผล" in line for line in lines)


def test_old_and_new_are_in_no_sum_but_the_summary_counts_the_new_rows():
    plan = without(paid(PLAN, ROAD, {2567: 900_000}), LAMP)
    outline = build(book_between(PLAN, plan))
    summary, lists = table_of(outline, "p01"), table_of(outline, "p02")
    assert not any(isinstance(row, TotalRow) for row in lists.rows)
    grand = [
        text_of(phrases) for row in summary.rows if isinstance(row, TotalRow) for phrases, _ in row.cells
    ]
    assert grand[-1] == "2,400,000"
    assert "300,000" not in grand


def test_a_row_that_is_gone_stands_where_it_stood_and_what_became_of_it_is_said():
    note = replace(because(LAMP_ID, "ทำร่วมกัน")[0], deed="merged", other_id=ROAD_ID)
    book = book_between(PLAN, without(PLAN, LAMP), notes=(note,))
    assert lines_of(table_of(build(book), "p02")) == [
        *GROUPS,
        "เดิม หน้า 101 ลำดับที่ 1 (แผนฉบับแรก)",
        f"[1] {LAMP}",
        f"รายการที่ตัดออก · รวมกับ {ROAD}",
        "เหตุผลและความจำเป็น: ทำร่วมกัน",
    ]


def test_a_row_that_is_the_only_one_gone_leaves_no_empty_summary():
    outline = build(book_between(PLAN, without(PLAN, LAMP)))
    assert [table.form for table in list_tables(outline)] == ["p02"]


def test_a_row_moved_to_another_programme_is_shown_there_and_says_so():
    lines = lines_of(table_of(build(book_between(PLAN, moved(PLAN, LAMP, "แผนงานการศึกษา"))), "p02"))
    assert lines[2] == "(1) แผนงานการศึกษา"
    assert "เปลี่ยนแปลงเป็น: ย้ายไป แผนงานการศึกษา" in lines


def test_a_row_handed_over_is_shown_in_its_new_form():
    plan = changed(changed(PLAN, ROAD, "listing", "", "coordination"), ROAD, "coordinated_with", "th", "อบจ.")
    outline = build(book_between(PLAN, plan))
    table = table_of(outline, "p02-2")
    old, new = rows_of(table, ROAD_ID)
    assert "เปลี่ยนแปลงเป็น: ส่งไปประสานแผน (ผ.02/2)" in lines_of(table)
    assert (text_of(old.cells[-1]), text_of(new.cells[-1])) == ("", "อบจ.")
    assert bold_places(new) == [len(new.cells) - 1]


def test_a_deed_of_a_row_that_stays_as_it_was_is_shown_once():
    note = RowNote(id="", row_id=LAMP_ID, deed="duplicate", other_id=ROAD_ID)
    lines = lines_of(table_of(build(book_between(PLAN, PLAN, notes=(note,))), "p02"))
    assert lines[3:] == ["เดิม หน้า 101 ลำดับที่ 1 (แผนฉบับแรก)", f"[1] {LAMP}", f"รายการคงเดิม · ซ้ำกับ {ROAD}"]


def test_a_new_row_within_a_change_has_no_old_one():
    plan = with_project(paid(PLAN, ROAD, {2567: 1}), "โครงการใหม่", "แผนงานการศึกษา", {2570: 5})
    lines = lines_of(table_of(build(book_between(PLAN, plan)), "p02"))
    assert lines[-2:] == ["รายการใหม่", "[1] โครงการใหม่"]


def test_an_addition_is_its_forms_with_new_rows_alone_their_sums_and_reasons():
    plan = with_project(PLAN, "โครงการใหม่", "แผนงานการศึกษา", {2570: 5})
    new_id = row_id(plan, "โครงการใหม่")
    outline = build(book_between(PLAN, plan, "addition", notes=because(new_id, "ประชาคมขอ")))
    table = table_of(outline, "p02")
    (row,) = [row for row in table.rows if isinstance(row, DataRow)]
    assert [text_of(row.cells[place]) for place in (0, 1, -1)] == ["1", "โครงการใหม่", "ประชาคมขอ"]
    assert any(isinstance(row, TotalRow) for row in table.rows)
    assert [table.form for table in list_tables(outline)] == ["p01", "p02"]


def test_the_book_of_a_first_edition_is_its_forms_without_empty_ones():
    book = ChangeBook(FIRST, None, PLAN, (), form_set(), {})
    assert [table.form for table in list_tables(build(book))] == ["p01", "p02", "p03"]


def test_the_titles_name_the_edition_and_the_stamp_the_form():
    outline = build(book_between(PLAN, paid(PLAN, ROAD, {2567: 1})))
    assert [phrase.text for phrase in table_of(outline, "p02").titles][1].endswith("เปลี่ยนแปลง ครั้งที่ 1/2568")
    assert [text_of(section.stamp) for section in outline.sections] == ["แบบ ผ.01", "แบบ ผ.02"]


@pytest.mark.parametrize("forms", ["ldp-2566", "ldp-2571"])
def test_either_generation_prints_a_reason_line_and_no_column_of_reasons(forms):
    book = book_between(PLAN, paid(PLAN, ROAD, {2567: 1}), notes=because(ROAD_ID, "ราคา"), forms=forms)
    table = next(
        table for table in list_tables(build(book)) if rows_of(table, ROAD_ID) and len(table.rows) > 2
    )
    assert "เหตุผลและความจำเป็น: ราคา" in lines_of(table)
    assert not any(column.source == "reason" for column in table.columns)
    assert all(len(row.cells) == len(table.columns) for row in table.rows if isinstance(row, DataRow))
    assert sum(cell.span for cell in table.head[0]) == len(table.columns)


def test_both_languages_stand_below_each_other():
    options = replace(PLAIN, language="both")
    book = book_between(PLAN, paid(PLAN, ROAD, {2567: 1}), notes=because(ROAD_ID, "ราคา"))
    lines = lines_of(table_of(build(book, options), "p02"))
    assert "เดิม หน้า 101 ลำดับที่ 1 (แผนฉบับแรก) / As adopted: page 101, no. 1 (First edition)" in lines
    assert "เปลี่ยนแปลงเป็น: / Changed to:" in lines


def test_an_english_book_prints_a_thai_reason_with_its_mark():
    book = book_between(PLAN, paid(PLAN, ROAD, {2567: 1}), notes=because(ROAD_ID, "ราคา"))
    table = table_of(build(book, replace(PLAIN, language="en")), "p02")
    reason = table.rows[-1]
    assert isinstance(reason, GroupRow)
    assert (reason.lines[0].value.text, reason.lines[0].value.mark) == ("ราคา", "[Thai]")


def test_thai_digits_are_printed_everywhere():
    book = book_between(PLAN, paid(PLAN, ROAD, {2567: 1}))
    lines = lines_of(table_of(build(book, replace(PLAIN, has_thai_digits=True)), "p02"))
    assert "เดิม หน้า ๑๐๑ ลำดับที่ ๑ (แผนฉบับแรก)" in lines
    assert lines[4].startswith("[๑]")


def test_every_anchor_is_there_once_and_short_enough_for_word(tmp_path: Path):
    plan = without(moved(paid(PLAN, ROAD, {2567: 1}), LAMP, "แผนงานการศึกษา"), CANAL)
    outline = build(book_between(PLAN, plan), FormPrintOptions())
    names = [anchor.name for table in list_tables(outline) for anchor in anchors_of(table)]
    assert len(names) == len(set(names))
    assert max(map(len, names)) <= 40
    write_word(outline, tmp_path / "book.docx", WordOptions())
    assert lint(tmp_path / "book.docx") == []


def anchors_of(table):
    for row in table.rows:
        if isinstance(row, DataRow):
            yield row.anchor
        elif isinstance(row, GroupRow):
            yield from (anchor for line in row.lines for anchor in line.label.anchors)


def test_places_are_those_of_the_new_rows():
    plan = paid(paid(PLAN, ROAD, {2567: 1}), PUMP, {2566: 1})
    outline = build(book_between(PLAN, plan), replace(PLAIN, first_page=7))
    pump_id = row_id(PLAN, PUMP)
    pages = lay_out_pages(outline).page_of
    places = list_places(outline, pages, {ROAD_ID, pump_id})
    assert places == {ROAD_ID: PrintedPlace("p02", 8, "1"), pump_id: PrintedPlace("p03", 9, "1")}
    assert list_places(outline, pages, {pump_id}).keys() == {pump_id}


def test_a_form_without_numbers_gives_places_without_one():
    form = form_set().forms["p03"]
    bare = form.model_copy(update={"columns": form.columns[1:]})
    forms = form_set().model_copy(update={"forms": {"p03": bare}})
    outline = build(ChangeBook(FIRST, None, PLAN, (), forms, {}))
    pump_id = row_id(PLAN, PUMP)
    assert list_places(outline, lay_out_pages(outline).page_of, {pump_id}) == {
        pump_id: PrintedPlace("p03", 1, "")
    }


def test_forms_are_chosen_by_the_rows_that_there_are():
    everything = form_set()
    assert list_forms(everything, PLAN) == ["p01", "p02", "p03"]
    assert list_forms(everything, PLAN, frozenset((row_id(PLAN, PUMP),))) == ["p03"]
    handed = changed(PLAN, SCHOOL, "listing", "", "coordination")
    assert list_forms(everything, handed, frozenset((SCHOOL_ID,))) == ["p02-2"]
    assert list_forms(everything, PLAN, frozenset()) == []
