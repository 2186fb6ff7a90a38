"""A plan adopted, corrected, changed: every edition's book as it was, on paper; the papers cite clause, page and day."""

import zipfile
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import etree

from success_desktop.domain.edition_words import edition_name
from success_desktop.domain.office import FormatSwitches, read_office
from success_desktop.domain.plan import Plan
from success_desktop.errors import UserError
from success_desktop.services.adopting import adopt_edition
from success_desktop.services.edition_books import switches_of_edition
from success_desktop.services.edition_rows import plan_of_edition, read_amendment
from success_desktop.services.editions import announce_edition, begin_edition, note_row
from success_desktop.services.form_sets import use_form_set
from success_desktop.services.library import open_plan
from success_desktop.services.offices import keep_switches
from success_desktop.services.packing import PackChoice, prepare_pack, write_pack
from success_desktop.services.plan_editor import PlanEditor
from success_desktop.services.printing import PrintOptions, prepare_printout, write_printout
from success_desktop.services.revisions import find_revision
from tests.editions import CANAL, LAMP, ROAD, TRAINING, add, delete, open_town, pay, row_id, write
from tests.services.towns import adopt_with_reasons
from tests.trips.form_files import FileForm, read_pdf_pages, read_word_forms, squeeze

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SLIP = ROAD.replace("คอนกรีต", "คอนกรีท")
READERS = ("poppler", "pdfium")


@pytest.fixture
def town(tmp_path: Path):
    """The town of tests.editions with a slip in the name of its road, adopted with pages from 100 on."""
    opened = open_town(tmp_path / "เมือง.success")
    write(opened, ROAD, "name", SLIP)
    adopt_edition(opened, begin_edition(opened, "first"), date(2022, 10, 1), first_page=100)
    yield opened
    opened.close(publish=False)


@pytest.fixture
def history(town: PlanEditor) -> tuple[PlanEditor, list[str]]:
    """The road as it was first adopted, corrected by แก้ไข 2/2566, changed by เปลี่ยนแปลง 1/2568: the editions' ids."""
    ids = [read_office(town.plan).adopted[0].id]
    write(town, SLIP, "name", ROAD)
    ids.append(begin_edition(town, "correction", 2, 2566))
    adopt_with_reasons(town, ids[-1], "พิมพ์ผิด")
    pay(town, ROAD, {2567: 900_000, 2568: 100_000})
    ids.append(begin_edition(town, "change", 1, 2568))
    adopt_with_reasons(town, ids[-1], "ราคาวัสดุสูงขึ้น")
    return town, ids


def print_book(town: PlanEditor, edition_id: str, path: Path) -> Path:
    """The book of an adopted edition, of its own revision and with the switches of the day of its adoption."""
    edition = read_office(town.plan).edition(edition_id)
    options = PrintOptions(
        switches=switches_of_edition(town, edition),
        revision=find_revision(town, edition.revision_id),
        edition_id=edition_id,
    )
    write_printout(prepare_printout(town, ("changes",), options), path)
    return path


def projects(forms: list[FileForm]) -> list[tuple[str, ...]]:
    """The rows of the forms that list projects, from number to the last year but two."""
    return [texts[:7] for form in forms for texts in form.of_kind("data") if len(texts) == 12]


def bold_cells(path: Path) -> list[str]:
    """The cells set in bold (by the style of their runs) in the rows of projects of a Word file."""
    with zipfile.ZipFile(path) as package:
        body = etree.fromstring(package.read("word/document.xml"))
    rows = [
        list(row.iterchildren(f"{W}tc"))
        for row in body.iter(f"{W}tr")
        if row.find(f".//{W}tblHeader") is None
    ]
    return [
        "".join(text.text or "" for text in cell.iter(f"{W}t"))
        for cells in rows
        if len(cells) == 12
        for cell in cells
        if any(style.get(f"{W}val") == "LabelText" for style in cell.iter(f"{W}rStyle"))
    ]


def test_one_row_through_three_editions_prints_in_each_book_as_it_was(history, tmp_path):
    town, ids = history
    names = [edition_name(edition, "th") for edition in read_office(town.plan).adopted]
    assert names == ["แผนฉบับแรก", "แก้ไข ครั้งที่ 2/2566", "เปลี่ยนแปลง ครั้งที่ 1/2568"]
    first, correction, change = (
        projects(read_word_forms(print_book(town, one, tmp_path / f"{place}.docx")))
        for place, one in enumerate(ids)
    )
    assert first[0][:2] == ("1", SLIP)
    assert len(first) == 5
    assert [(row[1], *row[4:]) for row in correction] == [
        (SLIP, "1,500,000", "500,000", ""),
        (ROAD, "1,500,000", "500,000", ""),
    ]
    assert [(row[1], *row[4:]) for row in change] == [
        (ROAD, "1,500,000", "500,000", ""),
        (ROAD, "1,500,000", "900,000", "100,000"),
    ]


def test_exactly_the_changed_cells_are_bold_on_paper(history, tmp_path):
    town, ids = history
    assert bold_cells(print_book(town, ids[2], tmp_path / "change.docx")) == ["900,000", "100,000"]
    assert bold_cells(print_book(town, ids[1], tmp_path / "correction.docx")) == [ROAD]
    assert bold_cells(print_book(town, ids[0], tmp_path / "first.docx")) == []


@pytest.mark.parametrize("reader", READERS)
def test_a_pdf_cites_the_page_and_number_of_the_book_before(history, tmp_path, reader):
    town, ids = history
    correction, change = (
        "".join(read_pdf_pages(print_book(town, one, tmp_path / f"{one}.pdf"), reader)) for one in ids[1:]
    )
    assert squeeze("เดิม หน้า 101 ลำดับที่ 1 (แผนฉบับแรก)") in correction
    assert squeeze("เดิม หน้า 2 ลำดับที่ 1 (แก้ไข ครั้งที่ 2/2566)") in change
    assert squeeze("เหตุผลและความจำเป็น: ราคาวัสดุสูงขึ้น") in change


