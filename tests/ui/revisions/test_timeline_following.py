"""The timeline follows the plan and what is compared elsewhere, but does nothing while nobody looks."""

from pathlib import Path

from success_desktop.services.comparing import PRESENT, Point
from success_desktop.services.revisions import list_revisions, take_revision
from tests.ui.revisions.drafts import (
    DRAFT_1,
    DRAFT_2,
    PRESENT_ROW,
    bridge,
    cards,
    click,
    clock,
    draft,
    editor,
    names,
    node,
    panel,
    plan_path,
    reword,
    timeline,
    titles,
)

__all__ = ["bridge", "clock", "draft", "editor", "node", "panel", "plan_path", "reword", "timeline"]


def test_an_edit_is_told_by_the_card_of_the_present(qtbot, timeline, reword):
    reword("Project gauge", "เตือนภัยล่วงหน้า")
    qtbot.waitUntil(lambda: cards(timeline)[PRESENT_ROW].lines[-1].startswith("แก้ 2 ช่อง"))


def test_a_new_revision_appears_and_what_is_chosen_stays(qtbot, bridge, draft, timeline):
    click(qtbot, timeline, DRAFT_1)
    take_revision(draft, "", "ร่างที่ 4")
    bridge.revised.emit()
    assert titles(timeline)[1] == "ร่างที่ 4"
    assert cards(timeline)[PRESENT_ROW].lines[-1] == "เหมือนร่างที่ 4"
    assert names(timeline.pair()) == ["ร่างที่ 1", "present"]
    assert timeline.list.selectionModel().isSelected(timeline.model.index(5))


def test_what_is_compared_elsewhere_is_shown_as_chosen_without_a_word(qtbot, draft, timeline):
    kept = list_revisions(draft)[1]
    told = []
    timeline.pair_chosen.connect(lambda *pair: told.append(pair))
    timeline.show_pair(Point(kept.id, kept), PRESENT)
    qtbot.wait(200)
    assert told == []
    assert [card.side for card in cards(timeline)] == ["หลัง", "", "", "ก่อน", ""]


def test_a_closed_plan_leaves_nothing_behind(bridge, timeline):
    bridge.release()
    assert timeline.model.rowCount() == 0
    assert timeline.pair() is None


def test_what_happens_while_nobody_looks_is_shown_later(bridge, draft, panel, reword):
    timeline = panel.timeline
    panel.hide()
    reword("Project dredge", "ลดน้ำเสีย")
    take_revision(draft, "", "ร่างที่ 4")
    bridge.revised.emit()
    assert len(titles(timeline)) == 5
    panel.show()
    assert titles(timeline)[1] == "ร่างที่ 4"


def test_unseen_it_reads_nothing_of_what_is_compared_elsewhere_and_shows_it_later(bridge, draft, panel):
    timeline = panel.timeline
    panel.hide()
    kept = take_revision(draft, "", "ร่างที่ 4")
    bridge.revised.emit()
    timeline.show_pair(Point(kept.id, kept), PRESENT)
    assert len(titles(timeline)) == 5
    panel.show()
    assert names(timeline.pair()) == ["ร่างที่ 4", "present"]
    assert [card.side for card in cards(timeline)][:2] == ["หลัง", "ก่อน"]


def test_a_plan_closed_unseen_leaves_no_choice_for_the_next_one(qtbot, bridge, draft, panel):
    timeline = panel.timeline
    click(qtbot, timeline, DRAFT_2)
    panel.hide()
    bridge.release()
    assert timeline.pair() is None
    bridge.hold(draft)
    assert timeline.pair() is None
    panel.show()
    assert len(titles(timeline)) == 5
    assert timeline.list.chosen == ()


def test_a_pair_that_waits_to_be_shown_goes_with_its_plan(bridge, draft, panel):
    timeline = panel.timeline
    panel.hide()
    bridge.revised.emit()
    kept = list_revisions(draft)[0]
    timeline.show_pair(Point(kept.id, kept), PRESENT)
    bridge.release()
    bridge.hold(draft)
    panel.show()
    assert timeline.list.chosen == ()


def lose_the_history(draft) -> None:
    """Spoil the working copy of the plan on the disk."""
    engine = draft.file.store.engine
    engine.dispose()
    Path(engine.url.database).write_bytes(b"lost" * 4096)


def test_narrowing_does_not_read_the_history_again(qtbot, bridge, draft, timeline):
    before = cards(timeline)[PRESENT_ROW]
    lose_the_history(draft)
    with qtbot.assertNotEmitted(bridge.refused):
        timeline.strip.named_only.click()
    assert cards(timeline)[PRESENT_ROW] == before
    bridge.release()
    draft.abandon()


def test_a_history_that_cannot_be_read_any_more_is_refused_in_words(qtbot, bridge, draft, timeline):
    lose_the_history(draft)
    with qtbot.waitSignal(bridge.refused):
        timeline.refresh()
    assert titles(timeline) == ["ปัจจุบัน"]
    bridge.release()
    draft.abandon()
