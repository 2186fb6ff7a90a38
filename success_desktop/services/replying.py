"""Answering reviewers in their own Word file: our replies in its threads, and ticks on what is done."""

import hashlib
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from success_desktop.documents.reply_copy import Answer, NewThread, write_reply_copy
from success_desktop.documents.returned.comment_keys import comment_key, durable_id_of, read_key
from success_desktop.documents.returned.label_names import LabelBook
from success_desktop.documents.returned.reading import read_returned
from success_desktop.documents.returned.returned_file import Comment, ReturnedFile
from success_desktop.documents.word_review import SentWord
from success_desktop.domain.answer_words import is_done, word_answer
from success_desktop.domain.feedback import Feedback, Remark, read_feedback
from success_desktop.domain.feedback_words import SORTS
from success_desktop.domain.plan import Plan
from success_desktop.domain.scripts import language_of
from success_desktop.domain.thai_clusters import clusters
from success_desktop.errors import UserError
from success_desktop.i18n import N_, Language, translate
from success_desktop.services.export import Progress, replace_file, require_word_name

_LONGEST_QUOTE = 120
"""Letters of a proposed wording that our answer repeats."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyReceipt:
    """What became of a reply copy.

    `replies` were written and `resolved` threads ticked; `known` replies were in the file already; `unanswered` threads wait
    for a word of ours; `unshown` answers could not be given because nothing in the text refers to their thread; `begun`
    comments of our own answer what has no thread: tracked and silent edits.
    """

    file_name: str
    replies: int = 0
    resolved: int = 0
    known: int = 0
    unanswered: int = 0
    unshown: int = 0
    begun: int = 0


@dataclass(frozen=True, slots=True)
class _Thread:
    """A thread of the file, and the remarks of the plan that were made of it: more than one where it was split."""

    comments: tuple[Comment, ...]
    remarks: tuple[Remark, ...]

    @property
    def language(self) -> Language:
        """The language that its reviewer wrote in."""
        return language_of(self.comments[0].text)


def write_reply(
    plan: Plan, author: str, source: Path, target: Path, progress: Progress | None = None
) -> ReplyReceipt:
    """Write the returned Word file `source` to `target` once more, with our answers in it; it may be done in any thread.

    `author` is named for answers that nobody in particular has given. Nothing but threads and ticks differs from `source`,
    which is left as it is. Raises UserError when the file is none that this plan has feedback from, or cannot be read or
    written; lets through what `progress` raises (Cancelled).
    """
    require_word_name(target)
    tell = progress or _tell_nobody
    tell(0.0)
    _require_another(source, target)
    file = read_returned(source)
    tell(0.4)
    replier = _Replier(plan, file, author)
    rounds = replier.find_rounds(source)
    if not rounds and not replier.knows_any:
        raise UserError(
            N_("None of the comments in “{name}” has come into this plan."),
            advice=N_("Bring the file in first, or choose the file that the reviewer sent back."),
            name=source.name,
        )
    answers = [replier.answer(thread) for thread in replier.threads]
    begun = tuple(replier.begin(rounds))
    tell(0.5)
    left_out: list[Answer] = []
    replace_file(target, lambda draft: left_out.extend(write_reply_copy(source, answers, draft, begun)))
    tell(1.0)
    return replace(replier.tell(source.name, answers, left_out), begun=len(begun))


class _Replier:
    """Words the answers to one file."""

    def __init__(self, plan: Plan, file: ReturnedFile, author: str) -> None:
        self._feedback = read_feedback(plan)
        self._labels = LabelBook(plan, file.sent)
        self._author = author
        self._known = 0
        self.threads = tuple(_list_threads(self._feedback, file))

    @property
    def knows_any(self) -> bool:
        """Whether any thread of the file has come into the plan."""
        return any(thread.remarks for thread in self.threads)

    def find_rounds(self, source: Path) -> frozenset[str]:
        """The rounds that the file came in with: known by its bytes, else its name, or by what it brought."""
        digest = hashlib.sha256(source.read_bytes()).hexdigest()
        brought = {remark.round_id for thread in self.threads for remark in thread.remarks}
        files = [one for one in self._feedback.rounds if one.sort == "file"]
        same = [one.id for one in files if digest in one.digest.split() or one.id in brought]
        return frozenset(same or [one.id for one in files if one.file_name == source.name])

    def answer(self, thread: _Thread) -> Answer:
        """What a thread is answered, without what stands in it already."""
        said = {(comment.author, _bare(comment.text)) for comment in thread.comments}
        words = [word for remark in thread.remarks for word in self._words_for(remark, thread)]
        new = tuple(word for word in words if (word.author, _bare(word.text)) not in said)
        self._known += len(words) - len(new)
        first = thread.comments[0]
        is_ours = (first.author, _bare(first.text)) in {(word.author, _bare(word.text)) for word in words}
        is_all_done = bool(thread.remarks) and all(map(is_done, thread.remarks))
        places = tuple(comment.number for comment in thread.comments)
        return Answer(places, new, is_all_done and not is_ours and not first.is_resolved)

    def begin(self, rounds: Container[str]) -> Iterator[NewThread]:
        """Comments of our own on the items of some rounds that are decided and have no thread in the file."""
        told = {remark.id for thread in self.threads for remark in thread.remarks}
        for remark in self._feedback.remarks.values():
            if remark.round_id in rounds and remark.id not in told and not remark.is_open:
                yield NewThread(self._labels.names_for(remark.anchor), self._word_decision(remark))

    def tell(self, name: str, answers: Iterable[Answer], left_out: list[Answer]) -> ReplyReceipt:
        """The receipt."""
        given = [answer for answer in answers if answer not in left_out]
        answered = [thread for thread in self.threads if thread.remarks]
        return ReplyReceipt(
            file_name=name,
            replies=sum(len(answer.words) for answer in given),
            resolved=sum(answer.is_done for answer in given),
            known=self._known,
            unanswered=sum(not any(map(_is_answered, thread.remarks)) for thread in answered),
            unshown=sum(bool(answer.words or answer.is_done) for answer in left_out),
        )

    def _words_for(self, remark: Remark, thread: _Thread) -> Iterator[SentWord]:
        """Our replies to a remark, then what was decided; of a thread that was split each answer names its item."""
        for reply in remark.replies:
            if reply.is_ours:
                yield SentWord(
                    durable_id=durable_id_of(reply.id),
                    author=reply.author or self._author,
                    text=reply.text,
                    at=reply.at,
                )
        first = thread.comments[0]
        if first.durable_id == durable_id_of(remark.id) and remark.sort != "comment" and not remark.is_open:
            yield self._word_decision(remark)  # a thread that an earlier copy of ours has begun
            return
        text = word_answer(self._feedback, remark, thread.language)
        if text and len(thread.remarks) > 1:
            text = f"{self._feedback.full_number(remark)} {text}"
        if text:
            yield self._sign(remark, text, durable_id_of(f"{remark.id}\n{text}"))

    def _word_decision(self, remark: Remark) -> SentWord:
        """What was decided on a proposal, which is named by its number and what it proposes."""
        proposed = remark.proposed if remark.sort == "wording" else ""
        language = language_of(proposed or remark.spoken("th"))
        named = f"{self._feedback.full_number(remark)} {translate(SORTS[remark.sort], language)}"
        what = f"{named}: {_clip(proposed)}" if proposed else named
        text = f"{what}\n{word_answer(self._feedback, remark, language)}"
        return self._sign(remark, text, durable_id_of(remark.id))

    def _sign(self, remark: Remark, text: str, durable_id: str) -> SentWord:
        author = remark.decided_by or self._author
        return SentWord(durable_id=durable_id, author=author, text=text, at=remark.decided_at)


def _list_threads(feedback: Feedback, file: ReturnedFile) -> Iterator[_Thread]:
    """The threads of a file in its order, each with the remarks of the plan that came from it, or went out as it."""
    known = _KnownComments(file)
    remarks: dict[str, list[Remark]] = {}
    for remark in feedback.remarks.values():
        comment = known.find(remark)
        if comment is not None:
            remarks.setdefault(comment.parent_id or comment.id, []).append(remark)
    for first in file.comments:
        if not first.parent_id:
            others = (comment for comment in file.comments if comment.parent_id == first.id)
            yield _Thread((first, *others), tuple(remarks.get(first.id, ())))


class _KnownComments:
    """The comments of a file, to be found by the remark that one was made of, or was sent out as."""

    def __init__(self, file: ReturnedFile) -> None:
        self._keys = [(comment_key(file, comment), comment) for comment in file.comments]
        self._by_durable_id = {key.durable_id: comment for key, comment in self._keys if key.durable_id}

    def find(self, remark: Remark) -> Comment | None:
        """The comment of a remark; None when it is not there."""
        sent_as = self._by_durable_id.get(durable_id_of(remark.id))
        wanted = read_key(remark.source)
        if sent_as is not None or wanted is None:
            return sent_as
        return next((comment for key, comment in self._keys if key.is_same(wanted)), None)


def _is_answered(remark: Remark) -> bool:
    return not remark.is_open or any(reply.is_ours for reply in remark.replies)


def _clip(text: str) -> str:
    """The beginning of a text, cut between letters where it is long."""
    letters = clusters(_bare(text))
    return "".join(letters) if len(letters) <= _LONGEST_QUOTE else f"{''.join(letters[:_LONGEST_QUOTE])}…"


def _bare(text: str) -> str:
    """A text without what programs do to its blanks."""
    return " ".join(text.split())


def _require_another(source: Path, target: Path) -> None:
    """Raise UserError when the reviewer's file itself would be replaced: it is the proof of what was said."""
    if target.exists() and target.samefile(source):
        raise UserError(
            N_("“{name}” is the reviewer’s own file and stays as it is."),
            advice=N_("Give the file with our replies another name."),
            name=source.name,
        )


def _tell_nobody(_share: float) -> None:
    """Progress that nobody follows."""
