"""The small plan in an English interface, edited and compared."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from success_desktop.domain.edits import SetValue, apply
from success_desktop.domain.plan import Plan
from success_desktop.services import editing
from success_desktop.services.comparing import Compared
from success_desktop.services.entering import enter_value
from success_desktop.services.plan_editor import PlanEditor
from success_desktop.ui.application import Application
from success_desktop.ui.compare.compare_view import CompareView
from success_desktop.ui.compare.differences_page import DifferencesPage
from success_desktop.ui.plan_bridge import PlanBridge
from success_desktop.ui.qt_catalog import speak
from tests.benchmarks.bench_tree import large_plan
from tests.plans import named, small_plan
from tests.ui.compare.comparisons import compare, keep, writer_of
from tests.ui.english_plan import bridge, clock, editor, plan_path

__all__ = ["bridge", "clock", "editor", "plan_path"]

LONG = "เพื่อลดความเสียหายจากน้ำท่วมในชุมชนริมคลอง ฟื้นระบบนิเวศตลิ่ง และให้ชุมชนใช้ข้อมูลตัดสินใจร่วมกับเทศบาล " * 4


@pytest.fixture
def view(qtbot: QtBot, bridge: PlanBridge) -> CompareView:
    """The compare view of the small plan, on the screen."""
    shown = CompareView(bridge)
    qtbot.addWidget(shown)
    shown.resize(1060, 620)
    shown.show()
    return shown


@pytest.fixture
def english(application: Application) -> Iterator[None]:
    """The interface in English."""
    speak("en")
    yield
    speak("th")


@pytest.fixture
def plan() -> Plan:
    """The small plan, not open."""
    return small_plan()


@pytest.fixture
def canal(plan: Plan) -> str:
    """The id of the project of the small plan that most is done to."""
    return named(plan, "Project dredge")


@pytest.fixture
def dredge(editor: PlanEditor) -> str:
    """The id of the project that is edited most."""
    return named(editor.plan, "Project dredge")


@pytest.fixture(scope="session")
def imported() -> tuple[Plan, Plan]:
    """A small plan, and the same with five thousand projects that came in and texts in all of them."""
    new = large_plan()
    projects = [node.id for node in new.walk() if node.kind == "project" and not node.parts("objective")]
    return small_plan(), apply(new, [SetValue(one, "objective", "th", None, LONG + one) for one in projects])


@pytest.fixture(scope="session")
def import_compared(imported: tuple[Plan, Plan]) -> Compared:
    """What came in, compared once."""
    return compare(*imported)


@pytest.fixture
def page(qtbot: QtBot, bridge: PlanBridge, import_compared: Compared) -> DifferencesPage:
    """Twenty thousand differences, on the screen."""
    shown = DifferencesPage()
    qtbot.addWidget(shown)
    shown.resize(1000, 560)
    shown.show()
    shown.show_differences(writer_of(import_compared), can_restore=True)
    return shown


@pytest.fixture
def edited_view(view: CompareView, editor: PlanEditor, bridge: PlanBridge, dredge: str) -> CompareView:
    """The view of three differences since the only revision."""
    keep(editor)
    bridge.revised.emit()
    enter_value(editor, (dredge, "budget", "2569:ordinance"), "800000")
    editing.set_text(editor, (dredge, "place", "en"), "the canal")
    editing.set_text(editor, (named(editor.plan, "Project heat"), "name", "th"), "โครงการร้อน")
    view.refresh()
    return view
