"""Remarks in the margin of a Word file, with their threads: what is written into each of the parts that tell of them.

ECMA-376 part 1, 17.13.4 has the comments themselves; threads and ticks, ids that last, moments and the people who speak
came later, each in a part of its own (MS-DOCX 2.5.1 to 2.5.4). Programs that do not know those parts show every reply as a
comment of its own.
"""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT

from success_desktop.documents.word_dates import write_instant, write_wall_time
from success_desktop.documents.word_package import PartKind
from success_desktop.documents.word_xml import escape, split_paragraphs

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
W16CID = "http://schemas.microsoft.com/office/word/2016/wordml/cid"
W16CEX = "http://schemas.microsoft.com/office/word/2018/wordml/cex"
_COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"

_PARTS = "application/vnd.openxmlformats-officedocument.wordprocessingml."
COMMENTS = PartKind("/word/comments.xml", CT.WML_COMMENTS, RT.COMMENTS)
THREADS = PartKind(
    "/word/commentsExtended.xml",
    f"{_PARTS}commentsExtended+xml",
    "http://schemas.microsoft.com/office/2011/relationships/commentsExtended",
)
LASTING_IDS = PartKind(
    "/word/commentsIds.xml",
    f"{_PARTS}commentsIds+xml",
    "http://schemas.microsoft.com/office/2016/09/relationships/commentsIds",
)
MOMENTS = PartKind(
    "/word/commentsExtensible.xml",
    f"{_PARTS}commentsExtensible+xml",
    "http://schemas.microsoft.com/office/2018/08/relationships/commentsExtensible",
)
PEOPLE = PartKind(
    "/word/people.xml",
    f"{_PARTS}people+xml",
    "http://schemas.microsoft.com/office/2011/relationships/people",
)

_LARGEST_ID = 0x7FFFFFFE
"""Ids of paragraphs and comments are below 0x80000000 (MS-DOCX 2.2.4, 2.5.4)."""


class CommentLook(NamedTuple):
    """The ids of the styles of a comment's paragraphs and of its sign in the text; "" for none."""

    text: str = "CommentText"
    sign: str = "CommentReference"


PLAIN_LOOK = CommentLook()
"""The styles as our own files have them; a file that went through Word in another language may call them otherwise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """One word of a thread.

    `number` is its id in the file; `parent` the `para_id` of the first of its thread, "" for that one itself;
    `para_id` and `durable_id` are eight hexadecimal digits; `at` (UTC) is left out where it is not known.
    """

    number: int
    para_id: str
    durable_id: str
    author: str
    text: str
    initials: str = ""
    at: datetime | None = None
    parent: str = ""
    is_resolved: bool = False


class CommentIds:
    """Hands out the ids that last: made of what a comment is known by here, so that equal files have equal ones."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._taken = {int(one, 16) for one in taken}

    def claim(self, *words: str) -> str:
        """Eight hexadecimal digits for what `words` name, none of those that are taken."""
        digest = hashlib.blake2b("\0".join(words).encode("utf-8", "surrogatepass"), digest_size=8).digest()
        number = int.from_bytes(digest) % _LARGEST_ID + 1
        while number in self._taken:
            number = number % _LARGEST_ID + 1
        self._taken.add(number)
        return f"{number:08X}"


def write_comments(comments: Iterable[Comment]) -> str:
    """The part with what is said."""
    return (
        f'<w:comments xmlns:w="{_WORD}" xmlns:w14="{W14}" xmlns:mc="{_COMPATIBILITY}" mc:Ignorable="w14">'
        f"{''.join(map(write_comment, comments))}</w:comments>"
    )


