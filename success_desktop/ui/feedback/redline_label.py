"""A wording with what goes and what comes, as a widget."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QTextLayout
from PySide6.QtWidgets import QSizePolicy, QWidget

from success_desktop.ui.compare.run_layout import Run, lay_out
from success_desktop.ui.feedback.remark_card import spoken_passage

_LEAST_WIDTH = 120


class RedlineLabel(QWidget):
    """Set in as many lines as its width needs."""

    def __init__(self, runs: Sequence[Run] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._runs: tuple[Run, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.show_runs(runs)

    def show_runs(self, runs: Sequence[Run]) -> None:
        """Show another wording."""
        self._runs = tuple(runs)
        self.setAccessibleName(spoken_passage(self._runs))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height in pixels at a width."""
        return round(self._set(width).boundingRect().height() + 0.5)

    def sizeHint(self) -> QSize:
        """As high as its present width needs."""
        width = max(self.width(), _LEAST_WIDTH)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Narrow enough for any panel."""
        return QSize(_LEAST_WIDTH, self.fontMetrics().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the wording."""
        painter = QPainter(self)
        self._set(self.width()).draw(painter, QPointF(0, 0))
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        """Paint in other colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.update()

    def _set(self, width: int) -> QTextLayout:
        return lay_out(list(self._runs), self.font(), width, is_marked=True)
