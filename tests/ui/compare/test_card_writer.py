"""Everything that differs has a card, and every card tells the old and the new in the words of the page."""

import re
from datetime import date
from decimal import Decimal

import pytest

from success_desktop.domain.compare_text import Piece
from success_desktop.domain.edits import (
    AddNode,
    SetValue,
    apply,
    remove_branch,
    set_value,
)
from success_desktop.domain.thai_clusters import SARA_AM, THAI_MARKS
from success_desktop.ui.compare.card import Place
from success_desktop.ui.compare.reading import columns_of
from tests.plans import named
from tests.random_plans import random_pair, sample_plan
from tests.ui.compare.comparisons import (
    card_about,
    cards_of,
    compare,
    edited,
    swaps,
    told,
    writer_of,
)

PAIRS = 25
MARK = re.compile(f"[{THAI_MARKS}{SARA_AM}]")


pytestmark = pytest.mark.usefixtures("english")


def expected_places(old, new):
    """A place for each node that came, went or moved, and for each field that differs in a node of both plans."""
    found = set()
    for node_id in {*old.nodes, *new.nodes}:
        was, now = old.nodes.get(node_id), new.nodes.get(node_id)
        if was is None or now is None:
            found.add(Place(node_id))
            continue
        names = {*was.fields, *now.fields}
        found |= {Place(node_id, name) for name in names if was.parts(name) != now.parts(name)}
        if was.parent_id != now.parent_id:
            found.add(Place(node_id))
    return found


@pytest.mark.parametrize("seed", range(PAIRS))
def test_every_difference_of_a_plan_edited_at_random_has_one_card(seed):
    old, new = random_pair(sample_plan(), seed)
    places = writer_of(compare(old, new)).list_places()
    assert len(places) == len(set(places))
    reordered = {place for place in places if not place.field and place.node_id in old.nodes}
    assert expected_places(old, new) <= set(places)
    assert set(places) - expected_places(old, new) <= reordered


@pytest.mark.parametrize("seed", range(PAIRS))
def test_the_old_and_the_new_text_can_be_read_to_the_letter_and_no_mark_stands_alone(seed):
    old, new = random_pair(sample_plan(), seed)
    for card in cards_of(compare(old, new)):
        for line in card.lines if card.place.field else ():
            part = {"Thai": "th", "English": "en"}.get(line.label)
            if part is not None:
                was, now = (plan.nodes[card.place.node_id].parts(card.place.field) for plan in (old, new))
                assert reading_of(line, "original") == str(was.get(part, "")).strip()
                assert reading_of(line, "new") == str(now.get(part, "")).strip()
                assert not [piece for piece in line.pieces[1:] if MARK.match(piece.text)]


def reading_of(line, reading):
    """What is read of a line, without the spaces around it."""
    return "".join(piece.text for piece in columns_of(line, reading)[0]).strip()


def test_a_text_in_both_languages_is_told_language_by_language(plan, canal):
    compared = edited(
        plan,
        set_value(plan, canal, "objective", "th", "ลดน้ำท่วม"),
        set_value(plan, canal, "objective", "en", "Less flooding"),
    )
    card = card_about(compared, canal, "objective")
    assert card.label == "Objective"
    assert swaps(card.lines) == [("Thai", "", "ลดน้ำท่วม"), ("English", "", "Less flooding")]


def test_in_one_language_only_its_texts_are_shown_and_the_others_are_counted(plan, canal):
    gauge = named(plan, "Project gauge")
    compared = edited(
        plan,
        set_value(plan, canal, "objective", "th", "ลดน้ำท่วม"),
        set_value(plan, canal, "objective", "en", "Less flooding"),
        set_value(plan, gauge, "objective", "th", "เตือนภัย"),
    )
    assert swaps(card_about(compared, canal, "objective", "en").lines) == [("", "", "Less flooding")]
    assert [card.place for card in cards_of(compared, "en")] == [Place(canal, "objective")]
    assert writer_of(compared, "en").count_unseen() == 1
    assert writer_of(compared).count_unseen() == 0


