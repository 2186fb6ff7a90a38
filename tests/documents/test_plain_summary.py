"""The summary for everybody: at most two pages, whatever the plan, with figures that agree with it."""

import shutil
import subprocess
from decimal import Decimal

import pypdfium2
import pytest

from success_desktop.documents.outline import OutlineOptions
from success_desktop.documents.outline_blocks import DataRow, Paragraph, Table, TotalRow
from success_desktop.documents.pdf_writer import lay_out_pages, write_pdf
from success_desktop.documents.plain_summary import PAGE_COUNT, PLENTIES, SUMMARY_FORM, build_summary
from success_desktop.documents.word_writer import WordOptions, write_word
from success_desktop.domain.edits import apply, set_value
from success_desktop.domain.letters.stated_facts import DOTS
from success_desktop.domain.office import Edition, Office
from success_desktop.domain.plan import Plan
from success_desktop.domain.schema import Seed
from success_desktop.domain.seeds import sow_plan
from success_desktop.services.library import read_sample
from tests.documents.word_lint import lint
from tests.domain.letters.letter_samples import addition, reader, shipped_book, town_plan
from tests.plans import counted_ids, project, template

ASKED = {"comment_until": {"th": "31 มี.ค. 68"}}
OFFICE = Office(
    facts={"contact": {"th": "โทร. 0 7431 1234"}, "address": {"th": "ถนนทดสอบ", "en": "Test Road"}}
)


def summarise(plan=None, language="th", edition=None, **options):
    known = reader(edition or addition(), OFFICE, plan, shipped_book())
    return build_summary(known, OutlineOptions(language, **options))


def crowded_plan(branch_count=24, letters=900):
    """A plan of many strategies whose names are endless, each with many projects and agencies of their own."""
    long_name = ("พัฒนาระบบระบายน้ำและเฝ้าระวังภัยในชุมชนริมคลองอย่างมีส่วนร่วม" * 20)[:letters]
    agencies = [
        Seed(
            kind="agency",
            key=f"a{place}",
            fields={"name": {"th": f"{place} {long_name}", "en": f"{place} Agency"}},
        )
        for place in range(branch_count)
    ]
    branches = []
    for place in range(branch_count):
        projects = tuple(
            project(
                f"{place}-{number}",
                {2568: {"ordinance": 1_000_000 + place * 100 + number}},
                name={"th": f"{place}.{number} {long_name}"},
                lead_agencies=[f"a{place}"],
            )
            for number in range(4)
        )
        approach = Seed(
            kind="approach", key=f"p{place}", fields={"name": {"th": long_name}}, children=projects
        )
        goal = Seed(kind="goal", key=f"g{place}", fields={"name": {"th": long_name}}, children=(approach,))
        named = {"name": {"th": f"{place} {long_name}"}}
        branches.append(Seed(kind="strategic_issue", key=f"s{place}", fields=named, children=(goal,)))
    register = Seed(kind="agency_register", key="register", children=tuple(agencies))
    vision = Seed(kind="vision", key="vision", fields={"name": {"th": long_name}})
    fields = {"title": {"th": long_name[:300]}, "first_year": 2568, "last_year": 2577}
    root = Seed(kind="plan", fields=fields, children=(vision, *branches, register))
    base = template()
    return apply(Plan(base, {}, {}), sow_plan(base, root, counted_ids()))


def monstrous_plan():
    """A crowded plan whose words have no place where a line may end, written in letters that are all wide."""
    plan = crowded_plan(branch_count=30, letters=1_500)
    for node in list(plan.walk()):
        for language in node.parts("name"):
            plan = apply(
                plan, set_value(plan, node.id, "name", language, f"{node.id[-3:]}" + "W\u2003" * 700)
            )
    return apply(plan, set_value(plan, plan.root_id, "title", "th", "ฒ " * 1_500))


def sample_plan():
    base, root = read_sample()
    return apply(Plan(base, {}, {}), sow_plan(base, root, counted_ids()))


def tables(outline):
    return [block for block in outline.sections[0].blocks if isinstance(block, Table)]


def cells(table):
    return [
        [phrase.text for cell in row.cells for phrase in cell]
        for row in table.rows
        if isinstance(row, DataRow)
    ]


def said(outline, section=0):
    blocks = outline.sections[section].blocks
    return "\n".join(
        "".join(run.text for run in block.runs) for block in blocks if isinstance(block, Paragraph)
    )


def test_what_the_plan_holds_is_told_in_figures_and_in_words():
    assert "4 โครงการ" in said(summarise(town_plan()))
    assert "2,590,000 บาท (สองล้านห้าแสนเก้าหมื่นบาทถ้วน)" in said(summarise(town_plan()))


