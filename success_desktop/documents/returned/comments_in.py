"""The remarks in the margin of a file: their texts, their threads, what is resolved, and what each is about.

A comment's own part holds author and text; three more parts, which older programs drop, tell what hangs on it: threads and
ticks (MS-DOCX 2.5.1 commentsExtended), durable ids (2.5.2 commentsIds) and moments (commentsExtensible).
"""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import NamedTuple

from lxml import etree

from success_desktop.documents.returned.blocks_in import BlockReader
from success_desktop.documents.returned.manuscript import Manuscript, Where
from success_desktop.documents.returned.returned_file import Comment, Marks, Spot, stands
from success_desktop.documents.returned.stamps import Clock
from success_desktop.documents.returned.word_names import (
    AUTHOR,
    ID,
    PARAGRAPH,
    W14,
    W,
)

STORY = "comments"
_ON = ("1", "true", "on")


class Threads(NamedTuple):
    """What hangs on comments, by the ids of their last paragraphs: who answers whom, what is resolved, durable ids.

    `moments` goes by durable ids.
    """

    parents: Mapping[str, str]
    resolved: frozenset[str]
    durable_ids: Mapping[str, str]
    moments: Mapping[str, datetime | None]


def read_threads(parts: Iterable[etree._Element], clock: Clock) -> Threads:
    """What the parts beside the comments tell; any of them may be missing.

    They are read by their local names: the first Word that wrote them called their vocabularies differently.
    """
    parents: dict[str, str] = {}
    durable_ids: dict[str, str] = {}
    moments: dict[str, datetime | None] = {}
    resolved = set()
    for one in (child for root in parts for child in root):
        told = {etree.QName(str(name)).localname: str(value) for name, value in one.items()}
        para_id, durable_id = told.get("paraId", "").upper(), told.get("durableId", "").upper()
        name = etree.QName(one).localname
        if not (durable_id if name == "commentExtensible" else para_id):
            continue
        if name == "commentEx":
            if told.get("paraIdParent"):
                parents[para_id] = told["paraIdParent"].upper()
            if told.get("done") in _ON:
                resolved.add(para_id)
        elif name == "commentId":
            durable_ids[para_id] = durable_id
        elif name == "commentExtensible":
            moments[durable_id] = clock.moment(told.get("dateUtc", ""), UTC)
    return Threads(parents, frozenset(resolved), durable_ids, moments)


class CommentReader:
    """Reads the comments of one file, once its other stories have been read."""

    def __init__(self, manuscript: Manuscript, blocks: BlockReader, clock: Clock) -> None:
        self._manuscript = manuscript
        self._blocks = blocks
        self._clock = clock

    def read(self, root: etree._Element, threads: Threads) -> tuple[Comment, ...]:
        """The comments in their order in the part; those that answer one point to it."""
        elements = list(root.iterchildren(f"{W}comment"))
        ids = {_last_para_id(element): element.get(ID, "") for element in elements}
        parents = {
            ids[child]: ids.get(parent, "") for child, parent in threads.parents.items() if child in ids
        }
        return tuple(
            self._read_one(element, number, threads, parents.get(element.get(ID, ""), ""))
            for number, element in enumerate(elements)
        )

    def _read_one(self, element: etree._Element, number: int, threads: Threads, parent_id: str) -> Comment:
        comment_id, para_id = element.get(ID, ""), _last_para_id(element)
        durable_id = threads.durable_ids.get(para_id, "")
        written_at, at = self._clock.read(element)
        start, end, marks = self._find_range(comment_id)
        return Comment(
            number=number,
            id=comment_id,
            author=element.get(AUTHOR, ""),
            initials=element.get(f"{W}initials", ""),
            written_at=written_at,
            at=threads.moments.get(durable_id) or at,
            text=self._read_text(element, comment_id),
            durable_id=durable_id,
            para_id=para_id,
            parent_id=parent_id if parent_id != comment_id else "",
            is_resolved=para_id in threads.resolved,
            start=start,
            end=end,
            marks=marks,
        )

    def _read_text(self, element: etree._Element, comment_id: str) -> str:
        """The text of a comment as it stands once what is tracked in it is accepted."""
        first = self._manuscript.paragraph_count
        self._blocks.read(element, Where(STORY, comment_id))
        lines = [""]
        for paragraph in self._manuscript.paragraphs_from(first):
            lines[-1] += paragraph.text("accepted")
            if stands(paragraph.marks, "accepted"):
                lines.append("")
        return "\n".join(lines).strip()

    def _find_range(self, comment_id: str) -> tuple[Spot | None, Spot | None, Marks]:
        """Where what a comment is about begins and ends, and the marks of its point; whatever of it the file has kept."""
        manuscript = self._manuscript
        pin = manuscript.pins.get(comment_id)
        point, marks = (None, ()) if pin is None else pin
        start = manuscript.range_starts.get(comment_id, point)
        end = manuscript.range_ends.get(comment_id, point)
        known = [spot for spot in (start, end) if spot is not None]
        return (min(known), max(known), marks) if known else (None, None, marks)


def _last_para_id(comment: etree._Element) -> str:
    """What threads know a comment by: the id of its last paragraph."""
    ids = [paragraph.get(f"{W14}paraId", "") for paragraph in comment.iter(PARAGRAPH)]
    return ids[-1].upper() if ids else ""
