"""What people type is read as the field's type asks, or refused with nothing changed."""

from datetime import date
from decimal import Decimal

import pytest

from success_desktop.errors import UserError
from success_desktop.i18n import Language
from success_desktop.services.entering import enter_field, enter_value, enter_values, shown_atom, shown_value
from success_desktop.services.plan_editor import PlanEditor
from tests.plans import named


def test_money_is_typed_the_way_planners_type_it(editor: PlanEditor) -> None:
    dredge = named(editor.plan, "Project dredge")
    enter_value(editor, (dredge, "budget", "2570:codi"), "1.2 ล้าน")
    assert editor.plan.nodes[dredge].yearly_money("budget")[2570, "codi"] == 1200000
    enter_value(editor, (dredge, "budget", "2570:codi"), "-")
    assert (2570, "codi") not in editor.plan.nodes[dredge].yearly_money("budget")


def test_what_cannot_be_read_changes_nothing(editor: PlanEditor) -> None:
    dredge = named(editor.plan, "Project dredge")
    before = editor.plan
    for field, part, typed in (
        ("budget", "2570:codi", "มาก"),
        ("start_on", "", "31/2/2567"),
        ("status", "", "perhaps"),
    ):
        with pytest.raises(UserError):
            enter_value(editor, (dredge, field, part), typed)
    assert editor.plan is before


@pytest.mark.parametrize(
    ("field", "typed", "in_thai", "in_english"),
    [
        (("budget", "2570:codi"), "๑๒๐๐๐๐", "120,000", "120,000"),
        (("start_on", ""), "12 ก.พ. 2567", "12 ก.พ. 2567", "12 Feb 2024"),
        (("status", ""), "แล้วเสร็จ", "completed", "completed"),
        (("status", ""), " ", "", ""),
        (("objective", "en"), "Less flooding", "Less flooding", "Less flooding"),
        (("place", "th"), "", "", ""),
    ],
)
def test_a_value_is_shown_in_the_language_of_the_reader(
    editor: PlanEditor, field: tuple[str, str], typed: str, in_thai: str, in_english: str
) -> None:
    place = (named(editor.plan, "Project dredge"), *field)
    enter_value(editor, place, typed)
    assert shown_value(editor.plan, place, "th") == in_thai
    assert shown_value(editor.plan, place, "en") == in_english


def test_years_are_buddhist_in_thai_and_christian_in_english(editor: PlanEditor) -> None:
    root = editor.plan.root_id
    enter_value(editor, (root, "last_year", ""), "พ.ศ. 2573")
    assert editor.plan.years()[-1] == 2573
    assert shown_value(editor.plan, (root, "last_year", ""), "th") == "2573"
    assert shown_value(editor.plan, (root, "last_year", ""), "en") == "2030"
    enter_value(editor, (root, "last_year", ""), "")
    assert editor.plan.root.year("last_year") is None


def test_values_of_indicators_keep_their_decimals(editor: PlanEditor) -> None:
    indicator = named(editor.plan, "Households flooded over 3 days")
    enter_field(editor, (indicator, "target:2570"), "90.50", "th")
    assert editor.plan.nodes[indicator].yearly_numbers("target")[2570] == Decimal("90.50")
    assert shown_value(editor.plan, (indicator, "target", "2570"), "th") == "90.50"


@pytest.mark.parametrize(
    ("target", "typed", "language", "stored"),
    [
        ("name", "Dredging", "en", ("en", "Dredging")),
        ("name:th", "ขุดลอก", "en", ("th", "ขุดลอก")),
        ("budget:2571:codi", "250,000", "th", ("2571:codi", Decimal(250000))),
        ("budget:2028", "1", "en", ("2571:unspecified", Decimal(1))),
        ("start_on", "2024-02-12", "th", ("", date(2024, 2, 12))),
        ("status", "completed", "th", ("", "completed")),
    ],
)
def test_fields_are_set_as_on_a_command_line(
    editor: PlanEditor, target: str, typed: str, language: Language, stored: tuple[str, object]
) -> None:
    dredge = named(editor.plan, "Project dredge")
    enter_field(editor, (dredge, target), typed, language)
    part, value = stored
    assert editor.plan.nodes[dredge].parts(target.partition(":")[0])[part] == value


