"""What became of a reply copy, in a sentence for the window and the command line."""

from collections.abc import Mapping
from typing import NamedTuple

from success_desktop.i18n import N_
from success_desktop.services.replying import ReplyReceipt


class ReplySentence(NamedTuple):
    """A catalogue entry and its places; `name` (of the copy) is for whoever shows it to fill."""

    message: str
    places: Mapping[str, str]


def reply_sentence(receipt: ReplyReceipt) -> ReplySentence:
    """How many replies and ticks are new in a copy, and how many remarks in it have no answer yet."""
    said = receipt.replies + receipt.begun
    counts = {"replies": f"{said:,}", "ticks": f"{receipt.resolved:,}"}
    if not said and not receipt.resolved and receipt.known:
        return ReplySentence(N_("{name}: all our replies are in the file already."), {})
    if receipt.unanswered:
        counts["open"] = f"{receipt.unanswered:,}"
        message = N_("{name} has {replies} new replies and {ticks} ticks; {open} remarks have no answer yet.")
        return ReplySentence(message, counts)
    return ReplySentence(N_("{name} has {replies} new replies and {ticks} ticks."), counts)
