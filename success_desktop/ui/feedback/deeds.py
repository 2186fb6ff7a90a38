"""What can be done with a remark: the words for it, what it needs to be told, and where it stands among the buttons."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from success_desktop.domain.feedback import Remark
from success_desktop.i18n import N_


def _always(remark: Remark) -> bool:
    return True


def _is_open(remark: Remark) -> bool:
    return remark.is_open


def _is_decided(remark: Remark) -> bool:
    return not remark.is_open


def _is_sub_point(remark: Remark) -> bool:
    return remark.parent_id != remark.round_id


def _has_text(remark: Remark) -> bool:
    return bool(remark.text)


def _has_own_reply(remark: Remark) -> bool:
    return any(reply.is_ours for reply in remark.replies)


def _has_edits(remark: Remark) -> bool:
    return bool(remark.answers)


def _was_typed(remark: Remark) -> bool:
    return not remark.source


class Deed(NamedTuple):
    """One thing to do. `text` stands on buttons and in menus, `confirm` on the button that ends its form ("" for no form).

    `asks` is what the form asks for, `asks_wording` that a passage can be worded there. Texts are catalogue entries; `when`
    tells whether it can be done with a remark.
    """

    text: str
    confirm: str = ""
    asks: str = ""
    asks_wording: bool = False
    when: Callable[[Remark], bool] = _always


DEEDS: Mapping[str, Deed] = {
    "accept": Deed(N_("Accept, then the next one"), when=_is_open),
    "accept_anyway": Deed(
        N_("Accept all the same"),
        N_("Accept all the same, then the next one"),
        N_("Response (may stay blank)"),
        when=_is_open,
    ),
    "partly": Deed(
        N_("Accept in part…"), N_("Accept in part, then the next one"), N_("Response"), True, when=_is_open
    ),
    "decline": Deed(
        N_("Do not accept…"), N_("Do not accept, then the next one"), N_("Reason (required)"), when=_is_open
    ),
    "defer": Deed(
        N_("Defer…"), N_("Defer, then the next one"), N_("What will be done, and when"), when=_is_open
    ),
    "out_of_scope": Deed(
        N_("Out of scope…"), N_("Out of scope, then the next one"), N_("Response"), when=_is_open
    ),
    "duplicate": Deed(
        N_("Duplicate of…"),
        N_("Duplicate, then the next one"),
        N_("Response (may stay blank)"),
        when=_is_open,
    ),
    "reopen": Deed(N_("Decide anew"), when=_is_decided),
    "respond": Deed(N_("Word the response…"), N_("Keep the response"), N_("Response")),
    "reply": Deed(N_("Reply…"), N_("Keep the reply"), N_("Reply to the reviewer")),
    "assign": Deed(N_("Assign…"), N_("Assign")),
    "mend_reply": Deed(
        N_("Mend our last reply…"), N_("Keep the reply"), N_("Blank takes it away"), when=_has_own_reply
    ),
    "attach": Deed(N_("Tie to edits…"), N_("Tie to these edits")),
    "detach": Deed(N_("Untie from edits…"), N_("Untie from these edits"), when=_has_edits),
    "split": Deed(
        N_("Split in two…"),
        N_("Split at the cursor"),
        N_("Put the cursor where the second part begins"),
        when=_has_text,
    ),
    "merge": Deed(N_("Merge with another…"), N_("Merge")),
    "indent": Deed(N_("Make it a sub-point")),
    "outdent": Deed(N_("Move it one level out"), when=_is_sub_point),
    "up": Deed(N_("Move it up")),
    "down": Deed(N_("Move it down")),
    "remove": Deed(N_("Remove this item"), when=_was_typed),
}

OPEN_BUTTONS = ("accept", "partly", "decline", "reply")
DECIDED_BUTTONS = ("respond", "reply", "reopen")
"""What the current card offers as buttons; everything else is behind “More”."""

MENU = (
    ("accept", "partly", "decline", "defer", "out_of_scope", "duplicate", "reopen"),
    ("respond", "reply", "mend_reply", "assign", "attach", "detach"),
    ("split", "merge", "indent", "outdent", "up", "down"),
    ("remove",),
)
"""The deeds of the menu, group by group."""

DECIDING = frozenset(("accept", "accept_anyway", "partly", "decline", "defer", "out_of_scope", "duplicate"))
"""The deeds that settle a remark: the panel goes on to the next open one behind them."""
