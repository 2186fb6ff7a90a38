"""Putting the marks of replies into the text of somebody else's Word file, without touching a character of what is there.

Each reply is marked where its thread is (ECMA-376 part 1, 17.13.4): Word shows none that the text does not refer to.
"""

import re
from dataclasses import dataclass

from success_desktop.documents.word_comments import CommentLook, close_ranges, open_ranges, write_sign

_NAMESPACES = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
_DECLARED = re.compile(r"""\sxmlns(?::([\w.-]+))?\s*=\s*["']([^"']*)["']""")
_ENCODING = re.compile(rb"""^(?:\xef\xbb\xbf)?<\?xml[^>]*?\sencoding\s*=\s*["']([\w.-]+)["']""")
_ID = re.compile(r"""\s[\w.-]+:id\s*=\s*["']([^"']*)["']""")
_UTF_16_MARKS = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True, slots=True)
class NewMarks:
    """Replies of one thread by their numbers in the file; `ids` are those of the thread's comments, the first one first."""

    ids: tuple[str, ...]
    numbers: tuple[int, ...]


class MarkedText:
    """A part of a Word file as text, and where the marks of comments stand in it."""

    def __init__(self, data: bytes) -> None:
        self._encoding = _read_encoding(data)
        self._text = data.decode(self._encoding)
        declared = (one.group(1, 2) for one in _DECLARED.finditer(self._text) if one[2] in _NAMESPACES)
        prefix, namespace = next(declared, (None, None))
        self._prefix: str = prefix or ""
        self._namespace: str = namespace or _NAMESPACES[0]
        self._tag = f"{self._prefix}:" if self._prefix else ""
        self._pieces: list[tuple[int, str]] = []
        self._starts: dict[str, int] = {}
        self._ends: dict[str, int] = {}
        self._find_marks()

    def holds(self, comment_id: str) -> bool:
        """Whether a comment hangs here."""
        return comment_id in self._ends

    def add(self, new: NewMarks, look: CommentLook) -> None:
        """Put the marks of replies beside those of the first comment of their thread."""
        first_id = new.ids[0]
        behind = max(self._ends[one] for one in new.ids if one in self._ends)
        if first_id in self._starts:
            self._put(self._starts[first_id], open_ranges(new.numbers))
            self._put(behind, close_ranges(new.numbers, look))
        else:
            self._put(behind, "".join(write_sign(number, look) for number in new.numbers))

    def begin(self, name: str, number: int, look: CommentLook) -> bool:
        """Put the marks of a new comment on the label that bears the bookmark `name`; False where that is not here.

        With "" the first paragraph is marked. The comment is about the first run behind the beginning of the bookmark, where
        the paragraph has one there.
        """
        place = self._find_label(name)
        if place is None:
            return False
        start, behind = place
        run_end, paragraph_end = (self._search(rf"</{self._tag}{what}\s*>", behind) for what in ("r", "p"))
        if run_end is not None and paragraph_end is not None and run_end.end() < paragraph_end.start():
            behind = run_end.end()
        self._put(start, open_ranges((number,)))
        self._put(behind, close_ranges((number,), look))
        return True

    def write(self) -> bytes:
        """The part with all that was put in."""
        done, parts = 0, []
        for place, xml in sorted(self._pieces, key=lambda piece: piece[0]):
            parts += [self._text[done:place], xml]
            done = place
        return "".join((*parts, self._text[done:])).encode(self._encoding)

    def _find_label(self, name: str) -> tuple[int, int] | None:
        """Where a bookmark in a paragraph begins, and where its mark ends; in front of the first run where it is in none."""
        before = 0
        if name:
            mark = self._search(
                rf"""<{self._tag}bookmarkStart\b[^>]*:name\s*=\s*["']{re.escape(name)}["'][^>]*>""", 0
            )
            if mark is None:
                return None
            before = self._behind_element(mark)
            opened = (
                self._text.rfind(f"<{self._tag}p ", 0, mark.start()),
                self._text.rfind(f"<{self._tag}p>", 0, mark.start()),
            )
            if max(opened) > self._text.rfind(f"</{self._tag}p>", 0, mark.start()):
                return mark.start(), before
        paragraph = self._search(rf"<{self._tag}p(?:\s[^>]*[^/])?>", before)
        if paragraph is None:
            return None
        inside = self._search(rf"<{self._tag}r[\s>]|</{self._tag}p\s*>", paragraph.end())
        return None if inside is None else (inside.start(), inside.start())

    def _search(self, pattern: str, start: int) -> "re.Match[str] | None":
        return re.compile(pattern).search(self._text, start)

    def _put(self, place: int, xml: str) -> None:
        self._pieces.append((place, self._spell(xml)))

    def _find_marks(self) -> None:
        """Note behind which character each range begins, and behind which one the run with its sign ends."""
        marks = re.compile(
            rf"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<{self._tag}comment(RangeStart|Reference)\b[^>]*>", re.DOTALL
        )
        run_end = re.compile(rf"</{self._tag}r\s*>")
        for mark in marks.finditer(self._text):
            named = _ID.search(mark[0]) if mark[1] else None
            if named is None:
                continue
            if mark[1] == "RangeStart":
                self._starts.setdefault(named[1], self._behind_element(mark))
            elif (end := run_end.search(self._text, mark.end())) is not None:
                self._ends.setdefault(named[1], end.end())

    def _behind_element(self, mark: "re.Match[str]") -> int:
        """Where an element that holds nothing ends, however it is written."""
        return mark.end() if mark[0].endswith("/>") else self._text.index(">", mark.end()) + 1

    def _spell(self, xml: str) -> str:
        """Our XML with the prefix that this part has for the namespace of its elements."""
        if self._prefix:
            return (
                xml.replace("<w:", f"<{self._prefix}:")
                .replace("</w:", f"</{self._prefix}:")
                .replace(" w:", f" {self._prefix}:")
            )
        return re.sub(r"<(w:\w+)", rf'<\1 xmlns:w="{self._namespace}"', xml)


def _read_encoding(data: bytes) -> str:
    """The encoding of an XML part: what it declares, else what its first bytes tell, else UTF-8."""
    declared = _ENCODING.match(data)
    if declared:
        return declared[1].decode()
    return "utf-16" if data.startswith(_UTF_16_MARKS) else "utf-8"
