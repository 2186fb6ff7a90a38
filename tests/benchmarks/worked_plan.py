"""A large plan that people have worked on: 20,000 nodes with wordings of the sample plan, and a year of deeds on them."""

import random
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from success_desktop.domain.edits import AddNode, Edit, MoveNode, SetValue, place_among, remove_branch
from success_desktop.domain.order import spread_positions
from success_desktop.domain.plan import Plan
from success_desktop.domain.seeds import sow_plan
from success_desktop.i18n import LANGUAGES
from success_desktop.ids import new_id
from success_desktop.services.library import read_sample
from tests.benchmarks.large_plan import large_edits

ACTIONS_EACH = 3


def worded_edits() -> list[Edit]:
    """The edits that make the plan: 5,000 projects with three steps each, and what is above them."""
    return [*_worded(large_edits()), *_actions()]


def any_deed(chance: random.Random, plan: Plan, projects: list[str], number: int) -> list[Edit]:
    """One action on a project: mostly a text or an amount; now and then one is added, moved or removed."""
    project = plan.nodes[chance.choice(projects)]
    deed = chance.choices(("text", "money", "add", "move", "remove"), (70, 22, 4, 3, 1))[0]
    if deed == "text":
        old = project.parts("objective").get("th")
        return [
            SetValue(project.id, "objective", "th", old, f"{old or ''} แก้ตามมติที่ประชุมครั้งที่ {number}"[-400:])
        ]
    if deed == "money":
        old_baht = project.parts("budget").get("2570:ordinance")
        return [SetValue(project.id, "budget", "2570:ordinance", old_baht, Decimal(number * 100 + 1))]
    if deed == "remove":
        projects.remove(project.id)
        return list(remove_branch(plan, project.id))
    parent_id = plan.nodes[chance.choice(projects)].parent_id or ""
    if deed == "move":
        position = place_among(plan, parent_id, moving_id=project.id)
        return [MoveNode(project.id, project.parent_id or "", project.position, parent_id, position)]
    node_id = new_id()
    return [
        AddNode(node_id, "project", parent_id, place_among(plan, parent_id)),
        SetValue(node_id, "name", "th", None, f"โครงการที่เพิ่มครั้งที่ {number}"),
    ]


def _worded(edits: list[Edit]) -> Iterator[Edit]:
    """The same edits with wordings of the sample plan, as compressible as what people write: no two are alike."""
    chance = random.Random(6)
    phrases: dict[str, list[str]] = {language: [] for language in LANGUAGES}
    for edit in sow_plan(*read_sample(), new_id):
        if isinstance(edit, SetValue) and edit.part in phrases:
            phrases[edit.part] += str(edit.new).split()
    for edit in edits:
        if isinstance(edit, SetValue) and edit.part in phrases:
            words = phrases[edit.part]
            count = len(str(edit.new)) // 6
            text = " ".join(chance.choices(words, k=max(2, count // (3 if edit.part == "th" else 1))))
            yield replace(edit, new=text)
        else:
            yield edit


def _actions() -> Iterator[Edit]:
    """Steps under every project: nodes with nothing but their names."""
    projects = [edit for edit in large_edits() if isinstance(edit, AddNode) and edit.kind == "project"]
    for project in projects:
        for number, position in enumerate(spread_positions(ACTIONS_EACH)):
            node_id = f"{project.node_id}-{number}"
            yield AddNode(node_id, "action_item", project.node_id, position)
            yield SetValue(node_id, "name", "th", None, f"ขั้นตอนที่ {number + 1}")
