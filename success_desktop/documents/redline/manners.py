"""The manners in which a thing is woven: in its place, or as one end of a move; and the inks that follow from it."""

from dataclasses import dataclass
from typing import Literal

from success_desktop.documents.redline.signed import Signature, Signer
from success_desktop.documents.redline.tracked import Ink


@dataclass(frozen=True, slots=True)
class Manner:
    """How a thing is written: in its place, or as one `end` of a move signed by `mover`."""

    end: Literal["", "from", "to"] = ""
    mover: Signature | None = None

    @property
    def kept_ink(self) -> Ink | None:
        """The ink of what is in both texts."""
        return Ink("moveTo", self.mover) if self.mover is not None and self.end == "to" else None

    def gone_ink(self, signature: Signature) -> Ink | None:
        """The ink of what is in the old text alone. None: it is not written, since it stands where it was moved from."""
        if self.mover is None:
            return Ink("del", signature)
        return Ink("moveFrom", self.mover) if self.end == "from" else None


IN_PLACE = Manner()
"""The manner of all that was not moved."""


def whole_ink(signer: Signer, anchor: str, manner: Manner, *, is_new: bool) -> Ink:
    """The ink of what one document has alone, or of the old end of a move; `anchor` tells who signs."""
    if manner.mover is not None and manner.end == "from":
        return Ink("moveFrom", manner.mover)
    if is_new:
        return Ink("ins", signer.sign_whole(anchor, "added"))
    return Ink("del", signer.sign_whole(anchor, "removed"))
