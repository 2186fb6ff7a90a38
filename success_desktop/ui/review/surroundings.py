"""What a verb of the review works in: the window around it, the open plan, the line for messages."""

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from success_desktop.settings import Settings
from success_desktop.ui.document_verbs import DocumentVerbs
from success_desktop.ui.message_bar import MessageBar
from success_desktop.ui.plan_bridge import PlanBridge
from success_desktop.ui.plan_files import PlanFiles
from success_desktop.ui.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Handed to every verb of the review. `documents` does long work on files in the background, one at a time."""

    window: QWidget
    workspace: Workspace
    bridge: PlanBridge
    settings: Settings
    message_bar: MessageBar
    documents: DocumentVerbs
    files: PlanFiles
