"""The parts of somebody else's Word file that tell of comments, with our replies in them."""

from collections.abc import Iterable, Mapping
from typing import cast

from lxml import etree

from success_desktop.documents.word_comments import (
    W14,
    W15,
    W16CEX,
    W16CID,
    Comment,
    CommentIds,
    CommentLook,
    write_comment,
    write_lasting_id,
    write_moment,
    write_person,
    write_thread,
)

_COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_PARA_ID = f"{{{W14}}}paraId"
_THREAD, _THREAD_ID, _DONE = f"{{{W15}}}commentEx", f"{{{W15}}}paraId", f"{{{W15}}}done"
_LASTING, _LASTING_ID = f"{{{W16CID}}}commentId", f"{{{W16CID}}}paraId"
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)


class CommentsPart:
    """The part with what is said: comments are known by their place in it, counted from 0."""

    def __init__(self, data: bytes) -> None:
        root = etree.fromstring(data, _PARSER)
        self._root = _declare(root, W14)
        self._word = str(root.tag).partition("}")[0] + "}"
        self._comments = list(self._root.iterchildren(f"{self._word}comment"))
        taken = [one for found in self._root.iter() if (one := found.get(_PARA_ID))]
        self.ids = CommentIds(taken)
        self._last_number = max(map(self._number, self._comments), default=-1)

    @property
    def count(self) -> int:
        """How many comments there are, without those that are only being added."""
        return len(self._comments)

    def next_number(self) -> int:
        """A number for one more comment."""
        self._last_number += 1
        return self._last_number

    def id_of(self, place: int) -> str:
        """The id by which the text refers to a comment."""
        return self._comments[place].get(f"{self._word}id", "")

    def para_id(self, place: int) -> str:
        """What the thread of a comment hangs on: the id of its last paragraph, which is given one where it has none."""
        comment = self._comments[place]
        paragraphs = list(comment.iterchildren(f"{self._word}p"))
        last = paragraphs[-1] if paragraphs else etree.SubElement(comment, f"{self._word}p")
        para_id = last.get(_PARA_ID)
        if not para_id:
            para_id = self.ids.claim("comment", self.id_of(place))
            last.set(_PARA_ID, para_id)
        return para_id

    def add(self, comment: Comment, look: CommentLook) -> None:
        """Put one more comment at the end."""
        declarations = f'xmlns:w="{self._word[1:-1]}" xmlns:w14="{W14}"'
        holder = etree.fromstring(f"<holder {declarations}>{write_comment(comment, look)}</holder>")
        self._root.extend(holder)

    def write(self) -> bytes:
        """The part as it is now."""
        return _write(self._root)

    def _number(self, comment: etree._Element) -> int:
        text = comment.get(f"{self._word}id", "")
        return int(text) if text.isdecimal() else -1


def add_threads(data: bytes, comments: Iterable[Comment], done: Iterable[str]) -> bytes:
    """The part of threads with more comments; the threads whose paragraph ids are `done` are ticked as resolved.

    A thread of which the part does not know yet is added as one that nobody answers.
    """
    root = etree.fromstring(data, _PARSER)
    known = {entry.get(_THREAD_ID, "").upper(): entry for entry in root.iter(_THREAD)}
    for comment in comments:
        if comment.para_id.upper() not in known:
            _append(root, write_thread(comment), "w15", W15)
    ticked = {para_id.upper() for para_id in done}
    for entry in root.iter(_THREAD):
        if {entry.get(_THREAD_ID, "").upper(), entry.get(f"{{{W15}}}paraIdParent", "").upper()} & ticked:
            entry.set(_DONE, "1")
    return _write(root)


def add_lasting_ids(data: bytes, comments: Iterable[Comment]) -> bytes:
    """The part of lasting ids with those of more comments; it must list every comment of the file."""
    root = etree.fromstring(data, _PARSER)
    known = {entry.get(_LASTING_ID, "").upper() for entry in root.iter(_LASTING)}
    for comment in comments:
        if comment.para_id.upper() not in known:
            _append(root, write_lasting_id(comment), "w16cid", W16CID)
    return _write(root)


def add_moments(data: bytes, comments: Iterable[Comment]) -> bytes:
    """The part of moments with those of more comments."""
    root = etree.fromstring(data, _PARSER)
    for comment in comments:
        _append(root, write_moment(comment), "w16cex", W16CEX)
    return _write(root)


def add_people(data: bytes, authors: Iterable[str]) -> bytes:
    """The part of people with those that it lacks."""
    root = etree.fromstring(data, _PARSER)
    known = {entry.get(f"{{{W15}}}author") for entry in root.iter(f"{{{W15}}}person")}
    for author in dict.fromkeys(authors):
        if author not in known:
            _append(root, write_person(author), "w15", W15)
    return _write(root)


def _declare(root: etree._Element, namespace: str) -> etree._Element:
    """The same element with a prefix for `namespace`, which older programs are told that they may pass over.

    Prefixes that are declared stay: what may be passed over is named by them (ECMA-376 part 3, 7.2).
    """
    if namespace in root.nsmap.values():
        return root
    prefixes: dict[str | None, str] = {"w14": namespace}
    prefixes.update(root.nsmap)
    if _COMPATIBILITY not in prefixes.values():
        prefixes["mc"] = _COMPATIBILITY
    wider = etree.Element(root.tag, nsmap=cast(Mapping[str, str], prefixes))
    for name, value in root.attrib.items():
        wider.set(name, value)
    wider.extend(list(root))
    ignorable = f"{{{_COMPATIBILITY}}}Ignorable"
    wider.set(ignorable, f"{root.get(ignorable, '')} w14".strip())
    return wider


def _append(root: etree._Element, xml: str, prefix: str, namespace: str) -> None:
    root.extend(etree.fromstring(f'<holder xmlns:{prefix}="{namespace}">{xml}</holder>'))


def _write(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
