"""What holds for the forms of every plan: no project lost or printed twice, sums to the satang, sound files, whole texts."""

import itertools
from decimal import Decimal
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from success_desktop.documents.forms.form_document import FormPrintOptions, build_form_outline
from success_desktop.documents.forms_excel import write_excel
from success_desktop.documents.outline_blocks import DocumentLanguage, Table, TotalRow
from success_desktop.documents.outline_heads import place_head
from success_desktop.documents.outline_passages import list_rows, list_tables
from success_desktop.documents.word_writer import write_word
from success_desktop.documents.word_xml import drop_forbidden, split_paragraphs
from success_desktop.domain.edits import apply
from success_desktop.domain.forms.form_set import FormSet
from success_desktop.domain.plan import Plan
from success_desktop.domain.totals import total_of_nodes
from tests.documents.form_plans import FORMS, form_plan, form_set
from tests.documents.outline_reading import find_totals, read_total
from tests.documents.random_plans import plans
from tests.documents.word_lint import lint
from tests.random_plans import random_edits, sample_plan
from tests.trips.form_files import read_excel_forms, read_word_forms

FEW = settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
LANGUAGES: st.SearchStrategy[DocumentLanguage] = st.sampled_from(("th", "en", "both"))
SETS = ("ldp-2566", "ldp-2571")


def any_year(made: str) -> FormSet:
    """A form set whose years are the plan's own, so that no money falls outside its columns."""
    return form_set(made).model_copy(update={"years": None})


def tables_of(plan: Plan, made: str, language: DocumentLanguage) -> dict[str, Table]:
    outline = build_form_outline(plan, any_year(made), FORMS, FormPrintOptions(language=language))
    return dict(zip(FORMS, list_tables(outline), strict=True))


@FEW
@given(plan=plans(), made=st.sampled_from(SETS), language=LANGUAGES)
def test_every_project_stands_in_one_of_the_three_lists_once(plan, made, language):
    tables = tables_of(plan, made, language)
    listed = [row.anchor.node_id for form in ("p02", "p02-1", "p02-2") for row in list_rows(tables[form])]
    assert sorted(listed) == sorted(node.id for node in plan.walk() if node.kind == "project")


@FEW
@given(plan=plans(), made=st.sampled_from(SETS), language=LANGUAGES)
def test_rows_fill_their_tables_and_heads_fit_them(plan, made, language):
    for table in tables_of(plan, made, language).values():
        width = len(table.columns)
        assert place_head(table)
        assert all(len(row.cells) == width for row in list_rows(table))
        assert all(sum(span for _phrases, span in row.cells) == width for row in find_totals(table))


@FEW
@given(plan=plans(), made=st.sampled_from(SETS))
def test_the_grand_total_is_that_of_the_projects_to_the_satang(plan, made):
    table = tables_of(plan, made, "th")["p02"]
    nodes = [plan.nodes[row.anchor.node_id] for row in list_rows(table)]
    wanted = total_of_nodes(plan, nodes).by_year
    grand = next((row for row in table.rows if isinstance(row, TotalRow) and row.is_grand), None)
    years = [int(one.source.partition(":")[2]) for one in table.columns if one.source.startswith("budget:")]
    assert (grand is None) == (not nodes)
    if grand is not None:
        printed = [
            Decimal(0 if text == "-" else text.replace(",", ""))
            for text, (_phrases, span) in zip(read_total(grand), grand.cells, strict=True)
            if span == 1 and (text == "-" or text.replace(",", "").replace(".", "").isdigit())
        ]
        assert printed[-len(years) :] == [wanted.get(year, Decimal(0)) for year in years]


@settings(FEW, max_examples=8)
@given(plan=plans(), made=st.sampled_from(SETS), language=LANGUAGES)
def test_files_of_any_plan_are_sound_and_hold_its_names(plan, made, language, folder):
    outline = build_form_outline(plan, any_year(made), FORMS, FormPrintOptions(language=language))
    write_word(outline, folder / "แบบ.docx")
    write_excel(outline, folder / "แบบ.xlsx")
    assert lint(folder / "แบบ.docx") == []
    forms = {"word": read_word_forms(folder / "แบบ.docx"), "excel": read_excel_forms(folder / "แบบ.xlsx")}
    for read in forms.values():
        whole = "\n".join(text for form in read for row in form.rows for text in row.texts)
        for node in plan.walk():
            if node.kind == "project" and (name := node.text("name", "th")):
                lines = [drop_forbidden(line) for line in split_paragraphs(name) if language != "en"]
                assert [line for line in lines if line not in whole] == []


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for the files of every example; each takes the place of the one before."""
    return tmp_path_factory.mktemp("forms")


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("made", SETS)
def test_plans_edited_at_random_print_with_sums_that_agree(seed, made):
    for plan in (sample_plan(), form_plan()):
        edited = apply(plan, random_edits(plan, Random(seed), 60))
        for language in ("th", "both"):
            tables = tables_of(edited, made, language)
            listed = itertools.chain.from_iterable(
                list_rows(tables[form]) for form in ("p02", "p02-1", "p02-2")
            )
            wanted = [node.id for node in edited.walk() if node.kind == "project"]
            assert sorted(row.anchor.node_id for row in listed) == sorted(wanted)
