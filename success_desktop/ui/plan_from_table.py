"""A plan that begins with a table of projects somebody has in Excel already."""

from success_desktop.ui.document_verbs import DocumentVerbs
from success_desktop.ui.plan_files import PlanFiles


class PlanFromTable:
    """Joins two verbs: a new plan is begun, then the table is looked at as for any import."""

    def __init__(self, files: PlanFiles, documents: DocumentVerbs) -> None:
        self._files = files
        self._documents = documents

    def begin(self) -> None:
        """Ask for the table, then for the plan's template and name (the table's, at first), and show what would come in."""
        path = self._documents.choose_table()
        if path is not None and self._files.new_plan(path.stem):
            self._documents.preview_and_import(path)
