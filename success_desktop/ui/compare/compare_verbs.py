"""The verbs of comparing: from one difference to the next."""

from success_desktop.ui.workspace import Workspace

VIEW = "compare"


class CompareVerbs:
    """Works on the compare view while it is shown."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def is_shown(self) -> bool:
        """Whether two points are being compared in the middle of the window."""
        return self._workspace.view_id == VIEW

    def step(self, steps: int) -> None:
        """Go to the next difference (1) or the one before (-1)."""
        from success_desktop.ui.compare.compare_view import CompareView

        view = self._workspace.view(VIEW)
        if isinstance(view, CompareView):
            view.step(steps)
