"""Fields of what stands beside a plan (domain.beside): each is one word, or a wording in each language."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime

from success_desktop.domain.edits import SetValue
from success_desktop.domain.plan import Node
from success_desktop.domain.values import Atom, Shape
from success_desktop.i18n import Language

FieldValue = (
    str | bool | int | date | datetime | None | Sequence[str] | Mapping[str, str] | Mapping[Language, str]
)
"""What such a field may be given: a word, a day, an instant (UTC), words in a row, or a wording in each language."""

ShapeOf = Callable[[str, str], Shape]
"""Tells by kind and field whether the field is one word or a wording in each language."""


def set_fields(node: Node, values: Mapping[str, FieldValue], shape_of: ShapeOf) -> tuple[SetValue, ...]:
    """The edits that give fields of a node these values; none for what is so already.

    Texts take a mapping from language to wording, which replaces both languages.
    """
    edits: list[SetValue] = []
    for name, value in values.items():
        new = _parts(shape_of(node.kind, name), value)
        old = node.parts(name)
        for part in dict.fromkeys((*old, *new)):
            if old.get(part) != new.get(part):
                edits.append(SetValue(node.id, name, part, old.get(part), new.get(part)))
    return tuple(edits)


def fill_fields(
    node_id: str, kind: str, values: Mapping[str, FieldValue], shape_of: ShapeOf
) -> Iterator[SetValue]:
    """The edits that fill the fields of a node that is only being added."""
    for name, value in values.items():
        for part, atom in _parts(shape_of(kind, name), value).items():
            yield SetValue(node_id, name, part, None, atom)


def _parts(shape: Shape, value: FieldValue) -> dict[str, Atom]:
    """A value as a field's parts: blank where it says nothing."""
    if shape == "text":
        wordings = value if isinstance(value, Mapping) else {}
        return {language: text for language, text in wordings.items() if text}
    word = _word(value)
    return {"": word} if word else {}


def _word(value: FieldValue) -> str:
    if value is None or value is False:
        return ""
    if value is True:
        return "yes"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str | int):
        return str(value)
    return " ".join(value)
