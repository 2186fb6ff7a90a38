"""A plan with a first edition, and the ways to its documents."""

import pytest

from success_desktop.services.adopting import adopt_edition
from success_desktop.services.editions import begin_edition
from success_desktop.ui.documents.facts_form import FactField, FactsForm
from success_desktop.ui.documents.pack_dialog import PackDialog
from tests.ui.acting import answer


@pytest.fixture
def editor(open_desk):
    """The editor of the sample plan."""
    return open_desk.bridge.editor


@pytest.fixture
def first_id(editor) -> str:
    """The sample plan's first edition, adopted."""
    edition_id = begin_edition(editor, "first")
    adopt_edition(editor, edition_id)
    return edition_id


@pytest.fixture
def with_dialog(open_desk):
    """Opens the dialog, lets `look` work on it, and sends it away."""

    def run(look, edition_id: str = "") -> None:
        def see(dialog: PackDialog) -> None:
            look(dialog)
            if dialog.isVisible():
                dialog.reject()

        answer(see, PackDialog)
        open_desk.office.make_pack(edition_id)

    return run


def fields_in_sight(form: FactsForm) -> list[FactField]:
    """The fields of a form from top to bottom."""
    held = form.widget()
    layout = held.layout() if held is not None else None
    items = [layout.itemAt(place) for place in range(layout.count())] if layout is not None else []
    widgets = (item.widget() for item in items if item is not None)
    return [widget for widget in widgets if isinstance(widget, FactField)]
