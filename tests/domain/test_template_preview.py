"""What a template is said to make of a plan is what it makes of one."""

import pytest

from success_desktop.domain.template_preview import level_text, preview_levels, printed_forms, way_to
from success_desktop.i18n import Language
from tests.plans import template

NAMES = ("success-strategic-plan", "ldp-2566-strategy", "ldp-2571-issue")


def lines(name: str, language: Language = "en") -> list[str]:
    base = template(name)
    return ["  " * level.depth + level_text(base, level, language) for level in preview_levels(base)]


def test_levels_are_shown_with_the_numbers_that_will_be_printed() -> None:
    assert lines("success-strategic-plan") == [
        "Strategic issue 1",
        "  Goal 1.1",
        "    Development approach",
        "      1.1.1 Project",
        "      1.1.2 Project",
        "Strategic issue 2",
    ]


def test_a_template_of_two_levels_shows_both() -> None:
    assert lines("ldp-2571-issue") == [
        "Development issue 1",
        "  1 Project",
        "  2 Project",
        "Development issue 2",
    ]


def test_levels_are_named_in_the_language_of_the_interface() -> None:
    assert lines("ldp-2566-strategy", "th")[0] == "ยุทธศาสตร์ที่ 1"


@pytest.mark.parametrize("name", NAMES)
def test_every_form_that_is_printed_is_named_once(name: str) -> None:
    base = template(name)
    forms = printed_forms(base)
    used = {block.form for part in base.document.parts for block in part.blocks if block.form}
    assert len(forms) == len(used) > 2
    assert {id(form) for form in forms} == {id(base.forms[form]) for form in used}


def test_a_template_without_projects_shows_no_levels() -> None:
    base = template()
    kinds = {
        name: spec.model_copy(update={"children": tuple(c for c in spec.children if c != "project")})
        for name, spec in base.kinds.items()
    }
    bare = base.model_copy(update={"kinds": kinds})
    assert way_to("project", bare) == []
    assert preview_levels(bare) == []


def test_projects_right_below_the_plan_are_a_level_of_their_own() -> None:
    base = template()
    plan = base.kind("plan").model_copy(update={"children": ("project",)})
    flat = base.model_copy(update={"kinds": {**base.kinds, "plan": plan}})
    assert [level.depth for level in preview_levels(flat)] == [0, 0]
