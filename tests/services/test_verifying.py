"""Verifying as a service: what is damaged is named in words and as data."""

import json

from success_desktop.services.editing import set_text
from success_desktop.services.plan_editor import PlanEditor
from success_desktop.services.revisions import take_revision
from success_desktop.services.verifying import describe_damage, report_damage, verify_history
from success_desktop.store.database import writing


def forge(editor: PlanEditor, statement: str) -> None:
    """Alter what is kept for good, as only somebody who takes the guards away can."""
    with writing(editor.file.store.engine, editor.file.store.plan_id) as cursor:
        cursor.execute("DROP TRIGGER revision_stays")
        cursor.execute(statement)


def keep_three(editor: PlanEditor) -> None:
    for number in range(1, 4):
        set_text(editor, (editor.plan.root_id, "title", "th"), f"แผน {number}")
        take_revision(editor, f"ก่อนประชุมครั้งที่ {number}", "ร่างที่ 2" if number == 2 else "")


def test_a_history_is_unbroken(editor: PlanEditor) -> None:
    assert verify_history(editor) == []
    keep_three(editor)
    assert verify_history(editor) == []


def test_the_damaged_revision_is_named(editor: PlanEditor) -> None:
    keep_three(editor)
    forge(editor, "UPDATE revision SET author = 'ปลอม' WHERE ordinal >= 2")
    found = verify_history(editor)
    assert [damage.revision.ordinal for damage in found] == [2, 3]
    sentences = [report_damage(damage) for damage in found]
    assert "2" in sentences[0]
    assert "ร่างที่ 2" in sentences[0]
    assert "ก่อนประชุมครั้งที่ 3" in sentences[1]
    told = describe_damage(found[0])
    assert (told["revision"]["number"], told["revision"]["author"]) == (2, "ปลอม")
    assert told["what"] in sentences[0]
    assert json.dumps(told)
