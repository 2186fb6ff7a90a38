"""What happened to the money is told in lines for people and in data for scripts, and both say the same."""

import json
from decimal import Decimal
from typing import Any

import pytest

from success_desktop.domain.authorship import Stamp
from success_desktop.domain.money_groups import GROUPINGS
from success_desktop.services.comparing import PRESENT, Compared, Point, compare_points
from success_desktop.services.editing import add_node, move_node, remove_node, set_links
from success_desktop.services.entering import enter_value
from success_desktop.services.money import describe_money, list_steps, report_money, stamp_text, sum_text
from success_desktop.services.plan_editor import PlanEditor
from success_desktop.services.revisions import take_revision
from tests.plans import named
from tests.services.conftest import START


@pytest.fixture
def before(editor: PlanEditor) -> Point:
    """The plan as it was: 2,590,000 baht."""
    return Point("1", take_revision(editor, "ก่อนประชุม"))


def since(editor: PlanEditor, before: Point) -> Compared:
    """What was done since."""
    return compare_points(editor, before, PRESENT)


def test_one_cell_of_thirty_is_told_with_its_difference_and_why(editor: PlanEditor, before: Point) -> None:
    enter_value(editor, (named(editor.plan, "Project dredge"), "budget", "2569:pao_grant"), "1,500,000")
    lines = report_money(since(editor, before), "en")
    grant = editor.plan.template.sources["pao_grant"].en
    when = stamp_text(Stamp("สมหญิง", START), "en")
    assert lines == [
        "Budget: 2,590,000 → 2,890,000 baht (+300,000)",
        "",
        "By project",
        "  +300,000  1.1.1 Project dredge",
        f"      1,200,000 → 1,500,000 · FY 2026 · {grant} ({when})",
        "",
        "By fiscal year",
        "  +300,000  fiscal year 2026",
        "",
        "By source of funds",
        f"  +300,000  {grant}",
        "",
        "By strategy",
        "  +300,000  1 Water",
        "",
        "By lead agency",
        "  +300,000  Engineering Division",
    ]


def test_the_report_is_thai_for_those_who_speak_thai(editor: PlanEditor, before: Point) -> None:
    enter_value(editor, (named(editor.plan, "Project dredge"), "budget", "2569:loan"), "300,000.50")
    lines = report_money(since(editor, before), "th")
    assert "+300,000.50" in lines[0]
    assert any("เงินกู้" in line for line in lines)
    assert "  +300,000.50  ปีงบประมาณ พ.ศ. 2569" in lines


def test_nothing_done_to_the_money_is_one_line(editor: PlanEditor, before: Point) -> None:
    assert report_money(since(editor, before), "en") == ["Budget: 2,590,000 baht in both"]


def test_money_that_only_changed_its_year_is_told_though_the_totals_are_the_same(
    editor: PlanEditor, before: Point
) -> None:
    gauge = named(editor.plan, "Project gauge")
    enter_value(editor, (gauge, "budget", "2568:codi"), "")
    enter_value(editor, (gauge, "budget", "2571:codi"), "240,000")
    lines = report_money(since(editor, before), "en")
    assert lines[0] == "Budget: 2,590,000 baht in both"
    assert "  0  1.1.2 Project gauge" in lines
    assert "  -240,000  fiscal year 2025" in lines
    assert "  0  1 Water" in lines


def test_the_order_asked_for_is_the_order_told_also_back_in_time(editor: PlanEditor, before: Point) -> None:
    enter_value(editor, (named(editor.plan, "Project dredge"), "budget", "2569:loan"), "300,000")
    back = compare_points(editor, PRESENT, before)
    assert sum_text(list_steps(back, "project"), "en") == "Budget: 2,890,000 → 2,590,000 baht (-300,000)"


