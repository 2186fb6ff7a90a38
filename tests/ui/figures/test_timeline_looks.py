"""How the timeline is painted: bars, signs, words beside them, heads of years, today."""

from datetime import date

import pytest
from PySide6.QtCore import QEvent, QPointF, QRect, QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from success_desktop.domain.timespans import Span
from success_desktop.services import editing, scheduling
from success_desktop.ui.figures.timeline_axis import Tick, TimeAxis
from success_desktop.ui.figures.timeline_bars import bar_rect, label_rect
from success_desktop.ui.figures.timeline_header import tick_names
from success_desktop.ui.figures.timeline_legend import Swatch
from success_desktop.ui.figures.timeline_model import NAME_COLUMN, TIME_COLUMN
from success_desktop.ui.figures.timeline_paint import look_of, paint_bar, paint_sign
from success_desktop.ui.theme import tokens
from tests.ui.figures.timelines import (
    MAP_DAYS,
    application,
    bar_point,
    bridge,
    clock,
    editor,
    node,
    plan_path,
    view,
)

__all__ = ["application", "bridge", "clock", "editor", "node", "plan_path", "view"]

CELL = QRectF(300, 0, 800, 32)
STATUSES = ("not_started", "in_progress", "completed", "not_carried_out", "carried_over", "")


def colours_of(view, node_id) -> set[str]:
    """The colours of the pixels along the middle of a row's time."""
    image = view.tree.viewport().grab().toImage()
    rect = view.tree.visualRect(view.board.model.index_of(node_id, 1))
    return {
        image.pixelColor(x, y).name().upper()
        for y in range(rect.top() + 4, rect.bottom() - 4)
        for x in range(rect.left(), rect.right())
    }


def painted(painting) -> QImage:
    """A small picture of what `painting` paints."""
    image = QImage(60, 30, QImage.Format.Format_RGB32)
    image.fill(QColor(tokens().card))
    with QPainter(image) as painter:
        painting(painter)
    return image


def test_words_stand_on_a_bar_that_is_wide_enough_else_behind_it_else_before_it():
    wide, narrow = QRectF(400, 6, 300, 20), QRectF(400, 6, 40, 20)
    assert label_rect(wide, CELL, 120)[1]
    behind, is_inside = label_rect(narrow, CELL, 120)
    assert not is_inside
    assert behind.left() > narrow.right()
    last = QRectF(1050, 6, 40, 20)
    before, is_inside = label_rect(last, CELL, 120)
    assert not is_inside
    assert before.right() < last.left()


def test_words_that_fit_nowhere_take_the_wider_place():
    assert label_rect(QRectF(300, 6, 700, 20), CELL, 5000)[1]
    assert not label_rect(QRectF(300, 6, 40, 20), CELL, 5000)[1]


def test_words_keep_to_what_is_seen_of_a_bar():
    place, is_inside = label_rect(QRectF(-500, 6, 1200, 20), CELL, 120)
    assert is_inside
    assert place.left() >= CELL.left()


def test_a_single_day_can_still_be_seen_and_days_beyond_the_axis_stop_at_its_end():
    axis = TimeAxis()
    axis.set_width(800)
    axis.set_years(range(2568, 2573))
    row = QRect(300, 0, 800, 32)
    assert bar_rect(axis, Span(date(2026, 1, 1), date(2026, 1, 1)), row).width() >= 4
    assert bar_rect(axis, Span(date(2100, 1, 1), date(2101, 1, 1)), row).left() == pytest.approx(1100)
    assert bar_rect(axis, Span(date(1900, 1, 1), date(1901, 1, 1)), row).left() == 300


def test_a_bar_that_begins_before_the_axis_still_ends_on_its_day():
    axis = TimeAxis()
    axis.set_width(800)
    axis.set_years(range(2568, 2573))
    row = QRect(300, 0, 800, 32)
    rect = bar_rect(axis, Span(date(1990, 1, 1), date(2025, 12, 31)), row)
    assert rect.left() == 300
    assert rect.right() == pytest.approx(300 + axis.x_of(date(2026, 1, 1)))
    axis.zoom_to("months", date(2026, 1, 1))
    rect = bar_rect(axis, Span(date(2025, 12, 31), date(2090, 1, 1)), row)
    assert rect.left() == pytest.approx(300 + axis.x_of(date(2025, 12, 31)))
    assert rect.right() == pytest.approx(300 - axis.offset + axis.days * axis.pixels_a_day)


def test_every_status_has_a_sign_of_its_own_and_looks_different_without_colour(application):
    assert len({look_of(status).sign for status in STATUSES}) == len(STATUSES)
    grey = set()
    for status in STATUSES:
        look = look_of(status)._replace(ink="#000000")
        image = painted(lambda painter, look=look: paint_sign(painter, QPointF(20, 15), look))
        grey.add(bytes(image.constBits()))
    assert len(grey) == len(STATUSES)


def test_a_sign_is_left_out_where_it_has_no_room(application):
    look = look_of("completed")
    narrow = painted(lambda painter: paint_bar(painter, QRectF(5, 5, 12, 20), look))
    bare = painted(lambda painter: paint_bar(painter, QRectF(5, 5, 12, 20), look._replace(sign="none")))
    assert narrow == bare


