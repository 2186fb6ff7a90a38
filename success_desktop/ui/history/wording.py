"""Changes in words, as HTML: which field, what stood there, what stands there now."""

from bisect import bisect_left, bisect_right
from html import escape

from success_desktop.domain.compare_text import Piece, compare_texts
from success_desktop.domain.edits import AddNode, Edit, MoveNode, RemoveNode, SetValue
from success_desktop.domain.known_words import known_word_in
from success_desktop.domain.part_words import PartWords
from success_desktop.domain.plan import Plan
from success_desktop.domain.thai_words import word_breaks
from success_desktop.domain.values import shape_of
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
        self._words = PartWords(plan.template, language)

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
        shape = _shape(edit)
        if word := known_word_in(edit.field):
            body = _struck(word) if edit.new is None else _underlined(word)
        elif shape == "link":
            if edit.old is not None and edit.new is not None:
                return ""
            name = self._name(edit.part)
            body = _underlined(name) if edit.old is None else _struck(name)
        elif shape == "text":
            body = "".join(map(_piece_html, compare_texts(str(edit.old or ""), str(edit.new or ""))))
        else:
            node = self._plan.nodes.get(edit.node_id)
            spec = self._words.spec(node.kind, edit.field) if node is not None else None
            stood, stands = (self._words.atom_text(spec, edit.part, atom) for atom in (edit.old, edit.new))
            body = " → ".join(filter(None, (_struck(stood), _underlined(stands))))
        return f'<span style="color:{tokens().secondary}">{escape(self._label(edit, shape))}</span><br>{body}'

    def _label(self, edit: SetValue, shape: str) -> str:
        """The field's name with the language, year or source that the edit is about."""
        node = self._plan.nodes.get(edit.node_id)
        label = self._words.field_label(node.kind, edit.field) if node is not None else edit.field
        if shape == "text":
            return f"{label} ({self._words.language_label(edit.part)})"
        year = self._words.year_label(edit.part) if shape in ("money", "number") else ""
        return f"{label} {year}" if year else label

    def _name(self, node_id: str) -> str:
        if node_id not in self._plan.nodes:
            return _("(deleted since)")
        return caption_of(self._plan, node_id, self._language).text


def _shape(edit: SetValue) -> str:
    atom = edit.new if edit.new is not None else edit.old
    return shape_of(edit.part, atom) if atom is not None else "word"


def redline_html(old: str, new: str) -> str:
    """A whole text with what was deleted struck and what was inserted underlined; as it is where nothing stood before."""
    if not old:
        return _html(new)
    marks = {"deleted": _struck, "inserted": _underlined, "same": _html}
    return "".join(marks[piece.kind](piece.text) for piece in compare_texts(old, new))


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
