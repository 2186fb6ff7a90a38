"""Packs in tests: what letters say of a town, and which papers of which edition are wanted."""

from typing import Any

from success_desktop.domain.office import Edition, EditionKind, Facts, FormatSwitches
from success_desktop.domain.office_edits import set_facts
from success_desktop.domain.office_kinds import OFFICE_ID
from success_desktop.services import editing
from success_desktop.services.packing import PackChoice
from success_desktop.services.plan_editor import PlanEditor
from tests.editions import add
from tests.services.towns import adopt_first, begin_with_reasons, edition_of

UNBEGUN = Edition(id="")
"""A first edition that nobody has begun."""
MAYOR = "นายสมชาย ใจดี"


def name_town(editor: PlanEditor) -> None:
    """Give the plan a title, an authority, a place, and an executive."""
    for field, thai, english in (
        ("title", "แผนพัฒนาท้องถิ่น (พ.ศ. 2566–2570)", "Local Development Plan (2023–2027)"),
        ("organisation", "เทศบาลเมืองทดสอบ", "Test Town Municipality"),
        ("area", "อำเภอทดสอบ จังหวัดทดสอบ", "Test District, Test Province"),
    ):
        editing.set_text(editor, (editor.plan.root_id, field, "th"), thai)
        editing.set_text(editor, (editor.plan.root_id, field, "en"), english)
    facts: Facts = {"executive_name": {"th": MAYOR, "en": "Mr Somchai Jaidee"}}
    editor.edit("facts", set_facts(editor.plan, OFFICE_ID, facts))


def amend(town: PlanEditor, kind: EditionKind = "addition") -> Edition:
    """Adopt the first edition, add a project to the plan, and begin an edition for it."""
    adopt_first(town)
    add(town, "โครงการบ้านพี่เลี้ยง", "แผนงานการศึกษา", {2568: 250_000})
    return edition_of(town, begin_with_reasons(town, kind))


def choice(*paper_ids: str, edition: Edition = UNBEGUN, **more: Any) -> PackChoice:
    """A pack of some papers, for a municipality unless another authority is named."""
    known: dict[str, Any] = {"authority": "thesaban", "switches": FormatSwitches(), **more}
    return PackChoice(edition=edition, paper_ids=paper_ids, **known)
