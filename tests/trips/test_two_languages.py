"""Thai in Thai, English in English: years, days and fiscal years in the window, in Word and on the command line."""

import json
from datetime import date
from pathlib import Path

import pytest
from docx import Document

from success_desktop import cli
from success_desktop.commands import COMMANDS
from success_desktop.domain.calendar import fiscal_year_of, fiscal_year_span
from success_desktop.domain.edits import AddNode, SetValue, apply
from success_desktop.domain.plan import Plan
from success_desktop.errors import UserError
from success_desktop.i18n import LANGUAGES, Language, use_language
from success_desktop.services import entering
from success_desktop.services.editing import add_node
from success_desktop.services.export import ExportOptions, export_word
from success_desktop.services.library import new_sample, open_plan
from success_desktop.services.plan_editor import PlanEditor
from tests.documents.p02_workbooks import project, save_workbook, total
from tests.plans import named, small_plan
from tests.services.conftest import clock, editor, plan_path

__all__ = ["clock", "editor", "plan_path"]

DAY = date(2024, 2, 12)
CHRISTIAN = "ค.ศ."
SURVEY = "สำรวจแนวคลอง"


def plan_with_days() -> Plan:
    """The small plan with an action item from 12 February 2024 to the last day of fiscal year 2568."""
    plan = small_plan()
    _first, last = fiscal_year_span(2568)
    return apply(
        plan,
        (
            AddNode("action", "action_item", named(plan, "Restore the canals"), "z"),
            SetValue("action", "name", "th", None, SURVEY),
            SetValue("action", "name", "en", None, "Survey the canal"),
            SetValue("action", "start_on", "", None, DAY),
            SetValue("action", "end_on", "", None, last),
        ),
    )


def word_texts(path: Path) -> str:
    """All texts of a Word file: of paragraphs, cells, headers and footers, and what it says of itself."""
    document = Document(str(path))
    cells = [cell.text for table in document.tables for cell in table._cells]
    margins = [
        paragraph.text
        for section in document.sections
        for edge in (section.header, section.footer)
        for paragraph in edge.paragraphs
    ]
    own = [document.core_properties.title, document.core_properties.subject]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells, *margins, *own])


def printed(plan: Plan, folder: Path, language: Language) -> str:
    path = folder / f"{language}.docx"
    export_word(plan, path, ExportOptions(language=language))
    return word_texts(path)


def thai_letters(text: str) -> int:
    return sum("\u0e01" <= letter <= "\u0e4e" for letter in text)


# --- days ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "typed",
    [
        "12 ก.พ. 2567",
        "12 ก.พ. 67",
        "๑๒ กุมภาพันธ์ พ.ศ. ๒๕๖๗",
        "12 February 2024",
        "12 Feb 2024",
        "12/2/2567",
        "2024-02-12",
    ],
)
def test_a_day_is_one_day_however_it_is_typed(editor: PlanEditor, typed: str) -> None:
    place = (named(editor.plan, "Project gauge"), "start_on", "")
    entering.enter_value(editor, place, typed)
    assert editor.plan.nodes[place[0]].day("start_on") == DAY
    assert entering.shown_value(editor.plan, place, "th") == "12 ก.พ. 2567"
    assert entering.shown_value(editor.plan, place, "en") == "12 Feb 2024"


def test_what_is_shown_can_be_typed_again_in_either_language(editor: PlanEditor) -> None:
    for kind, field, part in (
        ("project", "start_on", ""),
        ("plan", "first_year", ""),
        ("project", "budget", "2568:ordinance"),
        ("indicator", "baseline", ""),
    ):
        node = next(node for node in editor.plan.walk() if node.kind == kind and node.parts(field))
        before = editor.plan
        for language in LANGUAGES:
            entering.enter_value(
                editor,
                (node.id, field, part),
                entering.shown_value(before, (node.id, field, part), language),
            )
        assert editor.plan == before


def test_days_and_years_print_in_the_calendar_of_the_document(tmp_path: Path) -> None:
    plan = plan_with_days()
    thai, english = (printed(plan, tmp_path, language) for language in LANGUAGES)
    assert "12 ก.พ. 2567" in thai
    assert "30 ก.ย. 2568" in thai
    assert "12 Feb 2024" in english
    assert "30 Sep 2025" in english
    for year in ("2024", "2025", "2026", "2029"):
        assert year not in thai.replace(plan.root_id, "")
    for year in ("2567", "2568", "2569", "2572", "พ.ศ."):
        assert year not in english.replace(plan.root_id, "")


def test_the_command_line_takes_days_of_either_calendar_and_keeps_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "ตัวอย่าง.success"
    new_sample(path, "สมหญิง").close()
    for typed, year in (("12 ก.พ. 2567", "budget:2568:codi"), ("12 February 2024", "budget:2025:codi")):
        for field, value in (("start_on", typed), (year, "1.2 ล้าน")):
            assert cli.main(["set", str(path), "1.1.1", field, value]) == 0
        capsys.readouterr()
        assert cli.main(["set", str(path), "1.1.1", "start_on", typed, "--json"]) == 0
        assert json.loads(capsys.readouterr().out)["value"] == "2024-02-12"
    opened = open_plan(path, "ผู้อ่าน")
    nodes = [node for node in opened.plan.walk() if node.day("start_on") == DAY]
    opened.close(publish=False)
    assert [node.yearly_money("budget").get((2568, "codi")) for node in nodes] == [1_200_000]


