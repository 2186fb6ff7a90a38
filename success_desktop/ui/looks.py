"""How the window shows the plan: the view, the panels, the languages of page and program, the colours."""

from typing import cast, get_args

from PySide6.QtCore import QObject, Signal

from success_desktop.i18n import Language, interface_language
from success_desktop.settings import Settings
from success_desktop.ui.frame import Frame
from success_desktop.ui.kept_settings import keep_settings
from success_desktop.ui.plan_bridge import PlanBridge
from success_desktop.ui.qt_catalog import speak
from success_desktop.ui.system_colours import choose_colours
from success_desktop.ui.work_view import LanguageMode
from success_desktop.ui.workspace import Workspace


class Looks(QObject):
    """The verbs of the view menu. All of them work at once and are remembered. `changed` tells that one has been used.

    `renamed(language)` tells that nodes go by their names in another language now.
    """

    changed = Signal()
    renamed = Signal(str)

    def __init__(self, frame: Frame, workspace: Workspace, bridge: PlanBridge, settings: Settings) -> None:
        super().__init__(frame)
        self._frame = frame
        self._workspace = workspace
        self._bridge = bridge
        self._settings = settings
        frame.slim_bar.language_chosen.connect(self.show_page_in)
        frame.slim_bar.view_chosen.connect(self.show_view)
        workspace.view_changed.connect(self._on_view_changed)
        frame.slim_bar.views.press(self.view_id)

    @property
    def page_language(self) -> str:
        """The languages of the page: "th", "en" or "both"."""
        return self._settings.page_language

    @property
    def language(self) -> Language:
        """The language of the interface."""
        return interface_language()

    @property
    def view_id(self) -> str:
        """The view shown: "page", "table" and so on."""
        return self._workspace.view_id

    @property
    def colours(self) -> str:
        """The colours chosen: "system", "light", "dark" or "contrast"."""
        return self._settings.colour_scheme

    def show_page_in(self, mode: str) -> None:
        """Show the page in "th", "en" or "both"."""
        self._settings.page_language = mode
        self._frame.slim_bar.languages.press(mode)
        self._workspace.show_page_in(cast(LanguageMode, mode) if mode in get_args(LanguageMode) else "both")
        self._rename()

    def show_view(self, view_id: str) -> None:
        """Show another view of what is chosen."""
        self._workspace.show_view(view_id)

    def toggle_panel(self, panel_id: str) -> None:
        """Close a panel that is open, or open it."""
        self._workspace.toggle_panel(panel_id)
        self.changed.emit()

    def has_panel(self, panel_id: str) -> bool:
        """Whether a panel is open."""
        return self._workspace.panel(panel_id).isVisible()

    def speak(self, language: Language) -> None:
        """Let the program speak another language."""
        self._settings.interface_language = language
        keep_settings(self._settings, self._bridge)
        speak(language)
        self._workspace.name_nodes()
        self._rename()

    def show_colours(self, choice: str) -> None:
        """Show the colours of the system, or "light", "dark" or "contrast" ones."""
        self._settings.colour_scheme = choice
        keep_settings(self._settings, self._bridge)
        choose_colours(choice)
        self.changed.emit()

    def _rename(self) -> None:
        self.renamed.emit(self._workspace.outline_language())
        self.changed.emit()

    def _on_view_changed(self, view_id: str) -> None:
        self._frame.slim_bar.views.press(view_id)
        self.changed.emit()
