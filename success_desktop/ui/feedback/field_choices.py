"""The fields of a node as places for a remark, for those who do not drag it there."""

from collections.abc import Iterator

from success_desktop.domain.plan import Plan
from success_desktop.domain.values import SHAPES, SINGLE_MONEY
from success_desktop.i18n import LANGUAGES, Language, _
from success_desktop.ui.feedback.deed_menu import FieldChoice

_SINGLE = ("word", "choice", "number", "fiscal_year", "date", "money")


def list_field_choices(plan: Plan | None, node_id: str, language: Language) -> list[FieldChoice]:
    """The node as a whole, then its texts in each language and its single values; nothing for a node that is gone."""
    if plan is None or node_id not in plan.nodes:
        return []
    return [(_("This whole item"), (node_id, "", "")), *_fields(plan, node_id, language)]


def _fields(plan: Plan, node_id: str, language: Language) -> Iterator[FieldChoice]:
    names = {"th": _("Thai"), "en": _("English")}
    for field, spec in plan.kind_of(node_id).fields.items():
        label, shape = spec.label.spoken(language), SHAPES[spec.type]
        if shape == "text":
            for part in LANGUAGES:
                yield f"{label} ({names[part]})", (node_id, field, part)
        elif spec.type in _SINGLE:
            yield label, (node_id, field, SINGLE_MONEY if spec.type == "money" else "")