def test_references_are_given_by_name_number_or_id(editor: PlanEditor) -> None:
    dredge, health = named(editor.plan, "Project dredge"), named(editor.plan, "Public Health Division")
    enter_field(editor, (dredge, "lead_agencies"), f"กองช่าง, {health}", "th")
    assert editor.plan.nodes[dredge].links("lead_agencies") == (named(editor.plan, "กองช่าง"), health)
    enter_field(editor, (dredge, "lead_agencies"), "", "th")
    assert editor.plan.nodes[dredge].links("lead_agencies") == ()


@pytest.mark.parametrize(
    ("target", "typed"),
    [
        ("colour", "red"),
        ("budget", "1000"),
        ("budget:2568:treasure", "1000"),
        ("lead_agencies", "nobody"),
        ("lead_agencies", "1.1.1"),
    ],
)
def test_a_command_that_makes_no_sense_is_refused_with_advice(
    editor: PlanEditor, target: str, typed: str
) -> None:
    with pytest.raises(UserError) as refusal:
        enter_field(editor, (named(editor.plan, "Project dredge"), target), typed, "th")
    assert refusal.value.remedy()


def test_an_indicator_without_its_year_is_refused(editor: PlanEditor) -> None:
    with pytest.raises(UserError, match="target:2568"):
        enter_field(editor, (named(editor.plan, "Households flooded over 3 days"), "target"), "5", "th")


def test_pasted_text_comes_in_as_a_document_can_print_it(editor: PlanEditor) -> None:
    place = (named(editor.plan, "Project dredge"), "objective", "th")
    enter_value(editor, place, "หนึ่ง\r\nสอง\x00\ud800")
    assert shown_value(editor.plan, place, "th") == "หนึ่ง\nสอง"


@pytest.mark.parametrize("written", ["objective:fr", "status:2568", "start_on:th"])
def test_a_part_that_a_field_has_not_is_refused(editor: PlanEditor, written: str) -> None:
    before = editor.plan
    with pytest.raises(UserError, match=written.partition(":")[2]):
        enter_field(editor, (named(editor.plan, "Project dredge"), written), "x", "th")
    assert editor.plan is before


def test_an_amount_without_a_source_takes_the_place_of_the_years_money(editor: PlanEditor) -> None:
    dredge = named(editor.plan, "Project dredge")

    def money() -> dict[tuple[int, str], Decimal]:
        return editor.plan.nodes[dredge].yearly_money("budget")

    enter_field(editor, (dredge, "budget:2577:codi"), "5", "th")
    enter_field(editor, (dredge, "budget:2577"), "7", "th")
    enter_field(editor, (dredge, "budget:2578"), "9", "th")
    default = editor.plan.template.default_source
    assert (money()[2577, "codi"], money()[2578, default]) == (Decimal(7), Decimal(9))
    enter_field(editor, (dredge, "budget:2577:loan"), "1", "th")
    before = editor.plan
    with pytest.raises(UserError) as refusal:
        enter_field(editor, (dredge, "budget:2577"), "3", "th")
    assert "codi, loan" in refusal.value.sentence("en")
    assert "budget:2577:codi" in refusal.value.remedy("en")
    assert editor.plan is before


def test_several_values_are_one_step_of_undo_and_what_cannot_be_read_is_given_back(
    editor: PlanEditor,
) -> None:
    dredge, before = named(editor.plan, "Project dredge"), editor.plan
    good, bad = (dredge, "budget", "2570:codi"), (dredge, "start_on", "")
    refused = enter_values(
        editor, "Paste from Excel", [(good, "1,200"), (bad, "31/4/2567"), ((dredge, "kpi", "th"), "ก")]
    )
    assert list(refused) == [bad]
    typed, reason = refused[bad]
    assert typed == "31/4/2567"
    assert "31/4/2567" in reason.sentence()
    assert editor.plan.nodes[dredge].yearly_money("budget")[2570, "codi"] == 1200
    assert editor.undo_label == "Paste from Excel"
    editor.undo()
    assert editor.plan.nodes == before.nodes


@pytest.mark.parametrize("typed", ["แล้วเสร็จ", " แล้ว เสร็จ ", "เเล้วเสร็จ", "COMPLETED", "completed"])
def test_a_choice_is_known_by_its_name_in_any_spelling(editor: PlanEditor, typed: str) -> None:
    dredge = named(editor.plan, "Project dredge")
    enter_value(editor, (dredge, "status", ""), typed)
    assert editor.plan.nodes[dredge].word("status") == "completed"
    enter_value(editor, (dredge, "status", ""), "-")
    assert editor.plan.nodes[dredge].word("status") == ""


