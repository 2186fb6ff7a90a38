"""Finding the rows in which two states of a plan differ, as a form set prints them (domain.editions tells what is told)."""

from collections.abc import Iterable, Iterator, Mapping

from success_desktop.domain.edition_routing import ROUTES, Verdict, budget_by_year, judge_fields
from success_desktop.domain.edition_sheets import SheetRow, Sheets, read_sheets
from success_desktop.domain.edition_whereabouts import Whereabouts
from success_desktop.domain.editions import CHILDREN, EditionRow
from success_desktop.domain.forms.form_set import FormSet
from success_desktop.domain.forms.resolving import LISTING
from success_desktop.domain.office import Deed, RowNote
from success_desktop.domain.plan import Node, Plan
from success_desktop.domain.values import shape_of
from success_desktop.i18n import LANGUAGES, Language

COORDINATION = "coordination"
"""The list (field `LISTING` of a row) of what other bodies are asked to carry out (ผ.02/2)."""
REASON = "reason"
"""The field in which a row itself may say why it is needed."""


def list_edition_rows(
    old: Plan, new: Plan, form_set: FormSet, notes: Iterable[RowNote] = ()
) -> tuple[EditionRow, ...]:
    """The rows in which `new` differs from the adopted plan `old`, and those of which a deed is recorded in `notes`.

    They stand in the order of the forms, removed ones behind those that they stood behind.
    """
    return tuple(_RowReader(old, new, form_set, notes).rows())


class _RowReader:
    """Compares the rows of two plans as one form set prints them."""

    def __init__(self, old: Plan, new: Plan, form_set: FormSet, notes: Iterable[RowNote]) -> None:
        self._old = old
        self._new = new
        self._substance = {kind: frozenset(fields) for kind, fields in form_set.substance.items()}
        self._before = read_sheets(form_set, old)
        self._now = read_sheets(form_set, new)
        self._notes = {note.row_id: note for note in notes}
        self._whereabouts = Whereabouts(old, new, self._now)

    def rows(self) -> Iterator[EditionRow]:
        """Every row that differs."""
        for row_id in _merged_order(self._before, self._now):
            if row_id not in self._before:
                yield self._added(row_id)
            elif row_id not in self._now:
                yield self._removed(row_id)
            elif (row := self._kept(row_id)) is not None:
                yield row

    def _added(self, row_id: str) -> EditionRow:
        node = self._new.nodes[row_id]
        fields = tuple(name for name in node.fields if name in self._now[row_id].fields)
        return EditionRow(
            row_id,
            node.kind,
            "added",
            self._now[row_id].form,
            fields,
            "added",
            own_reason=_reason_in(node),
            note=self._notes.get(row_id),
        )

    def _removed(self, row_id: str) -> EditionRow:
        node = self._old.nodes[row_id]
        deed, other_id = self._whereabouts.find(node)
        return EditionRow(
            row_id,
            node.kind,
            "removed",
            self._before[row_id].form,
            (),
            "removed",
            proposed_deed=deed,
            proposed_other_id=other_id,
            note=self._notes.get(row_id),
        )

    def _kept(self, row_id: str) -> EditionRow | None:
        was, now, note = self._before[row_id], self._now[row_id], self._notes.get(row_id)
        node = self._new.nodes[row_id]
        fields = self._altered_fields(row_id, was, now)
        is_moved = (was.form, was.group) != (now.form, now.group)
        is_recorded = note is not None and note.deed != ""
        if not (fields or is_moved or is_recorded):
            return None
        verdict = self._judge(row_id, fields)
        deed, other_id = self._move(row_id)
        own_reason = _reason_in(node)
        return EditionRow(
            row_id,
            node.kind,
            "moved" if is_moved else "edited" if fields else "same",
            now.form,
            fields,
            verdict.rule,
            verdict.fields,
            deed,
            other_id,
            own_reason if own_reason != _reason_in(self._old.nodes[row_id]) else {},
            note,
        )

    def _judge(self, row_id: str, fields: tuple[str, ...]) -> Verdict:
        was, now = self._before[row_id], self._now[row_id]
        if was.form != now.form:
            return Verdict("coordination" if self._is_handed_over(row_id) else "form")
        kind = self._new.nodes[row_id].kind
        substance = self._substance.get(kind, frozenset())
        verdict = judge_fields(self._old, self._new, row_id, fields, substance) if fields else None
        if was.group != now.group and (verdict is None or ROUTES[verdict.rule] == "correction"):
            return Verdict("group")
        return verdict or Verdict("recorded")

    def _move(self, row_id: str) -> tuple[Deed, str]:
        """What the plan shows to have become of a row that is still there."""
        if self._is_handed_over(row_id):
            return "coordination", ""
        if self._before[row_id].group != self._now[row_id].group:
            return "programme", self._now[row_id].group_id
        return "", ""

    def _is_handed_over(self, row_id: str) -> bool:
        was, now = (plan.nodes[row_id].word(LISTING) for plan in (self._old, self._new))
        return now == COORDINATION and was != COORDINATION

    def _altered_fields(self, row_id: str, was: SheetRow, now: SheetRow) -> tuple[str, ...]:
        """The printed fields that read otherwise, in the template's order."""
        old, new = self._old.nodes[row_id], self._new.nodes[row_id]
        known = self._new.template.kind(new.kind).fields
        printed = was.fields | now.fields
        fields = [name for name in known if name in printed and self._is_altered(old, new, name)]
        children = [
            f"{CHILDREN}{kind}"
            for kind in sorted(was.children | now.children)
            if _child_names(self._old, row_id, kind) != _child_names(self._new, row_id, kind)
        ]
        return (*fields, *children)

    def _is_altered(self, old: Node, new: Node, name: str) -> bool:
        was, now = old.parts(name), new.parts(name)
        if self._new.template.field(new.kind, name).type == "yearly_money":
            return was != now and budget_by_year(was) != budget_by_year(now)
        if was != now:
            return True
        return any(shape_of(part, atom) == "link" and self._is_renamed(part) for part, atom in now.items())

    def _is_renamed(self, node_id: str) -> bool:
        """Whether a node that a row names goes by another name now."""
        was, now = self._old.nodes.get(node_id), self._new.nodes.get(node_id)
        if was is now or was is None or now is None:
            return False
        return any(was.parts(name) != now.parts(name) for name in ("name", "short_name"))


def _merged_order(before: Sheets, now: Sheets) -> Iterator[str]:
    """The rows of both, in the order of `now`; rows that are gone behind the one that they stood behind."""
    after: dict[str, list[str]] = {}
    anchor = ""
    for row_id in before:
        if row_id in now:
            anchor = row_id
        else:
            after.setdefault(anchor, []).append(row_id)
    yield from after.get("", ())
    for row_id in now:
        yield row_id
        yield from after.get(row_id, ())


def _reason_in(node: Node) -> dict[Language, str]:
    """Why a row is needed, in its own words."""
    return {language: text for language in LANGUAGES if (text := node.text(REASON, language))}


def _child_names(plan: Plan, row_id: str, kind: str) -> list[Mapping[str, object]]:
    return [child.parts("name") for child in plan.children_of(row_id) if child.kind == kind]