def test_one_word_marks_one_word(plan, canal):
    before = apply(plan, set_value(plan, canal, "place", "en", "along the main canal in the town"))
    compared = edited(before, set_value(before, canal, "place", "en", "along the old canal in the town"))
    (line,) = card_about(compared, canal, "place").lines
    assert (told(line, "deleted"), told(line, "inserted")) == ("main", "old")


def test_money_is_told_cell_by_cell_with_the_difference_and_the_total(plan, canal):
    compared = edited(
        plan,
        set_value(plan, canal, "budget", "2569:ordinance", Decimal(800_000)),
        set_value(plan, canal, "budget", "2571:loan", Decimal("1000.50")),
        set_value(plan, canal, "budget", "2568:ordinance", None),
    )
    first, second, third, total = card_about(compared, canal, "budget").lines
    assert swaps([second]) == [("2026 · Budget ordinance", "500,000", "800,000")]
    assert (second.unit, second.difference) == ("baht", "(+300,000)")
    assert swaps([first])[0][1:] == ("500,000", "")
    assert first.difference == "(-500,000)"
    assert swaps([third])[0][1:] == ("", "1,000.50")
    assert third.difference == "(+1,000.50)"
    assert swaps([total]) == [("Total", "2,200,000", "2,001,000.50")]
    assert total.difference == "(-198,999.50)"


def test_one_cell_needs_no_total_and_an_unchanged_total_is_said_once(plan, canal):
    one = edited(plan, set_value(plan, canal, "budget", "2569:ordinance", Decimal(800_000)))
    assert len(card_about(one, canal, "budget").lines) == 1
    shifted = edited(
        plan,
        set_value(plan, canal, "budget", "2569:ordinance", Decimal(400_000)),
        set_value(plan, canal, "budget", "2570:ordinance", Decimal(100_000)),
    )
    total = card_about(shifted, canal, "budget").lines[-1]
    assert total.pieces == (Piece("same", "2,200,000"),)
    assert total.difference == ""


def test_a_number_where_none_stood_has_no_difference(plan):
    indicator = named(plan, "Households flooded over 3 days")
    before = edited(plan, set_value(plan, indicator, "target", "2568", None)).comparison.new
    compared = edited(before, set_value(before, indicator, "target", "2568", Decimal(155)))
    (target,) = card_about(compared, indicator, "target").lines
    assert (swaps([target]), target.difference) == ([("2025", "", "155")], "")


def test_numbers_have_a_difference_and_years_have_none(plan):
    indicator = named(plan, "Households flooded over 3 days")
    compared = edited(
        plan,
        set_value(plan, indicator, "baseline", "", Decimal(180)),
        set_value(plan, indicator, "baseline_year", "", Decimal(2567)),
        set_value(plan, indicator, "target", "2568", Decimal(155)),
    )
    (baseline,) = card_about(compared, indicator, "baseline").lines
    assert (swaps([baseline]), baseline.difference) == ([("", "184", "180")], "(-4)")
    (year,) = card_about(compared, indicator, "baseline_year").lines
    assert (swaps([year]), year.difference) == ([("", "2023", "2024")], "")
    (target,) = card_about(compared, indicator, "target").lines
    assert (swaps([target]), target.difference) == ([("2025", "150", "155")], "(+5)")


def test_days_and_choices_are_told_as_they_are_shown(plan, canal):
    compared = edited(
        plan,
        set_value(plan, canal, "start_on", "", date(2024, 12, 1)),
        set_value(plan, canal, "status", "", "completed"),
    )
    assert swaps(card_about(compared, canal, "start_on").lines) == [("", "1 Oct 2024", "1 Dec 2024")]
    names = plan.template.field("project", "status").options
    assert swaps(card_about(compared, canal, "status").lines) == [
        ("", names["in_progress"].en, names["completed"].en)
    ]


def test_a_choice_that_the_template_no_longer_knows_goes_by_its_id(plan, canal):
    compared = edited(plan, [SetValue(canal, "status", "", "in_progress", "dreamt")])
    assert swaps(card_about(compared, canal, "status").lines)[0][2] == "dreamt"


