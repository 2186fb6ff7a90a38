"""Reading a Word file that came back: every part with text in it, once, into one plain account of what it holds."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from lxml import etree

from success_desktop.documents.returned.blocks_in import BlockReader
from success_desktop.documents.returned.comments_in import CommentReader, read_threads
from success_desktop.documents.returned.manuscript import Manuscript, Where
from success_desktop.documents.returned.package_in import Package, open_package
from success_desktop.documents.returned.returned_file import Comment, Paragraph, ReturnedFile
from success_desktop.documents.returned.sent_map import SentMap, read_sent_map
from success_desktop.documents.returned.stamps import Clock, StampBook
from success_desktop.documents.returned.word_names import (
    ALTERNATIVES,
    CHOICE,
    ID,
    NUMBERING_PROPERTIES,
    OLD_PROPERTIES,
    PARAGRAPH_PROPERTIES,
    RUN_PROPERTIES,
    TRACKED,
    VALUE,
    WRAPPER_RANGES,
    W,
)
from success_desktop.documents.word_package import OLD_REVISION_PROPERTY, PLAN_PROPERTY, REVISION_PROPERTY

_THREAD_KINDS = ("commentsExtended", "commentsIds", "commentsExtensible")
_MARGINS = ("header", "footer")
_NOTES = {"footnotes": f"{W}footnote", "endnotes": f"{W}endnote"}
_LINE_TURN = "line turn"
_OF_LOOKS = (*OLD_PROPERTIES, *WRAPPER_RANGES)
_NODE_ID = re.compile("[0-9a-hjkmnp-tv-z]{26}")
"""What a plan's or a revision's id looks like (see `ids`)."""


class _Ids(NamedTuple):
    """Which plan and revision a file says it is of."""

    plan: str = ""
    revision: str = ""
    old_revision: str = ""


def read_returned(path: Path) -> ReturnedFile:
    """Read the Word file at `path`, whoever saved it last. Nothing in it is followed, fetched or run.

    Raises UserError, with what helps, for a file that is something else, broken, protected by a password, hostile or too
    large.
    """
    return _FileReader(open_package(path)).read()


class _FileReader:
    """Reads one package."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._application = self._read_application()
        self._style_names = dict(self._read_style_names())
        clock = Clock(self._application)
        self._clock = clock
        self._manuscript = Manuscript()
        self._stamps = StampBook(clock)
        line_turns = frozenset(key for key, name in self._style_names.items() if name == _LINE_TURN)
        self._blocks = BlockReader(self._manuscript, self._stamps, line_turns)
        self._formatting_count = 0

    def read(self) -> ReturnedFile:
        """Everything that the package holds."""
        self._read_body()
        self._read_margins()
        self._read_notes()
        comments = self._read_comments()
        sent = self._read_sent()
        paragraphs = self._manuscript.finish()
        ids = self._find_ids(sent, paragraphs)
        return ReturnedFile(
            paragraphs=paragraphs,
            tables=tuple(self._manuscript.list_tables()),
            comments=comments,
            plan_id=ids.plan,
            revision_id=ids.revision,
            old_revision_id=ids.old_revision,
            sent=sent,
            note_spots=self._manuscript.note_spots,
            style_names=self._style_names,
            stamps=self._stamps.stamps,
            counts=self._count(comments),
            application=self._application,
            embedded_count=self._blocks.embedded_count,
        )

    def _read_body(self) -> None:
        root = self._open("body", self._package.main)
        body = root.find(f"{W}body")
        if body is not None:
            self._blocks.read(body, Where("body"))

    def _read_margins(self) -> None:
        for kind in _MARGINS:
            for number, part in enumerate(self._parts(kind), start=1):
                story = f"{kind}{number}"
                self._blocks.read(self._open(story, part), Where(story))

    def _read_notes(self) -> None:
        for story, name in _NOTES.items():
            for part in self._parts(story)[:1]:
                for note in self._open(story, part).iterchildren(name):
                    if note.get(f"{W}type", "normal") == "normal":
                        self._blocks.read(note, Where(story, note.get(ID, "")))

    def _read_comments(self) -> tuple[Comment, ...]:
        beside = [self._package.parse(part) for kind in _THREAD_KINDS for part in self._parts(kind)]
        threads = read_threads(beside, self._clock)
        reader = CommentReader(self._manuscript, self._blocks, self._clock)
        found = [reader.read(self._open("comments", part), threads) for part in self._parts("comments")[:1]]
        return found[0] if found else ()

    def _open(self, story: str, part: str) -> etree._Element:
        """The tree of a story, with one of each set of alternatives; what only its looks track is counted here."""
        root = self._package.parse(part)
        keep_first_alternatives(root)
        self._stamps.begin(story)
        self._formatting_count += _count_formatting(root)
        return root

    def _parts(self, kind: str) -> list[str]:
        """The parts of a kind that the main part refers to, each once, in the order of their names."""
        names = {relation.target for relation in self._package.related(self._package.main, kind)}
        return sorted(names, key=lambda name: (len(name), name))

    def _read_style_names(self) -> Iterator[tuple[str, str]]:
        for part in self._parts("styles")[:1]:
            for style in self._package.parse(part).iterchildren(f"{W}style"):
                name = style.find(f"{W}name")
                if name is not None:
                    yield style.get(f"{W}styleId", ""), name.get(VALUE, "").lower()

    def _read_application(self) -> str:
        for relation in self._package.related("", "extended-properties"):
            for one in self._package.parse(relation.target):
                if etree.QName(one).localname == "Application":
                    return one.text or ""
        return ""

    def _read_sent(self) -> SentMap | None:
        for part in self._parts("customXml"):
            sent = read_sent_map(self._package.parse(part))
            if sent is not None:
                return sent
        return None

    def _find_ids(self, sent: SentMap | None, paragraphs: tuple[Paragraph, ...]) -> _Ids:
        """What the properties of the file say, else its map, else the line of origin at the foot of its pages."""
        told = self._read_properties()
        plan, revision = told.get(PLAN_PROPERTY, ""), told.get(REVISION_PROPERTY, "")
        if not plan and sent is not None:
            plan, revision = sent.plan_id, sent.revision_id
        if not plan:
            plan, revision = self._read_origin(paragraphs)
        return _Ids(plan, revision, told.get(OLD_REVISION_PROPERTY, ""))

    def _read_properties(self) -> dict[str, str]:
        return {
            one.get("name", ""): "".join(map(str, one.itertext()))
            for relation in self._package.related("", "custom-properties")
            for one in self._package.parse(relation.target)
        }

    def _read_origin(self, paragraphs: tuple[Paragraph, ...]) -> tuple[str, str]:
        for paragraph in paragraphs:
            if paragraph.story.startswith(_MARGINS):
                found = _NODE_ID.findall(paragraph.whole)
                if found:
                    return found[0], found[1] if len(found) > 1 else ""
        return "", ""

    def _count(self, comments: tuple[Comment, ...]) -> Counter[str]:
        counts = Counter(self._stamps.counts)
        counts["formatting"] = self._formatting_count
        counts["reply"] = sum(1 for comment in comments if comment.parent_id)
        counts["comment"] = len(comments) - counts["reply"]
        return +counts


