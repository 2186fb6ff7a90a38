"""What feedback is made of: nodes of a plan below a root of their own, which nothing that prints or counts the plan meets.

    feedback > round > remark > remark … , remark > reply

Being nodes they are edited, undone, logged, sealed, merged and kept in revisions as everything else is. Their kinds are the
same in every plan, so no template tells of them. Their ids begin with ``f-``, by which an edit of feedback is known.
"""

import hashlib
from collections.abc import Mapping
from typing import Literal

from success_desktop.domain.values import Shape

FEEDBACK_ID = "f-feedback"
"""The root of all feedback; the same in every plan, so that two copies of one meet there."""

FeedbackKind = Literal["feedback", "round", "remark", "reply"]

_PREFIX = "f-"
_DIGEST_BYTES = 12

_TEXTS: Mapping[str, frozenset[str]] = {"remark": frozenset(("text", "response"))}


def is_feedback_id(node_id: str) -> bool:
    """Whether a node belongs to the feedback, not to what the plan says."""
    return node_id.startswith(_PREFIX)


def derive_feedback_id(*words: str) -> str:
    """An id of 26 characters made of `words` alone: the same remark gets the same one in every copy of a plan."""
    joined = "\0".join(words).encode("utf-8", "surrogatepass")
    return _PREFIX + hashlib.blake2b(joined, digest_size=_DIGEST_BYTES).hexdigest()


def shape_of_field(kind: str, field: str) -> Shape:
    """Feedback holds words, but for the fields that have a wording in each language."""
    return "text" if field in _TEXTS.get(kind, ()) else "word"
