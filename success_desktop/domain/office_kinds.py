"""What office matters are made of: nodes of a plan below a root of their own, as its feedback is (domain.feedback_kinds).

    office > edition > row_note

They tell what official documents need and the plan itself does not say: whose plan it is, how it is printed, in which
editions it was adopted. Their kinds are the same in every plan. Their ids begin with ``o-``, by which edits of them are
known.
"""

import hashlib
from collections.abc import Mapping
from typing import Literal

from success_desktop.domain.values import Shape

OFFICE_ID = "o-office"
"""The root of all office matters; the same in every plan, so that two copies of one meet there."""

OfficeKind = Literal["office", "edition", "row_note"]

FACT = "fact."
"""What the names of fields begin with that hold a fact for letters, worded in each language."""

_PREFIX = "o-"
_DIGEST_BYTES = 12
_TEXTS: Mapping[str, frozenset[str]] = {
    "edition": frozenset(("reasons",)),
    "row_note": frozenset(("reason",)),
}


def is_office_id(node_id: str) -> bool:
    """Whether a node belongs to office matters, not to what the plan says."""
    return node_id.startswith(_PREFIX)


def derive_office_id(*words: str) -> str:
    """An id of 26 characters made of `words` alone: the note on a row in an edition is the same one in every copy."""
    joined = "\0".join(words).encode("utf-8", "surrogatepass")
    return _PREFIX + hashlib.blake2b(joined, digest_size=_DIGEST_BYTES).hexdigest()


def shape_of_office_field(kind: str, field: str) -> Shape:
    """Office matters are words, but for the fields that have a wording in each language."""
    return "text" if field.startswith(FACT) or field in _TEXTS.get(kind, ()) else "word"
