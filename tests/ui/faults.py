"""What can be wrong with what stands on the screen: controls without a name, words cut off, words of another language."""

from collections.abc import Iterable, Iterator
from math import ceil

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAction, QFont, QFontMetrics, QFontMetricsF
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QDockWidget,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMainWindow,
    QMenu,
    QMenuBar,
    QPushButton,
    QRadioButton,
    QStyle,
    QStyleOptionButton,
    QStyleOptionComboBox,
    QTabBar,
    QTextEdit,
    QToolButton,
    QWidget,
)

from tests.ui.acting import accessible_parts

Role = QAccessible.Role
INTERACTIVE = {
    Role.EditableText,
    Role.PushButton,
    Role.CheckBox,
    Role.RadioButton,
    Role.ComboBox,
    Role.SpinBox,
    Role.Slider,
    Role.Tree,
    Role.List,
    Role.Table,
    Role.MenuItem,
    Role.ButtonMenu,
    Role.PageTab,
}
STACKED = "ปี่ที่ฟ้ำ ญู ฎู ป์ ฬื้"
"""Thai letters with all the marks above and below that there can be."""

INPUTS = (QAbstractButton, QLineEdit, QTextEdit, QComboBox, QAbstractSpinBox, QAbstractItemView, QTabBar)
SLACK = 1
"""Pixels that a rounded size may be short."""


def nameless(widget: QWidget) -> list[str]:
    """What a person can act on in a widget and that has no accessible name."""
    found = []
    for part in accessible_parts(widget):
        thing = part.object()
        is_met = part.role() in INTERACTIVE and not bool(part.state().invisible) and thing is not None
        if is_met and not thing.objectName().startswith("qt_") and not part.text(QAccessible.Text.Name):
            found.append(f"{part.role().name} {describe(thing)}")
    for control in shown(widget, INPUTS):
        part = QAccessible.queryAccessibleInterface(control)
        is_empty = isinstance(control, QTabBar) and not control.count()
        can_act = is_own(control) and not is_empty and control.focusPolicy() != Qt.FocusPolicy.NoFocus
        if can_act and not part.text(QAccessible.Text.Name):
            found.append(describe(control))
    return found


def clipped(widget: QWidget) -> list[str]:
    """What does not fit its place: words wider or higher than their widget, widgets that reach beyond what holds them."""
    found = []
    for part in shown(widget, (QWidget,)):
        if not is_own(part):
            continue
        need, room = needed(part), available(part)
        is_hinted = bool(part.toolTip()) and "…" in text_of(part)
        is_hinted = is_hinted or (isinstance(part, QComboBox) and part.toolTip() == part.currentText())
        if need[1] > room[1] + SLACK or (need[0] > room[0] + SLACK and not is_hinted):
            found.append(f"{describe(part)} needs {need[0]}x{need[1]} and has {room[0]}x{room[1]}")
        if isinstance(part, (*INPUTS, QLabel)) and (beyond := reaches_beyond(part)):
            found.append(f"{describe(part)} {beyond}")
    return found


def line_height(font: QFont) -> int:
    """The pixels that one line takes in the middle of its place, so that no mark above or below a letter is cut."""
    metrics = QFontMetricsF(font)
    ink = metrics.tightBoundingRect(STACKED)
    middle = (metrics.ascent() + metrics.descent()) / 2
    return ceil(2 * max(middle - metrics.ascent() - ink.top(), metrics.ascent() + ink.bottom() - middle))


def needed(part: QWidget) -> tuple[int, int]:
    """The width and height that a widget's words take, in pixels; 0 by 0 where there are none."""
    text, metrics = text_of(part), QFontMetrics(part.font())
    if isinstance(part, QLabel) and part.wordWrap():
        widest = max((metrics.horizontalAdvance(word) for word in text.split()), default=0)
        is_one_word = " " not in text
        return (0 if is_one_word else min(widest, part.width())), part.heightForWidth(
            part.width()
        ) if text else 0
    if not text:
        return 0, line_height(part.font()) if isinstance(part, QLineEdit) else 0
    if isinstance(part, QLabel):
        return (
            (part.sizeHint().width(), line_height(part.font()))
            if part.textFormat() != Qt.TextFormat.RichText
            else (0, 0)
        )
    if isinstance(part, QLineEdit):
        return 0, line_height(part.font())
    size = metrics.size(Qt.TextFlag.TextShowMnemonic, text)
    icon = (
        part.iconSize().width() + 4 if isinstance(part, QAbstractButton) and not part.icon().isNull() else 0
    )
    return size.width() + icon, line_height(part.font())


