"""What the insides of panels have in common."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from success_desktop.ui.plan_bridge import PlanBridge


class PanelView(QWidget):
    """The inside of a panel beside the views. It is told what is chosen in the outline, and does nothing while not seen.

    `node_requested(id)` asks to go to a node: chosen in the outline and shown on the page.
    """

    node_requested = Signal(str)

    def __init__(self, bridge: PlanBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bridge = bridge
        self.landing: QWidget = self

    def take_focus(self) -> None:
        """Put the keyboard into `landing`. That is no focus proxy: Tab would skip what stands in front of a proxy."""
        self.landing.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_node(self, node_id: str) -> None:
        """Follow what is chosen in the outline; "" for nothing."""
