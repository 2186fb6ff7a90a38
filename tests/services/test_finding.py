"""Finding: every text, number, day and choice, however it is spelt, and never half a letter."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from success_desktop.domain.edits import SetValue, apply
from success_desktop.domain.plan import Plan
from success_desktop.domain.thai_clusters import cluster_borders
from success_desktop.i18n import Language
from success_desktop.services.finding import (
    SLICE,
    SearchIndex,
    Wanted,
    find_spans,
    is_widened,
    list_passages,
    look_through,
)
from tests.plans import named, small_plan
from tests.services.hits import find_hits

FULL, DECOMPOSED = "น้ำ", "นํ้า"


def with_texts(plan: Plan, node_id: str, **values: object) -> Plan:
    """The plan with other values in the fields of a node; `name_th` is the Thai part of `name`."""
    edits = []
    for key, value in values.items():
        field, _line, part = key.rpartition("_") if key.endswith(("_th", "_en")) else (key, "", "")
        assert isinstance(value, str | Decimal | date)
        edits.append(SetValue(node_id, field, part, plan.nodes[node_id].parts(field).get(part), value))
    return apply(plan, edits)


def found(plan: Plan, wanted: Wanted, language: Language = "th") -> list[tuple[str, str, str]]:
    """The passages that hold what is wanted: field, part and text."""
    return [hit.passage[1:4] for hit in find_hits(plan, wanted, SearchIndex(language))]


# --- where --------------------------------------------------------------------------------------------------


def test_texts_of_both_languages_are_found_in_the_plans_order() -> None:
    plan = small_plan()
    hits = found(plan, Wanted("โครงการ"))
    assert [text for _field, _part, text in hits] == [
        "โครงการdredge",
        "โครงการgauge",
        "โครงการmap",
        "โครงการheat",
    ]
    assert found(plan, Wanted("project d")) == [("name", "en", "Project dredge")]


def test_the_plans_own_title_is_found() -> None:
    assert ("title", "en", "Test town plan 2025–2029") in found(small_plan(), Wanted("test town"))


def test_numbers_are_found_as_they_are_shown_and_without_their_commas() -> None:
    plan = small_plan()
    expected = [("budget", "2569:pao_grant", "1,200,000")]
    assert found(plan, Wanted("1,200,000")) == expected
    assert found(plan, Wanted("1200000")) == expected
    assert found(plan, Wanted("๑๒๐๐๐๐๐")) == expected
    hits = list(find_hits(plan, Wanted("1200000"), SearchIndex()))
    assert hits[0].spans == ((0, len("1,200,000")),)
    assert not hits[0].passage.is_text


def test_days_years_and_choices_are_found_in_the_language_they_are_shown_in() -> None:
    plan = small_plan()
    assert found(plan, Wanted("1 ต.ค. 2567")) == [("start_on", "", "1 ต.ค. 2567")]
    assert found(plan, Wanted("1 ต.ค. 2567"), "en") == []
    assert found(plan, Wanted("1 Oct 2024"), "en") == [("start_on", "", "1 Oct 2024")]
    assert ("baseline_year", "", "2566") in found(plan, Wanted("๒๕๖๖"))
    status = plan.template.field("project", "status").options["in_progress"]
    assert found(plan, Wanted(status.th)) == [("status", "", status.th)]
    assert found(plan, Wanted(status.en), "en") == [("status", "", status.en)]


def test_a_choice_that_the_template_does_not_know_is_found_by_its_code() -> None:
    plan = small_plan()
    plan = with_texts(plan, named(plan, "Project map"), status="gone")
    assert found(plan, Wanted("gone")) == [("status", "", "gone")]


def test_names_of_other_nodes_are_found_where_they_stand_not_where_they_are_named() -> None:
    assert found(small_plan(), Wanted("กองช่าง")) == [("name", "th", "กองช่าง")]


def test_a_search_can_be_kept_to_a_branch_a_kind_a_field_and_a_language() -> None:
    plan = small_plan()
    goal = named(plan, "Safe canal communities")
    assert len(found(plan, Wanted("โครงการ", under_id=goal))) == 3
    assert found(plan, Wanted("โครงการ", kind="goal")) == []
    assert len(found(plan, Wanted("โครงการ", kind="project", field="name"))) == 4
    assert found(plan, Wanted("โครงการ", field="objectives")) == []
    assert found(plan, Wanted("project", language="th")) == []
    assert len(found(plan, Wanted("dredge"))) == 2
    assert len(found(plan, Wanted("dredge", language="en"))) == 1
    assert len(found(plan, Wanted("500,000", language="en"))) == 2


def test_a_branch_that_is_gone_holds_nothing() -> None:
    assert found(small_plan(), Wanted("โครงการ", under_id="gone")) == []


@pytest.mark.parametrize("text", ["", "\u200b"])
def test_nothing_is_found_for_nothing(text: str) -> None:
    assert found(small_plan(), Wanted(text)) == []


def test_an_invisible_sign_is_found_when_exactly_it_is_wanted() -> None:
    plan = small_plan()
    plan = with_texts(plan, named(plan, "Water"), name_th="แม่\u200bน้ำ")
    hits = list(find_hits(plan, Wanted("\u200b", is_exact=True), SearchIndex()))
    assert [hit.spans for hit in hits] == [((3, 4),)]
    assert found(plan, Wanted("", is_exact=True)) == []


# --- how ----------------------------------------------------------------------------------------------------


def spans_in(
    text: str, query: str, *, has_case: bool = False, is_whole_word: bool = False, is_exact: bool = False
) -> list[str]:
    """What is found in a text, as words."""
    wanted = Wanted(query, has_case, is_whole_word, is_exact)
    return [text[start:end] for start, end in find_spans(text, wanted)]


@pytest.mark.parametrize(("text", "query"), [(FULL, DECOMPOSED), (DECOMPOSED, FULL)])
def test_all_spellings_are_found_unless_exact_signs_are_wanted(text: str, query: str) -> None:
    assert spans_in(f"การ{text}", query) == [text]
    assert spans_in(f"การ{text}", query, is_exact=True) == []
    assert spans_in(f"การ{text}", text, is_exact=True) == [text]


def test_thai_digits_are_found_by_arabic_ones_unless_exact_signs_are_wanted() -> None:
    assert spans_in("ปี ๒๕๖๗ และ 2567", "2567") == ["๒๕๖๗", "2567"]
    assert spans_in("ปี ๒๕๖๗ และ 2567", "2567", is_exact=True) == ["2567"]


def test_capitals_matter_when_they_shall() -> None:
    text = "SMART smart Smart"
    assert spans_in(text, "smart") == ["SMART", "smart", "Smart"]
    assert spans_in(text, "smart", has_case=True) == ["smart"]
    assert spans_in(text, "Smart", has_case=True, is_exact=True) == ["Smart"]
    assert spans_in(text, "Smart", is_exact=True) == ["SMART", "smart", "Smart"]
    assert spans_in(text, "absent", has_case=True) == []


def test_whole_words_are_those_of_the_dictionary() -> None:
    assert spans_in("การพัฒนาการศึกษา", "การ", is_whole_word=True) != spans_in("การพัฒนาการศึกษา", "การ")
    assert spans_in("ชาวนาปลูกข้าว", "นา", is_whole_word=True) == []
    assert spans_in("ที่นาปลูกข้าว", "ข้าว", is_whole_word=True) == ["ข้าว"]
    assert spans_in("a cat, concatenated", "cat", is_whole_word=True) == ["cat"]


def test_a_letter_is_found_with_its_marks_and_told_to_be_more_than_wanted() -> None:
    for is_exact in (False, True):
        wanted = Wanted("น", is_exact=is_exact)
        text = "แม่น้ำ นา"
        places = [text[start:end] for start, end in find_spans(text, wanted)]
        assert places == ["น้ำ", "น"]
        assert [is_widened(place, wanted) for place in places] == [True, False]


def test_places_do_not_overlap() -> None:
    assert find_spans("aaaaa", Wanted("aa")) == ((0, 2), (2, 4))
    assert find_spans("aaaaa", Wanted("aa", is_exact=True)) == ((0, 2), (2, 4))
    assert find_spans("กกก้", Wanted("กก", is_exact=True)) == ((0, 2),)
    assert find_spans("นนน้", Wanted("น", is_exact=True)) == ((0, 1), (1, 2), (2, 4))
    assert find_spans("น้้", Wanted("้", is_exact=True)) == ((0, 3),)


@given(
    st.text("กานเ้ำํา๑1aA\n \u200b", max_size=12), st.text("กานเ้ำํา1a", min_size=1, max_size=3), st.booleans()
)
def test_places_are_whole_clusters_in_order(text: str, query: str, is_exact: bool) -> None:
    borders = set(cluster_borders(text))
    end = 0
    for start, after in find_spans(text, Wanted(query, is_exact=is_exact)):
        assert {start, after} <= borders
        assert end <= start < after
        end = after


# --- the index ----------------------------------------------------------------------------------------------


def test_the_index_follows_every_edit() -> None:
    plan, index = small_plan(), SearchIndex()
    water = named(plan, "Water")
    assert "น้ำ" in index.key_of(plan, plan.nodes[water])
    changed = with_texts(plan, water, name_th="ฝน")
    assert "น้ำ" not in index.key_of(changed, changed.nodes[water])
    assert [hit.passage.text for hit in find_hits(changed, Wanted("ฝน"), index)] == ["ฝน"]
    assert "น้ำ" in index.key_of(plan, plan.nodes[water])


def test_the_index_is_made_in_slices_and_once() -> None:
    plan, index = small_plan(), SearchIndex()
    assert len(plan.nodes) < SLICE
    assert list(index.prepare(plan)) == []
    many = {f"{place}": plan.root._replace(id=f"{place}") for place in range(2 * SLICE)}
    grown = Plan(plan.template, {**many, **plan.nodes}, plan.children, plan.root_id)
    slices = index.prepare(grown)
    next(slices)
    first = index.key_of(grown, grown.nodes["0"])
    assert len(list(slices)) == 1
    assert index.key_of(grown, grown.nodes["0"]) is first


def test_the_index_forgets_what_was_shown_in_another_language() -> None:
    plan, index = small_plan(), SearchIndex("th")
    root = plan.root
    assert "2568" in index.key_of(plan, root)
    index.speak("th")
    index.speak("en")
    assert "first_year" in [passage.field for passage in list_passages(plan, root, "en")]
    assert [hit.passage.text for hit in find_hits(plan, Wanted("2025", field="first_year"), index)] == [
        "2025"
    ]


def test_a_text_in_one_language_alone_is_found() -> None:
    plan = small_plan()
    goal = next(node.id for node in plan.walk() if node.kind == "goal" and not node.fields)
    plan = with_texts(plan, goal, name_en="Cool streets")
    assert found(plan, Wanted("cool")) == [("name", "en", "Cool streets")]


def test_whoever_looks_through_a_plan_may_rest_after_every_node() -> None:
    plan = small_plan()
    seen = list(look_through(plan, Wanted("โครงการ"), SearchIndex()))
    assert len(seen) == len(plan.nodes)
    assert sum(map(bool, seen)) == 4
    assert list(look_through(plan, Wanted(""), SearchIndex())) == []
