"""Form sets are chosen, copied, changed and used at once; what is wrong with one is said by line and changes nothing."""

from pathlib import Path

import pytest

from success_desktop.domain.forms.resolving import resolve_form
from success_desktop.domain.office import read_office
from success_desktop.errors import UserError
from success_desktop.services import form_sets
from success_desktop.services.library import find_template, new_plan, open_plan
from success_desktop.services.plan_editor import PlanEditor
from tests.form_plans import NEW_FORMS, OLD_FORMS, TEMPLATES, form_set_text, plan_of


@pytest.fixture
def own_folder() -> Path:
    folder = form_sets.own_form_sets_folder()
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def test_two_form_sets_ship() -> None:
    assert [one.id for one in form_sets.list_form_sets()] == [OLD_FORMS, NEW_FORMS]


@pytest.mark.parametrize(
    ("template_id", "wanted"), [*zip(TEMPLATES, (OLD_FORMS, NEW_FORMS, OLD_FORMS), strict=True)]
)
def test_a_new_plan_is_printed_in_the_forms_that_suit_its_template(template_id: str, wanted: str) -> None:
    plan = plan_of(template_id)
    assert form_sets.suiting_form_set(plan).id == form_sets.form_set_of(plan).id == wanted


def test_a_plan_of_an_unknown_template_is_printed_in_the_usual_forms(own_folder: Path) -> None:
    plan = plan_of(TEMPLATES[1])
    strange = plan.template.model_copy(update={"id": "ours"})
    odd = type(plan)(strange, plan.nodes, plan.children, plan.root_id)
    assert form_sets.suiting_form_set(odd).id == OLD_FORMS


def test_choosing_a_form_set_is_one_step_that_undo_takes_back(editor: PlanEditor) -> None:
    assert form_sets.use_form_set(editor, NEW_FORMS).id == NEW_FORMS
    assert form_sets.form_set_of(editor.plan).id == NEW_FORMS
    assert editor.undo_label == "choose the form set"
    editor.undo()
    assert form_sets.form_set_of(editor.plan).id == OLD_FORMS
    assert editor.undo_label is None


def test_choosing_what_is_chosen_is_no_step(editor: PlanEditor) -> None:
    form_sets.use_form_set(editor, NEW_FORMS)
    editor.undo()
    form_sets.use_form_set(editor, NEW_FORMS)
    form_sets.use_form_set(editor, NEW_FORMS)
    editor.undo()
    assert editor.undo_label is None


def test_choosing_changes_nothing_of_what_the_plan_says(editor: PlanEditor) -> None:
    before = list(editor.plan.walk())
    form_sets.use_form_set(editor, NEW_FORMS)
    assert list(editor.plan.walk()) == before


def test_an_unknown_form_set_is_refused_with_those_there_are(editor: PlanEditor) -> None:
    with pytest.raises(UserError) as refusal:
        form_sets.use_form_set(editor, "ldp-1999")
    assert refusal.value.places["known"] == f"{OLD_FORMS}, {NEW_FORMS}"
    assert editor.undo_label is None


def test_a_copy_is_changed_and_used_at_once(editor: PlanEditor, tmp_path: Path) -> None:
    path = tmp_path / "แบบของเรา.yaml"
    assert form_sets.save_form_set_copy(editor.plan, path).id == OLD_FORMS
    text = path.read_text(encoding="utf-8")
    assert text == form_set_text(OLD_FORMS)
    text = text.replace("แบบ ผ.02,", "แบบ ผ.02 ทม.ตัวอย่าง,").replace(
        "head: {th: โครงการ, en: Project}, width: 13", "head: {th: ชื่อโครงการ, en: Name}, width: 20"
    )
    text = text.replace("# years: {first_be: 2566, count: 5}", "years: {first_be: 2569, count: 3}")
    text = text.replace("      - *kpi\n", "")
    path.write_text(text, encoding="utf-8")
    assert not form_sets.has_own_form_set(editor.plan)
    form_sets.use_own_form_set(editor, path)
    assert form_sets.has_own_form_set(editor.plan)
    own = form_sets.form_set_of(editor.plan)
    form = resolve_form(own, "p02", editor.plan)
    assert own.forms["p02"].stamp.th == "แบบ ผ.02 ทม.ตัวอย่าง"
    assert [column.heads[-1].th for column in form.columns][1] == "ชื่อโครงการ"
    assert form.columns[1].share == 20
    assert form.years == (2569, 2570, 2571)
    assert len(resolve_form(own, "p02-1", editor.plan).columns) == 9
    path.unlink()
    assert form_sets.form_set_of(editor.plan) == own