def test_the_data_can_be_json_and_adds_up(editor: PlanEditor, before: Point) -> None:
    plan = editor.plan
    enter_value(editor, (named(plan, "Project dredge"), "budget", "2568:ordinance"), "500,000.25")
    remove_node(editor, named(plan, "Project gauge"))
    fresh = add_node(editor, named(plan, "Restore the canals"), "project")
    enter_value(editor, (fresh, "budget", "2570:loan"), "90,000")
    set_links(editor, named(plan, "Project map"), "lead_agencies", [named(plan, "Public Health Division")])
    issue = add_node(editor, plan.root_id, "strategic_issue")
    approach = add_node(editor, add_node(editor, issue, "goal"), "approach")
    move_node(editor, named(plan, "Project dredge"), approach)
    told = json.loads(json.dumps(describe_money(since(editor, before), "en"), ensure_ascii=False))
    assert (told["start_baht"], told["end_baht"], told["baht"]) == (2590000, 2440000.25, -149999.75)
    assert tuple(told["by"]) == GROUPINGS
    for steps in told["by"].values():
        assert sum(Decimal(str(step["baht"])) for step in steps) == Decimal("-149999.75")
        for step in steps:
            assert _sum(step["causes"]) == Decimal(str(step["new_baht"])) - Decimal(str(step["old_baht"]))
    deeds = {cause["deed"] for steps in told["by"].values() for step in steps for cause in step["causes"]}
    assert deeds == {"set", "added", "removed", "moved", "reassigned"}


def _sum(causes: list[dict[str, Any]]) -> Decimal:
    return sum((Decimal(str(cause["baht"])) for cause in causes), Decimal(0))


def test_a_cause_names_the_cell_the_author_and_the_instant(editor: PlanEditor, before: Point) -> None:
    gauge = named(editor.plan, "Project gauge")
    enter_value(editor, (gauge, "budget", "2571:loan"), "5")
    (step,) = describe_money(since(editor, before), "en")["by"]["year"]
    assert (step["key"], step["name"], step["old_baht"], step["new_baht"]) == (
        ["2571"],
        "fiscal year 2028",
        0,
        5,
    )
    assert step["causes"] == [
        {
            "deed": "set",
            "node": gauge,
            "name": "1.1.2 Project gauge",
            "baht": 5,
            "author": "สมหญิง",
            "at": "2026-11-22T03:00:00+00:00",
            "on_advice": [],
            "field": "budget",
            "year": 2571,
            "source": "loan",
            "old_baht": None,
            "new_baht": 5,
        }
    ]


def test_money_that_went_over_names_where_from_and_where_to(editor: PlanEditor, before: Point) -> None:
    project, agency = named(editor.plan, "Project map"), named(editor.plan, "Public Health Division")
    set_links(editor, project, "lead_agencies", [agency])
    gained, lost = describe_money(since(editor, before), "en")["by"]["agency"]
    assert (gained["key"], gained["baht"], lost["key"], lost["baht"]) == ([agency], 150000, [], -150000)
    for step in (gained, lost):
        assert [(cause["deed"], cause["from"], cause["to"]) for cause in step["causes"]] == [
            ("reassigned", [], [agency])
        ]


def test_what_nobody_signed_is_told_without_a_name(editor: PlanEditor, before: Point) -> None:
    enter_value(editor, (named(editor.plan, "Project gauge"), "budget", "2571:loan"), "5")
    compared = since(editor, before)
    unsigned = Compared(
        compared.comparison, compare_points(editor, before, before).authorship, before, PRESENT
    )
    assert report_money(unsigned, "en")[4] == "      - → 5 · FY 2028 · Loan"
    (step,) = describe_money(unsigned, "en")["by"]["project"]
    assert (step["causes"][0]["author"], step["causes"][0]["at"]) == (None, None)


def test_a_stamp_tells_who_and_when_by_the_clock_here() -> None:
    here = START.astimezone()
    assert stamp_text(Stamp("สมศรี", START), "th") == f"สมศรี · 22 พ.ย. 2569 {here:%H:%M}"
    assert stamp_text(Stamp("", START), "en") == f"22 Nov 2026 {here:%H:%M}"
    assert stamp_text(None, "en") == ""