def available(part: QWidget) -> tuple[int, int]:
    """The width and height that a widget has for its words, in pixels."""
    style = part.style()
    rect = part.rect() if isinstance(part, QLabel) else part.contentsRect()
    if isinstance(part, QPushButton):
        button = QStyleOptionButton()
        part.initStyleOption(button)
        rect = style.subElementRect(QStyle.SubElement.SE_PushButtonContents, button, part)
    elif isinstance(part, QCheckBox | QRadioButton):
        button = QStyleOptionButton()
        part.initStyleOption(button)
        is_box = isinstance(part, QCheckBox)
        element = (
            QStyle.SubElement.SE_CheckBoxContents if is_box else QStyle.SubElement.SE_RadioButtonContents
        )
        rect = style.subElementRect(element, button, part)
    elif isinstance(part, QComboBox):
        combo = QStyleOptionComboBox()
        part.initStyleOption(combo)
        rect = style.subControlRect(
            QStyle.ComplexControl.CC_ComboBox, combo, QStyle.SubControl.SC_ComboBoxEditField, part
        )
    return rect.width(), rect.height()


def text_of(part: QWidget) -> str:
    """The words on a widget."""
    if isinstance(part, QComboBox):
        return part.currentText()
    if isinstance(part, QToolButton) and part.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly:
        return "" if not part.icon().isNull() else part.text()
    if isinstance(part, QLabel | QAbstractButton | QLineEdit):
        return part.text()
    return ""


def reaches_beyond(part: QWidget) -> str:
    """How a widget reaches out of one of those that hold it; "" when it does not. What scrolls holds everything."""
    holder = part.parentWidget()
    area = QRect(QPoint(0, 0), part.size())
    while holder is not None and not part.isWindow():
        if isinstance(holder.parentWidget(), QAbstractScrollArea) or isinstance(holder, QAbstractScrollArea):
            return ""
        place = QRect(part.mapTo(holder, QPoint(0, 0)), area.size())
        if isinstance(holder, QMainWindow) and not holder.rect().intersects(place):
            return ""  # a dock behind another one is put outside the window
        if not holder.rect().adjusted(-SLACK, -SLACK, SLACK, SLACK).contains(place):
            return f"at {place.getRect()} reaches out of {describe(holder)} of {holder.width()}x{holder.height()}"
        if holder.isWindow():
            break
        holder = holder.parentWidget()
    return ""


def wordings(widget: QWidget) -> Iterator[str]:
    """Every text that a widget and those in it show or tell: words, tips, hints, names, titles, heads, items of menus."""
    for part in (widget, *shown(widget, (QWidget,))):
        yield from (part.toolTip(), part.statusTip(), part.accessibleName(), part.accessibleDescription())
        if part.isWindow() or isinstance(part, QDockWidget):
            yield part.windowTitle()
        yield from own_words(part)
    for action in widget.actions() if isinstance(widget, QMenu) else ():
        yield from (action.text(), action.toolTip())


def own_words(part: QWidget) -> Iterable[str]:
    """The words of one widget by its kind."""
    if isinstance(part, QLabel | QAbstractButton):
        return (part.text(),)
    if isinstance(part, QLineEdit | QTextEdit):
        return (part.placeholderText(),)
    if isinstance(part, QComboBox | QTabBar):
        word = part.tabText if isinstance(part, QTabBar) else part.itemText
        return [word(place) for place in range(part.count())]
    if isinstance(part, QAbstractSpinBox):
        return (part.text(), part.specialValueText())
    if isinstance(part, QHeaderView) and part.model() is not None:
        heads = range(part.count())
        return [str(part.model().headerData(place, part.orientation()) or "") for place in heads]
    if isinstance(part, QMenuBar | QMenu):
        return [action.text() for action in part.actions()]
    return ()


def shown(widget: QWidget, kinds: tuple[type[QWidget], ...]) -> list[QWidget]:
    """The visible widgets of some kinds in a widget."""
    return [part for part in widget.findChildren(QWidget) if isinstance(part, kinds) and part.isVisible()]


def is_own(part: QWidget) -> bool:
    """Whether a widget is the program's, not a part that Qt makes inside another one."""
    inside = part.parentWidget()
    return not part.objectName().startswith("qt_") and not isinstance(inside, QComboBox | QAbstractSpinBox)


def is_reached_by_tab(part: QWidget) -> bool:
    """Whether Tab should come to a widget; of buttons that exclude each other it comes to the one pressed."""
    is_inside = not is_own(part) or part.focusProxy() is not None
    if is_inside or not part.isEnabled() or not part.focusPolicy().value & Qt.FocusPolicy.TabFocus.value:
        return False
    if isinstance(part, QAbstractButton) and part.group() is not None and part.group().exclusive():
        return part.isChecked()
    return isinstance(part, INPUTS)


def describe(thing: object) -> str:
    """A widget in words, to find it by."""
    if isinstance(thing, QAction):
        return f"action {thing.objectName()}"
    if not isinstance(thing, QWidget):
        return repr(thing)
    name = thing.objectName() or thing.property("role") or ""
    return (
        f"{type(thing).__name__}({name!s}) “{text_of(thing)[:40]}” in {type(thing.parentWidget()).__name__}"
    )
