"""How long comparing and restoring take in memory: ``python -m tests.benchmarks.bench_comparing``.

Two states of a plan of 5,000 projects (20,000 nodes) that share what is the same, as revisions do, or share nothing, as two
files would. Printed is the time of the processor in milliseconds, the best of five runs. What bench_revisions tells of
comparing has the reading of the revisions in it.
"""

import gc
import time
from collections.abc import Callable
from functools import partial
from random import Random
from typing import TypeVar

from success_desktop.domain.compare_text import compare_texts
from success_desktop.domain.comparison import Comparison, compare_plans, walk_merged
from success_desktop.domain.edits import Edit, MoveNode, SetValue, apply, remove_branch
from success_desktop.domain.net_edits import edits_between
from success_desktop.domain.plan import Plan
from success_desktop.domain.restoring import Scope, restore_edits
from tests.benchmarks.bench_find import described_plan
from tests.plans import without_sharing
from tests.random_plans import random_edits, random_wording

_Result = TypeVar("_Result")
_TEXTS = 1_000


def measure(label: str, deed: Callable[[], _Result], runs: int = 5) -> _Result:
    """Print what a deed costs at best, and give what it gives."""
    best = float("inf")
    for _run in range(runs):
        gc.collect()
        started = time.process_time()
        result = deed()
        best = min(best, time.process_time() - started)
    print(f"{label}: {best * 1000:.1f} ms")
    return result


def main() -> None:
    """Measure and print."""
    plan = described_plan()
    print(f"{len(plan.nodes):,} nodes")
    states = {
        "ten actions later": apply(plan, random_edits(plan, Random(1), 10)),
        "a third of all names edited": apply(plan, _renaming(plan)),
        "every family turned round": apply(plan, _turning(plan)),
        "a third of all names edited, nothing shared": without_sharing(apply(plan, _renaming(plan))),
        "an issue removed": apply(plan, remove_branch(plan, plan.children[plan.root_id][0])),
    }
    for label, state in states.items():
        comparison = measure(f"comparing, {label}", partial(compare_plans, plan, state))
        print(f"    {comparison.counts}")
        measure("    the edits between", partial(edits_between, plan, state))
        measure("    the merged tree", partial(_walk, comparison))
        measure("    restoring an issue", partial(_restore_issue, state, plan))
    _measure_texts(plan)


def _walk(comparison: Comparison) -> int:
    return sum(1 for _node in walk_merged(comparison))


def _restore_issue(present: Plan, past: Plan) -> object:
    return restore_edits(present, past, Scope(past.children[past.root_id][0], is_branch=True))


def _renaming(plan: Plan) -> list[Edit]:
    named = [node for node in plan.nodes.values() if "th" in node.parts("name")]
    return [
        SetValue(node.id, "name", "th", node.text("name", "th"), f"{node.text('name', 'th')} แก้")
        for node in named[::3]
    ]


def _turning(plan: Plan) -> list[Edit]:
    return [
        MoveNode(child, parent_id, plan.nodes[child].position, parent_id, plan.nodes[other].position)
        for parent_id, children in plan.children.items()
        for child, other in zip(children, reversed(children), strict=True)
        if child != other
    ]


def _measure_texts(plan: Plan) -> None:
    """Compare real sentences by words."""
    rng = Random(2)
    texts = [node.text("objective", "th") for node in plan.nodes.values() if "th" in node.parts("objective")]
    pairs = [(text, random_wording(text, rng)) for text in texts[:_TEXTS]]
    compare_texts("ก", "ข")
    measure(f"{len(pairs):,} texts by words", lambda: [compare_texts(old, new) for old, new in pairs])


if __name__ == "__main__":
    main()
