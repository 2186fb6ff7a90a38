"""The head of the compare view: names, counts and ways, each said in words too."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from success_desktop.services import editing
from success_desktop.ui.compare.compare_counts import chips_of, title_of
from success_desktop.ui.compare.compare_head import Chip, CompareHead
from success_desktop.ui.qt_catalog import speak
from tests.plans import named, small_plan
from tests.ui.compare.comparisons import compare


@pytest.fixture
def head(qtbot: QtBot, application) -> Iterator[CompareHead]:
    speak("en")
    head = CompareHead()
    qtbot.addWidget(head)
    head.resize(1000, 120)
    head.show()
    yield head
    speak("th")


def chips(head: CompareHead) -> list[QLabel]:
    return [label for label in head.findChildren(QLabel) if label.property("role") == "chip"]


# --- names and counts --------------------------------------------------------------------------------------


def test_other_counts_replace_those_before_and_leave_no_labels_behind(head):
    for count in range(1, 30):
        head.show_title("A → B", [Chip(f"Fields: {count}", f"{count} fields edited", "amber")])
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert [chip.text() for chip in chips(head)] == ["Fields: 29"]


def test_a_chip_says_in_full_what_it_counts(head):
    head.show_title("A → B", [Chip("−2 Project", "Deleted: 2 Project", "red")])
    (chip,) = chips(head)
    assert chip.accessibleName() == chip.toolTip() == "Deleted: 2 Project"
    assert chip.property("tone") == "red"


def test_the_names_are_whole_where_there_is_room_and_told_where_there_is_none(head, application):
    head.show_title("Draft 2 → Draft 3", [])
    application.settle(10)
    assert (head.title.text(), head.title.toolTip()) == ("Draft 2 → Draft 3", "")
    long = "Draft of the committee on water and of the advisers " * 4
    head.show_title(f"{long}→ Present", [])
    head.resize(500, 120)
    application.settle(10)
    assert "…" in head.title.text()
    assert head.title.toolTip() == head.title.accessibleName() == f"{long}→ Present"
    assert head.title.text().endswith("Present")


def test_every_count_has_a_sign_besides_its_tone_and_is_told_in_full(head, editor):
    before = editor.plan
    gauge, mapping, dredge = (named(before, f"Project {name}") for name in ("gauge", "map", "dredge"))
    approach = before.nodes[mapping].parent_id
    editing.add_node(editor, approach, "project")
    editing.remove_node(editor, named(before, "Project heat"))
    editing.move_node(editor, gauge, approach)
    for field in ("place", "objective"):
        editing.set_text(editor, (dredge, field, "en"), "the canal")
    assert [tuple(chip) for chip in chips_of(compare(before, editor.plan))] == [
        ("Fields: 2", "2 fields edited", "amber"),
        ("+1 Project", "Added: 1 Project", ""),
        ("−1 Project", "Deleted: 1 Project", "red"),
        ("→ 1 Project", "Moved: 1 Project", "amber"),
    ]


def test_where_nothing_differs_nothing_is_counted(head):
    assert chips_of(compare(small_plan(), small_plan())) == []
    assert chips_of(None) == []
    assert title_of(None) == "Compare"


def test_thousands_are_counted_legibly(head, import_compared):
    assert [chip.text for chip in chips_of(import_compared)][1:] == [
        "+15,000 Indicator",
        "+5,050 items",
    ]


# --- the place among the differences -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("row", "count", "told"),
    [
        (-1, 0, ("", False, False)),
        (0, 1, ("1 of 1", False, False)),
        (0, 3, ("1 of 3", False, True)),
        (1, 3, ("2 of 3", True, True)),
        (2, 3, ("3 of 3", True, False)),
        (1_233, 20_000, ("1,234 of 20,000", True, True)),
    ],
)
def test_the_place_is_told_and_leads_only_where_there_is_more(head, row, count, told):
    head.show_place(row, count)
    assert (head.place.text(), head.back.isEnabled(), head.on.isEnabled()) == told


def test_the_steps_tell_which_way(head, qtbot):
    head.show_place(1, 3)
    for button, step in ((head.back, -1), (head.on, 1)):
        with qtbot.waitSignal(head.stepped) as told:
            button.click()
        assert told.args == [step]


# --- what is offered ---------------------------------------------------------------------------------------


def test_on_the_page_of_money_nothing_is_offered_that_only_texts_have(head):
    texts = (head.readings, head.place, head.back, head.on)
    for page, is_compared in (("differences", True), ("money", True), ("differences", False)):
        head.show_page(page, is_compared=is_compared)
        QApplication.processEvents()
        assert head.pages.isVisible() == head.redline.isVisible() == is_compared
        assert {part.isVisible() for part in texts} == {is_compared and page == "differences"}


def test_what_is_hidden_by_the_language_is_offered_only_where_there_is_some(head, qtbot):
    head.show_unseen(0)
    assert not head.unseen.isVisible()
    head.show_unseen(1_200)
    assert head.unseen.text() == "Show 1,200 more in the other language"
    with qtbot.waitSignal(head.all_requested):
        head.unseen.click()


def test_a_page_and_a_reading_chosen_are_told_by_their_ids(head, qtbot):
    head.show_page("differences", is_compared=True)
    with qtbot.waitSignal(head.page_chosen) as told:
        head.pages.button("money").click()
    assert told.args == ["money"]
    with qtbot.waitSignal(head.reading_chosen) as told:
        head.readings.button("beside").click()
    assert told.args == ["beside"]


def test_the_keys_of_the_steps_are_named_in_both_languages(head, application):
    assert (head.back.toolTip(), head.on.toolTip()) == ("Previous difference (<)", "Next difference (>)")
    speak("th")
    application.settle(10)
    assert head.back.accessibleName() != "Previous difference"
    assert head.back.toolTip() == f"{head.back.accessibleName()} (<)"