def test_the_colour_of_a_bar_follows_its_status(view, editor, node):
    map_id = node("โครงการmap")
    for status in ("completed", "not_carried_out", "carried_over"):
        editing.set_part(editor, (map_id, "status", ""), status)
        assert look_of(status).fill.upper() in colours_of(view, map_id)


def test_dates_to_be_checked_are_edged_in_red(view, editor, node):
    map_id = node("โครงการmap")
    red = tokens().red_ink.upper()
    assert red not in colours_of(view, map_id)
    scheduling.set_span(editor, map_id, (date(2027, 1, 1), date(2031, 1, 31)))
    assert red in colours_of(view, map_id)


def test_a_bar_out_of_sight_leaves_a_mark_on_its_side(view, node):
    map_id = node("โครงการmap")
    view.tools.zooms.button("months").click()
    for offset in (0, view.tree.axis.reach):
        view.tree.axis.scroll_to(offset)
        view.tree.show_axis()
        point = bar_point(view, map_id, 0.5)
        assert not view.tree.time_rect().contains(point)
        assert tokens().secondary.upper() in colours_of(view, map_id)


def test_borrowed_names_and_chosen_rows_are_painted(view, editor, node):
    map_id = node("โครงการmap")
    view.board.go_to(map_id)
    own = view.tree.viewport().grab().toImage()
    editing.set_text(editor, (map_id, "name", "th"), "")
    assert view.tree.viewport().grab().toImage() != own
    assert view.board.model.index_of(map_id).data() == "1.1.3 Project map"


def test_a_stretch_of_the_axis_has_names_for_every_width():
    year = Tick("year", 2568, date(2024, 10, 1), 0, 10)
    assert tick_names(year, "th")[1:] == ("2568", "68")
    assert tick_names(year, "en") == ("Fiscal year 2025", "2025", "25")
    quarter = Tick("quarter", 1, date(2024, 10, 1), 0, 10)
    assert tick_names(quarter, "en") == ("Quarter 1", "Q1", "1")
    assert tick_names(quarter, "th")[0] == "ไตรมาส 1"
    month = Tick("month", 10, date(2024, 10, 1), 0, 10)
    assert tick_names(month, "th") == ("ตุลาคม", "ต.ค.")


def test_today_is_a_line_through_the_rows_and_a_mark_above_them(view, clock):
    axis, left = view.tree.axis, view.tree.time_rect().left()
    x = round(left + axis.x_of(clock().astimezone().date()))
    image = view.tree.viewport().grab().toImage()
    below = view.tree.viewport().height() - 20
    near = {image.pixelColor(x + step, y).name() for step in (-1, 0, 1) for y in range(below, below + 15)}
    assert any(QColor(name).red() > QColor(name).blue() + 60 for name in near)
    head = view.tree.time_header.viewport().grab().toImage()
    assert head.pixelColor(x, head.height() - 5).name().upper() == tokens().deleted.upper()


def test_no_line_is_painted_for_a_today_beyond_the_axis(view):
    view.tree.time_header.today_on = date(2050, 1, 1)
    with_far_today = view.grab().toImage()
    view.tree.time_header.today_on = None
    assert view.grab().toImage() == with_far_today


def test_years_beyond_the_plan_are_shaded(view, editor, node):
    scheduling.set_span(editor, node("โครงการmap"), (MAP_DAYS[0], date(2031, 8, 31)))
    image = view.tree.viewport().grab().toImage()
    y, time = view.tree.viewport().height() - 10, view.tree.time_rect()
    inside = image.pixelColor(time.left() + round(view.tree.axis.x_of(date(2028, 2, 10))), y)
    beyond = image.pixelColor(time.left() + round(view.tree.axis.x_of(date(2031, 2, 10))), y)
    assert beyond.name().upper() == tokens().ground.upper()
    assert inside != beyond


def test_names_take_a_share_of_the_width_until_somebody_gives_them_another(view):
    header = view.tree.time_header
    before = header.sectionSize(NAME_COLUMN)
    view.resize(800, 600)
    assert header.sectionSize(NAME_COLUMN) < before
    header.resizeSection(NAME_COLUMN, 300)
    assert view.tree.axis.width == header.sectionSize(TIME_COLUMN)
    view.resize(1200, 600)
    assert header.sectionSize(NAME_COLUMN) == 300


def test_another_scheme_repaints_the_head(view):
    QApplication.sendEvent(view.tree.time_header, QEvent(QEvent.Type.PaletteChange))
    assert not view.tree.time_header.grab().isNull()


def test_the_legend_says_in_words_what_every_look_means(view, editor):
    options = editor.plan.template.field("project", "status").options
    words = {label.text() for label in view.board.legend.findChildren(type(view.board.empty))}
    assert {name.th for name in options.values()} <= words
    for swatch in view.board.legend.findChildren(Swatch):
        image = swatch.grab().toImage()
        assert len({image.pixel(x, y) for x in range(image.width()) for y in range(image.height())}) > 1
