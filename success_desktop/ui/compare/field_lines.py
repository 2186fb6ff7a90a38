"""The lines of a card: the old and the new value of one field, in words, part by part."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from difflib import SequenceMatcher
from functools import partial

from success_desktop.domain.amounts import format_baht, format_baht_difference, format_number
from success_desktop.domain.compare_text import Piece, compare_texts
from success_desktop.domain.comparison import Comparison, FieldDifference, PartDifference
from success_desktop.domain.known_words import known_word_in
from success_desktop.domain.part_words import PartWords
from success_desktop.domain.plan import Plan
from success_desktop.domain.schema import FieldSpec
from success_desktop.domain.values import SINGLE_MONEY, Atom, shape_of
from success_desktop.i18n import LANGUAGES, Language, _
from success_desktop.ui.compare.card import Line
from success_desktop.ui.tree.captions import caption_of
from success_desktop.ui.work_view import LanguageMode

_VALUES = "{old} {new}"


@dataclass(frozen=True, slots=True)
class FieldLines:
    """Words the differences of fields: texts of the languages in `mode`, names of nodes in `names_in`."""

    comparison: Comparison
    words: PartWords
    mode: LanguageMode
    names_in: Language

    def lines(self, field: FieldDifference, kind: str) -> tuple[Line, ...]:
        """What differs in a field of a node of that kind, a line for each value; () when only another language does."""
        spec = self.words.spec(kind, field.field)
        if word := known_word_in(field.field):
            return (_one("", *_sides(field.parts[0], word)),)
        shape = _shape(field.parts[0])
        if shape == "text":
            return tuple(self._text(part) for part in field.parts if is_shown(part.part, self.mode))
        if shape == "link":
            return self._links(field)
        return tuple(self._values(field, spec))

    def _text(self, part: PartDifference) -> Line:
        label = self.words.language_label(part.part) if self.mode == "both" else ""
        return Line(label, compare_texts(str(part.old or ""), str(part.new or "")))

    def _links(self, field: FieldDifference) -> tuple[Line, ...]:
        """The names that the field held and holds, each struck or underlined as a whole."""
        old, new = (_links_of(plan, field) for plan in (self.comparison.old, self.comparison.new))
        pieces: list[Piece] = []
        matcher = SequenceMatcher(None, old, new, autojunk=False)
        for tag, old_start, old_end, new_start, new_end in matcher.get_opcodes():
            if tag == "equal":
                pieces += self._names(self.comparison.new, new[new_start:new_end], "same")
            else:
                pieces += self._names(self.comparison.old, old[old_start:old_end], "deleted")
                pieces += self._names(self.comparison.new, new[new_start:new_end], "inserted")
        return (Line("", tuple(_part_names(pieces))),)

    def _names(self, plan: Plan, node_ids: Sequence[str], kind: str) -> Iterator[Piece]:
        make = {"same": _same, "deleted": _deleted, "inserted": _inserted}[kind]
        for node_id in node_ids:
            yield make(name_of(plan, node_id, self.names_in))

    def _values(self, field: FieldDifference, spec: FieldSpec | None) -> Iterator[Line]:
        for part in field.parts:
            old, new = (self.words.atom_text(spec, part.part, atom) for atom in (part.old, part.new))
            line = _one(self.words.year_label(part.part), old, new)
            is_year = spec is not None and spec.type == "fiscal_year"
            yield line if is_year else _with_difference(line, part)
        if len(field.parts) > 1 and _shape(field.parts[0]) == "money":
            yield self._total(field)

    def _total(self, field: FieldDifference) -> Line:
        """What the field's amounts add up to, over all years and sources, in both plans."""
        old, new = (_total_of(plan, field) for plan in (self.comparison.old, self.comparison.new))
        line = _one(_("Total"), format_baht(old, blank=""), format_baht(new, blank=""))
        return _with_difference(line, PartDifference(SINGLE_MONEY, old, new))


def is_shown(part: str, mode: LanguageMode) -> bool:
    """Whether a part of a field is seen while the window shows these languages; what is no text always is."""
    return mode == "both" or part not in LANGUAGES or part == mode


def name_of(plan: Plan, node_id: str, language: Language) -> str:
    """What a node is called in a plan; a node that the plan has no more is said to be gone."""
    return caption_of(plan, node_id, language).text if node_id in plan.nodes else _("(deleted since)")


def _one(label: str, old: str, new: str) -> Line:
    """A value that is replaced as a whole."""
    if old == new:
        return Line(label, (_same(old),))
    pieces = ([_deleted(old)] if old else []) + ([_inserted(new)] if new else [])
    return Line(label, tuple(pieces), sentence=_VALUES)


def _with_difference(line: Line, part: PartDifference) -> Line:
    """A line of money or of a number with its unit, and how much more or less it is; no amount is none of money."""
    atom = part.old if part.old is not None else part.new
    if not isinstance(atom, Decimal):
        return line
    is_money = shape_of(part.part, atom) == "money"
    blank = Decimal(0) if is_money else None
    old, new = (blank if side is None else side for side in (part.old, part.new))
    difference = ""
    if isinstance(old, Decimal) and isinstance(new, Decimal) and old != new:
        more = new - old
        number = (
            format_baht_difference(more) if is_money else f"{'+' if more > 0 else ''}{format_number(more)}"
        )
        difference = f"({number})"
    return line._replace(unit=_("baht") if is_money else "", difference=difference)


def _sides(part: PartDifference, word: str) -> tuple[str, str]:
    return ("" if part.old is None else word, "" if part.new is None else word)


def _shape(part: PartDifference) -> str:
    atom: Atom | None = part.new if part.new is not None else part.old
    assert atom is not None  # a part that is blank in both plans does not differ
    return shape_of(part.part, atom)


def _links_of(plan: Plan, field: FieldDifference) -> tuple[str, ...]:
    node = plan.nodes.get(field.node_id)
    return node.links(field.field) if node is not None else ()


def _total_of(plan: Plan, field: FieldDifference) -> Decimal | None:
    """What a field's amounts add up to, in baht; None where it has none."""
    node = plan.nodes.get(field.node_id)
    amounts = (
        [amount for amount in node.parts(field.field).values() if isinstance(amount, Decimal)] if node else []
    )
    return sum(amounts, Decimal(0)) if amounts else None


def _part_names(names: Sequence[Piece]) -> Iterator[Piece]:
    """Names with the commas between them that each of the two lists has."""
    is_begun = {"deleted": False, "inserted": False}
    for name in names:
        sides = [name.kind] if name.kind in is_begun else list(is_begun)
        begun = [side for side in sides if is_begun[side]]
        if len(begun) == len(sides):
            yield Piece(name.kind, ", ")
        elif begun:
            yield (_deleted if begun == ["deleted"] else _inserted)(", ")
        elif any(is_begun.values()):
            yield Piece(name.kind, " ")
        is_begun.update(dict.fromkeys(sides, True))
        yield name


_same = partial(Piece, "same")
_deleted = partial(Piece, "deleted")
_inserted = partial(Piece, "inserted")
