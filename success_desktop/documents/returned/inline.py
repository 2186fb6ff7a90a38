"""What stands inside a paragraph: runs, what tracks them, the wrappers around them, and points between characters."""

from collections.abc import Callable, Mapping

from lxml import etree

from success_desktop.documents.returned.field_codes import FieldCodes
from success_desktop.documents.returned.manuscript import Draft, Where
from success_desktop.documents.returned.points_in import NOTE_SIGNS, PointReader
from success_desktop.documents.returned.returned_file import Marks
from success_desktop.documents.returned.stamps import StampBook
from success_desktop.documents.returned.symbols import read_symbol
from success_desktop.documents.returned.word_names import (
    BOX,
    RUN,
    RUN_PROPERTIES,
    TEXT,
    TRACKED,
    UNTEXTED,
    VALUE,
    M,
    W,
)

_Act = Callable[[etree._Element, Marks], None]

_SIGNS = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "\N{NON-BREAKING HYPHEN}",
    f"{W}softHyphen": "\N{SOFT HYPHEN}",
}
_OBJECTS = (f"{W}drawing", f"{W}pict", f"{W}object", f"{W}control", f"{W}contentPart")
_PAGE_BREAKS = ("page", "column")


class InlineReader:
    """Reads the content of one paragraph after the other into their drafts.

    `line_turns`: the ids of the character style whose breaks only part the lines of a title (see `word_cover`).
    `read_box` reads the paragraphs of a text box that hangs on a spot.
    """

    def __init__(
        self,
        points: PointReader,
        stamps: StampBook,
        line_turns: frozenset[str],
        read_box: Callable[[etree._Element, Draft, Marks], None],
    ) -> None:
        self._points = points
        self._stamps = stamps
        self._line_turns = line_turns
        self._read_box = read_box
        self._draft = Draft(-1, Where(""), None)
        self._fields = FieldCodes()
        self._acts = self._list_acts()

    @property
    def is_in_text(self) -> bool:
        """Whether what follows is text: no field's code, and no page's number."""
        return not (self._fields.is_hidden or self._fields.holding)

    def begin_story(self) -> None:
        """What follows is another story: no field goes on."""
        self._fields = FieldCodes()

    def read(self, paragraph: etree._Element, draft: Draft, marks: Marks) -> None:
        """Read what `paragraph` holds, all of it inside `marks`."""
        self._draft = draft
        self._pass_through(paragraph, marks)
        self._fields.end_paragraph()

    def read_loose(self, element: etree._Element, draft: Draft, marks: Marks) -> None:
        """Read a run or an equation that stands outside paragraphs, as a paragraph of its own."""
        self._draft = draft
        self._acts.get(element.tag, self._pass_through)(element, marks)

    def _list_acts(self) -> Mapping[object, _Act]:
        acts: dict[object, _Act] = dict.fromkeys(UNTEXTED, _skip)
        acts |= dict.fromkeys(TRACKED, self._read_tracked)
        acts |= dict.fromkeys(_SIGNS, self._read_sign)
        acts |= dict.fromkeys(NOTE_SIGNS, lambda sign, marks: self._points.note(sign, self._draft, marks))
        acts |= dict.fromkeys(_OBJECTS, self._read_object)
        acts |= dict.fromkeys((f"{W}instrText", f"{W}delInstrText"), self._read_code)
        acts |= dict.fromkeys((TEXT, f"{W}delText", f"{M}t"), self._read_text)
        acts |= {
            RUN: self._read_run,
            BOX: self._read_boxed,
            f"{W}br": self._read_break,
            f"{W}sym": lambda symbol, marks: self._add(read_symbol(symbol), marks),
            f"{W}fldChar": self._turn_field,
            f"{W}fldSimple": self._read_simple_field,
            f"{W}commentReference": lambda point, marks: self._points.pin(point, self._draft, marks),
            f"{W}rt": self._read_hidden,
        }
        return acts

    def _pass_through(self, holder: etree._Element, marks: Marks) -> None:
        """Read an element whose content counts as if it stood in the paragraph itself: links, controls, tags."""
        acts = self._acts
        for child in holder:
            act = acts.get(child.tag)
            if act is not None:
                act(child, marks)
            elif not self._points.place(child, self._draft):
                self._pass_through(child, marks)

    def _read_run(self, run: etree._Element, marks: Marks) -> None:
        for child in run:
            name = child.tag
            if name == TEXT:
                if (text := child.text) and not self._fields.is_hidden:
                    self._draft.add(text.replace("\n", " "), marks, self._fields.holding)
            elif name != RUN_PROPERTIES:
                self._acts.get(name, self._pass_through)(child, marks)

    def _read_text(self, element: etree._Element, marks: Marks) -> None:
        text = element.text
        if text:
            self._add(text.replace("\n", " "), marks)

    def _add(self, text: str, marks: Marks) -> None:
        if not self._fields.is_hidden:
            self._draft.add(text, marks, self._fields.holding)

    def _read_sign(self, sign: etree._Element, marks: Marks) -> None:
        self._add(_SIGNS[str(sign.tag)], marks)

    def _read_break(self, element: etree._Element, marks: Marks) -> None:
        """A line's end. A page's end is no character, nor is the end of a line of a title."""
        if element.get(f"{W}type") in _PAGE_BREAKS:
            return
        run = element.getparent()
        style = None if run is None else run.find(f"{RUN_PROPERTIES}/{W}rStyle")
        if style is None or style.get(VALUE) not in self._line_turns:
            self._add("\n", marks)

    def _read_tracked(self, element: etree._Element, marks: Marks) -> None:
        stamp = self._stamps.make(element, TRACKED[element.tag])
        inner = (*marks, stamp)
        draft, runs_before = self._draft, self._draft.run_count
        self._pass_through(element, inner)
        if draft.run_count == runs_before:
            draft.add_empty(inner, "")

    def _read_object(self, element: etree._Element, marks: Marks) -> None:
        """A picture, drawing or embedded object; the text in its boxes is read."""
        self._draft.add_empty(marks, "object")
        if next(element.iter(BOX), None) is not None:
            self._pass_through(element, marks)

    def _read_boxed(self, box: etree._Element, marks: Marks) -> None:
        """A text box: paragraphs of their own within this one, in which fields begin anew."""
        draft, fields = self._draft, self._fields
        self._fields = FieldCodes()
        self._read_box(box, draft, marks)
        self._draft, self._fields = draft, fields

    def _read_code(self, element: etree._Element, _marks: Marks) -> None:
        self._fields.add_code(element.text or "")

    def _turn_field(self, mark: etree._Element, _marks: Marks) -> None:
        self._fields.turn(mark)

    def _read_simple_field(self, element: etree._Element, marks: Marks) -> None:
        self._fields.begin_simple(element.get(f"{W}instr", ""))
        self._pass_through(element, marks)
        self._fields.end_simple()

    def _read_hidden(self, element: etree._Element, marks: Marks) -> None:
        """A reading set above its base (ruby): no part of the text, but what is tracked in it counts."""
        for tracked in element.iter(*TRACKED):
            self._draft.add_empty((*marks, self._stamps.make(tracked, TRACKED[tracked.tag])), "")


def _skip(_element: etree._Element, _marks: Marks) -> None:
    """Nothing of the text stands here."""
