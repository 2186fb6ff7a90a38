"""What stands above a page: the way from the plan down to the node shown, each step a link, and the node's name."""

import html
from collections.abc import Mapping

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QWidget

from success_desktop.domain.plan import Plan
from success_desktop.i18n import Language, _
from success_desktop.ui.theme import tokens
from success_desktop.ui.tree.captions import caption_of, full_name

_MOST_CHARACTERS = 44
_MOST_IN_HEADING = 160
_LEAST_CHARACTERS = 16
_MOST_TOGETHER = 132


class Breadcrumb(QLabel):
    """The ancestors of a node in one line; `linkActivated` tells the id of the one pressed."""

    def __init__(self) -> None:
        super().__init__()
        self._steps: list[tuple[str, str]] = []
        self.setObjectName("breadcrumb")
        self.setProperty("role", "secondary")
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.setWordWrap(True)

    def show_way(self, plan: Plan, node_id: str, language: Language, numbers: Mapping[str, str]) -> None:
        """Show the way to a node; empty for the plan itself."""
        steps, ancestors = [], plan.ancestors(node_id)
        most = min(_MOST_CHARACTERS, max(_LEAST_CHARACTERS, _MOST_TOGETHER // max(len(ancestors), 1)))
        for node in reversed(ancestors):
            text = full_name(numbers.get(node.id, ""), caption_of(plan, node.id, language))
            short = text if len(text) <= most else text[: most - 1].rstrip() + "…"
            steps.append((node.id, short))
        self._steps = steps
        self._show_steps()
        self.setAccessibleName(_("Where this is in the plan"))
        self.setVisible(bool(steps))

    def changeEvent(self, event: QEvent) -> None:
        """Show the links in the colours of another scheme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._show_steps()

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab goes from link to link and on; Shift+Tab leaves at once, for QLabel would never let it go."""
        return super().focusNextPrevChild(True) if next else QWidget.focusNextPrevChild(self, False)

    def _show_steps(self) -> None:
        style = f"color: {tokens().secondary}; text-decoration: {tokens().link_line}"
        links = (
            f'<a href="{node_id}" style="{style}">{html.escape(text)}</a>' for node_id, text in self._steps
        )
        self.setText(" › ".join(links))


class Heading(QLabel):
    """The name of the node shown; of a very long one its beginning, as the whole of it stands in the field below."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "heading")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setMinimumWidth(1)

    def show_name(self, name: str) -> None:
        """Show a name of any length; it never makes the page wider."""
        is_short = len(name) <= _MOST_IN_HEADING
        self.setText(name if is_short else name[: _MOST_IN_HEADING - 1].rstrip() + "…")
        self.setToolTip("" if is_short else name)
