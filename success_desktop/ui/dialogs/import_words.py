"""What the columns of a file are called, for the dialog that previews an import."""

from success_desktop.domain.calendar import year_text
from success_desktop.domain.schema import Template
from success_desktop.i18n import LANGUAGES, N_, Language, _
from success_desktop.services.importing_preview import LEVEL_NAMES

_SPECIAL_FIELDS = {
    "": N_("— left out —"),
    "number": N_("Number in the file (counted anew)"),
    "total": N_("Sum in the file (checked only)"),
    "source": N_("Source of funds"),
}
_BUDGET = "budget"
_PROJECT = "project"


def list_fields(template: Template) -> list[str]:
    """The fields that a column can go into, as the import names them."""
    fields: list[str] = []
    for name, spec in template.kind(_PROJECT).fields.items():
        if spec.type == "yearly_money":
            last_be = template.years.first_be + template.years.count
            fields.extend(f"{_BUDGET}:{year_be}" for year_be in range(template.years.first_be, last_be))
        elif spec.type == "text":
            fields.extend((name, *(f"{name}:{language}" for language in LANGUAGES if language == "en")))
        else:
            fields.append(name)
    return [*fields, *(name for name in (*_SPECIAL_FIELDS, *LEVEL_NAMES) if name and name not in fields)]


def field_name(template: Template, field: str, language: Language) -> str:
    """What a field of the import is called in `language`."""
    name, _colon, part = field.partition(":")
    specs = template.kind(_PROJECT).fields
    if name == _BUDGET and part.isdigit():
        return _("Budget {year}").format(year=year_text(int(part), language))
    if field in LEVEL_NAMES and name not in specs:
        return _("Group: {level}").format(level=_(LEVEL_NAMES[field]))
    if field in _SPECIAL_FIELDS and name not in specs:
        return _(_SPECIAL_FIELDS[field])
    label = specs[name].label.spoken(language) if name in specs else name
    return _("{field} (English)").format(field=label) if part == "en" else label
