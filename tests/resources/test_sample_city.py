"""The sample plan that ships with the program: whole, in both languages, and plainly an example."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

SAMPLE = Path(__file__).resolve().parents[2] / "resources" / "samples" / "sample-city"
YEARS_BE = range(2568, 2573)
FIRST_DAY, LAST_DAY = date(2024, 10, 1), date(2029, 9, 30)
STATUSES_AS_AT = date(2025, 9, 30)
ACRONYMS_IN_THAI = {"GIS", "CCTV", "MoU"}
THAI = re.compile(r"[\u0e00-\u0e7f]")
LATIN_WORD = re.compile(r"[A-Za-z]+")

Fields = dict[str, Any]


class SampleNode(NamedTuple):
    """A node of the sample with the kinds and the node above it; `place` says where it is in a failure."""

    place: str
    kind: str
    key: str
    fields: Fields
    parent: "SampleNode | None"
    children: tuple[Fields, ...]


def _read(name: str) -> Any:
    return yaml.safe_load((SAMPLE / name).read_text(encoding="utf-8"))


def _walk(raw: Fields, parent: SampleNode | None, place: str) -> Iterator[SampleNode]:
    children = tuple(raw.get("children", ()))
    node = SampleNode(place, raw["kind"], raw.get("key", ""), raw.get("fields", {}), parent, children)
    yield node
    for index, child in enumerate(children):
        yield from _walk(child, node, f"{place}/{child['kind']}{index + 1}")


def _load() -> tuple[SampleNode, ...]:
    first, *others = sorted(path.name for path in SAMPLE.glob("*.yaml"))
    children = [node for name in others for node in _read(name)]
    return tuple(
        _walk({"kind": "plan", "fields": _read(first)["fields"], "children": children}, None, "plan")
    )


TEMPLATE = _read("../../templates/success-strategic-plan.yaml")
NODES = _load()


def _of_kind(kind: str) -> list[SampleNode]:
    return [node for node in NODES if node.kind == kind]


def _specs(node: SampleNode) -> Fields:
    specs: Fields = TEMPLATE["kinds"][node.kind].get("fields", {})
    return specs


def _texts() -> Iterator[tuple[str, str, str]]:
    """Every text of the sample as (place, language, text)."""
    for node in NODES:
        for field, spec in _specs(node).items():
            if spec["type"] == "text":
                for language, text in node.fields.get(field, {}).items():
                    yield f"{node.place}.{field}", language, text


def _texts_in(language: str) -> list[tuple[str, str]]:
    return [(place, text) for place, found, text in _texts() if found == language]


def _fiscal_year_be(day: date) -> int:
    return day.year + 543 + (1 if day.month >= 10 else 0)


def _baht(node: SampleNode) -> int:
    return sum(sum(amounts.values()) for amounts in node.fields["budget"].values())


def _total_baht_by(group: str) -> Counter[str]:
    """Five-year totals in baht by source of funds (`group` "source") or by strategic issue ("issue")."""
    totals: Counter[str] = Counter()
    for project in _of_kind("project"):
        issue = project
        while issue.kind != "strategic_issue":
            assert issue.parent is not None
            issue = issue.parent
        for amounts in project.fields["budget"].values():
            for source, baht in amounts.items():
                totals[source if group == "source" else issue.key] += baht
    return totals


def test_the_sample_is_large_enough_to_show_a_real_plan() -> None:
    counts = Counter(node.kind for node in NODES)
    at_least = {"goal": 8, "approach": 16, "project": 40, "action_item": 6, "mission": 3, "section": 10}
    at_least |= {"agency": 15, "person": 6, "alignment_item": 9, "term": 15}
    assert not {kind: counts[kind] for kind, least in at_least.items() if counts[kind] < least}
    assert counts["strategic_issue"] == 4


def test_what_the_template_calls_single_stands_once() -> None:
    for kind, spec in TEMPLATE["kinds"].items():
        if spec.get("is_single"):
            assert len(_of_kind(kind)) == 1, kind


def test_the_sample_follows_its_template() -> None:
    assert _read("00-plan.yaml")["template"] == TEMPLATE["id"]
    for node in NODES:
        assert set(node.fields) <= set(_specs(node)), node.place
        if node.parent is not None:
            assert node.kind in TEMPLATE["kinds"][node.parent.kind]["children"], node.place
        for field, spec in _specs(node).items():
            if spec["type"] == "choice" and field in node.fields:
                assert node.fields[field] in spec["options"], f"{node.place}.{field}"


def test_a_reader_is_told_in_both_languages_that_it_is_only_an_example() -> None:
    notice = NODES[0].fields["notice"]
    assert re.search("ตัวอย่าง.*ไม่ใช่เอกสารราชการ", notice["th"])
    assert re.search("illustrative example.*not an official document", notice["en"])
    for person in _of_kind("person"):
        assert "(ชื่อสมมุติ)" in person.fields["name"]["th"]
        assert "(fictional name)" in person.fields["name"]["en"]


def test_every_text_is_given_in_thai_and_english() -> None:
    for node in NODES:
        for field, spec in _specs(node).items():
            if spec["type"] == "text" and field in node.fields:
                texts, place = node.fields[field], f"{node.place}.{field}"
                assert set(texts) == {"th", "en"}, place
                assert all(text and text == text.strip() for text in texts.values()), place


def test_both_languages_of_a_narrative_have_the_same_paragraphs() -> None:
    for node in _of_kind("section"):
        body = node.fields["body"]
        assert body["th"].count("\n\n") == body["en"].count("\n\n"), node.place


def test_every_reference_points_to_a_node_of_the_right_kind() -> None:
    kind_of = {node.key: node.kind for node in NODES if node.key}
    assert len(kind_of) == len([node for node in NODES if node.key]), "a key is used twice"
    for node in NODES:
        for field, spec in _specs(node).items():
            if spec["type"] == "reference":
                keys = node.fields.get(field, [])
                assert len(set(keys)) == len(keys), f"{node.place}.{field}"
                for key in keys:
                    assert kind_of.get(key) in spec["kinds"], f"{node.place}.{field}: {key}"


def test_every_project_says_what_a_budget_officer_needs() -> None:
    for_own_projects = {"listing", "proposed_by", "coordinated_with"}
    may_be_left_out = {"supporting_agencies", "alignment", "reason", "note"} | for_own_projects
    for project in _of_kind("project"):
        for field in set(_specs(project)) - may_be_left_out:
            assert project.fields.get(field), f"{project.place}.{field}"


def test_no_agency_both_leads_and_supports_a_project() -> None:
    for project in _of_kind("project"):
        overlap = set(project.fields["lead_agencies"]) & set(project.fields.get("supporting_agencies", ()))
        assert not overlap, project.place


def test_money_is_whole_baht_from_known_sources_within_the_plan() -> None:
    for project in _of_kind("project"):
        for year_be, amounts in project.fields["budget"].items():
            assert year_be in YEARS_BE, project.place
            assert set() < set(amounts) <= set(TEMPLATE["sources"]) - {"unspecified"}, project.place
            assert all(isinstance(baht, int) and baht > 0 for baht in amounts.values()), project.place


def test_projects_are_of_varied_size_and_length() -> None:
    years = [len(project.fields["budget"]) for project in _of_kind("project")]
    assert sum(count <= 3 for count in years) >= len(years) * 0.4
    assert sum(count == 5 for count in years) >= 8
    assert sum(_baht(project) >= 18_000_000 for project in _of_kind("project")) >= 3
    assert {"codi", "foundation_eu", "health_fund", "community"} <= set(_total_baht_by("source"))


def test_a_project_begins_and_ends_in_its_first_and_last_budgeted_fiscal_years() -> None:
    for project in _of_kind("project"):
        start_on, end_on = project.fields["start_on"], project.fields["end_on"]
        assert FIRST_DAY <= start_on < end_on <= LAST_DAY, project.place
        assert _fiscal_year_be(start_on) == min(project.fields["budget"]), project.place
        assert _fiscal_year_be(end_on) == max(project.fields["budget"]), project.place


def test_an_action_item_lies_within_its_project() -> None:
    for item in _of_kind("action_item"):
        assert item.parent is not None
        first_on = item.parent.fields.get("start_on", FIRST_DAY)
        last_on = item.parent.fields.get("end_on", LAST_DAY)
        assert first_on <= item.fields["start_on"] < item.fields["end_on"] <= last_on, item.place


def test_statuses_agree_with_the_day_they_are_given_for() -> None:
    for node in (*_of_kind("project"), *_of_kind("action_item")):
        has_begun = node.fields["start_on"] <= STATUSES_AS_AT
        assert (node.fields["status"] == "not_started") is not has_begun, node.place
        if node.fields["status"] == "completed":
            assert node.fields["end_on"] <= STATUSES_AS_AT, node.place


def test_every_goal_is_measured_from_a_baseline_to_a_target_for_each_year() -> None:
    for goal in _of_kind("goal"):
        assert any(child["kind"] == "indicator" for child in goal.children), goal.place
    for indicator in _of_kind("indicator"):
        fields = indicator.fields
        assert set(fields) == set(_specs(indicator)), indicator.place
        assert fields["baseline_year"] in (2566, 2567), indicator.place
        assert list(fields["target"]) == list(YEARS_BE), indicator.place
        assert fields["target"][2572] != fields["baseline"], f"{indicator.place} promises no change"


def test_targets_never_turn_back() -> None:
    for indicator in _of_kind("indicator"):
        values = [indicator.fields["baseline"], *indicator.fields["target"].values()]
        assert values in (sorted(values), sorted(values, reverse=True)), indicator.place


def test_about_a_dozen_projects_have_indicators_of_their_own() -> None:
    owners = [node.parent for node in _of_kind("indicator") if node.parent is not None]
    assert len({owner.place for owner in owners if owner.kind == "project"}) >= 12


def test_the_totals_told_in_the_narrative_are_the_totals_of_the_projects() -> None:
    (section,) = [node for node in _of_kind("section") if node.fields["name"]["en"] == "Sources of funds"]
    sources, issues = _total_baht_by("source"), _total_baht_by("issue")
    total = sum(sources.values())
    amounts = (total, sources["ordinance"], sources["specific_grant"], sources["community"])
    for text in section.fields["body"].values():
        for baht in amounts:
            assert f"{baht:,}" in text, baht
        for share_of in (*issues.values(), sources["ordinance"], sources["codi"], sources["loan"]):
            assert re.search(rf"\b{share_of / total * 100:.0f}\b", text), share_of
        assert str(len(_of_kind("project"))) in text


@pytest.mark.parametrize("kind", ["project", "indicator", "approach", "goal", "agency", "term"])
def test_no_two_nodes_of_a_kind_share_a_name(kind: str) -> None:
    for language in ("th", "en"):
        names = Counter(node.fields["name"][language] for node in _of_kind(kind))
        assert not [name for name, count in names.items() if count > 1]


def test_no_sentence_of_a_project_is_said_twice() -> None:
    for field in ("objective", "target", "expected_result", "kpi"):
        for language in ("th", "en"):
            said = Counter(project.fields[field][language] for project in _of_kind("project"))
            assert not [text for text, count in said.items() if count > 1]


def test_thai_text_is_in_thai() -> None:
    for place, text in _texts_in("th"):
        assert THAI.search(text), place
        assert set(LATIN_WORD.findall(text)) <= ACRONYMS_IN_THAI, f"{place}: {text}"


def test_english_text_has_no_thai_letters() -> None:
    for place, text in _texts_in("en"):
        assert not THAI.search(text), place


def test_thai_is_spelt_with_composed_letters() -> None:
    for place, text in _texts_in("th"):
        for mistake in ("\u0e4d", "\u0e40\u0e40", "\u200b", "\u00a0", "\ufeff"):
            assert mistake not in text, f"{place}: {mistake!r}"
        assert not re.search(r"[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]{3}|[\u0e48-\u0e4b]{2}", text), place


def test_spaces_are_single() -> None:
    for place, _, text in _texts():
        assert not re.search(r"  | \n|\n ", text), place


def test_years_are_buddhist_in_thai_and_common_era_in_english() -> None:
    for place, text in _texts_in("th"):
        assert not re.search(r"ค\.ศ\.|(?<![\d,])(?:19|20)\d\d(?!\d)", text), place
    for place, text in _texts_in("en"):
        assert not re.search(r"\b25[3-9]\d\b", text), place


def test_digits_are_arabic() -> None:
    for place, _, text in _texts():
        assert not re.search(r"[๐-๙]", text), place
