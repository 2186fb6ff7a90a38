"""The dialog that begins a plan: from which template, under what name, in which folder."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from success_desktop.domain.schema import Template
from success_desktop.i18n import _, interface_language
from success_desktop.ui.dialogs.form import FormDialog, PathField, choose_folder, make_line
from success_desktop.ui.dialogs.template_preview import TemplatePreview
from success_desktop.ui.file_places import is_folder, is_there
from success_desktop.ui.theme import GRID

_FORBIDDEN_IN_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')
_LONGEST_NAME = 80


class NewPlan(NamedTuple):
    """What was chosen: the template, the plan's title, and the file to make (which does not exist yet)."""

    template: Template
    title: str
    path: Path


class NewPlanDialog(FormDialog):
    """Offers the templates with what they are for; `preview` shows the one chosen."""

    def __init__(
        self, templates: Sequence[Template], folder: Path, suffix: str, parent: QWidget | None
    ) -> None:
        super().__init__(_("New plan"), _("Create the plan"), parent)
        self._templates = templates
        self._suffix = suffix
        self.choices = QButtonGroup(self)
        self.preview = TemplatePreview()
        self._offer_templates()
        self.name = QLineEdit()
        self.name.setPlaceholderText(_("For example: Strategic plan of our city 2568–2572"))
        self.place = PathField(folder, lambda path: choose_folder(self, _("Folder of the plan"), path))
        self.add_field(_("Name of the plan"), self.name)
        self.add_field(_("Folder"), self.place)
        self.note = self.add_line("")
        self.finish()
        self.name.textChanged.connect(self._check)
        self.place.line.textChanged.connect(self._check)
        self.choices.idToggled.connect(self._show_preview)
        self.resize(840, 0)
        self.name.setFocus()
        self._show_preview()
        self._check()

    def chosen(self) -> NewPlan:
        """What stands in the dialog now."""
        title = " ".join(self.name.text().split())
        return NewPlan(self._templates[self.choices.checkedId()], title, self._path(title))

    def _offer_templates(self) -> None:
        language = interface_language()
        offers = QVBoxLayout()
        offers.setSpacing(4)
        for place, template in enumerate(self._templates):
            button = QRadioButton(template.name.spoken(language))
            button.setAccessibleDescription(template.description.spoken(language))
            button.setChecked(place == 0)
            self.choices.addButton(button, place)
            offers.addWidget(button)
            hint = make_line(template.description.spoken(language))
            hint.setContentsMargins(22, 0, 0, 4)
            offers.addWidget(hint)
        offers.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(2 * GRID)
        row.addLayout(offers, 1)
        row.addWidget(self.preview)
        self.column.addLayout(row, 1)

    def _show_preview(self) -> None:
        if self.choices.checkedId() >= 0:
            self.preview.show_template(self._templates[self.choices.checkedId()])

    def _path(self, title: str) -> Path:
        return self.place.path() / f"{file_name(title)}{self._suffix}"

    def _check(self) -> None:
        """Say which file will be made, or why none can be."""
        title = self.name.text().strip()
        path = self._path(title)
        is_taken = bool(title) and is_there(path)
        has_folder = is_folder(self.place.path())
        self.deed.setEnabled(bool(title) and has_folder and not is_taken)
        if not has_folder:
            self.note.setText(_("This folder does not exist."))
        elif is_taken:
            self.note.setText(_("A plan of this name is there already: {name}").format(name=path.name))
        else:
            self.note.setText(_("The file will be called {name}").format(name=path.name) if title else "")


def file_name(title: str) -> str:
    """A title as the stem of a file's name: without the signs that Windows forbids, and not too long."""
    return _FORBIDDEN_IN_NAMES.sub(" ", title).strip(" .")[:_LONGEST_NAME].strip() or "plan"