def test_an_unknown_choice_is_answered_with_the_names_to_choose_from(editor: PlanEditor) -> None:
    with pytest.raises(UserError) as refusal:
        enter_value(editor, (named(editor.plan, "Project dredge"), "status", ""), "เกือบเสร็จ")
    assert "แล้วเสร็จ" in refusal.value.remedy()


def test_a_value_is_shown_to_be_read_as_the_screen_shows_it(editor: PlanEditor) -> None:
    specs = editor.plan.template.kind("project").fields
    assert shown_atom(specs["budget"], Decimal("1200000.50"), "th") == "1,200,000.50"
    assert shown_atom(specs["budget"], None, "th") == ""
    assert shown_atom(specs["start_on"], date(2024, 2, 12), "th") == "12 ก.พ. 2567"
    assert shown_atom(specs["start_on"], date(2024, 2, 12), "en") == "12 Feb 2024"
    assert shown_atom(specs["status"], "completed", "th") == "แล้วเสร็จ"
    assert shown_atom(specs["status"], "gone_from_the_template", "th") == "gone_from_the_template"
    assert shown_atom(specs["name"], "ขุดลอก", "th") == "ขุดลอก"
    assert shown_atom(editor.plan.template.field("plan", "first_year"), Decimal(2568), "en") == "2025"


@pytest.mark.parametrize(
    ("typed", "baht"),
    [
        ("10,500,000.00", 10500000),
        (" 1,632,820 ", 1632820),
        ("๑๒๐๐๐๐", 120000),
        ("1.2 ล้าน", 1200000),
        ("-", None),
        ("", None),
    ],
)
def test_a_budget_is_exact_or_blank_and_blank_is_no_nought(
    editor: PlanEditor, typed: str, baht: int | None
) -> None:
    place = (named(editor.plan, "Project heat"), "budget", "2568:codi")
    enter_value(editor, place, typed)
    amounts = editor.plan.nodes[place[0]].yearly_money("budget")
    assert amounts == ({} if baht is None else {(2568, "codi"): baht})
    assert shown_value(editor.plan, place, "th") == ("" if baht is None else f"{baht:,}")


@pytest.mark.parametrize(
    ("typed", "year_be"), [("2567", 2567), ("2024", 2567), ("67", 2567), ("FY 2024", 2567)]
)
def test_a_year_of_either_era_is_shown_in_the_era_of_the_language(
    editor: PlanEditor, typed: str, year_be: int
) -> None:
    place = (editor.plan.root_id, "first_year", "")
    enter_value(editor, place, typed)
    assert editor.plan.root.year("first_year") == year_be
    assert shown_value(editor.plan, place, "th") == str(year_be)
    assert shown_value(editor.plan, place, "en") == str(year_be - 543)


def test_a_year_that_could_be_of_either_era_is_refused(editor: PlanEditor) -> None:
    with pytest.raises(UserError, match="24"):
        enter_value(editor, (editor.plan.root_id, "first_year", ""), "24")


def test_either_end_of_a_project_may_be_typed_first(editor: PlanEditor) -> None:
    dredge = named(editor.plan, "Project dredge")
    enter_value(editor, (dredge, "end_on", ""), "1 ม.ค. 2560")
    enter_value(editor, (dredge, "start_on", ""), "1 ม.ค. 2559")
    assert editor.plan.nodes[dredge].day("end_on") == date(2017, 1, 1)


def test_under_a_year_alone_stands_the_money_of_the_year(editor: PlanEditor) -> None:
    dredge = named(editor.plan, "Project dredge")
    assert shown_value(editor.plan, (dredge, "budget", "2569"), "th") == "1,700,000"
    assert shown_value(editor.plan, (dredge, "budget", "2571"), "th") == ""
    enter_value(editor, (dredge, "budget", "2568"), "600000")
    assert editor.plan.nodes[dredge].yearly_money("budget")[2568, "ordinance"] == 600000
    with pytest.raises(UserError):
        enter_value(editor, (dredge, "budget", "2569"), "1")
