"""The list of cards is fluent with twenty thousand of them, stays where it is, and is read by keyboard and ear."""

import itertools

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from success_desktop.domain.edits import apply, remove_branch, set_value
from success_desktop.ui.compare.card import Place
from success_desktop.ui.compare.card_writer import CardWriter
from tests.ui.compare.comparisons import compare, in_sight, middle_of, writer_of

Key = Qt.Key


class CountingWriter(CardWriter):
    """Remembers which cards it has worded."""

    def __init__(self, compared) -> None:
        super().__init__(compared, compared.comparison.new, "both", "en")
        self.written: list[Place] = []

    def write(self, place):
        self.written.append(place)
        return super().write(place)


def test_only_what_is_in_sight_is_worded(page, import_compared):
    writer = CountingWriter(import_compared)
    page.show_differences(writer, can_restore=True)
    page.grab()
    assert page.model.rowCount() > 20_000
    assert len(writer.written) < 20
    page.cards.verticalScrollBar().setValue(page.cards.verticalScrollBar().maximum() // 2)
    page.grab()
    assert len(writer.written) < 40


def test_the_last_card_is_reached_and_wholly_in_sight(page):
    last = page.model.rowCount() - 1
    QTest.keyClick(page.cards, Key.Key_End)
    assert page.row() == last
    rect = page.cards.visualRect(page.cards.currentIndex())
    assert page.cards.viewport().rect().contains(rect)
    QTest.keyClick(page.cards, Key.Key_Home)
    assert page.row() == 0
    assert page.cards.verticalOffset() == 0


def test_scrolling_up_into_cards_not_seen_yet_moves_nothing_that_is_seen(page):
    cards, bar = page.cards, page.cards.verticalScrollBar()
    page.cards.choose(12_000)
    for _step in range(30):
        rows = in_sight(cards)
        before = cards.visualRect(cards.model().index(rows[-2], 0)).top()
        bar.setValue(bar.value() - 40)
        assert cards.visualRect(cards.model().index(rows[-2], 0)).top() == before + 40


def test_cards_do_not_overlap_and_none_is_left_out(page):
    cards = page.cards
    cards.choose(9_000)
    page.grab()
    rows = in_sight(cards)
    rects = [cards.visualRect(cards.model().index(row, 0)) for row in rows]
    assert rows == list(range(rows[0], rows[-1] + 1))
    assert all(after.top() - before.bottom() - 1 == 8 for before, after in itertools.pairwise(rects))


def test_stepping_goes_one_by_one_and_stops_at_the_ends(page):
    page.step(-1)
    assert page.row() == 0
    for row in range(1, 40):
        page.step(1)
        assert page.row() == row
        assert page.cards.viewport().rect().intersects(page.cards.visualRect(page.cards.currentIndex()))
    page.cards.choose(page.model.rowCount() - 1)
    page.step(1)
    assert page.row() == page.model.rowCount() - 1


def test_pages_lead_further_than_lines(page):
    QTest.keyClick(page.cards, Key.Key_Down)
    assert page.row() == 1
    QTest.keyClick(page.cards, Key.Key_PageDown)
    further = page.row()
    assert further > 2
    QTest.keyClick(page.cards, Key.Key_PageUp)
    assert page.row() < further


@pytest.fixture
def long_page(page, imported):
    """One card longer than the list, and one behind it."""
    plan = imported[0]
    project = next(node.id for node in plan.walk() if node.kind == "project")
    new = apply(plan, set_value(plan, project, "objective", "th", "ชุมชนริมคลอง\n" * 80))
    new = apply(new, set_value(new, project, "place", "th", "ริมคลอง"))
    page.show_differences(writer_of(compare(plan, new)), can_restore=True)
    return page


def test_a_card_longer_than_the_list_is_read_to_its_end_before_the_next(long_page):
    cards = long_page.cards
    seen: list[int] = []
    while long_page.row() == 0 and len(seen) < 60:
        seen.append(cards.verticalOffset())
        QTest.keyClick(cards, Key.Key_Down)
    assert long_page.row() == 1
    assert seen == sorted(set(seen))
    assert len(seen) > 3
    QTest.keyClick(cards, Key.Key_Up)
    assert long_page.row() == 0
    first = cards.verticalOffset()
    QTest.keyClick(cards, Key.Key_Up)
    assert cards.verticalOffset() <= first


# --- nothing jumps -----------------------------------------------------------------------------------------


def places_on_screen(cards):
    """What is in sight, with where it stands."""
    return {
        cards.model().place(row): cards.visualRect(cards.model().index(row, 0)).top()
        for row in in_sight(cards)
    }


def test_shown_anew_the_current_card_and_the_place_stay(page, import_compared):
    page.cards.choose(7_000)
    page.cards.verticalScrollBar().setValue(page.cards.verticalScrollBar().value() + 33)
    before, place = places_on_screen(page.cards), page.model.place(page.row())
    page.show_differences(writer_of(import_compared), can_restore=True)
    assert places_on_screen(page.cards) == before
    assert page.model.place(page.row()) == place


def test_with_fewer_differences_above_what_is_seen_stays(page, imported):
    old, new = imported
    page.cards.choose(7_000)
    before, place = places_on_screen(page.cards), page.model.place(page.row())
    first = next(node.id for node in new.walk() if node.kind == "project" and node.id not in old.nodes)
    page.show_differences(writer_of(compare(old, apply(new, remove_branch(new, first)))), can_restore=True)
    after = places_on_screen(page.cards)
    assert page.model.place(page.row()) == place
    assert {after[one] - before[one] for one in before.keys() & after.keys()} == {0}


def test_when_the_current_difference_goes_the_next_one_is_current(page, imported):
    old, new = imported
    page.cards.choose(7_000)
    row = next(row for row in range(7_000, 7_010) if page.model.place(row).node_id.count(".") == 2)
    page.cards.choose(row)
    gone = page.model.place(row).node_id
    after = page.model.place(row + 4)
    page.show_differences(writer_of(compare(old, apply(new, remove_branch(new, gone)))), can_restore=True)
    assert page.model.place(page.row()) == after


def test_another_width_keeps_the_first_card_first(page, application):
    page.cards.choose(500)
    page.cards.scrollTo(page.cards.currentIndex(), page.cards.ScrollHint.PositionAtTop)
    page.resize(700, 560)
    application.settle(10)
    assert page.cards.visualRect(page.cards.model().index(500, 0)).top() == 0


@pytest.mark.parametrize("reading", ["new", "beside"])
def test_read_in_another_way_the_first_card_in_sight_stays_the_first(page, imported, reading):
    plan = new = imported[0]
    for project in [node.id for node in plan.walk() if node.kind == "project"]:
        for field in ("objective", "place"):
            new = apply(new, set_value(new, project, field, "th", "ชุมชนริมคลอง\n" * 12))
    page.show_differences(writer_of(compare(plan, new)), can_restore=True)
    cards, row = page.cards, page.model.rowCount() - 3
    cards.choose(row)
    cards.scrollTo(cards.currentIndex(), cards.ScrollHint.PositionAtTop)
    assert cards.visualRect(cards.currentIndex()).top() == 0
    page.read_as(reading)
    assert cards.visualRect(cards.currentIndex()).top() == 0


def test_with_nothing_to_show_it_is_empty_and_quiet(page):
    page.show_differences(None, can_restore=False)
    page.grab()
    for key in (Key.Key_Down, Key.Key_PageDown, Key.Key_End, Key.Key_Return):
        QTest.keyClick(page.cards, key)
    page.step(1)
    assert page.row() == -1
    assert not page.cards.indexAt(QPoint(20, 20)).isValid()
    assert page.make_menu().isEmpty()


# --- the mouse ---------------------------------------------------------------------------------------------


def test_the_name_and_the_way_back_can_be_clicked(page, qtbot):
    pressed: list[str] = []
    page.cards.part_pressed.connect(pressed.append)
    for part in ("name", "restore"):
        QTest.mouseClick(page.cards.viewport(), Qt.MouseButton.LeftButton, pos=middle_of(page.cards, 1, part))
        assert page.row() == 1
    assert pressed == ["name", "restore"]


def test_a_click_between_two_cards_does_nothing(page):
    gap = page.cards.visualRect(page.cards.model().index(0, 0)).bottom() + 4
    QTest.mouseClick(page.cards.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(30, gap))
    assert page.row() == 0


def test_under_the_mouse_a_way_is_a_hand(page):
    viewport = page.cards.viewport()
    QTest.mouseMove(viewport, middle_of(page.cards, 0, "restore"))
    assert page.cards.mouse.part_in(0) == "restore"
    assert viewport.cursor().shape() == Qt.CursorShape.PointingHandCursor
    page.grab()
    QApplication.sendEvent(viewport, QEvent(QEvent.Type.Leave))
    assert page.cards.mouse.part_in(0) == ""
    assert viewport.cursor().shape() == Qt.CursorShape.ArrowCursor


def test_the_whole_head_of_a_card_is_told_over_it(page):
    card, name = page.model.card(0), middle_of(page.cards, 0, "name")
    rect = page.cards.visualRect(page.cards.model().index(0, 0))
    assert page.cards.mouse.explanation(name) == f"{card.name} · {card.head()}"
    assert page.cards.mouse.explanation(rect.bottomLeft() + QPoint(20, -6)) == ""
    assert page.cards.mouse.explanation(rect.bottomLeft() + QPoint(20, 5)) == ""
    where = page.cards.viewport().mapToGlobal(name)
    QApplication.sendEvent(page.cards.viewport(), QHelpEvent(QEvent.Type.ToolTip, name, where))
    assert QToolTip.text() == page.cards.mouse.explanation(name)


def test_two_clicks_go_where_the_card_is_about(page, qtbot):
    rect = page.cards.visualRect(page.cards.model().index(1, 0))
    point = rect.bottomLeft() + QPoint(30, -8)
    QTest.mouseClick(page.cards.viewport(), Qt.MouseButton.LeftButton, pos=point)
    with qtbot.waitSignal(page.cards.part_pressed) as pressed:
        QTest.mouseDClick(page.cards.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert pressed.args == ["name"]


# --- by ear ------------------------------------------------------------------------------------------------


def test_a_screen_reader_hears_a_card(page):
    part = QAccessible.queryAccessibleInterface(page.cards)
    assert part.text(QAccessible.Text.Name) == "Differences"
    heard = part.child(2).text(QAccessible.Text.Name)
    assert heard == page.model.card(2).spoken()
    assert "Inserted: " in heard
