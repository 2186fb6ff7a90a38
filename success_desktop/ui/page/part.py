"""What the parts of a page have in common, and the one door through which they act on the plan."""

from collections.abc import Mapping
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLabel, QWidget

from success_desktop.domain.plan import Plan
from success_desktop.errors import UserError
from success_desktop.i18n import Language, interface_language
from success_desktop.services.editing import set_text
from success_desktop.services.entering import Place, enter_value, enter_values, shown_value
from success_desktop.services.plan_editor import PlanEditor
from success_desktop.ui.plan_bridge import PlanBridge
from success_desktop.ui.work_view import LanguageMode


class Refused(NamedTuple):
    """What was typed and could not be read, with the sentence that says why."""

    typed: str
    sentence: str


class PageContext(QObject):
    """What every part of a page needs: the open plan, the languages shown, and what has been refused so far.

    It is the initiator of all edits that the page makes. Signals: `node_requested(id)` asks to go to another node,
    `node_added(id)` to one that was just made and wants a name, `import_requested()` to bring in projects from a table;
    `refusals_changed()` tells that an entry was refused or mended, `text_edit_made(ThaiTextEdit)` that a text has a
    field now.
    """

    node_requested = Signal(str)
    node_added = Signal(str)
    import_requested = Signal()
    refusals_changed = Signal()
    text_edit_made = Signal(object)

    def __init__(self, bridge: PlanBridge, parent: QObject) -> None:
        super().__init__(parent)
        self.bridge = bridge
        self.mode: LanguageMode = "both"
        self.refused: dict[Place, Refused] = {}
        self.unkept: dict[tuple[str, str, Language], str] = {}

    @property
    def editor(self) -> PlanEditor:
        """The editor of the open plan. Raises RuntimeError when there is none: a page shows nothing then."""
        if self.bridge.editor is None:
            raise RuntimeError("a page without a plan")
        return self.bridge.editor

    @property
    def plan(self) -> Plan:
        """The plan as it is now."""
        return self.editor.plan

    @property
    def language(self) -> Language:
        """The language of names, dates and years on the page; the interface's when the page shows both."""
        return interface_language() if self.mode == "both" else self.mode

    def keep_text(self, place: tuple[str, str, Language], text: str) -> bool:
        """Give a text field the wording `text`; whether that was kept. The message bar says why not.

        What could not be kept (the disk is full, say) is remembered as typed, and handed in again by `keep_unkept`.
        """

        def keep() -> bool:
            set_text(self.editor, place, text, self)
            return True

        if self.bridge.do(keep):
            self.unkept.pop(place, None)
            return True
        self.unkept[place] = text
        return False

    def keep_unkept(self) -> None:
        """Hand in again the texts that could not be kept when they were typed, as far as their nodes are still there."""
        for place, text in list(self.unkept.items()):
            if place[0] not in self.plan.nodes:
                del self.unkept[place]
            elif not self.keep_text(place, text):
                return

    def enter(self, place: Place, typed: str) -> bool:
        """Read what was typed for a value and keep it; whether it could be read. What could not is remembered as typed."""
        try:
            enter_value(self.editor, place, typed, self)
        except UserError as error:
            self.refused[place] = Refused(typed, str(error))
            self.refusals_changed.emit()
            return False
        self.forget_refused(place)
        return True

    def enter_several(self, label: str, cells: Mapping[Place, str]) -> None:
        """Read several values and keep those that can be read, in one step (`label`); the rest is remembered as typed."""
        for place in cells:
            self.refused.pop(place, None)
        for place, (typed, reason) in enter_values(self.editor, label, cells.items(), self).items():
            self.refused[place] = Refused(typed, str(reason))
        self.refusals_changed.emit()

    def forget_refused(self, place: Place) -> None:
        """Let go of what was typed and refused: the value as it is in the plan is shown again."""
        if self.refused.pop(place, None) is not None:
            self.refusals_changed.emit()

    def shown(self, place: Place) -> str:
        """What to show for a value: what was typed there and refused, else the value itself."""
        refused = self.refused.get(place)
        return refused.typed if refused is not None else shown_value(self.plan, place, self.language)

    def undo(self) -> None:
        """Take the plan's last step back."""
        self.bridge.undo()

    def redo(self) -> None:
        """Do the plan's last undone step again."""
        self.bridge.redo()


class PagePart(QWidget):
    """A part of a page that shows something of one node and lets it be edited. Showing never makes an edit."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.node_id = ""

    def show_node(self, node_id: str) -> None:
        """Show a node, or the same one as it is now; what is being typed at this moment stays."""
        raise NotImplementedError

    def commit(self) -> None:
        """Hand in what is still being typed."""


def make_label(text: str, role: str = "label") -> QLabel:
    """A label that the style sheet knows by its role."""
    label = QLabel(text)
    label.setProperty("role", role)
    return label


def restyle(widget: QWidget) -> None:
    """Let the style sheet look at a widget's properties again."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
