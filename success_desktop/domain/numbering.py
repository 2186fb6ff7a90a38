"""The printed numbers of a plan's nodes, such as 1.1.2, counted from the tree by the template's patterns."""

from success_desktop.domain.plan import Plan


def number_nodes(plan: Plan) -> dict[str, str]:
    """The number of every node whose kind has one, by node id.

    ``{n}`` counts the nodes of one kind below the nearest numbered ancestor, across unnumbered levels between them;
    ``{parent}`` stands for that ancestor's number. Digits are Arabic; documents convert them.
    """
    numbers: dict[str, str] = {}
    counts: dict[tuple[str, str], int] = {}
    scope_of: dict[str, str] = {}
    patterns = {kind: spec.number for kind, spec in plan.template.kinds.items()}
    for node in plan.walk():
        scope = scope_of.get(node.parent_id or "", "")
        pattern = patterns.get(node.kind, "")
        if not pattern:
            scope_of[node.id] = scope
            continue
        count = counts[scope, node.kind] = counts.get((scope, node.kind), 0) + 1
        scope_of[node.id] = node.id
        parent_number = numbers.get(scope, "")
        number = pattern.replace("{parent}", parent_number).replace("{n}", str(count))
        numbers[node.id] = number if parent_number else number.lstrip(".")
    return numbers
