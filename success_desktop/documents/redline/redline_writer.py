"""Writing a redline as a Word file: the new document with all that differs from the old one as tracked changes."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import count
from pathlib import Path

from success_desktop.documents.outline_blocks import Outline
from success_desktop.documents.outline_passages import list_tables
from success_desktop.documents.redline.frame import FrameMaker
from success_desktop.documents.redline.joint_columns import JointColumns
from success_desktop.documents.redline.page_pairs import pair_pages
from success_desktop.documents.redline.signing import PlanSigner, list_anchors
from success_desktop.documents.redline.tracked import FIRST_TRACKED_ID, TrackedXml
from success_desktop.documents.redline.weaving import Weaver
from success_desktop.documents.word_body import BodyWriter
from success_desktop.documents.word_layout import lay_out
from success_desktop.documents.word_map import write_map
from success_desktop.documents.word_package import write_package
from success_desktop.documents.word_writer import Progress, WordOptions
from success_desktop.domain.authorship import Authorship
from success_desktop.domain.comparison import Comparison

_SHARE_OF_BODY = 0.8


@dataclass(frozen=True, slots=True)
class Redline:
    """Two outlines of one plan, in one language and digits, and what is known of the way from the one to the other.

    `made_at` (UTC) is the time that what the program computed bears.
    """

    old: Outline
    new: Outline
    comparison: Comparison
    authorship: Authorship
    made_at: datetime


def write_redline(
    redline: Redline, path: Path, options: WordOptions | None = None, progress: Progress | None = None
) -> None:
    """Write the new outline to `path`, which is overwritten, with what differs from the old one as tracked changes.

    With all changes rejected the file is the old document, with all accepted the new one, character for character (page
    numbers apart, which Word counts itself). The file carries the map of the new outline, so that it can be read back.
    `progress` is told 0 to 1 and may raise to stop; the unfinished file is then left for the caller to remove, as it is
    when the disk raises OSError.
    """
    writer = _RedlineWriter(redline, progress or _tell_nobody)
    writer.write(path, options or WordOptions())


class _RedlineWriter:
    """Writes one redline."""

    def __init__(self, redline: Redline, tell: Progress) -> None:
        old, new = self._outlines = redline.old, redline.new
        xml = TrackedXml(count(FIRST_TRACKED_ID))
        signer = PlanSigner(self._outlines, redline.comparison, redline.authorship, redline.made_at)
        new_names = frozenset(name for name, _anchor in list_anchors(new))
        self._pages = pair_pages(old, new)
        self._frame = FrameMaker(old, new, signer, xml)
        self._weaver = Weaver(signer, xml, new_names)
        self._tell = tell
        self._steps = count()
        self._expected = sum(len(table.rows) for table in list_tables(new)) + 100

    def write(self, path: Path, options: WordOptions) -> None:
        document = self._frame.make(self._pages, options)
        with path.open("wb") as stream:
            streamed = {
                "word/document.xml": (self._follow(pieces) for pieces in self._bodies()),
                "customXml/item1.xml": (write_map(self._outlines[1]),),
            }
            write_package(document, stream, streamed)
        self._tell(1.0)

    def _bodies(self) -> Iterator[Iterator[str]]:
        """The text of each section, woven from what both documents have there."""
        columns = JointColumns(*self._outlines)
        old, new = (BodyWriter(outline, lay_out(outline, columns.fit)).write() for outline in self._outlines)
        for pair in self._pages:
            before = next(old) if pair.has_old else ()
            after = next(new) if pair.has_new else ()
            weave = self._weaver.weave_contents if pair.is_contents else self._weaver.weave
            yield weave(before, after)

    def _follow(self, pieces: Iterator[str]) -> Iterator[str]:
        """The pieces unchanged, while progress is told now and then."""
        for piece in pieces:
            step = next(self._steps)
            if step % 100 == 0:
                self._tell(min(step / self._expected, 1.0) * _SHARE_OF_BODY)
            yield piece


def _tell_nobody(_share: float) -> None:
    """Progress that nobody follows."""
