"""What holds for the print of every plan: nothing lost, nothing twice by mistake, sums to the satang, the right digits."""

import dataclasses
import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from success_desktop.documents.outline import OutlineOptions, build_outline
from success_desktop.documents.outline_blocks import DocumentLanguage, Outline, Phrase, Table, TotalRow
from success_desktop.documents.outline_passages import list_printed_fields, list_rows, list_tables
from success_desktop.domain.plan import Node, Plan
from success_desktop.domain.schema import Seed
from success_desktop.domain.totals import Totals, total_of_branch
from tests.documents.outline_reading import find_table, read_cells
from tests.documents.random_plans import FORMS, GROUPS, plans
from tests.documents.word_plans import branch, plan_of, project, root

FEW = settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
LANGUAGES: st.SearchStrategy[DocumentLanguage] = st.sampled_from(("th", "en", "both"))
ASCII_DIGIT, THAI_DIGIT = re.compile("[0-9]"), re.compile("[๐-๙]")
ADDRESS = re.compile(r"[!-~]*(?:@|://|www\.)[!-~]*")
"""Web and mail addresses keep their digits: in Thai ones they would lead nowhere."""
NOT_IN_A_FORM = {"place", "note"}
"""Fields of a project that are kept and not printed."""


def find_phrases(thing: object) -> Iterator[Phrase]:
    """Every phrase of an outline, wherever it stands."""
    if isinstance(thing, Phrase):
        yield thing
    elif isinstance(thing, tuple):
        for one in thing:
            yield from find_phrases(one)
    elif dataclasses.is_dataclass(thing):
        for field in dataclasses.fields(thing):
            yield from find_phrases(getattr(thing, field.name))


def printed_values(outline: Outline) -> Iterator[Phrase]:
    """The values of a document: those behind labels and those in rows."""
    yield from (printed.value for printed in list_printed_fields(outline))
    for table in list_tables(outline):
        for row in list_rows(table):
            yield from (phrase for cell in row.cells for phrase in cell)


def count_places(plan: Plan, node: Node, field: str) -> int:
    """How often a document prints a text of the random plans: the template's own choice, written out."""
    template = plan.template.id
    has_projects = any(below.kind == "project" for below in plan.walk(node.id))
    if node.kind == "project":
        if field in NOT_IN_A_FORM or (field == "kpi" and template == "ldp-2571-issue"):
            return 0
        in_narrative = field == "name" and template == "success-strategic-plan"
        over_indicators = field == "name" and in_narrative and bool(plan.children_of(node.id))
        return 1 + in_narrative + over_indicators
    if node.kind == "indicator":
        return (
            1 if template == "success-strategic-plan" else 0
        )  # projects of local plans print no list of them
    if node.kind == "programme":
        return int(has_projects)
    return 1 + (node.kind in GROUPS[template] and has_projects)


def wanted_texts(plan: Plan, language: DocumentLanguage) -> Counter[str]:
    """Every stored text with the number of places where a document in `language` shows it."""
    wanted: Counter[str] = Counter()
    for node in plan.walk():
        for field, spec in plan.template.kind(node.kind).fields.items():
            if spec.type != "text":
                continue
            stored = {part: node.text(field, part) for part in ("th", "en") if node.text(field, part)}
            shown = {part for part in stored if language in (part, "both")} or set(stored)
            for part in shown:
                wanted[stored[part]] += count_places(plan, node, field)
    return +wanted


@FEW
@given(plan=plans(), language=LANGUAGES)
def test_every_text_is_printed_as_often_as_the_template_says_and_no_other(plan, language):
    printed = Counter(phrase.text for phrase in printed_values(build_outline(plan, OutlineOptions(language))))
    texts = {text: times for text, times in printed.items() if re.search("q[A-Z]{2}$", text)}
    assert texts == dict(wanted_texts(plan, language))


def read_sums(table: Table, row: TotalRow) -> dict[str, Decimal]:
    """The amounts of a line of sums by the source of their column; dashes are left out."""
    sums: dict[str, Decimal] = {}
    place = 0
    for phrases, span in row.cells:
        source = table.columns[place].source
        if source.startswith("budget") and phrases[0].text != "-":
            sums[source] = Decimal(phrases[0].text.replace(",", ""))
        place += span
    return sums


