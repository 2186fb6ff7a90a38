"""Comparing two points of an open plan's history, or one with the present."""

from dataclasses import dataclass

from success_desktop.domain.advice import NO_ADVICE, Advice
from success_desktop.domain.authorship import Authorship
from success_desktop.domain.comparison import Comparison, compare_plans
from success_desktop.domain.revision import Revision
from success_desktop.services.attaching import read_advice
from success_desktop.services.plan_editor import PlanEditor
from success_desktop.services.revisions import NOW, find_revision, read_plan_at


@dataclass(frozen=True, slots=True)
class Point:
    """A point of the history that can be compared: a revision, or the present (`revision` is None).

    `name` is what it was asked for by: `NOW`, an ordinal, a label or an id.
    """

    name: str
    revision: Revision | None = None

    @property
    def is_present(self) -> bool:
        """Whether this is the plan as it is now."""
        return self.revision is None


PRESENT = Point(NOW)


@dataclass(frozen=True, slots=True)
class Compared:
    """Two points compared, in the order asked for (which may lead back in time), and who did what, on whose advice."""

    comparison: Comparison
    authorship: Authorship
    old_point: Point
    new_point: Point
    advice: Advice = NO_ADVICE


def find_point(editor: PlanEditor, name: str) -> Point:
    """The point that `name` names: `NOW`, or a revision by ordinal, label or id. Raises UserError when there is none."""
    return PRESENT if name == NOW else Point(name, find_revision(editor, name))


def compare_points(editor: PlanEditor, old: Point, new: Point) -> Compared:
    """Compare two points, whichever of them is the later one. Raises UserError when the history has been damaged.

    The earlier plan is made from the later one by taking back what was done between them, so both share what is the same.
    """
    numbers = _number_of(editor, old), _number_of(editor, new)
    earlier, later = sorted(numbers)
    after = read_plan_at(editor, later)
    before = read_plan_at(editor, earlier)
    is_backwards = numbers[0] > numbers[1]
    comparison = compare_plans(after, before) if is_backwards else compare_plans(before, after)
    store = editor.file.store
    transactions = store.list_transactions(earlier, later)
    authorship = Authorship(transactions, store.read_edits_between(earlier, later), is_backwards)
    return Compared(comparison, authorship, old, new, read_advice(editor))


def _number_of(editor: PlanEditor, point: Point) -> int:
    """The transaction that a point stands at."""
    if point.revision is not None:
        return point.revision.number
    present = editor.present
    return present.number if present is not None else editor.file.store.last_number()
