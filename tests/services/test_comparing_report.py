"""A comparison told: as data for scripts, as lines for people, in Thai and English."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from success_desktop.domain.authorship import Authorship
from success_desktop.domain.comparison import compare_plans
from success_desktop.domain.known_words import keep_known_word
from success_desktop.domain.restoring import Scope, restore_edits
from success_desktop.i18n import use_language
from success_desktop.services import editing
from success_desktop.services.comparing import PRESENT, Point, compare_points, find_point
from success_desktop.services.comparing_data import describe_comparison
from success_desktop.services.comparing_names import name_point
from success_desktop.services.comparing_report import report_comparison, report_dropped_links
from success_desktop.services.plan_editor import PlanEditor
from success_desktop.services.revisions import describe_revision, take_revision
from tests.plans import named


@pytest.fixture
def before(editor: PlanEditor) -> Point:
    """The revision that the tests compare the present with."""
    return Point("ร่างที่ 1", take_revision(editor, "เสนอที่ประชุม", "ร่างที่ 1"))


@pytest.fixture
def in_english() -> Iterator[None]:
    use_language("en")
    yield
    use_language("th")


def lines(editor: PlanEditor, before: Point) -> list[str]:
    """What the comparison of `before` with the present tells in English, without who and when."""
    told = report_comparison(compare_points(editor, before, PRESENT), "en")
    return [line.partition(" — ")[0] for line in told]


def test_nothing_is_told_of_a_plan_that_is_as_it_was(editor: PlanEditor, before: Point, in_english: None):
    assert lines(editor, before) == ["ร่างที่ 1 → Present", "Nothing differs."]


def test_words_are_told_with_who_and_when(editor: PlanEditor, before: Point, in_english: None):
    dredge = named(editor.plan, "โครงการdredge")
    editing.set_text(editor, (dredge, "name", "en"), "Project dredge now\nsoon")
    told = report_comparison(compare_points(editor, before, PRESENT), "en")
    assert told[:3] == [
        "ร่างที่ 1 → Present",
        "1 field edited",
        f"~ 1.1.1 Project dredge now soon [{dredge}]",
    ]
    assert told[3].startswith("    Project name (English): Project dredge{+ now¶ soon+} — สมหญิง 22 Nov 2026 ")


def test_what_nobody_put_a_name_to_is_told_with_when_alone(
    editor: PlanEditor, before: Point, in_english: None
):
    editor.author = ""
    editing.set_text(editor, (named(editor.plan, "โครงการdredge"), "name", "en"), "Dredge")
    told = report_comparison(compare_points(editor, before, PRESENT), "en")
    assert " — 22 Nov 2026 " in told[3]


def test_values_are_told_old_and_new_with_their_difference(
    editor: PlanEditor, before: Point, in_english: None
):
    dredge, indicator = (
        named(editor.plan, "โครงการdredge"),
        named(editor.plan, "Households flooded over 3 days"),
    )
    editing.set_part(editor, (dredge, "budget", "2568:ordinance"), Decimal(700000))
    editing.set_part(editor, (dredge, "budget", "2568:loan"), Decimal(5))
    editing.set_part(editor, (dredge, "status", ""), "completed")
    editing.set_part(editor, (dredge, "start_on", ""), date(2024, 12, 1))
    editing.set_part(editor, (indicator, "baseline", ""), Decimal(190))
    editing.set_part(editor, (indicator, "target", "2568"), Decimal(100))
    editing.set_part(editor, (indicator, "baseline_year", ""), Decimal(2567))
    told = [line.strip() for line in lines(editor, before)]
    for value in (
        "Budget (baht) 2025 · Budget ordinance: [-500,000-] {+700,000+} (+200,000)",
        "Budget (baht) 2025 · Loan: {+5+}",
        "Status: [-In progress-] {+Completed+}",
        "Baseline: [-184-] {+190+} (+6)",
        "Yearly targets 2025: [-150-] {+100+} (-50)",
        "Baseline year: [-2023-] {+2024+}",
    ):
        assert value in told
    assert any(line.endswith("[-1 Oct 2024-] {+1 Dec 2024+}") for line in told)


def test_links_are_told_by_name_and_their_order_is_not(editor: PlanEditor, before: Point, in_english: None):
    gauge = named(editor.plan, "โครงการgauge")
    engineering, health = named(editor.plan, "กองช่าง"), named(editor.plan, "กองสาธารณสุข")
    editing.set_links(editor, gauge, "lead_agencies", [health, engineering])
    assert [line for line in lines(editor, before) if line.startswith("    ")] == []
    editing.set_links(editor, gauge, "lead_agencies", [health])
    told = [line.strip() for line in lines(editor, before) if line.startswith("    ")]
    assert told == ["Lead agency: [-Engineering Division-]"]


def test_what_came_went_or_moved_is_told_by_its_sign(editor: PlanEditor, before: Point, in_english: None):
    plan = editor.plan
    dredge, gauge, heat = (named(plan, f"โครงการ{name}") for name in ("dredge", "gauge", "heat"))
    second = plan.nodes[heat].parent_id or ""
    editing.remove_node(editor, gauge)
    new = editing.add_node(editor, second, "project")
    editing.move_node(editor, dredge, second)
    told = lines(editor, before)
    assert told[1] == "1 item added · 1 item deleted · 1 item moved"
    assert f"- 1.1.2 Project gauge [{gauge}]" in told
    assert f"+ 1.2.2 Project [{new}]" in told
    moved = next(line for line in told if line.startswith("> "))
    assert moved == f"> 1.2.3 Project dredge [{dredge}] Moved from Restore the canals to Development approach"


def test_a_node_moved_among_its_siblings_is_told_without_parents(
    editor: PlanEditor, before: Point, in_english: None
):
    gauge = named(editor.plan, "โครงการgauge")
    editing.move_up(editor, gauge)
    assert lines(editor, before)[2:] == [f"> 1.1.1 Project gauge [{gauge}]"]


def test_a_value_that_nobody_is_known_to_have_set_is_told_without_a_name(editor: PlanEditor, before: Point):
    dredge = named(editor.plan, "โครงการdredge")
    editing.set_part(editor, (dredge, "budget", "2568:loan"), Decimal(5))
    compared = replace(compare_points(editor, before, PRESENT), authorship=Authorship([], []))
    assert report_comparison(compared, "th")[-1].endswith("{+5+}")


def test_links_that_restoring_loses_are_told_with_whose_they_were(
    editor: PlanEditor, before: Point, in_english: None
):
    dredge, agency = named(editor.plan, "โครงการdredge"), named(editor.plan, "กองช่าง")
    past = editor.plan
    editing.remove_node(editor, dredge)
    editing.remove_node(editor, agency)
    lost = restore_edits(editor.plan, past, Scope(dredge)).dropped_links
    assert report_dropped_links(lost, compare_plans(past, editor.plan), "en") == [
        "Links that cannot come back, because what they lead to is gone",
        "    1.1.1 Project dredge · Lead agency: Engineering Division",
    ]
    assert report_dropped_links((), compare_plans(past, past), "en") == []


def test_known_words_are_told_as_words(editor: PlanEditor, before: Point, in_english: None):
    editor.edit("Edit", keep_known_word(editor.plan, "พะตง", "th"))
    assert lines(editor, before)[-1] == "    Word in the plan’s dictionary: {+พะตง+}"
    back = report_comparison(compare_points(editor, PRESENT, before), "en")
    assert "[-พะตง-]" in back[-1]


def test_thai_lines_are_thai(editor: PlanEditor, before: Point):
    dredge = named(editor.plan, "โครงการdredge")
    editing.set_part(editor, (dredge, "budget", "2568:ordinance"), Decimal(700000))
    told = report_comparison(compare_points(editor, before, PRESENT), "th")
    assert "โครงการdredge" in told[2]
    assert "งบประมาณ (บาท) 2568" in told[3]
    assert "22 พ.ย. 2569" in told[3]


def test_data_can_be_written_as_json_and_tells_all(editor: PlanEditor, before: Point):
    dredge = named(editor.plan, "โครงการdredge")
    editing.set_part(editor, (dredge, "budget", "2568:ordinance"), Decimal(700000))
    editing.set_part(editor, (dredge, "start_on", ""), None)
    data = describe_comparison(compare_points(editor, before, PRESENT))
    assert json.loads(json.dumps(data)) == data
    assert before.revision is not None
    assert data["old"] == {"name": "ร่างที่ 1", "revision": describe_revision(before.revision)}
    assert data["new"] == {"name": "now", "revision": None}
    assert data["counts"] == {"fields": 2, "added": 0, "removed": 0, "moved": 0}
    assert data["counts_by_kind"] == {"project": data["counts"]}
    signed = {"author": "สมหญิง", "at": "2026-11-22T03:00:00+00:00"}
    assert data["differences"] == [
        {
            "id": dredge,
            "kind": "project",
            "number": "1.1.1",
            "name": {"th": "โครงการdredge", "en": "Project dredge"},
            "fate": "same",
            "is_renamed": False,
            "old_parent_id": named(editor.plan, "Restore the canals"),
            "new_parent_id": named(editor.plan, "Restore the canals"),
            "author": None,
            "at": None,
            "fields": [
                {
                    "field": "budget",
                    "parts": [{"part": "2568:ordinance", "old": 500000, "new": 700000, **signed}],
                },
                {
                    "field": "start_on",
                    "parts": [{"part": "", "old": "2024-10-01", "new": None, **signed}],
                },
            ],
        }
    ]


def test_points_go_by_label_message_or_number(editor: PlanEditor):
    take_revision(editor, "", "ร่างที่ 1")
    take_revision(editor, "หลังประชุม\nวันที่ 12")
    take_revision(editor, "")
    take_revision(editor, "", occasion="closing")
    names = [name_point(find_point(editor, name)) for name in ("1", "2", "3", "4", "now")]
    assert names == ["ร่างที่ 1", "หลังประชุม", "ฉบับที่ 3", "อัตโนมัติ เมื่อปิดแผน", "ปัจจุบัน"]
