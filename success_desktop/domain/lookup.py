"""Finding a node by what a person writes: its id, its printed number or its name."""

from success_desktop.domain.numbering import number_nodes
from success_desktop.domain.plan import Node, Plan
from success_desktop.domain.thai_search import search_key
from success_desktop.i18n import LANGUAGES


def find_nodes(plan: Plan, text: str) -> list[Node]:
    """The nodes that `text` names: by its id, else those of that number, else those of that name in any language.

    A kind's name in the template (such as ``agency_register``) stands for its nodes where a plan has only one of them.
    """
    wanted = text.strip()
    if wanted in plan.nodes:
        return [plan.nodes[wanted]]
    if (wanted in plan.template.kinds and plan.template.kind(wanted).is_single) or wanted == plan.root.kind:
        return [node for node in plan.walk() if node.kind == wanted]
    numbers = number_nodes(plan)
    if numbered := [node for node in plan.walk() if numbers.get(node.id) == wanted]:
        return numbered
    key = search_key(wanted)
    return [
        node
        for node in plan.walk()
        if key and key in {search_key(node.text("name", lang)) for lang in LANGUAGES}
    ]
