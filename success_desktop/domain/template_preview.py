"""What a template makes of a plan, before there is one: its levels with the numbers they will print, and its forms."""

import itertools
from collections import deque
from typing import NamedTuple

from success_desktop.domain.edits import apply
from success_desktop.domain.numbering import number_nodes
from success_desktop.domain.plan import Plan
from success_desktop.domain.schema import FormSpec, Seed, Template
from success_desktop.domain.seeds import sow_plan
from success_desktop.i18n import Language

_PROJECT = "project"


class PreviewLevel(NamedTuple):
    """A line of the preview: how deep it stands (0 is outermost), the number it prints ("" for none), its kind."""

    depth: int
    number: str
    kind: str


def preview_levels(template: Template) -> list[PreviewLevel]:
    """The levels from the outermost down to projects: one of each, with a second one where that shows the counting.

    Empty when no level of the template leads to projects.
    """
    way = way_to(_PROJECT, template)
    if not way:
        return []
    children = (*_seeds(way), Seed(kind=way[0])) if len(way) > 1 else _seeds(way)
    ids = (str(number) for number in itertools.count(1))
    edits = sow_plan(template, Seed(kind="plan", children=children), lambda: next(ids))
    plan = apply(Plan(template, {}, {}), edits)
    numbers = number_nodes(plan)
    return [
        PreviewLevel(len(plan.ancestors(node.id)) - 1, numbers.get(node.id, ""), node.kind)
        for node in plan.walk()
        if node.id != plan.root_id
    ]


def level_text(template: Template, level: PreviewLevel, language: Language) -> str:
    """A level as documents head it: its kind's heading with the number, else number and name of the kind."""
    spec = template.kind(level.kind)
    name = spec.name.spoken(language)
    if spec.heading is None or not level.number:
        return f"{level.number} {name}".strip()
    heading = spec.heading.spoken(language)
    return heading.replace("{number}", level.number).strip()


def printed_forms(template: Template) -> list[FormSpec]:
    """The forms that stand in the printed plan, in the order of its parts, each once."""
    names = dict.fromkeys(
        block.form for part in template.document.parts for block in part.blocks if block.form
    )
    return [template.forms[name] for name in names]


def way_to(target: str, template: Template) -> list[str]:
    """The kinds on the shortest way from the plan (left out) down to `target`; empty when none leads there."""
    waiting = deque([["plan"]])
    seen = {"plan"}
    while waiting:
        way = waiting.popleft()
        for kind in template.kind(way[-1]).children:
            if kind == target:
                return [*way[1:], kind]
            if kind not in seen:
                seen.add(kind)
                waiting.append([*way, kind])
    return []


def _seeds(way: list[str]) -> tuple[Seed, ...]:
    """One of the first kind with all others below it; two of the last."""
    kind, *rest = way
    if not rest:
        return Seed(kind=kind), Seed(kind=kind)
    return (Seed(kind=kind, children=_seeds(rest)),)
