"""A planner's day from the first click to the files for the council, in the real window on a real plan file."""

import zipfile
from decimal import Decimal
from pathlib import Path

import pytest
from docx import Document
from PySide6.QtWidgets import QLineEdit, QMenu, QTextEdit, QWidget

from success_desktop import cli
from success_desktop.domain.plan import Plan
from success_desktop.services.checking import check_plan_file
from success_desktop.services.library import list_forgotten, open_plan
from success_desktop.services.revisions import list_revisions
from success_desktop.store.rewinding import read_plan_at
from tests.documents.p02_workbooks import project, save_workbook, total
from tests.trips.planning import Planner, texts_of
from tests.ui.page.keys import type_text
from tests.ui.page.pages import references, text_edit

TITLE = "แผนเตรียมความพร้อมของเมือง พ.ศ. 2568–2572"
DREDGE = "ขุดลอกคลองสายหลัก ช่วงที่ ๑"
OBJECTIVE = "เพื่อลดน้ำท่วมขังในชุมชนริมคลอง ผู้สูงอายุอยู่อย่างปลอดภัย"
GROUPS = ("1. ยุทธศาสตร์ด้านการบริหารจัดการน้ำ", "1.1 กลยุทธ์ป้องกันน้ำท่วม", "(1) แผนงานอุตสาหกรรมและการโยธา")


