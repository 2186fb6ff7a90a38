"""The rows in which a plan differs from the edition that was adopted last, and by which kind of edition each is amended.

    added      the adopted plan does not have it: เพิ่มเติม
    edited     something printed of it reads otherwise: เปลี่ยนแปลง or แก้ไข (domain.edition_routing)
    moved      it stands in another form or group, and may read otherwise besides
    removed    it is there no more
    same       it reads as it did, but something is recorded of it: that it is a duplicate, say

A person may assign a row to another kind of edition than the rule does, with a reason. Rows that belong to another kind than
the edition in hand wait for one of their own: the edition leaves them as they were adopted (domain.edition_plans).
"""

from dataclasses import dataclass, field
from typing import Literal

from success_desktop.domain.edition_routing import ROUTES, AmendingKind, Rule
from success_desktop.domain.office import Deed, RowNote, Wordings

RowNature = Literal["added", "edited", "moved", "removed", "same"]

CHILDREN = "children:"
"""What stands before a kind of children in the place of a field: a form may print the names of those that a row has."""

_SEEN_BY_THE_PLAN: frozenset[Deed] = frozenset(("coordination", "programme"))
"""Deeds that need nobody to record them: the plan itself shows them."""


@dataclass(frozen=True, slots=True)
class EditionRow:
    """One row that differs: what happened to it, the rule that assigns it, and what people have recorded of it.

    `form` is the form that it stands in (a removed one: stood in). `fields` are the names of the printed fields that differ,
    in the template's order; `rule_fields` those that decided. `proposed_deed` is what seems to have become of it, and
    `proposed_other_id` the row or group that this refers to. `own_reason` is the reason that the row itself gives.
    """

    row_id: str
    kind: str
    nature: RowNature
    form: str
    fields: tuple[str, ...]
    rule: Rule
    rule_fields: tuple[str, ...] = ()
    proposed_deed: Deed = ""
    proposed_other_id: str = ""
    own_reason: Wordings = field(default_factory=dict)
    note: RowNote | None = None

    @property
    def proposed(self) -> AmendingKind:
        """The kind of edition that the rule leads to."""
        return ROUTES[self.rule]

    @property
    def routed(self) -> AmendingKind:
        """The kind of edition that the row belongs to: a person's choice, else the rule's."""
        return (self.note.routed if self.note else "") or self.proposed

    @property
    def is_overridden(self) -> bool:
        """Whether a person assigned the row otherwise than the rule does."""
        return self.routed != self.proposed

    @property
    def reason(self) -> Wordings:
        """Why the row differs: as recorded for the edition, else as the row says itself."""
        return (self.note.reason if self.note else {}) or self.own_reason

    @property
    def deed(self) -> Deed:
        """What became of the row: as recorded, else as the plan shows without a doubt."""
        if self.note and self.note.deed:
            return self.note.deed
        return self.proposed_deed if self.proposed_deed in _SEEN_BY_THE_PLAN else ""

    @property
    def other_id(self) -> str:
        """The row or group that the deed refers to; "" for none."""
        return self.note.other_id if self.note and self.note.deed else self.proposed_other_id