def test_a_plan_keeps_its_own_forms_in_its_file(tmp_path: Path) -> None:
    path, own = tmp_path / "แผน.success", tmp_path / "own.yaml"
    editor = new_plan(path, find_template(TEMPLATES[0]), "สมหญิง")
    own.write_text(form_set_text(NEW_FORMS).replace("id: ldp-2571", "id: ours"), encoding="utf-8")
    form_sets.use_own_form_set(editor, own)
    editor.close()
    again = open_plan(path, "สมชาย")
    assert form_sets.form_set_of(again.plan).id == "ours"
    form_sets.use_form_set(again, OLD_FORMS)
    assert not form_sets.has_own_form_set(again.plan)
    assert read_office(again.plan).form_set == OLD_FORMS
    again.undo()
    assert form_sets.form_set_of(again.plan).id == "ours"
    again.close(publish=False)


def test_a_copy_of_any_form_set_of_the_shelf_can_be_made(editor: PlanEditor, tmp_path: Path) -> None:
    path = tmp_path / "ใหม่.YAML"
    form_sets.save_form_set_copy(editor.plan, path, NEW_FORMS)
    assert form_sets.read_form_set(path).id == NEW_FORMS


def test_a_copy_has_the_name_of_a_form_set_and_a_folder_that_exists(
    editor: PlanEditor, tmp_path: Path
) -> None:
    with pytest.raises(UserError, match=r"yaml"):
        form_sets.save_form_set_copy(editor.plan, tmp_path / "แผน.success")
    with pytest.raises(UserError):
        form_sets.save_form_set_copy(editor.plan, tmp_path / "ไม่มี" / "a.yaml")
    assert list(tmp_path.glob("*.yaml")) == []


def test_a_bad_form_set_is_refused_with_its_line_and_the_plan_stays(
    editor: PlanEditor, tmp_path: Path
) -> None:
    path = tmp_path / "ผิด.yaml"
    path.write_text(
        form_set_text(OLD_FORMS).replace("levels: [strategy, programme]", "levels: [strategi]"),
        encoding="utf-8",
    )
    with pytest.raises(UserError) as refusal:
        form_sets.use_own_form_set(editor, path)
    line = refusal.value.places["line"]
    assert isinstance(line, int)
    assert "strategi" in path.read_text(encoding="utf-8").splitlines()[line - 1]
    assert editor.undo_label is None


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", None, b"# " + b"x" * 1_000_001])
def test_what_cannot_be_read_is_refused(content: bytes | None, tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(UserError) as refusal:
        form_sets.read_form_set(path)
    assert refusal.value.message == "The form set “{name}” cannot be read."


def test_a_file_saved_on_windows_reads_the_same(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + form_set_text(NEW_FORMS).replace("\n", "\r\n").encode())
    assert form_sets.read_form_set(path).text == form_set_text(NEW_FORMS)


def test_one_s_own_form_set_stands_on_the_shelf_and_in_for_a_shipped_one(own_folder: Path) -> None:
    (own_folder / "ours.yaml").write_text(
        form_set_text(NEW_FORMS).replace("id: ldp-2571", "id: ours"), encoding="utf-8"
    )
    (own_folder / "แก้แล้ว.yaml").write_text(
        form_set_text(OLD_FORMS).replace("version: 1", "version: 7"), encoding="utf-8"
    )
    assert [(one.id, one.version) for one in form_sets.list_form_sets()] == [
        (OLD_FORMS, 7),
        (NEW_FORMS, 1),
        ("ours", 1),
    ]


def test_a_plan_whose_chosen_forms_are_not_on_this_machine_says_so(
    editor: PlanEditor, own_folder: Path
) -> None:
    path = own_folder / "ours.yaml"
    path.write_text(form_set_text(NEW_FORMS).replace("id: ldp-2571", "id: ours"), encoding="utf-8")
    form_sets.use_form_set(editor, "ours")
    path.unlink()
    with pytest.raises(UserError, match="ours"):
        form_sets.form_set_of(editor.plan)


def test_a_mistake_on_one_s_own_shelf_is_named_with_file_and_line(own_folder: Path) -> None:
    (own_folder / "ผิด.yaml").write_text("id: ours\nversion: 1\nlevls: {}\n", encoding="utf-8")
    with pytest.raises(UserError) as refusal:
        form_sets.list_form_sets()
    assert refusal.value.places["name"] == "ผิด.yaml"


def test_a_column_of_a_field_that_nobody_knows_is_refused_by_line(editor: PlanEditor, tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    path.write_text(
        form_set_text(OLD_FORMS).replace("fields: [target]", "fields: [targett]", 1), encoding="utf-8"
    )
    with pytest.raises(UserError, match="targett") as refusal:
        form_sets.use_own_form_set(editor, path)
    line = refusal.value.places["line"]
    assert isinstance(line, int)
    assert "targett" in path.read_text(encoding="utf-8").splitlines()[line - 1]
    assert editor.undo_label is None


def test_columns_may_ask_for_any_field_of_the_plan(editor: PlanEditor, tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    path.write_text(
        form_set_text(OLD_FORMS).replace("fields: [target]", "fields: [note]", 1), encoding="utf-8"
    )
    assert form_sets.use_own_form_set(editor, path).forms["p02"].columns[3].fields == ("note",)
