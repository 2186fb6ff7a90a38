"""The differences between two points as cards: which there are, and each in words when it is wanted."""

from collections.abc import Iterator, Mapping
from functools import cached_property

from success_desktop.domain.authorship import Stamp
from success_desktop.domain.calendar_dates import date_text
from success_desktop.domain.compare_text import Piece
from success_desktop.domain.comparison import FieldDifference, NodeDifference
from success_desktop.domain.numbering import number_nodes
from success_desktop.domain.part_words import PartWords
from success_desktop.domain.plan import Plan
from success_desktop.i18n import LANGUAGES, N_, Language, _, interface_language
from success_desktop.services.comparing import Compared
from success_desktop.ui.compare.card import Card, Line, Place
from success_desktop.ui.compare.field_lines import FieldLines, is_shown, name_of
from success_desktop.ui.tree.captions import caption_of, full_name
from success_desktop.ui.work_view import LanguageMode

_DEEDS = {"added": N_("{kind} added"), "removed": N_("{kind} deleted"), "moved": N_("{kind} moved")}


class CardWriter:
    """Lists what differs and words it: texts in the languages of `mode`, names of nodes in `names_in`.

    `present` is the plan as it is now, which either point may be far from.
    """

    def __init__(self, compared: Compared, present: Plan, mode: LanguageMode, names_in: Language) -> None:
        self.compared = compared
        self._present = present
        self._comparison = compared.comparison
        self._mode: LanguageMode = mode
        self._names_in: Language = names_in
        self._words = PartWords(self._comparison.new.template, interface_language())
        self._fields = FieldLines(self._comparison, self._words, mode, names_in)

    def list_places(self) -> list[Place]:
        """What there is a card for, in printed order: what became of a node, then each of its fields."""
        return [
            place
            for difference in self._comparison.differences.values()
            for place in self._of_node(difference)
        ]

    def count_unseen(self) -> int:
        """How many fields differ only in the language that is not shown."""
        return sum(
            not self._is_seen(field)
            for difference in self._comparison.differences.values()
            if difference.fate in ("same", "moved")
            for field in difference.fields
        )

    def write(self, place: Place) -> Card:
        """The words of a card. Raises KeyError for a place that `list_places` does not name."""
        difference = self._comparison.differences[place.node_id]
        if place.field:
            field = next(field for field in difference.fields if field.field == place.field)
            label = self._words.field_label(difference.kind, place.field)
            lines = self._fields.lines(field, difference.kind)
        else:
            label = _(_DEEDS[difference.fate]).format(kind=self._words.kind_name(difference.kind))
            lines = self._moved(difference) if difference.fate == "moved" else self._whole(difference)
        return Card(
            place,
            "same" if place.field else difference.fate,
            self.name(place.node_id),
            label,
            self._byline(place),
            lines,
            place.node_id in self._present.nodes,
        )

    def name(self, node_id: str) -> str:
        """The number and the name of a node, as they are now, or as they were when it was deleted."""
        new = self._comparison.new
        plan, numbers = (
            (new, self._numbers) if node_id in new.nodes else (self._comparison.old, self._old_numbers)
        )
        return full_name(numbers.get(node_id, ""), caption_of(plan, node_id, self._names_in))

    def _of_node(self, difference: NodeDifference) -> Iterator[Place]:
        if difference.fate != "same":
            yield Place(difference.node_id)
        if difference.fate in ("same", "moved"):
            for field in difference.fields:
                if self._is_seen(field):
                    yield Place(difference.node_id, field.field)

    def _is_seen(self, field: FieldDifference) -> bool:
        return any(is_shown(part.part, self._mode) for part in field.parts)

    def _whole(self, difference: NodeDifference) -> tuple[Line, ...]:
        """Everything that came or went with a node, each value by itself; a field of one line has its name in front."""
        found: list[Line] = []
        for field in difference.fields:
            label = self._words.field_label(difference.kind, field.field)
            for line in self._fields.lines(field, difference.kind):
                named = f"{label} · {line.label}" if line.label else label
                found.append(line._replace(label=named, difference=""))
        return tuple(found)

    def _moved(self, difference: NodeDifference) -> tuple[Line, ...]:
        old_id, new_id = difference.old_parent_id, difference.new_parent_id
        if old_id == new_id:
            stood, stands = (
                numbers.get(difference.node_id, "") for numbers in (self._old_numbers, self._numbers)
            )
            label = _("To another place among its siblings")
            return (_from_to(label, stood, stands) if stood != stands else Line(label, ()),)
        return (_from_to("", self._group(old_id, is_old=True), self._group(new_id, is_old=False)),)

    def _group(self, node_id: str | None, *, is_old: bool) -> str:
        plan = self._comparison.old if is_old else self._comparison.new
        numbers = self._old_numbers if is_old else self._numbers
        name, number = name_of(plan, node_id or "", self._names_in), numbers.get(node_id or "", "")
        return f"{number} {name}" if number else name

    def _byline(self, place: Place) -> str:
        """Who made the difference, on which day last, on whose advice; "" where the log does not tell."""
        authorship = self.compared.authorship
        stamp = authorship.stamp_of(place.node_id, place.field)
        if stamp is None:
            return ""
        day = date_text(stamp.at.astimezone().date(), interface_language(), "short")
        wordings = (authorship.wordings_of(*place, language) for language in LANGUAGES if place.field)
        stamps = [Stamp(wording.author, wording.at) for told in wordings for wording in told]
        others = [author for author in dict.fromkeys(one.author for one in stamps) if author != stamp.author]
        byline = _("by {author}, {day}").format(author=", ".join((*others, stamp.author)), day=day)
        advice = self.compared.advice.told((*stamps, stamp), interface_language())
        return f"{byline}, {advice}" if advice else byline

    @cached_property
    def _numbers(self) -> Mapping[str, str]:
        return number_nodes(self._comparison.new)

    @cached_property
    def _old_numbers(self) -> Mapping[str, str]:
        return number_nodes(self._comparison.old)


def _from_to(label: str, old: str, new: str) -> Line:
    """The old place and the new one."""
    return Line(label, (Piece("deleted", old), Piece("inserted", new)), sentence=_("from {old} to {new}"))
