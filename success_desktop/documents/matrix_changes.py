"""Changes and proposals in a response matrix: what stood there, struck out, before what stands there since, underlined."""

from collections.abc import Iterator, Mapping
from typing import Literal

from success_desktop.documents.outline_blocks import Phrase
from success_desktop.documents.outline_values import PlanWording
from success_desktop.domain.answer_changes import Change, ChangedNode, ChangedValue
from success_desktop.domain.compare_text import Piece
from success_desktop.domain.feedback import Remark
from success_desktop.domain.feedback_words import SORTS
from success_desktop.domain.part_words import PartWords
from success_desktop.domain.piece_excerpts import excerpt_change
from success_desktop.domain.proposals import AddedRow, MovedRow, read_proposal
from success_desktop.domain.thai_digits import thai_digits
from success_desktop.domain.values import Atom
from success_desktop.i18n import LANGUAGES, N_, Language, translate

PieceKind = Literal["same", "deleted", "inserted"]

_DEEDS: Mapping[str, tuple[str, PieceKind]] = {
    "added": (N_("Added: {name}"), "inserted"),
    "removed": (N_("Deleted: {name}"), "deleted"),
    "moved": (N_("Moved: {name}"), "same"),
}
_LANGUAGE_NAMES: Mapping[str, str] = {"th": N_("Thai"), "en": N_("English")}


class ChangeWords:
    """Words what became of fields and rows. `numbers` are those of the plan's nodes."""

    def __init__(self, words: PlanWording, numbers: Mapping[str, str]) -> None:
        self._words = words
        self._numbers = numbers
        self._parts = {language: PartWords(words.plan.template, language) for language in words.languages}

    def phrases(self, change: Change, home_id: str) -> Iterator[Phrase]:
        """A change in words; of another node than `home_id`, which the row is about, the node is named, too."""
        if isinstance(change, ChangedNode):
            yield from self._deed(change)
            return
        old, new = self._text(change, change.old), self._text(change, change.new)
        if old == new:
            return
        label = self._label(change, home_id)
        pieces = self._printed((Piece("same", f"{label}: "), *excerpt_change(old, new)))
        yield Phrase("".join(piece.text for piece in pieces), "", pieces=_joined(pieces))

    def field_label(self, kind: str, field: str, part: str) -> Iterator[Phrase]:
        """What a part of a field is called, in each language of the document."""
        for language, words in self._parts.items():
            yield self._words.phrase(self._field(words, (kind, field, part), language), language)

    def proposal(self, remark: Remark) -> Iterator[Phrase]:
        """A row that a reviewer proposes to add, to delete or to move."""
        for language in self._words.languages:
            yield self._words.say(SORTS[remark.sort], language)
        try:
            proposal = read_proposal(remark.proposed)
        except ValueError:  # of a later version of the program: shown as it came
            yield Phrase(remark.proposed, "")
            return
        if isinstance(proposal, AddedRow):
            text = "\n".join(cell.text for cell in proposal.cells if cell.text)
            yield Phrase(text, "", pieces=(Piece("inserted", text),) if text else ())
        elif isinstance(proposal, MovedRow):
            yield from self._named(proposal.parent_id, N_("Under: {name}"))

    def _named(self, node_id: str, message: str) -> Iterator[Phrase]:
        if node_id in self._words.plan.nodes:
            language = self._words.languages[0]
            yield self._words.say(message, language, name=self._node_name(node_id, language))

    def _deed(self, change: ChangedNode) -> Iterator[Phrase]:
        message, kind = _DEEDS[change.deed]
        names = [(known, change.names[known]) for known in self._words.languages if change.names.get(known)]
        spec = self._words.plan.template.kind(change.kind)
        main = self._words.languages[0]
        for language, name in names or [(main, spec.name.spoken(main))]:
            before, after = translate(message, language).split("{name}")
            pieces = (Piece("same", before), Piece(kind, name), Piece("same", after))
            shown = tuple(piece for piece in self._printed(pieces) if piece.text)
            yield Phrase("".join(piece.text for piece in shown), language, pieces=shown)

    def _label(self, change: ChangedValue, home_id: str) -> str:
        kind = self._kind_of(change.node_id)
        labels = [
            self._field(words, (kind, change.field, change.part), language)
            for language, words in self._parts.items()
        ]
        label = " / ".join(dict.fromkeys(labels))
        if change.node_id == home_id or change.node_id not in self._words.plan.nodes:
            return label
        return f"{self._node_name(change.node_id, self._words.languages[0])} · {label}"

    def _field(self, words: PartWords, place: tuple[str, str, str], language: Language) -> str:
        """The label of a field, with the year, the source or the language of the part where it takes one to know it."""
        kind, field, part = place
        label = words.field_label(kind, field) if kind else field
        if part in LANGUAGES:
            is_plain = self._words.languages == (part,)
            more = "" if is_plain else translate(_LANGUAGE_NAMES[part], language)
        else:
            more = words.year_label(part)
        return f"{label} · {more}" if more else label

    def _kind_of(self, node_id: str) -> str:
        node = self._words.plan.nodes.get(node_id)
        return node.kind if node is not None else ""

    def _node_name(self, node_id: str, language: Language) -> str:
        node = self._words.plan.nodes[node_id]
        spec = self._words.plan.kind_of(node_id)
        name = self._words.text(node, spec.naming_field() or "", language).text or spec.name.spoken(language)
        return " ".join(filter(None, (self._numbers.get(node_id, ""), " ".join(name.split()))))

    def _text(self, change: ChangedValue, atom: Atom | None) -> str:
        """A value as it is printed; a link goes by the name of the node it leads to."""
        if atom is None:
            return ""
        if change.part in self._words.plan.nodes:
            return self._node_name(change.part, self._words.languages[0])
        words = self._parts[self._words.languages[0]]
        kind = self._kind_of(change.node_id)
        return words.atom_text(words.spec(kind, change.field) if kind else None, change.part, atom)

    def _printed(self, pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
        """Pieces in the digits of the document."""
        if not self._words.has_thai_digits:
            return pieces
        return tuple(Piece(piece.kind, thai_digits(piece.text)) for piece in pieces)


def _joined(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """The pieces with a label that runs on into what stayed, made one."""
    first, second, *rest = (*pieces, Piece("same", ""))
    if second.kind == "same":
        return (Piece("same", first.text + second.text), *(piece for piece in rest if piece.text))
    return (first, second, *(piece for piece in rest if piece.text))
