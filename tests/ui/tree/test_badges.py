"""The badges of the outline: seen, and said to those who do not see them."""

import pytest
from PySide6.QtCore import QModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from success_desktop.i18n import use_language
from success_desktop.services import editing
from success_desktop.ui.findings import Count, findings_of
from success_desktop.ui.schemes import CONTRAST, DARK, LIGHT
from success_desktop.ui.theme import tokens, use_theme
from success_desktop.ui.tree.badges import badge_words, paint_badges
from success_desktop.ui.tree.model import OutlineRole
from tests.plans import named

ROLE = Qt.ItemDataRole
ROOM = QRect(0, 0, 200, 28)


@pytest.fixture(autouse=True)
def english():
    use_language("en")
    yield
    use_language("th")


@pytest.fixture
def themed(qapp):
    """Puts the look back that a test has changed."""
    yield qapp
    use_theme(qapp, LIGHT)


def painted(count: Count) -> tuple[QImage, int]:
    """A line with badges, and the width that they take."""
    image = QImage(ROOM.size(), QImage.Format.Format_RGB32)
    image.fill(QColor(tokens().pane))
    painter = QPainter(image)
    width = paint_badges(painter, ROOM, count)
    painter.end()
    return image, width


def colours(image: QImage) -> set[str]:
    """All colours in an image, as #rrggbb."""
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


def test_nothing_found_takes_no_room(qapp):
    image, width = painted(Count())
    assert width == 0
    assert colours(image) == {tokens().pane.lower()}


def test_findings_and_translations_have_their_own_colours_and_both_fit(qapp):
    red, red_width = painted(Count(findings=2))
    amber, amber_width = painted(Count(translations=2))
    both, both_width = painted(Count(2, 2))
    assert tokens().red.lower() in colours(red) - colours(amber)
    assert tokens().amber.lower() in colours(amber) - colours(red)
    assert {tokens().red.lower(), tokens().amber.lower()} <= colours(both)
    assert both_width == red_width + amber_width


def test_a_great_number_is_cut_short(qapp):
    widths = [painted(Count(translations=count))[1] for count in (100, 5000)]
    assert widths[0] == widths[1]


@pytest.mark.parametrize(
    ("scheme", "seen"),
    [(DARK, {DARK.red, DARK.amber}), (CONTRAST, {CONTRAST.red_ink, CONTRAST.amber_ink})],
)
def test_badges_stand_out_from_the_outline_in_every_scheme(themed, scheme, seen):
    use_theme(themed, scheme)
    image, _width = painted(Count(1, 1))
    assert {colour.lower() for colour in seen} <= colours(image) - {scheme.pane.lower()}


def test_the_words_say_what_the_chips_show():
    assert badge_words(Count()) == ""
    assert badge_words(Count(findings=1_200)) == "1,200 findings"
    assert badge_words(Count(3, 4)) == "3 findings, 4 texts in one language only"
    assert badge_words(Count(3, 4, 2)) == "2 open remarks, 3 findings, 4 texts in one language only"


def test_a_line_tells_its_counts_to_painter_tooltip_and_screen_reader(outline, editor, bridge):
    node_id = named(editor.plan, "Engineering Division")
    editing.set_text(editor, (node_id, "name", "en"), "")
    findings_of(bridge).catch_up()
    index = outline.model.index_of(node_id)
    assert index.data(OutlineRole.COUNT) == Count(translations=1)
    assert index.data(ROLE.AccessibleTextRole) == "กองช่าง, 1 texts in one language only"
    assert index.data(ROLE.ToolTipRole).endswith("\n1 texts in one language only")
    assert QModelIndex().data(OutlineRole.COUNT) is None


def test_the_outline_is_painted_anew_when_something_else_is_found(outline, editor, bridge, qtbot):
    node_id = named(editor.plan, "Engineering Division")
    findings_of(bridge).catch_up()
    outline.select_node(node_id)
    place = outline.tree.visualRect(outline.model.index_of(node_id))
    before = outline.tree.viewport().grab(place).toImage()
    with qtbot.waitSignal(findings_of(bridge).changed):
        editing.set_text(editor, (node_id, "name", "en"), "")
    after = outline.tree.viewport().grab(place).toImage()
    assert tokens().amber.lower() in colours(after) - colours(before)


def test_open_remarks_are_counted_in_a_bubble_of_another_shape_than_a_chip(themed):
    bubble, width = painted(Count(remarks=3))
    chip, same_width = painted(Count(translations=3))
    assert width == same_width
    assert bubble != chip
    both, wider = painted(Count(translations=3, remarks=3))
    assert wider == 2 * width
    assert not both.isNull()
