"""Proving that a plan file is whole, or saying what is wrong with it."""

from pathlib import Path

import pytest

from success_desktop.errors import UserError
from success_desktop.i18n import use_language
from success_desktop.services.checking import check_plan_file, describe_report, report_lines
from success_desktop.services.plan_editor import PlanEditor
from success_desktop.services.revisions import take_revision


def test_a_whole_file_is_told_with_what_it_holds(editor: PlanEditor, plan_path: Path) -> None:
    take_revision(editor, "ก่อนประชุม")
    editor.close()
    report = check_plan_file(plan_path)
    use_language("en")
    told = describe_report(report)
    assert (told["is_sound"], told["nodes"], told["revisions"], told["problems"]) == (True, 15, 1, [])
    assert report_lines(report)[0].endswith("15 parts, 1 steps of history, 1 revisions.")


def test_a_damaged_file_is_told_as_damaged(editor: PlanEditor, plan_path: Path) -> None:
    editor.close()
    content = bytearray(plan_path.read_bytes())
    content[8192:16384] = b"\x55" * 8192
    plan_path.write_bytes(content)
    report = check_plan_file(plan_path)
    assert not report.is_sound
    assert describe_report(report)["problems"]
    assert "damaged" in report.problems[0].sentence("en")
    assert report_lines(report) == [str(report.problems[0])]


def test_something_else_than_a_plan_is_refused(tmp_path: Path) -> None:
    other = tmp_path / "บันทึก.success"
    other.write_text("not a plan", encoding="utf-8")
    with pytest.raises(UserError):
        check_plan_file(other)