def test_branches_years_and_largest_projects_have_a_table_each():
    branches, years, largest = tables(summarise(town_plan()))
    assert cells(branches) == [["น้ำ", "4", "2,590,000"]]
    assert cells(years)[:2] == [["2568", "2", "740,000"], ["2569", "1", "1,700,000"]]
    assert [row[0] for row in cells(largest)] == ["โครงการdredge", "โครงการgauge", "โครงการmap"]
    assert {table.form for table in (branches, years, largest)} == {SUMMARY_FORM}


def test_the_sum_below_the_branches_is_that_of_the_plan():
    (total,) = (row for row in tables(summarise(town_plan()))[0].rows if isinstance(row, TotalRow))
    assert [phrase.text for cell, _span in total.cells for phrase in cell] == ["รวม", "4", "2,590,000"]


def test_it_says_who_does_it_and_how_to_comment():
    text = said(summarise(town_plan(), edition=addition(facts=ASKED)))
    assert "กองช่าง (2 โครงการ), กองสาธารณสุข (1 โครงการ)" in text
    assert "ถนนทดสอบ" in text
    assert "0 7431 1234" in text
    assert "31 มีนาคม 2568" in text


def test_without_a_day_it_names_none():
    assert "รับความคิดเห็นถึง" not in said(summarise(town_plan()))


def test_what_nobody_told_is_room_to_write():
    known = reader(addition(), Office(), town_plan(), shipped_book())
    assert DOTS in said(build_summary(known, OutlineOptions()))


def test_the_vision_stands_first_in_its_own_words():
    assert "สายน้ำมีชีวิต" in said(summarise(sample_plan(), edition=Edition(id="")))


def test_english_years_are_of_the_common_era():
    outline = summarise(town_plan(), "en")
    assert [row[0] for row in cells(tables(outline)[1])] == ["2025", "2026", "2027", "2028", "2029"]
    assert "Addition No. 2/2025" in said(outline)


def test_thai_digits_reach_the_tables():
    assert cells(tables(summarise(town_plan(), has_thai_digits=True))[1])[0] == ["๒๕๖๘", "๒", "๗๔๐,๐๐๐"]


def test_both_languages_have_pages_of_their_own():
    outline = summarise(town_plan(), "both")
    assert [block.runs[0].language for section in outline.sections for block in section.blocks[:1]] == [
        "th",
        "en",
    ]


def test_a_plan_without_money_or_agencies_leaves_those_parts_out():
    base = template()
    bare = Seed(kind="plan", fields={"title": {"th": "แผนเปล่า"}, "first_year": 2568})
    outline = summarise(apply(Plan(base, {}, {}), sow_plan(base, bare, counted_ids())))
    assert len(tables(outline)) == 2
    assert "0 โครงการ" in said(outline)


def test_many_branches_are_folded_and_still_add_up():
    plan = crowded_plan()
    branches = tables(summarise(plan))[0]
    *_shown, rest = cells(branches)
    assert rest[0].startswith("อื่น ๆ อีก")
    counts = [int(row[1]) for row in cells(branches)]
    assert sum(counts) == 96


def test_years_beyond_ten_are_told_together():
    plan = town_plan()
    plan = apply(plan, set_value(plan, plan.root_id, "last_year", "", Decimal(2599)))
    rows = cells(tables(summarise(plan))[1])
    assert [rows[0][0], rows[-1][0], len(rows)] == ["2568", "พ.ศ. 2577–2599", 10]


def test_endless_names_are_cut_as_far_as_it_takes():
    outline = summarise(monstrous_plan())
    assert lay_out_pages(outline).page_count <= PAGE_COUNT
    shown = [row[0] for row in cells(tables(outline)[0])[:-1]]
    assert max(map(len, shown)) < PLENTIES[0].letters
    assert all(name.endswith("…") for name in shown)


@pytest.mark.parametrize("make", [town_plan, sample_plan, crowded_plan])
@pytest.mark.parametrize("language", ["th", "en"])
def test_a_summary_is_at_most_two_pages_of_pdf(make, language, tmp_path):
    path = tmp_path / "สรุป.pdf"
    write_pdf(summarise(make(), language), path)
    document = pypdfium2.PdfDocument(path)
    assert 1 <= len(document) <= PAGE_COUNT
    document.close()


@pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice")
@pytest.mark.parametrize("make", [sample_plan, crowded_plan])
def test_a_summary_is_at_most_two_pages_in_a_word_processor(make, tmp_path):
    path = tmp_path / "summary.docx"
    write_word(summarise(make()), path, WordOptions(has_embedded_font=True))
    lint(path)
    home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
    subprocess.run(
        ["soffice", home, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(path)],
        check=True,
        capture_output=True,
        timeout=150,
    )
    document = pypdfium2.PdfDocument(tmp_path / "summary.pdf")
    assert len(document) <= PAGE_COUNT
    document.close()