@pytest.fixture
def planner(window, desk, qtbot) -> Planner:
    """A planner in front of the start page."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return Planner(window, desk, qtbot)


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    rows = [
        project(1, "ติดตั้งเครื่องสูบน้ำ", "1,500,000", None, "๒๐๐๐๐๐"),
        project(2, "ป้ายเตือนภัย", "ประมาณสองแสน", 96000),
    ]
    form = (GROUPS, [*rows, total("รวมงบประมาณ", 1500000, 96000, 200000, None, 7)])
    return save_workbook(tmp_path / "แบบ ผ.02.xlsx", {"ผ.02": form})


def build_outline(planner: Planner) -> str:
    """One issue down to one project; its id."""
    node_id = planner.editor.plan.root_id
    for kind, name in (
        ("strategic_issue", "น้ำ"),
        ("goal", "ชุมชนริมคลองปลอดภัย"),
        ("approach", "ฟื้นสายคลอง"),
        ("project", DREDGE),
    ):
        node_id = planner.add(node_id, kind, name)
        assert planner.editor.plan.nodes[node_id].kind == kind
    return node_id


def fill_project(planner: Planner, project_id: str) -> None:
    """Texts in both languages, amounts as people type them, days, agencies."""
    planner.go_to(project_id)
    planner.write("objective_th", OBJECTIVE)
    planner.write("objective_en", "Fewer floods along the canal")
    planner.write("name_en", "Dredge the main canal")
    assert planner.budget(2568, "1.2 ล้าน") == "1,200,000"
    assert planner.budget(2569, "๕๐๐,๐๐๐ บาท") == "500,000"
    assert planner.budget(2570, "99.50") == "99.50"
    planner.enter("start_on", "1 ต.ค. 67")
    planner.enter("end_on", "30/9/2568")
    planner.name_new_agency("lead_agencies", "กองช่าง")
    planner.name_new_agency("supporting_agencies", "กองสาธารณสุข")


def document_xml(path: Path) -> bytes:
    with zipfile.ZipFile(path) as package:
        return package.read("word/document.xml")


def same(plan: Plan, other: Plan) -> bool:
    return (plan.root_id, plan.nodes, plan.children) == (other.root_id, other.nodes, other.children)


def test_a_plan_is_built_undone_to_its_beginning_done_again_and_found_the_next_morning(planner: Planner):
    path = planner.begin(TITLE)
    project_id = build_outline(planner)
    fill_project(planner, project_id)
    plan, store = planner.editor.plan, planner.editor.file.store
    node = plan.nodes[project_id]
    assert (node.text("name", "th"), node.text("name", "en")) == (DREDGE, "Dredge the main canal")
    assert node.text("objective", "th") == OBJECTIVE
    assert sum(node.yearly_money("budget").values()) == Decimal("1700099.50")
    assert (str(node.day("start_on")), str(node.day("end_on"))) == ("2024-10-01", "2025-09-30")
    assert planner.chips("lead_agencies") == ["กองช่าง"]
    assert store.read_plan() == plan

    steps = planner.undo_all()
    assert steps > 14
    assert planner.editor.plan == read_plan_at(store, 1)
    assert not any("ขุดลอก" in text or "กองช่าง" in text for text in texts_of(planner.window))
    assert planner.redo_all() == steps
    assert planner.editor.plan == plan

    planner.choose("close")
    assert planner.window.frame.start_page.shelf.count() == 1
    assert check_plan_file(path).is_sound
    shelf = planner.window.frame.start_page.shelf
    shelf.itemActivated.emit(shelf.item(0))
    assert same(planner.editor.plan, plan)
    planner.go_to(project_id)
    assert text_edit(planner.page, "objective_th").plain_text() == OBJECTIVE
    assert planner.chips("supporting_agencies") == ["กองสาธารณสุข"]
    assert planner.undo_all() == steps
    assert planner.redo_all() == steps
    assert same(planner.editor.plan, plan)


def test_an_agency_taken_out_comes_back_with_one_undo_and_stays_in_its_register(planner: Planner):
    planner.begin(TITLE)
    project_id = build_outline(planner)
    planner.go_to(project_id)
    planner.name_new_agency("lead_agencies", "กองช่าง")
    planner.name_new_agency("lead_agencies", "กองสาธารณสุข")
    before = planner.editor.plan
    field = references(planner.page, "lead_agencies")
    next(iter(field.chips.values())).remove.click()
    assert planner.chips("lead_agencies") == ["กองสาธารณสุข"]
    assert sum(node.kind == "agency" for node in planner.editor.plan.walk()) == 2
    planner.choose("undo")
    assert planner.chips("lead_agencies") == ["กองช่าง", "กองสาธารณสุข"]
    assert planner.editor.plan == before


def test_an_amount_that_cannot_be_read_stays_as_typed_and_the_plan_as_it_was(planner: Planner):
    planner.begin(TITLE)
    planner.go_to(build_outline(planner))
    before = planner.editor.plan
    assert planner.budget(2568, "สองแสนกว่า") == "สองแสนกว่า"
    assert any("สองแสนกว่า" in text for text in texts_of(planner.page))
    assert planner.editor.plan is before
    assert planner.budget(2568, "2 แสน") == "200,000"
    planner.choose("undo")
    assert same(planner.editor.plan, before)


def test_another_language_in_the_middle_of_a_word_keeps_everything(planner: Planner):
    planner.begin(TITLE)
    project_id = build_outline(planner)
    planner.go_to(project_id)
    type_text(text_edit(planner.page, "objective_th"), "เพื่อลดน้ำท่")
    before = planner.editor.plan
    planner.choose("speak_en")
    assert planner.page.current_node_id() == project_id
    assert planner.desk.workspace.outline.current_node_id() == project_id
    assert text_edit(planner.page, "objective_th").plain_text() == "เพื่อลดน้ำท่"
    assert planner.editor.plan.nodes[project_id].text("objective", "th") == "เพื่อลดน้ำท่"
    assert planner.window.actions_table["undo"].text() == "Undo: Edit text"
    type_text(text_edit(planner.page, "objective_en"), "Fewer fl")
    planner.choose("speak_th")
    assert planner.editor.plan.nodes[project_id].text("objective", "en") == "Fewer fl"
    assert planner.window.actions_table["undo"].text() == "เลิกทำ: แก้ไขข้อความ"
    for mode in ("page_th", "page_en", "page_both"):
        planner.choose(mode)
        assert planner.page.current_node_id() == project_id
    planner.choose("undo")
    planner.choose("undo")
    assert same(planner.editor.plan, before)


def test_a_form_from_excel_is_looked_at_comes_in_and_goes_with_one_undo(planner: Planner, workbook: Path):
    path = planner.begin(TITLE)
    build_outline(planner)
    before = planner.editor.plan
    said = "\n".join(planner.bring_in(workbook))
    for expected in ("นำเข้า 2 โครงการ", "1,796,000", "ประมาณสองแสน", "ติดตั้งเครื่องสูบน้ำ"):
        assert expected in said
    after = planner.editor.plan
    names = [node.text("name", "th") for node in after.walk() if node.kind == "project"]
    assert names == [DREDGE, "ติดตั้งเครื่องสูบน้ำ", "ป้ายเตือนภัย"]
    notes = [node.text("note", "th") for node in after.walk() if node.kind == "project"]
    assert "ประมาณสองแสน" in notes[-1]
    planner.choose("undo")
    assert planner.editor.plan == before
    planner.choose("redo")
    assert planner.editor.plan == after
    planner.choose("close")
    again = open_plan(path, "ผู้อ่าน")
    assert same(again.plan, after)
    again.close()


def test_what_the_window_prints_the_command_line_prints_too(planner: Planner, workbook: Path, tmp_path: Path):
    path = planner.begin(TITLE)
    fill_project(planner, build_outline(planner))
    planner.bring_in(workbook)
    from_window = {language: tmp_path / f"หน้าต่าง {language}.docx" for language in ("th", "en", "both")}
    for language, target in from_window.items():
        planner.print_to(target, language)
    before_import, revision = list_revisions(planner.editor)
    assert (before_import.occasion, revision.occasion) == ("import", "export")
    planner.choose("close")
    assert list_forgotten() == []
    for language, target in from_window.items():
        for name in ("", revision.id, str(revision.ordinal)):
            printed = tmp_path / f"คำสั่ง {language}.docx"
            words = ["export", str(path), str(printed), "--language", language]
            assert cli.main([*words, *(["--revision", name] if name else [])]) == 0
            assert document_xml(printed) == document_xml(target)
    thai = "\n".join(cell.text for table in Document(str(from_window["th"])).tables for cell in table._cells)
    assert DREDGE in thai
    assert "1,200,000" in thai
    again = open_plan(path, "ผู้อ่าน")
    assert list_revisions(again) == [before_import, revision]
    again.close()


def test_every_page_of_the_sample_speaks_of_no_other_era(planner: Planner):
    planner.choose("sample")
    seen: set[str] = set()
    kinds: set[str] = set()
    for node in planner.editor.plan.walk():
        if node.kind not in kinds:
            kinds.add(node.kind)
            planner.desk.workspace.outline.select_node(node.id)
            seen.update(texts_of(planner.window))
            seen.update(edit.toPlainText() for edit in planner.page.findChildren(QTextEdit))
            seen.update(line.text() for line in planner.page.findChildren(QLineEdit))
    for menu in planner.window.findChildren(QMenu):
        seen.update(action.text() for action in menu.actions())
    assert kinds == set(planner.editor.plan.template.kinds)
    assert len(seen) > 100
    assert [text for text in seen if "ค.ศ." in text] == []
    assert planner.editor.undo_label is None


def is_thai(text: str) -> bool:
    """Whether a text holds Thai letters, but for the name of the language."""
    return any("\u0e01" <= letter <= "\u0e4e" for letter in text.replace("ไทย", ""))


def test_the_window_in_english_shows_thai_only_where_the_plan_is_thai(planner: Planner, window: QWidget):
    planner.choose("sample")
    planner.choose("speak_en")
    planner.choose("page_en")
    plan = planner.editor.plan
    of_plan = {str(atom) for node in plan.walk() for parts in node.fields.values() for atom in parts.values()}
    path = str(planner.editor.file.path)
    thai: set[str] = set()
    for node in list(plan.walk())[:40]:
        planner.desk.workspace.outline.select_node(node.id)
        thai.update(text for text in texts_of(window) if is_thai(text))
    strange = [
        text
        for text in thai
        if not any(text.strip() in own for own in of_plan)
        and text not in path
        and Path(path).stem not in text
    ]
    assert strange == []
