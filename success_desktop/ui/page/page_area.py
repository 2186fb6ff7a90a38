"""The paper of the page: it scrolls, with the way to the node and its name on top and the form below them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from success_desktop.ui.page.breadcrumb import Breadcrumb, Heading
from success_desktop.ui.page.part import make_label

_MARGINS = (20, 12, 20, 24)
_MOST_WIDTH = 1120


class PageArea(QScrollArea):
    """Lays the page out; what it says is the page's business."""

    def __init__(self) -> None:
        super().__init__()
        self.breadcrumb = Breadcrumb()
        self.heading = Heading()
        self.hint = make_label("", "secondary")
        content = QFrame()
        content.setObjectName("page_content")
        content.setMaximumWidth(_MOST_WIDTH)
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(*_MARGINS)
        self._column.setSpacing(4)
        for label in (self.breadcrumb, self.heading, self.hint):
            self._column.addWidget(label)
        self._column.addStretch(1)
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def take_in(self, form: QWidget) -> None:
        """Put a form below the name."""
        self._column.insertWidget(self._column.count() - 1, form)

    def throw_out(self, form: QWidget) -> None:
        """Take a form away for good."""
        self._column.removeWidget(form)
        form.hide()
        form.deleteLater()

    def show_hint(self, sentence: str) -> None:
        """Say something in place of a node."""
        self.hint.setText(sentence)
        self.hint.show()
        self.breadcrumb.hide()
        self.heading.hide()
