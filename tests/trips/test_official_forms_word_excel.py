"""The official forms of a whole plan in Word and Excel: every cell of the plan is in the file, and every sum is right."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from success_desktop.documents.forms.form_document import FormPrintOptions, build_form_outline
from success_desktop.documents.forms_excel import write_excel
from success_desktop.documents.outline_blocks import Outline
from success_desktop.documents.word_writer import write_word
from success_desktop.domain.plan import Node
from tests.documents.form_plans import FORMS, LONG_TARGET, form_plan, form_set
from tests.trips.form_files import (
    FileForm,
    add_columns,
    blocks_before_sums,
    figures_of,
    read_excel_forms,
    read_word_forms,
)
from tests.trips.form_wishes import LISTS, add_up, list_groups, list_projects, list_texts, money_of

Read = Callable[[Path], list[FileForm]]

GENERATIONS = {"ldp-2566": "ldp-2566-strategy", "ldp-2571": "ldp-2571-issue"}
YEARS = {"ldp-2566": tuple(range(2566, 2571)), "ldp-2571": tuple(range(2571, 2576))}
FIRST_YEAR = 4
"""The column of the first year's money in ผ.02 and its kin, counted from 0."""


def print_word(outline: Outline, folder: Path) -> list[FileForm]:
    write_word(outline, folder / "แบบ.docx")
    return read_word_forms(folder / "แบบ.docx")


def print_excel(outline: Outline, folder: Path) -> list[FileForm]:
    write_excel(outline, folder / "แบบ.xlsx")
    return read_excel_forms(folder / "แบบ.xlsx")


PRINTERS = {"word": print_word, "excel": print_excel}


