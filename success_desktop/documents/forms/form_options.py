"""How official forms are printed: language, digits, paper, and of which edition."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from success_desktop.documents.outline_blocks import DocumentLanguage, Paper, Phrases, Seal
from success_desktop.domain.forms.resolved import FormOptions, Texts
from success_desktop.domain.office import EditionKind

_FIRST: EditionKind = "first"


@dataclass(frozen=True, slots=True)
class EditionWords:
    """The edition that a form is printed for, as its title names it; `year_be` is a Buddhist year."""

    kind: EditionKind
    number: int
    year_be: int


@dataclass(frozen=True, slots=True)
class FormPrintOptions:
    """What forms are made for.

    `revision_id` is the revision shown ("": none is named). Without `shows_alignment` the lines that tie a group to the
    plans above are left out. `edition` None: the plan's own field says which edition it is. `fiscal_year_be` is the year of
    forms of one year (None: the plan's first). With `row_ids` only those rows are printed, as in the book of an edition;
    `reasons` are why it has them, by the id of the row.
    """

    language: DocumentLanguage = "th"
    has_thai_digits: bool = False
    revision_id: str = ""
    shows_alignment: bool = True
    edition: EditionWords | None = None
    first_page: int = 1
    paper: Paper = "A4"
    watermark: Phrases = ()
    seal: Seal | None = None
    fiscal_year_be: int | None = None
    row_ids: frozenset[str] | None = None
    reasons: Mapping[str, Texts] = field(default_factory=dict)

    @property
    def question(self) -> FormOptions:
        """What of a plan a form shows."""
        is_amended = self.edition is not None and self.edition.kind != _FIRST
        return FormOptions(is_amended, self.fiscal_year_be, self.row_ids)
