"""Official forms of a plan as a document: one section for each form, with its stamp, titles, rows and sums."""

from collections.abc import Iterator, Sequence

from success_desktop.documents.forms.form_cells import FormCells
from success_desktop.documents.forms.form_options import EditionWords, FormPrintOptions
from success_desktop.documents.forms.form_references import ReferencesWriter
from success_desktop.documents.forms.form_rows import RowsWriter
from success_desktop.documents.forms.form_summary import SummaryWriter
from success_desktop.documents.forms.form_words import NOTHING_TO_LIST, FormWords, describe_column
from success_desktop.documents.outline_blocks import GroupRow, Outline, Phrase, Section, Table, TableRow
from success_desktop.documents.outline_values import PlanWording
from success_desktop.domain.forms.form_set import FormSet
from success_desktop.domain.forms.resolved import ResolvedForm
from success_desktop.domain.forms.resolving import resolve_form
from success_desktop.domain.plan import Plan
from success_desktop.i18n import N_

__all__ = ["EditionWords", "FormPrintOptions", "build_form_outline"]

_PLAIN = FormPrintOptions()


def build_form_outline(
    plan: Plan, form_set: FormSet, form_names: Sequence[str], options: FormPrintOptions = _PLAIN
) -> Outline:
    """Fill the forms of these names with `plan`, one after the other, their pages counted through.

    Every sum is computed here and checked by a second addition straight from the plan; SumsDisagreeError when the two
    differ, which no plan must bring about. Raises KeyError when the form set has no form of such a name.
    """
    words = PlanWording(plan, options.language, has_thai_digits=options.has_thai_digits)
    writer = _FormsWriter(FormWords(words, form_set, options), form_set, options)
    first = words.languages[0]
    title = words.text(plan.root, "title", first)._replace(mark="")
    edition = writer.words.edition(first).text if options.edition else ""
    owner = [words.text(plan.root, field, first).text for field in ("organisation", "area")]
    return Outline(
        language=options.language,
        has_thai_digits=words.has_thai_digits,
        plan_id=plan.root_id,
        revision_id=options.revision_id,
        title=title._replace(text=" ".join(filter(None, (title.text, edition)))),
        owner=words.phrase("  ".join(text for text in owner if text), first),
        contents_title=(),
        page_word=words.say(N_("Page"), first),
        origin=Phrase("", first),
        cover=(),
        sections=tuple(writer.write(name) for name in form_names),
        is_read_back=False,
        seal=options.seal,
        watermark=options.watermark,
        first_page=options.first_page,
        paper=options.paper,
    )


class _FormsWriter:
    """Fills in forms of one set."""

    def __init__(self, words: FormWords, form_set: FormSet, options: FormPrintOptions) -> None:
        self.words = words
        self._form_set = form_set
        self._options = options

    def write(self, name: str) -> Section:
        """The pages of one form."""
        form = resolve_form(self._form_set, name, self.words.words.plan, self._options.question)
        table = Table(
            form=name,
            titles=self.words.titles(form),
            caption=(),
            columns=tuple(describe_column(column, form.spec.money) for column in form.columns),
            head=self.words.head(form),
            rows=tuple(self._rows(form)) or (GroupRow(0, self.words.across(NOTHING_TO_LIST)),),
        )
        return Section(form.spec.orientation, self.words.in_each(form.spec.stamp), (table,), "form")

    def _rows(self, form: ResolvedForm) -> Iterator[TableRow]:
        if form.spec.shape == "summary":
            return SummaryWriter(self.words, form).write()
        if form.spec.shape == "references":
            return ReferencesWriter(self.words, form).write()
        cells = FormCells(self.words, form, self._options.reasons)
        return RowsWriter(self.words, form, cells, shows_alignment=self._options.shows_alignment).write()
