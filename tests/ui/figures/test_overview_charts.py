"""Charts and lines: true to scale, named, and led through by keys as by the mouse."""

from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from success_desktop.domain.row_filter import RowFilter
from success_desktop.ui.figures.figure_button import Figure
from success_desktop.ui.figures.figure_lines import FigureLines, Line
from success_desktop.ui.figures.legend import Key, Legend
from success_desktop.ui.figures.year_chart import (
    Column,
    Slice,
    SliceButton,
    YearChart,
    series_colour,
)
from success_desktop.ui.schemes import CONTRAST, DARK, LIGHT
from success_desktop.ui.theme import tokens, use_theme
from tests.ui.acting import accessible_parts
from tests.ui.figures.overviews import buttons

MILLION = 10**6


def column(year_be: int, *millions: float) -> Column:
    """A year with slices of so many million baht."""
    slices = tuple(
        Slice(
            place,
            "ABC"[place],
            f"{amount:.1f}",
            Decimal(str(amount)) * MILLION,
            Figure(f"Branch {place}, {year_be}", f"{amount * MILLION:,.0f} baht", f"{year_be}/{place}"),
        )
        for place, amount in enumerate(millions)
    )
    total = Figure(f"Year {year_be}", f"{sum(millions) * MILLION:,.0f} baht", RowFilter(year_be=year_be))
    return Column(str(year_be), f"{sum(millions):.1f} M", total, slices)


@pytest.fixture
def chart(qtbot, application) -> YearChart:
    """Three years: 4 million in two slices, 2 in one, and nothing."""
    shown = YearChart()
    qtbot.addWidget(shown)
    shown.resize(400, 300)
    shown.show_columns([column(2568, 3, 1), column(2569, 2), column(2570)])
    shown.show()
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    return shown


def heights(chart: YearChart) -> list[list[int]]:
    """The heights of the slices, column by column from the top down."""
    return [[one.height() for one in column if isinstance(one, SliceButton)] for column in chart.columns]


def test_heights_are_to_one_scale_from_zero(chart):
    (top, bottom), (second,), none = heights(chart)
    assert none == []
    assert abs(bottom - 3 * top) <= 3
    assert abs(top + bottom - 2 * second) <= 2
    floors = {column[-1].geometry().bottom() for column in chart.columns[:2]}
    assert len(floors) == 1


def test_slices_touch_and_the_sum_stands_on_top(chart):
    total, top, bottom = chart.columns[0]
    assert top.geometry().bottom() + 1 == bottom.geometry().top()
    assert total.geometry().bottom() + 1 == top.geometry().top()


def test_the_largest_year_fills_the_height_at_any_size(chart):
    for size in ((200, 264), (900, 500)):
        chart.resize(*size)
        total = chart.columns[0][0]
        assert 0 <= total.geometry().top() <= 3
        assert all(chart.rect().contains(button.geometry()) for button in buttons(chart))


def test_a_sliver_can_still_be_hit(qtbot, application):
    chart = YearChart()
    qtbot.addWidget(chart)
    chart.resize(300, 264)
    chart.show_columns([column(2568, 1000, 0.001)])
    assert min(heights(chart)[0]) >= 3


def test_every_figure_says_its_exact_amount_to_mouse_and_ear(chart):
    names = {part.text(QAccessible.Text.Name) for part in accessible_parts(chart)}
    for button in buttons(chart):
        assert button.figure.sentence() in names
        assert button.figure.amount in button.toolTip()


