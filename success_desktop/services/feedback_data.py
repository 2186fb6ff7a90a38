"""Feedback as plain data and as lines, for scripts and other programs."""

from dataclasses import asdict
from datetime import datetime
from typing import Any

from success_desktop.domain.feedback import Feedback, Remark, Reply, Round
from success_desktop.domain.feedback_words import DISPOSITIONS, SORTS
from success_desktop.domain.numbering import number_nodes
from success_desktop.domain.plan import Plan
from success_desktop.domain.proposals import read_proposal
from success_desktop.domain.response_matrix import reviewer_of
from success_desktop.errors import UserError
from success_desktop.i18n import LANGUAGES, N_, Language, translate

_LONGEST_LINE = 90
_LONGEST_NAME = 30


def find_remark(feedback: Feedback, text: str) -> Remark:
    """The one remark that `text` names: its id, round and number ("3:2.1"), or its number ("2.1") where only one has it.

    Raises UserError when there is none, or several.
    """
    found = feedback.find(text.strip())
    if len(found) == 1:
        return found[0]
    if not found:
        raise UserError(
            N_("There is no item “{text}”."),
            advice=N_("Give a round and a number such as 2:1.1, or an id; “review list” lists them."),
            text=text,
        )
    raise UserError(
        N_("“{text}” is the number of items in several rounds."),
        advice=N_("Give the round, too: {numbers}"),
        text=text,
        numbers=", ".join(feedback.full_number(remark) for remark in found[:10]),
    )


def find_round(feedback: Feedback, text: str) -> Round:
    """The one round that `text` names: its number or its id. Raises UserError when there is none."""
    wanted = text.strip()
    for found in feedback.rounds:
        if wanted in (str(found.number), found.id):
            return found
    raise UserError(
        N_("There is no round “{text}”."),
        advice=N_("Give the number of a round: the oldest is 1."),
        text=text,
    )


class FeedbackDescriber:
    """Describes the remarks of one plan."""

    def __init__(self, plan: Plan, feedback: Feedback) -> None:
        self._plan = plan
        self._feedback = feedback
        self._rounds = {of.id: of for of in feedback.rounds}
        self._numbers = number_nodes(plan)

    def describe(self, remark: Remark) -> dict[str, Any]:
        """A remark as a dictionary that JSON can hold.

        ``{"item": "2:1.1", "id", "round", "author", "at", "kind", "trace", "nature", "weight", "anchor", "text", "proposed",
        "disposition", "response", "assignee", "duplicate_of", "decided_by", "decided_at", "answers", "is_resolved",
        "replies"}``. Texts and responses are ``{"th", "en"}``; `kind` is comment, wording, added, removed or moved;
        `proposed` is a text for a wording, an object for a row, else null; `anchor` is ``{"node_id", "node", "field",
        "part", "quote", "revision_id", "placed_by", "attention", "context"}``; instants are ISO 8601, "" for none.
        """
        return {
            "item": self._feedback.full_number(remark),
            "id": remark.id,
            "round": self._round(remark.round_id),
            "author": reviewer_of(remark, self._rounds[remark.round_id]),
            "at": _instant(remark.at),
            "kind": remark.sort,
            "trace": remark.trace,
            "nature": remark.nature,
            "weight": remark.weight,
            "anchor": self._anchor(remark),
            "text": {language: remark.text.get(language, "") for language in LANGUAGES},
            "proposed": _proposed(remark),
            **self._decision(remark),
            "replies": [_reply(reply) for reply in remark.replies],
        }

    def line(self, remark: Remark, language: Language) -> str:
        """A remark in one line: number, disposition, author, where it belongs, what it says."""
        said = remark.spoken(language) or _propose(remark, language)
        pieces = (
            f"{self._feedback.full_number(remark):>7}",
            f"[{translate(DISPOSITIONS[remark.disposition], language)}]",
            reviewer_of(remark, self._rounds[remark.round_id]),
            self._place(remark, language),
            _shorten(said, _LONGEST_LINE),
        )
        return "  ".join(filter(None, pieces))

    def _round(self, round_id: str) -> dict[str, Any]:
        of = self._rounds[round_id]
        day = of.on.isoformat() if of.on else ""
        return {
            "number": of.number,
            "id": of.id,
            "sort": of.sort,
            "name": of.name,
            "on": day,
            "file": of.file_name,
        }

    def _anchor(self, remark: Remark) -> dict[str, str]:
        anchor = remark.anchor
        return {
            "node_id": anchor.node_id,
            "node": self._numbers.get(anchor.node_id, ""),
            "field": anchor.field,
            "part": anchor.part,
            "quote": anchor.quote or remark.quote,
            "revision_id": anchor.revision_id,
            "placed_by": remark.placed_by,
            "attention": remark.attention,
            "context": remark.context,
        }

    def _decision(self, remark: Remark) -> dict[str, Any]:
        repeated = self._feedback.remarks.get(remark.duplicate_of)
        return {
            "disposition": remark.disposition,
            "response": {language: remark.response.get(language, "") for language in LANGUAGES},
            "assignee": remark.assignee,
            "duplicate_of": "" if repeated is None else self._feedback.full_number(repeated),
            "decided_by": remark.decided_by,
            "decided_at": _instant(remark.decided_at),
            "answers": list(remark.answers),
            "is_resolved": remark.is_resolved,
        }

    def _place(self, remark: Remark, language: Language) -> str:
        node = self._plan.nodes.get(remark.anchor.node_id)
        if node is None:
            return ""
        name = node.text(self._plan.kind_of(node.id).naming_field() or "", language)
        field = f".{remark.anchor.field}" if remark.anchor.field else ""
        return f"{self._numbers.get(node.id, '') or _shorten(name, _LONGEST_NAME) or node.kind}{field}"


def _shorten(text: str, length: int) -> str:
    """A text in one line, cut when it is longer than `length` characters."""
    line = " ".join(text.split())
    return line if len(line) <= length else f"{line[:length]}…"


def _propose(remark: Remark, language: Language) -> str:
    """What a mere proposal proposes: another wording, or what is to become of the row that its file quotes."""
    told = remark.proposed if remark.sort == "wording" else remark.quote
    return ": ".join(filter(None, (translate(SORTS[remark.sort], language), told)))


def _proposed(remark: Remark) -> Any:
    if remark.sort == "comment":
        return None
    if remark.sort == "wording":
        return remark.proposed
    try:
        return _plain_proposal(remark)
    except ValueError:  # of a later version of the program: told as it is
        return remark.proposed


def _plain_proposal(remark: Remark) -> dict[str, Any]:
    described: dict[str, Any] = asdict(read_proposal(remark.proposed))
    if "cells" in described:
        described["cells"] = [cell._asdict() for cell in described["cells"]]
    return described


def _reply(reply: Reply) -> dict[str, Any]:
    return {"author": reply.author, "at": _instant(reply.at), "text": reply.text, "is_ours": reply.is_ours}


def _instant(at: datetime | None) -> str:
    return "" if at is None else at.isoformat(timespec="seconds")
