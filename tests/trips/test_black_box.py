"""The real program on a real screen, used from outside with keys alone on a Thai keyboard, as a planner would."""

import sys
import zipfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from docx import Document

from success_desktop.i18n import translate
from success_desktop.services.library import open_plan
from tests.conftest import ROOT
from tests.trips.real_screen import RealScreen, missing_programs, real_screen, started, wait_until

LEFT_BEHIND = ROOT / "out" / "black-box.png"
"""What the screen showed when the trip came to an early end."""

START = "SUCCESS Desktop"
PLAN = translate("Sample town", "th")
WINDOW = f"{PLAN} — SUCCESS Desktop"
EXPORT = translate("Export document", "th")
SOUGHT = "และลุ่มน้ำตัดสินใจร่วมกับเทศบาล"
TYPED = "และปลูกไม้ริมตลิ่งที่บ้านน้ำใส"
ADDED = "โครงการธนาคารน้ำใต้ดินบ้านหนองผักตบ"
CTRL_F, CTRL_E, CTRL_Q = "ctrl+Thai_dodek", "ctrl+Thai_saraam", "ctrl+Thai_maiyamok"
"""Keys as they are on a Thai keyboard: ด for F, ำ for E, ๆ for Q."""


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[RealScreen]:
    """A screen of somebody with a folder for documents."""
    lacking = missing_programs()
    if lacking:
        pytest.skip("no real screen here without " + ", ".join(lacking))
    (tmp_path / "Documents").mkdir()
    with real_screen(tmp_path) as screen:
        yield screen


def find_objective(screen: RealScreen) -> None:
    """Go to the end of the first project's objective in Thai, found by its words."""
    screen.press(CTRL_F)
    screen.type(SOUGHT)
    screen.press("F3", "ctrl+End")


def export(screen: RealScreen, path: Path) -> None:
    """Export to the file that the dialog proposes."""
    screen.press(CTRL_E)
    screen.wait_for_window(EXPORT)
    screen.press("Return")
    wait_until(lambda: path.exists() and zipfile.is_zipfile(path), f"the file {path.name}")
    screen.wait_for_window(WINDOW)


def test_thai_typed_on_the_real_screen_is_in_the_word_file_and_in_the_plan(
    screen: RealScreen, tmp_path: Path
) -> None:
    plan_path, word_path = (tmp_path / "Documents" / f"{PLAN}.{kind}" for kind in ("success", "docx"))
    command = [sys.executable, "-m", "success_desktop"]
    with started(command, screen.environment) as program, screen.watched(LEFT_BEHIND):
        screen.wait_for_window(START)
        screen.press("Tab", "Tab", "Tab", "space")
        screen.wait_for_window(WINDOW)
        find_objective(screen)
        screen.type(TYPED)
        screen.press("ctrl+Return")
        screen.type(ADDED)
        screen.press("Return")
        export(screen, word_path)
        screen.press(CTRL_Q)
        wait_until(lambda: program.poll() is not None, "the program to end")
    assert program.returncode == 0
    printed = words_of(word_path)
    assert TYPED in printed
    assert ADDED in printed
    with closing(open_plan(plan_path, "ผู้อ่าน")) as editor:
        projects = [node for node in editor.plan.walk() if node.kind == "project"]
        assert projects[0].text("objective", "th").endswith(TYPED)
        assert projects[1].text("name", "th") == ADDED


def words_of(path: Path) -> str:
    """All that a Word file says, as Word's own reader library finds it: paragraphs and tables."""
    body = Document(str(path)).element.body
    return "\n".join("".join(part.itertext()) for part in body.iter("{*}p"))