def test_a_click_asks_for_what_is_behind_a_figure(chart, qtbot):
    spy = QSignalSpy(chart.goal_requested)
    qtbot.mouseClick(chart.columns[0][2], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(chart.columns[1][0], Qt.MouseButton.LeftButton)
    assert [spy.at(0)[0], spy.at(1)[0]] == ["2568/0", RowFilter(year_be=2569)]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_and_space_do_what_a_click_does(chart, key):
    spy = QSignalSpy(chart.goal_requested)
    chart.columns[0][1].setFocus()
    QTest.keyClick(chart.columns[0][1], key)
    assert spy.count() == 1
    assert spy.at(0)[0] == "2568/1"


def test_the_arrows_lead_through_the_chart_and_stop_at_its_edges(chart):
    chart.columns[0][0].setFocus()
    way = [
        (Qt.Key.Key_Up, (0, 0)),
        (Qt.Key.Key_Down, (0, 1)),
        (Qt.Key.Key_Down, (0, 2)),
        (Qt.Key.Key_Down, (0, 2)),
        (Qt.Key.Key_Right, (1, 1)),
        (Qt.Key.Key_Right, (2, 0)),
        (Qt.Key.Key_Right, (2, 0)),
        (Qt.Key.Key_Left, (1, 0)),
    ]
    for key, (place, level) in way:
        QTest.keyClick(focused(), key)
        assert QApplication.focusWidget() is chart.columns[place][level], key


def test_tab_enters_a_chart_once_and_comes_back_to_where_it_was(qtbot, application):
    window = QWidget()
    qtbot.addWidget(window)
    before, chart, after = QLineEdit(), YearChart(), QLineEdit()
    layout = QVBoxLayout(window)
    for widget in (before, chart, after):
        layout.addWidget(widget)
    chart.show_columns([column(2568, 3, 1), column(2569, 2)])
    window.show()
    window.activateWindow()
    before.setFocus()
    qtbot.waitUntil(before.hasFocus)
    QTest.keyClick(before, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is chart.columns[0][0]
    QTest.keyClick(focused(), Qt.Key.Key_Right)
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert after.hasFocus()
    QTest.keyClick(after, Qt.Key.Key_Backtab)
    assert QApplication.focusWidget() is chart.columns[1][0]


def test_new_figures_keep_the_focus_at_its_place(chart):
    chart.columns[1][1].setFocus()
    chart.show_columns([column(2568, 3, 1), column(2569, 5)])
    assert chart.columns[1][1].hasFocus()
    chart.show_columns([column(2568, 3)])
    assert chart.columns[0][1].hasFocus()
    chart.show_columns([])
    assert chart.columns == []


def test_other_keys_are_left_to_qt(chart):
    spy = QSignalSpy(chart.goal_requested)
    chart.columns[0][0].setFocus()
    QTest.keyClick(chart.columns[0][0], Qt.Key.Key_A)
    assert spy.count() == 0
    assert chart.columns[0][0].hasFocus()


def focused() -> QWidget:
    """What has the keyboard."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def colour_at(chart: YearChart, place: QPoint) -> str:
    """The colour painted at a place, as #rrggbb."""
    return chart.grab().toImage().pixelColor(place).name()


def test_slices_have_the_colours_of_their_series_in_every_scheme(chart, application):
    for scheme in (LIGHT, DARK, CONTRAST):
        use_theme(application.qt, scheme)
        for button, place in ((chart.columns[0][2], 0), (chart.columns[0][1], 1)):
            corner = button.geometry().topRight() + QPoint(-2, 2)
            assert colour_at(chart, corner) == series_colour(place).name()
    use_theme(application.qt, LIGHT)


def test_the_keyboard_is_seen_on_the_figure_in_focus(chart):
    button = chart.columns[0][2]
    before = colour_at(chart, button.geometry().topLeft())
    button.setFocus()
    assert colour_at(chart, button.geometry().topLeft()) == tokens().text.lower() != before


def test_a_narrow_slice_keeps_its_letter(qtbot, application):
    chart = YearChart()
    qtbot.addWidget(chart)
    chart.resize(150, 264)
    chart.show_columns([column(year, 1234567) for year in range(2568, 2573)])
    chart.show()
    button = chart.columns[0][1]
    inks = {
        chart.grab().toImage().pixelColor(x, y).name()
        for x in range(button.geometry().left(), button.geometry().right())
        for y in range(button.geometry().center().y() - 8, button.geometry().center().y() + 8)
    }
    assert len(inks) > 1
    assert chart.sizeHint().width() > 400


@pytest.fixture
def lines(qtbot, application) -> FigureLines:
    """Three lines with bars, one of them all the way."""
    shown = FigureLines()
    qtbot.addWidget(shown)
    shown.resize(500, 100)
    shown.show_lines(
        [
            Line(name, text, Figure(name, f"{text} baht", name), share)
            for name, text, share in (("A", "10.0 M", 1.0), ("B", "5.0 M", 0.5), ("C", "<0.1 M", 0.0))
        ]
    )
    shown.show()
    return shown


def bar_length(lines: FigureLines, row: int) -> int:
    """How many pixels of a line's middle have the colour of the bars."""
    button = buttons(lines)[row]
    image = button.grab().toImage()
    bar = tokens().series[0].lower()
    return sum(image.pixelColor(x, image.height() // 2).name() == bar for x in range(image.width()))


def test_bars_are_as_long_as_their_share_and_never_nothing(lines):
    whole, half, least = (bar_length(lines, row) for row in range(3))
    assert abs(whole - 2 * half) <= 1
    assert 1 <= least <= 3


def test_a_line_that_counts_has_no_bar(lines):
    lines.show_lines([Line("D", "12", Figure("D", "12", "D"))])
    assert bar_length(lines, 0) == 0
    assert buttons(lines)[0].accessibleName() == "D: 12"


def test_the_arrows_lead_down_the_lines(lines, qtbot):
    lines.activateWindow()
    first, second, _third = buttons(lines)
    first.setFocus()
    qtbot.waitUntil(first.hasFocus)
    QTest.keyClick(first, Qt.Key.Key_Down)
    assert second.hasFocus()


# --- legend --------------------------------------------------------------------------------------------------------


def test_the_legend_names_its_colours_and_leads_to_what_they_stand_for(qtbot, application):
    legend = Legend()
    qtbot.addWidget(legend)
    legend.resize(300, 120)
    for names in (("Water", "Data"), ("Health", "Vulnerable groups")):
        legend.show_keys(
            [Key(place, "AB"[place], name, Figure(name, "1 baht", name)) for place, name in enumerate(names)]
        )
    legend.show()
    spy = QSignalSpy(legend.goal_requested)
    qtbot.mouseClick(buttons(legend)[1], Qt.MouseButton.LeftButton)
    assert spy.at(0)[0] == "Vulnerable groups"
    assert [button.accessibleName() for button in buttons(legend)] == [
        "Health: 1 baht",
        "Vulnerable groups: 1 baht",
    ]
    patch = buttons(legend)[1].grab().toImage().pixelColor(4, 8)
    assert patch == series_colour(1)
