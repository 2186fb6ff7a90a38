"""The XML of tracked changes: signed runs, the marks of paragraphs and rows, the ranges of what was moved."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from success_desktop.documents.redline.signed import Signature
from success_desktop.documents.word_dates import write_dates
from success_desktop.documents.word_xml import escape

FIRST_TRACKED_ID = 1_000_000
"""Where the ids of tracked changes begin: above those of any document's bookmarks."""

Colour = Literal["ins", "del", "moveFrom", "moveTo"]

_SPECIAL = {"\t": "<w:tab/>", "\n": "<w:br/>"}


class Ink(NamedTuple):
    """How a stretch of a redline is written: as an insertion, a deletion or one end of a move, and by whom."""

    colour: Colour
    signature: Signature

    @property
    def is_gone(self) -> bool:
        """Whether what is written with it leaves the document when the changes are accepted."""
        return self.colour in ("del", "moveFrom")

    def unmoved(self) -> "Ink":
        """The same as an insertion or a deletion, whether or not it is one end of a move."""
        return self._replace(colour="del" if self.is_gone else "ins")


class TrackedXml:
    """Writes the elements that track changes; `ids` gives each of them, and each bookmark kept in a deletion, its number."""

    def __init__(self, ids: Iterator[int]) -> None:
        self._ids = ids
        self._moves = 0

    def next_id(self) -> int:
        """A number that nothing else in the document has."""
        return next(self._ids)

    def wrap(self, ink: Ink, runs: str) -> str:
        """Runs (of `write_tracked_run`) in the element that tracks them."""
        return f"<w:{ink.colour} {self._sign(ink.signature)}>{runs}</w:{ink.colour}>"

    def mark_paragraph(self, ink: Ink) -> str:
        """The last child of a paragraph's properties, which says that its mark came or went."""
        return f"<w:rPr><w:{ink.colour} {self._sign(ink.signature)}/></w:rPr>"

    def mark_row(self, ink: Ink) -> str:
        """The last child of a row's properties, which says that the row came or went; Word has no colour for moved rows."""
        return f"<w:{'del' if ink.is_gone else 'ins'} {self._sign(ink.signature)}/>"

    def track_pages(self, signature: Signature, old: str) -> str:
        """The last child of a section's properties: how its pages were laid out before (`old`, a whole ``w:sectPr``)."""
        return f"<w:sectPrChange {self._sign(signature)}>{old}</w:sectPrChange>"

    def name_move(self) -> str:
        """A name for the two ends of one more move."""
        self._moves += 1
        return f"move{self._moves}"

    def surround_move(self, ink: Ink, name: str) -> tuple[str, str]:
        """What begins and what ends the range of one end of a move."""
        number = self.next_id()
        start = f'<w:{ink.colour}RangeStart {self._sign(ink.signature, number)} w:name="{name}"/>'
        return start, f'<w:{ink.colour}RangeEnd w:id="{number}"/>'

    def _sign(self, signature: Signature, number: int | None = None) -> str:
        number = self.next_id() if number is None else number
        return f'w:id="{number}" w:author="{escape(signature.author)}" {write_dates(signature.at)}'


def write_tracked_run(text: str, properties: str, ink: Ink | None) -> str:
    """A run of `text`, its tabs and line breaks as Word's own; what is deleted stands in elements of their own."""
    name = "delText" if ink is not None and ink.colour == "del" else "t"
    inside, start = [], 0
    for place, letter in enumerate(text):
        if letter in _SPECIAL:
            inside += [_write_text(name, text[start:place]), _SPECIAL[letter]]
            start = place + 1
    inside.append(_write_text(name, text[start:]))
    return f"<w:r>{properties}{''.join(inside)}</w:r>"


def _write_text(name: str, text: str) -> str:
    return f'<w:{name} xml:space="preserve">{escape(text)}</w:{name}>' if text else ""


class ParagraphWriter:
    """Puts paragraphs together from stretches of text in different inks; neighbours alike run together."""

    def __init__(self, xml: TrackedXml) -> None:
        self._xml = xml
        self._finished: list[str] = []
        self._content: list[str] = []
        self._runs: list[str] = []
        self._ink: Ink | None = None
        self._text = ""
        self._properties = ""
        self._has_news = False

    def write(self, text: str, properties: str, ink: Ink | None) -> None:
        """Add text to the open paragraph; `properties` is the whole ``w:rPr`` of its run, "" for none."""
        if (ink, properties) != (self._ink, self._properties):
            self._end_run()
            if ink != self._ink:
                self._end_wrapper()
            self._ink, self._properties = ink, properties
        self._text += text
        self._has_news = self._has_news or (ink is not None and ink.colour == "ins")

    def place(self, element: str) -> None:
        """Add an element that no change tracks, such as a bookmark of the new document."""
        self._end_run()
        self._end_wrapper()
        self._content.append(element)

    def place_in(self, element: str, ink: Ink) -> None:
        """Add an element that goes with what is tracked around it, such as a bookmark on a deleted label."""
        self.write("", self._properties, ink)
        self._end_run()
        self._runs.append(element)

    def end(self, properties: str, ink: Ink | None) -> None:
        """End the open paragraph. `properties` is the inside of its ``w:pPr``; `ink` that of its mark.

        The mark of a paragraph that was moved and got new words besides, or that is empty, counts as inserted or deleted:
        LibreOffice loses it otherwise.
        """
        self._end_run()
        self._end_wrapper()
        content = "".join(self._content)
        if ink is not None and (self._has_news or "<w:r>" not in content):
            ink = ink.unmoved()
        self._has_news = False
        mark = "" if ink is None else self._xml.mark_paragraph(ink)
        self._finished.append(f"<w:p><w:pPr>{properties}{mark}</w:pPr>{content}</w:p>")
        self._content.clear()

    def take(self) -> str:
        """The paragraphs ended since the last time."""
        finished = "".join(self._finished)
        self._finished.clear()
        return finished

    def _end_run(self) -> None:
        if self._text:
            self._runs.append(write_tracked_run(self._text, self._properties, self._ink))
            self._text = ""

    def _end_wrapper(self) -> None:
        if self._runs:
            runs = "".join(self._runs)
            self._content.append(runs if self._ink is None else self._xml.wrap(self._ink, runs))
            self._runs.clear()
