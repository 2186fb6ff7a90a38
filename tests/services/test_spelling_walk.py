"""From one misspelt word of a plan to the next."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from success_desktop.services.editing import add_node, remove_node, set_text
from success_desktop.services.hit_order import Start
from success_desktop.services.library import PLAN_SUFFIX, find_template, new_plan
from success_desktop.services.plan_editor import PlanEditor
from success_desktop.services.spelling import KnownWords, Misspelling, load_speller
from success_desktop.services.spelling_walk import (
    Doubt,
    SpellingWalk,
    correct_everywhere,
    correct_word,
)

SPELLER = load_speller()
NOTHING = KnownWords()


def find(text: str) -> tuple[Misspelling, ...]:
    return SPELLER.find(text, NOTHING)


@pytest.fixture
def editor(tmp_path: Path) -> Iterator[PlanEditor]:
    """A plan with three sections: two misspelt words, none, one in English."""
    path = tmp_path / f"แผน{PLAN_SUFFIX}"
    editor = new_plan(path, find_template("success-strategic-plan"), "ก")
    for node in list(editor.plan.children_of(editor.plan.root_id)):
        remove_node(editor, node.id)
    for th, en in (("พัฒณาคลองตามกฏหมาย", ""), ("ถูกต้อง", "Right"), ("", "The enviroment")):
        section = add_node(editor, editor.plan.root_id, "section")
        set_text(editor, (section, "name", "th"), th)
        set_text(editor, (section, "name", "en"), en)
    yield editor
    editor.close(publish=False)


def sections(editor: PlanEditor) -> tuple[str, ...]:
    return editor.plan.children[editor.plan.root_id]


def doubts(walk: SpellingWalk, editor: PlanEditor) -> Iterator[Doubt]:
    while not walk.is_done:
        doubt = walk.look(editor.plan, find)
        if doubt is not None:
            yield doubt


def words(walk: SpellingWalk, editor: PlanEditor) -> list[str]:
    return [doubt.found.word for doubt in doubts(walk, editor)]


def first_doubt(editor: PlanEditor) -> Doubt:
    return next(doubts(SpellingWalk(editor.plan, ""), editor))


def test_every_misspelt_word_is_met_once(editor: PlanEditor):
    assert words(SpellingWalk(editor.plan, ""), editor) == ["พัฒณา", "กฏหมาย", "enviroment"]


def test_the_way_goes_round_from_the_node_chosen(editor: PlanEditor):
    walk = SpellingWalk(editor.plan, sections(editor)[1])
    assert words(walk, editor) == ["enviroment", "พัฒณา", "กฏหมาย"]


def test_a_way_can_begin_behind_the_caret_and_comes_back_to_what_was_before_it(editor: PlanEditor):
    first = sections(editor)[0]
    walk = SpellingWalk(editor.plan, first)
    walk.go_to(editor.plan, Start(first, "name", "th", (5, 5)))
    assert words(walk, editor) == ["กฏหมาย", "enviroment", "พัฒณา", "กฏหมาย"]


def test_a_caret_in_an_empty_field_leaves_its_node_for_the_end(editor: PlanEditor):
    first = sections(editor)[0]
    walk = SpellingWalk(editor.plan, first)
    walk.go_to(editor.plan, Start(first, "body", "en"))
    assert words(walk, editor)[0] == "enviroment"


def test_a_caret_in_an_empty_field_goes_on_with_the_fields_behind_it(editor: PlanEditor):
    second = sections(editor)[1]
    set_text(editor, (second, "name", "en"), "")
    set_text(editor, (second, "body", "th"), "ตามกฏหมาย")
    walk = SpellingWalk(editor.plan, second)
    walk.go_to(editor.plan, Start(second, "name", "en"))
    assert words(walk, editor)[0] == "กฏหมาย"


def test_a_caret_in_a_value_passes_over_no_text_behind_it(editor: PlanEditor):
    first = sections(editor)[0]
    walk = SpellingWalk(editor.plan, first)
    walk.go_to(editor.plan, Start(first, "part", "", (0, 1_000_000)))
    assert words(walk, editor)[0] == "พัฒณา"


def test_after_a_node_that_has_gone_the_next_is_read_from_its_beginning(editor: PlanEditor):
    first, second, _third = sections(editor)
    set_text(editor, (second, "name", "th"), "กฏหมาย")
    walk = SpellingWalk(editor.plan, first)
    assert walk.look(editor.plan, find) is not None
    remove_node(editor, first)
    assert words(walk, editor)[0] == "กฏหมาย"


def test_the_way_ends_and_stays_ended(editor: PlanEditor):
    walk = SpellingWalk(editor.plan, "")
    assert words(walk, editor)
    assert walk.is_done
    assert walk.look(editor.plan, find) is None


def test_nodes_that_have_gone_meanwhile_are_passed_over(editor: PlanEditor):
    walk = SpellingWalk(editor.plan, sections(editor)[0])
    last = sections(editor)[2]
    met = walk.look(editor.plan, find)
    remove_node(editor, last)
    assert met is not None
    assert words(walk, editor) == ["กฏหมาย"]


def test_a_way_through_nodes_that_have_all_gone_is_at_its_end(editor: PlanEditor):
    last = sections(editor)[2]
    walk = SpellingWalk(editor.plan, last)
    for node_id in sections(editor):
        remove_node(editor, node_id)
    assert words(walk, editor) == []


def test_correcting_a_word_leaves_the_others(editor: PlanEditor):
    doubt = first_doubt(editor)
    assert correct_word(editor, doubt, "พัฒนา").places == 1
    assert editor.plan.nodes[doubt.passage.node_id].text("name", "th") == "พัฒนาคลองตามกฏหมาย"
    assert words(SpellingWalk(editor.plan, ""), editor) == ["กฏหมาย", "enviroment"]


def test_the_way_goes_on_behind_a_word_that_has_become_longer(editor: PlanEditor):
    walk = SpellingWalk(editor.plan, sections(editor)[0])
    doubt = walk.look(editor.plan, find)
    assert doubt is not None
    correct_word(editor, doubt, "พัฒนาและปรับปรุง")
    walk.go_on_behind(doubt, "พัฒนาและปรับปรุง")
    assert words(walk, editor) == ["กฏหมาย", "enviroment"]


def test_a_text_changed_meanwhile_is_left_alone(editor: PlanEditor):
    doubt = first_doubt(editor)
    set_text(editor, (doubt.passage.node_id, "name", "th"), "อื่น")
    done = correct_word(editor, doubt, "พัฒนา")
    assert (done.places, done.skipped) == (0, 1)
    assert editor.plan.nodes[doubt.passage.node_id].text("name", "th") == "อื่น"


def test_correcting_everywhere_is_one_step_of_undo(editor: PlanEditor):
    second = sections(editor)[1]
    set_text(editor, (second, "body", "th"), "พัฒณาและพัฒณา\nพัฒนา")
    before = editor.plan
    done = correct_everywhere(editor, first_doubt(editor), "พัฒนา", find)
    assert done.places == 3
    assert editor.plan.nodes[second].text("body", "th") == "พัฒนาและพัฒนา\nพัฒนา"
    editor.undo()
    assert editor.plan.nodes == before.nodes


def test_correcting_everywhere_spares_right_words_that_hold_the_same_letters(editor: PlanEditor):
    second = sections(editor)[1]
    set_text(editor, (second, "body", "th"), "กฏ ปรากฏ")
    set_text(editor, (second, "name", "th"), "ตามกฏหมาย")
    doubt = next(
        doubt for doubt in doubts(SpellingWalk(editor.plan, ""), editor) if doubt.found.word == "กฏหมาย"
    )
    correct_everywhere(editor, doubt, "กฎหมาย", find)
    assert editor.plan.nodes[second].text("body", "th") == "กฏ ปรากฏ"
    assert editor.plan.nodes[second].text("name", "th") == "ตามกฎหมาย"
