"""One row of the table of actions, and the questions that several rows ask."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from success_desktop.domain.feedback_kinds import FEEDBACK_ID
from success_desktop.domain.reviewing import reviewed_round

if TYPE_CHECKING:
    from success_desktop.ui.desk import Desk

SEPARATOR = "-"


@dataclass(frozen=True, slots=True)
class ActionRow:
    """One action. `text` is a catalogue entry and `menu` the id of the menu it lies in.

    `when` tells whether it can be done now; `detail` names what it would do it to (Undo: *edit text*); `is_on` makes it a
    switch and tells its state. The key of a row that `is_for_outline` works there alone. A row whose `id` is SEPARATOR is a
    line in the menu.
    """

    id: str
    menu: str
    text: str = ""
    verb: "Callable[[Desk], object]" = lambda desk: None
    shortcut: str = ""
    icon: str = ""
    when: "Callable[[Desk], bool]" = lambda desk: True
    detail: "Callable[[Desk], str | None] | None" = None
    is_on: "Callable[[Desk], bool] | None" = None
    is_for_outline: bool = False


def has_plan(desk: "Desk") -> bool:
    """Whether a plan is open."""
    return desk.bridge.editor is not None


def has_node(desk: "Desk") -> bool:
    """Whether a node is chosen in the outline."""
    return desk.nodes.current_id() is not None


def may_edit_node(desk: "Desk") -> bool:
    """Whether a node is chosen, in a plan that is not a copy for review."""
    return has_node(desk) and not is_for_review(desk)


def is_for_review(desk: "Desk") -> bool:
    """Whether the open plan is a copy for review."""
    editor = desk.bridge.editor
    return editor is not None and bool(reviewed_round(editor.plan))


def has_own_plan(desk: "Desk") -> bool:
    """Whether a plan is open that is no copy for review."""
    return has_plan(desk) and not is_for_review(desk)


def has_feedback(desk: "Desk") -> bool:
    """Whether a plan is open on which somebody has said something."""
    editor = desk.bridge.editor
    return editor is not None and bool(editor.plan.children.get(FEEDBACK_ID))


def line(menu: str) -> ActionRow:
    """A line between the actions of a menu."""
    return ActionRow(SEPARATOR, menu)


def submenu(menu: str, submenu_id: str) -> ActionRow:
    """The place where a menu opens inside another one."""
    return ActionRow(submenu_id, menu)
