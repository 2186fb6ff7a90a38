"""Changes in words, as HTML: which field, what stood there, what stands there now."""

from bisect import bisect_left, bisect_right
from datetime import date
from decimal import Decimal
from html import escape

from success_desktop.domain.amounts import format_baht, format_number
from success_desktop.domain.calendar import year_text
from success_desktop.domain.calendar_dates import date_text
from success_desktop.domain.compare_text import Piece, compare_texts
from success_desktop.domain.edits import AddNode, Edit, MoveNode, RemoveNode, SetValue
from success_desktop.domain.known_words import known_word_in
from success_desktop.domain.plan import Plan
from success_desktop.domain.schema import FieldSpec
from success_desktop.domain.thai_words import word_breaks
from success_desktop.domain.values import SINGLE_MONEY, Atom, shape_of, split_money_part
from success_desktop.i18n import Language, _
from success_desktop.ui.theme import tokens
from success_desktop.ui.tree.captions import caption_of

_AROUND = 36
"""So many characters of unchanged text are told on either side of a change."""


class Wording:
    """Tells the edits of a plan in one language. Deleted text is struck, inserted text underlined, beside their colours."""

    def __init__(self, plan: Plan, language: Language) -> None:
        self._plan = plan
        self._language = language

    def tell(self, edit: Edit) -> str:
        """One edit as a paragraph of HTML; "" for one that nobody sees (the order of links)."""
        if isinstance(edit, SetValue):
            return self._tell_value(edit)
        if isinstance(edit, AddNode):
            return escape(_("Added"))
        if isinstance(edit, RemoveNode):
            return escape(_("Deleted"))
        return self._tell_move(edit)

    def _tell_move(self, edit: MoveNode) -> str:
        if edit.old_parent_id == edit.new_parent_id:
            return escape(_("Moved to another place among its siblings"))
        told = _("Moved from {old} to {new}")
        return told.format(
            old=_struck(self._name(edit.old_parent_id)), new=_underlined(self._name(edit.new_parent_id))
        )

    def _tell_value(self, edit: SetValue) -> str:
        label = self._label(edit)
        if word := known_word_in(edit.field):
            label, body = (
                _("Word in the plan’s dictionary"),
                _struck(word) if edit.new is None else _underlined(word),
            )
        elif self._shape(edit) == "link":
            if edit.old is not None and edit.new is not None:
                return ""
            name = self._name(edit.part)
            body = _underlined(name) if edit.old is None else _struck(name)
        elif self._shape(edit) == "text":
            body = "".join(map(_piece_html, compare_texts(str(edit.old or ""), str(edit.new or ""))))
        else:
            stood, stands = self._atom_text(edit, edit.old), self._atom_text(edit, edit.new)
            body = " → ".join(filter(None, (_struck(stood), _underlined(stands))))
        return f'<span style="color:{tokens().secondary}">{escape(label)}</span><br>{body}'

    def _spec(self, edit: SetValue) -> FieldSpec | None:
        node = self._plan.nodes.get(edit.node_id)
        return self._plan.template.kind(node.kind).fields.get(edit.field) if node else None

    def _shape(self, edit: SetValue) -> str:
        atom = edit.new if edit.new is not None else edit.old
        return shape_of(edit.part, atom) if atom is not None else "word"

    def _label(self, edit: SetValue) -> str:
        """The field's name with the language, year or source that the edit is about."""
        spec = self._spec(edit)
        label = spec.label.spoken(self._language) if spec else edit.field
        shape = self._shape(edit)
        if shape == "text":
            language = _("Thai") if edit.part == "th" else _("English")
            return f"{label} ({language})"
        if shape == "money" and edit.part != SINGLE_MONEY:
            year_be, source = split_money_part(edit.part)
            names = self._plan.template.sources
            spoken = names[source].spoken(self._language) if source in names else source
            return f"{label} {year_text(year_be, self._language)} · {spoken}"
        if shape == "number" and edit.part:
            return f"{label} {year_text(int(edit.part), self._language)}"
        return label

    def _atom_text(self, edit: SetValue, atom: Atom | None) -> str:
        if atom is None:
            return ""
        if isinstance(atom, date):
            return date_text(atom, self._language, "short")
        spec = self._spec(edit)
        if isinstance(atom, Decimal):
            if spec is not None and spec.type == "fiscal_year":
                return year_text(int(atom), self._language)
            return format_baht(atom) if self._shape(edit) == "money" else format_number(atom)
        option = spec.options.get(atom) if spec is not None else None
        return option.spoken(self._language) if option else atom

    def _name(self, node_id: str) -> str:
        if node_id not in self._plan.nodes:
            return _("(deleted since)")
        return caption_of(self._plan, node_id, self._language).text


def _piece_html(piece: Piece) -> str:
    if piece.kind == "deleted":
        return _struck(piece.text)
    return _underlined(piece.text) if piece.kind == "inserted" else _html(_shorten(piece.text))


def _shorten(text: str) -> str:
    """Unchanged text, without the words in its middle when it is long."""
    if len(text) <= 3 * _AROUND:
        return text
    breaks = word_breaks(text)
    head, tail = bisect_right(breaks, _AROUND) - 1, bisect_left(breaks, len(text) - _AROUND)
    return f"{text[: breaks[head]]}…{text[breaks[tail] :]}"


def _html(text: str) -> str:
    return escape(text).replace("\n", "<br>")


def _struck(text: str) -> str:
    return f'<s style="color:{tokens().deleted}">{_html(text)}</s>' if text else ""


def _underlined(text: str) -> str:
    return f'<u style="color:{tokens().inserted}">{_html(text)}</u>' if text else ""
