"""Replacing: shown before it is done, done in one step, and never over what somebody has changed meanwhile."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from success_desktop.domain.plan import Plan
from success_desktop.services.editing import remove_node, set_text
from success_desktop.services.finding import SearchIndex, Wanted, find_spans
from success_desktop.services.plan_editor import PlanEditor
from success_desktop.services.replacing import Replaced, Replacement, accept_replace, replacements_of
from tests.plans import named
from tests.services.hits import find_hits


def put(editor: PlanEditor, text: str) -> str:
    """Make `text` the Thai name of the strategic issue; returns the issue's id."""
    node_id = next(node.id for node in editor.plan.walk() if node.kind == "strategic_issue")
    set_text(editor, (node_id, "name", "th"), text)
    return node_id


def list_places(plan: Plan, wanted: Wanted, wording: str) -> list[Replacement]:
    """Every text that holds what is wanted, to become `wording`."""
    return list(replacements_of(find_hits(plan, wanted, SearchIndex()), wording))


def replace_in(editor: PlanEditor, text: str, query: str, wording: str, *, is_exact: bool = False) -> str:
    """What becomes of a text."""
    node_id = put(editor, text)
    preview = list_places(
        editor.plan, Wanted(query, under_id=node_id, field="name", is_exact=is_exact), wording
    )
    accept_replace(editor, [found for found in preview if found.node_id == node_id])
    return editor.plan.nodes[node_id].text("name", "th")


def test_a_preview_tells_what_each_text_would_be_and_changes_nothing(editor: PlanEditor) -> None:
    before = editor.plan
    preview = list_places(editor.plan, Wanted("โครงการ"), "งาน")
    assert [(found.old, found.new) for found in preview] == [
        ("โครงการdredge", "งานdredge"),
        ("โครงการgauge", "งานgauge"),
        ("โครงการmap", "งานmap"),
        ("โครงการheat", "งานheat"),
    ]
    assert editor.plan is before


def test_all_places_are_one_step_of_undo(editor: PlanEditor) -> None:
    before = editor.plan
    done = accept_replace(editor, list_places(editor.plan, Wanted("โครงการ"), "งาน"))
    assert done == Replaced(places=4, texts=4, skipped=0)
    assert editor.undo_label == "Replace"
    assert list_places(editor.plan, Wanted("โครงการ"), "งาน") == []
    editor.undo()
    assert editor.plan == before
    assert editor.undo_label is None


def test_only_the_chosen_places_of_a_text_are_replaced(editor: PlanEditor) -> None:
    node_id = put(editor, "คลองหนึ่ง คลองสอง คลองสาม")
    (found,) = list_places(
        editor.plan, Wanted("คลอง", under_id=node_id, field="name", kind="strategic_issue"), "บึง"
    )
    assert accept_replace(editor, [found.only(found.spans[::2])]) == Replaced(2, 1, 0)
    assert editor.plan.nodes[node_id].text("name", "th") == "บึงหนึ่ง คลองสอง บึงสาม"


def test_nothing_chosen_is_no_step(editor: PlanEditor) -> None:
    (found, *_others) = list_places(editor.plan, Wanted("โครงการ"), "งาน")
    assert accept_replace(editor, [found.only([])]) == Replaced(0, 0, 0)
    assert accept_replace(editor, []) == Replaced(0, 0, 0)
    assert editor.undo_label is None


def test_a_text_changed_since_the_preview_is_skipped_and_told(editor: PlanEditor) -> None:
    preview = list_places(editor.plan, Wanted("โครงการ"), "งาน")
    set_text(editor, (named(editor.plan, "Project gauge"), "name", "th"), "โครงการอื่น")
    remove_node(editor, named(editor.plan, "Project map"))
    assert accept_replace(editor, preview) == Replaced(places=2, texts=2, skipped=2)
    assert editor.plan.nodes[named(editor.plan, "Project gauge")].text("name", "th") == "โครงการอื่น"


def test_numbers_days_and_choices_are_never_replaced(editor: PlanEditor) -> None:
    before = editor.plan
    assert list_places(editor.plan, Wanted("500,000"), "1") == []
    preview = list_places(editor.plan, Wanted("2568"), "2569")
    assert [found.field for found in preview] == ["title"]
    assert editor.plan is before