@pytest.fixture(
    scope="module", params=[(made, kind) for made in GENERATIONS for kind in PRINTERS], ids="-".join
)
def printed(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[str, dict[str, FileForm]]:
    """Every form of a generation as one format has it: the form set's name, and the forms by theirs."""
    made, kind = request.param
    outline = build_form_outline(form_plan(GENERATIONS[made]), form_set(made), FORMS)
    forms = PRINTERS[kind](outline, tmp_path_factory.mktemp(kind))
    return made, dict(zip(FORMS, forms, strict=True))


@pytest.mark.parametrize("form", LISTS)
def test_every_project_stands_in_its_form_with_every_text_and_amount(printed, form):
    made, forms = printed
    plan, rows = form_plan(GENERATIONS[made]), {row[1]: row for row in forms[form].of_kind("data")}
    nodes = list_projects(plan, form)
    assert sorted(rows) == sorted(node.text("name", "th") for node in nodes)
    for node in nodes:
        row = rows[node.text("name", "th")]
        texts = set(list_texts(plan, node, "th"))
        if made == "ldp-2571":
            texts -= {node.text("kpi", "th")}
        if form == "p02-2":
            texts -= {plan.nodes[agency].text("name", "th") for agency in node.links("lead_agencies")}
            texts |= {node.text("coordinated_with", "th")}
        whole = "\n".join(row)
        assert [text for text in texts if text not in whole] == []
        money = money_of(node)
        printed_money = row[FIRST_YEAR : FIRST_YEAR + 5]
        assert printed_money == tuple(f"{money[year]:,}" if year in money else "" for year in YEARS[made])


@pytest.mark.parametrize("form", LISTS)
def test_rows_are_numbered_from_one_in_each_group(printed, form):
    made, forms = printed
    groups = list_groups(form_plan(GENERATIONS[made]), form)
    numbers = [row[0] for row in forms[form].of_kind("data")]
    assert numbers == [str(number) for group in groups for number in range(1, len(group) + 1)]


@pytest.mark.parametrize("form", LISTS)
def test_every_sum_is_what_the_rows_above_it_in_the_file_add_up_to(printed, form):
    _made, forms = printed
    places = range(FIRST_YEAR, FIRST_YEAR + 5)
    checked = 0
    for rows, texts in blocks_before_sums(forms[form]):
        if "จำนวน" in texts[0]:
            counted = [sum(1 for row in rows if row[place]) for place in places]
            assert figures_of([texts[place] for place in places]) == counted
        else:
            assert figures_of([texts[place] for place in places]) == add_columns(rows, places)
            checked += 1
    assert checked >= 5


@pytest.mark.parametrize("form", LISTS)
def test_every_sum_is_that_of_the_plan(printed, form):
    made, forms = printed
    plan = form_plan(GENERATIONS[made])
    wanted = [add_up(group, YEARS[made]) for group in (*list_groups(plan, form), list_projects(plan, form))]
    sums = [row for row in forms[form].of_kind("sum") if "จำนวน" not in row[0]]
    assert [figures_of(row[FIRST_YEAR : FIRST_YEAR + 5]) for row in sums] == wanted


def test_the_summary_counts_and_sums_what_the_forms_of_rows_hold(printed):
    made, forms = printed
    plan = form_plan(GENERATIONS[made])
    listed = [
        node for node in plan.walk() if node.kind == "project" and node.word("listing") != "coordination"
    ]
    by_group: dict[str, list[Node]] = {}
    for node in listed:
        by_group.setdefault(plan.ancestors(node.id)[0].id, []).append(node)
    wanted = []
    for nodes in (*by_group.values(), listed):
        counts = [sum(1 for node in nodes if money_of(node).get(year)) for year in YEARS[made]]
        sums = add_up(nodes, YEARS[made])
        pairs = [Decimal(figure) for pair in zip(counts, sums, strict=True) for figure in pair]
        wanted.append([*pairs, Decimal(sum(counts)), sum(sums, Decimal(0))])
    summary = forms["p01"]
    rows = [*summary.of_kind("data"), next(row for row in summary.of_kind("sum") if "ทั้งสิ้น" in row[0])]
    assert [figures_of(row[1:]) for row in rows] == wanted


def test_the_sums_of_a_summary_are_those_of_its_own_lines(printed):
    _made, forms = printed
    since: list[tuple[str, ...]] = []
    everything: list[tuple[str, ...]] = []
    for row in forms["p01"].rows:
        if row.kind == "data":
            since.append(row.texts)
            everything.append(row.texts)
        elif row.kind == "sum":
            rows = everything if "ทั้งสิ้น" in row.texts[0] else since
            lines = [figures_of(texts[1:]) for texts in rows]
            assert figures_of(row.texts[1:]) == [sum(column) for column in zip(*lines, strict=True)]
            since = []


def test_equipment_stands_whole_with_its_sum(printed):
    made, forms = printed
    plan = form_plan(GENERATIONS[made])
    items = [node for node in plan.walk() if node.kind == "equipment"]
    rows = forms["p03"].of_kind("data")
    assert len(rows) == len(items) == 30
    for node, row in zip(items, rows, strict=True):
        whole = "\n".join(row)
        assert f"{node.text('name', 'th')}\n{node.text('target', 'th')}" in whole
        assert [figure for figure in figures_of(row) if figure > 1000] == list(money_of(node).values())
    total = next(row for row in forms["p03"].of_kind("sum") if "จำนวน" not in row[0])
    assert figures_of(total) == add_up(items, YEARS[made])


def test_a_long_cell_is_in_the_file_whole(printed):
    _made, forms = printed
    assert len(LONG_TARGET) > 2_400
    assert len(LONG_TARGET.split("\n")) == 24
    (row,) = [row for form in LISTS for row in forms[form].of_kind("data") if "ช่วงที่ 24" in row[3]]
    assert row[3] == LONG_TARGET


def test_the_head_has_three_rows_in_the_forms_of_years(printed):
    made, forms = printed
    over, years, unit = forms["p02"].head
    assert over[FIRST_YEAR].startswith("งบประมาณ")
    assert [text[-4:] for text in years[FIRST_YEAR : FIRST_YEAR + 5]] == list(map(str, YEARS[made]))
    assert unit[FIRST_YEAR] == "(บาท)"
    assert over[1] == "โครงการ"
    assert years[1] == unit[1] == ""


@pytest.mark.parametrize("language", ["th", "en", "both"])
@pytest.mark.parametrize("kind", PRINTERS)
def test_in_every_language_every_text_of_that_language_is_printed(kind, language, tmp_path):
    plan = form_plan()
    outline = build_form_outline(plan, form_set(), ("p02",), FormPrintOptions(language=language))
    (form,) = PRINTERS[kind](outline, tmp_path)
    whole = "\n".join(text for row in form.rows for text in row.texts)
    languages = ("th", "en") if language == "both" else (language,)
    texts = {
        text
        for node in list_projects(plan, "p02")
        for one in languages
        for text in list_texts(plan, node, one)
    }
    assert [text for text in texts if text not in whole] == []
    wanted = add_up(list_projects(plan, "p02"), YEARS["ldp-2566"])
    grand = [row for row in form.of_kind("sum") if row[0].startswith(("รวมงบประมาณทั้งสิ้น", "Grand total"))]
    assert [figures_of(row[FIRST_YEAR : FIRST_YEAR + 5]) for row in grand] == [wanted]


def test_projects_of_the_year_fill_the_months_in_which_they_are_at_work(printed):
    made, forms = printed
    plan, year = form_plan(GENERATIONS[made]), YEARS[made][0]
    rows = {row[1]: row for row in forms["pd02"].of_kind("data")}
    worked = 0
    for node in plan.walk():
        if node.kind != "project" or node.text("name", "th") not in rows:
            continue
        row = rows[node.text("name", "th")]
        money = money_of(node).get(year)
        assert row[2] == (f"{money:,}" if money else "")
        start, end = node.day("start_on"), node.day("end_on")
        first = (year - 544) * 12 + 9
        months = [
            place
            for place in range(12)
            if start
            and end
            and start.year * 12 + start.month - 1 <= first + place <= end.year * 12 + end.month - 1
        ]
        assert [place for place, text in enumerate(row[-12:]) if text] == months
        worked += bool(months)
    assert worked > 5
