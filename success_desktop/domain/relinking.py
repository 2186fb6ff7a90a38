"""Links that find their node again: whoever named a node that comes back from the past names it again."""

from collections.abc import Collection, Iterator, Set

from success_desktop.domain.edits import SetValue
from success_desktop.domain.plan import Node, Plan


def links_that_return(
    present: Plan, past: Plan, result: Plan, restored: Collection[str]
) -> Iterator[SetValue]:
    """The edits to `result` that bring back the links to nodes which `present` lacks and `result` has again.

    Only nodes outside of `restored` (which hold what they held anyway) are looked at. A field that names one node and names
    another by now keeps it.
    """
    returned = result.nodes.keys() - present.nodes.keys()
    if not returned:
        return
    for node_id, node in past.nodes.items():
        if node_id in result.nodes and node_id not in restored:
            yield from _links_of(node, result, returned)


def _links_of(was: Node, result: Plan, returned: Set[str]) -> Iterator[SetValue]:
    now = result.nodes[was.id]
    specs = result.template.kind(now.kind).fields
    for field, parts in was.fields.items():
        for target_id, place in parts.items():
            if target_id in returned and field in specs and (specs[field].many or not now.parts(field)):
                yield SetValue(was.id, field, target_id, None, place)
