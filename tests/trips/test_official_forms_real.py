"""The 125 real rows of one municipality in its official form, in every format, to the last character and the last baht."""

from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

from success_desktop.documents.forms.form_document import FormPrintOptions, build_form_outline
from success_desktop.documents.forms_excel import write_excel
from success_desktop.documents.outline_blocks import Outline
from success_desktop.documents.pdf_writer import write_pdf
from success_desktop.documents.word_writer import write_word
from success_desktop.domain.edits import apply
from success_desktop.domain.plan import Plan
from tests.documents.form_plans import form_set
from tests.plans import template
from tests.services.imports import look, plan_of
from tests.trips.form_files import (
    FileForm,
    add_columns,
    blocks_before_sums,
    figures_of,
    find_over_pages,
    read_excel_forms,
    read_pdf_pages,
    read_word_forms,
    squeeze,
)
from tests.trips.form_wishes import TEXTS, add_up, list_projects, list_texts, money_of

ROWS = 125
FIVE_YEARS_BAHT = Decimal(521_081_200)
BY_YEAR_BAHT = [114_193_820, 93_408_820, 112_066_720, 106_455_920, 94_955_920]
YEARS = (2566, 2567, 2568, 2569, 2570)
FIRST_YEAR = 4


@pytest.fixture(scope="module")
def real_outlines() -> dict[str, tuple[Plan, Outline]]:
    """Outlines of the real rows by the form set, made once."""
    return {}


@pytest.fixture(params=["ldp-2566", "ldp-2571"])
def real(request, shared_data: Path, real_outlines) -> tuple[str, Plan, Outline]:
    """The real rows in a plan of the strategy form, printed in either generation's ผ.02 without retyping."""
    made = request.param
    if made not in real_outlines:
        plan = plan_of(template("ldp-2566-strategy"))
        plan = apply(plan, look(shared_data / "p02_rows_nakhonsawan.csv", plan).edits)
        own = form_set(made).model_copy(update={"years": None})
        real_outlines[made] = (plan, build_form_outline(plan, own, ("p02",), FormPrintOptions()))
    return made, *real_outlines[made]


def check_form(made: str, plan: Plan, form: FileForm) -> None:
    """Every text and amount of every row, and every sum, in one format."""
    rows = form.of_kind("data")
    nodes = list_projects(plan, "p02")
    assert len(rows) == len(nodes) == ROWS
    fields = TEXTS if made == "ldp-2566" else tuple(field for field in TEXTS if field != "kpi")
    wanted = Counter(
        (
            *(node.text(field, "th") for field in fields[:3]),
            *_money(node),
            *(node.text(field, "th") for field in fields[3:]),
        )
        for node in nodes
    )
    last = FIRST_YEAR + 5 + len(fields) - 3
    assert Counter(row[1:last] for row in rows) == wanted
    places = range(FIRST_YEAR, FIRST_YEAR + 5)
    for block, texts in blocks_before_sums(form):
        if "จำนวน" not in texts[0]:
            assert figures_of([texts[place] for place in places]) == add_columns(block, places)
    assert add_columns(rows, places) == BY_YEAR_BAHT == add_up(nodes, YEARS)
    assert sum(add_columns(rows, places)) == FIVE_YEARS_BAHT


def _money(node) -> tuple[str, ...]:
    money = money_of(node)
    return tuple(f"{money[year]:,}" if year in money else "" for year in YEARS)


def test_the_real_rows_stand_in_word(real, tmp_path):
    made, plan, outline = real
    write_word(outline, tmp_path / "ผ02.docx")
    check_form(made, plan, read_word_forms(tmp_path / "ผ02.docx")[0])


def test_the_real_rows_stand_in_excel(real, tmp_path):
    made, plan, outline = real
    write_excel(outline, tmp_path / "ผ02.xlsx")
    check_form(made, plan, read_excel_forms(tmp_path / "ผ02.xlsx")[0])


@pytest.mark.parametrize("reader", ["poppler", "pdfium"])
def test_the_real_rows_stand_in_the_pdf(real, reader, tmp_path):
    made, plan, outline = real
    path = tmp_path / "ผ02.pdf"
    places = write_pdf(outline, path)
    pages = read_pdf_pages(path, reader)
    missing = []
    for node in list_projects(plan, "p02"):
        texts = [*list_texts(plan, node, "th"), *filter(None, _money(node))]
        if made == "ldp-2571":
            texts = [text for text in texts if text != node.text("kpi", "th")]
        first = places.page_of_row[node.id]
        missing += [text for text in texts if not find_over_pages(squeeze(text), pages, first)]
    assert missing == []
    assert f"{BY_YEAR_BAHT[0]:,}" in "".join(pages)
