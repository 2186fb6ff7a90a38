"""What a Word file for reviewers has besides the plan: a note on the first page, and open remarks as comments."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import chain, count

from docx.document import Document

from success_desktop.documents.comment_marks import CommentMark, CommentMarker
from success_desktop.documents.comment_places import PlaceBook
from success_desktop.documents.outline_blocks import Outline
from success_desktop.documents.word_body import COVER_TOP
from success_desktop.documents.word_comments import (
    COMMENTS,
    LASTING_IDS,
    MOMENTS,
    PEOPLE,
    THREADS,
    Comment,
    CommentIds,
    close_ranges,
    open_ranges,
    write_comments,
    write_lasting_ids,
    write_moments,
    write_people,
    write_threads,
)
from success_desktop.documents.word_dates import write_wall_time
from success_desktop.documents.word_package import attach_part
from success_desktop.documents.word_styles import add_review_styles
from success_desktop.documents.word_xml import escape, write_paragraph, write_run

NOTE, NOTE_TITLE = "ReviewNote", "ReviewNoteTitle"
"""The ids of the styles of the note: what stands in them is no part of the plan."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SentWord:
    """One word of a thread that goes out. `durable_id` is what it is known by when it comes back: eight hexadecimal digits.

    `node_id` is the remark or the reply that it is made of, "" for what is none; `at` is UTC, None where it is not known.
    """

    durable_id: str
    author: str
    text: str
    initials: str = ""
    at: datetime | None = None
    node_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SentThread:
    """A remark that goes out as a comment, with its replies.

    `places` are the passages (node, field, part) that it is about, to be tried in turn; `start` and `end` characters of the
    text of the first. What has no place stands on the note of the first page.
    """

    words: tuple[SentWord, ...]
    places: tuple[tuple[str, str, str], ...] = ()
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class ReviewPack:
    """What goes out with a plan: the note, in paragraphs of a title and lines, and the threads."""

    note: tuple[tuple[str, ...], ...]
    threads: tuple[SentThread, ...] = ()


def equip_for_review(
    document: Document, outline: Outline, pack: ReviewPack, font: str, pages: Iterator[Iterator[str]]
) -> Iterator[Iterator[str]]:
    """Give `document` what a file for review needs, and put note and comments into the pages of its body."""
    add_review_styles(document, font)
    numbers = count()
    ids = CommentIds()
    threads = [
        (thread, _number(thread.words, [next(numbers) for _word in thread.words], ids))
        for thread in pack.threads
    ]
    if threads:
        _attach_comments(document, [comment for _thread, comments in threads for comment in comments])
    book = PlaceBook(outline)
    marks: list[CommentMark] = []
    homeless: list[int] = []
    for thread, comments in threads:
        mark = _place(book, thread, tuple(comment.number for comment in comments))
        if mark is None:
            homeless.extend(comment.number for comment in comments)
        else:
            marks.append(mark)
    return _put_in(pages, write_note(pack.note, homeless), CommentMarker(marks))


def list_sent_words(pack: ReviewPack) -> Iterator[str]:
    """What the map inside the file tells besides: programs that drop styles and durable ids keep what was said.

    ``<note>line</note>`` for every line of the note, ``<remark node author date>text</remark>`` for every word that is a
    remark or a reply of the plan.
    """
    for line in (line for part in pack.note for line in part):
        yield f"<note>{escape(line)}</note>"
    for word in (word for thread in pack.threads for word in thread.words if word.node_id):
        at = f' date="{write_wall_time(word.at)}"' if word.at else ""
        author = escape(word.author)
        yield f'<remark node="{word.node_id}" author="{author}"{at}>{escape(word.text)}</remark>'


def write_note(note: Sequence[Sequence[str]], numbers: Sequence[int] = ()) -> str:
    """The note as paragraphs: of each part its title and its lines. Comments without a place stand on its first title."""
    paragraphs = []
    for part, (title, *lines) in enumerate(note):
        run = write_run(title)
        if part == 0 and numbers:
            run = open_ranges(numbers) + run + close_ranges(numbers)
        paragraphs.append(write_paragraph(NOTE_TITLE, run))
        paragraphs.extend(write_paragraph(NOTE, write_run(line)) for line in lines)
    return "".join(paragraphs)


def _number(words: Sequence[SentWord], numbers: Sequence[int], ids: CommentIds) -> list[Comment]:
    """The words of a thread as comments of the file; those behind the first answer it."""
    comments: list[Comment] = []
    for word, number in zip(words, numbers, strict=True):
        comments.append(
            Comment(
                number=number,
                para_id=ids.claim(word.durable_id, "paragraph"),
                durable_id=word.durable_id,
                author=word.author,
                text=word.text,
                initials=word.initials,
                at=word.at,
                parent=comments[0].para_id if comments else "",
            )
        )
    return comments


def _attach_comments(document: Document, comments: list[Comment]) -> None:
    attach_part(document, COMMENTS, write_comments(comments))
    attach_part(document, THREADS, write_threads(comments))
    attach_part(document, LASTING_IDS, write_lasting_ids(comments))
    attach_part(document, MOMENTS, write_moments(comments))
    attach_part(document, PEOPLE, write_people(comment.author for comment in comments))


def _place(book: PlaceBook, thread: SentThread, numbers: tuple[int, ...]) -> CommentMark | None:
    """The mark of a thread; only in the first of its places do its characters count."""
    for place in thread.places:
        printed = book.find(*place)
        if printed is not None:
            is_meant = place == thread.places[0] and printed.is_exact and thread.end <= len(printed.text)
            start, end = (thread.start, thread.end) if is_meant else (0, 0)
            return CommentMark(numbers, printed, start, end)
    return None


def _put_in(pages: Iterator[Iterator[str]], note: str, marker: CommentMarker) -> Iterator[Iterator[str]]:
    """The pages with the note above everything on the first one; on a cover it takes the room that was empty there."""
    lower = write_paragraph("CoverLine", "")
    for place, pieces in enumerate(pages):
        marked = marker.mark(pieces)
        first = (lower if piece == COVER_TOP else piece for piece in marked)
        yield marked if place else chain((note,), first)