def write_comment(comment: Comment, look: CommentLook = PLAIN_LOOK) -> str:
    """A comment, whose last paragraph bears the id that threads hang on.

    Its date is the time on a Thai wall, with the Z that Word puts behind it: Word shows it as it is written. The prefixes w
    and w14 must be known where it is put.
    """
    at = f' w:date="{write_wall_time(comment.at)}"' if comment.at else ""
    initials = f' w:initials="{escape(comment.initials)}"' if comment.initials else ""
    style = f'<w:pPr><w:pStyle w:val="{look.text}"/></w:pPr>' if look.text else ""
    lines = [_run(line) for line in split_paragraphs(comment.text)]
    lines[0] = f"<w:r>{_style_run(look.sign)}<w:annotationRef/></w:r>{lines[0]}"
    *others, last = [f"{style}{line}</w:p>" for line in lines]
    paragraphs = (*(f"<w:p>{line}" for line in others), f'<w:p w14:paraId="{comment.para_id}">{last}')
    return (
        f'<w:comment w:id="{comment.number}" w:author="{escape(comment.author)}"{at}{initials}>'
        f"{''.join(paragraphs)}</w:comment>"
    )


def write_threads(comments: Iterable[Comment]) -> str:
    """The part that tells who answers whom, and what is resolved."""
    return f'<w15:commentsEx xmlns:w15="{W15}">{"".join(map(write_thread, comments))}</w15:commentsEx>'


def write_thread(comment: Comment) -> str:
    """One comment's place in its thread; the prefix w15 must be known where it is put."""
    parent = f' w15:paraIdParent="{comment.parent}"' if comment.parent else ""
    return f'<w15:commentEx w15:paraId="{comment.para_id}"{parent} w15:done="{int(comment.is_resolved)}"/>'


def write_lasting_ids(comments: Iterable[Comment]) -> str:
    """The part that gives every comment of the file an id for good."""
    return f'<w16cid:commentsIds xmlns:w16cid="{W16CID}">{"".join(map(write_lasting_id, comments))}</w16cid:commentsIds>'


def write_lasting_id(comment: Comment) -> str:
    """One comment's id for good; the prefix w16cid must be known where it is put."""
    return f'<w16cid:commentId w16cid:paraId="{comment.para_id}" w16cid:durableId="{comment.durable_id}"/>'


def write_moments(comments: Iterable[Comment]) -> str:
    """The part that gives the moment (UTC) of comments: their own dates say only what the clock on the wall showed."""
    moments = "".join(map(write_moment, comments))
    return f'<w16cex:commentsExtensible xmlns:w16cex="{W16CEX}">{moments}</w16cex:commentsExtensible>'


def write_moment(comment: Comment) -> str:
    """The moment of one comment, "" where it is not known; the prefix w16cex must be known where it is put."""
    if comment.at is None:
        return ""
    at = write_instant(comment.at)
    return f'<w16cex:commentExtensible w16cex:durableId="{comment.durable_id}" w16cex:dateUtc="{at}"/>'


def write_people(authors: Iterable[str]) -> str:
    """The part with the people who speak, each once."""
    return f'<w15:people xmlns:w15="{W15}">{"".join(map(write_person, dict.fromkeys(authors)))}</w15:people>'


def write_person(author: str) -> str:
    """One person, of whom nothing is known but the name; the prefix w15 must be known where it is put."""
    name = escape(author)
    return (
        f'<w15:person w15:author="{name}">'
        f'<w15:presenceInfo w15:providerId="None" w15:userId="{name}"/></w15:person>'
    )


def open_ranges(numbers: Sequence[int]) -> str:
    """What stands before the words that comments are about: one mark for each comment of the thread."""
    return "".join(f'<w:commentRangeStart w:id="{number}"/>' for number in numbers)


def close_ranges(numbers: Sequence[int], look: CommentLook = PLAIN_LOOK) -> str:
    """What stands behind those words: the end of each range, and the sign that a comment hangs on."""
    return "".join(f'<w:commentRangeEnd w:id="{number}"/>{write_sign(number, look)}' for number in numbers)


def write_sign(number: int, look: CommentLook = PLAIN_LOOK) -> str:
    """The sign in the text that a comment hangs on."""
    return f'<w:r>{_style_run(look.sign)}<w:commentReference w:id="{number}"/></w:r>'


def _style_run(style: str) -> str:
    return f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""


def _run(text: str) -> str:
    inside = escape(text).replace("\t", '</w:t><w:tab/><w:t xml:space="preserve">')
    return f'<w:r><w:t xml:space="preserve">{inside}</w:t></w:r>' if text else ""
