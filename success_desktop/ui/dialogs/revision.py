"""The dialog that keeps the plan as it is now, for good: under a name, with a note."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from success_desktop.domain.revision import find_landmark
from success_desktop.domain.revision_in_words import revision_name
from success_desktop.i18n import _
from success_desktop.services.plan_editor import PlanEditor
from success_desktop.services.revisions import list_revisions
from success_desktop.services.timeline import read_present
from success_desktop.ui.dialogs.form import FormDialog
from success_desktop.ui.revisions.milestone_words import touched_text, when_text


@dataclass(frozen=True, slots=True)
class PastWords:
    """What the dialog says of the past: what has been touched since the revision that people know, and the names in use.

    `names` tells of each when it was kept, in words.
    """

    since: str = ""
    names: Mapping[str, str] = field(default_factory=dict)


def look_back(editor: PlanEditor) -> PastWords:
    """What the dialog says of the past of an open plan."""
    kept, now = list_revisions(editor), editor.now()
    newest = find_landmark(kept)
    told = touched_text(read_present(editor, newest).touched, editor.plan.template)
    if newest is None:
        since = _("This is the first revision of the plan.")
    elif told:
        since = _("Since “{name}” ({when}): {what}.")
    else:
        since = _("Nothing has been edited since “{name}” ({when}).")
    if newest is not None:
        since = since.format(name=revision_name(newest), when=when_text(newest.at, now), what=told)
    return PastWords(
        since, {revision.label: when_text(revision.at, now) for revision in kept if revision.label}
    )


class RevisionDialog(FormDialog):
    """Asks for the name of a revision and a note on it; one of the two is enough."""

    def __init__(self, proposed: str, parent: QWidget | None, past: PastWords | None = None) -> None:
        super().__init__(_("Keep a named revision"), _("Keep it"), parent)
        self._past = past or PastWords()
        self.add_line(
            _("The plan is kept as it is now, for good. You can go on writing; the revision stays as it was.")
        )
        self.since = self.add_line(self._past.since, "strong")
        self.since.setVisible(bool(self._past.since))
        self.name = QLineEdit(proposed)
        self.note = QPlainTextEdit()
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(84)
        self.add_field(_("Name"), self.name, _("For example: Draft 3 after the meeting"))
        self.add_field(_("Note (may be left empty)"), self.note)
        self.warning = self.add_line("", "warning")
        self.finish()
        self.name.textChanged.connect(self._check)
        self.note.textChanged.connect(self._check)
        self.name.selectAll()
        self.name.setFocus()
        self._check()

    def chosen(self) -> tuple[str, str]:
        """The name and the note; one of them may be empty."""
        return self.name.text().strip(), self.note.toPlainText().strip()

    def _check(self) -> None:
        """Say what is lacking, or that the name is in use: two revisions may share one, but are hard to tell apart then."""
        name, note = self.chosen()
        used_at = self._past.names.get(name, "")
        words = _("There is a revision of this name already, kept {when}.").format(when=used_at)
        lacking = "" if name or note else _("Write a name or a note.")
        self.warning.setText(words if used_at else lacking)
        self.deed.setEnabled(bool(name or note))
