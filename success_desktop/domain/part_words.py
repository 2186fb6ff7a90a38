"""Parts of fields in words: what a field is called, which year or language a part is, and what stands there."""

from datetime import date
from decimal import Decimal

from success_desktop.domain.amounts import format_baht, format_number
from success_desktop.domain.calendar import year_text
from success_desktop.domain.calendar_dates import date_text
from success_desktop.domain.known_words import known_word_in
from success_desktop.domain.schema import FieldSpec, Template
from success_desktop.domain.values import Atom, shape_of, split_money_part
from success_desktop.i18n import Language, _


class PartWords:
    """Words the fields of a template's nodes in one language."""

    def __init__(self, template: Template, language: Language) -> None:
        self._template = template
        self._language = language

    def field_label(self, kind: str, field: str) -> str:
        """What a field is called; one that the template does not know goes by its id."""
        if known_word_in(field):
            return _("Word in the plan’s dictionary")
        spec = self.spec(kind, field)
        return spec.label.spoken(self._language) if spec is not None else field

    def kind_name(self, kind: str) -> str:
        """What nodes of a kind are called."""
        return self._template.kind(kind).name.spoken(self._language)

    def spec(self, kind: str, field: str) -> FieldSpec | None:
        """What the template says of a field; None for a known word, or a field of another template."""
        return self._template.kind(kind).fields.get(field)

    def language_label(self, part: str) -> str:
        """The name of the language that a part of a text is in."""
        return _("Thai") if part == "th" else _("English")

    def year_label(self, part: str) -> str:
        """The year of a part of a yearly field, with the source of funds where money has one: "2569 · Loan"."""
        if ":" not in part:
            return year_text(int(part), self._language) if part.isdecimal() else ""
        if part == ":":
            return ""
        year_be, source = split_money_part(part)
        names = self._template.sources
        spoken = names[source].spoken(self._language) if source in names else source
        return f"{year_text(year_be, self._language)} · {spoken}"

    def atom_text(self, spec: FieldSpec | None, part: str, atom: Atom | None) -> str:
        """What stands in a part, as the page shows it; "" for blank. Choices go by their names."""
        if atom is None:
            return ""
        if isinstance(atom, date):
            return date_text(atom, self._language, "short")
        if isinstance(atom, Decimal):
            if spec is not None and spec.type == "fiscal_year":
                return year_text(int(atom), self._language)
            return format_baht(atom) if shape_of(part, atom) == "money" else format_number(atom)
        option = spec.options.get(atom) if spec is not None else None
        return option.spoken(self._language) if option is not None else atom
