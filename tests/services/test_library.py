"""Plans start from templates and samples; templates may be a user's own."""

import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest

from success_desktop.domain.totals import total_of_branch
from success_desktop.errors import UserError
from success_desktop.services.editing import set_text
from success_desktop.services.library import (
    discard,
    find_template,
    list_forgotten,
    list_templates,
    new_plan,
    new_sample,
    open_plan,
    own_templates_folder,
    read_template,
    take_up,
)
from tests.plans import template


def test_three_templates_ship() -> None:
    assert [one.id for one in list_templates()] == [
        "success-strategic-plan",
        "ldp-2566-strategy",
        "ldp-2571-issue",
    ]


@pytest.mark.parametrize("template_id", ["success-strategic-plan", "ldp-2566-strategy", "ldp-2571-issue"])
def test_a_new_plan_starts_with_what_its_template_brings(tmp_path: Path, template_id: str) -> None:
    editor = new_plan(tmp_path / "ใหม่.success", find_template(template_id), "สมหญิง")
    assert editor.plan.template.id == template_id
    assert len(editor.plan.nodes) > 5
    assert len(editor.plan.years()) == 5
    editor.close()
    again = open_plan(tmp_path / "ใหม่.success", "สมชาย")
    assert again.plan == editor.plan
    again.close()


def test_an_existing_file_is_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "มีแล้ว.success"
    path.write_text("precious", encoding="utf-8")
    with pytest.raises(UserError):
        new_plan(path, template(), "สมหญิง")
    assert path.read_text(encoding="utf-8") == "precious"


def test_the_sample_plan_is_whole(tmp_path: Path) -> None:
    editor = new_sample(tmp_path / "ตัวอย่าง.success", "สมหญิง")
    kinds = [node.kind for node in editor.plan.walk()]
    assert kinds.count("strategic_issue") == 4
    assert kinds.count("project") >= 40
    assert total_of_branch(editor.plan, editor.plan.root_id).total_baht > 1_000_000
    assert "ตัวอย่าง" in editor.plan.root.text("notice", "th")
    editor.close()


def test_an_unknown_template_is_named_with_those_that_exist() -> None:
    with pytest.raises(UserError) as refusal:
        find_template("atlantis")
    assert "atlantis" in refusal.value.sentence()
    assert "ldp-2571-issue" in refusal.value.remedy()


def test_a_users_own_template_stands_in_for_the_shipped_one() -> None:
    folder = own_templates_folder()
    folder.mkdir(parents=True)
    own = template().text.replace("en: Strategic plan and action plan", "en: Our own plan")
    (folder / "success-strategic-plan.yaml").write_text(own, encoding="utf-8")
    assert find_template("success-strategic-plan").name.en == "Our own plan"


def test_a_template_that_cannot_be_read_says_so(tmp_path: Path) -> None:
    strange = tmp_path / "strange.yaml"
    strange.write_bytes(b"\xa1\xff\xfe")
    for path in (strange, tmp_path / "missing.yaml"):
        with pytest.raises(UserError):
            read_template(path)


def test_a_plan_that_cannot_be_read_is_let_go_of(tmp_path: Path) -> None:
    path = tmp_path / "เสีย.success"
    new_plan(path, template(), "สมหญิง").close()
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("UPDATE number_value SET number = 'many'")
    for _attempt in range(2):  # the second is not told that it is open already
        with pytest.raises(UserError) as refusal:
            open_plan(path, "สมหญิง")
        assert refusal.value.sentence("en") == "The plan's data is damaged."
    assert list_forgotten() == []


def test_a_read_only_plan_is_refused_before_anything_is_done(tmp_path: Path) -> None:
    path = tmp_path / "อ่านอย่างเดียว.success"
    new_plan(path, template(), "สมหญิง").close()
    path.chmod(stat.S_IRUSR)
    with pytest.raises(UserError, match="อ่านอย่างเดียว"):
        open_plan(path, "สมหญิง", must_write=True)
    open_plan(path, "สมหญิง").close()
    path.chmod(stat.S_IRUSR | stat.S_IWUSR)
    open_plan(path, "สมหญิง", must_write=True).close()


def test_a_template_that_starts_with_what_cannot_be_is_refused_with_its_line() -> None:
    folder = own_templates_folder()
    folder.mkdir(parents=True)
    own = template().text.replace(
        "\nstart:\n", "\nstart:\n  - {kind: vision, fields: {name: no languages}}\n"
    )
    (folder / "own.yaml").write_text(own, encoding="utf-8")
    with pytest.raises(UserError) as refusal:
        find_template("own")
    line = refusal.value.places["line"]
    assert isinstance(line, int)
    assert "no languages" in own.splitlines()[line - 1]


def test_forgotten_work_is_taken_up_again(tmp_path: Path) -> None:
    editor = new_plan(tmp_path / "ค้าง.success", template(), "สมหญิง")
    set_text(editor, (editor.plan.root_id, "title", "th"), "ยังไม่บันทึก")
    editor.close(publish=False)
    (left,) = list_forgotten()
    again = take_up(left, "สมหญิง")
    assert again.plan.root.text("title", "th") == "ยังไม่บันทึก"
    again.close()
    assert list_forgotten() == []


def test_forgotten_work_that_is_thrown_away_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "ทิ้ง.success"
    editor = new_plan(path, template(), "สมหญิง")
    published = path.read_bytes()
    set_text(editor, (editor.plan.root_id, "title", "th"), "ไม่เอาแล้ว")
    editor.close(publish=False)
    (left,) = list_forgotten()
    discard(left)
    assert list_forgotten() == []
    assert path.read_bytes() == published
    with pytest.raises(UserError):
        discard(left)
