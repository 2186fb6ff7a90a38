"""Plans to try the store on, and edits at random that fit them."""

import random
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal

from success_desktop.domain.edits import AddNode, Edit, MoveNode, SetValue, place_among, remove_branch
from success_desktop.domain.plan import Node, Plan
from success_desktop.domain.values import Atom
from success_desktop.ids import new_id
from success_desktop.paths import resource_path
from success_desktop.store.plans import NewPlan, NewTransaction, PlanStore

NOW = datetime(2026, 11, 22, 8, 30, 15, 123456, tzinfo=UTC)
TEMPLATE_TEXT = resource_path("templates", "success-strategic-plan.yaml").read_text(encoding="utf-8")

ROOT = "0root"
ISSUE = "1issue"
PROJECT = "2project"
AGENCY = "3agency"


def small_edits() -> list[Edit]:
    """A root, an issue with a project, an agency, and a value of every shape."""
    return [
        AddNode(ROOT, "plan", None, "V"),
        AddNode(ISSUE, "strategic_issue", ROOT, "V"),
        AddNode(PROJECT, "project", ISSUE, "V"),
        AddNode(AGENCY, "agency", ROOT, "W"),
        SetValue(PROJECT, "name", "th", None, "สร้างถนนคอนกรีต"),
        SetValue(PROJECT, "name", "en", None, "Build a road"),
        SetValue(PROJECT, "status", "", None, "not_started"),
        SetValue(PROJECT, "start_on", "", None, date(2026, 10, 1)),
        SetValue(PROJECT, "budget", "2568:ordinance", None, Decimal("1200000.50")),
        SetValue(PROJECT, "budget", ":", None, Decimal("7")),
        SetValue(PROJECT, "lead_agencies", AGENCY, None, "V"),
        SetValue(PROJECT, "baseline", "", None, Decimal("3.50")),
        SetValue(PROJECT, "target", "2568", None, Decimal("-12")),
    ]


def new_small_plan() -> NewPlan:
    """The small plan, to be made."""
    return NewPlan(TEMPLATE_TEXT, "ann", NOW, small_edits())


def transaction(*edits: Edit, label: str = "edit") -> NewTransaction:
    """What ann does now."""
    return NewTransaction("ann", NOW, label, edits)


def rename(old: str | None, new: str | None, node_id: str = PROJECT) -> SetValue:
    """Another Thai name for a node."""
    return SetValue(node_id, "name", "th", old, new)


def name_of(store: PlanStore, node_id: str = PROJECT) -> str:
    """The Thai name of a node, as stored."""
    return store.read_plan().nodes[node_id].text("name", "th")


def lengthen_name(store: PlanStore) -> None:
    """The project's name gets one letter more, as a step of its own."""
    old = name_of(store)
    store.commit(transaction(rename(old, old + "ก")))


def content(plan: Plan) -> tuple[object, ...]:
    """Everything that makes two plans the same plan."""
    return plan.root_id, dict(plan.nodes), dict(plan.children)


def random_edits(chance: random.Random, plan: Plan) -> Sequence[Edit]:
    """Some edits that fit the plan: a value, a new node, a move, a removal."""
    kind = chance.choices((_value, _addition, _move, _removal), (6, 2, 2, 1))[0]
    return kind(chance, plan)


def _any_node(chance: random.Random, plan: Plan) -> Node:
    return plan.nodes[chance.choice(sorted(plan.nodes))]


def _value(chance: random.Random, plan: Plan) -> Sequence[Edit]:
    node = _any_node(chance, plan)
    targets = sorted(plan.nodes)
    choices: Sequence[Callable[[], tuple[str, str, Atom]]] = (
        lambda: ("name", chance.choice(("th", "en")), chance.choice(("ก", "น้ำ\nท่วม", 'a "b" \\ c', "🌊 x"))),
        lambda: ("status", "", chance.choice(("completed", "in_progress"))),
        lambda: ("start_on", "", date.fromordinal(chance.randint(738000, 740000))),
        lambda: ("baseline", "", Decimal(chance.randint(-999, 999)) / 8),
        lambda: ("target", str(chance.randint(2568, 2570)), Decimal(chance.randint(0, 99))),
        lambda: ("budget", f"{chance.randint(2568, 2570)}:loan", Decimal(chance.randint(0, 10**9)) / 100),
        lambda: ("lead_agencies", chance.choice(targets), chance.choice("VWX")),
    )
    field, part, atom = chance.choice(choices)()
    old = node.parts(field).get(part)
    new = None if old is not None and chance.random() < 0.3 else atom
    return () if old == new else (SetValue(node.id, field, part, old, new),)


def _addition(chance: random.Random, plan: Plan) -> Sequence[Edit]:
    parent = _any_node(chance, plan)
    node_id = new_id()
    return (
        AddNode(node_id, "project", parent.id, place_among(plan, parent.id)),
        rename(None, f"โครงการ {chance.randint(1, 99)}", node_id),
    )


def _move(chance: random.Random, plan: Plan) -> Sequence[Edit]:
    node, parent = _any_node(chance, plan), _any_node(chance, plan)
    if node.parent_id is None or node.id in {parent.id, *(above.id for above in plan.ancestors(parent.id))}:
        return ()
    position = place_among(plan, parent.id, moving_id=node.id)
    return (MoveNode(node.id, node.parent_id, node.position, parent.id, position),)


def _removal(chance: random.Random, plan: Plan) -> Sequence[Edit]:
    node = _any_node(chance, plan)
    return () if node.parent_id is None else remove_branch(plan, node.id)
