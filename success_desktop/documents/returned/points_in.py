"""Points between characters or paragraphs: bookmarks, the ends of what remarks are about, moves, and the signs of notes."""

from lxml import etree

from success_desktop.documents.returned.manuscript import Draft, Manuscript, Pin
from success_desktop.documents.returned.returned_file import Marks, Spot
from success_desktop.documents.returned.stamps import StampBook
from success_desktop.documents.returned.word_names import ID, NAME, W

NOTE_SIGNS = {f"{W}footnoteReference": "footnotes", f"{W}endnoteReference": "endnotes"}
"""The elements that refer to a note, and the stories that the notes stand in."""


class PointReader:
    """Writes into the manuscript what begins or ends at a point, and tells the stamps which moves are open."""

    def __init__(self, manuscript: Manuscript, stamps: StampBook) -> None:
        self._manuscript = manuscript
        self._stamps = stamps

    def place(self, point: etree._Element, draft: Draft | None) -> bool:
        """Pass a point between paragraphs (`draft` None) or within one; False when the element is no point."""
        manuscript, name, key = self._manuscript, point.tag, point.get(ID, "")
        if name == f"{W}bookmarkStart":
            manuscript.begin_label(key, point.get(NAME, ""), draft)
        elif name == f"{W}bookmarkEnd":
            manuscript.end_label(key, draft)
        elif name == f"{W}commentRangeStart":
            manuscript.begin_range(key, draft)
        elif name == f"{W}commentRangeEnd":
            manuscript.end_range(key, draft)
        else:
            return self._turn_move(point)
        return True

    def pin(self, reference: etree._Element, draft: Draft, marks: Marks) -> None:
        """The point that a comment is set on."""
        pin = Pin(Spot(draft.number, draft.length), marks)
        self._manuscript.pins.setdefault(reference.get(ID, ""), pin)

    def note(self, reference: etree._Element, draft: Draft, marks: Marks) -> None:
        """The sign of a note: no character of the text."""
        key = NOTE_SIGNS[str(reference.tag)], reference.get(ID, "")
        self._manuscript.note_spots[key] = Spot(draft.number, draft.length)
        draft.add_empty(marks, "note")

    def _turn_move(self, point: etree._Element) -> bool:
        for sort in ("moveFrom", "moveTo"):
            if point.tag == f"{W}{sort}RangeStart":
                self._stamps.open_move(point, sort)
                return True
            if point.tag == f"{W}{sort}RangeEnd":
                self._stamps.close_move(point, sort)
                return True
        return False
