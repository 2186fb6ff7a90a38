"""What lies beside what a plan says, below roots of its own: the feedback on it, and the office matters of its authority.

Nothing that prints, compares, counts or restores a plan meets it; edits, undo, the log and revisions hold it as all else.
"""

from success_desktop.domain.feedback_kinds import FEEDBACK_ID, is_feedback_id
from success_desktop.domain.office_kinds import OFFICE_ID, is_office_id

BESIDE_IDS = (FEEDBACK_ID, OFFICE_ID)
"""The roots that a plan may have beside its own."""


def is_beside(node_id: str) -> bool:
    """Whether a node is no part of what the plan says."""
    return is_feedback_id(node_id) or is_office_id(node_id)
