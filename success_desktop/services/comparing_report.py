"""Two points of a plan's history compared, as lines for people to read in a terminal."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from success_desktop.domain.amounts import format_baht_difference, format_number
from success_desktop.domain.authorship import Stamp
from success_desktop.domain.compare_text import compare_texts
from success_desktop.domain.comparison import (
    Comparison,
    Counts,
    FieldDifference,
    NodeDifference,
    PartDifference,
)
from success_desktop.domain.known_words import known_word_in
from success_desktop.domain.moments import Moment
from success_desktop.domain.node_names import NodeNames
from success_desktop.domain.part_words import PartWords
from success_desktop.domain.restoring import DroppedLink
from success_desktop.domain.values import Shape, shape_of
from success_desktop.i18n import N_, Language, _
from success_desktop.services.comparing import Compared
from success_desktop.services.comparing_names import name_point

_MARKS = {"same": "{}", "deleted": "[-{}-]", "inserted": "{{+{}+}}"}
_SIGNS = {"same": "~", "added": "+", "removed": "-", "moved": ">"}


def report_comparison(compared: Compared, language: Language) -> list[str]:
    """A comparison as lines: what differs in numbers, then node by node.

    Each node stands behind a sign (~ edited, + added, - removed, > moved); deleted words stand in [-…-], new ones in {+…+}.
    """
    points = f"{name_point(compared.old_point)} → {name_point(compared.new_point)}"
    counts = " · ".join(_count(compared.comparison.counts)) or _("Nothing differs.")
    teller = _Teller(compared, language)
    differences = compared.comparison.differences.values()
    return [points, counts, *(line for difference in differences for line in teller.tell(difference))]


def report_dropped_links(links: Sequence[DroppedLink], plans: Comparison, language: Language) -> list[str]:
    """The links that restoring loses, as lines below a heading: whose, in which field, to what; nothing for none.

    `plans` are the past one and the present: between them they have every node that is named.
    """
    if not links:
        return []
    names, words = NodeNames(plans), PartWords(plans.new.template, language)
    told = [_("Links that cannot come back, because what they lead to is gone")]
    for link in links:
        owner, target = (names.full_name(node_id, language) for node_id in (link.node_id, link.target_id))
        told.append(f"    {owner} · {words.field_label(plans.node(link.node_id).kind, link.field)}: {target}")
    return told


def _count(counts: Counts) -> Iterator[str]:
    if counts.fields:
        fields = N_("{count} field edited") if counts.fields == 1 else N_("{count} fields edited")
        yield _(fields).format(count=f"{counts.fields:,}")
    told = (
        (N_("{what} added"), counts.added),
        (N_("{what} deleted"), counts.removed),
        (N_("{what} moved"), counts.moved),
    )
    for wording, count in told:
        if count:
            items = _("item") if count == 1 else _("items")
            yield _(wording).format(what=f"{count:,} {items}")


class _Teller:
    """Tells differences in one language, with who made them."""

    def __init__(self, compared: Compared, language: Language) -> None:
        self._comparison = compared.comparison
        self._authorship = compared.authorship
        self._language = language
        self._names = NodeNames(compared.comparison)
        self._words = PartWords(compared.comparison.new.template, language)

    def tell(self, difference: NodeDifference) -> Iterator[str]:
        """A node, and the values that differ in it. Of one that came or went as a whole its values are not told."""
        yield self._tell_node(difference)
        if difference.fate in ("same", "moved"):
            for field in difference.fields:
                for part in field.parts:
                    value = self._tell_part(difference.kind, field, part)
                    stamp = self._authorship.stamp_of(field.node_id, field.field, part.part)
                    if value:
                        yield f"    {value}{self._signed(stamp)}"

    def _tell_node(self, difference: NodeDifference) -> str:
        name = self._names.full_name(difference.node_id, self._language)
        told = f"{_SIGNS[difference.fate]} {name} [{difference.node_id}]"
        if difference.fate == "same":
            return told
        old, new = difference.old_parent_id, difference.new_parent_id
        if old and new and old != new:
            moved = _("Moved from {old} to {new}")
            names = {
                side: self._names.full_name(parent_id, self._language)
                for side, parent_id in (("old", old), ("new", new))
            }
            told = f"{told} {moved.format(**names)}"
        return told + self._signed(self._authorship.stamp_of(difference.node_id))

    def _tell_part(self, kind: str, field: FieldDifference, part: PartDifference) -> str:
        """One value: "Objective (Thai): … [-old-] {+new+} …"; "" for what nobody sees: the order of links."""
        label = self._words.field_label(kind, field.field)
        shape = _shape(part)
        if word := known_word_in(field.field):
            return f"{label}: {_mark('deleted' if part.new is None else 'inserted', word)}"
        if shape == "text":
            pieces = compare_texts(str(part.old or ""), str(part.new or ""))
            body = "".join(_mark(piece.kind, piece.text) for piece in pieces)
            return f"{label} ({self._words.language_label(part.part)}): {body}"
        if shape == "link":
            if part.old is not None and part.new is not None:
                return ""
            name = self._names.full_name(part.part, self._language)
            return f"{label}: {_mark('deleted' if part.new is None else 'inserted', name)}"
        return (
            " ".join(filter(None, (label, self._words.year_label(part.part))))
            + f": {self._values(kind, field, part)}"
        )

    def _values(self, kind: str, field: FieldDifference, part: PartDifference) -> str:
        spec = self._words.spec(kind, field.field)
        old, new = (self._words.atom_text(spec, part.part, atom) for atom in (part.old, part.new))
        told = " ".join(_mark(sign, text) for sign, text in (("deleted", old), ("inserted", new)) if text)
        is_year = spec is not None and spec.type == "fiscal_year"
        if is_year or not isinstance(part.old, Decimal) or not isinstance(part.new, Decimal):
            return told
        more = part.new - part.old
        if _shape(part) == "money":
            return f"{told} ({format_baht_difference(more)})"
        return f"{told} ({'+' if more > 0 else ''}{format_number(more)})"

    def _signed(self, stamp: Stamp | None) -> str:
        if stamp is None:
            return ""
        when = Moment(stamp.at.astimezone()).spoken(self._language)
        return f" — {stamp.author} {when}" if stamp.author else f" — {when}"


def _mark(kind: str, text: str) -> str:
    return _MARKS[kind].format(text.replace("\n", "¶ "))


def _shape(part: PartDifference) -> Shape:
    atom = part.new if part.new is not None else part.old
    return "word" if atom is None else shape_of(part.part, atom)
