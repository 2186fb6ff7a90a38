"""Revisions in words: what each goes by, and why the program keeps one by itself."""

from collections.abc import Mapping

from success_desktop.domain.revision import Occasion, Revision
from success_desktop.i18n import N_, _

OCCASIONS: Mapping[Occasion, str] = {
    "import": N_("Before an import"),
    "export": N_("When a document left"),
    "closing": N_("On closing the plan"),
    "hour": N_("After an hour of work"),
    "restore": N_("Before something was restored"),
}
"""Why the program keeps a revision by itself, in words (catalogue entries)."""


def revision_name(revision: Revision) -> str:
    """What a revision goes by: its name, else the first line of its note, else why it was kept, else its number."""
    if revision.label:
        return revision.label
    note = revision.message.strip().partition("\n")[0].strip()
    if revision.is_automatic:
        return _("Automatic: {occasion}").format(occasion=note or _(OCCASIONS[revision.occasion]))
    return note or _("Revision {number}").format(number=revision.ordinal)
