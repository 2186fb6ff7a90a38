"""What official forms leave out, in words: fields that somebody has filled and that no form prints."""

from collections.abc import Sequence

from success_desktop.domain.forms.form_set import FormSet
from success_desktop.domain.forms.unprinted import UnprintedField, list_unprinted_of_set
from success_desktop.domain.plan import Plan
from success_desktop.i18n import _, interface_language

_MOST_NAMED = 4


def tell_unprinted(plan: Plan, form_set: FormSet, names: Sequence[str]) -> str:
    """What none of the forms `names` of a form set prints, in a sentence; "" when they print everything."""
    chosen = {name: form for name, form in form_set.forms.items() if name in names}
    if not chosen:
        return ""
    unprinted = list_unprinted_of_set(form_set.model_copy(update={"forms": chosen}), plan)
    named = ", ".join(map(name_unprinted, unprinted[:_MOST_NAMED]))
    if not unprinted:
        return ""
    if len(unprinted) <= _MOST_NAMED:
        return _("Filled, but not printed by these forms: {fields}.").format(fields=named)
    return _("Filled, but not printed by these forms: {fields} and {count} more.").format(
        fields=named, count=len(unprinted) - _MOST_NAMED
    )


def name_unprinted(field: UnprintedField) -> str:
    """A field that is not printed, with the number of rows that have it filled."""
    return f"{field.label.spoken(interface_language())} ({field.count:,})"
