"""What differs between a file that came back and the copy with replies, read without the code that wrote the copy."""

import re
import zipfile
from pathlib import Path
from typing import NamedTuple

from lxml import etree

from success_desktop.documents.reply_copy import Answer, write_reply_copy
from success_desktop.documents.returned.reading import read_returned
from success_desktop.documents.returned.returned_file import ReturnedFile
from success_desktop.documents.word_review import SentWord
from tests.documents.review_files import AT

COMMENT_PARTS = re.compile(r"(^|/)(comments\w*|people)\d*\.xml$")
MARKS = ("commentRangeStart", "commentRangeEnd", "commentReference")


class Threads(NamedTuple):
    """The comments that begin a thread, and for each its replies, as (author, text, whether it is ticked)."""

    heads: tuple[tuple[str, str, bool], ...]
    replies: tuple[tuple[tuple[str, str, bool], ...], ...]


def read_threads(file: ReturnedFile) -> Threads:
    heads = [one for one in file.comments if not one.parent_id]
    return Threads(
        tuple((one.author, one.text, one.is_resolved) for one in heads),
        tuple(
            tuple(
                (one.author, one.text, one.is_resolved) for one in file.comments if one.parent_id == head.id
            )
            for head in heads
        ),
    )


def answer_all(source: Path, target: Path, *, is_done: bool = True) -> tuple[Answer, ...]:
    """Answer every thread of a file with “ตอบ” and its number; the answers that could not be given are returned."""
    file = read_returned(source)
    heads = [one for one in file.comments if not one.parent_id]
    answers = [
        Answer(
            (head.number, *(one.number for one in file.comments if one.parent_id == head.id)),
            (
                SentWord(
                    durable_id=f"{number + 1:08X}", author="เทศบาล <ก>", text=f"ตอบ {number}\n& จบ", at=AT
                ),
            ),
            is_done,
        )
        for number, head in enumerate(heads)
    ]
    return write_reply_copy(source, answers, target)


def changed_parts(source: Path, target: Path) -> set[str]:
    """The names of parts that only one of two packages has, or that are other bytes."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target) as new:
        olds, news = ({name: one.read(name) for name in one.namelist()} for one in (old, new))
    return {name for name in olds.keys() | news.keys() if olds.get(name) != news.get(name)}


def without_marks(data: bytes, numbers: set[str]) -> bytes:
    """A part in its canonical form without the marks of the comments with these ids."""
    root = etree.fromstring(data, etree.XMLParser(resolve_entities=False))
    for mark in list(root.iter(*(f"{{*}}{name}" for name in MARKS))):
        if mark.get(f"{mark.tag[: mark.tag.index('}') + 1]}id") in numbers:
            parent = mark.getparent()
            assert parent is not None
            gone = parent if etree.QName(mark).localname == "commentReference" else mark
            holder = gone.getparent()
            assert holder is not None
            assert not gone.tail
            holder.remove(gone)
    return etree.tostring(root, method="c14n")
