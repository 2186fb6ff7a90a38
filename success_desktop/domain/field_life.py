"""The life of one field: everything it has held, from what it says now back to what it was begun with."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from success_desktop.domain.edits import SetValue
from success_desktop.domain.history import Entry
from success_desktop.domain.revision import Revision
from success_desktop.domain.values import Atom, Parts


class FieldWording(NamedTuple):
    """What a field held after one step of one person (`parts`), and before it (`former`).

    `entry` is None for what it held when the log begins. `revision` is the first one kept that holds this wording; None when
    it was replaced before anybody kept a revision, or nobody has since.
    """

    parts: Parts
    former: Parts
    entry: Entry | None
    revision: Revision | None


def trace_field(
    present: Parts, entries: Iterable[Entry], place: tuple[str, str], revisions: Sequence[Revision]
) -> list[FieldWording]:
    """The wordings of a field (`place`: node id and field), newest first.

    `present` is what it holds now, `entries` are the node's, newest first, `revisions` all of the plan, oldest first.
    """
    life: list[FieldWording] = []
    until: int | None = None
    parts = dict(present)
    for entry in entries:
        edits = [edit for edit in entry.edits if isinstance(edit, SetValue) and _place(edit) == place]
        if not edits:
            continue
        former = _take_back(parts, edits)
        number = entry.step.number
        life.append(FieldWording(parts, former, entry, _first_between(revisions, number, until)))
        parts, until = former, number
    if parts:
        life.append(FieldWording(parts, {}, None, _first_between(revisions, 0, until)))
    return life


def _place(edit: SetValue) -> tuple[str, str]:
    return edit.node_id, edit.field


def _take_back(parts: dict[str, Atom], edits: Iterable[SetValue]) -> dict[str, Atom]:
    """What stood there before `edits` of one field."""
    former = dict(parts)
    for edit in edits:
        former.pop(edit.part, None)
        if edit.old is not None:
            former[edit.part] = edit.old
    return former


def _first_between(revisions: Sequence[Revision], first: int, until: int | None) -> Revision | None:
    """The first revision at transaction `first` or later that was kept before transaction `until` (None: ever)."""
    found = (revision for revision in revisions if revision.number >= first)
    revision = next(found, None)
    return revision if revision is not None and (until is None or revision.number < until) else None
