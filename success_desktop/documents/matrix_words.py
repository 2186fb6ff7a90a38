"""The twelve cells of a response matrix's row, in the words and the digits of a document."""

from collections.abc import Iterator, Mapping
from datetime import date

from success_desktop.documents.matrix_changes import ChangeWords
from success_desktop.documents.outline_blocks import Phrase, Phrases
from success_desktop.documents.outline_values import PlanWording
from success_desktop.domain.calendar_dates import date_text
from success_desktop.domain.compare_text import Piece
from success_desktop.domain.feedback import Remark, Reply, Round
from success_desktop.domain.feedback_words import (
    DISPOSITIONS,
    NATURES,
    ROUND_SORTS,
    SEE_ITEM,
    SORTS,
    STANDINGS,
    TRACES,
    WEIGHTS,
    own_response,
    standing_of,
)
from success_desktop.domain.numbering import number_nodes
from success_desktop.domain.piece_excerpts import ELLIPSIS, excerpt_change
from success_desktop.domain.plan import Node
from success_desktop.domain.response_matrix import MatrixItem, ResponseMatrix, reviewer_of
from success_desktop.domain.revision import Revision
from success_desktop.domain.thai_clusters import clusters
from success_desktop.i18n import N_, Language, translate

_LONGEST_QUOTE = 160
"""How many letters, with their marks, a quotation has at most."""
_REVISED = N_("Accepted and revised")
_DUPLICATE_OF = N_("Duplicate of item {number}")