def assert_sums(table: Table, row: TotalRow, totals: Totals) -> None:
    """Fail unless a line says what the domain adds up, year by year and over all."""
    assert read_sums(table, row) == {f"budget:{year}": baht for year, baht in totals.by_year.items()}
    overall = re.findall(r"[\d,]+(?:\.\d\d)?", row.cells[-1][0][0].text)[-1]
    assert Decimal(overall.replace(",", "")) == totals.total_baht


@FEW
@given(plan=plans(), language=LANGUAGES)
def test_sums_below_groups_and_table_are_those_of_the_plan_to_the_satang(plan, language):
    table = find_table(build_outline(plan, OutlineOptions(language)), FORMS[plan.template.id])
    form = plan.template.forms[table.form]
    lines = [row for row in table.rows if isinstance(row, TotalRow)]
    sums = lines[::2] if form.counts else lines
    summed = [
        node
        for node in plan.walk()
        if node.kind in form.subtotals and any(one.kind == "project" for one in plan.walk(node.id))
    ]
    if not summed:
        assert not lines
        return
    for row, node in zip(sums, [*summed, plan.root], strict=True):
        assert_sums(table, row, total_of_branch(plan, node.id))
    assert [row.is_grand for row in sums] == [False] * len(summed) + [True]


@FEW
@given(plan=plans(), language=LANGUAGES)
def test_the_rows_of_a_form_add_up_to_its_last_line(plan, language):
    """Read as a council reads it: with the printed rows and nothing else."""
    table = find_table(build_outline(plan, OutlineOptions(language)), FORMS[plan.template.id])
    by_hand: dict[str, Decimal] = {}
    for row in list_rows(table):
        for column, cell in zip(table.columns, row.cells, strict=True):
            if column.source.startswith("budget:") and cell:
                baht = Decimal(cell[0].text.replace(",", ""))
                by_hand[column.source] = by_hand.get(column.source, Decimal(0)) + baht
    grand = next((row for row in table.rows if isinstance(row, TotalRow) and row.is_grand), None)
    assert (read_sums(table, grand) if grand else {}) == by_hand


@FEW
@given(plan=plans())
def test_thai_prints_buddhist_years_without_a_word_of_the_common_era(plan):
    first_year = plan.years()[0]
    for phrase in find_phrases(build_outline(plan)):
        assert "ค.ศ." not in phrase.text
        assert str(first_year - 543) not in phrase.text


@FEW
@given(plan=plans())
def test_english_prints_years_of_the_common_era(plan):
    years_be = {str(year) for year in range(2555, 2585)}
    heads = [cell for table in list_tables(build_outline(plan, OutlineOptions("en"))) for cell in table.head]
    assert not years_be & {phrase.text for phrase in find_phrases(tuple(heads))}


@FEW
@given(plan=plans(), language=LANGUAGES)
def test_no_thai_digit_is_printed_unless_asked_for(plan, language):
    assert not [
        phrase
        for phrase in find_phrases(build_outline(plan, OutlineOptions(language)))
        if THAI_DIGIT.search(phrase.text)
    ]


@FEW
@given(plan=plans(has_numerals=True))
def test_thai_digits_reach_everything_but_english_text_addresses_and_the_ids(plan):
    outline = build_outline(plan, OutlineOptions(has_thai_digits=True, revision_id="01jrev7"))
    for phrase in find_phrases(dataclasses.replace(outline, origin=Phrase("", ""))):
        if phrase.language != "en":
            assert not ASCII_DIGIT.search(ADDRESS.sub("", phrase.text)), phrase
    assert plan.root_id in outline.origin.text
    assert "01jrev7" in outline.origin.text


