"""The official forms of a whole plan as PDF: two readers find every cell of the plan, and every sum is right."""

import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Literal, NamedTuple

import pypdfium2
import pytest

from success_desktop.documents.forms.form_document import FormPrintOptions, build_form_outline
from success_desktop.documents.outline_blocks import DocumentLanguage
from success_desktop.documents.pdf_writer import PrintedPlaces, write_pdf
from tests.documents.form_plans import FORMS, LONG_TARGET, form_plan, form_set
from tests.trips.form_files import find_over_pages, read_pdf_pages, squeeze
from tests.trips.form_wishes import LISTS, add_up, list_groups, list_projects, list_texts, money_of

READERS: tuple[Literal["poppler", "pdfium"], ...] = ("poppler", "pdfium")
YEARS = (2566, 2567, 2568, 2569, 2570)
_SUM_LINE = re.compile(
    r"^\s*รวมงบประมาณ(?:ทั้งสิ้น)?\s+(?:(?:Total|Grand total) budget\s+)?((?:\s*(?:[\d,]+|-)(?= |$)){5})\s*$",
    re.MULTILINE,
)


class PrintedPdf(NamedTuple):
    """A PDF of forms, and where its rows stand."""

    path: Path
    places: PrintedPlaces


@pytest.fixture(scope="module", params=["th", "both"])
def printed(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[DocumentLanguage, dict[str, PrintedPdf]]:
    """Every form of rows as a file of its own, in one language and in two."""
    folder, language = tmp_path_factory.mktemp("pdf"), request.param
    files = {}
    for form in LISTS:
        outline = build_form_outline(form_plan(), form_set(), (form,), FormPrintOptions(language=language))
        path = folder / f"{form}.pdf"
        files[form] = PrintedPdf(path, write_pdf(outline, path))
    return language, files


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("form", LISTS)
def test_every_cell_of_the_plan_is_found_on_the_pages_of_its_row(printed, form, reader):
    language, files = printed
    plan, pages = form_plan(), read_pdf_pages(files[form].path, reader)
    missing = [
        (node.text("name", "th"), text)
        for node in list_projects(plan, form)
        for text in _cells(node, form, language)
        if not find_over_pages(squeeze(text), pages, files[form].places.page_of_row[node.id])
    ]
    assert missing == []


def _cells(node, form: str, language: DocumentLanguage) -> Iterator[str]:
    plan = form_plan()
    for one in ("th", "en") if language == "both" else (language,):
        texts = list_texts(plan, node, one)
        agencies = {plan.nodes[agency].text("name", one) for agency in node.links("lead_agencies")}
        yield from (text for text in texts if form != "p02-2" or text not in agencies)
    yield from (f"{baht:,}" for baht in money_of(node).values())


@pytest.mark.parametrize("form", LISTS)
def test_every_sum_of_the_file_is_that_of_the_plan(printed, form):
    _language, files = printed
    pages = pypdfium2.PdfDocument(files[form].path)
    told = "\n".join(page.get_textpage().get_text_range().replace("\r", "") for page in pages)
    sums = [
        [Decimal(0 if one == "-" else one.replace(",", "")) for one in found.group(1).split()]
        for found in _SUM_LINE.finditer(told)
    ]
    plan = form_plan()
    assert sums == [add_up(group, YEARS) for group in (*list_groups(plan, form), list_projects(plan, form))]


@pytest.mark.parametrize("reader", READERS)
def test_a_cell_of_24_lines_breaks_over_pages_whole(printed, reader):
    _language, files = printed
    plan = form_plan()
    (form, node) = next(
        (form, node)
        for form in LISTS
        for node in list_projects(plan, form)
        if node.text("target", "th") == LONG_TARGET
    )
    pages, first = read_pdf_pages(files[form].path, reader), files[form].places.page_of_row[node.id]
    assert not any(squeeze(LONG_TARGET) in page for page in pages)
    assert find_over_pages(squeeze(LONG_TARGET), pages, first)


@pytest.mark.parametrize("reader", READERS)
def test_every_page_has_its_stamp_and_its_head(printed, reader):
    language, files = printed
    for form, stamp in (("p02", "แบบผ.02"), ("p02-1", "แบบผ.02/1"), ("p02-2", "แบบผ.02/2")):
        pages = [page for page in read_pdf_pages(files[form].path, reader) if page]
        assert len(pages) == files[form].places.page_count > 5
        assert all(stamp in page and "วัตถุประสงค์" in page and "2568" in page for page in pages)
        assert language == "th" or all("Objective" in page for page in pages)


@pytest.mark.parametrize("reader", READERS)
def test_the_other_forms_print_their_figures_too(reader, tmp_path):
    path = tmp_path / "แบบ.pdf"
    plan = form_plan()
    places = write_pdf(build_form_outline(plan, form_set(), FORMS, FormPrintOptions(first_page=41)), path)
    pages = read_pdf_pages(path, reader)
    whole = "".join(pages)
    equipment = [node for node in plan.walk() if node.kind == "equipment"]
    assert f"{sum(add_up(equipment, YEARS)):,}"[:3] in whole
    for figure in add_up(equipment, YEARS):
        assert f"{figure:,}" in whole
    for node in equipment:
        assert squeeze(node.text("target", "th")) in pages[places.page_of_row[node.id] - 41]
    listed = [node for form in ("p02", "p02-1") for node in list_projects(plan, form)]
    assert f"{sum(add_up(listed, YEARS)):,}" in whole
    assert "หน้า41" in pages[0]
