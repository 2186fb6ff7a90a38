"""The cells of a table, their texts broken into lines."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

from success_desktop.documents.outline_blocks import Phrase, Phrases, Titled
from success_desktop.documents.pdf.measures import leading
from success_desktop.documents.pdf.tables_setting import TableSetting
from success_desktop.documents.pdf.text import Align, Line, Run, break_lines
from success_desktop.documents.pdf.wording import set_paragraphs, set_titled
from success_desktop.i18n import Language

_BLANK_LINE = leading(4)
_UNBROKEN = 1e6
_LONGEST_KNOWN = 40
_MOST_KNOWN = 2000


class SetLine(NamedTuple):
    """A line as it will stand in a cell (None: a low blank one between paragraphs) and its height in points.

    `language` is set where it is not that of the document. A quiet line is lighter than the others: English below Thai.
    """

    line: Line | None
    height: float
    language: Language | Literal[""] = ""
    is_quiet: bool = False


Lines = list[SetLine]


@dataclass(slots=True)
class Cell:
    """A cell that fills `span` columns and `depth` rows from the column `place` on.

    `scale` is the share of their natural width at which its amounts are set; `indent` is counted in points. A head says
    what its row or column is about; a bar fills its cell from edge to edge.
    """

    place: int
    span: int
    lines: Lines
    align: Align = "left"
    scale: float = 1.0
    indent: float = 0.0
    is_middle: bool = False
    is_head: bool = False
    is_bar: bool = False
    depth: int = 1

    @property
    def height(self) -> float:
        """What its lines take."""
        return sum([line.height for line in self.lines])


class LineSetter:
    """Breaks the texts of one table. Short ones, which come again and again, are broken once."""

    def __init__(self, setting: TableSetting) -> None:
        self._setting = setting
        self._is_bilingual = setting.language == "both"
        self._known: dict[tuple[Phrase, float, bool], Lines] = {}

    def set_texts(self, phrases: Phrases, room: float, *, is_bold: bool = False) -> Lines:
        """Phrases below each other in lines of `room` points."""
        return [line for phrase in phrases for line in self._set_text(phrase, room, is_bold)]

    def set_unbroken(self, phrases: Phrases, *, is_bold: bool = False) -> Lines:
        """Amounts: each on a line of its own, however long."""
        return self.set_texts(phrases, _UNBROKEN, is_bold=is_bold)

    def set_titled(self, titled: Titled, room: float) -> Lines:
        """A label and the value behind it, in bold type."""
        runs = set_titled(titled, self._setting.main_language)
        return self._break(runs, room, titled.label.phrase.language or titled.value.language)

    def _set_text(self, phrase: Phrase, room: float, is_bold: bool) -> Lines:
        if len(phrase.text) > _LONGEST_KNOWN or phrase.pieces:
            return self._set_paragraphs(phrase, room, is_bold)
        key = (phrase, room, is_bold)
        lines = self._known.get(key)
        if lines is None:
            lines = self._set_paragraphs(phrase, room, is_bold)
            if len(self._known) < _MOST_KNOWN:
                self._known[key] = lines
        return lines

    def _set_paragraphs(self, phrase: Phrase, room: float, is_bold: bool) -> Lines:
        """The lines of a phrase. English is as dark as Thai in bold type: in heads and sums."""
        lines: Lines = []
        for runs in set_paragraphs(phrase, self._setting.main_language, is_bold=is_bold):
            if runs:
                lines += self._break(runs, room, phrase.language, is_loud=is_bold)
            elif lines:
                lines.append(SetLine(None, _BLANK_LINE, lines[-1].language, lines[-1].is_quiet))
        return lines

    def _break(
        self, runs: list[Run], room: float, language: Language | Literal[""], *, is_loud: bool = False
    ) -> Lines:
        height = self._setting.leading
        foreign = "" if language == self._setting.main_language else language
        is_quiet = self._is_bilingual and language == "en" and not is_loud
        return [
            SetLine(line, height, foreign, is_quiet) for line in break_lines(runs, self._setting.size, room)
        ]
