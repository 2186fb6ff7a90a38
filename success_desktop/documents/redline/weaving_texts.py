"""Weaving the paragraphs of one thing: a label with its value, a cell, the titles of a table."""

from collections.abc import Collection

from success_desktop.documents.redline.additions import keep_apart
from success_desktop.documents.redline.alignment import keep_order
from success_desktop.documents.redline.manners import IN_PLACE, Manner, whole_ink
from success_desktop.documents.redline.signed import Signer
from success_desktop.documents.redline.strands import (
    Role,
    Strand,
    read_paragraphs,
    rename_headings,
)
from success_desktop.documents.redline.tracked import ParagraphWriter, TrackedXml
from success_desktop.documents.redline.weaving_strands import StrandWeaver, readable_look, write_stretch


class TextWeaver:
    """Weaves paragraphs. `new_names` are the bookmarks of the new document, which no deletion may bear."""

    def __init__(self, signer: Signer, xml: TrackedXml, new_names: Collection[str]) -> None:
        self._signer = signer
        self._xml = xml
        self._new_names = new_names
        self._out = ParagraphWriter(xml)
        self._strands = StrandWeaver(signer, self._out)

    def weave(self, old: str, new: str, manner: Manner = IN_PLACE) -> str:
        """The paragraphs of a thing; one document may have none of them."""
        if (old == new and manner is IN_PLACE) or not old + new:
            return new
        self._weave(read_paragraphs(old), read_paragraphs(new), manner)
        return self._out.take()

    def weave_cell(self, old: tuple[str, Role | None], new: tuple[str, Role | None], manner: Manner) -> str:
        """The paragraphs of a cell, each side with its role. No change may track the last mark of a cell."""
        before, after = read_paragraphs(*old), read_paragraphs(*new)
        marks = [side.pop().stretches[0] for side in (before, after) if side]
        self._weave(before, after, manner)
        self._out.end(readable_look(marks[0].look, marks[-1].look), None)
        return "".join(keep_apart((self._out.take(),), self._xml))

    def _weave(self, old: list[Strand], new: list[Strand], manner: Manner) -> None:
        """Strands are found by their roles. What went on the way stands where it was moved from."""
        if not new:
            if manner.end != "to":
                self._write_going(old, manner)
            return
        places = {strand.role: place for place, strand in enumerate(old)}
        twins = [(places[one.role], place) for place, one in enumerate(new) if one.role in places]
        old_start = new_start = 0
        for old_place, new_place in (*keep_order(twins), (len(old), len(new))):
            for strand in old[old_start:old_place]:
                self._strands.weave(strand, Strand(strand.role), manner)
            for strand in new[new_start:new_place]:
                self._strands.weave(Strand(strand.role), strand, manner)
            if old_place < len(old):
                self._strands.weave(old[old_place], new[new_place], manner)
            old_start, new_start = old_place + 1, new_place + 1

    def _write_going(self, old: list[Strand], manner: Manner) -> None:
        """What goes as a whole keeps the bookmarks whose names the new document has not; headings get names of their own."""
        numbers: dict[int, int] = {}
        for strand in old:
            ink = whole_ink(self._signer, strand.role.anchor, manner, is_new=False)
            for stretch in strand.stretches:
                name = rename_headings(stretch.text)
                if stretch.shape == "open" and name not in self._new_names:
                    number = numbers[stretch.number] = self._xml.next_id()
                    self._out.place_in(f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>', ink)
                elif stretch.number in numbers:
                    self._out.place_in(f'<w:bookmarkEnd w:id="{numbers[stretch.number]}"/>', ink)
                else:
                    write_stretch(self._out, stretch, ink)
