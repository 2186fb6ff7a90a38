"""Words the remarks of a plan as cards: each when it is first seen."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from success_desktop.domain.anchors import carry_anchor
from success_desktop.domain.feedback import Feedback, Remark, Reply
from success_desktop.domain.feedback_words import ATTENTIONS, DISPOSITIONS, NATURES, WEIGHTS
from success_desktop.domain.numbering import number_nodes
from success_desktop.domain.plan import Plan
from success_desktop.i18n import N_, Language, _
from success_desktop.services.clashes import find_clash
from success_desktop.services.suggesting import suggest
from success_desktop.ui.compare.run_layout import Run
from success_desktop.ui.feedback.passages import quoted, redline, shorten
from success_desktop.ui.feedback.remark_card import Chip, RemarkCard, Tone
from success_desktop.ui.feedback.remark_proposals import proposal_notices, proposal_runs
from success_desktop.ui.feedback.remark_words import (
    author_words,
    field_words,
    node_words,
    number_words,
    round_words,
    when_words,
)
from success_desktop.ui.feedback.reviewer_mark import initials_of

_MOST_CONTEXT = 200
_STATES = {
    "applied": N_("The plan reads so already."),
    "clash": N_("The text has been edited since the reviewer saw it."),
}
_TONES: Mapping[str, Tone] = {
    "accepted": "green",
    "partly": "green",
    "deferred": "amber",
    "declined": "red",
    "out_of_scope": "plain",
    "duplicate": "plain",
}


@dataclass(frozen=True)
class RemarkWriter:
    """Words remarks: names in `language`, the rest in the interface's. `seats` tells the reviewers' colours by name.

    `headed` are the remarks above which their node is named.
    """

    plan: Plan
    feedback: Feedback
    language: Language
    seats: Mapping[str, int]
    headed: frozenset[str] = field(default_factory=frozenset)

    @cached_property
    def numbers(self) -> Mapping[str, str]:
        """The printed numbers of the plan's nodes."""
        return number_nodes(self.plan)

    def write(self, remark_id: str) -> RemarkCard:
        """The card of a remark. Raises KeyError when there is none of that id."""
        remark = self.feedback.remarks[remark_id]
        return RemarkCard(
            remark_id=remark_id,
            seat=self.seats.get(remark.author, 0),
            initials=initials_of(author_words(remark), remark.initials),
            depth=remark.number.count("."),
            heading=self.name(remark.anchor.node_id) if remark_id in self.headed else "",
            head=self._head(remark),
            chips=tuple(self._chips(remark)),
            place=self._place(remark),
            said=remark.spoken(self.language),
            passage=self._passage(remark),
            notices=tuple(self._notices(remark)),
            talk=tuple(_reply_runs(reply) for reply in remark.replies),
            answer=tuple(self._answer(remark)),
            is_open=remark.is_open,
        )

    def name(self, node_id: str) -> str:
        """What a node is called, with its number."""
        return node_words(self.plan, node_id, self.numbers.get(node_id, ""), self.language)

    def _head(self, remark: Remark) -> tuple[Run, ...]:
        occasion = round_words(self.feedback.round(remark.round_id))
        return (
            Run("strong", author_words(remark)),
            Run("secondary", f"  {number_words(remark)} · {occasion}"),
        )

    def _chips(self, remark: Remark) -> Iterator[Chip]:
        if not remark.is_open:
            yield Chip(_(DISPOSITIONS[remark.disposition]), _TONES[remark.disposition])
        if remark.weight:
            yield Chip(_(WEIGHTS[remark.weight]), "amber" if remark.weight == "major" else "plain")
        if remark.nature:
            yield Chip(_(NATURES[remark.nature]), "plain")
        if remark.assignee:
            yield Chip(_("For {name}").format(name=remark.assignee), "plain")

    def _place(self, remark: Remark) -> str:
        """The field; of what stands nowhere what stood around it in its file."""
        if remark.is_placed:
            untracked = _("not tracked") if remark.trace == "untracked" else ""
            return " · ".join(filter(None, (field_words(self.plan, remark, self.language), untracked)))
        context = " ".join(remark.context.split())
        return _("In the file: {context}").format(context=shorten(context, _MOST_CONTEXT)) if context else ""

    def _passage(self, remark: Remark) -> tuple[Run, ...]:
        if remark.sort in ("added", "removed", "moved"):
            return proposal_runs(self, remark)
        if remark.sort == "comment":
            return quoted(remark.anchor.quote or remark.quote)
        if remark.is_open and remark.is_placed:
            found = suggest(self.plan, remark, self.language)
            if found.state in ("open", "clash", "applied"):
                return redline(found.today, found.result)
        return redline(remark.anchor.seen or remark.quote, remark.proposed)

    def _notices(self, remark: Remark) -> Iterator[str]:
        """What to know before deciding."""
        if remark.attention:
            yield _(ATTENTIONS[remark.attention])
        if not remark.is_open:
            return
        if remark.is_placed and carry_anchor(self.plan, remark.anchor).state == "gone":
            yield _("The words remarked on are no longer in the text.")
        found = suggest(self.plan, remark, self.language)
        if found.why is not None:
            yield found.why.sentence()
        elif found.state in _STATES:
            yield _(_STATES[found.state])
        yield from proposal_notices(self, remark)
        clash = find_clash(self.plan, self.feedback, remark.id)
        if clash is not None:
            others = [choice.author for choice in clash.choices if choice.remark_id != remark.id]
            yield _("Another wording of the same words: {names}. One decision settles both.").format(
                names=", ".join(dict.fromkeys(others)) or _("the text as it reads today")
            )

    def _answer(self, remark: Remark) -> Iterator[Run]:
        """What was answered, which edits answer it, and who decided when: a line for each."""
        said = remark.response.get(self.language) or next(iter(remark.response.values()), "")
        if said:
            yield Run("secondary", _("Response: "))
            yield Run("same", said)
        lines = "\n".join(self._facts(remark))
        if lines:
            yield Run("secondary", f"\n{lines}" if said else lines)

    def _facts(self, remark: Remark) -> Iterator[str]:
        first = self.feedback.remarks.get(remark.duplicate_of)
        if remark.disposition == "duplicate" and first is not None:
            yield _("Same as item {number}").format(number=self.feedback.full_number(first))
        if remark.answers:
            yield _("Tied to {count} edits").format(count=f"{len(remark.answers):,}")
        stamp = " · ".join(filter(None, (remark.decided_by, when_words(remark.decided_at))))
        if stamp and not remark.is_open:
            yield _("Decided by {stamp}").format(stamp=stamp)


def _reply_runs(reply: Reply) -> tuple[Run, ...]:
    when = when_words(reply.at)
    return (
        Run("strong", reply.author or _("Reply")),
        Run("secondary", f"  {when}\n" if when else "\n"),
        Run("same", reply.text),
    )
