"""Findings are told in clear sentences, in both languages, with the template's own names."""

from dataclasses import replace
from decimal import Decimal

import pytest

from success_desktop.domain.checks import RULES, Finding
from success_desktop.domain.checks_in_words import Topic, gather, heading, sentence, topic_of
from success_desktop.domain.edits import SetValue, apply
from success_desktop.domain.plan import Plan
from success_desktop.i18n import Language
from tests.findings import check_plan
from tests.plans import named, small_plan


@pytest.fixture
def plan() -> Plan:
    """The small plan."""
    return small_plan()


@pytest.mark.parametrize(
    ("field", "thai", "english"),
    [
        ("lead_agencies", "ยังไม่มีหน่วยงานรับผิดชอบหลัก", "No lead agency yet"),
        ("budget", "ยังไม่มีงบประมาณ", "No budget yet"),
        ("kpi", "ยังไม่มีตัวชี้วัด", "No indicator yet"),
        ("target", "ยังไม่มีเป้าหมาย", "No target yet"),
    ],
)
def test_a_hole_is_told_by_the_label_without_its_remark(
    plan: Plan, field: str, thai: str, english: str
) -> None:
    found = Finding(named(plan, "Project heat"), field, "empty")
    assert sentence(plan, found, "th") == thai
    assert sentence(plan, found, "en") == english


def test_holes_are_gathered_by_kind_and_field(plan: Plan) -> None:
    found = Finding(named(plan, "Project heat"), "lead_agencies", "empty")
    topic = topic_of(plan, found)
    assert topic == Topic("empty", "project", "lead_agencies")
    assert heading(plan, topic, "en") == "Project: no lead agency yet"
    assert heading(plan, topic, "th") == "โครงการที่ยังไม่มีหน่วยงานรับผิดชอบหลัก"


def test_other_findings_are_gathered_by_rule(plan: Plan) -> None:
    found = Finding(named(plan, "Project heat"), "name", "same_name")
    assert topic_of(plan, found) == Topic("same_name")
    assert heading(plan, Topic("same_name"), "en") == "The same name twice"
    assert sentence(plan, found, "en") == "Another project beside it has the same name"


@pytest.mark.parametrize(
    ("missing", "told"), [("en", "Agency name: no English yet"), ("th", "Agency name: no Thai yet")]
)
def test_the_missing_language_is_named(plan: Plan, missing: str, told: str) -> None:
    agency = named(plan, "Engineering Division")
    old = plan.nodes[agency].parts("name")[missing]
    lame = apply(plan, [SetValue(agency, "name", missing, old, None)])
    assert sentence(lame, Finding(agency, "name", "untranslated"), "en") == told


def test_a_finding_that_has_been_mended_meanwhile_still_has_words(plan: Plan) -> None:
    agency = named(plan, "Engineering Division")
    assert (
        sentence(plan, Finding(agency, "name", "untranslated"), "en") == "Agency name: in one language only"
    )


def test_an_acronym_keeps_its_capitals_within_a_sentence(plan: Plan) -> None:
    spec = plan.template.kind("project")
    label = spec.fields["kpi"].label.model_copy(update={"en": "KPI"})
    fields = {**spec.fields, "kpi": spec.fields["kpi"].model_copy(update={"label": label})}
    kinds = {**plan.template.kinds, "project": spec.model_copy(update={"fields": fields})}
    other = replace(plan, template=plan.template.model_copy(update={"kinds": kinds}))
    assert sentence(other, Finding(named(plan, "Project heat"), "kpi", "empty"), "en") == "No KPI yet"


def test_topics_come_in_the_order_of_the_rules_and_lose_nothing(plan: Plan) -> None:
    dredge = named(plan, "Project dredge")
    hurt = apply(
        plan,
        [
            SetValue(dredge, "budget", "2560:loan", None, Decimal(1)),
            SetValue(dredge, "note", "th", None, "หมายเหตุ"),
        ],
    )
    findings = check_plan(hurt)
    gathered = gather(hurt, findings)
    ranks = [list(RULES).index(topic.rule) for topic in gathered]
    assert ranks == sorted(ranks)
    assert sorted(found for group in gathered.values() for found in group) == sorted(findings)
    assert {"empty", "unwritten", "outside_years", "untranslated"} <= {topic.rule for topic in gathered}


@pytest.mark.parametrize("language", ["th", "en"])
def test_every_rule_has_words_for_every_field(plan: Plan, language: Language) -> None:
    for rule in RULES:
        for node in plan.walk():
            for field in plan.kind_of(node.id).fields:
                found = Finding(node.id, field, rule)
                words = sentence(plan, found, language), heading(plan, topic_of(plan, found), language)
                assert all(one and "{" not in one for one in words)