class MatrixWords:
    """Words the rows of one matrix for one document."""

    def __init__(self, words: PlanWording, matrix: ResponseMatrix) -> None:
        self._words = words
        self._matrix = matrix
        self._numbers = number_nodes(matrix.plan)
        self._changes = ChangeWords(words, self._numbers)
        rounds = {item.round.id for item in matrix.items}
        self._has_one_round = len(rounds) == 1

    def cells(self, item: MatrixItem) -> tuple[Phrases, ...]:
        """The cells of a row, in the order of the columns."""
        remark = item.remark
        return (
            (self._words.phrase(self.number(remark)),),
            _named(reviewer_of(remark, item.round) or item.round.name),
            tuple(self._occasion(remark, item.round)),
            tuple(self._location(item)),
            tuple(self._said(remark)),
            tuple(self._nature(remark)),
            self._in_each(self._disposition(item), number=self._number_of(remark.duplicate_of)),
            tuple(self._response(remark)),
            tuple(
                phrase
                for change in item.changes
                for phrase in self._changes.phrases(change, item.anchor.node_id)
            ),
            _named(remark.assignee),
            self._in_each(STANDINGS[standing_of(remark)]),
            tuple(self._draft(item)),
        )

    def number(self, remark: Remark) -> str:
        """The number of an item: within its round where the matrix is about one, else "3:2.1"."""
        return remark.number if self._has_one_round else self._matrix.feedback.full_number(remark)

    def round_title(self, of: Round, language: Language) -> Phrase:
        """The line above a round: its number, name, day and place."""
        name = of.name or of.reviewer or of.file_name or translate(ROUND_SORTS[of.sort], language)
        day = date_text(of.on, language) if of.on else ""
        about = " · ".join(text for text in (name, day, of.place) if text)
        return self._words.say(N_("Round {number}: {name}"), language, number=of.number, name=about)

    def node_title(self, node_id: str, language: Language) -> Phrase:
        """The line above a strategy: its number and name; without an id, what stands for the plan as a whole."""
        if not node_id:
            return self._words.say(N_("The plan as a whole"), language)
        node = self._matrix.plan.nodes[node_id]
        return self._named_node(node, self._numbers.get(node_id, ""), language)

    def _in_each(self, message: str, **places: str) -> Phrases:
        return tuple(self._words.say(message, language, **places) for language in self._words.languages)

    def _number_of(self, remark_id: str) -> str:
        found = self._matrix.feedback.remarks.get(remark_id)
        return "" if found is None else self.number(found)

    def _occasion(self, remark: Remark, of: Round) -> Iterator[Phrase]:
        """The day of the remark, or else of its round, then what the round was."""
        day = _day_of(remark, of)
        for language in self._words.languages if day else ():
            yield self._words.phrase(date_text(day or date.min, language, "short"), language)
        if of.sort == "meeting":
            yield from _named(of.name) or self._in_each(ROUND_SORTS["meeting"])
            yield from _named(of.place)
        else:
            yield from self._in_each(ROUND_SORTS[of.sort])

    def _location(self, item: MatrixItem) -> Iterator[Phrase]:
        anchor, plan = item.anchor, self._matrix.plan
        if anchor.node_id in plan.nodes:
            yield from (self.node_title(anchor.node_id, language) for language in self._words.languages)
            if anchor.field not in ("", plan.kind_of(anchor.node_id).naming_field()):
                yield from self._changes.field_label(
                    plan.nodes[anchor.node_id].kind, anchor.field, anchor.part
                )
        elif anchor.node_id in self._matrix.gone:
            number, node = self._matrix.gone[anchor.node_id]
            yield from (self._named_node(node, number, language) for language in self._words.languages)
            yield from self._in_each(N_("(deleted since)"))
        elif item.round.sort == "file":
            yield from self._in_each(N_("Not placed yet"))
            yield from _named(_shorten(item.remark.context))
        else:
            yield from self._in_each(N_("The plan as a whole"))

    def _named_node(self, node: Node, number: str, language: Language) -> Phrase:
        spec = self._matrix.plan.template.kind(node.kind)
        name = self._words.text(node, spec.naming_field() or "", language)
        if spec.heading is not None and number:
            head = self._words.word(spec.heading, language, number=number).text
        else:
            head = self._words.phrase(number, language).text or (
                "" if name.text else spec.name.spoken(language)
            )
        text = " ".join(filter(None, (head, name.mark, " ".join(name.text.split()))))
        return Phrase(text, language)

    def _said(self, remark: Remark) -> Iterator[Phrase]:
        """What the reviewer said or proposes, word for word, then what other reviewers replied."""
        quote = _shorten(remark.anchor.quote or remark.quote)
        if quote and remark.sort == "comment":
            yield Phrase(f"“{quote}”", "")
        yield from self._wordings(remark.text)
        if remark.sort == "wording":
            pieces = excerpt_change(remark.anchor.seen, remark.proposed)
            yield from self._proposed(remark, pieces)
        elif remark.sort != "comment":
            yield from self._changes.proposal(remark)
        yield from (_reply(reply) for reply in remark.replies if not reply.is_ours)

    def _proposed(self, remark: Remark, pieces: tuple[Piece, ...]) -> Iterator[Phrase]:
        for language in self._words.languages:
            yield self._words.say(SORTS[remark.sort], language)
        if pieces:
            yield Phrase("".join(piece.text for piece in pieces), "", pieces=pieces)

    def _wordings(self, wordings: Mapping[Language, str]) -> Iterator[Phrase]:
        """A reviewer's own words: in the document's languages, else as they were said."""
        found = [
            (language, wordings[language]) for language in self._words.languages if wordings.get(language)
        ]
        for language, text in found or list(wordings.items())[:1]:
            yield Phrase(text, language)

    def _nature(self, remark: Remark) -> Iterator[Phrase]:
        messages = [
            NATURES[remark.nature] if remark.nature else SORTS[remark.sort],
            WEIGHTS.get(remark.weight, ""),
            TRACES["untracked"] if remark.trace == "untracked" else "",
        ]
        for message in filter(None, messages):
            yield from self._in_each(message)

    def _disposition(self, item: MatrixItem) -> str:
        """The disposition as a catalogue entry; one that has been carried out says so."""
        remark = item.remark
        if remark.disposition == "accepted" and (item.changes or remark.sort != "comment"):
            return _REVISED
        if remark.disposition == "duplicate" and remark.duplicate_of in self._matrix.feedback.remarks:
            return _DUPLICATE_OF
        return DISPOSITIONS[remark.disposition]

    def _response(self, remark: Remark) -> Iterator[Phrase]:
        """The response, or what follows from the decision itself; then our replies in the thread that say more."""
        printed = [self._words.wording(remark.response, language) for language in self._words.languages]
        if remark.response:
            yield from (phrase for phrase in printed if phrase.text)
        elif message := own_response(remark):
            number = self._number_of(remark.duplicate_of) if message == SEE_ITEM else ""
            is_lost = message == SEE_ITEM and not number
            yield from self._in_each(DISPOSITIONS["duplicate"] if is_lost else message, number=number)
        told = set(remark.response.values())
        ours = (reply.text for reply in remark.replies if reply.is_ours and reply.text not in told)
        yield from (self._words.phrase(text) for text in ours)

    def _draft(self, item: MatrixItem) -> Iterator[Phrase]:
        if item.draft is not None:
            yield from self._draft_name(item.draft)
        elif item.changes:
            yield from self._in_each(N_("Next draft"))

    def _draft_name(self, draft: Revision) -> Iterator[Phrase]:
        """The label of a draft, else its number; and the day it was kept."""
        if draft.label:
            yield self._words.phrase(draft.label)
        else:
            yield from self._in_each(N_("Revision {number}"), number=str(draft.ordinal))
        day = draft.at.astimezone().date()
        for language in self._words.languages:
            yield self._words.phrase(date_text(day, language, "short"), language)


def _day_of(remark: Remark, of: Round) -> date | None:
    """The day of a remark by the clock on the wall here; a meeting's is the meeting's own."""
    if of.on is not None and of.sort in ("meeting", "form"):
        return of.on
    return remark.at.astimezone().date() if remark.at is not None else of.on


def _named(text: str) -> Phrases:
    return (Phrase(text, ""),) if text else ()


def _shorten(text: str) -> str:
    """A quotation in one line."""
    line = " ".join(text.split())
    letters = clusters(line)
    if len(letters) <= _LONGEST_QUOTE:
        return line
    return "".join(letters[:_LONGEST_QUOTE]).rstrip() + ELLIPSIS.rstrip()


def _reply(reply: Reply) -> Phrase:
    return Phrase(f"{reply.author}: {reply.text}" if reply.author else reply.text, "")
