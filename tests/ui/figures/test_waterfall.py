"""The waterfall: true to scale, a broken scale is seen, everything can be reached, and small steps are put together."""

from collections.abc import Sequence
from decimal import Decimal

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QColor, QFont
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication

from success_desktop.ui.figures.waterfall import WaterfallChart
from success_desktop.ui.figures.waterfall_bar import BarButton, wrap_lines
from success_desktop.ui.figures.waterfall_bars import (
    total_text,
)
from success_desktop.ui.schemes import CONTRAST, DARK, LIGHT
from success_desktop.ui.theme import tokens, use_theme
from tests.ui.acting import accessible_parts
from tests.ui.figures.waterfalls import bar


def buttons(chart: WaterfallChart) -> list[BarButton]:
    """The columns of a chart."""
    found = [button for column in chart.columns for button in column]
    assert all(isinstance(button, BarButton) for button in found)
    return [button for button in found if isinstance(button, BarButton)]


@pytest.fixture
def chart(qtbot, application) -> WaterfallChart:
    """From 4 million over +2, -1 and +3 to 8, on the screen."""
    return shown_chart(qtbot, 4, [2, -1, 3])


def shown_chart(qtbot, start: float, steps: Sequence[float]) -> WaterfallChart:
    """A chart on the screen."""
    shown = WaterfallChart()
    qtbot.addWidget(shown)
    shown.resize(800, 264)
    shown.show_bars(
        bar(start, "ร่างที่ 2"),
        [bar(step, f"โครงการ {place}") for place, step in enumerate(steps)],
        bar(start + sum(steps), "ร่างที่ 3"),
    )
    shown.show()
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    return shown


def test_totals_are_written_in_millions(application):
    assert total_text(Decimal(9_350_000)) == "9.35 ล้าน"
    assert total_text(Decimal(0)) == "0.00 ล้าน"


def test_heights_are_to_one_scale(chart):
    start, more, less, most, end = (button.shape for button in buttons(chart))
    assert abs(start.height() - 2 * more.height()) <= 2
    assert abs(more.height() - 2 * less.height()) <= 2
    assert abs(end.height() - 2 * start.height()) <= 2
    assert more.bottom() == start.top() - 1
    assert less.top() == more.top()
    assert abs(most.top() - end.top()) <= 1
    assert {start.bottom(), end.bottom()} == {start.bottom()}
    assert not chart.is_broken


def test_everything_stays_within_the_chart_at_any_size(chart):
    for width, height in ((300, 264), (620, 300), (1400, 500)):
        chart.resize(width, height)
        for button in buttons(chart):
            assert chart.rect().contains(button.geometry())
            assert button.rect().contains(button.shape)


def test_a_narrow_chart_puts_steps_together_and_a_wide_one_tells_them_apart_again(qtbot, application):
    chart = shown_chart(qtbot, 10, [1, -2, 3, -4, 5, 6])
    spy = QSignalSpy(chart.folded)
    chart.resize(480, 264)
    assert len(buttons(chart)) == 5
    assert buttons(chart)[3].placed.places == (0, 1, 2, 3)
    chart.resize(1000, 264)
    assert len(buttons(chart)) == 8
    assert spy.count() == 2


def test_the_least_step_can_still_be_seen(qtbot, application):
    chart = shown_chart(qtbot, 10, [30, 0.0001])
    assert buttons(chart)[2].shape.height() >= 3


def test_every_bar_says_its_exact_amount_to_mouse_and_ear(chart):
    names = {part.text(QAccessible.Text.Name) for part in accessible_parts(chart)}
    assert "โครงการ 1: -1,000,000 baht" in names
    assert all(button.figure.sentence() in names for button in buttons(chart))
    assert all(button.figure.amount in button.toolTip() for button in buttons(chart))


def test_a_click_tells_which_steps_a_bar_stands_for(chart, qtbot):
    spy = QSignalSpy(chart.bar_chosen)
    for place in (1, 3, 0):
        qtbot.mouseClick(buttons(chart)[place], Qt.MouseButton.LeftButton)
    assert [spy.at(count)[0] for count in range(3)] == [(0,), (2,), ()]


