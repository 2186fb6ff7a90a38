"""Templates are data: right ones load, wrong ones are refused with the line of the mistake."""

import pytest

from success_desktop.domain.template_text import parse_template
from success_desktop.errors import UserError
from success_desktop.paths import resource_path
from tests.plans import template

GOOD = resource_path("templates", "success-strategic-plan.yaml").read_text(encoding="utf-8")


def line_of(text: str, fragment: str) -> int:
    return next(number for number, line in enumerate(text.splitlines(), 1) if fragment in line)


def complaint(text: str) -> UserError:
    with pytest.raises(UserError) as refusal:
        parse_template(text, "mine.yaml")
    return refusal.value


def test_every_shipped_template_loads() -> None:
    for path in sorted(resource_path("templates").glob("*.yaml")):
        assert parse_template(path.read_text(encoding="utf-8"), path.name).id == path.stem


def test_a_template_keeps_its_own_text() -> None:
    assert parse_template(GOOD, "mine.yaml").text == GOOD


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("default_source: unspecified", "default_source: treasure"),
        ("children: [section, vision,", "children: [sektion, vision,"),
        ("form: missions\n", "form: missing\n"),
        (
            "kinds: [agency], many: true, label: {th: หน่วยงานสนับสนุน",
            "kinds: [agancy], many: true, label: {th: หน่วยงานสนับสนุน",
        ),
        ("{show: field, field: kpi,", "{show: field, field: kpy,"),
        ("subtotals: [strategic_issue]", "subtotals: [mission]"),
        ("rows: term", "rows: turm"),
        ("- {form: projects}", "- {form: project}"),
        ("- {narrative: vision}", "- {narrative: visions}"),
        ("years: {first_be: 2568, count: 5}", "years: {first_be: 68, count: 5}"),
        ("verification: {type: text", "verification: {type: txt"),
        ('    number: "{n}"\n    children: [goal]', '    numbr: "{n}"\n    children: [goal]'),
        ("id: success-strategic-plan", "id: [unclosed"),
        ("not_before: start_on}", "not_before: beginning}"),
        ("not_before: first_year}", "not_before: title}"),
        ("\nstart:\n", "\nstart:\n  - {kind: spaceship}\n"),
    ],
)
def test_a_mistake_is_named_with_its_line(right: str, wrong: str) -> None:
    assert right in GOOD
    bad = GOOD.replace(right, wrong, 1)
    line = complaint(bad).places["line"]
    assert isinstance(line, int)
    assert abs(line - line_of(bad, wrong.strip().splitlines()[0])) <= 3


def test_a_choice_without_options_and_a_reference_without_kinds_are_mistakes() -> None:
    for field, word in (("choice", "options"), ("reference", "kinds")):
        bad = GOOD.replace("short_name: {type: text,", f"short_name: {{type: {field},")
        assert word in str(complaint(bad).places["problem"])


def test_something_else_than_a_template_is_refused() -> None:
    assert complaint("just a sentence").places["line"] == 1
    assert complaint("\tid: 1").places["line"] == 1
    assert complaint("id: \u0000").places["line"] == 1
    assert complaint("id: 2569-99-99").places["line"] == 1
    assert complaint(GOOD.replace("\nversion: ", "\nedition: ")).places["line"] == 1
    numbered = GOOD.replace("\nsources:\n", "\nsources:\n  5: x\n")
    assert complaint(numbered).places["line"] == line_of(numbered, "  5: x")
    assert "plan" in str(complaint(GOOD.replace("\n  plan:\n", "\n  plann:\n")).places["problem"])


def test_a_template_knows_what_may_stand_where() -> None:
    base = template()
    assert base.can_contain("approach", "project")
    assert not base.can_contain("project", "approach")
    assert not base.can_contain("unheard_of", "project")
    assert base.kind("goal").name.spoken("th") == "เป้าประสงค์"
    assert base.kind("goal").name.spoken("en") == "Goal"
