"""The timeline of a plan: every revision kept, with what led to it from the one before and who worked on that."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from success_desktop.domain.edits import Edit, RemoveNode
from success_desktop.domain.revision import Revision, Transaction
from success_desktop.domain.revision_in_words import revision_name
from success_desktop.domain.thai_search import search_key
from success_desktop.domain.thai_sort import sort_key
from success_desktop.domain.touched import KindOf, Touched, count_touched
from success_desktop.services.plan_editor import PlanEditor
from success_desktop.services.revisions import list_revisions


@dataclass(frozen=True, slots=True)
class Milestone:
    """A revision and the stretch of the history behind the one before it, up to it.

    `revision` None stands for the present; `at` is when it was kept, of the present the instant of the last edit (UTC; None
    for a plan without any). `authors` are those who edited in that stretch, whoever did last first.
    """

    revision: Revision | None
    at: datetime | None
    touched: Touched
    authors: tuple[str, ...]

    @property
    def ordinal(self) -> int:
        """The number of the revision as people see it, from 1; 0 for the present."""
        return self.revision.ordinal if self.revision is not None else 0

    @property
    def is_named(self) -> bool:
        """Whether somebody gave it a name: a meeting, a draft."""
        return self.revision is not None and bool(self.revision.label)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which milestones somebody wants to see; an empty one is all of them.

    `text` is looked for in names, notes and authors, as people spell; `author` kept the revision or edited what led to it;
    `first_on` and `last_on` are days here, both included; `node_ids` are nodes of which one was touched; `until_id` is the
    id of a named revision: what led to it since the named one before. `is_named_only` leaves out those without a name.
    """

    text: str = ""
    author: str = ""
    first_on: date | None = None
    last_on: date | None = None
    node_ids: frozenset[str] | None = None
    until_id: str = ""
    is_named_only: bool = False


EVERYTHING = Wanted()


def read_milestones(editor: PlanEditor, known: Sequence[Milestone] = ()) -> list[Milestone]:
    """Every revision as a milestone, oldest first, made in one pass over the log.

    `known` is what was read before: only what is new since is read, for neither log nor revisions ever change.
    """
    revisions = list_revisions(editor)
    found = _still_there(known, revisions)
    fresh = revisions[len(found) :]
    if fresh:
        after = revisions[len(found) - 1].number if found else 0
        stretches = _Stretches(editor, after, fresh[-1].number)
        for revision in fresh:
            found.append(stretches.milestone(revision, after))
            after = revision.number
    return found


def read_present(editor: PlanEditor, newest: Revision | None) -> Milestone:
    """What has been touched since the newest revision (None: since the plan was begun)."""
    after = newest.number if newest is not None else 0
    return _Stretches(editor, after, editor.file.store.last_number()).present(after)


def filter_milestones(milestones: Sequence[Milestone], wanted: Wanted) -> list[Milestone]:
    """Those of `milestones`, which must be oldest first, that are wanted."""
    if wanted == EVERYTHING:
        return list(milestones)
    key = search_key(wanted.text.strip())
    leading = _leading_to(milestones, wanted.until_id) if wanted.until_id else milestones
    return [milestone for milestone in leading if _is_wanted(milestone, wanted, key)]


def list_authors(milestones: Sequence[Milestone]) -> list[str]:
    """Everybody who kept a revision or worked on one, in the order of the dictionary."""
    return sorted({name for milestone in milestones for name in _people(milestone)}, key=sort_key)


class _Stretches:
    """The log behind transaction `after` up to number `upto`, read once and cut into stretches."""

    def __init__(self, editor: PlanEditor, after: int, upto: int) -> None:
        store = editor.file.store
        self._edits = store.read_edits_between(after, upto)
        self._edit_numbers = [number for number, _edit in self._edits]
        self._steps = store.list_transactions(after, upto)
        self._step_numbers = [step.number for step in self._steps]
        self._upto = upto
        self._kind_of = self._kinds(editor)

    def milestone(self, revision: Revision, after: int) -> Milestone:
        """The milestone of a revision whose parent stands at transaction `after`."""
        edits = self._edits_between(after, revision.number)
        steps = self._steps_between(after, revision.number)
        touched = count_touched(edits, self._kind_of)
        return Milestone(revision, revision.at, touched, _authors(steps))

    def present(self, after: int) -> Milestone:
        """What was done behind transaction `after`, as the milestone of the present."""
        steps = self._steps_between(after, self._upto)
        touched = count_touched(self._edits_between(after, self._upto), self._kind_of)
        return Milestone(None, steps[-1].at if steps else None, touched, _authors(steps))

    def _edits_between(self, after: int, upto: int) -> Iterator[Edit]:
        first, last = bisect_right(self._edit_numbers, after), bisect_right(self._edit_numbers, upto)
        return (edit for _number, edit in self._edits[first:last])

    def _steps_between(self, after: int, upto: int) -> Sequence[Transaction]:
        return self._steps[bisect_right(self._step_numbers, after) : bisect_right(self._step_numbers, upto)]

    def _kinds(self, editor: PlanEditor) -> KindOf:
        """Kinds of the nodes that are there, and of those that have gone since."""
        nodes = editor.plan.nodes
        gone = {edit.node_id: edit.kind for _number, edit in self._edits if isinstance(edit, RemoveNode)}
        return lambda node_id: nodes[node_id].kind if node_id in nodes else gone.get(node_id, "")


def _still_there(known: Sequence[Milestone], revisions: Sequence[Revision]) -> list[Milestone]:
    """The milestones read before, up to the first that another revision has taken the place of."""
    kept: list[Milestone] = []
    for milestone, revision in zip(known, revisions, strict=False):
        if milestone.revision is None or milestone.revision.id != revision.id:
            break
        kept.append(milestone)
    return kept


def _authors(steps: Sequence[Transaction]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(step.author for step in reversed(steps)))


def _people(milestone: Milestone) -> set[str]:
    keeper = {milestone.revision.author} if milestone.revision is not None else set()
    return keeper | set(milestone.authors)


def _leading_to(milestones: Sequence[Milestone], until_id: str) -> Sequence[Milestone]:
    """The milestones behind the named one before a revision, up to it; none when it is not among them."""
    ids = [milestone.revision.id if milestone.revision is not None else "" for milestone in milestones]
    if until_id not in ids:
        return ()
    end = ids.index(until_id)
    start = next((place for place in range(end - 1, -1, -1) if milestones[place].is_named), -1)
    return milestones[start + 1 : end + 1]


def _is_wanted(milestone: Milestone, wanted: Wanted, key: str) -> bool:
    return (
        (milestone.is_named or not wanted.is_named_only)
        and (not wanted.author or wanted.author in _people(milestone))
        and (wanted.node_ids is None or not wanted.node_ids.isdisjoint(milestone.touched.node_ids))
        and _is_in_period(milestone, wanted)
        and (not key or key in _words_of(milestone))
    )


def _is_in_period(milestone: Milestone, wanted: Wanted) -> bool:
    if milestone.at is None:
        return wanted.first_on is None and wanted.last_on is None
    day = milestone.at.astimezone().date()
    return (wanted.first_on is None or day >= wanted.first_on) and (
        wanted.last_on is None or day <= wanted.last_on
    )


def _words_of(milestone: Milestone) -> str:
    """Everything that a revision is found by, as a search key."""
    revision = milestone.revision
    told = (revision_name(revision), revision.label, revision.message) if revision is not None else ()
    return search_key("\n".join((*told, *sorted(_people(milestone)))))
