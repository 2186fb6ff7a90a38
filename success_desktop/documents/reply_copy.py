"""A reviewer's own Word file once more, with our replies in its threads and ticks on what is done; nothing else differs.

All parts but those that tell of comments are the bytes that came, and the text gets the marks that the replies hang on.
"""

import posixpath
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from docx.oxml.ns import qn
from lxml import etree

from success_desktop.documents.reply_marks import MarkedText, NewMarks
from success_desktop.documents.reply_parts import (
    CommentsPart,
    add_lasting_ids,
    add_moments,
    add_people,
    add_threads,
)
from success_desktop.documents.returned.package_in import Package, open_package
from success_desktop.documents.word_comments import (
    COMMENTS,
    LASTING_IDS,
    MOMENTS,
    PEOPLE,
    THREADS,
    Comment,
    CommentLook,
    write_comments,
    write_lasting_ids,
    write_moments,
    write_people,
    write_threads,
)
from success_desktop.documents.word_package import PartKind
from success_desktop.documents.word_review import SentWord

_STORIES = ("footnotes", "endnotes", "header", "footer")
_TYPES = "[Content_Types].xml"
_TYPES_NAMESPACE = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS_NAMESPACE = "http://schemas.openxmlformats.org/package/2006/relationships"
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
_STYLE, _NAME, _VALUE, _STYLE_ID = qn("w:style"), qn("w:name"), qn("w:val"), qn("w:styleId")
_STYLE_NAMES = ("annotation text", "annotation reference")


@dataclass(frozen=True, slots=True)
class Answer:
    """What one thread of the file is answered: words of ours, and whether it is done.

    `comments` are the places of the thread's comments in the file, counted from 0, the one that began it first.
    """

    comments: tuple[int, ...]
    words: tuple[SentWord, ...] = ()
    is_done: bool = False


@dataclass(frozen=True, slots=True)
class NewThread:
    """A word of ours on what has no thread: a tracked or a silent edit.

    It stands on the first of the labels that the file has by the `names` of their bookmarks, else on its first paragraph.
    """

    names: tuple[str, ...]
    word: SentWord


def write_reply_copy(
    source: Path, answers: Sequence[Answer], target: Path, new_threads: Sequence[NewThread] = ()
) -> tuple[Answer, ...]:
    """Write the Word file `source` with `answers` in it to `target`; those that could not be given are returned.

    That is so where nothing in the text refers to a thread: no program would show a reply in it. Raises UserError for a file
    that cannot be read; the disk's OSError is let through.
    """
    package = open_package(source)
    copy = _Copy(package)
    left_out = tuple(answer for answer in answers if not copy.answer(answer))
    for thread in new_threads:
        copy.begin(thread)
    _write_package(package, copy.finish(), target)
    return left_out