@pytest.mark.parametrize(
    ("text", "query", "wording", "expected"),
    [
        ("ระบายนํ้าเสีย น้ำดี", "น้ำ", "น้ำใส", "ระบายน้ำใสเสีย น้ำใสดี"),
        ("พ.ศ. ๒๕๖๗ และ 2567", "2567", "๒๕๖๘", "พ.ศ. ๒๕๖๘ และ ๒๕๖๘"),
        ("aaaa", "aa", "a", "aa"),
        ("คลอง", "คลอง", "คลองคลอง", "คลองคลอง"),
        ("ขุด ลอก คลอง", "ลอก", "", "ขุด  คลอง"),
        ("หนึ่ง\nสอง\nหนึ่ง", "หนึ่ง", "สาม", "สาม\nสอง\nสาม"),
        ("สองช่อง  ว่าง", "  ", " ", "สองช่อง ว่าง"),
        ("แม่น้ำ", "น", "ม", "แม่ม"),
        ("แม่\u200bน้ำ", "แม่น้ำ", "ธาร", "ธาร"),
        ("Canal 🏞️ canal", "canal", "Drain", "Drain 🏞️ Drain"),
    ],
)
def test_what_is_seen_is_what_is_replaced(
    editor: PlanEditor, text: str, query: str, wording: str, expected: str
) -> None:
    assert replace_in(editor, text, query, wording) == expected


def test_exact_signs_leave_other_spellings_alone(editor: PlanEditor) -> None:
    assert replace_in(editor, "นํ้า น้ำ", "น้ำ", "ธาร", is_exact=True) == "นํ้า ธาร"
    assert replace_in(editor, "แม่\u200bน้ำ", "\u200b", "", is_exact=True) == "แม่น้ำ"


def test_a_text_replaced_by_nothing_is_blank(editor: PlanEditor) -> None:
    assert replace_in(editor, "ทั้งหมด", "ทั้งหมด", "") == ""
    assert "th" not in editor.plan.nodes[named(editor.plan, "Water")].parts("name")


def test_what_no_document_can_hold_does_not_come_in(editor: PlanEditor) -> None:
    assert replace_in(editor, "คลอง", "คลอง", "บึง\x00\x07ใหญ่") == "บึงใหญ่"


def test_replacing_a_word_by_itself_is_no_step(editor: PlanEditor) -> None:
    put(editor, "คลอง")
    label = editor.undo_label
    preview = list_places(editor.plan, Wanted("คลอง", is_exact=True), "คลอง")
    accept_replace(editor, preview)
    assert editor.undo_label == label


def test_a_name_that_others_refer_to_can_be_replaced(editor: PlanEditor) -> None:
    agency = named(editor.plan, "Engineering Division")
    links = {node.id: node.links("lead_agencies") for node in editor.plan.walk() if node.kind == "project"}
    accept_replace(editor, list_places(editor.plan, Wanted("กองช่าง"), "สำนักช่าง"))
    assert editor.plan.nodes[agency].text("name", "th") == "สำนักช่าง"
    assert links == {
        node.id: node.links("lead_agencies") for node in editor.plan.walk() if node.kind == "project"
    }


@given(
    st.text("กาน้ำํ๑1a \n", max_size=30),
    st.text("กาน้ำa1", min_size=1, max_size=3),
    st.text("คxำ", max_size=3),
    st.sets(st.integers(0, 9)),
)
def test_what_lies_between_the_chosen_places_stays_letter_for_letter(
    text: str, query: str, wording: str, chosen: set[int]
) -> None:
    spans = find_spans(text, Wanted(query))
    whole = Replacement("id", "name", "th", text, wording, spans)
    kept = whole.only(spans[place] for place in chosen if place < len(spans))
    between, end = [], 0
    for start, after in (*kept.spans, (len(text), len(text))):
        between.append(text[end:start])
        end = after
    assert kept.new == wording.join(between)
    assert whole.only(spans) == whole
    assert whole.only([]).new == text
    assert Replacement("id", "name", "th", text, query, ()).new == text
