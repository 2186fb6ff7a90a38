"""The dialog that keeps a revision: a name or a note, and what has been touched since the one that people know."""

import pytest

from success_desktop.services.keeping import keep_automatically
from success_desktop.services.revisions import take_revision
from success_desktop.ui.dialogs.revision import PastWords, RevisionDialog, look_back
from tests.ui.revisions.drafts import clock, draft, editor, plan_path, reword

__all__ = ["clock", "draft", "editor", "plan_path", "reword"]


@pytest.fixture
def ask(application, qtbot):
    """Makes the dialog for an open plan; it stands until the test is over."""
    asked = []

    def make(editor, proposed="ร่างที่ 4") -> RevisionDialog:
        dialog = RevisionDialog(proposed, None, look_back(editor))
        qtbot.addWidget(dialog)
        dialog.show()
        asked.append(dialog)
        return dialog

    return make


def test_it_tells_what_was_touched_since_the_last_draft(ask, draft, clock):
    since = ask(draft).since.text()
    assert since.startswith("ตั้งแต่ “ร่างที่ 3 หลังประชุม” (")
    assert since.endswith("): แก้ 1 ช่อง")


def test_automatic_revisions_do_not_count_as_the_last_draft(ask, draft, reword):
    keep_automatically(draft, "hour")
    reword("Project gauge", "เตือนภัยล่วงหน้า")
    assert ask(draft).since.text().endswith("): แก้ 2 ช่อง")


def test_it_says_when_nothing_was_edited_since(ask, draft):
    take_revision(draft, "", "ร่างที่ 4")
    assert ask(draft).since.text().startswith("ไม่มีการแก้ไขตั้งแต่ “ร่างที่ 4” (")


def test_the_first_one_is_called_so(ask, editor):
    assert ask(editor).since.text() == "นี่คือฉบับแรกที่เก็บไว้ของแผนนี้"


def test_a_name_in_use_is_pointed_out_and_can_be_used(ask, draft):
    dialog = ask(draft, "ร่างที่ 2")
    assert dialog.warning.text().startswith("มีฉบับชื่อนี้แล้ว เก็บเมื่อ ")
    assert dialog.deed.isEnabled()
    dialog.name.setText("ร่างที่ 4")
    assert dialog.warning.text() == ""


def test_a_name_or_a_note_is_needed(ask, draft):
    dialog = ask(draft, "  ")
    assert not dialog.deed.isEnabled()
    assert dialog.warning.text() == "โปรดใส่ชื่อหรือหมายเหตุ"
    dialog.note.setPlainText("ก่อนประชุม")
    assert dialog.deed.isEnabled()
    assert dialog.warning.text() == ""
    assert dialog.chosen() == ("", "ก่อนประชุม")


def test_without_a_past_it_says_nothing_of_it(application, qtbot):
    dialog = RevisionDialog("ร่างที่ 1", None)
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.since.isVisible()
    assert PastWords().names == {}