def test_links_are_told_by_name_also_a_new_order(plan, canal):
    engineering, health = named(plan, "Engineering Division"), named(plan, "Public Health Division")
    replaced = edited(
        plan,
        [
            SetValue(
                canal,
                "lead_agencies",
                engineering,
                plan.nodes[canal].parts("lead_agencies")[engineering],
                None,
            ),
            SetValue(canal, "lead_agencies", health, None, "b"),
        ],
    )
    (line,) = card_about(replaced, canal, "lead_agencies").lines
    assert (reading_of(line, "original"), reading_of(line, "new")) == (
        "Engineering Division",
        "Public Health Division",
    )
    gauge = named(plan, "Project gauge")
    places = plan.nodes[gauge].parts("lead_agencies")
    turned = edited(
        plan,
        [SetValue(gauge, "lead_agencies", engineering, places[engineering], places[health] + "V")],
    )
    (line,) = card_about(turned, gauge, "lead_agencies").lines
    assert reading_of(line, "original") == "Engineering Division, Public Health Division"
    assert reading_of(line, "new") == "Public Health Division, Engineering Division"
    assert told(line, "same") in ("Public Health Division", "Engineering Division")


def test_each_list_of_names_has_its_commas(plan):
    gauge = named(plan, "Project gauge")
    engineering, health = named(plan, "Engineering Division"), named(plan, "Public Health Division")
    register = plan.nodes[health].parent_id
    third = "third"
    more = apply(
        plan,
        [AddNode(third, "agency", register, "zz"), SetValue(third, "name", "en", None, "Treasury")],
    )
    lists = [
        (),
        (third,),
        (engineering, third),
        (third, health),
        (engineering, health, third),
        (health, engineering),
    ]
    for old in lists:
        for new in lists:
            before, after = (apply(more, linked(more, gauge, ids)) for ids in (old, new))
            if old == new:
                continue
            (line,) = card_about(compare(before, after), gauge, "lead_agencies").lines
            for reading, ids in (("original", old), ("new", new)):
                assert reading_of(line, reading) == ", ".join(
                    more.nodes[one].text("name", "en") for one in ids
                )


def linked(plan, node_id, target_ids):
    """The edits that make a project's lead agencies these, in that order."""
    parts = plan.nodes[node_id].parts("lead_agencies")
    cleared = [SetValue(node_id, "lead_agencies", part, atom, None) for part, atom in parts.items()]
    return [
        *cleared,
        *(SetValue(node_id, "lead_agencies", one, None, f"m{place}") for place, one in enumerate(target_ids)),
    ]


def test_a_link_to_a_node_that_went_too_keeps_the_name_it_had(plan):
    gauge, health = named(plan, "Project gauge"), named(plan, "Public Health Division")
    compared = edited(plan, remove_branch(plan, health))
    (line,) = card_about(compared, gauge, "lead_agencies").lines
    assert "Public Health Division" in told(line, "deleted")
    assert told(line, "inserted") == ""


def test_a_link_to_nothing_is_said_to_be_gone(plan, canal):
    compared = edited(plan, [SetValue(canal, "lead_agencies", "nowhere", None, "z")])
    assert "(deleted since)" in told(card_about(compared, canal, "lead_agencies").lines[0], "inserted")


def test_a_known_word_is_told_as_a_word(plan):
    compared = edited(plan, [SetValue(plan.root_id, "known_word:พะตง", "", None, "th")])
    card = card_about(compared, plan.root_id, "known_word:พะตง")
    assert card.label == "Word in the plan’s dictionary"
    assert swaps(card.lines) == [("", "", "พะตง")]
    gone = compare(compared.comparison.new, plan)
    assert swaps(card_about(gone, plan.root_id, "known_word:พะตง").lines) == [("", "พะตง", "")]


def test_a_field_of_another_template_goes_by_its_id(plan, canal):
    compared = edited(plan, [SetValue(canal, "stranger", "", None, "x")])
    card = card_about(compared, canal, "stranger")
    assert (card.label, swaps(card.lines)) == ("stranger", [("", "", "x")])
