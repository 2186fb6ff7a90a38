"""What a comment is known by when its file comes again: the id that lasts, else who said it when about which words.

The id that lasts (MS-DOCX 2.5.2) is lost in files that LibreOffice and others saved; numbers of comments are given anew by
every program. A comment whose text was amended is still the same one.
"""

import hashlib
from typing import NamedTuple

from success_desktop.documents.returned.resolving import quote_of
from success_desktop.documents.returned.returned_file import Comment, ReturnedFile
from success_desktop.documents.returned.sent_map import words_key

_SORT = "comment"
_MINUTE = len("2026-11-22T17:30")
_LARGEST_ID = 0x7FFFFFFE
"""Durable ids are below 0x7FFFFFFF (MS-DOCX 2.5.2)."""


class CommentKey(NamedTuple):
    """What a comment is known by: its durable id ("" for none), author, minute, and the digest of the words it is about."""

    durable_id: str
    author: str
    minute: str
    digest: str

    @property
    def text(self) -> str:
        """The key as a remark's or a reply's `source` keeps it."""
        return "|".join((_SORT, self.durable_id, self.author.replace("|", "/"), self.minute, self.digest))

    def is_same(self, other: "CommentKey") -> bool:
        """Whether two keys are of one comment.

        A lasting id alone is not enough: some programs give the first comment of every file the same one. So it must have
        been written at the same time, too, or be about the same words.
        """
        if self.durable_id and other.durable_id:
            return self[:2] == other[:2] and (self.minute == other.minute or self.digest == other.digest)
        return self[1:] == other[1:]


def comment_key(file: ReturnedFile, comment: Comment) -> CommentKey:
    """What a comment of a file is known by. One without a date is known by its own words, too."""
    words = quote_of(file, comment) if not comment.parent_id else comment.text
    if not comment.written_at:
        words = f"{words}\n{comment.text}"
    author = comment.author.replace("|", "/")
    durable_id = _sent_id(file, comment) or comment.durable_id.upper()
    return CommentKey(durable_id, author, comment.written_at[:_MINUTE], digest_of(words))


def _sent_id(file: ReturnedFile, comment: Comment) -> str:
    """The durable id with which a comment went out from here, told by the map inside the file; "" for one of theirs."""
    if file.sent is None:
        return ""
    words = words_key(comment.author, comment.written_at, comment.text)
    node_id = file.sent.remark_by_words.get(words)
    return durable_id_of(node_id) if node_id else ""


def comment_source(file: ReturnedFile, comment: Comment) -> str:
    """What the remark or the reply made of a comment keeps as its `source`."""
    return comment_key(file, comment).text


def read_key(source: str) -> CommentKey | None:
    """The key in the `source` of a remark or a reply; None for one that was no comment."""
    sort, _bar, rest = source.partition("|")
    words = rest.split("|")
    wanted = len(CommentKey._fields)
    return CommentKey(*words[:wanted]) if sort == _SORT and len(words) >= wanted else None


def match_comment(source: str, file: ReturnedFile) -> Comment | None:
    """The comment of a file that a remark or a reply with that `source` was made of; None when it is not there."""
    wanted = read_key(source)
    if wanted is None:
        return None
    return next((one for one in file.comments if comment_key(file, one).is_same(wanted)), None)


def durable_id_of(node_id: str) -> str:
    """The durable id under which a remark or a reply of the plan goes out as a comment: eight hexadecimal digits."""
    digest = hashlib.blake2b(node_id.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return f"{int.from_bytes(digest, 'big') % _LARGEST_ID + 1:08X}"


def digest_of(words: str) -> str:
    """Eight hexadecimal digits that stand for some words, whatever the blanks between them."""
    return hashlib.blake2b(
        " ".join(words.split()).encode("utf-8", "surrogatepass"), digest_size=4
    ).hexdigest()