class _Copy:
    """The parts of a copy that differ from those of the file."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._look = _read_look(package)
        name = _find_part(package, "comments")
        self._comments = CommentsPart(package.read(name) if name else write_comments(()).encode())
        stories = (package.main, *(one.target for one in package.related(package.main, *_STORIES)))
        self._texts = {name: MarkedText(package.read(name)) for name in stories}
        self._marked: set[str] = set()
        self._new: list[Comment] = []
        self._done: list[str] = []

    def answer(self, answer: Answer) -> bool:
        """Take in the answer to a thread; False where nothing refers to it."""
        ids = tuple(map(self._comments.id_of, answer.comments))
        story = next((name for name, text in self._texts.items() if text.holds(ids[0])), None)
        if story is None:
            return False
        first = self._comments.para_id(answer.comments[0])
        replies = [self._make(word, first, is_done=answer.is_done) for word in answer.words]
        if answer.is_done:
            self._done.append(first)
        if replies:
            numbers = tuple(reply.number for reply in replies)
            self._texts[story].add(NewMarks(ids, numbers), self._look)
            self._marked.add(story)
        return True

    def begin(self, thread: NewThread) -> None:
        """Begin a thread of our own."""
        comment = self._make(thread.word, "", is_done=False)
        for name in (*thread.names, ""):
            for story, text in self._texts.items():
                if text.begin(name, comment.number, self._look):
                    self._marked.add(story)
                    return

    def finish(self) -> dict[str, bytes]:
        """The parts that differ, by name; none when nothing was answered."""
        if not self._new and not self._done:
            return {}
        everyone = [*self._list_old(), *self._new]
        for comment in self._new:
            self._comments.add(comment, self._look)
        parts = {name: self._texts[name].write() for name in self._marked}
        authors = [comment.author for comment in self._new]
        more = _MoreParts(self._package, parts)
        more.put(COMMENTS, "", lambda _data: self._comments.write())
        more.put(THREADS, write_threads(()), lambda data: add_threads(data, everyone, self._done))
        more.put(LASTING_IDS, write_lasting_ids(()), lambda data: add_lasting_ids(data, everyone))
        if authors:
            more.put(MOMENTS, write_moments(()), lambda data: add_moments(data, self._new))
            more.put(PEOPLE, write_people(()), lambda data: add_people(data, authors))
        more.register()
        return parts

    def _make(self, word: SentWord, parent: str, *, is_done: bool) -> Comment:
        comment = Comment(
            number=self._comments.next_number(),
            para_id=self._comments.ids.claim(word.durable_id, "paragraph"),
            durable_id=word.durable_id,
            author=word.author,
            text=word.text,
            initials=word.initials,
            at=word.at,
            parent=parent,
            is_resolved=is_done,
        )
        self._new.append(comment)
        return comment

    def _list_old(self) -> Iterator[Comment]:
        """The comments that came, as far as threads and lasting ids go, for parts that do not know them."""
        for place in range(self._comments.count):
            para_id = self._comments.para_id(place)
            durable_id = self._comments.ids.claim(para_id, "lasting")
            yield Comment(number=place, para_id=para_id, durable_id=durable_id, author="", text="")


class _MoreParts:
    """The parts beside the comments, which many programs leave out: added to, or made and registered in the package."""

    def __init__(self, package: Package, parts: dict[str, bytes]) -> None:
        self._package = package
        self._parts = parts
        self._made: list[tuple[PartKind, str]] = []

    def put(self, kind: PartKind, empty: str, add: Callable[[bytes], bytes]) -> None:
        """Add to the part of a kind, which begins as `empty` where there is none."""
        name = _find_part(self._package, kind.relationship.rpartition("/")[2])
        if name is None:
            name = self._name_part(kind)
            self._made.append((kind, name))
            self._parts[name] = add(empty.encode())
        else:
            self._parts[name] = add(self._package.read(name))

    def register(self) -> None:
        """Say of the parts made what they are, and that the main part refers to them."""
        if not self._made:
            return
        main = self._package.main
        folder, base = posixpath.split(main)
        listing = _real_name(self._package, posixpath.join(folder, "_rels", f"{base}.rels"))
        types = etree.fromstring(self._package.read(_TYPES), _PARSER)
        relations = etree.fromstring(self._package.read(listing), _PARSER)
        for kind, name in self._made:
            etree.SubElement(
                types, f"{{{_TYPES_NAMESPACE}}}Override", PartName=f"/{name}", ContentType=kind.content_type
            )
            etree.SubElement(
                relations,
                f"{{{_RELATIONS_NAMESPACE}}}Relationship",
                Id=_free_id(relations),
                Type=kind.relationship,
                Target=posixpath.basename(name),
            )
        for name, root in ((_TYPES, types), (listing, relations)):
            self._parts[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)

    def _name_part(self, kind: PartKind) -> str:
        """A name beside the main part that no other part has."""
        folder = posixpath.dirname(self._package.main)
        stem, dot, suffix = posixpath.basename(kind.path).partition(".")
        names = (posixpath.join(folder, f"{stem}{number or ''}{dot}{suffix}") for number in count())
        return next(name for name in names if not self._package.holds(name))


def _find_part(package: Package, kind: str) -> str | None:
    """The name of the part of a kind that the main part refers to, as it stands in the package."""
    target = next((one.target for one in package.related(package.main, kind)), None)
    return target and _real_name(package, target)


def _real_name(package: Package, part: str) -> str:
    """The name of a part with the small and capital letters that it has in the zip."""
    return next((name for name in package.names if name.lower() == part.lower()), part)


def _read_look(package: Package) -> CommentLook:
    """The styles that comments have in a file; Word knows them by name, and their ids may be of any language."""
    name = _find_part(package, "styles")
    if name is None:
        return CommentLook("", "")
    styles = package.parse(name)
    by_name = {
        str(one.get(_VALUE)).lower(): str(style.get(_STYLE_ID))
        for style in styles.iterchildren(_STYLE)
        for one in style.iterchildren(_NAME)
    }
    return CommentLook(*(by_name.get(one, "") for one in _STYLE_NAMES))


def _free_id(relations: etree._Element) -> str:
    taken = {one.get("Id") for one in relations}
    return next(name for number in count(1) if (name := f"rId{number}") not in taken)


def _write_package(package: Package, parts: dict[str, bytes], target: Path) -> None:
    """Write a package once more with some of its parts exchanged and others added; all else as it was."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as copy:
        for name in dict.fromkeys((*package.names, *parts)):
            if not name.endswith("/"):
                data = parts[name] if name in parts else package.read(name)
                copy.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