def test_an_agency_named_in_english_only_keeps_its_digits_wherever_it_is_printed():
    """In a Thai document with Thai digits: in the cell of a project that names it as in the register."""
    agencies = (
        Seed(kind="agency", key="unit", fields={"name": {"en": "Field Unit 4"}}),
        Seed(kind="agency", key="depot", fields={"name": {"th": "คลัง 5"}}),
        Seed(kind="agency", key="pump", fields={"name": {"th": "สถานีสูบน้ำ"}, "short_name": {"th": "สสน. 6"}}),
    )
    dredge = project("ขุดคลอง", lead_agencies=["unit", "depot", "pump"])
    plan = plan_of(root(branch(dredge), Seed(kind="agency_register", children=agencies)))
    outline = build_outline(plan, OutlineOptions(has_thai_digits=True))
    assert read_cells(find_table(outline, "projects"))[0][-1] == "[อังกฤษ] Field Unit 4\nคลัง ๕\nสสน. ๖"
    assert [row[0] for row in read_cells(find_table(outline, "agencies"))] == [
        "Field Unit 4", "คลัง ๕", "สถานีสูบน้ำ",
    ]  # fmt: skip


@FEW
@given(plan=plans(has_numerals=True))
def test_digits_change_their_shape_and_nothing_else(plan):
    """Thai digits on or off: the same document otherwise, letter by letter."""
    arabic, thai = (
        [phrase.text for phrase in find_phrases(build_outline(plan, OutlineOptions(has_thai_digits=has)))]
        for has in (False, True)
    )
    to_arabic = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
    assert [text.translate(to_arabic) for text in arabic] == [text.translate(to_arabic) for text in thai]


@FEW
@given(plan=plans(), language=st.sampled_from(("th", "en")))
def test_a_missing_translation_is_marked_and_nothing_else_is(plan, language):
    other = {"th": "en", "en": "th"}[language]
    mark = {"th": "[อังกฤษ]", "en": "[Thai]"}[language]
    stored = {
        node.text(field, part): part
        for node in plan.walk()
        for field, spec in plan.template.kind(node.kind).fields.items()
        if spec.type == "text"
        for part in ("th", "en")
    }
    for phrase in printed_values(build_outline(plan, OutlineOptions(language))):
        if phrase.text and phrase.text in stored:
            assert phrase.language == stored[phrase.text]
            assert phrase.mark == (mark if phrase.language == other else "")


@FEW
@given(plan=plans())
def test_a_bilingual_document_marks_nothing_and_gives_each_text_its_language(plan):
    for phrase in find_phrases(build_outline(plan, OutlineOptions("both"))):
        assert phrase.mark == ""


@FEW
@given(plan=plans(has_numerals=True), language=LANGUAGES, has_thai_digits=st.booleans())
def test_any_plan_prints_the_same_twice_with_names_of_labels_that_are_unique(plan, language, has_thai_digits):
    options = OutlineOptions(language, has_thai_digits)
    outline = build_outline(plan, options)
    assert outline == build_outline(plan, options)
    rows = [row.anchor.name for table in list_tables(outline) for row in list_rows(table)]
    names = rows + [printed.anchor.name for printed in list_printed_fields(outline)]
    assert len(names) == len(set(names))
    assert all(re.fullmatch(r"[fr]_[0-9A-Za-z_]{1,38}", name) for name in names)


@FEW
@given(plan=plans(), language=LANGUAGES)
def test_every_row_of_a_table_fills_its_columns(plan, language):
    for table in list_tables(build_outline(plan, OutlineOptions(language))):
        width = len(table.columns)
        assert sum(cell.span for cell in table.head[0]) == width
        assert {len(row.cells) for row in list_rows(table)} <= {width}
        totals = [row for row in table.rows if isinstance(row, TotalRow)]
        assert {sum(span for _phrases, span in row.cells) for row in totals} <= {width}


@pytest.mark.parametrize("language", ["th", "en", "both"])
@FEW
@given(plan=plans())
def test_money_is_printed_for_every_year_that_has_any(plan, language):
    """A budget outside the years of the plan is the office's money too."""
    table = find_table(build_outline(plan, OutlineOptions(language)), FORMS[plan.template.id])
    held = {f"budget:{year}" for year in total_of_branch(plan, plan.root_id).by_year}
    assert held <= {column.source for column in table.columns}
