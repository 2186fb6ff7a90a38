"""The cards of a list, set when they come into sight, and where each stands."""

from success_desktop.ui.compare.card_layout import CardLayout, Style
from success_desktop.ui.compare.card_model import CardModel
from success_desktop.ui.compare.row_stack import RowStack


class CardStack(RowStack[Style, CardLayout]):
    """Cards below each other, in pixels from the top of the list; `can_restore` offers the way back on each."""

    def __init__(self, model: CardModel) -> None:
        super().__init__(model.rowCount)
        self._model = model
        self.can_restore = False

    def lay_out(self, row: int, style: Style) -> CardLayout:
        """Set one card."""
        return CardLayout(self._model.card(row), style, self.can_restore)
