"""Edits in words: each value as the page shows it, with what it is about; nothing that nobody sees."""

import re
from decimal import Decimal

import pytest

from success_desktop.domain.edits import AddNode, MoveNode, RemoveNode, SetValue
from success_desktop.domain.plan import Plan
from success_desktop.i18n import use_language
from success_desktop.ui.history.wording import Wording, redline_html
from tests.plans import named, small_plan

LONG = "เพื่อลดความเสียหายจากน้ำท่วมในชุมชนริมคลอง " * 8


@pytest.fixture
def plan(application) -> Plan:
    use_language("en")
    return small_plan()


@pytest.fixture
def dredge(plan: Plan) -> str:
    return named(plan, "Project dredge")


def told(plan: Plan, edit, language="en") -> str:
    """An edit in words, with -what went- and +what came+ marked."""
    html = Wording(plan, language).tell(edit).replace("<br>", " ")
    html = re.sub(r"<s [^>]*>(.*?)</s>", r"-\1-", html)
    html = re.sub(r"<u [^>]*>(.*?)</u>", r"+\1+", html)
    return re.sub(r"<[^>]*>", "", html)


def test_an_amount_names_its_year_and_source_and_is_written_as_money(plan, dredge):
    edit = SetValue(dredge, "budget", "2569:ordinance", Decimal("500000"), Decimal("1200000"))
    assert told(plan, edit).startswith("Budget (baht) 2026 · ")
    assert told(plan, edit).endswith("-500,000- → +1,200,000+")


def test_a_first_amount_and_a_last_one_have_no_arrow(plan, dredge):
    assert "→" not in told(plan, SetValue(dredge, "budget", "2569:ordinance", None, Decimal("500000")))
    assert told(plan, SetValue(dredge, "budget", "2569:ordinance", Decimal("500000"), None)).endswith(
        "-500,000-"
    )


def test_a_text_names_its_language(plan, dredge):
    edit = SetValue(dredge, "place", "en", "the old canal", "the new canal")
    label = plan.kind_of(dredge).fields["place"].label.en
    assert told(plan, edit) == f"{label} (English) the -old-+new+ canal"
    assert "(Thai)" in told(plan, SetValue(dredge, "place", "th", None, "ริมคลอง"))


def test_of_a_long_text_the_middle_that_stayed_is_left_out(plan, dredge):
    words = told(plan, SetValue(dredge, "objective", "th", LONG, f"{LONG}ทุกปี"))
    assert words.endswith("+ทุกปี+")
    assert "…" in words
    assert len(words) < len(LONG) / 2


def test_what_people_type_is_never_read_as_html(plan, dredge):
    html = Wording(plan, "en").tell(SetValue(dredge, "place", "en", None, "<b>bold</b> & more"))
    assert "&lt;b&gt;bold&lt;/b&gt; &amp; more" in html
    assert "<b>" not in html


def test_a_choice_goes_by_its_name_in_either_language(plan, dredge):
    field = plan.kind_of(dredge).fields["status"]
    first, second = list(field.options)[:2]
    edit = SetValue(dredge, "status", "", first, second)
    assert told(plan, edit).endswith(f"-{field.options[first].en}- → +{field.options[second].en}+")
    assert f"+{field.options[second].th}+" in told(plan, edit, "th")


def test_a_link_is_told_by_name_and_its_order_not_at_all(plan, dredge):
    agency = named(plan, "Engineering Division")
    assert told(plan, SetValue(dredge, "lead_agencies", agency, None, "m")).endswith("+Engineering Division+")
    assert told(plan, SetValue(dredge, "lead_agencies", agency, "m", None)).endswith("-Engineering Division-")
    assert told(plan, SetValue(dredge, "lead_agencies", agency, "m", "p")) == ""


def test_a_link_to_what_is_gone_says_so(plan, dredge):
    assert told(plan, SetValue(dredge, "lead_agencies", "gone", None, "m")).endswith("+(deleted since)+")


def test_a_word_of_the_dictionary_is_told_as_such(plan):
    edit = SetValue(plan.root_id, "known_word:พะตง", "", None, "th")
    assert told(plan, edit) == "Word in the plan’s dictionary +พะตง+"
    assert told(plan, SetValue(plan.root_id, "known_word:พะตง", "", "th", None)).endswith("-พะตง-")


def test_a_value_of_a_node_that_is_gone_is_told_as_far_as_it_is_known(plan):
    assert (
        told(plan, SetValue("gone", "place", "en", "a mill", "the canal"))
        == "place (English) -a mill-+the canal+"
    )
    assert told(plan, SetValue("gone", "target", "2569", None, Decimal("12.50"))) == "target 2026 +12.50+"


def test_nodes_come_go_and_move(plan, dredge):
    home = plan.nodes[dredge].parent_id or ""
    away = plan.nodes[named(plan, "Project map")].parent_id or ""
    node = plan.nodes[dredge]
    assert told(plan, AddNode(dredge, node.kind, home, node.position)) == "Added"
    assert told(plan, RemoveNode(dredge, node.kind, home, node.position)) == "Deleted"
    moved = told(plan, MoveNode(dredge, home, node.position, away, "m"))
    assert re.fullmatch(r"Moved from -.+- to \+.+\+", moved)
    assert told(plan, MoveNode(dredge, home, "a", home, "b")) == "Moved to another place among its siblings"


def test_a_whole_wording_is_plain_where_nothing_stood_before(application):
    assert redline_html("", "ริมคลอง\n<2>") == "ริมคลอง<br>&lt;2&gt;"
    both = redline_html("ริมคลอง", "ริมถนน")
    assert "<s " in both
    assert "<u " in both
