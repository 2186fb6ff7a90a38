"""Seeds grow into plans."""

from datetime import date
from decimal import Decimal

import pytest

from success_desktop.domain.schema import FieldSpec, Seed, Wording
from success_desktop.domain.seeds import find_mistakes, seed_parts, sow_plan
from success_desktop.domain.values import FieldType
from tests.plans import counted_ids, named, small_plan, template


def sow(seed: Seed) -> None:
    sow_plan(template(), Seed(kind="plan", children=(seed,)), counted_ids())


def test_references_may_point_ahead_and_keep_their_order() -> None:
    plan = small_plan()
    gauge = plan.nodes[named(plan, "Project gauge")]
    assert [plan.nodes[target].text("name", "en") for target in gauge.links("lead_agencies")] == [
        "Engineering Division",
        "Public Health Division",
    ]


@pytest.mark.parametrize(
    ("seed", "complaint"),
    [
        (Seed(kind="spaceship"), "no kind 'spaceship'"),
        (Seed(kind="vision", fields={"colour": "red"}), "no field 'colour'"),
        (Seed(kind="section", fields={"part": "nowhere"}), "no option"),
        (Seed(kind="strategic_issue", fields={"alignment": ["sdg-13"]}), "has the key 'sdg-13'"),
    ],
)
def test_a_seed_with_a_mistake_is_refused(seed: Seed, complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        sow(seed)


def test_a_single_reference_may_be_written_without_a_list() -> None:
    agency = Seed(kind="agency_register", children=(Seed(kind="agency", key="a"),))
    person = Seed(kind="people_register", children=(Seed(kind="person", fields={"agency": "a"}),))
    edits = sow_plan(template(), Seed(kind="plan", children=(agency, person)), counted_ids())
    assert any(getattr(edit, "field", "") == "agency" for edit in edits)


@pytest.mark.parametrize(
    ("kind", "raw", "parts"),
    [
        ("text", {"th": " ก\n", "en": " "}, {"th": "ก"}),
        ("number", "12.5", {"": Decimal("12.5")}),
        ("fiscal_year", 2568, {"": Decimal(2568)}),
        ("money", 1200, {":": Decimal(1200)}),
        ("date", date(2024, 2, 12), {"": date(2024, 2, 12)}),
        ("date", "2024-02-12", {"": date(2024, 2, 12)}),
        ("word", 13, {"": "13"}),
        ("yearly_number", {2568: 1}, {"2568": Decimal(1)}),
        ("yearly_money", {2568: {"codi": 5}}, {"2568:codi": Decimal(5)}),
    ],
)
def test_each_type_of_field_reads_its_plain_value(
    kind: FieldType, raw: object, parts: dict[str, object]
) -> None:
    assert seed_parts(FieldSpec(type=kind, label=Wording(th="ก", en="a")), raw) == parts


@pytest.mark.parametrize(
    ("seed", "where", "complaint"),
    [
        (Seed(kind="spaceship"), ("kind",), "cannot be placed"),
        (Seed(kind="project"), ("kind",), "cannot be placed under 'plan'"),
        (Seed(kind="vision", fields={"colour": "red"}), ("fields", "colour"), "no such field"),
        (Seed(kind="vision", fields={"name": "red"}), ("fields", "name"), "no value of the type 'text'"),
        (Seed(kind="section", fields={"part": "nowhere"}), ("fields", "part"), "no option"),
        (Seed(kind="strategic_issue", fields={"alignment": "x"}), ("fields", "alignment"), "the key 'x'"),
        (
            Seed(kind="section", children=(Seed(kind="section", fields={"body": {"th": 5}}),)),
            ("children", 0, "fields", "body"),
            "no value",
        ),
    ],
)
def test_what_a_template_starts_with_is_looked_through(
    seed: Seed, where: tuple[str | int, ...], complaint: str
) -> None:
    ((path, problem),) = find_mistakes(template().model_copy(update={"start": (seed,)}))
    assert path == ("start", 0, *where)
    assert complaint in problem
