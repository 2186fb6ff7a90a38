"""Proving that a plan's history is unbroken, or saying which revision is damaged."""

from typing import Any

from success_desktop.domain.revision_in_words import revision_name
from success_desktop.i18n import _
from success_desktop.services.plan_editor import PlanEditor
from success_desktop.services.revisions import describe_revision
from success_desktop.store.history_check import Damage, find_damage

__all__ = ["Damage", "describe_damage", "report_damage", "verify_history"]


def verify_history(editor: PlanEditor) -> list[Damage]:
    """Every damage found in the history, oldest revision first; nothing, as a rule."""
    return find_damage(editor.file.store)


def describe_damage(damage: Damage) -> dict[str, Any]:
    """A damage as plain data that JSON can hold; `what` is a sentence in the interface's language."""
    return {"revision": describe_revision(damage.revision), "what": _(damage.what)}


def report_damage(damage: Damage) -> str:
    """A damage as a sentence in the interface's language."""
    revision = damage.revision
    return _("Revision {number} “{name}” is damaged. {what}").format(
        number=revision.ordinal, name=revision_name(revision), what=_(damage.what)
    )
