"""How long finding takes in a large plan: ``python -m tests.benchmarks.bench_find``.

A plan of 5,000 projects with three indicators each (20,000 nodes) is in memory. Printed is the time of the processor, in
milliseconds, that the first search costs, each later one, and the list of 5,000 hits with what would be replaced.
"""

import time
from collections.abc import Callable
from functools import partial
from typing import TypeVar

from success_desktop.domain.edits import SetValue, apply
from success_desktop.domain.numbering import number_nodes
from success_desktop.domain.plan import Plan
from success_desktop.services.finding import SearchIndex, Wanted
from success_desktop.services.hit_order import Start, find_next
from success_desktop.services.replacing import replacements_of
from success_desktop.ui.palette_entries import NodeKeys, best_entries
from success_desktop.ui.tree.filtering import narrow_plan
from tests.benchmarks.bench_tree import large_plan
from tests.services.hits import find_hits

_Result = TypeVar("_Result")
_TEXT = "เพื่อป้องกันและแก้ไขปัญหาน้ำท่วมขังในเขตเทศบาล จำนวน ๑๒ แห่ง ตามแผนพัฒนาท้องถิ่น พ.ศ. 2568"


def described_plan() -> Plan:
    """The large plan with an English name and a Thai objective for each of its projects."""
    plan = large_plan()
    projects = [
        node.id for node in plan.nodes.values() if node.kind == "project" and "en" not in node.parts("name")
    ]
    names = [SetValue(node_id, "name", "en", None, f"Dredging the canals {node_id}") for node_id in projects]
    texts = [SetValue(node_id, "objective", "th", None, _TEXT) for node_id in projects]
    return apply(plan, [*names, *texts])


def measure(label: str, deed: Callable[[], _Result]) -> _Result:
    """Print what a deed costs, and give what it gives."""
    started = time.process_time()
    result = deed()
    print(f"{label}: {(time.process_time() - started) * 1000:.0f} ms")
    return result


def main() -> None:
    """Measure and print."""
    plan, index = described_plan(), SearchIndex()
    numbers = number_nodes(plan)
    print(f"{len(plan.nodes):,} nodes")
    measure("the search keys of all nodes", lambda: list(index.prepare(plan)))
    for query in ("น้ำท่วม", "ไม่มีแน่", "a7.p9", "2568"):
        measure(f"a search for {query}", partial(narrow_plan, plan, query, numbers, index))
    start = Start(plan.root_id)
    measure("F3", lambda: find_next(plan, Wanted("น้ำท่วม"), index, start))
    wanted = Wanted("น้ำท่วม")
    found = measure(
        "every hit with its replacement",
        lambda: list(replacements_of(find_hits(plan, wanted, index), "อุทกภัย")),
    )
    print(f"{len(found):,} texts")
    measure("what they would be", lambda: [replacement.new for replacement in found])
    keys = NodeKeys()
    measure("numbers for the palette", lambda: keys.count(plan))
    for label in ("its first letter", "the next"):
        measure(label, lambda: best_entries(keys.rank(plan, ["dredging"], "th", str)))


if __name__ == "__main__":
    main()
