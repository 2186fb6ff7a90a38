"""Anchors: names that tie a printed label to the field it stands for, the same ones each time the plan is printed."""

import hashlib
import re
from typing import Literal

from success_desktop.documents.outline_blocks import Anchor
from success_desktop.i18n import Language

_FORBIDDEN = re.compile("[^0-9A-Za-z_]")
_ID_LENGTH = 26


def anchor_name(prefix: Literal["f", "r"], node_id: str, what: str) -> str:
    """``f_`` (a field) or ``r_`` (a row), the node's id and eight hexadecimal digits of `what` hashed: 37 characters."""
    node = _FORBIDDEN.sub("_", node_id)[:_ID_LENGTH]
    digest = hashlib.blake2b(what.encode(), digest_size=4).hexdigest()
    return f"{prefix}_{node}_{digest}"


class AnchorBook:
    """Hands out the anchors of one document. What is printed a second time gets the same name with ``_2``, and so on."""

    def __init__(self) -> None:
        self._times: dict[str, int] = {}

    def mark_field(self, node_id: str, field: str, language: Language | Literal[""]) -> Anchor:
        """An anchor for the label of a field in one language ("" for a value that no language has)."""
        name = self._claim(anchor_name("f", node_id, f"{field}/{language}"))
        return Anchor(name, node_id, field, language)

    def mark_row(self, node_id: str, form: str) -> Anchor:
        """An anchor for a node's row in a form."""
        return Anchor(self._claim(anchor_name("r", node_id, form)), node_id, "", "")

    def _claim(self, name: str) -> str:
        times = self._times[name] = self._times.get(name, 0) + 1
        return name if times == 1 else f"{name}_{times}"
