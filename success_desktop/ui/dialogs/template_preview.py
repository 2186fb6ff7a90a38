"""The pane beside the templates: what a plan made from one will look like in print."""

from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from success_desktop.domain.calendar import year_text
from success_desktop.domain.schema import FormSpec, Template
from success_desktop.domain.template_preview import level_text, preview_levels, printed_forms
from success_desktop.i18n import Language, _, interface_language
from success_desktop.ui.theme import GRID

_WIDTH = 380


class TemplatePreview(QFrame):
    """Shows one template at a time: years, levels with their numbers as printed, forms. `lines` are all its labels."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setFixedWidth(_WIDTH)
        self.setAccessibleName(_("What the plan will look like"))
        self.lines: list[QLabel] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        self._column.setSpacing(2)
        self._column.addStretch(1)

    def show_template(self, template: Template) -> None:
        """Show what a plan made from this template holds."""
        for label in self.lines:
            self._column.removeWidget(label)
            label.hide()
            label.deleteLater()
        self.lines = []
        language = interface_language()
        self._add(_("Levels and numbers"), "strong")
        for level in preview_levels(template):
            self._add(level_text(template, level, language), "", level.depth)
        self._add(_("Forms and tables"), "strong")
        self._add(" · ".join(form_name(form, language) for form in printed_forms(template)), "")
        self._add(_("Fiscal years"), "strong")
        self._add(years_text(template, language), "")
        self.setAccessibleDescription("\n".join(label.text() for label in self.lines))

    def _add(self, text: str, role: str, depth: int = 0) -> None:
        label = QLabel(text)
        label.setProperty("role", role)
        label.setWordWrap(True)
        label.setIndent(2 * GRID * depth)
        above = GRID if role and self.lines else 0
        label.setContentsMargins(0, above, 0, 0)
        self._column.insertWidget(self._column.count() - 1, label)
        self.lines.append(label)


def form_name(form: FormSpec, language: Language) -> str:
    """A form by its stamp, as officers call it, and its name: ผ.02 รายละเอียดโครงการพัฒนา."""
    stamp = form.stamp.spoken(language) if form.stamp is not None else ""
    return f"{stamp} {form.name.spoken(language)}".strip()


def years_text(template: Template, language: Language) -> str:
    """The fiscal years that a new plan covers: 2568–2572; 2025–2029."""
    first_be = template.years.first_be
    last_be = first_be + template.years.count - 1
    return f"{year_text(first_be, language)}\N{EN DASH}{year_text(last_be, language)}"
