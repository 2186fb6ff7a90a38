"""What a reviewer proposes to do with rows, in words: one more, less or elsewhere, and what that does to the budget."""

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from success_desktop.domain.amounts import format_baht_difference
from success_desktop.domain.feedback import Remark
from success_desktop.domain.part_words import PartWords
from success_desktop.domain.proposals import AddedRow, MovedRow, Proposal, RemovedRow, read_proposal
from success_desktop.errors import UserError
from success_desktop.i18n import _
from success_desktop.services.proposing import budget_effect
from success_desktop.ui.compare.run_layout import Run

if TYPE_CHECKING:
    from success_desktop.ui.feedback.remark_writer import RemarkWriter

_MOST_CELLS = 6
_ROWS = ("added", "removed", "moved")


def proposal_runs(writer: "RemarkWriter", remark: Remark) -> tuple[Run, ...]:
    """What would come, go or move; what the file said where the proposal cannot be read."""
    proposal = _read(remark)
    if isinstance(proposal, AddedRow):
        return _added(writer, proposal)
    if isinstance(proposal, RemovedRow):
        return (Run("deleted", writer.name(proposal.node_id)),)
    if isinstance(proposal, MovedRow):
        words = _("{name} would go under {parent}")
        name, parent = writer.name(proposal.node_id), writer.name(proposal.parent_id)
        return (Run("same", words.format(name=name, parent=parent)),)
    return (Run("same", remark.quote),) if remark.quote else ()


def proposal_notices(writer: "RemarkWriter", remark: Remark) -> Iterator[str]:
    """What a proposal would do to the budget, where it does anything; or why it cannot be carried out."""
    if remark.sort not in _ROWS or _read(remark) is None:
        return
    try:
        effect = budget_effect(writer.plan, remark)
    except UserError as error:
        yield error.sentence()
        return
    if effect.total_baht != Decimal(0):
        baht = format_baht_difference(effect.total_baht)
        yield _("Effect on the budget: {baht} baht").format(baht=baht)


def _added(writer: "RemarkWriter", proposal: AddedRow) -> tuple[Run, ...]:
    words = PartWords(writer.plan.template, writer.language)
    kinds = writer.plan.template.kinds
    if proposal.kind not in kinds:
        return ()
    lines = []
    for cell in proposal.cells[:_MOST_CELLS]:
        label, year = words.field_label(proposal.kind, cell.field), words.year_label(cell.part)
        lines.append(f"{label} {year}: {cell.text}" if year else f"{label}: {cell.text}")
    more = "\n…" if len(proposal.cells) > _MOST_CELLS else ""
    place = _("{kind} brought back under {parent}") if proposal.old_id else _("New {kind} under {parent}")
    head = place.format(kind=words.kind_name(proposal.kind), parent=writer.name(proposal.parent_id))
    return (Run("secondary", f"{head}\n"), Run("inserted", "\n".join(lines) + more))


def _read(remark: Remark) -> Proposal | None:
    """The proposal that a remark holds; None when it holds none that can be read."""
    try:
        return read_proposal(remark.proposed)
    except ValueError:
        return None