def keep_first_alternatives(root: etree._Element) -> None:
    """Of content that a file holds in several forms for programs of several ages, keep the first (ECMA-376 part 3, 7.5)."""
    for alternatives in root.iter(ALTERNATIVES):
        is_kept = False
        for child in list(alternatives):
            if is_kept or (child.tag != CHOICE and alternatives.find(CHOICE) is not None):
                alternatives.remove(child)
            else:
                is_kept = True


def _count_formatting(root: etree._Element) -> int:
    """How many tracked changes of looks there are: old properties, numbering that came, wrappers that came or went."""
    return sum(1 for element in root.iter(*_OF_LOOKS, *TRACKED) if _is_of_looks(element))


def _is_of_looks(element: etree._Element) -> bool:
    """Whether an element tells how something looked, or one that else tracks text stands in properties of looks.

    What stands within old properties was tracked once, and is no longer.
    """
    if element.tag not in _OF_LOOKS:
        holder = element.getparent()
        if holder is None or holder.tag not in (NUMBERING_PROPERTIES, RUN_PROPERTIES):
            return False
        if holder.tag == RUN_PROPERTIES and _is_of_mark(holder):
            return False
    return not any(above.tag in OLD_PROPERTIES for above in element.iterancestors())


def _is_of_mark(properties: etree._Element) -> bool:
    """Whether properties of a run are those of a paragraph mark."""
    holder = properties.getparent()
    return holder is not None and holder.tag == PARAGRAPH_PROPERTIES