def test_the_keyboard_leads_from_bar_to_bar_and_presses_them(chart):
    spy = QSignalSpy(chart.bar_chosen)
    buttons(chart)[0].setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Return):
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key)
    assert spy.at(0)[0] == (1,)


def test_a_chart_without_bars_is_only_ground(qtbot, application):
    chart = WaterfallChart()
    qtbot.addWidget(chart)
    chart.resize(700, 264)
    assert not chart.grab().isNull()
    assert chart.columns == []
    assert chart.sizeHint().width() > 400


@pytest.mark.parametrize("scheme", [LIGHT, DARK, CONTRAST])
def test_totals_wear_the_accent_and_are_cut_where_the_scale_is_broken(qtbot, application, qapp, scheme):
    use_theme(qapp, scheme)
    chart = shown_chart(qtbot, 160, [1, -2])
    total = buttons(chart)[0]
    image = total.grab().toImage()
    assert chart.is_broken
    assert total.is_cut
    assert image.pixelColor(total.shape.center()) == QColor(tokens().accent)
    column = [
        image.pixelColor(total.shape.center().x(), y) for y in range(total.shape.top(), total.shape.bottom())
    ]
    assert QColor(tokens().card) in column
    use_theme(qapp, LIGHT)


def test_what_takes_away_is_hatched_besides_its_colour(qtbot, application):
    chart = shown_chart(qtbot, 10, [5, -5])
    more, less = buttons(chart)[1:3]
    colours = [
        {
            button.grab().toImage().pixelColor(button.shape.topLeft() + QPoint(x, y)).name()
            for x in range(4, 30)
            for y in range(4, 30)
        }
        for button in (more, less)
    ]
    assert len(colours[0]) == 1
    assert len(colours[1]) > 1


def test_a_bar_under_the_mouse_is_lit(chart, qtbot):
    button = buttons(chart)[1]
    corner = QPoint(2, 2)
    before = button.grab().toImage().pixelColor(corner)
    button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, True)
    assert button.grab().toImage().pixelColor(corner) == QColor(tokens().hover) != before


def test_long_names_break_between_words_and_end_in_dots(application, qapp):
    font: QFont = qapp.font()
    name = "โครงการขุดลอกและฟื้นฟูคลองสายหลักโดยชุมชนมีส่วนร่วม"
    lines = wrap_lines(name, font, 120, 2)
    assert len(lines) == 2
    assert name.startswith(lines[0])
    assert lines[1].endswith("…")
    assert wrap_lines("ถนน", font, 120, 2) == ["ถนน"]


def test_shown_often_it_leaves_no_bars_behind(chart) -> None:
    for height in range(1, 40):
        chart.show_bars(bar(4), [bar(height)], bar(4 + height))
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert len(chart.findChildren(BarButton)) == len(buttons(chart)) == 3


def test_shown_anew_the_keyboard_stays_at_its_bar(chart) -> None:
    buttons(chart)[2].setFocus()
    chart.show_bars(bar(4), [bar(2), bar(-1), bar(4)], bar(9))
    assert buttons(chart)[2].hasFocus()
    chart.show_bars(bar(4), [], bar(4))
    assert buttons(chart)[1].hasFocus()


def test_as_many_steps_are_told_as_there_is_room_for_and_never_too_many(qtbot, application) -> None:
    chart = shown_chart(qtbot, 100, [1 + step / 10 for step in range(40)])
    counts = []
    for width in (200, 500, 800, 1100, 1400, 3000):
        chart.resize(width, 264)
        counts.append(len(buttons(chart)))
    assert counts == sorted(counts)
    assert counts[0] >= 3
    assert counts[-1] == 12


def test_another_scale_is_told_for_the_words_below(chart, qtbot) -> None:
    assert not chart.is_broken
    with qtbot.waitSignal(chart.folded):
        chart.show_bars(bar(4_000), [bar(1)], bar(4_001))
    assert chart.is_broken
