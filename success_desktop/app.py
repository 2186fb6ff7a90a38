"""The composition root of the window: it builds the parts and joins them.

The window stands on the screen before the plan's room with its database is loaded, and commands that need no window load
no Qt at all. That is why the rooms are imported inside the functions.
"""

import gc
import importlib
from pathlib import Path
from typing import TYPE_CHECKING

from success_desktop.i18n import Language
from success_desktop.settings import Settings, load_settings

if TYPE_CHECKING:
    from success_desktop.ui.desk import Desk
    from success_desktop.ui.main_window import MainWindow

_PICTURE_SIZE = (1366, 768)
_ROOMS = (
    "success_desktop.services.backups",
    "success_desktop.services.checking",
    "success_desktop.services.finding",
    "success_desktop.services.library",
    "success_desktop.services.linking",
    "success_desktop.services.pasting_text",
    "success_desktop.services.replacing",
    "success_desktop.services.revisions",
    "success_desktop.services.spelling_walk",
    "success_desktop.domain.row_filter",
)


def run_window(plan_path: Path | None, language: Language | None, *, is_for_review: bool = False) -> int:
    """Open the window, on a plan when one is given, and work until it is closed. Returns the exit code.

    With `is_for_review` a copy of the plan is opened only to remark on; who reviews is asked.

    `language` is the interface's for this time; None: the one in the settings. A window of the same person that shows that
    plan already, or none, is asked to show it instead.
    """
    gc.disable()  # nearly all that is made until the window stands will stay: looking it over only delays the window
    load_rooms()
    from success_desktop.ui.application import Application
    from success_desktop.ui.main_window import MainWindow
    from success_desktop.ui.window_call import WindowCall, call_window

    settings = load_settings()
    application = Application(language or settings.interface_language, settings.colour_scheme)
    if plan_path is not None and not is_for_review and call_window(plan_path):
        application.leave()
        return 0
    window = MainWindow(settings)
    window.appear()

    def furnish() -> None:
        desk = furnish_window(window, settings)
        WindowCall(desk.files.show_called, window).listen()
        if is_for_review:
            application.later(lambda: desk.review.open_for_review(plan_path))
        elif plan_path is not None:
            desk.files.open_plan(plan_path)
        gc.freeze()
        gc.enable()

    application.later(furnish)
    return application.run()


def load_rooms() -> None:
    """Load what needs no Qt first: once Qt is there, it looks into the source of every module that is loaded after it."""
    for room in _ROOMS:
        importlib.import_module(room)


def furnish_window(window: "MainWindow", settings: Settings) -> "Desk":
    """Bring an empty window to life: load the rooms below, build views and verbs, and let the actions work."""
    from success_desktop.ui.desk import Desk
    from success_desktop.ui.plan_bridge import PlanBridge

    desk = Desk(window.frame, PlanBridge(window), settings)
    window.actions_table.attach(desk)
    window.before_close = desk.close
    return desk


def take_screenshot(plan_path: Path, picture_path: Path, language: Language | None) -> None:
    """Write a picture (PNG) of the window, 1366 by 768, with the plan's first project chosen. The plan stays as it is.

    Raises UserError when the plan cannot be opened or the picture cannot be written.
    """
    from success_desktop.errors import UserError
    from success_desktop.i18n import N_
    from success_desktop.services.library import open_plan
    from success_desktop.ui.application import Application
    from success_desktop.ui.main_window import MainWindow

    settings = Settings(interface_language=language or load_settings().interface_language)
    application = Application(settings.interface_language)
    window = MainWindow(settings)
    window.resize(*_PICTURE_SIZE)
    desk = furnish_window(window, settings)
    editor = open_plan(plan_path, settings.author_name())
    try:
        desk.bridge.hold(editor)
        window.show()
        project = next((node for node in editor.plan.walk() if node.kind == "project"), editor.plan.root)
        desk.workspace.outline.select_node(project.id)
        application.settle()
        if not window.grab().save(str(picture_path), "PNG"):
            raise UserError(
                N_("The picture “{path}” cannot be written."),
                advice=N_("Choose another folder."),
                path=picture_path,
            )
    finally:
        desk.bridge.release()
        editor.close(publish=False)
        window.deleteLater()
        application.leave()
