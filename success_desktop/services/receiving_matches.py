"""What of a returned file is in the plan already: the same remark is known again, whoever saved the file in between."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from success_desktop.documents.returned.comment_keys import (
    CommentKey,
    digest_of,
    durable_id_of,
    read_key,
)
from success_desktop.documents.returned.found_remarks import Found
from success_desktop.domain.answer_words import word_answer
from success_desktop.domain.feedback import Feedback, Remark, Reply
from success_desktop.domain.feedback_kinds import derive_feedback_id
from success_desktop.i18n import LANGUAGES

_BAR = "|"


@dataclass(frozen=True, slots=True)
class Match:
    """A remark of a file and the one it is in the plan; None where it is new.

    What we sent ourselves (`is_ours`) is not read anew, nor is a copy (`is_earlier`) that came in before the newest one.
    """

    found: Found
    remark: Remark
    known: Remark | None = None
    is_ours: bool = False
    is_earlier: bool = False

    @property
    def is_updated(self) -> bool:
        """Whether the file says something else than when it came in last."""
        is_read = not self.is_ours and not self.is_earlier
        return self.known is not None and is_read and self.known.source != self.remark.source


@dataclass(slots=True)
class _KnownKeys:
    """The keys of comments that are in the plan, for finding one fast."""

    lasting: dict[tuple[str, str, str], str] = field(default_factory=dict)
    spoken: dict[tuple[str, str, str], str] = field(default_factory=dict)

    def add(self, key: CommentKey, node_id: str) -> None:
        """Remember a remark or a reply by its key."""
        for lasting in _lasting_keys(key):
            self.lasting.setdefault(lasting, node_id)
        self.spoken.setdefault(key[1:], node_id)

    def find_lasting(self, key: CommentKey) -> str:
        """The id of the remark or the reply with the same lasting id; "" for none."""
        return next((self.lasting[one] for one in _lasting_keys(key) if one in self.lasting), "")

    def find(self, key: CommentKey) -> str:
        """The id of the remark or the reply with that key; "" for none."""
        return self.find_lasting(key) or self.spoken.get(key[1:], "")


def _lasting_keys(key: CommentKey) -> tuple[tuple[str, str, str], ...]:
    """What a comment with a lasting id is known by: see `CommentKey.is_same`."""
    words = (key.minute, key.digest) if key.durable_id else ()
    return tuple((key.durable_id, key.author, word) for word in words)


class KnownRemarks:
    """The remarks and replies of a plan, to be found by what they are known by in files."""

    def __init__(self, feedback: Feedback, plan_id: str) -> None:
        self._feedback = feedback
        self._plan_id = plan_id
        self._sent_out: dict[str, str] = {}
        self._keys = _KnownKeys()
        self._replies: dict[str, Reply] = {}
        for remark in feedback.remarks.values():
            self._add(remark.id, remark.source)
            for reply in remark.replies:
                self._replies[reply.id] = reply
                self._add(reply.id, reply.source)

    def _add(self, node_id: str, source: str) -> None:
        self._sent_out[durable_id_of(node_id)] = node_id
        if (key := read_key(source)) is not None:
            self._keys.add(key, node_id)

    def match(self, found: Sequence[Found], round_id: str) -> list[Match]:
        """The remarks of a file with their ids, their `source` telling what they said, and those they are in the plan.

        No two of them are one in the plan: whoever has the lasting id goes before those that only look alike.
        """
        identities = _identities(found)
        known_ids = ["" for _one in found]
        taken = {""}
        for finding in (self._find_lasting, self._find_alike):
            for place, (one, identity) in enumerate(zip(found, identities, strict=True)):
                key = read_key(identity) if one.comment >= 0 and not known_ids[place] else None
                if key is not None and (known_id := finding(key, one.remark)) not in taken:
                    known_ids[place] = known_id
                    taken.add(known_id)
        return [
            self._match(one, identity, known_id or self._id_of(one.remark, identity, round_id))
            for one, identity, known_id in zip(found, identities, known_ids, strict=True)
        ]

    def _match(self, one: Found, identity: str, known_id: str) -> Match:
        known = self._feedback.remarks.get(known_id)
        key = read_key(identity) if one.comment >= 0 else None
        is_ours = key is not None and self._sent_out.get(key.durable_id) == known_id
        if known is None and known_id in self._replies:
            known = self._holder_of(known_id)
            is_ours = True
        remark = replace(
            one.remark,
            id=known.id if known else known_id,
            source=f"{identity}{_BAR}{received_digest(one.remark)}",
        )
        return Match(one, remark, known, is_ours)

    def _find_lasting(self, key: CommentKey, _remark: Remark) -> str:
        """The remark or the reply that a comment was sent out as, or that has its lasting id."""
        return self._sent_out.get(key.durable_id, "") or self._keys.find_lasting(key)

    def _find_alike(self, key: CommentKey, remark: Remark) -> str:
        """The remark with a key, or the reply that a program without threads gave back as a remark of its own."""
        said = next(iter(remark.text.values()), "")
        return self._keys.find(key) or self._keys.find(key._replace(digest=digest_of(said)))

    def _holder_of(self, reply_id: str) -> Remark | None:
        """The remark in whose thread a reply stands: programs that know no threads give it back as a remark."""
        return next(
            (
                remark
                for remark in self._feedback.remarks.values()
                if any(reply.id == reply_id for reply in remark.replies)
            ),
            None,
        )

    def _id_of(self, remark: Remark, identity: str, round_id: str) -> str:
        scope = round_id if remark.trace == "untracked" else self._plan_id
        return derive_feedback_id("remark", scope, identity)

    def new_replies(self, match: Match) -> tuple[Reply, ...]:
        """The replies in a thread of the file that are not in the plan yet, with their ids."""
        fresh: list[Reply] = []
        for reply in match.remark.replies:
            key = read_key(reply.source)
            assert key is not None, "replies come from comments"
            if key.durable_id in self._sent_out or self._keys.find(key) or self._is_answer(match, reply):
                continue
            reply_id = derive_feedback_id("reply", match.remark.id, reply.source)
            if reply_id not in self._replies and reply_id not in {one.id for one in fresh}:
                fresh.append(replace(reply, id=reply_id))
        return tuple(fresh)

    def _is_answer(self, match: Match, reply: Reply) -> bool:
        """Whether a reply is what was decided here, which a copy with our replies brings back."""
        if match.known is None or match.known.is_open:
            return False
        said = " ".join(reply.text.split())
        answers = (word_answer(self._feedback, match.known, language) for language in LANGUAGES)
        return any(said.endswith(" ".join(answer.split())) for answer in answers)

    def round_of(self, found: Iterable[Found]) -> str:
        """The round of an earlier copy of a file: that of most of the remarks it shares with it; "" for none."""
        rounds: dict[str, int] = {}
        for match in self.match([one for one in found if one.remark.trace != "untracked"], ""):
            if match.known is not None and not match.is_ours:
                rounds[match.known.round_id] = rounds.get(match.known.round_id, 0) + 1
        return max(rounds, key=lambda round_id: rounds[round_id], default="")

    def round_of_silent(self, found: Iterable[Found]) -> str:
        """The round whose untracked edits are, for at least one half, those of a file without anything else."""
        silent = {_said_silently(one.remark) for one in found if one.remark.trace == "untracked"}
        if not silent:
            return ""
        rounds: dict[str, int] = {}
        for remark in self._feedback.remarks.values():
            if remark.trace == "untracked" and _said_silently(remark) in silent:
                rounds[remark.round_id] = rounds.get(remark.round_id, 0) + 1
        best = max(rounds, key=lambda round_id: rounds[round_id], default="")
        return best if best and rounds[best] * 2 >= len(silent) else ""


def _said_silently(remark: Remark) -> tuple[object, ...]:
    """What an untracked edit does, for telling two of them apart: of one without a place, the sentence about it."""
    said = "" if remark.is_placed else next(iter(remark.text.values()), "")
    return remark.anchor.place, remark.proposed, said


def _identities(found: Iterable[Found]) -> list[str]:
    """What each remark of a file is known by; those that are alike to the letter are counted."""
    times: dict[str, int] = {}
    identities = []
    for one in found:
        identity = one.remark.source
        times[identity] = times.get(identity, 0) + 1
        identities.append(f"{identity}~{times[identity]}" if times[identity] > 1 else identity)
    return identities


def received_digest(remark: Remark) -> str:
    """What a remark says, as a few digits: told from what was made of it in the plan since."""
    said = "\0".join(
        (*(f"{language}:{text}" for language, text in sorted(remark.text.items())), remark.proposed)
    )
    return hashlib.blake2b(said.encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()
