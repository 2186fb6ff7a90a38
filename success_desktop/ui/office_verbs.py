"""The verbs of the documents menu. What each of them needs is loaded when it is first wanted."""

from PySide6.QtCore import QObject, Qt

from success_desktop.domain.edition_words import edition_name
from success_desktop.domain.office import Edition
from success_desktop.domain.revision import Revision
from success_desktop.i18n import N_, interface_language
from success_desktop.ui.review.surroundings import Surroundings
from success_desktop.ui.undo_offer import UndoOffer

EDITIONS = "editions"


class OfficeVerbs(QObject):
    """Exports documents, shows the official forms and the editions, makes packs, and checks printed copies."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around.window)
        self.around = around
        self._offer = UndoOffer(around.message_bar, around.bridge)
        around.workspace.view_changed.connect(self._on_view_changed)

    def export(self, revision: Revision | None = None) -> None:
        """Ask what of the plan shall be printed and how, then write it: of the present, or of a revision."""
        from success_desktop.ui.documents.print_verb import export_document

        export_document(self.around, revision)

    def show_forms(self) -> None:
        """Show the official forms: the form set in use, and what its forms print."""
        from success_desktop.ui.documents.forms_dialog import show_forms

        show_forms(self.around)

    def show_editions(self) -> None:
        """Bring the editions into sight."""
        self.around.workspace.show_view(EDITIONS)

    def make_pack(self, edition_id: str = "") -> None:
        """Ask what the pack of an edition ("": the newest) shall hold, then write it."""
        from success_desktop.ui.documents.pack_verb import make_pack

        make_pack(self.around, edition_id)

    def check_copy(self) -> None:
        """Let somebody check printed copies, beside the window."""
        from success_desktop.ui.documents.check_copy_dialog import check_copy

        check_copy(self.around)

    def print_edition(self, edition_id: str) -> None:
        """Ask how the book of an edition shall be printed, then write it."""
        from success_desktop.ui.documents.print_verb import export_document

        export_document(self.around, None, edition_id)

    def _on_view_changed(self, view_id: str) -> None:
        """Listen to the view of the editions."""
        if view_id != EDITIONS:
            return
        from success_desktop.ui.editions.editions_view import EditionsView

        view, once = self.around.workspace.view(view_id), Qt.ConnectionType.UniqueConnection
        if isinstance(view, EditionsView):
            view.print_requested.connect(self.print_edition, once)
            view.pack_requested.connect(self.make_pack, once)
            view.adopted.connect(self._on_adopted, once)
            view.removed.connect(self._on_removed, once)

    def _on_adopted(self, edition: Edition) -> None:
        """Say that an edition has been adopted, and offer to take that back."""
        self._offer.make(
            N_("Adopted: {name}. The plan is kept as a revision for good."),
            name=edition_name(edition, interface_language()),
        )

    def _on_removed(self, edition: Edition) -> None:
        """Say that an edition has been given up, and offer to take that back."""
        self._offer.make(
            N_("The edition is given up: {name}."), name=edition_name(edition, interface_language())
        )
