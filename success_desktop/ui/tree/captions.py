"""What a node is called on the screen: its name, the name in the other language, or words that say it has none yet."""

from typing import NamedTuple

from success_desktop.domain.plan import Node, Plan
from success_desktop.domain.schema import KindSpec
from success_desktop.i18n import LANGUAGES, Language, _


class Caption(NamedTuple):
    """A name to show. `is_borrowed`: it is in the other language; `is_placeholder`: it is no name of the node's own."""

    text: str
    is_borrowed: bool = False
    is_placeholder: bool = False


def naming_field(kind: KindSpec) -> str | None:
    """The text field that names nodes of a kind: ``name``, else its first text field; None when it has none."""
    return kind.naming_field()


def can_rename(kind: KindSpec) -> bool:
    """Whether nodes of a kind have a name of their own to be changed in the outline."""
    return naming_field(kind) is not None and not kind.is_single


def caption_of(plan: Plan, node_id: str, language: Language) -> Caption:
    """What to call a node in `language`, in one line. What a plan has only one of goes by its kind: the vision."""
    node, kind = plan.nodes[node_id], plan.kind_of(node_id)
    field = naming_field(kind)
    if field is None or (kind.is_single and node.parent_id is not None):
        return Caption(kind.name.spoken(language))
    for spoken in (language, other_language(language)):
        if name := " ".join(node.text(field, spoken).split()):
            return Caption(name, is_borrowed=spoken != language)
    return Caption(_("({kind} without a name)").format(kind=kind.name.spoken(language)), is_placeholder=True)


def has_missing_translation(plan: Plan, node: Node) -> bool:
    """Whether any text of a node is there in one language only."""
    specs = plan.kind_of(node.id).fields
    return any(
        len(parts) < len(LANGUAGES)
        for field, parts in node.fields.items()
        if field in specs and specs[field].type == "text"
    )


def name_in_sentence(kind: KindSpec, language: Language) -> str:
    """What a kind is called behind other words: "Add strategic issue"."""
    name = kind.name.spoken(language)
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]


def other_language(language: Language) -> Language:
    """English for Thai and Thai for English."""
    return "en" if language == "th" else "th"


def full_name(number: str, caption: Caption) -> str:
    """A number and a name in one: "1.1.1 โครงการ…"."""
    return f"{number} {caption.text}" if number else caption.text
