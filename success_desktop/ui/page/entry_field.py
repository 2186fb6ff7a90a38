"""A single value: a number, a year, a day, an amount or a code in a line to type in; a choice in a list."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter, QVBoxLayout

from success_desktop.domain.schema import FieldSpec
from success_desktop.domain.values import SINGLE_MONEY
from success_desktop.i18n import interface_language
from success_desktop.services.editing import set_part
from success_desktop.services.entering import Place
from success_desktop.ui.page.part import PageContext, PagePart, make_label, restyle
from success_desktop.ui.thai_text import ThaiLineEdit
from success_desktop.ui.theme import GRID

_LEAST_LETTERS = 6
_MOST_LIST_WIDTH = 60 * GRID
_MOST_LINES = 16


class EntryField(PagePart):
    """A value typed as people write it. What cannot be read stays as typed, marked, with a sentence below."""

    def __init__(self, context: PageContext, field: str, spec: FieldSpec) -> None:
        super().__init__(context)
        self._field = field
        self._part = SINGLE_MONEY if spec.type == "money" else ""
        self.line = ThaiLineEdit()
        self.sentence = make_label("", "refusal")
        self.sentence.setWordWrap(True)
        label = make_label(spec.label.spoken(interface_language()))
        label.setBuddy(self.line)
        self.line.setAccessibleName(label.text())
        self.line.setObjectName(field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for widget in (label, self.line, self.sentence):
            column.addWidget(widget)
        column.addStretch(1)
        self.line.editingFinished.connect(self.commit)
        self.line.undo_requested.connect(context.undo)
        self.line.redo_requested.connect(context.redo)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape puts the value back that the plan holds."""
        if event.key() == Qt.Key.Key_Escape and self._is_changed():
            self.line.setModified(False)
            self.context.forget_refused(self._place)
            self.show_node(self.node_id)
        else:
            super().keyPressEvent(event)

    def show_node(self, node_id: str) -> None:
        """Show the value of a node; in the same node, typing not yet handed in stays."""
        if node_id == self.node_id and self.line.isModified():
            return
        self.node_id = node_id
        text = self.context.shown(self._place)
        if text != self.line.text():
            self.line.setText(text)
        self.line.setModified(False)
        self._show_refusal()

    def commit(self) -> None:
        """Read what was typed and keep it, if it can be read."""
        if self.line.isModified():
            self.line.setModified(False)
            self.context.enter(self._place, self.line.text())
            self.show_node(self.node_id)

    def _is_changed(self) -> bool:
        return self.line.isModified() or self._place in self.context.refused

    @property
    def _place(self) -> Place:
        return self.node_id, self._field, self._part

    def _show_refusal(self) -> None:
        refused = self.context.refused.get(self._place)
        self.sentence.setText(refused.sentence if refused else "")
        self.sentence.setVisible(refused is not None)
        self.line.setAccessibleDescription(refused.sentence if refused else "")
        state = "refused" if refused else ""
        if self.line.property("state") != state:
            self.line.setProperty("state", state)
            restyle(self.line)


class ChoiceField(PagePart):
    """One of the template's choices, or none."""

    def __init__(self, context: PageContext, field: str, spec: FieldSpec) -> None:
        super().__init__(context)
        self._field = field
        self.box = CalmComboBox()
        self.box.setObjectName(field)
        label = make_label(spec.label.spoken(interface_language()))
        label.setBuddy(self.box)
        self.box.setAccessibleName(label.text())
        self.box.addItem("", "")
        for option, name in spec.options.items():
            self.box.addItem(name.spoken(interface_language()), option)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(label)
        column.addWidget(self.box)
        column.addStretch(1)
        self.box.activated.connect(self._on_activated)

    def show_node(self, node_id: str) -> None:
        """Show the choice of a node; one that the template no longer knows is shown by its code."""
        self.node_id = node_id
        option = self.context.plan.nodes[node_id].word(self._field)
        if self.box.findData(option) < 0:
            self.box.addItem(option, option)
        self.box.setCurrentIndex(self.box.findData(option))

    def _on_activated(self, _row: int) -> None:
        option = str(self.box.currentData())
        place = (self.node_id, self._field, "")
        self.context.bridge.do(lambda: set_part(self.context.editor, place, option or None, self.context))


class CalmComboBox(QComboBox):
    """A list of choices that the mouse wheel rolls past: scrolling the page must not change the plan, nor take the focus.

    A choice too long for it ends in an ellipsis.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(_LEAST_LETTERS)
        self.setMaxVisibleItems(_MOST_LINES)
        self.currentTextChanged.connect(self.setToolTip)

    def showPopup(self) -> None:
        """Open the list, as wide as its longest choice."""
        view = self.view()
        bar = view.verticalScrollBar().sizeHint().width()
        view.setMinimumWidth(min(view.sizeHintForColumn(0) + bar + GRID, _MOST_LIST_WIDTH))
        super().showPopup()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box as the style does, with as much of the choice as there is room for."""
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        room = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, self
        )
        option.currentText = self.fontMetrics().elidedText(
            option.currentText, Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
