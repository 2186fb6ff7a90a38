"""Cards and money say on whose advice a difference came about."""

import pytest

from success_desktop.services.comparing import PRESENT, Point, compare_points
from success_desktop.services.deciding import accept
from success_desktop.services.money import describe_money, list_steps, report_money
from success_desktop.services.plan_editor import PlanEditor
from success_desktop.ui.compare.money_rows import MoneyRows
from tests.plans import named
from tests.services.conftest import clock, editor, plan_path
from tests.services.proposals import take_in, wording
from tests.ui.compare.comparisons import card_about, keep

__all__ = ["clock", "editor", "plan_path"]

ADVICE = "on the advice of อ.วิชัย, item 1:1"

pytestmark = pytest.mark.usefixtures("english")


@pytest.fixture
def before(editor, clock) -> Point:
    """The plan before somebody took a proposed name and a proposed amount."""
    point = keep(editor)
    dredge = named(editor.plan, "Project dredge")
    name = wording(editor.plan, (dredge, "name", "th"), "โครงการขุดลอก")
    amount = wording(editor.plan, (dredge, "budget", "2568:ordinance"), "900,000", author="อ.มาลี")
    take_in(editor, name, amount)
    for remark in (name, amount):
        clock.pass_seconds(60)
        assert accept(editor, remark.id) is None
    return point


def test_a_card_names_the_advisor_beside_who_wrote_it(editor: PlanEditor, before: Point) -> None:
    compared = compare_points(editor, before, PRESENT)
    assert card_about(compared, named(editor.plan, "Project dredge"), "name").byline.endswith(ADVICE)


def test_money_is_accounted_for_with_the_advice(editor: PlanEditor, before: Point) -> None:
    compared = compare_points(editor, before, PRESENT)
    advice = "on the advice of อ.มาลี, item 1:2"
    waterfall = list_steps(compared, "project")
    row = MoneyRows(compared, waterfall, "en").step(waterfall.steps[0])
    assert row.cells[-1].endswith(advice)
    assert row.stamp.endswith(advice)
    assert any(advice in line for line in report_money(compared, "en"))
    (step,) = describe_money(compared, "en")["by"]["project"]
    assert [cause["on_advice"] for cause in step["causes"]] == [["1:2"]]