# --- fiscal years -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("year_be", [2567, 2568, 2572])
def test_a_fiscal_year_turns_between_30_september_and_1_october(year_be: int, editor: PlanEditor) -> None:
    first, last = fiscal_year_span(year_be)
    assert (first, last) == (date(year_be - 544, 10, 1), date(year_be - 543, 9, 30))
    assert (fiscal_year_of(first), fiscal_year_of(last)) == (year_be, year_be)
    place = (named(editor.plan, "Project gauge"), "start_on", "")
    for typed, expected in ((f"30 ก.ย. {year_be - 1}", year_be - 1), (f"1 ต.ค. {year_be - 1}", year_be)):
        entering.enter_value(editor, place, typed)
        assert fiscal_year_of(editor.plan.nodes[place[0]].day("start_on") or date.min) == expected


def test_a_year_in_an_error_is_in_the_calendar_of_the_reader(editor: PlanEditor) -> None:
    place = (named(editor.plan, "Project dredge"), "budget:2569")
    for language, year, other in (("th", "2569", "2026"), ("en", "2026", "2569")):
        use_language("th" if language == "th" else "en")
        with pytest.raises(UserError) as refusal:
            entering.enter_field(editor, place, "5", "th")
        assert year in refusal.value.sentence()
        assert other not in str(refusal.value)


@pytest.mark.parametrize(("language", "years"), [("th", range(2566, 2571)), ("en", range(2023, 2028))])
def test_the_report_of_an_import_counts_in_the_years_of_the_reader(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], language: str, years: range
) -> None:
    rows = [project(1, "ขุดลอกคลอง", 100, 200, 300, 400, 500), total("รวม", 100, 200, 300, 400, 9)]
    book = save_workbook(tmp_path / "แบบ ผ.02.xlsx", {"ผ.02": (("1. ยุทธศาสตร์น้ำ",), rows)})
    plan = tmp_path / "แผน.success"
    assert cli.main(["new", str(plan)]) == 0
    capsys.readouterr()
    assert cli.main(["--interface", language, "import", str(plan), str(book)]) == 0
    told = capsys.readouterr().out
    assert all(f"  {year}  " in told for year in years)
    assert f"{years[-1]}: " in told or f"{years[-1]} " in told
    others = range(2023, 2028) if language == "th" else range(2566, 2571)
    assert not any(str(year) in told for year in others)


# --- no other era in Thai, no Thai in English ---------------------------------------------------------------


def test_the_sample_speaks_of_no_other_era_in_thai(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, target = tmp_path / "ตัวอย่าง.success", tmp_path / "ตัวอย่าง.docx"
    for words in (
        ["new", path, "--sample"],
        ["show", path],
        ["commit", path, "-m", "ก่อนประชุม"],
        ["log", path],
        ["check-file", path],
        ["export", path, target],
        ["export", path, target.with_stem("สองภาษา"), "--language", "both"],
    ):
        assert cli.main([str(word) for word in words]) == 0
    for name in [command.name for command in COMMANDS]:
        with pytest.raises(SystemExit):
            cli.main([name, "--help"])
    told = capsys.readouterr().out
    assert thai_letters(told) > 1000
    assert CHRISTIAN not in told
    for document in (target, target.with_stem("สองภาษา")):
        assert CHRISTIAN not in word_texts(document)


def test_a_year_typed_in_the_other_era_is_kept_and_shown_in_ours(editor: PlanEditor) -> None:
    indicator = named(editor.plan, "Households flooded over 3 days")
    place = (indicator, "baseline_year", "")
    entering.enter_value(editor, place, "ค.ศ. 2024")
    assert editor.plan.nodes[indicator].year("baseline_year") == 2567
    assert entering.shown_value(editor.plan, place, "th") == "2567"
    day = (named(editor.plan, "Project gauge"), "start_on", "")
    entering.enter_value(editor, day, "12 ก.พ. ค.ศ. 2024")
    assert entering.shown_value(editor.plan, day, "th") == "12 ก.พ. 2567"


def test_an_english_document_of_the_sample_has_no_thai_but_names_that_have_no_other(tmp_path: Path) -> None:
    path = tmp_path / "sample.success"
    opened = new_sample(path, "สมหญิง")
    english = printed(opened.plan, tmp_path, "en")
    untranslated = [
        node.text(field, "th")
        for node in opened.plan.walk()
        for field, parts in node.fields.items()
        if "th" in parts and "en" not in parts
    ]
    opened.close()
    assert untranslated == []
    thai_lines = [line for line in english.splitlines() if thai_letters(line)]
    in_plan = {line for node in opened.plan.walk() for field in node.fields for line in _english(node, field)}
    assert [line for line in thai_lines if not any(line in text for text in in_plan)] == []


def _english(node, field: str) -> list[str]:
    return [str(node.parts(field)["en"])] if "en" in node.parts(field) else []


def test_a_text_without_a_translation_is_printed_and_marked(tmp_path: Path, editor: PlanEditor) -> None:
    goal = named(editor.plan, "Safe canal communities")
    added = add_node(editor, goal, "approach")
    entering.enter_value(editor, (added, "name", "th"), "แนวทางที่ยังไม่ได้แปล")
    english = printed(editor.plan, tmp_path, "en")
    assert "[Thai]" in english
    assert "แนวทางที่ยังไม่ได้แปล" in english
    assert "[ไทย]" not in printed(editor.plan, tmp_path, "th")
