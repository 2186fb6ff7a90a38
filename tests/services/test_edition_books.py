"""The book of any edition, as it was, whatever has happened to the plan and its forms since."""

from dataclasses import replace
from pathlib import Path

from success_desktop.documents.change_book import build_change_book
from success_desktop.domain.edition_places import EarlierPlace
from success_desktop.domain.office import read_office
from success_desktop.domain.office_edits import set_office
from success_desktop.domain.word_fields import FieldValue
from success_desktop.services.edition_books import (
    read_change_book,
    switches_of_edition,
    usual_print_options,
)
from success_desktop.services.edition_data import row_lines
from success_desktop.services.edition_rows import list_lacking, read_amendment
from success_desktop.services.editions import begin_edition, record_deed, route_row
from success_desktop.services.form_sets import use_form_set, use_own_form_set
from tests.documents.change_books import lines_of, table_of
from tests.editions import LAMP, ROAD, add, delete, form_set, pay, row_id, write
from tests.services.printed_words import words_in
from tests.services.towns import FIRST_PAGE, adopt, adopt_first, adopt_with_reasons, edition_of


def book_lines(town, edition_id, form="p02"):
    options = usual_print_options(read_office(town.plan))
    return lines_of(table_of(build_change_book(read_change_book(town, edition_id), options), form))


def test_a_book_cites_the_places_of_the_book_before(town):
    first_id = adopt_first(town)
    pay(town, ROAD, {2567: 900_000})
    change_id = begin_edition(town, "change")
    book = read_change_book(town)
    road = row_id(town.plan, ROAD)
    first = edition_of(town, first_id)
    assert book.edition.id == change_id
    assert book.earlier == {road: EarlierPlace(first, first.places[road])}


def test_new_rows_have_no_earlier_place(town):
    first_id = begin_edition(town, "first")
    book = read_change_book(town, first_id)
    assert (book.base, book.earlier) == (None, {})
    assert len(book.rows) == 6


def test_a_book_prints_again_as_it_was_though_the_plan_went_on(town):
    first_id = adopt_first(town)
    before = book_lines(town, first_id)
    write(town, ROAD, "name", "โครงการอื่น")
    delete(town, LAMP)
    adopt(town, "change")
    assert book_lines(town, first_id) == before
    assert f"[1] {ROAD}" in before


def test_a_book_prints_again_with_the_pages_that_are_cited(town):
    first_id = adopt_first(town)
    outline = build_change_book(
        read_change_book(town, first_id), usual_print_options(read_office(town.plan), first_page=1)
    )
    assert outline.first_page == edition_of(town, first_id).first_page == FIRST_PAGE
    elsewhere = usual_print_options(read_office(town.plan), first_page=7)
    assert build_change_book(read_change_book(town, first_id), elsewhere).first_page == 7


def test_a_change_book_prints_again_as_it_was_after_the_next_one(town):
    adopt_first(town)
    pay(town, ROAD, {2567: 900_000})
    first_change = adopt(town, "change", "ราคาสูงขึ้น")
    before = book_lines(town, first_change)
    pay(town, ROAD, {2567: 950_000})
    adopt(town, "change", "ราคาสูงขึ้นอีก")
    assert book_lines(town, first_change) == before
    assert "เหตุผลและความจำเป็น: ราคาสูงขึ้น" in before


def test_the_second_change_of_a_row_cites_the_first(town):
    adopt_first(town)
    pay(town, ROAD, {2567: 900_000})
    adopt(town, "change")
    pay(town, ROAD, {2567: 950_000})
    second = adopt(town, "change")
    assert any("(เปลี่ยนแปลง ครั้งที่ 1/2569)" in line for line in book_lines(town, second))


def test_a_book_keeps_the_forms_that_it_was_adopted_in(town, tmp_path: Path):
    own = tmp_path / "แบบของเรา.yaml"
    own.write_text(form_set().text.replace("แบบ ผ.02, en", "แบบ ผ.02ก, en"), encoding="utf-8")
    use_own_form_set(town, own)
    first_id = adopt_first(town)
    use_form_set(town, "ldp-2571")
    book = read_change_book(town, first_id)
    assert book.form_set.id == "ldp-2566"
    assert book.form_set.forms["p02"].stamp.th == "แบบ ผ.02ก"


def test_books_are_printed_with_the_switches_of_the_plan(town):
    values: dict[str, FieldValue] = {
        "language": "both",
        "has_thai_digits": True,
        "paper": "F4",
        "shows_alignment": False,
    }
    town.edit("switches", set_office(town.plan, values))
    options = usual_print_options(read_office(town.plan), "r-7", 12)
    assert (options.language, options.has_thai_digits, options.paper) == ("both", True, "F4")
    assert (options.shows_alignment, options.revision_id, options.first_page) == (False, "r-7", 12)


def test_an_edition_s_book_of_rows_handed_in_out_of_order_is_that_of_the_plan_s_order(town):
    adopt_first(town)
    pay(town, LAMP, {2568: 1})
    pay(town, ROAD, {2567: 1})
    begin_edition(town, "change")
    book = read_change_book(town)
    backwards = replace(book, rows=tuple(reversed(book.rows)))
    options = usual_print_options(read_office(town.plan))
    assert lines_of(table_of(build_change_book(backwards, options), "p02")) == book_lines(town, "")


def test_the_switches_of_an_edition_are_those_of_its_adoption(town):
    first = edition_of(town, adopt_first(town))
    town.edit("switches", set_office(town.plan, {"paper": "A3"}))
    change = edition_of(town, begin_edition(town, "change"))
    assert switches_of_edition(town, first).paper == "A4"
    assert switches_of_edition(town, change).paper == "A3"


def test_a_row_merged_into_a_new_one_names_it_and_never_prints_an_id(town):
    adopt_first(town)
    lamp = row_id(town.plan, LAMP)
    delete(town, LAMP)
    new_id = add(town, "โครงการที่รวมแล้ว", "แผนงานการศึกษา", {2568: 1})
    edition_id = begin_edition(town, "change")
    record_deed(town, edition_id, lamp, "merged", new_id)
    lacks = {lack.field: lack.text("th") for lack in list_lacking(town, edition_id)}
    assert LAMP in lacks["other_id"]
    assert new_id not in book_text(town, edition_id)
    route_row(town, edition_id, new_id, "change", "รวมโครงการ")
    adopt_with_reasons(town, edition_id)
    printed = book_text(town, edition_id)
    assert "รวมกับ โครงการที่รวมแล้ว" in printed
    assert new_id not in printed
    told = "\n".join(row_lines(read_amendment(town, edition_id), "th"))
    assert "โครงการที่รวมแล้ว" in next(line for line in told.splitlines() if "รวมกับ" in line)


def book_text(town, edition_id):
    """Everything that the rows and lines of an edition's book say."""
    book = read_change_book(town, edition_id)
    outline = build_change_book(book, usual_print_options(read_office(town.plan)))
    return "\n".join(text for section in outline.sections for text in words_in(section))
