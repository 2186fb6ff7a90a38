"""The words of official forms: titles with their places filled, heads, labels, in the languages of the document."""

import re
from collections.abc import Mapping

from success_desktop.documents.forms.form_options import EditionWords, FormPrintOptions
from success_desktop.documents.outline_anchors import AnchorBook
from success_desktop.documents.outline_blocks import Column, HeadCell, Label, Phrase, Phrases, Titled
from success_desktop.documents.outline_values import PlanWording
from success_desktop.domain.calendar import year_text
from success_desktop.domain.forms.form_set import FormSet
from success_desktop.domain.forms.heads import merge_heads
from success_desktop.domain.forms.resolved import ResolvedColumn, ResolvedForm, Texts
from success_desktop.domain.schema import Wording
from success_desktop.i18n import N_, Language

_EMPTY_BRACKETS = re.compile(r"\(\s*\)|\[\s*\]")
_BLANKS = re.compile(r"[ \t]{2,}")
_BLANK = Phrase("", "")


class FormWords:
    """Words the forms of one plan for one document. `anchors` name its rows, in all forms together."""

    def __init__(self, words: PlanWording, form_set: FormSet, options: FormPrintOptions) -> None:
        self.words = words
        self.anchors = AnchorBook()
        self._form_set = form_set
        self._options = options

    def in_each(self, wording: Wording, **places: str) -> Phrases:
        """A wording in every language of the document, its places filled with numbers; blank ones are left out."""
        phrases = (self.words.word(wording, language, **places) for language in self.words.languages)
        return tuple(phrase for phrase in phrases if phrase.text)

    def texts(self, texts: Texts) -> Phrases:
        """A text of the plan as a cell prints it."""
        phrases = (self.words.wording(texts, language) for language in self.words.languages)
        return tuple(phrase for phrase in phrases if phrase.text)

    def figure(self, text: str) -> Phrases:
        """A number, in the document's digits; nothing for ""."""
        return (self.words.phrase(text),) if text else ()

    def lines(self, label: Wording, texts: Texts, node_id: str = "", field: str = "") -> tuple[Titled, ...]:
        """A label and a text in each language. In two languages one without text is left out, except the first."""
        values = {language: self.words.wording(texts, language) for language in self.words.languages}
        return tuple(
            Titled(self._label(label, language, node_id, field), value)
            for place, (language, value) in enumerate(values.items())
            if value.text or place == 0
        )

    def _label(self, label: Wording, language: Language, node_id: str, field: str) -> Label:
        anchors = (self.anchors.mark_field(node_id, field, language),) if node_id else ()
        return Label(self.words.word(label, language), anchors)

    def across(self, message: str) -> tuple[Titled, ...]:
        """A sentence of the catalogue in each language, as lines across a table."""
        return tuple(
            Titled(Label(_BLANK), self.words.say(message, language)) for language in self.words.languages
        )

    def titles(self, form: ResolvedForm) -> Phrases:
        """The centred lines above a form: first all in the one language, then in the other."""
        titles = (
            self._title(title, language, form)
            for language in self.words.languages
            for title in form.spec.titles
        )
        return tuple(title for title in titles if title.text)

    def _title(self, title: Wording, language: Language, form: ResolvedForm) -> Phrase:
        """A title whose places are filled; what is blank leaves neither brackets nor blanks nor a comma behind."""
        places = {
            "first_year": year_text(form.years[0], language),
            "last_year": year_text(form.years[-1], language),
            "fiscal_year": year_text(form.fiscal_year_be, language),
            "edition": self.edition(language).text,
            **{name: self._of_plan(name, language) for name in ("title", "organisation", "area")},
        }
        filled = self.words.word(title, language, **places)
        text = _BLANKS.sub(" ", _EMPTY_BRACKETS.sub("", filled.text))
        return filled._replace(text=text.strip(" ,"))

    def edition(self, language: Language) -> Phrase:
        """What the titles say of the edition: its kind with number and year, else what the plan calls itself."""
        edition = self._options.edition
        if edition is None:
            return self.words.phrase(self._of_plan("edition", language), language)
        wording = self._title_of(edition)
        year = year_text(edition.year_be, language)
        return self.words.word(wording, language, number=str(edition.number), year=year)

    def _title_of(self, edition: EditionWords) -> Wording:
        spec = self._form_set.editions.get(edition.kind)
        return Wording(th="", en="") if spec is None else spec.title

    def _of_plan(self, field: str, language: Language) -> str:
        root = self.words.plan.root
        known = self.words.plan.template.kind(root.kind).fields
        return self.words.text(root, field, language).text if field in known else ""

    def head(self, form: ResolvedForm) -> tuple[tuple[HeadCell, ...], ...]:
        """The head of a form in one to three rows."""
        return tuple(
            tuple(HeadCell(self.in_each(cell.wording), cell.span, cell.reaches_down) for cell in row)
            for row in merge_heads(form.columns)
        )


def describe_column(column: ResolvedColumn, money: tuple[str, ...]) -> Column:
    """A column as writers see it; `money` are the fields that a form adds up."""
    names: Mapping[str, str] = {
        "number": "number",
        "year": money[0],
        "fiscal_year": money[0],
        "baht": "baht",
        "count": "count",
        "months": "month",
        "reason": "reason",
    }
    field = names.get(column.show) or next(iter(column.fields), "") or column.level or column.alignment
    source = field or column.show
    if column.month is not None:
        source = f"{source}:{column.month:%Y-%m}"
    elif column.year_be is not None:
        source = f"{source}:{column.year_be}"
    return Column(column.share, column.align, source)


NOTHING_TO_LIST = N_("Nothing to list")
