"""Revisions in words: what each goes by, when it was kept, what was touched."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from success_desktop.domain.revision import Revision
from success_desktop.domain.touched import Touched
from success_desktop.i18n import use_language
from success_desktop.services.timeline import Milestone
from success_desktop.ui.revisions.milestone_words import (
    milestone_name,
    milestone_touched_text,
    note_of,
    stamp_text,
    touched_text,
    when_text,
)
from tests.plans import template

AT = datetime(2024, 2, 12, 5, 42, tzinfo=UTC)
PLAIN = Revision("r12", 40, "r11", "สมหญิง", AT, "", "", "", "", 12)
NAMED = replace(PLAIN, label="ร่างที่ 3")
IDS = frozenset({"p1"})


def milestone(revision: Revision | None, touched: Touched | None = None, authors=("สมหญิง",)) -> Milestone:
    return Milestone(revision, revision.at if revision else AT, touched or Touched(), authors)


def test_milestones_go_by_the_names_of_their_revisions():
    assert (milestone_name(milestone(None)), milestone_name(milestone(NAMED))) == ("ปัจจุบัน", "ร่างที่ 3")


@pytest.mark.parametrize(
    ("revision", "note"),
    [
        (None, ""),
        (PLAIN, ""),
        (replace(NAMED, message="ตามมติ\nครั้งที่ 2"), "ตามมติ ครั้งที่ 2"),
        (replace(NAMED, message="ร่างที่ 3"), ""),
        (replace(PLAIN, message="ตามมติ"), ""),
        (replace(PLAIN, message="ตามมติ\nครั้งที่ 2"), "ตามมติ ครั้งที่ 2"),
        (replace(PLAIN, occasion="export", message="ก.docx"), ""),
    ],
)
def test_a_note_says_what_the_name_does_not(revision, note):
    assert note_of(milestone(revision)) == note


def test_today_is_told_by_the_hour_and_other_days_by_their_date():
    here = AT.astimezone()
    assert when_text(AT, AT) == f"วันนี้ {here:%H:%M}"
    assert when_text(AT, AT + timedelta(days=2)) == f"{here.day} ก.พ. 2567 {here:%H:%M}"
    use_language("en")
    assert when_text(AT, AT + timedelta(days=2)) == f"{here.day} Feb 2024 {here:%H:%M}"


def test_a_revision_is_stamped_by_its_keeper_the_present_by_its_editor():
    other = milestone(replace(NAMED, author="วิชัย"))
    assert stamp_text(other, AT).endswith("· วิชัย")
    assert stamp_text(milestone(None), AT).endswith("· สมหญิง")
    assert stamp_text(Milestone(None, None, Touched(), ()), AT) == ""


@pytest.mark.parametrize(
    ("touched", "thai", "english"),
    [
        (Touched(), "", ""),
        (Touched(fields=1, node_ids=IDS), "แก้ 1 ช่อง", "1 field edited"),
        (Touched(fields=1400, node_ids=IDS), "แก้ 1,400 ช่อง", "1,400 fields edited"),
        (
            Touched(added={"project": 3, "agency": 1}),
            "เพิ่ม 3 โครงการ, 1 หน่วยงาน",
            "3 × project, 1 agency added",
        ),
        (Touched(2, moved={"project": 1}), "แก้ 2 ช่อง · ย้าย 1 โครงการ", "2 fields edited · 1 project moved"),
        (Touched(removed={"": 2}), "ลบ 2 รายการ", "2 × item deleted"),
    ],
)
def test_what_was_touched_is_told_by_kind(touched, thai, english):
    assert touched_text(touched, template()) == thai
    use_language("en")
    assert touched_text(touched, template()) == english


def test_rare_kinds_are_counted_together():
    added = {"project": 5, "goal": 4, "approach": 3, "agency": 2, "indicator": 1}
    assert touched_text(Touched(added=added), template()).endswith(", 3 รายการอื่น")


def test_the_first_revision_is_the_plan_as_it_was_begun():
    first = replace(NAMED, ordinal=1)
    assert milestone_touched_text(milestone(first), template(), "") == "ฉบับตั้งต้น"
    assert milestone_touched_text(milestone(NAMED), template(), "") == "ไม่มีการแก้ไขก่อนหน้า"


def test_the_present_is_told_against_a_revision():
    edited = Touched(fields=3, node_ids=IDS)
    assert milestone_touched_text(milestone(None, edited), template(), "ร่างที่ 3") == "แก้ 3 ช่อง จากร่างที่ 3"
    assert milestone_touched_text(milestone(None), template(), "ร่างที่ 3") == "เหมือนร่างที่ 3"
    assert milestone_touched_text(milestone(None, edited), template(), "") == "แก้ 3 ช่อง"
    assert milestone_touched_text(milestone(None), template(), "") == "ยังไม่มีการแก้ไข"
