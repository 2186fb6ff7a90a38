"""Values that came back otherwise than they were sent: a remark for each hand in each of them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from success_desktop.documents.returned.bearings import Bearings, HomeText
from success_desktop.documents.returned.found_remarks import (
    COMPUTED,
    LABEL_CHANGED,
    NO_REMARK,
    Found,
    said_by_program,
    shorten,
)
from success_desktop.documents.returned.homes import Home, as_held
from success_desktop.documents.returned.returned_file import ARRIVED, Marks, ReturnedFile
from success_desktop.documents.returned.text_pieces import (
    Span,
    accepted_text,
    pieces_of,
    read_pieces,
    rejected_text,
)
from success_desktop.documents.returned.value_places import ValuePlace
from success_desktop.documents.returned.wordings import (
    Hand,
    Wording,
    hands_in,
    is_other,
    read_wordings,
)
from success_desktop.domain.feedback import Anchor, Remark
from success_desktop.domain.merge import merge_texts


class ValueReader:
    """Compares every value of a file with what was sent. `struck` are the authors who struck the nodes behind labels."""

    def __init__(self, bearings: Bearings, struck: Mapping[str, frozenset[str]]) -> None:
        self._bearings = bearings
        self._struck = struck
        self._marked = {
            paragraph.number
            for paragraph in bearings.file.paragraphs
            if paragraph.marks or any(run.marks for run in paragraph.runs)
        }

    def read(self) -> Iterator[Found]:
        """The remarks, in the order in which the values were sent. Elements without any effect get one that says nothing."""
        for place in self._bearings.places.values:
            if not self._is_untouched(place):
                arrived = self._arrival_of(place)
                for text in self._bearings.read(place):
                    yield from self._read_arrived(text, arrived) if arrived else self._read_text(text)
        for place in self._bearings.places.labels:
            if place.spans[0].paragraph in self._marked:
                yield from self._read_label(place)
            elif place.attention == "label_altered":
                yield from self._read_silent_label(place)

    def _is_untouched(self, place: ValuePlace) -> bool:
        """Whether a value stands there as it was sent: so for most, which cost no more than this."""
        if any(span.paragraph in self._marked for span in place.spans):
            return False
        paragraphs = self._bearings.file.paragraphs
        text = "\n".join([paragraphs[span.paragraph].whole[span.start : span.end] for span in place.spans])
        return text == self._bearings.homes.printed(place.target)

    def _read_text(self, text: HomeText) -> Iterator[Found]:
        strikers = self._struck.get(text.place.target.name, frozenset())
        for wording in read_wordings(text.pieces, text.home.printed):
            if wording.hand and wording.hand.author in strikers:
                continue
            claims = wording.hand.claims if wording.hand else frozenset()
            yield Found(self._remark(text, wording), claims)

    def _arrival_of(self, place: ValuePlace) -> str:
        """Who put the row or the label that a value stands behind into its place; "" where that was there before."""
        if place.target.column < 0:
            return self._arrival_of_label(place)
        first = self._bearings.file.paragraphs[place.spans[0].paragraph] if place.spans else None
        if first is None or first.place is None:
            return ""
        return _arrived_by(self._bearings.file.row_of(first.place).marks)

    def _arrival_of_label(self, place: ValuePlace) -> str:
        """Who brought a value with its label, which came, too; "" where any of it was there before."""
        label = self._bearings.found.fields[place.target.name]
        of_label = _authors_of(self._bearings.file, (Span(label.paragraph, label.start, label.end),))
        of_value = _authors_of(self._bearings.file, place.spans)
        return next(iter(of_value)) if len(of_value) == 1 and "" not in of_value | (of_label or {""}) else ""

    def _read_arrived(self, text: HomeText, author: str) -> Iterator[Found]:
        """A value that was moved: all of it came by one hand, so comparing tells what was altered."""
        after = read_pieces(text.pieces, lambda stamp: stamp.author == author)
        hand = next((hand for hand in hands_in(text.pieces) if hand.author == author), None)
        if text.home.sort != "computed" and is_other(after, text.home.printed):
            yield Found(self._remark(text, Wording(text.home.printed, after, hand)))

    def _remark(self, text: HomeText, wording: Wording) -> Remark:
        home = text.home
        common = self._signed(text.place, wording.hand)
        if home.sort == "computed" or wording.before == wording.after:
            anchor = Anchor(home.node_id, home.field, revision_id=self._bearings.revision_id)
            words = {"before": shorten(wording.before), "after": shorten(wording.after)}
            text_said = said_by_program(COMPUTED, **words) if home.sort == "computed" else {}
            return replace(common, anchor=anchor, text=text_said, quote=wording.before, context=wording.after)
        part, proposed = as_held(home, wording.after)
        _same_part, seen = as_held(home, wording.before)
        if part != home.part:
            seen = self._held(home.node_id, home.field, part)
        elif home.sort == "text" and seen != home.seen:
            seen, proposed = _apart_from_silent(home, seen, proposed)
        anchor = Anchor(home.node_id, home.field, part, self._bearings.revision_id, seen, 0, len(seen))
        return replace(common, sort="wording", anchor=anchor, proposed=proposed, quote=wording.before)

    def _held(self, node_id: str, field: str, part: str) -> str:
        atom = self._bearings.plan.nodes[node_id].parts(field).get(part, "")
        return atom if isinstance(atom, str) else ""

    def _signed(self, place: ValuePlace, hand: Hand | None) -> Remark:
        """A remark with its author, its time and where it is known from."""
        target = f"{place.target.name}#{place.target.column}"
        if hand is None:
            return replace(
                NO_REMARK,
                author=self._bearings.author,
                trace="untracked",
                placed_by=place.placed_by,
                attention=place.attention,
                source=f"edit|{target}||",
            )
        return replace(
            NO_REMARK,
            author=hand.author,
            at=hand.at,
            trace="tracked",
            placed_by=place.placed_by,
            attention=place.attention,
            source=f"edit|{target}|{hand.author}|{hand.began}",
        )

    def _read_silent_label(self, place: ValuePlace) -> Iterator[Found]:
        """A label that reads otherwise without anything being tracked."""
        field = self._bearings.sending.sent.field_by_name[place.target.name]
        reads = rejected_text(pieces_of(self._bearings.file, place.spans)).strip()
        if reads != field.label.strip():
            yield Found(
                replace(
                    self._signed(place, None),
                    anchor=Anchor(field.node_id, field.field, revision_id=self._bearings.revision_id),
                    text=said_by_program(LABEL_CHANGED, before=field.label, after=reads),
                    quote=field.label,
                    context=reads,
                    source=f"label|{place.target.name}||",
                )
            )

    def _read_label(self, place: ValuePlace) -> Iterator[Found]:
        """What somebody did to a label: its words are the program's, so it can only be told."""
        *pieces, mark = pieces_of(self._bearings.file, place.spans)
        before, after = rejected_text(pieces), accepted_text(pieces)
        if place.spans[0].end == mark.offset:
            pieces.append(mark)
        node_id = self._bearings.node_of(place.target)
        field = self._bearings.sending.sent.field_by_name[place.target.name].field
        for hand in hands_in(pieces):
            yield Found(
                replace(
                    self._signed(place, hand),
                    anchor=Anchor(node_id, field, revision_id=self._bearings.revision_id),
                    text=said_by_program(LABEL_CHANGED, before=before, after=after),
                    attention="label_altered",
                    quote=before,
                    source=f"label|{place.target.name}|{hand.author}|{hand.began}",
                ),
                hand.claims,
            )


def _authors_of(file: ReturnedFile, spans: Iterable[Span]) -> set[str]:
    """Who brought the text in some spans; "" among them where some of it was there before."""
    return {_arrived_by(piece.marks) for piece in pieces_of(file, spans) if piece.text.strip()}


def _arrived_by(marks: Marks) -> str:
    """The author of the first of some marks that says that something came; "" for none."""
    return next((mark.author for mark in marks if mark.sort in ARRIVED), "")


def _apart_from_silent(home: Home, seen: str, proposed: str) -> tuple[str, str]:
    """A tracked edit of a text that was silently edited before, as one of the text that was sent: each is decided alone.

    Where the two touch, the tracked one stays an edit of what its author saw.
    """
    merged = merge_texts(seen, home.seen, proposed)
    return (seen, proposed) if merged.is_clash else (home.seen, merged.text)
