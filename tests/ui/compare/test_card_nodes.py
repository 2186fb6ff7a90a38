"""What became of a node, who did it and when, and the whole of a card by ear."""

from decimal import Decimal

import pytest

from success_desktop.domain.edits import (
    MoveNode,
    apply,
    place_among,
    remove_branch,
    set_value,
)
from success_desktop.services import editing
from success_desktop.services.comparing import PRESENT, compare_points
from success_desktop.ui.compare.card import Card, Line, Place
from success_desktop.ui.compare.reading import columns_of
from tests.plans import named
from tests.ui.compare.comparisons import (
    card_about,
    cards_of,
    compare,
    edited,
    keep,
    swaps,
    told,
    writer_of,
)

pytestmark = pytest.mark.usefixtures("english")


def test_a_deleted_project_is_told_with_all_it_held_and_cannot_be_gone_to(plan, canal):
    compared = edited(plan, remove_branch(plan, canal))
    card = card_about(compared, canal)
    assert (card.fate, card.label, card.is_present) == ("removed", "Project deleted", False)
    assert card.name == "1.1.1 Project dredge"
    labels = [line.label for line in card.lines]
    assert "Project name · Thai" in labels
    assert "Lead agency" in labels
    assert {told(line, "inserted") for line in card.lines} == {""}


def test_an_added_project_is_told_with_all_it_holds(plan, canal):
    compared = compare(apply(plan, remove_branch(plan, canal)), plan)
    card = card_about(compared, canal)
    assert (card.fate, card.label, card.is_present) == ("added", "Project added", True)
    assert any(line.unit == "baht" for line in card.lines)
    assert not any(line.difference for line in card.lines)
    assert ("Project name · English", "", "Project dredge") in swaps(card.lines)
    assert [card.place for card in cards_of(compared)] == [Place(canal)]


def test_a_moved_project_names_both_groups_and_its_fields_have_cards_besides(plan, canal):
    other = plan.nodes[named(plan, "Project map")].parent_id
    node = plan.nodes[canal]
    compared = edited(
        plan,
        [MoveNode(canal, node.parent_id, node.position, other, place_among(plan, other))],
        set_value(plan, canal, "place", "en", "elsewhere"),
    )
    card = card_about(compared, canal)
    assert (card.fate, card.label) == ("moved", "Project moved")
    assert swaps(card.lines) == [("", "Restore the canals", "(Development approach without a name)")]
    joined = "".join(piece.text for piece in columns_of(card.lines[0], "edits")[0])
    assert joined == "from Restore the canals to (Development approach without a name)"
    assert [card.place for card in cards_of(compared)] == [Place(canal), Place(canal, "place")]


def test_a_project_in_another_place_of_its_group_tells_both_numbers(plan, canal):
    node = plan.nodes[canal]
    compared = edited(
        plan,
        [
            MoveNode(
                canal,
                node.parent_id,
                node.position,
                node.parent_id,
                place_among(plan, node.parent_id, None, canal),
            )
        ],
    )
    (place,) = writer_of(compared).list_places()
    card = writer_of(compared).write(place)
    assert card.fate == "moved"
    assert card.lines[0].label == "To another place among its siblings"
    assert {told(card.lines[0], "deleted"), told(card.lines[0], "inserted")} == {"1.1.1", "1.1.2"}


def test_what_has_no_number_is_moved_without_one(plan):
    engineering = named(plan, "Engineering Division")
    node = plan.nodes[engineering]
    compared = edited(
        plan,
        [
            MoveNode(
                engineering,
                node.parent_id,
                node.position,
                node.parent_id,
                place_among(plan, node.parent_id, None, engineering),
            )
        ],
    )
    (card,) = cards_of(compared)
    assert card.lines == (Line("To another place among its siblings", ()),)


# --- who and when ------------------------------------------------------------------------------------------


def byline(editor, old, place):
    compared = compare_points(editor, old, PRESENT)
    return writer_of(compared).write(place).byline


def test_a_card_names_who_edited_it_and_the_day(editor, dredge):
    old = keep(editor)
    editing.set_text(editor, (dredge, "place", "th"), "ริมคลอง")
    assert byline(editor, old, Place(dredge, "place")) == "by สมหญิง, 22 Nov 2026"


def test_a_text_that_several_people_worked_on_names_all_the_last_one_last(editor, dredge, clock):
    old = keep(editor)
    editing.set_text(editor, (dredge, "place", "th"), "ริมคลอง")
    clock.pass_seconds(3600)
    editor.author = "มานะ"
    editing.set_text(editor, (dredge, "place", "en"), "by the canal")
    assert byline(editor, old, Place(dredge, "place")) == "by สมหญิง, มานะ, 22 Nov 2026"


def test_without_a_log_nobody_is_named(plan, canal):
    assert card_about(edited(plan, set_value(plan, canal, "place", "en", "x")), canal, "place").byline == ""


def test_a_card_says_everything_to_those_who_do_not_see_it(plan, canal):
    compared = edited(plan, set_value(plan, canal, "budget", "2569:ordinance", Decimal(800_000)))
    card: Card = card_about(compared, canal, "budget")
    assert card.spoken() == (
        "1.1.1 Project dredge · Budget (baht)\n"
        "2026 · Budget ordinance, Deleted: 500,000, Inserted: 800,000, baht, (+300,000)"
    )
