"""The plain-language summary (สรุปแผนฉบับประชาชน): what a plan wants, on two pages that anybody can read."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from success_desktop.documents.outline import OutlineOptions
from success_desktop.documents.outline_anchors import AnchorBook
from success_desktop.documents.outline_blocks import (
    Block,
    Column,
    DataRow,
    HeadCell,
    Outline,
    Paragraph,
    ParagraphStyle,
    Phrase,
    Phrases,
    Section,
    Table,
    TableRow,
    TotalRow,
)
from success_desktop.documents.outline_values import PlanWording
from success_desktop.documents.pdf_writer import lay_out_pages
from success_desktop.domain.amounts import format_baht
from success_desktop.domain.amounts_in_words import baht_in_words
from success_desktop.domain.calendar import year_text, years_text
from success_desktop.domain.letters.stated_facts import FactReader
from success_desktop.domain.piece_excerpts import ELLIPSIS
from success_desktop.domain.plan_digest import Digest, Share, YearShare, digest_plan
from success_desktop.domain.thai_clusters import clusters
from success_desktop.i18n import N_, Language

SUMMARY_FORM = "plain_summary"
SUMMARY_TITLE = N_("The plan in brief, for everybody")
PAGE_COUNT = 2
"""How many pages a summary has at most in one language."""

_HEADS = (N_("Projects"), N_("Budget (baht)"))
_MOST_YEARS = 10
"""Years that have a row of their own; more are told together."""
_RESERVE = 4
"""Lines of the last page that stay empty, because Word sets some lines otherwise."""


@dataclass(frozen=True, slots=True)
class Plenty:
    """How much is told: branches, projects and agencies at most, and letters of a name at most."""

    branches: int
    projects: int
    agencies: int
    letters: int


PLENTIES = (
    Plenty(14, 14, 12, 160),
    Plenty(10, 8, 8, 160),
    Plenty(8, 6, 6, 110),
    Plenty(6, 5, 5, 80),
    Plenty(5, 3, 4, 60),
    Plenty(3, 2, 2, 40),
)
"""From the most to the least: the first that fits on the pages is printed."""


def build_summary(reader: FactReader, options: OutlineOptions) -> Outline:
    """Read a plan as its summary: as much as fits on two pages in each language of the document."""
    figures = digest_plan(reader.plan)
    made = _build(reader, options, figures, PLENTIES[0])
    for plenty in PLENTIES[1:]:
        if all(_fits(made, section) for section in made.sections):
            break
        made = _build(reader, options, figures, plenty)
    return made


def _fits(made: Outline, section: Section) -> bool:
    """Whether the pages hold a section and some empty lines below it."""
    empty = (Paragraph((Phrase("\u00a0", ""),), "line"),) * _RESERVE
    alone = replace(made, sections=(replace(section, blocks=(*section.blocks, *empty)),))
    return lay_out_pages(alone).page_count <= PAGE_COUNT


def _build(reader: FactReader, options: OutlineOptions, figures: Digest, plenty: Plenty) -> Outline:
    words = PlanWording(reader.plan, options.language, has_thai_digits=options.has_thai_digits)
    first = words.languages[0]
    sections = (
        _SummaryWriter(reader, words, figures, language).section(plenty) for language in words.languages
    )
    return Outline(
        language=options.language,
        has_thai_digits=words.has_thai_digits,
        plan_id=reader.plan.root_id,
        revision_id=options.revision_id,
        title=words.say(SUMMARY_TITLE, first),
        owner=words.text(reader.plan.root, "organisation", first)._replace(mark=""),
        contents_title=(),
        page_word=words.say(N_("Page"), first),
        origin=Phrase("", first),
        cover=(),
        sections=tuple(sections),
        is_read_back=False,
    )


class _SummaryWriter:
    """Writes a summary in one language."""

    def __init__(self, reader: FactReader, words: PlanWording, figures: Digest, language: Language) -> None:
        self._reader = reader
        self._words = words
        self._figures = figures
        self._language = language
        self._anchors = AnchorBook()

    def section(self, plenty: Plenty) -> Section:
        """The pages of the summary."""
        return Section("portrait", (), tuple(self._blocks(plenty)), margins="letter", is_numbered_above=True)

    def _blocks(self, plenty: Plenty) -> Iterator[Block]:
        figures, letters = self._figures, plenty.letters
        yield self._paragraph("title", self._say(SUMMARY_TITLE))
        yield self._paragraph("subtitle", self._fill("{plan_title} {edition_title}", letters * 2))
        yield self._paragraph("centre", self._fill("{organisation}  {area}", letters * 2))
        yield self._heading(N_("What this plan wants"))
        yield self._paragraph("body", f"{self._vision(letters * 3)}{self._extent()}")
        yield self._heading(N_("What it does, and for how much"))
        yield self._branches(plenty)
        yield self._heading(N_("Year by year"))
        yield self._years()
        if figures.largest:
            yield self._heading(N_("The largest projects"))
            yield self._largest(figures.largest[: plenty.projects], letters)
        if figures.agencies:
            yield self._heading(N_("Who does it"))
            yield self._paragraph("body", self._agencies(figures.agencies, plenty))
        yield self._heading(N_("How to comment"))
        yield self._paragraph("body", self._how_to_comment(letters * 2))

    def _vision(self, letters: int) -> str:
        """The vision in its own words and a blank; nothing where the plan has none."""
        visions = (node for node in self._words.plan.walk() if node.kind == "vision")
        text = next((self._words.text(node, "name", self._language).text for node in visions), "")
        return f"{_shorten(text, letters)} " if text else ""

    def _extent(self) -> str:
        years = self._words.plan.years()
        return self._say(
            N_("The plan for {years} holds {count} projects with {baht} baht in all ({words})."),
            years=years_text(years[0], years[-1], self._language),
            count=f"{self._figures.project_count:,}",
            baht=format_baht(self._figures.baht),
            words=baht_in_words(self._figures.baht, self._language),
        )

    def _branches(self, plenty: Plenty) -> Table:
        shares = self._figures.branches
        shown = shares if len(shares) <= plenty.branches else shares[: plenty.branches - 1]
        rows: list[TableRow] = [
            self._row(share.node_id, self._name_of(share.node_id, plenty.letters), share) for share in shown
        ]
        if rest := shares[len(shown) :]:
            told = self._say(N_("{count} others"), count=str(len(rest)))
            total = Share("", sum(share.project_count for share in rest), _add(rest))
            rows.append(self._row("rest", told, total))
        rows.append(self._total(self._figures.project_count, self._figures.baht))
        kinds = {self._words.plan.kind_of(share.node_id).name.spoken(self._language) for share in shares}
        subject = kinds.pop() if len(kinds) == 1 else self._say(N_("Part of the plan"))
        return self._table((subject, *map(self._say, _HEADS)), (10, 2.4, 4), rows)

    def _years(self) -> Table:
        shares = self._figures.years
        shown = shares if len(shares) <= _MOST_YEARS else shares[: _MOST_YEARS - 1]
        rows = [
            self._row(
                f"year-{share.year_be}",
                year_text(share.year_be, self._language),
                Share("", share.project_count, share.baht),
            )
            for share in shown
        ]
        if rest := shares[len(shown) :]:
            told = years_text(rest[0].year_be, rest[-1].year_be, self._language)
            funded = sum(share.project_count for share in rest)
            rows.append(self._row("rest-of-years", told, Share("", funded, _add(rest))))
        return self._table((self._say(N_("Fiscal year")), *map(self._say, _HEADS)), (10, 2.4, 4), rows)

    def _largest(self, shares: Sequence[Share], letters: int) -> Table:
        rows: list[TableRow] = []
        for share in shares:
            node = self._words.plan.nodes[share.node_id]
            names = (self._name_of(agency_id, letters) for agency_id in node.links("lead_agencies")[:1])
            cells = (
                self._cell(self._name_of(node.id, letters)),
                self._cell(next(names, "")),
                self._cell(format_baht(share.baht)),
            )
            rows.append(DataRow(self._anchors.mark_row(f"large-{node.id}", SUMMARY_FORM), cells))
        heads = (N_("Project"), N_("In charge"), N_("Budget (baht)"))
        aligned: tuple[str, ...] = tuple(map(self._say, heads))
        return self._table(aligned, (8.5, 4.5, 3.4), rows, is_plain=True)

    def _agencies(self, shares: Sequence[Share], plenty: Plenty) -> str:
        shown = shares[: plenty.agencies]
        told = [
            self._say(
                N_("{agency} ({count} projects)"),
                agency=self._name_of(share.node_id, plenty.letters),
                count=f"{share.project_count:,}",
            )
            for share in shown
        ]
        if len(shares) > len(shown):
            told.append(self._say(N_("{count} others"), count=str(len(shares) - len(shown))))
        return self._say(N_(", ")).join(told)

    def _how_to_comment(self, letters: int) -> str:
        where = self._say(
            N_("Tell the planning team what you think: in person or by letter at {place}, or by {contact}."),
            place=self._fill("{organisation} {address}", letters),
            contact=self._fill("{contact}", letters),
        )
        until = self._reader.state("comment_until", self._language)
        told = self._say(N_("Comments are welcome until {day}."), day=until) if until else ""
        return " ".join(filter(None, (where, told)))

    def _name_of(self, node_id: str, letters: int) -> str:
        node = self._words.plan.nodes[node_id]
        field = self._words.plan.kind_of(node_id).naming_field() or ""
        text = self._words.text(node, field, self._language).text
        return _shorten(text, letters) or self._words.plan.kind_of(node_id).name.spoken(self._language)

    def _fill(self, wording: str, letters: int) -> str:
        return _shorten(self._reader.fill(wording, self._language), letters)

    def _heading(self, message: str) -> Paragraph:
        return Paragraph((self._phrase(self._say(message))._replace(is_bold=True),), "label")

    def _paragraph(self, style: ParagraphStyle, text: str) -> Paragraph:
        return Paragraph((self._phrase(text),), style)

    def _table(
        self,
        heads: Sequence[str],
        shares: Sequence[float],
        rows: Sequence[TableRow],
        *,
        is_plain: bool = False,
    ) -> Table:
        """A table whose first column is text; the others are figures, in a plain one only the last."""
        columns = tuple(
            Column(share, "text" if place == 0 or (is_plain and place == 1) else "number", f"column-{place}")
            for place, share in enumerate(shares)
        )
        head = tuple(HeadCell(self._cell(text)) for text in heads)
        return Table(SUMMARY_FORM, (), (), columns, (head,), tuple(rows))

    def _row(self, key: str, name: str, share: Share) -> DataRow:
        figures = (f"{share.project_count:,}", format_baht(share.baht))
        anchor = self._anchors.mark_row(key, SUMMARY_FORM)
        return DataRow(anchor, tuple(self._cell(text) for text in (name, *figures)))

    def _total(self, count: int, baht: Decimal) -> TotalRow:
        cells = (self._say(N_("Total")), f"{count:,}", format_baht(baht))
        return TotalRow(True, tuple((self._cell(text), 1) for text in cells))

    def _cell(self, text: str) -> Phrases:
        return (self._phrase(text),)

    def _phrase(self, text: str) -> Phrase:
        return self._words.phrase(text, self._language)

    def _say(self, message: str, **places: str) -> str:
        return self._words.say(message, self._language, **places).text


def _add(shares: Sequence[Share] | Sequence[YearShare]) -> Decimal:
    return sum((share.baht for share in shares), Decimal(0))


def _shorten(text: str, most: int) -> str:
    """A text on one line, cut between letters with their marks."""
    line = " ".join(text.split())
    letters = clusters(line)
    return line if len(letters) <= most else "".join(letters[:most]).rstrip() + ELLIPSIS.rstrip()
