"""Weaving two strands: what stayed is written once, what went and what came in the ink of who did it."""

from collections import deque
from collections.abc import Iterable, Sequence

from success_desktop.documents.redline.manners import IN_PLACE, Manner, whole_ink
from success_desktop.documents.redline.signed import Signature, SignedPiece, Signer
from success_desktop.documents.redline.strands import Strand, StrandReader, Stretch
from success_desktop.documents.redline.tracked import Ink, ParagraphWriter

_BLANK_LINE = '"BlankLine"'


class StrandWeaver:
    """Writes pairs of strands to `out`, compared and signed by `signer`."""

    def __init__(self, signer: Signer, out: ParagraphWriter) -> None:
        self._signer = signer
        self._out = out
        self._computed = signer.sign_whole("", "added")

    def weave(self, old: Strand, new: Strand, manner: Manner) -> None:
        """Write two strands of one role; bookmarks of the new one stand where they stood, the old one's go."""
        old_reader, new_reader = StrandReader(old), StrandReader(new)
        for piece in self._compare(old, new):
            count, signature = len(piece.text), piece.signature or self._computed
            self._write_new(new_reader.take_openings(), signature)
            if piece.kind == "same":
                self._write_same(old_reader.take(count), new_reader.take(count), manner)
            elif piece.kind == "deleted":
                self._write_gone(old_reader.take(count), manner.gone_ink(signature))
            else:
                self._write_new(new_reader.take(count), signature)
        self._write_gone(old_reader.take_rest(), manner.gone_ink(self._computed))
        self._write_new(new_reader.take_rest(), self._computed)

    def _compare(self, old: Strand, new: Strand) -> Sequence[SignedPiece]:
        role, old_text, new_text = old.role, old.text, new.text
        if old_text == new_text:
            return (SignedPiece("same", old_text),) if old_text else ()
        if role.part == "value":
            return self._signer.sign_value(role.anchor, old_text, new_text)
        if role.part == "cell":
            return self._signer.sign_cell(role.anchor, role.column, old_text, new_text)
        if not role.anchor or (old_text and new_text):
            return self._signer.sign_computed(old_text, new_text)
        signature = whole_ink(self._signer, role.anchor, IN_PLACE, is_new=bool(new_text)).signature
        return (SignedPiece("inserted" if new_text else "deleted", old_text or new_text, signature),)

    def _write_same(self, old: Iterable[Stretch], new: Iterable[Stretch], manner: Manner) -> None:
        """Write what both have as the new document looks. Only lines may turn at other places and breaks become marks."""
        gone, came = deque(old), deque(new)
        gone_ink = manner.gone_ink(self._computed)
        while gone or came:
            if came and not came[0].length:
                self._write_between(gone, came.popleft(), manner)
            elif not gone[0].length:
                self._write_gone((gone.popleft(),), gone_ink)
            else:
                old_part, new_part = _take_pair(gone, came)
                if old_part.shape == new_part.shape:
                    self._write_kept(old_part, new_part, manner)
                else:
                    self._write_gone((old_part,), gone_ink)
                    self._write_new((new_part,), self._computed)

    def _write_between(self, gone: deque[Stretch], came: Stretch, manner: Manner) -> None:
        """A bookmark, or a turn of the line, which is kept where the old line turns here, too."""
        if came.shape == "turn" and gone[0].shape == "turn":
            gone.popleft()
            self._out.write(came.text, came.look, manner.kept_ink)
        else:
            self._write_new((came,), self._computed)

    def _write_kept(self, old: Stretch, new: Stretch, manner: Manner) -> None:
        if new.shape == "mark":
            self._out.end(readable_look(old.look, new.look), manner.kept_ink)
        else:
            self._out.write(new.text, new.look, manner.kept_ink)

    def _write_gone(self, stretches: Iterable[Stretch], ink: Ink | None) -> None:
        for stretch in stretches:
            if ink is not None:
                write_stretch(self._out, stretch, ink)

    def _write_new(self, stretches: Iterable[Stretch], signature: Signature) -> None:
        for stretch in stretches:
            if stretch.shape == "open":
                self._out.place(f'<w:bookmarkStart w:id="{stretch.number}" w:name="{stretch.text}"/>')
            elif stretch.shape == "close":
                self._out.place(f'<w:bookmarkEnd w:id="{stretch.number}"/>')
            else:
                write_stretch(self._out, stretch, Ink("ins", signature))


def write_stretch(out: ParagraphWriter, stretch: Stretch, ink: Ink) -> None:
    """Write what one document has alone; not the ends of bookmarks."""
    if stretch.shape == "mark":
        out.end(stretch.look, ink)
    elif stretch.shape in ("letters", "turn"):
        out.write(stretch.text, stretch.look, ink)


def readable_look(old: str, new: str) -> str:
    """The properties of a paragraph that stayed: the new ones, unless they are a blank line's, too low for deleted text."""
    return old if _BLANK_LINE in new else new


def _take_pair(gone: deque[Stretch], came: deque[Stretch]) -> tuple[Stretch, Stretch]:
    """As many characters from both as stand in one stretch of each."""
    old, new = gone.popleft(), came.popleft()
    count = min(old.length, new.length)
    if old.length > count:
        gone.appendleft(old._replace(text=old.text[count:]))
    if new.length > count:
        came.appendleft(new._replace(text=new.text[count:]))
    return old._replace(text=old.text[:count]), new._replace(text=new.text[:count])
