"""One plan, two windows: whoever comes second is told who has it, where and since when."""

import platform
from pathlib import Path

import pytest

from success_desktop.services.library import new_plan
from success_desktop.store.open_mark import Holder, mark_path, write_holder
from success_desktop.ui.desk import Desk
from success_desktop.ui.main_window import MainWindow
from tests.plans import template
from tests.trips.doomed import session


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A plan file that nobody has open."""
    path = tmp_path / "แผนเมือง.success"
    new_plan(path, template(), "สมหญิง").close()
    return path


def test_a_second_window_is_told_who_has_the_plan_open(path: Path, desk: Desk, window: MainWindow) -> None:
    with session("hold", path):
        desk.files.open_plan(path)
        told = window.frame.message_bar.sentence.text()
    assert desk.bridge.editor is None
    assert "สมหญิง" in told
    assert (platform.node() or "-") in told
    assert "256" in told  # since when, in the Buddhist era
    assert window.frame.message_bar.link_buttons() == []


def test_when_the_first_window_has_died_the_second_opens_the_plan_with_all_its_work(
    path: Path, desk: Desk
) -> None:
    with session("hold", path):
        pass
    desk.files.open_plan(path)
    assert desk.bridge.editor is not None
    assert desk.bridge.editor.plan.root.text("edition", "th") == "ร่างที่ 7"


def test_a_colleague_at_another_computer_is_named_too(path: Path, desk: Desk, window: MainWindow) -> None:
    write_holder(mark_path(path), Holder.named("สมชาย", "somchai", "กองแผน-02"))
    desk.files.open_plan(path)
    assert desk.bridge.editor is None
    assert "สมชาย" in window.frame.message_bar.sentence.text()
    assert "กองแผน-02" in window.frame.message_bar.sentence.text()
