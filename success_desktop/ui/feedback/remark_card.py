"""What one card of the panel says, in words ready to be set."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

from success_desktop.ui.compare.run_layout import Run

Tone = Literal["green", "amber", "red", "plain"]


class Chip(NamedTuple):
    """A word or two on a ground of their own."""

    words: str
    tone: Tone


@dataclass(frozen=True, slots=True, kw_only=True)
class RemarkCard:
    """One remark in words.

    `seat` says which of the reviewers' colours it has, `heading` names the node where the first card about it begins.
    `head` is who, which round and number; `place` the field. `said` is what the remark says, `passage` what it is about or
    how the passage would read; `notices` is what a person has to know before deciding. `talk` are the replies, `answer` the
    response of the planners with what became of the remark.
    """

    remark_id: str
    seat: int
    initials: str
    depth: int
    heading: str
    head: tuple[Run, ...]
    chips: tuple[Chip, ...]
    place: str
    said: str
    passage: tuple[Run, ...]
    notices: tuple[str, ...]
    talk: tuple[tuple[Run, ...], ...]
    answer: tuple[Run, ...]
    is_open: bool

    def spoken(self) -> str:
        """The card for those who do not see it."""
        head = "".join(run.text for run in self.head)
        lines = [
            " · ".join(filter(None, (head, self.heading, self.place))),
            ", ".join(chip.words for chip in self.chips),
            self.said,
            spoken_passage(self.passage),
            *self.notices,
            *("".join(run.text for run in runs) for runs in self.talk),
            "".join(run.text for run in self.answer),
        ]
        return "\n".join(filter(None, lines))


def spoken_passage(runs: tuple[Run, ...]) -> str:
    """A passage for those who do not see what is struck and underlined."""
    from success_desktop.domain.compare_text import Piece
    from success_desktop.ui.compare.card import Line

    kinds = {"deleted": "deleted", "inserted": "inserted"}
    pieces = tuple(
        Piece("deleted" if run.look == "deleted" else "inserted", run.text)
        for run in runs
        if run.look in kinds
    )
    if pieces:
        return Line("", pieces).spoken()
    return "".join(run.text for run in runs)
