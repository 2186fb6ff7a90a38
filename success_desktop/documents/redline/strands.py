"""Paragraphs of our own writer read back as text: which characters are a label, which the value behind it."""

import re
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple
from xml.sax.saxutils import unescape

_PARAGRAPH = re.compile(r"<w:p><w:pPr>(.*?)</w:pPr>(.*?)</w:p>", re.DOTALL)
_ELEMENT = re.compile(
    r'<w:bookmarkStart w:id="(?P<start>\d+)" w:name="(?P<name>[^"]*)"/>|<w:bookmarkEnd w:id="(?P<end>\d+)"/>'
    r"|<w:r>(?P<properties><w:rPr>.*?</w:rPr>)?(?P<inside>.*?)</w:r>",
    re.DOTALL,
)
_LETTERS = re.compile(r"<w:t[ >][^<]*|<w:tab/>|<w:br/>")
_SIGNS = {"<w:tab/>": "\t", "<w:br/>": "\n"}
_QUOTE = {"&quot;": '"'}
_TURN = '"LineTurn"'
ANCHOR = re.compile("[fr]_")
"""How the bookmarks begin that stand for fields and rows."""
_HEADING = re.compile(r"(?<=\b_Toc)\d+\b")
_OLD_HEADINGS = 500_000_000
_GAP = "  "
_VALUE_IN_LINE = '"FieldLine"'

Part = Literal["label", "mark", "gap", "value", "cell", "text", "end"]
Shape = Literal["letters", "mark", "turn", "open", "close"]


class Role(NamedTuple):
    """What a stretch of text is: part of what belongs to an anchor ("": worded by the program); a cell has a column, too.

    A "mark" ends the line of a label, an "end" the paragraphs of all the rest.
    """

    part: Part
    anchor: str = ""
    column: int = 0


class Stretch(NamedTuple):
    r"""Letters that look alike, a paragraph's mark, a turn of a title's line, or one end of a bookmark.

    `text` is what it says: "\n" of a mark, the bookmark's name. `look` is a run's ``w:rPr`` or the inside of ``w:pPr``.
    Only letters and marks count as characters; `number` is the id of a bookmark.
    """

    shape: Shape
    text: str
    look: str = ""
    number: int = 0

    @property
    def length(self) -> int:
        """The characters that it stands for in the text that is compared."""
        return len(self.text) if self.shape in ("letters", "mark") else 0


@dataclass(slots=True)
class Strand:
    """Stretches of one role, to be compared and signed as one text."""

    role: Role
    stretches: list[Stretch] = field(default_factory=list)

    @property
    def text(self) -> str:
        """What is compared."""
        return "".join(stretch.text for stretch in self.stretches if stretch.length)


def read_paragraphs(xml: str, role: Role | None = None) -> list[Strand]:
    """The strands of paragraphs as our writer writes them; of none for "". The last strand is the mark of the last one.

    All else is one strand where `role` says what it is; otherwise bookmarks tell labels and the values behind them.
    """
    strands: list[Strand] = []
    for part, stretch in _read_roles(xml) if role is None else _read_one_role(xml, role):
        if not strands or strands[-1].role != part:
            strands.append(Strand(part))
        strands[-1].stretches.append(stretch)
    if strands and strands[-1].role.part != "mark":
        last = strands[-1]
        strands.append(Strand(last.role._replace(part="end"), [last.stretches.pop()]))
    return [strand for strand in strands if strand.stretches]


def _read_one_role(paragraphs: str, role: Role) -> Iterator[tuple[Role, Stretch]]:
    for properties, content in _PARAGRAPH.findall(paragraphs):
        yield from ((role, stretch) for stretch in read_stretches(content))
        yield role, Stretch("mark", "\n", properties)


def _read_roles(paragraphs: str) -> Iterator[tuple[Role, Stretch]]:
    below = Role("text")
    for properties, content in _PARAGRAPH.findall(paragraphs):
        stretches = read_stretches(content)
        anchors = [one.text for one in stretches if one.shape == "open" and ANCHOR.match(one.text)]
        if not anchors:
            yield from ((below, stretch) for stretch in stretches)
            yield below, Stretch("mark", "\n", properties)
            continue
        yield from _read_line(stretches, anchors[-1])
        below = Role("value", anchors[0])
        is_inside = _VALUE_IN_LINE in properties
        yield below if is_inside else Role("mark", anchors[-1]), Stretch("mark", "\n", properties)


def _read_line(stretches: Sequence[Stretch], anchor: str) -> Iterator[tuple[Role, Stretch]]:
    """A line that begins with a label: the label up to the end of its last bookmark, the gap, the value."""
    numbers = {one.number for one in stretches if one.shape == "open" and ANCHOR.match(one.text)}
    role, has_label = Role("label", anchor), False
    for stretch in stretches:
        if role.part == "gap":
            role = Role("value", anchor)
        if role.part == "label" and not numbers:
            is_gap = has_label and stretch.text == _GAP
            role = Role("gap" if is_gap else "value", anchor)
        yield role, stretch
        has_label = has_label or stretch.shape == "letters"
        if stretch.shape == "close":
            numbers.discard(stretch.number)


def read_stretches(content: str) -> list[Stretch]:
    """What stands in a paragraph behind its properties."""
    stretches = []
    for found in _ELEMENT.finditer(content):
        if found["start"]:
            stretches.append(Stretch("open", found["name"], number=int(found["start"])))
        elif found["end"]:
            stretches.append(Stretch("close", "", number=int(found["end"])))
        else:
            stretches.append(_read_run(found["properties"] or "", found["inside"]))
    return [stretch for stretch in stretches if stretch.text or stretch.shape != "letters"]


def _read_run(properties: str, inside: str) -> Stretch:
    if _TURN in properties:
        return Stretch("turn", "\n", properties)
    letters = (
        _SIGNS.get(piece) or unescape(piece.partition(">")[2], _QUOTE) for piece in _LETTERS.findall(inside)
    )
    return Stretch("letters", "".join(letters), properties)


def rename_headings(text: str) -> str:
    """`text` with other names for the bookmarks of headings: those that went must not be taken for those there are."""
    return _HEADING.sub(lambda found: f"{int(found[0]) + _OLD_HEADINGS:09}", text)


class StrandReader:
    """Hands out the stretches of a strand by the number of characters wanted."""

    def __init__(self, strand: Strand) -> None:
        self._stretches = deque(strand.stretches)

    def take(self, count: int) -> Iterator[Stretch]:
        """The next `count` characters, with what stands before and among them."""
        while count > 0:
            stretch = self._stretches.popleft()
            if stretch.length > count:
                self._stretches.appendleft(stretch._replace(text=stretch.text[count:]))
                stretch = stretch._replace(text=stretch.text[:count])
            count -= stretch.length
            yield stretch

    def take_openings(self) -> Iterator[Stretch]:
        """The beginnings of bookmarks that stand next."""
        while self._stretches and self._stretches[0].shape == "open":
            yield self._stretches.popleft()

    def take_rest(self) -> Iterator[Stretch]:
        """All that is left."""
        while self._stretches:
            yield self._stretches.popleft()
