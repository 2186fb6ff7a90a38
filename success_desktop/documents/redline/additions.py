"""Where something new ends a paragraph and something new begins the next: written so that Word and LibreOffice agree.

LibreOffice (7.4) takes two neighbouring insertions by one author within a minute for one, with the paragraph's mark between
them, though that mark was there before: rejected, it joins the paragraphs. Two shapes keep it from that:

New paragraphs behind the addition are written as Word writes them when they are typed: the mark of the paragraph before is
the new one, and the last new paragraph ends in the mark that was there before. If it looks otherwise, that is tracked.

A paragraph that was there, and has something new at its beginning, bears a tracked look, which is the one it has.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from typing import NamedTuple

from success_desktop.documents.redline.tracked import TrackedXml

_BLOCK = re.compile("<w:p>.*?</w:p>", re.DOTALL)
_PARAGRAPH = re.compile(
    r"<w:p><w:pPr>(?P<look>.*?)(?P<mark><w:rPr><w:(?:ins|del) [^>]*/></w:rPr>)?</w:pPr>(?P<content>.*?)</w:p>",
    re.DOTALL,
)
_INSERTION = re.compile("<w:ins [^>]*>.*?</w:ins>", re.DOTALL)
_BOOKMARK = re.compile("<w:bookmark[^>]*/>")
_SIGNATURE = re.compile('<w:(?:ins|del) [^>]*(w:author="[^"]*") (w:date="([^"]*)"[^/>]*)')
_MOST_APART = timedelta(minutes=1)


class _Paragraph(NamedTuple):
    """A paragraph: the inside of its properties, what tracks its mark and its look ("" for nothing), what stands in it."""

    look: str
    mark: str
    content: str
    change: str = ""

    @property
    def has_new_end(self) -> bool:
        """Whether its mark was there before, and what stands in front of it was not."""
        return not self.mark and _BOOKMARK.sub("", self.content).endswith("</w:ins>")

    @property
    def is_new(self) -> bool:
        """Whether its mark was not there before, nor anything in front of it."""
        return "<w:ins " in self.mark and not _BOOKMARK.sub("", _INSERTION.sub("", self.content))

    @property
    def has_new_beginning(self) -> bool:
        """Whether something new stands in it first, or it is a new mark alone."""
        return (_BOOKMARK.sub("", self.content) or self.mark.removeprefix("<w:rPr>")).startswith("<w:ins ")

    @property
    def xml(self) -> str:
        """All of it."""
        return f"<w:p><w:pPr>{self.look}{self.mark}{self.change}</w:pPr>{self.content}</w:p>"


class _Addition:
    """What was added at the end of a paragraph, and new paragraphs behind it; only the last of these is kept."""

    def __init__(self, paragraph: _Paragraph, xml: TrackedXml) -> None:
        self._xml = xml
        self._old_look = paragraph.look
        self._last = paragraph

    def goes_on_in(self, paragraph: _Paragraph) -> bool:
        """Whether the beginning of the next paragraph is new, too, by the same author and of about the same time."""
        if not paragraph.has_new_beginning:
            return False
        author, _dates, at = _SIGNATURE.findall(self._last.content + self._last.mark)[-1]
        next_author, _dates, next_at = _SIGNATURE.findall(paragraph.content + paragraph.mark)[0]
        apart = abs(datetime.fromisoformat(next_at) - datetime.fromisoformat(at))
        return bool(next_author == author and apart <= _MOST_APART)

    def extend(self, paragraph: _Paragraph) -> str:
        """Add a new paragraph. The one before it gets its mark, and is finished."""
        finished = self._last._replace(mark=paragraph.mark)
        self._last = paragraph
        return finished.xml

    def end(self) -> str:
        """The last paragraph, with the mark that was there before; and with the look, if it was another."""
        last = self._last
        if last.mark:
            change = self._track_look(last, self._old_look) if last.look != self._old_look else ""
            last = last._replace(mark="", change=change)
        return last.xml

    def part_from(self, paragraph: _Paragraph) -> _Paragraph:
        """The next paragraph, which was there before, kept apart from the addition by a tracked look."""
        return paragraph._replace(change=self._track_look(paragraph, paragraph.look))

    def _track_look(self, paragraph: _Paragraph, old_look: str) -> str:
        author, dates, _at = _SIGNATURE.findall(paragraph.content + paragraph.mark)[0]
        signed = f'w:id="{self._xml.next_id()}" {author} {dates}'
        return f"<w:pPrChange {signed}><w:pPr>{old_look}</w:pPr></w:pPrChange>"


def keep_apart(pieces: Iterable[str], xml: TrackedXml) -> Iterator[str]:
    """Pieces as they are woven (paragraphs, rows, the beginnings and ends of tables), with paragraphs written as said."""
    addition: _Addition | None = None
    for part in _cut(pieces):
        paragraph = _read(part)
        if addition is not None:
            goes_on = paragraph is not None and addition.goes_on_in(paragraph)
            if paragraph is not None and goes_on and paragraph.is_new:
                yield addition.extend(paragraph)
                continue
            yield addition.end()
            if paragraph is not None and goes_on:
                paragraph = addition.part_from(paragraph)
        addition = _Addition(paragraph, xml) if paragraph is not None and paragraph.has_new_end else None
        if addition is None:
            yield part if paragraph is None else paragraph.xml
    if addition is not None:
        yield addition.end()


def _cut(pieces: Iterable[str]) -> Iterator[str]:
    """Paragraphs one by one where something is new in some of them, all else as it comes."""
    for piece in pieces:
        if piece.startswith("<w:p>") and "<w:ins " in piece:
            yield from _BLOCK.findall(piece)
        elif piece:
            yield piece


def _read(part: str) -> _Paragraph | None:
    """A paragraph with something new in it; None for any other part."""
    found = _PARAGRAPH.fullmatch(part) if "<w:ins " in part else None
    return _Paragraph(found["look"], found["mark"] or "", found["content"]) if found else None