@pytest.mark.parametrize("reader", READERS)
def test_the_page_that_is_cited_is_the_one_that_shows_the_row(town, tmp_path, reader):
    (first,) = read_office(town.plan).adopted
    pages = read_pdf_pages(print_book(town, first.id, tmp_path / "first.pdf"), reader)
    for name in (SLIP, CANAL, LAMP, TRAINING):
        place = first.places[row_id(town.plan, name)]
        shown = pages[place.page - 100]
        assert squeeze(name) in shown
        assert str(place.page) in shown


def test_every_book_stays_the_same_to_the_byte_when_plan_and_forms_go_on(history, tmp_path):
    town, ids = history
    before = [
        print_book(town, one, tmp_path / f"before{place}.pdf").read_bytes() for place, one in enumerate(ids)
    ]
    write(town, ROAD, "name", "โครงการอื่นทั้งหมด")
    delete(town, LAMP)
    add(town, "โครงการใหม่", "แผนงานการศึกษา", {2570: 1})
    use_form_set(town, "ldp-2571")
    keep_switches(town, FormatSwitches(language="both", shows_alignment=False, paper="A3"))
    after = [
        print_book(town, one, tmp_path / f"after{place}.pdf").read_bytes() for place, one in enumerate(ids)
    ]
    for one, other in zip(before, after, strict=True):
        assert one == other


def test_editions_survive_closing_and_opening_the_file(history, tmp_path):
    town, ids = history
    path = town.file.path
    before = [plan_of_edition(town, edition) for edition in read_office(town.plan).editions]
    town.close()
    again = open_plan(path, "สมหญิง")
    after = [plan_of_edition(again, edition) for edition in read_office(again.plan).editions]
    for one, other in zip(before, after, strict=True):
        assert said(one) == said(other)
    assert [edition.id for edition in read_office(again.plan).adopted] == ids
    again.close(publish=False)


def said(plan: Plan) -> dict[str, object]:
    return {node.id: (node.parent_id, node.kind, dict(node.fields)) for node in plan.walk()}


def test_a_typing_correction_goes_to_a_correction_and_the_change_needs_reasons(town):
    write(town, SLIP, "name", ROAD)
    pay(town, CANAL, {2567: 950_000})
    change_id = begin_edition(town, "change", 2, 2567)
    amendment = read_amendment(town, change_id)
    assert [row.row_id for row in amendment.here] == [row_id(town.plan, CANAL)]
    assert [(row.row_id, row.routed) for row in amendment.elsewhere] == [
        (row_id(town.plan, ROAD), "correction")
    ]
    with pytest.raises(UserError, match=CANAL):
        adopt_edition(town, change_id)
    note_row(town, change_id, row_id(town.plan, CANAL), {"th": "คลองตื้นเขินกว่าเดิม"})
    adopt_edition(town, change_id)
    edition = read_office(town.plan).edition(change_id)
    assert plan_of_edition(town, edition).nodes[row_id(town.plan, ROAD)].text("name", "th") == SLIP
    assert [row.row_id for row in read_amendment(town, begin_edition(town, "correction")).here] == [
        row_id(town.plan, ROAD)
    ]


def test_the_announcement_cites_the_clause_and_the_day_in_buddhist_years(town, tmp_path):
    pay(town, CANAL, {2567: 950_000})
    change_id = begin_edition(town, "change", 2, 2567)
    adopt_with_reasons(town, change_id)
    announce_edition(town, change_id, date(2025, 6, 30))
    edition = read_office(town.plan).edition(change_id)
    choice = PackChoice("thesaban", edition, ("announcement",), (".pdf",))
    (name,) = write_pack(prepare_pack(town, choice), tmp_path / "pack")
    text = "".join(read_pdf_pages(tmp_path / "pack" / name, "pdfium"))
    assert squeeze("ข้อ 22/1") in text
    assert squeeze("30 มิถุนายน") in text
    assert "2568" in text
    assert "2025" not in text
    assert squeeze("เปลี่ยนแปลง ครั้งที่ 2/2567") in text


def test_five_editions_of_three_kinds_each_leave_the_rows_of_the_others_alone(town):
    steps = [
        ("change", lambda: pay(town, CANAL, {2567: 850_000})),
        ("addition", lambda: add(town, "โครงการใหม่หนึ่ง", "แผนงานการศึกษา", {2568: 1_000})),
        ("correction", lambda: pay(town, TRAINING, {2566: None, 2567: 100_000})),
        ("change", lambda: delete(town, LAMP)),
        ("addition", lambda: add(town, "โครงการใหม่สอง", "แผนงานการศึกษา", {2569: 2_000})),
    ]
    for _kind, edit in steps:
        edit()
    for kind in ("addition", "correction", "change"):
        adopt_with_reasons(town, begin_edition(town, kind))
    plans = [plan_of_edition(town, edition) for edition in read_office(town.plan).adopted]
    touched = [
        {
            node_id
            for node_id in earlier.nodes.keys() | later.nodes.keys()
            if not node_id.startswith("o-") and earlier.nodes.get(node_id) != later.nodes.get(node_id)
        }
        for earlier, later in pairwise(plans)
    ]
    present = town.plan
    new = {row_id(present, "โครงการใหม่หนึ่ง"), row_id(present, "โครงการใหม่สอง")}
    assert touched == [new, {row_id(present, TRAINING)}, {row_id(present, CANAL), row_id(plans[0], LAMP)}]
    assert said(plans[-1]) == said(present)
